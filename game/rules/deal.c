// rules/deal.c — deals are offered, agreed and carried out; promises fall due and move trust. Never: enforces a promise.
#include "rules/deal.h"
#include "rules/coalition.h"
#include "rules/decide.h"

static uint8_t waived_of(const Promise *promise) { return promise->state >> 4; }
static bool is_open(const Deal *deal, const Promise *promise) {
    return deal->state == DEAL_AGREED && promise_state(promise) == PROMISE_OPEN;
}

int32_t deal_things(const Def *def, const Promise *promise) {
    switch ((PromiseKind)promise->kind) {
    case PROMISE_SUPPORT_FRAME: return def_count(def, KIND_FRAME);
    case PROMISE_REFRAIN:
    case PROMISE_DO: return def->moves_count;
    case PROMISE_JOIN:
    case PROMISE_LEAVE: return COALITIONS_MAX;
    case PROMISE_GIVE: return def_count(def, KIND_RESOURCE);
    case PROMISE_VOTE_FOR:
    case PROMISE_VOTE_AGAINST:
    case PROMISE_PLACE: return def_count(def, KIND_ARENA);
    case PROMISE_NONE:
    case PROMISE_WORDS:
    case PROMISE_CREDIT: return INT32_MAX;
    }
    return 0;
}

bool deal_open_between(const State *state, uint8_t by, uint16_t others) {
    for (int32_t slot = 0; slot < DEALS_MAX; slot++) {
        const Deal *deal = &state->deal[slot];
        if (deal->state != DEAL_AGREED || !deal_has(deal, by)) continue;
        if (!(others & deal_others(deal, by))) continue;
        for (int32_t i = 0; i < deal->promises_count; i++) {
            if (is_open(deal, &deal->promises[i]) && deal->promises[i].by == by)
                return true;
        }
    }
    return false;
}

// An event about a deal, told to all only if the deal is public.
static void tell_deal(Txn *txn, EventKind kind, uint8_t actor, int32_t slot, int32_t b,
        int32_t c, int32_t d) {
    const Deal *deal = &txn->state->deal[slot];
    Event event = txn_event(txn, kind, actor);
    event.a = (int16_t)slot;
    event.b = (int16_t)b;
    event.c = (int16_t)c;
    event.d = (int16_t)d;
    event.flags = deal->is_public ? 0 : EVENT_QUIET;
    if (actor != NONE) event.cause.target = (Thing){KIND_ACTOR, deal_partner(deal, actor)};
    txn_emit(txn, &event);
}

static void set_promise(Txn *txn, int32_t slot, int32_t place, PromiseState state,
        uint8_t marks, uint8_t waived) {
    uint8_t by = txn->state->deal[slot].promises[place].by;
    tell_deal(
            txn, EVENT_PROMISE_STATE, by, slot, place, (int32_t)state, marks | waived << 8);
}

static Cause cause_deal(int32_t slot, uint8_t actor) {
    return cause_of(CAUSE_DEAL, (uint16_t)slot, actor);
}

// --- what is given at once ---

static bool can_give(const Txn *txn, const Deal *deal, uint8_t giver) {
    for (int32_t r = 0; r < def_count(txn->def, KIND_RESOURCE); r++) {
        if (state_at(txn->def, txn->state, TRACK_RESOURCE, giver, r)
                < 10 * deal_given(deal, giver, NONE, r))
            return false;
    }
    return true;
}

static void give(Txn *txn, int32_t slot, const Gift *gift) {
    uint8_t giver = gift_giver(gift);
    uint16_t from = def_cell(txn->def, TRACK_RESOURCE, giver, gift->resource),
             to = def_cell(txn->def, TRACK_RESOURCE, gift_taker(gift), gift->resource);
    // What the other has no room for stays where it is.
    int32_t room = txn->def->cell_max[to] - txn->state->cell[to];
    int32_t tenths = core_min(10 * gift->amount, room);
    txn_delta(txn, from, -tenths, cause_deal(slot, giver));
    txn_delta(txn, to, tenths, cause_deal(slot, giver));
}

