// client/icons.c — reads the strokes of icons.def into outlines. Never: colours.
#include "client/icons.h"
#include <stdlib.h>
#include <string.h>

enum { GRID = 48, LINE_UNITS = 4, POINTS_MAX = 64 };

typedef struct IconRow {
    const char *name, *strokes;
} IconRow;

// clang-format off
static const IconRow ROWS[ICONS_COUNT] = {
        [ICON_NONE] = {"none", ""},
#define ICON(constant, name, strokes) [ICON_##constant] = {name, strokes},
#include "client/icons.def"
};
// clang-format on

const char *icon_name(IconKind icon) { return ROWS[icon].name; }
const char *icon_strokes(IconKind icon) { return ROWS[icon].strokes; }

// Other names the engine and the standard deck use for the same things.
static const struct {
    const char *name;
    IconKind icon;
} OTHER_NAMES[] = {
        {"locals",   ICON_LOCAL },
        {"civic",    ICON_FLAG  },
        {"time",     ICON_CLOCK },
        {"voice",    ICON_SPEECH},
        {"evidence", ICON_CHECK },
        {"story",    ICON_PERSON},
        {"fatigue",  ICON_PAUSE }
};

IconKind icon_of(const char *name) {
    for (int32_t i = 1; i < ICONS_COUNT; i++) {
        if (strcmp(name, ROWS[i].name) == 0) return (IconKind)i;
    }
    for (size_t i = 0; i < ARRAY_COUNT(OTHER_NAMES); i++) {
        if (strcmp(name, OTHER_NAMES[i].name) == 0) return OTHER_NAMES[i].icon;
    }
    return ICON_NONE;
}

static int32_t number(const char **at) {
    char *end = NULL;
    long value = strtol(*at, &end, 10);
    *at = end;
    return (int32_t)value;
}

typedef struct Pen {
    PathPoint points[POINTS_MAX];
    int32_t count, size, width;
    Path *out;
} Pen;

static int32_t grid(const Pen *pen, int32_t units) {
    return units * pen->size * PATH_UNIT / GRID;
}

static void flush(Pen *pen, bool closed) {
    if (pen->count > 1)
        path_add_polyline(pen->out, pen->points, pen->count, closed, pen->width);
    pen->count = 0;
}

static void stroke(Pen *pen, char command, const char **at) {
    if (command == 'Z') {
        flush(pen, true);
        return;
    }
    int32_t x = grid(pen, number(at)), y = grid(pen, number(at));
    if (command == 'M') flush(pen, false);
    if (command == 'M' || command == 'L') {
        if (pen->count < POINTS_MAX) pen->points[pen->count++] = (PathPoint){x, y};
        return;
    }
    int32_t radius = grid(pen, number(at));
    if (command == 'O') path_add_ring(pen->out, x, y, radius, pen->width);
    if (command == 'D') path_add_circle(pen->out, x, y, radius);
}

void icon_outline(IconKind icon, int32_t size_px, Path *out) {
    Pen pen = {.size = size_px, .out = out};
    pen.width = core_max(PATH_UNIT, grid(&pen, LINE_UNITS));
    const char *at = ROWS[icon].strokes;
    while (*at) {
        if (*at == ' ') {
            at++;
            continue;
        }
        char command = *at++;
        stroke(&pen, command, &at);
    }
    flush(&pen, false);
}
