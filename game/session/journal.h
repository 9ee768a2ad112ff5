// session/journal.h — the table of functions behind which a session's record lies. Never: SQL here (store/), rules anywhere near.
#ifndef SESSION_JOURNAL_H
#define SESSION_JOURNAL_H
#include "base/bytes.h"
#include "base/digest.h"
#include "base/err.h"
#include "base/region.h"

enum { JOURNAL_ACTION_BYTES = 28, JOURNAL_RNG_BYTES = 16 };

// One accepted or refused command with everything that followed from it.
typedef struct Batch {
    int64_t seq;     // 1, 2, 3 … without gaps
    int64_t at_ms;   // wall clock, information only
    int64_t game_ms; // session clock, stands still in pauses
    int32_t rules, format;
    int32_t source;  // 0 engine, seat number above 0, console below 0
    int32_t device;  // who sent it, 0 = none
    char action[JOURNAL_ACTION_BYTES]; // the client's id of the act, "" = none; unique per device
    Bytes command;   // canonical JSON
    char verdict[24]; // "ok" or the code of the refusal
    Bytes events;    // canonical JSON list; folding these restores the session
    uint8_t rng[JOURNAL_RNG_BYTES];
    uint64_t digest; // of State after the batch
    Digest prev, hash; // chain; filled by the journal
} Batch;

// Called for each batch in order; the bytes are valid during the call. Return false to stop.
typedef bool (*JournalVisit)(void *context, const Batch *batch);

// What a session needs of a record. All functions return false and fill err when the disk or the
// record fails; after a failed append the journal answers every further append with failure.
typedef struct Journal {
    void *self;
    // Appends in one transaction; on disk when it returns.
    bool (*append)(void *self, const Batch *batches, int32_t count, Err *err);
    // Batches from seq on.
    bool (*read)(void *self, int64_t from_seq, JournalVisit visit, void *context, Err *err);
    // Highest seq, 0 when empty.
    int64_t (*last)(void *self);
    // A small value by name; get gives false without err when there is none.
    bool (*meta_put)(void *self, const char *key, Bytes value, Err *err);
    bool (*meta_get)(void *self, Region *region, const char *key, Bytes *value, Err *err);
    // A State after batch seq, as a cache; latest gives the newest one, seq 0 when there is none.
    bool (*snapshot_put)(void *self, int64_t seq, Bytes state, Err *err);
    bool (*snapshot_latest)(void *self, Region *region, int64_t *seq, Bytes *state, Err *err);
    // Words of people live in a table of their own: put gives an id and a commitment, erase overwrites.
    bool (*words_put)(void *self, int32_t seat, const char *kind, const char *text, int64_t *id,
            Digest *commitment, Err *err);
    bool (*words_get)(void *self, Region *region, int64_t id, const char **text, Err *err);
    bool (*words_erase)(void *self, int64_t id, Err *err);
    // Whole chain from the first batch; false names the first bad batch.
    bool (*verify)(void *self, Err *err);
    bool (*backup)(void *self, const char *path, Err *err);
    void (*close)(void *self);
} Journal;

#endif // SESSION_JOURNAL_H
