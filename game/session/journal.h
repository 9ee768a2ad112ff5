// session/journal.h — what a session keeps for ever, as a table of functions filled by a store. Never: knows files or databases.
#ifndef SESSION_JOURNAL_H
#define SESSION_JOURNAL_H
#include "base/bytes.h"
#include "base/digest.h"
#include "base/err.h"
#include "base/region.h"

enum {
    JOURNAL_BATCHES_MAX = 20000,
    JOURNAL_SALT_BYTES = 16,
};

// One step of a session: what was asked, what was answered, what followed from it. A refused
// attempt has no events. Bytes read from a journal live in the region of the call.
typedef struct JournalBatch {
    int64_t seq;     // 1, 2, 3 … without gaps
    int64_t at_ms;   // wall clock, information only
    int64_t game_ms; // session clock
    int32_t rules;   // version of the rules that decided
    int32_t format;  // version of the bytes below
    int32_t source;  // 0 engine, > 0 seat, < 0 console
    int64_t device;  // who sent it; looked at only with an action
    Bytes action;    // the client's id of this act, unique for its device; empty = none
    Bytes command, verdict, events; // canonical JSON; the verdict is text
    Bytes rng, digest;              // generator and fingerprint of the State afterwards
} JournalBatch;

// What a person wrote or is called. A batch holds only the id and the commitment.
typedef enum JournalWordsState {
    WORDS_SHOWN,
    WORDS_HIDDEN,
    WORDS_ERASED
} JournalWordsState;

typedef struct JournalWords {
    int64_t id;    // 1, 2, 3 … given by the session
    int32_t seat;  // 0 = nobody's
    int64_t batch; // seq of the batch that speaks of it
    Bytes kind;    // name, label, whisper, journal, note, minutes, help, observation
    Bytes scope;   // who may read it, in the session's words
    Bytes lang;    // BCP 47, or empty
    Bytes text;    // empty once erased
    uint8_t salt[JOURNAL_SALT_BYTES]; // from base/entropy.h; zero once erased
    Digest commitment;                // journal_commitment of the three; stays for ever
    JournalWordsState state;
} JournalWords;

// One entry of meta: a fact about the whole session.
typedef struct JournalFact {
    const char *key;
    Bytes value;
} JournalFact;

typedef struct JournalTail {
    int64_t seq;      // last batch, 0 = none yet
    int64_t words_id; // last words, 0 = none yet
    Digest head;      // hash of the last batch; of the fixed facts before the first
} JournalTail;

typedef struct JournalSnapshot {
    int64_t seq;    // the State after this batch
    int32_t format; // version of the bytes
    Bytes state;
} JournalSnapshot;

// A backup that was made; whether it is still there is another question.
typedef struct JournalCopy {
    const char *place;
    int64_t at_ms;
} JournalCopy;

// Every call may fail with an Err in plain words. After a failed write the journal refuses to
// write again: nothing may be acknowledged on a disk that failed once. A Journal is used by one
// thread at a time; nothing here keeps pointers that were passed in.
typedef struct Journal {
    void *self;
    // Batches and the words they speak of, all or none, on disk when it returns true. seq must go on
    // without a gap. An action its device sent before fails with ERR_USAGE and leaves the journal healthy.
    bool (*append)(void *self, const JournalBatch *batches, int32_t batches_count,
            const JournalWords *words, int32_t words_count, Err *err);
    // What was appended lies in a log first; on any thread, while nobody waits, it can be emptied. It never must be:
    // a log that grows too long empties itself within an append.
    bool (*is_long)(const void *self);
    void (*empty)(void *self);
    // Up to capacity batches from seq `from` on, into out and region. *out_count 0 = no more.
    bool (*read)(void *self, int64_t from, JournalBatch *out, int32_t capacity,
            int32_t *out_count, Region *region, Err *err);
    // seq of the batch this device's action became; 0 = never seen.
    bool (*find_action)(
            void *self, int64_t device, Bytes action, int64_t *out_seq, Err *err);
    JournalTail (*tail)(void *self);

    // Snapshots are a cache: they may be dropped at any time, and then out->seq is 0.
    bool (*snapshot_put)(void *self, const JournalSnapshot *snapshot, Err *err);
    bool (*snapshot_latest)(
            void *self, int64_t up_to_seq, JournalSnapshot *out, Region *region, Err *err);

    // out->id is 0 if there are no such words.
    bool (*words_get)(void *self, int64_t id, JournalWords *out, Region *region, Err *err);
    bool (*words_hide)(void *self, int64_t id, bool hidden, Err *err);
    // Overwrites text and salt, drops the snapshots, rewrites the file: no byte of the words stays in it.
    bool (*words_erase)(void *self, const int64_t *ids, int32_t ids_count, Err *err);

    // A fact by its key; empty if there is none. Fixed facts (journal_is_fixed) cannot be put again.
    bool (*fact_get)(void *self, const char *key, Bytes *out, Region *region, Err *err);
    bool (*fact_put)(void *self, const char *key, Bytes value, Err *err);
    // The bytes of a pack the session plays, by the pack's hash. name and bytes are empty if it is not there.
    bool (*pack_put)(
            void *self, const Digest *hash, const char *name, Bytes bytes, Err *err);
    bool (*pack_get)(void *self, const Digest *hash, Bytes *out_name, Bytes *out_bytes,
            Region *region, Err *err);

    // Looks at everything: the structure of the file, the chain, every row's check sum.
    bool (*verify)(void *self, Err *err);
    // A complete, compact copy at `path`, made beside it and renamed; noted in the journal.
    bool (*backup)(void *self, const char *path, int64_t at_ms, Err *err);
    // Backups that were made, oldest first.
    bool (*copies)(void *self, JournalCopy *out, int32_t capacity, int32_t *count,
            Region *region, Err *err);
    // Deletes the oldest backups of a folder until `most` are left there.
    bool (*copies_keep)(void *self, const char *folder, int32_t most, Err *err);
    // The same words, and what is kept beside them for the seat, leave every backup that can be reached;
    // *left is how many cannot.
    bool (*copies_erase)(void *self, const int64_t *ids, int32_t ids_count, int32_t seat,
            int32_t *left, Err *err);
    // After a failure, or before one: everything that is on disk goes into a new file at `path`, which takes this
    // one's place. The old file stays as it is.
    bool (*move)(void *self, const char *path, Err *err);
    void (*close)(void *self);
    // Instead of close: the file and its backups are deleted. *left: backups that are not where they were.
    void (*destroy)(void *self, int32_t *left);
} Journal;

// True for the facts that are part of the chain's beginning: session, pack, plugins, seed, rules, parent.
bool journal_is_fixed(const char *key);
// The hash before the first batch: of the fixed facts, in the order above; a missing one is empty.
Digest journal_first(const JournalFact *facts, int32_t facts_count);
// The hash of a batch that follows prev: every field counts, each with its length.
Digest journal_link(const Digest *prev, const JournalBatch *batch);
// What a batch says about words without saying them.
Digest journal_commitment(const uint8_t salt[JOURNAL_SALT_BYTES], Bytes kind, Bytes text);

#endif // SESSION_JOURNAL_H
