// base/file.c — whole files in and out. Never: keeps a file open.
#include "base/file.h"
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static bool fail(Err *err, const char *doing, const char *path, const char *fix) {
    err_set(err, ERR_SYSTEM, "%s: %s.", doing, strerror(errno));
    err_where(err, "%s", path);
    return err_fix(err, "%s", fix);
}

static bool read_all(int fd, uint8_t *data, size_t length) {
    size_t done = 0;
    while (done < length) {
        ssize_t got = read(fd, data + done, length - done);
        if (got < 0 && errno == EINTR) continue;
        if (got == 0) errno = EIO; // shorter than the folder said: cut while we read
        if (got <= 0) return false;
        done += (size_t)got;
    }
    return true;
}

static bool write_all(int fd, const uint8_t *data, size_t length) {
    while (length > 0) {
        ssize_t put = write(fd, data, length);
        if (put < 0 && errno == EINTR) continue;
        if (put <= 0) return false;
        data += put;
        length -= (size_t)put;
    }
    return true;
}

bool file_read(Region *region, const char *path, size_t limit, Bytes *out, Err *err) {
    // O_NONBLOCK: a named pipe answers at once instead of waiting for a writer.
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (fd < 0)
        return fail(
                err, "This file cannot be opened", path, "check the name and your rights.");
    struct stat info;
    bool good = fstat(fd, &info) == 0;
    if (good && !S_ISREG(info.st_mode)) {
        good = false;
        errno = S_ISDIR(info.st_mode) ? EISDIR : EINVAL;
    }
    if (good && (size_t)info.st_size > limit) {
        close(fd);
        err_set(err, ERR_DAMAGED,
                "This file is too large: %lld bytes, at most %zu are read.",
                (long long)info.st_size, limit);
        return err_where(err, "%s", path);
    }
    uint8_t *data = region_take(region, good ? (size_t)info.st_size + 1 : 1);
    good = good && read_all(fd, data, (size_t)info.st_size);
    int cause = errno;
    close(fd);
    errno = cause;
    if (!good)
        return fail(
                err, "This file cannot be read", path, "check that it is a plain file.");
    *out = (Bytes){data, (size_t)info.st_size};
    return true;
}

bool file_write(const char *path, const void *data, size_t length, Err *err) {
    char beside[4096];
    int named = snprintf(beside, sizeof beside, "%s.new", path);
    if (named <= 0 || (size_t)named >= sizeof beside) {
        return err_set(err, ERR_USAGE, "The name of this file is too long.");
    }
    int fd = open(beside, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
    if (fd < 0)
        return fail(err, "This file cannot be written", path,
                "choose a folder you may write to.");
    bool good = write_all(fd, data, length) && fsync(fd) == 0;
    good = close(fd) == 0 && good;
    if (!good || rename(beside, path) != 0) {
        unlink(beside);
        return fail(err, "This file cannot be written", path,
                "check the free space of the disk.");
    }
    return true;
}

static bool make_one(const char *path) {
    return mkdir(path, 0755) == 0 || (errno == EEXIST && file_is_folder(path));
}

bool file_make_folder(const char *path, Err *err) {
    char part[4096];
    int length = snprintf(part, sizeof part, "%s", path);
    if (length <= 0 || (size_t)length >= sizeof part) {
        return err_set(err, ERR_USAGE, "The name of this folder is too long or empty.");
    }
    for (char *slash = part + 1; *slash; slash++) {
        if (*slash != '/') continue;
        *slash = 0;
        bool made = make_one(part);
        *slash = '/';
        if (!made) break;
    }
    if (!make_one(part) || access(part, W_OK | X_OK) != 0) {
        return fail(err, "This folder cannot be written to", path,
                "choose another one with --data, for example --data ~/convene.");
    }
    return true;
}

bool file_exists(const char *path) { return access(path, F_OK) == 0; }

bool file_is_folder(const char *path) {
    struct stat info;
    return stat(path, &info) == 0 && S_ISDIR(info.st_mode);
}
