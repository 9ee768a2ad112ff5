// tests/e2e/test_host_disk.c — the disk is full in the middle of a game: nothing confirmed is lost, everybody is told, the game goes on in another place and survives a crash there. Never: a disk that is really full.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "host_world.h"

enum { PEOPLE = 4, KIB = 1024, MOST = 3000 };

static int setup(void **state) {
    *state = host_world_make("disk");
    return 0;
}

static int teardown(void **state) {
    host_world_free(*state);
    return 0;
}

static int32_t refused(const HostWorld *world) {
    int32_t sum = 0;
    for (int32_t i = 0; i < PEOPLE; i++)
        sum += world->people[i].refusals;
    return sum;
}

// What the first one was told whose act did not fit any more: acts of one moment may lie in two commits.
static const char *told(const HostWorld *world) {
    for (int32_t i = 0; i < PEOPLE; i++) {
        if (world->people[i].refusals > 0) return world->people[i].refusal;
    }
    return "nothing";
}

// Everybody but the last, so that the step never ends.
static void act_once(HostWorld *world) {
    for (int32_t i = 0; i + 1 < PEOPLE; i++)
        host_act(world, i);
    assert_true(host_wait(world, host_all_answered, PEOPLE));
}

static bool all_told(const HostWorld *world, int32_t count) {
    for (int32_t i = 0; i < count; i++) {
        if (strcmp(world->people[i].notice, world->wanted) != 0) return false;
    }
    return true;
}

static void nothing_confirmed_is_lost(HostWorld *world) {
    HostRecord record = host_record(world, PEOPLE);
    assert_int_equal(record.lost, 0);
    assert_int_equal(record.doubled, 0);
    assert_true(record.acts > 0);
}

static void a_full_disk_loses_nothing(void **state) {
    HostWorld *world = *state;
    char words[400];
    world->file_limit = 1500 * KIB;
    assert_true(host_open(world, "tests/packs/load-turns", "100000"));
    host_dial(world);
    for (int32_t i = 0; i < PEOPLE; i++)
        host_call(world, i);
    assert_true(host_wait(world, host_all_viewed, PEOPLE));
    assert_true(host_console(world, (const char *const[]){"console.start", NULL}));
    for (int32_t i = 0; i < MOST && refused(world) == 0; i++)
        act_once(world);
    assert_true(refused(world) > 0);
    assert_string_equal(told(world), "busy");
    world->wanted = "stands";
    assert_true(host_wait(world, all_told, PEOPLE));

    // The same file once more is refused, a new one in another place is taken.
    snprintf(words, sizeof words, "{\"place\":\"%s\"}", world->folder);
    assert_false(host_console_words(world, "console.backup", words));
    char place[sizeof world->folder + 8], moved[sizeof place + 40];
    snprintf(place, sizeof place, "%s/other", world->folder);
    assert_int_equal(mkdir(place, 0700), 0);
    snprintf(words, sizeof words, "{\"place\":\"%s\"}", place);
    assert_true(host_console_words(world, "console.backup", words));
    world->wanted = "moved";
    assert_true(host_wait(world, all_told, PEOPLE));
    assert_true(host_console(world, (const char *const[]){"console.resume", NULL}));
    int32_t before = world->people[0].acks;
    for (int32_t i = 0; i < 10; i++)
        act_once(world);
    assert_int_equal(world->people[0].acks, before + 10);

    // What was confirmed before and after is in the new file, also after a crash.
    host_end(world, SIGKILL);
    snprintf(moved, sizeof moved, "%s/one.convene-session", place);
    snprintf(world->file, sizeof world->file, "%s", moved);
    nothing_confirmed_is_lost(world);
    world->file_limit = 0;
    assert_true(host_open(world, "tests/packs/load-turns", "100000"));
    assert_true(world->restarted);
    host_end(world, SIGTERM);
    nothing_confirmed_is_lost(world);
    unlink(moved);
    rmdir(place);
}

int main(void) {
    const struct CMUnitTest tests[] = {
            cmocka_unit_test_setup_teardown(a_full_disk_loses_nothing, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
