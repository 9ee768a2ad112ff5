// rules/apply.h — an accepted act takes effect: what it costs, that it was done, what it brings. Never: judges it.
#ifndef RULES_APPLY_H
#define RULES_APPLY_H
#include "rules/effect.h"

// The lets of an act as they stood when it was paid.
typedef struct PaidLets {
    bool kept;
    int32_t lets[LETS_OF_A_MOVE_MAX];
} PaidLets;

// Books the costs of an act (resources; not time and voice) and its hours if timed.
void apply_costs(Txn *txn, Book *book, const Act *act, bool timed);
// Emits ACT: did and done count it. won: a point of power that took effect.
void apply_done(Txn *txn, const Act *act, bool won);
// Where the price of an act reads its lets (a story or else a piece of evidence), what was paid also
// decides what the act brings: its lets are worked out before paying and kept. Otherwise kept is false.
void apply_keep_lets(const Def *def, const State *state, const Act *act, PaidLets *out);
// Books what the act gives and loses and does its change words. paid may be NULL: lets as of now.
void apply_changes(Txn *txn, Book *book, const Act *act, const EffectFactors *factors);
void apply_changes_as_paid(Txn *txn, Book *book, const Act *act,
        const EffectFactors *factors, const PaidLets *paid);
// Standing factor, fatigue and breadth of the act's own actor; repeat and together 100.
EffectFactors apply_own_factors(const Def *def, const State *state, const Act *act);

#endif // RULES_APPLY_H
