// rules/ruling.h — the facilitator rules on what a team argued, from a list of the pack. Never: an effect outside the list.
#ifndef RULES_RULING_H
#define RULES_RULING_H
#include "model/verdict.h"
#include "rules/effect.h"

enum { SUB_HEARING = 1 }; // State.sub of RESOLUTION while arguments are heard

// RESOLUTION begins: puts a card before the facilitator for each planned act that asks for a ruling.
// True when there is one: then lists are carried out only after the hearing.
bool ruling_open(Txn *txn);
// The facilitator's answer to a card: may it be given, and taking it down.
Verdict ruling_gate(const Def *def, const State *state, int32_t slot, int32_t answer);
void ruling_says(Txn *txn, int32_t slot, int32_t answer);
// Change word ruling: what was picked takes effect for who argued; silence is the list's default.
void ruling_word(Txn *txn, Book *book, Effect *effect, const Change *change);

#endif // RULES_RULING_H
