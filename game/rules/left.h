// rules/left.h — the numbers that a sealed list leaves when it is paid. Never: judges, or changes a State.
#ifndef RULES_LEFT_H
#define RULES_LEFT_H
#include "model/state.h"

// Do not copy it: cells may point inside.
typedef struct Left {
    const int16_t *cells; // CELLS_MAX numbers in tenths
    int16_t own[CELLS_MAX];
} Left;

// What is there once the acts on the actor's list have been paid one after the other, as RESOLUTION does it:
// each price is worked out on what those before it leave. Without a list these are the State's own numbers.
void left_open(Left *left, const Def *def, const State *state, uint8_t actor);

#endif // RULES_LEFT_H
