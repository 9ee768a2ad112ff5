// rules/card.h — choices the engine itself deals: splits of coalitions and what else asks named actors for one answer. Never: answers of happenings (choice.c).
#ifndef RULES_CARD_H
#define RULES_CARD_H
#include "model/verdict.h"
#include "rules/delta.h"
#include "rules/txn.h"

// What a new card asks; `about`, `by`, `a` and `b` mean what the row of its kind says.
typedef struct CardAsk {
    ChoiceKind kind;
    uint8_t about, by; // NONE without
    int16_t a, b;
    uint16_t asked; // actors; stand-ins and empty seats are left out
} CardAsk;

// Deals a card; false when nobody is left to ask or the table of open choices is full.
bool card_open(Txn *txn, const CardAsk *ask);
// How many answers a kind has; 0 is what silence means.
int32_t card_answers(ChoiceKind kind);
// May this actor answer the card in slot with this answer now?
Verdict card_gate(
        const Def *def, const State *state, int32_t slot, int32_t answer, uint8_t actor);
// The answer is taken down; the card takes effect when it was the last one.
void card_says(Txn *txn, int32_t slot, int32_t answer, uint8_t actor);
// Takes effect now; who said nothing gave answer 0.
void card_finish(Txn *txn, Book *book, int32_t slot);
// The same for the open cards of one kind: those that stay sealed until a step is over.
void card_finish_kind(Txn *txn, Book *book, ChoiceKind kind);
// The same for every open card.
void card_finish_all(Txn *txn, Book *book);

#endif // RULES_CARD_H
