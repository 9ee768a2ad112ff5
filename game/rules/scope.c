// rules/scope.c — fills the scope an expression runs in. Never: runs anything but lets.
#include "rules/scope.h"
#include "rules/derived.h"

void scope_plain(Scope *scope, const Def *def, const State *state, uint8_t me) {
    scope->expr = (ExprScope){
            .def = def,
            .state = state,
            .me = me,
            .target = {KIND_NONE, NONE},
            .each = {KIND_NONE, NONE},
            .with = NONE
    };
    scope->expr.derived = derived_numbers();
    scope->expr.asked = scope->asked;
    scope->expr.lets = scope->lets;
    for (int32_t i = 0; i < ASKS_MAX; i++)
        scope->asked[i] = 0;
}

bool scope_holds(const Def *def, const State *state, uint8_t me, ExprId when) {
    Scope scope;
    scope_plain(&scope, def, state, me);
    return expr_holds(&scope.expr, when);
}

void scope_act(Scope *scope, const Def *def, const State *state, const Act *act) {
    scope_act_left(scope, def, state, NULL, act);
}

void scope_act_left(Scope *scope, const Def *def, const State *state, const int16_t *cells,
        const Act *act) {
    scope_plain(scope, def, state, act->actor);
    scope->expr.cells = cells;
    scope->expr.target = act->target;
    scope->expr.side = act->side;
    scope->expr.bid = act->bid;
    for (int32_t i = 0; i < ASKS_MAX; i++)
        scope->asked[i] = act->asked[i];
    const Move *move = &def->moves[act->move];
    scope_lets(scope, move->lets_first, move->lets_count);
}

void scope_lets(Scope *scope, uint16_t first, uint16_t count) {
    const Def *def = scope->expr.def;
    for (int32_t i = 0; i < core_min(count, LETS_OF_A_MOVE_MAX); i++) {
        scope->lets[i] = expr_amount(&scope->expr, def->lets[first + i].expr);
    }
}
