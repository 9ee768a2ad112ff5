// client/settings.h — what one person chose for this window, as lines of a file and back. Never: a path, a rule.
#ifndef CLIENT_SETTINGS_H
#define CLIENT_SETTINGS_H
#include "client/app.h"

// Lines "word number". Total: what is unknown, missing or out of its range leaves the setting as it was.
void settings_read(Bytes text, AppSettings *out);
void settings_write(const AppSettings *settings, Buffer *out);

#endif // CLIENT_SETTINGS_H
