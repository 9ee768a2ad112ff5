// rules/support.h — a decider's readiness to say yes, computed and never stored. Never: changes a State.
#ifndef RULES_SUPPORT_H
#define RULES_SUPPORT_H
#include "model/state.h"

// Levels of all clauses on the table in an arena: the draft after the rider of its leading frame.
void support_text(
        const Def *def, const State *state, uint8_t arena, uint8_t levels[CLAUSES_MAX]);
// Leading frame of an arena (highest adoption, at least 1 point), NONE if none; second place in *second.
uint8_t support_leading(const Def *def, const State *state, uint8_t arena, uint8_t *second);
// Fit of the two leading frames for a decider, tenths: clamp(res1 x adopt1 x w/100 + res2 x adopt2 x w/200, ±300).
int32_t support_fit(const Def *def, const State *state, uint8_t decider);
// What else the decider looks at, tenths: the case says it.
int32_t support_leaning(const Def *def, const State *state, uint8_t decider);
// S for a text, tenths.
int32_t support_of(const Def *def, const State *state, uint8_t decider,
        const uint8_t levels[CLAUSES_MAX]);
// S for the text on the table in the decider's arena.
int32_t support_now(const Def *def, const State *state, uint8_t decider);

#endif // RULES_SUPPORT_H
