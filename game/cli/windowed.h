// cli/windowed.h — what commands do that open a window or draw; only the program with windows holds it. Never: included where convene must stay without them.
#ifndef CLI_WINDOWED_H
#define CLI_WINDOWED_H
#include "cli/cli.h"

int windowed_play(const Args *args, Err *err);
int windowed_host(const Args *args, Err *err);
int windowed_join(const Args *args, Err *err);
int windowed_shot(const Args *args, Err *err);

#endif // CLI_WINDOWED_H
