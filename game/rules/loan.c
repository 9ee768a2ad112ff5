// rules/loan.c — places and budgets lent for some rounds, given for good, or made permanent. Never: judges a move (it only says whether a loan is possible).
#include "rules/loan.h"
#include "rules/purse.h"

enum { VOTES_MOST = 5, UNTIL_MOST = 15 };

static bool is_lent_to(const Loan *loan, uint8_t actor, uint8_t arena) {
    return loan->state == LOAN_LENT && loan->receiver == actor && loan->arena == arena
           && loan->place != LOAN_BUDGET;
}

// How many of a place in an arena an actor only holds for others.
static int32_t borrowed(const State *state, uint8_t actor, uint8_t arena, uint8_t place) {
    int32_t count = 0;
    for (int32_t i = 0; i < LOANS_MAX; i++) {
        const Loan *loan = &state->loan[i];
        if (!is_lent_to(loan, actor, arena)) continue;
        bool seat = place == LOAN_SEAT && (loan->flags & LOAN_BROUGHT_SEAT);
        count += loan->place == place || seat;
    }
    return count;
}

static bool is_plain_seat(const Position *held) {
    return (held->places & PLACE_SEAT) && held->weight == 0
           && !(held->places & (PLACE_CHAIR | PLACE_PEN));
}

static int32_t count_of(const Position *held, uint8_t place) {
    switch ((LoanPlace)place) {
    case LOAN_SEAT: return is_plain_seat(held);
    case LOAN_VOTE: return held->weight;
    case LOAN_CHAIR: return (held->places & PLACE_CHAIR) != 0;
    case LOAN_PEN: return (held->places & PLACE_PEN) != 0;
    case LOAN_NOTHING:
    case LOAN_BUDGET:
    case LOAN_PLACES_COUNT: break;
    }
    return 0;
}

static bool has_room(const Position *held, uint8_t place) {
    switch ((LoanPlace)place) {
    case LOAN_SEAT: return held->places == 0 && held->weight == 0;
    case LOAN_VOTE: return held->weight < VOTES_MOST;
    case LOAN_CHAIR: return !(held->places & PLACE_CHAIR);
    case LOAN_PEN: return !(held->places & PLACE_PEN);
    case LOAN_NOTHING:
    case LOAN_BUDGET:
    case LOAN_PLACES_COUNT: break;
    }
    return false;
}

static Verdict no_to(VerdictCode code, uint8_t actor) {
    Verdict verdict = verdict_no(code);
    verdict.thing = (Thing){KIND_ACTOR, actor};
    return verdict;
}

// Points that can change hands: what the giver has and the receiver has room for.
static int32_t budget_of(const Def *def, const State *state, uint8_t from, uint8_t to) {
    uint16_t giver = purse_cell(def, from), receiver = purse_cell(def, to);
    if (giver == UINT16_MAX) return 0;
    int32_t has = state->cell[giver] - def->cell_min[giver],
            room = def->cell_max[receiver] - state->cell[receiver];
    return core_max(0, core_min(has, room) / 10);
}

static Verdict budget_possible(const Def *def, const State *state, const LoanTerms *terms) {
    uint16_t cell = terms->giver == NONE ? UINT16_MAX : purse_cell(def, terms->giver);
    bool member =
            cell != UINT16_MAX && state_holds_place(state, terms->giver, terms->arena);
    if (!member || terms->amount == 0) return verdict_no(VERDICT_NOT_HELD);
    if (state->cell[cell] < 10 * terms->amount) {
        Verdict verdict =
                verdict_need(VERDICT_COST_NUMBER, terms->amount, state->cell[cell] / 10);
        verdict.cell = cell;
        return verdict;
    }
    bool fits = budget_of(def, state, terms->giver, terms->receiver) >= terms->amount;
    return fits ? verdict_ok() : no_to(VERDICT_NO_ROOM, terms->receiver);
}

Verdict loan_possible(const Def *def, const State *state, const LoanTerms *terms) {
    bool budget = terms->place == LOAN_BUDGET;
    bool named = terms->receiver < def_count(def, KIND_ACTOR)
                 && terms->arena < def_count(def, KIND_ARENA);
    if (!named || terms->receiver == terms->giver) return verdict_no(VERDICT_WRONG_TARGET);
    if (budget) return budget_possible(def, state, terms);
    if (terms->giver != NONE) {
        const Position *own = &state->position[terms->giver][terms->arena];
        int32_t of_others = borrowed(state, terms->giver, terms->arena, terms->place);
        if (count_of(own, terms->place) <= of_others) return verdict_no(VERDICT_NOT_HELD);
    }
    bool room = has_room(&state->position[terms->receiver][terms->arena], terms->place);
    return room ? verdict_ok() : no_to(VERDICT_HELD_ALREADY, terms->receiver);
}

