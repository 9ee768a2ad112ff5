// cli/desk_whatif.h — a game that is over, played again beside the window without each team and each act. Never: changes its record, tells more than the debrief has told.
#ifndef CLI_DESK_WHATIF_H
#define CLI_DESK_WHATIF_H
#include "cli/desk.h"

// Begins with the game of this desk, alone or hosted; what was worked out already stays. On failure err is filled.
MUST_USE bool desk_whatif_begin(Desk *desk, Err *err);
// Are games still being played again?
bool desk_whatif_runs(const Desk *desk);
// True when there is more to show. It ends by itself with the debrief it belongs to.
bool desk_whatif_poll(Desk *desk);
// Waits for the few games that are being played now.
void desk_whatif_close(Desk *desk);

#endif // CLI_DESK_WHATIF_H
