// rules/stock.h — the audiences and resources that engine rules speak of, found by their stock ids. Never: a rule.
#ifndef RULES_STOCK_H
#define RULES_STOCK_H
#include "model/state.h"

// Index of the audience or NONE where the pack has none: "base", "public", "elite", "locals", "peer".
static inline uint8_t stock_audience(const Def *def, const char *id) {
    return def_find(def, KIND_AUDIENCE, id).index;
}

// Cell of an actor's standing with an audience of that id; UINT16_MAX where the pack has none.
static inline uint16_t stock_standing(const Def *def, int32_t actor, const char *id) {
    uint8_t audience = stock_audience(def, id);
    return audience == NONE ? UINT16_MAX : def_cell(def, TRACK_LEGITIMACY, actor, audience);
}

// What the present phase does; DOES_NOTHING before the first.
static inline PhaseDoes stock_phase_does(const Def *def, const State *state) {
    return state->phase < def->phases_count ? (PhaseDoes)def->phases[state->phase].does
                                            : DOES_NOTHING;
}

#endif // RULES_STOCK_H
