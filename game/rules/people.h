// rules/people.h — what is arranged and said beside the game becomes events of the same name. Never: moves a number of the game.
#ifndef RULES_PEOPLE_H
#define RULES_PEOPLE_H
#include "model/verdict.h"
#include "rules/txn.h"

// The event of a command that arranges people or carries their words; EVENT_NONE for the game's own.
EventKind people_event(CommandKind kind);
bool people_is_event(EventKind kind);
// May it be? Seats must be taken, things must exist.
MUST_USE Verdict gate_people(const Def *def, const State *state, const Command *command);
void decide_people(Txn *txn, const Command *command);

#endif // RULES_PEOPLE_H
