// pack/sound.c — walks the pages of an Ogg file. Never: decodes samples.
#include "pack/sound.h"
#include "pack/limits.h"
#include <string.h>

enum { PAGE_BYTES = 27, IDENT_BYTES = 30 };

static uint64_t little(const uint8_t *at, size_t count) {
    uint64_t value = 0;
    for (size_t i = 0; i < count; i++)
        value |= (uint64_t)at[i] << (8 * i);
    return value;
}

static bool refuse(Diags *diags, const char *file, const char *what, const char *fix) {
    Diag *diag = diags_add(diags, "E410", file, 0, 0, "%s", what);
    diag_expected(diag, "an Ogg Vorbis sound, at most 60 seconds and 2 MiB");
    diag_fix(diag, "%s", fix);
    return false;
}

// Bytes of the page at the start of `rest`; 0 if it is not whole.
static size_t page_length(Bytes rest) {
    if (rest.length < PAGE_BYTES || memcmp(rest.data, "OggS", 4) != 0 || rest.data[4] != 0)
        return 0;
    size_t segments = rest.data[26], length = PAGE_BYTES + segments;
    if (rest.length < length) return 0;
    for (size_t i = 0; i < segments; i++)
        length += rest.data[PAGE_BYTES + i];
    return rest.length < length ? 0 : length;
}

// The last position (in samples) any page names, of the one stream; false if pages are damaged.
static bool read_pages(Bytes ogg, uint64_t *out_samples) {
    uint64_t stream = little(ogg.data + 14, 4);
    *out_samples = 0;
    for (size_t at = 0; at < ogg.length;) {
        Bytes rest = {ogg.data + at, ogg.length - at};
        size_t length = page_length(rest);
        if (length == 0 || little(rest.data + 14, 4) != stream) return false;
        uint64_t position = little(rest.data + 6, 8);
        if (position != UINT64_MAX && position > *out_samples) *out_samples = position;
        at += length;
    }
    return true;
}

bool sound_check(Bytes ogg, const char *file, Diags *diags) {
    static const char again[] = "export it again as Ogg Vorbis.";
    if (ogg.length > PACK_SOUND_BYTES_MAX) {
        return refuse(diags, file, "This sound has more than 2 MiB.", "make it shorter.");
    }
    size_t first = page_length(ogg);
    const uint8_t *ident = first ? ogg.data + PAGE_BYTES + ogg.data[26] : NULL;
    bool vorbis = ident && first >= (size_t)(ident - ogg.data) + IDENT_BYTES
                  && memcmp(ident, "\x01vorbis\0\0\0\0", 11) == 0;
    if (!vorbis) return refuse(diags, file, "This file is no Ogg Vorbis sound.", again);
    uint64_t rate = little(ident + 12, 4), samples = 0;
    if (ident[11] < 1 || ident[11] > 2 || rate < 8000 || rate > 192000) {
        return refuse(diags, file,
                "This sound has an unusual number of channels or samples.", again);
    }
    if (!read_pages(ogg, &samples)) {
        return refuse(diags, file,
                "This sound is cut off, damaged or holds more than one stream.", again);
    }
    if (samples > rate * PACK_SOUND_SECONDS_MAX) {
        return refuse(
                diags, file, "This sound is longer than 60 seconds.", "make it shorter.");
    }
    return true;
}
