// cli/desk_author.h — a pack somebody is writing is looked over beside the window, which goes on. Never: changes a file.
#ifndef CLI_DESK_AUTHOR_H
#define CLI_DESK_AUTHOR_H
#include "cli/desk.h"

// Begins to look a pack over; while one is being looked over nothing else begins.
void desk_author_check(Desk *desk, const char *path);
// While it runs nobody else may open a pack: the packs of one program are opened one after another.
bool desk_author_runs(const Desk *desk);
// True when an answer came.
bool desk_author_poll(Desk *desk);
// Waits for what still runs.
void desk_author_close(Desk *desk);

#endif // CLI_DESK_AUTHOR_H
