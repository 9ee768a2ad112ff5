// tests/unit/test_store_journal.c — sessions on disk: round trips, the chain, tampering, erasure, failures of the disk. Never: leaves files behind.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/file.h"
#include "pack/pack.h"
#include "pack/write.h"
#include "store/log.h"
#include "store/store.h"
#include "unit/own_folder.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

typedef struct Place {
    char folder[64];
    char path[256];
    char other[256];
    Region region;
    Journal journal;
    bool open;
    Err err;
} Place;

static Bytes text(const char *words) {
    return (Bytes){(const uint8_t *)words, strlen(words)};
}

static const char *in(Place *place, const char *name) {
    snprintf(place->other, sizeof place->other, "%s/%s", place->folder, name);
    return place->other;
}

static void close_journal(Place *place) {
    if (place->open) place->journal.close(place->journal.self);
    place->open = false;
}

static bool open_at(Place *place, const char *path, StoreMode mode) {
    close_journal(place);
    place->err = (Err){0};
    place->open = store_open(path, mode, &place->journal, &place->err);
    return place->open;
}

static void must_open(Place *place) {
    if (!open_at(place, place->path, STORE_PLAY))
        fail_msg("%s %s", place->err.what, place->err.where);
}

static void make(Place *place) {
    const JournalFact facts[] = {
            {"session", text("s-1")      },
            {"seed",    text("7")        },
            {"name",    text("Riverside")},
            {"pack",    text("9b2e")     }
    };
    bool made = store_create(
            place->path, facts, ARRAY_COUNT(facts), &place->journal, &place->err);
    if (!made) fail_msg("%s %s", place->err.what, place->err.where);
    place->open = true;
}

static int setup(void **state) {
    Place *place = calloc(1, sizeof *place);
    if (!place) return 1;
    if (!own_folder_make(place->folder, "store")) return 1;
    snprintf(place->path, sizeof place->path, "%s/a.convene-session", place->folder);
    make(place);
    *state = place;
    return 0;
}

static int teardown(void **state) {
    Place *place = *state;
    close_journal(place);
    region_clear(&place->region);
    int result = own_folder_remove(place->folder);
    free(place);
    return result;
}

// A batch whose every field follows from its number.
static JournalBatch batch_of(Place *place, int64_t seq) {
    static const uint8_t digest[8] = {1, 2, 3, 4, 0, 6, 7, 8};
    char *command = region_format(
            &place->region, "{\"verb\":\"lobby\",\"n\":%lld}", (long long)seq);
    char *events = region_format(&place->region, "[[\"delta\",%lld]]", (long long)seq * 3);
    char *action = region_format(&place->region, "a%lld", (long long)seq);
    bool refused = seq % 5 == 0, engine = seq % 3 == 0;
    return (JournalBatch){
            .seq = seq,
            .at_ms = 1700000000000 + seq,
            .game_ms = seq * 1000,
            .rules = 1,
            .format = 2,
            .source = engine ? 0 : (int32_t)(seq % 4) - 2,
            .device = engine ? 0 : 9,
            .action = engine ? (Bytes){0}
                : text(action),
            .command = text(command),
            .verdict = text(refused ? "not_now" : "ok"),
            .events = refused ? (Bytes){                        0}
                : text(events),
            .rng = { (const uint8_t *)command, 16},
            .digest = {                   digest, sizeof digest}
    };
}

static bool append(Place *place, int64_t from, int32_t count) {
    JournalBatch batches[64];
    for (int32_t i = 0; i < count; i++)
        batches[i] = batch_of(place, from + i);
    return place->journal.append(place->journal.self, batches, count, NULL, 0, &place->err);
}

static void must_append(Place *place, int64_t from, int32_t count) {
    if (!append(place, from, count)) fail_msg("%s", place->err.what);
}

static void same(Bytes a, Bytes b) {
    assert_int_equal(a.length, b.length);
    if (a.length) assert_memory_equal(a.data, b.data, a.length);
}

