// tests/unit/test_host_prompts.c — what a phone is asked to write, what the facilitator shares of the debrief, and acts that come back after an undo. Never: a browser.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "console_world.h"

static int setup(void **state) {
    *state = hall_world_make("scenarios/riverside-link", 5);
    return 0;
}

static int teardown(void **state) { return hall_world_free(*state); }

static const json_t *list(const Person *person, const char *section, const char *name) {
    return json_object_get(person_section(person, section), name);
}

static size_t count(const Person *person, const char *section, const char *name) {
    return json_array_size(list(person, section, name));
}

static bool holds(const Person *person, const char *name, const char *text) {
    const json_t *all = list(person, "seat", name);
    for (size_t i = 0; i < json_array_size(all); i++) {
        const char *one = json_string_value(json_array_get(all, i));
        if (one && strcmp(one, text) == 0) return true;
    }
    return false;
}

static PhaseDoes step_does(const HallWorld *world) {
    const Session *session = console_session(world);
    return session->state.status == STATUS_RUNNING
                   ? (PhaseDoes)session->def->phases[session->state.phase].does
                   : DOES_NOTHING;
}

static void the_case_asks_at_its_times(void **state) {
    HallWorld *world = *state;
    Person *console = console_come(world), *one = person_join(world, 1, "play");
    Person *watcher = person_join(world, 2, "observe");
    hall_world_turn(world);
    assert_int_equal(count(one, "seat", "prompts"), 0);
    hall_world_console(world, COMMAND_START);
    assert_int_equal(count(one, "seat", "prompts"), 1);
    assert_int_equal(count(watcher, "seat", "prompts"), 1);
    assert_int_equal(count(one, "seat", "quiz"), 0);
    for (int32_t i = 0; i < 20 && step_does(world) != DOES_REFLECT; i++)
        assert_true(console_do(world, console, "next", "", ""));
    assert_true(holds(one, "prompts",
            "Who changed your mind this round? Did you notice at the time?"));
    assert_true(console_do(world, console, "next", "", ""));
    assert_int_equal(count(one, "seat", "prompts"), 0);
    assert_true(console_do(world, console, "end", "", ""));
    assert_int_equal(count(one, "seat", "prompts"), 2);
    assert_true(count(one, "seat", "quiz") >= 5);
    const json_t *first = json_array_get(list(one, "seat", "quiz"), 0);
    assert_int_equal(json_integer_value(json_object_get(first, "right")), 2);
}

static void what_is_shared_brings_the_question_of_the_case(void **state) {
    HallWorld *world = *state;
    Person *console = console_come(world), *one = person_join(world, 1, "play");
    hall_world_turn(world);
    hall_world_console(world, COMMAND_START);
    assert_null(list(one, "show", "debrief"));
    assert_true(console_do(world, console, "end", "", ""));
    assert_true(console_do(world, console, "debrief", "\"what\":\"share\",\"n\":3", ""));
    assert_true(console_do(world, console, "debrief", "\"what\":\"view\",\"n\":1", ""));
    const json_t *debrief = list(one, "show", "debrief");
    const json_t *asks = json_object_get(debrief, "asks");
    assert_int_equal(json_array_size(asks), 2);
    const json_t *turning = json_array_get(asks, 0), *means = json_array_get(asks, 1);
    assert_int_equal(json_integer_value(json_object_get(turning, "view")), 1);
    assert_int_equal(json_integer_value(json_object_get(means, "view")), 3);
    assert_string_equal(json_string_value(json_object_get(means, "text")),
            "Who moved more than their means would let you expect?");
    assert_true(console_do(world, console, "debrief", "\"what\":\"unshare\",\"n\":3", ""));
    debrief = list(one, "show", "debrief");
    assert_int_equal(json_array_size(json_object_get(debrief, "shared")), 0);
    assert_int_equal(json_array_size(json_object_get(debrief, "asks")), 1);
}

static void an_undone_act_is_named_to_its_own_seat_only(void **state) {
    HallWorld *world = *state;
    Person *console = console_come(world), *one = person_join(world, 1, "play");
    Person *two = person_join(world, 2, "play");
    char token[32];
    hall_world_turn(world);
    hall_world_console(world, COMMAND_START);
    static const char act[] = "{\"t\":\"cmd\",\"id\":\"%s\",\"do\":\"seat.expect\","
                              "\"args\":{\"value\":1}}";
    char text[200];
    snprintf(text, sizeof text, act, "one-1");
    person_say(world, one, text);
    snprintf(text, sizeof text, act, "two-1");
    person_say(world, two, text);
    hall_world_turn(world);
    assert_int_equal(count(one, "seat", "undone"), 0);
    assert_true(console_do(world, console, "undo", "\"n\":2", ""));
    assert_true(holds(one, "undone", "one-1") && holds(two, "undone", "two-1"));
    assert_false(holds(one, "undone", "two-1") || holds(two, "undone", "one-1"));
    snprintf(token, sizeof token, "%s", one->token);
    hall_world_restart(world);
    one = person_return(world, token);
    assert_true(holds(one, "undone", "one-1"));
}

int main(void) {
    const struct CMUnitTest tests[] = {
            cmocka_unit_test_setup_teardown(the_case_asks_at_its_times, setup, teardown),
            cmocka_unit_test_setup_teardown(
                    what_is_shared_brings_the_question_of_the_case, setup, teardown),
            cmocka_unit_test_setup_teardown(
                    an_undone_act_is_named_to_its_own_seat_only, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
