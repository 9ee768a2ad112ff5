// pack/zip.c — end record, directory and local headers of a zip, checked against each other. Never: unpacks.
#include "pack/zip.h"
#include "pack/limits.h"
#include <stdlib.h>
#include <string.h>

enum {
    END_BYTES = 22,
    CENTRAL_BYTES = 46,
    LOCAL_BYTES = 30,
    LOCATOR64_BYTES = 20,
    DESCRIPTOR_BYTES_MAX = 16,
    METHOD_STORED = 0,
    METHOD_DEFLATED = 8,
    FLAG_ENCRYPTED = 1 << 0,
    FLAG_DESCRIPTOR = 1 << 3,
    FLAG_STRONG = 1 << 6,
    FLAG_MASKED = 1 << 13,
    FLAGS_KNOWN = 1 << 1 | 1 << 2 | FLAG_DESCRIPTOR
                  | 1 << 11, // 1, 2: effort; 11: names are UTF-8
    VERSION_MAX = 20,
    EXTRA_ZIP64 = 1,
    MODE_KIND = 0170000,
    MODE_FILE = 0100000,
    MODE_FOLDER = 0040000,
};
static const uint32_t SIGN_LOCAL = 0x04034b50, SIGN_CENTRAL = 0x02014b50,
                      SIGN_END = 0x06054b50, SIGN_LOCATOR64 = 0x07064b50,
                      SIGN_DESCRIPTOR = 0x08074b50, NONE32 = 0xffffffff;

// One record of the directory, as it claims.
typedef struct Record {
    Bytes name; // with the final slash of a folder
    uint32_t crc, packed, size, attributes, start;
    uint16_t version, flags, method, disk;
    uint64_t end; // first byte after its data, known once the local header is read
} Record;

typedef struct Reader {
    Bytes zip;
    const char *file;
    Diags *diags;
    Record *records;
    int32_t count;
    size_t directory; // where it starts
} Reader;

static const char AGAIN[] = "make the archive again with a zip program.";

static uint16_t u16(const uint8_t *at) { return (uint16_t)(at[0] | at[1] << 8); }

static uint32_t u32(const uint8_t *at) { return u16(at) | (uint32_t)u16(at + 2) << 16; }

static bool refuse(Reader *reader, const char *code, const char *what, const char *fix) {
    Diag *diag = diags_add(reader->diags, code, reader->file, 0, 0, "%s", what);
    diag_fix(diag, "%s", fix);
    return false;
}

static bool damaged(Reader *reader, const char *what) {
    return refuse(reader, "E401", what, "copy or make the archive again.");
}

static bool refuse_entry(
        Reader *reader, const char *code, const Record *record, const char *what) {
    char label[64];
    path_label(record->name, label);
    Diag *diag = diags_add(
            reader->diags, code, reader->file, 0, 0, "The entry \"%s\" %s", label, what);
    diag_fix(diag, "%s", AGAIN);
    return false;
}

// The end record must close the file without a comment: then its place is beyond doubt.
static bool read_end(Reader *reader, const uint8_t **out_end) {
    Bytes zip = reader->zip;
    if (zip.length > PACK_ZIP_BYTES_MAX) {
        return refuse(reader, "E406",
                "A pack may have 16 MiB as a zip; this one is larger.",
                "use smaller pictures and sounds.");
    }
    if (zip.length < 4 || (u32(zip.data) != SIGN_LOCAL && u32(zip.data) != SIGN_END)) {
        return damaged(reader,
                "This is no zip archive, or something stands before its first entry.");
    }
    if (zip.length < END_BYTES) return damaged(reader, "The archive is cut off.");
    const uint8_t *end = zip.data + zip.length - END_BYTES;
    if (u32(end) != SIGN_END) {
        return damaged(
                reader, "The archive is cut off, or something stands after its end.");
    }
    if (u16(end + 20) != 0)
        return damaged(reader, "The archive is cut off in its closing comment.");
    *out_end = end;
    return true;
}

