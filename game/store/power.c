// store/power.c — SQLite's callbacks on files, each counted, and what stood where something was written since the last sync. Never: a byte of its own.
#include "store/power.h"
#include <fcntl.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

enum { PATH_BYTES = 1024 };

// What stood where something was written that no sync has made sure of yet.
typedef struct PowerWrite {
    char *path;
    int64_t at, size_before;
    size_t length;
    uint8_t *before; // length bytes, zeros behind the old end
    struct PowerWrite *older;
} PowerWrite;

struct Power {
    sqlite3_vfs vfs, *real;
    PowerMode mode;
    int64_t operations, stop_at;
    bool off, struck;
    PowerWrite *newest;
};

typedef struct PowerFile {
    sqlite3_file base;
    Power *power;
    sqlite3_file *real; // behind this
    char path[PATH_BYTES];
} PowerFile;

// ---- what is not synced yet ------------------------------------------------------------------------------------

static void free_write(PowerWrite *one) {
    free(one->before);
    free(one->path);
    free(one);
}

// Of one file, or (NULL) of all.
static void forget(Power *power, const char *path) {
    PowerWrite **from = &power->newest;
    while (*from) {
        PowerWrite *one = *from;
        if (path && strcmp(one->path, path) != 0) {
            from = &one->older;
            continue;
        }
        *from = one->older;
        free_write(one);
    }
}

static void remember(PowerFile *file, int64_t at, size_t length, int64_t size) {
    PowerWrite *one = calloc(1, sizeof *one);
    ASSERT(one != NULL && length > 0);
    one->before = calloc(1, length);
    one->path = strdup(file->path);
    ASSERT(one->before != NULL && one->path != NULL);
    one->at = at;
    one->length = length;
    one->size_before = size;
    one->older = file->power->newest;
    file->power->newest = one;
    // A short read fills the rest with zeros, which is what a file has behind its end.
    (void)file->real->pMethods->xRead(file->real, one->before, (int)length, at);
}

static int64_t size_of(PowerFile *file) {
    sqlite3_int64 size = 0;
    int code = file->real->pMethods->xFileSize(file->real, &size);
    ASSERT(code == SQLITE_OK);
    return size;
}

// ---- operations that count -------------------------------------------------------------------------------------

// True when this operation is not done. grows: it needs room that was not there before.
static bool stops(Power *power, bool grows) {
    if (power->off) return true;
    power->operations++;
    bool due = power->mode != POWER_GOES_ON && power->operations >= power->stop_at;
    bool now = power->mode == POWER_FULL ? due && grows
                                         : due && power->operations == power->stop_at;
    power->struck |= now;
    if (now && power->mode >= POWER_KILLED) power->off = true;
    return now;
}

static int write_bytes(
        sqlite3_file *base, const void *bytes, int length, sqlite3_int64 at) {
    PowerFile *file = (PowerFile *)base;
    int64_t size = size_of(file);
    if (stops(file->power, at + length > size))
        return file->power->mode == POWER_FULL ? SQLITE_FULL : SQLITE_IOERR_WRITE;
    remember(file, at, (size_t)length, size);
    return file->real->pMethods->xWrite(file->real, bytes, length, at);
}

static int truncate_file(sqlite3_file *base, sqlite3_int64 size) {
    PowerFile *file = (PowerFile *)base;
    int64_t now = size_of(file);
    if (stops(file->power, false)) return SQLITE_IOERR_TRUNCATE;
    if (now > size) remember(file, size, (size_t)(now - size), now);
    return file->real->pMethods->xTruncate(file->real, size);
}

// The bytes are safe in this process; what counts is which ones were asked for.
static int sync_file(sqlite3_file *base, int flags) {
    PowerFile *file = (PowerFile *)base;
    (void)flags;
    if (stops(file->power, false)) return SQLITE_IOERR_FSYNC;
    forget(file->power, file->path);
    return SQLITE_OK;
}

// ---- all others ------------------------------------------------------------------------------------------------

static sqlite3_file *real_of(sqlite3_file *base) { return ((PowerFile *)base)->real; }

