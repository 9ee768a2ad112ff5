// rules/derived.c — the table of derived numbers for expressions. Never: changes a State.
#include "rules/derived.h"
#include "rules/criteria.h"
#include "rules/macro.h"

static int32_t macro(const Def *def, const State *state, int32_t actor) {
    return macro_share(def, state, (uint8_t)actor);
}

const ExprDerived *derived_numbers(void) {
    static const ExprDerived numbers = {.macro = macro, .durability = criteria_durability};
    return &numbers;
}
