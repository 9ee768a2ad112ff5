// sim/report.c — plays the further games of a balance report: personas, pairs, scripted reformers. Never: judges a figure.
#include "sim/report.h"
#include "rules/fold.h"
#include "rules/scope.h"
#include "rules/worth.h"
#include <stdlib.h>
#include <string.h>

static int32_t ambition(const Def *def, uint8_t actor) {
    const Actor *a = &def->actors[actor];
    int32_t sum = 0;
    for (uint8_t c = 0; c < def_count(def, KIND_CLAUSE); c++) {
        if (!a->wants_set[c]) continue;
        int32_t start = def->start[def_cell(def, TRACK_DRAFT, c, 0)] / 10;
        sum += a->cares[c] * (a->wants[c] - start);
    }
    return sum;
}

uint16_t report_reformers(const Def *def) {
    int32_t sum = 0, count = def_count(def, KIND_ACTOR);
    uint16_t mask = 0;
    for (uint8_t i = 0; i < count; i++)
        sum += ambition(def, i);
    for (uint8_t i = 0; i < count; i++) {
        if (count * ambition(def, i) >= sum) mask |= (uint16_t)(1u << i);
    }
    return mask;
}

static bool play(Report *report, SimGame *game, const SimCast *cast, uint64_t seed) {
    game->cast = cast;
    game->crew->holds = 0;
    bool good = sim_game_play(game, BOT_RANDOM, seed);
    game->cast = NULL;
    report->faults += !good;
    return good;
}

Report *report_make(void) {
    Report *report = calloc(1, sizeof *report);
    ASSERT(report != NULL);
    report->personas.first_fault = -1;
    return report;
}

void report_start(Report *report, SimGame *game, uint64_t seed) {
    const Def *def = game->def;
    fold_begin(def, &game->state, seed);
    Command start = {.kind = COMMAND_START, .actor = NONE, .at_phase = NONE};
    if (sim_game_send(game, &start).code != VERDICT_OK) return;
    for (uint8_t i = 0; i < def_count(def, KIND_ACTOR); i++) {
        for (int32_t line = 0; line < def->actors[i].red_lines_count; line++) {
            Scope scope;
            scope_plain(&scope, def, &game->state, i);
            report->lines_at_start +=
                    expr_holds(&scope.expr, def->actors[i].red_lines[line].when);
        }
    }
}

// ---- pairs ------------------------------------------------------------------------------------------

static void count_pair(ReportPairs *pairs, const Def *def, const State *persona,
        const State *random, uint8_t actor) {
    bool met, met_random;
    int64_t mine = bot_outcome(def, persona, actor, &met),
            theirs = bot_outcome(def, random, actor, &met_random);
    pairs->met += met;
    pairs->met_random += met_random;
    pairs->better += met && !met_random;
    pairs->worse += met_random && !met;
    pairs->text += criteria_substance(def, persona, actor);
    pairs->text_random += criteria_substance(def, random, actor);
    for (int32_t a = 0; a < def_count(def, KIND_AUDIENCE); a++) {
        pairs->standing[a] += state_at(def, persona, TRACK_LEGITIMACY, actor, a);
        pairs->standing_random[a] += state_at(def, random, TRACK_LEGITIMACY, actor, a);
    }
    if (met == met_random && mine == theirs)
        pairs->even++;
    else if (met != met_random ? met : mine > theirs)
        pairs->won++;
    else
        pairs->lost++;
}

static void play_pairs(Report *report, SimGame *game, const State *random, uint64_t seed) {
    for (uint8_t i = 0; i < def_count(game->def, KIND_ACTOR); i++) {
        SimCast cast = {{0}, 0};
        cast.kinds[i] = BOT_PERSONA;
        if (play(report, game, &cast, seed))
            count_pair(&report->pairs[i], game->def, &game->state, random, i);
    }
}

// ---- scripted reformers -----------------------------------------------------------------------------

static int32_t worst_fall(const Def *def, const State *state, uint16_t reformers) {
    int32_t most = 0;
    int32_t base = def->coef[COEF_AUDIENCE_HOME] - 1;
    if (base < 0) return 0;
    for (uint8_t i = 0; i < def_count(def, KIND_ACTOR); i++) {
        if (!((reformers >> i) & 1)) continue;
        most = core_max(most, state->legitimacy_start[i][base]
                                      - state_at(def, state, TRACK_LEGITIMACY, i, base));
    }
    return most;
}

static void count_script(
        ReportScript *sum, const Def *def, const State *state, uint16_t reformers) {
    bool passed = balance_passed(def, state);
    sum->games++;
    sum->passed += passed;
    if (passed) sum->durability += criteria_durability(def, state, NONE);
    for (uint8_t c = 0; c < def_count(def, KIND_CLAUSE); c++)
        sum->draft[c] += state_at(def, state, TRACK_DRAFT, c, 0) / 10;
    sum->base_fallen += worst_fall(def, state, reformers);
    for (uint8_t i = 0; i < def_count(def, KIND_ACTOR); i++) {
        int16_t values[CRITERION_COUNT];
        if (!((reformers >> i) & 1)) continue;
        criteria_all(def, state, i, values);
        for (int32_t c = 0; c < CRITERION_COUNT; c++) {
            sum->known[c] += values[c] >= 0;
            sum->criteria[c] += core_max(0, values[c]);
        }
    }
}

static void play_scripts(Report *report, SimGame *game, uint64_t seed) {
    uint16_t reformers = report_reformers(game->def);
    for (uint8_t script = 0; script < SCRIPT_COUNT; script++) {
        SimCast cast = {.script = script};
        for (uint8_t i = 0; i < def_count(game->def, KIND_ACTOR); i++)
            cast.kinds[i] = (reformers >> i) & 1 ? BOT_SCRIPTED : BOT_RANDOM;
        if (play(report, game, &cast, seed))
            count_script(&report->scripts[script], game->def, &game->state, reformers);
    }
}

// ---- all --------------------------------------------------------------------------------------------

void report_play(Report *report, SimGame *game, const State *random, uint64_t seed) {
    SimCast personas = {{0}, 0};
    memset(personas.kinds, BOT_PERSONA, sizeof personas.kinds);
    BalanceWatch watch = {0};
    game->watch = (SimWatch){&watch, balance_look};
    if (play(report, game, &personas, seed)) balance_count(&report->personas, game, &watch);
    game->watch.look = NULL;
    play_pairs(report, game, random, seed);
    play_scripts(report, game, seed);
}

// The actor that has least at the start; ties to the one declared first.
static uint8_t smallest(const Def *def, const State *state) {
    uint8_t least = 0;
    for (uint8_t i = 1; i < def_count(def, KIND_ACTOR); i++) {
        if (state->macro_start[i] < state->macro_start[least]) least = i;
    }
    return least;
}

void report_plain(Report *report, const SimGame *game) {
    Worth worth = {0};
    int32_t exercised[ACTORS_MAX];
    for (int32_t i = 0; i < game->ledger.count; i++)
        worth_add(game->def, &game->ledger.items[i], &worth);
    worth_shares(&worth, exercised);
    uint8_t least = smallest(game->def, &game->state);
    report->small_ahead += exercised[least] > game->state.macro_start[least];
}

void report_add(Report *sum, const Report *part) {
    balance_add(&sum->personas, &part->personas);
    int64_t *to = (int64_t *)(void *)&sum->pairs;
    const int64_t *from = (const int64_t *)(const void *)&part->pairs;
    for (size_t i = 0; i < (sizeof *sum - offsetof(Report, pairs)) / sizeof *to; i++)
        to[i] += from[i];
}
