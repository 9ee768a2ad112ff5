// tests/unit/test_store_tamper.c — what is changed behind the store's back is found, and a failing disk loses nothing. Never: leaves files behind.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/file.h"
#include "store/store.h"
#include "unit/own_folder.h"
#include <fcntl.h>
#include <signal.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

enum { BATCHES = 40, WORDS = 5, STEP = 13 };

typedef struct Place {
    char folder[64];
    char path[256];
    Bytes whole;   // the untouched file
    Digest said;   // everything its journal says
    Region kept;   // holds the whole file
    Region region; // what one look reads
    Err err;
} Place;

static Bytes text(const char *words) {
    return (Bytes){(const uint8_t *)words, strlen(words)};
}

static JournalBatch batch_of(Region *region, int64_t seq) {
    char *command = region_format(region,
            "{\"verb\":\"campaign\",\"target\":\"mayor\",\"n\":%lld}", (long long)seq);
    return (JournalBatch){.seq = seq,
            .at_ms = 1700000000000 + seq,
            .game_ms = seq * 700,
            .rules = 1,
            .format = 1,
            .source = 2,
            .device = 4,
            .action = text(region_format(region, "act-%lld", (long long)seq)),
            .command = text(command),
            .verdict = text("ok"),
            .events = text(region_format(region,
                    "[[\"delta\",\"heat\",%lld],[\"delta\",\"public\",-3]]",
                    (long long)seq)),
            .rng = text("0123456789abcdef"),
            .digest = text("DIGESTof")};
}

static JournalWords words_of(int64_t id) {
    JournalWords words = {.id = id,
            .seat = 2,
            .batch = id,
            .kind = text("label"),
            .scope = text("all"),
            .text = text("A wall of words")};
    words.salt[0] = (uint8_t)id;
    words.commitment = journal_commitment(words.salt, words.kind, words.text);
    return words;
}

static void fill(Place *place, Journal *journal) {
    Digest pack = digest_of("pack", 4);
    JournalSnapshot snapshot = {20, 1, text("the whole State, as bytes")};
    for (int64_t seq = 1; seq <= BATCHES; seq++) {
        JournalBatch batch = batch_of(&place->region, seq);
        JournalWords words = words_of(seq);
        int32_t with_words = seq <= WORDS ? 1 : 0;
        assert_true(
                journal->append(journal->self, &batch, 1, &words, with_words, &place->err));
    }
    assert_true(journal->pack_put(journal->self, &pack, "hall-keys",
            text("PK the bytes of the pack"), &place->err));
    assert_true(journal->snapshot_put(journal->self, &snapshot, &place->err));
}

static void add(DigestStream *stream, Bytes bytes) {
    digest_add_piece(stream, bytes.length ? bytes.data : (const uint8_t *)"", bytes.length);
}

// A fingerprint of all that anybody can read through the journal. False if reading fails.
static bool listen(Place *place, Journal *journal, Digest *out) {
    DigestStream stream;
    Digest pack = digest_of("pack", 4);
    JournalBatch batches[BATCHES + 1];
    JournalSnapshot snapshot;
    Bytes name, bytes;
    int32_t count;
    void *self = journal->self;
    digest_start(&stream);
    if (!journal->read(self, 1, batches, BATCHES + 1, &count, &place->region, &place->err))
        return false;
    Digest link = digest_of("", 0);
    for (int32_t i = 0; i < count; i++)
        link = journal_link(&link, &batches[i]);
    digest_add(&stream, link.bytes, DIGEST_BYTES);
    for (int64_t id = 1; id <= WORDS; id++) {
        JournalWords words;
        if (!journal->words_get(self, id, &words, &place->region, &place->err))
            return false;
        add(&stream, words.text);
        add(&stream, words.kind);
        digest_add(&stream, words.salt, JOURNAL_SALT_BYTES);
    }
    bool read = journal->fact_get(self, "seed", &bytes, &place->region, &place->err);
    if (!read) return false;
    add(&stream, bytes);
    if (!journal->pack_get(self, &pack, &name, &bytes, &place->region, &place->err))
        return false;
    add(&stream, name);
    add(&stream, bytes);
    if (!journal->snapshot_latest(self, BATCHES, &snapshot, &place->region, &place->err))
        return false;
    add(&stream, snapshot.state);
    *out = digest_end(&stream);
    return true;
}

