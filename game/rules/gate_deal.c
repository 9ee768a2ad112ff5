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

static int32_t mutual_trust(const Def *def, const State *state, const Deal *deal) {
    int32_t there = state_at(def, state, TRACK_TRUST, deal->from, deal->to);
    int32_t back = state_at(def, state, TRACK_TRUST, deal->to, deal->from);
    return core_min(there, back);
}

static Verdict check_size(
        const Def *def, const State *state, const Deal *deal, const Promise *promise) {
    int32_t smallest = deal_smallest(promise);
    if (promise->size < smallest || promise->size > 3)
        return verdict_need(VERDICT_DEAL_SIZE, smallest, promise->size);
    if (promise->size == 1) return verdict_ok();
    int32_t needed = def->coef[promise->size == 2 ? COEF_TRUST_SIZE_2 : COEF_TRUST_SIZE_3];
    if (mutual_trust(def, state, deal) >= 10 * needed) return verdict_ok();
    return verdict_need(VERDICT_DEAL_TRUST, needed, promise->size);
}

static bool target_good(const Def *def, const Promise *promise) {
    if (promise->target == NONE) return true;
    if (promise->kind == PROMISE_GIVE || promise->kind == PROMISE_PLACE)
        return promise->target < def_count(def, KIND_ACTOR);
    return true;
}

static Verdict check_promise(
        const Def *def, const State *state, const Deal *deal, const Promise *promise) {
    bool by_party = promise->by == deal->from || promise->by == deal->to;
    bool known = promise->kind > PROMISE_NONE && promise->kind <= PROMISE_PLACE;
    if (!by_party || !known || !target_good(def, promise))
        return verdict_no(VERDICT_BAD_ANSWER);
    if (promise->due < state->round || promise->due > def->rounds)
        return verdict_no(VERDICT_BAD_ANSWER);
    if (promise->what >= deal_things(def, promise)) return verdict_no(VERDICT_BAD_ANSWER);
    if (promise->kind == PROMISE_GIVE && promise->amount == 0)
        return verdict_no(VERDICT_DEAL_EMPTY);
    return check_size(def, state, deal, promise);
}

static Verdict check_gives(
        const Def *def, const State *state, const Deal *deal, int32_t party) {
    uint8_t giver = party == 0 ? deal->from : deal->to;
    for (int32_t r = 0; r < def_count(def, KIND_RESOURCE); r++) {
        int32_t have = state_at(def, state, TRACK_RESOURCE, giver, r);
        if (have >= 10 * deal->gives[party][r]) continue;
        Verdict verdict =
                verdict_need(VERDICT_DEAL_NO_MONEY, deal->gives[party][r], have / 10);
        verdict.cell = def_cell(def, TRACK_RESOURCE, giver, r);
        return verdict;
    }
    return verdict_ok();
}

static bool is_empty(const Deal *deal) {
    int32_t given = 0;
    for (int32_t r = 0; r < RESOURCES_MAX; r++)
        given += deal->gives[0][r] + deal->gives[1][r];
    return given == 0 && deal->promises_count == 0;
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
    deal.from = command->actor;
    if (deal.to >= def_count(def, KIND_ACTOR) || deal.to == deal.from)
        return verdict_no(VERDICT_DEAL_SELF);
    if (state->seat_by[deal.to] == BY_NOBODY) return verdict_no(VERDICT_DEAL_SELF);
    if (deal.promises_count > PROMISES_MAX)
        return verdict_need(VERDICT_TOO_MANY, PROMISES_MAX, deal.promises_count);
    if (is_empty(&deal)) return verdict_no(VERDICT_DEAL_EMPTY);
    if (!slot_left(state)) return verdict_need(VERDICT_DEALS_FULL, DEALS_MAX, DEALS_MAX);
    Verdict verdict = check_gives(def, state, &deal, 0);
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
    if (deal->to != command->actor) return verdict_no(VERDICT_NOT_YOURS);
    for (int32_t party = 0; party < 2; party++) {
        Verdict verdict = check_gives(def, state, deal, party);
        if (verdict.code != VERDICT_OK) return verdict;
    }
    return check_text(def, state, deal);
}

// Who received the promise may waive it; both parties may say how it went.
static Verdict gate_promise(const State *state, const Command *command) {
    const Deal *deal = deal_of(state, command, DEAL_AGREED);
    if (!deal || command->b < 0 || command->b >= deal->promises_count)
        return verdict_no(VERDICT_DEAL_UNKNOWN);
    if (deal->from != command->actor && deal->to != command->actor)
        return verdict_no(VERDICT_NOT_YOURS);
    const Promise *promise = &deal->promises[command->b];
    if ((promise->state & 15) != PROMISE_OPEN) return verdict_no(VERDICT_DEAL_UNKNOWN);
    if (command->kind == COMMAND_PROMISE_WAIVE) {
        return promise->by == command->actor ? verdict_no(VERDICT_NOT_YOURS) : verdict_ok();
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
        uint8_t party = command->kind == COMMAND_DEAL_WITHDRAW ? deal->from : deal->to;
        return party == command->actor ? verdict_ok() : verdict_no(VERDICT_NOT_YOURS);
    }
    if (state->seat_by[command->actor] == BY_STAND_IN) return verdict_no(VERDICT_STAND_IN);
    return command->kind == COMMAND_DEAL_OFFER ? gate_offer(def, state, command)
                                               : gate_accept(def, state, command);
}
