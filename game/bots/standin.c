// bots/standin.c — a stand-in plays for a person who is away: less than a persona, and nothing its person would have to answer for. Never: signs, joins, leaves, breaks a promise, spends a story, steps over a red line.
#include "bots/standin.h"
#include "bots/promise.h"
#include "rules/gate.h"
#include "rules/options.h"

static bool tells_a_story(const Def *def, const Act *act) {
    const Move *move = &def->moves[act->move];
    if (act->token == 1) return true;
    for (int32_t i = 0; i < move->costs.count; i++) {
        if (def->changes[move->costs.first + i].track == TRACK_STORY) return true;
    }
    return false;
}

bool standin_may(const Def *def, const State *state, const Act *act) {
    const Move *move = &def->moves[act->move];
    bool signs = move->kind == MOVE_TRADEOFF || (move->flags & MOVE_CONSENT);
    return !signs && !tells_a_story(def, act) && !promise_breaks(def, state, act);
}

bool standin_repeats(const State *state, const Act *act) {
    return state->done_moves[act->actor][act->move] > 0;
}

bool standin_keeps_word(
        Bot *bot, BotDesk *desk, const Def *def, const State *state, Command *out) {
    int32_t count = options_list(
            def, state, bot->actor, desk->options, (int32_t)ARRAY_COUNT(desk->options));
    for (int32_t i = 0; i < count; i++) {
        const Act *act = &desk->options[i];
        if (!promise_keeps(def, state, act) || !standin_may(def, state, act)) continue;
        *out = (Command){
                .kind = COMMAND_ACT, .actor = bot->actor, .at_phase = NONE, .act = *act};
        return true;
    }
    return false;
}

bool standin_choice(const Bot *bot, const Def *def, const State *state, Command *out) {
    for (int32_t i = 0; i < OPEN_CHOICES_MAX; i++) {
        const OpenChoice *open = &state->choice[i];
        bool mine = open->open && ((open->asked & ~open->answered) >> bot->actor) & 1;
        if (!mine || open->happening >= def->happenings_count) continue;
        *out = (Command){.kind = COMMAND_CHOOSE,
                .actor = bot->actor,
                .at_phase = NONE,
                .a = open->happening,
                .b = (int16_t)def->happenings[open->happening].choices_default};
        if (gate_check(def, state, out).code == VERDICT_OK) return true;
    }
    return false;
}

bool standin_vote(const Bot *bot, const Def *def, const State *state, Command *out) {
    for (uint8_t d = 0;
            bot->stands_in == POLICY_ABSTAIN && d < def_count(def, KIND_DECIDER); d++) {
        if (def->deciders[d].owner != bot->actor || state->own_vote[d] != 2) continue;
        *out = (Command){.kind = COMMAND_VOTE,
                .actor = bot->actor,
                .at_phase = NONE,
                .a = d,
                .b = 0};
        if (gate_check(def, state, out).code == VERDICT_OK) return true;
    }
    return false;
}
