// bots/consent.h — asks for a yes that an act needs, and answers such a question. Never: included from outside bots/.
#ifndef BOTS_CONSENT_H
#define BOTS_CONSENT_H
#include "bots/parts.h"

// BACKSTAGE: the act most worth asking for, if any is worth it.
bool consent_ask(Bot *bot, BotDesk *desk, const Def *def, const State *state, Command *out);
// 1: yes to the request in this slot, 0: no. desk->believed and desk->tried are written.
int32_t consent_answer(
        const Bot *bot, BotDesk *desk, const Def *def, const State *state, uint8_t slot);
// Does the seat wait for another computer player's answer? A person's silence is one.
bool consent_waits(const State *state, uint8_t actor);
// What money with strings is worth to who gives it: acts the other can no longer use against its deciders.
int32_t consent_strings(const BotDesk *desk, const Def *def, uint8_t actor);

#endif // BOTS_CONSENT_H
