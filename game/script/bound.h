// script/bound.h — how many steps a function can take at most, told from its text alone. Never: runs it.
#ifndef SCRIPT_BOUND_H
#define SCRIPT_BOUND_H
#include "model/def.h"
#include "script/lexer.h"

// The function stands behind `on "moment" (` at token `word`. Returns the most steps one call can
// take in this scenario, or -1 when the text does not tell: loops that wait for something, calls of
// the author's own functions, anything unusual. What library functions charge is not in it.
int64_t bound_steps(const Tokens *tokens, int32_t word, const Def *def);

#endif // SCRIPT_BOUND_H
