// script/known.c — enters texts that were met. Never: compares letters.
#include "script/known.h"
#include <string.h>

enum { PLACES_FIRST = 8 };

static void put(Known *known, const char *text, int64_t found) {
    uint32_t at = known_place(known, text);
    while (known->rows[at].text != NULL)
        at = (at + 1) & (known->places - 1);
    known->rows[at] = (KnownRow){text, found};
    known->count++;
}

static void grow(Known *known, Region *region) {
    Known larger = {.places = known->places == 0 ? PLACES_FIRST : known->places * 2};
    larger.rows = region_take(region, sizeof *larger.rows * larger.places);
    for (uint32_t i = 0; i < known->places; i++) {
        if (known->rows[i].text) put(&larger, known->rows[i].text, known->rows[i].found);
    }
    *known = larger;
}

void known_add(Known *known, Region *region, const char *text, int64_t found) {
    if (strlen(text) > KNOWN_TEXT_BYTES_MAX || known_find(known, text)) return;
    if ((known->count + 1) * 2 > known->places) grow(known, region);
    put(known, text, found);
}
