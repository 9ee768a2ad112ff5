// tests/unit/test_sim_balance.c — a balance report depends on its seeds alone, and says what an author expects of it. Never: times.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "sim/balance.h"
#include "sim_packs.h"
#include <string.h>

typedef struct World {
    SimPack one, two;
} World;

static int setup(void **context) {
    World *world = calloc(1, sizeof *world);
    *context = world;
    bool good = sim_pack_open(&world->one, "scenarios/riverside-link")
                && sim_pack_open(&world->two, "scenarios/riverside-link");
    return good ? 0 : -1;
}

static int teardown(void **context) {
    World *world = *context;
    sim_pack_close(&world->one);
    sim_pack_close(&world->two);
    free(world);
    return 0;
}

static Balance *play(World *world, int32_t threads, BalanceSetup setup) {
    Scenario *list[] = {&world->one.scenario, &world->two.scenario};
    Balance *balance = calloc(1, sizeof *balance);
    BalanceRun *run = balance_start(list, threads, &setup);
    balance_finish(run, balance);
    return balance;
}

static const BalanceSetup random_games = {.seed = 5, .games = 30, .players = BOT_RANDOM};

static void the_same_seeds_give_the_same_report(void **context) {
    Balance *a = play(*context, 1, random_games), *b = play(*context, 1, random_games);
    assert_int_equal(a->games, 30);
    assert_true(a->digest != 0);
    assert_memory_equal(a, b, sizeof *a);
    free(a);
    free(b);
}

static void two_threads_give_the_same_report(void **context) {
    Balance *a = play(*context, 1, random_games), *b = play(*context, 2, random_games);
    assert_memory_equal(a, b, sizeof *a);
    BalanceSetup mixed = random_games;
    mixed.players = BOT_MIXED;
    mixed.games = 6;
    free(a);
    free(b);
    a = play(*context, 1, mixed);
    b = play(*context, 2, mixed);
    assert_memory_equal(a, b, sizeof *a);
    free(a);
    free(b);
}

static void other_seeds_give_another_report(void **context) {
    BalanceSetup other = random_games;
    other.seed = 6;
    Balance *a = play(*context, 1, random_games), *b = play(*context, 1, other);
    assert_true(a->digest != b->digest);
    free(a);
    free(b);
}

static void parts_add_up(void **context) {
    World *world = *context;
    const Def *def = world->one.scenario.def;
    Balance *balance = play(world, 2, random_games);
    int64_t endings = 0, law = 0;
    for (int32_t i = 0; i <= ENDINGS_MAX; i++)
        endings += balance->endings[i];
    for (int32_t i = 0; i < LEVELS_MAX; i++)
        law += balance->law[0][i];
    assert_int_equal(endings, balance->games);
    assert_int_equal(law, balance->games);
    assert_true(balance->passed <= balance->games);
    assert_true(balance->flips <= balance->games);
    assert_int_equal(balance->fault_games, 0);
    assert_int_equal(balance->first_fault, -1);
    int64_t made = 0;
    for (int32_t i = 0; i < def->moves_count; i++) {
        assert_true(balance->moves[i].closed <= balance->moves[i].asked);
        assert_true(balance->moves[i].won <= balance->moves[i].made);
        made += balance->moves[i].made;
    }
    assert_int_equal(made, balance->acts);
    free(balance);
}

static void nothing_passes_when_everybody_rests(void **context) {
    Balance *balance = play(*context, 1, random_games);
    assert_false(balance->rest_passes);
    free(balance);
}

static void who_holds_points_back_uses_none(void **context) {
    SimGame *game = ((World *)*context)->one.game;
    game->crew->holds = BOT_HOLDS_POINTS;
    assert_true(sim_game_play(game, BOT_RANDOM, 5));
    int32_t points = 0, verbs = 0;
    for (int32_t i = 0; i < game->def->moves_count; i++) {
        for (int32_t actor = 0; actor < ACTORS_MAX; actor++) {
            bool point = game->def->moves[i].kind == MOVE_POINT;
            *(point ? &points : &verbs) += game->state.done_moves[actor][i];
        }
    }
    game->crew->holds = 0;
    assert_int_equal(points, 0);
    assert_true(verbs > 0);
}

static void expectations_are_judged(void **context) {
    const Def *def = ((World *)*context)->one.scenario.def;
    Balance balance = {
            .games = 100, .passed = 40, .flips = 15, .text_changed = 71, .first_fault = -1};
    balance.endings[0] = 60;
    balance.endings[1] = 40;
    char found[160];
    TestExpect passes = {.kind = EXPECT_PASSES, .least = 40, .most = 65};
    assert_true(balance_meets(def, &balance, &passes, found));
    assert_string_equal(found, "40.0%");
    balance.passed = 39;
    assert_false(balance_meets(def, &balance, &passes, found));
    TestExpect top = {.kind = EXPECT_NO_ENDING_ABOVE, .most = 60};
    assert_true(balance_meets(def, &balance, &top, found));
    top.most = 59;
    assert_false(balance_meets(def, &balance, &top, found));
    TestExpect share = {.kind = EXPECT_ENDING_SHARE, .index = 1, .least = 41, .most = 100};
    assert_false(balance_meets(def, &balance, &share, found));
    TestExpect every = {.kind = EXPECT_EVERY_ENDING};
    assert_false(balance_meets(def, &balance, &every, found));
    TestExpect faults = {.kind = EXPECT_NO_FAULTS};
    assert_true(balance_meets(def, &balance, &faults, found));
    balance.script_faults = 1;
    assert_false(balance_meets(def, &balance, &faults, found));
}

static void a_style_that_is_best_on_everything_is_found(void **context) {
    const Def *def = ((World *)*context)->one.scenario.def;
    Balance balance = {.games = 1};
    TestExpect expect = {.kind = EXPECT_NO_STYLE_BEST};
    char found[160];
    for (int32_t style = 0; style < 2; style++) {
        for (int32_t i = 0; i < CRITERION_COUNT; i++) {
            balance.styles[style].known[i] = 2;
            balance.styles[style].criteria[i] = 2 * (50 + style);
        }
    }
    assert_false(balance_meets(def, &balance, &expect, found));
    assert_non_null(strstr(found, "over"));
    balance.styles[0].criteria[3] = 200;
    assert_true(balance_meets(def, &balance, &expect, found));
}

int main(void) {
    const struct CMUnitTest tests[] = {
            cmocka_unit_test(the_same_seeds_give_the_same_report),
            cmocka_unit_test(two_threads_give_the_same_report),
            cmocka_unit_test(other_seeds_give_another_report),
            cmocka_unit_test(parts_add_up),
            cmocka_unit_test(nothing_passes_when_everybody_rests),
            cmocka_unit_test(who_holds_points_back_uses_none),
            cmocka_unit_test(expectations_are_judged),
            cmocka_unit_test(a_style_that_is_best_on_everything_is_found),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}
