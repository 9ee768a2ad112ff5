// tests/unit/test_net_dial.c — a host called by its name: found by the resolver, under whatever name it answers to; what is wrong is told apart. Never: the internet.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "net/dial.h"
#include "net_world.h"

typedef struct Heard {
    int32_t ready, gone, texts;
} Heard;

static void on_ready(void *context, int32_t line) {
    (void)line;
    ((Heard *)context)->ready++;
}
static void on_text(void *context, int32_t line, Bytes text) {
    (void)line;
    (void)text;
    ((Heard *)context)->texts++;
}
static void on_gone(void *context, int32_t line, uint16_t code) {
    (void)line;
    (void)code;
    ((Heard *)context)->gone++;
}

static Dial *dial_to(const char *name, uint16_t port, Heard *heard) {
    return dial_make(
            name, port, (DialEvents){heard, on_ready, on_text, on_gone}, entropy_system());
}

// Waits until the one call was answered, one way or the other.
static void wait_for_answer(Dial *dial, const Heard *heard) {
    for (int32_t i = 0; i < PATIENCE_MS / 20 && !heard->ready && !heard->gone; i++)
        dial_wait(dial, 20);
}

static void names_are_found(void **context) {
    const World *world = *context;
    static const char *const NAMES[] = {"localhost", "127.0.0.1"};
    for (size_t i = 0; i < ARRAY_COUNT(NAMES); i++) {
        Heard heard = {0};
        Dial *dial = dial_to(NAMES[i], server_port(world->server), &heard);
        assert_true(dial_call(dial, 0));
        wait_for_answer(dial, &heard);
        assert_int_equal(heard.ready, 1);
        assert_int_equal(dial_trouble(dial), DIAL_FINE);
        dial_say(dial, 0, (Bytes){(const uint8_t *)"hello", 5});
        for (int32_t k = 0; k < PATIENCE_MS / 20 && !heard.texts; k++)
            dial_wait(dial, 20);
        assert_int_equal(heard.texts, 1);
        dial_free(dial);
    }
}

// "127.1" leads to the same machine, but the host is not called so: the second call asks by its numbers.
static void a_name_the_host_does_not_know(void **context) {
    const World *world = *context;
    Heard heard = {0};
    Dial *dial = dial_to("127.1", server_port(world->server), &heard);
    assert_true(dial_call(dial, 0));
    wait_for_answer(dial, &heard);
    assert_int_equal(heard.gone, 1);
    assert_int_equal(dial_trouble(dial), DIAL_NO_HOST);
    heard = (Heard){0};
    assert_true(dial_call(dial, 0));
    wait_for_answer(dial, &heard);
    assert_int_equal(heard.ready, 1);
    assert_int_equal(dial_trouble(dial), DIAL_FINE);
    dial_free(dial);
}

// The name of this machine, as its neighbours type it.
static void the_host_knows_its_own_name(void **context) {
    const World *world = *context;
    char own[64], wanted[80];
    assert_int_equal(gethostname(own, sizeof own), 0);
    if (strchr(own, '.')) skip();
    snprintf(wanted, sizeof wanted, "%.40s.local:%d", own, server_port(world->server));
    bool known = false;
    for (int32_t i = 0; i < world->site.hosts_count; i++)
        known |= strcmp(world->hosts[i], wanted) == 0;
    assert_true(known);
}

static void what_is_wrong_is_told_apart(void **context) {
    (void)context;
    // A part of a name has 63 letters at most: no resolver asks anybody for this one.
    char nobody[80];
    memset(nobody, 'x', 70);
    nobody[70] = 0;
    Heard heard = {0};
    Dial *dial = dial_to(nobody, 18080, &heard);
    if (dial_call(dial, 0)) wait_for_answer(dial, &heard);
    assert_int_equal(heard.ready, 0);
    assert_int_equal(dial_trouble(dial), DIAL_NO_NAME);
    dial_free(dial);
    heard = (Heard){0};
    dial = dial_to("localhost", 1, &heard); // nobody listens there
    if (dial_call(dial, 0)) wait_for_answer(dial, &heard);
    assert_int_equal(heard.ready, 0);
    assert_int_equal(dial_trouble(dial), DIAL_NO_ANSWER);
    dial_free(dial);
}

// Closing while the resolver is still at work leaves nothing behind.
static void closed_in_the_middle(void **context) {
    (void)context;
    Heard heard = {0};
    Dial *dial = dial_to("localhost", 1, &heard);
    assert_true(dial_call(dial, 0));
    dial_cut(dial, 0);
    dial_free(dial);
    assert_int_equal(heard.gone, 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
            cmocka_unit_test_setup_teardown(names_are_found, open_world, close_world),
            cmocka_unit_test_setup_teardown(
                    a_name_the_host_does_not_know, open_world, close_world),
            cmocka_unit_test_setup_teardown(
                    the_host_knows_its_own_name, open_world, close_world),
            cmocka_unit_test(what_is_wrong_is_told_apart),
            cmocka_unit_test(closed_in_the_middle),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
