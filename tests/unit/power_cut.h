// tests/unit/power_cut.h — a disk under SQLite that forgets what was not synced, or fails once, at an operation that is asked for. Never: a test.
#ifndef TESTS_POWER_CUT_H
#define TESTS_POWER_CUT_H
#include "base/rng.h"
#include <fcntl.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { POWER_SECTOR = 512, POWER_PATH = 200 };

// What stood where something was written that no sync has made sure of yet.
typedef struct PowerWrite {
    char path[POWER_PATH];
    int64_t at, size_before;
    size_t length;
    uint8_t *before; // length bytes, zeros behind the old end
    struct PowerWrite *older;
} PowerWrite;

typedef struct PowerFile {
    sqlite3_file base;
    char path[POWER_PATH];
    sqlite3_file *real; // behind this
} PowerFile;

typedef enum PowerMode {
    POWER_GOES_ON,   // everything works, and is counted
    POWER_FAILS,     // the operation with the number fails, later ones work
    POWER_LOSES_ALL, // from that operation on nothing works; what was not synced is gone
    POWER_TEARS,     // the same, but some of it came to the disk, in pieces
} PowerMode;

typedef struct Power {
    sqlite3_vfs vfs, *real;
    sqlite3_io_methods methods;
    PowerMode mode;
    int64_t ops, stop_at;
    bool off;
    PowerWrite *newest;
} Power;

// The one disk of the test program: SQLite's callbacks on files know no context of ours.
static Power power_disk;

static inline void power_forget(PowerWrite **from, const char *path) {
    while (*from) {
        PowerWrite *one = *from;
        if (path && strcmp(one->path, path) != 0) {
            from = &one->older;
            continue;
        }
        *from = one->older;
        free(one->before);
        free(one);
    }
}

// True when this operation is not done.
static inline bool power_stops(void) {
    Power *power = &power_disk;
    if (power->off) return true;
    bool now = ++power->ops == power->stop_at && power->mode != POWER_GOES_ON;
    if (now && power->mode != POWER_FAILS) power->off = true;
    return now;
}

static inline void power_remember(
        PowerFile *file, int64_t at, size_t length, int64_t size) {
    PowerWrite *one = calloc(1, sizeof *one);
    ASSERT(one && length > 0);
    one->before = calloc(1, length);
    ASSERT(one->before);
    memcpy(one->path, file->path, sizeof one->path);
    one->at = at;
    one->length = length;
    one->size_before = size;
    one->older = power_disk.newest;
    power_disk.newest = one;
    // A short read fills the rest with zeros, which is what a file has behind its end.
    (void)file->real->pMethods->xRead(file->real, one->before, (int)length, at);
}

static inline int64_t power_size(PowerFile *file) {
    sqlite3_int64 size = 0;
    int code = file->real->pMethods->xFileSize(file->real, &size);
    ASSERT(code == SQLITE_OK);
    return size;
}

static inline int power_write(
        sqlite3_file *base, const void *bytes, int length, sqlite3_int64 at) {
    PowerFile *file = (PowerFile *)base;
    if (power_stops()) return SQLITE_IOERR_WRITE;
    power_remember(file, at, (size_t)length, power_size(file));
    return file->real->pMethods->xWrite(file->real, bytes, length, at);
}

static inline int power_truncate(sqlite3_file *base, sqlite3_int64 size) {
    PowerFile *file = (PowerFile *)base;
    int64_t now = power_size(file);
    if (power_stops()) return SQLITE_IOERR_TRUNCATE;
    if (now > size) power_remember(file, size, (size_t)(now - size), now);
    return file->real->pMethods->xTruncate(file->real, size);
}

static inline int power_sync(sqlite3_file *base, int flags) {
    PowerFile *file = (PowerFile *)base;
    if (power_stops()) return SQLITE_IOERR_FSYNC;
    power_forget(&power_disk.newest, file->path);
    (void)flags; // the bytes are safe in this process; the test is about which ones were asked for
    return SQLITE_OK;
}

