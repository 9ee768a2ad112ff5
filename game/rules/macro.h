// rules/macro.h — macro share: what an actor's means and place weigh among all. Never: changes a State.
#ifndef RULES_MACRO_H
#define RULES_MACRO_H
#include "model/state.h"

// Per mille of all actors: the mean of the shares of resources others need, importance to others,
// and positions. 0 when nobody has any of them.
int32_t macro_share(const Def *def, const State *state, uint8_t actor);
// All at once, cheaper than one by one; out has ACTORS_MAX places.
void macro_shares(const Def *def, const State *state, int32_t *out);

#endif // RULES_MACRO_H
