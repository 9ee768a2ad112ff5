// tests/unit/test_host_lamps.c — sections run and health of a console: prompts, who is waited for, the plan, lamps that go on and off. Never: a socket.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "console_world.h"
#include "wire/console_view.h"

enum { MIB = 1024 * 1024 };

static HallFacts told; // what the program around the hall says

static HallFacts facts(void *context) {
    (void)context;
    return told;
}

typedef struct Stage {
    HallWorld *world;
    Person *console, *one, *two;
} Stage;

static int setup(void **state) {
    Stage *stage = calloc(1, sizeof *stage);
    ASSERT(stage);
    stage->world = hall_world_make("scenarios/riverside-link", 5);
    told = (HallFacts){.address = "http://10.0.0.5:8080/j",
            .folder = "sessions",
            .free_bytes = INT64_C(31) << 30,
            .network = "Hall"};
    stage->one = person_join(stage->world, 1, "play");
    stage->two = person_join(stage->world, 2, "play");
    stage->console = console_come(stage->world);
    *state = stage;
    return 0;
}

static int teardown(void **state) {
    Stage *stage = *state;
    int result = hall_world_free(stage->world);
    free(stage);
    return result;
}

// As time goes by the transport ticks.
static void wait_s(const Stage *stage, int32_t seconds) {
    for (int32_t i = 0; i < 4 * seconds; i++) {
        stage->world->now_ms += 250;
        stage->world->events.tick(stage->world->events.context, stage->world->now_ms);
    }
}

static const char *run_text(const Stage *stage, const char *key) {
    const char *text =
            json_string_value(json_object_get(person_section(stage->console, "run"), key));
    return text ? text : "";
}

static const json_t *lamp(const Stage *stage, const char *name) {
    const json_t *lamps =
            json_object_get(person_section(stage->console, "health"), "lamps");
    for (size_t i = 0; i < json_array_size(lamps); i++) {
        const json_t *one = json_array_get(lamps, i);
        if (strcmp(json_string_value(json_object_get(one, "name")), name) == 0) return one;
    }
    fail_msg("no lamp %s", name);
    return NULL;
}

static int64_t level(const Stage *stage, const char *name) {
    return json_integer_value(json_object_get(lamp(stage, name), "level"));
}

static const char *text_of(const Stage *stage, const char *name) {
    return json_string_value(json_object_get(lamp(stage, name), "text"));
}

static void go_to_news(const Stage *stage) {
    assert_true(console_do(stage->world, stage->console, "start", "\"now\":\"now\"", ""));
    assert_true(console_do(stage->world, stage->console, "next", "", ""));
    assert_int_equal(console_session(stage->world)->state.status, STATUS_RUNNING);
}

static void the_case_prompts_who_leads(void **state) {
    const Stage *stage = *state;
    assert_string_equal(run_text(stage, "prompt"), "");
    go_to_news(stage);
    assert_true(strlen(run_text(stage, "prompt")) > 20);
    assert_null(person_section(stage->one, "run")); // and nobody else
    assert_null(person_section(stage->one, "health"));
}

static void who_is_waited_for_is_named(void **state) {
    const Stage *stage = *state;
    const Session *session = console_session(stage->world);
    go_to_news(stage);
    const json_t *waits = json_object_get(person_section(stage->console, "run"), "waits");
    assert_int_equal(json_array_size(waits), 2);
    const char *name = def_text(session->def,
            session->def->actors[party_actor(stage->world->party, stage->one->seat)]
                    .names.id);
    seat_do(stage->world, stage->one, "done", "", "");
    waits = json_object_get(person_section(stage->console, "run"), "waits");
    assert_int_equal(json_array_size(waits), 1);
    assert_int_equal(json_integer_value(json_array_get(waits, 0)),
            party_actor(stage->world->party, stage->two->seat));
    assert_null(strstr(run_text(stage, "waiting"), name));
}

