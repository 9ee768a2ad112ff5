// pack/library.c — folders full of packs, listed and searched. Never: opens or reads a pack.
#include "pack/library.h"
#include "base/diag.h"
#include "base/file.h"
#include "pack/path.h"
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

// Reads "1.2.0" at the end of a name into version; returns where "-1.2.0" starts, or the length.
static size_t read_version(const char *name, size_t length, int32_t version[3]) {
    size_t start = length;
    int32_t numbers[3] = {0}, place = 2, weight = 1;
    while (start > 0 && place >= 0) {
        char c = name[start - 1];
        if (c >= '0' && c <= '9' && weight <= 100000) {
            numbers[place] += (c - '0') * weight;
            weight *= 10;
        } else if ((c == '.' || c == '-') && weight > 1) {
            place--;
            weight = 1;
            if (c == '-') break;
        } else {
            return length;
        }
        start--;
    }
    if (place >= 0 || start < 2 || name[start - 1] != '-') return length;
    memcpy(version, numbers, sizeof numbers);
    return start - 1;
}

static size_t without_ending(const char *name) {
    size_t length = strlen(name);
    if (path_ends(name, ".convene")) return length - strlen(".convene");
    return path_ends(name, ".zip") ? length - strlen(".zip") : length;
}

// False when nothing of that name is a pack.
static bool judge_item(
        const char *folder, const char *file, Region *region, LibraryItem *out) {
    *out = (LibraryItem){0};
    size_t length = without_ending(file);
    if (file[0] == '.' || file[0] == '_' || length == 0) return false;
    out->path = region_format(region, "%s/%s", folder, file);
    if (file_is_folder(out->path)) {
        length = strlen(file);
        if (!file_exists(region_format(region, "%s/pack.lua", out->path))) return false;
    } else {
        out->zip = length < strlen(file);
        if (!out->zip) return false;
        length = read_version(file, length, out->version);
    }
    out->name = region_copy_text(region, file, length);
    return true;
}

static int by_name_newest(const void *a, const void *b) {
    const LibraryItem *x = a, *y = b;
    int order = strcmp(x->name, y->name);
    for (int32_t i = 0; i < 3 && order == 0; i++)
        order = y->version[i] - x->version[i];
    return order != 0 ? order : strcmp(x->path, y->path);
}

void library_add(Library *library, const char *folder, Region *region) {
    DIR *stream = opendir(folder);
    if (!stream) return;
    int32_t first = library->items_count;
    for (struct dirent *entry = readdir(stream); entry; entry = readdir(stream)) {
        LibraryItem item;
        if (!judge_item(folder, entry->d_name, region, &item)) continue;
        if (library->items_count == LIBRARY_ITEMS_MAX)
            library->lost++;
        else
            library->items[library->items_count++] = item;
    }
    closedir(stream);
    size_t added = (size_t)(library->items_count - first);
    qsort(library->items + first, added, sizeof *library->items, by_name_newest);
}

// "hall-keys" fits any version, "hall-keys-1.0.0" only that one.
static bool is_called(const LibraryItem *item, const char *name) {
    int32_t version[3] = {0};
    if (strcmp(item->name, name) == 0) return true;
    size_t length = read_version(name, strlen(name), version);
    return strlen(item->name) == length && strncmp(item->name, name, length) == 0
           && memcmp(item->version, version, sizeof version) == 0;
}

const LibraryItem *library_next(const Library *library, const char *name, int32_t *at) {
    while (*at < library->items_count) {
        const LibraryItem *item = &library->items[(*at)++];
        if (is_called(item, name)) return item;
    }
    return NULL;
}

const LibraryItem *library_find(const Library *library, const char *name) {
    int32_t at = 0;
    return library_next(library, name, &at);
}

int32_t library_names(const Library *library, const char **out, int32_t capacity) {
    int32_t count = 0;
    for (int32_t i = 0; i < library->items_count && count < capacity; i++) {
        const char *name = library->items[i].name;
        bool known = false;
        for (int32_t j = 0; j < count && !known; j++)
            known = strcmp(out[j], name) == 0;
        if (!known) out[count++] = name;
    }
    return count;
}

// A folder right here that is a pack and is called nearly so.
static const char *near_here(const char *name, Region *region) {
    Library here = {0};
    const char *names[LIBRARY_ITEMS_MAX];
    library_add(&here, ".", region);
    int32_t count = library_names(&here, names, LIBRARY_ITEMS_MAX);
    return diag_nearest(name, names, (size_t)count);
}

static bool unknown(const Library *library, const char *name, Region *region, Err *err) {
    const char *names[LIBRARY_ITEMS_MAX] = {NULL};
    int32_t count = library_names(library, names, LIBRARY_ITEMS_MAX);
    const char *near = diag_nearest(name, names, (size_t)count);
    err_set(err, ERR_USAGE, "There is no pack called \"%.60s\".", name);
    const char *beside = near ? NULL : near_here(name, region);
    if (beside) return err_fix(err, "did you mean the folder \"%s\"?", beside);
    if (file_is_folder(name))
        return err_fix(err, "this folder has no pack.lua; name the folder of one pack.");
    if (near) return err_fix(err, "did you mean \"%s\"?", near);
    if (count == 0) {
        return err_fix(
                err, "no packs were found; give the path of a folder with pack.lua.");
    }
    char list[160] = "";
    for (int32_t i = 0; i < count; i++) {
        size_t used = strlen(list);
        if (used + strlen(names[i]) + 3 > sizeof list) break;
        snprintf(list + used, sizeof list - used, "%s%s", i > 0 ? ", " : "", names[i]);
    }
    return err_fix(err, "choose one of these: %s.", list);
}

// Something of that name lies right here; without a slash it must look like a pack.
static bool is_here(const char *name, Region *region) {
    if (strchr(name, '/')) return true;
    if (without_ending(name) < strlen(name)) return file_exists(name);
    return file_exists(region_format(region, "%s/pack.lua", name));
}

bool library_resolve(const Library *library, const char *name, Region *region,
        const char **out_path, Err *err) {
    if (name[0] == '\0') return err_set(err, ERR_USAGE, "The name of the pack is empty.");
    if (path_ends(name, ".lua") && file_exists(name)) {
        err_set(err, ERR_USAGE, "\"%.80s\" is one file of a pack.", name);
        return err_fix(err, "give the folder it lies in.");
    }
    bool here = is_here(name, region);
    const LibraryItem *item = here ? NULL : library_find(library, name);
    if (!here && !item) return unknown(library, name, region, err);
    if (here && !file_exists(name)) {
        err_set(err, ERR_USAGE, "There is no pack in this place.");
        err_where(err, "%s", name);
        return err_fix(err,
                "check the path; a pack is a folder with pack.lua, or a .convene file.");
    }
    *out_path = here ? region_copy_text(region, name, strlen(name)) : item->path;
    return true;
}
