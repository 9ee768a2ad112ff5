// rules/ties.c — macro shares of one snapshot for breaking ties. Never: decides a contest.
#include "rules/ties.h"
#include "rules/macro.h"

Ties ties_now(const Def *def, const State *state) {
    Ties ties = {0};
    for (int32_t i = 0; i < def_count(def, KIND_ACTOR); i++) {
        ties.share[i] = macro_share(def, state, (uint8_t)i);
    }
    return ties;
}
