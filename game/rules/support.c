// rules/support.c — S, frame fit and the text after riders. Never: changes a State.
#include "rules/support.h"
#include "rules/scope.h"
#include <string.h>

enum { FIT_MOST = 300 };

// Frame with the highest adoption in the arena beside `but`; ties to the one declared first.
static uint8_t highest(
        const Def *def, const State *state, uint8_t arena, uint8_t but, int32_t *adoption) {
    uint8_t best = NONE;
    *adoption = 0;
    for (int32_t frame = 0; frame < def_count(def, KIND_FRAME); frame++) {
        int32_t value = state_at(def, state, TRACK_FRAME, arena, frame);
        if (frame == but || value <= *adoption) continue;
        best = (uint8_t)frame;
        *adoption = value;
    }
    return best;
}

uint8_t support_leading(
        const Def *def, const State *state, uint8_t arena, uint8_t *second) {
    int32_t adoption, next;
    uint8_t first = highest(def, state, arena, NONE, &adoption);
    uint8_t runner_up = first == NONE ? NONE : highest(def, state, arena, first, &next);
    if (second) *second = runner_up;
    return adoption >= 10 ? first : NONE;
}

static uint8_t after_rider(const Rider *rider, uint8_t level) {
    if (rider->least) return (uint8_t)core_max(level, rider->level);
    return (uint8_t)core_min(level, rider->level);
}

void support_text(
        const Def *def, const State *state, uint8_t arena, uint8_t levels[CLAUSES_MAX]) {
    int32_t clauses = def_count(def, KIND_CLAUSE);
    memset(levels, 0, CLAUSES_MAX);
    for (int32_t clause = 0; clause < clauses; clause++) {
        levels[clause] = (uint8_t)(state_at(def, state, TRACK_DRAFT, clause, 0) / 10);
    }
    uint8_t frame = support_leading(def, state, arena, NULL);
    if (frame == NONE) return;
    for (int32_t i = 0; i < 2; i++) {
        const Rider *rider = &def->frames[frame].riders[i];
        if (rider->clause < clauses)
            levels[rider->clause] = after_rider(rider, levels[rider->clause]);
    }
}

int32_t support_fit(const Def *def, const State *state, uint8_t decider) {
    const Decider *d = &def->deciders[decider];
    int32_t weight = def->coef[COEF_FRAME_WEIGHT], adoption = 0, next = 0;
    uint8_t first = highest(def, state, d->arena, NONE, &adoption);
    if (first == NONE || weight == 0) return 0;
    uint8_t second = highest(def, state, d->arena, first, &next);
    int32_t fit = d->resonance[first] * adoption * weight / 100;
    if (second != NONE) fit += d->resonance[second] * next * weight / 200;
    return core_clamp(fit, -FIT_MOST, FIT_MOST);
}

// The first issue the decider's arena deals with.
static int32_t issue_of(const Def *def, const Decider *decider) {
    uint8_t mask = def->arenas[decider->arena].issues;
    for (int32_t issue = 0; issue < def_count(def, KIND_ISSUE); issue++) {
        if (mask == 0 || ((mask >> issue) & 1)) return issue;
    }
    return NONE;
}

static int32_t of_text(
        const Def *def, const Decider *decider, const uint8_t levels[CLAUSES_MAX]) {
    uint8_t mask = def->arenas[decider->arena].issues;
    int32_t sum = 0;
    for (int32_t clause = 0; clause < def_count(def, KIND_CLAUSE); clause++) {
        if (mask && !((mask >> def->clauses[clause].issue) & 1)) continue;
        sum += decider->values[clause][core_min(levels[clause], LEVELS_MAX - 1)];
    }
    return 10 * sum;
}

int32_t support_leaning(const Def *def, const State *state, uint8_t decider) {
    if (def->deciders[decider].leans == 0) return 0;
    Scope scope;
    scope_plain(&scope, def, state, NONE);
    scope.expr.target = scope.expr.each = (Thing){KIND_DECIDER, decider};
    return 10 * core_clamp(expr_amount(&scope.expr, def->deciders[decider].leans), -10, 10);
}

int32_t support_of(const Def *def, const State *state, uint8_t decider,
        const uint8_t levels[CLAUSES_MAX]) {
    const Decider *d = &def->deciders[decider];
    int32_t issue = issue_of(def, d);
    int32_t s = state_at(def, state, TRACK_STANCE, decider, 0) + of_text(def, d, levels);
    s += support_fit(def, state, decider);
    if (issue != NONE)
        s += d->hears_public * (state_at(def, state, TRACK_PUBLIC, issue, 0) - 500) / 5;
    s += d->hears_heat * state_at(def, state, TRACK_HEAT, decider, 0) / 2;
    return s + state_at(def, state, TRACK_PULL, decider, 0)
           + support_leaning(def, state, decider);
}

int32_t support_now(const Def *def, const State *state, uint8_t decider) {
    uint8_t levels[CLAUSES_MAX];
    support_text(def, state, def->deciders[decider].arena, levels);
    return support_of(def, state, decider, levels);
}
