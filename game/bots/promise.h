// bots/promise.h — what an act does to the promises of a seat. Never: included from outside bots/.
#ifndef BOTS_PROMISE_H
#define BOTS_PROMISE_H
#include "bots/parts.h"

// What keeping (above 0) or breaking (below 0) its own promises with this act is worth to a persona:
// a promise of size n is broken only for a gain above (1 + n) x loyalty x 5.
int32_t promise_worth(
        const Def *def, const State *state, const Persona *persona, const Act *act);
// Would this act break an open promise; would it keep one that the own list does not keep yet.
bool promise_breaks(const Def *def, const State *state, const Act *act);
bool promise_keeps(const Def *def, const State *state, const Act *act);
// The same worth for a yes (above 0) or a no (below 0) in an arena.
int32_t promise_vote(const Def *def, const State *state, uint8_t actor, uint8_t arena,
        const Persona *persona);

#endif // BOTS_PROMISE_H
