// tests/unit/test_rules_support.c — frame fit, S and riders against the golden rows, endings and red lines. Never: packs or Lua.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "rules/ending.h"
#include "rules/support.h"
#include "rules_world.h"

// One decider that hears two frames; everything else is silent.
static World *two_frames(int8_t first, int32_t at_first, int8_t second, int32_t at_second) {
    World *world = world_safe_homes();
    for (int32_t f = 0; f < 5; f++)
        world_set(world, TRACK_FRAME, COMMITTEE, f, 0);
    memset(world->def->deciders[SPEAKER].resonance, 0, FRAMES_MAX);
    world->def->deciders[SPEAKER].resonance[CUSTOM] = first;
    world->def->deciders[SPEAKER].resonance[FOREIGN] = second;
    world_set(world, TRACK_FRAME, COMMITTEE, CUSTOM, at_first);
    world_set(world, TRACK_FRAME, COMMITTEE, FOREIGN, at_second);
    return world;
}

static void test_fit_of_golden_row_7(void **unused) {
    (void)unused;
    static const int32_t rows[4][5] = {
            {3,  70,  -1, 40,  114 },
            {-3, 70,  -1, 40,  -138},
            {3,  100, 3,  100, 270 },
            {-1, 20,  2,  20,  0   }
    };
    for (size_t i = 0; i < ARRAY_COUNT(rows); i++) {
        World *world =
                two_frames((int8_t)rows[i][0], rows[i][1], (int8_t)rows[i][2], rows[i][3]);
        assert_int_equal(support_fit(world->def, &world->state, SPEAKER), rows[i][4]);
        world_free(world);
    }
}

static int32_t support_with(
        World *world, int32_t values, int8_t sp, int32_t public, int8_t sh) {
    Decider *d = &world->def->deciders[SPEAKER];
    memset(d->values, 0, sizeof d->values);
    d->values[SCOPE][1] = (int8_t)values;
    d->hears_public = sp;
    d->hears_heat = sh;
    world_set(world, TRACK_STANCE, SPEAKER, 0, -140);
    world_set(world, TRACK_PUBLIC, 0, 0, public);
    world_set(world, TRACK_HEAT, SPEAKER, 0, 45);
    return support_now(world->def, &world->state, SPEAKER);
}

static void test_support_of_golden_rows_8_and_9(void **unused) {
    (void)unused;
    World *world = two_frames(3, 70, -1, 40);
    world->def->frames[CUSTOM].riders[0].clause = NONE;
    assert_int_equal(support_with(world, 4, 2, 620, 1), 84);
    world_free(world);
    world = two_frames(-1, 20, 2, 20);
    world->def->frames[CUSTOM].riders[0].clause = NONE;
    assert_int_equal(support_with(world, -3, 2, 420, -1), -224);
    world->def->deciders[SPEAKER].leans = world_amount(world, "15", false); // 10 at most
    assert_int_equal(support_now(world->def, &world->state, SPEAKER), -124);
    world->def->deciders[SPEAKER].leans = 0;
    world_set(world, TRACK_PULL, SPEAKER, 0, 40);
    assert_int_equal(support_now(world->def, &world->state, SPEAKER), -184);
    world_free(world);
}

static void test_rider_of_the_leading_frame_limits_the_text(void **unused) {
    (void)unused;
    World *world = world_safe_homes();
    uint8_t levels[CLAUSES_MAX];
    world_set(world, TRACK_DRAFT, FUND, 0, 30);
    world_set(world, TRACK_FRAME, COMMITTEE, SAFETY, 40);
    assert_int_equal(support_leading(world->def, &world->state, COMMITTEE, NULL), SAFETY);
    support_text(world->def, &world->state, COMMITTEE, levels);
    assert_int_equal(levels[FUND], 2);
    assert_int_equal(levels[SCOPE], 1);
    world->def->frames[SAFETY].riders[0] = (Rider){SCOPE, 1, 3};
    support_text(world->def, &world->state, COMMITTEE, levels);
    assert_int_equal(levels[SCOPE], 3);
    assert_int_equal(levels[FUND], 3);
    world_free(world);
}