static void same_batch(const JournalBatch *a, const JournalBatch *b) {
    assert_int_equal(a->seq, b->seq);
    assert_int_equal(a->at_ms, b->at_ms);
    assert_int_equal(a->game_ms, b->game_ms);
    assert_int_equal(a->rules, b->rules);
    assert_int_equal(a->format, b->format);
    assert_int_equal(a->source, b->source);
    assert_int_equal(a->device, b->device);
    same(a->action, b->action);
    same(a->command, b->command);
    same(a->verdict, b->verdict);
    same(a->events, b->events);
    same(a->rng, b->rng);
    same(a->digest, b->digest);
}

static JournalTail tail(Place *place) { return place->journal.tail(place->journal.self); }

static void check_batches(Place *place, int64_t count) {
    JournalBatch page[16];
    int64_t seq = 1;
    int32_t got = 1;
    while (got > 0) {
        assert_true(place->journal.read(
                place->journal.self, seq, page, 16, &got, &place->region, &place->err));
        for (int32_t i = 0; i < got; i++, seq++) {
            JournalBatch wanted = batch_of(place, seq);
            same_batch(&page[i], &wanted);
        }
    }
    assert_int_equal(seq, count + 1);
}

static void test_round_trip(void **state) {
    Place *place = *state;
    assert_int_equal(tail(place).seq, 0);
    must_append(place, 1, 1);
    must_append(place, 2, 40);
    assert_int_equal(tail(place).seq, 41);
    check_batches(place, 41);
    Digest head = tail(place).head;
    must_open(place);
    assert_int_equal(tail(place).seq, 41);
    JournalTail again = tail(place);
    assert_true(digest_equal(&head, &again.head));
    check_batches(place, 41);
    must_append(place, 42, 1);
    check_batches(place, 42);
    assert_true(place->journal.verify(place->journal.self, &place->err));
}

// Two journals with the same facts and batches have the same head; one other byte gives another.
static void test_head_depends_on_everything(void **state) {
    Place *place = *state;
    const JournalFact facts[] = {
            {"seed",    text("7")  },
            {"session", text("s-1")}
    };
    Digest first = journal_first(facts, 2), none = journal_first(facts, 0);
    assert_false(digest_equal(&first, &none));
    JournalBatch base = batch_of(place, 1);
    Digest link = journal_link(&first, &base);
    JournalBatch changed[13];
    for (size_t i = 0; i < ARRAY_COUNT(changed); i++)
        changed[i] = base;
    changed[0].seq++;
    changed[1].at_ms++;
    changed[2].game_ms++;
    changed[3].rules++;
    changed[4].format++;
    changed[5].source++;
    changed[6].device++;
    changed[7].action = text("b");
    changed[8].command = text("b");
    changed[9].verdict = text("b");
    changed[10].events = text("b");
    changed[11].rng = text("b");
    changed[12].digest = text("b");
    for (size_t i = 0; i < ARRAY_COUNT(changed); i++) {
        Digest other = journal_link(&first, &changed[i]);
        if (digest_equal(&link, &other)) fail_msg("field %zu does not count", i);
    }
    Digest other = journal_link(&none, &base);
    assert_false(digest_equal(&link, &other));
}

static void test_exactly_once(void **state) {
    Place *place = *state;
    must_append(place, 1, 4);
    JournalBatch twice = batch_of(place, 5);
    twice.device = 9;
    twice.action = text("a4");
    assert_false(
            place->journal.append(place->journal.self, &twice, 1, NULL, 0, &place->err));
    assert_int_equal(place->err.kind, ERR_USAGE);
    int64_t seq = -1;
    assert_true(place->journal.find_action(
            place->journal.self, 9, text("a4"), &seq, &place->err));
    assert_int_equal(seq, 4);
    assert_true(place->journal.find_action(
            place->journal.self, 8, text("a4"), &seq, &place->err));
    assert_int_equal(seq, 0);
    // The refusal took nothing back and broke nothing; another device may use the same id.
    twice.device = 8;
    assert_true(
            place->journal.append(place->journal.self, &twice, 1, NULL, 0, &place->err));
    assert_int_equal(tail(place).seq, 5);
    must_open(place);
}

