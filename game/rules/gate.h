// rules/gate.h — may this seat do this now, and if not, why. Never: change a State.
#ifndef RULES_GATE_H
#define RULES_GATE_H
#include "model/command.h"
#include "model/state.h"
#include "model/verdict.h"

// Checks in the order of verdicts.def (phase, who, when, target_when, once, needs,
// costs, consent); the first failing check names the verdict. The same call fills the buttons of
// every view, so a button and the host cannot disagree.
MUST_USE Verdict gate_check(const Def *def, const State *state, const Command *command);
// The part of gate_check that does not depend on target, side, answers and bid: whether the button
// of this move is open at all.
MUST_USE Verdict gate_move(const Def *def, const State *state, uint8_t actor, uint8_t move);
// Is the move one of this step for this actor at all, open or closed? A pause and others' turns change
// nothing in that.
MUST_USE bool gate_lists(const Def *def, const State *state, uint8_t actor, uint8_t move);
// Hours that are left beside what is on the actor's list.
int32_t gate_hours_left(const Def *def, const State *state, uint8_t actor);
// One act, complete with target, side, bid and answers.
MUST_USE Verdict gate_act(const Def *def, const State *state, const Act *act);
// Parts that live in their own files; gate_check calls them.
MUST_USE Verdict gate_meeting(const Def *def, const State *state,
        const Command *command); // record, answer, invite
MUST_USE Verdict gate_chair(const Def *def, const State *state,
        const Command *command); // order, object, hand, sum_up, chair_vote, show_signs
MUST_USE Verdict gate_aside(const Def *def, const State *state, const Command *command);
MUST_USE Verdict gate_consent(
        const Def *def, const State *state, const Command *command); // consent_ask
MUST_USE Verdict gate_coalition(
        const Def *def, const State *state, const Command *command); // coalition_*
// Of the facilitator, on a promise in free words.
MUST_USE Verdict gate_ruling(const Def *def, const State *state, const Command *command);
MUST_USE Verdict gate_deal(
        const Def *def, const State *state, const Command *command); // deal_*, promise_*
MUST_USE Verdict gate_choice(const Def *def, const State *state,
        const Command *command); // choose, vote, credit, expect, reflect

#endif // RULES_GATE_H
