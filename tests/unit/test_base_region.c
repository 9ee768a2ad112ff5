// tests/unit/test_base_region.c — the region, the Buffer and the small words of core.h. Never: a leak.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/bytes.h"
#include "base/region.h"
#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static void test_pieces_are_zeroed_aligned_and_apart(void **unused) {
    (void)unused;
    Region region = {0};
    unsigned char *before = NULL;
    for (size_t size = 1; size < 300; size++) {
        unsigned char *piece = region_take(&region, size);
        assert_int_equal((uintptr_t)piece % 16, 0);
        for (size_t i = 0; i < size; i++)
            assert_int_equal(piece[i], 0);
        memset(piece, 0xAB, size);
        assert_ptr_not_equal(piece, before);
        before = piece;
    }
    region_clear(&region);
}

static void test_pieces_survive_new_blocks(void **unused) {
    (void)unused;
    Region region = {0};
    int32_t *first = region_take(&region, sizeof *first);
    *first = 4711;
    for (int i = 0; i < 100; i++)
        memset(region_take(&region, 30000), i, 30000);
    char *large = region_take(&region, 1000000);
    large[999999] = 1;
    assert_int_equal(*first, 4711);
    assert_true(region.used >= 100 * 30000 + 1000000);
    region_clear(&region);
    assert_int_equal(region.used, 0);
    assert_null(region.blocks);
}

static void test_clear_keeps_the_limit_and_allows_reuse(void **unused) {
    (void)unused;
    Region region = {.limit = 1024};
    (void)region_take(&region, 1000);
    region_clear(&region);
    assert_int_equal(region.limit, 1024);
    (void)region_take(&region, 1000);
    region_clear(&region);
    region_clear(&region);
}

static void test_text(void **unused) {
    (void)unused;
    Region region = {0};
    assert_string_equal(region_copy_text(&region, "coalition", 4), "coal");
    assert_string_equal(region_copy_text(&region, "", 0), "");
    assert_string_equal(region_format(&region, "%s %d", "round", 3), "round 3");
    char *longer = region_format(&region, "%0100000d", 7);
    assert_int_equal(strlen(longer), 100000);
    region_clear(&region);
}

static void test_buffer_grows_and_ends_with_zero(void **unused) {
    (void)unused;
    Buffer buffer = {0};
    for (int i = 0; i < 2000; i++)
        buffer_format(&buffer, "%d,", i % 10);
    buffer_add(&buffer, "a\0b", 3);
    assert_int_equal(buffer.length, 4003);
    assert_int_equal(buffer.data[buffer.length], 0);
    assert_int_equal(buffer.data[4000], 'a');
    assert_int_equal(buffer.data[4002], 'b');
    size_t capacity = buffer.capacity;
    buffer_reset(&buffer);
    assert_int_equal(buffer.length, 0);
    assert_int_equal(buffer.capacity, capacity);
    assert_string_equal(buffer.data, "");
    buffer_add_text(&buffer, "again");
    assert_string_equal(buffer.data, "again");
    buffer_free(&buffer);
    assert_null(buffer.data);
    buffer_reset(&buffer);
    buffer_add(&buffer, NULL, 0);
    assert_string_equal(buffer.data, "");
    buffer_free(&buffer);
}

static void test_min_max_clamp_abs(void **unused) {
    (void)unused;
    assert_int_equal(core_min(-3, 4), -3);
    assert_int_equal(core_max(-3, 4), 4);
    assert_int_equal(core_clamp(5, 0, 10), 5);
    assert_int_equal(core_clamp(-5, 0, 10), 0);
    assert_int_equal(core_clamp(15, 0, 10), 10);
    assert_int_equal(core_abs(-7), 7);
    assert_int_equal(core_abs(7), 7);
}

// Runs the deed in a child and gives its standard error and wait status.
static int in_child(void (*deed)(void), char *said, size_t capacity) {
    int ends[2];
    assert_int_equal(pipe(ends), 0);
    pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0) {
        (void)signal(SIGABRT, SIG_DFL);
        dup2(ends[1], 2);
        deed();
        _exit(0);
    }
    close(ends[1]);
    size_t length = 0;
    ssize_t got = 0;
    while (length + 1 < capacity
            && (got = read(ends[0], said + length, capacity - 1 - length)) > 0) {
        length += (size_t)got;
    }
    said[length] = 0;
    close(ends[0]);
    int status = 0;
    assert_int_equal(waitpid(child, &status, 0), child);
    return status;
}

static void pass_the_limit(void) {
    Region region = {.limit = 100};
    core_context("session 3 seq 214");
    (void)region_take(&region, 200);
}

static void take_the_impossible(void) {
    Region region = {0};
    (void)region_take(&region, SIZE_MAX - 3);
}

static void test_a_broken_promise_stops_the_process(void **unused) {
    (void)unused;
    char said[4096];
    int status = in_child(pass_the_limit, said, sizeof said);
    assert_true(WIFSIGNALED(status));
    assert_int_equal(WTERMSIG(status), SIGABRT);
    assert_non_null(strstr(said, "internal error at "));
    assert_non_null(strstr(said, "in session 3 seq 214"));
    assert_true(WIFSIGNALED(in_child(take_the_impossible, said, sizeof said)));
}

int main(void) {
    const struct CMUnitTest tests[] = {
            cmocka_unit_test(test_pieces_are_zeroed_aligned_and_apart),
            cmocka_unit_test(test_pieces_survive_new_blocks),
            cmocka_unit_test(test_clear_keeps_the_limit_and_allows_reuse),
            cmocka_unit_test(test_text),
            cmocka_unit_test(test_buffer_grows_and_ends_with_zero),
            cmocka_unit_test(test_min_max_clamp_abs),
            cmocka_unit_test(test_a_broken_promise_stops_the_process),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
