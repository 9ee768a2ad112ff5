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

// Small blocks are zeroed piece by piece as they are given out: their ends often stay unused, and texts
// are written over at once. A large piece comes zeroed from the system, page by page as it is touched.
static RegionBlock *block_new(size_t size) {
    bool large = size > BLOCK_BYTES;
    RegionBlock *block =
            large ? calloc(1, sizeof *block + size) : malloc(sizeof *block + size);
    ASSERT(block != NULL);
    block->size = size;
    block->used = 0;
    return block;
}

// Memory that may still hold what stood there before. zeroed tells when it does not.
static void *take(Region *region, size_t size, bool *zeroed) {
    size_t rounded = (size + 15) & ~(size_t)15;
    ASSERT(rounded >= size);
    region->used += rounded;
    ASSERT(region->limit == 0 || region->used <= region->limit);
    RegionBlock *block = region->blocks;
    if (!block || block->size - block->used < rounded) {
        size_t usual = block ? BLOCK_BYTES : FIRST_BYTES;
        RegionBlock *fresh = block_new(rounded > usual ? rounded : usual);
        // Behind a large piece the block before it goes on being filled.
        RegionBlock **place =
                block && rounded > BLOCK_BYTES ? &block->next : &region->blocks;
        fresh->next = *place;
        *place = block = fresh;
    }
    void *result = block->bytes + block->used;
    block->used += rounded;
    *zeroed = block->size > BLOCK_BYTES;
    return result;
}

void *region_take(Region *region, size_t size) {
    bool zeroed = false;
    void *result = take(region, size, &zeroed);
    if (!zeroed) memset(result, 0, size);
    return result;
}

static char *take_letters(Region *region, size_t length) {
    bool zeroed = false;
    char *text = take(region, length + 1, &zeroed);
    text[length] = '\0';
    return text;
}

char *region_copy_text(Region *region, const char *text, size_t length) {
    char *copy = take_letters(region, length);
    if (length > 0) memcpy(copy, text, length);
    return copy;
}

char *region_join(Region *region, const char *const *parts, size_t parts_count) {
    size_t length = 0;
    for (size_t i = 0; i < parts_count; i++)
        length += strlen(parts[i]);
    char *text = take_letters(region, length), *at = text;
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
    char *text = take_letters(region, (size_t)length);
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
