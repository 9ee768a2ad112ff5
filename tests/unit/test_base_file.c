// tests/unit/test_base_file.c — files in and out, folders nobody may write to, and the words of an Err. Never: leaves files behind.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/clock.h"
#include "base/file.h"
#include "base/log.h"
#include "own_folder.h"
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

typedef struct Place {
    char folder[OWN_FOLDER_BYTES];
    char path[128];
    Region region;
    Err err;
} Place;

static int setup(void **state) {
    Place *place = calloc(1, sizeof *place);
    if (!place) return 1;
    if (!own_folder_make(place->folder, "file")) return 1;
    *state = place;
    return 0;
}

static int entries(const char *folder) {
    DIR *dir = opendir(folder);
    assert_non_null(dir);
    int count = 0;
    for (struct dirent *entry = readdir(dir); entry; entry = readdir(dir)) {
        if (entry->d_name[0] != '.') count++;
    }
    closedir(dir);
    return count;
}

// Each test removes what it made, so the folder must be empty now.
static int teardown(void **state) {
    Place *place = *state;
    region_clear(&place->region);
    int result = rmdir(place->folder);
    free(place);
    return result;
}

static const char *in(Place *place, const char *name) {
    snprintf(place->path, sizeof place->path, "%s/%s", place->folder, name);
    return place->path;
}

static void test_write_then_read(void **state) {
    Place *place = *state;
    const char *path = in(place, "data");
    assert_true(file_write(path, "one\0two", 7, &place->err));
    assert_int_equal(entries(place->folder), 1); // nothing is left beside it
    Bytes bytes;
    assert_true(file_read(&place->region, path, 7, &bytes, &place->err));
    assert_int_equal(bytes.length, 7);
    assert_memory_equal(bytes.data, "one\0two", 7);
    assert_int_equal(bytes.data[7], 0);
    assert_true(file_write(path, "", 0, &place->err));
    assert_true(file_read(&place->region, path, 0, &bytes, &place->err));
    assert_int_equal(bytes.length, 0);
    assert_true(file_exists(path));
    assert_false(file_is_folder(path));
    unlink(path);
    assert_false(file_exists(path));
}

static void test_too_large_is_refused(void **state) {
    Place *place = *state;
    const char *path = in(place, "large");
    assert_true(file_write(path, "12345678", 8, &place->err));
    Bytes bytes = {0};
    assert_false(file_read(&place->region, path, 7, &bytes, &place->err));
    assert_int_equal(place->err.kind, ERR_DAMAGED);
    assert_non_null(strstr(place->err.what, "8 bytes"));
    assert_string_equal(place->err.where, path);
    assert_null(bytes.data);
    unlink(path);
}

static void test_what_cannot_be_read(void **state) {
    Place *place = *state;
    Bytes bytes;
    assert_false(file_read(&place->region, in(place, "missing"), 10, &bytes, &place->err));
    assert_int_equal(place->err.kind, ERR_SYSTEM);
    assert_non_null(strstr(place->err.what, "No such file"));
    assert_true(place->err.fix[0] != 0);
    assert_false(file_read(&place->region, place->folder, 10, &bytes, &place->err));
    assert_non_null(strstr(place->err.what, "Is a directory"));
}

// A pipe without a writer would block for ever if it were opened plainly.
static void test_a_pipe_is_no_file(void **state) {
    Place *place = *state;
    Bytes bytes;
    const char *path = in(place, "pipe");
    assert_int_equal(mkfifo(path, 0600), 0);
    alarm(20);
    assert_false(file_read(&place->region, path, 10, &bytes, &place->err));
    alarm(0);
    assert_int_equal(place->err.kind, ERR_SYSTEM);
    unlink(path);
}

// The target is a folder with something in it, so the rename fails: the old stays, nothing is left beside.
static void test_failed_write_keeps_the_old(void **state) {
    Place *place = *state;
    char inside[160];
    const char *path = in(place, "target");
    assert_int_equal(mkdir(path, 0700), 0);
    snprintf(inside, sizeof inside, "%s/kept", path);
    assert_true(file_write(inside, "old", 3, &place->err));
    assert_false(file_write(path, "new", 3, &place->err));
    assert_int_equal(place->err.kind, ERR_SYSTEM);
    assert_true(file_is_folder(path));
    assert_int_equal(entries(place->folder), 1);
    unlink(inside);
    rmdir(path);
}

static void test_write_into_nowhere(void **state) {
    Place *place = *state;
    assert_false(file_write("/dev/null/file", "x", 1, &place->err));
    assert_int_equal(place->err.kind, ERR_SYSTEM);
    assert_string_equal(place->err.where, "/dev/null/file");
    char longer[5000];
    memset(longer, 'a', sizeof longer - 1);
    longer[sizeof longer - 1] = 0;
    assert_false(file_write(longer, "x", 1, &place->err));
    assert_int_equal(place->err.kind, ERR_USAGE);
    assert_false(file_make_folder(longer, &place->err));
    assert_false(file_make_folder("", &place->err));
    assert_int_equal(place->err.kind, ERR_USAGE);
}

