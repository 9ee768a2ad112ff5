// store/check.h — is this a session file, of our version, whole and unchanged. Never: repairs.
#ifndef STORE_CHECK_H
#define STORE_CHECK_H
#include "store/sql.h"

// Reads the first bytes as plain bytes, before SQLite sees the file: another program's file and
// one of a newer Convene are refused without being touched.
MUST_USE bool check_header(const char *path, Err *err);
// The tables are ours, the pages fit together, the chain is whole: what every opening asks. Leaves
// the end of the chain in the store.
MUST_USE bool check_opening(Store *store, Err *err);
// The Journal function verify: the same, and every index and every row's check sum.
bool check_everything(void *self, Err *err);

#endif // STORE_CHECK_H
