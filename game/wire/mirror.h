// wire/mirror.h — what a client holds of its view: whole sections, and changes laid into them. Never: adds anything, knows a rule.
#ifndef WIRE_MIRROR_H
#define WIRE_MIRROR_H
#include "base/bytes.h"

typedef struct Mirror Mirror;

// On the heap; empty.
Mirror *mirror_make(void);
void mirror_free(Mirror *mirror);
// Lays one `view` or `delta` into it (VIEWS.md says how). False: it does not fit what is held; the
// client then asks for everything with `need`. Other messages change nothing and are true.
MUST_USE bool mirror_take(Mirror *mirror, Bytes message);
// All of a seat that a `peeked` shows, in the place of what was held before. False when it is none.
MUST_USE bool mirror_take_peeked(Mirror *mirror, Bytes message);
// True when this section is held and is the same value as the JSON of a fresh one. Tests of the host ask.
MUST_USE bool mirror_shows(const Mirror *mirror, const char *section, Bytes json);
// What is held of a section, as JSON with its members in the order of their names; "" when it is not held.
void mirror_write(const Mirror *mirror, const char *section, Buffer *out);
// True when both hold the same of a section, or neither does.
MUST_USE bool mirror_same(const Mirror *a, const Mirror *b, const char *section);
// Number of the view or delta that was taken last, 0 = none.
int32_t mirror_number(const Mirror *mirror);
// Forgets everything: the next view is whole.
void mirror_clear(Mirror *mirror);

#endif // WIRE_MIRROR_H
