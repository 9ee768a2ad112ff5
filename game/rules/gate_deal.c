// rules/gate_deal.c — may this deal be offered, accepted, marked now. Never: what it does (deal.c).
#include "rules/deal.h"
#include "rules/gate.h"
#include "rules/stock.h"

static bool slot_left(const State *state) {
    for (int32_t slot = 0; slot < DEALS_MAX; slot++) {
        uint8_t now = state->deal[slot].state;
        if (now == DEAL_FREE || now >= DEAL_VOID) return true;
    }
    return false;
}

// The lowest trust between who promises and any of the others, either way.
static int32_t mutual_trust(
        const Def *def, const State *state, const Deal *deal, uint8_t by) {
    int32_t lowest = INT32_MAX;
    for (int32_t place = 0; place < deal->parties; place++) {
        uint8_t other = deal->party[place];
        if (other == by) continue;
        lowest = core_min(lowest, state_at(def, state, TRACK_TRUST, by, other));
        lowest = core_min(lowest, state_at(def, state, TRACK_TRUST, other, by));
    }
    return lowest;
}

static Verdict check_size(
        const Def *def, const State *state, const Deal *deal, const Promise *promise) {
    int32_t smallest = deal_smallest(promise);
    if (promise->size < smallest || promise->size > 3)
        return verdict_need(VERDICT_DEAL_SIZE, smallest, promise->size);
    if (promise->size == 1) return verdict_ok();
    int32_t needed = def->coef[promise->size == 2 ? COEF_TRUST_SIZE_2 : COEF_TRUST_SIZE_3];
    if (mutual_trust(def, state, deal, promise->by) >= 10 * needed) return verdict_ok();
    return verdict_need(VERDICT_DEAL_TRUST, needed, promise->size);
}

static bool goes_to_actor(const Promise *promise) {
    return promise->kind == PROMISE_GIVE || promise->kind == PROMISE_PLACE;
}

static bool target_good(const Def *def, const Promise *promise) {
    return promise->target == NONE || !goes_to_actor(promise)
           || promise->target < def_count(def, KIND_ACTOR);
}

static Verdict check_promise(
        const Def *def, const State *state, const Deal *deal, const Promise *promise) {
    bool by_party = deal_has(deal, promise->by);
    bool known = promise->kind > PROMISE_NONE && promise->kind <= PROMISE_PLACE;
    if (!by_party || !known || !target_good(def, promise))
        return verdict_no(VERDICT_BAD_ANSWER);
    if (promise->due < state->round || promise->due > def->rounds)
        return verdict_no(VERDICT_BAD_ANSWER);
    if (promise->what >= deal_things(def, promise)) return verdict_no(VERDICT_BAD_ANSWER);
    if (promise->kind == PROMISE_GIVE && promise->amount == 0)
        return verdict_no(VERDICT_DEAL_EMPTY);
    // Between two it is clear who gets it.
    if (deal->parties > 2 && goes_to_actor(promise) && promise->target == NONE)
        return verdict_no(VERDICT_DEAL_TAKER);
    return check_size(def, state, deal, promise);
}

static Verdict check_gives(
        const Def *def, const State *state, const Deal *deal, uint8_t giver) {
    for (int32_t r = 0; r < def_count(def, KIND_RESOURCE); r++) {
        int32_t have = state_at(def, state, TRACK_RESOURCE, giver, r);
        int32_t gives = deal_given(deal, giver, NONE, r);
        if (have >= 10 * gives) continue;
        Verdict verdict = verdict_need(VERDICT_DEAL_NO_MONEY, gives, have / 10);
        verdict.cell = def_cell(def, TRACK_RESOURCE, giver, r);
        return verdict;
    }
    return verdict_ok();
}

// From one party to another, of something there is.
static Verdict check_gifts(const Def *def, const Deal *deal) {
    if (deal->gifts_count > GIFTS_MAX)
        return verdict_need(VERDICT_TOO_MANY, GIFTS_MAX, deal->gifts_count);
    for (int32_t i = 0; i < deal->gifts_count; i++) {
        const Gift *gift = &deal->gifts[i];
        uint8_t giver = gift_giver(gift), taker = gift_taker(gift);
        if (giver == taker || !deal_has(deal, giver) || !deal_has(deal, taker))
            return verdict_no(VERDICT_DEAL_ENDS);
        if (gift->resource >= def_count(def, KIND_RESOURCE))
            return verdict_no(VERDICT_BAD_ANSWER);
    }
    return verdict_ok();
}

static bool is_empty(const Deal *deal) {
    int32_t given = 0;
    for (int32_t i = 0; i < deal->gifts_count; i++)
        given += deal->gifts[i].amount;
    return given == 0 && deal->promises_count == 0;
}

// Two to four, each once, and all of them in the game.
static Verdict check_parties(const Def *def, const State *state, const Deal *deal) {
    if (deal->parties > PARTIES_MAX)
        return verdict_need(VERDICT_DEAL_PARTIES, PARTIES_MAX, deal->parties);
    if (deal->parties < 2) return verdict_no(VERDICT_DEAL_SELF);
    for (int32_t place = 1; place < deal->parties; place++) {
        uint8_t other = deal->party[place];
        if (other >= def_count(def, KIND_ACTOR) || other == deal->party[0]
                || state->seat_by[other] == BY_NOBODY)
            return verdict_no(VERDICT_DEAL_SELF);
        if (deal_place(deal, other) != place) return verdict_no(VERDICT_DEAL_TWICE);
    }
    return verdict_ok();
}

