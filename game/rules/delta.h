// rules/delta.h — deltas of one step are booked together, then capped, saturated, clamped once and shared out over their causes. Never: reads amounts from packs.
#ifndef RULES_DELTA_H
#define RULES_DELTA_H
#include "rules/txn.h"

enum { BOOK_MAX = 2048 };

typedef struct Delta {
    uint16_t cell;
    uint8_t flags; // EVENT_ flags; EVENT_COUNTS: a player's act, the round's caps apply
    uint8_t authors_count; // 0: the cause's actor alone
    int32_t raw;           // tenths
    int32_t applied;       // filled by book_settle
    Cause cause;
    Author authors[AUTHORS_MAX];
} Delta;

// Deltas of one step that read one snapshot. A Book is large; the caller keeps one and resets it.
typedef struct Book Book;
struct Book {
    int32_t count;
    bool in_meeting; // frames rise by at most frame_meeting_cap
    int16_t stance_cap[DECIDERS_MAX]
                      [2]; // tenths for net up (0) and down (1); 0 = mind_change
    Delta items[BOOK_MAX];
};

void book_reset(Book *book);
// Books raw tenths on a cell; whole tracks truncate to multiples of 10; zero is not booked.
void book_add(
        Book *book, const Def *def, uint16_t cell, int32_t raw, Cause cause, uint8_t flags);
// The same with several authors.
void book_add_shared(Book *book, const Def *def, uint16_t cell, int32_t raw, Cause cause,
        uint8_t flags, const Author *authors, int32_t authors_count);
// Applies everything booked by the one delta rule and emits one event for each delta, in booking
// order; the book is empty afterwards.
void book_settle(Txn *txn, Book *book);

// Standing near its ends moves less, on the net change v of a value L, both tenths.
int32_t delta_saturate(int32_t level, int32_t v);
// Shares the applied sum A out over raw deltas; out has count places.
void delta_share_out(const int32_t *raw, int32_t count, int32_t applied, int32_t *out);

#endif // RULES_DELTA_H
