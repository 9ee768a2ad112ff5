// tests/unit/test_rules_reform8.c — another game, said with the same words: five games of the benchmark end in its check sums. Never: C that knows the game.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/file.h"
#include "rules/fold.h"
#include "scenario/load.h"
#include "script/hooks.h"
#include "sim/game.h"
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { ACTORS = 8, DECIDERS = 6, RESOURCES = 3, ACTS = 240 };

static const uint32_t check_sums[] = {
        3598795811u, 988903069u, 1868871763u, 763631437u, 1072860952u};

// The benchmark's own generator, behind roll; draw(n) = next mod n.
static uint32_t generator;

static uint32_t generator_next(void) {
    generator ^= generator << 13;
    generator ^= generator >> 17;
    generator ^= generator << 5;
    return generator;
}

static int32_t benchmark_roll(
        const State *state, uint16_t rule, uint16_t *draws, int32_t n) {
    (void)state;
    (void)rule;
    *draws = (uint16_t)(*draws + 1);
    return (int32_t)(generator_next() % (uint32_t)n) + 1;
}

typedef struct World {
    Scenario scenario;
    ScriptHooks script;
    Hooks hooks;
    SimGame *game;
    json_t *games;
} World;

static int32_t cell(const World *world, const char *track, int32_t row, int32_t column) {
    int32_t id = def_find_track(world->scenario.def, track);
    assert_true(id >= 0);
    return def_cell(world->scenario.def, id, row, column);
}

static int32_t points(const World *world, const char *track, int32_t row, int32_t column) {
    return world->game->state.cell[cell(world, track, row, column)] / 10;
}

static void give(
        World *world, const char *track, int32_t row, int32_t column, json_int_t value) {
    Command command = {.kind = COMMAND_GIVEN,
            .actor = NONE,
            .at_phase = NONE,
            .a = (int16_t)cell(world, track, row, column),
            .b = (int16_t)(10 * value)};
    assert_int_equal(sim_game_send(world->game, &command).code, VERDICT_OK);
}

static json_int_t number(const json_t *list, size_t place) {
    return json_integer_value(json_array_get(list, place));
}

// The decider's weight is data of the pack; the benchmark draws it, so a copy of the Def is set up.
static void set_up(World *world, const json_t *start) {
    Def *def = world->scenario.def;
    for (int32_t d = 0; d < DECIDERS; d++) {
        give(world, "stance", d, 0, number(json_object_get(start, "stance"), (size_t)d));
        def->deciders[d].weight =
                (uint8_t)number(json_object_get(start, "weight"), (size_t)d);
    }
    for (int32_t a = 0; a < ACTORS; a++) {
        const json_t *hold = json_array_get(json_object_get(start, "hold"), (size_t)a);
        const json_t *aim = json_array_get(json_object_get(start, "aim"), (size_t)a);
        for (int32_t r = 0; r < RESOURCES; r++)
            give(world, "resource", a, r, number(hold, (size_t)r));
        give(world, "power", a, 0, number(json_object_get(start, "power"), (size_t)a));
        give(world, "aim", a, (int32_t)number(aim, 0), number(aim, 1));
    }
    generator =
            (uint32_t)json_integer_value(json_object_get(start, "generator_after_setup"));
}

static uint8_t move_named(const World *world, const char *id) {
    int32_t move = def_find_move(world->scenario.def, id);
    assert_true(move >= 0);
    return (uint8_t)move;
}

// One line "k x y z" of the act files.
static Act act_of(const World *world, uint8_t actor, const int k, const int x, const int y,
        const int z) {
    Act act = {
            .actor = actor, .target = {KIND_NONE, NONE},
                 .arena = NONE
    };
    char lobby[] = "lobby_1";
    lobby[6] = (char)('1' + x % 3);
    const char *const names[] = {"pass", "gather", lobby, "pledge_power", "offer_pact",
            "deal_out", "expose", "invest"};
    const uint8_t kinds[] = {KIND_NONE, KIND_RESOURCE, KIND_DECIDER, KIND_DECIDER,
            KIND_ACTOR, KIND_ACTOR, KIND_ACTOR, KIND_NONE};
    act.move = move_named(world, names[k]);
    if (kinds[k] != KIND_NONE) act.target = (Thing){kinds[k], (uint8_t)x};
    const Move *move = &world->scenario.def->moves[act.move];
    for (int32_t i = 0; i < move->asks_count; i++) {
        const char *ask = def_text(world->scenario.def, move->asks[i].id);
        if (strcmp(ask, "way") == 0) act.asked[i] = (int16_t)(y ? 1 : -1);
        if (strcmp(ask, "amount") == 0) act.asked[i] = (int16_t)z;
        if (strcmp(ask, "what") == 0) act.asked[i] = (int16_t)y;
    }
    return act;
}

static void play_acts(World *world, int seed) {
    char path[128];
    snprintf(path, sizeof path, "tests/packs/reform8-data/acts-%d.txt", seed);
    FILE *file = fopen(path, "r");
    assert_non_null(file);
    for (int i = 0; i < ACTS; i++) {
        int k = 0, x = 0, y = 0, z = 0;
        assert_int_equal(fscanf(file, "%d %d %d %d", &k, &x, &y, &z), 4);
        uint8_t actor = (uint8_t)(i / 3 % ACTORS);
        Command command = {.kind = COMMAND_ACT,
                .actor = actor,
                .at_phase = NONE,
                .act = act_of(world, actor, k, x, y, z)};
        Verdict verdict = sim_game_send(world->game, &command);
        if (verdict.code != VERDICT_OK) {
            fail_msg("seed %d, act %d (%d %d %d %d) by %d: %s need %d have %d", seed, i, k,
                    x, y, z, actor, verdict_code((VerdictCode)verdict.code), verdict.need,
                    verdict.have);
        }
    }
    fclose(file);
}