static bool is_zip64(const Reader *reader, const uint8_t *end) {
    size_t before = (size_t)(end - reader->zip.data);
    bool locator =
            before >= LOCATOR64_BYTES && u32(end - LOCATOR64_BYTES) == SIGN_LOCATOR64;
    return locator || u32(end + 12) == NONE32 || u32(end + 16) == NONE32;
}

// Counts first: an archive of 300,000 entries is refused before any of them is looked at.
static bool check_end(Reader *reader, const uint8_t *end) {
    uint16_t here = u16(end + 8), total = u16(end + 10);
    if (here > PACK_ENTRIES_MAX || total > PACK_ENTRIES_MAX) {
        return refuse(reader, "E407",
                "A pack may have 2,000 files and folders; this one has more.",
                "take out what the pack does not need.");
    }
    if (is_zip64(reader, end)) {
        return refuse(reader, "E402",
                "This archive uses the zip64 format for very large files.", AGAIN);
    }
    if (u16(end + 4) != 0 || u16(end + 6) != 0 || here != total) {
        return refuse(reader, "E402", "This archive is split over several files.", AGAIN);
    }
    uint64_t size = u32(end + 12), start = u32(end + 16);
    if (start + size != (uint64_t)(end - reader->zip.data)) {
        return damaged(reader, "The directory of the archive is not where its end says.");
    }
    reader->directory = (size_t)start;
    reader->count = total;
    return true;
}

static Record record_at(const uint8_t *at) {
    return (Record){
            .name = {at + CENTRAL_BYTES, u16(at + 28)},
            .version = u16(at + 6) & 0xff,
            .flags = u16(at + 8),
            .method = u16(at + 10),
            .crc = u32(at + 16),
            .packed = u32(at + 20),
            .size = u32(at + 24),
            .disk = u16(at + 34),
            .attributes = u32(at + 38),
            .start = u32(at + 42),
    };
}

// Extra fields are id, length, data. They are skipped, but zip64 would change the sizes.
static bool check_extra(
        Reader *reader, const Record *record, const uint8_t *extra, size_t length) {
    while (length >= 4) {
        size_t field = (size_t)u16(extra + 2) + 4;
        if (field > length)
            return refuse_entry(reader, "E401", record, "has a damaged extra field.");
        if (u16(extra) == EXTRA_ZIP64) {
            return refuse_entry(
                    reader, "E402", record, "uses the zip64 format for very large files.");
        }
        extra += field;
        length -= field;
    }
    return length == 0
           || refuse_entry(reader, "E401", record, "has a damaged extra field.");
}

static bool is_folder(const Record *record) {
    return record->name.length > 0 && record->name.data[record->name.length - 1] == '/';
}

// What the entry uses that a pack may not.
static bool check_features(Reader *reader, const Record *record) {
    if (record->flags & (FLAG_ENCRYPTED | FLAG_STRONG | FLAG_MASKED)) {
        return refuse_entry(reader, "E402", record, "is locked with a password.");
    }
    if (record->packed == NONE32 || record->size == NONE32 || record->start == NONE32) {
        return refuse_entry(
                reader, "E402", record, "uses the zip64 format for very large files.");
    }
    bool method = record->method == METHOD_STORED || record->method == METHOD_DEFLATED;
    if (!method || record->version > VERSION_MAX || (record->flags & ~FLAGS_KNOWN)) {
        return refuse_entry(
                reader, "E402", record, "is packed in a way Convene does not read.");
    }
    if (record->disk != 0)
        return refuse_entry(reader, "E402", record, "lies in another file.");
    uint32_t kind = record->attributes >> 16 & MODE_KIND;
    bool plain = kind == 0 || kind == MODE_FILE || kind == MODE_FOLDER;
    if (!plain || (kind == MODE_FOLDER && !is_folder(record))) {
        return refuse_entry(reader, "E405", record, "is a link or another special file.");
    }
    return true;
}

