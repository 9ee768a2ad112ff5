// pack/library.h — where packs are found: folders full of packs, searched by name. Never: opens or reads one.
#ifndef PACK_LIBRARY_H
#define PACK_LIBRARY_H
#include "base/err.h"
#include "base/region.h"

enum { LIBRARY_ITEMS_MAX = 256 };

// One pack that lies there: a folder with pack.lua, or a .zip or .convene file.
typedef struct LibraryItem {
    const char *name; // folder name, or file name without ending and version: "hall-keys"
    const char *path; // for pack_open
    int32_t version
            [3]; // from a file name such as hall-keys-1.0.0.convene; 0 0 0 if it has none
    bool zip;
} LibraryItem;

// A zeroed Library is empty. Earlier folders go before later ones; within one folder packs stand in
// name order, the newest version first.
typedef struct Library {
    LibraryItem items[LIBRARY_ITEMS_MAX];
    int32_t items_count;
    int32_t lost; // packs past the limit
} Library;

// Adds the packs of a folder; names and paths are kept in the region. A folder that does not exist
// adds nothing. Names that start with _ or . are left out (templates, hidden folders).
void library_add(Library *library, const char *folder, Region *region);
// The first item of this name ("hall-keys" or, for one version, "hall-keys-1.0.0"), or NULL.
const LibraryItem *library_find(const Library *library, const char *name);
// The next item of this name from *at on, which it moves: other places and older versions.
const LibraryItem *library_next(const Library *library, const char *name, int32_t *at);
// The names, each once, for diag_nearest and for lists; returns how many were written.
int32_t library_names(const Library *library, const char **out, int32_t capacity);
// Where `convene play NAME` finds its pack: a path if there is one (anything with a slash, or a folder
// or archive of that name here), else a pack of the library. Fails with ERR_USAGE in plain
// words, the nearest name included.
MUST_USE bool library_resolve(const Library *library, const char *name, Region *region,
        const char **out_path, Err *err);

#endif // PACK_LIBRARY_H
