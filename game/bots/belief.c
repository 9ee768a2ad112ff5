// bots/belief.c — what a seat may think it knows, made from State by forgetting. Never: keeps a secret of another seat.
#include "bots/parts.h"
#include "rules/support.h"
#include <string.h>

enum { UNKNOWN_STANCE = -200, BANDS = 5 };

// Middle of the fifth of the range a value lies in.
static int16_t band_middle(int32_t value, int32_t min, int32_t max) {
    int32_t span = max - min;
    if (span <= 0) return (int16_t)value;
    int32_t band = core_clamp((value - min) * BANDS / span, 0, BANDS - 1);
    return (int16_t)(min + (2 * band + 1) * span / (2 * BANDS));
}

static bool knows_all(const Def *def, const State *state, uint8_t actor, uint8_t decider) {
    (void)def;
    return (state->learned[actor][decider] & FACT_STANCE) != 0;
}

static void forget_stances(const Def *def, const State *state, uint8_t actor, State *out) {
    for (uint8_t d = 0; d < def_count(def, KIND_DECIDER); d++) {
        uint16_t cell = def_cell(def, TRACK_STANCE, d, 0);
        bool known = def->deciders[d].known || knows_all(def, state, actor, d)
                     || def->deciders[d].owner == actor;
        out->cell[cell] =
                known ? band_middle(out->cell[cell], -1000, 1000) : UNKNOWN_STANCE;
    }
}

static bool is_own(const Track *track, int32_t place, uint8_t actor) {
    return track->row == KIND_ACTOR && place / track->columns == actor;
}

static void forget_cells(const Def *def, uint8_t actor, State *out) {
    for (int32_t id = 0; id < def->tracks_count; id++) {
        const Track *track = &def->tracks[id];
        if (track->sight == SIGHT_EVERYONE || track->sight == SIGHT_REVEALED
                || def->numbers_exact)
            continue;
        for (int32_t i = 0; i < track->rows * track->columns; i++) {
            if (is_own(track, i, actor)) continue;
            size_t cell = (size_t)track->base + (size_t)i;
            bool bands = track->sight == SIGHT_BANDS;
            out->cell[cell] = bands ? band_middle(out->cell[cell], def->cell_min[cell],
                                      def->cell_max[cell])
                                    : def->start[cell];
        }
    }
}

static void forget_structures(const Def *def, uint8_t actor, State *out) {
    for (int32_t i = 0; i < def_count(def, KIND_ACTOR); i++) {
        if (i == actor) continue;
        memset(out->plan[i], 0, sizeof out->plan[i]);
        out->plan_count[i] = 0;
        memset(out->learned[i], 0, sizeof out->learned[i]);
        out->red_crossed[i] = 0;
    }
    for (int32_t i = 0; i < DEALS_MAX; i++) {
        const Deal *deal = &out->deal[i];
        if (deal->from != actor && deal->to != actor && !deal->is_public)
            out->deal[i] = (Deal){0};
    }
    for (int32_t i = 0; i < COALITIONS_MAX; i++) {
        if ((out->coalition[i].members >> actor) & 1) continue;
        memset(out->coalition[i].ask, NONE, sizeof out->coalition[i].ask);
        memset(out->coalition[i].target, NONE, sizeof out->coalition[i].target);
    }
    memset(&out->rng, 0, sizeof out->rng);
}

void belief_make(const Def *def, const State *state, uint8_t actor, State *out) {
    *out = *state;
    forget_cells(def, actor, out);
    forget_stances(def, state, actor, out);
    forget_structures(def, actor, out);
}

static bool knows(const State *believed, uint8_t actor, uint8_t decider, uint32_t fact) {
    return (believed->learned[actor][decider] & fact) != 0;
}

int32_t belief_support(const Def *def, const State *believed, uint8_t actor,
        uint8_t decider, const uint8_t levels[CLAUSES_MAX]) {
    const Decider *d = &def->deciders[decider];
    bool own = d->owner == actor;
    int32_t sum = state_at(def, believed, TRACK_STANCE, decider, 0);
    for (int32_t c = 0; c < def_count(def, KIND_CLAUSE); c++) {
        if (own || knows(believed, actor, decider, (uint32_t)FACT_VALUE_0 << c))
            sum += 10 * d->values[c][levels[c]];
    }
    uint8_t second, first = support_leading(def, believed, d->arena, &second);
    if (first != NONE
            && (own
                    || knows(believed, actor, decider,
                            (uint32_t)FACT_RESONANCE_0 << first))) {
        sum += d->resonance[first] * state_at(def, believed, TRACK_FRAME, d->arena, first)
               * def->coef[COEF_FRAME_WEIGHT] / 100;
    }
    int32_t issue = def_count(def, KIND_CLAUSE) > 0 ? def->clauses[0].issue : 0;
    sum += d->hears_public * (state_at(def, believed, TRACK_PUBLIC, issue, 0) - 500) / 5;
    sum += d->hears_heat * state_at(def, believed, TRACK_HEAT, decider, 0) / 2;
    return sum + state_at(def, believed, TRACK_PULL, decider, 0);
}

uint8_t belief_arena(const Def *def) {
    for (uint8_t arena = 0; arena < def_count(def, KIND_ARENA); arena++) {
        if (def->arenas[arena].decides != NONE) return arena;
    }
    return NONE;
}

int32_t belief_chance(const Def *def, const State *believed, uint8_t actor, uint8_t arena) {
    uint8_t levels[CLAUSES_MAX];
    support_text(def, believed, arena, levels);
    int32_t sum = 0, weight = 0;
    for (uint8_t d = 0; d < def_count(def, KIND_DECIDER); d++) {
        if (def->deciders[d].arena != arena) continue;
        int32_t support =
                core_clamp(belief_support(def, believed, actor, d, levels), -200, 200);
        sum += def->deciders[d].weight * support;
        weight += def->deciders[d].weight;
    }
    return weight == 0 ? 50 : core_clamp(50 + sum / weight / 4, 0, 100);
}
