// tests/unit/test_store_kill.c — kill -9 at any moment: every acknowledged batch is there and the chain is whole. Never: leaves files behind.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/file.h"
#include "base/rng.h"
#include "store/store.h"
#include "unit/own_folder.h"
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { KILLS = 240, KILLS_A_FILE = 20, GROUP_MAX = 4 };

typedef struct Place {
    char folder[64];
    char path[256], copy[256];
    Region region;
    Rng rng;
    int32_t killed_while_making, killed_before_an_answer, saved_without_answer;
    int64_t acknowledged; // over all files
    Err err;
} Place;

static Bytes text(const char *words) {
    return (Bytes){(const uint8_t *)words, strlen(words)};
}

static JournalBatch batch_of(Region *region, int64_t seq) {
    // Some batches are long, so that a commit spans many pages.
    size_t length = 20 + (size_t)rng_mix(1, (uint64_t)seq) % (seq % 7 == 0 ? 30000 : 300);
    char *events = region_take(region, length);
    memset(events, 'a' + (int)(seq % 26), length);
    return (JournalBatch){
            .seq = seq,
            .at_ms = seq,
            .game_ms = seq,
            .rules = 1,
            .format = 1,
            .source = (int32_t)(seq % 9),
            .device = 1,
            .action = text(region_format(region, "a%lld", (long long)seq)),
            .command = text("{}"),
            .verdict = text("ok"),
            .events = {(uint8_t *)events, length},
            .rng = text("rng"),
            .digest = text("digest")
    };
}

static JournalWords words_of(int64_t id) {
    JournalWords words = {.id = id,
            .seat = 1,
            .batch = id,
            .kind = text("label"),
            .scope = text("all"),
            .text = text("words somebody said")};
    words.commitment = journal_commitment(words.salt, words.kind, words.text);
    return words;
}

// What a session does besides appending, so that these moments are hit as well.
static bool other_work(const Place *place, Journal *journal, int64_t seq) {
    JournalSnapshot snapshot = {seq, 1, text("a State of this session")};
    int64_t id = seq / 3;
    Err err;
    if (seq % 5 == 0 && !journal->snapshot_put(journal->self, &snapshot, &err))
        return false;
    if (seq % 11 == 0 && !journal->words_erase(journal->self, &id, 1, &err)) return false;
    if (seq % 13 == 0 && !journal->fact_put(journal->self, "phase", text("x"), &err))
        return false;
    return seq % 17 != 0 || journal->backup(journal->self, place->copy, seq, &err);
}

// Appends groups of 1..4 batches for ever and tells each seq once it is saved.
static _Noreturn void play(const Place *place, int out) {
    Journal journal;
    Region region = {0};
    Err err;
    const JournalFact facts[] = {
            {"seed", text("7")}
    };
    bool there = file_exists(place->path);
    bool good = there ? store_open(place->path, STORE_PLAY, &journal, &err)
                      : store_create(place->path, facts, 1, &journal, &err);
    while (good) {
        JournalTail tail = journal.tail(journal.self);
        JournalBatch batches[GROUP_MAX];
        int32_t count = 1 + (int32_t)(tail.seq % GROUP_MAX);
        for (int32_t i = 0; i < count; i++)
            batches[i] = batch_of(&region, tail.seq + 1 + i);
        JournalWords words = words_of(tail.words_id + 1);
        good = journal.append(journal.self, batches, count, &words, 1, &err);
        int64_t seq = tail.seq + count;
        good = good && write(out, &seq, sizeof seq) == sizeof seq
               && other_work(place, &journal, seq);
        region_clear(&region);
    }
    _exit(3);
}

static void wait_us(uint32_t us) {
    struct timespec pause = {0, (long)us * 1000};
    nanosleep(&pause, NULL);
}

// Lets a child play until it has given some answers and a little longer, kills it, and returns the
// last seq it was told is saved; `before` if it gave none.
static int64_t play_and_kill(Place *place, int64_t before) {
    int ends[2], status;
    assert_int_equal(pipe(ends), 0);
    // One in two new files is killed while it is made, one in four others before it answers; the
    // rest are waited for, so that a slow machine comes to its answers too.
    bool making = !file_exists(place->path);
    bool early = rng_draw(&place->rng, making ? 2 : 4) == 0;
    uint32_t answers = early ? 0 : 1 + rng_draw(&place->rng, 15);
    pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0) {
        close(ends[0]);
        play(place, ends[1]);
    }
    close(ends[1]);
    int64_t seq, last = before;
    for (uint32_t i = 0; i < answers && read(ends[0], &seq, sizeof seq) == sizeof seq; i++)
        last = seq;
    wait_us(rng_draw(&place->rng, making ? 12000 : answers == 0 ? 20000 : 3000));
    assert_int_equal(kill(child, SIGKILL), 0);
    assert_int_equal(waitpid(child, &status, 0), child);
    // A child that stopped by itself could not save: that is a fault of its own.
    assert_true(WIFSIGNALED(status));
    while (read(ends[0], &seq, sizeof seq) == sizeof seq)
        last = seq;
    close(ends[0]);
    if (last == before) place->killed_before_an_answer++;
    return last;
}

