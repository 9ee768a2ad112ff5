// tests/unit/test_rules_knobs.c — knobs of a table, one fact for one search, and what settles before a decision. Never: a rule of its own.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "rules/fold.h"
#include "scenario/load.h"
#include "script/hooks.h"
#include "sim/game.h"
#include <stdlib.h>
#include <string.h>

enum { ADVANCES = 80, SEEDS = 40 };

typedef struct Table {
    Scenario scenario;
    ScriptHooks script;
    Hooks hooks;
    SimGame *game;
    const Def *def;
} Table;

static Verdict tell(Table *table, CommandKind kind, uint8_t actor, int32_t a, int32_t b) {
    Command command = {.kind = (uint8_t)kind,
            .actor = actor,
            .at_phase = NONE,
            .a = (int16_t)a,
            .b = (int16_t)b};
    return sim_game_send(table->game, &command);
}

static void begin(Table *table, uint64_t seed) {
    fold_begin(table->def, &table->game->state, seed);
    for (uint8_t i = 0; i < def_count(table->def, KIND_ACTOR); i++)
        assert_int_equal(tell(table, COMMAND_SEAT, NONE, i, BY_PERSON).code, VERDICT_OK);
    assert_int_equal(tell(table, COMMAND_START, NONE, 0, 0).code, VERDICT_OK);
}

static Table *open_table(const char *path, const char *knobs) {
    static const char *const library[] = {"scripts", "tests/packs"};
    const LoadOptions options = {.library = library, .library_count = 2, .format = knobs};
    Table *table = calloc(1, sizeof *table);
    Diags *diags = calloc(1, sizeof *diags);
    assert_true(scenario_load(path, &options, &table->scenario, diags));
    free(diags);
    table->def = table->scenario.def;
    table->script = (ScriptHooks){.machines = table->scenario.machines,
            .function_machine = table->scenario.function_machine,
            .function_number = table->scenario.function_number};
    table->hooks = script_hooks(&table->script);
    table->game = sim_game_make(table->def, &table->hooks);
    begin(table, 7);
    return table;
}

static void close_table(Table *table) {
    assert_string_equal(table->game->fault, "");
    sim_game_free(table->game);
    scenario_free(&table->scenario);
    free(table);
}

static const State *now(const Table *table) { return &table->game->state; }

static void reach(Table *table, int32_t round, PhaseDoes does) {
    for (int32_t i = 0; i < ADVANCES; i++) {
        const State *state = now(table);
        if (state->status == STATUS_RUNNING && state->round == round
                && table->def->phases[state->phase].does == does)
            return;
        assert_int_equal(tell(table, COMMAND_ADVANCE, NONE, 0, 0).code, VERDICT_OK);
    }
    fail();
}

static uint8_t actor_of(const Table *table, const char *id) {
    return def_find(table->def, KIND_ACTOR, id).index;
}

static Verdict act(Table *table, const char *who, const char *move, const char *decider,
        int8_t side, int16_t asked) {
    int32_t index = def_find_move(table->def, move);
    assert_true(index >= 0);
    Command command = {
            .kind = COMMAND_ACT, .actor = actor_of(table, who), .at_phase = NONE};
    command.act = (Act){.move = (uint8_t)index,
            .target = def_find(table->def, KIND_DECIDER, decider),
            .side = side};
    command.act.asked[0] = asked;
    return sim_game_send(table->game, &command);
}

static uint16_t cell(const Table *table, int32_t track, const char *actor, Kind kind,
        const char *column) {
    return def_cell(table->def, track, actor_of(table, actor),
            def_find(table->def, kind, column).index);
}

static int32_t money(const Table *table, const char *actor) {
    return now(table)->cell[cell(table, TRACK_RESOURCE, actor, KIND_RESOURCE, "money")];
}

static void set(Table *table, uint16_t at, int32_t tenths) {
    assert_int_equal(tell(table, COMMAND_GIVEN, NONE, at, tenths).code, VERDICT_OK);
}

// ---- one fact for one search ------------------------------------------------------------------------

static uint32_t learned(const char *kind, const char *id) {
    Table *table = open_table("tests/packs/deck-table", NULL);
    Kind of = strcmp(kind, "clause") == 0 ? KIND_CLAUSE : KIND_FRAME;
    int16_t asked =
            id ? (int16_t)(of * 256 + def_find(table->def, of, id).index) : (int16_t)0;
    uint8_t rich = actor_of(table, "rich"),
            dean = def_find(table->def, KIND_DECIDER, "dean").index;
    reach(table, 1, DOES_ACTION);
    assert_int_equal(act(table, "rich", "research", "dean", 0, asked).code, VERDICT_OK);
    reach(table, 2, DOES_NEWS);
    uint32_t facts = now(table)->learned[rich][dean];
    for (uint8_t other = 0; other < def_count(table->def, KIND_ACTOR); other++) {
        if (other != rich) assert_int_equal(now(table)->learned[other][dean], 0);
    }
    close_table(table);
    return facts;
}

static void a_search_tells_the_one_fact_that_was_picked(void **state) {
    (void)state;
    assert_int_equal(learned("clause", NULL), FACT_STANCE);
    assert_int_equal(learned("clause", "gate"), FACT_VALUE_0);
    assert_int_equal(learned("clause", "lamp"), FACT_VALUE_0 << 2);
    assert_int_equal(learned("frame", "play"), FACT_RESONANCE_0);
    assert_int_equal(learned("frame", "fence"), FACT_RESONANCE_0 << 2);
}

