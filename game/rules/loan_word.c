// rules/loan_word.c — the words loan and position of a move: who gives which place to whom. Never: what a loan is (loan.c).
#include "rules/building.h"
#include "rules/loan.h"

static uint8_t giver_of(const ExprScope *scope, int32_t named) {
    if (named == CHANGE_WHO_ACTS) return scope->me;
    return named >= 0 && named < ACTORS_MAX ? (uint8_t)named : (uint8_t)NONE;
}

static uint8_t place_of(const ExprScope *scope, int32_t named) {
    int32_t place = named >= CHANGE_ASKED ? scope->asked[named - CHANGE_ASKED] : named;
    return place > LOAN_NOTHING && place < LOAN_PLACES_COUNT ? (uint8_t)place
                                                             : (uint8_t)LOAN_NOTHING;
}

static LoanTerms terms_of(ExprScope *scope, const Change *change) {
    int32_t amount = change->amount ? expr_amount(scope, change->amount) : 0;
    int32_t rounds = change->c > 0 ? expr_amount(scope, (ExprId)change->c) : 1;
    return (LoanTerms){.giver = giver_of(scope, change->b),
            .receiver = NONE,
            .arena = NONE,
            .place = place_of(scope, change->a),
            .amount = (uint8_t)core_clamp(amount, 0, 100),
            .until = (uint8_t)(scope->state->round + core_clamp(rounds, 1, ROUNDS_MAX))};
}

// What the move points at, as a loan the actor has a part in; NULL if it is none.
static const Loan *own_loan(const ExprScope *scope) {
    if (scope->target.kind != KIND_POSITION || scope->target.index >= LOANS_MAX)
        return NULL;
    const Loan *loan = &scope->state->loan[scope->target.index];
    bool mine = loan->giver == scope->me || loan->receiver == scope->me;
    return loan->state == LOAN_LENT && mine ? loan : NULL;
}

static bool is_full(const State *state) {
    for (int32_t i = 0; i < LOANS_MAX; i++) {
        if (state->loan[i].state == LOAN_FREE) return false;
    }
    return true;
}

Verdict loan_gate(Scope *scope, const Change *change) {
    ExprScope *expr = &scope->expr;
    if (change->op == CHANGE_LOAN && change->sign)
        return own_loan(expr) ? verdict_ok() : verdict_no(VERDICT_NOT_LENT);
    if (change->op == CHANGE_LOAN && is_full(expr->state))
        return verdict_need(VERDICT_LOANS_FULL, LOANS_MAX, LOANS_MAX);
    LoanTerms terms = terms_of(expr, change);
    uint64_t who = expr_select(expr, change->who),
             arenas = expr_select(expr, change->toward);
    if (who == 0 || arenas == 0) return verdict_no(VERDICT_WRONG_TARGET);
    for (; who; who &= who - 1) {
        terms.receiver = (uint8_t)__builtin_ctzll(who);
        for (uint64_t each = arenas; each; each &= each - 1) {
            terms.arena = (uint8_t)__builtin_ctzll(each);
            Verdict verdict = loan_possible(expr->def, expr->state, &terms);
            if (verdict.code != VERDICT_OK) return verdict;
        }
    }
    return verdict_ok();
}

void loan_word(Txn *txn, Effect *effect, const Change *change) {
    ExprScope *expr = &effect->scope->expr;
    if (change->op == CHANGE_LOAN && change->sign) {
        if (own_loan(expr)) loan_agree(txn, expr->target.index, expr->me);
        return;
    }
    LoanTerms terms = terms_of(expr, change);
    uint64_t who = expr_select(expr, change->who),
             arenas = expr_select(expr, change->toward);
    for (; who; who &= who - 1) {
        terms.receiver = (uint8_t)__builtin_ctzll(who);
        for (uint64_t each = arenas; each; each &= each - 1) {
            terms.arena = (uint8_t)__builtin_ctzll(each);
            if (change->op == CHANGE_LOAN)
                loan_make(txn, &terms, effect->cause);
            else
                loan_give(txn, &terms, effect->cause);
        }
    }
}