static int setup(void **state) {
    Place *place = calloc(1, sizeof *place);
    if (!place) return 1;
    if (!own_folder_make(place->folder, "tamper")) return 1;
    snprintf(place->path, sizeof place->path, "%s/a.convene-session", place->folder);
    const JournalFact facts[] = {
            {"session", text("s-1")},
            {"seed",    text("7")  }
    };
    Journal journal;
    assert_true(store_create(place->path, facts, 2, &journal, &place->err));
    fill(place, &journal);
    assert_true(listen(place, &journal, &place->said));
    journal.close(journal.self);
    assert_true(file_read(&place->kept, place->path, 1u << 30, &place->whole, NULL));
    *state = place;
    return 0;
}

static int teardown(void **state) {
    Place *place = *state;
    region_clear(&place->kept);
    region_clear(&place->region);
    int result = own_folder_remove(place->folder);
    free(place);
    return result;
}

// True if the file as it is now is refused, by opening or by looking at everything.
static bool is_found(Place *place, StoreMode mode, bool *out_says_the_same) {
    Journal journal;
    Digest said;
    place->err = (Err){0};
    *out_says_the_same = false;
    if (!store_open(place->path, mode, &journal, &place->err)) return true;
    bool sound = journal.verify(journal.self, &place->err);
    if (sound)
        *out_says_the_same =
                listen(place, &journal, &said) && digest_equal(&said, &place->said);
    journal.close(journal.self);
    return !sound;
}

static void write_changed(Place *place, const uint8_t *bytes) {
    char log[300];
    snprintf(log, sizeof log, "%s-wal", place->path);
    unlink(log);
    assert_true(file_write(place->path, bytes, place->whole.length, NULL));
}

// Turns one byte of the file over and back; reading alone leaves the rest as it was.
static bool is_flip_found(Place *place, int file, size_t at, bool *out_says_the_same) {
    uint8_t before = place->whole.data[at], after = before ^ 0xff;
    assert_int_equal(pwrite(file, &after, 1, (off_t)at), 1);
    bool found = is_found(place, STORE_READ, out_says_the_same);
    assert_int_equal(pwrite(file, &before, 1, (off_t)at), 1);
    if (found) assert_true(place->err.what[0] && place->err.where[0] && place->err.fix[0]);
    region_clear(&place->region);
    return found;
}

// Every 13th byte. Either it is found, or it lies in a place that holds no content (the empty middle of
// a page, a counter in the header) and the journal still says exactly the same.
static void test_flipped_bytes(void **state) {
    Place *place = *state;
    size_t found = 0, harmless = 0;
    int file = open(place->path, O_RDWR);
    assert_true(file >= 0);
    for (size_t at = 0; at < place->whole.length; at += STEP) {
        bool same = false, in_header = at < 100, empty = place->whole.data[at] == 0;
        if (is_flip_found(place, file, at, &same)) {
            found++;
            continue;
        }
        if (!same)
            fail_msg("byte %zu changes what the journal says, and nobody sees it", at);
        if (!empty && !in_header) fail_msg("the content at byte %zu can change unseen", at);
        harmless++;
    }
    close(file);
    print_message("%zu bytes found, %zu without content\n", found, harmless);
    assert_true(found > 500);
}

// Runs SQL on the file as a stranger with a database program would.
static void strike(Place *place, const char *sql) {
    sqlite3 *db;
    assert_int_equal(sqlite3_open(place->path, &db), SQLITE_OK);
    int code = sqlite3_exec(db, sql, NULL, NULL, NULL);
    if (code != SQLITE_OK) fail_msg("%s: %s", sql, sqlite3_errmsg(db));
    sqlite3_close(db);
}

typedef struct Strike {
    const char *sql, *word; // what the refusal must say
} Strike;

