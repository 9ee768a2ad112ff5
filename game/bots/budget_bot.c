// bots/budget_bot.c — how a computer player spreads the points of a budget: by what each thing brings it. Never: points it has not, options it cannot see.
#include "bots/parts.h"
#include "rules/budget.h"
#include "rules/effect.h"
#include "rules/gate.h"

enum { TERMS = TERM_AUDIENCE + AUDIENCES_MAX };

static int32_t worth_of(
        Bot *bot, BotDesk *desk, const Def *def, uint16_t option, const Persona *persona) {
    int32_t terms[TERMS];
    desk->tried = desk->believed;
    Txn txn = bot_trial(desk, def);
    Scope scope;
    scope_plain(&scope, def, &desk->tried, NONE);
    Effect effect = {.scope = &scope,
            .cause = cause_of(CAUSE_OPTION, option, NONE),
            .factors = effect_plain()};
    effect_run(&txn, &desk->book, &effect, def->options[option].changes);
    book_settle(&txn, &desk->book);
    return score_terms(def, &desk->tried, bot->actor, persona, terms);
}

// What the decider would say by itself counts a little, so that nothing is left to chance alone.
static void wish(Bot *bot, BotDesk *desk, const Def *def, const State *state,
        const DecisionRule *rule, uint8_t points[BUDGET_OPTIONS_MAX]) {
    int32_t worth[BUDGET_OPTIONS_MAX], terms[TERMS];
    const Persona *persona = score_persona(def, bot->actor, (BotKind)bot->kind);
    belief_make(def, state, bot->actor, &desk->believed);
    int32_t now = score_terms(def, &desk->believed, bot->actor, persona, terms);
    for (int32_t i = 0; i < rule->options_count; i++) {
        uint16_t option = (uint16_t)(rule->options_first + i);
        worth[i] = bot->kind == BOT_RANDOM
                           ? (int32_t)rng_draw(&bot->rng, 100)
                           : worth_of(bot, desk, def, option, persona) - now;
    }
    budget_share(worth, rule->options_count, rule->points, points);
}

// One option at a time. A seat that has begun to spread only goes on with what it has left.
bool budget_next(
        Bot *bot, BotDesk *desk, const Def *def, const State *state, Command *out) {
    for (uint8_t d = 0; d < def_count(def, KIND_DECIDER); d++) {
        const DecisionRule *rule = budget_of(def, state, def->deciders[d].arena);
        if (def->deciders[d].owner != bot->actor || !rule) continue;
        *out = (Command){
                .kind = COMMAND_SPREAD, .actor = bot->actor, .at_phase = NONE, .a = d};
        if (gate_check(def, state, out).code != VERDICT_OK) continue;
        uint8_t points[BUDGET_OPTIONS_MAX];
        wish(bot, desk, def, state, rule, points);
        for (int16_t i = 0; i < rule->options_count; i++) {
            if (state->spread[d][i] || !points[i]) continue;
            out->b = i;
            out->c = points[i];
            if (gate_check(def, state, out).code == VERDICT_OK) return true;
        }
    }
    return false;
}
