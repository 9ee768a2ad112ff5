// store/store.h — sessions on disk: one SQLite file each, made or opened as a Journal. Never: decides or folds anything.
#ifndef STORE_STORE_H
#define STORE_STORE_H
#include "session/journal.h"

typedef enum StoreMode {
    STORE_PLAY, // read and append; nobody else may have it open
    STORE_READ, // read only, also from a folder that cannot be written to
} StoreMode;

// Makes a new session file with its facts (fixed ones included, for good). Fails with ERR_SYSTEM if the
// file exists or cannot be made; then nothing is left behind. The file is on disk on return.
MUST_USE bool store_create(const char *path, const JournalFact *facts, int32_t facts_count,
        Journal *out, Err *err);
// Opens one: the file's kind and version, its pages and its whole chain are checked first. ERR_DAMAGED
// says what is wrong (a damaged file names its first bad batch), ERR_SYSTEM that it cannot be opened
// (missing, no rights, open elsewhere, made by a newer Convene). Nothing is changed in a refused file.
MUST_USE bool store_open(const char *path, StoreMode mode, Journal *out, Err *err);

// On success the caller calls out->close(out->self) once. A Journal belongs to one thread at a time.

#endif // STORE_STORE_H
