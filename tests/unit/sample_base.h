// tests/unit/sample_base.h — what an invented view is made of: pseudo texts and numbers. Never: a table.
#ifndef SAMPLE_BASE_H
#define SAMPLE_BASE_H
#include "base/utf8.h"
#include "client/app.h"
#include "model/def.h"
#include "model/state.h"
#include <stdlib.h>
#include <string.h>

typedef enum SampleTongue {
    TONGUE_ENGLISH,
    TONGUE_LONG,
    TONGUE_ARABIC,
    TONGUES_COUNT
} SampleTongue;

// Everything the sample owns; free with sample_free.
typedef struct Sample {
    SampleTongue tongue;
    Region region;
    View view;
    HomeView home;
    CaseView card;
    ViewArena *arenas;
    ViewQuestion *asks;
    ViewGroup *groups; // the buttons of coalitions, to be closed by a test
    ConsoleView console;
    BoardView board;
    char line[LABEL_BYTES]; // the last verb of the facilitator
    char told[LABEL_BYTES]; // and the one before
    int32_t hosted;
    Command sent[16];
    char words[LABEL_BYTES];
    int32_t sent_count, played, went_on, shown, planned, looked_back, told_of;
    bool foresees_late;    // no answer has come yet
    bool foresees_refusal; // it would be refused as it stands
    AppLook look;          // of who leads, at one seat
} Sample;

// Pseudo texts: LONG is 40 % longer and accented, ARABIC runs from right to left. Placeholders stay.
static const char *sample_text(Region *region, SampleTongue tongue, const char *text) {
    static const char *const ARABIC[26] = {"\xD8\xA7", "\xD8\xA8", "\xD9\x83", "\xD8\xAF",
            "\xD9\x8A", "\xD9\x81", "\xD8\xBA", "\xD9\x87", "\xD9\x8A", "\xD8\xAC",
            "\xD9\x83", "\xD9\x84", "\xD9\x85", "\xD9\x86", "\xD9\x88", "\xD8\xA8",
            "\xD9\x82", "\xD8\xB1", "\xD8\xB3", "\xD8\xAA", "\xD9\x88", "\xD9\x81",
            "\xD9\x88", "\xD8\xB2", "\xD9\x8A", "\xD8\xB2"};
    if (tongue == TONGUE_ENGLISH) return text;
    Buffer out = {0};
    bool inside = false;
    for (const char *at = text; *at; at++) {
        inside = *at == '{' || (inside && *at != '}');
        char lower = *at >= 'A' && *at <= 'Z' ? (char)(*at - 'A' + 'a') : *at;
        bool letter = lower >= 'a' && lower <= 'z' && !inside;
        if (tongue == TONGUE_ARABIC && letter) {
            buffer_add_text(&out, ARABIC[lower - 'a']);
        } else {
            buffer_add(&out, at, 1);
            if (tongue == TONGUE_LONG && letter
                    && (lower == 'e' || lower == 'o' || lower == 'a'))
                buffer_add_text(&out, "\xC3\xA9");
        }
    }
    char *copy = region_copy_text(region, out.data ? out.data : "", out.length);
    buffer_free(&out);
    return copy;
}

#define T(text) sample_text(&s->region, s->tongue, text)

static void *sample_take(Sample *s, size_t size) { return region_take(&s->region, size); }

static ViewNumber number(
        Sample *s, int32_t value, int32_t band, const char *word, int32_t cell) {
    return (ViewNumber){.band = (uint8_t)band,
            .open = true,
            .value = (int16_t)value,
            .change = value > 60 ? 2 : 0,
            .cell = (uint16_t)cell,
            .word = T(word)};
}

static ViewNumber band_only(Sample *s, int32_t band, const char *word, int32_t cell) {
    return (ViewNumber){.band = (uint8_t)band, .cell = (uint16_t)cell, .word = T(word)};
}

#endif // SAMPLE_BASE_H
