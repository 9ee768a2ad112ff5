// bots/doubt.c — which recorded lines a seat doubts: those that a taker it distrusts wrote down in its own favour. Never: knows whether a line was slanted.
#include "bots/doubt.h"
#include "bots/points.h"

enum {
    DISTRUST_UNIT = 12, // for each point of distrust and each strength of the line
    STRENGTH_LEAST = 3  // weaker lines are not worth a voice
};

int32_t doubt_worth(const Def *def, const State *believed, const Act *act) {
    if (act->target.kind != KIND_LINE || act->target.index >= UTTERANCES_MAX) return 0;
    const Utterance *u = &believed->utterance[act->target.index];
    bool there = u->state == UTTERANCE_LIVE && u->taker < def_count(def, KIND_ACTOR);
    if (!there || u->taker == act->actor || u->strength < STRENGTH_LEAST) return 0;
    int32_t trust = state_at(def, believed, TRACK_TRUST, act->actor, u->taker) / 10;
    bool for_itself = u->author == u->taker;
    bool against_me = points_line_worth(def, believed, act->actor, u) < u->strength;
    return trust < 0 && for_itself && against_me ? -trust * DISTRUST_UNIT * u->strength : 0;
}
