// bots/points.c — roles, questions, minutes and answers of a computer player. Never: slants without having won the minutes.
#include "bots/points.h"
#include "bots/mandate.h"
#include "rules/agenda.h"
#include "rules/fold.h"
#include "rules/gate.h"
#include "rules/stock.h"

// Careful seats hold the pen; the others keep their voice for words.
enum {
    ROLE_UNIT = 4,
    LINES_MOST = 3,
    QUESTION_WORTH = 600,
    ITEM_UNIT = 25,
    VOICE_GIVEN = 90,
    WARY = 4
};

void points_fold(const Def *def, State *tried, const Event *event) {
    fold_event(def, tried, event);
}

int32_t points_role_worth(const Persona *persona) { return ROLE_UNIT * persona->caution; }

int32_t points_question_worth(const Def *def, const State *believed, const Act *act) {
    if (act->target.kind != KIND_DECIDER) return 0;
    int32_t total = 0, decider = act->target.index;
    bool known = def->deciders[decider].known || def->deciders[decider].owner == act->actor
                 || (believed->learned[act->actor][decider] & FACT_STANCE);
    for (int32_t d = 0; d < def_count(def, KIND_DECIDER); d++)
        total += def->deciders[d].weight;
    return known || total == 0 ? 0 : QUESTION_WORTH * def->deciders[decider].weight / total;
}

int32_t points_wish(const Def *def, const State *state, uint8_t actor, int32_t clause) {
    const Actor *a = &def->actors[actor];
    if (!a->wants_set[clause]) return 0;
    int32_t draft = state_at(def, state, TRACK_DRAFT, clause, 0) / 10;
    return core_abs(a->wants[clause] - draft) * core_max(1, a->cares[clause]);
}

// The most the seat wishes to move of what can be worded today without anybody queueing anything;
// INT32_MAX when that clause itself is among it.
static int32_t wish_of_today(
        const Def *def, const State *believed, uint8_t actor, uint8_t clause) {
    static const uint8_t nothing_queued[CLAUSES_MAX] = {0};
    uint8_t arena = believed->meetings[believed->meeting & 3];
    int32_t most = 0;
    Agenda agenda;
    if (arena >= def_count(def, KIND_ARENA)) return INT32_MAX;
    agenda_make(def, believed, arena, nothing_queued, &agenda);
    for (int32_t i = 0; i < agenda.open && i < agenda.count; i++) {
        if (agenda.clause[i] == clause) return INT32_MAX;
        most = core_max(most, points_wish(def, believed, actor, agenda.clause[i]));
    }
    return most;
}

// What comes up anyway is not worth a voice, nor is what the seat wishes to move no more than the rest.
int32_t points_item_worth(const Def *def, const State *believed, const Act *act) {
    uint8_t clause = act->target.index;
    if (clause >= def_count(def, KIND_CLAUSE)) return 0;
    int32_t mine = points_wish(def, believed, act->actor, clause),
            today = wish_of_today(def, believed, act->actor, clause);
    return mine > today ? ITEM_UNIT * (mine - today) : 0;
}

// A voice given to another speaks for what the other wants: welcome from who wants the same, a price else.
int32_t points_voice_given(const BotDesk *desk, const Def *def, const Act *act) {
    if (act->target.kind != KIND_ACTOR || act->target.index == act->actor) return 0;
    uint8_t other = act->target.index;
    int32_t more = state_at(def, &desk->tried, TRACK_VOICE, other, 0)
                   - state_at(def, &desk->believed, TRACK_VOICE, other, 0);
    return VOICE_GIVEN * more / 10 * talk_likeness(def, act->actor, other) / 100;
}

int32_t points_line_worth(
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
        int32_t worth = here ? points_line_worth(def, state, bot->actor, u) : 0;
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

// Would dodging a question in this arena move the own goal further away?
static bool dodge_hurts(BotDesk *desk, const Def *def, const State *state, uint8_t actor) {
    uint8_t arena = state->meetings[state->meeting & 3];
    if (arena >= def_count(def, KIND_ARENA)) return false;
    bool claimed = def->arenas[arena].space == SPACE_CLAIMED;
    uint16_t cell = stock_standing(
            def, actor, claimed ? COEF_AUDIENCE_PUBLIC : COEF_AUDIENCE_POWER);
    if (cell == UINT16_MAX) return false;
    Goals before, after, without;
    belief_make(def, state, actor, &desk->tried);
    mandate_look(def, &desk->tried, actor, NONE, &before, &without);
    int32_t value = desk->tried.cell[cell] - 10 * def->coef[COEF_DEFLECT_COST];
    fold_suppose(&desk->tried, cell, core_max(0, value));
    mandate_look(def, &desk->tried, actor, NONE, &after, &without);
    return after.mandate < before.mandate || after.lines > before.lines;
}

// Questions are answered, but by a wary persona only to those it does not distrust.
static bool answer(Bot *bot, BotDesk *desk, const Def *def, const State *state,
        const Persona *persona, Command *out) {
    for (int32_t i = 0; i < (int32_t)ARRAY_COUNT(state->question); i++) {
        const OpenQuestion *question = &state->question[i];
        if (!question->open || question->to != bot->actor) continue;
        bool wary = persona->caution >= WARY
                    && state_at(def, state, TRACK_TRUST, bot->actor, question->from) < 0
                    && !dodge_hurts(desk, def, state, bot->actor);
        *out = (Command){.kind = COMMAND_ANSWER,
                .actor = bot->actor,
                .at_phase = NONE,
                .a = wary ? 2 : 1,
                .b = question->from};
        if (gate_check(def, state, out).code == VERDICT_OK) return true;
    }
    return false;
}

bool points_record(Bot *bot, BotDesk *desk, const Def *def, const State *state,
        const Persona *persona, Command *out) {
    if (answer(bot, desk, def, state, persona, out)) return true;
    bool taker = state->taker == bot->actor && !bot->recorded;
    bot->recorded |= taker;
    return taker && record(bot, def, state, out);
}