// One bad batch among good ones: none of them is there.
static void test_all_or_none(void **state) {
    Place *place = *state;
    must_append(place, 1, 2);
    JournalBatch batches[] = {batch_of(place, 3), batch_of(place, 4), batch_of(place, 5)};
    batches[2].device = 9;
    batches[2].action = text("a1");
    assert_false(
            place->journal.append(place->journal.self, batches, 3, NULL, 0, &place->err));
    assert_int_equal(tail(place).seq, 2);
    check_batches(place, 2);
    must_append(place, 3, 3);
    must_open(place);
    check_batches(place, 5);
}

static void test_most_steps(void **state) {
    Place *place = *state;
    JournalBatch batch = batch_of(place, 3);
    JournalBatch *all = calloc(JOURNAL_BATCHES_MAX + 1, sizeof *all);
    assert_non_null(all);
    for (int32_t i = 0; i <= JOURNAL_BATCHES_MAX; i++) {
        all[i] = batch;
        all[i].seq = i + 1;
    }
    Journal *journal = &place->journal;
    assert_false(journal->append(
            journal->self, all, JOURNAL_BATCHES_MAX + 1, NULL, 0, &place->err));
    assert_non_null(strstr(place->err.what, "20000"));
    assert_true(
            journal->append(journal->self, all, JOURNAL_BATCHES_MAX, NULL, 0, &place->err));
    assert_false(journal->append(
            journal->self, all + JOURNAL_BATCHES_MAX, 1, NULL, 0, &place->err));
    must_open(place);
    assert_int_equal(tail(place).seq, JOURNAL_BATCHES_MAX);
    free(all);
}

static void test_facts_and_packs(void **state) {
    Place *place = *state;
    Journal *journal = &place->journal;
    Bytes value, name;
    Digest hash = digest_of("x", 1), other = digest_of("y", 1);
    assert_true(
            journal->fact_put(journal->self, "name", text("Another name"), &place->err));
    assert_false(journal->fact_put(journal->self, "seed", text("8"), &place->err));
    assert_int_equal(place->err.kind, ERR_USAGE);
    assert_true(journal->pack_put(
            journal->self, &hash, "hall-keys", text("PK bytes"), &place->err));
    must_open(place);
    assert_true(
            journal->fact_get(journal->self, "name", &value, &place->region, &place->err));
    same(value, text("Another name"));
    assert_true(
            journal->fact_get(journal->self, "seed", &value, &place->region, &place->err));
    same(value, text("7"));
    assert_true(journal->fact_get(
            journal->self, "nothing", &value, &place->region, &place->err));
    assert_int_equal(value.length, 0);
    assert_true(journal->pack_get(
            journal->self, &hash, &name, &value, &place->region, &place->err));
    same(name, text("hall-keys"));
    same(value, text("PK bytes"));
    assert_true(journal->pack_get(
            journal->self, &other, &name, &value, &place->region, &place->err));
    assert_int_equal(name.length + value.length, 0);
}

// A session carries what it plays: the folder may change or go, the pack opens from the record.
static void test_session_carries_its_pack(void **state) {
    Place *place = *state;
    Journal *journal = &place->journal;
    Diags *diags = calloc(1, sizeof *diags);
    Pack pack, carried;
    Buffer zip = {0};
    Bytes name, bytes;
    assert_true(
            diags && pack_open(TESTS_DIR "/packs/hall-keys", &pack, diags, &place->err));
    assert_true(write_zip(&pack, &zip, &place->err));
    Bytes packed = {(const uint8_t *)zip.data, zip.length};
    assert_true(
            journal->pack_put(journal->self, &pack.hash, pack.name, packed, &place->err));
    must_open(place);
    assert_true(journal->pack_get(
            journal->self, &pack.hash, &name, &bytes, &place->region, &place->err));
    assert_true(
            pack_open_zip((const char *)name.data, bytes, &carried, diags, &place->err));
    assert_true(digest_equal(&pack.hash, &carried.hash));
    pack_close(&carried);
    pack_close(&pack);
    buffer_free(&zip);
    free(diags);
}