static void test_folders_with_parents(void **state) {
    Place *place = *state;
    assert_true(file_make_folder(in(place, "a/b//c"), &place->err));
    assert_true(file_is_folder(in(place, "a/b/c")));
    assert_true(file_make_folder(in(place, "a/b/c"), &place->err));
    rmdir(in(place, "a/b/c"));
    rmdir(in(place, "a/b"));
    rmdir(in(place, "a"));
}

static void test_folder_nobody_may_write_to(void **state) {
    Place *place = *state;
    assert_false(file_make_folder("/proc/convene", &place->err)); // refused even to root
    assert_int_equal(place->err.kind, ERR_SYSTEM);
    assert_string_equal(place->err.where, "/proc/convene");
    assert_non_null(strstr(place->err.fix, "--data"));
    assert_true(file_write(in(place, "plain"), "x", 1, &place->err));
    assert_false(file_make_folder(in(place, "plain"), &place->err));
    assert_false(file_make_folder(in(place, "plain/below"), &place->err));
    unlink(in(place, "plain"));
    if (geteuid() == 0) return; // root may write anywhere else
    assert_int_equal(mkdir(in(place, "closed"), 0500), 0);
    assert_false(file_make_folder(in(place, "closed"), &place->err));
    assert_non_null(strstr(place->err.what, "Permission denied"));
    rmdir(place->path);
}

static void test_err_words_and_exit_codes(void **unused) {
    (void)unused;
    Err err = {0};
    assert_int_equal(err_exit_code(&err), 0);
    assert_false(err_set(&err, ERR_DAMAGED, "batch %d does not follow", 12));
    assert_false(err_where(&err, "%s", "file"));
    assert_false(err_fix(&err, "restore %s", "the backup"));
    assert_string_equal(err.what, "batch 12 does not follow");
    assert_string_equal(err.where, "file");
    assert_string_equal(err.fix, "restore the backup");
    assert_int_equal(err_exit_code(&err), 3);
    assert_false(err_set(&err, ERR_PACK, "x"));
    assert_string_equal(err.where, ""); // a new failure forgets the old place
    assert_int_equal(err_exit_code(&err), 1);
    assert_false(err_set(&err, ERR_USAGE, "x"));
    assert_int_equal(err_exit_code(&err), 2);
    assert_false(err_set(&err, ERR_SYSTEM, "x"));
    assert_int_equal(err_exit_code(&err), 3);
    assert_false(err_set(NULL, ERR_SYSTEM, "x"));
    assert_false(err_where(NULL, "x"));
    assert_false(err_fix(NULL, "x"));
}

static void test_clock_only_goes_forward(void **unused) {
    (void)unused;
    Clock clock = clock_system();
    int64_t start = clock.now_ms(clock.context), fine = clock_bench_ns();
    assert_true(clock.wall_ms(clock.context) > INT64_C(1600000000000));
    assert_true(clock.now_ms(clock.context) >= start);
    assert_true(clock_bench_ns() >= fine);
}

// Sends standard error into a file of the place while a line is logged.
static size_t logged(
        Place *place, const char *level_name, LogLevel level, char *out, size_t capacity) {
    const char *path = in(place, "log");
    fflush(stderr);
    int kept = dup(2);
    assert_non_null(freopen(path, "w", stderr));
    if (level_name)
        setenv("CONVENE_LOG", level_name, 1);
    else
        unsetenv("CONVENE_LOG");
    log_line(level, "3 214 link", "round %d", 2);
    fflush(stderr);
    dup2(kept, 2);
    close(kept);
    Bytes bytes;
    assert_true(file_read(&place->region, path, 1000, &bytes, &place->err));
    snprintf(out, capacity, "%s", (const char *)bytes.data);
    unlink(path);
    return bytes.length;
}

static void test_log_levels(void **state) {
    Place *place = *state;
    char line[200];
    assert_int_equal(logged(place, NULL, LOG_INFO, line, sizeof line), 0);
    assert_true(logged(place, NULL, LOG_WARN, line, sizeof line) > 0);
    assert_string_equal(line, "warn [3 214 link] round 2\n");
    assert_int_equal(logged(place, "error", LOG_WARN, line, sizeof line), 0);
    assert_true(logged(place, "debug", LOG_DEBUG, line, sizeof line) > 0);
    unsetenv("CONVENE_LOG");
}

int main(void) {
    const struct CMUnitTest tests[] = {
            cmocka_unit_test_setup_teardown(test_write_then_read, setup, teardown),
            cmocka_unit_test_setup_teardown(test_too_large_is_refused, setup, teardown),
            cmocka_unit_test_setup_teardown(test_what_cannot_be_read, setup, teardown),
            cmocka_unit_test_setup_teardown(test_a_pipe_is_no_file, setup, teardown),
            cmocka_unit_test_setup_teardown(
                    test_failed_write_keeps_the_old, setup, teardown),
            cmocka_unit_test_setup_teardown(test_write_into_nowhere, setup, teardown),
            cmocka_unit_test_setup_teardown(test_folders_with_parents, setup, teardown),
            cmocka_unit_test_setup_teardown(
                    test_folder_nobody_may_write_to, setup, teardown),
            cmocka_unit_test(test_err_words_and_exit_codes),
            cmocka_unit_test(test_clock_only_goes_forward),
            cmocka_unit_test_setup_teardown(test_log_levels, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