// A giver who cannot pay voids the deal for all and is trusted less by everybody in it.
static void void_deal(Txn *txn, int32_t slot, const Deal *deal, uint8_t giver) {
    tell_deal(txn, EVENT_DEAL_STATE, giver, slot, 0, DEAL_VOID, 0);
    for (int32_t place = 0; place < deal->parties; place++) {
        if (deal->party[place] == giver) continue;
        uint16_t cell = def_cell(txn->def, TRACK_TRUST, deal->party[place], giver);
        txn_delta(
                txn, cell, -10 * txn->def->coef[COEF_VOID_TRUST], cause_deal(slot, giver));
    }
}

// The first party that has less than it gives, NONE if all can pay.
static uint8_t who_cannot_pay(const Txn *txn, const Deal *deal) {
    for (int32_t place = 0; place < deal->parties; place++) {
        if (!can_give(txn, deal, deal->party[place])) return deal->party[place];
    }
    return NONE;
}

void deal_transfers(Txn *txn) {
    for (int32_t slot = 0; slot < DEALS_MAX; slot++) {
        const Deal deal = txn->state->deal[slot];
        if (deal.state != DEAL_AGREED || deal.round != txn->state->round) continue;
        uint8_t unable = who_cannot_pay(txn, &deal);
        if (unable != NONE) {
            void_deal(txn, slot, &deal, unable);
            continue;
        }
        for (int32_t i = 0; i < deal.gifts_count; i++)
            give(txn, slot, &deal.gifts[i]);
        if (deal.promises_count == 0)
            tell_deal(txn, EVENT_DEAL_STATE, NONE, slot, deal.accepted, DEAL_DONE, 0);
    }
}

// --- was it kept? ---

typedef enum Kept { KEPT_UNKNOWN, KEPT_YES, KEPT_NO, KEPT_MOOT } Kept;

static bool did_on(const Txn *txn, const Promise *promise) {
    for (int32_t i = 0; i < txn->events->count; i++) {
        const Event *event = &txn->events->items[i];
        if (event->kind != EVENT_ACT || event->round != txn->state->round) continue;
        if (event->actor != promise->by || event->act.move != promise->what) continue;
        if (promise->target == NONE || event->act.target.index == promise->target)
            return true;
    }
    return false;
}

// Tenths of a resource that arrived in this round by the promiser's doing.
static int32_t arrived(const Txn *txn, const Promise *promise, uint8_t receiver) {
    uint16_t cell = def_cell(txn->def, TRACK_RESOURCE, receiver, promise->what);
    int32_t sum = 0;
    for (int32_t i = 0; i < txn->events->count; i++) {
        const Event *event = &txn->events->items[i];
        bool came = event->kind == EVENT_DELTA && event->cell == cell && event->applied > 0;
        if (came && event->round == txn->state->round && event->cause.actor == promise->by)
            sum += event->applied;
    }
    return sum;
}

static Kept voted(const Txn *txn, const Deal *deal, const Promise *promise, bool due) {
    const Decision *decision = &txn->state->decision[promise->what];
    if (!decision->done || decision->round < deal->round)
        return due ? KEPT_MOOT : KEPT_UNKNOWN;
    int32_t wanted = promise->kind == PROMISE_VOTE_FOR ? 1 : -1;
    bool any = false;
    for (int32_t i = 0; i < def_count(txn->def, KIND_DECIDER); i++) {
        const Decider *decider = &txn->def->deciders[i];
        if (decider->arena != promise->what || decider->owner != promise->by) continue;
        if (txn->state->vote[i] != wanted) return KEPT_NO;
        any = true;
    }
    return any ? KEPT_YES : KEPT_MOOT;
}

static Kept by_marks(const Promise *promise) {
    bool kept = promise->marks & MARK_ALL_KEPT, broken = promise->marks & MARK_ALL_BROKEN;
    if (kept == broken) return KEPT_UNKNOWN;
    return kept ? KEPT_YES : KEPT_NO;
}