static void minutes_are_counted_and_the_plan_has_a_lamp(void **state) {
    const Stage *stage = *state;
    go_to_news(stage);
    assert_non_null(strstr(run_text(stage, "spent"), " 0 "));
    wait_s(stage, 125);
    assert_non_null(strstr(run_text(stage, "spent"), " 2 "));
    assert_string_equal(run_text(stage, "plan"), "");
    char args[80];
    const State *now = &console_session(stage->world)->state;
    int32_t minute = clock_second_of_day(stage->world->now_ms) / 60 + 20;
    snprintf(args, sizeof args, "\"finish\":\"%02d:%02d\",\"debrief\":\"10m\"",
            (int)(minute / 60 % 24), (int)(minute % 60));
    assert_true(console_do(stage->world, stage->console, "plan", args, ""));
    assert_true(now->steer.plan_finish > 0);
    const json_t *run = person_section(stage->console, "run");
    assert_int_equal(json_integer_value(json_object_get(run, "level")), 2);
    assert_true(*run_text(stage, "plan"));
    const json_t *ready = json_object_get(run, "ready");
    assert_true(json_array_size(ready) >= 2);
    const json_t *last = json_array_get(ready, json_array_size(ready) - 1);
    snprintf(args, sizeof args, "\"use\":%d",
            (int)json_integer_value(json_object_get(last, "n")));
    assert_true(console_do(stage->world, stage->console, "pilot", args, ""));
    assert_int_equal(now->status, STATUS_DEBRIEF);
    assert_string_equal(run_text(stage, "plan"), "");
}

static void lamps_tell_of_people_and_devices(void **state) {
    const Stage *stage = *state;
    wait_s(stage, 3);
    assert_int_equal(level(stage, "People"), 0);
    assert_string_equal(text_of(stage, "People"), "2 of 2 connected.");
    stage->two->queued = 1 << 20; // does not read
    assert_true(console_do(
            stage->world, stage->console, "broadcast", "", "\"text\":\"hello\""));
    wait_s(stage, 3);
    assert_int_equal(level(stage, "People"), 1);
    assert_string_equal(text_of(stage, "People"), "2 of 2 connected, 1 slow.");
    person_go(stage->world, stage->one);
    wait_s(stage, 3);
    assert_string_equal(text_of(stage, "People"), "1 of 2 connected, 1 slow.");
}

static void lamps_tell_of_disk_and_address(void **state) {
    const Stage *stage = *state;
    hall_tell(stage->world->hall, facts, NULL);
    wait_s(stage, 3);
    assert_int_equal(level(stage, "Disk"), 0);
    assert_string_equal(text_of(stage, "Disk"), "31 GB free in sessions");
    assert_int_equal(level(stage, "Address"), 0);
    assert_non_null(strstr(text_of(stage, "Address"), "Hall. Others"));
    told.hotspot = 1;
    wait_s(stage, 3);
    assert_non_null(strstr(text_of(stage, "Address"), "an iPhone"));
    told.address = "https://play.example.org";
    wait_s(stage, 3);
    assert_null(strstr(text_of(stage, "Address"), "Others")); // nobody can read along there
    told.free_bytes = INT64_C(900) * MIB;
    wait_s(stage, 3);
    assert_int_equal(level(stage, "Disk"), 1);
    assert_string_equal(text_of(stage, "Disk"), "900 MB free in sessions");
    told.free_bytes = INT64_C(100) * MIB;
    told.only_here = true;
    wait_s(stage, 3);
    assert_int_equal(level(stage, "Disk"), 2);
    assert_int_equal(level(stage, "Address"), 2);
    assert_int_equal(level(stage, "Copies"), 1);
}

static void the_power_lamp_tells_of_the_battery(void **state) {
    const Stage *stage = *state;
    hall_tell(stage->world->hall, facts, NULL);
    told.power = POWER_MAINS;
    wait_s(stage, 3);
    assert_int_equal(level(stage, "Power"), 0);
    told.power = POWER_BATTERY;
    told.battery = 64;
    wait_s(stage, 3);
    assert_int_equal(level(stage, "Power"), 1);
    assert_non_null(strstr(text_of(stage, "Power"), "64 %"));
    told.battery = 29;
    wait_s(stage, 3);
    assert_int_equal(level(stage, "Power"), 2);
}

