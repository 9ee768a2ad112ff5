// expr/expr.h — runs compiled conditions and amounts. Never: changes a State, allocates, or calls Lua.
#ifndef EXPR_EXPR_H
#define EXPR_EXPR_H
#include "model/state.h"

enum { // ExprSpan.looks: what a program depends on beside the numbers of the game
    EXPR_LOOKS_TARGET = 1,
    EXPR_LOOKS_SIDE = 2,
    EXPR_LOOKS_BID = 4,
    EXPR_LOOKS_ASKED = 8,
    EXPR_LOOKS_EACH = 16,
    EXPR_LOOKS_ROLL = 32,
    EXPR_LOOKS_ME = 64,
    EXPR_LOOKS_LET = 128,
};

// Counts a decision rule's `passes` reads.
typedef struct ExprVotes {
    int16_t yes, no, abstain, present, total, quota;
} ExprVotes;

// What only the rules can work out. A missing function gives 0 (roll: the engine's own draw).
typedef struct ExprDerived {
    int32_t (*macro)(const Def *def, const State *state, int32_t actor); // per mille
    int32_t (*durability)(const Def *def, const State *state,
            int32_t arena); // arena or NONE: the one that decides
    // A draw 1..n instead of expr_roll; adds 1 to *draws.
    int32_t (*roll)(const State *state, uint16_t rule, uint16_t *draws, int32_t n);
} ExprDerived;

// Everything a program may read. Zero-filled fields mean "not known here"; the compiler has already
// refused names that the place does not know.
typedef struct ExprScope {
    const Def *def;
    const State *state;
    const int16_t *cells; // numbers read instead of the State's; NULL: the State's own
    uint8_t me;           // actor or NONE
    Thing target;         // kind KIND_NONE without
    int8_t side;          // 1, -1, 0
    uint8_t bid;
    Thing each;           // the member a rule over a set looks at
    uint8_t with;         // the other party, actor or NONE
    const int16_t *asked; // ASKS_MAX answers
    const int32_t *lets;  // values of the move's lets, in their order
    const ExprVotes *votes;
    uint16_t rule;        // index into Def.rules for roll
    uint16_t *draws;      // counter of draws for roll; NULL where roll is not allowed
    bool divided_by_zero; // set by expr_run: fault E325
    bool stopped;         // set by expr_run when a value stopped at ±10^12: fault E326
    const ExprDerived *derived; // NULL: macro and durability read 0
} ExprScope;

// Whether any program of the case can read one of these cells; what somebody did, or won. True when in doubt.
bool expr_looks_at_cells(const Def *def, int32_t first, int32_t count);
bool expr_looks_at_deeds(const Def *def);
// Value of a program: whole points, or 1/0 for a condition. Reading a track rounds down as screens
// show it; every operation stops at ±10^12. Division by zero: 0, and scope->divided_by_zero is set.
// expr must not be 0.
int64_t expr_run(ExprScope *scope, ExprId expr);
// A condition; 0 (no expression) is true.
static inline bool expr_holds(ExprScope *scope, ExprId expr) {
    return expr == 0 || expr_run(scope, expr) != 0;
}
// An amount clamped to int32; 0 (no expression) is 0.
int32_t expr_amount(ExprScope *scope, ExprId expr);

// Actors (or other things) a selector stands for, as a mask; at most 64 things of one kind.
// SEL_ASKED gives the thing of that answer. Kinds come from sel.kind; NONE selects nothing.
// sel.spare, when set, is the kind that is selected first and then turned into sel.kind: KIND_ACTOR
// in a selector of coalitions means every coalition those actors are members of, KIND_CLAUSE and
// KIND_FRAME in a selector of issues mean the issue of that clause or frame.
uint64_t expr_select(const ExprScope *scope, Sel sel);

// A draw 1..n (n clamped to 1..1,000,000) by counter: from the session's seed, the rule, the round
// and the number of the draw, so that editing one rule does not shift the others. Adds 1 to *draws.
int32_t expr_roll(const State *state, uint16_t rule, uint16_t *draws, int32_t n);

#endif // EXPR_EXPR_H
