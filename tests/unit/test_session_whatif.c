// tests/unit/test_session_whatif.c — a record played again without somebody: as it was, without all, and shares that add up. Never: what would have been right.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "session/whatif.h"
#include "session_world.h"

enum { SEED = 5, EVERYBODY = 0xFFFF };

static int setup(void **state) {
    World *world = world_make("scenarios/riverside-link");
    *state = world;
    return world ? 0 : 1;
}

static int teardown(void **state) { return world_free(*state); }

// A game of random players on disk, to its end; [1] is two years later, when it is closed.
static State *played(World *world) {
    static const Command close = {.kind = COMMAND_ADVANCE, .actor = NONE, .at_phase = NONE};
    State *end = malloc(2 * sizeof *end);
    ASSERT(end != NULL);
    Verdict verdict;
    Journal journal;
    assert_true(world_create(world, SEED, &journal));
    SessionConfig config = world_config(world, &journal, SEED);
    Session *session = session_open(&config, &world->err);
    ASSERT(session != NULL);
    Game game = game_make(world, session, BOT_RANDOM);
    game.most = INT32_MAX;
    game_go_on(&game);
    assert_int_equal(session->state.status, STATUS_DEBRIEF);
    end[0] = session->state;
    assert_true(game_submit(&game, &close, &verdict));
    assert_int_equal(session->state.status, STATUS_CLOSED);
    end[1] = session->state;
    game_free(&game);
    return end;
}

static WhatIf *open_again(World *world, Journal *journal) {
    assert_true(store_open(world->path, STORE_READ, journal, &world->err));
    SessionConfig config = world_config(world, journal, 0);
    WhatIf *whatif = whatif_open(&config, &world->err);
    assert_non_null(whatif);
    return whatif;
}

static void test_nobody_left_out_is_the_game_that_was_played(void **state) {
    World *world = *state;
    Journal journal;
    State *end = played(world);
    WhatIf *whatif = open_again(world, &journal);
    WhatIfEnd again;
    whatif_play(whatif, 0, -1, &again);
    const Def *def = world->scenario.def;
    for (int32_t i = 0; i < def_count(def, KIND_ARENA); i++)
        assert_int_equal((again.passed >> i) & 1, end->decision[i].passed);
    // The ending was told of the law that was decided, before the two years that follow.
    for (int32_t i = 0; i < def_count(def, KIND_CLAUSE); i++) {
        assert_int_equal(10 * again.law[i], state_at(def, &end[0], TRACK_LAW, i, 0));
        assert_int_equal(10 * again.later[i], state_at(def, &end[1], TRACK_LAW, i, 0));
    }
    assert_memory_not_equal(again.law, again.later, sizeof again.law);
    assert_int_equal(again.ending, end->ending);
    assert_int_not_equal(again.passed, 0);
    whatif_free(whatif);
    journal.close(journal.self);
    free(end);
}

// Everybody left out: steps close as they did, and nothing comes of it.
static void test_without_all_nothing_passes_and_shares_add_up(void **state) {
    World *world = *state;
    Journal journal;
    free(played(world));
    WhatIf *whatif = open_again(world, &journal);
    WhatIfEnd nothing;
    whatif_play(whatif, EVERYBODY, -1, &nothing);
    assert_int_equal(nothing.passed, 0);
    int32_t shares[ACTORS_MAX] = {0}, sum = 0, moved = 0;
    assert_true(whatif_shares(whatif, shares));
    for (int32_t i = 0; i < def_count(world->scenario.def, KIND_ACTOR); i++) {
        sum += shares[i];
        moved += shares[i] != 0;
    }
    assert_in_range(
            sum, 1000 - ACTORS_MAX, 1000 + ACTORS_MAX); // passes with all, not with none
    assert_true(moved > 1);
    whatif_free(whatif);
    journal.close(journal.self);
}

// One act left out: what everybody else did stays on the record, and the record itself too.
static void test_one_command_is_left_out(void **state) {
    World *world = *state;
    Journal journal;
    free(played(world));
    WhatIf *whatif = open_again(world, &journal);
    int32_t count = whatif_count(whatif), different = 0;
    WhatIfEnd as_played, without;
    whatif_play(whatif, 0, -1, &as_played);
    for (int32_t i = 0; i < count; i++) {
        if (whatif_command(whatif, i)->kind != COMMAND_ACT) continue;
        whatif_play(whatif, 0, i, &without);
        different += memcmp(&without, &as_played, sizeof without) != 0;
    }
    assert_true(different > 0);
    whatif_play(whatif, 0, -1, &without);
    assert_memory_equal(&without, &as_played, sizeof without);
    whatif_free(whatif);
    journal.close(journal.self);
}

int main(void) {
    const struct CMUnitTest tests[] = {
            cmocka_unit_test_setup_teardown(
                    test_nobody_left_out_is_the_game_that_was_played, setup, teardown),
            cmocka_unit_test_setup_teardown(
                    test_without_all_nothing_passes_and_shares_add_up, setup, teardown),
            cmocka_unit_test_setup_teardown(test_one_command_is_left_out, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
