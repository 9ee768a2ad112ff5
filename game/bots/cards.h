// bots/cards.h — which answer of a card of the engine suits a computer player. Never: judges whether it is open.
#ifndef BOTS_CARDS_H
#define BOTS_CARDS_H
#include "bots/bot.h"

// The answer it would give to the card in a slot; 0, what silence means, where it has no wish.
int32_t cards_answer(
        const Bot *bot, BotDesk *desk, const Def *def, const State *state, int32_t slot);

#endif // BOTS_CARDS_H
