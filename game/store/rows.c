// store/rows.c — rows that the chain does not cover, guarded by check sums of their own. Never: batches.
#include "store/rows.h"
#include "base/defect.h"
#include <string.h>

enum { SNAPSHOTS_KEPT = 16 };

static const char *const STATES[] = {"shown", "hidden", "erased"};

static Bytes text_bytes(const char *text) {
    return (Bytes){(const uint8_t *)text, strlen(text)};
}

static Bytes digest_bytes(const Digest *digest) {
    return (Bytes){digest->bytes, DIGEST_BYTES};
}

static bool same_bytes(Bytes a, Bytes b) {
    return a.length == b.length && (a.length == 0 || memcmp(a.data, b.data, a.length) == 0);
}

Bytes rows_keep(Bytes bytes, Region *region) {
    char *copy = region_copy_text(region, (const char *)bytes.data, bytes.length);
    return (Bytes){(const uint8_t *)copy, bytes.length};
}

// The check sum of a row: its table and its columns in order.
static Digest sum_of(const char *table, const Bytes *columns, size_t columns_count) {
    DigestStream stream;
    digest_start(&stream);
    digest_add_piece(&stream, table, strlen(table));
    for (size_t i = 0; i < columns_count; i++) {
        const uint8_t *data = columns[i].length ? columns[i].data : (const uint8_t *)"";
        digest_add_piece(&stream, data, columns[i].length);
    }
    return digest_end(&stream);
}

// Eight bytes, the lowest first, for a sum.
typedef struct Number {
    uint8_t bytes[8];
} Number;

static Number number_of(int64_t value) {
    Number number;
    for (int i = 0; i < 8; i++)
        number.bytes[i] = (uint8_t)((uint64_t)value >> (8 * i));
    return number;
}

static Bytes number_bytes(const Number *number) { return (Bytes){number->bytes, 8}; }

static bool has_sum(const Query *row, int column, Digest wanted) {
    Digest sum;
    return sql_digest(row, column, &sum) && digest_equal(&sum, &wanted);
}

// Facts

static Digest fact_sum(Bytes key, Bytes value) {
    return sum_of("meta", (Bytes[]){key, value}, 2);
}

static bool fact_is_sound(const Query *row) {
    return has_sum(row, 2, fact_sum(sql_bytes(row, 0), sql_bytes(row, 1)));
}

bool rows_put_fact(Store *store, const char *key, Bytes value, Err *err) {
    Digest sum = fact_sum(text_bytes(key), value);
    Query query = sql_query(store, SQL_FACT_PUT);
    sql_bind_text(&query, 1, text_bytes(key));
    sql_bind_blob(&query, 2, value);
    sql_bind_blob(&query, 3, digest_bytes(&sum));
    return sql_run(&query, err);
}

bool rows_fact_put(void *self, const char *key, Bytes value, Err *err) {
    Store *store = self;
    if (journal_is_fixed(key)) {
        return err_set(err, ERR_USAGE,
                "The fact \"%s\" of a session is fixed when it is made.", key);
    }
    return sql_writable(store, err) && rows_put_fact(store, key, value, err);
}

bool rows_fact_get(void *self, const char *key, Bytes *out, Region *region, Err *err) {
    Store *store = self;
    *out = (Bytes){0};
    Query query = sql_query(store, SQL_FACT_GET);
    sql_bind_text(&query, 1, text_bytes(key));
    bool found = sql_row(&query);
    bool sound = !found || fact_is_sound(&query);
    if (found && sound) *out = rows_keep(sql_bytes(&query, 1), region);
    if (!sql_end(&query, err)) return false;
    return sound || sql_damaged(store, err, "the fact \"%s\" was changed", key);
}

bool rows_first(Store *store, Digest *out, Err *err) {
    enum { FACTS_MAX = 8 };
    JournalFact facts[FACTS_MAX];
    Region region = {0};
    int32_t count = 0;
    bool sound = true;
    Query query = sql_query(store, SQL_FACT_ALL);
    while (sound && sql_row(&query)) {
        sound = fact_is_sound(&query);
        const char *key = (const char *)rows_keep(sql_bytes(&query, 0), &region).data;
        if (!sound || !journal_is_fixed(key) || count == FACTS_MAX) continue;
        facts[count++] = (JournalFact){key, rows_keep(sql_bytes(&query, 1), &region)};
    }
    bool read = sql_end(&query, err);
    *out = journal_first(facts, count);
    region_clear(&region);
    return read
           && (sound || sql_damaged(store, err, "a fact about the session was changed"));
}

