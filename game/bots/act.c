// bots/act.c — one-ply look-ahead over the acts of a step: try each on a copy of what the seat believes. Never: tries on the real State.
#include "bots/parts.h"
#include "rules/apply.h"
#include "rules/fold.h"
#include "rules/options.h"
#include <string.h>

enum { TERMS = TERM_AUDIENCE + AUDIENCES_MAX, STYLE_WORTH = 30, NOISE_UNIT = 4 };

// The effect of one act on the desk's believed State, folded into desk->tried.
static void try_act(BotDesk *desk, const Def *def, const Act *act) {
    desk->tried = desk->believed;
    desk->events.count = 0;
    Txn txn = {.def = def,
            .state = &desk->tried,
            .events = &desk->events,
            .book = &desk->book};
    EffectFactors factors = apply_own_factors(def, &desk->tried, act);
    apply_costs(&txn, &desk->book, act, true);
    apply_done(&txn, act, true);
    apply_changes(&txn, &desk->book, act, &factors);
    book_settle(&txn, &desk->book);
}

// Acts that raise another's numbers please who trusts: reciprocity.
static int32_t serves_others(const BotDesk *desk, const Def *def, const State *believed,
        const Act *act, const Persona *persona) {
    int32_t sum = 0;
    for (int32_t i = 0; i < desk->events.count; i++) {
        const Event *event = &desk->events.items[i];
        if (event->kind != EVENT_DELTA || event->applied <= 0) continue;
        int32_t track, row, column;
        def_cell_place(def, event->cell, &track, &row, &column);
        bool other = def->tracks[track].row == KIND_ACTOR && row != act->actor;
        if (other)
            sum += persona->reciprocity
                   * state_at(def, believed, TRACK_TRUST, act->actor, row) / 10;
    }
    return sum;
}

void act_reasons(const int32_t *before, const int32_t *after, BotWhy *why) {
    int32_t most[2] = {0, 0};
    *why = (BotWhy){0};
    for (int32_t i = 1; i < TERMS; i++) {
        int32_t gain = after[i] - before[i];
        if (gain > most[0]) {
            most[1] = most[0];
            why->second = why->first;
            most[0] = gain;
            why->first = (uint8_t)i;
        } else if (gain > most[1]) {
            most[1] = gain;
            why->second = (uint8_t)i;
        }
    }
}

int32_t act_noise(Bot *bot, const Persona *persona) {
    if (persona->noise == 0) return 0;
    return (int32_t)rng_draw(&bot->rng, 2u * persona->noise + 1) * NOISE_UNIT
           - persona->noise * NOISE_UNIT;
}

static int32_t worth(Bot *bot, BotDesk *desk, const Def *def, const Act *act,
        const Persona *persona, int32_t base, int32_t *terms) {
    try_act(desk, def, act);
    int32_t gain = score_terms(def, &desk->tried, bot->actor, persona, terms) - base;
    gain += STYLE_WORTH * persona->style[def->moves[act->move].style];
    gain += serves_others(desk, def, &desk->believed, act, persona);
    int32_t hours = def->moves[act->move].time;
    return (hours > 1 ? gain / hours : gain) + act_noise(bot, persona);
}

// A side is worth trying only where it serves what the actor wants; half the options fall away.
static bool sensible(const Def *def, const State *believed, const Act *act) {
    if (act->target.kind != KIND_DECIDER || act->side == 0) return true;
    return act->side == wants_side(def, believed, act->actor, act->target.index);
}

bool act_next(Bot *bot, BotDesk *desk, const Def *def, const State *state, Command *out,
        BotWhy *why) {
    const Persona *persona = score_persona(def, bot->actor, (BotKind)bot->kind);
    int32_t count = options_list(
            def, state, bot->actor, desk->options, (int32_t)ARRAY_COUNT(desk->options));
    if (count == 0) return false;
    belief_make(def, state, bot->actor, &desk->believed);
    int32_t before[TERMS], terms[TERMS], best_terms[TERMS] = {0}, best = 0, chosen = -1;
    int32_t base = score_terms(def, &desk->believed, bot->actor, persona, before);
    for (int32_t i = 0; i < count; i++) {
        if (!sensible(def, &desk->believed, &desk->options[i])) continue;
        int32_t value = worth(bot, desk, def, &desk->options[i], persona, base, terms);
        if (value <= best) continue;
        best = value;
        chosen = i;
        memcpy(best_terms, terms, sizeof terms);
    }
    if (chosen < 0) return false;
    *out = (Command){.kind = COMMAND_ACT,
            .actor = bot->actor,
            .at_phase = NONE,
            .act = desk->options[chosen]};
    act_reasons(before, best_terms, why);
    return true;
}
