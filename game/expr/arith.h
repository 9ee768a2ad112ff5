// expr/arith.h — the arithmetic of expressions, the same when folding and when running: whole numbers, floors, stops. Never: wraps around.
#ifndef EXPR_ARITH_H
#define EXPR_ARITH_H
#include "expr/code.h"

__extension__ typedef __int128 Wide;

static inline int64_t arith_bound(Wide value, bool *stopped) {
    if (value > EXPR_LIMIT || value < -EXPR_LIMIT) *stopped = true;
    if (value > EXPR_LIMIT) return EXPR_LIMIT;
    return value < -EXPR_LIMIT ? -EXPR_LIMIT : (int64_t)value;
}

// Sums of two values that are themselves inside the limits.
static inline int64_t arith_near(int64_t value, bool *stopped) {
    if ((uint64_t)(value + EXPR_LIMIT) <= 2 * (uint64_t)EXPR_LIMIT) return value;
    *stopped = true;
    return value > 0 ? EXPR_LIMIT : -EXPR_LIMIT;
}

static inline int64_t arith_multiply(int64_t a, int64_t b, bool *stopped) {
    return arith_bound((Wide)a * b, stopped);
}

// Rounds down as in Lua. b is not 0.
static inline int64_t arith_divide(int64_t a, int64_t b) {
    int64_t quotient = a / b;
    return a % b != 0 && (a < 0) != (b < 0) ? quotient - 1 : quotient;
}

// The rest of that division: it has the sign of b, as in Lua.
static inline int64_t arith_modulo(int64_t a, int64_t b) {
    int64_t rest = a % b;
    return rest != 0 && (rest < 0) != (b < 0) ? rest + b : rest;
}

static inline int64_t arith_clamp(int64_t x, int64_t lo, int64_t hi) {
    return x < lo ? lo : (x > hi ? hi : x);
}

// p percent of x, cut toward zero.
static inline int64_t arith_percent(int64_t p, int64_t x, bool *stopped) {
    return arith_bound((Wide)p * x / 100, stopped);
}

// How many percent of the whole a part is, cut toward zero; 0 of nothing.
static inline int64_t arith_share(int64_t part, int64_t whole, bool *stopped) {
    return whole == 0 ? 0 : arith_bound((Wide)part * 100 / whole, stopped);
}

#endif // EXPR_ARITH_H
