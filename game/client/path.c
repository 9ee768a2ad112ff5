// client/path.c — outlines from points, in whole numbers only, so that pictures repeat byte for byte. Never: colours.
#include "client/path.h"
#include <string.h>

// sine of 0, 3, 6 ... 90 degrees, times 65536.
static const int32_t SINES[31] = {0, 3430, 6850, 10252, 13626, 16962, 20252, 23486, 26656,
        29753, 32768, 35693, 38521, 41243, 43852, 46341, 48703, 50931, 53020, 54963, 56756,
        58393, 59870, 61183, 62328, 63303, 64104, 64729, 65177, 65446, 65536};

enum { TURN = 360000, QUARTER = 90000, STEP = 3000, JOIN_CORNERS = 16 };

static int32_t sine_quarter(int32_t angle) {
    int32_t at = angle / STEP;
    if (at >= 30) return SINES[30];
    return SINES[at] + (SINES[at + 1] - SINES[at]) * (angle % STEP) / STEP;
}

static int32_t sine(int32_t angle) {
    int32_t a = angle % TURN;
    if (a < 0) a += TURN;
    if (a < QUARTER) return sine_quarter(a);
    if (a < 2 * QUARTER) return sine_quarter(2 * QUARTER - a);
    if (a < 3 * QUARTER) return -sine_quarter(a - 2 * QUARTER);
    return -sine_quarter(TURN - a);
}

static int32_t scaled(int32_t factor, int32_t length) {
    int64_t product = (int64_t)factor * length;
    return (int32_t)((product + (product < 0 ? -32768 : 32768)) / 65536);
}

PathPoint path_direction(int32_t angle, int32_t length) {
    return (PathPoint){scaled(sine(angle), length), -scaled(sine(angle + QUARTER), length)};
}

void path_reset(Path *path) { path->points_count = path->contours_count = 0; }

static int64_t signed_area(const PathPoint *points, int32_t count) {
    int64_t area = 0;
    for (int32_t i = 0; i < count; i++) {
        PathPoint a = points[i], b = points[(i + 1) % count];
        area += (int64_t)a.x * b.y - (int64_t)b.x * a.y;
    }
    return area;
}

// All contours turn the same way, so that overlapping ones add up instead of cutting holes.
void path_add_polygon(Path *path, const PathPoint *points, int32_t count) {
    bool room = path->points_count + count <= PATH_POINTS_MAX
                && path->contours_count < PATH_CONTOURS_MAX;
    if (count < 3 || !room) return;
    bool backward = signed_area(points, count) < 0;
    int32_t top = points[0].y, bottom = points[0].y;
    for (int32_t i = 0; i < count; i++) {
        path->points[path->points_count++] = points[backward ? count - 1 - i : i];
        top = core_min(top, points[i].y);
        bottom = core_max(bottom, points[i].y);
    }
    path->tops[path->contours_count] = top;
    path->bottoms[path->contours_count] = bottom;
    path->ends[path->contours_count++] = path->points_count;
}

void path_add_regular(Path *path, int32_t cx, int32_t cy, int32_t radius, int32_t corners,
        int32_t angle) {
    PathPoint points[64];
    int32_t count = core_clamp(corners, 3, 64);
    for (int32_t i = 0; i < count; i++) {
        PathPoint d = path_direction(angle + (int32_t)((int64_t)TURN * i / count), radius);
        points[i] = (PathPoint){cx + d.x, cy + d.y};
    }
    path_add_polygon(path, points, count);
}

void path_add_circle(Path *path, int32_t cx, int32_t cy, int32_t radius) {
    path_add_regular(path, cx, cy, radius, radius > 12 * PATH_UNIT ? 64 : 40, 0);
}

void path_add_star(
        Path *path, int32_t cx, int32_t cy, int32_t radius, int32_t inner_permille) {
    PathPoint points[10];
    for (int32_t i = 0; i < 10; i++) {
        int32_t length = i % 2 ? radius * inner_permille / 1000 : radius;
        PathPoint d = path_direction(36000 * i, length);
        points[i] = (PathPoint){cx + d.x, cy + d.y};
    }
    path_add_polygon(path, points, 10);
}

static int64_t square_root(int64_t x) {
    int64_t root = 0, bit = (int64_t)1 << 40;
    while (bit > x)
        bit >>= 2;
    while (bit) {
        if (x >= root + bit) {
            x -= root + bit;
            root = (root >> 1) + bit;
        } else {
            root >>= 1;
        }
        bit >>= 2;
    }
    return root;
}

static int64_t length_of(PathPoint a, PathPoint b) {
    int64_t dx = b.x - a.x, dy = b.y - a.y;
    return square_root(dx * dx + dy * dy);
}

