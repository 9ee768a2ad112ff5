// pack/folder.h — lists what lies in a pack's folder. Never: follows a link or opens a file.
#ifndef PACK_FOLDER_H
#define PACK_FOLDER_H
#include "base/diag.h"
#include "base/err.h"
#include "base/region.h"
#include "pack/path.h"

// Every file and folder below `path`, names checked as in a zip. Left out without a word, because
// editors and file managers put them there: names that start with a dot or #, and names that end in ~.
// Links and devices are E405, too many entries E407, too many bytes E406; folders that a pack
// does not have are listed but not entered. False: err (not readable) or findings; out lists what
// could be listed, unless its items are NULL.
MUST_USE bool folder_index(
        const char *path, Region *region, PathEntries *out, Diags *diags, Err *err);

#endif // PACK_FOLDER_H
