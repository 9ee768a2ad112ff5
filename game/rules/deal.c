// rules/deal.c — deals are offered, agreed and carried out; promises fall due and move trust. Never: enforces a promise.
#include "rules/deal.h"
#include "rules/coalition.h"
#include "rules/decide.h"

enum { // marks of the parties in the upper half of Promise.state
    MARK_FIRST_KEPT = 1,
    MARK_FIRST_BROKEN = 2,
    MARK_SECOND_KEPT = 4,
    MARK_SECOND_BROKEN = 8,
    MARK_KEPT = MARK_FIRST_KEPT | MARK_SECOND_KEPT,
    MARK_BROKEN = MARK_FIRST_BROKEN | MARK_SECOND_BROKEN,
};

static uint8_t state_of(const Promise *promise) { return promise->state & 15; }
static uint8_t marks_of(const Promise *promise) { return promise->state >> 4; }
static uint8_t other_party(const Deal *deal, uint8_t actor) {
    return deal->from == actor ? deal->to : deal->from;
}
static bool is_open(const Deal *deal, const Promise *promise) {
    return deal->state == DEAL_AGREED && state_of(promise) == PROMISE_OPEN;
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
        if (deal->state != DEAL_AGREED || (deal->from != by && deal->to != by)) continue;
        if (!((others >> other_party(deal, by)) & 1)) continue;
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
    if (actor != NONE) event.cause.target = (Thing){KIND_ACTOR, other_party(deal, actor)};
    txn_emit(txn, &event);
}

static void set_promise(
        Txn *txn, int32_t slot, int32_t place, PromiseState state, uint8_t marks) {
    uint8_t by = txn->state->deal[slot].promises[place].by;
    tell_deal(txn, EVENT_PROMISE_STATE, by, slot, place, (int32_t)state, marks);
}

static Cause cause_deal(int32_t slot, uint8_t actor) {
    return cause_of(CAUSE_DEAL, (uint16_t)slot, actor);
}

// --- what is given at once ---

static bool can_give(const Txn *txn, const Deal *deal, int32_t party) {
    uint8_t giver = party == 0 ? deal->from : deal->to;
    for (int32_t r = 0; r < def_count(txn->def, KIND_RESOURCE); r++) {
        if (state_at(txn->def, txn->state, TRACK_RESOURCE, giver, r)
                < 10 * deal->gives[party][r])
            return false;
    }
    return true;
}

static void give(Txn *txn, int32_t slot, const Deal *deal, int32_t party) {
    uint8_t giver = party == 0 ? deal->from : deal->to;
    for (int32_t r = 0; r < def_count(txn->def, KIND_RESOURCE); r++) {
        uint16_t from = def_cell(txn->def, TRACK_RESOURCE, giver, r),
                 to = def_cell(txn->def, TRACK_RESOURCE, other_party(deal, giver), r);
        // What the other has no room for stays where it is.
        int32_t room = txn->def->cell_max[to] - txn->state->cell[to];
        int32_t tenths = core_min(10 * deal->gives[party][r], room);
        txn_delta(txn, from, -tenths, cause_deal(slot, giver));
        txn_delta(txn, to, tenths, cause_deal(slot, giver));
    }
}

// A giver who cannot pay voids the deal and is trusted less.
static void void_deal(Txn *txn, int32_t slot, const Deal *deal, int32_t party) {
    uint8_t giver = party == 0 ? deal->from : deal->to;
    tell_deal(txn, EVENT_DEAL_STATE, giver, slot, 0, DEAL_VOID, 0);
    uint16_t cell = def_cell(txn->def, TRACK_TRUST, other_party(deal, giver), giver);
    txn_delta(txn, cell, -10 * txn->def->coef[COEF_VOID_TRUST], cause_deal(slot, giver));
}

