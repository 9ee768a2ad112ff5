// host/table.h — one running session with its computer players, behind frames of bytes. Never: draws, opens files, trusts a frame's actor.
#ifndef HOST_TABLE_H
#define HOST_TABLE_H
#include "bots/crew.h"
#include "session/session.h"

typedef struct Table {
    Session *session;
    Crew *crew;
    BotKind players;
    int32_t rewinds; // of the session that the crew knows of
    Buffer frame;    // the last frame encoded by table_send
    Err failure;     // why the record failed, kind ERR_NONE while all is well
} Table;

// Opens a session (a new one or an old record) and lets the computer's seats catch up. NULL with err.
MUST_USE Table *table_open(const SessionConfig *config, BotKind players, Err *err);
void table_close(Table *table);
// The other end of the in-memory transport: encodes the command and feeds it.
MUST_USE bool table_send(Table *table, uint8_t seat, const Command *command,
        const char *words, Verdict *verdict, Err *err);
// Lets the computer's seats play until only people are waited for.
MUST_USE bool table_run(Table *table, Err *err);

#endif // HOST_TABLE_H
