// bots/standin.h — what a stand-in may do. Never: included from outside bots/.
#ifndef BOTS_STANDIN_H
#define BOTS_STANDIN_H
#include "bots/parts.h"

// An act that its person need not answer for: no trade-off, no consent given, no story, no word broken.
bool standin_may(const Def *def, const State *state, const Act *act);
// Policy repeat: only what the seat has done before.
bool standin_repeats(const State *state, const Act *act);
// The next act that keeps a promise of the seat; every policy does that much.
bool standin_keeps_word(
        Bot *bot, BotDesk *desk, const Def *def, const State *state, Command *out);
// The default answer to an open choice.
bool standin_choice(const Bot *bot, const Def *def, const State *state, Command *out);
// Policy abstain: the deciders of the seat abstain when their arena decides.
bool standin_vote(const Bot *bot, const Def *def, const State *state, Command *out);

#endif // BOTS_STANDIN_H
