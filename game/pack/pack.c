// pack/pack.c — opens a pack: list, check, mount, read, hash. Never: understands what its files say.
#include "pack/pack.h"
#include "base/file.h"
#include "pack/folder.h"
#include "pack/hash.h"
#include "pack/image.h"
#include "pack/limits.h"
#include "pack/mount.h"
#include "pack/sound.h"
#include "pack/zip.h"
#include <stdlib.h>
#include <string.h>
#include <strings.h>

// One opening in progress. What only the opening needs lives in `scratch`.
typedef struct Opening {
    Pack *pack;
    Region scratch;
    PathEntries entries;
    Mount mount;
    Diags *diags;
    Err *err;
    int32_t errors_before;
} Opening;

// Fills err when the findings are errors.
static bool no_findings(const Opening *opening) {
    int32_t errors = opening->diags->errors - opening->errors_before;
    if (errors == 0) return true;
    err_set(opening->err, ERR_PACK, "This pack cannot be played: %d %s.", errors,
            errors == 1 ? "thing is wrong" : "things are wrong");
    err_where(opening->err, "%s", opening->pack->path);
    return err_fix(
            opening->err, "convene check %s shows what to change.", opening->pack->path);
}

static const char *last_part(const char *path) {
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

// Takes the name for people from the path: without final slashes, without the archive's ending.
static void name_pack(Pack *pack, const char *path) {
    size_t length = strlen(path);
    while (length > 1 && path[length - 1] == '/')
        length--;
    pack->path = region_copy_text(&pack->region, path, length);
    const char *name = last_part(pack->path);
    length = strlen(name);
    if (path_ends(name, ".convene"))
        length -= strlen(".convene");
    else if (path_ends(name, ".zip"))
        length -= strlen(".zip");
    pack->name = region_copy_text(&pack->region, name, length);
}

static const char *mount_name(const Pack *pack) {
    Bytes name = {(const uint8_t *)pack->name, strlen(pack->name)};
    return path_judge(name) == PATH_FINE ? pack->name : "pack";
}

static bool damaged_file(Opening *opening, const char *name, const char *what) {
    Diag *diag = diags_add(opening->diags, "E401", name, 0, 0, "%s", what);
    diag_fix(diag, "copy the pack again.");
    return false;
}

// What can be said about the bytes of one file before anybody reads them.
static void check_content(Opening *opening, const PathEntry *entry, Bytes bytes) {
    ImageSize size;
    if (entry->crc_known && zip_crc(0, bytes.data, bytes.length) != entry->crc) {
        damaged_file(
                opening, entry->name, "The content of this file was damaged on its way.");
    } else if (path_ends(entry->name, ".png")) {
        if (!image_check(bytes, entry->name, &size, opening->diags)) return;
    } else if (path_ends(entry->name, ".ogg")) {
        if (!sound_check(bytes, entry->name, opening->diags)) return;
    }
}

static bool read_file(Opening *opening, const PathEntry *entry, PackFile *out) {
    Err err = {0};
    Region *region = &opening->pack->region;
    out->name = region_copy_text(region, entry->name, strlen(entry->name));
    if (!mount_read(&opening->mount, entry->name, entry->size, region, &out->bytes, &err)) {
        return damaged_file(opening, entry->name, err.what);
    }
    check_content(opening, entry, out->bytes);
    return true;
}

static bool read_files(Opening *opening) {
    Pack *pack = opening->pack;
    const PathEntries *entries = &opening->entries;
    PackFile *files = region_take(&pack->region, (size_t)entries->count * sizeof *files);
    int32_t count = 0;
    bool good = true;
    for (int32_t i = 0; good && i < entries->count; i++) {
        if (!entries->items[i].folder)
            good = read_file(opening, &entries->items[i], &files[count++]);
    }
    pack->files = files;
    pack->files_count = count;
    return no_findings(opening);
}

// The list of entries is complete: checks it as a whole, so that one run shows all findings.
static bool entries_good(Opening *opening) {
    if (opening->entries.items) {
        path_check_entries(&opening->entries, &opening->scratch, opening->diags);
    }
    return no_findings(opening);
}

// A folder that never was a pack gets one finding, not one for each of its files.
static bool looks_like_a_pack(Opening *opening) {
    static const char *const signs[] = {"pack.lua", "Pack.lua", "pack.lua.txt", "pack.txt"};
    const char *path = opening->pack->path;
    for (size_t i = 0; i < ARRAY_COUNT(signs); i++) {
        if (file_exists(region_format(&opening->scratch, "%s/%s", path, signs[i])))
            return true;
    }
    path_check_entries(&opening->entries, &opening->scratch, opening->diags);
    return no_findings(opening);
}

static bool open_folder(Opening *opening) {
    Pack *pack = opening->pack;
    if (!looks_like_a_pack(opening)) return false;
    bool listed = folder_index(
            pack->path, &opening->scratch, &opening->entries, opening->diags, opening->err);
    bool world_failed = !listed && opening->diags->errors == opening->errors_before;
    if (world_failed || !entries_good(opening)) return false;
    if (!mount_folder(&opening->mount, mount_name(pack), pack->path, &opening->scratch,
                opening->err)) {
        return false;
    }
    return read_files(opening);
}

static bool open_zip(Opening *opening, Bytes zip) {
    Pack *pack = opening->pack;
    pack->zip = true;
    bool sound = zip_index(zip, last_part(pack->path), &opening->scratch, &opening->entries,
            opening->diags);
    if (!entries_good(opening) || !sound) return false;
    Err err = {0};
    if (!mount_zip(&opening->mount, mount_name(pack), zip, &opening->scratch, &err)) {
        if (err.kind == ERR_DAMAGED)
            damaged_file(opening, last_part(pack->path), err.what);
        else if (opening->err)
            *opening->err = err;
        return err.kind == ERR_DAMAGED && no_findings(opening);
    }
    return read_files(opening);
}

static bool open_archive(Opening *opening) {
    Bytes zip = {0};
    Err err = {0};
    const char *path = opening->pack->path;
    if (file_read(&opening->scratch, path, PACK_ZIP_BYTES_MAX, &zip, &err))
        return open_zip(opening, zip);
    if (err.kind != ERR_DAMAGED) {
        if (opening->err) *opening->err = err;
        return false;
    }
    Diag *diag = diags_add(opening->diags, "E406", last_part(path), 0, 0, "%s", err.what);
    diag_fix(diag, "use smaller pictures and sounds.");
    return no_findings(opening);
}

static bool finish(Opening *opening, bool good) {
    mount_end(&opening->mount);
    region_clear(&opening->scratch);
    Pack *pack = opening->pack;
    if (good)
        pack->hash = hash_files(pack->files, pack->files_count);
    else
        pack_close(pack);
    return good;
}

static Opening begin(const char *path, Pack *out, Diags *diags, Err *err) {
    *out = (Pack){0};
    name_pack(out, path);
    return (Opening){
            .pack = out, .diags = diags, .err = err, .errors_before = diags->errors};
}

bool pack_open(const char *path, Pack *out, Diags *diags, Err *err) {
    Opening opening = begin(path, out, diags, err);
    bool folder = file_is_folder(out->path);
    return finish(&opening, folder ? open_folder(&opening) : open_archive(&opening));
}

bool pack_open_zip(const char *name, Bytes zip, Pack *out, Diags *diags, Err *err) {
    Opening opening = begin(name, out, diags, err);
    return finish(&opening, open_zip(&opening, zip));
}

void pack_close(Pack *pack) {
    region_clear(&pack->region);
    *pack = (Pack){0};
}

static int by_name(const void *a, const void *b) {
    return strcmp(((const PackFile *)a)->name, ((const PackFile *)b)->name);
}

const PackFile *pack_find(const Pack *pack, const char *name) {
    PackFile key = {.name = name};
    if (pack->files_count == 0) return NULL;
    return bsearch(&key, pack->files, (size_t)pack->files_count, sizeof key, by_name);
}

const PackFile *pack_next(
        const Pack *pack, const char *prefix, const char *ending, bool flat, int32_t *at) {
    size_t length = strlen(prefix);
    while (*at < pack->files_count) {
        const PackFile *file = &pack->files[(*at)++];
        if (strncmp(file->name, prefix, length) != 0) continue;
        const char *rest = file->name + length;
        if (path_ends(rest, ending) && !(flat && strchr(rest, '/'))) return file;
    }
    return NULL;
}

void pack_report_missing(const Pack *pack, const char *name, const char *file, int32_t line,
        int32_t column, Diags *diags) {
    const char *names[PACK_ENTRIES_MAX];
    size_t count = 0;
    for (int32_t i = 0; i < pack->files_count; i++) {
        const char *other = pack->files[i].name;
        names[count++] = other;
        if (strcasecmp(other, name) != 0) continue;
        Diag *diag = diags_add(diags, "E412", file, line, column,
                "The file \"%s\" is written with other capital letters here: \"%s\".",
                other, name);
        diag_near(diag, other);
        diag_fix(diag, "write %s.", other);
        return;
    }
    Diag *diag = diags_add(
            diags, "E411", file, line, column, "The pack has no file \"%s\".", name);
    diag_near(diag, diag_nearest(name, names, count));
    diag_fix(diag, "add the file, or write the name of one that is there.");
}

// Copies the list without its first `skip` letters; the bytes stay those of the outer pack.
static void borrow_files(const Pack *pack, const char *prefix, Pack *out) {
    size_t skip = strlen(prefix);
    PackFile *files = region_take(&out->region, (size_t)pack->files_count * sizeof *files);
    int32_t at = 0, count = 0;
    for (const PackFile *file = pack_next(pack, prefix, "", false, &at); file;
            file = pack_next(pack, prefix, "", false, &at)) {
        files[count++] = (PackFile){file->name + skip, file->bytes};
    }
    out->files = files;
    out->files_count = count;
    out->hash = hash_files(files, count);
}

bool pack_plugin(const Pack *pack, const char *id, Pack *out) {
    *out = (Pack){.zip = pack->zip};
    char *prefix = region_format(&out->region, "plugins/%s/", id);
    const PackFile *manifest =
            pack_find(pack, region_format(&out->region, "%spack.lua", prefix));
    if (!manifest) {
        pack_close(out);
        return false;
    }
    out->path = region_format(&out->region, "%s/plugins/%s", pack->path, id);
    out->name = region_copy_text(&out->region, id, strlen(id));
    borrow_files(pack, prefix, out);
    return true;
}