static Verdict check_text(const Def *def, const State *state, const Deal *deal) {
    for (int32_t i = 0; i < deal->promises_count; i++) {
        Verdict verdict = check_promise(def, state, deal, &deal->promises[i]);
        if (verdict.code != VERDICT_OK) return verdict;
    }
    return verdict_ok();
}

static Verdict gate_offer(const Def *def, const State *state, const Command *command) {
    Deal deal = command->deal;
    deal.party[0] = command->actor;
    Verdict verdict = check_parties(def, state, &deal);
    if (verdict.code != VERDICT_OK) return verdict;
    if (deal.promises_count > PROMISES_MAX)
        return verdict_need(VERDICT_TOO_MANY, PROMISES_MAX, deal.promises_count);
    verdict = check_gifts(def, &deal);
    if (verdict.code != VERDICT_OK) return verdict;
    if (is_empty(&deal)) return verdict_no(VERDICT_DEAL_EMPTY);
    if (!slot_left(state)) return verdict_need(VERDICT_DEALS_FULL, DEALS_MAX, DEALS_MAX);
    verdict = check_gives(def, state, &deal, command->actor);
    return verdict.code == VERDICT_OK ? check_text(def, state, &deal) : verdict;
}

static const Deal *deal_of(const State *state, const Command *command, DealState wanted) {
    if (command->a < 0 || command->a >= DEALS_MAX) return NULL;
    const Deal *deal = &state->deal[command->a];
    return deal->state == wanted ? deal : NULL;
}

static Verdict gate_accept(const Def *def, const State *state, const Command *command) {
    const Deal *deal = deal_of(state, command, DEAL_OFFERED);
    if (!deal) return verdict_no(VERDICT_DEAL_UNKNOWN);
    int32_t place = deal_place(deal, command->actor);
    if (place <= 0) return verdict_no(VERDICT_NOT_YOURS); // who offered it stands by it
    if ((deal->accepted >> place) & 1) return verdict_no(VERDICT_DEAL_ACCEPTED);
    for (int32_t party = 0; party < deal->parties; party++) {
        Verdict verdict = check_gives(def, state, deal, deal->party[party]);
        if (verdict.code != VERDICT_OK && party != place)
            return verdict_no(VERDICT_DEAL_OTHER_POOR);
        if (verdict.code != VERDICT_OK) return verdict;
    }
    return check_text(def, state, deal);
}

// Whom it was made to may let go of it, each for itself; all parties may say how it went.
static Verdict gate_promise(const State *state, const Command *command) {
    const Deal *deal = deal_of(state, command, DEAL_AGREED);
    if (!deal || command->b < 0 || command->b >= deal->promises_count)
        return verdict_no(VERDICT_DEAL_UNKNOWN);
    int32_t place = deal_place(deal, command->actor);
    if (place < 0) return verdict_no(VERDICT_NOT_YOURS);
    const Promise *promise = &deal->promises[command->b];
    if (promise_state(promise) != PROMISE_OPEN) return verdict_no(VERDICT_DEAL_UNKNOWN);
    if (command->kind == COMMAND_PROMISE_WAIVE) {
        if (promise->by == command->actor) return verdict_no(VERDICT_NOT_YOURS);
        return promise_waived_by(promise, place) ? verdict_no(VERDICT_DEAL_WAIVED)
                                                 : verdict_ok();
    }
    if (promise->kind != PROMISE_WORDS) return verdict_no(VERDICT_WRONG_TARGET);
    return command->c == 1 || command->c == 2 ? verdict_ok()
                                              : verdict_no(VERDICT_BAD_ANSWER);
}

// The facilitator says how it went where the parties see it differently.
Verdict gate_ruling(const Def *def, const State *state, const Command *command) {
    (void)def;
    const Deal *deal = deal_of(state, command, DEAL_AGREED);
    if (!deal || command->b < 0 || command->b >= deal->promises_count)
        return verdict_no(VERDICT_DEAL_UNKNOWN);
    const Promise *promise = &deal->promises[command->b];
    if (!deal_is_apart(promise) || promise->due > state->round)
        return verdict_no(VERDICT_NOT_APART);
    return command->c == 0 || command->c == 1 ? verdict_ok()
                                              : verdict_no(VERDICT_BAD_ANSWER);
}

Verdict gate_deal(const Def *def, const State *state, const Command *command) {
    if (state->status != STATUS_RUNNING) return verdict_no(VERDICT_WRONG_PHASE);
    if (command->kind == COMMAND_PROMISE_MARK || command->kind == COMMAND_PROMISE_WAIVE)
        return gate_promise(state, command);
    if (stock_phase_does(def, state) != DOES_BACKSTAGE)
        return verdict_no(VERDICT_ONLY_BACKSTAGE);
    if (command->kind == COMMAND_DEAL_WITHDRAW || command->kind == COMMAND_DEAL_DECLINE) {
        const Deal *deal = deal_of(state, command, DEAL_OFFERED);
        if (!deal) return verdict_no(VERDICT_DEAL_UNKNOWN);
        // Who offered it takes it back; a refusal of anybody else closes it.
        int32_t place = deal_place(deal, command->actor);
        bool may = command->kind == COMMAND_DEAL_WITHDRAW ? place == 0 : place > 0;
        return may ? verdict_ok() : verdict_no(VERDICT_NOT_YOURS);
    }
    if (state->seat_by[command->actor] == BY_STAND_IN) return verdict_no(VERDICT_STAND_IN);
    return command->kind == COMMAND_DEAL_OFFER ? gate_offer(def, state, command)
                                               : gate_accept(def, state, command);
}