void path_add_segment(Path *path, PathPoint a, PathPoint b, int32_t width) {
    int32_t half = core_max(1, width / 2);
    int64_t length = length_of(a, b);
    path_add_regular(path, a.x, a.y, half, JOIN_CORNERS, 0);
    if (length == 0) return;
    int32_t nx = (int32_t)(-(int64_t)(b.y - a.y) * half / length);
    int32_t ny = (int32_t)((int64_t)(b.x - a.x) * half / length);
    PathPoint quad[4] = {
            {a.x + nx, a.y + ny},
            {b.x + nx, b.y + ny},
            {b.x - nx, b.y - ny},
            {a.x - nx, a.y - ny}
    };
    path_add_polygon(path, quad, 4);
    path_add_regular(path, b.x, b.y, half, JOIN_CORNERS, 0);
}

void path_add_polyline(
        Path *path, const PathPoint *points, int32_t count, bool closed, int32_t width) {
    for (int32_t i = 0; i + 1 < count; i++)
        path_add_segment(path, points[i], points[i + 1], width);
    if (closed && count > 2) path_add_segment(path, points[count - 1], points[0], width);
}

static PathPoint along(PathPoint a, PathPoint b, int64_t at, int64_t length) {
    return (PathPoint){a.x + (int32_t)((b.x - a.x) * at / length),
            a.y + (int32_t)((b.y - a.y) * at / length)};
}

void path_add_dashes(
        Path *path, PathPoint a, PathPoint b, int32_t width, int32_t on, int32_t off) {
    int64_t length = length_of(a, b), step = core_max(1, on + off);
    for (int64_t at = 0; at < length; at += step) {
        int64_t end = at + on < length ? at + on : length;
        path_add_segment(path, along(a, b, at, length), along(a, b, end, length), width);
    }
}

void path_add_ring(Path *path, int32_t cx, int32_t cy, int32_t radius, int32_t width) {
    PathPoint points[40];
    for (int32_t i = 0; i < 40; i++) {
        PathPoint d = path_direction(9000 * i, radius);
        points[i] = (PathPoint){cx + d.x, cy + d.y};
    }
    path_add_polyline(path, points, 40, true, width);
}

// --- From outline to coverage: 8 lines a pixel, exact along x. ---

enum { LINES = 8, CROSSINGS_MAX = 512 };

typedef struct Crossing {
    int32_t x;
    int32_t turn;
} Crossing;

static int32_t add_crossing(Crossing *all, int32_t count, Crossing one) {
    if (count >= CROSSINGS_MAX) return count;
    int32_t at = count;
    while (at > 0 && all[at - 1].x > one.x) {
        all[at] = all[at - 1];
        at--;
    }
    all[at] = one;
    return count + 1;
}

static int32_t crossings_of(const Path *path, int32_t y, Crossing *out) {
    int32_t count = 0;
    for (int32_t c = 0; c < path->contours_count; c++) {
        if (y < path->tops[c] || y > path->bottoms[c]) continue;
        int32_t start = c ? path->ends[c - 1] : 0;
        for (int32_t i = start; i < path->ends[c]; i++) {
            PathPoint a = path->points[i];
            PathPoint b = path->points[i + 1 < path->ends[c] ? i + 1 : start];
            if ((a.y <= y) == (b.y <= y)) continue;
            int64_t x = a.x + (int64_t)(y - a.y) * (b.x - a.x) / (b.y - a.y);
            count = add_crossing(out, count, (Crossing){(int32_t)x, a.y <= y ? 1 : -1});
        }
    }
    return count;
}

static void add_span(int32_t *cover, int32_t w, int32_t x0, int32_t x1) {
    x0 = core_clamp(x0, 0, w * PATH_UNIT);
    x1 = core_clamp(x1, 0, w * PATH_UNIT);
    while (x0 < x1) {
        int32_t pixel = x0 / PATH_UNIT;
        int32_t end = core_min(x1, (pixel + 1) * PATH_UNIT);
        cover[pixel] += end - x0;
        x0 = end;
    }
}

static void add_line(const Path *path, int32_t y, int32_t *cover, int32_t w) {
    Crossing crossings[CROSSINGS_MAX];
    int32_t count = crossings_of(path, y, crossings), winding = 0;
    for (int32_t i = 0; i + 1 < count; i++) {
        winding += crossings[i].turn;
        if (winding != 0) add_span(cover, w, crossings[i].x, crossings[i + 1].x);
    }
}

void path_mask(const Path *path, int32_t w, int32_t h, uint8_t *out) {
    enum { WIDTH_MAX = 4096 };
    int32_t cover[WIDTH_MAX];
    ASSERT(w <= WIDTH_MAX);
    for (int32_t y = 0; y < h; y++) {
        memset(cover, 0, sizeof cover[0] * (size_t)w);
        for (int32_t line = 0; line < LINES; line++) {
            add_line(path, y * PATH_UNIT + line * PATH_UNIT / LINES + PATH_UNIT / LINES / 2,
                    cover, w);
        }
        for (int32_t x = 0; x < w; x++) {
            out[y * w + x] = (uint8_t)core_min(255, cover[x] * 255 / (LINES * PATH_UNIT));
        }
    }
}
