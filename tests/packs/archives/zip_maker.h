// tests/packs/archives/zip_maker.h — makes zips for tests, honest and lying ones. Never: part of the program.
#ifndef ZIP_MAKER_H
#define ZIP_MAKER_H
#include "base/bytes.h"
#include "pack/zip.h"
#include <string.h>

enum { ZIP_ITEMS_MAX = 8 };

// One entry. A zero means the honest value; anything else is what the directory claims instead.
typedef struct ZipItem {
    const char *name;
    size_t name_length; // 0 = up to the zero byte
    const char *data;
    size_t length;          // 0 = up to the zero byte
    uint16_t method, flags; // as written; method 8 expects deflated data
    uint16_t version;       // 0 = 20
    uint32_t attributes;
    uint32_t size, packed;  // unpacked and packed
    uint32_t start;         // where the directory points to, plus one
    const char *local_name; // in the local header
    uint32_t local_size;    // in the local header
    const char *extra;      // directory's extra field
    size_t extra_length;
    bool descriptor; // sizes follow the data; sets flag 3
    bool no_local;   // only in the directory
    const char *gap; // bytes after the data that belong to nobody
} ZipItem;

static inline void zip_put(Buffer *out, uint64_t value, size_t count) {
    for (size_t i = 0; i < count; i++) {
        uint8_t byte = (uint8_t)(value >> (8 * i));
        buffer_add(out, &byte, 1);
    }
}

static inline size_t zip_name_length(const ZipItem *item) {
    return item->name_length ? item->name_length : strlen(item->name);
}

static inline size_t zip_data_length(const ZipItem *item) {
    if (item->length) return item->length;
    return item->data ? strlen(item->data) : 0;
}

static inline uint16_t zip_flags(const ZipItem *item) {
    return (uint16_t)(item->flags | (item->descriptor ? 8 : 0));
}

// crc, packed and unpacked size; all zero in front of streamed data.
static inline void zip_put_sizes(Buffer *out, const ZipItem *item, bool zero) {
    size_t length = zip_data_length(item);
    uint32_t crc = zip_crc(0, item->data ? item->data : "", length);
    zip_put(out, zero ? 0 : crc, 4);
    zip_put(out, zero ? 0 : (item->packed ? item->packed : length), 4);
    zip_put(out, zero ? 0 : (item->size ? item->size : length), 4);
}

static inline void zip_put_local(Buffer *out, const ZipItem *item) {
    const char *name = item->local_name ? item->local_name : item->name;
    size_t name_length = item->local_name ? strlen(name) : zip_name_length(item);
    ZipItem seen = *item;
    if (item->local_size) seen.size = item->local_size;
    buffer_add(out, "PK\3\4", 4);
    zip_put(out, item->version ? item->version : 20, 2);
    zip_put(out, zip_flags(item), 2);
    zip_put(out, item->method, 2);
    zip_put(out, 0x00210000, 4);
    zip_put_sizes(out, &seen, item->descriptor);
    zip_put(out, name_length, 2);
    zip_put(out, 0, 2);
    buffer_add(out, name, name_length);
    if (item->data) buffer_add(out, item->data, zip_data_length(item));
    if (item->descriptor) {
        buffer_add(out, "PK\7\10", 4);
        zip_put_sizes(out, item, false);
    }
    if (item->gap) buffer_add_text(out, item->gap);
}

static inline void zip_put_record(Buffer *out, const ZipItem *item, size_t start) {
    buffer_add(out, "PK\1\2", 4);
    zip_put(out, 0x0314, 2);
    zip_put(out, item->version ? item->version : 20, 2);
    zip_put(out, zip_flags(item), 2);
    zip_put(out, item->method, 2);
    zip_put(out, 0x00210000, 4);
    zip_put_sizes(out, item, false);
    zip_put(out, zip_name_length(item), 2);
    zip_put(out, item->extra_length, 2);
    zip_put(out, 0, 6);
    zip_put(out, item->attributes, 4);
    zip_put(out, item->start ? item->start - 1 : start, 4);
    buffer_add(out, item->name, zip_name_length(item));
    if (item->extra) buffer_add(out, item->extra, item->extra_length);
}

static inline void zip_put_end(Buffer *out, size_t count, size_t directory, size_t end) {
    buffer_add(out, "PK\5\6", 4);
    zip_put(out, 0, 4);
    zip_put(out, count, 2);
    zip_put(out, count, 2);
    zip_put(out, end - directory, 4);
    zip_put(out, directory, 4);
    zip_put(out, 0, 2);
}

// Entries, directory, end record. The caller frees out.
static inline void zip_make(Buffer *out, const ZipItem *items, size_t count) {
    size_t starts[ZIP_ITEMS_MAX] = {0};
    for (size_t i = 0; i < count && i < ZIP_ITEMS_MAX; i++) {
        starts[i] = out->length;
        if (!items[i].no_local) zip_put_local(out, &items[i]);
    }
    size_t directory = out->length;
    for (size_t i = 0; i < count; i++)
        zip_put_record(out, &items[i], starts[i]);
    zip_put_end(out, count, directory, out->length);
}

typedef struct ZipBits {
    Buffer *out;
    uint32_t held;
    int count;
} ZipBits;

// Deflate writes its codes from the highest bit on, everything else from the lowest.
static inline void zip_bit(ZipBits *bits, uint32_t bit) {
    bits->held |= bit << bits->count++;
    if (bits->count < 8) return;
    zip_put(bits->out, bits->held, 1);
    *bits = (ZipBits){.out = bits->out};
}

static inline void zip_code(ZipBits *bits, uint32_t code, int length) {
    for (int i = length - 1; i >= 0; i--)
        zip_bit(bits, code >> i & 1);
}

// A deflate stream of 1 + 258 * runs zero bytes, about 160 times smaller than what it unpacks to.
static inline void zip_deflate_zeros(Buffer *out, uint32_t runs) {
    ZipBits bits = {.out = out};
    zip_bit(&bits, 1); // the last block
    zip_bit(&bits, 1); // fixed codes
    zip_bit(&bits, 0);
    zip_code(&bits, 0x30, 8); // the byte 0
    for (uint32_t i = 0; i < runs; i++) {
        zip_code(&bits, 0xc5, 8); // 258 bytes …
        zip_code(&bits, 0, 5);    // … from one byte back
    }
    zip_code(&bits, 0, 7); // end of block
    while (bits.count > 0)
        zip_bit(&bits, 0);
}

#endif // ZIP_MAKER_H
