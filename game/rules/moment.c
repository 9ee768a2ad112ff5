// rules/moment.c — rules (compiled) and functions (Lua, through hooks) of packs at a moment. Never: runs on load, rewind or report.
#include "rules/moment.h"
#include "rules/effect.h"

enum { FAULTS_UNTIL_REST = 3 };

static void fault(Txn *txn, uint16_t rule, int32_t code) {
    int32_t faults = txn->state->faults[rule] + 1;
    txn_say(txn, EVENT_FAULT, NONE, rule, code, core_min(faults, 255), 0);
}

static void note_draws(Txn *txn, uint16_t rule, uint16_t draws) {
    if (draws != txn->state->draws[rule]) txn_say(txn, EVENT_DRAW, NONE, rule, draws, 0, 0);
}

// One member of a rule's set (or nobody): books its changes.
static void run_member(
        Txn *txn, Book *book, uint16_t index, Thing each, uint16_t *draws, bool *divided) {
    const Rule *rule = &txn->def->rules[index];
    Scope scope;
    uint8_t me = each.kind == KIND_ACTOR ? each.index : NONE;
    scope_plain(&scope, txn->def, txn->state, me);
    scope.expr.each = each;
    scope.expr.target = each;
    scope.expr.rule = index;
    scope.expr.draws = draws;
    ExprDerived derived = *scope.expr.derived;
    if (txn->hooks && txn->hooks->roll) derived.roll = txn->hooks->roll;
    scope.expr.derived = &derived;
    scope_lets(&scope, rule->lets_first, rule->lets_count);
    if (expr_holds(&scope.expr, rule->when) && !scope.expr.divided_by_zero) {
        Effect effect = {.scope = &scope,
                .cause = cause_of(CAUSE_RULE, index, me),
                .factors = effect_plain()};
        effect_run(txn, book, &effect, rule->changes);
    }
    *divided |= scope.expr.divided_by_zero;
}

static void run_rule(Txn *txn, Book *book, uint16_t index) {
    const Rule *rule = &txn->def->rules[index];
    uint16_t draws = txn->state->draws[index];
    bool divided = false;
    if (rule->each.how == SEL_NONE) {
        run_member(txn, book, index, (Thing){KIND_NONE, NONE}, &draws, &divided);
    } else {
        Scope scope;
        scope_plain(&scope, txn->def, txn->state, NONE);
        for (uint64_t set = expr_select(&scope.expr, rule->each); set; set &= set - 1) {
            Thing each = {rule->each.kind, (uint8_t)__builtin_ctzll(set)};
            run_member(txn, book, index, each, &draws, &divided);
        }
    }
    bool changed = book->count > 0;
    book_settle(txn, book);
    note_draws(txn, index, draws);
    if (divided) fault(txn, index, 325);
    if (rule->once && changed) txn_say(txn, EVENT_RULE_ONCE, NONE, index, 0, 0, 0);
}

static void run_function(Txn *txn, Book *book, uint16_t index, const HookMoment *moment) {
    const Rule *rule = &txn->def->rules[index];
    if (!txn->hooks || !txn->result || txn->state->faults[index] >= FAULTS_UNTIL_REST)
        return;
    HookResult *result = txn->result;
    result->count = 0;
    result->fault = result->refused_text = 0;
    result->draws = txn->state->draws[index];
    txn->hooks->call(txn->hooks->context, txn->def, txn->state, index, rule->function,
            moment, result);
    note_draws(txn, index, result->draws);
    if (result->fault) {
        fault(txn, index, result->fault);
        return;
    }
    Scope scope;
    scope_plain(&scope, txn->def, txn->state, NONE);
    Effect effect = {.scope = &scope,
            .cause = cause_of(CAUSE_RULE, index, NONE),
            .factors = effect_plain(),
            .amounts = result->amounts};
    effect_run_list(txn, book, &effect, result->changes, result->count);
    book_settle(txn, book);
}

void moment_run(Txn *txn, Book *book, const HookMoment *moment) {
    for (uint16_t i = 0; i < txn->def->rules_count; i++) {
        const Rule *rule = &txn->def->rules[i];
        if (rule->moment != moment->moment) continue;
        if (rule->once && state_bit(txn->state->rules_done, i)) continue;
        if (rule->function == NONE)
            run_rule(txn, book, i);
        else
            run_function(txn, book, i, moment);
    }
}

TextId moment_before_move(Txn *txn, const Act *act) {
    HookMoment moment = {.moment = MOMENT_BEFORE_MOVE, .act = act};
    for (uint16_t i = 0; i < txn->def->rules_count; i++) {
        const Rule *rule = &txn->def->rules[i];
        if (rule->moment != MOMENT_BEFORE_MOVE || rule->function == NONE) continue;
        run_function(txn, txn->book, i, &moment);
        if (txn->result && txn->result->refused_text) return txn->result->refused_text;
    }
    return 0;
}
