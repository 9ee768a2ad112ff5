// client/theme.h — the palette of the screen and the look of each actor. Never: reads files; who parses assets/theme.lua calls theme_set.
#ifndef CLIENT_THEME_H
#define CLIENT_THEME_H
#include "client/geometry.h"

typedef enum ThemeKind {
    THEME_LIGHT,
    THEME_DARK,
    THEME_HIGH_CONTRAST,
    THEMES_COUNT
} ThemeKind;

// COLOR_NONE draws nothing.
typedef enum ColorToken {
    COLOR_NONE,
#define COLOR(constant, name, light, dark, high) COLOR_##constant,
#include "client/theme.def"
    COLORS_COUNT
} ColorToken;

typedef enum ShapeKind {
    SHAPE_CIRCLE,
    SHAPE_SQUARE,
    SHAPE_DIAMOND,
    SHAPE_TRIANGLE,
    SHAPE_HEXAGON,
    SHAPE_STAR,
    SHAPE_CROSS,
    SHAPE_RING,
    SHAPES_COUNT
} ShapeKind;

enum { ACTOR_LOOKS_COUNT = 16 };

typedef struct Theme {
    ThemeKind kind;
    int32_t edge_dp; // width of the edges of controls
    Color colors[COLORS_COUNT];
} Theme;

// How one actor is drawn everywhere: colour, shape, and a two-letter tag from its name.
typedef struct ActorLook {
    Color color;
    Color ink; // black or white, readable on color
    ShapeKind shape;
    bool hollow; // actors 9 to 16 reuse the colours with hollow shapes
} ActorLook;

Theme theme_default(ThemeKind kind);
// "light", "dark" or "contrast" to a kind; false when the word is none of them.
MUST_USE bool theme_kind_of(const char *word, ThemeKind *out);
const char *theme_kind_name(ThemeKind kind);
// Replaces one colour by its name as in assets/theme.lua; false when no colour has this name.
MUST_USE bool theme_set(Theme *theme, const char *name, Color color);
const char *theme_color_name(ColorToken token);
// index counts the pack's actors from 0; past the last look it starts again.
ActorLook theme_actor(const Theme *theme, int32_t index);
// Two capital letters from the name's first letters ("Riverside Link" -> "RL"); the letters as they
// are when the script has no capitals. out holds at least 16 bytes.
void theme_actor_tag(const char *name, char out[16]);

#endif // CLIENT_THEME_H
