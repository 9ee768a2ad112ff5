// tests/unit/test_host_news.c — in a long game a new line of news travels alone, and the oldest line counts all its times. Never: a rule.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "hall_world.h"

enum { PEOPLE = 8, MOVES = 10, ROUNDS = 7 };

static void take_turn(HallWorld *world, Person *person, int32_t number) {
    char text[120];
    snprintf(text, sizeof text,
            "{\"t\":\"cmd\",\"id\":\"c%d\",\"do\":\"verb.count\",\"args\":{}}",
            (int)number);
    world->now_ms += 1000;
    person_say(world, person, text);
    assert_non_null(person_got(person, "ack"));
}

// The times of a line; one that happened once does not say so.
static int64_t times(const json_t *line) {
    const json_t *count = json_object_get(line, "times");
    return count ? json_integer_value(count) : 1;
}

static void a_new_line_travels_alone(void **state) {
    (void)state;
    HallWorld *world = hall_world_make("tests/packs/load-turns", 5);
    Person *people[PEOPLE];
    int32_t number = 0;
    for (int32_t i = 0; i < PEOPLE; i++)
        people[i] = person_join(world, i, "play");
    hall_world_console(world, COMMAND_START);
    for (int32_t i = 0; i < PEOPLE; i++)
        person_say(world, people[i], "{\"t\":\"cmd\",\"id\":\"d\",\"do\":\"seat.done\"}");
    for (int32_t round = 0; round < ROUNDS; round++) {
        for (int32_t turn = 0; turn < PEOPLE * MOVES; turn++) {
            uint8_t actor = party_session(world->party)->state.turn_actor;
            for (int32_t i = 0; i < PEOPLE; i++) {
                if (party_actor(world->party, people[i]->seat) != actor) continue;
                take_turn(world, people[i], number++);
                break;
            }
            const json_t *delta = person_got(people[0], "delta");
            const json_t *whole = json_object_get(json_object_get(delta, "s"), "news");
            if (round == ROUNDS - 1) assert_null(whole);
        }
    }
    const json_t *lines = json_object_get(person_section(people[0], "news"), "items");
    assert_int_equal(json_array_size(lines), 40);
    for (size_t i = 0; i < json_array_size(lines); i++)
        assert_int_equal(times(json_array_get(lines, i)), MOVES);
    assert_int_equal(hall_world_free(world), 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(a_new_line_travels_alone)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
