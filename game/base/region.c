// base/region.c — blocks of memory in a chain. Never: returns NULL.
#include "base/region.h"
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

// Many regions stay small: the first block is, too.
enum { FIRST_BYTES = 8 * 1024, BLOCK_BYTES = 64 * 1024 };

struct RegionBlock {
    RegionBlock *next;
    size_t size, used;
    _Alignas(16) unsigned char bytes[];
};

static RegionBlock *block_new(size_t size) {
    RegionBlock *block = calloc(1, sizeof *block + size);
    ASSERT(block != NULL);
    block->size = size;
    return block;
}

void *region_take(Region *region, size_t size) {
    size_t rounded = (size + 15) & ~(size_t)15;
    ASSERT(rounded >= size);
    region->used += rounded;
    ASSERT(region->limit == 0 || region->used <= region->limit);
    RegionBlock *block = region->blocks;
    if (!block || block->size - block->used < rounded) {
        size_t usual = block ? BLOCK_BYTES : FIRST_BYTES;
        RegionBlock *fresh = block_new(rounded > usual ? rounded : usual);
        fresh->next = block;
        region->blocks = block = fresh;
    }
    void *result = block->bytes + block->used;
    block->used += rounded;
    return result;
}

char *region_copy_text(Region *region, const char *text, size_t length) {
    char *copy = region_take(region, length + 1);
    if (length > 0) memcpy(copy, text, length);
    return copy;
}

char *region_join(Region *region, const char *const *parts, size_t parts_count) {
    size_t length = 0;
    for (size_t i = 0; i < parts_count; i++)
        length += strlen(parts[i]);
    char *text = region_take(region, length + 1), *at = text;
    for (size_t i = 0; i < parts_count; i++) {
        size_t part = strlen(parts[i]);
        memcpy(at, parts[i], part);
        at += part;
    }
    return text;
}

char *region_format(Region *region, const char *format, ...) {
    char usual[256]; // most texts are short: they are written once
    va_list args, again;
    va_start(args, format);
    va_copy(again, args);
    int length = vsnprintf(usual, sizeof usual, format, args);
    va_end(args);
    ASSERT(length >= 0);
    char *text = region_take(region, (size_t)length + 1);
    if ((size_t)length < sizeof usual) {
        memcpy(text, usual, (size_t)length + 1);
    } else {
        vsnprintf(text, (size_t)length + 1, format, again);
    }
    va_end(again);
    return text;
}

void region_clear(Region *region) {
    RegionBlock *block = region->blocks;
    while (block) {
        RegionBlock *next = block->next;
        free(block);
        block = next;
    }
    *region = (Region){.limit = region->limit};
}
