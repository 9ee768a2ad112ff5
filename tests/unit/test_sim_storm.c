// tests/unit/test_sim_storm.c — the fault simulator over many seeds: what was acknowledged is in the record once, every screen is current, the session reaches its end. Never: a seed left out because it fails.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/clock.h"
#include "base/file.h"
#include "sim/storm.h"
#include "unit/own_folder.h"
#include "wire/console.h"
#include <string.h>

// As many seeds as fit into the time, but so many in any case.
enum { SEEDS_LEAST = 12, SEEDS_MOST = 2000, SECONDS = 45, LIST_BYTES = 1 << 16 };

// The cases of the storm, and last a pack with a function of its own.
static const char *const PACKS[] = {"scenarios/riverside-link", "scenarios/safe-homes-bill",
        "scenarios/a-wage-to-live-on", "tests/packs/eastmarket-wage"};
enum { CASES = 3, WITH_FUNCTION = 3 };

typedef struct Weather {
    Scenario scenarios[ARRAY_COUNT(PACKS)];
    Scenario *cases[ARRAY_COUNT(PACKS)];
    char folder[OWN_FOLDER_BYTES];
    StormConfig config;
    StormResult result;
} Weather;

static int setup(void **state) {
    static const char *const library[] = {"scripts"};
    LoadOptions options = {.library = library, .library_count = 1};
    Weather *weather = calloc(1, sizeof *weather);
    Diags *diags = calloc(1, sizeof *diags);
    *state = weather;
    if (!weather || !diags || !own_folder_make(weather->folder, "storm")) return 1;
    for (size_t i = 0; i < ARRAY_COUNT(PACKS); i++) {
        weather->cases[i] = &weather->scenarios[i];
        if (!scenario_load(PACKS[i], &options, weather->cases[i], diags)) return 1;
    }
    free(diags);
    weather->config = (StormConfig){.packs = weather->cases,
            .packs_count = CASES,
            .folder = weather->folder,
            .power = power_install(),
            .steps = STORM_STEPS};
    return 0;
}

static int teardown(void **state) {
    Weather *weather = *state;
    power_remove(weather->config.power);
    for (size_t i = 0; i < ARRAY_COUNT(PACKS); i++)
        scenario_free(&weather->scenarios[i]);
    int left = own_folder_remove(weather->folder);
    free(weather);
    return left;
}

static void must_hold(Weather *weather, uint64_t seed) {
    weather->config.seed = seed;
    storm_run(&weather->config, &weather->result);
    if (weather->result.good) return;
    print_message("FAILED seed %llu, step %d: %s\n", (unsigned long long)seed,
            (int)weather->result.step, weather->result.what);
    fail_msg("build/release/convene sim --seed %llu", (unsigned long long)seed);
}

static void seeds_that_found_something_once(void **state) {
    Region region = {0};
    Bytes text = {0};
    Err err = {0};
    assert_true(
            file_read(&region, TESTS_DIR "/sim/storm_seeds.txt", LIST_BYTES, &text, &err));
    const char *at = region_copy_text(&region, (const char *)text.data, text.length);
    int32_t count = 0;
    while (*at) {
        char *end = NULL;
        unsigned long long seed = strtoull(at, &end, 10);
        if (end != at) must_hold(*state, seed);
        count += end != at;
        at += strcspn(at, "\n");
        at += *at == '\n';
    }
    assert_true(count > 0);
    region_clear(&region);
}

static void many_seeds(void **state) {
    Weather *weather = *state;
    int64_t until = clock_bench_ns() + SECONDS * INT64_C(1000000000), acts = 0, boots = 0;
    int64_t offers = 0, in_bytes = 0;
    uint64_t tried = 0;
    int32_t seed = 1;
    for (; seed <= SEEDS_MOST && (seed <= SEEDS_LEAST || clock_bench_ns() < until);
            seed++) {
        must_hold(weather, (uint64_t)seed);
        acts += weather->result.counts.acts + weather->result.counts.verbs;
        boots += weather->result.counts.boots;
        offers += weather->result.counts.offers;
        in_bytes += weather->result.in_bytes;
        tried |= weather->result.verbs_tried;
    }
    print_message("%d seeds, %lld as frames: %lld acts acknowledged, %lld found open in "
                  "their views, the host started %lld times\n",
            (int)(seed - 1), (long long)in_bytes, (long long)acts, (long long)offers,
            (long long)boots);
    // It did reach what it is there to shake.
    assert_true(acts > 20 * SEEDS_LEAST);
    assert_true(boots > SEEDS_LEAST);
    assert_true(offers > 5 * SEEDS_LEAST);
    assert_true(in_bytes > 0);
    for (int32_t i = 0; i < CONSOLE_COUNT; i++) {
        if (i != CONSOLE_CLOSE && !((tried >> i) & 1))
            fail_msg("nobody tried %s", console_row((ConsoleVerb)i)->name);
    }
}

