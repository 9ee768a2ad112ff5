// host/party.h — one session that people have come to: the table, who sits where, in which tongues. Never: a socket, a message.
#ifndef HOST_PARTY_H
#define HOST_PARTY_H
#include "host/queue.h"
#include "host/seats.h"
#include "host/table.h"
#include "host/undone.h"
#include "host/views.h"
#include "host/watch.h"

// Where the words of a language come from; one Language may serve many viewers.
typedef struct Tongues {
    void *context;
    Language (*of)(void *context, const char *code); // an unknown code gives the first one
    const char *const *codes;                        // "en", "ar"; the pack's own first
    int32_t count;
} Tongues;

typedef struct PartyConfig {
    SessionConfig session;
    Roster roster; // self NULL: places are not kept
    BotKind players;
    int32_t seats_most; // places there are, observers included; 0: as many as a session can have
    Tongues tongues;
} PartyConfig;

struct Guest;

enum { PARTY_BLOCKED_MAX = 16, PARTY_NAME_BYTES = 120 };

// What stood in it at the end of its last turn, for others to be told while it is being written.
typedef struct PartySeen {
    int32_t people, waiting; // with a place; without a part that they would take
    bool has_part;           // for one more
} PartySeen;

typedef struct Party {
    Table *table;
    Seats seats;
    Queue queue; // who knocks or waits for a place
    Tongues tongues;
    struct Guest *guests; // connections of its people
    Views views;          // what everybody is shown
    Undone undone;        // what the last rewind took back
    int32_t lines_shown; // lines of people and words, and the step, when they were shown last
    uint32_t step_shown;
    int32_t turns_shown; // of its knobs, and the status of the game, when they were shown last
    uint8_t status_shown;
    uint32_t touched; // sections of the house that changed since views were sent
    Watch watch;
    bool changed;     // since views were sent
    bool tick_missed; // while it was being written
    bool writing;     // by somebody else: nobody asks it anything until that has ended
    bool emptying;    // that is only its log
    // Where people came from who were sent away for good: from there one knocks, whatever the code. Only in
    // memory, and only of them; after a restart their devices are known by the places they lost, and the door is
    // locked once, since one who forgot his place looks like a stranger.
    uint32_t blocked[PARTY_BLOCKED_MAX];
    int32_t blocked_count;
    bool failed;        // the record of this turn could not be written
    bool unkept;        // the places of this turn could not
    bool stands;        // nothing can be saved any more, and everybody was told
    bool erased;        // the facilitator erases the whole session; the hall lets go of it
    int32_t round_kept; // round when a backup was last thought of, -1 = not yet
    uint64_t
            would_play; // bit: seat - 1; it watches only because every part was taken. Not after a restart
    int64_t closed_wall_ms;      // when the session was closed, 0 = not, or not known
    char name[PARTY_NAME_BYTES]; // of the session, "riverside-link-1"
    struct Party *second;        // opened for who found no part here, NULL = none
    PartySeen seen;
    bool peopled;    // somebody plays
    bool left_alone; // nobody does any more, and whoever leads was not told yet
    bool restarted; // had begun when it was opened: who comes back is told that nothing was lost
} Party;

// Opens a new session or an old one; one that had begun stands still until somebody goes on. NULL with
// err: then the journal is still the caller's.
MUST_USE Party *party_open(const PartyConfig *config, Err *err);
void party_close(Party *party);
// Instead of party_close: the session's file and its backups are deleted.
void party_destroy(Party *party);
const Session *party_session(const Party *party);

// Gives a new person's place a part: the actor the casting proposes; observing, when that is wished or every
// part is taken. name "" = none.
MUST_USE bool party_place(
        Party *party, int32_t seat, bool observes, const char *name, Err *err);
// The same with an actor the facilitator names.
MUST_USE bool party_place_at(
        Party *party, int32_t seat, uint8_t actor, const char *name, Err *err);
// Keeps this many more actors for the computer, the least needed first; before the start.
MUST_USE bool party_keep_computers(Party *party, int32_t count, Err *err);
// What a seat plays: an actor, or NONE for observers, who wait, and nobody.
uint8_t party_actor(const Party *party, int32_t seat);
// One act. seat 0 is the console. False with err when the record failed.
MUST_USE bool party_submit(Party *party, int32_t seat, int32_t device, const char *action,
        const Command *command, const char *words, Verdict *verdict, Err *err);
// The same for what the host arranges itself; whether it was open does not matter to the caller.
MUST_USE bool party_console(
        Party *party, const Command *command, const char *words, Err *err);
// The actor is a person's from now on, whoever played it before. NONE: nothing.
MUST_USE bool party_hand_over(Party *party, uint8_t actor, Err *err);
// The end of a turn in three steps. Everything that is asked between party_hold and party_settle is
// decided at once and written together. party_play lets computer seats go on; party_write may run on
// any thread; party_settle says whether it is on disk, also in the
// middle of a turn: what is asked next is written at once. False with err: nothing of the turn remains.
void party_hold(Party *party);
void party_play(Party *party);
void party_write(Party *party);
MUST_USE bool party_settle(Party *party, Err *err);
// The log of its record has grown long; emptied on any thread, while nobody asks the party anything.
bool party_log_is_long(const Party *party);
void party_empty_log(Party *party);
// What stands in this section can be another now, for a reason that is in no event of the game.
void party_touch(Party *party, Section section);
// The number of the newest step, with those that are not written yet.
int64_t party_newest(const Party *party);
// Something was decided that is not on disk.
bool party_holds(const Party *party);

// casting.c: the actor the next person should play (workshop order: core ones alone, then the others,
// then pairs where most can be done), NONE when every actor has as many people as it takes.
uint8_t casting_next(const Def *def, const State *state);
// Parts for these people (bit: seat - 1) as if they all came anew; whoever can keep a part keeps it. NONE: observes.
void casting_anew(
        const Def *def, const State *state, uint64_t people, uint8_t parts[SEATS_MAX]);
// The actor with the smallest team that takes one more, NONE when there is none.
uint8_t casting_pair(const Def *def, const State *state);
// The actor the computer should play next when some are kept for it, NONE when nobody is left.
uint8_t casting_last(const Def *def, const State *state);

#endif // HOST_PARTY_H
