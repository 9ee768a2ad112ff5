// script/pool.h — memory of one Lua machine: small blocks are kept by size and given out again. Never: counts a budget (machine.c).
#ifndef SCRIPT_POOL_H
#define SCRIPT_POOL_H
#include "base/core.h"

enum { POOL_STEP = 16, POOL_SMALL_MAX = 256, POOL_CLASSES = POOL_SMALL_MAX / POOL_STEP };

// Blocks of up to POOL_SMALL_MAX bytes stand side by side in slabs; larger ones are malloc's. Zeroed =
// empty.
typedef struct PoolBlock PoolBlock;
typedef struct PoolSlab PoolSlab;
typedef struct Pool {
    PoolBlock *unused[POOL_CLASSES]; // by size, given back before
    PoolSlab *slabs;
    char *fresh, *fresh_end; // of the newest slab, never given out
} Pool;

// As realloc, with the size the block has; new_size 0 gives it back. Never NULL otherwise.
void *pool_resize(Pool *pool, void *block, size_t old_size, size_t new_size);
// Gives every slab back at once. Larger blocks must have been given back before.
void pool_free(Pool *pool);

#endif // SCRIPT_POOL_H
