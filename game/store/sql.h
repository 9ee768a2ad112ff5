// store/sql.h — one open session file and its prepared statements; every SQLite call checked in one place. Never: knows what a row means.
#ifndef STORE_SQL_H
#define STORE_SQL_H
#include "session/journal.h"
#include <sqlite3.h>

typedef enum Statement {
#define STATEMENT(name, text) SQL_##name,
#include "store/statements.def"
#undef STATEMENT
    SQL_STATEMENTS_COUNT,
} Statement;

typedef struct Store {
    sqlite3 *db;
    sqlite3_stmt *statements[SQL_STATEMENTS_COUNT];
    char path[1024];
    bool read_only;
    bool broken; // a write failed: nothing is written or acknowledged any more
    JournalTail tail;
    struct StoreClaim *claims; // claims.h: what waits for the next commit
    int32_t claims_count, claims_capacity;
    bool claims_lost; // some could not be written, and whoever waits for them does not know yet
    int32_t log_pages; // log.h
} Store;

// One use of a prepared statement. The first failure is kept and told at the end.
typedef struct Query {
    Store *store;
    sqlite3_stmt *statement;
    int code; // SQLITE_OK, or why a step or bind failed
} Query;

Query sql_query(Store *store, Statement statement);
// Parameters count from 1. The bytes must live until sql_run or sql_end.
void sql_bind_number(Query *query, int at, int64_t number);
void sql_bind_blob(Query *query, int at, Bytes bytes);
void sql_bind_text(Query *query, int at, Bytes text);
// NULL when there are no bytes.
void sql_bind_text_or_null(Query *query, int at, Bytes text);
void sql_bind_null(Query *query, int at);
// Runs a statement that gives no rows, and ends it.
MUST_USE bool sql_run(Query *query, Err *err);
// The next row: true while there is one. After false, sql_end tells whether that was the end or a failure.
bool sql_row(Query *query);
// Ends the query; false if anything in it failed.
MUST_USE bool sql_end(Query *query, Err *err);

// Columns count from 0 and belong to the row: they live until the next step.
int64_t sql_number(const Query *query, int column);
Bytes sql_bytes(const Query *query, int column);
// A number that must fit 32 bits and a digest that must have its length; false if not.
MUST_USE bool sql_small(const Query *query, int column, int32_t *out);
MUST_USE bool sql_digest(const Query *query, int column, Digest *out);

// Statements without parameters and rows, such as pragmas.
MUST_USE bool sql_execute(Store *store, const char *text, Err *err);
// Prepares one statement, or every one.
MUST_USE bool sql_prepare_one(Store *store, Statement statement, Err *err);
MUST_USE bool sql_prepare(Store *store, Err *err);
void sql_finalize(Store *store);

MUST_USE bool sql_begin(Store *store, Err *err);
MUST_USE bool sql_commit(Store *store, Err *err);
// Takes back what the transaction did; the failure that led here stays in err.
void sql_rollback(Store *store);

// The failure of an SQLite code in words; always false. Writing failures make the store broken.
bool sql_fail(Store *store, int code, Err *err);
// "The session file is damaged: …"; always false.
bool sql_damaged(const Store *store, Err *err, const char *format, ...) PRINTF_LIKE(3, 4);
// True if the store may be written to; fills err otherwise.
MUST_USE bool sql_writable(const Store *store, Err *err);

#endif // STORE_SQL_H