static inline int power_close(sqlite3_file *base) {
    PowerFile *file = (PowerFile *)base;
    return file->real->pMethods->xClose(file->real);
}
static inline int power_read(sqlite3_file *base, void *to, int length, sqlite3_int64 at) {
    PowerFile *file = (PowerFile *)base;
    return file->real->pMethods->xRead(file->real, to, length, at);
}
static inline int power_file_size(sqlite3_file *base, sqlite3_int64 *size) {
    PowerFile *file = (PowerFile *)base;
    return file->real->pMethods->xFileSize(file->real, size);
}
static inline int power_lock(sqlite3_file *base, int level) {
    PowerFile *file = (PowerFile *)base;
    return file->real->pMethods->xLock(file->real, level);
}
static inline int power_unlock(sqlite3_file *base, int level) {
    PowerFile *file = (PowerFile *)base;
    return file->real->pMethods->xUnlock(file->real, level);
}
static inline int power_reserved(sqlite3_file *base, int *out) {
    PowerFile *file = (PowerFile *)base;
    return file->real->pMethods->xCheckReservedLock(file->real, out);
}
static inline int power_control(sqlite3_file *base, int what, void *argument) {
    PowerFile *file = (PowerFile *)base;
    return file->real->pMethods->xFileControl(file->real, what, argument);
}
static inline int power_sector(sqlite3_file *base) {
    (void)base;
    return POWER_SECTOR;
}
static inline int power_device(sqlite3_file *base) {
    (void)base;
    return 0; // nothing is promised about order or tearing
}

static inline int power_open(
        sqlite3_vfs *vfs, const char *name, sqlite3_file *base, int flags, int *out_flags) {
    PowerFile *file = (PowerFile *)base;
    (void)vfs;
    *file = (PowerFile){.real = (sqlite3_file *)(file + 1)};
    snprintf(file->path, sizeof file->path, "%s", name ? name : "");
    int code = power_disk.real->xOpen(power_disk.real, name, file->real, flags, out_flags);
    if (code == SQLITE_OK) file->base.pMethods = &power_disk.methods;
    return code;
}

// From now on SQLite writes through this disk.
static inline void power_install(void) {
    Power *power = &power_disk;
    if (power->real) return;
    power->real = sqlite3_vfs_find(NULL);
    ASSERT(power->real);
    power->vfs = *power->real;
    power->vfs.zName = "power-cut";
    power->vfs.pNext = NULL;
    power->vfs.szOsFile = (int)sizeof(PowerFile) + power->real->szOsFile;
    power->vfs.xOpen = power_open;
    power->methods = (sqlite3_io_methods){1, power_close, power_read, power_write,
            power_truncate, power_sync, power_file_size, power_lock, power_unlock,
            power_reserved, power_control, power_sector, power_device, 0, 0, 0, 0, 0, 0};
    int code = sqlite3_vfs_register(&power->vfs, 1);
    ASSERT(code == SQLITE_OK);
}

static inline void power_begin(PowerMode mode, int64_t stop_at) {
    power_forget(&power_disk.newest, NULL);
    power_disk.mode = mode;
    power_disk.stop_at = stop_at;
    power_disk.ops = 0;
    power_disk.off = false;
}

static inline void power_put(int fd, const PowerWrite *one, size_t from, size_t length) {
    ssize_t put = pwrite(fd, one->before + from, length, one->at + (int64_t)from);
    ASSERT(put == (ssize_t)length);
}

// The power is back: what was never synced is undone, newest first; when it tears, some sectors stay.
static inline void power_back(Rng *rng) {
    Power *power = &power_disk;
    bool tears = power->mode == POWER_TEARS;
    for (PowerWrite *one = power->newest; one && power->mode >= POWER_LOSES_ALL;
            one = one->older) {
        int fd = open(one->path, O_WRONLY | O_CLOEXEC);
        if (fd < 0) continue;
        bool stays = tears && rng_draw(rng, 2);
        for (size_t at = 0; at < one->length && !stays; at += POWER_SECTOR) {
            size_t left = one->length - at;
            if (tears && rng_draw(rng, 3) == 0) continue;
            power_put(fd, one, at, left < POWER_SECTOR ? left : POWER_SECTOR);
        }
        if (!tears) (void)!ftruncate(fd, one->size_before);
        close(fd);
    }
    power_begin(POWER_GOES_ON, 0);
}

#endif // TESTS_POWER_CUT_H
