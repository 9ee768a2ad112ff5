// bots/choice_bot.c — how a computer player answers happenings and cards of the engine. Never: an answer the gate closes.
#include "bots/cards.h"
#include "bots/parts.h"
#include "rules/card.h"
#include "rules/effect.h"
#include "rules/gate.h"

enum { TERMS = TERM_AUDIENCE + AUDIENCES_MAX };

static int32_t answer_worth(Bot *bot, BotDesk *desk, const Def *def, const Choice *choice,
        const Persona *persona) {
    int32_t terms[TERMS];
    desk->tried = desk->believed;
    Txn txn = bot_trial(desk, def);
    Scope scope;
    scope_plain(&scope, def, &desk->tried, bot->actor);
    Effect effect = {.scope = &scope,
            .cause = cause_of(CAUSE_CHOICE, 0, bot->actor),
            .factors = effect_plain()};
    effect_run(&txn, &desk->book, &effect, choice->costs);
    effect_run(&txn, &desk->book, &effect, choice->changes);
    book_settle(&txn, &desk->book);
    return score_terms(def, &desk->tried, bot->actor, persona, terms);
}

static bool choose(Bot *bot, BotDesk *desk, const Def *def, const State *state,
        const OpenChoice *open, Command *out) {
    const Happening *happening = &def->happenings[open->happening];
    const Persona *persona = score_persona(def, bot->actor, (BotKind)bot->kind);
    belief_make(def, state, bot->actor, &desk->believed);
    int32_t best = INT32_MIN;
    bool found = false;
    for (int32_t i = 0; i < happening->choices_count; i++) {
        Command answer = {.kind = COMMAND_CHOOSE,
                .actor = bot->actor,
                .at_phase = NONE,
                .a = open->happening,
                .b = (int16_t)i};
        if (gate_check(def, state, &answer).code != VERDICT_OK) continue;
        const Choice *choice = &def->choices[happening->choices_first + i];
        int32_t worth = bot->kind == BOT_RANDOM
                                ? (int32_t)rng_draw(&bot->rng, 1000)
                                : answer_worth(bot, desk, def, choice, persona);
        if (found && worth <= best) continue;
        best = worth;
        *out = answer;
        found = true;
    }
    return found;
}

// A card of the engine: silence is answer 0.
static bool answer_card(Bot *bot, BotDesk *desk, const Def *def, const State *state,
        int32_t slot, Command *out) {
    int32_t answers = card_answers((ChoiceKind)state->choice[slot].kind),
            wanted = cards_answer(bot, desk, def, state, slot);
    if (bot->kind == BOT_RANDOM && answers > 1)
        wanted = (int32_t)rng_draw(&bot->rng, (uint32_t)answers);
    for (int32_t i = 0; i < answers; i++) {
        *out = (Command){.kind = COMMAND_CHOOSE,
                .actor = bot->actor,
                .at_phase = NONE,
                .a = (int16_t)(CHOICE_KEY + slot),
                .b = (int16_t)((wanted + i) % answers)};
        if (gate_check(def, state, out).code == VERDICT_OK) return true;
    }
    return false;
}

bool choice_next(
        Bot *bot, BotDesk *desk, const Def *def, const State *state, Command *out) {
    for (int32_t i = 0; i < OPEN_CHOICES_MAX; i++) {
        const OpenChoice *open = &state->choice[i];
        bool mine = open->open && ((open->asked & ~open->answered) >> bot->actor) & 1;
        if (mine && open->kind != CHOICE_HAPPENING) {
            if (answer_card(bot, desk, def, state, i, out)) return true;
            continue;
        }
        if (mine && choose(bot, desk, def, state, open, out)) return true;
    }
    return false;
}
