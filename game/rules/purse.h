// rules/purse.h — money with a string is spent before the rest. Never: judges or takes money itself.
#ifndef RULES_PURSE_H
#define RULES_PURSE_H
#include "rules/delta.h"

// The cell of an actor's money; UINT16_MAX where no resource is money (the coefficient is 0).
uint16_t purse_cell(const Def *def, int32_t actor);
// The actor whose money a cell is, NONE for any other cell.
uint8_t purse_owner(const Def *def, uint16_t cell);
// The actor has spent tenths: tied money goes first, givers in pack order.
void purse_lower(Txn *txn, uint8_t actor, int32_t tenths, Cause cause);
// The same for everything a settled book has taken from purses. What the book itself takes off the
// tied part counts once.
void purse_settle(Txn *txn, const Book *book);

#endif // RULES_PURSE_H