void deal_transfers(Txn *txn) {
    for (int32_t slot = 0; slot < DEALS_MAX; slot++) {
        const Deal deal = txn->state->deal[slot];
        if (deal.state != DEAL_AGREED || deal.round != txn->state->round) continue;
        int32_t unable = !can_give(txn, &deal, 0) ? 0 : (!can_give(txn, &deal, 1) ? 1 : -1);
        if (unable >= 0) {
            void_deal(txn, slot, &deal, unable);
            continue;
        }
        give(txn, slot, &deal, 0);
        give(txn, slot, &deal, 1);
        if (deal.promises_count == 0)
            tell_deal(txn, EVENT_DEAL_STATE, NONE, slot, 3, DEAL_DONE, 0);
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
    uint8_t marks = marks_of(promise);
    if ((marks & MARK_KEPT) && !(marks & MARK_BROKEN)) return KEPT_YES;
    return (marks & MARK_BROKEN) && !(marks & MARK_KEPT) ? KEPT_NO : KEPT_UNKNOWN;
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
            promise->target == NONE ? other_party(deal, promise->by) : promise->target;
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

// A break between members of a coalition is felt in each one they share.
static void break_inside(Txn *txn, Book *book, int32_t slot, uint8_t by, uint8_t other) {
    uint16_t both = (uint16_t)(1u << by | 1u << other);
    for (int32_t i = 0; i < COALITIONS_MAX; i++) {
        if ((txn->state->coalition[i].members & both) != both) continue;
        book_add(book, txn->def, def_cell(txn->def, TRACK_COHESION, i, 0),
                -10 * txn->def->coef[COEF_COHESION_PROMISE], cause_deal(slot, by), 0);
    }
}

static void close_promise(Txn *txn, Book *book, int32_t slot, int32_t place, Kept kept) {
    const Deal *deal = &txn->state->deal[slot];
    const Promise promise = deal->promises[place];
    uint8_t other = other_party(deal, promise.by);
    uint16_t cell = def_cell(txn->def, TRACK_TRUST, other, promise.by);
    const int16_t *coef = txn->def->coef;
    if (kept == KEPT_YES) {
        book_add(book, txn->def, cell, 10 * promise.size * coef[COEF_PROMISE_KEPT],
                cause_deal(slot, promise.by), EVENT_COUNTS);
    } else if (kept == KEPT_NO) { // no cap softens a broken promise
        book_add(book, txn->def, cell, -10 * (coef[COEF_PROMISE_BROKEN] + promise.size),
                cause_deal(slot, promise.by), 0);
        break_inside(txn, book, slot, promise.by, other);
    }
    PromiseState state = kept == KEPT_YES
                                 ? PROMISE_KEPT
                                 : (kept == KEPT_NO ? PROMISE_BROKEN : PROMISE_WAIVED);
    set_promise(txn, slot, place, state, marks_of(&promise));
}

static void finish_if_done(Txn *txn, int32_t slot) {
    const Deal *deal = &txn->state->deal[slot];
    for (int32_t i = 0; i < deal->promises_count; i++) {
        if (state_of(&deal->promises[i]) == PROMISE_OPEN) return;
    }
    tell_deal(txn, EVENT_DEAL_STATE, NONE, slot, 3, DEAL_DONE, 0);
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

// Sets marks of the engine on every open promise of a kind that fits; the parties need not say it.
static void mark_fitting(Txn *txn, int32_t slot, int32_t place, uint8_t marks) {
    uint8_t before = marks_of(&txn->state->deal[slot].promises[place]);
    if ((before | marks) != before)
        set_promise(txn, slot, place, PROMISE_OPEN, before | marks);
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
                mark_fitting(txn, slot, i, MARK_BROKEN);
            else if (spoke)
                mark_fitting(txn, slot, i, MARK_KEPT);
        }
    }
}

static bool is_credit(const Deal *deal, const Promise *promise) {
    return is_open(deal, promise) && promise->kind == PROMISE_CREDIT;
}

bool deal_owes_credit(const State *state, uint8_t giver, uint8_t receiver) {
    for (int32_t slot = 0; slot < DEALS_MAX; slot++) {
        const Deal *deal = &state->deal[slot];
        bool between = deal->from == giver || deal->to == giver;
        if (!between || (receiver != NONE && other_party(deal, giver) != receiver))
            continue;
        for (int32_t i = 0; i < deal->promises_count; i++) {
            if (is_credit(deal, &deal->promises[i]) && deal->promises[i].by == giver)
                return true;
        }
    }
    return false;
}

void deal_note_credit(Txn *txn, uint8_t giver, uint8_t receiver) {
    for (int32_t slot = 0; slot < DEALS_MAX; slot++) {
        const Deal *deal = &txn->state->deal[slot];
        for (int32_t i = 0; deal->state == DEAL_AGREED && i < deal->promises_count; i++) {
            const Promise *promise = &deal->promises[i];
            if (!is_credit(deal, promise) || promise->by != giver) continue;
            if (other_party(deal, giver) == receiver) mark_fitting(txn, slot, i, MARK_KEPT);
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
            bool given = by_marks(promise) == KEPT_YES,
                 due = promise->due <= txn->state->round;
            if (!is_credit(deal, promise) || (!given && !due)) continue;
            close_promise(txn, book, slot, i, given ? KEPT_YES : KEPT_NO);
            closed = true;
        }
        if (closed) finish_if_done(txn, slot);
    }
    book_settle(txn, book);
}

// --- what the facilitator says ---

bool deal_is_apart(const Promise *promise) {
    uint8_t marks = marks_of(promise);
    return promise->kind == PROMISE_WORDS && state_of(promise) == PROMISE_OPEN
           && (marks & MARK_KEPT) && (marks & MARK_BROKEN);
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
    event.cause.target = (Thing){KIND_ACTOR, other_party(deal, by)};
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
    event.cause.target = (Thing){KIND_ACTOR, command->deal.to};
    event.deal = command->deal;
    event.deal.from = command->actor;
    event.deal.state = DEAL_OFFERED;
    event.deal.round = txn->state->round;
    for (int32_t i = 0; i < PROMISES_MAX; i++)
        event.deal.promises[i].state = PROMISE_OPEN;
    txn_emit(txn, &event);
}

static void change_state(Txn *txn, const Command *command, DealState state) {
    int32_t accepted = state == DEAL_AGREED ? 3 : 0;
    tell_deal(
            txn, EVENT_DEAL_STATE, command->actor, command->a, accepted, (int32_t)state, 0);
}

static void mark(Txn *txn, const Command *command) {
    const Deal *deal = &txn->state->deal[command->a];
    bool first = deal->from == command->actor;
    uint8_t marks = marks_of(&deal->promises[command->b]);
    marks &= (uint8_t) ~(first ? MARK_FIRST_KEPT | MARK_FIRST_BROKEN
                               : MARK_SECOND_KEPT | MARK_SECOND_BROKEN);
    if (command->c == 1)
        marks |= first ? MARK_FIRST_KEPT : MARK_SECOND_KEPT;
    else
        marks |= first ? MARK_FIRST_BROKEN : MARK_SECOND_BROKEN;
    set_promise(txn, command->a, command->b, PROMISE_OPEN, marks);
}

static void waive(Txn *txn, const Command *command) {
    set_promise(txn, command->a, command->b, PROMISE_WAIVED, 0);
    finish_if_done(txn, command->a);
}

void deal_retire(Txn *txn, uint8_t actor) {
    for (int32_t slot = 0; slot < DEALS_MAX; slot++) {
        const Deal *deal = &txn->state->deal[slot];
        if (deal->from != actor && deal->to != actor) continue;
        if (deal->state == DEAL_OFFERED)
            tell_deal(txn, EVENT_DEAL_STATE, actor, slot, 0, DEAL_DECLINED, 0);
        if (deal->state != DEAL_AGREED) continue;
        for (int32_t i = 0; i < deal->promises_count; i++) {
            if (state_of(&deal->promises[i]) == PROMISE_OPEN)
                set_promise(txn, slot, i, PROMISE_WAIVED, 0);
        }
        finish_if_done(txn, slot);
    }
}

void decide_deal(Txn *txn, const Command *command) {
    switch (command->kind) {
    case COMMAND_DEAL_OFFER: offer(txn, command); break;
    case COMMAND_DEAL_ACCEPT: change_state(txn, command, DEAL_AGREED); break;
    case COMMAND_DEAL_DECLINE:
    case COMMAND_DEAL_WITHDRAW: change_state(txn, command, DEAL_DECLINED); break;
    case COMMAND_PROMISE_WAIVE: waive(txn, command); break;
    default: mark(txn, command); break;
    }
}
