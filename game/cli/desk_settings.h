// cli/desk_settings.h — what a person chose for the window, kept between one start and the next. Never: a drawing.
#ifndef CLI_DESK_SETTINGS_H
#define CLI_DESK_SETTINGS_H
#include "cli/args.h"
#include "cli/desk.h"

// Reads what is kept; what stands in the command line goes before it. From now on changes are kept.
void desk_settings_remember(Desk *desk, const Args *args);
// Called when something was changed.
void desk_settings_keep(Desk *desk);

#endif // CLI_DESK_SETTINGS_H
