// rules/champion.h — a decider won over, who works on its colleagues until the text goes past its price. Never: what it costs to win one.
#ifndef RULES_CHAMPION_H
#define RULES_CHAMPION_H
#include "model/verdict.h"
#include "rules/effect.h"

// Whether the decider would speak for this side: it must not lean too far the other way. Reads what is
// hidden, so it is judged when an act is paid, never while it is planned.
Verdict champion_may(const Def *def, const State *state, uint8_t decider, int8_t side);
// Change word champion: the target decider, on the act's side.
void champion_word(Txn *txn, Effect *effect, const Change *change);
// Pressure: champions of earlier rounds book what they move; those whose price is passed give up.
void champion_push(Txn *txn, Book *book);

#endif // RULES_CHAMPION_H
