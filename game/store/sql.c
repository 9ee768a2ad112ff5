// store/sql.c — binding, stepping and failing in one place. Never: knows what a row means.
#include "store/sql.h"
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

static const char *const TEXTS[SQL_STATEMENTS_COUNT] = {
#define STATEMENT(name, text) [SQL_##name] = text,
#include "store/statements.def"
#undef STATEMENT
};

Query sql_query(Store *store, Statement statement) {
    return (Query){.store = store, .statement = store->statements[statement]};
}

static void keep(Query *query, int code) {
    if (query->code == SQLITE_OK) query->code = code;
}

void sql_bind_number(Query *query, int at, int64_t number) {
    keep(query, sqlite3_bind_int64(query->statement, at, number));
}

void sql_bind_blob(Query *query, int at, Bytes bytes) {
    const void *data = bytes.length ? bytes.data : (const uint8_t *)"";
    keep(query,
            sqlite3_bind_blob64(query->statement, at, data, bytes.length, SQLITE_STATIC));
}

void sql_bind_text(Query *query, int at, Bytes text) {
    const void *data = text.length ? text.data : (const uint8_t *)"";
    keep(query, sqlite3_bind_text64(query->statement, at, data, text.length, SQLITE_STATIC,
                        SQLITE_UTF8));
}

void sql_bind_text_or_null(Query *query, int at, Bytes text) {
    if (text.length > 0)
        sql_bind_text(query, at, text);
    else
        sql_bind_null(query, at);
}

void sql_bind_null(Query *query, int at) {
    keep(query, sqlite3_bind_null(query->statement, at));
}

bool sql_row(Query *query) {
    if (query->code != SQLITE_OK) return false;
    int code = sqlite3_step(query->statement);
    if (code == SQLITE_ROW) return true;
    if (code != SQLITE_DONE) query->code = code;
    return false;
}

bool sql_end(Query *query, Err *err) {
    // The reset repeats the failure of the step, which is kept already.
    sqlite3_reset(query->statement);
    sqlite3_clear_bindings(query->statement);
    return query->code == SQLITE_OK || sql_fail(query->store, query->code, err);
}

bool sql_run(Query *query, Err *err) {
    while (sql_row(query))
        continue;
    return sql_end(query, err);
}

int64_t sql_number(const Query *query, int column) {
    return sqlite3_column_int64(query->statement, column);
}

Bytes sql_bytes(const Query *query, int column) {
    const void *data = sqlite3_column_blob(query->statement, column);
    int length = sqlite3_column_bytes(query->statement, column);
    return (Bytes){data, data && length > 0 ? (size_t)length : 0};
}

bool sql_small(const Query *query, int column, int32_t *out) {
    int64_t number = sql_number(query, column);
    *out = (int32_t)number;
    return number == *out;
}

bool sql_digest(const Query *query, int column, Digest *out) {
    Bytes bytes = sql_bytes(query, column);
    if (bytes.length != DIGEST_BYTES) return false;
    memcpy(out->bytes, bytes.data, DIGEST_BYTES);
    return true;
}

bool sql_execute(Store *store, const char *text, Err *err) {
    int code = sqlite3_exec(store->db, text, NULL, NULL, NULL);
    return code == SQLITE_OK || sql_fail(store, code, err);
}

bool sql_prepare_one(Store *store, Statement statement, Err *err) {
    int code = sqlite3_prepare_v3(store->db, TEXTS[statement], -1,
            SQLITE_PREPARE_PERSISTENT, &store->statements[statement], NULL);
    // A table or column that is missing is a file that was tampered with, not our mistake.
    if ((code & 0xff) == SQLITE_ERROR) {
        return sql_damaged(store, err, "a table is missing or has another shape");
    }
    return code == SQLITE_OK || sql_fail(store, code, err);
}

bool sql_prepare(Store *store, Err *err) {
    for (int i = 0; i < SQL_STATEMENTS_COUNT; i++) {
        if (!sql_prepare_one(store, (Statement)i, err)) return false;
    }
    return true;
}

void sql_finalize(Store *store) {
    for (int i = 0; i < SQL_STATEMENTS_COUNT; i++) {
        sqlite3_finalize(store->statements[i]);
        store->statements[i] = NULL;
    }
}

