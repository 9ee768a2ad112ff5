// cli/terminal.h — lines for a terminal that may quote files and words of strangers. Never: passes on what would steer the terminal.
#ifndef CLI_TERMINAL_H
#define CLI_TERMINAL_H
#include "base/bytes.h"
#include <stdio.h>

// As fprintf; each control character but line feed and tab, each letter nobody sees or that turns the text, and
// each byte that is no UTF-8 comes out as one "·".
void terminal_print(FILE *to, const char *format, ...) PRINTF_LIKE(2, 3);
// The same for a text that is there, into a buffer.
void terminal_text(Buffer *out, const char *text, size_t length);

#endif // CLI_TERMINAL_H
