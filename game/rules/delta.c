// rules/delta.c — the one delta rule: add up, cap, saturate, clamp, share out. Never: reads amounts from packs.
#include "rules/delta.h"
#include "rules/fold.h"
#include "rules/purse.h"
#include <string.h>

void book_reset(Book *book) {
    book->count = 0;
    book->in_meeting = false;
    memset(book->stance_cap, 0, sizeof book->stance_cap);
}

void book_add(Book *book, const Def *def, uint16_t cell, int32_t raw, Cause cause,
        uint8_t flags) {
    book_add_shared(book, def, cell, raw, cause, flags, NULL, 0);
}

void book_add_shared(Book *book, const Def *def, uint16_t cell, int32_t raw, Cause cause,
        uint8_t flags, const Author *authors, int32_t authors_count) {
    if (def->tracks[def->cell_track[cell]].whole) raw = raw / 10 * 10;
    if (raw == 0 || book->count >= BOOK_MAX) return;
    Delta *delta = &book->items[book->count++];
    delta->cell = cell;
    delta->flags = flags;
    delta->raw = core_clamp(raw, -30000, 30000);
    delta->applied = 0;
    delta->cause = cause;
    delta->authors_count = (uint8_t)core_min(authors_count, AUTHORS_MAX);
    for (int32_t i = 0; i < delta->authors_count; i++)
        delta->authors[i] = authors[i];
}

int32_t delta_saturate(int32_t level, int32_t v) {
    if (level > 500 && v > 0) return v * (1000 - level) / 500;
    if (level < 500 && v < 0) return v * level / 500;
    return v;
}

// Sum of |delta| over those that push one way, and the place of the largest.
static int32_t pushing(const int32_t *raw, int32_t count, bool up, int32_t *largest) {
    int32_t sum = 0;
    for (int32_t i = 0; i < count; i++) {
        if (raw[i] == 0 || (raw[i] > 0) != up) continue;
        sum += core_abs(raw[i]);
        if (*largest < 0 || core_abs(raw[i]) > core_abs(raw[*largest])) *largest = i;
    }
    return sum;
}

void delta_share_out(const int32_t *raw, int32_t count, int32_t applied, int32_t *out) {
    int32_t net = 0, largest = -1;
    for (int32_t i = 0; i < count; i++)
        net += out[i] = raw[i];
    bool up = net > applied; // which way is cut
    int32_t cut = core_abs(net - applied), sum = pushing(raw, count, up, &largest),
            left = cut;
    if (cut == 0 || sum == 0) return;
    for (int32_t i = 0; i < count; i++) {
        if (raw[i] == 0 || (raw[i] > 0) != up) continue;
        int32_t part = (int32_t)((int64_t)cut * core_abs(raw[i]) / sum);
        out[i] -= up ? part : -part;
        left -= part;
    }
    out[largest] -= up ? left : -left;
}

static int32_t stance_cap(const Def *def, const Book *book, uint16_t cell, bool up) {
    int32_t decider = cell - def->tracks[TRACK_STANCE].base;
    int32_t cap = book->stance_cap[decider][up ? 0 : 1];
    return cap > 0 ? cap : def->coef[COEF_MIND_CHANGE] * 10;
}

static int32_t cap_of(
        const Def *def, const Book *book, const Track *track, uint16_t cell, bool up) {
    switch ((Settle)track->settle) {
    case SETTLE_CAP_STANCE: return stance_cap(def, book, cell, up);
    case SETTLE_CAP_PUBLIC: return def->coef[COEF_PUBLIC_CAP] * 10;
    case SETTLE_CAP_TRUST: return def->coef[COEF_TRUST_CAP] * 10;
    case SETTLE_CAP_TIRED: return up ? def->coef[COEF_TIRE_CAP] * 10 : INT32_MAX;
    case SETTLE_CAP_FRAME:
    case SETTLE_CLAMP:
    case SETTLE_SATURATE:
    case SETTLE_HEAT: break;
    }
    return INT32_MAX;
}

// What is left of the players' net after the cap of the round.
static int32_t capped(
        const Txn *txn, const Book *book, const Track *track, uint16_t cell, int32_t net) {
    if (track->moved_base == UINT16_MAX || net == 0) return net;
    int32_t moved = txn->state->moved[track->moved_base + (cell - track->base)];
    int32_t cap = cap_of(txn->def, book, track, cell, net > 0);
    int32_t end = core_clamp(moved + net, core_min(-cap, moved), core_max(cap, moved));
    return end - moved;
}