static bool check_sizes(Reader *reader, const Record *record) {
    if (record->size > PACK_UNPACKED_BYTES_MAX) {
        return refuse_entry(
                reader, "E406", record, "would be larger than 64 MiB unpacked.");
    }
    bool stored = record->method == METHOD_STORED;
    bool folder_with_content = is_folder(record) && record->size != 0;
    if (folder_with_content || (stored && record->size != record->packed)) {
        return refuse_entry(reader, "E401", record, "claims sizes that do not fit.");
    }
    bool bomb = record->size > PACK_RATIO_FREE_BYTES
                && record->size / PACK_RATIO_MAX > record->packed;
    if (bomb)
        return refuse_entry(reader, "E406", record, "would grow more than a hundredfold.");
    return true;
}

// The local header repeats the directory; readers differ in which one they believe, so they must agree.
static bool local_agrees(const Record *record, const uint8_t *local) {
    bool later = (record->flags & FLAG_DESCRIPTOR) != 0;
    bool zero = u32(local + 14) == 0 && u32(local + 18) == 0 && u32(local + 22) == 0;
    bool same = u32(local + 14) == record->crc && u32(local + 18) == record->packed
                && u32(local + 22) == record->size;
    return u16(local + 6) == record->flags && u16(local + 8) == record->method
           && (same || (later && zero)) && u16(local + 26) == record->name.length
           && memcmp(local + LOCAL_BYTES, record->name.data, record->name.length) == 0;
}

static bool check_local(Reader *reader, Record *record) {
    uint64_t start = record->start, limit = reader->directory;
    if (start + LOCAL_BYTES > limit || u32(reader->zip.data + start) != SIGN_LOCAL) {
        return refuse_entry(
                reader, "E401", record, "points outside the archive's content.");
    }
    const uint8_t *local = reader->zip.data + start;
    uint64_t data = start + LOCAL_BYTES + u16(local + 26) + u16(local + 28);
    if (data + record->packed > limit) {
        return refuse_entry(
                reader, "E401", record, "claims more bytes than the archive has.");
    }
    if (!local_agrees(record, local)) {
        return refuse_entry(reader, "E401", record, "is described in two different ways.");
    }
    record->end = data + record->packed;
    const uint8_t *extra = local + LOCAL_BYTES + u16(local + 26);
    return check_extra(reader, record, extra, u16(local + 28));
}

// Reads one directory record at *at and moves past it. False stops the reading: what follows
// cannot be found any more. Lesser findings are in the diags and reading goes on.
static bool read_record(
        Reader *reader, const uint8_t **at, const uint8_t *end, Record *out) {
    if (end - *at < CENTRAL_BYTES || u32(*at) != SIGN_CENTRAL) {
        return damaged(reader, "The directory of the archive is damaged or has fewer "
                               "entries than it says.");
    }
    size_t name = u16(*at + 28), extra = u16(*at + 30), comment = u16(*at + 32);
    if ((size_t)(end - *at) < CENTRAL_BYTES + name + extra + comment) {
        return damaged(reader, "The directory of the archive is cut off.");
    }
    *out = record_at(*at);
    bool sound = check_extra(reader, out, *at + CENTRAL_BYTES + name, extra)
                 && check_features(reader, out) && check_sizes(reader, out)
                 && check_local(reader, out);
    if (!sound) out->end = 0;
    *at += CENTRAL_BYTES + name + extra + comment;
    return true;
}

static bool read_directory(Reader *reader, const uint8_t *end) {
    const uint8_t *at = reader->zip.data + reader->directory;
    for (int32_t i = 0; i < reader->count; i++) {
        if (!read_record(reader, &at, end, &reader->records[i])) return false;
    }
    return at == end
           || damaged(
                   reader, "The directory of the archive has more entries than it says.");
}

static int by_start(const void *a, const void *b) {
    const Record *const *x = a, *const *y = b;
    uint32_t p = (*x)->start, q = (*y)->start;
    return p < q ? -1 : p > q;
}

// A streamed entry repeats crc and sizes after its data, with or without a sign before them.
static uint64_t after_descriptor(
        const Reader *reader, const Record *record, uint64_t next) {
    uint64_t gap = next > record->end ? next - record->end : 0;
    if (!(record->flags & FLAG_DESCRIPTOR) || gap > DESCRIPTOR_BYTES_MAX)
        return record->end;
    const uint8_t *at = reader->zip.data + record->end;
    if (gap == DESCRIPTOR_BYTES_MAX && u32(at) == SIGN_DESCRIPTOR)
        at += 4;
    else if (gap != DESCRIPTOR_BYTES_MAX - 4)
        return record->end;
    bool same = u32(at) == record->crc && u32(at + 4) == record->packed
                && u32(at + 8) == record->size;
    return same ? next : record->end;
}

