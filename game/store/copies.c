// store/copies.c — backups by the table "copy". Never: a path that somebody else wrote.
#include "store/copies.h"
#include "base/file.h"
#include "store/roster.h"
#include "store/rows.h"
#include "store/store.h"
#include <stdio.h>
#include <string.h>
#include <unistd.h>

enum { COPIES_MOST = 64 };

static Bytes text_bytes(const char *text) {
    return (Bytes){(const uint8_t *)text, strlen(text)};
}

void copies_remove_files(const char *path) {
    static const char *const endings[] = {"", "-wal", "-shm", "-journal"};
    for (size_t i = 0; i < ARRAY_COUNT(endings); i++) {
        char name[1100];
        snprintf(name, sizeof name, "%s%s", path, endings[i]);
        unlink(name);
    }
}

bool copies_list(void *self, JournalCopy *out, int32_t capacity, int32_t *count,
        Region *region, Err *err) {
    Query query = sql_query(self, SQL_COPY_ALL);
    *count = 0;
    while (*count < capacity && sql_row(&query)) {
        out[(*count)++] = (JournalCopy){
                .place = (const char *)rows_keep(sql_bytes(&query, 0), region).data,
                .at_ms = sql_number(&query, 1)};
    }
    return sql_end(&query, err);
}

static bool forget_copy(Store *store, const char *place, Err *err) {
    Query query = sql_query(store, SQL_COPY_CUT);
    sql_bind_text(&query, 1, text_bytes(place));
    return sql_run(&query, err);
}

static bool lies_in(const char *place, const char *folder) {
    size_t length = strlen(folder);
    return strncmp(place, folder, length) == 0 && place[length] == '/'
           && !strchr(place + length + 1, '/');
}

bool copies_keep(void *self, const char *folder, int32_t most, Err *err) {
    Store *store = self;
    JournalCopy copies[COPIES_MOST];
    Region region = {0};
    int32_t count = 0, there = 0;
    if (!sql_writable(store, err)) return false;
    bool good = copies_list(store, copies, COPIES_MOST, &count, &region, err);
    for (int32_t i = 0; i < count; i++)
        there += lies_in(copies[i].place, folder);
    for (int32_t i = 0; good && i < count && there > most; i++) { // oldest first
        if (!lies_in(copies[i].place, folder)) continue;
        copies_remove_files(copies[i].place);
        good = forget_copy(store, copies[i].place, err);
        there--;
    }
    region_clear(&region);
    return good;
}

// A copy that cannot be reached is told, not forgotten.
static bool erase_in(const char *place, const int64_t *ids, int32_t count, int32_t seat) {
    Journal journal;
    Err why = {0};
    if (!store_open(place, STORE_PLAY, &journal, &why)) return false;
    Roster roster = store_roster(&journal);
    bool good = roster.forget(roster.self, seat, &why)
                && journal.words_erase(journal.self, ids, count, &why);
    journal.close(journal.self);
    return good;
}

bool copies_erase(void *self, const int64_t *ids, int32_t ids_count, int32_t seat,
        int32_t *left, Err *err) {
    Store *store = self;
    JournalCopy copies[COPIES_MOST];
    Region region = {0};
    int32_t count = 0;
    *left = 0;
    bool good = copies_list(store, copies, COPIES_MOST, &count, &region, err);
    for (int32_t i = 0; good && i < count; i++) {
        if (!file_exists(copies[i].place))
            good = forget_copy(store, copies[i].place, err);
        else
            *left += !erase_in(copies[i].place, ids, ids_count, seat);
    }
    region_clear(&region);
    return good;
}
