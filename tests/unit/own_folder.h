// tests/unit/own_folder.h — a folder for one test alone, and its end with everything in it. Never: a test.
#ifndef OWN_FOLDER_H
#define OWN_FOLDER_H
#include "base/core.h"
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>

enum { OWN_FOLDER_BYTES = 64, OWN_FOLDER_FILES = 16 };

// "/tmp/convene-NAME-a1b2c3"; false if none could be made.
static inline bool own_folder_make(char out[OWN_FOLDER_BYTES], const char *name) {
    snprintf(out, OWN_FOLDER_BYTES, "/tmp/convene-%.30s-XXXXXX", name);
    return mkdtemp(out) != NULL;
}

static inline int own_folder_remove_one(
        const char *path, const struct stat *info, int kind, struct FTW *where) {
    (void)info;
    (void)kind;
    (void)where;
    return remove(path);
}

// 0 when all of it is gone.
static inline int own_folder_remove(const char *folder) {
    return nftw(folder, own_folder_remove_one, OWN_FOLDER_FILES, FTW_DEPTH | FTW_PHYS);
}

#endif // OWN_FOLDER_H