// Entries must cover the bytes before the directory exactly: no overlap, nothing hidden between.
static bool check_cover(Reader *reader, Region *region) {
    size_t count = (size_t)reader->count;
    const Record **order = region_take(region, count * sizeof *order);
    for (size_t i = 0; i < count; i++)
        order[i] = &reader->records[i];
    qsort(order, count, sizeof *order, by_start);
    uint64_t covered = 0;
    for (size_t i = 0; i < count; i++) {
        if (order[i]->start < covered) {
            return refuse_entry(
                    reader, "E408", order[i], "shares its bytes with another entry.");
        }
        if (order[i]->start > covered) {
            return damaged(reader, "The archive holds bytes that belong to no entry.");
        }
        uint64_t next = i + 1 < count ? order[i + 1]->start : reader->directory;
        covered = after_descriptor(reader, order[i], next);
    }
    return covered == reader->directory
           || damaged(reader, "The archive holds bytes that belong to no entry.");
}

static bool check_total(Reader *reader) {
    uint64_t total = 0;
    for (int32_t i = 0; i < reader->count; i++)
        total += reader->records[i].size;
    if (total > PACK_UNPACKED_BYTES_MAX) {
        return refuse(reader, "E406", "A pack may have 64 MiB unpacked; this one has more.",
                "use smaller pictures and sounds.");
    }
    bool bomb =
            total > PACK_RATIO_FREE_BYTES && total / PACK_RATIO_MAX > reader->zip.length;
    return !bomb
           || refuse(reader, "E406", "This archive would grow more than a hundredfold.",
                   AGAIN);
}

static void list_entries(Reader *reader, Region *region, PathEntries *out) {
    out->items = region_take(region, (size_t)reader->count * sizeof *out->items);
    out->count = 0;
    for (int32_t i = 0; i < reader->count; i++) {
        const Record *record = &reader->records[i];
        Bytes name = record->name;
        bool folder = is_folder(record);
        if (folder) name.length--;
        if (!path_check(name, reader->diags)) continue;
        out->items[out->count++] = (PathEntry){
                .name = region_copy_text(region, (const char *)name.data, name.length),
                .size = record->size,
                .crc = record->crc,
                .crc_known = true,
                .folder = folder,
        };
    }
}

bool zip_index(
        Bytes zip, const char *file, Region *region, PathEntries *out, Diags *diags) {
    Reader reader = {.zip = zip, .file = file, .diags = diags};
    int32_t before = diags->errors;
    const uint8_t *end = NULL;
    *out = (PathEntries){0};
    if (!read_end(&reader, &end) || !check_end(&reader, end)) return false;
    reader.records = region_take(region, (size_t)reader.count * sizeof *reader.records);
    if (!read_directory(&reader, end)) return false;
    list_entries(&reader, region, out);
    if (diags->errors > before) return false;
    return check_total(&reader) && check_cover(&reader, region);
}

uint32_t zip_crc(uint32_t crc, const void *data, size_t length) {
    static const uint32_t half[16] = {0x00000000, 0x1db71064, 0x3b6e20c8, 0x26d930ac,
            0x76dc4190, 0x6b6b51f4, 0x4db26158, 0x5005713c, 0xedb88320, 0xf00f9344,
            0xd6d6a3e8, 0xcb61b38c, 0x9b64c2b0, 0x86d3d2d4, 0xa00ae278, 0xbdbdf21c};
    const uint8_t *bytes = data;
    crc = ~crc;
    for (size_t i = 0; i < length; i++) {
        crc = half[(crc ^ bytes[i]) & 15] ^ (crc >> 4);
        crc = half[(crc ^ (bytes[i] >> 4)) & 15] ^ (crc >> 4);
    }
    return ~crc;
}
