// tests/unit/test_host_ready.c — before a workshop begins and after it ends: the content note, the lamps of case and board, doors after a restart, who comes too late. Never: a rule of the game.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "console_world.h"
#include "host/closing.h"

typedef struct Stage {
    HallWorld *world;
    Person *console, *one;
} Stage;

static Stage stage;
static HallFacts told;

static HallFacts facts(void *context) {
    (void)context;
    return told;
}

static void begin(const char *pack) {
    told = (HallFacts){
            .address = "http://10.0.0.9:8080", .folder = "sessions", .free_bytes = -1};
    stage.world = hall_world_make(pack, 3);
    hall_tell(stage.world->hall, facts, NULL);
    stage.console = console_come(stage.world);
    stage.one = person_join(stage.world, 1, "play");
    hall_world_turn(stage.world);
}

static void end(void) { assert_int_equal(hall_world_free(stage.world), 0); }

static bool start(void) {
    return console_do(stage.world, stage.console, "start", "\"now\":\"now\"", "");
}

static void wait_s(int32_t seconds) {
    HallWorld *world = stage.world;
    for (int32_t i = 0; i < 5 * seconds; i++) {
        hall_world_turn(world);
        world->events.tick(world->events.context, world->now_ms);
    }
}

static const json_t *care(void) {
    return json_object_get(person_section(stage.console, "run"), "care");
}

// The case about violence at home asks for it.
static void a_case_that_asks_begins_only_after_its_note(void **state) {
    (void)state;
    begin("scenarios/safe-homes-bill");
    wait_s(3);
    assert_true(json_array_size(json_object_get(care(), "lines"))
                >= 3); // note, way out, lines to call
    assert_true(json_is_true(json_object_get(care(), "due")));
    assert_null(person_section(stage.one, "run"));
    assert_false(start());
    assert_string_equal(person_text(stage.console, "refused", "code"), "care_first");
    assert_int_equal(console_session(stage.world)->state.status, STATUS_LOBBY);
    assert_true(console_do(stage.world, stage.console, "care", "", ""));
    assert_int_equal(console_line(stage.world)->kind, EVENT_CARE);
    assert_true(json_is_true(json_object_get(care(), "done")));
    assert_true(start());
    assert_int_not_equal(console_session(stage.world)->state.status, STATUS_LOBBY);
    end();
}

static void its_word_outlives_a_restart(void **state) {
    (void)state;
    begin("scenarios/safe-homes-bill");
    assert_true(console_do(stage.world, stage.console, "care", "", ""));
    hall_world_restart(stage.world);
    stage.console = console_come(stage.world);
    assert_true(start());
    end();
}

// Another case shows its note and begins without a word; people are reminded once.
static void people_are_reminded_when_it_begins(void **state) {
    (void)state;
    begin("scenarios/riverside-link");
    wait_s(3);
    assert_true(json_array_size(json_object_get(care(), "lines")) >= 2);
    assert_null(json_object_get(care(), "due"));
    assert_true(start());
    assert_string_equal(person_text(stage.one, "notice", "key"), "consent");
    assert_string_equal(person_text(stage.one, "notice", "level"), "info");
    assert_null(person_got(stage.console, "notice"));
    wait_s(3);
    assert_null(care()); // nothing to read aloud any more
    end();
}

static const char *lamp(const char *name, int64_t *level) {
    const json_t *lamps = json_object_get(person_section(stage.console, "health"), "lamps");
    for (size_t i = 0; i < json_array_size(lamps); i++) {
        const json_t *one = json_array_get(lamps, i);
        if (strcmp(json_string_value(json_object_get(one, "name")), name) != 0) continue;
        *level = json_integer_value(json_object_get(one, "level"));
        return json_string_value(json_object_get(one, "text"));
    }
    return "";
}

static void lamps_of_case_and_board(void **state) {
    int64_t level = -1;
    (void)state;
    begin("scenarios/riverside-link");
    wait_s(3);
    assert_non_null(strstr(lamp("Case", &level), "Riverside Link, version "));
    assert_int_equal(level, 0);
    assert_string_equal(
            lamp("Board", &level), ""); // a host without windows says nothing of it
    told.board = "";
    wait_s(3);
    assert_non_null(strstr(lamp("Board", &level), "not open"));
    assert_int_equal(level, 1);
    told.board = "HDMI-1";
    wait_s(3);
    assert_non_null(strstr(lamp("Board", &level), "HDMI-1"));
    assert_int_equal(level, 0);
    end();
}

