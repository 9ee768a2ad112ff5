// rules/turn.h — whose turn it is in steps where actors move one after another. Never: sealed lists.
#ifndef RULES_TURN_H
#define RULES_TURN_H
#include "rules/txn.h"

// The first seated actor's turn.
void turn_open(Txn *txn);
// The next seated actor's turn, or nobody's when all have moved.
void turn_pass_on(Txn *txn);

#endif // RULES_TURN_H
