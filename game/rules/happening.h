// rules/happening.h — happenings come up, ask for choices, open windows and readings. Never: judges an answer (gate_choice).
#ifndef RULES_HAPPENING_H
#define RULES_HAPPENING_H
#include "rules/delta.h"
#include "rules/txn.h"

// The happening comes now: its effects, its readings, its choice. Effects are settled before it returns.
void happening_come(Txn *txn, Book *book, int32_t happening);
// Everything that comes in this round: what was queued, then what is due, in pack order (10.1 step 6).
void happening_run(Txn *txn, Book *book);
// A window opens until the end of a round, or closes; its pull on deciders comes or goes with it.
void happening_window(Txn *txn, int32_t window, bool open, int32_t until);
// Windows whose rounds begin or are over (10.1 step 5).
void happening_windows(Txn *txn);

// Answer of the facilitator to a happening's choice; choice is its place in the list.
void choice_console(Txn *txn, Book *book, int32_t happening, int32_t choice);

#endif // RULES_HAPPENING_H