// Packs

static Digest pack_sum(Bytes hash, Bytes name, Bytes bytes) {
    return sum_of("pack", (Bytes[]){hash, name, bytes}, 3);
}

static bool pack_is_sound(const Query *row) {
    return has_sum(
            row, 3, pack_sum(sql_bytes(row, 0), sql_bytes(row, 1), sql_bytes(row, 2)));
}

bool rows_pack_put(
        void *self, const Digest *hash, const char *name, Bytes bytes, Err *err) {
    Store *store = self;
    if (!sql_writable(store, err)) return false;
    Digest sum = pack_sum(digest_bytes(hash), text_bytes(name), bytes);
    Query query = sql_query(store, SQL_PACK_PUT);
    sql_bind_blob(&query, 1, digest_bytes(hash));
    sql_bind_text(&query, 2, text_bytes(name));
    sql_bind_blob(&query, 3, bytes);
    sql_bind_blob(&query, 4, digest_bytes(&sum));
    return sql_run(&query, err);
}

bool rows_pack_get(void *self, const Digest *hash, Bytes *out_name, Bytes *out_bytes,
        Region *region, Err *err) {
    Store *store = self;
    *out_name = *out_bytes = (Bytes){0};
    Query query = sql_query(store, SQL_PACK_GET);
    sql_bind_blob(&query, 1, digest_bytes(hash));
    bool found = sql_row(&query);
    bool sound = !found || pack_is_sound(&query);
    if (found && sound) {
        *out_name = rows_keep(sql_bytes(&query, 1), region);
        *out_bytes = rows_keep(sql_bytes(&query, 2), region);
    }
    if (!sql_end(&query, err)) return false;
    return sound || sql_damaged(store, err, "the pack of the session was changed");
}

// Snapshots

static Digest snapshot_sum(int64_t seq, int64_t format, Bytes state) {
    Number a = number_of(seq), b = number_of(format);
    return sum_of("snapshot", (Bytes[]){number_bytes(&a), number_bytes(&b), state}, 3);
}

static bool snapshot_is_sound(const Query *row) {
    return has_sum(row, 3,
            snapshot_sum(sql_number(row, 0), sql_number(row, 1), sql_bytes(row, 2)));
}

static bool put_snapshot(Store *store, const JournalSnapshot *snapshot, Err *err) {
    Digest sum = snapshot_sum(snapshot->seq, snapshot->format, snapshot->state);
    Query query = sql_query(store, SQL_SNAPSHOT_PUT);
    sql_bind_number(&query, 1, snapshot->seq);
    sql_bind_number(&query, 2, snapshot->format);
    sql_bind_blob(&query, 3, snapshot->state);
    sql_bind_blob(&query, 4, digest_bytes(&sum));
    return sql_run(&query, err);
}

static bool trim_snapshots(Store *store, Err *err) {
    Query query = sql_query(store, SQL_SNAPSHOT_TRIM);
    sql_bind_number(&query, 1, SNAPSHOTS_KEPT);
    return sql_run(&query, err);
}

bool rows_snapshot_put(void *self, const JournalSnapshot *snapshot, Err *err) {
    Store *store = self;
    if (!sql_writable(store, err)) return false;
    bool good = sql_begin(store, err) && put_snapshot(store, snapshot, err)
                && trim_snapshots(store, err) && sql_commit(store, err);
    if (!good) sql_rollback(store);
    return good;
}

// A damaged snapshot is only a lost short cut: the one before it serves as well.
bool rows_snapshot_latest(
        void *self, int64_t up_to_seq, JournalSnapshot *out, Region *region, Err *err) {
    *out = (JournalSnapshot){0};
    Query query = sql_query(self, SQL_SNAPSHOT_LATEST);
    sql_bind_number(&query, 1, up_to_seq);
    while (out->seq == 0 && sql_row(&query)) {
        int32_t format;
        if (!snapshot_is_sound(&query) || !sql_small(&query, 1, &format)) continue;
        *out = (JournalSnapshot){
                sql_number(&query, 0), format, rows_keep(sql_bytes(&query, 2), region)};
    }
    return sql_end(&query, err);
}

