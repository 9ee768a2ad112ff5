// sim/storm_parts.h — one run of the fault simulator: the hall, the connections, the people and what was promised to them. Never: included outside sim/.
#ifndef SIM_STORM_PARTS_H
#define SIM_STORM_PARTS_H
#include "host/hall.h"
#include "script/hooks.h"
#include "sim/storm.h"
#include "wire/answer.h"
#include "wire/console.h"
#include "wire/mirror.h"

enum {
    STORM_PEOPLE_MAX = 14, // telephones, consoles and a board
    STORM_LINES_MAX = 64,  // connections there are at once
    STORM_OPEN_MAX = 6,    // acts of one telephone that wait for their answer
    STORM_ID_BYTES = 16,
    STORM_ACTIONS = 1 << 13,
    STORM_FOLDER_BYTES = 200,
    STORM_PATH_BYTES = 300,
    STORM_BATCHES_AT_ONCE = 16,
};

typedef enum StormPersona {
    STORM_HONEST,
    STORM_LAZY,      // acts seldom
    STORM_SLEEPY,    // its telephone goes to sleep and comes back
    STORM_IMPATIENT, // taps twice
    STORM_HOSTILE,   // sends what it should not
    STORM_CHIEF,     // the facilitator's console
    STORM_SCREEN,    // the board
    STORM_PERSONAS,
} StormPersona;

// A message on its way.
typedef struct StormPost {
    struct StormPost *next;
    int64_t due_ms;
    size_t length;
    char text[];
} StormPost;

typedef struct StormWay {
    StormPost *first, *last;
    int64_t last_ms; // nothing overtakes
    size_t bytes;
} StormWay;

typedef struct Storm Storm;
struct Frames;

// One connection. The host knows it from `opened` to `closed`, whatever its telephone knows.
typedef struct StormLine {
    int32_t peer; // 0 = this place is free
    int32_t person;
    uint32_t address;
    bool placed;  // it was let in: before that, nothing of the game may come
    bool lost;    // the telephone has another connection, or none
    bool closing; // the host said good-bye: what waits is still sent, then `closed` follows
    int64_t slow_until_ms, deaf_until_ms;
    int64_t ends_ms;  // the host notices the end then, 0 = not yet
    StormWay in, out; // to the host, from the host
    Storm *storm;
    struct Frames *here,
            *there; // the host's end and the telephone's; NULL: messages travel whole
} StormLine;

// What was said and is not answered.
typedef struct StormOpen {
    char id[STORM_ID_BYTES], *text;
    bool kept; // once acknowledged it must be in the record
    int64_t said_ms;
} StormOpen;

typedef struct StormPerson {
    uint8_t persona;
    StormLine *line; // NULL: not connected
    uint32_t address;
    char claim[23], token[25], code[16];
    int32_t claims; // places it asked for so far
    bool welcome, inside;
    bool replaced;  // its place is used on another device: a person would have to tap first
    bool forgotten; // since it was given its token, places were taken away
    char refusal[25]; // code of the last
    bool asked;       // it has said how it comes in
    int64_t calls_ms; // not before
    int64_t asked_ms;
    Mirror *mirror, *before; // before: what it held when it asked for everything anew
    int32_t sent;            // ids given out
    StormOpen open[STORM_OPEN_MAX];
    int32_t open_count;
    View view;
} StormPerson;

// An act by its id: how often it stands in the record, and whether its sender was told that it does.
typedef struct StormAction {
    uint64_t mark; // of the id, 0 = free
    uint16_t found, told;
} StormAction;

// What the one hand that writes was given and has not ended.
typedef struct StormWork {
    WorkDeed deed;
    void *about; // NULL: nothing
    int64_t due_ms;
} StormWork;

struct Storm {
    const StormConfig *config;
    StormResult *result;
    const Scenario *scenario;
    ScriptHooks script;
    Hooks script_hooks, hooks; // hooks: the same, but they can fail
    Language language;
    const char *codes[1];
    Rng ways, people, chief, secrets, weather, disk, masks;
    bool in_bytes;     // connections carry frames in pieces, not messages
    int32_t bad_calls; // so many functions of the pack will fail
    bool writes_late;  // the hall goes on while its session is written
    StormWork work;
    int64_t now_ms, wall_ms, ticked_ms;
    int32_t step, files;
    char folder[STORM_FOLDER_BYTES]; // of this run alone
    char path[STORM_PATH_BYTES];
    Hall *hall;
    Party *party;
    TransportEvents events;
    bool stands;      // nothing could be saved after the last turn
    uint64_t used;    // places it was saved in, by number
    bool calm;        // no more faults
    bool closes_late; // good-byes are noticed after the turn, as sockets do
    bool dead;        // the program is being killed: nothing leaves it any more
    uint8_t pending;  // StormKind of a fault of the disk that was armed and may strike
    StormLine lines[STORM_LINES_MAX];
    int32_t peers; // numbers given out
    StormPerson persons[STORM_PEOPLE_MAX];
    int32_t persons_count;
    StormAction *actions; // STORM_ACTIONS of them, by mark
    int64_t read_seq;     // of the record, up to here
    int64_t offered_seq;  // up to here acts were looked for in their senders' views
    int64_t taken_seq;    // batch that took a place away last
    Digest head;
    Buffer text;
    View fresh;
};

