// rules/decision.h — how arenas decide: seven rules. Never: writes State but through events.
#ifndef RULES_DECISION_H
#define RULES_DECISION_H
#include "rules/delta.h"
#include "rules/txn.h"

// Decides in one arena now: votes, DECISION, law; then the rules at decision_made.
void decision_run(Txn *txn, Book *book, uint8_t arena);
// True when the arena decides at the end of this round: by its schedule, or because a failed text has
// changed and may return once.
bool decision_due(const Def *def, const State *state, uint8_t arena);
// All decisions due in the present round, in pack order.
void decision_scheduled(Txn *txn, Book *book);
// What the vote would be now, without events: sign of each decider into votes (1, 0, -1), and whether it would pass.
bool decision_forecast(
        const Def *def, const State *state, uint8_t arena, int8_t votes[DECIDERS_MAX]);

#endif // RULES_DECISION_H
