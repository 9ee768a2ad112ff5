// store/store.c — creating, opening, copying and closing session files. Never: reads a row itself.
#include "store/store.h"
#include "base/defect.h"
#include "base/file.h"
#include "store/batches.h"
#include "store/check.h"
#include "store/claims.h"
#include "store/copies.h"
#include "store/log.h"
#include "store/rows.h"
#include "store/schema.h"
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

// 64 MiB of session and 16 MiB of pack, in pages of 4 KiB.
#define PRAGMA_EVERY                                                                       \
    "PRAGMA locking_mode = EXCLUSIVE; PRAGMA foreign_keys = ON;"                           \
    "PRAGMA secure_delete = ON; PRAGMA temp_store = MEMORY; PRAGMA trusted_schema = OFF;"  \
    "PRAGMA cell_size_check = ON; PRAGMA max_page_count = 20480;"

static bool too_long(const char *path, Err *err) {
    err_set(err, ERR_USAGE, "The path of the session file is too long.");
    err_where(err, "%.150s", path);
    return err_fix(err, "choose a folder with a shorter name.");
}

static bool new_store(const char *path, Store **out, Err *err) {
    Store *store = calloc(1, sizeof *store);
    ASSERT(store != NULL);
    if (strlen(path) + sizeof "-wal.new" > sizeof store->path) {
        free(store);
        return too_long(path, err);
    }
    snprintf(store->path, sizeof store->path, "%s", path);
    *out = store;
    return true;
}