static void test_snapshots(void **state) {
    Place *place = *state;
    Journal *journal = &place->journal;
    JournalSnapshot found;
    assert_true(journal->snapshot_latest(
            journal->self, 100, &found, &place->region, &place->err));
    assert_int_equal(found.seq, 0);
    for (int64_t seq = 10; seq <= 300; seq += 10) {
        char *bytes = region_format(&place->region, "state after %lld", (long long)seq);
        JournalSnapshot snapshot = {seq, 3, text(bytes)};
        assert_true(journal->snapshot_put(journal->self, &snapshot, &place->err));
    }
    assert_true(journal->snapshot_latest(
            journal->self, 295, &found, &place->region, &place->err));
    assert_int_equal(found.seq, 290);
    assert_int_equal(found.format, 3);
    same(found.state, text("state after 290"));
    // Old ones make room; then folding starts further back.
    assert_true(journal->snapshot_latest(
            journal->self, 100, &found, &place->region, &place->err));
    assert_int_equal(found.seq, 0);
}

static JournalWords words_of(int64_t id, const char *said) {
    JournalWords words = {.id = id,
            .seat = 3,
            .batch = 1,
            .kind = text("whisper"),
            .scope = text("seat 3"),
            .lang = text("fr"),
            .text = text(said)};
    for (size_t i = 0; i < JOURNAL_SALT_BYTES; i++)
        words.salt[i] = (uint8_t)(0xa0 + i);
    words.commitment = journal_commitment(words.salt, words.kind, words.text);
    return words;
}

static void test_words(void **state) {
    Place *place = *state;
    Journal *journal = &place->journal;
    JournalBatch batch = batch_of(place, 1);
    JournalWords put[] = {words_of(1, "meet me behind the hall"), words_of(2, "")}, got;
    assert_true(journal->append(journal->self, &batch, 1, put, 2, &place->err));
    assert_int_equal(tail(place).words_id, 2);
    must_open(place);
    assert_int_equal(tail(place).words_id, 2);
    assert_true(journal->words_get(journal->self, 1, &got, &place->region, &place->err));
    assert_int_equal(got.seat, 3);
    assert_int_equal(got.batch, 1);
    same(got.kind, put[0].kind);
    same(got.scope, put[0].scope);
    same(got.lang, put[0].lang);
    same(got.text, put[0].text);
    assert_memory_equal(got.salt, put[0].salt, JOURNAL_SALT_BYTES);
    assert_true(digest_equal(&got.commitment, &put[0].commitment));
    assert_true(journal->words_hide(journal->self, 1, true, &place->err));
    assert_true(journal->words_get(journal->self, 1, &got, &place->region, &place->err));
    assert_int_equal(got.state, WORDS_HIDDEN);
    same(got.text, put[0].text);
    assert_true(journal->words_hide(journal->self, 1, false, &place->err));
    assert_true(journal->words_get(journal->self, 1, &got, &place->region, &place->err));
    assert_int_equal(got.state, WORDS_SHOWN);
    assert_true(journal->words_get(journal->self, 7, &got, &place->region, &place->err));
    assert_int_equal(got.id, 0);
    assert_true(journal->verify(journal->self, &place->err));
}

// How often the needle stands in the file, or 0 if there is no file.
static int count_in_file(
        Place *place, const char *name, const void *needle, size_t length) {
    Bytes bytes = {0};
    int found = 0;
    if (!file_exists(name)) return 0;
    assert_true(file_read(&place->region, name, 1u << 30, &bytes, NULL));
    for (size_t i = 0; i + length <= bytes.length; i++) {
        if (memcmp(bytes.data + i, needle, length) == 0) found++;
    }
    return found;
}

static int count_bytes(Place *place, const void *needle, size_t length) {
    char log[300];
    snprintf(log, sizeof log, "%s-wal", place->path);
    return count_in_file(place, place->path, needle, length)
           + count_in_file(place, log, needle, length);
}

