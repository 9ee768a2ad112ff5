// tests/unit/test_base_rng.c — the generator against published numbers, and its draws. Never: the system's randomness.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/rng.h"

// Seed 42, stream 54, the numbers PCG itself publishes.
static void test_first_six_numbers(void **unused) {
    (void)unused;
    static const uint32_t expected[] = {
            0xa15c02b7, 0x7b47f409, 0xba1d3330, 0x83d2f293, 0xbfa4784b, 0xcbed606e};
    Rng rng = rng_seed(42, 54);
    for (size_t i = 0; i < ARRAY_COUNT(expected); i++) {
        assert_int_equal(rng_next(&rng), expected[i]);
    }
}

static void test_ten_draws_of_six(void **unused) {
    (void)unused;
    static const uint32_t expected[] = {3, 3, 2, 1, 1, 4, 5, 3, 0, 2};
    Rng rng = rng_seed(42, 54);
    for (size_t i = 0; i < ARRAY_COUNT(expected); i++) {
        assert_int_equal(rng_draw(&rng, 6), expected[i]);
    }
}

static void test_draw_stays_inside_and_reaches_all(void **unused) {
    (void)unused;
    Rng rng = rng_seed(7, 1);
    for (uint32_t n = 1; n <= 12; n++) {
        uint32_t seen = 0;
        for (int i = 0; i < 400; i++) {
            uint32_t value = rng_draw(&rng, n);
            assert_true(value < n);
            seen |= 1u << value;
        }
        assert_int_equal(seen, (1u << n) - 1);
    }
}

// A number below (2^32 - n) mod n is thrown away: the draw equals the first accepted one mod n.
static void test_draw_rejects_below_the_floor(void **unused) {
    (void)unused;
    const uint32_t n = 0xC0000000u, floor = (0u - n) % n;
    assert_int_equal(floor, 0x40000000u);
    Rng drawn = rng_seed(9, 9), raw = rng_seed(9, 9);
    int rejected = 0;
    for (int i = 0; i < 200; i++) {
        uint32_t value = rng_next(&raw);
        for (; value < floor; value = rng_next(&raw))
            rejected++;
        assert_int_equal(rng_draw(&drawn, n), value % n);
    }
    assert_true(rejected > 10);
    assert_int_equal(drawn.state, raw.state);
}

static void test_draw_of_one_still_advances(void **unused) {
    (void)unused;
    Rng rng = rng_seed(1, 2), other = rng;
    assert_int_equal(rng_draw(&rng, 1), 0);
    (void)rng_next(&other);
    assert_int_equal(rng.state, other.state);
}

static void test_streams_and_seeds_differ(void **unused) {
    (void)unused;
    Rng a = rng_seed(42, 54), b = rng_seed(42, 55), c = rng_seed(43, 54);
    uint32_t first = rng_next(&a);
    assert_int_not_equal(first, rng_next(&b));
    assert_int_not_equal(first, rng_next(&c));
}

static void test_copy_is_a_fork(void **unused) {
    (void)unused;
    Rng rng = rng_seed(5, 5);
    Rng copy = rng;
    for (int i = 0; i < 100; i++)
        assert_int_equal(rng_next(&rng), rng_next(&copy));
}

// SplitMix64 with state 0 gives these as its first three numbers (the reference by Vigna).
static void test_mix_is_splitmix(void **unused) {
    (void)unused;
    assert_true(rng_mix(0, 0) == 0xE220A8397B1DCDAFu);
    assert_true(rng_mix(0, 1) == 0x6E789E6AA1B965F4u);
    assert_true(rng_mix(0, 2) == 0x06C45D188009454Fu);
    assert_true(rng_mix(1, 0) != rng_mix(0, 0));
}

int main(void) {
    const struct CMUnitTest tests[] = {
            cmocka_unit_test(test_first_six_numbers),
            cmocka_unit_test(test_ten_draws_of_six),
            cmocka_unit_test(test_draw_stays_inside_and_reaches_all),
            cmocka_unit_test(test_draw_rejects_below_the_floor),
            cmocka_unit_test(test_draw_of_one_still_advances),
            cmocka_unit_test(test_streams_and_seeds_differ),
            cmocka_unit_test(test_copy_is_a_fork),
            cmocka_unit_test(test_mix_is_splitmix),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
