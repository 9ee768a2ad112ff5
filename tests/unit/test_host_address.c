// tests/unit/test_host_address.c — the host's network changes in the middle of a game: clocks stand, the board shows the way back in. Never: a socket.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "console_world.h"

static HallFacts told; // what the program around the hall says

static HallFacts facts(void *context) {
    (void)context;
    return told;
}

typedef struct Stage {
    HallWorld *world;
    Person *console, *one, *board;
} Stage;

static Person *board_come(HallWorld *world) {
    Person *board = person_come(world);
    char text[120];
    snprintf(text, sizeof text, "{\"t\":\"resume\",\"token\":\"%s\"}",
            world->party->seats.board);
    person_say(world, board, "{\"t\":\"hello\",\"v\":1,\"kind\":\"board\"}");
    person_say(world, board, text);
    return board;
}

static void wait_s(const Stage *stage, int32_t seconds) {
    for (int32_t i = 0; i < 4 * seconds; i++) {
        stage->world->now_ms += 250;
        stage->world->events.tick(stage->world->events.context, stage->world->now_ms);
    }
}

static int setup(void **state) {
    Stage *stage = calloc(1, sizeof *stage);
    ASSERT(stage);
    stage->world = hall_world_make("scenarios/riverside-link", 5);
    told = (HallFacts){.address = "http://10.0.0.5:8080",
            .folder = "sessions",
            .free_bytes = -1,
            .network = "Hall"};
    hall_tell(stage->world->hall, facts, NULL);
    stage->one = person_join(stage->world, 1, "play");
    stage->console = console_come(stage->world);
    stage->board = board_come(stage->world);
    wait_s(stage, 3);
    *state = stage;
    return 0;
}

static int teardown(void **state) {
    Stage *stage = *state;
    int result = hall_world_free(stage->world);
    free(stage);
    return result;
}

static void begin(const Stage *stage) {
    assert_true(console_do(stage->world, stage->console, "start", "\"now\":\"now\"", ""));
    wait_s(stage, 3);
    assert_false(console_session(stage->world)->state.paused);
}

static bool says(const Person *person, const char *flag) {
    return json_is_true(json_object_get(person_section(person, "join"), flag));
}

static const State *now(const Stage *stage) {
    return &console_session(stage->world)->state;
}

static void another_address_stops_the_clocks(void **state) {
    const Stage *stage = *state;
    begin(stage);
    told.address = "http://172.20.10.2:8080";
    wait_s(stage, 3);
    assert_int_equal(now(stage)->paused, PAUSED_STANDS);
    assert_int_equal(now(stage)->steer.pause_why, PAUSE_ADDRESS);
    assert_true(says(stage->board, "moved"));
    assert_string_equal(
            json_string_value(json_object_get(person_got(stage->console, "notice"), "key")),
            "address");
    const json_t *call = json_array_get(
            json_object_get(person_section(stage->console, "talk"), "inbox"), 0);
    assert_string_equal(json_string_value(json_object_get(call, "kind")), "alert");
    assert_non_null(
            strstr(json_string_value(json_object_get(call, "text")), "172.20.10.2"));
    assert_null(person_section(stage->one, "join")); // a seat is told nothing of it
    assert_true(console_do(stage->world, stage->console, "resume", "", ""));
    assert_false(says(stage->board, "moved"));
    wait_s(stage, 10);
    assert_false(now(stage)->paused); // said once
}

static void no_phone_has_reached_the_new_one(void **state) {
    const Stage *stage = *state;
    Person *phone = person_come_from(stage->world, false);
    person_say(stage->world, phone,
            "{\"t\":\"hello\",\"v\":1,\"kind\":\"seat\",\"app\":\"check\"}");
    assert_true(says(stage->console, "reached"));
    told.address = "http://172.20.10.2:8080";
    wait_s(stage, 3);
    assert_false(says(stage->console, "reached"));
    assert_false(now(stage)->paused); // in the lobby no clock runs
}

static void a_first_network_takes_nobody_out(void **state) {
    const Stage *stage = *state;
    told = (HallFacts){.address = "http://localhost:8080",
            .folder = "sessions",
            .free_bytes = -1,
            .only_here = true};
    wait_s(stage, 3);
    begin(stage);
    told.only_here = false;
    told.address = "http://10.0.0.9:8080";
    wait_s(stage, 3);
    assert_false(now(stage)->paused);
}

static void choose(void *context) {
    (void)context;
    told.address = "http://192.168.7.7:8080";
}

static void who_leads_chooses_without_a_pause(void **state) {
    const Stage *stage = *state;
    begin(stage);
    hall_choose(stage->world->hall, choose);
    assert_true(console_do(stage->world, stage->console, "address", "", ""));
    assert_int_equal(console_line(stage->world)->kind, EVENT_ADDRESS_CHOSEN);
    assert_non_null(strstr(
            json_string_value(json_object_get(person_got(stage->console, "ack"), "text")),
            "192.168.7.7"));
    wait_s(stage, 5);
    assert_false(now(stage)->paused);
}

int main(void) {
    const struct CMUnitTest tests[] = {
            cmocka_unit_test_setup_teardown(
                    another_address_stops_the_clocks, setup, teardown),
            cmocka_unit_test_setup_teardown(
                    no_phone_has_reached_the_new_one, setup, teardown),
            cmocka_unit_test_setup_teardown(
                    a_first_network_takes_nobody_out, setup, teardown),
            cmocka_unit_test_setup_teardown(
                    who_leads_chooses_without_a_pause, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
