// pack/mount.h — the files of one checked folder or zip, read through PhysicsFS. Never: checks what is mounted.
#ifndef PACK_MOUNT_H
#define PACK_MOUNT_H
#include "base/bytes.h"
#include "base/err.h"
#include "base/region.h"

// PhysicsFS knows one set of mounts per process. The first mount starts it, the end of the last one
// stops it; its own search path is the count. Only folders and zips are known to it, links are
// refused, there is no folder to write to.
typedef struct Mount {
    const char *archive; // what PhysicsFS calls it
    const char *point;   // "/packs/<name>"
} Mount;

// Mounts a folder, or the bytes of a zip, which must live until mount_end. `name` becomes part of
// the mount point; two mounts need two names. Err: ERR_SYSTEM or ERR_DAMAGED, nothing mounted.
MUST_USE bool mount_folder(
        Mount *mount, const char *name, const char *path, Region *region, Err *err);
MUST_USE bool mount_zip(
        Mount *mount, const char *name, Bytes zip, Region *region, Err *err);
void mount_end(Mount *mount);

// Reads a file into the region, followed by one zero byte. The claimed size is what the region pays
// for; a byte more or less is ERR_DAMAGED, whatever the archive says.
MUST_USE bool mount_read(const Mount *mount, const char *name, uint64_t size,
        Region *region, Bytes *out, Err *err);

#endif // PACK_MOUNT_H
