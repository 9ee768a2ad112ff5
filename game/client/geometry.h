// client/geometry.h — rectangles and colours, the plain words of drawing. Never: draws.
#ifndef CLIENT_GEOMETRY_H
#define CLIENT_GEOMETRY_H
#include "base/core.h"

// In pixels, y downwards.
typedef struct Rect {
    int32_t x, y, w, h;
} Rect;

// a = 0 means: draw nothing.
typedef struct Color {
    uint8_t r, g, b, a;
} Color;

static inline Color color_hex(uint32_t rgb) {
    return (Color){(uint8_t)(rgb >> 16), (uint8_t)(rgb >> 8), (uint8_t)rgb, 255};
}

static inline Rect rect_grow(Rect r, int32_t by) {
    return (Rect){r.x - by, r.y - by, r.w + 2 * by, r.h + 2 * by};
}

// The common part; w or h is 0 when there is none.
static inline Rect rect_cross(Rect a, Rect b) {
    int32_t x0 = core_max(a.x, b.x), y0 = core_max(a.y, b.y);
    int32_t x1 = core_min(a.x + a.w, b.x + b.w), y1 = core_min(a.y + a.h, b.y + b.h);
    return (Rect){x0, y0, core_max(0, x1 - x0), core_max(0, y1 - y0)};
}

static inline bool rect_empty(Rect r) { return r.w <= 0 || r.h <= 0; }

static inline bool rect_has(Rect r, int32_t x, int32_t y) {
    return x >= r.x && y >= r.y && x < r.x + r.w && y < r.y + r.h;
}

#endif // CLIENT_GEOMETRY_H
