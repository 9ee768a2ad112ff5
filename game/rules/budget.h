// rules/budget.h — a budget: every voter spreads points over what the money can go to. Never: law (what is funded brings its own changes).
#ifndef RULES_BUDGET_H
#define RULES_BUDGET_H
#include "model/command.h"
#include "model/verdict.h"
#include "rules/delta.h"

typedef struct BudgetCount {
    int32_t points[BUDGET_OPTIONS_MAX]; // of all voters
    uint8_t funded[BUDGET_OPTIONS_MAX];
    int32_t count; // options
    int32_t money, spent;
} BudgetCount;

// The rule of the arena when it is a budget, else NULL.
const DecisionRule *budget_of(const Def *def, const State *state, uint8_t arena);
// What each option gets of all voters: their own points; from who said nothing, by what the decider wants.
void budget_count(const Def *def, const State *state, uint8_t arena, BudgetCount *count);
// `points` shared out by what each is worth: largest rests first, the first declared on ties. Where
// nothing is worth anything, all are worth the same.
void budget_share(const int32_t *worth, int32_t count, int32_t points,
        uint8_t shares[BUDGET_OPTIONS_MAX]);
// COMMAND_SPREAD.
Verdict budget_gate(const Def *def, const State *state, const Command *command);
// Every voter's points, and what the money goes to.
void budget_tell(Txn *txn, uint8_t arena);
// What is funded takes effect, in pack order.
void budget_pays(Txn *txn, Book *book, uint8_t arena);

#endif // RULES_BUDGET_H
