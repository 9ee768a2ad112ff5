// rules/amend.h — a group whose consent was missing amends its text once and is asked again. Never: a second time.
#ifndef RULES_AMEND_H
#define RULES_AMEND_H
#include "model/command.h"
#include "model/verdict.h"
#include "rules/delta.h"

// True when the arena decides by consent.
bool amend_is_consent(const Def *def, const State *state, uint8_t arena);
// Who may say what to amend: whoever has a place in the arena or owns one of its deciders.
uint16_t amend_group(const Def *def, const State *state, uint8_t arena);
// COMMAND_AMEND.
Verdict amend_gate(const Def *def, const State *state, const Command *command);
void amend_says(Txn *txn, const Command *command);
// After a decision: where consent was missing for the first time, the group may amend until REFLECT ends.
void amend_open(Txn *txn, uint8_t arena);
// REFLECT ends: what was said counts, silence leaves the text as it is.
void amend_close_all(Txn *txn, Book *book);

#endif // RULES_AMEND_H
