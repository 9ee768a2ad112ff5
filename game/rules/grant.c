// rules/grant.c — the word grant: money to an actor or a coalition's pool, free or with a string. Never: takes the money (that is a cost of the move).
#include "rules/building.h"
#include "rules/purse.h"

static int32_t points_of(ExprScope *scope, const Change *change) {
    return change->amount ? core_clamp(expr_amount(scope, change->amount), 0, 1000) : 0;
}

static uint8_t pool_of(const ExprScope *scope, const Change *change) {
    bool pool = change->who.how == SEL_TARGET && scope->target.kind == KIND_COALITION;
    return pool ? scope->target.index : (uint8_t)NONE;
}

static uint16_t pool_cell(const Def *def, uint8_t slot) {
    return def_cell(def, TRACK_POOL, slot, def->coef[COEF_PURSE] - 1);
}

static uint64_t receivers_of(ExprScope *scope, const Change *change) {
    Sel who = change->who;
    if (who.how == SEL_TARGET) who.kind = KIND_ACTOR;
    return expr_select(scope, who);
}

static int32_t room_in(const Def *def, const State *state, uint16_t cell) {
    return (def->cell_max[cell] - state->cell[cell]) / 10;
}

Verdict grant_gate(Scope *scope, const Change *change) {
    ExprScope *expr = &scope->expr;
    const Def *def = expr->def;
    uint8_t pool = pool_of(expr, change);
    int32_t points = points_of(expr, change);
    if (purse_cell(def, 0) == UINT16_MAX) return verdict_no(VERDICT_WRONG_TARGET);
    if (pool != NONE) {
        if (change->b == 1) return verdict_no(VERDICT_NO_STRING);
        bool fits = room_in(def, expr->state, pool_cell(def, pool)) >= points;
        return fits ? verdict_ok() : verdict_no(VERDICT_WRONG_TARGET);
    }
    uint64_t who = receivers_of(expr, change);
    if (who == 0 || ((who >> expr->me) & 1)) return verdict_no(VERDICT_WRONG_TARGET);
    for (; who; who &= who - 1) {
        uint8_t receiver = (uint8_t)__builtin_ctzll(who);
        if (room_in(def, expr->state, purse_cell(def, receiver)) >= points) continue;
        Verdict verdict = verdict_no(VERDICT_NO_ROOM);
        verdict.thing = (Thing){KIND_ACTOR, receiver};
        return verdict;
    }
    return verdict_ok();
}

// The giver has paid when the move costs money; help from outside is new money.
static bool is_paid(const Def *def, const Cause *cause) {
    if (cause->kind != CAUSE_MOVE || cause->id >= def->moves_count) return false;
    const Move *move = &def->moves[cause->id];
    for (int32_t i = 0; i < move->costs.count; i++) {
        const Change *cost = &def->changes[move->costs.first + i];
        bool money = cost->track == TRACK_RESOURCE && cost->toward.how == SEL_ONE
                     && cost->toward.index == def->coef[COEF_PURSE] - 1;
        if (money) return true;
    }
    return false;
}

// What does not fit comes back to who paid it: nothing is lost on the way.
static int32_t bring(Txn *txn, Effect *effect, uint16_t cell, int32_t points) {
    int32_t part = core_min(points, room_in(txn->def, txn->state, cell));
    uint8_t me = effect->scope->expr.me;
    txn_delta(txn, cell, 10 * part, effect->cause);
    if (part < points && me != NONE && is_paid(txn->def, &effect->cause))
        txn_delta(txn, purse_cell(txn->def, me), 10 * (points - part), effect->cause);
    return part;
}

static void tie(
        Txn *txn, Effect *effect, const Change *change, uint8_t receiver, int32_t points) {
    uint8_t giver = effect->scope->expr.me;
    if (points == 0 || giver == NONE) return;
    txn_delta(txn, def_cell(txn->def, TRACK_RESTRICTED, giver, receiver), 10 * points,
            effect->cause);
    Event event = txn_event(txn, EVENT_TIED, giver);
    event.a = receiver;
    event.b = change->a < 0 ? NONE : change->a;
    event.flags = EVENT_QUIET;
    event.cause = effect->cause;
    event.cause.target = (Thing){KIND_ACTOR, receiver};
    txn_emit(txn, &event);
}

void grant_word(Txn *txn, Effect *effect, const Change *change) {
    ExprScope *expr = &effect->scope->expr;
    uint8_t pool = pool_of(expr, change);
    int32_t points = points_of(expr, change);
    if (purse_cell(txn->def, 0) == UINT16_MAX || points == 0) return;
    if (pool != NONE) {
        bring(txn, effect, pool_cell(txn->def, pool), points);
        return;
    }
    for (uint64_t who = receivers_of(expr, change); who; who &= who - 1) {
        uint8_t receiver = (uint8_t)__builtin_ctzll(who);
        if (receiver == expr->me) continue;
        int32_t part = bring(txn, effect, purse_cell(txn->def, receiver), points);
        if (change->b == 1) tie(txn, effect, change, receiver, part);
    }
}
