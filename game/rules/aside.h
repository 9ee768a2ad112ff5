// rules/aside.h — words agreed backstage and waiting to be voiced. Never: offers or answers (decide.h).
#ifndef RULES_ASIDE_H
#define RULES_ASIDE_H
#include "rules/txn.h"

// BACKSTAGE closes: offers nobody answered are gone.
void aside_close(Txn *txn);

#endif // RULES_ASIDE_H
