// rules/factor.c — percentages: own standing, repeats, joint pressure, breadth. Never: reads a State.
#include "rules/factor.h"

int32_t factor_standing(const Def *def, int32_t level) {
    return def->coef[COEF_GATE_FLOOR] + def->coef[COEF_GATE_SLOPE] * (level / 10);
}

int32_t factor_repeat(const Def *def, int32_t rank) {
    if (rank <= 0) return 100;
    if (rank == 1) return def->coef[COEF_REPEAT_2];
    return rank == 2 ? def->coef[COEF_REPEAT_3] : def->coef[COEF_REPEAT_4];
}

int32_t factor_together(
        const Def *def, int32_t verbs, bool inside_outside, bool coordinated) {
    int32_t further = core_clamp(verbs - 1, 0, def->coef[COEF_TOGETHER_MAX]);
    int32_t percent = 100 + def->coef[COEF_TOGETHER_STEP] * further;
    if (verbs >= 2 && inside_outside) percent += def->coef[COEF_INSIDE_OUTSIDE];
    if (coordinated) percent += def->coef[COEF_COORDINATE_BONUS];
    return percent;
}

int32_t factor_breadth(const Def *def, int32_t constituencies) {
    int32_t more = def->coef[COEF_BREADTH_STEP] * core_max(0, constituencies - 2);
    return 100 + core_min(def->coef[COEF_BREADTH_MAX], more);
}

int32_t factor_tired(const Def *def, int32_t fatigue, int32_t abroad) {
    int32_t percent = def->coef[COEF_TIRED] ? 100 / (1 + fatigue) : 100;
    return factor_percent(percent, 100 - def->coef[COEF_ABROAD_WEAKENS] * abroad);
}
