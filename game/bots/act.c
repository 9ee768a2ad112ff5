// bots/act.c — one-ply look-ahead over the acts of a step: the own list with one act more, carried out on a copy of what the seat believes. Never: tries on the real State.
#include "bots/consent.h"
#include "bots/facts.h"
#include "bots/mandate.h"
#include "bots/minutes.h"
#include "bots/press.h"
#include "bots/promise.h"
#include "bots/standin.h"
#include "rules/apply.h"
#include "rules/fold.h"
#include "rules/gate_parts.h"
#include "rules/options.h"
#include "rules/phase.h"
#include <string.h>

enum { TERMS = TERM_AUDIENCE + AUDIENCES_MAX, STYLE_WORTH = 5, NOISE_UNIT = 1 };

enum { SHORTLIST = 6 }; // acts looked at once more, beside what the others would repeat
// What is worth keeping for later rounds beside facts (facts.c): stories and evidence.
enum { TOKEN_WORTH = 30, TOKENS_KEPT = 2 };

// The step resolved with the lists as they stand in desk->tried.
static void try_lists(BotDesk *desk, const Def *def) {
    Txn txn = bot_trial(desk, def);
    resolve_try(&txn, &desk->book);
}

static void carry_out(BotDesk *desk, const Def *def, const Act *act) {
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

void act_alone(BotDesk *desk, const Def *def, const Act *act) {
    desk->events.count = 0;
    carry_out(desk, def, act);
}

// Where teams act one after the other, the others' turns come after this one.
static void try_turns(BotDesk *desk, const Def *def, uint8_t actor, const Act *act) {
    desk->events.count = 0;
    if (act) carry_out(desk, def, act);
    for (int32_t other = 0; other < def_count(def, KIND_ACTOR); other++) {
        if (other == actor) continue;
        for (int32_t i = 0; i < desk->believed.plan_count[other]; i++) {
            const Act *again = &desk->believed.plan[other][i];
            if (gate_pay(def, &desk->tried, again).code == VERDICT_OK)
                carry_out(desk, def, again);
        }
    }
}

// desk->tried becomes what the seat expects after its list and this act (NULL: the list alone), and after what
// it thinks the others do.
static void try_act(BotDesk *desk, const Def *def, uint8_t actor, const Act *act) {
    desk->tried = desk->believed;
    if (def->phases[desk->believed.phase].kind == PHASE_IN_TURN) {
        try_turns(desk, def, actor, act);
        return;
    }
    uint8_t *count = &desk->tried.plan_count[actor];
    if (act && *count < PLAN_MAX) {
        desk->tried.plan[actor][*count] = *act;
        (*count)++;
    }
    try_lists(desk, def);
}

// Acts that raise another's numbers please who trusts: reciprocity.
static int32_t serves_others(
        const BotDesk *desk, const Def *def, uint8_t actor, const Persona *persona) {
    int32_t sum = 0;
    for (int32_t i = 0; i < desk->events.count; i++) {
        const Event *event = &desk->events.items[i];
        if (event->kind != EVENT_DELTA || event->applied <= 0) continue;
        int32_t track, row, column;
        def_cell_place(def, event->cell, &track, &row, &column);
        bool other = def->tracks[track].row == KIND_ACTOR && row != actor;
        if (other)
            sum += persona->reciprocity
                   * state_at(def, &desk->believed, TRACK_TRUST, actor, row) / 10;
    }
    return sum;
}

// Is there a move on the seat's table that spends this?
static bool spends(const Def *def, uint8_t actor, int32_t track) {
    for (int32_t m = 0; m < def->moves_count; m++) {
        if (!def_has_move(def->actors[actor].deck, m)) continue;
        for (int32_t i = 0; i < def->moves[m].costs.count; i++) {
            if (def->changes[def->moves[m].costs.first + i].track == track) return true;
        }
    }
    return false;
}

// Stories and evidence the seat can use later, up to a few.
static int32_t tokens_of(const Def *def, const State *state, uint8_t actor) {
    static const uint8_t tokens[] = {TRACK_EVIDENCE, TRACK_STORY};
    int32_t sum = 0;
    for (size_t i = 0; i < ARRAY_COUNT(tokens); i++) {
        int32_t held = state_at(def, state, tokens[i], actor, 0) / 10;
        if (held > 0 && spends(def, actor, tokens[i])) sum += core_min(TOKENS_KEPT, held);
    }
    return sum;
}

int32_t act_stock(const BotDesk *desk, const Def *def, uint8_t actor) {
    if (desk->believed.round >= def->rounds) return 0;
    return facts_learned(def, &desk->believed, &desk->tried, actor)
           + TOKEN_WORTH * tokens_of(def, &desk->tried, actor);
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

// The value of the list with this act (NULL: without), style and trust included.
static int32_t value_of(BotDesk *desk, const Def *def, uint8_t actor, const Act *act,
        const Persona *persona, int32_t *terms) {
    try_act(desk, def, actor, act);
    int32_t kept = act_stock(desk, def, actor) + serves_others(desk, def, actor, persona)
                   + press_ahead(desk, def, actor, persona)
                   + consent_strings(desk, def, actor);
    // What it would learn is worth something, but it does not know it yet.
    memcpy(desk->tried.learned, desk->believed.learned, sizeof desk->tried.learned);
    return kept + score_terms(def, &desk->tried, actor, persona, terms);
}

// A persona's taste chooses between acts that are worth something; it makes none worth doing.
static int32_t leaning(const Bot *bot, const Def *def, const State *believed,
        const Act *act, const Persona *persona, int32_t gain) {
    const Move *move = &def->moves[act->move];
    if (gain <= 0) return 0;
    int32_t taste = STYLE_WORTH * persona->style[move->style];
    if (persona->novelty && believed->done_moves[bot->actor][act->move] == 0)
        taste += STYLE_WORTH;
    taste += minutes_taste(def, believed, persona, act);
    return core_clamp(taste, -gain / 2, gain / 2);
}

// A side is worth trying only where it serves what the actor wants; half the options fall away.
// Nobody pays into the purse of a group it is not in: how full that is, it may not know.
static bool sensible(const State *believed, const Act *act, int32_t side) {
    if (act->target.kind == KIND_COALITION) {
        uint16_t members = believed->coalition[act->target.index].members;
        return (members >> act->actor) & 1;
    }
    return act->target.kind != KIND_DECIDER || act->side == 0 || act->side == side;
}

// The same act again in one list is worth trying less: who does one thing all day learns nothing else.
static int32_t planned_before(const State *believed, const Act *act) {
    int32_t count = 0;
    for (int32_t i = 0; i < believed->plan_count[act->actor]; i++)
        count += believed->plan[act->actor][i].move == act->move;
    return count;
}

// A stand-in leaves out what its person would have to answer for, and red lines.
static bool allowed(const Bot *bot, BotDesk *desk, const Def *def, const Act *act) {
    if (bot->stands_in == POLICY_NONE) return true;
    if (!standin_may(def, &desk->believed, act)) return false;
    if (bot->stands_in == POLICY_REPEAT && !standin_repeats(&desk->believed, act))
        return false;
    int32_t before = mandate_lines(def, &desk->believed, bot->actor);
    try_act(desk, def, bot->actor, act);
    return mandate_lines(def, &desk->tried, bot->actor) <= before;
}

// The options that would do most alone, best first.
typedef struct Shortlist {
    int32_t place[SHORTLIST], value[SHORTLIST];
    int32_t count;
} Shortlist;

static void shortlist_add(Shortlist *list, int32_t place, int32_t value) {
    int32_t at = list->count;
    while (at > 0 && list->value[at - 1] < value)
        at--;
    if (at >= SHORTLIST) return;
    if (list->count < SHORTLIST) list->count++;
    for (int32_t i = list->count - 1; i > at; i--) {
        list->place[i] = list->place[i - 1];
        list->value[i] = list->value[i - 1];
    }
    list->place[at] = place;
    list->value[at] = value;
}

// What one act more is worth for each hour of it; 0 or less: not worth doing.
static int32_t act_value(Bot *bot, BotDesk *desk, const Def *def, const Act *act,
        const Persona *persona, int32_t base, int32_t *terms) {
    int32_t gain = value_of(desk, def, bot->actor, act, persona, terms) - base
                   + promise_worth(def, &desk->believed, persona, act);
    if (gain <= 0) return 0;
    gain += leaning(bot, def, &desk->believed, act, persona, gain);
    int32_t hours = core_max(1, def->moves[act->move].time);
    return gain / hours / (1 + planned_before(&desk->believed, act));
}

static void shortlist_make(
        Bot *bot, BotDesk *desk, const Def *def, int32_t count, Shortlist *out) {
    const Persona *persona = score_persona(def, bot->actor, (BotKind)bot->kind);
    int32_t terms[TERMS];
    int32_t base = value_of(desk, def, bot->actor, NULL, persona, terms);
    int32_t side = score_gain(def, &desk->believed, bot->actor, persona) >= 0 ? 1 : -1;
    out->count = 0;
    for (int32_t i = 0; i < count; i++) {
        const Act *act = &desk->options[i];
        bool worth = sensible(&desk->believed, act, side)
                     && facts_worth_asking(def, &desk->believed, act);
        if (!worth || !allowed(bot, desk, def, act)) continue;
        int32_t value = act_value(bot, desk, def, act, persona, base, terms);
        if (value <= 0) continue;
        value += act_noise(bot, persona);
        if (value > 0) shortlist_add(out, i, value);
    }
}

// Of those on the list the one that is worth most when the others do again what they were last seen to do;
// -1 when none is. Who does not look ahead thinks of itself alone.
static int32_t choose(
        Bot *bot, BotDesk *desk, const Def *def, const Shortlist *list, BotWhy *why) {
    const Persona *persona = score_persona(def, bot->actor, (BotKind)bot->kind);
    if (persona->looks_ahead > 0) fold_suppose_repeats(&desk->believed, bot->actor);
    int32_t before[TERMS], terms[TERMS], best = 0, chosen = -1;
    int32_t base = value_of(desk, def, bot->actor, NULL, persona, before);
    for (int32_t i = 0; i < list->count; i++) {
        const Act *act = &desk->options[list->place[i]];
        int32_t value = act_value(bot, desk, def, act, persona, base, terms);
        if (value <= 0) continue;
        value += act_noise(bot, persona);
        if (value <= best) continue;
        best = value;
        chosen = list->place[i];
        act_reasons(before, terms, why);
    }
    return chosen;
}

bool act_next(Bot *bot, BotDesk *desk, const Def *def, const State *state, Command *out,
        BotWhy *why) {
    int32_t count = options_list(
            def, state, bot->actor, desk->options, (int32_t)ARRAY_COUNT(desk->options));
    if (count == 0) return false;
    belief_make(def, state, bot->actor, &desk->believed);
    Shortlist list;
    shortlist_make(bot, desk, def, count, &list);
    int32_t chosen = list.count > 0 ? choose(bot, desk, def, &list, why) : -1;
    if (chosen < 0) return false;
    *out = (Command){.kind = COMMAND_ACT,
            .actor = bot->actor,
            .at_phase = NONE,
            .act = desk->options[chosen]};
    return true;
}
