// model/guests.c — answers that name several actors at once: which lists are offered. Never: who may be named (the gate).
#include "model/guests.h"

static uint16_t everybody(const Def *def) {
    return (uint16_t)((1u << def_count(def, KIND_ACTOR)) - 1);
}

static uint16_t affected(const Def *def) {
    uint16_t mask = 0;
    for (int32_t i = 0; i < def_count(def, KIND_ACTOR); i++) {
        if ((def->actors[i].tags >> TAG_AFFECTED) & 1) mask |= (uint16_t)(1u << i);
    }
    return mask;
}

// One affected actor alone is on the list of each one alone.
static bool has_affected(const Def *def) {
    uint16_t mask = affected(def);
    return __builtin_popcount(mask) > 1 && mask != everybody(def);
}

int32_t guests_count(const Def *def) {
    return 1 + has_affected(def) + def_count(def, KIND_ACTOR);
}

uint16_t guests_list(const Def *def, int32_t n) {
    if (n == 0) return everybody(def);
    if (has_affected(def) && n == 1) return affected(def);
    int32_t actor = n - 1 - has_affected(def);
    return (uint16_t)(actor >= 0 && actor < def_count(def, KIND_ACTOR) ? 1u << actor : 0u);
}

bool guests_is_list(const Def *def, int32_t answer) {
    uint16_t mask = (uint16_t)answer;
    return mask != 0 && (mask & ~everybody(def)) == 0;
}
