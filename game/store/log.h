// store/log.h — when the write-ahead log is emptied into the file: while nobody waits, or at the latest when it is long. Never: a commit.
#ifndef STORE_LOG_H
#define STORE_LOG_H
#include "store/sql.h"

// Pages of 4 KiB: enough to be worth emptying, and the most there may be.
enum { LOG_ENOUGH = 1000, LOG_MOST = 4000 };

// Instead of SQLite's own habit of doing it within whatever commit comes to the thousandth page.
void log_watch(Store *store);
// The Journal functions of the same names (session/journal.h); self is a Store.
bool log_is_long(const void *self);
void log_empty(void *self);

#endif // STORE_LOG_H
