// cli/desk_overdue.h — the first page asks about workshops that are over their time. Never: erases without a yes.
#ifndef CLI_DESK_OVERDUE_H
#define CLI_DESK_OVERDUE_H
#include "cli/desk.h"

// Lists them in desk->home.
void desk_overdue_show(Desk *desk);
// Keeps one longer, or erases what everybody wrote in it; then the first page is shown anew with what came of it.
MUST_USE bool desk_overdue_answer(Desk *desk, const char *name, bool erases, Err *err);

#endif // CLI_DESK_OVERDUE_H
