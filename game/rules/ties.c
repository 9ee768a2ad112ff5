// rules/ties.c — macro shares of one snapshot for breaking ties. Never: decides a contest.
#include "rules/ties.h"
#include "rules/macro.h"

Ties ties_now(const Def *def, const State *state) {
    Ties ties = {0};
    macro_shares(def, state, ties.share);
    return ties;
}
