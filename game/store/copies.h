// store/copies.h — the backups a session knows of: listed, thinned out, erased in, deleted with it. Never: touches a file that is not listed.
#ifndef STORE_COPIES_H
#define STORE_COPIES_H
#include "store/sql.h"

// The Journal functions of the same names (session/journal.h); self is a Store.
bool copies_list(void *self, JournalCopy *out, int32_t capacity, int32_t *count,
        Region *region, Err *err);
bool copies_keep(void *self, const char *folder, int32_t most, Err *err);
bool copies_erase(void *self, const int64_t *ids, int32_t ids_count, int32_t seat,
        int32_t *left, Err *err);

// The file with its log, and what was half made beside it.
void copies_remove_files(const char *path);

#endif // STORE_COPIES_H
