// store/batches.c — one transaction for each append and the claims that wait, the chain computed on the way in and on the way out. Never: looks inside a batch.
#include "store/batches.h"
#include "store/claims.h"
#include "store/rows.h"

enum { COLUMN_PREV = 13, COLUMN_HASH = 14 };

static Bytes digest_bytes(const Digest *digest) {
    return (Bytes){digest->bytes, DIGEST_BYTES};
}

static void bind_batch(Query *query, const JournalBatch *batch) {
    sql_bind_number(query, 1, batch->seq);
    sql_bind_number(query, 2, batch->at_ms);
    sql_bind_number(query, 3, batch->game_ms);
    sql_bind_number(query, 4, batch->rules);
    sql_bind_number(query, 5, batch->format);
    sql_bind_number(query, 6, batch->source);
    if (batch->device != 0 || batch->action.length > 0)
        sql_bind_number(query, 7, batch->device);
    else
        sql_bind_null(query, 7);
    sql_bind_text_or_null(query, 8, batch->action);
    sql_bind_blob(query, 9, batch->command);
    sql_bind_text(query, 10, batch->verdict);
    sql_bind_blob(query, 11, batch->events);
    sql_bind_blob(query, 12, batch->rng);
    sql_bind_blob(query, 13, batch->digest);
}

// A double is the sender's repetition, not a failure of the disk: the store stays healthy.
static bool already_there(const JournalBatch *batch, Err *err) {
    err_set(err, ERR_USAGE, "This act of device %lld was saved before.",
            (long long)batch->device);
    return err_fix(err, "answer with what was said then.");
}

static bool put_batch(
        Store *store, const JournalBatch *batch, JournalTail *tail, Err *err) {
    ASSERT(batch->seq == tail->seq + 1);
    Digest hash = journal_link(&tail->head, batch);
    Query query = sql_query(store, SQL_BATCH_PUT);
    bind_batch(&query, batch);
    sql_bind_blob(&query, 14, digest_bytes(&tail->head));
    sql_bind_blob(&query, 15, digest_bytes(&hash));
    while (sql_row(&query))
        continue;
    bool twice = query.code == SQLITE_CONSTRAINT_UNIQUE;
    if (twice) query.code = SQLITE_OK;
    if (!sql_end(&query, err)) return false;
    if (twice) return already_there(batch, err);
    tail->seq = batch->seq;
    tail->head = hash;
    return true;
}

static bool put_all(Store *store, const JournalBatch *batches, int32_t batches_count,
        const JournalWords *words, int32_t words_count, JournalTail *tail, Err *err) {
    for (int32_t i = 0; i < words_count; i++) {
        ASSERT(words[i].id == tail->words_id + 1);
        if (!rows_put_words(store, &words[i], err)) return false;
        tail->words_id = words[i].id;
    }
    for (int32_t i = 0; i < batches_count; i++) {
        if (!put_batch(store, &batches[i], tail, err)) return false;
    }
    return true;
}

static bool has_room(const Store *store, int32_t count, Err *err) {
    if (store->tail.seq + count <= JOURNAL_BATCHES_MAX) return true;
    err_set(err, ERR_SYSTEM,
            "This session holds %d steps; that is the most a session may have.",
            JOURNAL_BATCHES_MAX);
    err_where(err, "%s", store->path);
    return err_fix(err, "end the session and go on in a new one.");
}

bool batches_append(void *self, const JournalBatch *batches, int32_t batches_count,
        const JournalWords *words, int32_t words_count, Err *err) {
    Store *store = self;
    if (!sql_writable(store, err) || !has_room(store, batches_count, err)) return false;
    JournalTail tail = store->tail;
    bool good = sql_begin(store, err) && claims_put(store, err)
                && put_all(store, batches, batches_count, words, words_count, &tail, err)
                && sql_commit(store, err);
    if (good)
        store->tail = tail;
    else
        sql_rollback(store);
    claims_forget(store); // written, or lost with the turn they belong to
    return good;
}

// Borrowed from the row. False when a number does not fit its field.
static bool batch_of_row(const Query *row, JournalBatch *out) {
    *out = (JournalBatch){
            .seq = sql_number(row, 0),
            .at_ms = sql_number(row, 1),
            .game_ms = sql_number(row, 2),
            .device = sql_number(row, 6),
            .action = sql_bytes(row, 7),
            .command = sql_bytes(row, 8),
            .verdict = sql_bytes(row, 9),
            .events = sql_bytes(row, 10),
            .rng = sql_bytes(row, 11),
            .digest = sql_bytes(row, 12),
    };
    return sql_small(row, 3, &out->rules) && sql_small(row, 4, &out->format)
           && sql_small(row, 5, &out->source);
}

static void keep_batch(JournalBatch *batch, Region *region) {
    Bytes *parts[] = {&batch->action, &batch->command, &batch->verdict, &batch->events,
            &batch->rng, &batch->digest};
    for (size_t i = 0; i < ARRAY_COUNT(parts); i++)
        *parts[i] = rows_keep(*parts[i], region);
}

bool batches_read(void *self, int64_t from, JournalBatch *out, int32_t capacity,
        int32_t *out_count, Region *region, Err *err) {
    Store *store = self;
    int32_t count = 0;
    bool sound = true;
    Query query = sql_query(store, SQL_BATCH_FROM);
    sql_bind_number(&query, 1, from);
    sql_bind_number(&query, 2, capacity);
    while (sound && count < capacity && sql_row(&query)) {
        sound = batch_of_row(&query, &out[count]);
        keep_batch(&out[count++], region);
    }
    *out_count = count;
    if (!sql_end(&query, err)) return false;
    return sound
           || sql_damaged(
                   store, err, "batch %lld cannot be read", (long long)out[count - 1].seq);
}

bool batches_find_action(
        void *self, int64_t device, Bytes action, int64_t *out_seq, Err *err) {
    Query query = sql_query(self, SQL_BATCH_ACTION);
    sql_bind_number(&query, 1, device);
    sql_bind_text(&query, 2, action);
    *out_seq = sql_row(&query) ? sql_number(&query, 0) : 0;
    return sql_end(&query, err);
}

// One row against the chain so far.
static bool follows(const Query *row, JournalTail *tail) {
    JournalBatch batch;
    Digest prev, hash;
    if (!batch_of_row(row, &batch) || batch.seq != tail->seq + 1) return false;
    if (!sql_digest(row, COLUMN_PREV, &prev) || !sql_digest(row, COLUMN_HASH, &hash))
        return false;
    Digest wanted = journal_link(&tail->head, &batch);
    if (!digest_equal(&prev, &tail->head) || !digest_equal(&hash, &wanted)) return false;
    tail->seq = batch.seq;
    tail->head = hash;
    return true;
}

bool batches_check(Store *store, const Digest *first, JournalTail *out, Err *err) {
    JournalTail tail = {.head = *first};
    bool whole = true;
    Query query = sql_query(store, SQL_BATCH_FROM);
    sql_bind_number(&query, 1, INT64_MIN);
    sql_bind_number(&query, 2, -1);
    while (whole && sql_row(&query))
        whole = follows(&query, &tail);
    if (!sql_end(&query, err)) return false;
    out->seq = tail.seq;
    out->head = tail.head;
    if (whole) return true;
    if (tail.seq == 0)
        return sql_damaged(
                store, err, "batch 1 does not follow from the facts of the session");
    return sql_damaged(store, err, "batch %lld does not follow batch %lld",
            (long long)tail.seq + 1, (long long)tail.seq);
}
