// tests/unit/test_host_grace.c — everybody is ready: five seconds to take it back, told to all, never for who plays alone. Never: a real clock.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "hall_world.h"

#include "console_world.h"

typedef struct Stage {
    HallWorld *world;
    Person *one, *two, *console;
} Stage;

static const State *now(const Stage *stage) {
    return &console_session(stage->world)->state;
}

static bool decides(const Stage *stage) {
    const Def *def = console_session(stage->world)->def;
    const State *state = now(stage);
    if (state->status != STATUS_RUNNING) return false;
    PhaseKind kind = (PhaseKind)def->phases[state->phase].kind;
    return kind == PHASE_SEALED || kind == PHASE_OPEN;
}

static void go_to_a_decision(Stage *stage) {
    assert_true(console_do(stage->world, stage->console, "start", "\"now\":\"now\"", ""));
    for (int32_t i = 0; i < 20 && !decides(stage); i++)
        assert_true(console_do(stage->world, stage->console, "next", "", ""));
    assert_true(decides(stage));
}

static void open_for(Stage *stage, int32_t people) {
    stage->world = hall_world_make("scenarios/riverside-link", 5);
    stage->one = person_join(stage->world, 1, "play");
    if (people > 1) stage->two = person_join(stage->world, 2, "play");
    stage->console = console_come(stage->world);
    assert_true(console_do(stage->world, stage->console, "option",
            "\"key\":\"grace\",\"value\":\"on\"", ""));
    go_to_a_decision(stage);
}

static void close_stage(Stage *stage) {
    assert_int_equal(hall_world_free(stage->world), 0);
}

static bool is_told(const Stage *stage, const Person *person) {
    hall_world_turn(stage->world);
    const char *expected =
            json_string_value(json_object_get(person_section(person, "asked"), "expected"));
    const json_t *closing = json_object_get(person_section(person, "now"), "closing");
    return expected && strstr(expected, "still take it back") && closing;
}

// As time goes by the transport ticks.
static void wait_for(Stage *stage, int32_t ms) {
    stage->world->now_ms += ms;
    stage->world->events.tick(stage->world->events.context, stage->world->now_ms);
    hall_world_turn(stage->world);
}

static void ready(Stage *stage, Person *person, bool yes) {
    seat_do(stage->world, person, yes ? "done" : "not_done", "", "");
}

static void the_last_one_leaves_five_seconds(void **state) {
    (void)state;
    Stage stage = {0};
    open_for(&stage, 2);
    uint8_t phase = now(&stage)->phase;
    ready(&stage, stage.one, true);
    assert_false(now(&stage)->steer.closing & CLOSING_ALL_IN);
    ready(&stage, stage.two, true);
    assert_int_equal(now(&stage)->phase, phase);
    assert_true(now(&stage)->steer.closing & CLOSING_ALL_IN);
    assert_true(is_told(&stage, stage.one) && is_told(&stage, stage.two));
    // Taken back: the step is as it was, without a clock.
    ready(&stage, stage.one, false);
    assert_int_equal(now(&stage)->phase, phase);
    assert_int_equal(now(&stage)->steer.closing, 0);
    assert_int_equal(now(&stage)->steer.ends_ms, 0);
    assert_false(is_told(&stage, stage.one));
    wait_for(&stage, 60000);
    assert_int_equal(now(&stage)->phase, phase);
    ready(&stage, stage.one, true);
    wait_for(&stage, 4000);
    assert_int_equal(now(&stage)->phase, phase);
    wait_for(&stage, 2000);
    assert_int_not_equal(now(&stage)->phase, phase);
    close_stage(&stage);
}

// A pause holds the five seconds; the facilitator closes it at once.
static void a_pause_holds_it_and_next_ends_it(void **state) {
    (void)state;
    Stage stage = {0};
    open_for(&stage, 2);
    uint8_t phase = now(&stage)->phase;
    ready(&stage, stage.one, true);
    ready(&stage, stage.two, true);
    assert_true(console_do(stage.world, stage.console, "pause", "", ""));
    wait_for(&stage, 60000);
    assert_int_equal(now(&stage)->phase, phase);
    assert_true(now(&stage)->steer.closing & CLOSING_ALL_IN);
    assert_true(console_do(stage.world, stage.console, "resume", "", ""));
    assert_int_equal(now(&stage)->phase, phase);
    assert_true(console_do(stage.world, stage.console, "next", "", ""));
    assert_int_not_equal(now(&stage)->phase, phase);
    close_stage(&stage);
}

static void a_step_with_a_clock_has_it_again(void **state) {
    (void)state;
    Stage stage = {0};
    open_for(&stage, 2);
    assert_true(console_do(stage.world, stage.console, "extend", "\"by\":\"5m\"", ""));
    uint32_t ends = now(&stage)->steer.ends_ms;
    assert_true(ends > 0);
    ready(&stage, stage.one, true);
    ready(&stage, stage.two, true);
    assert_true(now(&stage)->steer.ends_ms < ends);
    ready(&stage, stage.two, false);
    assert_int_equal(now(&stage)->steer.ends_ms, ends);
    close_stage(&stage);
}

static void who_plays_alone_waits_for_nobody(void **state) {
    (void)state;
    Stage stage = {0};
    open_for(&stage, 1);
    uint8_t phase = now(&stage)->phase;
    ready(&stage, stage.one, true);
    assert_int_not_equal(now(&stage)->phase, phase);
    close_stage(&stage);
}

static void off_as_it_was(void **state) {
    (void)state;
    Stage stage = {0};
    open_for(&stage, 2);
    assert_true(console_do(stage.world, stage.console, "option",
            "\"key\":\"grace\",\"value\":\"off\"", ""));
    uint8_t phase = now(&stage)->phase;
    ready(&stage, stage.one, true);
    ready(&stage, stage.two, true);
    assert_int_not_equal(now(&stage)->phase, phase);
    close_stage(&stage);
}

int main(void) {
    const struct CMUnitTest tests[] = {
            cmocka_unit_test(the_last_one_leaves_five_seconds),
            cmocka_unit_test(a_pause_holds_it_and_next_ends_it),
            cmocka_unit_test(a_step_with_a_clock_has_it_again),
            cmocka_unit_test(who_plays_alone_waits_for_nobody),
            cmocka_unit_test(off_as_it_was),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