// The mark others see on a position: something of it is lent, or was lent and stays.
static void mark_of(const State *state, uint8_t actor, uint8_t arena, Position *held) {
    held->state = held->until = 0;
    for (int32_t i = 0; i < LOANS_MAX; i++) {
        const Loan *loan = &state->loan[i];
        bool here = loan->state != LOAN_FREE && loan->receiver == actor
                    && loan->arena == arena && loan->place != LOAN_BUDGET;
        if (!here) continue;
        bool lent = loan->state == LOAN_LENT;
        held->state = lent || held->state == 1 ? 1 : 2;
        if (lent && (held->until == 0 || loan->until < held->until))
            held->until = loan->until;
    }
}

static void put(Txn *txn, uint8_t actor, uint8_t arena, Position held, Cause cause) {
    mark_of(txn->state, actor, arena, &held);
    Event event = txn_event(txn, EVENT_POSITION, actor);
    event.a = arena;
    event.b = held.places;
    event.c = held.weight;
    event.d = (int16_t)(held.state | held.until << 4);
    event.cause = cause;
    txn_emit(txn, &event);
}

static Position with(Position held, uint8_t place) {
    held.places |= PLACE_SEAT;
    if (place == LOAN_VOTE) held.weight++;
    if (place == LOAN_CHAIR) held.places |= PLACE_CHAIR;
    if (place == LOAN_PEN) held.places |= PLACE_PEN;
    return held;
}

static Position without(Position held, uint8_t place) {
    if (place == LOAN_SEAT) held.places &= (uint8_t)~PLACE_SEAT;
    if (place == LOAN_VOTE && held.weight > 0) held.weight--;
    if (place == LOAN_CHAIR) held.places &= (uint8_t)~PLACE_CHAIR;
    if (place == LOAN_PEN) held.places &= (uint8_t)~PLACE_PEN;
    return held;
}

static void take(Txn *txn, uint8_t actor, uint8_t arena, uint8_t place, Cause cause) {
    put(txn, actor, arena, without(txn->state->position[actor][arena], place), cause);
}

static void give(Txn *txn, uint8_t actor, uint8_t arena, uint8_t place, Cause cause) {
    put(txn, actor, arena, with(txn->state->position[actor][arena], place), cause);
}

// As much of a budget as one has and the other has room for; nothing is made or lost.
static int32_t pay(Txn *txn, uint8_t from, uint8_t to, int32_t amount, Cause cause) {
    int32_t part = core_min(amount, budget_of(txn->def, txn->state, from, to));
    if (part <= 0) return 0;
    txn_delta(txn, purse_cell(txn->def, from), -10 * part, cause);
    txn_delta(txn, purse_cell(txn->def, to), 10 * part, cause);
    return part;
}

static int32_t free_slot(const State *state) {
    for (int32_t i = 0; i < LOANS_MAX; i++) {
        if (state->loan[i].state == LOAN_FREE) return i;
    }
    return -1;
}

static void tell_loan(Txn *txn, int32_t slot, const Loan *loan, Cause cause) {
    Event event = txn_event(txn, EVENT_LOAN, loan->receiver);
    event.a = (int16_t)slot;
    event.b = (int16_t)(uint16_t)(loan->giver | loan->arena << 8);
    event.c = (int16_t)(uint16_t)(loan->place | loan->amount << 8);
    event.d = (int16_t)(loan->state | loan->until << 2 | loan->flags << 6);
    event.cause = cause;
    event.cause.target = (Thing){KIND_POSITION, (uint8_t)slot};
    txn_emit(txn, &event);
}

void loan_make(Txn *txn, const LoanTerms *terms, Cause cause) {
    int32_t slot = free_slot(txn->state);
    if (slot < 0 || loan_possible(txn->def, txn->state, terms).code != VERDICT_OK) return;
    Loan loan = {.state = LOAN_LENT,
            .giver = terms->giver,
            .receiver = terms->receiver,
            .arena = terms->arena,
            .place = terms->place,
            .until = (uint8_t)core_min(terms->until, UNTIL_MOST)};
    if (terms->place == LOAN_BUDGET) {
        loan.amount =
                (uint8_t)pay(txn, terms->giver, terms->receiver, terms->amount, cause);
        tell_loan(txn, slot, &loan, cause);
        return;
    }
    const Position *before = &txn->state->position[terms->receiver][terms->arena];
    if (before->places == 0 && before->weight == 0) loan.flags = LOAN_BROUGHT_SEAT;
    tell_loan(txn, slot, &loan, cause);
    if (terms->giver != NONE) take(txn, terms->giver, terms->arena, terms->place, cause);
    give(txn, terms->receiver, terms->arena, terms->place, cause);
}