// Frames that arrive in pieces, noise between them, and cuts at any byte.
static void connections_that_carry_bytes(void **state) {
    enum { SEEDS = 6, FIRST = 300 };
    Weather *weather = *state;
    weather->config.bytes = STORM_BYTES_ALWAYS;
    for (int32_t i = 0; i < SEEDS; i++) {
        must_hold(weather, (uint64_t)(FIRST + i));
        assert_true(weather->result.in_bytes);
        assert_true(weather->result.counts.looks > 0);
    }
    weather->config.bytes = STORM_BYTES_DRAWN;
}

// A rule of the pack rests after three faults; the workshop goes on to its end all the same.
static void functions_that_fail(void **state) {
    enum { SEEDS = 8, SEVERAL = 4, FAULTS = 12 };
    Weather *weather = *state;
    StormConfig config = weather->config;
    StormPlan plan = {.count = FAULTS};
    for (int32_t i = 0; i < FAULTS; i++)
        plan.faults[i] = (StormFault){.step = 4 + i * 14, .kind = STORM_HOOK, .draw = 3};
    int64_t failed = 0;
    weather->config.packs += WITH_FUNCTION;
    weather->config.packs_count = 1;
    weather->config.plan = &plan;
    for (int32_t i = 1; i <= SEEDS; i++) {
        must_hold(weather, (uint64_t)i);
        failed += weather->result.counts.bad_calls;
    }
    weather->config = config;
    print_message("%lld calls failed\n", (long long)failed);
    assert_true(failed > SEVERAL);
}

static void the_same_seed_is_the_same_storm(void **state) {
    Weather *weather = *state;
    must_hold(weather, 3);
    StormResult first = weather->result;
    must_hold(weather, 3);
    assert_true(first.digest == weather->result.digest);
    assert_memory_equal(&first.counts, &weather->result.counts, sizeof first.counts);
    must_hold(weather, 4);
    assert_true(first.digest != weather->result.digest);
}

// Lulls of up to half an hour between the steps: clocks, copies and connections of a whole day.
static void a_day_and_a_night(void **state) {
    enum { DAY_STEPS = 1000, LULL_MS = 32 * 60 * 1000, HOUR_MS = 3600 * 1000 };
    Weather *weather = *state;
    weather->config.steps = DAY_STEPS;
    weather->config.lull_ms = LULL_MS;
    must_hold(weather, 24);
    weather->config.steps = STORM_STEPS;
    weather->config.lull_ms = 0;
    print_message("%lld virtual hours, %lld batches\n",
            (long long)(weather->result.lasted_ms / HOUR_MS),
            (long long)weather->result.counts.batches);
    assert_true(weather->result.lasted_ms >= 24 * (int64_t)HOUR_MS);
}

// What does not need its faults to fail is shown without them.
static void a_failure_is_made_small(void **state) {
    Weather *weather = *state;
    StormConfig config = weather->config;
    StormResult result;
    config.folder = "/nowhere";
    config.seed = 2;
    storm_run(&config, &result);
    assert_false(result.good);
    assert_true(result.plan.count > 0);
    storm_shrink(&config, &result, 50);
    assert_false(result.good);
    assert_int_equal(result.plan.count, 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
            cmocka_unit_test(seeds_that_found_something_once),
            cmocka_unit_test(many_seeds),
            cmocka_unit_test(connections_that_carry_bytes),
            cmocka_unit_test(functions_that_fail),
            cmocka_unit_test(the_same_seed_is_the_same_storm),
            cmocka_unit_test(a_day_and_a_night),
            cmocka_unit_test(a_failure_is_made_small),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}
