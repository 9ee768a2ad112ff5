// store/rows.h — words, facts, packs and snapshots of a session, each row with its check sum. Never: batches.
#ifndef STORE_ROWS_H
#define STORE_ROWS_H
#include "store/sql.h"

// The Journal functions of the same names (session/journal.h); self is a Store.
bool rows_words_get(void *self, int64_t id, JournalWords *out, Region *region, Err *err);
bool rows_words_hide(void *self, int64_t id, bool hidden, Err *err);
bool rows_words_erase(void *self, const int64_t *ids, int32_t ids_count, Err *err);
bool rows_fact_get(void *self, const char *key, Bytes *out, Region *region, Err *err);
bool rows_fact_put(void *self, const char *key, Bytes value, Err *err);
bool rows_pack_put(void *self, const Digest *hash, const char *name, Bytes bytes, Err *err);
bool rows_pack_get(void *self, const Digest *hash, Bytes *out_name, Bytes *out_bytes,
        Region *region, Err *err);
bool rows_snapshot_put(void *self, const JournalSnapshot *snapshot, Err *err);
bool rows_snapshot_latest(
        void *self, int64_t up_to_seq, JournalSnapshot *out, Region *region, Err *err);

// Inside a transaction of the caller's.
MUST_USE bool rows_put_words(Store *store, const JournalWords *words, Err *err);
MUST_USE bool rows_put_fact(Store *store, const char *key, Bytes value, Err *err);
// The chain's beginning from the fixed facts, each checked.
MUST_USE bool rows_first(Store *store, Digest *out, Err *err);
MUST_USE bool rows_last_words(Store *store, int64_t *out, Err *err);
// Every row of these tables against its check sum; ERR_DAMAGED names the first that is wrong.
MUST_USE bool rows_check(Store *store, Err *err);

// A copy in the region, followed by one zero byte.
Bytes rows_keep(Bytes bytes, Region *region);

#endif // STORE_ROWS_H