static Kept yes_or(bool yes, bool due) {
    return yes ? KEPT_YES : (due ? KEPT_NO : KEPT_UNKNOWN);
}

static bool is_in(const Txn *txn, const Promise *promise) {
    return promise->what < COALITIONS_MAX
           && ((txn->state->coalition[promise->what].members >> promise->by) & 1);
}

static Kept judge(const Txn *txn, const Deal *deal, const Promise *promise) {
    bool due = promise->due <= txn->state->round;
    uint8_t receiver =
            promise->target == NONE ? deal_partner(deal, promise->by) : promise->target;
    switch ((PromiseKind)promise->kind) {
    case PROMISE_NONE: return KEPT_MOOT;
    case PROMISE_WORDS:
        return due ? by_marks(promise)
                   : KEPT_UNKNOWN; // the parties say, else the facilitator
    case PROMISE_SUPPORT_FRAME: {
        Kept seen = by_marks(promise);
        return seen == KEPT_UNKNOWN && due
                       ? KEPT_NO
                       : (seen == KEPT_YES && !due ? KEPT_UNKNOWN : seen);
    }
    case PROMISE_CREDIT: return KEPT_UNKNOWN; // given in REFLECT, judged there
    case PROMISE_REFRAIN:
        if (txn->state->did[promise->by][promise->what] > 0) return KEPT_NO;
        return due ? KEPT_YES : KEPT_UNKNOWN;
    case PROMISE_DO: return yes_or(did_on(txn, promise), due);
    case PROMISE_JOIN: return due ? yes_or(is_in(txn, promise), true) : KEPT_UNKNOWN;
    case PROMISE_LEAVE: return due ? yes_or(!is_in(txn, promise), true) : KEPT_UNKNOWN;
    case PROMISE_GIVE:
        return yes_or(arrived(txn, promise, receiver) >= 10 * promise->amount, due);
    case PROMISE_VOTE_FOR:
    case PROMISE_VOTE_AGAINST: return voted(txn, deal, promise, due);
    case PROMISE_PLACE:
        return yes_or(state_holds_place(txn->state, receiver, promise->what), due);
    }
    return KEPT_UNKNOWN;
}

// --- what it does to trust ---

// A break between members of a coalition is felt in each one they share, once for the promise.
static void break_inside(Txn *txn, Book *book, int32_t slot, uint8_t by, uint16_t others) {
    for (int32_t i = 0; i < COALITIONS_MAX; i++) {
        uint16_t members = txn->state->coalition[i].members;
        if (!((members >> by) & 1) || !(members & others)) continue;
        book_add(book, txn->def, def_cell(txn->def, TRACK_COHESION, i, 0),
                -10 * txn->def->coef[COEF_COHESION_PROMISE], cause_deal(slot, by), 0);
    }
}

static uint8_t mark_at(int32_t place, uint8_t all) {
    return (uint8_t)(all & 3 << 2 * place);
}

// How it went for the party at a place: it may have let go of it, and credit is given to each by name.
static Kept towards(const Promise *promise, int32_t place, Kept kept) {
    if (promise_waived_by(promise, place)) return KEPT_MOOT;
    if (promise->kind != PROMISE_CREDIT || kept == KEPT_MOOT) return kept;
    return promise->marks & mark_at(place, MARK_ALL_KEPT) ? KEPT_YES : KEPT_NO;
}

// Trust of one other party in who promised.
static void move_trust(Txn *txn, Book *book, int32_t slot, const Promise *promise,
        uint8_t other, Kept kept) {
    const int16_t *coef = txn->def->coef;
    uint16_t cell = def_cell(txn->def, TRACK_TRUST, other, promise->by);
    if (kept == KEPT_YES) {
        book_add(book, txn->def, cell, 10 * promise->size * coef[COEF_PROMISE_KEPT],
                cause_deal(slot, promise->by), EVENT_COUNTS);
    } else if (kept == KEPT_NO) { // no cap softens a broken promise
        book_add(book, txn->def, cell, -10 * (coef[COEF_PROMISE_BROKEN] + promise->size),
                cause_deal(slot, promise->by), 0);
    }
}

