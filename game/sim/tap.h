// sim/tap.h — what somebody does with what its page offers; telephones under faults and people of a measurement tap alike. Never: a State; when to tap.
#ifndef SIM_TAP_H
#define SIM_TAP_H
#include "base/rng.h"
#include "model/view.h"

// An act of the table that stands open, with open answers to what it asks. False: none was found.
MUST_USE bool tap_move(Rng *rng, const View *view, Command *command);
// A deal, a proposal or a question that waits for this seat. False: nothing waits.
MUST_USE bool tap_answer(Rng *rng, const View *view, Command *command);
// A vote of an own decider, a look back or a guess, as the page asks. False: it asks nothing.
MUST_USE bool tap_vote(Rng *rng, const View *view, Command *command);
// An offer to somebody, and a word about working together: anything, also what will be refused.
void tap_deal(Rng *rng, const View *view, Command *command);
void tap_together(Rng *rng, const View *view, Command *command);

#endif // SIM_TAP_H
