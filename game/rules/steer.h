// rules/steer.h — what the facilitator does to the game and its time. Never: reads a clock (the command is stamped).
#ifndef RULES_STEER_H
#define RULES_STEER_H
#include "model/command.h"
#include "model/verdict.h"
#include "rules/txn.h"

// gate_console.c, part of gate_check.
MUST_USE Verdict gate_console(const Def *def, const State *state, const Command *command);
// A seat's own two: it is here again; it objects to what its stand-in did.
MUST_USE Verdict gate_away(const State *state, const Command *command);
// console.c: assumes the gate has said yes.
void decide_console(Txn *txn, const Command *command);
void decide_away(Txn *txn, const Command *command);

// time.c. A step has begun: who comes back plays, who leaves has a stand-in, and its clock starts where
// the table wants clocks.
void time_step_begins(Txn *txn);
void time_run_out(Txn *txn);                        // COMMAND_CLOCK
void time_change(Txn *txn, const Command *command); // soft_close, extend, shorten, grace
// The clock of this step as the settings want it, after they changed.
void time_reset(Txn *txn);

// retire.c
void retire_actor(Txn *txn, uint8_t actor);

#endif // RULES_STEER_H
