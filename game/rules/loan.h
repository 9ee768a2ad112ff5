// rules/loan.h — places and budgets lent for some rounds, given for good, or made permanent. Never: judges a move (it only says whether a loan is possible).
#ifndef RULES_LOAN_H
#define RULES_LOAN_H
#include "model/verdict.h"
#include "rules/effect.h"

// What is lent or given, by whom, to whom.
typedef struct LoanTerms {
    uint8_t giver; // NONE: a place that nobody gives up
    uint8_t receiver, arena;
    uint8_t place;  // LoanPlace
    uint8_t amount; // of a budget, points
    uint8_t until;  // last round
} LoanTerms;

// Whether the giver holds this as its own and the receiver has room for it.
MUST_USE Verdict loan_possible(const Def *def, const State *state, const LoanTerms *terms);
// Lends; does nothing when it is not possible any more.
void loan_make(Txn *txn, const LoanTerms *terms, Cause cause);
// Gives for good: the place changes hands and nothing is remembered as lent.
void loan_give(Txn *txn, const LoanTerms *terms, Cause cause);
// One of the two parties wants it to stay; it does when both have said so in one round.
void loan_agree(Txn *txn, uint8_t slot, uint8_t actor);
// Loans whose last round is over go back (NEWS, step 8).
void loan_return_due(Txn *txn);
// All that is still lent goes back.
void loan_return_all(Txn *txn);
// How many loans have been made permanent.
int32_t loan_embedded(const State *state);

#endif // RULES_LOAN_H
