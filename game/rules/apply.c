// rules/apply.c — costs, counts and effects of one act. Never: judges it, or compares it with others (pressure.c).
#include "rules/apply.h"
#include "rules/factor.h"

// EVENT_ flags of what an act does.
static uint8_t apply_flags(const Move *move) {
    uint8_t flags = EVENT_COUNTS;
    if (move->flags & MOVE_QUIET) flags |= EVENT_QUIET;
    if (move->kind == MOVE_POINT) flags |= EVENT_MICRO;
    return flags;
}

void apply_costs(Txn *txn, Book *book, const Act *act, bool timed) {
    const Move *move = &txn->def->moves[act->move];
    Scope scope;
    if (move->costs.count > 0) {
        scope_act(&scope, txn->def, txn->state, act);
        Effect effect = {.scope = &scope,
                .cause = cause_act(act),
                .factors = effect_plain(),
                .flags = apply_flags(move)};
        effect_run(txn, book, &effect, move->costs);
    }
    if (timed && move->time > 0) {
        uint16_t cell = def_cell(txn->def, TRACK_TIME, act->actor, 0);
        book_add(book, txn->def, cell, -10 * move->time, cause_act(act), apply_flags(move));
    }
}

void apply_done(Txn *txn, const Act *act, bool won) {
    Event event = txn_event(txn, EVENT_ACT, act->actor);
    const Move *move = &txn->def->moves[act->move];
    event.flags = apply_flags(move) & (uint8_t)~EVENT_COUNTS;
    event.a = won;
    event.cause = cause_act(act);
    event.act = *act;
    txn_emit(txn, &event);
}

static int32_t constituencies(const Def *def, const State *state, uint8_t actor) {
    uint32_t words = def->actors[actor].constituencies;
    uint8_t slot = state_coalition_of(state, actor);
    int32_t needed = def->coef[COEF_TOGETHER_COHESION] * 10;
    if (slot == NONE || state_at(def, state, TRACK_COHESION, slot, 0) < needed)
        return __builtin_popcount(words);
    for (int32_t i = 0; i < def_count(def, KIND_ACTOR); i++) {
        if ((state->coalition[slot].members >> i) & 1)
            words |= def->actors[i].constituencies;
    }
    return __builtin_popcount(words);
}

EffectFactors apply_own_factors(const Def *def, const State *state, const Act *act) {
    const Move *move = &def->moves[act->move];
    EffectFactors factors = effect_plain();
    if (move->gate != NONE) {
        factors.standing = factor_standing(
                def, state_at(def, state, TRACK_LEGITIMACY, act->actor, move->gate));
    }
    int32_t fatigue = state_at(def, state, TRACK_FATIGUE, act->actor, 0) / 10;
    int32_t abroad = state_at(def, state, TRACK_ABROAD, act->actor, 0) / 10;
    factors.sense = def->coef[COEF_SENSITIVITY];
    factors.own = factor_tired(def, fatigue, abroad);
    if (def->coef[COEF_BREADTH_STEP] > 0) {
        factors.breadth = factor_breadth(def, constituencies(def, state, act->actor));
    }
    return factors;
}

static bool price_reads_lets(const Def *def, const Move *move) {
    for (int32_t i = 0; i < move->costs.count; i++) {
        const Change *cost = &def->changes[move->costs.first + i];
        uint8_t looks = cost->amount ? def->exprs[cost->amount].looks : 0;
        if (cost->when) looks |= def->exprs[cost->when].looks;
        if (looks & EXPR_LOOKS_LET) return true;
    }
    return false;
}

void apply_keep_lets(const Def *def, const State *state, const Act *act, PaidLets *out) {
    const Move *move = &def->moves[act->move];
    out->kept = move->lets_count > 0 && price_reads_lets(def, move);
    if (!out->kept) return;
    Scope scope;
    scope_act(&scope, def, state, act);
    for (int32_t i = 0; i < LETS_OF_A_MOVE_MAX; i++)
        out->lets[i] = i < move->lets_count ? scope.lets[i] : 0;
}

void apply_changes(Txn *txn, Book *book, const Act *act, const EffectFactors *factors) {
    apply_changes_as_paid(txn, book, act, factors, NULL);
}

void apply_changes_as_paid(Txn *txn, Book *book, const Act *act,
        const EffectFactors *factors, const PaidLets *paid) {
    const Move *move = &txn->def->moves[act->move];
    if (move->changes.count == 0) return;
    Scope scope;
    scope_act(&scope, txn->def, txn->state, act);
    for (int32_t i = 0; paid && paid->kept && i < LETS_OF_A_MOVE_MAX; i++)
        scope.lets[i] = paid->lets[i];
    Effect effect = {.scope = &scope,
            .cause = cause_act(act),
            .factors = *factors,
            .flags = apply_flags(move)};
    effect_run(txn, book, &effect, move->changes);
}
