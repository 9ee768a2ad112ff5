// tests/unit/test_host_patience.c — how fast a connection may speak, how often it may guess, how long it may stay without a place: at each limit and one past it. Never: waits for real.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "console_world.h"

static int setup(void **state) {
    *state = hall_world_make("scenarios/riverside-link", 11);
    return 0;
}

static int teardown(void **state) { return hall_world_free(*state); }

static void time_passes(HallWorld *world, int64_t ms) {
    world->now_ms += ms;
    world->events.tick(world->events.context, world->now_ms);
}

#define HELLO "{\"t\":\"hello\",\"v\":1,\"kind\":\"seat\"}"

static void who_never_says_hello_goes(void **state) {
    HallWorld *world = *state;
    Person *mute = person_come(world), *polite = person_come(world);
    person_say(world, polite, HELLO);
    time_passes(world, HALL_HELLO_MS - 1);
    assert_int_equal(mute->closed_with, 0);
    time_passes(world, 1);
    assert_int_equal(mute->closed_with, 4003);
    assert_int_equal(polite->closed_with, 0);
}

static void who_never_takes_a_place_goes(void **state) {
    HallWorld *world = *state;
    Person *idle = person_come(world), *one = person_join(world, 1, "play");
    person_say(world, idle, HELLO);
    time_passes(world, HALL_STRANGER_MS - 1);
    assert_int_equal(idle->closed_with, 0);
    time_passes(world, 1);
    assert_int_equal(idle->closed_with, 4003);
    assert_int_equal(one->closed_with, 0);
}

// How many of so many messages are refused as too fast.
static int32_t refused_of(HallWorld *world, Person *person, int32_t count) {
    int32_t refused = 0;
    for (int32_t i = 0; i < count && !person->closed_with; i++) {
        person_forget(person);
        person_say(world, person, "{\"t\":\"ping\"}");
        refused += strcmp(person_text(person, "refused", "code"), "rate") == 0;
    }
    return refused;
}

static void too_fast_three_times_in_a_minute(void **state) {
    HallWorld *world = *state;
    Person *person = person_come(world);
    person_say(world, person, HELLO);
    assert_int_equal(refused_of(world, person, PACE_BURST - 1), 0); // the hello was one
    assert_int_equal(refused_of(world, person, 5), 5);
    time_passes(world, 1000);
    assert_int_equal(refused_of(world, person, PACE_PER_SECOND), 0);
    assert_int_equal(refused_of(world, person, 1), 1);
    assert_int_equal(person->closed_with, 0);
    time_passes(world, PACE_WINDOW_MS); // forgotten
    assert_int_equal(refused_of(world, person, PACE_BURST + 1), 1);
    time_passes(world, 1000);
    assert_int_equal(refused_of(world, person, PACE_PER_SECOND + 1), 1);
    time_passes(world, 1000);
    assert_int_equal(person->closed_with, 0);
    (void)refused_of(world, person, PACE_PER_SECOND + 1);
    assert_int_equal(person->closed_with, 4008);
}

// As often as it may, and once more.
static void too_fast_so_often(void **state) {
    HallWorld *world = *state;
    Person *person = person_come(world);
    person_say(world, person, HELLO);
    assert_int_equal(refused_of(world, person, PACE_BURST), 1); // the hello was one
    for (int32_t times = 1; times < PACE_TIMES; times++) {
        assert_int_equal(person->closed_with, 0);
        time_passes(world, 1000);
        (void)refused_of(world, person, PACE_PER_SECOND + 1);
    }
    assert_int_equal(person->closed_with, 4008);
}

static void without_end_is_ended_at_once(void **state) {
    HallWorld *world = *state;
    Person *person = person_come(world);
    person_say(world, person, HELLO);
    int32_t refused = refused_of(world, person, 10 * PACE_BURST);
    assert_int_equal(refused, PACE_REFUSED_MOST - 1);
    assert_int_equal(person->closed_with, 4008);
}

// Five lines at once, then one a second; nothing else is held up by it.
static void words_have_a_pace_of_their_own(void **state) {
    HallWorld *world = *state;
    Person *person = person_join(world, 1, "play");
    int32_t taken = 0;
    for (int32_t i = 0; i < 2 * PACE_WORDS_BURST; i++) {
        char text[200];
        snprintf(text, sizeof text,
                "{\"t\":\"cmd\",\"id\":\"w%d\",\"do\":\"seat.journal\",\"args\":{\"scope\":"
                "0},"
                "\"words\":{\"text\":\"Line %d\"}}",
                (int)i, (int)i);
        person_forget(person);
        person_say(world, person, text);
        taken += person_got(person, "ack") != NULL;
        if (!person_got(person, "ack"))
            assert_string_equal(person_text(person, "refused", "code"), "rate");
    }
    assert_int_equal(taken, PACE_WORDS_BURST);
    person_say(world, person, "{\"t\":\"ping\",\"n\":3}");
    assert_non_null(person_got(person, "pong"));
    time_passes(world, 1000);
    for (int32_t i = 0; i <= PACE_WORDS_PER_SECOND; i++) {
        char text[200];
        snprintf(text, sizeof text,
                "{\"t\":\"cmd\",\"id\":\"x%d\",\"do\":\"seat.journal\",\"args\":{\"scope\":"
                "0},\"words\":{\"text\":\"Again\"}}",
                (int)i);
        person_forget(person);
        person_say(world, person, text);
        assert_int_equal(person_got(person, "ack") != NULL, i < PACE_WORDS_PER_SECOND);
    }
}