bool sql_begin(Store *store, Err *err) {
    Query query = sql_query(store, SQL_BEGIN);
    return sql_run(&query, err);
}

bool sql_commit(Store *store, Err *err) {
    Query query = sql_query(store, SQL_COMMIT);
    return sql_run(&query, err);
}

void sql_rollback(Store *store) {
    // Some failures have rolled back already; then there is nothing left to do.
    if (sqlite3_get_autocommit(store->db)) return;
    Query query = sql_query(store, SQL_ROLLBACK);
    if (!sql_run(&query, NULL)) store->broken = true;
}

typedef struct Reason {
    int code;
    ErrKind kind;
    const char *what, *fix;
} Reason;

static const Reason REASONS[] = {
        {SQLITE_FULL,     ERR_SYSTEM,  "The disk is full: this step could not be saved.",
         "make room on the disk, then open the session again; it goes on at its "
                "last saved step."                                                                                      },
        {SQLITE_IOERR,    ERR_SYSTEM,  "The disk failed: this step could not be saved or read.",
         "check the disk or stick, then open the session again; it goes on at its "
                "last saved step."                                                                                      },
        {SQLITE_READONLY, ERR_SYSTEM,  "The session file cannot be written to.",
         "choose a folder you may write to, for example --data ~/convene."                                              },
        {SQLITE_CANTOPEN, ERR_SYSTEM,  "The session file cannot be opened or made here.",
         "choose a folder you may write to, for example --data ~/convene."                                              },
        {SQLITE_PERM,     ERR_SYSTEM,  "The session file may not be opened by you.",
         "check your rights."                                                                                           },
        {SQLITE_AUTH,     ERR_SYSTEM,  "The session file may not be opened by you.",
         "check your rights."                                                                                           },
        {SQLITE_BUSY,     ERR_SYSTEM,  "This session is open in another Convene.",
         "close it there first."                                                                                        },
        {SQLITE_LOCKED,   ERR_SYSTEM,  "This session is open in another Convene.",
         "close it there first."                                                                                        },
        {SQLITE_NOMEM,    ERR_SYSTEM,  "There is not enough memory.",                            "close other programs."},
        {SQLITE_TOOBIG,   ERR_SYSTEM,  "A step of the session is too large to be saved.",
         "report this."                                                                                                 },
        {SQLITE_NOTADB,   ERR_DAMAGED, "This is not a Convene session file.",
         "choose a file that ends in .convene-session."                                                                 },
        {SQLITE_CORRUPT,  ERR_DAMAGED, "The session file is damaged.",
         "open a backup of it."                                                                                         },
};

bool sql_fail(Store *store, int code, Err *err) {
    static const Reason other = {
            0, ERR_SYSTEM, "The session file could not be used.", "report this."};
    const Reason *reason = &other;
    for (size_t i = 0; i < ARRAY_COUNT(REASONS); i++) {
        if (REASONS[i].code == (code & 0xff)) reason = &REASONS[i];
    }
    store->broken = true;
    if (reason == &other)
        err_set(err, reason->kind, "%s (%s)", reason->what, sqlite3_errstr(code));
    else
        err_set(err, reason->kind, "%s", reason->what);
    err_where(err, "%s", store->path);
    return err_fix(err, "%s", reason->fix);
}

bool sql_damaged(const Store *store, Err *err, const char *format, ...) {
    char detail[160];
    va_list args;
    va_start(args, format);
    vsnprintf(detail, sizeof detail, format, args);
    va_end(args);
    err_set(err, ERR_DAMAGED, "The session file is damaged: %s.", detail);
    err_where(err, "%s", store->path);
    return err_fix(err,
            "open a backup of it; what is here was changed or lost after it was saved.");
}

bool sql_writable(const Store *store, Err *err) {
    if (!store->read_only && !store->broken) return true;
    err_set(err, ERR_SYSTEM, "%s",
            store->read_only
                    ? "This session was opened for reading only."
                    : "Saving failed before, so nothing more is saved to this file.");
    err_where(err, "%s", store->path);
    return err_fix(err, "open the session again.");
}
