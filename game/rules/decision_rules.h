// rules/decision_rules.h — the counting of each decision rule, apart from events. Never: changes a State.
#ifndef RULES_DECISION_RULES_H
#define RULES_DECISION_RULES_H
#include "base/rng.h"
#include "model/state.h"

// What one arena's deciders say and what follows from it.
typedef struct Tally {
    int8_t vote[DECIDERS_MAX];     // 1, 0, -1; 2 = does not vote here
    int16_t support[DECIDERS_MAX]; // tenths
    int32_t weight[DECIDERS_MAX];
    int32_t yes, no, abstain, total;
    uint8_t text[CLAUSES_MAX]; // on the table, after the rider of the leading frame
    uint8_t law[CLAUSES_MAX];  // what it becomes when it passes
    bool passed;
    int32_t margin;
} Tally;

// Counts the arena's rule in this state. use_own: votes of human deciders that differ from S count.
void decision_tally(
        const Def *def, const State *state, uint8_t arena, bool use_own, Tally *tally);
// Sign of S: 1 from 0 up, 0 for a lack of up to abstain_below tenths, -1 below.
int8_t decision_sign(const Def *def, int32_t support);
// Draws `draws` citizens without replacement from a table of types; counts[type] of each exist.
void decision_draw(
        Rng *rng, const uint8_t *counts, int32_t types, int32_t draws, uint8_t *drawn);
// The level the count-th highest adopter has reached.
uint8_t decision_nth_level(const uint8_t *levels, int32_t adopters, int32_t count);
// Options by points, cheaper first on ties, each funded that still fits; funded[i] is 1 or 0.
void decision_budget(const int32_t *points, const int32_t *costs, int32_t count,
        int32_t total, uint8_t *funded);

#endif // RULES_DECISION_RULES_H
