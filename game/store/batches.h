// store/batches.h — the batches of a session: appended, read back, their chain. Never: looks inside a batch.
#ifndef STORE_BATCHES_H
#define STORE_BATCHES_H
#include "store/sql.h"

// The Journal functions of the same names (session/journal.h); self is a Store.
bool batches_append(void *self, const JournalBatch *batches, int32_t batches_count,
        const JournalWords *words, int32_t words_count, Err *err);
bool batches_read(void *self, int64_t from, JournalBatch *out, int32_t capacity,
        int32_t *out_count, Region *region, Err *err);
bool batches_find_action(
        void *self, int64_t device, Bytes action, int64_t *out_seq, Err *err);

// Follows the chain from `first` over every batch and leaves its end in *out. ERR_DAMAGED names the
// first batch that does not follow.
MUST_USE bool batches_check(Store *store, const Digest *first, JournalTail *out, Err *err);

#endif // STORE_BATCHES_H
