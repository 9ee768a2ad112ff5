// pack/write.c — a stored zip, byte for byte the same for the same content. Never: compresses.
#include "pack/write.h"
#include "pack/limits.h"
#include "pack/zip.h"
#include <string.h>

enum { VERSION = 20, DATE = 0x0021 }; // 1 January 1980

static void put(Buffer *out, uint64_t value, size_t count) {
    for (size_t i = 0; i < count; i++) {
        uint8_t byte = (uint8_t)(value >> (8 * i));
        buffer_add(out, &byte, 1);
    }
}

// The fields a local header and a directory record share, from the version needed on.
static void put_shared(Buffer *out, const PackFile *file) {
    put(out, VERSION, 2);
    put(out, 0, 2); // flags
    put(out, 0, 2); // stored
    put(out, 0, 2); // time
    put(out, DATE, 2);
    put(out, zip_crc(0, file->bytes.data, file->bytes.length), 4);
    put(out, file->bytes.length, 4);
    put(out, file->bytes.length, 4);
    put(out, strlen(file->name), 2);
    put(out, 0, 2); // extra
}

static void put_local(Buffer *out, const PackFile *file) {
    buffer_add(out, "PK\3\4", 4);
    put_shared(out, file);
    buffer_add_text(out, file->name);
    buffer_add(out, file->bytes.data, file->bytes.length);
}

static void put_record(Buffer *out, const PackFile *file, uint64_t start) {
    buffer_add(out, "PK\1\2", 4);
    put(out, VERSION, 2); // made by
    put_shared(out, file);
    put(out, 0, 2); // comment
    put(out, 0, 2); // disk
    put(out, 0, 2); // internal attributes
    put(out, 0, 4); // external attributes
    put(out, start, 4);
    buffer_add_text(out, file->name);
}

static bool fits(const Pack *pack, Err *err) {
    uint64_t total = 22;
    for (int32_t i = 0; i < pack->files_count; i++) {
        total += 30 + 46 + 2 * strlen(pack->files[i].name) + pack->files[i].bytes.length;
    }
    if (total <= PACK_ZIP_BYTES_MAX) return true;
    err_set(err, ERR_PACK, "This pack would be %llu KiB as one file; 16384 are allowed.",
            (unsigned long long)(total / 1024));
    err_where(err, "%s", pack->path);
    return err_fix(err, "use smaller pictures and sounds.");
}

bool write_zip(const Pack *pack, Buffer *out, Err *err) {
    if (!fits(pack, err)) return false;
    size_t base = out->length;
    Region region = {0};
    uint64_t *starts = region_take(&region, (size_t)pack->files_count * sizeof *starts);
    for (int32_t i = 0; i < pack->files_count; i++) {
        starts[i] = out->length - base;
        put_local(out, &pack->files[i]);
    }
    uint64_t directory = out->length - base;
    for (int32_t i = 0; i < pack->files_count; i++)
        put_record(out, &pack->files[i], starts[i]);
    uint64_t size = out->length - base - directory;
    buffer_add(out, "PK\5\6", 4);
    put(out, 0, 4);
    put(out, (uint64_t)pack->files_count, 2);
    put(out, (uint64_t)pack->files_count, 2);
    put(out, size, 4);
    put(out, directory, 4);
    put(out, 0, 2);
    region_clear(&region);
    return true;
}