static void test_erased_words_leave_no_bytes(void **state) {
    Place *place = *state;
    Journal *journal = &place->journal;
    char long_text[9000];
    for (size_t i = 0; i < sizeof long_text; i++)
        long_text[i] = (char)('a' + i % 7);
    memcpy(long_text + 6000, "deep inside it", 14);
    long_text[sizeof long_text - 1] = '\0';
    for (int64_t i = 1; i <= 20; i++) {
        JournalBatch batch = batch_of(place, i);
        JournalWords words = words_of(i, i == 7   ? "the secret of seat three"
                                         : i == 8 ? long_text
                                                  : "kept words");
        assert_true(journal->append(journal->self, &batch, 1, &words, 1, &place->err));
    }
    JournalSnapshot snapshot = {20, 1, text("the secret of seat three, in a state")};
    assert_true(journal->snapshot_put(journal->self, &snapshot, &place->err));
    uint8_t salt[JOURNAL_SALT_BYTES];
    memcpy(salt, words_of(1, "x").salt, sizeof salt);
    assert_true(count_bytes(place, "the secret of seat three", 24) > 0);
    assert_true(count_bytes(place, "deep inside it", 14) > 0);
    int64_t ids[] = {7, 8};
    assert_true(journal->words_erase(journal->self, ids, 2, &place->err));
    for (int round = 0; round < 2; round++) {
        assert_int_equal(count_bytes(place, "the secret of seat three", 24), 0);
        assert_int_equal(count_bytes(place, "deep inside it", 14), 0);
        assert_int_equal(count_bytes(place, "abcdefgabcdefg", 14), 0);
        assert_int_equal(count_bytes(place, salt, sizeof salt), 18);
        assert_true(count_bytes(place, "kept words", 10) > 0);
        assert_true(journal->verify(journal->self, &place->err));
        JournalWords got;
        assert_true(
                journal->words_get(journal->self, 7, &got, &place->region, &place->err));
        assert_int_equal(got.state, WORDS_ERASED);
        assert_int_equal(got.text.length, 0);
        must_open(place);
    }
    check_batches(place, 20);
    // Erased stays erased.
    assert_true(journal->words_hide(journal->self, 7, false, &place->err));
    JournalWords got;
    assert_true(journal->words_get(journal->self, 7, &got, &place->region, &place->err));
    assert_int_equal(got.state, WORDS_ERASED);
}

static void test_backup(void **state) {
    Place *place = *state;
    must_append(place, 1, 30);
    Digest head = tail(place).head;
    char copy[256];
    snprintf(copy, sizeof copy, "%s/copy.convene-session", place->folder);
    for (int i = 0; i < 2; i++) {
        assert_true(place->journal.backup(place->journal.self, copy, 5, &place->err));
    }
    must_append(place, 31, 1);
    assert_false(
            place->journal.backup(place->journal.self, "/proc/none/x", 5, &place->err));
    must_append(place, 32, 1);
    assert_true(open_at(place, copy, STORE_READ));
    JournalTail end = tail(place);
    assert_int_equal(end.seq, 30);
    assert_true(digest_equal(&head, &end.head));
    assert_true(place->journal.verify(place->journal.self, &place->err));
    // A copy goes on like the original.
    assert_true(open_at(place, copy, STORE_PLAY));
    must_append(place, 31, 2);
    check_batches(place, 32);
}

static void test_two_at_once(void **state) {
    Place *place = *state;
    must_append(place, 1, 1);
    Journal second;
    assert_false(store_open(place->path, STORE_PLAY, &second, &place->err));
    assert_non_null(strstr(place->err.what, "another Convene"));
    assert_false(store_open(place->path, STORE_READ, &second, &place->err));
    assert_false(store_create(place->path, NULL, 0, &second, &place->err));
    must_append(place, 2, 1);
}

static void test_reading_only(void **state) {
    Place *place = *state;
    must_append(place, 1, 3);
    close_journal(place);
    assert_int_equal(chmod(place->path, 0444), 0);
    assert_true(open_at(place, place->path, STORE_READ));
    check_batches(place, 3);
    assert_true(place->journal.verify(place->journal.self, &place->err));
    assert_false(append(place, 4, 1));
    assert_non_null(strstr(place->err.what, "reading only"));
    close_journal(place);
    char log[300];
    snprintf(log, sizeof log, "%s-wal", place->path);
    assert_false(file_exists(log));
}

