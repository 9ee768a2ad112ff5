// tests/unit/test_cli_hold.c — a verb waits five seconds and can be taken back; it never closes another step. Never: a window, a host.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "cli/desk_hold.h"

static const StepView MEETING = {.round = 2, .phase = "Meeting", .part = "speeches"},
                      RECORD = {.round = 2, .phase = "Meeting", .part = "minutes"};

static void it_comes_after_five_seconds_and_once(void **state) {
    (void)state;
    DeskHold hold = {0};
    char line[DESK_HOLD_BYTES] = "";
    assert_int_equal(desk_hold_seconds(&hold, 1000), 0);
    assert_false(desk_hold_set(&hold, "next", &MEETING, 1000));
    assert_int_equal(desk_hold_seconds(&hold, 1000), 5);
    assert_int_equal(desk_hold_seconds(&hold, 5500), 1);
    assert_false(desk_hold_due(&hold, &MEETING, 5999, line));
    assert_true(desk_hold_due(&hold, &MEETING, 6000, line));
    assert_string_equal(line, "next");
    assert_false(desk_hold_due(&hold, &MEETING, 7000, line));
    assert_int_equal(desk_hold_seconds(&hold, 7000), 0);
}

static void it_is_taken_back(void **state) {
    (void)state;
    DeskHold hold = {0};
    char line[DESK_HOLD_BYTES] = "";
    assert_false(desk_hold_set(&hold, "next", &MEETING, 0));
    assert_false(desk_hold_set(&hold, "", &MEETING, 1000));
    assert_int_equal(desk_hold_seconds(&hold, 1000), 0);
    assert_false(desk_hold_due(&hold, &MEETING, 90000, line));
}

static void again_means_at_once_and_another_takes_its_place(void **state) {
    (void)state;
    DeskHold hold = {0};
    char line[DESK_HOLD_BYTES] = "";
    assert_false(desk_hold_set(&hold, "next", &MEETING, 0));
    assert_true(desk_hold_set(&hold, "next", &MEETING, 900));
    assert_false(desk_hold_due(&hold, &MEETING, 90000, line)); // said already
    assert_false(desk_hold_set(&hold, "next", &MEETING, 0));
    assert_false(desk_hold_set(&hold, "advance_slowest", &MEETING, 4000));
    assert_false(desk_hold_due(&hold, &MEETING, 6000, line));
    assert_true(desk_hold_due(&hold, &MEETING, 9000, line));
    assert_string_equal(line, "advance_slowest");
}

// Everybody was ready in the meantime: the next step is not closed before it began.
static void another_step_is_not_closed(void **state) {
    (void)state;
    DeskHold hold = {0};
    char line[DESK_HOLD_BYTES] = "";
    assert_false(desk_hold_set(&hold, "next", &MEETING, 0));
    assert_false(desk_hold_due(&hold, &RECORD, 2000, line));
    assert_false(desk_hold_due(&hold, &MEETING, 9000, line));
}

int main(void) {
    const struct CMUnitTest tests[] = {
            cmocka_unit_test(it_comes_after_five_seconds_and_once),
            cmocka_unit_test(it_is_taken_back),
            cmocka_unit_test(again_means_at_once_and_another_takes_its_place),
            cmocka_unit_test(another_step_is_not_closed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
