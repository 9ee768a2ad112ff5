// tests/e2e/test_host_crowd.c — thirty act in one moment, two hundred claim thirty seats, thirty connections break: all answered, none twice, all back. Never: a second on the clock as a proof.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "host_world.h"
#include "model/limits.h"

enum { PEOPLE = 30, CLAIMS = 198, ROUNDS = 20 };

static const char PACK[] = "tests/packs/thirty-seats";

static int setup(void **state) {
    HostWorld *world = host_world_make("crowd");
    *state = world;
    if (!host_open(world, PACK, "100000")) return 1;
    host_dial(world);
    return 0;
}

static int teardown(void **state) {
    host_world_free(*state);
    return 0;
}

static void everybody_comes(HostWorld *world) {
    for (int32_t i = 0; i < PEOPLE; i++)
        host_call(world, i);
    assert_true(host_wait(world, host_all_viewed, PEOPLE));
    assert_true(host_console(world, (const char *const[]){"console.start", NULL}));
}

static void thirty_act_in_one_moment(void **state) {
    HostWorld *world = *state;
    everybody_comes(world);
    world->writes = true; // every member of a team may, whoever leads it
    for (int32_t round = 0; round < ROUNDS; round++) {
        for (int32_t i = 0; i < PEOPLE; i++)
            host_act(world, i);
        assert_true(host_wait(world, host_all_answered, PEOPLE));
    }
    int32_t answered = 0;
    for (int32_t i = 0; i < PEOPLE; i++)
        answered += world->people[i].acks;
    host_end(world, SIGTERM);
    HostRecord record = host_record(world, PEOPLE);
    print_message("%d acts in %d moments: %lld in the record, %lld lost, %lld doubled\n",
            answered, ROUNDS, (long long)record.acts, (long long)record.lost,
            (long long)record.doubled);
    assert_int_equal(answered, PEOPLE * ROUNDS);
    assert_int_equal(record.acts, answered);
    assert_int_equal(record.lost, 0);
    assert_int_equal(record.doubled, 0);
}

static bool all_seated_or_gone(const HostWorld *world, int32_t count) {
    for (int32_t i = 0; i < count; i++) {
        const HostPerson *person = &world->people[i];
        bool told = person->gone || person->queued || person->refusal[0];
        if (person->seat == 0 && !told) return false;
    }
    return true;
}

// Thirty people press Join again and again, on every connection they can get.
static void two_hundred_claims_on_thirty_seats(void **state) {
    HostWorld *world = *state;
    int32_t seat_of[PEOPLE] = {0};
    uint64_t taken = 0;
    for (int32_t i = 0; i < CLAIMS; i++) {
        snprintf(world->people[i].claim, sizeof world->people[i].claim, "%022d",
                (int)(i % PEOPLE));
        host_call(world, i);
    }
    assert_true(host_wait(world, all_seated_or_gone, CLAIMS));
    for (int32_t i = 0; i < CLAIMS; i++) {
        int32_t seat = world->people[i].seat, *known = &seat_of[i % PEOPLE];
        if (seat == 0) continue;
        assert_true(*known == 0 || *known == seat);
        *known = seat;
    }
    for (int32_t i = 0; i < PEOPLE; i++) {
        assert_in_range(seat_of[i], 1, PEOPLE);
        assert_false((taken >> seat_of[i]) & 1);
        taken |= UINT64_C(1) << seat_of[i];
    }
}

// Two hundred different people: as many as there are places, each place once, the others are told.
static void two_hundred_people_at_the_door(void **state) {
    HostWorld *world = *state;
    uint64_t taken = 0;
    int32_t seated = 0, full = 0;
    for (int32_t i = 0; i < CLAIMS; i++)
        host_call(world, i);
    assert_true(host_wait(world, all_seated_or_gone, CLAIMS));
    for (int32_t i = 0; i < CLAIMS; i++) {
        const HostPerson *person = &world->people[i];
        full += person->queued || strcmp(person->refusal, "full") == 0;
        if (person->seat == 0) continue;
        assert_in_range(person->seat, 1, SEATS_MAX);
        assert_false((taken >> (person->seat - 1)) & 1);
        taken |= UINT64_C(1) << (person->seat - 1);
        seated++;
    }
    assert_int_equal(seated, SEATS_MAX);
    assert_int_equal(full, CLAIMS - SEATS_MAX);
}

static int by_size(const void *left, const void *right) {
    int64_t a = *(const int64_t *)left, b = *(const int64_t *)right;
    return (a > b) - (a < b);
}

static void thirty_connections_break(void **state) {
    HostWorld *world = *state;
    int64_t took[PEOPLE];
    everybody_comes(world);
    for (int32_t i = 0; i < PEOPLE; i++)
        world->people[i].views = 0;
    for (int32_t i = 0; i < PEOPLE; i++)
        dial_cut(world->dial, i);
    for (int32_t i = 0; i < PEOPLE; i++)
        host_call(world, i);
    assert_true(host_wait(world, host_all_viewed, PEOPLE));
    for (int32_t i = 0; i < PEOPLE; i++) {
        assert_int_equal(world->people[i].views, 1); // whole, and once
        took[i] = (world->people[i].viewed_ns - world->people[i].called_ns) / 1000;
    }
    qsort(took, PEOPLE, sizeof *took, by_size);
    print_message("%d of %d back with a whole view: p95 %lld us, slowest %lld us\n", PEOPLE,
            PEOPLE, (long long)took[PEOPLE * 95 / 100], (long long)took[PEOPLE - 1]);
}

int main(void) {
    const struct CMUnitTest tests[] = {
            cmocka_unit_test_setup_teardown(thirty_act_in_one_moment, setup, teardown),
            cmocka_unit_test_setup_teardown(
                    two_hundred_claims_on_thirty_seats, setup, teardown),
            cmocka_unit_test_setup_teardown(
                    two_hundred_people_at_the_door, setup, teardown),
            cmocka_unit_test_setup_teardown(thirty_connections_break, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
