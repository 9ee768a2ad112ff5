// rules/pressure.c — ranks of equal acts, joint pressure of coalitions, caps of a round. Never: applies an effect.
#include "rules/pressure.h"
#include "rules/apply.h"
#include "rules/factor.h"
#include "rules/macro.h"

static bool equal_acts(const Act *a, const Act *b) {
    return a->move == b->move && a->side == b->side && a->target.kind == b->target.kind
           && a->target.index == b->target.index;
}

// Largest flagged amount of an act with its own factors, for ranking.
static int32_t weight_of(
        const Def *def, const State *state, const Act *act, const EffectFactors *factors) {
    const Move *move = &def->moves[act->move];
    Scope scope;
    scope_act(&scope, def, state, act);
    Effect effect = {.scope = &scope, .factors = *factors};
    int32_t most = 0;
    for (int32_t i = 0; i < move->changes.count; i++) {
        const Change *change = &def->changes[move->changes.first + i];
        if (change->flags & CHANGE_REPEATS)
            most = core_max(most, core_abs(effect_amount(&effect, change)));
    }
    return most;
}

static bool before(const Act *a, int32_t weight_a, const Act *b, int32_t weight_b,
        const int32_t *macro) {
    if (weight_a != weight_b) return weight_a > weight_b;
    if (a->actor == b->actor) return a->id < b->id;
    int32_t macro_a = macro[a->actor], macro_b = macro[b->actor];
    return macro_a != macro_b ? macro_a < macro_b : a->actor < b->actor;
}

// Distinct moves by members of a coalition on one decider and side.
static int32_t joint_moves(const State *state, uint8_t slot, const Act *acts, int32_t count,
        Thing target, int8_t side) {
    uint64_t moves[MOVE_WORDS] = {0};
    for (int32_t i = 0; i < count; i++) {
        const Act *act = &acts[i];
        bool same = act->target.kind == target.kind && act->target.index == target.index
                    && act->side == side;
        if (same && ((state->coalition[slot].members >> act->actor) & 1)) {
            moves[act->move / 64] |= (uint64_t)1 << (act->move % 64);
        }
    }
    return __builtin_popcountll(moves[0]) + __builtin_popcountll(moves[1]);
}

static bool inside_and_outside(
        const Def *def, const State *state, uint8_t slot, uint8_t arena) {
    bool inside = false, outside = false;
    for (int32_t i = 0; i < def_count(def, KIND_ACTOR); i++) {
        if (!((state->coalition[slot].members >> i) & 1)) continue;
        bool in = state->position[i][arena].weight > 0;
        for (int32_t d = 0; d < def_count(def, KIND_DECIDER); d++) {
            in |= def->deciders[d].owner == i && def->deciders[d].arena == arena;
        }
        inside |= in;
        outside |= !in;
    }
    return inside && outside;
}

// An act that tends the own coalition: it raises cohesion, makes quiet acts open, or spends from the pool.
static bool tends(const Def *def, const Move *move) {
    for (int32_t i = 0; i < move->changes.count; i++) {
        const Change *change = &def->changes[move->changes.first + i];
        if (change->op == CHANGE_PUBLISH) return true;
        bool raises = change->op == CHANGE_GAIN && change->sign == 0;
        if (raises && change->track == TRACK_COHESION) return true;
    }
    for (int32_t i = 0; i < move->costs.count; i++) {
        if (def->changes[move->costs.first + i].track == TRACK_POOL) return true;
    }
    return false;
}

bool pressure_backbone_active(const Def *def, const State *state, uint8_t slot) {
    uint8_t backbone = state->coalition[slot].backbone;
    if (backbone == NONE) return false;
    for (int32_t move = 0; move < def->moves_count; move++) {
        if (state->did[backbone][move] > 0 && tends(def, &def->moves[move])) return true;
    }
    return false;
}

static bool backbone_coordinates(const Def *def, const State *state, uint8_t slot) {
    return state->coalition[slot].backbone_does == 1
           && pressure_backbone_active(def, state, slot);
}

static bool works_together(
        const Def *def, const State *state, uint8_t slot, uint8_t actor) {
    if (!((state->coalition[slot].members >> actor) & 1)) return false;
    return state_at(def, state, TRACK_COHESION, slot, 0)
           >= def->coef[COEF_TOGETHER_COHESION] * 10;
}

static int32_t together(const Def *def, const State *state, const Act *act, const Act *acts,
        int32_t count) {
    int32_t best = 100;
    if (act->target.kind != KIND_DECIDER || act->side == 0) return best;
    for (uint8_t slot = 0; slot < COALITIONS_MAX; slot++) {
        if (!works_together(def, state, slot, act->actor)) continue;
        int32_t moves = joint_moves(state, slot, acts, count, act->target, act->side);
        bool both = inside_and_outside(
                def, state, slot, def->deciders[act->target.index].arena);
        best = core_max(best,
                factor_together(def, moves, both, backbone_coordinates(def, state, slot)));
    }
    return best;
}

void pressure_factors(const Def *def, const State *state, const Act *acts, int32_t count,
        EffectFactors *out) {
    int32_t weights[ACTORS_MAX * PLAN_MAX], macro[ACTORS_MAX];
    macro_shares(def, state, macro);
    ASSERT(count <= ACTORS_MAX * PLAN_MAX);
    for (int32_t i = 0; i < count; i++) {
        out[i] = apply_own_factors(def, state, &acts[i]);
        weights[i] = weight_of(def, state, &acts[i], &out[i]);
    }
    for (int32_t i = 0; i < count; i++) {
        int32_t rank = 0;
        for (int32_t j = 0; j < count; j++) {
            if (i == j || !equal_acts(&acts[i], &acts[j])) continue;
            rank += before(&acts[j], weights[j], &acts[i], weights[i], macro);
        }
        out[i].repeat = factor_repeat(def, rank);
        out[i].together = together(def, state, &acts[i], acts, count);
    }
}

void pressure_caps(
        const Def *def, const State *state, const Act *acts, int32_t count, Book *book) {
    for (uint8_t decider = 0; decider < def_count(def, KIND_DECIDER); decider++) {
        for (int32_t down = 0; down < 2; down++) {
            int32_t most = 1;
            for (uint8_t slot = 0; slot < COALITIONS_MAX; slot++) {
                if (state->coalition[slot].members == 0) continue;
                int32_t moves = joint_moves(state, slot, acts, count,
                        (Thing){KIND_DECIDER, decider}, down ? -1 : 1);
                most = core_max(most, moves);
            }
            int32_t cap = def->coef[COEF_MIND_CHANGE]
                          + def->coef[COEF_MIND_CHANGE_STEP] * (most - 1);
            book->stance_cap[decider][down] =
                    (int16_t)(10 * core_min(cap, def->coef[COEF_MIND_CHANGE_MAX]));
        }
    }
}
