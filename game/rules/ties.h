// rules/ties.h — who goes first when two are equal: the lower macro share, then the order of declaration. Never: chance.
#ifndef RULES_TIES_H
#define RULES_TIES_H
#include "model/state.h"

// Macro shares of all actors at one moment, so that ties of a step compare one snapshot.
typedef struct Ties {
    int32_t share[ACTORS_MAX]; // per mille
} Ties;

Ties ties_now(const Def *def, const State *state);
// True when actor a goes before actor b.
static inline bool ties_before(const Ties *ties, uint8_t a, uint8_t b) {
    return ties->share[a] != ties->share[b] ? ties->share[a] < ties->share[b] : a < b;
}

#endif // RULES_TIES_H
