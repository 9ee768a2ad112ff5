// rules/criteria.h — the six criteria by which a group looks at its game, 0..100 each. Never: one total.
#ifndef RULES_CRITERIA_H
#define RULES_CRITERIA_H
#include "model/state.h"

typedef enum Criterion {
    CRITERION_SUBSTANCE,
    CRITERION_DURABILITY,
    CRITERION_LEGITIMACY,
    CRITERION_COALITION,
    CRITERION_POWER_SHIFT,
    CRITERION_VOICE,
    CRITERION_COUNT,
} Criterion;

// How near the law is to what the actor wants; -1 when it said no wish.
int32_t criteria_substance(const Def *def, const State *state, uint8_t actor);
// How long a passed text may last; 0 when the arena did not pass one. NONE: the arena that passed a
// text, first declared.
int32_t criteria_durability(const Def *def, const State *state, int32_t arena);
// Cohesion, trust and means of the actor's largest coalition; without one, the trust others have in it.
int32_t criteria_coalition(const Def *def, const State *state, uint8_t actor);
// Whether affected actors weigh more than at the start: 50 = as much.
int32_t criteria_power_shift(const Def *def, const State *state);
// Lines and clause steps of affected actors, and how evenly voices were used; what was never counted
// (no lines, no steps, no voice) is left out of the mean.
int32_t criteria_voice(const Def *def, const State *state);
// All six for one actor; -1 where there is nothing to say.
void criteria_all(
        const Def *def, const State *state, uint8_t actor, int16_t out[CRITERION_COUNT]);

#endif // RULES_CRITERIA_H
