// rules/check.h — is this State possible at all. Never: repairs one.
#ifndef RULES_CHECK_H
#define RULES_CHECK_H
#include "model/state.h"

// True when every number is inside its range and every index means something. On failure what (at
// least 96 bytes) says what is wrong; it may be NULL. Called after every batch.
MUST_USE bool state_check(const Def *def, const State *state, char *what);

#endif // RULES_CHECK_H
