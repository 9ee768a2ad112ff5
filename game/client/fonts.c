// client/fonts.c — finds Noto files and keeps opened fonts. Never: lays out text.
#include "client/fonts.h"
#include "base/file.h"
#include <SDL_ttf.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { OPENED_MAX = 192, PATH_BYTES = 512, PROBE_SIZE = 16 };

typedef struct FaceRow {
    const char *script;
    const char *files[FONT_WEIGHTS_COUNT];
} FaceRow;

// clang-format off
static const FaceRow FACES[] = {
#define FACE(script, regular, bold) {script, {regular, bold}},
#include "client/fonts.def"
};
// clang-format on
enum { FACES_COUNT = ARRAY_COUNT(FACES) };

static const char *const FOLDERS[] = {"/usr/share/fonts/truetype/noto",
        "/usr/share/fonts/noto", "/usr/local/share/fonts/noto",
        "/usr/share/fonts/google-noto"};

typedef struct Opened {
    int32_t face, size_px;
    FontWeight weight;
    TTF_Font *font;
} Opened;

struct Fonts {
    char folder[PATH_BYTES];
    bool missing[FACES_COUNT];
    int32_t opened_count;
    Opened opened[OPENED_MAX];
};

// The Debian package that brings them.
static const char PACKAGE[] = "fonts-noto-core fonts-noto-ui-core";

static bool has_first_face(const char *folder) {
    char path[PATH_BYTES];
    snprintf(path, sizeof path, "%s/%s", folder, FACES[0].files[FONT_REGULAR]);
    return file_exists(path);
}

static const char *find_folder(const char *wish) {
    if (wish) return has_first_face(wish) ? wish : NULL;
    for (size_t i = 0; i < ARRAY_COUNT(FOLDERS); i++) {
        if (has_first_face(FOLDERS[i])) return FOLDERS[i];
    }
    return NULL;
}

MUST_USE bool fonts_create(Fonts **out, const char *folder, Err *err) {
    *out = NULL;
    const char *found = find_folder(folder);
    if (!found) {
        err_set(err, ERR_SYSTEM, "The letters for the screen are missing: no file %s.",
                FACES[0].files[0]);
        err_where(err, "%s", folder ? folder : FOLDERS[0]);
        return err_fix(err, "Install them with: apt-get install %s", PACKAGE);
    }
    if (!TTF_WasInit() && TTF_Init() != 0) {
        err_set(err, ERR_SYSTEM, "The letters cannot be drawn: %s.", TTF_GetError());
        return err_fix(err, "Check that libsdl2-ttf-2.0-0 is installed.");
    }
    Fonts *fonts = calloc(1, sizeof *fonts);
    ASSERT(fonts);
    snprintf(fonts->folder, sizeof fonts->folder, "%s", found);
    *out = fonts;
    return true;
}

void fonts_destroy(Fonts *fonts) {
    if (!fonts) return;
    for (int32_t i = 0; i < fonts->opened_count; i++)
        TTF_CloseFont(fonts->opened[i].font);
    free(fonts);
}

static TTF_Font *open_file(Fonts *fonts, int32_t face, FontWeight weight, int32_t size_px) {
    char path[PATH_BYTES + 64];
    snprintf(path, sizeof path, "%s/%s", fonts->folder, FACES[face].files[weight]);
    TTF_Font *font = TTF_OpenFont(path, size_px);
    if (!font) return NULL;
    TTF_SetFontHinting(font, TTF_HINTING_LIGHT);
    TTF_SetFontKerning(font, 1);
    return font;
}

// One font for each face, weight and size: changing a font's size would throw its glyphs away.
static TTF_Font *find_or_open(
        Fonts *fonts, int32_t face, FontWeight weight, int32_t size_px) {
    for (int32_t i = 0; i < fonts->opened_count; i++) {
        const Opened *o = &fonts->opened[i];
        if (o->face == face && o->weight == weight && o->size_px == size_px) return o->font;
    }
    if (fonts->missing[face] || fonts->opened_count == OPENED_MAX) return NULL;
    TTF_Font *font = open_file(fonts, face, weight, size_px);
    if (!font && weight == FONT_BOLD) font = open_file(fonts, face, FONT_REGULAR, size_px);
    if (!font) {
        fonts->missing[face] = true;
        return NULL;
    }
    fonts->opened[fonts->opened_count++] = (Opened){face, size_px, weight, font};
    return font;
}

FontHandle *fonts_open(Fonts *fonts, int32_t face, FontWeight weight, int32_t size_px) {
    TTF_Font *font = find_or_open(fonts, face, weight, size_px);
    if (!font) font = find_or_open(fonts, 0, weight, size_px);
    // The table of opened fonts is full: any size of the first face is better than no text.
    if (!font && fonts->opened_count > 0) font = fonts->opened[0].font;
    ASSERT(font);
    return font;
}

bool fonts_face_has(Fonts *fonts, int32_t face, uint32_t code_point) {
    TTF_Font *font = find_or_open(fonts, face, FONT_REGULAR, PROBE_SIZE);
    return font && TTF_GlyphIsProvided32(font, code_point);
}

int32_t fonts_face_for(Fonts *fonts, uint32_t code_point, const char *script) {
    for (int32_t i = 0; i < FACES_COUNT && *script; i++) {
        if (strcmp(FACES[i].script, script) == 0 && fonts_face_has(fonts, i, code_point))
            return i;
    }
    // The first face also has Greek, Cyrillic and the signs all scripts share.
    if (fonts_face_has(fonts, 0, code_point)) return 0;
    for (int32_t i = 1; i < FACES_COUNT; i++) {
        if (!*FACES[i].script && fonts_face_has(fonts, i, code_point)) return i;
    }
    return 0;
}
