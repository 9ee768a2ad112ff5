// tests/unit/test_host_alone.c — the last person leaves a running game: it pauses itself, and stand-ins play on only when whoever leads says so. Never: a socket.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "console_world.h"

enum { TURNS = 60 };

static const State *now(const HallWorld *world) { return &console_session(world)->state; }

static int setup(void **state) {
    *state = hall_world_make("scenarios/riverside-link", 5);
    return 0;
}

static int teardown(void **state) { return hall_world_free(*state); }

static void let_time_pass(HallWorld *world) {
    for (int32_t i = 0; i < TURNS; i++) {
        world->events.tick(world->events.context, world->now_ms);
        hall_world_turn(world);
    }
}

// The case has a note to be read aloud first.
static void begin(HallWorld *world, Person *console) {
    (void)console_do(world, console, "care", "", "");
    assert_true(console_do(world, console, "start", "\"now\":\"now\"", ""));
    assert_true(now(world)->status != STATUS_LOBBY);
}

static bool was_told(const Person *console) {
    for (int32_t i = 0; i < console->got_count; i++) {
        const char *key = json_string_value(json_object_get(console->got[i], "key"));
        if (key && strcmp(key, "left_alone") == 0) return true;
    }
    return false;
}

static const char *what_is_waited_for(const Person *console) {
    const json_t *run = person_section(console, "run");
    const char *text = json_string_value(json_object_get(run, "waiting"));
    return text ? text : "";
}

static void it_pauses_when_the_last_one_is_sent_away(void **state) {
    HallWorld *world = *state;
    Person *console = console_come(world);
    (void)person_join(world, 1, "play");
    (void)person_join(world, 2, "play");
    begin(world, console);
    assert_true(console_do(world, console, "remove", "\"seat\":1", ""));
    assert_false(now(world)->paused); // somebody is left
    assert_false(was_told(console));
    int32_t round = now(world)->round, phase = now(world)->phase;
    assert_true(console_do(world, console, "remove", "\"seat\":2", ""));
    assert_int_equal(now(world)->paused, PAUSED_STANDS);
    assert_int_equal(now(world)->steer.pause_why, PAUSE_NOBODY);
    assert_true(was_told(console));
    assert_non_null(strstr(what_is_waited_for(console), "Nobody is left"));
    int64_t seq = console_session(world)->seq;
    let_time_pass(world);
    assert_int_equal(console_session(world)->seq, seq); // nobody plays
    assert_int_equal(now(world)->round, round);
    assert_int_equal(now(world)->phase, phase);
    // Whoever leads may let the computer play for all: it is not stopped again.
    assert_true(console_do(world, console, "resume", "", ""));
    let_time_pass(world);
    assert_false(now(world)->paused);
    assert_true(console_session(world)->seq > seq + 1);
    assert_null(strstr(what_is_waited_for(console), "Nobody is left"));
}

static void it_goes_on_when_somebody_comes(void **state) {
    HallWorld *world = *state;
    Person *console = console_come(world);
    (void)person_join(world, 1, "play");
    begin(world, console);
    assert_true(console_do(world, console, "remove", "\"seat\":1", ""));
    assert_true(now(world)->paused);
    (void)person_join(world, 2, "play");
    assert_true(console_do(world, console, "resume", "", ""));
    assert_false(now(world)->paused);
    assert_true(console_do(world, console, "remove", "\"seat\":2", "")); // once more
    assert_int_equal(now(world)->steer.pause_why, PAUSE_NOBODY);
    assert_int_equal(now(world)->paused, PAUSED_STANDS);
}

// A person who only changes places with one who watches leaves nobody behind.
static void a_swap_leaves_nobody_alone(void **state) {
    HallWorld *world = *state;
    Person *console = console_come(world);
    (void)person_join(world, 1, "play");
    (void)person_join(world, 2, "observe");
    begin(world, console);
    (void)console_do(world, console, "swap", "\"seat\":1,\"other\":2", "");
    assert_false(now(world)->paused);
    assert_false(was_told(console));
}

// Nobody ever sat down: it was meant to be played by the computer alone.
static void a_game_without_people_is_not_stopped(void **state) {
    HallWorld *world = *state;
    Person *console = console_come(world);
    begin(world, console);
    let_time_pass(world);
    assert_int_equal(now(world)->status, STATUS_DEBRIEF); // to the end
    assert_false(now(world)->paused);
    assert_false(was_told(console));
}

static void in_the_lobby_people_come_and_go(void **state) {
    HallWorld *world = *state;
    Person *console = console_come(world);
    (void)person_join(world, 1, "play");
    assert_true(console_do(world, console, "remove", "\"seat\":1", ""));
    assert_false(now(world)->paused);
    begin(world, console);
    let_time_pass(world);
    assert_false(now(world)->paused);
}

int main(void) {
#define TEST(f) cmocka_unit_test_setup_teardown(f, setup, teardown)
    const struct CMUnitTest tests[] = {TEST(it_pauses_when_the_last_one_is_sent_away),
            TEST(it_goes_on_when_somebody_comes), TEST(a_swap_leaves_nobody_alone),
            TEST(a_game_without_people_is_not_stopped),
            TEST(in_the_lobby_people_come_and_go)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
