// client/path.h — outlines made of points: polygons, circles, strokes; and their soft-edged masks. Never: knows colours or SDL.
#ifndef CLIENT_PATH_H
#define CLIENT_PATH_H
#include "client/geometry.h"

// Coordinates are in 1/64 of a pixel.
enum { PATH_UNIT = 64, PATH_POINTS_MAX = 8192, PATH_CONTOURS_MAX = 1024 };

typedef struct PathPoint {
    int32_t x, y;
} PathPoint;

// The area is the union of all contours. Points past the limits are dropped.
typedef struct Path {
    int32_t points_count, contours_count;
    int32_t ends[PATH_CONTOURS_MAX]; // index after the last point of each contour
    int32_t tops[PATH_CONTOURS_MAX],
            bottoms[PATH_CONTOURS_MAX]; // the heights each contour spans
    PathPoint points[PATH_POINTS_MAX];
} Path;

void path_reset(Path *path);
void path_add_polygon(Path *path, const PathPoint *points, int32_t count);
void path_add_circle(Path *path, int32_t cx, int32_t cy, int32_t radius);
// A regular polygon with its first corner at the given angle (thousandths of a degree, 0 = up, clockwise).
void path_add_regular(
        Path *path, int32_t cx, int32_t cy, int32_t radius, int32_t corners, int32_t angle);
void path_add_star(
        Path *path, int32_t cx, int32_t cy, int32_t radius, int32_t inner_permille);
// A thick line with round ends; a polyline joins them.
void path_add_segment(Path *path, PathPoint a, PathPoint b, int32_t width);
void path_add_polyline(
        Path *path, const PathPoint *points, int32_t count, bool closed, int32_t width);
// The same cut into pieces: on units drawn, off units left out.
void path_add_dashes(
        Path *path, PathPoint a, PathPoint b, int32_t width, int32_t on, int32_t off);
// The outline of a circle as a thick line.
void path_add_ring(Path *path, int32_t cx, int32_t cy, int32_t radius, int32_t width);
// Where a clock hand of this length points; angle as above.
PathPoint path_direction(int32_t angle, int32_t length);
// Coverage 0..255 of each pixel of a w x h picture whose corner is the origin. out holds w * h bytes.
void path_mask(const Path *path, int32_t w, int32_t h, uint8_t *out);

#endif // CLIENT_PATH_H
