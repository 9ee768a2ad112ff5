// pack/path.h — which names may stand in a pack, where, and how large. Never: opens a file.
#ifndef PACK_PATH_H
#define PACK_PATH_H
#include "base/bytes.h"
#include "base/diag.h"
#include "base/region.h"

// One file or folder as a directory lists it, before anything of it is read.
typedef struct PathEntry {
    const char *name; // path inside the pack, without a final slash
    uint64_t size;    // claimed bytes; 0 for a folder
    uint32_t crc;     // claimed CRC-32, if crc_known
    bool crc_known, folder;
} PathEntry;

typedef struct PathEntries {
    PathEntry *items; // room for PACK_ENTRIES_MAX
    int32_t count;
} PathEntries;

typedef enum PathFault {
    PATH_FINE = 0,
    PATH_EMPTY_PART,
    PATH_LONG,
    PATH_NUL,
    PATH_BACKSLASH,
    PATH_ABSOLUTE,
    PATH_DOTS,
    PATH_HIDDEN,
    PATH_DEEP,
    PATH_LETTERS,
    PATH_CAPITALS, // everything else is fine
    PATH_FAULTS_COUNT,
} PathFault;

// Judges one name, any bytes, without a final slash; pure.
PathFault path_judge(Bytes name);
// The same with a finding: E403, or E412 for capitals only. True when the name may be kept in a
// list (capitals are kept, so that twins are found); the finding stands either way.
bool path_check(Bytes name, Diags *diags);
// A name as people may see it: letters that are not plain ASCII become '?', a long one is cut.
void path_label(Bytes name, char out[64]);
// True when the folder (a path inside the pack) may hold anything at all.
bool path_folder_known(const char *name);
// Sorts by the bytes of the names and checks the list as a whole: pack.lua is there (E400), no name
// twice (E408) or differing in capitals only (E404), each file of a kind that has its place there
// (E403, E409, E423) and not too large (E120, E121, E406, E410).
void path_check_entries(PathEntries *entries, Region *region, Diags *diags);
// Ends with? ("scenario.lua", ".lua")
bool path_ends(const char *name, const char *ending);

#endif // PACK_PATH_H
