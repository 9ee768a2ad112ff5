// rules/defer.h — an item stays off the next agenda. Never: orders an agenda (agenda.c).
#ifndef RULES_DEFER_H
#define RULES_DEFER_H
#include "rules/effect.h"

// Change word defer: the item is off the next agenda of each arena that deals with it and where who acts
// has a place.
void defer_word(Txn *txn, Effect *effect, const Change *change);

#endif // RULES_DEFER_H
