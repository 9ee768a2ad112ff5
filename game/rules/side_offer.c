// rules/side_offer.c — an offer across coalitions from making to answer. Never: deals (deal.c).
#include "rules/side_offer.h"
#include "rules/card.h"
#include "rules/stock.h"

// Slot of the largest coalition `to` belongs to and `by` does not; NONE without.
static uint8_t coalition_against(const State *state, uint8_t by, uint8_t to) {
    uint8_t best = NONE;
    int32_t most = 0;
    for (uint8_t slot = 0; slot < COALITIONS_MAX; slot++) {
        uint16_t members = state->coalition[slot].members;
        bool theirs = ((members >> to) & 1) && !((members >> by) & 1);
        if (!theirs || state_members_count(members) <= most) continue;
        most = state_members_count(members);
        best = slot;
    }
    return best;
}

static int32_t free_place(const State *state) {
    for (int32_t i = 0; i < SIDE_OFFERS_MAX; i++) {
        if (state->side_offer[i].open == 0) return i;
    }
    return -1;
}

Verdict side_offer_may(const State *state, uint8_t by, uint8_t to) {
    if (to >= ACTORS_MAX || by == to || coalition_against(state, by, to) == NONE)
        return verdict_no(VERDICT_WRONG_TARGET);
    return verdict_ok();
}

static void make(Txn *txn, uint8_t by, uint8_t to, int32_t cohesion, Thing gift,
        int32_t amount, Cause cause) {
    int32_t place = free_place(txn->state);
    uint8_t coalition = coalition_against(txn->state, by, to);
    if (place < 0 || coalition == NONE) return;
    Event event = txn_event(txn, EVENT_SIDE_OFFER, by);
    event.a = (int16_t)place;
    event.b = to;
    event.c = coalition;
    event.d = (int16_t)core_clamp(cohesion, 0, 100);
    event.cell = gift.kind == KIND_RESOURCE ? gift.index : NONE;
    event.raw = (int16_t)core_clamp(amount, 0, UINT8_MAX);
    event.cause = cause;
    event.cause.target = (Thing){KIND_ACTOR, to};
    event.flags = EVENT_QUIET;
    txn_emit(txn, &event);
}

void side_offer_word(Txn *txn, Effect *effect, const Change *change) {
    uint64_t to = expr_select(&effect->scope->expr, change->who);
    uint8_t me = effect->scope->expr.me;
    Thing gift = change->b >= 0 ? (Thing){KIND_RESOURCE, (uint8_t)change->b}
                                : (Thing){KIND_NONE, NONE};
    for (; me != NONE && to; to &= to - 1) {
        make(txn, me, (uint8_t)__builtin_ctzll(to), effect_amount(effect, change) / 10,
                gift, core_max(0, change->c), effect->cause);
    }
}

static void end(Txn *txn, int32_t place, int32_t how) {
    const SideOffer *offer = &txn->state->side_offer[place];
    Event event = txn_event(txn, EVENT_SIDE_OFFER_END, offer->by);
    event.a = (int16_t)place;
    event.b = (int16_t)how;
    event.c = offer->to;
    event.cause.target = (Thing){KIND_ACTOR, offer->to};
    // Only a refusal is told; what was taken stays between the two.
    if (how != 0) event.flags = EVENT_QUIET;
    txn_emit(txn, &event);
}

void side_offer_open(Txn *txn) {
    for (int32_t place = 0; place < SIDE_OFFERS_MAX; place++) {
        const SideOffer offer = txn->state->side_offer[place];
        if (offer.open != 1) continue;
        CardAsk ask = {.kind = CHOICE_OFFER,
                .about = (uint8_t)place,
                .by = offer.by,
                .a = offer.amount,
                .b = offer.resource,
                .asked = (uint16_t)(1u << offer.to)};
        bool asked = coalition_against(txn->state, offer.by, offer.to) != NONE
                     && card_open(txn, &ask);
        end(txn, place, asked ? 2 : -1);
    }
}

static void taken(Txn *txn, const SideOffer *offer, Cause cause) {
    const Def *def = txn->def;
    uint8_t slot = coalition_against(txn->state, offer->by, offer->to);
    if (slot != NONE)
        txn_delta(
                txn, def_cell(def, TRACK_COHESION, slot, 0), -10 * offer->cohesion, cause);
    if (offer->resource < def_count(def, KIND_RESOURCE))
        txn_delta(txn, def_cell(def, TRACK_RESOURCE, offer->to, offer->resource),
                10 * offer->amount, cause);
}

static void told(Txn *txn, Book *book, const SideOffer *offer, Cause cause) {
    uint16_t peer = stock_standing(txn->def, offer->by, COEF_AUDIENCE_SECTOR);
    if (peer == UINT16_MAX) return;
    book_add(book, txn->def, peer, -10 * txn->def->coef[COEF_OFFER_TOLD], cause,
            EVENT_COUNTS);
    book_settle(txn, book);
}

void side_offer_answer(Txn *txn, Book *book, const OpenChoice *card) {
    const SideOffer offer = txn->state->side_offer[card->about];
    bool takes = card->answer[offer.to] == 1;
    Cause cause = cause_of(CAUSE_ENGINE, ENGINE_OFFER, offer.by);
    end(txn, card->about, takes);
    if (takes)
        taken(txn, &offer, cause);
    else
        told(txn, book, &offer, cause);
}
