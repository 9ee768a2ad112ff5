// bots/facts.h — what a seat does not know of deciders yet, and what learning it is worth. Never: included from outside bots/.
#ifndef BOTS_FACTS_H
#define BOTS_FACTS_H
#include "bots/parts.h"
#include "model/ask.h"

// Worth of the facts that `tried` knows beside `believed`, by the deciders' part of the votes.
int32_t facts_learned(
        const Def *def, const State *believed, const State *tried, uint8_t actor);
// Of all one can ask about a target, is this the question to try? One of each kind is: where it leans, the
// clause that matters most, the way of seeing it that leads. True for acts that ask nothing.
bool facts_worth_asking(const Def *def, const State *believed, const Act *act);

#endif // BOTS_FACTS_H
