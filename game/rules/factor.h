// rules/factor.h — the percentages on an effect, each a small pure function. Never: reads a State.
#ifndef RULES_FACTOR_H
#define RULES_FACTOR_H
#include "model/def.h"

// x times p percent, truncated toward zero.
static inline int32_t factor_percent(int32_t x, int32_t p) {
    return (int32_t)((int64_t)x * p / 100);
}
// Standing factor ("gate" in packs) in percent for a standing in tenths: floor + slope x whole points.
int32_t factor_standing(const Def *def, int32_t level);
// R: percent for the rank-th equal act of a round (0 = largest).
int32_t factor_repeat(const Def *def, int32_t rank);
// T: percent for distinct acts by one coalition; inside_outside: members inside and outside the arena.
int32_t factor_together(
        const Def *def, int32_t verbs, bool inside_outside, bool coordinated);
// B: percent for distinct constituencies.
int32_t factor_breadth(const Def *def, int32_t constituencies);
// F: percent for fatigue (whole points), and for times help from abroad was taken.
int32_t factor_tired(const Def *def, int32_t fatigue, int32_t abroad);

#endif // RULES_FACTOR_H