static const Strike STRIKES[] = {
        {"UPDATE batch SET verdict = 'not_now' WHERE seq = 12",                 "batch 12"},
        {"UPDATE batch SET at_ms = at_ms + 1 WHERE seq = 1",                    "batch 1" },
        {"UPDATE batch SET source = source + 4294967296 WHERE seq = 9",         "batch 9" },
        {"UPDATE batch SET device = NULL WHERE seq = 3",                        "batch 3" },
        {"UPDATE batch SET hash = zeroblob(32) WHERE seq = 40",                 "batch 40"},
        {"UPDATE batch SET prev = zeroblob(32) WHERE seq = 5",                  "batch 5" },
        {"UPDATE batch SET hash = zeroblob(31) WHERE seq = 6",                  "batch 6" },
        {"DELETE FROM batch WHERE seq = 20",                                    "batch 20"},
        {"DELETE FROM batch WHERE seq = 1",                                     "batch 1" },
        {"INSERT INTO batch SELECT 41, at_ms, game_ms, rules, format, source, device, "
         "'new', command, verdict, events, rng,"
         " digest, prev, hash FROM batch WHERE seq = 40",              "batch 41"},
        {"UPDATE batch SET seq = 99 WHERE seq = 40",                            "batch 40"},
        {"UPDATE meta SET value = x'38' WHERE key = 'seed'",                    "fact"    },
        {"DELETE FROM meta WHERE key = 'seed'",                                 "batch 1" },
        {"UPDATE words SET text = 'other words' WHERE id = 2",                  "words"   },
        {"UPDATE words SET scope = 'board' WHERE id = 2",                       "words"   },
        {"UPDATE words SET state = 'erased' WHERE id = 2",                      "words"   },
        {"UPDATE pack SET bytes = x'00'",                                       "pack"    },
        {"UPDATE snapshot SET state = x'00'",                                   "snapshot"},
        {"CREATE TRIGGER t AFTER INSERT ON batch BEGIN DELETE FROM words; END", "tables"  },
        {"CREATE VIEW v AS SELECT 1",                                           "tables"  },
        {"CREATE TABLE more (x)",                                               "tables"  },
        {"DROP TABLE draft",                                                    "table"   },
        {"DROP TABLE words",                                                    "table"   },
        {"DROP INDEX batch_action",                                             "tables"  },
        {"ALTER TABLE batch ADD COLUMN extra TEXT",                             "tables"  },
};

static void test_changed_rows(void **state) {
    Place *place = *state;
    for (size_t i = 0; i < ARRAY_COUNT(STRIKES); i++) {
        bool same = false;
        write_changed(place, place->whole.data);
        strike(place, STRIKES[i].sql);
        bool found = is_found(place, STORE_PLAY, &same);
        if (!found) fail_msg("nobody saw: %s", STRIKES[i].sql);
        if (!strstr(place->err.what, STRIKES[i].word))
            fail_msg("%s: %s", STRIKES[i].sql, place->err.what);
        assert_int_equal(place->err.kind, ERR_DAMAGED);
    }
    bool same = false;
    write_changed(place, place->whole.data);
    assert_false(is_found(place, STORE_PLAY, &same));
    assert_true(same);
}

// Cut at any page the file is refused.
static void test_cut_files(void **state) {
    Place *place = *state;
    for (size_t length = 0; length < place->whole.length; length += 4096) {
        bool same = false;
        assert_true(file_write(place->path, place->whole.data, length, NULL));
        assert_true(is_found(place, STORE_PLAY, &same));
    }
}

// The file may not grow: as on a full disk, writing fails; nothing that was acknowledged is lost, and
// the journal does not go on as if the disk were well.
static void test_full_disk(void **state) {
    Place *place = *state;
    struct rlimit before, tight;
    Journal journal;
    assert_true(store_open(place->path, STORE_PLAY, &journal, &place->err));
    assert_int_equal(getrlimit(RLIMIT_FSIZE, &before), 0);
    tight = before;
    tight.rlim_cur = 64 * 1024;
    signal(SIGXFSZ, SIG_IGN);
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &tight), 0);
    int64_t acknowledged = BATCHES;
    bool good = true;
    while (good && acknowledged < BATCHES + 1000) {
        JournalBatch batch = batch_of(&place->region, acknowledged + 1);
        good = journal.append(journal.self, &batch, 1, NULL, 0, &place->err);
        if (good) acknowledged++;
    }
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &before), 0);
    assert_false(good);
    assert_int_equal(place->err.kind, ERR_SYSTEM);
    assert_non_null(strstr(place->err.what, "disk"));
    JournalBatch batch = batch_of(&place->region, acknowledged + 1);
    assert_false(journal.append(journal.self, &batch, 1, NULL, 0, &place->err));
    assert_non_null(strstr(place->err.what, "Saving failed before"));
    assert_int_equal(journal.tail(journal.self).seq, acknowledged);
    journal.close(journal.self);
    if (!store_open(place->path, STORE_PLAY, &journal, &place->err))
        fail_msg("%s", place->err.what);
    int64_t seq = journal.tail(journal.self).seq;
    assert_true(seq == acknowledged || seq == acknowledged + 1);
    batch = batch_of(&place->region, seq + 1);
    assert_true(journal.append(journal.self, &batch, 1, NULL, 0, &place->err));
    journal.close(journal.self);
}

int main(void) {
    const struct CMUnitTest tests[] = {
            cmocka_unit_test_setup_teardown(test_flipped_bytes, setup, teardown),
            cmocka_unit_test_setup_teardown(test_changed_rows, setup, teardown),
            cmocka_unit_test_setup_teardown(test_cut_files, setup, teardown),
            cmocka_unit_test_setup_teardown(test_full_disk, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
