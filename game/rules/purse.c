// rules/purse.c — money with a string is spent before the rest. Never: judges or takes money itself.
#include "rules/purse.h"

static int32_t money_of(const Def *def) {
    int32_t money = def->coef[COEF_PURSE] - 1;
    return money < def_count(def, KIND_RESOURCE) ? money : -1;
}

uint16_t purse_cell(const Def *def, int32_t actor) {
    int32_t money = money_of(def);
    return money < 0 ? UINT16_MAX : def_cell(def, TRACK_RESOURCE, actor, money);
}

uint8_t purse_owner(const Def *def, uint16_t cell) {
    int32_t money = money_of(def);
    if (money < 0 || cell >= def->cells_count || def->cell_track[cell] != TRACK_RESOURCE)
        return NONE;
    const Track *track = &def->tracks[TRACK_RESOURCE];
    int32_t place = cell - track->base;
    if (place % track->columns != money) return NONE;
    return (uint8_t)(place / track->columns);
}

static int32_t tied_of(const Def *def, const State *state, uint8_t actor) {
    int32_t sum = 0;
    for (int32_t giver = 0; giver < def_count(def, KIND_ACTOR); giver++)
        sum += state_at(def, state, TRACK_RESTRICTED, giver, actor);
    return sum;
}

// Through an event of its own: txn_delta is where this comes from.
static void take_off(Txn *txn, uint16_t cell, int32_t tenths, Cause cause) {
    Event event = txn_event(txn, EVENT_DELTA, cause.actor);
    event.cell = cell;
    event.raw = event.applied = (int16_t)-tenths;
    event.cause = cause;
    if (cause.actor != NONE) {
        event.authors_count = 1;
        event.authors[0] = (Author){.actor = cause.actor, .share = 1000};
    }
    txn_emit(txn, &event);
}

void purse_lower(Txn *txn, uint8_t actor, int32_t tenths, Cause cause) {
    const Def *def = txn->def;
    for (int32_t giver = 0; tenths > 0 && giver < def_count(def, KIND_ACTOR); giver++) {
        uint16_t cell = def_cell(def, TRACK_RESTRICTED, giver, actor);
        int32_t part = core_min(tenths, txn->state->cell[cell]);
        if (part <= 0) continue;
        take_off(txn, cell, part, cause);
        tenths -= part;
    }
}

// What a book has taken from one purse, and off its tied part.
typedef struct Spent {
    int32_t money, tied;
    Cause cause;
} Spent;

static void add_delta(const Def *def, const Delta *delta, uint8_t actor, Spent *spent) {
    const Track *tied = &def->tracks[TRACK_RESTRICTED];
    if (delta->applied == 0) return;
    if (purse_owner(def, delta->cell) == actor) {
        spent->money -= delta->applied;
        if (delta->applied < 0) spent->cause = delta->cause;
    } else if (def->cell_track[delta->cell] == TRACK_RESTRICTED
               && (delta->cell - tied->base) % tied->columns == actor) {
        spent->tied -= core_min(0, delta->applied);
    }
}

static Spent spent_of(const Def *def, const Book *book, uint8_t actor) {
    Spent spent = {.cause = cause_of(CAUSE_NONE, 0, NONE)};
    for (int32_t i = 0; i < book->count; i++)
        add_delta(def, &book->items[i], actor, &spent);
    return spent;
}

void purse_settle(Txn *txn, const Book *book) {
    const Def *def = txn->def;
    uint16_t payers = 0;
    if (money_of(def) < 0) return;
    for (int32_t i = 0; i < book->count; i++) {
        const Delta *delta = &book->items[i];
        uint8_t owner = delta->applied < 0 ? purse_owner(def, delta->cell) : (uint8_t)NONE;
        if (owner != NONE && tied_of(def, txn->state, owner) > 0)
            payers |= (uint16_t)(1u << owner);
    }
    for (uint8_t actor = 0; payers && actor < def_count(def, KIND_ACTOR); actor++) {
        if (!((payers >> actor) & 1)) continue;
        Spent spent = spent_of(def, book, actor);
        purse_lower(txn, actor, spent.money - spent.tied, spent.cause);
    }
}
