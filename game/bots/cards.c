// bots/cards.c — how a computer player answers motions and side offers: by whom they come from and what they change. Never: what its seat may not know.
#include "bots/cards.h"
#include "bots/consent.h"
#include "rules/support.h"

enum { ABSTAIN, YES, NO, LOYAL = 3 };

static int32_t trust_in(const Def *def, const State *state, uint8_t me, uint8_t other) {
    if (other >= def_count(def, KIND_ACTOR) || other == me) return 0;
    return state_at(def, state, TRACK_TRUST, me, other) / 10;
}

static bool together(const State *state, uint8_t me, uint8_t other) {
    for (int32_t slot = 0; slot < COALITIONS_MAX; slot++) {
        uint16_t members = state->coalition[slot].members;
        if (other < ACTORS_MAX && ((members >> me) & (members >> other) & 1)) return true;
    }
    return false;
}

// Whether the text on the table is better for the seat than leaving things as they are.
static bool wants_the_text(const Def *def, const State *state, uint8_t me, uint8_t arena) {
    uint8_t text[CLAUSES_MAX], none[CLAUSES_MAX] = {0};
    support_text(def, state, arena, text);
    return score_substance(def, me, text) > score_substance(def, me, none);
}

static int32_t by_person(const Def *def, const State *state, uint8_t me, uint8_t other) {
    int32_t trust = trust_in(def, state, me, other);
    if (trust >= 1 || together(state, me, other)) return YES;
    return trust < 0 ? NO : ABSTAIN;
}

static int32_t on_motion(
        const Def *def, const State *state, uint8_t me, const Motion *motion) {
    bool about = motion->what == MOTION_SEAT || motion->what == MOTION_VOTE
                 || motion->what == MOTION_OUT;
    if (about && motion->how == me) return motion->what == MOTION_OUT ? NO : YES;
    if (motion->by == me) return YES;
    if (motion->what == MOTION_QUOTA) {
        bool easier = motion->how < 0;
        return easier == wants_the_text(def, state, me, motion->arena) ? YES : NO;
    }
    int32_t mover = by_person(def, state, me, motion->by);
    if (!about || mover != ABSTAIN) return mover;
    int32_t member = by_person(def, state, me, (uint8_t)motion->how);
    if (motion->what == MOTION_OUT && member != ABSTAIN) return member == YES ? NO : YES;
    return member;
}

// A loyal seat, or one that does not trust the giver, refuses.
static int32_t on_offer(const Def *def, const State *state, uint8_t me,
        const SideOffer *offer, const Persona *persona) {
    bool tempted = persona->weights[WEIGHT_MONEY] > persona->weights[WEIGHT_COALITION];
    return tempted && persona->loyalty < LOYAL && trust_in(def, state, me, offer->by) >= 0;
}

int32_t cards_answer(
        const Bot *bot, BotDesk *desk, const Def *def, const State *state, int32_t slot) {
    const OpenChoice *card = &state->choice[slot];
    const Persona *persona = score_persona(def, bot->actor, (BotKind)bot->kind);
    if (card->kind == CHOICE_MOTION)
        return on_motion(def, state, bot->actor, &state->motion[card->about % MOTIONS_MAX]);
    if (card->kind == CHOICE_OFFER)
        return on_offer(def, state, bot->actor,
                &state->side_offer[card->about % SIDE_OFFERS_MAX], persona);
    if (card->kind == CHOICE_CONSENT)
        return consent_answer(bot, desk, def, state, card->about);
    return 0;
}
