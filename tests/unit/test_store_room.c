// tests/unit/test_store_room.c — free space at each limit and one past it, the reserve, and a session that goes on in another file. Never: fills a disk.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/file.h"
#include "own_folder.h"
#include "store/room.h"
#include "store/store.h"
#include <string.h>
#include <unistd.h>

typedef struct Place {
    char folder[OWN_FOLDER_BYTES], path[OWN_FOLDER_BYTES + 40];
    Err err;
} Place;

static int setup(void **state) {
    Place *place = calloc(1, sizeof *place);
    *state = place;
    if (!place || !own_folder_make(place->folder, "room")) return 1;
    snprintf(place->path, sizeof place->path, "%s/one.convene-session", place->folder);
    return 0;
}

static int teardown(void **state) {
    Place *place = *state;
    int left = own_folder_remove(place->folder);
    free(place);
    return left;
}

static void little_room_is_said_and_less_is_refused(void **state) {
    Place *place = *state;
    assert_true(room_is_enough(ROOM_LEAST_MIB, place->folder, &place->err));
    assert_true(room_is_enough(-1, place->folder, &place->err)); // nobody knows
    assert_false(room_is_enough(ROOM_LEAST_MIB - 1, place->folder, &place->err));
    assert_int_equal(place->err.kind, ERR_SYSTEM);
    assert_non_null(strstr(place->err.what, "199 MiB are free"));
    assert_non_null(strstr(place->err.fix, "--data"));
    assert_true(room_is_little(ROOM_LITTLE_MIB - 1));
    assert_false(room_is_little(ROOM_LITTLE_MIB));
    assert_false(room_is_little(-1));
    assert_true(room_free_mib(place->folder) >= 0);
    assert_int_equal(room_free_mib("/nowhere/at/all"), -1);
}

static void a_reserve_is_kept_and_given_back(void **state) {
    Place *place = *state;
    char path[OWN_FOLDER_BYTES + 40];
    snprintf(path, sizeof path, "%s/.convene-reserve", place->folder);
    bool kept = room_keep_reserve(place->folder);
    assert_int_equal(file_exists(path), kept);
    if (kept) assert_true(room_keep_reserve(place->folder)); // once more changes nothing
    room_give_reserve(place->folder);
    assert_false(file_exists(path));
    room_give_reserve(place->folder);
    assert_false(room_keep_reserve("/nowhere/at/all"));
}

static JournalBatch batch_of(int64_t seq) {
    static const uint8_t zero[32];
    Bytes text = {(const uint8_t *)"{}", 2};
    return (JournalBatch){
            .seq = seq,
            .rules = 1,
            .format = 1,
            .command = text,
            .events = text,
            .verdict = {(const uint8_t *)"ok", 2 },
            .rng = {zero,                  16},
            .digest = {zero,                  8 }
    };
}

static void append(Place *place, Journal *journal, int64_t seq) {
    JournalBatch batch = batch_of(seq);
    assert_true(journal->append(journal->self, &batch, 1, NULL, 0, &place->err));
}

// Whoever holds the journal goes on with it; the old file stays as it was, the new one has everything.
static void a_session_goes_on_in_another_file(void **state) {
    Place *place = *state;
    Journal journal;
    char other[OWN_FOLDER_BYTES + 40];
    JournalFact fact = {
            "session", {(const uint8_t *)"one", 3}
    };
    snprintf(other, sizeof other, "%s/two.convene-session", place->folder);
    assert_true(store_create(place->path, &fact, 1, &journal, &place->err));
    append(place, &journal, 1);
    append(place, &journal, 2);
    assert_false(journal.move(journal.self, place->path, &place->err));
    assert_non_null(strstr(place->err.what, "a file of this name"));
    assert_false(journal.move(journal.self, "/proc/no/two", &place->err));
    append(place, &journal, 3); // a failed attempt changed nothing
    assert_true(journal.move(journal.self, other, &place->err));
    append(place, &journal, 4);
    JournalCopy copy;
    Region region = {0};
    int32_t copies = 0; // the old file is known, for what is erased later
    assert_true(journal.copies(journal.self, &copy, 1, &copies, &region, &place->err));
    assert_int_equal(copies, 1);
    assert_string_equal(copy.place, place->path);
    region_clear(&region);
    assert_int_equal(journal.tail(journal.self).seq, 4);
    assert_true(journal.verify(journal.self, &place->err));
    journal.close(journal.self);
    assert_true(store_open(place->path, STORE_PLAY, &journal, &place->err));
    assert_int_equal(journal.tail(journal.self).seq, 3);
    journal.close(journal.self);
    assert_true(store_open(other, STORE_PLAY, &journal, &place->err));
    assert_int_equal(journal.tail(journal.self).seq, 4);
    journal.close(journal.self);
}

int main(void) {
    const struct CMUnitTest tests[] = {
            cmocka_unit_test_setup_teardown(
                    little_room_is_said_and_less_is_refused, setup, teardown),
            cmocka_unit_test_setup_teardown(
                    a_reserve_is_kept_and_given_back, setup, teardown),
            cmocka_unit_test_setup_teardown(
                    a_session_goes_on_in_another_file, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
