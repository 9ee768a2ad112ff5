// rules/agenda.h — what a meeting can word, in which order, and whether the chair's order stands. Never: the words.
#ifndef RULES_AGENDA_H
#define RULES_AGENDA_H
#include "rules/delta.h"
#include "rules/txn.h"

enum { OBJECTION_VOICE = 1 }; // what an objection to the chair's order costs

typedef struct Agenda {
    uint8_t clause[CLAUSES_MAX]; // in order
    uint8_t queued[CLAUSES_MAX]; // 1: somebody queued it
    int32_t count, open;         // items; how many of them can be worded
    uint16_t off;                // clauses left out: deferred
} Agenda;

// The agenda of an arena in this round: the chair's order first, then what was queued (queued[clause]
// voices), then clauses in pack order from (round - 1) on; deferred clauses are left out.
void agenda_make(const Def *def, const State *state, uint8_t arena,
        const uint8_t queued[CLAUSES_MAX], Agenda *out);
// What the chair's order came to: hands of those in the room, the chair and the objectors counted.
void agenda_hands(const State *state, int32_t *with, int32_t *against);
// Roles close: hands are counted, then the agenda is set.
void agenda_close(Txn *txn, Book *book, const uint8_t queued[CLAUSES_MAX]);

#endif // RULES_AGENDA_H
