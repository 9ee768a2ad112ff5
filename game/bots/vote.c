// bots/vote.c — how a computer player votes for the deciders it owns when their arena decides. Never: votes against the mood for nothing.
#include "bots/promise.h"
#include "rules/gate.h"
#include "rules/stock.h"

// A vote against the mood must bring well more than it costs: often it would have passed anyway.
enum { CHANCE_WHOLE = 1000, PRICE_TIMES = 3 };

// What it costs to vote otherwise than the decider feels: standing at home and with those who decide.
static int32_t price(const Def *def, const Persona *persona, int32_t support) {
    int32_t points = core_min(def->coef[COEF_OWN_VOTE_MOST], core_abs(support) / 10),
            cost = 0;
    static const Coef paid[] = {COEF_AUDIENCE_POWER, COEF_AUDIENCE_HOME};
    for (size_t i = 0; i < ARRAY_COUNT(paid); i++) {
        uint8_t audience = stock_audience(def, paid[i]);
        if (audience != NONE)
            cost += points * 5 * persona->weights[WEIGHT_AUDIENCES + audience];
    }
    return cost;
}

static int32_t chance_with(
        BotDesk *desk, const Def *def, uint8_t actor, uint8_t decider, int32_t support) {
    desk->tried = desk->believed;
    desk->tried.cell[def_cell(def, TRACK_STANCE, decider, 0)] = (int16_t)support;
    return belief_chance(def, &desk->tried, actor, def->deciders[decider].arena);
}

// The vote that serves the seat: what passing brings, as far as this decider can move it.
static int32_t wanted(Bot *bot, BotDesk *desk, const Def *def, uint8_t decider,
        const Persona *persona, int32_t support) {
    int32_t gain = score_gain(def, &desk->believed, bot->actor, persona);
    int32_t pivot = chance_with(desk, def, bot->actor, decider, 1000)
                    - chance_with(desk, def, bot->actor, decider, -1000);
    int32_t sum = gain * pivot / CHANCE_WHOLE
                  + promise_vote(def, &desk->believed, bot->actor,
                          def->deciders[decider].arena, persona);
    if (core_abs(sum) <= PRICE_TIMES * price(def, persona, support)) return 0;
    return sum > 0 ? 1 : -1;
}

bool vote_next(Bot *bot, BotDesk *desk, const Def *def, const State *state, Command *out) {
    const Persona *persona = score_persona(def, bot->actor, (BotKind)bot->kind);
    for (uint8_t d = 0; d < def_count(def, KIND_DECIDER); d++) {
        bool open = def->deciders[d].owner == bot->actor && state->own_vote[d] == 2;
        if (!open) continue;
        *out = (Command){.kind = COMMAND_VOTE,
                .actor = bot->actor,
                .at_phase = NONE,
                .a = d,
                .b = 1};
        if (gate_check(def, state, out).code != VERDICT_OK) continue;
        belief_make(def, state, bot->actor, &desk->believed);
        int32_t support = belief_of(def, &desk->believed, bot->actor, d);
        int32_t mood = support >= 0 ? 1 : -1;
        int32_t vote = wanted(bot, desk, def, d, persona, support);
        if (vote == 0 || vote == mood) continue;
        out->b = (int16_t)vote;
        return true;
    }
    return false;
}
