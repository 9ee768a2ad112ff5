// rules/power.h — formal power by counting every subset: Shapley-Shubik and Banzhaf. Never: changes a State.
#ifndef RULES_POWER_H
#define RULES_POWER_H
#include "model/state.h"

enum { POWER_PLAYERS_MAX = 16 };

// Whether these players together carry a decision; must not turn false when a player is added.
typedef bool (*PowerWins)(const void *context, uint32_t players);

// orders[i] of all orders in which player i turns a losing group into a winning one; swings[i]
// groups that lose without i and win with it.
typedef struct PowerIndex {
    int32_t count;
    uint64_t orders[POWER_PLAYERS_MAX], orders_all;
    uint64_t swings[POWER_PLAYERS_MAX];
    int32_t shapley[POWER_PLAYERS_MAX], banzhaf[POWER_PLAYERS_MAX]; // per mille, to nearest
} PowerIndex;

// Weights and a quota; players in veto must be part of every winning group.
typedef struct PowerVotes {
    int32_t count, quota;
    int32_t weight[POWER_PLAYERS_MAX];
    uint32_t veto;
} PowerVotes;

void power_of_votes(const PowerVotes *votes, PowerIndex *out);
// Power of an arena's deciders under its decision rule, everybody present and nobody abstaining;
// players[i] is the decider. False where no votes are counted or there are too many deciders.
bool power_of_arena(const Def *def, const State *state, uint8_t arena, PowerIndex *out,
        uint8_t players[POWER_PLAYERS_MAX]);

#endif // RULES_POWER_H
