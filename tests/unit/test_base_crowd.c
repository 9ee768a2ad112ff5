// tests/unit/test_base_crowd.c — every number once and then its follower, all done on return, with threads or without. Never: a second on the clock as a proof.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/crowd.h"
#include <string.h>
#include <unistd.h>

enum { MOST = 300, ROUNDS = 200 };

static void count_one(void *context, int32_t i) {
    int32_t *counts = context;
    if (i % 7 == 0) usleep(50);
    __atomic_add_fetch(&counts[i], 1, __ATOMIC_SEQ_CST);
}

// Runs on the caller's own thread, after the other: nobody else writes here.
static void seen_after(void *context, int32_t i) {
    int32_t *counts = context;
    assert_int_equal(__atomic_load_n(&counts[i], __ATOMIC_SEQ_CST), 1);
    counts[MOST + i]++;
}

static void each_number_once(void **state) {
    (void)state;
    int32_t counts[2 * MOST];
    for (int32_t threads = 0; threads <= 9; threads += 3) {
        Crowd *crowd = threads ? crowd_make(threads) : NULL;
        for (int32_t round = 0; round < ROUNDS; round++) {
            int32_t count = round % 40 == 39 ? MOST : round % 40;
            memset(counts, 0, sizeof counts);
            crowd_each(crowd, count, count_one, seen_after, counts);
            for (int32_t i = 0; i < 2 * MOST; i++)
                assert_int_equal(counts[i], i % MOST < count);
        }
        crowd_free(crowd);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(each_number_once)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
