// tests/e2e/test_host_kill.c — the host killed at 300 random moments while eight people act: nothing acknowledged is lost, nothing counts twice, everybody is back. Never: a second on the clock as a proof.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "host_world.h"

// The full number where the program is as people have it; with sanitizers a start takes much longer.
#ifdef __SANITIZE_ADDRESS__
enum { KILLS = 40 };
#else
enum { KILLS = 300 };
#endif
enum { PEOPLE = 8, ACTS_MAX = 6, WAIT_MS_MAX = 12 };

static int setup(void **state) {
    *state = host_world_make("kill");
    return 0;
}

static int teardown(void **state) {
    host_world_free(*state);
    return 0;
}

static int32_t all_acks(const HostWorld *world) {
    int32_t sum = 0;
    for (int32_t i = 0; i < PEOPLE; i++)
        sum += world->people[i].acks;
    return sum;
}

// Everybody but the last acts as soon as the last act was answered, so the step never ends.
static void act_all(HostWorld *world) {
    for (int32_t i = 0; i + 1 < PEOPLE; i++) {
        HostPerson *person = &world->people[i];
        if (person->viewed && !person->waits) host_act(world, i);
    }
}

static void play_until_killed(HostWorld *world) {
    int32_t wanted = all_acks(world) + (int32_t)rng_draw(&world->rng, ACTS_MAX);
    int64_t until = host_now_ms() + HOST_PATIENCE_MS;
    while (all_acks(world) < wanted && host_now_ms() < until) {
        act_all(world);
        dial_wait(world->dial, 5);
    }
    int64_t more = host_now_ms() + rng_draw(&world->rng, WAIT_MS_MAX);
    while (host_now_ms() < more) {
        act_all(world);
        dial_wait(world->dial, 1);
    }
    world->calls_again = false;
    host_end(world, SIGKILL);
}

// Lines find out that the host is gone, and call until it is back.
static void come_back(HostWorld *world) {
    for (int32_t i = 0; i < PEOPLE; i++) {
        dial_cut(world->dial, i);
        host_call(world, i);
    }
    world->calls_again = true;
    assert_true(host_wait(world, host_all_viewed, PEOPLE));
}

static int by_size(const void *left, const void *right) {
    int64_t a = *(const int64_t *)left, b = *(const int64_t *)right;
    return (a > b) - (a < b);
}

static void nothing_acknowledged_is_lost(void **state) {
    HostWorld *world = *state;
    static const char *const go_on[] = {"console.resume", NULL};
    static int64_t took[KILLS];
    const char *fewer = getenv("CONVENE_KILLS");
    int32_t kills = fewer ? (int32_t)strtol(fewer, NULL, 10) : KILLS;
    assert_in_range(kills, 1, KILLS);
    assert_true(host_open(world, "tests/packs/load-turns", "100000"));
    host_dial(world);
    for (int32_t i = 0; i < PEOPLE; i++) {
        host_call(world, i);
        assert_true(host_wait(world, host_all_viewed, i + 1));
    }
    assert_true(host_console(world, (const char *const[]){"console.start", NULL}));
    for (int32_t kill_no = 0; kill_no < kills; kill_no++) {
        play_until_killed(world);
        int64_t start = host_now_ms();
        assert_true(host_open(world, "tests/packs/load-turns", "100000"));
        assert_true(world->restarted);
        come_back(world);
        took[kill_no] = host_now_ms() - start;
        assert_true(host_console(world, go_on));
    }
    act_all(world);
    assert_true(host_wait(world, host_all_answered, PEOPLE));
    host_end(world, SIGTERM);
    HostRecord record = host_record(world, PEOPLE);
    qsort(took, (size_t)kills, sizeof *took, by_size);
    print_message(
            "%d kills: %d acts acknowledged, %lld batches, %lld lost, %lld doubled; all "
            "seats back after %lld ms (median), %lld ms (worst)\n",
            kills, all_acks(world), (long long)record.batches, (long long)record.lost,
            (long long)record.doubled, (long long)took[kills / 2],
            (long long)took[kills - 1]);
    assert_int_equal(record.lost, 0);
    assert_int_equal(record.doubled, 0);
    assert_true(all_acks(world) > kills);
}

int main(void) {
    const struct CMUnitTest tests[] = {
            cmocka_unit_test_setup_teardown(nothing_acknowledged_is_lost, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