static void a_seat_code_is_told_to_who_leads(void **state) {
    char text[120];
    (void)state;
    begin("scenarios/riverside-link");
    Person *phone = person_come(stage.world);
    person_say(stage.world, phone, "{\"t\":\"hello\",\"v\":1,\"kind\":\"seat\"}");
    snprintf(text, sizeof text, "{\"t\":\"code\",\"cid\":\"%022d\",\"code\":\"%s\"}", 77,
            stage.one->code);
    person_say(stage.world, phone, text);
    assert_non_null(person_got(phone, "seated"));
    assert_string_equal(person_text(stage.console, "notice", "key"), "other_device");
    assert_non_null(strstr(person_text(stage.console, "notice", "text"), "P1"));
    assert_int_equal(stage.one->closed_with, 4004); // and the device before
    end();
}

// No address is kept: who was sent away for good and has forgotten the place knocks because everybody new does.
static void after_a_restart_everybody_new_knocks_when_somebody_is_blocked(void **state) {
    char args[60];
    (void)state;
    begin("scenarios/riverside-link");
    snprintf(args, sizeof args, "\"seat\":%d,\"block\":\"block\"", stage.one->seat);
    assert_true(console_do(stage.world, stage.console, "remove", args, ""));
    assert_false(stage.world->party->seats.locked);
    hall_world_restart(stage.world);
    assert_true(stage.world->party->seats.locked);
    Person *stranger = person_join(stage.world, 44, "play");
    assert_string_equal(person_text(stranger, "waiting", "why"), "knock");
    stage.console = console_come(stage.world);
    assert_true(console_do(stage.world, stage.console, "lock", "\"how\":\"off\"", ""));
    end();
}

static void without_a_blocked_person_the_door_stays_open(void **state) {
    char args[60];
    (void)state;
    begin("scenarios/riverside-link");
    snprintf(args, sizeof args, "\"seat\":%d", stage.one->seat);
    assert_true(console_do(stage.world, stage.console, "remove", args, ""));
    hall_world_restart(stage.world);
    assert_false(stage.world->party->seats.locked);
    end();
}

// 2026-11-22 at noon, wherever this machine stands.
static const int64_t NOON = INT64_C(1795348800000);

static void who_comes_too_late_hears_when_it_ended(void **state) {
    char day[40];
    (void)state;
    begin("scenarios/riverside-link");
    stage.world->now_ms = NOON;
    assert_true(start());
    assert_true(console_do(stage.world, stage.console, "close", "", ""));
    wait_s(4);
    for (int32_t i = 0; i < 2; i++) {
        Person *late = person_join(stage.world, 50 + i, "play");
        assert_string_equal(person_text(late, "refused", "code"), "over");
        assert_true(clock_stamp(NOON, day, sizeof day));
        day[10] = 0; // the day
        assert_non_null(strstr(person_text(late, "refused", "text"), day));
        assert_int_equal(late->seat, 0);
        hall_world_restart(stage.world);
        stage.world->now_ms =
                NOON + INT64_C(5) * 24 * 3600 * 1000; // days later it is still that day
        wait_s(4);
    }
    const Journal *journal = &console_session(stage.world)->journal;
    assert_int_equal(closing_days(journal, NOON + INT64_C(90000000) * 30, day), 31);
    assert_int_equal(
            closing_days(journal, NOON - 86400000, day), -1); // a clock that was set back
    end();
}

static void an_open_session_has_no_day_of_closing(void **state) {
    char day[40];
    (void)state;
    begin("scenarios/riverside-link");
    assert_true(start());
    wait_s(3);
    assert_int_equal(closing_days(&console_session(stage.world)->journal, NOON, day), -1);
    end();
}

int main(void) {
    const struct CMUnitTest tests[] = {
            cmocka_unit_test(a_case_that_asks_begins_only_after_its_note),
            cmocka_unit_test(its_word_outlives_a_restart),
            cmocka_unit_test(people_are_reminded_when_it_begins),
            cmocka_unit_test(lamps_of_case_and_board),
            cmocka_unit_test(a_seat_code_is_told_to_who_leads),
            cmocka_unit_test(after_a_restart_everybody_new_knocks_when_somebody_is_blocked),
            cmocka_unit_test(without_a_blocked_person_the_door_stays_open),
            cmocka_unit_test(who_comes_too_late_hears_when_it_ended),
            cmocka_unit_test(an_open_session_has_no_day_of_closing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
