// cli/desk_hold.h — a verb that hurts if it was a slip waits five seconds, so that it can be taken back. Never: judges a verb.
#ifndef CLI_DESK_HOLD_H
#define CLI_DESK_HOLD_H
#include "model/console.h"

enum { DESK_HOLD_MS = 5000, DESK_HOLD_BYTES = 64 };

typedef struct DeskHold {
    char line[DESK_HOLD_BYTES]; // "" = nothing waits
    char step[200];             // in which it was meant
    int64_t due_ms;
} DeskHold;

// The verb waits from now on. True: it waited already and is to be said at once. "": nothing waits any more.
bool desk_hold_set(DeskHold *hold, const char *line, const StepView *step, int64_t now_ms);
// True once, when its time has come, with the verb in line. Another step than the one it was meant for: it is
// forgotten, because it would close the wrong one.
bool desk_hold_due(
        DeskHold *hold, const StepView *step, int64_t now_ms, char line[DESK_HOLD_BYTES]);
// Seconds until then, 0 = nothing waits.
int32_t desk_hold_seconds(const DeskHold *hold, int64_t now_ms);

#endif // CLI_DESK_HOLD_H
