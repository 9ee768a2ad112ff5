// bots/amend_bot.c — what a computer player would amend in a text that found no consent: the step that serves it best. Never: sees what others said.
#include "bots/parts.h"
#include "rules/amend.h"
#include "rules/fold.h"
#include "rules/gate.h"

enum { TERMS = TERM_AUDIENCE + AUDIENCES_MAX };

static int32_t worth(Bot *bot, BotDesk *desk, const Def *def, const Persona *persona) {
    int32_t terms[TERMS];
    return score_terms(def, &desk->tried, bot->actor, persona, terms);
}

static int32_t worth_with(Bot *bot, BotDesk *desk, const Def *def, const Persona *persona,
        const Command *command) {
    desk->tried = desk->believed;
    uint16_t cell = def_cell(def, TRACK_DRAFT, command->b, 0);
    fold_suppose(&desk->tried, cell, desk->tried.cell[cell] + 10 * command->c);
    return worth(bot, desk, def, persona);
}

// Each way once; the text as it is unless something is better.
static void best_way(
        Bot *bot, BotDesk *desk, const Def *def, const State *state, Command *out) {
    const Persona *persona = score_persona(def, bot->actor, (BotKind)bot->kind);
    belief_make(def, state, bot->actor, &desk->believed);
    desk->tried = desk->believed;
    bool random = bot->kind == BOT_RANDOM;
    int32_t best =
            random ? (int32_t)rng_draw(&bot->rng, 1000) : worth(bot, desk, def, persona);
    out->b = NONE;
    for (int16_t clause = 0; clause < def_count(def, KIND_CLAUSE); clause++) {
        for (int16_t step = -1; step <= 1; step = (int16_t)(step + 2)) {
            Command way = *out;
            way.b = clause;
            way.c = step;
            if (gate_check(def, state, &way).code != VERDICT_OK) continue;
            int32_t gain = random ? (int32_t)rng_draw(&bot->rng, 1000)
                                  : worth_with(bot, desk, def, persona, &way);
            if (gain <= best) continue;
            best = gain;
            out->b = clause;
            out->c = step;
        }
    }
}

bool amend_next(Bot *bot, BotDesk *desk, const Def *def, const State *state, Command *out) {
    for (int16_t arena = 0; arena < def_count(def, KIND_ARENA); arena++) {
        if (state->amending[arena] != AMEND_OPEN || state->amend[arena][bot->actor])
            continue;
        *out = (Command){.kind = COMMAND_AMEND,
                .actor = bot->actor,
                .at_phase = NONE,
                .a = arena,
                .b = NONE};
        if (gate_check(def, state, out).code != VERDICT_OK) continue;
        best_way(bot, desk, def, state, out);
        return true;
    }
    return false;
}