static inline const Session *storm_session(const Storm *storm) {
    return party_session(storm->party);
}
static inline int32_t storm_draw(Rng *rng, int32_t n) {
    return (int32_t)rng_draw(rng, (uint32_t)n);
}

// storm.c: something is wrong. Only the first is kept.
void storm_fail(Storm *storm, const char *format, ...) PRINTF_LIKE(2, 3);

// storm_plan.c: the faults of a seed.
void storm_plan_draw(uint64_t seed, int32_t steps, StormPlan *plan);

// storm_host.c: the program starts, ends, is killed.
bool storm_host_create(Storm *storm);
bool storm_host_open(Storm *storm);
// Where the session would go on in another place.
void storm_host_place(const Storm *storm, int32_t number, char folder[STORM_PATH_BYTES]);
// After a turn: whether it stands now, or goes on in another place.
void storm_host_follow(Storm *storm);
// Ended in order.
void storm_host_close(Storm *storm);
// Killed: what was written so far is there, or as much of it as the disk's mode lets be.
void storm_host_kill(Storm *storm);

// storm_hook.c: functions of packs, which fail when storm->bad_calls says so.
void storm_hook_begin(Storm *storm);

// storm_work.c: who writes sessions; zeroed where the hall waits for each.
Work storm_work(Storm *storm);

// storm_line.c: connections, and what travels over them.
StormLine *storm_line_open(Storm *storm, int32_t person);
// The telephone's end is gone; the host notices after so long.
void storm_line_cut(Storm *storm, StormLine *line, int32_t notices_ms);
// Nothing is left of any.
void storm_line_end_all(Storm *storm);
void storm_line_say(Storm *storm, StormLine *line, const char *text, size_t length);
// What is due goes to the host; what is due comes from it.
void storm_line_deliver(Storm *storm);
void storm_line_collect(Storm *storm);
// Nothing waits in either direction.
bool storm_line_is_quiet(const StormLine *line);
Transport storm_line_transport(Storm *storm);

// Something comes through the framing: it is on its way in pieces, or a whole message has arrived.
void storm_line_put(Storm *storm, StormLine *line, bool to_host, Bytes bytes);
void storm_line_arrived(Storm *storm, StormLine *line, bool at_host, Bytes text);

// storm_frames.c: the framing of a line, both ends of it.
void storm_frames_open(Storm *storm, StormLine *line);
void storm_frames_free(StormLine *line);
void storm_frames_say(Storm *storm, StormLine *line, Bytes text);
void storm_frames_send(Storm *storm, StormLine *line, Bytes text);
void storm_frames_close(Storm *storm, StormLine *line, uint16_t code, const char *reason);
void storm_frames_noise(Storm *storm, StormLine *line);
// False: the conversation is over.
MUST_USE bool storm_frames_feed(Storm *storm, StormLine *line, bool at_host, Bytes bytes);

// storm_person.c: telephones and what they hold.
void storm_person_make(Storm *storm);
void storm_person_free(Storm *storm);
// Calls, says hello, comes in, or acts: what is next.
void storm_person_step(Storm *storm, int32_t person);
void storm_person_hear(Storm *storm, StormLine *line, Bytes text);
// Its connection is gone.
void storm_person_lost(Storm *storm, int32_t person);
// Asks for everything anew, and keeps what it held to compare.
void storm_person_ask_all(Storm *storm, int32_t person);
// Says again what waits for an answer for longer than this.
void storm_person_repeat(Storm *storm, int32_t person, int64_t older_ms);
// An act with an id of its own, remembered until it is answered. text: the message's rest behind the id.
void storm_person_act(Storm *storm, int32_t person, bool kept, const char *message);
const char *storm_person_next_id(Storm *storm, int32_t person, char id[STORM_ID_BYTES]);

// storm_act.c: what a telephone chooses to do; storm_chief.c: what a console does.
void storm_act(Storm *storm, int32_t person);
void storm_act_hostile(Storm *storm, int32_t person);
void storm_chief(Storm *storm, int32_t person);
// One line of the facilitator ("extend 1m"). False when it is no verb.
bool storm_chief_say(Storm *storm, int32_t person, const char *line);

// storm_check.c: what must hold after every step.
void storm_check(Storm *storm);
// The same for all at once, every section, and the record from its first byte.
void storm_check_all(Storm *storm);
// What was asked for anew is what was held before, also what the house writes.
void storm_check_anew(Storm *storm);
void storm_check_told(Storm *storm, const char *id);
void storm_check_forget(Storm *storm);

// storm_offer.c: what a person did was open in its view just before. Each batch is asked for once.
void storm_offer_check(Storm *storm, const JournalBatch *batch);

// storm_fault.c: a fault comes true.
void storm_fault(Storm *storm, const StormFault *fault);
// After each turn: the disk may have failed meanwhile.
void storm_fault_after(Storm *storm);

#endif // SIM_STORM_PARTS_H
