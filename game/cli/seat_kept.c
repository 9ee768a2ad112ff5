// cli/seat_kept.c — DATA/seats, one file for each address: code, claim and token, so that a window that is opened again sits where it sat. Never: read by others, kept after "leave this seat".
#include "cli/seat_kept.h"
#include "base/digest.h"
#include "base/file.h"
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

// The address itself may hold anything, so the file is named by its fingerprint.
static bool find_path(
        const Places *places, const char *host, uint16_t port, KeptSeat *out) {
    enum { NAME_BYTES = 12 };
    char address[300], name[2 * NAME_BYTES + 1];
    snprintf(address, sizeof address, "%s:%u", host, (unsigned)port);
    Digest digest = digest_of(address, strlen(address));
    for (int32_t i = 0; i < NAME_BYTES; i++)
        snprintf(name + 2 * i, 3, "%02x", digest.bytes[i]);
    int length = snprintf(out->path, sizeof out->path, "%s/seats/%s", places->data, name);
    if (length > 0 && (size_t)length < sizeof out->path) return true;
    out->path[0] = 0;
    return false;
}

bool seat_kept_read(const Places *places, const char *host, uint16_t port, KeptSeat *out) {
    *out = (KeptSeat){0};
    if (!find_path(places, host, port, out)) return false;
    FILE *file = fopen(out->path, "re");
    bool good = file && fscanf(file, "%15s %22s %24s", out->pin, out->cid, out->token) == 3
                && strlen(out->cid) == KEPT_CID_LETTERS
                && strlen(out->token) == KEPT_CID_LETTERS;
    if (file) fclose(file);
    if (!good) out->pin[0] = out->cid[0] = out->token[0] = 0;
    return good;
}

void seat_kept_write(const KeptSeat *seat) {
    Region region = {0};
    Err ignored = {0};
    char text[80];
    const char *slash = strrchr(seat->path, '/');
    if (!slash) return;
    int length = snprintf(text, sizeof text, "%s %s %s\n", seat->pin[0] ? seat->pin : "-",
            seat->cid, seat->token);
    const char *folder =
            region_format(&region, "%.*s", (int)(slash - seat->path), seat->path);
    if (file_make_folder(folder, &ignored)) {
        (void)unlink(seat->path);
        int fd = open(seat->path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
        bool good = fd >= 0 && write(fd, text, (size_t)length) == length;
        if (fd >= 0) close(fd);
        if (!good) (void)unlink(seat->path);
    }
    region_clear(&region);
}

void seat_kept_forget(const KeptSeat *seat) {
    if (seat->path[0]) (void)unlink(seat->path);
}
