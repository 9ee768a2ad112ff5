// store/log.c — how long the log is, told by SQLite after each commit. Never: loses a commit; what is not emptied stays in the log.
#include "store/log.h"

// A log that cannot be emptied now is as good as before, and is tried again.
static void empty(Store *store) {
    (void)sqlite3_wal_checkpoint_v2(
            store->db, "main", SQLITE_CHECKPOINT_PASSIVE, NULL, NULL);
    store->log_pages = 0;
}

static int has_grown(void *context, sqlite3 *db, const char *name, int pages) {
    Store *store = context;
    (void)db;
    (void)name;
    store->log_pages = pages;
    if (pages >= LOG_MOST) empty(store);
    return SQLITE_OK;
}

void log_watch(Store *store) { sqlite3_wal_hook(store->db, has_grown, store); }

bool log_is_long(const void *self) {
    const Store *store = self;
    return store->log_pages >= LOG_ENOUGH && !store->broken;
}

void log_empty(void *self) {
    Store *store = self;
    if (!store->broken && !store->read_only) empty(store);
}
