// store/check.c — header, tables, pages, chain, rows, from the cheap to the thorough. Never: repairs.
#include "store/check.h"
#include "base/file.h"
#include "store/batches.h"
#include "store/rows.h"
#include "store/schema.h"
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

enum { HEADER_BYTES = 100, AT_VERSION = 60, AT_APPLICATION = 68 };

static int64_t big32(const uint8_t *at) {
    return (int64_t)at[0] << 24 | at[1] << 16 | at[2] << 8 | at[3];
}

static bool not_ours(const char *path, Err *err) {
    err_set(err, ERR_DAMAGED, "This is not a Convene session file.");
    err_where(err, "%s", path);
    return err_fix(err, "choose a file that ends in .convene-session.");
}

static bool newer(const char *path, Err *err) {
    err_set(err, ERR_SYSTEM,
            "This session was made by a newer Convene. Nothing was changed in it.");
    err_where(err, "%s", path);
    return err_fix(err, "open it with that version, or update Convene.");
}

static bool read_header(
        const char *path, uint8_t header[HEADER_BYTES], bool *out_whole, Err *err) {
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0) {
        err_set(err, ERR_SYSTEM, "This session cannot be opened: %s.", strerror(errno));
        err_where(err, "%s", path);
        return err_fix(err, "check the name of the file and your rights.");
    }
    *out_whole = pread(fd, header, HEADER_BYTES, 0) == HEADER_BYTES;
    close(fd);
    return true;
}

bool check_header(const char *path, Err *err) {
    uint8_t header[HEADER_BYTES] = {0};
    bool whole = false;
    if (!read_header(path, header, &whole, err)) return false;
    bool ours = whole && memcmp(header, "SQLite format 3", 16) == 0
                && big32(header + AT_APPLICATION) == SCHEMA_APPLICATION;
    if (!ours) return not_ours(path, err);
    int64_t version = big32(header + AT_VERSION);
    if (version > SCHEMA_VERSION) return newer(path, err);
    return version == SCHEMA_VERSION || not_ours(path, err);
}

static bool digest_tables(Store *store, Digest *out, Err *err) {
    DigestStream stream;
    digest_start(&stream);
    Query query = sql_query(store, SQL_TABLES);
    while (sql_row(&query)) {
        Bytes row = sql_bytes(&query, 0);
        digest_add_piece(&stream, row.data, row.length);
    }
    *out = digest_end(&stream);
    return sql_end(&query, err);
}

// The same tables made fresh in memory: nothing may be missing, changed or added, no trigger, no view.
static bool digest_fresh(Digest *out, Err *err) {
    Store fresh = {.path = ":memory:"};
    bool good = sqlite3_open(fresh.path, &fresh.db) == SQLITE_OK
                && sql_execute(&fresh, SCHEMA_TABLES, err)
                && sql_prepare_one(&fresh, SQL_TABLES, err)
                && digest_tables(&fresh, out, err);
    sql_finalize(&fresh);
    sqlite3_close(fresh.db);
    return good;
}

static bool check_tables(Store *store, Err *err) {
    Digest here, fresh;
    if (!digest_tables(store, &here, err) || !digest_fresh(&fresh, err)) return false;
    return digest_equal(&here, &fresh)
           || sql_damaged(store, err, "its tables are not those of a session");
}

// "ok", or what is wrong with the first page that does not fit.
static bool check_pages(Store *store, Statement statement, Err *err) {
    char said[120] = "nothing was said";
    Query query = sql_query(store, statement);
    if (sql_row(&query)) {
        Bytes text = sql_bytes(&query, 0);
        size_t length = text.length < sizeof said - 1 ? text.length : sizeof said - 1;
        if (length > 0) memcpy(said, text.data, length);
        said[length] = '\0';
    }
    if (!sql_end(&query, err)) return false;
    for (char *at = said; *at; at++) {
        if (*at == '\n') *at = ' ';
    }
    return strcmp(said, "ok") == 0 || sql_damaged(store, err, "%s", said);
}

static bool check_chain(Store *store, Err *err) {
    Digest first;
    return rows_first(store, &first, err) && batches_check(store, &first, &store->tail, err)
           && rows_last_words(store, &store->tail.words_id, err);
}

bool check_opening(Store *store, Err *err) {
    return check_tables(store, err) && check_pages(store, SQL_QUICK_CHECK, err)
           && check_chain(store, err);
}

bool check_everything(void *self, Err *err) {
    Store *store = self;
    JournalTail before = store->tail;
    if (!check_tables(store, err) || !check_pages(store, SQL_FULL_CHECK, err)) return false;
    if (!check_chain(store, err) || !rows_check(store, err)) return false;
    bool same =
            before.seq == store->tail.seq && digest_equal(&before.head, &store->tail.head);
    return same || sql_damaged(store, err, "it changed while it was open");
}
