// model/deal.c — who is in a deal, what it gives, and what is fixed of each kind of promise. Never: whether one was kept (rules/deal.c).
#include "model/deal.h"

_Static_assert(ACTORS_MAX <= 16, "a gift holds its two ends in one byte");
_Static_assert(PARTIES_MAX <= 4, "a promise holds two bits a party in one byte");

static int32_t parties(const Deal *deal) {
    return deal->parties < PARTIES_MAX ? deal->parties : PARTIES_MAX;
}

Deal deal_between(uint8_t from, uint8_t to) {
    return (Deal){
            .state = DEAL_OFFERED, .parties = 2, .party = {from, to}
    };
}

bool deal_join(Deal *deal, uint8_t actor) {
    if (deal->parties >= PARTIES_MAX) return false;
    deal->party[deal->parties++] = actor;
    return true;
}

bool deal_give(Deal *deal, uint8_t giver, uint8_t taker, uint8_t resource, uint8_t amount) {
    if (amount == 0) return true;
    if (deal->gifts_count >= GIFTS_MAX || giver >= ACTORS_MAX || taker >= ACTORS_MAX)
        return false;
    deal->gifts[deal->gifts_count++] =
            (Gift){(uint8_t)(giver | taker << 4), resource, amount};
    return true;
}

int32_t deal_given(const Deal *deal, uint8_t giver, uint8_t taker, int32_t resource) {
    int32_t sum = 0;
    for (int32_t i = 0; i < deal->gifts_count; i++) {
        const Gift *gift = &deal->gifts[i];
        bool asked = gift_giver(gift) == giver && gift->resource == resource
                     && (taker == NONE || gift_taker(gift) == taker);
        if (asked) sum += gift->amount;
    }
    return sum;
}

int32_t deal_place(const Deal *deal, uint8_t actor) {
    for (int32_t place = 0; place < parties(deal); place++) {
        if (deal->party[place] == actor) return place;
    }
    return -1;
}

uint16_t deal_actors(const Deal *deal) {
    uint16_t mask = 0;
    for (int32_t place = 0; place < parties(deal); place++) {
        if (deal->party[place] < ACTORS_MAX) mask |= (uint16_t)(1u << deal->party[place]);
    }
    return mask;
}

uint16_t deal_others(const Deal *deal, uint8_t actor) {
    unsigned own = actor < ACTORS_MAX ? 1u << actor : 0;
    return (uint16_t)(deal_actors(deal) & ~own);
}

uint8_t deal_partner(const Deal *deal, uint8_t actor) {
    return deal->party[0] == actor ? deal->party[1] : deal->party[0];
}

uint8_t deal_everybody(const Deal *deal) { return (uint8_t)((1 << parties(deal)) - 1); }

int32_t deal_smallest(const Promise *promise) {
    switch ((PromiseKind)promise->kind) {
    case PROMISE_NONE:
    case PROMISE_WORDS:
    case PROMISE_SUPPORT_FRAME:
    case PROMISE_REFRAIN:
    case PROMISE_CREDIT: return 1;
    case PROMISE_DO:
    case PROMISE_JOIN:
    case PROMISE_LEAVE: return 2;
    case PROMISE_GIVE: return promise->amount <= 1 ? 1 : (promise->amount <= 3 ? 2 : 3);
    case PROMISE_VOTE_FOR:
    case PROMISE_VOTE_AGAINST:
    case PROMISE_PLACE: return 3;
    }
    return 1;
}
