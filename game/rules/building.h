// rules/building.h — change words that lend, give, tie, convene and step back; what each needs to be possible. Never: numbers of a move (effect.c).
#ifndef RULES_BUILDING_H
#define RULES_BUILDING_H
#include "model/verdict.h"
#include "rules/effect.h"

// Fields of a Change by word; -1 = not given:
//   position: who gets it, toward arena, a places, amount votes. With b, who gives it up (an actor,
//     CHANGE_WHO_ACTS, CHANGE_NOBODY), a is a LoanPlace or an answer that names one.
//   loan: the same with b always given, c an expression: for how many rounds, amount of a budget; with
//     sign 1 the loan the move points at shall stay.
//   open_arena: toward arena, who the guests or b the answer that holds them, a the chair (an actor, an
//     answer, CHANGE_WHO_ACTS), c an expression: the round
//   grant: who (actors, or the coalition the move points at), amount, a set of moves, b 1 = tied
//   voice_gift: who, amount
void loan_word(Txn *txn, Effect *effect, const Change *change);
void grant_word(Txn *txn, Effect *effect, const Change *change);
void convene_word(Txn *txn, Book *book, Effect *effect, const Change *change);
void voice_gift_word(Txn *txn, Effect *effect, const Change *change);

// Whether what one word of an act needs is there. The scope is the act's.
MUST_USE Verdict loan_gate(Scope *scope, const Change *change);
MUST_USE Verdict grant_gate(Scope *scope, const Change *change);
MUST_USE Verdict convene_gate(Scope *scope, const Change *change);
// All words of a move, and strings on money that close it.
MUST_USE Verdict building_gate(Scope *scope, const Act *act, const Move *move);
// The yes that is missing, if one is.
MUST_USE Verdict building_consent(Scope *scope, const Act *act, const Move *move);
// Whether anybody holds strings on this actor's money.
bool building_is_tied(const Def *def, const State *state, uint8_t actor);
// The State as it would be in the step in which this move is planned; false without such a step.
bool building_as_planned(const Def *def, const State *state, uint8_t move, State *out);

// The call for a meeting of an arena in the present round; NULL if nobody called it.
const Convened *convene_of(const State *state, int32_t arena);
// Everybody who comes because of the call.
uint16_t convene_guests(const State *state, int32_t arena);

void consent_run(Txn *txn, Book *book, const OpenChoice *card);

#endif // RULES_BUILDING_H