static uint32_t mixed;

static void mix(int32_t value) {
    mixed = (mixed ^ ((uint32_t)value & 0xffffu)) * 16777619u;
}

static void mix_actor(const World *world, int32_t a) {
    for (int32_t r = 0; r < RESOURCES; r++)
        mix(points(world, "resource", a, r));
    mix(points(world, "power", a, 0));
    mix(points(world, "fame", a, 0));
    int32_t pacts = 0, aim = 0, sign = 0;
    for (int32_t b = 0; b < ACTORS; b++)
        pacts |= points(world, "pact", a, b) << b;
    mix(pacts);
    for (int32_t d = 0; d < DECIDERS; d++)
        mix(points(world, "reach", a, d));
    for (int32_t d = 0; d < DECIDERS; d++)
        mix(points(world, "pledge", a, d));
    for (int32_t b = 0; b < ACTORS; b++)
        mix(points(world, "deals", a, b));
    for (int32_t d = 0; d < DECIDERS; d++) {
        if (points(world, "aim", a, d) == 0) continue;
        aim = d;
        sign = points(world, "aim", a, d);
    }
    mix(aim);
    mix(sign);
    mix(points(world, "score", a, 0));
}

// Turn, acts left and done stand where the benchmark leaves them after the last act.
static uint32_t check_sum(const World *world) {
    const State *state = &world->game->state;
    mixed = 2166136261u;
    mix((int32_t)(generator & 0xffff));
    mix((int32_t)(generator >> 16));
    mix(state->acts_made);
    mix(state->round + 1);
    mix(0);
    mix(world->scenario.def->phases[0].moves);
    mix(state->status == STATUS_DEBRIEF);
    for (int32_t r = 0; r < RESOURCES; r++)
        mix(points(world, "stock", r, 0));
    for (int32_t d = 0; d < DECIDERS; d++)
        mix(points(world, "stance", d, 0));
    for (int32_t d = 0; d < DECIDERS; d++)
        mix(world->scenario.def->deciders[d].weight);
    for (int32_t a = 0; a < ACTORS; a++)
        mix_actor(world, a);
    return mixed;
}

static int setup(void **context) {
    World *world = calloc(1, sizeof *world);
    Diags *diags = calloc(1, sizeof *diags);
    const LoadOptions options = {0};
    if (!scenario_load("tests/packs/reform8", &options, &world->scenario, diags)) {
        fprintf(stderr, "%s %s\n", diags->items[0].code, diags->items[0].message);
        return -1;
    }
    free(diags);
    world->script = (ScriptHooks){.machines = world->scenario.machines,
            .roll = benchmark_roll,
            .function_machine = world->scenario.function_machine,
            .function_number = world->scenario.function_number};
    world->hooks = script_hooks(&world->script);
    world->game = sim_game_make(world->scenario.def, &world->hooks);
    json_error_t problem;
    world->games = json_load_file("tests/packs/reform8-data/games.json", 0, &problem);
    *context = world;
    return world->games ? 0 : -1;
}

static int teardown(void **context) {
    World *world = *context;
    json_decref(world->games);
    sim_game_free(world->game);
    scenario_free(&world->scenario);
    free(world);
    return 0;
}

static void play_seed(World *world, int seed) {
    char name[8];
    snprintf(name, sizeof name, "%d", seed);
    SimGame *game = world->game;
    game->ledger.count = 0;
    fold_begin(world->scenario.def, &game->state, (uint64_t)seed);
    Command start = {.kind = COMMAND_START, .actor = NONE, .at_phase = NONE};
    assert_int_equal(sim_game_send(game, &start).code, VERDICT_OK);
    set_up(world, json_object_get(world->games, name));
    play_acts(world, seed);
    assert_string_equal(game->fault, "");
}

static void five_games_end_in_the_published_check_sums(void **context) {
    World *world = *context;
    for (int seed = 1; seed <= 5; seed++) {
        play_seed(world, seed);
        assert_int_equal(world->game->state.status, STATUS_DEBRIEF);
        assert_int_equal(check_sum(world), check_sums[seed - 1]);
    }
}

static void every_score_is_the_published_one(void **context) {
    World *world = *context;
    play_seed(world, 1);
    const json_t *final = json_object_get(json_object_get(world->games, "1"), "final");
    for (int32_t a = 0; a < ACTORS; a++) {
        assert_int_equal(points(world, "fame", a, 0),
                number(json_object_get(final, "fame"), (size_t)a));
        assert_int_equal(points(world, "power", a, 0),
                number(json_object_get(final, "power"), (size_t)a));
        assert_int_equal(points(world, "score", a, 0),
                number(json_object_get(final, "score"), (size_t)a));
    }
}

static void events_alone_rebuild_the_game(void **context) {
    World *world = *context;
    play_seed(world, 2);
    State *again = malloc(sizeof *again);
    fold_begin(world->scenario.def, again, 2);
    fold_events(world->scenario.def, again, world->game->ledger.items,
            world->game->ledger.count);
    assert_true(state_digest(world->scenario.def, again)
                == state_digest(world->scenario.def, &world->game->state));
    free(again);
}

int main(void) {
    const struct CMUnitTest tests[] = {
            cmocka_unit_test(every_score_is_the_published_one),
            cmocka_unit_test(five_games_end_in_the_published_check_sums),
            cmocka_unit_test(events_alone_rebuild_the_game),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}
