// session/timeline.h — the batches of a session as a tree: rewinds lead back, nothing is lost. Never: decides what a rewind keeps of people (timeline_carry says it in events).
#ifndef SESSION_TIMELINE_H
#define SESSION_TIMELINE_H
#include "rules/txn.h"
#include "session/session.h"

// What stands on the record beside the State when a command is judged.
CommandStamp timeline_stamp(const Session *session, const Command *command, bool person);
// Milliseconds of the session clock: it stands still in pauses and goes back with a rewind.
uint32_t session_now(const Session *session);
// A command was accepted: the clock goes on from there.
void timeline_tick(Session *session, uint32_t game_ms, bool paused);

bool timeline_is_rewind(const Command *command);
// Who sits where, settings and the pause as they are now, put onto the State a rewind leads to, as events.
void timeline_carry(Session *session, Txn *txn, int32_t to);
// Session clock after batch seq.
uint32_t timeline_time(const Session *session, int32_t seq);

// The place before the first batch.
void timeline_begin(Session *session);
// A batch has become the past; its events are the last of the ledger from `first` on.
void timeline_mark(Session *session, const Command *command, bool accepted,
        uint32_t game_ms, int32_t first);
// Ledger, snapshots and State are as after batch `to`; what came later goes to a branch.
void timeline_go(Session *session, int32_t to);
// The State after any batch, also of a branch.
void timeline_state(const Session *session, int32_t to, State *out);
// Length of the ledger when the last batch before this one, or itself, of the present timeline was new.
int32_t timeline_end(const Session *session, int32_t seq);
void timeline_free(Session *session);

#endif // SESSION_TIMELINE_H
