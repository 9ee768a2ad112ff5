// expr/compile.h — turns the text of a condition or amount into a program in Def.code. Never: runs it.
#ifndef EXPR_COMPILE_H
#define EXPR_COMPILE_H
#include "base/diag.h"
#include "expr/expr.h"

// What names mean at the place where the expression stands.
typedef struct ExprPlace {
    bool has_me, has_side, has_bid, has_votes, may_roll;
    uint16_t target_kinds; // mask of 1 << Kind; 0 = there is no target
    uint8_t each_kind;     // Kind a rule over a set looks at (`each`), KIND_NONE without
    bool has_with;
    const Ask *asks; // answers by name
    int32_t asks_count;
    uint16_t lets_first, lets_count; // lets known so far (Def.lets)
    uint8_t seen_by_players; // 1: `when` that players see; reading secrets warns W610
    const char *file, *word; // for findings: "scenario.lua", "verb \"engage\": when"
    int32_t line, column;    // of the first letter of the expression
} ExprPlace;

// Compiles text and returns its id, or 0 after adding findings (E1xx, E2xx, W610). wants_answer:
// true for conditions, false for amounts. Equal programs share one id. A Def must be laid out.
ExprId expr_compile(Def *def, const char *text, bool wants_answer, const ExprPlace *place,
        Diags *diags);
// The same for a `let`, which may be either; Def.exprs[id].answers says which it became.
ExprId expr_compile_let(Def *def, const char *text, const ExprPlace *place, Diags *diags);
// A program that gives a constant. 0 only when the tables are full.
ExprId expr_constant(Def *def, int64_t value);
// A path alone ("legitimacy", "trust", "base", "money", "frame") resolved as the key of a change:
// which track, and the selectors of row and column as far as the key and the missing-step rule say.
// Used for braces in `gives` and for `what` of change words. False after adding a finding.
typedef struct ExprNumber {
    uint16_t track;
    Sel row, column;
} ExprNumber;
bool expr_number_named(const Def *def, const char *const *steps, int32_t steps_count,
        const ExprPlace *place, Diags *diags, ExprNumber *out);
// Every word expressions know that is not an id of the pack (functions, sets, built-in names), for
// reserved ids and suggestions; returns how many.
int32_t expr_reserved_words(const char *const **words);

#endif // EXPR_COMPILE_H
