// cli/look.h — flags that say how a screen looks, and computer moves up to the screen that is wanted. Never: a rule.
#ifndef CLI_LOOK_H
#define CLI_LOOK_H
#include "cli/cli.h"
#include "cli/desk.h"

// Flags of play and shot: --theme --scale --size --lang.
MUST_USE bool look_settings(const Args *args, AppSettings *out, Err *err);
MUST_USE bool look_size(const Args *args, int32_t *width, int32_t *height, Err *err);
// Lets the computer play the person's seat until the screen has something to show in this round.
MUST_USE bool look_play_to(Desk *desk, ScreenKind screen, int32_t round, Err *err);

#endif // CLI_LOOK_H
