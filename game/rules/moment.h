// rules/moment.h — runs the rules and functions of packs at a moment, in written order. Never: decides what a rule means.
#ifndef RULES_MOMENT_H
#define RULES_MOMENT_H
#include "rules/delta.h"
#include "rules/txn.h"

// Each sees what the one before changed; the changes of one are applied all or none.
void moment_run(Txn *txn, Book *book, const HookMoment *moment);
// before_move functions may refuse: returns the text id of the refusal, 0 if none.
TextId moment_before_move(Txn *txn, const Act *act);

#endif // RULES_MOMENT_H
