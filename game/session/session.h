// session/session.h — one game being played: the only door for commands, its record and its past. Never: opens files (store/) or talks to people.
#ifndef SESSION_SESSION_H
#define SESSION_SESSION_H
#include "base/clock.h"
#include "base/entropy.h"
#include "model/command.h"
#include "model/event.h"
#include "model/state.h"
#include "model/verdict.h"
#include "rules/delta.h"
#include "session/journal.h"
#include "session/people.h"

enum {
    OWN_WORDS_BYTES = 640, // of words with an act or a deal
    OWN_WORDS_MAX = 6144,  // of any words: an entry of a journal is the longest
};

enum {
    SESSION_VERSION = 3, // of the rules: one more when an old record is decided otherwise
    SESSION_SIZE_BITS = 20,
    // What batches say of the rules that decided them. A State of another size has other digests, so its size
    // belongs to it: digests and verdicts of other rules are not compared, their events are folded all the same.
    SESSION_RULES = SESSION_VERSION << SESSION_SIZE_BITS | (int)sizeof(State),
    SESSION_FORMAT = 1, // version of the events' JSON
};

typedef struct SessionConfig {
    const Def *def;     // outlives the session
    const Hooks *hooks; // may be NULL; outlives the session
    Journal journal;    // self NULL: nothing is kept (simulations, previews)
    Clock clock;
    Entropy entropy; // salts of people's words; zeroed: none
    uint64_t seed;   // of a new session; an old one has its own
} SessionConfig;

// A State as it was when a step began, for rewind and what-if.
typedef struct Snapshot {
    int64_t seq;          // after this batch
    int32_t events_count; // of the ledger
    State *state;
} Snapshot;

// What a person wrote, or is called, or was told alone.
typedef struct OwnWords {
    char *text;
    size_t length;
    int32_t seat;  // whose they are: a seat from 1, negative the console's
    uint8_t state; // JournalWordsState
} OwnWords;

// One batch in the tree of timelines.
typedef struct Mark {
    int32_t parent;       // the batch it follows, -1 for the beginning
    int32_t first, count; // its events, in the ledger or in a branch
    uint32_t game_ms;     // session clock after it
    int16_t branch;       // 0: the ledger, else 1 + place in Session.branches
    uint8_t act;          // a person's or the facilitator's: undo counts it
    uint8_t on;           // it is on the present timeline
} Mark;

typedef struct Session {
    const Def *def;      // the pack's, or once a knob was turned its own
    const Def *pack_def; // as it was loaded; only beside `turned`
    Def *turned;         // the own one, NULL = no knob was ever turned
    int32_t turns;       // how often `turned` changed
    const Hooks *hooks;
    Journal journal;
    Clock clock;
    uint64_t seed;
    State state;      // what was acknowledged
    State scratch;    // state and everything held
    EventList ledger; // every event of the present timeline, in order
    EventList fresh;  // events of the command being decided
    Book book;
    HookResult result;
    int64_t seq;                // of the last batch
    int32_t looked[ACTORS_MAX]; // ledger length when this actor was last ready
    Snapshot *snapshots;        // of the present timeline
    int32_t snapshots_count, snapshots_capacity;
    Mark *marks; // of every batch, the beginning first
    int32_t marks_count, marks_capacity;
    EventList *branches; // what rewinds left behind
    int32_t branches_count;
    int32_t fresh_to;      // where the last rewind led
    int32_t rewinds;       // so far
    uint32_t game_base_ms; // session clock at real_base_ms
    int64_t real_base_ms;
    bool frozen; // the session clock stands
    // The same as it was before what is held: it comes back when that cannot be written.
    uint32_t held_game_base_ms;
    int64_t held_real_base_ms;
    bool held_frozen;
    bool read_only; // the record failed; nothing is acknowledged any more
    Err failure;
    Entropy entropy;
    Region words_region; // people's own words, by id from 1
    OwnWords *words;
    char *words_fresh; // of the command being decided
    int32_t words_count, words_capacity;
    People people;     // people and what they were told
    struct Held *held; // decided in this turn, not on disk yet
    int32_t held_count, held_capacity;
    EventList held_events;
    Buffer held_bytes;
    bool holds;   // between session_hold and session_commit
    bool written; // session_write has put everything held on disk
} Session;

// Who sends a command. device and action make a repeated send harmless.
typedef struct Submission {
    Command command;
    int32_t source; // seat + 1, or negative for the console
    int32_t device;
    const char *action; // NULL or ""
    const char *words;  // the person's own words with an act or a deal, NULL or ""
} Submission;

// A new session on an empty journal, or an old one folded from its record: every digest is compared.
// NULL with err: the record is damaged, belongs to another pack, or cannot be read.
MUST_USE Session *session_open(const SessionConfig *config, Err *err);
void session_close(Session *session);

// The only door. Judges, decides on a scratch State, writes the batch, and only then lets it become
// the State. verdict says whether it was accepted. False with err: the record failed; nothing of the
// command remains and the session is read-only.
MUST_USE bool session_submit(
        Session *session, const Submission *submission, Verdict *verdict, Err *err);
// From here to session_commit what is submitted is decided, one command after another, but neither
// written nor the State: nobody may be told of it yet. Held already: nothing happens.
void session_hold(Session *session);
// Writes everything held as one group, on any thread, while nobody else touches the session; what came
// of it is known to session_commit. Sessions can be written side by side.
void session_write(Session *session);
// After a failure: goes on in a new file, from what was acknowledged. False with err: nothing changed.
MUST_USE bool session_move(Session *session, const char *path, Err *err);
// Writes what is held and not written yet, and lets it become the State. False with err: the record failed;
// nothing that was held remains and the session is read-only.
MUST_USE bool session_commit(Session *session, Err *err);
// What is kept beside the batches could not be written: as after a commit that failed.
void session_stop(Session *session, Err *err);
// The State that the next command will be decided on, and the batch before it: with everything held.
const State *session_newest(const Session *session);
int64_t session_newest_seq(const Session *session);
// Shorthand for a command without device and action.
MUST_USE bool session_do(
        Session *session, const Command *command, Verdict *verdict, Err *err);

// Decides every command of the record again from the start and compares verdict and digest of each
// batch. False names the first batch that differs.
MUST_USE bool session_verify(const SessionConfig *config, int64_t *batches, Err *err);

#endif // SESSION_SESSION_H
