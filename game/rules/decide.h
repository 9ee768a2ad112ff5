// rules/decide.h — the pure heart: a command becomes a verdict and events. Never: touches disk, time or a socket.
#ifndef RULES_DECIDE_H
#define RULES_DECIDE_H
#include "model/command.h"
#include "model/verdict.h"
#include "rules/txn.h"

// Judges the command with gate_check; if it is open, emits and folds everything that follows from
// it, to the end of the step when this was the last move. A refusal emits nothing.
MUST_USE Verdict decide(Txn *txn, const Command *command);

// The pieces, one file each. All assume the gate has said yes.
void decide_plan_add(Txn *txn, const Act *act); // plan.c
void decide_plan_remove(Txn *txn, uint8_t actor, int32_t place);
void decide_turn_act(Txn *txn, const Act *act); // turn.c
void decide_consent(
        Txn *txn, const Command *command); // gate_building.c: a yes is asked for
void decide_meeting(Txn *txn, const Command *command); // meeting.c: record, answer, invite
void decide_chair(Txn *txn, const Command *command);   // chair.c: order … show_signs
void decide_aside_offer(Txn *txn, const Act *act);   // aside.c: a word backstage is offered
void decide_aside(Txn *txn, const Command *command); // answered or withdrawn
void decide_coalition(Txn *txn, const Command *command); // coalition.c
void decide_deal(Txn *txn, const Command *command);      // deal.c
void decide_choice(Txn *txn,
        const Command *command); // choice.c: choose, vote, credit, expect, reflect

#endif // RULES_DECIDE_H
