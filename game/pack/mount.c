// pack/mount.c — PhysicsFS kept to folders and zips, read-only. Never: checks what is mounted.
#include "pack/mount.h"
#include <physfs.h>
#include <stdlib.h>
#include <string.h>

static const char *reason(void) {
    const char *text = PHYSFS_getErrorByCode(PHYSFS_getLastErrorCode());
    return text ? text : "unknown reason";
}

static bool fail(
        Err *err, ErrKind kind, const char *what, const char *where, const char *fix) {
    err_set(err, kind, "%s (%s).", what, reason());
    err_where(err, "%s", where);
    return err_fix(err, "%s", fix);
}

// PhysicsFS opens ten kinds of archives by their content; a pack is a folder or a zip.
static bool only_zips(void) {
    const PHYSFS_ArchiveInfo **kinds = PHYSFS_supportedArchiveTypes();
    for (size_t i = 0; kinds && kinds[i];) {
        if (strcmp(kinds[i]->extension, "ZIP") == 0) {
            i++;
        } else if (!PHYSFS_deregisterArchiver(kinds[i]->extension)) {
            return false;
        } else {
            kinds = PHYSFS_supportedArchiveTypes();
        }
    }
    return kinds && kinds[0];
}

static bool start(Err *err) {
    if (PHYSFS_isInit()) return true;
    // The name of a program beside us keeps PhysicsFS from needing /proc to find its base folder.
    if (!PHYSFS_init("./convene")) {
        return fail(err, ERR_SYSTEM, "The file system layer does not start", "",
                "set HOME to a folder.");
    }
    PHYSFS_permitSymbolicLinks(0);
    if (only_zips()) return true;
    fail(err, ERR_SYSTEM, "The file system layer does not start", "",
            "reinstall libphysfs1.");
    PHYSFS_deinit();
    return false;
}

static void stop_if_unused(void) {
    if (!PHYSFS_isInit()) return;
    char **mounted = PHYSFS_getSearchPath();
    bool unused = mounted && !mounted[0];
    PHYSFS_freeList(mounted);
    if (unused) PHYSFS_deinit();
}

// A run of bytes as PhysicsFS reads files. Its own memory mounts leak one block each (3.0.2).
typedef struct Memory {
    PHYSFS_Io io;
    Bytes bytes;
    uint64_t at;
} Memory;

static PHYSFS_sint64 memory_read(PHYSFS_Io *io, void *out, PHYSFS_uint64 length) {
    Memory *memory = io->opaque;
    uint64_t left = memory->bytes.length - memory->at;
    if (length > left) length = left;
    if (length > 0) memcpy(out, memory->bytes.data + memory->at, length);
    memory->at += length;
    return (PHYSFS_sint64)length;
}

static int memory_seek(PHYSFS_Io *io, PHYSFS_uint64 at) {
    Memory *memory = io->opaque;
    if (at > memory->bytes.length) {
        PHYSFS_setErrorCode(PHYSFS_ERR_PAST_EOF);
        return 0;
    }
    memory->at = at;
    return 1;
}

static PHYSFS_sint64 memory_tell(PHYSFS_Io *io) {
    const Memory *memory = io->opaque;
    return (PHYSFS_sint64)memory->at;
}

static PHYSFS_sint64 memory_length(PHYSFS_Io *io) {
    const Memory *memory = io->opaque;
    return (PHYSFS_sint64)memory->bytes.length;
}

static int memory_flush(PHYSFS_Io *io) {
    (void)io;
    return 1;
}

static void memory_destroy(PHYSFS_Io *io) { free(io->opaque); }

static PHYSFS_Io *memory_duplicate(PHYSFS_Io *io);

static PHYSFS_Io *memory_open(Bytes bytes) {
    Memory *memory = calloc(1, sizeof *memory);
    ASSERT(memory != NULL);
    memory->bytes = bytes;
    memory->io = (PHYSFS_Io){.opaque = memory,
            .read = memory_read,
            .seek = memory_seek,
            .tell = memory_tell,
            .length = memory_length,
            .duplicate = memory_duplicate,
            .flush = memory_flush,
            .destroy = memory_destroy};
    return &memory->io;
}

static PHYSFS_Io *memory_duplicate(PHYSFS_Io *io) {
    const Memory *memory = io->opaque;
    return memory_open(memory->bytes);
}

bool mount_folder(
        Mount *mount, const char *name, const char *path, Region *region, Err *err) {
    *mount = (Mount){path, region_format(region, "/packs/%s", name)};
    if (!start(err)) {
        *mount = (Mount){0};
        return false;
    }
    // A second mount of one folder would be ignored silently, and the first end would take both away.
    bool fresh = PHYSFS_getMountPoint(path) == NULL;
    if (fresh && PHYSFS_mount(path, mount->point, 1)) return true;
    fail(err, ERR_SYSTEM, "The folder of the pack cannot be opened", path,
            "check your rights.");
    *mount = (Mount){0};
    stop_if_unused();
    return false;
}

bool mount_zip(Mount *mount, const char *name, Bytes zip, Region *region, Err *err) {
    *mount = (Mount){region_format(region, "%s.zip", name),
            region_format(region, "/packs/%s", name)};
    if (!start(err)) {
        *mount = (Mount){0};
        return false;
    }
    bool fresh = PHYSFS_getMountPoint(mount->archive) == NULL;
    PHYSFS_Io *io = memory_open(zip);
    if (fresh && PHYSFS_mountIo(io, mount->archive, mount->point, 1)) return true;
    io->destroy(io);
    fail(err, ERR_DAMAGED, "The archive of the pack cannot be opened", name,
            "make the archive again.");
    *mount = (Mount){0};
    stop_if_unused();
    return false;
}

void mount_end(Mount *mount) {
    if (!mount->archive) return;
    PHYSFS_unmount(mount->archive);
    *mount = (Mount){0};
    stop_if_unused();
}

// Reads up to size bytes and one more, if it comes; returns how many came. There is room for it.
static uint64_t read_counted(PHYSFS_File *file, uint8_t *data, uint64_t size) {
    uint64_t done = 0;
    PHYSFS_sint64 got = 1;
    while (done < size && got > 0) {
        got = PHYSFS_readBytes(file, data + done, size + 1 - done);
        if (got > 0) done += (uint64_t)got;
    }
    if (size == 0 && PHYSFS_readBytes(file, data, 1) == 1) done = 1;
    return done;
}

bool mount_read(const Mount *mount, const char *name, uint64_t size, Region *region,
        Bytes *out, Err *err) {
    const char *path = region_format(region, "%s/%s", mount->point, name);
    PHYSFS_File *file = PHYSFS_openRead(path);
    if (!file)
        return fail(err, ERR_DAMAGED, "A file of the pack cannot be opened", name,
                "copy the pack again.");
    uint8_t *data = region_take(region, (size_t)size + 1);
    uint64_t done = read_counted(file, data, size);
    data[size] = 0;
    PHYSFS_close(file);
    *out = (Bytes){data, (size_t)size};
    if (done == size) return true;
    err_set(err, ERR_DAMAGED, "This file is %s than the pack says.",
            done > size ? "longer" : "shorter");
    err_where(err, "%s", name);
    return err_fix(err, "copy the pack again.");
}
