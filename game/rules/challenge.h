// rules/challenge.h — one doubt about a line of the minutes. Never: who may raise it (gate_point.c).
#ifndef RULES_CHALLENGE_H
#define RULES_CHALLENGE_H
#include "rules/delta.h"
#include "rules/txn.h"

// slanted: what the line was when the roles closed; first: nobody before this act doubted it in this
// meeting. Returns whether the doubt was right.
bool challenge_run(Txn *txn, Book *book, const Act *act, bool slanted, bool first);

#endif // RULES_CHALLENGE_H
