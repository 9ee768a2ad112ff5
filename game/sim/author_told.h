// sim/author_told.h — why a test of an author failed, in words an author can act on. Never: changes a game.
#ifndef SIM_AUTHOR_TOLD_H
#define SIM_AUTHOR_TOLD_H
#include "model/def.h"
#include "model/state.h"
#include "model/verdict.h"

// "expected company.money == 4; company.money is 3": the part that does not hold, and its numbers.
void author_tell_condition(
        const Def *def, const State *state, const char *words, char *out, size_t capacity);

// "step 2: trial_month was refused: Only once in a game. (once)"
void author_tell_refusal(const Def *def, int32_t step, const char *move, Verdict verdict,
        char *out, size_t capacity);

#endif // SIM_AUTHOR_TOLD_H