// Words

static Digest words_sum(const JournalWords *words, Bytes salt, Bytes state) {
    Number id = number_of(words->id), seat = number_of(words->seat),
           batch = number_of(words->batch);
    return sum_of("words",
            (Bytes[]){number_bytes(&id), number_bytes(&seat), number_bytes(&batch),
                    words->kind, words->scope, words->lang, salt, words->text, state,
                    digest_bytes(&words->commitment)},
            10);
}

static Bytes salt_of(const JournalWords *words) {
    bool erased = words->state == WORDS_ERASED;
    return erased ? (Bytes){0} : (Bytes){words->salt, JOURNAL_SALT_BYTES};
}

bool rows_put_words(Store *store, const JournalWords *words, Err *err) {
    ASSERT(words->state != WORDS_ERASED);
    Bytes state = text_bytes(STATES[words->state]);
    Digest sum = words_sum(words, salt_of(words), state);
    Query query = sql_query(store, SQL_WORDS_PUT);
    sql_bind_number(&query, 1, words->id);
    sql_bind_number(&query, 2, words->seat);
    sql_bind_number(&query, 3, words->batch);
    sql_bind_text(&query, 4, words->kind);
    sql_bind_text(&query, 5, words->scope);
    sql_bind_text_or_null(&query, 6, words->lang);
    sql_bind_blob(&query, 7, salt_of(words));
    sql_bind_text(&query, 8, words->text);
    sql_bind_text(&query, 9, state);
    sql_bind_blob(&query, 10, digest_bytes(&words->commitment));
    sql_bind_blob(&query, 11, digest_bytes(&sum));
    return sql_run(&query, err);
}

static bool state_of(Bytes text, JournalWordsState *out) {
    for (size_t i = 0; i < ARRAY_COUNT(STATES); i++) {
        if (!same_bytes(text, text_bytes(STATES[i]))) continue;
        *out = (JournalWordsState)i;
        return true;
    }
    return false;
}

// Borrowed from the row; false when the row was changed behind our back.
static bool words_of_row(const Query *row, JournalWords *out) {
    *out = (JournalWords){.id = sql_number(row, 0),
            .batch = sql_number(row, 2),
            .kind = sql_bytes(row, 3),
            .scope = sql_bytes(row, 4),
            .lang = sql_bytes(row, 5),
            .text = sql_bytes(row, 7)};
    Bytes salt = sql_bytes(row, 6), state = sql_bytes(row, 8);
    bool read = sql_small(row, 1, &out->seat) && state_of(state, &out->state)
                && sql_digest(row, 9, &out->commitment);
    if (!read || !has_sum(row, 10, words_sum(out, salt, state))) return false;
    if (out->state == WORDS_ERASED) return salt.length == 0 && out->text.length == 0;
    if (salt.length != JOURNAL_SALT_BYTES) return false;
    memcpy(out->salt, salt.data, JOURNAL_SALT_BYTES);
    Digest wanted = journal_commitment(out->salt, out->kind, out->text);
    return digest_equal(&wanted, &out->commitment);
}

bool rows_words_get(void *self, int64_t id, JournalWords *out, Region *region, Err *err) {
    Store *store = self;
    bool sound = true;
    *out = (JournalWords){0};
    Query query = sql_query(store, SQL_WORDS_FROM);
    sql_bind_number(&query, 1, id);
    sql_bind_number(&query, 2, 1);
    if (sql_row(&query) && sql_number(&query, 0) == id) {
        sound = words_of_row(&query, out);
        Bytes *parts[] = {&out->kind, &out->scope, &out->lang, &out->text};
        for (size_t i = 0; i < ARRAY_COUNT(parts); i++)
            *parts[i] = rows_keep(*parts[i], region);
    }
    if (!sql_end(&query, err)) return false;
    return sound
           || sql_damaged(
                   store, err, "the words with number %lld were changed", (long long)id);
}

