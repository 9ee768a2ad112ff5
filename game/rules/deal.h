// rules/deal.h — deals are carried out, promises fall due. Never: enforces a promise.
#ifndef RULES_DEAL_H
#define RULES_DEAL_H
#include "model/command.h"
#include "rules/delta.h"
#include "rules/txn.h"

// RESOLUTION 1: what deals agreed in this round give at once, in deal order.
void deal_transfers(Txn *txn);
// RESOLUTION 11: promises that fall due or are broken; trust moves.
void deal_due(Txn *txn, Book *book);
// A meeting is over: words for and against frames count for promises about them. frames_for and
// frames_against: masks of frames by actor.
void deal_note_words(Txn *txn, const uint16_t *frames_for, const uint16_t *frames_against);
// Whether an actor still owes another (NONE: anybody) the credit it promised.
bool deal_owes_credit(const State *state, uint8_t giver, uint8_t receiver);
// REFLECT ends: public credit counts for promises about it; giver gave credit to receiver.
void deal_note_credit(Txn *txn, uint8_t giver, uint8_t receiver);
// Promises of credit that fell due in this round.
void deal_credit_due(Txn *txn, Book *book);
// Its parties mark a promise in free words differently: the facilitator says how it went.
bool deal_is_apart(const Promise *promise);
// COMMAND_RULE_PROMISE.
void deal_rule(Txn *txn, Book *book, const Command *command);
// How many things Promise.what may mean for this kind; INT32_MAX where it means nothing.
int32_t deal_things(const Def *def, const Promise *promise);
// An actor leaves the story: its offers are gone, what it promised and was promised is waived.
void deal_retire(Txn *txn, uint8_t actor);
// An open promise between two members: leaving is noticed.
bool deal_open_between(const State *state, uint8_t by, uint16_t others);

#endif // RULES_DEAL_H
