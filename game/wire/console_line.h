// wire/console_line.h — a verb of the facilitator written as one line ("extend 1m") as the message that asks for it. Never: judges it.
#ifndef WIRE_CONSOLE_LINE_H
#define WIRE_CONSOLE_LINE_H
#include "base/bytes.h"

enum { CONSOLE_LINE_BYTES = 900, CONSOLE_WORDS_MAX = 24 };

// Writes the `cmd`, or the `probe` of a question, into out. The first word is the verb, then its
// arguments in the order of console.def; a word that only names the next argument may stand ("resume in
// 5s"), an optional word of another kind is passed over, key=value belongs to the act before it, and the
// last text takes the rest of the line. False: why says what is wrong, in a sentence.
MUST_USE bool console_line(const char *line, const char *id, Buffer *out, char why[160]);

#endif // WIRE_CONSOLE_LINE_H