static void test_no_frame_leads_below_one_point(void **unused) {
    (void)unused;
    World *world = two_frames(1, 9, 1, 8);
    uint8_t second = 0, levels[CLAUSES_MAX];
    assert_int_equal(support_leading(world->def, &world->state, COMMITTEE, &second), NONE);
    world_set(world, TRACK_DRAFT, SCOPE, 0, 30);
    support_text(world->def, &world->state, COMMITTEE, levels);
    assert_int_equal(levels[SCOPE], 3);
    world_set(world, TRACK_FRAME, COMMITTEE, CUSTOM, 10);
    assert_int_equal(
            support_leading(world->def, &world->state, COMMITTEE, &second), CUSTOM);
    assert_int_equal(second, FOREIGN);
    world_free(world);
}

static void red_line(World *world, uint8_t actor, const char *when) {
    Actor *a = &world->def->actors[actor];
    a->red_lines[a->red_lines_count++].when = world_amount(world, when, true);
}

// Before the decision the text on the table warns, and nothing is crossed.
static void test_the_text_on_the_table_warns(void **unused) {
    (void)unused;
    World *world = world_safe_homes();
    red_line(world, SURVIVORS, "passed.committee and law.remedy < 1");
    world_set(world, TRACK_DRAFT, REMEDY, 0, 10);
    assert_false(red_line_warns(world->def, &world->state, SURVIVORS, 0));
    world_set(world, TRACK_DRAFT, REMEDY, 0, 0);
    assert_true(red_line_warns(world->def, &world->state, SURVIVORS, 0));
    red_lines_run(&world->txn, &world->book);
    assert_int_equal(world->state.red_crossed[SURVIVORS], 0);
    world->state.decision[COMMITTEE].done = 1; // decided, not passed: nothing to warn of
    assert_false(red_line_warns(world->def, &world->state, SURVIVORS, 0));
    world_free(world);
}

static void test_red_lines_of_law_wait_for_a_decision(void **unused) {
    (void)unused;
    World *world = world_safe_homes();
    red_line(world, SURVIVORS, "law.remedy < 1");
    red_line(world, CAUCUS, "my.elite < 40");
    red_lines_run(&world->txn, &world->book);
    assert_int_equal(world->state.red_crossed[SURVIVORS], 0);
    assert_int_equal(world->state.red_crossed[CAUCUS], 0);
    world_set(world, TRACK_LEGITIMACY, CAUCUS, ELITE, 390);
    red_lines_run(&world->txn, &world->book);
    red_lines_run(&world->txn, &world->book); // once a line
    assert_int_equal(world->state.red_crossed[CAUCUS], 1);
    assert_int_equal(
            world_at(world, TRACK_LEGITIMACY, CAUCUS, BASE), 450 - 150 * 450 / 500);
    world->state.decision[COMMITTEE].passed = 1;
    red_lines_run(&world->txn, &world->book);
    assert_int_equal(world->state.red_crossed[SURVIVORS], 1);
    world_free(world);
}

static void test_first_ending_that_fits(void **unused) {
    (void)unused;
    World *world = world_safe_homes();
    Def *def = world->def;
    def->endings[0].when = world_amount(world, "caucus.base < 30", true);
    def->endings[1] = (Ending){.when = world_amount(world, "civic <= 3", true), .early = 1};
    def->endings_count = 3; // the last one has no condition
    world->state.ending = NONE;
    assert_false(ending_check(&world->txn, false));
    assert_int_equal(ending_forecast(def, &world->state, true), 2);
    world_set(world, TRACK_CIVIC, 0, 0, 30);
    assert_true(ending_check(&world->txn, false));
    assert_int_equal(world->state.ending, 1);
    world_set(world, TRACK_LEGITIMACY, CAUCUS, BASE, 0);
    assert_true(ending_check(&world->txn, true)); // an ending is reached once
    assert_int_equal(world->state.ending, 1);
    world_free(world);
}

int main(void) {
    const struct CMUnitTest tests[] = {
            cmocka_unit_test(test_fit_of_golden_row_7),
            cmocka_unit_test(test_support_of_golden_rows_8_and_9),
            cmocka_unit_test(test_rider_of_the_leading_frame_limits_the_text),
            cmocka_unit_test(test_no_frame_leads_below_one_point),
            cmocka_unit_test(test_red_lines_of_law_wait_for_a_decision),
            cmocka_unit_test(test_the_text_on_the_table_warns),
            cmocka_unit_test(test_first_ending_that_fits),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
