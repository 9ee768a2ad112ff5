// rules/macro.c — resources others need, importance to others, positions. Never: changes a State.
#include "rules/macro.h"

static int32_t needed_by_all(const Def *def, const State *state, int32_t resource) {
    int32_t sum = 0;
    for (int32_t b = 0; b < def_count(def, KIND_ACTOR); b++)
        sum += state_at(def, state, TRACK_NEED, b, resource) / 10;
    return sum;
}

// What each actor holds, by how much the others need it.
static void control(const Def *def, const State *state, int32_t *out) {
    for (int32_t r = 0; r < def_count(def, KIND_RESOURCE); r++) {
        int32_t all = needed_by_all(def, state, r);
        for (int32_t i = 0; all > 0 && i < def_count(def, KIND_ACTOR); i++) {
            int32_t held = state_at(def, state, TRACK_RESOURCE, i, r) / 10;
            int32_t own = state_at(def, state, TRACK_NEED, i, r) / 10;
            if (held > 0) out[i] += held * (all - own);
        }
    }
}

static void importance(const Def *def, const State *state, int32_t *out) {
    int32_t count = def_count(def, KIND_ACTOR);
    for (int32_t b = 0; b < count; b++) {
        for (int32_t i = 0; i < count; i++)
            out[i] += state_at(def, state, TRACK_IMPORTANCE, b, i) / 10;
    }
}

static int32_t place_weight(const Position *position) {
    int32_t sum = position->weight > 0 ? 2 + position->weight
                                       : (position->places & PLACE_SEAT ? 1 : 0);
    if (position->places & PLACE_PEN) sum += 1;
    if (position->places & PLACE_CHAIR) sum += 3;
    return sum;
}

static void places(const Def *def, const State *state, int32_t *out) {
    for (int32_t i = 0; i < def_count(def, KIND_ACTOR); i++) {
        for (int32_t arena = 0; arena < def_count(def, KIND_ARENA); arena++)
            out[i] += def->arenas[arena].weight * place_weight(&state->position[i][arena]);
    }
}

typedef void (*Measure)(const Def *, const State *, int32_t *out);

// Adds each actor's share of one measure, per mille rounded to nearest.
static void add_shares(const Def *def, const State *state, Measure measure, int32_t *out) {
    int32_t values[ACTORS_MAX] = {0}, total = 0, count = def_count(def, KIND_ACTOR);
    measure(def, state, values);
    for (int32_t i = 0; i < count; i++)
        total += values[i];
    for (int32_t i = 0; total > 0 && i < count; i++)
        out[i] += (2000 * values[i] + total) / (2 * total);
}

void macro_shares(const Def *def, const State *state, int32_t *out) {
    for (int32_t i = 0; i < ACTORS_MAX; i++)
        out[i] = 0;
    add_shares(def, state, control, out);
    add_shares(def, state, importance, out);
    add_shares(def, state, places, out);
    for (int32_t i = 0; i < ACTORS_MAX; i++)
        out[i] /= 3;
}

int32_t macro_share(const Def *def, const State *state, uint8_t actor) {
    int32_t shares[ACTORS_MAX];
    macro_shares(def, state, shares);
    return shares[actor];
}
