// client/theme.c — built-in palettes and actor looks. Never: reads files.
#include "client/theme.h"
#include "base/utf8.h"
#include <string.h>

typedef struct ColorRow {
    const char *name;
    uint32_t rgb[THEMES_COUNT];
} ColorRow;

// clang-format off
static const ColorRow ROWS[COLORS_COUNT] = {
        [COLOR_NONE] = {"none", {0, 0, 0}},
#define COLOR(constant, name, light, dark, high) [COLOR_##constant] = {name, {light, dark, high}},
#include "client/theme.def"
};
// clang-format on

static const char *const KIND_NAMES[THEMES_COUNT] = {"light", "dark", "contrast"};

Theme theme_default(ThemeKind kind) {
    Theme theme = {.kind = kind, .edge_dp = kind == THEME_HIGH_CONTRAST ? 2 : 1};
    for (int32_t i = 1; i < COLORS_COUNT; i++)
        theme.colors[i] = color_hex(ROWS[i].rgb[kind]);
    return theme;
}

bool theme_kind_of(const char *word, ThemeKind *out) {
    for (int32_t i = 0; i < THEMES_COUNT; i++) {
        if (strcmp(word, KIND_NAMES[i]) == 0) {
            *out = (ThemeKind)i;
            return true;
        }
    }
    return false;
}

const char *theme_kind_name(ThemeKind kind) { return KIND_NAMES[kind]; }

bool theme_set(Theme *theme, const char *name, Color color) {
    for (int32_t i = 1; i < COLORS_COUNT; i++) {
        if (strcmp(name, ROWS[i].name) == 0) {
            theme->colors[i] = color;
            return true;
        }
    }
    return false;
}

const char *theme_color_name(ColorToken token) { return ROWS[token].name; }

// Brightness as the eye weighs the three colours, 0..255.
static int32_t brightness(Color color) {
    return (color.r * 299 + color.g * 587 + color.b * 114) / 1000;
}

ActorLook theme_actor(const Theme *theme, int32_t index) {
    int32_t look = index < 0 ? 0 : index % ACTOR_LOOKS_COUNT;
    int32_t hue = look % SHAPES_COUNT;
    Color color = theme->colors[COLOR_ACTOR_1 + hue];
    // Black reads on all these colours but blue and black.
    Color ink = brightness(color) > 96 ? color_hex(0x000000) : color_hex(0xFFFFFF);
    return (ActorLook){color, ink, (ShapeKind)hue, look >= SHAPES_COUNT};
}

static uint32_t capital(uint32_t c) { return c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c; }

void theme_actor_tag(const char *name, char out[16]) {
    size_t length = strlen(name), at = 0, used = 0;
    int32_t letters = 0;
    uint32_t before = ' ';
    uint32_t second = 0;
    while (at < length && letters < 2) {
        uint32_t c = utf8_next(name, length, &at);
        bool starts =
                (before == ' ' || before == '-' || before == '\'') && c != ' ' && c != '-';
        if (starts) {
            used += utf8_put(capital(c), out + used);
            letters++;
        } else if (letters == 1 && second == 0 && c != ' ' && c != '-') {
            second = c;
        }
        before = c;
    }
    if (letters == 1 && second) used += utf8_put(second, out + used);
    out[used] = 0;
}
