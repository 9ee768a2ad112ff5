// cli/look_host.h — a workshop with invented people, for pictures of lobby, console and board. Never: keeps a session, lets anybody in.
#ifndef CLI_LOOK_HOST_H
#define CLI_LOOK_HOST_H
#include "cli/desk.h"

enum { LOOK_FOLDER_BYTES = 64 };

// Is it a screen of who leads a workshop?
bool look_host_is(ScreenKind screen);
// A folder of its own for the session, and its end with everything in it.
MUST_USE bool look_host_folder(char out[LOOK_FOLDER_BYTES], Err *err);
void look_host_remove(const char *folder);
// Opens the doors, lets people in and, for console and board, begins.
MUST_USE bool look_host_to(Desk *desk, const char *pack, ScreenKind screen, Err *err);

#endif // CLI_LOOK_HOST_H