static size_t questions(const Stage *stage) {
    return json_array_size(
            json_object_get(person_section(stage->console, "health"), "ask"));
}

// Half a minute after the small square was shown somebody should have scanned it.
static void no_phone_comes_and_the_console_asks_why(void **state) {
    const Stage *stage = *state;
    hall_tell(stage->world->hall, facts, NULL);
    wait_s(stage, 40);
    assert_int_equal(level(stage, "Phones"), 1); // nobody was asked to try
    assert_true(console_do(stage->world, stage->console, "board",
            "\"what\":\"show\",\"item\":\"check\"", ""));
    wait_s(stage, 28);
    assert_int_equal(level(stage, "Phones"), 1);
    assert_int_equal(questions(stage), 0);
    wait_s(stage, 5);
    assert_int_equal(level(stage, "Phones"), 2);
    assert_int_equal(questions(stage), 3);
    const json_t *asks = json_object_get(person_section(stage->console, "health"), "ask");
    assert_non_null(strstr(json_string_value(json_array_get(asks, 0)), "Hall"));
    assert_non_null(strstr(json_string_value(json_array_get(asks, 2)), "hotspot"));
    // A phone on this very machine proves nothing; one from elsewhere does, and tells how fast.
    Person *inside = person_come_from(stage->world, true);
    static const char HELLO[] =
            "{\"t\":\"hello\",\"v\":1,\"kind\":\"seat\",\"app\":\"check\"}";
    person_say(stage->world, inside, HELLO);
    person_say(stage->world, inside, "{\"t\":\"ping\",\"n\":7}");
    wait_s(stage, 3);
    assert_int_equal(level(stage, "Phones"), 2);
    Person *phone = person_come_from(stage->world, false);
    person_say(stage->world, phone, HELLO);
    person_say(stage->world, phone, "{\"t\":\"ping\",\"n\":34}");
    wait_s(stage, 3);
    assert_int_equal(level(stage, "Phones"), 0);
    assert_non_null(strstr(text_of(stage, "Phones"), "34 ms"));
    assert_int_equal(questions(stage), 0);
}

static void the_record_lamp_tells_the_newest_step(void **state) {
    const Stage *stage = *state;
    assert_true(console_do(stage->world, stage->console, "note", "", "\"text\":\"a\""));
    wait_s(stage, 3);
    char step[40];
    snprintf(step, sizeof step, "step %d.", (int)console_session(stage->world)->seq);
    assert_int_equal(level(stage, "Record"), 0);
    assert_non_null(strstr(text_of(stage, "Record"), step));
}

// Nothing happens: a console that has read everything is sent nothing.
static void an_idle_console_is_sent_nothing(void **state) {
    const Stage *stage = *state;
    wait_s(stage, 30); // until everybody sleeps
    size_t before = stage->console->bytes;
    wait_s(stage, 20);
    assert_int_equal(stage->console->bytes, before);
}

int main(void) {
    const struct CMUnitTest tests[] = {
            cmocka_unit_test_setup_teardown(the_case_prompts_who_leads, setup, teardown),
            cmocka_unit_test_setup_teardown(who_is_waited_for_is_named, setup, teardown),
            cmocka_unit_test_setup_teardown(
                    minutes_are_counted_and_the_plan_has_a_lamp, setup, teardown),
            cmocka_unit_test_setup_teardown(
                    lamps_tell_of_people_and_devices, setup, teardown),
            cmocka_unit_test_setup_teardown(
                    lamps_tell_of_disk_and_address, setup, teardown),
            cmocka_unit_test_setup_teardown(
                    the_power_lamp_tells_of_the_battery, setup, teardown),
            cmocka_unit_test_setup_teardown(
                    no_phone_comes_and_the_console_asks_why, setup, teardown),
            cmocka_unit_test_setup_teardown(
                    the_record_lamp_tells_the_newest_step, setup, teardown),
            cmocka_unit_test_setup_teardown(
                    an_idle_console_is_sent_nothing, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
