// rules/side_offer.h — an offer to a member of another coalition, put at the next BACKSTAGE. Never: what it costs to make one.
#ifndef RULES_SIDE_OFFER_H
#define RULES_SIDE_OFFER_H
#include "model/verdict.h"
#include "rules/effect.h"

// Whether one may make the other an offer: it must be in a coalition that the first is not in.
Verdict side_offer_may(const State *state, uint8_t by, uint8_t to);
// Change word side_offer: to whom, how much cohesion, and what the taker gets; nothing when there is no
// room.
void side_offer_word(Txn *txn, Effect *effect, const Change *change);
// BACKSTAGE opens: offers are put before those they are made to.
void side_offer_open(Txn *txn);
// Taken: the coalition loses cohesion. Refused: everybody hears of it.
void side_offer_answer(Txn *txn, Book *book, const OpenChoice *card);

#endif // RULES_SIDE_OFFER_H
