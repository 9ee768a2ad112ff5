// cli/desk_look.h — what the console is sent of one seat it looks at, until the look is over. Never: keeps it longer, looks by itself.
#ifndef CLI_DESK_LOOK_H
#define CLI_DESK_LOOK_H
#include "cli/desk_foresee.h"
#include "client/app.h"
#include "wire/mirror.h"

typedef struct DeskLook {
    Mirror *held;
    View view;
    AppLook shown; // seat 0 = no look
    int64_t until_ms;
    DeskForesee foresee; // of the act that is being filled in for the seat
} DeskLook;

void desk_look_open(DeskLook *look);
void desk_look_close(DeskLook *look);
// A `peeked`: a look begins, begins anew, or is over.
void desk_look_hear(DeskLook *look, Bytes message);
// Seconds until it closes by itself, 0 = no look.
int32_t desk_look_seconds(const DeskLook *look, int64_t now_ms);
// What the app may draw of it now, NULL = nothing.
const AppLook *desk_look_shown(DeskLook *look, int64_t now_ms);

#endif // CLI_DESK_LOOK_H
