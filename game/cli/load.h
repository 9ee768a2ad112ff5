// cli/load.h — what convene load is made of: a host process of its own, people without screens, their acts and the counting. Never: included outside cli/.
#ifndef CLI_LOAD_H
#define CLI_LOAD_H
#include "base/err.h"
#include "base/region.h"
#include "base/rng.h"
#include "host/hall.h"
#include "net/dial.h"
#include <sys/types.h>

enum { LOAD_OPEN_MAX = 64, LOAD_ID_BYTES = 24, LOAD_KEEP_MAX = 1 << 20 };

// What the people do again and again.
typedef enum LoadAct {
    LOAD_COUNT, // tests/packs/load-turns: the actor in turn says verb.count, and a public number rises by one
    LOAD_READY, // any case: all but the first person say that they are ready, and that they are not
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
} LoadSeat;

// One act until everybody in its session has seen it.
typedef struct LoadOpen {
    int64_t sent_ns;
    int32_t number; // LOAD_COUNT: the tally it makes; LOAD_READY: the place that sent it
    uint64_t seen;  // places
} LoadOpen;

typedef struct LoadSession {
    char pin[SEATS_PIN_LETTERS + 1], key[SEATS_KEY_LETTERS + 1];
    bool console, started, over;
    int32_t steps;   // console verbs that were answered
    int32_t turn;    // LOAD_COUNT: place of the actor in turn
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
void load_people_say(Load *load, int32_t line, const char *format, ...) PRINTF_LIKE(3, 4);

// load_acts.c: acts, and what comes of them.
void load_acts_run(Load *load, int64_t seconds);
void load_acts_answered(Load *load, int32_t line, bool done);
void load_acts_updated(Load *load, int32_t line, Bytes text);
void load_acts_send_again(Load *load, int32_t line);

#endif // CLI_LOAD_H
