// rules/ending.h — endings that are reached and red lines that are crossed. Never: ends the game (phase.c).
#ifndef RULES_ENDING_H
#define RULES_ENDING_H
#include "rules/delta.h"
#include "rules/txn.h"

// Emits ENDING for the first ending whose condition holds, in pack order; before the last round
// (final false) only those marked early. True when the game has an ending afterwards.
bool ending_check(Txn *txn, bool final);
// The ending that would be reached now, without events; NONE if none.
uint8_t ending_forecast(const Def *def, const State *state, bool final);
// Whether a law with this level of the clause, and otherwise as the actor wishes, crosses a line that is
// not crossed yet.
bool ending_line_at(
        const Def *def, const State *state, uint8_t actor, int32_t clause, int32_t level);
// Each line crossed for the first time: RED_LINE, and standing with the own people falls. Lines about
// the law wait for a passed decision.
void red_lines_run(Txn *txn, Book *book);
// Before a decision the text on the table only warns: whether a line not crossed yet would be, if every
// arena that has not decided passed it as it stands.
bool red_line_warns(const Def *def, const State *state, uint8_t actor, int32_t line);

#endif // RULES_ENDING_H
