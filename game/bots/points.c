// bots/points.c — roles, questions, minutes and answers of a computer player. Never: slants without having won the minutes.
#include "bots/points.h"
#include "rules/fold.h"
#include "rules/gate.h"

enum { LINES_MOST = 3 };

void points_fold(const Def *def, State *tried, const Event *event) {
    fold_event(def, tried, event);
}

int32_t points_role_worth(const Persona *persona) { return 10 + 10 * persona->caution; }

int32_t points_question_worth(const Def *def, const State *believed, const Act *act) {
    if (act->target.kind != KIND_DECIDER) return 0;
    bool known = def->deciders[act->target.index].known
                 || (believed->learned[act->actor][act->target.index] & FACT_STANCE);
    return known ? 0 : 40 * def->deciders[act->target.index].weight;
}

// How much a line serves the taker: own words first, then words that go its way.
static int32_t line_worth(
        const Def *def, const State *state, uint8_t actor, const Utterance *u) {
    int32_t worth = u->strength;
    if (u->author == actor) worth += 20;
    if (u->kind == UTTER_WORD)
        worth += 10 * u->direction * wants_direction(def, state, actor, u->target);
    if (u->kind == UTTER_FRAME) worth += wants_frame(def, actor, u->target) ? 6 : -6;
    return worth;
}

static bool record(Bot *bot, const Def *def, const State *state, Command *out) {
    int16_t lines[LINES_MOST] = {NONE, NONE, NONE};
    int32_t worths[LINES_MOST] = {0, 0, 0};
    for (int32_t i = 0; i < UTTERANCES_MAX; i++) {
        const Utterance *u = &state->utterance[i];
        bool here = u->state == UTTERANCE_SPOKEN && u->strength >= 1;
        int32_t worth = here ? line_worth(def, state, bot->actor, u) : 0;
        for (int32_t j = 0; here && worth > 0 && j < LINES_MOST; j++) {
            if (worth <= worths[j]) continue;
            for (int32_t k = LINES_MOST - 1; k > j; k--) {
                lines[k] = lines[k - 1];
                worths[k] = worths[k - 1];
            }
            lines[j] = (int16_t)i;
            worths[j] = worth;
            break;
        }
    }
    *out = (Command){.kind = COMMAND_RECORD,
            .actor = bot->actor,
            .at_phase = NONE,
            .a = lines[0],
            .b = lines[1],
            .c = lines[2],
            .d = NONE};
    return lines[0] != NONE && gate_check(def, state, out).code == VERDICT_OK;
}

static bool answer(Bot *bot, const Def *def, const State *state, const Persona *persona,
        Command *out) {
    for (int32_t i = 0; i < (int32_t)ARRAY_COUNT(state->question); i++) {
        const OpenQuestion *question = &state->question[i];
        if (!question->open || question->to != bot->actor) continue;
        int16_t says = persona->caution >= 4 ? 2 : 1;
        *out = (Command){.kind = COMMAND_ANSWER,
                .actor = bot->actor,
                .at_phase = NONE,
                .a = says,
                .b = question->from};
        if (gate_check(def, state, out).code == VERDICT_OK) return true;
    }
    return false;
}

bool points_record(Bot *bot, const Def *def, const State *state, const Persona *persona,
        Command *out) {
    if (answer(bot, def, state, persona, out)) return true;
    bool taker = state->taker == bot->actor && bot->sent == 0;
    return taker && record(bot, def, state, out);
}
