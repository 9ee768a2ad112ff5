// tests/unit/test_host_keeping.c — how long a session is kept: chosen at the console, in the record and beside it, told at the console, changed back; and what stands in every setting. Never: a real clock.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "console_world.h"
#include "host/closing.h"
#include "wire/console_view.h"

typedef struct Stage {
    HallWorld *world;
    Person *console;
} Stage;

static Stage open_stage(void) {
    Stage stage = {.world = hall_world_make("scenarios/riverside-link", 4)};
    stage.console = console_come(stage.world);
    hall_world_turn(stage.world);
    return stage;
}

static bool keep(const Stage *stage, int32_t days) {
    char args[40];
    snprintf(args, sizeof args, "\"days\":%d", (int)days);
    return console_do(stage->world, stage->console, "keep", args, "");
}

static int32_t told(const Stage *stage) {
    return (int32_t)json_integer_value(
            json_object_get(person_section(stage->console, "run"), "keeping"));
}

static int32_t noted(const Stage *stage) {
    return closing_keeping(&console_session(stage->world)->journal);
}

static void days_are_chosen_and_changed_back(void **state) {
    (void)state;
    Stage stage = open_stage();
    assert_int_equal(told(&stage), 30);
    assert_int_equal(noted(&stage), 30);
    assert_true(keep(&stage, 7));
    assert_int_equal(told(&stage), 7);
    assert_int_equal(noted(&stage), 7);
    assert_int_equal(console_line(stage.world)->kind, EVENT_KEEPING);
    assert_int_equal(console_line(stage.world)->a, 7);
    assert_non_null(strstr(person_text(stage.console, "ack", "text"), "erase it: 7"));
    assert_true(keep(&stage, 0)); // never
    assert_int_equal(told(&stage), 0);
    assert_true(keep(&stage, 30));
    assert_int_equal(told(&stage), 30);
    assert_false(keep(&stage, 3651));
    assert_false(keep(&stage, -1));
    assert_int_equal(noted(&stage), 30);
    assert_int_equal(hall_world_free(stage.world), 0);
}

// Also after a restart, and after the end.
static void it_is_remembered(void **state) {
    (void)state;
    Stage stage = open_stage();
    assert_true(keep(&stage, 90));
    hall_world_restart(stage.world);
    stage.console = console_come(stage.world);
    hall_world_turn(stage.world);
    assert_int_equal(told(&stage), 90);
    assert_true(console_do(stage.world, stage.console, "start", "\"now\":\"now\"", ""));
    assert_true(console_do(stage.world, stage.console, "end", "", ""));
    assert_true(console_do(stage.world, stage.console, "close", "", ""));
    assert_int_equal(console_session(stage.world)->state.status, STATUS_CLOSED);
    assert_true(keep(&stage, 1));
    assert_int_equal(noted(&stage), 1);
    assert_int_equal(hall_world_free(stage.world), 0);
}

static void time_is_over_by_the_day(void **state) {
    (void)state;
    assert_false(closing_is_over(-1, 30)); // not closed
    assert_false(closing_is_over(29, 30));
    assert_true(closing_is_over(30, 30));
    assert_false(closing_is_over(4000, 0)); // nobody asks
}

// A console reads what stands in each setting, and sees another value.
static void settings_are_told(void **state) {
    (void)state;
    Stage stage = open_stage();
    Region region = {0};
    ConsoleView view = {0};
    console_view_read(stage.console->mirror, stage.world->now_ms, &region, &view);
    for (int32_t i = 0; i < OPTION_COUNT; i++)
        assert_int_equal(view.options[i], option_row((OptionId)i)->standard);
    assert_int_equal(view.keeping_days, 30);
    assert_true(console_do(stage.world, stage.console, "option",
            "\"key\":\"grace\",\"value\":\"on\"", ""));
    assert_true(keep(&stage, 365));
    console_view_read(stage.console->mirror, stage.world->now_ms, &region, &view);
    assert_int_equal(view.options[OPTION_GRACE], 1);
    assert_int_equal(view.keeping_days, 365);
    region_clear(&region);
    assert_int_equal(hall_world_free(stage.world), 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(days_are_chosen_and_changed_back),
            cmocka_unit_test(it_is_remembered), cmocka_unit_test(time_is_over_by_the_day),
            cmocka_unit_test(settings_are_told)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