static void close_promise(Txn *txn, Book *book, int32_t slot, int32_t place, Kept kept) {
    const Deal deal = txn->state->deal[slot];
    const Promise promise = deal.promises[place];
    uint16_t let_down = 0;
    for (int32_t i = 0; i < deal.parties; i++) {
        if (deal.party[i] == promise.by) continue;
        Kept here = towards(&promise, i, kept);
        move_trust(txn, book, slot, &promise, deal.party[i], here);
        if (here == KEPT_NO) let_down |= (uint16_t)(1u << deal.party[i]);
    }
    if (let_down) break_inside(txn, book, slot, promise.by, let_down);
    PromiseState state = kept == KEPT_YES
                                 ? PROMISE_KEPT
                                 : (kept == KEPT_NO ? PROMISE_BROKEN : PROMISE_WAIVED);
    set_promise(txn, slot, place, state, promise.marks, waived_of(&promise));
}

static void finish_if_done(Txn *txn, int32_t slot) {
    const Deal *deal = &txn->state->deal[slot];
    for (int32_t i = 0; i < deal->promises_count; i++) {
        if (promise_state(&deal->promises[i]) == PROMISE_OPEN) return;
    }
    tell_deal(txn, EVENT_DEAL_STATE, NONE, slot, deal->accepted, DEAL_DONE, 0);
}

void deal_due(Txn *txn, Book *book) {
    for (int32_t slot = 0; slot < DEALS_MAX; slot++) {
        const Deal *deal = &txn->state->deal[slot];
        if (deal->state != DEAL_AGREED) continue;
        for (int32_t i = 0; i < deal->promises_count; i++) {
            if (!is_open(deal, &deal->promises[i])) continue;
            Kept kept = judge(txn, deal, &deal->promises[i]);
            if (kept != KEPT_UNKNOWN) close_promise(txn, book, slot, i, kept);
        }
        finish_if_done(txn, slot);
    }
    book_settle(txn, book);
}

// Sets marks of the engine on an open promise; the parties need not say it.
static void mark_fitting(Txn *txn, int32_t slot, int32_t place, uint8_t marks) {
    const Promise *promise = &txn->state->deal[slot].promises[place];
    uint8_t after = promise->marks | marks;
    if (after != promise->marks)
        set_promise(txn, slot, place, PROMISE_OPEN, after, waived_of(promise));
}

// The same mark of every party.
static uint8_t mark_of_all(const Deal *deal, uint8_t all) {
    return (uint8_t)(all & ((1 << 2 * deal->parties) - 1));
}

void deal_note_words(Txn *txn, const uint16_t *frames_for, const uint16_t *frames_against) {
    for (int32_t slot = 0; slot < DEALS_MAX; slot++) {
        const Deal *deal = &txn->state->deal[slot];
        for (int32_t i = 0; deal->state == DEAL_AGREED && i < deal->promises_count; i++) {
            const Promise *promise = &deal->promises[i];
            if (!is_open(deal, promise) || promise->kind != PROMISE_SUPPORT_FRAME) continue;
            bool spoke = (frames_for[promise->by] >> promise->what) & 1;
            bool resisted = (frames_against[promise->by] >> promise->what) & 1;
            if (resisted)
                mark_fitting(txn, slot, i, mark_of_all(deal, MARK_ALL_BROKEN));
            else if (spoke)
                mark_fitting(txn, slot, i, mark_of_all(deal, MARK_ALL_KEPT));
        }
    }
}

static bool is_credit(const Deal *deal, const Promise *promise) {
    return is_open(deal, promise) && promise->kind == PROMISE_CREDIT;
}

// Credit that is promised to a party and not given yet; NONE: to anybody.
static bool owes(const Deal *deal, const Promise *promise, uint8_t receiver) {
    for (int32_t place = 0; place < deal->parties; place++) {
        bool asked = receiver == NONE || deal->party[place] == receiver;
        bool given = promise->marks & mark_at(place, MARK_ALL_KEPT);
        bool to = deal->party[place] != promise->by && !promise_waived_by(promise, place);
        if (asked && to && !given) return true;
    }
    return false;
}