static void questions_have_a_pace_of_their_own(void **state) {
    HallWorld *world = *state;
    Person *person = person_join(world, 1, "play");
    static const int32_t most[] = {PACE_ASKS_BURST, PACE_ASKS_PER_SECOND};
    for (size_t second = 0; second < ARRAY_COUNT(most); second++) {
        int32_t refused = 0;
        if (second) time_passes(world, 1000);
        for (int32_t i = 0; i < most[second] + 1; i++) {
            person_forget(person);
            person_say(world, person, "{\"t\":\"why\",\"id\":\"q\",\"of\":\"nothing\"}");
            refused += strcmp(person_text(person, "refused", "code"), "rate") == 0;
        }
        assert_int_equal(refused, 1);
    }
    assert_string_equal(person_text(person, "refused", "id"), "q");
}

// Two hundred entries of a seat, and no more; another seat has its own.
static void journals_have_an_end(void **state) {
    enum { ENTRIES = 200 };
    HallWorld *world = *state;
    Person *one = person_join(world, 1, "play"), *two = person_join(world, 2, "play");
    for (int32_t i = 0; i < ENTRIES; i++) {
        person_forget(one);
        seat_do(world, one, "journal", "\"scope\":\"me\"", "\"text\":\"again\"");
        assert_non_null(person_got(one, "ack"));
    }
    seat_do(world, one, "journal", "\"scope\":\"me\"", "\"text\":\"again\"");
    assert_string_equal(person_text(one, "refused", "code"), "drafts");
    seat_do(world, two, "journal", "\"scope\":\"me\"", "\"text\":\"mine\"");
    assert_non_null(person_got(two, "ack"));
}

static void guess(HallWorld *world, Person *person, const char *code) {
    char text[100];
    snprintf(text, sizeof text,
            "{\"t\":\"code\",\"cid\":\"cid0000000000000000001\",\"code\":\"%s\"}", code);
    person_forget(person);
    person_say(world, person, text);
}

// The right code at the fifth try is taken, at the sixth it is not even looked at.
static void one_connection_guesses_five_times(void **state) {
    HallWorld *world = *state;
    Person *one = person_join(world, 1, "play");
    for (int32_t tries = PACE_CODES_MOST - 1; tries <= PACE_CODES_MOST; tries++) {
        Person *other = person_come(world);
        person_say(world, other, HELLO);
        for (int32_t i = 0; i < tries; i++) {
            guess(world, other, "00000000");
            assert_string_equal(person_text(other, "refused", "code"), "code_wrong");
        }
        guess(world, other, one->code);
        assert_int_equal(person_got(other, "seated") != NULL, tries == PACE_CODES_MOST - 1);
    }
}

// Who is not at this machine may try as long as it likes: neither let in, nor counted against who is.
static void nobody_locks_the_facilitator_out(void **state) {
    HallWorld *world = *state;
    char right[SEATS_KEY_LETTERS + 1];
    memcpy(right, world->party->seats.key, sizeof right);
    for (int32_t i = 0; i < 12; i++) {
        Person *stranger = person_come_from(world, false);
        person_say(world, stranger, HELLO);
        guess(world, stranger, i % 2 ? right : "AAAAAAAAAAAA");
        assert_string_equal(person_text(stranger, "refused", "code"), "not_here");
    }
    assert_non_null(console_come(world));
}

#define IN_A_HALL(test) cmocka_unit_test_setup_teardown(test, setup, teardown)

int main(void) {
    const struct CMUnitTest tests[] = {
            IN_A_HALL(who_never_says_hello_goes),
            IN_A_HALL(who_never_takes_a_place_goes),
            IN_A_HALL(too_fast_three_times_in_a_minute),
            IN_A_HALL(too_fast_so_often),
            IN_A_HALL(without_end_is_ended_at_once),
            IN_A_HALL(words_have_a_pace_of_their_own),
            IN_A_HALL(questions_have_a_pace_of_their_own),
            IN_A_HALL(journals_have_an_end),
            IN_A_HALL(one_connection_guesses_five_times),
            IN_A_HALL(nobody_locks_the_facilitator_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
