// tests/unit/test_base_crowd.c — what is given is done once, told once, and its giver is woken. Never: a second on the clock as a proof.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/crowd.h"
#include <unistd.h>

enum { MOST = 300, ROUNDS = 100 };

typedef struct Thing {
    int32_t number, done, told;
} Thing;

typedef struct Bell {
    int32_t rung;
} Bell;

static void ring(void *context) {
    __atomic_add_fetch(&((Bell *)context)->rung, 1, __ATOMIC_SEQ_CST);
}

static void do_thing(void *about) {
    Thing *thing = about;
    if (thing->number % 7 == 0) usleep(50);
    thing->done++; // nobody else looks at it meanwhile
}

static void tell_one(const Work *work) {
    work->wait(work->context);
    Thing *thing = work->ended(work->context);
    assert_non_null(thing);
    assert_int_equal(thing->done, 1);
    thing->told++;
}

// As a giver does it: some are told while others are still being given.
static void once(Crowd *crowd, int32_t count) {
    static Thing things[MOST];
    Work work = crowd_work(crowd);
    int32_t told = 0;
    for (int32_t i = 0; i < count; i++) {
        things[i] = (Thing){.number = i};
        work.give(work.context, do_thing, &things[i]);
        if (i % 3 == 2) {
            tell_one(&work);
            told++;
        }
    }
    for (; told < count; told++)
        tell_one(&work);
    assert_null(work.ended(work.context));
    for (int32_t i = 0; i < count; i++)
        assert_true(things[i].done == 1 && things[i].told == 1);
}

static void each_is_done_and_told_once(void **state) {
    (void)state;
    for (int32_t threads = 1; threads <= 9; threads += 4) {
        Bell bell = {0};
        Crowd *crowd = crowd_make(threads, ring, &bell);
        for (int32_t round = 0; round < ROUNDS; round++)
            once(crowd, round % 40 == 39 ? MOST : round % 40);
        crowd_free(crowd);
        assert_true(__atomic_load_n(&bell.rung, __ATOMIC_SEQ_CST) > 0);
    }
}

// Somebody who sleeps is woken for the first that ends, and finds all that ended by then.
static void the_sleeper_is_woken(void **state) {
    (void)state;
    Bell bell = {0};
    Crowd *crowd = crowd_make(2, ring, &bell);
    Work work = crowd_work(crowd);
    Thing things[3] = {{.number = 1}, {.number = 2}, {.number = 3}};
    for (int32_t i = 0; i < 3; i++) {
        int32_t before = __atomic_load_n(&bell.rung, __ATOMIC_SEQ_CST);
        work.give(work.context, do_thing, &things[i]);
        while (__atomic_load_n(&bell.rung, __ATOMIC_SEQ_CST) == before)
            usleep(50);
        assert_ptr_equal(work.ended(work.context), &things[i]);
    }
    crowd_free(crowd);
}

static void nobody_there_is_no_work(void **state) {
    (void)state;
    assert_null(crowd_work(NULL).give);
    crowd_free(NULL);
}

int main(void) {
    const struct CMUnitTest tests[] = {
            cmocka_unit_test(each_is_done_and_told_once),
            cmocka_unit_test(the_sleeper_is_woken),
            cmocka_unit_test(nobody_there_is_no_work),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