static void write_file(const char *path, const void *data, size_t length) {
    assert_true(file_write(path, data, length, NULL));
}

static void must_not_open(Place *place, const char *path, ErrKind kind, const char *word) {
    assert_false(open_at(place, path, STORE_PLAY));
    if (place->err.kind != kind || !strstr(place->err.what, word)) {
        fail_msg("wanted \"%s\", got %d \"%s\"", word, (int)place->err.kind,
                place->err.what);
    }
    assert_true(place->err.where[0] && place->err.fix[0]);
}

static void test_other_files(void **state) {
    Place *place = *state;
    close_journal(place);
    Bytes whole;
    assert_true(file_read(&place->region, place->path, 1u << 30, &whole, NULL));
    uint8_t *copy = region_take(&place->region, whole.length);
    memcpy(copy, whole.data, whole.length);
    must_not_open(place, in(place, "none"), ERR_SYSTEM, "cannot be opened");
    must_not_open(place, place->folder, ERR_DAMAGED, "not a Convene session");
    write_file(in(place, "x"), "", 0);
    must_not_open(place, in(place, "x"), ERR_DAMAGED, "not a Convene session");
    write_file(in(place, "x"),
            "a letter to grandmother, quite a long one, with much more than a hundred "
            "bytes in it, yes",
            90);
    must_not_open(place, in(place, "x"), ERR_DAMAGED, "not a Convene session");
    copy[63] = 2;
    write_file(in(place, "x"), copy, whole.length);
    must_not_open(place, in(place, "x"), ERR_SYSTEM, "newer Convene");
    assert_int_equal(count_in_file(place, in(place, "x"), copy, whole.length), 1);
    copy[63] = 1;
    copy[68] ^= 1;
    write_file(in(place, "x"), copy, whole.length);
    must_not_open(place, in(place, "x"), ERR_DAMAGED, "not a Convene session");
    copy[68] ^= 1;
    write_file(in(place, "x"), copy, whole.length / 2);
    must_not_open(place, in(place, "x"), ERR_DAMAGED, "damaged");
    write_file(in(place, "x"), copy, whole.length);
    assert_true(open_at(place, in(place, "x"), STORE_PLAY));
}

static void test_places_that_cannot_be_written(void **state) {
    Place *place = *state;
    Journal journal;
    assert_false(
            store_create("/proc/none/a.convene-session", NULL, 0, &journal, &place->err));
    assert_int_equal(place->err.kind, ERR_SYSTEM);
    assert_non_null(strstr(place->err.fix, "--data"));
    write_file(in(place, "file"), "x", 1);
    assert_false(store_create(
            in(place, "file/a.convene-session"), NULL, 0, &journal, &place->err));
    assert_int_equal(place->err.kind, ERR_SYSTEM);
    assert_false(file_exists("/proc/none"));
}

// As somebody without rights: root may write everywhere, so it steps back for this test.
static void test_no_right_to_write(void **state) {
    Place *place = *state;
    enum { NOBODY = 65534 };
    must_append(place, 1, 3);
    close_journal(place);
    bool root = geteuid() == 0;
    assert_int_equal(chmod(place->path, 0444), 0);
    assert_int_equal(chmod(place->folder, 0555), 0);
    if (root) assert_int_equal(seteuid(NOBODY), 0);
    bool play = open_at(place, place->path, STORE_PLAY);
    Err refused = place->err;
    bool only_read = open_at(place, place->path, STORE_READ);
    Journal journal;
    bool made = store_create(in(place, "b"), NULL, 0, &journal, &place->err);
    if (root) assert_int_equal(seteuid(0), 0);
    assert_int_equal(chmod(place->folder, 0755), 0);
    assert_false(play);
    assert_non_null(strstr(refused.what, "cannot be written"));
    assert_true(only_read);
    check_batches(place, 3);
    assert_false(made);
    assert_int_equal(place->err.kind, ERR_SYSTEM);
    assert_non_null(strstr(place->err.fix, "--data"));
}

