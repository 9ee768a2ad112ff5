// script/known.h — texts of Lua that were met before, and what each was found to be. Never: keeps a text alive.
#ifndef SCRIPT_KNOWN_H
#define SCRIPT_KNOWN_H
#include "base/region.h"

// Lua keeps each short text once, so where it stands says which it is, as long as something holds it:
// who enters a text here must also keep it in a table that Lua reaches. Zeroed = empty.
typedef struct KnownRow {
    const char *text;
    int64_t found;
} KnownRow;

typedef struct Known {
    KnownRow *rows; // open addressing; at most half are taken
    uint32_t places, count;
} Known;

// Longer texts may exist twice in Lua; they are never entered.
enum { KNOWN_TEXT_BYTES_MAX = 40 };

static inline uint32_t known_place(const Known *known, const char *text) {
    uint64_t bits = (uint64_t)(uintptr_t)text * 0x9E3779B97F4A7C15u;
    return (uint32_t)(bits >> 40) & (known->places - 1);
}

// What the text at this address was found to be; NULL if it was not met.
static inline const int64_t *known_find(const Known *known, const char *text) {
    if (known->places == 0) return NULL;
    for (uint32_t at = known_place(known, text);; at = (at + 1) & (known->places - 1)) {
        const KnownRow *row = &known->rows[at];
        if (row->text == text) return &row->found;
        if (row->text == NULL) return NULL;
    }
}

// The rows live in the region.
void known_add(Known *known, Region *region, const char *text, int64_t found);

#endif // SCRIPT_KNOWN_H
