// bots/promise.c — what an act does to the promises of a seat: keeps one, breaks one. Never: judges promises for the table (rules/deal.c).
#include "bots/promise.h"

enum { LOYALTY_UNIT = 5 };

static int32_t worth(const Persona *persona, const Promise *promise) {
    return (1 + promise->size) * persona->loyalty * LOYALTY_UNIT;
}

static bool names_frame(const Act *act, uint8_t frame) {
    bool about = act->target.kind == KIND_FRAME || act->target.kind == KIND_READING;
    return about && act->target.index == frame;
}

// 1 keeps, -1 breaks, 0 neither.
static int32_t effect_of(
        const Def *def, const State *state, const Promise *promise, const Act *act) {
    const Move *move = &def->moves[act->move];
    switch ((PromiseKind)promise->kind) {
    case PROMISE_SUPPORT_FRAME:
        if (!names_frame(act, promise->what)) return 0;
        if (move->mechanism == POINT_RESIST || act->side < 0) return -1;
        return move->mechanism == POINT_UTTER || move->mechanism == POINT_READING;
    case PROMISE_REFRAIN: return act->move == promise->what ? -1 : 0;
    case PROMISE_DO:
        if (act->move != promise->what) return 0;
        return promise->target == NONE || act->target.index == promise->target;
    case PROMISE_VOTE_FOR:
    case PROMISE_VOTE_AGAINST:
    case PROMISE_NONE:
    case PROMISE_WORDS:
    case PROMISE_CREDIT:
    case PROMISE_JOIN:
    case PROMISE_LEAVE:
    case PROMISE_GIVE:
    case PROMISE_PLACE: return 0;
    }
    (void)state;
    return 0;
}

static bool planned(const Def *def, const State *state, const Promise *promise) {
    for (int32_t i = 0; i < state->plan_count[promise->by]; i++) {
        if (effect_of(def, state, promise, &state->plan[promise->by][i]) > 0) return true;
    }
    return false;
}

// The open promises of a seat that bind in this round, one after the other; NULL at the end.
static const Promise *next_own(
        const State *state, uint8_t actor, int32_t *deal, int32_t *place) {
    for (; *deal < DEALS_MAX; (*deal)++, *place = 0) {
        const Deal *d = &state->deal[*deal];
        if (d->state != DEAL_AGREED) continue;
        while (*place < d->promises_count) {
            const Promise *promise = &d->promises[(*place)++];
            if (promise->by == actor && (promise->state & 15) == PROMISE_OPEN)
                return promise;
        }
    }
    return NULL;
}

int32_t promise_worth(
        const Def *def, const State *state, const Persona *persona, const Act *act) {
    int32_t sum = 0, deal = 0, place = 0;
    const Promise *promise;
    while ((promise = next_own(state, act->actor, &deal, &place)) != NULL) {
        int32_t effect = effect_of(def, state, promise, act);
        if (effect < 0) sum -= worth(persona, promise);
        if (effect > 0 && promise->due <= state->round && !planned(def, state, promise))
            sum += worth(persona, promise);
    }
    return sum;
}

bool promise_breaks(const Def *def, const State *state, const Act *act) {
    int32_t deal = 0, place = 0;
    const Promise *promise;
    while ((promise = next_own(state, act->actor, &deal, &place)) != NULL) {
        if (effect_of(def, state, promise, act) < 0) return true;
    }
    return false;
}

bool promise_keeps(const Def *def, const State *state, const Act *act) {
    int32_t deal = 0, place = 0;
    const Promise *promise;
    while ((promise = next_own(state, act->actor, &deal, &place)) != NULL) {
        if (effect_of(def, state, promise, act) > 0 && !planned(def, state, promise))
            return true;
    }
    return false;
}

int32_t promise_vote(const Def *def, const State *state, uint8_t actor, uint8_t arena,
        const Persona *persona) {
    int32_t sum = 0, deal = 0, place = 0;
    const Promise *promise;
    (void)def;
    while ((promise = next_own(state, actor, &deal, &place)) != NULL) {
        bool here = promise->what == NONE || promise->what == arena;
        if (!here) continue;
        if (promise->kind == PROMISE_VOTE_FOR) sum += worth(persona, promise);
        if (promise->kind == PROMISE_VOTE_AGAINST) sum -= worth(persona, promise);
    }
    return sum;
}
