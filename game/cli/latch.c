// cli/latch.c — one small file for each open session in DATA/open. Never: a password of a seat.
#include "cli/latch.h"
#include "base/file.h"
#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

static const char *path_of(const Places *places, Region *region, const char *name) {
    return region_format(region, "%s/open/%s", places->data, name);
}

// The session's file name without its ending.
static bool name_of(const Party *party, char out[LATCH_NAME_BYTES]) {
    const Journal *journal = &party_session(party)->journal;
    Region region = {0};
    Bytes value = {0};
    Err ignored = {0};
    bool good = journal->self
                && journal->fact_get(journal->self, "session", &value, &region, &ignored)
                && value.length > 0;
    snprintf(out, LATCH_NAME_BYTES, "%.*s", good ? (int)value.length : 0,
            good ? (const char *)value.data : "");
    char *ending = strstr(out, ".convene-session");
    if (ending) *ending = 0;
    region_clear(&region);
    return out[0] && !strchr(out, '/') && out[0] != '.';
}

// Only this person may read it: it opens the console. The lock is held as long as this program runs, so that what a
// crash left behind is known by it; therefore the descriptor stays open.
static bool write_one(const char *path, uint16_t port, const char *key) {
    char text[64];
    int length = snprintf(text, sizeof text, "%u %s\n", (unsigned)port, key);
    unlink(path);
    int fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    bool good = fd >= 0 && flock(fd, LOCK_EX | LOCK_NB) == 0
                && write(fd, text, (size_t)length) == length;
    if (fd >= 0 && !good) close(fd);
    return good;
}

bool latch_leave(const Places *places, uint16_t port, Party *const *parties, int32_t count,
        Err *err) {
    Region region = {0};
    char name[LATCH_NAME_BYTES];
    bool good = file_make_folder(region_format(&region, "%s/open", places->data), err);
    for (int32_t i = 0; good && i < count; i++) {
        if (!name_of(parties[i], name)) continue;
        const char *path = path_of(places, &region, name);
        good = write_one(path, port, parties[i]->seats.key);
        if (good) continue;
        err_set(err, ERR_SYSTEM, "The data folder cannot be written to.");
        err_where(err, "%s", path);
        err_fix(err, "choose another one with --data, for example --data ~/convene.");
    }
    region_clear(&region);
    return good;
}

void latch_remove(const Places *places, Party *const *parties, int32_t count) {
    Region region = {0};
    char name[LATCH_NAME_BYTES];
    for (int32_t i = 0; i < count; i++) {
        if (parties[i] && name_of(parties[i], name)) unlink(path_of(places, &region, name));
    }
    region_clear(&region);
}

// Whoever gets the lock is alone with it: the host is gone.
static bool is_held(FILE *file) { return flock(fileno(file), LOCK_SH | LOCK_NB) != 0; }

static bool read_one(const Places *places, const char *name, Latch *out) {
    Region region = {0};
    FILE *file = fopen(path_of(places, &region, name), "re");
    unsigned port = 0;
    *out = (Latch){0};
    bool good = file && is_held(file) && fscanf(file, "%5u %12s", &port, out->key) == 2
                && port > 0 && port <= UINT16_MAX;
    if (file) fclose(file);
    snprintf(out->name, sizeof out->name, "%s", name);
    out->port = (uint16_t)port;
    region_clear(&region);
    return good;
}

bool latch_is_open(const Places *places, const char *name) {
    Latch latch;
    return *name && *name != '.' && !strchr(name, '/') && read_one(places, name, &latch);
}

// The only one; how many there are.
static int32_t any(const Places *places, Latch *out) {
    Region region = {0};
    DIR *folder = opendir(region_format(&region, "%s/open", places->data));
    int32_t count = 0;
    for (struct dirent *entry; folder && (entry = readdir(folder));) {
        Latch one;
        if (entry->d_name[0] == '.' || !read_one(places, entry->d_name, &one)) continue;
        *out = one;
        count++;
    }
    if (folder) closedir(folder);
    region_clear(&region);
    return count;
}

bool latch_find(const Places *places, const char *name, Latch *out, Err *err) {
    if (name && latch_is_open(places, name)) return read_one(places, name, out);
    int32_t count = name ? -1 : any(places, out);
    if (count == 1) return true;
    if (name) {
        err_set(err, ERR_SYSTEM, "No session \"%.80s\" is open on this machine.", name);
    } else {
        err_set(err, ERR_SYSTEM,
                count == 0 ? "No session is open on this machine."
                           : "Several sessions are open; say which.");
    }
    return err_fix(err, "open one first, for example: convene host riverside-link");
}
