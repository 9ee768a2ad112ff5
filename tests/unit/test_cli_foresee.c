// tests/unit/test_cli_foresee.c — what an act would cost: asked once it stands still, answered by its own name, asked again when the table moved. Never: a host.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "cli/desk_foresee.h"
#include "wire/action_write.h"
#include <string.h>

static Bytes bytes(const char *text) {
    return (Bytes){(const uint8_t *)text, strlen(text)};
}

static Command act(int32_t target) {
    Command command = {.kind = COMMAND_ACT};
    command.act.target = (Thing){KIND_ACTOR, (uint8_t)target};
    return command;
}

static const char ANSWER[] =
        "{\"t\":\"forecast\",\"id\":\"a-1\",\"open\":true,\"cost\":[\"2 Money\"],"
        "\"likely\":[\"Public +4\",\"Hint +6\"],\"unknown\":[\"Hint\"],\"warn\":[]}";

static void test_lines_are_read(void **state) {
    (void)state;
    Region region = {0};
    Forecast seen;
    forecast_read(bytes(ANSWER), &region, &seen);
    assert_true(seen.open);
    assert_string_equal(seen.cost, "2 Money");
    assert_string_equal(seen.warn, "");
    assert_string_equal(seen.closed, "");
    assert_int_equal(seen.likely_count, 2);
    assert_string_equal(seen.likely[1], "Hint +6");
    assert_int_equal(seen.unknown_count, 1);
    forecast_read(bytes("{\"t\":\"forecast\",\"open\":false,\"code\":\"resource\",\"text\":"
                        "\"Costs 3 money, you have 1.\",\"likely\":[7,null,\"\"]}"),
            &region, &seen);
    assert_false(seen.open);
    assert_string_equal(seen.closed, "Costs 3 money, you have 1.");
    assert_int_equal(seen.likely_count, 0);
    region_clear(&region);
}

// More lines than a sheet has room for, wrong kinds, no message at all: still texts, still within bounds.
static void test_any_bytes_are_a_forecast(void **state) {
    (void)state;
    static const char *const ODD[] = {"", "[]", "{\"likely\":{},\"cost\":3}",
            "{\"likely\":[\"a\",\"b\",\"c\",\"d\",\"e\",\"f\",\"g\",\"h\",\"i\",\"j\"]}"};
    for (size_t i = 0; i < ARRAY_COUNT(ODD); i++) {
        Region region = {0};
        Forecast seen;
        forecast_read(bytes(ODD[i]), &region, &seen);
        assert_true(seen.likely_count <= FORECAST_LINES_MAX);
        assert_string_equal(seen.cost, "");
        assert_string_equal(seen.closed, "");
        assert_false(seen.open);
        region_clear(&region);
    }
}

static void test_a_sheet_is_asked_about_when_it_stands_still(void **state) {
    (void)state;
    DeskForesee foresee = {0};
    Command first = act(1), second = act(2);
    assert_false(desk_foresee_due(&foresee, 5000)); // nothing is open
    assert_null(desk_foresee_want(&foresee, &first, 1000));
    assert_false(desk_foresee_due(&foresee, 1100));
    assert_null(desk_foresee_want(&foresee, &second, 1200)); // still being filled in
    assert_false(desk_foresee_due(&foresee, 1300));
    assert_true(desk_foresee_due(&foresee, 1500));
    desk_foresee_asked(&foresee, "a-1");
    assert_false(desk_foresee_due(&foresee, 9000)); // once is enough
    assert_false(desk_foresee_hear(&foresee, "a-0", bytes(ANSWER)));
    assert_null(desk_foresee_want(&foresee, &second, 1600));
    assert_true(desk_foresee_hear(&foresee, "a-1", bytes(ANSWER)));
    const Forecast *seen = desk_foresee_want(&foresee, &second, 1700);
    assert_non_null(seen);
    assert_string_equal(seen->likely[0], "Public +4");
    // Another target: the old answer is none for it, also when it comes late.
    assert_null(desk_foresee_want(&foresee, &first, 1800));
    assert_false(desk_foresee_hear(&foresee, "a-1", bytes(ANSWER)));
    desk_foresee_forget(&foresee);
}

static void test_a_moved_table_is_asked_again(void **state) {
    (void)state;
    DeskForesee foresee = {0};
    Command command = act(1);
    desk_foresee_stale(&foresee, 900);
    assert_false(desk_foresee_due(&foresee, 5000));
    assert_null(desk_foresee_want(&foresee, &command, 1000));
    desk_foresee_asked(&foresee, "a-1");
    assert_true(desk_foresee_hear(&foresee, "a-1", bytes(ANSWER)));
    desk_foresee_stale(&foresee, 2000);
    assert_non_null(desk_foresee_want(&foresee, &command, 2100)); // no flicker meanwhile
    assert_true(desk_foresee_due(&foresee, 2400));
    // The next step is another question.
    command.at_round = 2;
    assert_null(desk_foresee_want(&foresee, &command, 2500));
    desk_foresee_forget(&foresee);
    assert_false(desk_foresee_due(&foresee, 9000));
}

// The question names the act as sending it would, and nothing else.
static void test_a_question_is_the_act_itself(void **state) {
    (void)state;
    ViewMove moves[] = {
            {.id = "engage", .index = 3, .kind = MOVE_VERB}
    };
    View view = {.at = "r1.action", .deck = moves, .deck_count = 1};
    Buffer question = {0};
    Command command = act(4);
    command.act.move = 3;
    command.act.side = -1;
    command.act.arena = NONE;
    assert_true(action_write_probe(&view, &command, "a-7", &question));
    assert_string_equal(question.data,
            "{\"t\":\"probe\",\"id\":\"a-7\",\"do\":\"verb.engage\",\"args\":{\"kind\":1,"
            "\"target\":4,\"side\":\"against\",\"bid\":0}}");
    command.act.move = 9;
    assert_false(action_write_probe(&view, &command, "a-8", &question));
    buffer_free(&question);
}

int main(void) {
    const struct CMUnitTest tests[] = {
            cmocka_unit_test(test_lines_are_read),
            cmocka_unit_test(test_any_bytes_are_a_forecast),
            cmocka_unit_test(test_a_sheet_is_asked_about_when_it_stands_still),
            cmocka_unit_test(test_a_moved_table_is_asked_again),
            cmocka_unit_test(test_a_question_is_the_act_itself),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