// On a disk that failed nothing is moved any more, so that what is there stays as it is; nor by a reader.
static void close_store(void *self) {
    Store *store = self;
    claims_forget(store); // nobody was told of them
    sql_finalize(store);
    if (store->db && (store->broken || store->read_only)) {
        sqlite3_db_config(store->db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
    }
    sqlite3_close(store->db);
    free(store);
}

static bool open_database(Store *store, const char *name, int flags, Err *err) {
    int code = sqlite3_open_v2(name, &store->db, flags | SQLITE_OPEN_EXRESCODE, NULL);
    if (code != SQLITE_OK) return sql_fail(store, code, err);
    // SQLite falls back to reading where it may not write; a game must know before its first act.
    bool fell_back =
            (flags & SQLITE_OPEN_READWRITE) && sqlite3_db_readonly(store->db, "main") == 1;
    if (fell_back) return sql_fail(store, SQLITE_READONLY, err);
    sqlite3_db_config(store->db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
    sqlite3_db_config(store->db, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, NULL);
    sqlite3_db_config(store->db, SQLITE_DBCONFIG_ENABLE_VIEW, 0, NULL);
    const char *sync = DEFECT(DEFECT_NO_SYNC) ? "PRAGMA synchronous = OFF"
                                              : "PRAGMA synchronous = FULL";
    return sql_execute(store, PRAGMA_EVERY, err) && sql_execute(store, sync, err);
}

// Some file systems cannot keep a write-ahead log; then SQLite silently stays with another journal.
static bool use_log(Store *store, Err *err) {
    sqlite3_stmt *statement = NULL;
    int code = sqlite3_prepare_v2(
            store->db, "PRAGMA journal_mode = WAL", -1, &statement, NULL);
    if (code == SQLITE_OK) code = sqlite3_step(statement);
    const unsigned char *mode =
            code == SQLITE_ROW ? sqlite3_column_text(statement, 0) : NULL;
    bool log = mode && strcmp((const char *)mode, "wal") == 0;
    sqlite3_finalize(statement);
    return log || sql_fail(store, code == SQLITE_ROW ? SQLITE_CANTOPEN : code, err);
}

static bool make_tables(Store *store, Err *err) {
    char numbers[120];
    snprintf(numbers, sizeof numbers,
            "PRAGMA application_id = %d; PRAGMA user_version = %d;", SCHEMA_APPLICATION,
            SCHEMA_VERSION);
    return sql_execute(store, "BEGIN IMMEDIATE", err)
           && sql_execute(store, SCHEMA_TABLES, err) && sql_execute(store, numbers, err)
           && sql_prepare(store, err);
}

static bool put_facts(
        Store *store, const JournalFact *facts, int32_t facts_count, Err *err) {
    for (int32_t i = 0; i < facts_count; i++) {
        if (!rows_put_fact(store, facts[i].key, facts[i].value, err)) return false;
    }
    return true;
}

// A new name is only on disk once its folder is.
static bool sync_folder(const Store *store, Err *err) {
    char folder[sizeof store->path];
    snprintf(folder, sizeof folder, "%s", store->path);
    char *slash = strrchr(folder, '/');
    if (slash) slash[slash == folder] = '\0';
    int fd = open(slash ? folder : ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    bool good = fd >= 0 && fsync(fd) == 0;
    if (fd >= 0) close(fd);
    if (good) return true;
    err_set(err, ERR_SYSTEM, "The folder of the session cannot be written to.");
    err_where(err, "%s", folder);
    return err_fix(err, "choose another one with --data, for example --data ~/convene.");
}

static bool sync_file(const char *path) {
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    bool good = fd >= 0 && fsync(fd) == 0;
    if (fd >= 0) close(fd);
    return good;
}

static JournalTail tail(void *self) {
    const Store *store = self;
    return store->tail;
}

static bool backup(void *self, const char *path, int64_t at_ms, Err *err);
static bool move(void *self, const char *path, Err *err);

// The session and the copies it knows of are gone; *left are those that lie elsewhere.
static void destroy(void *self, int32_t *left) {
    enum { COPIES_MOST = 64 };
    Store *store = self;
    JournalCopy copies[COPIES_MOST];
    Region region = {0};
    Err ignored = {0};
    char path[sizeof store->path];
    int32_t count = 0;
    *left = 0;
    snprintf(path, sizeof path, "%s", store->path);
    if (!copies_list(store, copies, COPIES_MOST, &count, &region, &ignored)) count = 0;
    for (int32_t i = 0; i < count; i++) {
        *left += !file_exists(copies[i].place);
        copies_remove_files(copies[i].place);
    }
    close_store(store);
    copies_remove_files(path);
    region_clear(&region);
}

static bool hand_over(Store *store, bool good, Journal *out) {
    *out = (Journal){0};
    if (!good) {
        store->broken = true; // a refused file stays as it was
        close_store(store);
        return false;
    }
    *out = (Journal){.self = store,
            .append = batches_append,
            .is_long = log_is_long,
            .empty = log_empty,
            .read = batches_read,
            .find_action = batches_find_action,
            .tail = tail,
            .snapshot_put = rows_snapshot_put,
            .snapshot_latest = rows_snapshot_latest,
            .words_get = rows_words_get,
            .words_hide = rows_words_hide,
            .words_erase = rows_words_erase,
            .fact_get = rows_fact_get,
            .fact_put = rows_fact_put,
            .pack_put = rows_pack_put,
            .pack_get = rows_pack_get,
            .verify = check_everything,
            .backup = backup,
            .copies = copies_list,
            .copies_keep = copies_keep,
            .copies_erase = copies_erase,
            .move = move,
            .destroy = destroy,
            .close = close_store};
    return true;
}

// Everything a new session file holds, under a name that nobody lists: it is synced once, before it gets the
// session's name. Errors name the real path.
static bool make_beside(Store *store, const char *beside, const JournalFact *facts,
        int32_t facts_count, Err *err) {
    int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
    bool good = open_database(store, beside, flags, err)
                && sql_execute(store, "PRAGMA synchronous = OFF", err)
                && use_log(store, err) && make_tables(store, err)
                && put_facts(store, facts, facts_count, err)
                && sql_commit(store, err)
                // From now on the file itself says what it is, before its log is read.
                && sql_execute(store, "PRAGMA wal_checkpoint(TRUNCATE)", err);
    store->broken = !good;
    return good;
}

static bool cannot_rename(const Store *store, Err *err) {
    err_set(err, ERR_SYSTEM, "The new session file could not be put in its place.");
    err_where(err, "%s", store->path);
    return err_fix(err, "choose another folder with --data, for example --data ~/convene.");
}

// A file that is killed while it is made never carries the session's name.
bool store_create(const char *path, const JournalFact *facts, int32_t facts_count,
        Journal *out, Err *err) {
    Store *store;
    char beside[1100];
    *out = (Journal){0};
    if (file_exists(path)) {
        err_set(err, ERR_SYSTEM, "There is a file of this name already.");
        err_where(err, "%s", path);
        return err_fix(err, "choose another name for the session.");
    }
    if (!new_store(path, &store, err)) return false;
    snprintf(beside, sizeof beside, "%s.new", path);
    copies_remove_files(beside);
    bool good = make_beside(store, beside, facts, facts_count, err);
    sql_finalize(store);
    sqlite3_close(store->db);
    store->db = NULL;
    good = good
           && ((sync_file(beside) && rename(beside, path) == 0)
                   || cannot_rename(store, err))
           && sync_folder(store, err);
    copies_remove_files(beside);
    free(store);
    return good && store_open(path, STORE_PLAY, out, err);
}

// The path as a URI with every sign escaped that means something there.
static void uri_of(const char *path, char *out, size_t capacity) {
    size_t length = (size_t)snprintf(out, capacity, "file:");
    for (; *path && length + 4 < capacity; path++) {
        bool special = *path == '%' || *path == '?' || *path == '#';
        int added = special ? snprintf(
                            out + length, capacity - length, "%%%02x", (unsigned)*path)
                            : snprintf(out + length, capacity - length, "%c", *path);
        length += (size_t)added;
    }
    snprintf(out + length, capacity - length, "?immutable=1");
}

static bool not_closed_well(const Store *store, Err *err) {
    err_set(err, ERR_SYSTEM,
            "This session was not closed properly, and you may only read it.");
    err_where(err, "%s", store->path);
    return err_fix(err, "copy it and the file beside it that ends in -wal to a folder of "
                        "yours, and open it there.");
}

// A file that was closed well has no log beside it and is read as it lies there, without a lock or a
// file of ours beside it. With a log SQLite needs its lock to read both, and leaves both as they are.
static bool open_to_read(Store *store, Err *err) {
    char log[sizeof store->path + 8], uri[3 * sizeof store->path + 32];
    snprintf(log, sizeof log, "%s-wal", store->path);
    if (!file_exists(log)) {
        uri_of(store->path, uri, sizeof uri);
        return open_database(store, uri, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI, err);
    }
    if (access(store->path, W_OK) != 0) return not_closed_well(store, err);
    return open_database(store, store->path, SQLITE_OPEN_READWRITE, err)
           && sql_execute(store, "PRAGMA query_only = ON", err);
}

bool store_open(const char *path, StoreMode mode, Journal *out, Err *err) {
    Store *store;
    if (!check_header(path, err) || !new_store(path, &store, err)) return false;
    store->read_only = mode == STORE_READ;
    bool good = store->read_only ? open_to_read(store, err)
                                 : open_database(store, path, SQLITE_OPEN_READWRITE, err);
    good = good && sql_prepare(store, err) && check_opening(store, err)
           && (store->read_only || use_log(store, err));
    if (good && !store->read_only) log_watch(store);
    return hand_over(store, good, out);
}

static bool note_copy(Store *store, const char *place, int64_t at_ms, Err *err) {
    Query query = sql_query(store, SQL_COPY_PUT);
    sql_bind_number(&query, 1, at_ms);
    sql_bind_text(&query, 2, (Bytes){(const uint8_t *)"backup", 6});
    sql_bind_text(&query, 3, (Bytes){(const uint8_t *)place, strlen(place)});
    sql_bind_blob(&query, 4, (Bytes){store->tail.head.bytes, DIGEST_BYTES});
    return sql_run(&query, err);
}

// A failing copy says nothing about the session's own file, which stays healthy.
static bool copy_failed(const char *path, Err *err) {
    copies_remove_files(path);
    err_set(err, ERR_SYSTEM,
            "The backup could not be written; the session itself goes on.");
    err_where(err, "%s", path);
    return err_fix(err, "choose another place for backups, with enough room.");
}

static bool copy_to(Store *store, const char *path) {
    sqlite3_stmt *statement = NULL;
    int code = sqlite3_prepare_v2(store->db, "VACUUM INTO ?1", -1, &statement, NULL);
    if (code == SQLITE_OK) code = sqlite3_bind_text(statement, 1, path, -1, SQLITE_STATIC);
    if (code == SQLITE_OK) code = sqlite3_step(statement);
    sqlite3_finalize(statement);
    return code == SQLITE_DONE;
}

static bool backup(void *self, const char *path, int64_t at_ms, Err *err) {
    Store *store = self;
    char beside[1100];
    if (!sql_writable(store, err)) return false;
    if (strlen(path) + sizeof "-wal.new" > sizeof store->path) return too_long(path, err);
    snprintf(beside, sizeof beside, "%s.new", path);
    copies_remove_files(beside);
    if (!copy_to(store, beside) || !sync_file(beside) || rename(beside, path) != 0) {
        return copy_failed(beside, err);
    }
    return note_copy(store, path, at_ms, err);
}

static bool cannot_move(const char *path, const char *why, Err *err) {
    err_set(err, ERR_SYSTEM, "The session could not be saved there: %s", why);
    err_where(err, "%s", path);
    return err_fix(err, "choose a folder on another disk or stick, with enough room.");
}

static bool same_place(const Store *a, const Store *b) {
    return a->tail.seq == b->tail.seq && digest_equal(&a->tail.head, &b->tail.head);
}

// The new file is read back before the old one is let go; whoever holds this store notices nothing.
static bool move(void *self, const char *path, Err *err) {
    Store *store = self;
    Journal fresh;
    char beside[1100];
    if (strlen(path) + sizeof "-wal.new" > sizeof store->path) return too_long(path, err);
    if (file_exists(path))
        return cannot_move(path, "there is a file of this name already.", err);
    snprintf(beside, sizeof beside, "%s.new", path);
    copies_remove_files(beside);
    if (!copy_to(store, beside) || !sync_file(beside) || rename(beside, path) != 0) {
        copies_remove_files(beside);
        return cannot_move(path, "that place cannot be written to.", err);
    }
    if (!store_open(path, STORE_PLAY, &fresh, err)) return false;
    Store *other = fresh.self;
    if (!sync_folder(other, err) || !same_place(store, other)) {
        close_store(other);
        return cannot_move(path, "it did not come out the same.", err);
    }
    Store old = *store;
    *store = *other;
    *other = old;
    log_watch(store);
    other->broken = true; // nothing is written there any more
    // What is erased later must be erased there too.
    bool noted = note_copy(store, other->path, 0, err);
    close_store(other);
    return noted;
}