bool deal_owes_credit(const State *state, uint8_t giver, uint8_t receiver) {
    for (int32_t slot = 0; slot < DEALS_MAX; slot++) {
        const Deal *deal = &state->deal[slot];
        for (int32_t i = 0; i < deal->promises_count; i++) {
            const Promise *promise = &deal->promises[i];
            if (is_credit(deal, promise) && promise->by == giver
                    && owes(deal, promise, receiver))
                return true;
        }
    }
    return false;
}

void deal_note_credit(Txn *txn, uint8_t giver, uint8_t receiver) {
    for (int32_t slot = 0; slot < DEALS_MAX; slot++) {
        const Deal *deal = &txn->state->deal[slot];
        int32_t place = deal_place(deal, receiver);
        for (int32_t i = 0; place >= 0 && i < deal->promises_count; i++) {
            const Promise *promise = &deal->promises[i];
            if (is_credit(deal, promise) && promise->by == giver && giver != receiver)
                mark_fitting(txn, slot, i, mark_at(place, MARK_ALL_KEPT));
        }
    }
}

void deal_credit_due(Txn *txn, Book *book) {
    for (int32_t slot = 0; slot < DEALS_MAX; slot++) {
        const Deal *deal = &txn->state->deal[slot];
        if (deal->state != DEAL_AGREED) continue;
        bool closed = false;
        for (int32_t i = 0; i < deal->promises_count; i++) {
            const Promise *promise = &deal->promises[i];
            if (!is_credit(deal, promise)) continue;
            bool given = !owes(deal, promise, NONE),
                 due = promise->due <= txn->state->round;
            if (!given && !due) continue;
            close_promise(txn, book, slot, i, given ? KEPT_YES : KEPT_NO);
            closed = true;
        }
        if (closed) finish_if_done(txn, slot);
    }
    book_settle(txn, book);
}

// --- what the facilitator says ---

bool deal_is_apart(const Promise *promise) {
    return promise->kind == PROMISE_WORDS && promise_state(promise) == PROMISE_OPEN
           && (promise->marks & MARK_ALL_KEPT) && (promise->marks & MARK_ALL_BROKEN);
}

void deal_rule(Txn *txn, Book *book, const Command *command) {
    const Deal *deal = &txn->state->deal[command->a];
    uint8_t by = deal->promises[command->b].by;
    Event event = txn_event(txn, EVENT_PROMISE_RULED, by);
    event.a = command->a;
    event.b = command->b;
    event.c = command->c;
    event.d = command->reason ? (int16_t)command->reason : command->d;
    event.flags = deal->is_public ? 0 : EVENT_QUIET;
    event.cause = cause_of(CAUSE_FACILITATOR, 0, NONE);
    event.cause.target = (Thing){KIND_ACTOR, deal_partner(deal, by)};
    txn_emit(txn, &event);
    close_promise(txn, book, command->a, command->b, command->c ? KEPT_YES : KEPT_NO);
    book_settle(txn, book);
    finish_if_done(txn, command->a);
}

// --- commands ---

static int32_t slot_for_new(const State *state) {
    for (int32_t slot = 0; slot < DEALS_MAX; slot++) {
        if (state->deal[slot].state == DEAL_FREE) return slot;
    }
    for (int32_t slot = 0; slot < DEALS_MAX; slot++) {
        if (state->deal[slot].state >= DEAL_VOID) return slot;
    }
    return -1;
}

