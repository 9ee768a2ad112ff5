// client/paint.h — boxes, lines, shapes and icons on a surface or a window. Never: text (text.h), layout (ui.h).
#ifndef CLIENT_PAINT_H
#define CLIENT_PAINT_H
#include "base/err.h"
#include "client/geometry.h"
#include "client/icons.h"
#include "client/theme.h"

struct SDL_Renderer;
struct SDL_Window;
typedef struct Paint Paint;

// The style of power as a line: over solid, with double, to dashed, for dotted.
typedef enum LineStyle { LINE_SOLID, LINE_DOUBLE, LINE_DASHED, LINE_DOTTED } LineStyle;

// Off screen, software renderer; needs no display. width and height in pixels, 1 to 8192.
MUST_USE bool paint_create(Paint **out, int32_t width, int32_t height, Err *err);
// Onto a window; software when `software` is true or nothing better works.
MUST_USE bool paint_create_for_window(
        Paint **out, struct SDL_Window *window, bool software, Err *err);
void paint_destroy(Paint *paint);
struct SDL_Renderer *paint_renderer(Paint *paint);
void paint_size(const Paint *paint, int32_t *width, int32_t *height);

// Starts a picture with one colour; ends it by showing the window (nothing off screen).
void paint_begin(Paint *paint, Color ground);
void paint_show(Paint *paint);
// The picture as width * height * 4 bytes R G B A into out. Call before paint_show.
MUST_USE bool paint_read(Paint *paint, uint8_t *out, Err *err);
// Drawing outside is cut off; NULL takes the limit away.
void paint_clip(Paint *paint, const Rect *rect);

void paint_fill(Paint *paint, Rect rect, Color color);
// A box with round corners; edge_px = 0 draws no edge.
void paint_box(Paint *paint, Rect rect, int32_t radius_px, Color fill, Color edge,
        int32_t edge_px);
// Only the edge of such a box.
void paint_frame(Paint *paint, Rect rect, int32_t radius_px, Color edge, int32_t edge_px);
// Straight and axis-parallel lines or slanted ones, as a soft-edged stroke.
void paint_line(Paint *paint, int32_t x0, int32_t y0, int32_t x1, int32_t y1,
        int32_t width_px, LineStyle style, Color color);
// An actor's shape with an outline in ink; hollow leaves the inside in `inside`.
void paint_shape(Paint *paint, ShapeKind shape, Rect rect, Color color, Color ink,
        Color inside, bool hollow, int32_t outline_px);
void paint_icon(
        Paint *paint, IconKind icon, int32_t x, int32_t y, int32_t size_px, Color color);
// Any outline given in 1/64 pixels relative to rect's corner; the mask is kept for the next frames.
void paint_path(Paint *paint, const Path *path, Rect rect, Color color);
// A path to build with, so that callers need no 100 KB of their own. Used up by paint_path.
Path *paint_scratch(Paint *paint);

#endif // CLIENT_PAINT_H
