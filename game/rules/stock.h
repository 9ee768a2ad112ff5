// rules/stock.h — the audiences that the engine itself moves, as the pack names them in its coefficients. Never: an id of a deck.
#ifndef RULES_STOCK_H
#define RULES_STOCK_H
#include "model/state.h"

// Index of the audience a coefficient of the pack names (COEF_AUDIENCE_…), NONE where it names none.
static inline uint8_t stock_audience(const Def *def, Coef which) {
    int32_t place = def->coef[which];
    return place >= 1 && place <= def_count(def, KIND_AUDIENCE) ? (uint8_t)(place - 1)
                                                                : (uint8_t)NONE;
}

// Cell of an actor's standing with that audience; UINT16_MAX where the pack names none.
static inline uint16_t stock_standing(const Def *def, int32_t actor, Coef which) {
    uint8_t audience = stock_audience(def, which);
    return audience == NONE ? UINT16_MAX : def_cell(def, TRACK_LEGITIMACY, actor, audience);
}

// What the present phase does; DOES_NOTHING before the first.
static inline PhaseDoes stock_phase_does(const Def *def, const State *state) {
    return state->phase < def->phases_count ? (PhaseDoes)def->phases[state->phase].does
                                            : DOES_NOTHING;
}

#endif // RULES_STOCK_H
