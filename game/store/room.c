// store/room.c — free space and the reserve file. Never: waits until a disk is really full.
#include "store/room.h"
#include <fcntl.h>
#include <stdio.h>
#include <sys/statvfs.h>
#include <unistd.h>

#define MIB (INT64_C(1024) * 1024)

int64_t room_free_mib(const char *folder) {
    struct statvfs place;
    if (statvfs(folder, &place) != 0) return -1;
    return (int64_t)(place.f_bavail * (uint64_t)place.f_frsize / (uint64_t)MIB);
}

bool room_is_enough(int64_t free_mib, const char *folder, Err *err) {
    if (free_mib < 0 || free_mib >= ROOM_LEAST_MIB) return true;
    err_set(err, ERR_SYSTEM,
            "The disk is nearly full: %lld MiB are free, a new session wants %d.",
            (long long)free_mib, ROOM_LEAST_MIB);
    err_where(err, "%s", folder);
    return err_fix(err, "make room on it, or choose another folder with --data.");
}

bool room_is_little(int64_t free_mib) {
    return free_mib >= 0 && free_mib < ROOM_LITTLE_MIB;
}

static void name_reserve(const char *folder, char *out, size_t room) {
    snprintf(out, room, "%s/.convene-reserve", folder);
}

bool room_keep_reserve(const char *folder) {
    char path[1100];
    name_reserve(folder, path, sizeof path);
    if (room_free_mib(folder) < ROOM_LEAST_MIB + 2 * ROOM_RESERVE_MIB) return false;
    int fd = open(path, O_WRONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (fd < 0) return false;
    // Not posix_fallocate: where the file system cannot do it, that would write every byte.
    bool kept = fallocate(fd, 0, 0, ROOM_RESERVE_MIB * MIB) == 0;
    close(fd);
    if (!kept) (void)unlink(path);
    return kept;
}

void room_give_reserve(const char *folder) {
    char path[1100];
    name_reserve(folder, path, sizeof path);
    (void)unlink(path);
}