bool rows_last_words(Store *store, int64_t *out, Err *err) {
    Query query = sql_query(store, SQL_WORDS_LAST);
    *out = sql_row(&query) ? sql_number(&query, 0) : 0;
    return sql_end(&query, err);
}

// Writes state, salt and text of words that exist; nothing if they do not.
static bool change_words(Store *store, int64_t id, JournalWordsState state, Err *err) {
    Region region = {0};
    JournalWords words;
    bool good = rows_words_get(store, id, &words, &region, err);
    if (good && words.id == id && words.state != WORDS_ERASED) {
        words.state = state;
        if (state == WORDS_ERASED) words.text = (Bytes){0};
        Bytes state_text = text_bytes(STATES[state]), salt = salt_of(&words);
        Digest sum = words_sum(&words, salt, state_text);
        Query query = sql_query(store, SQL_WORDS_CHANGE);
        sql_bind_number(&query, 1, id);
        if (state == WORDS_ERASED) {
            sql_bind_null(&query, 2);
            sql_bind_null(&query, 3);
        } else {
            sql_bind_blob(&query, 2, salt);
            sql_bind_text(&query, 3, words.text);
        }
        sql_bind_text(&query, 4, state_text);
        sql_bind_blob(&query, 5, digest_bytes(&sum));
        good = sql_run(&query, err);
    }
    region_clear(&region);
    return good;
}

bool rows_words_hide(void *self, int64_t id, bool hidden, Err *err) {
    Store *store = self;
    return sql_writable(store, err)
           && change_words(store, id, hidden ? WORDS_HIDDEN : WORDS_SHOWN, err);
}

static bool erase_all(Store *store, const int64_t *ids, int32_t ids_count, Err *err) {
    for (int32_t i = 0; i < ids_count; i++) {
        if (!change_words(store, ids[i], WORDS_ERASED, err)) return false;
    }
    Query query = sql_query(store, SQL_SNAPSHOT_DROP);
    return sql_run(&query, err);
}

// The rows are overwritten first; then the file is built anew and its log emptied, so that no
// older picture of a page keeps the words.
bool rows_words_erase(void *self, const int64_t *ids, int32_t ids_count, Err *err) {
    Store *store = self;
    if (!sql_writable(store, err)) return false;
    bool good = sql_begin(store, err) && erase_all(store, ids, ids_count, err)
                && sql_commit(store, err);
    if (!good) {
        sql_rollback(store);
        return false;
    }
    if (DEFECT(DEFECT_KEEPS_WORDS)) return true;
    return sql_execute(store, "PRAGMA wal_checkpoint(TRUNCATE)", err)
           && sql_execute(store, "VACUUM", err)
           && sql_execute(store, "PRAGMA wal_checkpoint(TRUNCATE)", err);
}

// All rows

static bool check_rows(Store *store, Statement statement,
        bool (*is_sound)(const Query *row), const char *what, Err *err) {
    bool sound = true;
    Query query = sql_query(store, statement);
    if (statement == SQL_WORDS_FROM || statement == SQL_SNAPSHOT_LATEST) {
        sql_bind_number(&query, 1, statement == SQL_WORDS_FROM ? INT64_MIN : INT64_MAX);
    }
    if (statement == SQL_WORDS_FROM) sql_bind_number(&query, 2, -1);
    while (sound && sql_row(&query))
        sound = is_sound(&query);
    if (!sql_end(&query, err)) return false;
    return sound || sql_damaged(store, err, "%s", what);
}

static bool words_are_sound(const Query *row) {
    JournalWords words;
    return words_of_row(row, &words);
}

bool rows_check(Store *store, Err *err) {
    return check_rows(store, SQL_FACT_ALL, fact_is_sound,
                   "a fact about the session was changed", err)
           && check_rows(store, SQL_PACK_ALL, pack_is_sound,
                   "the pack of the session was changed", err)
           && check_rows(store, SQL_WORDS_FROM, words_are_sound,
                   "words of a person were changed", err)
           && check_rows(store, SQL_SNAPSHOT_LATEST, snapshot_is_sound,
                   "a snapshot was changed", err);
}
