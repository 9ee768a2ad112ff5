// bots/talk.c — backstage: coalitions proposed and answered, deals offered and answered by the stated thresholds. Never: breaks its word lightly.
#include "bots/parts.h"
#include "rules/gate.h"

enum {
    OFFERS_OF_A_STEP = 2,
    DEAL_FLOOR = 10,
    TRUST_PRICE = 5,
    VOTE_WORTH = 40,
    GIFT_WORTH = 12,
    LIKE_TO_ASK =
            40, // who is asked to found a coalition, and whose asking is answered with yes
    LIKE_TO_JOIN = 20,
    LIKE_MOST = 100,
    LIKE_AT_RANDOM = 0 // random players go with anybody who is not rather against them
};

static bool open_to(const Def *def, const State *state, const Command *command) {
    return gate_check(def, state, command).code == VERDICT_OK;
}

static int32_t trust_in(const Def *def, const State *state, uint8_t actor, int32_t other) {
    return state_at(def, state, TRACK_TRUST, actor, other) / 10;
}

int32_t talk_likeness(const Def *def, uint8_t a, uint8_t b) {
    int32_t sum = 0, count = 0;
    for (int32_t c = 0; c < def_count(def, KIND_CLAUSE); c++) {
        if (!def->actors[a].wants_set[c] || !def->actors[b].wants_set[c]) continue;
        int32_t top = core_max(1, def->clauses[c].levels_count - 1);
        sum += 100
               - 200 * core_abs(def->actors[a].wants[c] - def->actors[b].wants[c]) / top;
        count++;
    }
    return count == 0 ? 0 : sum / count;
}

// What a deal is worth to this actor, in the units of the score (score.c).
static int32_t deal_worth(
        const Def *def, const State *state, uint8_t actor, const Deal *deal) {
    int32_t worth = 0;
    for (int32_t i = 0; i < deal->gifts_count; i++) {
        const Gift *gift = &deal->gifts[i];
        if (gift_taker(gift) == actor) worth += GIFT_WORTH * gift->amount;
        if (gift_giver(gift) == actor) worth -= GIFT_WORTH * gift->amount;
    }
    for (int32_t i = 0; i < deal->promises_count; i++) {
        const Promise *promise = &deal->promises[i];
        int32_t part =
                promise->kind == PROMISE_VOTE_FOR || promise->kind == PROMISE_VOTE_AGAINST
                        ? VOTE_WORTH
                        : GIFT_WORTH * promise->size;
        if (promise->kind == PROMISE_SUPPORT_FRAME
                && promise->what < def_count(def, KIND_FRAME)) {
            part = wants_frame(def, actor, promise->what) ? GIFT_WORTH : -GIFT_WORTH;
            if (promise->by == actor)
                part = wants_frame(def, actor, promise->what) ? -1 : -2 * GIFT_WORTH;
            worth += part;
            continue;
        }
        bool goes_elsewhere = deal->parties > 2 && promise->kind == PROMISE_GIVE
                              && promise->target != actor;
        if (promise->by == actor)
            worth -= part;
        else if (!goes_elsewhere)
            worth += part;
    }
    (void)state;
    return worth;
}

// A deal is as sure as the party of it that is trusted least.
static int32_t least_trust(
        const Def *def, const State *state, uint8_t actor, const Deal *deal) {
    int32_t least = INT32_MAX;
    for (int32_t i = 0; i < deal->parties; i++) {
        if (deal->party[i] != actor)
            least = core_min(least, trust_in(def, state, actor, deal->party[i]));
    }
    return least;
}

static bool answer_deal(Bot *bot, const Def *def, const State *state, Command *out) {
    for (int32_t i = 0; i < DEALS_MAX; i++) {
        const Deal *deal = &state->deal[i];
        int32_t here = deal_place(deal, bot->actor);
        if (deal->state != DEAL_OFFERED || here <= 0 || (deal->accepted >> here) & 1)
            continue;
        int32_t needed =
                DEAL_FLOOR - TRUST_PRICE * least_trust(def, state, bot->actor, deal);
        bool good = deal_worth(def, state, bot->actor, deal) >= needed;
        *out = (Command){.kind = good ? COMMAND_DEAL_ACCEPT : COMMAND_DEAL_DECLINE,
                .actor = bot->actor,
                .at_phase = NONE,
                .a = (int16_t)i};
        if (open_to(def, state, out)) return true;
        out->kind = COMMAND_DEAL_DECLINE;
        if (open_to(def, state, out)) return true;
    }
    return false;
}

static bool answer_proposal(Bot *bot, const Def *def, const State *state, Command *out) {
    for (int32_t i = 0; i < PROPOSALS_MAX; i++) {
        const Proposal *proposal = &state->proposal[i];
        uint16_t bit = (uint16_t)(1u << bot->actor);
        if (!proposal->open || ((proposal->yes | proposal->no) & bit)) continue;
        int32_t liking = talk_likeness(def, bot->actor, proposal->by)
                         + 20 * trust_in(def, state, bot->actor, proposal->by);
        *out = (Command){.kind = COMMAND_COALITION_SAY,
                .actor = bot->actor,
                .at_phase = NONE,
                .a = (int16_t)i,
                .b = liking >= (bot->kind == BOT_RANDOM ? LIKE_AT_RANDOM : LIKE_TO_JOIN)
                             ? 1
                             : 2};
        if (open_to(def, state, out)) return true;
    }
    return false;
}

