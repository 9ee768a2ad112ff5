// rules/fold.h — events become State. The only code that sets a field of a State. Never: refuses, judges, or reads a pack's functions.
#ifndef RULES_FOLD_H
#define RULES_FOLD_H
#include "model/event.h"
#include "model/state.h"

// The state a session has before its first event: all zero but the fixed "nobody" marks, the start
// values of the cells and positions of the Def, and the seed.
void fold_begin(const Def *def, State *state, uint64_t seed);
// Applies one event. Total: any event of the journal of this Def leaves a valid State or is ignored.
void fold_event(const Def *def, State *state, const Event *event);
// True when some part of fold.c takes care of the kind; a test asks for every row of events.def.
bool fold_knows(EventKind kind);
// Several, in order.
void fold_events(const Def *def, State *state, const Event *events, int32_t count);

// ---- fold_forget.c: copies nobody plays ------------------------------------------------------
// A copy as a seat may know it: what others keep to themselves is left out or put in the middle of its
// band. A secret field of State must be forgotten here.
void fold_forget(const Def *def, const State *state, uint8_t actor, State *out);
// What if: one cell, in tenths, or the decision of an arena of a copy is set as given, unchecked.
void fold_suppose(State *thought, uint16_t cell, int32_t tenths);
void fold_suppose_decision(State *thought, uint8_t arena, const Decision *decision);
// All others would do again what they did last, as far as the copy knows it.
void fold_suppose_repeats(State *thought, uint8_t actor);
// One more act at the end of an actor's list; false when the list is full.
MUST_USE bool fold_suppose_act(State *thought, uint8_t actor, const Act *act);

#endif // RULES_FOLD_H
