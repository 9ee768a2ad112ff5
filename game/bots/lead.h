// bots/lead.h — what a persona does beside words and acts, step by step. Never: included from outside bots/.
#ifndef BOTS_LEAD_H
#define BOTS_LEAD_H
#include "bots/points.h"

// The order of the agenda, an objection, a hand; the summary.
bool lead_meeting(
        const Bot *bot, BotDesk *desk, const Def *def, const State *state, Command *out);
// A vote for a chair, an answer to a word aside, the common purse.
bool lead_backstage(
        const Bot *bot, BotDesk *desk, const Def *def, const State *state, Command *out);
// After a decision: credit claimed, given or left.
bool lead_credit(
        const Bot *bot, BotDesk *desk, const Def *def, const State *state, Command *out);

#endif // BOTS_LEAD_H