// In a round without a coalition: the two whose wishes are closest are asked to join.
static bool propose(Bot *bot, const Def *def, const State *state, Command *out) {
    if (state_coalition_of(state, bot->actor) != NONE || bot->sent > 0) return false;
    uint16_t members = (uint16_t)(1u << bot->actor);
    for (int32_t wanted = 0; wanted < 2; wanted++) {
        int32_t best = bot->kind == BOT_RANDOM ? LIKE_AT_RANDOM : LIKE_TO_ASK, chosen = -1;
        for (uint8_t i = 0; i < def_count(def, KIND_ACTOR); i++) {
            int32_t liking = talk_likeness(def, bot->actor, i);
            // A random player asks anybody it does not mind, not always the same two.
            if (bot->kind == BOT_RANDOM && liking > LIKE_AT_RANDOM)
                liking = 1 + (int32_t)rng_draw(&bot->rng, LIKE_MOST);
            if (((members >> i) & 1) || liking <= best
                    || state_coalition_of(state, i) != NONE)
                continue;
            best = liking;
            chosen = i;
        }
        if (chosen >= 0) members |= (uint16_t)(1u << chosen);
    }
    *out = (Command){.kind = COMMAND_COALITION_PROPOSE,
            .actor = bot->actor,
            .at_phase = NONE,
            .a = NONE,
            .b = (int16_t)members,
            .c = COALITION_CONSENT};
    return state_members_count(members) >= 2 && open_to(def, state, out);
}

static int32_t own_frame(const Def *def, uint8_t actor) {
    for (int32_t f = 0; f < def_count(def, KIND_FRAME); f++) {
        if (wants_frame(def, actor, (uint8_t)f)) return f;
    }
    return -1;
}

static bool set_asks(Bot *bot, const Def *def, const State *state, Command *out) {
    uint8_t slot = state_coalition_of(state, bot->actor);
    if (slot == NONE) return false;
    const Coalition *coalition = &state->coalition[slot];
    int32_t frame = own_frame(def, bot->actor);
    if (coalition->frame == NONE && coalition->lead == bot->actor && frame >= 0) {
        *out = (Command){.kind = COMMAND_COALITION_FRAME,
                .actor = bot->actor,
                .at_phase = NONE,
                .a = slot,
                .b = (int16_t)frame};
        if (open_to(def, state, out)) return true;
    }
    for (int32_t c = 0; c < def_count(def, KIND_CLAUSE); c++) {
        if (!def->actors[bot->actor].wants_set[c] || coalition->ask[bot->actor][c] != NONE)
            continue;
        *out = (Command){.kind = COMMAND_COALITION_ASK,
                .actor = bot->actor,
                .at_phase = NONE,
                .a = slot,
                .b = (int16_t)c,
                .c = def->actors[bot->actor].wants[c]};
        if (open_to(def, state, out)) return true;
    }
    return false;
}

static bool has_deal_with(const State *state, uint8_t a, uint8_t b) {
    for (int32_t i = 0; i < DEALS_MAX; i++) {
        const Deal *deal = &state->deal[i];
        bool pair = deal_has(deal, a) && deal_has(deal, b);
        if (pair && (deal->state == DEAL_OFFERED || deal->state == DEAL_AGREED))
            return true;
    }
    return false;
}

// "We both speak for this frame": two promises of size 1 with somebody who wants the same.
static bool offer(Bot *bot, const Def *def, const State *state, Command *out) {
    int32_t frame = own_frame(def, bot->actor);
    if (frame < 0 || bot->sent >= OFFERS_OF_A_STEP) return false;
    for (uint8_t other = 0; other < def_count(def, KIND_ACTOR); other++) {
        bool suits = other != bot->actor && wants_frame(def, other, (uint8_t)frame)
                     && talk_likeness(def, bot->actor, other) >= 0
                     && !has_deal_with(state, bot->actor, other);
        if (!suits) continue;
        Deal deal = deal_between(bot->actor, other);
        deal.promises_count = 2;
        for (int32_t i = 0; i < 2; i++) {
            deal.promises[i] = (Promise){.kind = PROMISE_SUPPORT_FRAME,
                    .by = i ? other : bot->actor,
                    .what = (uint8_t)frame,
                    .target = NONE,
                    .due = state->round,
                    .size = 1};
        }
        *out = (Command){.kind = COMMAND_DEAL_OFFER,
                .actor = bot->actor,
                .at_phase = NONE,
                .deal = deal};
        if (open_to(def, state, out)) return true;
    }
    return false;
}

bool talk_next(Bot *bot, BotDesk *desk, const Def *def, const State *state, Command *out) {
    (void)desk;
    if (answer_deal(bot, def, state, out) || answer_proposal(bot, def, state, out))
        return true;
    if (bot->kind == BOT_RANDOM && rng_draw(&bot->rng, 100) < 50) return false;
    return propose(bot, def, state, out) || set_asks(bot, def, state, out)
           || offer(bot, def, state, out);
}
