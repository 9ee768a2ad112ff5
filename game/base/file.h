// base/file.h — whole files in and out, folders made. Never: follows what a pack says (pack/ reads packs).
#ifndef BASE_FILE_H
#define BASE_FILE_H
#include "base/bytes.h"
#include "base/err.h"
#include "base/region.h"

// The whole file into the region, at most limit bytes.
MUST_USE bool file_read(
        Region *region, const char *path, size_t limit, Bytes *out, Err *err);
// Writes beside the target and renames over it, so that a crash leaves the old file or the new one.
MUST_USE bool file_write(const char *path, const void *data, size_t length, Err *err);
// Makes the folder and its parents; fine if it is there. Fails if it cannot be written to.
MUST_USE bool file_make_folder(const char *path, Err *err);
bool file_exists(const char *path);
bool file_is_folder(const char *path);

#endif // BASE_FILE_H