void loan_give(Txn *txn, const LoanTerms *terms, Cause cause) {
    if (loan_possible(txn->def, txn->state, terms).code != VERDICT_OK) return;
    if (terms->place == LOAN_BUDGET) {
        pay(txn, terms->giver, terms->receiver, terms->amount, cause);
        return;
    }
    if (terms->giver != NONE) take(txn, terms->giver, terms->arena, terms->place, cause);
    give(txn, terms->receiver, terms->arena, terms->place, cause);
}

static const Loan *other_loan(const State *state, const Loan *ended, int32_t *slot) {
    for (int32_t i = 0; i < LOANS_MAX; i++) {
        const Loan *loan = &state->loan[i];
        bool same = loan->state != LOAN_FREE && loan->receiver == ended->receiver
                    && loan->arena == ended->arena && loan->place != LOAN_BUDGET;
        if (!same) continue;
        *slot = i;
        return loan;
    }
    return NULL;
}

// The seat that came along goes too, unless something else still needs it; then it goes with that.
static void drop_seat(Txn *txn, const Loan *ended, Cause cause) {
    if (!(ended->flags & LOAN_BROUGHT_SEAT)) return;
    const Position *held = &txn->state->position[ended->receiver][ended->arena];
    int32_t slot;
    const Loan *other = other_loan(txn->state, ended, &slot);
    if (other) {
        Loan heir = *other;
        heir.flags |= LOAN_BROUGHT_SEAT;
        if (heir.state == LOAN_LENT) tell_loan(txn, slot, &heir, cause);
        return;
    }
    if (is_plain_seat(held)) take(txn, ended->receiver, ended->arena, LOAN_SEAT, cause);
}

static void go_back(Txn *txn, int32_t slot) {
    const Loan loan = txn->state->loan[slot];
    Cause cause = cause_of(CAUSE_ENGINE, ENGINE_RETURNED, loan.giver);
    cause.target = (Thing){KIND_POSITION, (uint8_t)slot};
    txn_say(txn, EVENT_LOAN_END, loan.receiver, slot, 0, 0, 0);
    if (loan.place == LOAN_BUDGET) {
        pay(txn, loan.receiver, loan.giver, loan.amount, cause);
        return;
    }
    take(txn, loan.receiver, loan.arena, loan.place, cause);
    drop_seat(txn, &loan, cause);
    if (loan.giver != NONE) give(txn, loan.giver, loan.arena, loan.place, cause);
}

void loan_return_due(Txn *txn) {
    for (int32_t i = 0; i < LOANS_MAX; i++) {
        const Loan *loan = &txn->state->loan[i];
        if (loan->state == LOAN_LENT && loan->until < txn->state->round) go_back(txn, i);
    }
}

void loan_return_all(Txn *txn) {
    for (int32_t i = 0; i < LOANS_MAX; i++) {
        if (txn->state->loan[i].state == LOAN_LENT) go_back(txn, i);
    }
}

void loan_agree(Txn *txn, uint8_t slot, uint8_t actor) {
    if (slot >= LOANS_MAX || txn->state->loan[slot].state != LOAN_LENT) return;
    const Loan *loan = &txn->state->loan[slot];
    if (loan->giver != actor && loan->receiver != actor) return;
    txn_say(txn, EVENT_LOAN_AGREED, actor, slot, 0, 0, 0);
    bool both = (loan->flags & LOAN_GIVER_AGREES) && (loan->flags & LOAN_RECEIVER_AGREES);
    if (!both) return;
    Loan kept = *loan;
    kept.state = LOAN_EMBEDDED;
    kept.until = kept.flags = 0;
    Cause cause = cause_of(CAUSE_ENGINE, ENGINE_EMBEDDED, kept.giver);
    tell_loan(txn, slot, &kept, cause);
    if (kept.place == LOAN_BUDGET) return;
    put(txn, kept.receiver, kept.arena, txn->state->position[kept.receiver][kept.arena],
            cause);
}

int32_t loan_embedded(const State *state) {
    int32_t count = 0;
    for (int32_t i = 0; i < LOANS_MAX; i++)
        count += state->loan[i].state == LOAN_EMBEDDED;
    return count;
}
