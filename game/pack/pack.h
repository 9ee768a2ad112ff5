// pack/pack.h — one pack, a folder or a zip, checked and read as a whole. Never: understands what its files say.
#ifndef PACK_PACK_H
#define PACK_PACK_H
#include "base/bytes.h"
#include "base/diag.h"
#include "base/digest.h"
#include "base/err.h"
#include "base/region.h"

// One file. The name is its path inside the pack ("text/fr.po"), unique in exact case.
typedef struct PackFile {
    const char *name;
    Bytes bytes; // followed by one zero byte
} PackFile;

// Everything a pack holds, in memory: after opening nothing on the disk is looked at again, so
// what was checked and hashed is what plays. Names, files and bytes live until pack_close.
typedef struct Pack {
    Region region;    // owns what the fields below point to
    const char *path; // where it was found, for people
    const char
            *name; // folder name, or file name without .zip or .convene ("hall-keys-1.0.0")
    bool zip;      // a folder otherwise
    const PackFile *files; // sorted by the bytes of their names
    int32_t files_count;
    Digest hash; // of the content: the same for a folder and for its zip (pack/hash.h)
} Pack;

// Opens a folder or a .zip/.convene file. On failure nothing is held, and either the world failed
// (err is ERR_SYSTEM: no such path, not readable) or the pack did (err is ERR_PACK and every
// finding, code E4…, stands in diags). Not for two threads at once: PhysicsFS is one per process.
MUST_USE bool pack_open(const char *path, Pack *out, Diags *diags, Err *err);
// The same for a zip that is already in memory (a session file carries its pack). name is what
// people call it. The bytes are only read during the call.
MUST_USE bool pack_open_zip(const char *name, Bytes zip, Pack *out, Diags *diags, Err *err);
// Frees everything; a zeroed or closed Pack is fine.
void pack_close(Pack *pack);

// The file of exactly this name, or NULL.
const PackFile *pack_find(const Pack *pack, const char *name);
// The next file whose name starts with prefix and ends with ending, from *at on, which it moves.
// sub-folders are skipped when flat is true: ("", ".lua", true) gives the top level's Lua files in
// name order. NULL at the end.
const PackFile *pack_next(
        const Pack *pack, const char *prefix, const char *ending, bool flat, int32_t *at);
// Says in diags why there is no such file: its name has other capitals (E412), or it is missing and
// this one is nearest (E411). file, line and column say where the name was written.
void pack_report_missing(const Pack *pack, const char *name, const char *file, int32_t line,
        int32_t column, Diags *diags);

// The plugin in plugins/<id>/ as a pack of its own, hash included, borrowing names and bytes from
// `pack`, which must stay open; false if it is not there. Close it like any other.
MUST_USE bool pack_plugin(const Pack *pack, const char *id, Pack *out);

#endif // PACK_PACK_H
