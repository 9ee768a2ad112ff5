// script/pool.c — blocks by size, out of slabs. Never: gives a slab back before the machine ends.
#include "script/pool.h"
#include <stdlib.h>
#include <string.h>

// AddressSanitizer sees one large block: we tell it which parts of it may be touched.
#if defined(__SANITIZE_ADDRESS__)
#include <sanitizer/asan_interface.h>
#define CLOSE(block, size) ASAN_POISON_MEMORY_REGION(block, size)
#define OPEN(block, size)  ASAN_UNPOISON_MEMORY_REGION(block, size)
#else
#define CLOSE(block, size) ((void)(block), (void)(size))
#define OPEN(block, size)  ((void)(block), (void)(size))
#endif

enum { SLAB_BYTES = 16 * 1024 };

struct PoolBlock {
    PoolBlock *next;
};

struct PoolSlab {
    PoolSlab *next;
    _Alignas(POOL_STEP) char bytes[SLAB_BYTES];
};

static size_t class_of(size_t size) { return (size - 1) / POOL_STEP; }

static size_t class_bytes(size_t class) { return (class + 1) * POOL_STEP; }

static void add_slab(Pool *pool) {
    PoolSlab *slab = malloc(sizeof *slab);
    ASSERT(slab != NULL);
    slab->next = pool->slabs;
    pool->slabs = slab;
    pool->fresh = slab->bytes;
    pool->fresh_end = slab->bytes + SLAB_BYTES;
    CLOSE(slab->bytes, SLAB_BYTES);
}

static void *take_small(Pool *pool, size_t size) {
    size_t class = class_of(size), bytes = class_bytes(class);
    PoolBlock *block = pool->unused[class];
    if (block) {
        OPEN(block, bytes);
        pool->unused[class] = block->next;
        CLOSE((char *)block + size, bytes - size);
        return block;
    }
    if ((size_t)(pool->fresh_end - pool->fresh) < bytes) add_slab(pool);
    void *fresh = pool->fresh;
    pool->fresh += bytes;
    OPEN(fresh, size);
    return fresh;
}

static void give_small(Pool *pool, void *given, size_t size) {
    size_t class = class_of(size);
    PoolBlock *block = given;
    OPEN(block, sizeof *block);
    block->next = pool->unused[class];
    pool->unused[class] = block;
    CLOSE(block, class_bytes(class));
}

static void *take(Pool *pool, size_t size) {
    if (size <= POOL_SMALL_MAX) return take_small(pool, size);
    void *block = malloc(size);
    ASSERT(block != NULL);
    return block;
}

static void give(Pool *pool, void *block, size_t size) {
    if (size > POOL_SMALL_MAX)
        free(block);
    else if (size > 0)
        give_small(pool, block, size);
}

void *pool_resize(Pool *pool, void *block, size_t old_size, size_t new_size) {
    if (new_size == 0) {
        if (block) give(pool, block, old_size);
        return NULL;
    }
    if (!block) return take(pool, new_size);
    if (old_size > POOL_SMALL_MAX && new_size > POOL_SMALL_MAX) {
        void *moved = realloc(block, new_size);
        ASSERT(moved != NULL);
        return moved;
    }
    void *moved = take(pool, new_size);
    memcpy(moved, block, old_size < new_size ? old_size : new_size);
    give(pool, block, old_size);
    return moved;
}

void pool_free(Pool *pool) {
    while (pool->slabs) {
        PoolSlab *slab = pool->slabs;
        pool->slabs = slab->next;
        OPEN(slab->bytes, SLAB_BYTES);
        free(slab);
    }
    *pool = (Pool){0};
}
