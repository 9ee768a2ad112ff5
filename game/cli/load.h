// cli/load.h — what convene load is made of: a host process of its own, people without screens, their acts and the counting. Never: included outside cli/.
#ifndef CLI_LOAD_H
#define CLI_LOAD_H
#include "base/err.h"
#include "base/region.h"
#include "base/rng.h"
#include "host/hall.h"
#include "model/view.h"
#include "net/dial.h"
#include "wire/mirror.h"
#include <sys/types.h>

enum { LOAD_OPEN_MAX = 64, LOAD_ID_BYTES = 24, LOAD_KEEP_MAX = 1 << 20 };

// A game stops by itself when many telephones are gone at once; somebody has to let it go on.
typedef enum LoadResume { LOAD_GOES_ON, LOAD_CALLED, LOAD_ASKED } LoadResume;

// What the people do again and again.
typedef enum LoadAct {
    LOAD_COUNT, // tests/packs/load-turns: the actor in turn says verb.count, and a public number rises by one
    LOAD_READY, // any case: all but the first person say that they are ready, and that they are not
    LOAD_PLAY, // any case: everybody plays its seat from what its page offers, until the game has ended
} LoadAct;

// The host process that was started for the measurement.
typedef struct LoadHost {
    pid_t pid;
    int out; // its standard output
    int64_t started_ns;
    char folder[200]; // of its sessions
    Buffer line;      // the one line of JSON
    uint16_t port;
} LoadHost;

typedef struct LoadSeat {
    int32_t session, place;
    int32_t number; // of its seat, which is that of its first device: people come in any order
    char token[SEATS_TOKEN_LETTERS + 1], claim[SEATS_TOKEN_LETTERS + 1];
    bool idle;                         // it was refused: it acts no more
    bool seated, viewed, ready, waits; // waits: for the answer to an act
    int32_t acts, answered;            // sent; acknowledged
    int32_t tally;                     // newest number this seat has seen
    int64_t sent_ns, called_ns;
    bool acked, shown; // the newest act was answered; and its author has seen what it did
    // LOAD_PLAY: its page, whether it has changed since it was read, the act that waits for its answer, the step.
    Mirror *mirror;
    bool fresh, said_ready; // said_ready: that was its newest act
    Buffer text;
    char at[40];
    int32_t wishes, answers,
            no; // things it will still do in this step; how often it was not ready
} LoadSeat;

// One act until everybody in its session has seen it.
typedef struct LoadOpen {
    int64_t sent_ns;
    int32_t number; // LOAD_COUNT: the tally it makes; otherwise the place that sent it
    uint64_t seen;  // places
    bool acked,
            changed;  // LOAD_PLAY: it was answered; and then a page showed something new,
    int64_t shown_ns; // the last of them at this time
} LoadOpen;

typedef struct LoadSession {
    char pin[SEATS_PIN_LETTERS + 1], key[SEATS_KEY_LETTERS + 1];
    bool console, started, over;
    uint8_t resuming; // LOAD_PLAY, LoadResume: the facilitator is called as the game has stopped
    int32_t steps;   // console verbs that were answered
    int32_t turn;    // LOAD_COUNT: place of the actor in turn
    int32_t next;    // LOAD_PLAY: place that is asked next
    int32_t in_turn; // acts it has made
    int32_t made;    // tally of the newest act that was sent
    int32_t began;   // tally before the first
    LoadOpen open[LOAD_OPEN_MAX];
    int32_t open_count;
} LoadSession;

typedef struct Load {
    int32_t sessions_count, seats_count, rate, drop, steps;
    uint8_t act; // LoadAct
    bool burst, running, cutting;
    LoadHost host;
    char address[40]; // where it is reached
    bool foreign;     // somebody else started it: --url
    Dial *dial;
    Rng rng;
    LoadSession *sessions;
    LoadSeat *seats; // seats_count for each session; line = place in this list
    // Counts of the measured time.
    int64_t acts, updates, refused, back_count;
    int32_t *took_us; // act to last of the seats, LOAD_KEEP_MAX of them
    int32_t took_count;
    int32_t *back_us; // cut to whole view
    int32_t over;     // sessions that take no more acts
    int32_t ended;    // LOAD_PLAY: games that have reached their end
    int32_t stops;    // of games, by themselves
    int32_t misfits;  // changes that did not fit what a page held
    View page;        // the one that is read now
    Buffer words;     // a section of it
    int64_t first_view_ns, joined_ns, last_ns;
    char away[300]; // what somebody was told who was not let in, "" = everybody is
} Load;

// load_host.c: starts the program itself as a host; reads what it says; ends it; what it used.
MUST_USE bool load_host_start(Load *load, const char *pack, Err *err);
MUST_USE bool load_host_read(Load *load, Err *err);
void load_host_stop(LoadHost *host);
int64_t load_host_cpu_us(const LoadHost *host);
int64_t load_host_rss_kib(const LoadHost *host);
// Acts of the record against answered ones; the host has ended.
MUST_USE bool load_host_check(const Load *load, int64_t *lost, int64_t *doubled, Err *err);

// load_url.c: a host that runs already. How many codes a list has; the address and the codes; what every page
// counts before the first act; acts that pages do not show, or show twice (LOAD_COUNT only).
int32_t load_url_codes(const char *codes);
MUST_USE bool load_url_read(
        Load *load, const char *url, const char *codes, const char *keys, Err *err);
void load_url_note(Load *load);
void load_url_check(const Load *load, int64_t *lost, int64_t *doubled);

// load_people.c: everybody comes in, the facilitators start; what each line hears.
DialEvents load_people_events(Load *load);
MUST_USE bool load_people_join(Load *load, Err *err);
MUST_USE bool load_people_start(Load *load, Err *err);
// Cuts every line and calls again; how long until each has its whole view stands in back_us.
void load_people_cut_all(Load *load);
void load_people_call(Load *load, int32_t line);
// The facilitator comes, lets this game go on and leaves; nothing where somebody else leads it.
void load_people_resume(Load *load, int32_t session);
void load_people_say(Load *load, int32_t line, const char *format, ...) PRINTF_LIKE(3, 4);

// load_acts.c: acts, and what comes of them.
void load_acts_run(Load *load, int64_t seconds);
void load_acts_answered(Load *load, int32_t line, bool done);
void load_acts_updated(Load *load, int32_t line, Bytes text);
void load_acts_send_again(Load *load, int32_t line);

// load_play.c: pages of people who play; what one does next (its message in seat->text; false: nothing now); an
// answer; a change; times of acts nothing more will come of.
void load_play_make(Load *load);
void load_play_free(Load *load);
void load_play_called(LoadSeat *seat);
MUST_USE bool load_play_choose(Load *load, LoadSeat *seat);
void load_play_answered(Load *load, LoadSeat *seat, bool done);
void load_play_updated(Load *load, int32_t line, Bytes text);
void load_play_settle(Load *load);

#endif // CLI_LOAD_H
