// rules/measure.h — how equal, how divided, how connected: pure measures of numbers. Never: reads a State.
#ifndef RULES_MEASURE_H
#define RULES_MEASURE_H
#include "base/core.h"
#include "model/limits.h"

// Inequality of values of 0 or more, per mille: 0 all equal. 0 when all are 0.
int32_t measure_gini(const int32_t *values, int32_t count);
// How many voices it would be if all spoke equally, times 100. 0 when nobody spoke.
int32_t measure_effective_voices(const int32_t *values, int32_t count);
// Mean distance between two values, weighted by both weights, in the unit of the values. 0 for fewer
// than two weights above 0.
int32_t measure_polarisation(const int32_t *values, const int32_t *weights, int32_t count);

// Who is tied to whom: bit j of to[i] = an arrow from i to j. Arrows to oneself are not looked at.
typedef struct Network {
    int32_t count;
    uint16_t to[ACTORS_MAX];
} Network;

int32_t measure_out_degree(const Network *network, int32_t who);
int32_t measure_in_degree(const Network *network, int32_t who);
// Arrows that are returned, per mille of all arrows. 0 without arrows.
int32_t measure_reciprocity(const Network *network);
// Pairs of others that are joined, in whatever direction and over however many steps, only through who.
int32_t measure_brokerage(const Network *network, int32_t who);

#endif // RULES_MEASURE_H
