// bots/points.h — worth of roles, questions and minutes, and small helpers of meet.c. Never: included from outside bots/.
#ifndef BOTS_POINTS_H
#define BOTS_POINTS_H
#include "bots/parts.h"

// Folds one event into a copy a computer player thinks with; never the real State.
void points_fold(const Def *def, State *tried, const Event *event);
int32_t points_role_worth(const Persona *persona);
int32_t points_question_worth(const Def *def, const State *believed, const Act *act);
// How far a clause is from what the seat wants, by how much it cares.
int32_t points_wish(const Def *def, const State *state, uint8_t actor, int32_t clause);
// Bringing forward an item the actor wants to move more than what comes up anyway.
int32_t points_item_worth(const Def *def, const State *believed, const Act *act);
// In desk->tried another has a voice more: what that is worth to the seat, by how alike their wishes are.
int32_t points_voice_given(const BotDesk *desk, const Def *def, const Act *act);
// What the minute-taker records, or an answer to a question; false when there is nothing to do.
bool points_record(Bot *bot, BotDesk *desk, const Def *def, const State *state,
        const Persona *persona, Command *out);

// How much a line serves the seat: own words first, then words that go its way.
int32_t points_line_worth(
        const Def *def, const State *state, uint8_t actor, const Utterance *u);

#endif // BOTS_POINTS_H
