// pack/folder.c — walks a pack's folder level by level. Never: follows a link or opens a file.
#include "pack/folder.h"
#include "pack/limits.h"
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>

typedef struct Walk {
    const char *root;
    Region *region;
    PathEntries *entries; // folders found are entered later, in this order: no recursion
    uint64_t bytes;
    Diags *diags;
    Err *err;
} Walk;

static bool left_out(const char *name) {
    size_t length = strlen(name);
    return name[0] == '.' || name[0] == '#' || name[length - 1] == '~';
}

static bool cannot_read(Walk *walk, const char *path) {
    err_set(walk->err, ERR_SYSTEM, "This folder cannot be read: %s.", strerror(errno));
    err_where(walk->err, "%s", path);
    return err_fix(walk->err, "check its name and your rights.");
}

static void report_link(Walk *walk, const char *name) {
    Diag *diag = diags_add(
            walk->diags, "E405", name, 0, 0, "This is a link or another special file.");
    diag_fix(diag, "put a copy of the file here.");
}

static bool report_many(Walk *walk) {
    Diag *diag = diags_add(walk->diags, "E407", "", 0, 0,
            "A pack may have %d files and folders; this folder has more.",
            PACK_ENTRIES_MAX);
    diag_fix(diag, "take out what the pack does not need.");
    return false;
}

static bool report_large(Walk *walk) {
    Diag *diag = diags_add(
            walk->diags, "E406", "", 0, 0, "A pack may have 64 MiB; this folder has more.");
    diag_fix(diag, "use smaller pictures and sounds.");
    return false;
}

// `last` is what the name is called in the open folder. False only when the walk must stop.
static bool add_entry(Walk *walk, int folder_file, const char *last, const char *name) {
    Bytes bytes = {(const uint8_t *)name, strlen(name)};
    if (!path_check(bytes, walk->diags)) return true;
    struct stat info;
    if (fstatat(folder_file, last, &info, AT_SYMLINK_NOFOLLOW) != 0) {
        if (errno == ENOENT) return true;
        return cannot_read(walk, region_format(walk->region, "%s/%s", walk->root, name));
    }
    bool folder = S_ISDIR(info.st_mode);
    if (!folder && !S_ISREG(info.st_mode)) {
        report_link(walk, name);
        return true;
    }
    if (walk->entries->count == PACK_ENTRIES_MAX) return report_many(walk);
    uint64_t size = folder ? 0 : (uint64_t)info.st_size;
    walk->bytes += size;
    if (walk->bytes > PACK_UNPACKED_BYTES_MAX) return report_large(walk);
    walk->entries->items[walk->entries->count++] =
            (PathEntry){.name = name, .size = size, .folder = folder};
    return true;
}

// `inside` is the folder's path in the pack, "" for its top.
static bool add_folder(Walk *walk, const char *inside) {
    const char *path = region_format(walk->region, "%s/%s", walk->root, inside);
    DIR *stream = opendir(path);
    if (!stream) return cannot_read(walk, path);
    bool good = true;
    for (struct dirent *item = readdir(stream); item && good; item = readdir(stream)) {
        if (left_out(item->d_name)) continue;
        const char *parts[] = {inside, inside[0] ? "/" : "", item->d_name};
        const char *name = region_join(walk->region, parts, ARRAY_COUNT(parts));
        good = add_entry(walk, dirfd(stream), item->d_name, name);
    }
    closedir(stream);
    return good;
}

bool folder_index(
        const char *path, Region *region, PathEntries *out, Diags *diags, Err *err) {
    int32_t before = diags->errors;
    PathEntry *items = region_take(region, PACK_ENTRIES_MAX * sizeof *items);
    *out = (PathEntries){.items = items};
    Walk walk = {
            .root = path, .region = region, .entries = out, .diags = diags, .err = err};
    bool good = add_folder(&walk, "");
    for (int32_t i = 0; good && i < out->count; i++) {
        const PathEntry *entry = &out->items[i];
        if (entry->folder && path_folder_known(entry->name))
            good = add_folder(&walk, entry->name);
    }
    if (!good) out->items = NULL;
    return good && diags->errors == before;
}
