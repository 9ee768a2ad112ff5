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
// Forgets everything: the next view is whole.
void mirror_clear(Mirror *mirror);

#endif // WIRE_MIRROR_H
