// session/foresee.h — what an act would cost and bring as this seat can know it, before it is confirmed. Never: changes a session, reads what the seat may not.
#ifndef SESSION_FORESEE_H
#define SESSION_FORESEE_H
#include "session/say.h"
#include "session/session.h"

enum { FORESEE_LINES_MAX = 8 };

typedef struct Foresight {
    Verdict verdict;         // what sending it now would be answered
    const char *cost, *warn; // "" = none
    const char *likely[FORESEE_LINES_MAX];
    int32_t likely_count;
    const char *unknown[FORESEE_LINES_MAX]; // numbers it moves that this seat cannot read
    int32_t unknown_count;
} Foresight;

// Numbers are worked out on the State as this seat may know it, so they tell nothing more; only the verdict is
// that of the gate. A closed act, and a command that is no act, have no lines. Sentences live in region.
void session_foresee(const Session *session, uint8_t actor, const Language *language,
        const Command *command, Region *region, Foresight *out);

#endif // SESSION_FORESEE_H