static int32_t settle_cell(const Txn *txn, const Book *book, uint16_t cell, int32_t counted,
        int32_t free_net) {
    const Def *def = txn->def;
    const Track *track = &def->tracks[def->cell_track[cell]];
    int32_t level = txn->state->cell[cell];
    int32_t v = capped(txn, book, track, cell, counted) + free_net;
    if (track->settle == SETTLE_CAP_FRAME && book->in_meeting) {
        v = core_min(v, def->coef[COEF_FRAME_MEETING_CAP] * 10);
    }
    if (track->settle == SETTLE_SATURATE && def->coef[COEF_SATURATE])
        v = delta_saturate(level, v);
    if (track->whole) v = v / 10 * 10;
    return core_clamp(level + v, def->cell_min[cell], def->cell_max[cell]) - level;
}

enum { SAME_CELL_MAX = 64, CHAINS = 256 };

// The deltas of each cell in the order they were booked: the first of each and, behind every one,
// the next of the same cell. Cells that share a head are told apart when the chain is walked.
typedef struct Chains {
    int16_t head[CHAINS], next[BOOK_MAX]; // place, -1 = none
} Chains;

static int32_t chain_of(uint16_t cell) { return cell & (CHAINS - 1); }

static void chain_all(const Book *book, Chains *chains) {
    for (int32_t i = 0; i < book->count; i++)
        chains->head[chain_of(book->items[i].cell)] = -1;
    for (int32_t i = book->count - 1; i >= 0; i--) {
        int16_t *head = &chains->head[chain_of(book->items[i].cell)];
        chains->next[i] = *head;
        *head = (int16_t)i;
    }
}

// Collects the deltas of one cell from place `first` on; returns how many.
static int32_t gather(
        const Book *book, const Chains *chains, int32_t first, int32_t *places) {
    int32_t count = 0;
    for (int32_t i = first; i >= 0 && count < SAME_CELL_MAX; i = chains->next[i]) {
        if (book->items[i].cell == book->items[first].cell) places[count++] = i;
    }
    return count;
}

static void settle_group(const Txn *txn, Book *book, const int32_t *places, int32_t count) {
    int32_t raw[SAME_CELL_MAX], out[SAME_CELL_MAX], counted = 0, free_net = 0;
    for (int32_t i = 0; i < count; i++) {
        const Delta *delta = &book->items[places[i]];
        raw[i] = delta->raw;
        if (delta->flags & EVENT_COUNTS)
            counted += delta->raw;
        else
            free_net += delta->raw;
    }
    int32_t applied =
            settle_cell(txn, book, book->items[places[0]].cell, counted, free_net);
    delta_share_out(raw, count, applied, out);
    for (int32_t i = 0; i < count; i++)
        book->items[places[i]].applied = out[i];
}

static void emit(Txn *txn, const Delta *delta) {
    Event *event = txn_begin(txn, EVENT_DELTA, delta->cause.actor);
    event->cell = delta->cell;
    event->flags = delta->flags;
    event->raw = (int16_t)delta->raw;
    event->applied = (int16_t)delta->applied;
    event->cause = delta->cause;
    event->authors_count = delta->authors_count;
    for (int32_t i = 0; i < delta->authors_count; i++)
        event->authors[i] = delta->authors[i];
    if (delta->authors_count == 0 && delta->cause.actor != NONE) {
        event->authors_count = 1;
        event->authors[0] = (Author){.actor = delta->cause.actor, .share = 1000};
    }
    fold_event(txn->def, txn->state, event);
}

void book_settle(Txn *txn, Book *book) {
    uint64_t seen[BOOK_MAX / 64];
    for (int32_t i = 0; i <= (book->count - 1) / 64; i++)
        seen[i] = 0;
    Chains chains;
    chain_all(book, &chains);
    for (int32_t i = 0; i < book->count; i++) {
        if ((seen[i / 64] >> (i % 64)) & 1) continue;
        int32_t places[SAME_CELL_MAX];
        int32_t count = gather(book, &chains, i, places);
        for (int32_t j = 0; j < count; j++)
            seen[places[j] / 64] |= (uint64_t)1 << (places[j] % 64);
        settle_group(txn, book, places, count);
    }
    for (int32_t i = 0; i < book->count; i++)
        emit(txn, &book->items[i]);
    purse_settle(txn, book);
    book_reset(book);
}
