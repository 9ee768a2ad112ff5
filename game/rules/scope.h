// rules/scope.h — what an expression of a move, rule or happening may read. Never: changes a State.
#ifndef RULES_SCOPE_H
#define RULES_SCOPE_H
#include "expr/expr.h"
#include "model/state.h"

enum { LETS_OF_A_MOVE_MAX = 16 };

// An ExprScope with the memory it points at. Do not copy it: scope.asked and scope.lets point inside.
typedef struct Scope {
    ExprScope expr;
    int16_t asked[ASKS_MAX];
    int32_t lets[LETS_OF_A_MOVE_MAX];
    uint16_t draws;
} Scope;

// A scope for an actor (or NONE) without a move.
void scope_plain(Scope *scope, const Def *def, const State *state, uint8_t me);
// A condition for an actor (or NONE) as things stand; 0 (none) is true.
bool scope_holds(const Def *def, const State *state, uint8_t me, ExprId when);
// A scope for an act: me, target, side, bid, answers, and the lets of its move worked out in order.
void scope_act(Scope *scope, const Def *def, const State *state, const Act *act);
// The same over other numbers (rules/left.h); NULL: the State's own.
void scope_act_left(Scope *scope, const Def *def, const State *state, const int16_t *cells,
        const Act *act);
// Works out the lets [first, first + count) in order into scope->lets.
void scope_lets(Scope *scope, uint16_t first, uint16_t count);

#endif // RULES_SCOPE_H
