// net/site.h — the files of the pages, read once at the start into the table that route.h answers from. Never: opens a file for a request.
#ifndef NET_SITE_H
#define NET_SITE_H
#include "base/err.h"
#include "base/region.h"
#include "net/route.h"

enum { SITE_FILES_MAX = 96, SITE_FILE_BYTES_MAX = 1024 * 1024, SITE_BUILD_LETTERS = 12 };

typedef struct SiteBook {
    Region region;
    SiteFile files[SITE_FILES_MAX];
    int32_t count;
    char build[SITE_BUILD_LETTERS + 1]; // changes with any byte of any file
} SiteBook;

// Reads the flat folders; of two files with one name the one of the first folder counts, and a folder
// that is not there is empty. NAME is served as /s/BUILD/NAME for ever, pages (index, board, console and
// check .html) under their own path, with every @BUILD@ in them replaced. Without index.html, / says so.
MUST_USE bool site_read(
        SiteBook *book, const char *const *folders, int32_t folders_count, Err *err);
void site_free(SiteBook *book);

#endif // NET_SITE_H
