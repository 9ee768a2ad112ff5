// session/held.h — batches that are decided but not on disk yet: those of one turn. Never: included outside session/.
#ifndef SESSION_HELD_H
#define SESSION_HELD_H
#include "session/session.h"

enum {
    HELD_MAX = 64,               // batches of one commit
    HELD_BYTES_KEPT = 64 * 1024, // of the buffer, between turns
    HELD_RNG_BYTES = 16,
    HELD_DIGEST_BYTES = 8,
};

// One batch; its bytes lie one behind the other in Session.held_bytes, its events in Session.held_events.
typedef struct Held {
    Command command;
    Verdict verdict;
    JournalWords words; // id 0: none
    int32_t source, device, events_count;
    size_t action_length, command_length, events_length;
    int64_t at_ms, game_ms;
    uint8_t rng[HELD_RNG_BYTES], digest[HELD_DIGEST_BYTES];
} Held;

// Keeps the command just decided with its fresh events. words: what the person wrote; NULL without.
void held_add(Session *session, const Submission *submission, const JournalWords *words,
        Verdict verdict);
// The verdict of an act that this device sent earlier in this turn.
bool held_seen(const Session *session, const Submission *submission, Verdict *verdict);
// Writes everything held as one group. On disk when it returns true; held_take then lets it become State.
MUST_USE bool held_write(Session *session, Err *err);
void held_take(Session *session);
// Scratch is State and everything held again, whatever a refused command did to it.
void held_refold(Session *session);
// Remembers the session clock before the first command that is held moves it.
void held_keep_clock(Session *session);
// Forgets what was held, and the words that came with it.
void held_drop(Session *session);
void held_free(Session *session);

#endif // SESSION_HELD_H
