// client/runs.c — bidi levels by fribidi, scripts and breaks by base, fonts by fonts.c. Never: measures or draws.
#include "client/runs.h"
#include "base/breaks.h"
#include "base/utf8.h"
#include <fribidi.h>
#include <string.h>

typedef struct Work {
    FriBidiChar code_points[PARAGRAPH_LETTERS_MAX];
    FriBidiCharType types[PARAGRAPH_LETTERS_MAX];
    FriBidiBracketType brackets[PARAGRAPH_LETTERS_MAX];
    FriBidiLevel levels[PARAGRAPH_LETTERS_MAX];
    uint8_t lines[PARAGRAPH_LETTERS_MAX], clusters[PARAGRAPH_LETTERS_MAX];
} Work;

static int32_t decode(const char *text, size_t length, Paragraph *out, Work *work) {
    size_t at = 0;
    int32_t count = 0;
    while (at < length && count < PARAGRAPH_LETTERS_MAX) {
        out->letters[count].at = (uint32_t)at;
        work->code_points[count] = utf8_next(text, length, &at);
        out->letters[count].code_point = work->code_points[count];
        count++;
    }
    out->letters[count] = (Letter){.at = (uint32_t)at};
    return count;
}

// Plain left-to-right text, by far the most, needs no bidi algorithm.
static bool needs_bidi(const Work *work, int32_t count) {
    for (int32_t i = 0; i < count; i++) {
        if (work->code_points[i] >= 0x590) return true;
    }
    return false;
}

static void find_levels(
        Paragraph *out, Work *work, int32_t count, TextDirection direction) {
    FriBidiParType base = direction == TEXT_RTL ? FRIBIDI_PAR_RTL : FRIBIDI_PAR_LTR;
    if (direction == TEXT_AUTO) base = FRIBIDI_PAR_ON;
    if (direction != TEXT_RTL && !needs_bidi(work, count)) {
        memset(work->levels, 0, sizeof work->levels[0] * (size_t)count);
        out->rtl = false;
        return;
    }
    fribidi_get_bidi_types(work->code_points, count, work->types);
    fribidi_get_bracket_types(work->code_points, count, work->types, work->brackets);
    FriBidiLevel highest = fribidi_get_par_embedding_levels_ex(
            work->types, work->brackets, count, &base, work->levels);
    if (highest == 0) memset(work->levels, 0, sizeof work->levels[0] * (size_t)count);
    out->rtl = FRIBIDI_IS_RTL(base) != 0;
}

// Digits, spaces and marks take script and font of the letters before them, so that clusters stay
// whole; those at the beginning take the first letter's. A sign the script's font lacks comes from
// another one, and the text after it returns to the script's font.
static void choose_faces(Fonts *fonts, Paragraph *out, int32_t count) {
    char script[5] = "";
    for (int32_t i = 0; i < count && !*script; i++) {
        memcpy(script, breaks_script(out->letters[i].code_point), sizeof script);
    }
    if (!*script) memcpy(script, "Latn", sizeof script);
    int32_t home = fonts_face_for(fonts, script[0] == 'L' ? 'a' : 0x20, script),
            face = home;
    for (int32_t i = 0; i < count; i++) {
        Letter *letter = &out->letters[i];
        const char *own = breaks_script(letter->code_point);
        if (*own) {
            memcpy(script, own, sizeof script);
            home = face = fonts_face_for(fonts, letter->code_point, script);
        } else if (letter->is_cluster) {
            face = home;
            if (!fonts_face_has(fonts, home, letter->code_point)) {
                face = fonts_face_for(fonts, letter->code_point, script);
            }
        }
        letter->face = (int16_t)face;
        memcpy(letter->script, script, sizeof script);
    }
}

void runs_analyse(Fonts *fonts, const char *text, size_t length, TextDirection direction,
        Paragraph *out) {
    Work work;
    int32_t count = decode(text, length, out, &work);
    out->count = count;
    out->rtl = direction == TEXT_RTL;
    if (count == 0) return;
    find_levels(out, &work, count, direction);
    breaks_find(work.code_points, (size_t)count, work.lines, work.clusters);
    for (int32_t i = 0; i < count; i++) {
        out->letters[i].level = (uint8_t)work.levels[i];
        out->letters[i].may_break = work.lines[i];
        out->letters[i].is_cluster = work.clusters[i];
    }
    choose_faces(fonts, out, count);
}

int32_t runs_end(const Paragraph *paragraph, int32_t from, int32_t to) {
    const Letter *first = &paragraph->letters[from];
    int32_t end = from + 1;
    while (end < to) {
        const Letter *letter = &paragraph->letters[end];
        bool same = letter->face == first->face && letter->level == first->level
                    && strcmp(letter->script, first->script) == 0;
        if (!same) break;
        end++;
    }
    return end;
}

// Rule L2 of the bidi algorithm: from the highest level down, turn round every stretch at or above it.
static void reorder(RunPiece *pieces, int32_t count) {
    uint8_t highest = 0;
    for (int32_t i = 0; i < count; i++)
        highest = pieces[i].level > highest ? pieces[i].level : highest;
    for (uint8_t level = highest; level > 0; level--) {
        for (int32_t i = 0; i < count; i++) {
            int32_t end = i;
            while (end < count && pieces[end].level >= level)
                end++;
            for (int32_t a = i, z = end - 1; a < z; a++, z--) {
                RunPiece swap = pieces[a];
                pieces[a] = pieces[z];
                pieces[z] = swap;
            }
            if (end > i) i = end;
        }
    }
}

int32_t runs_pieces(
        const Paragraph *paragraph, int32_t from, int32_t to, RunPiece *out, int32_t max) {
    int32_t count = 0;
    for (int32_t at = from; at < to && count < max;) {
        int32_t next = runs_end(paragraph, at, to);
        out[count++] = (RunPiece){at, next, paragraph->letters[at].level};
        at = next;
    }
    reorder(out, count);
    return count;
}