// The connection asks for a full sync of every commit, and writes a log beside the file.
static void test_every_commit_is_synced(void **state) {
    Place *place = *state;
    Store *store = place->journal.self;
    sqlite3_stmt *statement = NULL;
    assert_int_equal(
            sqlite3_prepare_v2(store->db, "PRAGMA synchronous", -1, &statement, NULL),
            SQLITE_OK);
    assert_int_equal(sqlite3_step(statement), SQLITE_ROW);
    assert_int_equal(sqlite3_column_int(statement, 0), 2); // FULL
    sqlite3_finalize(statement);
    assert_int_equal(
            sqlite3_prepare_v2(store->db, "PRAGMA journal_mode", -1, &statement, NULL),
            SQLITE_OK);
    assert_int_equal(sqlite3_step(statement), SQLITE_ROW);
    assert_string_equal((const char *)sqlite3_column_text(statement, 0), "wal");
    sqlite3_finalize(statement);
}

static int64_t seq_without_log(Place *place, const char *name) {
    Bytes bytes = {0};
    Journal copy;
    assert_true(file_read(&place->region, place->path, 8 << 20, &bytes, &place->err));
    write_file(in(place, name), bytes.data, bytes.length);
    if (!store_open(in(place, name), STORE_READ, &copy, &place->err)) return -1;
    int64_t seq = copy.tail(copy.self).seq;
    copy.close(copy.self);
    return seq;
}

// What is in the log comes to the file itself when it is emptied, and the log is short again.
static void test_a_log_is_emptied(void **state) {
    Place *place = *state;
    Journal *journal = &place->journal;
    Store *store = journal->self;
    must_append(place, 1, 3);
    assert_true(store->log_pages > 0);
    assert_false(journal->is_long(store));
    assert_int_equal(seq_without_log(place, "before"), 0);
    store->log_pages = LOG_ENOUGH;
    assert_true(journal->is_long(store));
    journal->empty(store);
    assert_false(journal->is_long(store));
    assert_int_equal(seq_without_log(place, "after"), 3);
    must_append(place, 4, 2);
    assert_true(store->log_pages < 8); // it begins anew
    check_batches(place, 5);
}

int main(void) {
    const struct CMUnitTest tests[] = {
            cmocka_unit_test_setup_teardown(test_round_trip, setup, teardown),
            cmocka_unit_test_setup_teardown(
                    test_head_depends_on_everything, setup, teardown),
            cmocka_unit_test_setup_teardown(test_every_commit_is_synced, setup, teardown),
            cmocka_unit_test_setup_teardown(test_a_log_is_emptied, setup, teardown),
            cmocka_unit_test_setup_teardown(test_exactly_once, setup, teardown),
            cmocka_unit_test_setup_teardown(test_all_or_none, setup, teardown),
            cmocka_unit_test_setup_teardown(test_most_steps, setup, teardown),
            cmocka_unit_test_setup_teardown(test_facts_and_packs, setup, teardown),
            cmocka_unit_test_setup_teardown(test_session_carries_its_pack, setup, teardown),
            cmocka_unit_test_setup_teardown(test_snapshots, setup, teardown),
            cmocka_unit_test_setup_teardown(test_words, setup, teardown),
            cmocka_unit_test_setup_teardown(
                    test_erased_words_leave_no_bytes, setup, teardown),
            cmocka_unit_test_setup_teardown(test_backup, setup, teardown),
            cmocka_unit_test_setup_teardown(test_two_at_once, setup, teardown),
            cmocka_unit_test_setup_teardown(test_reading_only, setup, teardown),
            cmocka_unit_test_setup_teardown(test_other_files, setup, teardown),
            cmocka_unit_test_setup_teardown(
                    test_places_that_cannot_be_written, setup, teardown),
            cmocka_unit_test_setup_teardown(test_no_right_to_write, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
