// tests/unit/test_store_power.c — the power fails, or the disk, at every single operation of a session: what was acknowledged is there, nothing else is broken. Never: pulls a plug.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/file.h"
#include "own_folder.h"
#include "store/power.h"
#include "store/store.h"
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

enum { BEFORE = 10, AFTER = 5, FILE_MOST = 4 << 20 };

typedef struct Place {
    char folder[OWN_FOLDER_BYTES], path[OWN_FOLDER_BYTES + 40], log[OWN_FOLDER_BYTES + 48];
    Power *power;
    Region region;
    Bytes fresh; // the session file before its first batch
    Rng rng;
    Err err;
} Place;

// What was answered to whom before the end.
typedef struct Told {
    int64_t seq;
    bool erased, refused;
} Told;

static int setup(void **state) {
    Place *place = calloc(1, sizeof *place);
    Journal journal;
    JournalFact fact = {
            "session", {(const uint8_t *)"one", 3}
    };
    *state = place;
    if (!place || !own_folder_make(place->folder, "power")) return 1;
    place->power = power_install();
    place->rng = rng_seed(5, 5);
    snprintf(place->path, sizeof place->path, "%s/one.convene-session", place->folder);
    snprintf(place->log, sizeof place->log, "%s-wal", place->path);
    power_begin(place->power, POWER_GOES_ON, 0);
    if (!store_create(place->path, &fact, 1, &journal, &place->err)) return 1;
    journal.close(journal.self);
    return !file_read(&place->region, place->path, FILE_MOST, &place->fresh, &place->err);
}

static int teardown(void **state) {
    Place *place = *state;
    power_begin(place->power, POWER_GOES_ON, 0);
    int left = own_folder_remove(place->folder);
    region_clear(&place->region);
    power_remove(place->power);
    free(place);
    return left;
}

static bool append(const Place *place, Journal *journal, Told *told) {
    static const uint8_t zero[32];
    Err err = {0};
    char words_text[60];
    int64_t seq = told->seq + 1;
    Bytes text = {(const uint8_t *)"{}", 2};
    JournalBatch batch = {
            .seq = seq,
            .rules = 1,
            .format = 1,
            .source = 1,
            .command = text,
            .events = text,
            .verdict = {(const uint8_t *)"ok", 2 },
            .rng = {zero,                  16},
            .digest = {zero,                  8 }
    };
    (void)place;
    snprintf(words_text, sizeof words_text, "planted-%lld", (long long)seq);
    JournalWords words = {
            .id = seq,
            .seat = 1,
            .batch = seq,
            .kind = {(const uint8_t *)"journal",  7                 },
            .scope = {(const uint8_t *)"me",       2                 },
            .text = {(const uint8_t *)words_text, strlen(words_text)}
    };
    words.commitment = journal_commitment(words.salt, words.kind, words.text);
    if (!journal->append(journal->self, &batch, 1, &words, 1, &err)) return false;
    told->seq = seq;
    return true;
}

// A short session: acts, a snapshot, words that are erased, acts, the log is emptied, acts. Stops at the first refusal.
static void act(const Place *place, Journal *journal, Told *told) {
    Err err = {0};
    static const uint8_t state[3000] = {1};
    const int64_t ids[] = {2, 3};
    bool good = true;
    for (int32_t i = 0; good && i < BEFORE; i++)
        good = append(place, journal, told);
    JournalSnapshot snapshot = {
            told->seq, 1, {state, sizeof state}
    };
    good = good && journal->snapshot_put(journal->self, &snapshot, &err);
    good = good && journal->words_erase(journal->self, ids, 2, &err);
    told->erased = good;
    for (int32_t i = 0; good && i < 2; i++)
        good = append(place, journal, told);
    if (good) journal->empty(journal->self);
    for (int32_t i = 0; good && i < AFTER; i++)
        good = append(place, journal, told);
    told->refused = !good;
}

// After a failed write nothing is acknowledged any more, though the disk works again.
static void stays_refused(const Place *place, Journal *journal, Told told) {
    if (told.refused) assert_false(append(place, journal, &told));
}

static bool holds(Place *place, const char *path, const char *words) {
    Region region = {0};
    Bytes bytes = {0};
    bool found = file_read(&region, path, FILE_MOST, &bytes, &place->err)
                 && memmem(bytes.data, bytes.length, words, strlen(words)) != NULL;
    region_clear(&region);
    return found;
}

static void everything_told_is_there(Place *place, Told told, int64_t at) {
    Journal journal;
    if (!store_open(place->path, STORE_PLAY, &journal, &place->err))
        fail_msg("operation %lld: %s", (long long)at, place->err.what);
    int64_t seq = journal.tail(journal.self).seq;
    if (seq < told.seq || seq > told.seq + 1)
        fail_msg("operation %lld: %lld acknowledged, %lld there", (long long)at,
                (long long)told.seq, (long long)seq);
    if (!journal.verify(journal.self, &place->err))
        fail_msg("operation %lld: %s", (long long)at, place->err.what);
    journal.close(journal.self);
    if (told.erased
            && (holds(place, place->path, "planted-2")
                    || holds(place, place->log, "planted-2")))
        fail_msg("operation %lld: erased words came back", (long long)at);
}

static Told run(Place *place, PowerMode mode, int64_t at) {
    Journal journal;
    Told told = {0};
    unlink(place->log);
    assert_true(
            file_write(place->path, place->fresh.data, place->fresh.length, &place->err));
    power_begin(place->power, mode, at);
    if (!store_open(place->path, STORE_PLAY, &journal, &place->err)) return told;
    act(place, &journal, &told);
    if (mode == POWER_FAILS) stays_refused(place, &journal, told);
    journal.close(journal.self);
    return told;
}

// How many operations the session has when nothing happens.
static int64_t all_operations(Place *place) {
    Told told = run(place, POWER_GOES_ON, 0);
    assert_int_equal(told.seq, BEFORE + 2 + AFTER);
    assert_true(told.erased);
    int64_t count = power_operations(place->power);
    everything_told_is_there(place, told, 0);
    return count;
}

static void at_every_operation(Place *place, PowerMode mode, const char *what) {
    int64_t count = all_operations(place);
    assert_true(count > 50);
    for (int64_t at = 1; at <= count; at++) {
        Told told = run(place, mode, at);
        power_back(place->power, &place->rng);
        everything_told_is_there(place, told, at);
    }
    print_message("%s at each of %lld operations\n", what, (long long)count);
}

static void the_power_fails_anywhere(void **state) {
    at_every_operation(*state, POWER_LOSES_ALL, "everything that was not synced lost");
}

static void the_power_fails_in_the_middle_of_sectors(void **state) {
    for (int32_t i = 0; i < 3; i++)
        at_every_operation(*state, POWER_TEARS, "some of it lost");
}

static void an_operation_fails(void **state) {
    at_every_operation(*state, POWER_FAILS, "one failure");
}

int main(void) {
    const struct CMUnitTest tests[] = {
            cmocka_unit_test_setup_teardown(the_power_fails_anywhere, setup, teardown),
            cmocka_unit_test_setup_teardown(
                    the_power_fails_in_the_middle_of_sectors, setup, teardown),
            cmocka_unit_test_setup_teardown(an_operation_fails, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
