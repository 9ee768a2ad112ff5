// rules/options.h — every act that is open to a seat now, complete with target, side, bid and answers. Never: a second judge (asks the gate).
#ifndef RULES_OPTIONS_H
#define RULES_OPTIONS_H
#include "model/state.h"

enum { OPTIONS_MAX = 1024 };

// Fills out with every act gate_act would accept from this actor in the present step, moves in
// declared order, then targets, sides, bids, answers; at most `most`. Returns how many.
// Acts of one move that need a yes first and could be planned with it: what may be asked for in
// BACKSTAGE.
int32_t options_requests(const Def *def, const State *state, uint8_t actor, uint8_t move,
        Act *out, int32_t most);
int32_t options_list(
        const Def *def, const State *state, uint8_t actor, Act *out, int32_t most);
// The same for one move.
int32_t options_of_move(const Def *def, const State *state, uint8_t actor, uint8_t move,
        Act *out, int32_t most);

#endif // RULES_OPTIONS_H
