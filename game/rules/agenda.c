// rules/agenda.c — queue, order and deferral of a meeting's items, and the show of hands on them. Never: judges a command (chair.c).
#include "rules/agenda.h"
#include "rules/meeting_parts.h"
#include "rules/role.h"
#include "rules/stock.h"

static bool belongs(const Def *def, uint8_t arena, int32_t clause) {
    uint8_t issues = def->arenas[arena].issues;
    return issues == 0 || ((issues >> def->clauses[clause].issue) & 1);
}

// Clauses of the arena in pack order, starting one further in every round.
static int32_t standing_order(
        const Def *def, const State *state, uint8_t arena, uint8_t out[CLAUSES_MAX]) {
    uint8_t clauses[CLAUSES_MAX];
    int32_t count = 0;
    for (int32_t i = 0; i < def_count(def, KIND_CLAUSE); i++) {
        if (belongs(def, arena, i)) clauses[count++] = (uint8_t)i;
    }
    for (int32_t place = 0; place < count; place++)
        out[place] = clauses[(core_max(0, state->round - 1) + place) % count];
    return count;
}

static void put(Agenda *agenda, uint8_t clause, uint8_t queued) {
    for (int32_t i = 0; i < agenda->count; i++) {
        if (agenda->clause[i] == clause) return;
    }
    if ((agenda->off >> clause) & 1) return;
    agenda->clause[agenda->count] = clause;
    agenda->queued[agenda->count++] = queued != 0;
}

// More voices first; equal ones as they stand.
static void put_queued(Agenda *agenda, const uint8_t *order, int32_t count,
        const uint8_t queued[CLAUSES_MAX]) {
    for (int32_t voices = ACTORS_MAX; voices > 0; voices--) {
        for (int32_t i = 0; i < count; i++) {
            if (queued[order[i]] == voices) put(agenda, order[i], 1);
        }
    }
}

void agenda_make(const Def *def, const State *state, uint8_t arena,
        const uint8_t queued[CLAUSES_MAX], Agenda *out) {
    *out = (Agenda){.off = state->deferred[arena]};
    uint8_t order[CLAUSES_MAX];
    int32_t count = standing_order(def, state, arena, order);
    bool stands = state->ordered == ORDER_GIVEN && meeting_arena(state) == arena;
    if (stands && state->order_off != NONE) out->off |= (uint16_t)(1u << state->order_off);
    for (int32_t i = 0; stands && i < 3; i++) {
        uint8_t clause = state->order[i];
        if (clause != NONE) put(out, clause, queued[clause]);
    }
    put_queued(out, order, count, queued);
    for (int32_t i = 0; i < count; i++)
        put(out, order[i], 0);
    out->open = core_min(out->count, state_at(def, state, TRACK_SLOTS, arena, 0) / 10);
}

void agenda_hands(const State *state, int32_t *with, int32_t *against) {
    uint16_t chair = (uint16_t)(state->chair_now < ACTORS_MAX ? 1u << state->chair_now : 0);
    uint16_t no = (uint16_t)((state->objected | state->hands_against) & ~chair);
    *with = state_members_count((uint16_t)((state->hands_for | chair) & ~no));
    *against = state_members_count(no);
}

// Even hands go the way of the chair, who breaks them.
static void show_hands(Txn *txn, Book *book) {
    const State *state = txn->state;
    if (state->ordered != ORDER_GIVEN || state->objected == 0) return;
    int32_t with, against;
    agenda_hands(state, &with, &against);
    if (against <= with) return;
    uint8_t chair = state->chair_now;
    int32_t move = role_move(txn->def, ROLE_CHAIR);
    txn_say(txn, EVENT_OVERRULED, chair, with, against, 0, 0);
    uint16_t cell = stock_standing(txn->def, chair, COEF_AUDIENCE_SECTOR);
    if (cell == UINT16_MAX) return;
    book_add(book, txn->def, cell, -10 * txn->def->coef[COEF_OVERRULED_COST],
            cause_of(CAUSE_MOVE, (uint16_t)core_max(0, move), chair),
            EVENT_MICRO | EVENT_COUNTS);
    book_settle(txn, book);
}

// A deferral is for one meeting.
static void forget_deferred(Txn *txn, uint8_t arena, uint16_t deferred) {
    for (int32_t clause = 0; clause < CLAUSES_MAX; clause++) {
        if ((deferred >> clause) & 1)
            txn_say(txn, EVENT_DEFERRED, NONE, arena, clause, 0, 0);
    }
}

void agenda_close(Txn *txn, Book *book, const uint8_t queued[CLAUSES_MAX]) {
    uint8_t arena = meeting_arena(txn->state);
    show_hands(txn, book);
    Agenda agenda;
    agenda_make(txn->def, txn->state, arena, queued, &agenda);
    forget_deferred(txn, arena, txn->state->deferred[arena]);
    for (int32_t i = 0; i < agenda.count; i++) {
        txn_say(txn, EVENT_AGENDA, NONE, i, agenda.clause[i], i < agenda.open,
                agenda.queued[i]);
    }
}
