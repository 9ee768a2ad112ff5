// rules/pressure.h — what acts on one decider do to each other: repeats, joint pressure, breadth, and the caps of a round. Never: applies an effect.
#ifndef RULES_PRESSURE_H
#define RULES_PRESSURE_H
#include "rules/effect.h"

// Factors of every act of a resolution, worked out together before any is booked. ranks of equal
// acts: largest amount first, ties to the lower macro share, then the order of declaration.
void pressure_factors(const Def *def, const State *state, const Act *acts, int32_t count,
        EffectFactors *out);
// Caps on stance for each decider and direction from the distinct acts of coalitions, into the book.
void pressure_caps(
        const Def *def, const State *state, const Act *acts, int32_t count, Book *book);

// True when the coalition's backbone did an act that tends the coalition this round (it raises cohesion, publishes or spends from the pool).
bool pressure_backbone_active(const Def *def, const State *state, uint8_t slot);

#endif // RULES_PRESSURE_H
