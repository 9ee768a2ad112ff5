// base/region.h — bump allocator: many small pieces, freed all at once. Never: frees a single piece.
#ifndef BASE_REGION_H
#define BASE_REGION_H
#include "base/core.h"

typedef struct RegionBlock RegionBlock;

// A zeroed Region is empty and ready. Name regions by their lifetime.
typedef struct Region {
    RegionBlock *blocks;
    size_t used;  // bytes given out since the last clear
    size_t limit; // most bytes it may give out; 0 = no limit
} Region;

// Zeroed memory for the region's lifetime, aligned for any type. Aborts when the system has no
// memory or the region's limit is passed (limits on foreign data are checked by the reader).
void *region_take(Region *region, size_t size);
// A copy of length bytes with a final zero byte.
char *region_copy_text(Region *region, const char *text, size_t length);
// The parts one behind the other.
char *region_join(Region *region, const char *const *parts, size_t parts_count);
// printf into the region.
char *region_format(Region *region, const char *format, ...) PRINTF_LIKE(2, 3);
// Frees everything; the region may be used again.
void region_clear(Region *region);

#endif // BASE_REGION_H
