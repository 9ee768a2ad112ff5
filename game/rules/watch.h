// rules/watch.h — what a team watches over and what it measures: clauses, and numbers it then reads exactly. Never: who may see what (session/).
#ifndef RULES_WATCH_H
#define RULES_WATCH_H
#include "rules/effect.h"

// Change word reveal for numbers (Change.track) and for promises about clauses; true when it was one.
bool watch_word(Txn *txn, Effect *effect, const Change *change);
// Whether the promise is about a clause the actor watches: through its decider, arena or frame.
bool watch_sees(const Def *def, const State *state, uint8_t actor, const Promise *promise);

#endif // RULES_WATCH_H