static void check_batches(Place *place, Journal *journal, int64_t count) {
    JournalBatch page[16];
    int32_t got = 1;
    int64_t seq = 1;
    while (got > 0) {
        bool read = journal->read(
                journal->self, seq, page, 16, &got, &place->region, &place->err);
        if (!read) fail_msg("%s", place->err.what);
        for (int32_t i = 0; i < got; i++, seq++) {
            JournalBatch wanted = batch_of(&place->region, seq);
            assert_int_equal(page[i].seq, seq);
            assert_int_equal(page[i].events.length, wanted.events.length);
            assert_memory_equal(
                    page[i].events.data, wanted.events.data, wanted.events.length);
        }
        region_clear(&place->region);
    }
    assert_int_equal(seq, count + 1);
}

// Returns the last seq of the reopened file: what carries the session's name is whole.
static int64_t reopen(Place *place, StoreMode mode, int64_t acknowledged) {
    Journal journal;
    bool good = store_open(place->path, mode, &journal, &place->err);
    if (!good) fail_msg("after batch %lld: %s", (long long)acknowledged, place->err.what);
    JournalTail tail = journal.tail(journal.self);
    if (tail.seq < acknowledged) {
        fail_msg("batch %lld was acknowledged, the file ends at %lld",
                (long long)acknowledged, (long long)tail.seq);
    }
    assert_true(tail.seq <= acknowledged + GROUP_MAX);
    if (!journal.verify(journal.self, &place->err)) fail_msg("%s", place->err.what);
    check_batches(place, &journal, tail.seq);
    journal.close(journal.self);
    return tail.seq;
}

static void check_copy(Place *place) {
    Journal journal;
    if (!file_exists(place->copy)) return;
    if (!store_open(place->copy, STORE_READ, &journal, &place->err))
        fail_msg("%s", place->err.what);
    if (!journal.verify(journal.self, &place->err)) fail_msg("%s", place->err.what);
    journal.close(journal.self);
}

static void remove_session(Place *place) {
    static const char *const endings[] = {
            "", "-wal", "-shm", "-journal", ".new", ".new-wal", ".new-shm", ".new-journal"};
    for (size_t i = 0; i < ARRAY_COUNT(endings); i++) {
        char name[300];
        snprintf(name, sizeof name, "%s%s", place->path, endings[i]);
        unlink(name);
    }
}

static void kill_one_file(Place *place) {
    int64_t seq = 0;
    for (int32_t i = 0; i < KILLS_A_FILE; i++) {
        int64_t told = play_and_kill(place, seq);
        place->acknowledged += told - seq;
        if (!file_exists(place->path)) {
            assert_int_equal(told, 0);
            place->killed_while_making++;
            continue;
        }
        // Reading alone must not need the right to write, nor change what is found.
        int64_t seen = reopen(place, STORE_READ, told);
        seq = reopen(place, STORE_PLAY, told);
        assert_int_equal(seen, seq);
        if (seq > told) place->saved_without_answer++;
    }
    check_copy(place);
    remove_session(place);
}

static void test_kill_at_any_moment(void **state) {
    Place *place = *state;
    for (int32_t i = 0; i < KILLS / KILLS_A_FILE; i++)
        kill_one_file(place);
    print_message("%d kills: %lld batches acknowledged, none lost; %d before an answer, %d "
                  "while the file was "
                  "made, %d saved but not yet answered\n",
            KILLS, (long long)place->acknowledged, place->killed_before_an_answer,
            place->killed_while_making, place->saved_without_answer);
    assert_true(place->acknowledged > KILLS);
}

static int setup(void **state) {
    Place *place = calloc(1, sizeof *place);
    if (!place) return 1;
    if (!own_folder_make(place->folder, "kill")) return 1;
    snprintf(place->path, sizeof place->path, "%s/a.convene-session", place->folder);
    snprintf(place->copy, sizeof place->copy, "%s/copy.convene-session", place->folder);
    place->rng = rng_seed((uint64_t)getpid(), 1);
    *state = place;
    return 0;
}

static int teardown(void **state) {
    Place *place = *state;
    region_clear(&place->region);
    int result = own_folder_remove(place->folder);
    free(place);
    return result;
}

int main(void) {
    const struct CMUnitTest tests[] = {
            cmocka_unit_test_setup_teardown(test_kill_at_any_moment, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