static int close_file(sqlite3_file *base) {
    return real_of(base)->pMethods->xClose(real_of(base));
}
static int read_bytes(sqlite3_file *base, void *to, int length, sqlite3_int64 at) {
    return real_of(base)->pMethods->xRead(real_of(base), to, length, at);
}
static int file_size(sqlite3_file *base, sqlite3_int64 *size) {
    return real_of(base)->pMethods->xFileSize(real_of(base), size);
}
static int lock(sqlite3_file *base, int level) {
    return real_of(base)->pMethods->xLock(real_of(base), level);
}
static int unlock(sqlite3_file *base, int level) {
    return real_of(base)->pMethods->xUnlock(real_of(base), level);
}
static int check_reserved(sqlite3_file *base, int *out) {
    return real_of(base)->pMethods->xCheckReservedLock(real_of(base), out);
}
static int control(sqlite3_file *base, int what, void *argument) {
    return real_of(base)->pMethods->xFileControl(real_of(base), what, argument);
}
static int sector(sqlite3_file *base) {
    (void)base;
    return POWER_SECTOR;
}
static int device(sqlite3_file *base) {
    (void)base;
    return 0; // nothing is promised about order or tearing
}

static int open_file(
        sqlite3_vfs *vfs, const char *name, sqlite3_file *base, int flags, int *out_flags) {
    static const sqlite3_io_methods methods = {1, close_file, read_bytes, write_bytes,
            truncate_file, sync_file, file_size, lock, unlock, check_reserved, control,
            sector, device, NULL, NULL, NULL, NULL, NULL, NULL};
    PowerFile *file = (PowerFile *)base;
    Power *power = vfs->pAppData;
    *file = (PowerFile){.power = power, .real = (sqlite3_file *)(file + 1)};
    snprintf(file->path, sizeof file->path, "%s", name ? name : "");
    int code = power->real->xOpen(power->real, name, file->real, flags, out_flags);
    if (code == SQLITE_OK) file->base.pMethods = &methods;
    return code;
}

static int delete_file(sqlite3_vfs *vfs, const char *name, int sync_folder) {
    Power *power = vfs->pAppData;
    if (stops(power, false)) return SQLITE_IOERR_DELETE;
    forget(power, name);
    return power->real->xDelete(power->real, name, sync_folder);
}

// ---- the whole -------------------------------------------------------------------------------------------------

Power *power_install(void) {
    Power *power = calloc(1, sizeof *power);
    ASSERT(power != NULL);
    power->real = sqlite3_vfs_find(NULL);
    ASSERT(power->real != NULL);
    power->vfs = *power->real;
    power->vfs.zName = "power-cut";
    power->vfs.pNext = NULL;
    power->vfs.pAppData = power;
    power->vfs.szOsFile = (int)sizeof(PowerFile) + power->real->szOsFile;
    power->vfs.xOpen = open_file;
    power->vfs.xDelete = delete_file;
    int code = sqlite3_vfs_register(&power->vfs, 1);
    ASSERT(code == SQLITE_OK);
    return power;
}

void power_remove(Power *power) {
    if (!power) return;
    sqlite3_vfs_unregister(&power->vfs);
    sqlite3_vfs_register(power->real, 1);
    forget(power, NULL);
    free(power);
}

void power_begin(Power *power, PowerMode mode, int64_t stop_at) {
    forget(power, NULL);
    power->operations = 0;
    power_arm(power, mode, stop_at);
}

void power_arm(Power *power, PowerMode mode, int64_t in_operations) {
    power->mode = mode;
    power->stop_at = power->operations + in_operations;
    power->off = power->struck = false;
}

void power_stop(Power *power) { power->off = power->struck = true; }

int64_t power_operations(const Power *power) { return power->operations; }
bool power_struck(const Power *power) { return power->struck; }
bool power_is_off(const Power *power) { return power->off; }

static void put_back(int fd, const PowerWrite *one, size_t from, size_t length) {
    ssize_t put = pwrite(fd, one->before + from, length, one->at + (int64_t)from);
    ASSERT(put == (ssize_t)length);
}

static void undo(const PowerWrite *one, bool tears, Rng *rng) {
    int fd = open(one->path, O_WRONLY | O_CLOEXEC);
    if (fd < 0) return;
    bool stays = tears && rng_draw(rng, 2);
    for (size_t at = 0; at < one->length && !stays; at += POWER_SECTOR) {
        size_t left = one->length - at;
        if (tears && rng_draw(rng, 3) == 0) continue;
        put_back(fd, one, at, left < POWER_SECTOR ? left : POWER_SECTOR);
    }
    bool cut = tears || ftruncate(fd, one->size_before) == 0;
    ASSERT(cut);
    close(fd);
}

void power_back(Power *power, Rng *rng) {
    bool tears = power->mode == POWER_TEARS;
    bool loses = tears || power->mode == POWER_LOSES_ALL;
    for (const PowerWrite *one = power->newest; one && loses; one = one->older)
        undo(one, tears, rng);
    power_begin(power, POWER_GOES_ON, 0);
}