static void offer(Txn *txn, const Command *command) {
    Event event = txn_event(txn, EVENT_DEAL, command->actor);
    event.a = (int16_t)slot_for_new(txn->state);
    event.flags = command->deal.is_public ? 0 : EVENT_QUIET;
    event.cause.target = (Thing){KIND_ACTOR, command->deal.party[1]};
    event.deal = command->deal;
    event.deal.party[0] = command->actor;
    event.deal.accepted = 1; // who offers it stands by it
    event.deal.state = DEAL_OFFERED;
    event.deal.round = txn->state->round;
    for (int32_t i = 0; i < PROMISES_MAX; i++) {
        event.deal.promises[i].state = PROMISE_OPEN;
        event.deal.promises[i].marks = 0;
    }
    txn_emit(txn, &event);
}

// It holds as soon as everybody in it has accepted the same text.
static void accept(Txn *txn, const Command *command) {
    const Deal *deal = &txn->state->deal[command->a];
    int32_t accepted = deal->accepted | 1 << deal_place(deal, command->actor);
    DealState state = accepted == deal_everybody(deal) ? DEAL_AGREED : DEAL_OFFERED;
    tell_deal(
            txn, EVENT_DEAL_STATE, command->actor, command->a, accepted, (int32_t)state, 0);
}

static void close_offer(Txn *txn, const Command *command) {
    tell_deal(txn, EVENT_DEAL_STATE, command->actor, command->a, 0, DEAL_DECLINED, 0);
}

static void mark(Txn *txn, const Command *command) {
    const Deal *deal = &txn->state->deal[command->a];
    const Promise *promise = &deal->promises[command->b];
    int32_t place = deal_place(deal, command->actor);
    uint8_t marks = promise->marks & (uint8_t)~mark_at(place, 255);
    marks |= mark_at(place, command->c == 1 ? MARK_ALL_KEPT : MARK_ALL_BROKEN);
    set_promise(txn, command->a, command->b, PROMISE_OPEN, marks, waived_of(promise));
}

// One party lets go of a promise; it is waived when all it was made to have.
static void let_go(Txn *txn, int32_t slot, int32_t place, uint8_t actor) {
    const Deal *deal = &txn->state->deal[slot];
    const Promise *promise = &deal->promises[place];
    uint8_t waived = (uint8_t)(waived_of(promise) | 1 << deal_place(deal, actor)),
            all = (uint8_t)(deal_everybody(deal) & ~(1 << deal_place(deal, promise->by)));
    PromiseState state = (waived & all) == all ? PROMISE_WAIVED : PROMISE_OPEN;
    set_promise(txn, slot, place, state, promise->marks, waived);
}

static void waive(Txn *txn, const Command *command) {
    let_go(txn, command->a, command->b, command->actor);
    finish_if_done(txn, command->a);
}

// What it promised is waived for all, what it was promised towards itself.
static void retire_from(Txn *txn, int32_t slot, uint8_t actor) {
    for (int32_t i = 0; i < txn->state->deal[slot].promises_count; i++) {
        const Promise *promise = &txn->state->deal[slot].promises[i];
        if (promise_state(promise) != PROMISE_OPEN) continue;
        if (promise->by == actor)
            set_promise(txn, slot, i, PROMISE_WAIVED, promise->marks, waived_of(promise));
        else
            let_go(txn, slot, i, actor);
    }
    finish_if_done(txn, slot);
}

void deal_retire(Txn *txn, uint8_t actor) {
    for (int32_t slot = 0; slot < DEALS_MAX; slot++) {
        const Deal *deal = &txn->state->deal[slot];
        if (!deal_has(deal, actor)) continue;
        if (deal->state == DEAL_OFFERED)
            tell_deal(txn, EVENT_DEAL_STATE, actor, slot, 0, DEAL_DECLINED, 0);
        if (deal->state == DEAL_AGREED) retire_from(txn, slot, actor);
    }
}

void decide_deal(Txn *txn, const Command *command) {
    switch (command->kind) {
    case COMMAND_DEAL_OFFER: offer(txn, command); break;
    case COMMAND_DEAL_ACCEPT: accept(txn, command); break;
    case COMMAND_DEAL_DECLINE:
    case COMMAND_DEAL_WITHDRAW: close_offer(txn, command); break;
    case COMMAND_PROMISE_WAIVE: waive(txn, command); break;
    default: mark(txn, command); break;
    }
}
