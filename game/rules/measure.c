// rules/measure.c — Gini, effective voices, polarisation and measures of networks, in whole numbers. Never: reads a State.
#include "rules/measure.h"

int32_t measure_gini(const int32_t *values, int32_t count) {
    int64_t sum = 0, apart = 0;
    for (int32_t i = 0; i < count; i++) {
        sum += values[i];
        for (int32_t j = 0; j < count; j++)
            apart += core_abs(values[i] - values[j]);
    }
    return sum <= 0 ? 0 : (int32_t)(apart * 1000 / (2 * count * sum));
}

int32_t measure_effective_voices(const int32_t *values, int32_t count) {
    int64_t sum = 0, squares = 0;
    for (int32_t i = 0; i < count; i++) {
        sum += values[i];
        squares += (int64_t)values[i] * values[i];
    }
    return squares == 0 ? 0 : (int32_t)(100 * sum * sum / squares);
}

int32_t measure_polarisation(const int32_t *values, const int32_t *weights, int32_t count) {
    int64_t apart = 0, pairs = 0;
    for (int32_t i = 0; i < count; i++) {
        for (int32_t j = 0; j < i; j++) {
            int64_t weight = (int64_t)weights[i] * weights[j];
            pairs += weight;
            apart += weight * core_abs(values[i] - values[j]);
        }
    }
    return pairs == 0 ? 0 : (int32_t)(apart / pairs);
}

static uint32_t others(const Network *network, int32_t who) {
    return network->to[who] & ~(1u << who);
}

int32_t measure_out_degree(const Network *network, int32_t who) {
    return __builtin_popcount(others(network, who));
}

int32_t measure_in_degree(const Network *network, int32_t who) {
    int32_t sum = 0;
    for (int32_t i = 0; i < network->count; i++)
        sum += (int32_t)((others(network, i) >> who) & 1);
    return sum;
}

int32_t measure_reciprocity(const Network *network) {
    int32_t arrows = 0, returned = 0;
    for (int32_t i = 0; i < network->count; i++) {
        arrows += measure_out_degree(network, i);
        for (uint32_t left = others(network, i); left != 0; left &= left - 1) {
            int32_t j = __builtin_ctz(left);
            if (j < network->count) returned += (int32_t)((others(network, j) >> i) & 1);
        }
    }
    return arrows == 0 ? 0 : returned * 1000 / arrows;
}

// Ties in whatever direction among the players of a mask.
static uint32_t tied(const Network *network, int32_t who, uint32_t among) {
    uint32_t mask = others(network, who);
    for (int32_t i = 0; i < network->count; i++) {
        if ((others(network, i) >> who) & 1) mask |= 1u << i;
    }
    return mask & among;
}

static uint32_t reached(const Network *network, int32_t from, uint32_t among) {
    uint32_t seen = 1u << from, fresh = seen;
    while (fresh != 0) {
        uint32_t next = 0;
        for (; fresh != 0; fresh &= fresh - 1)
            next |= tied(network, __builtin_ctz(fresh), among);
        fresh = next & ~seen;
        seen |= fresh;
    }
    return seen;
}

int32_t measure_brokerage(const Network *network, int32_t who) {
    uint32_t everyone = (1u << network->count) - 1, rest = everyone & ~(1u << who);
    int32_t pairs = 0;
    for (int32_t i = 0; i < network->count; i++) {
        if (i == who) continue;
        uint32_t with = reached(network, i, everyone) & rest,
                 without = reached(network, i, rest);
        pairs += __builtin_popcount(with & ~without);
    }
    return pairs / 2;
}