// ---- what settles before a decision -----------------------------------------------------------------

// The place of the first such event among those after `from`, -1 if there is none.
static int32_t place_of(const Table *table, int32_t from, EventKind kind, int32_t cause) {
    const EventList *ledger = &table->game->ledger;
    for (int32_t i = from; i < ledger->count; i++) {
        const Event *event = &ledger->items[i];
        if (event->kind == kind && (cause < 0 || event->cause.kind == cause)) return i;
    }
    return -1;
}

static void tired_people_rest_and_leave_before_anything_is_decided(void **state) {
    (void)state;
    Table *table = open_table("tests/packs/deck-table", NULL);
    uint16_t people = cell(table, TRACK_RESOURCE, "rich", KIND_RESOURCE, "people");
    reach(table, 4, DOES_ACTION);
    set(table, cell(table, TRACK_LEGITIMACY, "rich", KIND_AUDIENCE, "base"), 290);
    set(table, def_cell(table->def, TRACK_FATIGUE, actor_of(table, "poor"), 0), 20);
    int32_t from = table->game->ledger.count;
    reach(table, 4, DOES_REFLECT);
    int32_t rule = place_of(table, from, EVENT_DELTA, CAUSE_RULE);
    int32_t decision = place_of(table, from, EVENT_DECISION, -1);
    assert_true(rule >= 0 && decision >= 0 && rule < decision);
    assert_int_equal(place_of(table, decision, EVENT_DELTA, CAUSE_RULE), -1);
    assert_int_equal(now(table)->cell[people], 70);
    close_table(table);
}

// ---- knobs --------------------------------------------------------------------------------------------

static void pressed_at(const char *knobs, int32_t stance, int32_t heat, int32_t tired) {
    Table *table = open_table("tests/packs/deck-table", knobs);
    uint8_t dean = def_find(table->def, KIND_DECIDER, "dean").index;
    reach(table, 1, DOES_ACTION);
    assert_int_equal(act(table, "rich", "engage", "dean", 1, 0).code, VERDICT_OK);
    assert_int_equal(act(table, "rich", "mobilise", "dean", 1, 0).code, VERDICT_OK);
    reach(table, 1, DOES_REFLECT);
    assert_int_equal(state_at(table->def, now(table), TRACK_STANCE, dean, 0), stance);
    assert_int_equal(state_at(table->def, now(table), TRACK_HEAT, dean, 0), heat);
    assert_int_equal(
            state_at(table->def, now(table), TRACK_FATIGUE, actor_of(table, "rich"), 0),
            tired);
    close_table(table);
}

static void sensitivity_moves_what_is_not_whole(void **state) {
    (void)state;
    pressed_at(NULL, 87, 100, 10);
    pressed_at("sensitivity=50", 43, 50, 10);
    pressed_at("sensitivity=110", 95, 110, 10);
}

static int32_t sessions_with_window(const char *knobs) {
    Table *table = open_table("scenarios/safe-homes-bill", knobs);
    int32_t sessions = 0;
    for (uint64_t seed = 1; seed <= SEEDS; seed++) {
        begin(table, seed);
        reach(table, table->def->rounds, DOES_ACTION);
        sessions += now(table)->windows_open != 0;
    }
    close_table(table);
    return sessions;
}

static void windows_open_as_often_as_the_knob_says(void **state) {
    (void)state;
    assert_int_equal(sessions_with_window(NULL), SEEDS);
    assert_int_equal(sessions_with_window("window_frequency=0"), 0);
    int32_t half = sessions_with_window("window_frequency=50");
    assert_in_range(half, SEEDS / 4, 3 * SEEDS / 4);
}

static void funders_compare_where_groups_compete(void **state) {
    (void)state;
    for (int32_t competes = 0; competes <= 1; competes++) {
        Table *table = open_table(
                "tests/packs/deck-table", competes ? "competition=1" : "competition=0");
        set(table, cell(table, TRACK_LEGITIMACY, "poor", KIND_AUDIENCE, "public"), 700);
        set(table, cell(table, TRACK_LEGITIMACY, "away", KIND_AUDIENCE, "public"), 300);
        // A public body seeks no grants, however well known.
        set(table, cell(table, TRACK_LEGITIMACY, "office", KIND_AUDIENCE, "public"), 900);
        int32_t poor = money(table, "poor"), away = money(table, "away"),
                office = money(table, "office"), rich = money(table, "rich");
        reach(table, 1, DOES_REFLECT);
        assert_int_equal(money(table, "poor"), poor); // nobody compares before round 2
        reach(table, 2, DOES_ACTION);
        assert_int_equal(money(table, "poor"), poor + 10 * competes);
        assert_int_equal(money(table, "away"), away - 10 * competes);
        assert_int_equal(money(table, "office"), office);
        assert_int_equal(money(table, "rich"), rich);
        // Two that stand alike are not told apart.
        set(table, cell(table, TRACK_LEGITIMACY, "rival", KIND_AUDIENCE, "public"), 700);
        reach(table, 3, DOES_ACTION);
        assert_int_equal(money(table, "poor"), poor + 10 * competes);
        close_table(table);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
            cmocka_unit_test(a_search_tells_the_one_fact_that_was_picked),
            cmocka_unit_test(tired_people_rest_and_leave_before_anything_is_decided),
            cmocka_unit_test(sensitivity_moves_what_is_not_whole),
            cmocka_unit_test(windows_open_as_often_as_the_knob_says),
            cmocka_unit_test(funders_compare_where_groups_compete),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
