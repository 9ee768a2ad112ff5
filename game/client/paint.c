// client/paint.c — soft-edged masks kept as textures, drawn with the renderer's colour. Never: text, layout.
#include "client/paint.h"
#include "base/digest.h"
#include <SDL.h>
#include <stdlib.h>
#include <string.h>

enum { MASKS_MAX = 1024, MASK_FRAMES_KEPT = 30, MASK_EDGE_MAX = 4096 };

typedef struct Mask {
    uint64_t key;
    int64_t used_at;
    SDL_Texture *texture;
} Mask;

struct Paint {
    SDL_Renderer *renderer;
    SDL_Surface *surface; // off screen only
    int32_t width, height;
    int64_t frame;
    Mask masks[MASKS_MAX];
    Path scratch;
};

MUST_USE bool paint_create(Paint **out, int32_t width, int32_t height, Err *err) {
    *out = NULL;
    if (width < 1 || height < 1 || width > 8192 || height > 8192) {
        err_set(err, ERR_USAGE, "A picture of %d x %d pixels is not possible.", width,
                height);
        return err_fix(err, "Use sizes from 1 to 8192, for example 1024x768.");
    }
    Paint *paint = calloc(1, sizeof *paint);
    ASSERT(paint);
    paint->width = width;
    paint->height = height;
    paint->surface =
            SDL_CreateRGBSurfaceWithFormat(0, width, height, 32, SDL_PIXELFORMAT_ARGB8888);
    if (paint->surface) paint->renderer = SDL_CreateSoftwareRenderer(paint->surface);
    if (!paint->renderer) {
        err_set(err, ERR_SYSTEM, "No picture can be drawn: %s.", SDL_GetError());
        paint_destroy(paint);
        return err_fix(err, "Check that libsdl2-2.0-0 is installed.");
    }
    *out = paint;
    return true;
}

MUST_USE bool paint_create_for_window(
        Paint **out, struct SDL_Window *window, bool software, Err *err) {
    *out = NULL;
    Paint *paint = calloc(1, sizeof *paint);
    ASSERT(paint);
    Uint32 first = software ? SDL_RENDERER_SOFTWARE : SDL_RENDERER_ACCELERATED;
    paint->renderer = SDL_CreateRenderer(window, -1, first);
    if (!paint->renderer)
        paint->renderer = SDL_CreateRenderer(window, -1, SDL_RENDERER_SOFTWARE);
    if (!paint->renderer) {
        err_set(err, ERR_SYSTEM, "The window cannot be drawn: %s.", SDL_GetError());
        free(paint);
        return err_fix(
                err, "Try again with SDL_RENDER_DRIVER=software in the environment.");
    }
    SDL_GetRendererOutputSize(paint->renderer, &paint->width, &paint->height);
    *out = paint;
    return true;
}

static void forget_masks(Paint *paint) {
    for (int32_t i = 0; i < MASKS_MAX; i++) {
        if (paint->masks[i].texture) SDL_DestroyTexture(paint->masks[i].texture);
        paint->masks[i] = (Mask){0};
    }
}

void paint_destroy(Paint *paint) {
    if (!paint) return;
    if (paint->renderer) {
        forget_masks(paint);
        SDL_DestroyRenderer(paint->renderer);
    }
    if (paint->surface) SDL_FreeSurface(paint->surface);
    free(paint);
}

struct SDL_Renderer *paint_renderer(Paint *paint) {
    return paint->renderer;
}

void paint_size(const Paint *paint, int32_t *width, int32_t *height) {
    *width = paint->width;
    *height = paint->height;
}

// Masks nobody drew for some frames go, so that a long session does not fill the memory.
static void drop_old_masks(Paint *paint) {
    for (int32_t i = 0; i < MASKS_MAX; i++) {
        Mask *mask = &paint->masks[i];
        if (mask->texture && paint->frame - mask->used_at > MASK_FRAMES_KEPT) {
            SDL_DestroyTexture(mask->texture);
            *mask = (Mask){0};
        }
    }
}

void paint_begin(Paint *paint, Color ground) {
    if (!paint->surface)
        SDL_GetRendererOutputSize(paint->renderer, &paint->width, &paint->height);
    paint->frame++;
    if (paint->frame % MASK_FRAMES_KEPT == 0) drop_old_masks(paint);
    SDL_RenderSetClipRect(paint->renderer, NULL);
    SDL_SetRenderDrawColor(paint->renderer, ground.r, ground.g, ground.b, 255);
    SDL_RenderClear(paint->renderer);
}

void paint_show(Paint *paint) { SDL_RenderPresent(paint->renderer); }

MUST_USE bool paint_read(Paint *paint, uint8_t *out, Err *err) {
    int pitch = paint->width * 4;
    if (SDL_RenderReadPixels(paint->renderer, NULL, SDL_PIXELFORMAT_RGBA32, out, pitch)
            != 0) {
        return err_set(
                err, ERR_SYSTEM, "The picture cannot be read back: %s.", SDL_GetError());
    }
    return true;
}

void paint_clip(Paint *paint, const Rect *rect) {
    SDL_Rect clip = {0};
    if (rect) clip = (SDL_Rect){rect->x, rect->y, rect->w, rect->h};
    // A clip of no size would mean "no clip" to the renderer, so it goes out of sight instead.
    if (rect && (clip.w <= 0 || clip.h <= 0)) clip = (SDL_Rect){-2, -2, 1, 1};
    SDL_RenderSetClipRect(paint->renderer, rect ? &clip : NULL);
}

void paint_fill(Paint *paint, Rect rect, Color color) {
    if (!color.a || rect_empty(rect)) return;
    SDL_Rect area = {rect.x, rect.y, rect.w, rect.h};
    SDL_SetRenderDrawBlendMode(
            paint->renderer, color.a == 255 ? SDL_BLENDMODE_NONE : SDL_BLENDMODE_BLEND);
    SDL_SetRenderDrawColor(paint->renderer, color.r, color.g, color.b, color.a);
    SDL_RenderFillRect(paint->renderer, &area);
}

static SDL_Texture *texture_of(Paint *paint, const Path *path, int32_t w, int32_t h) {
    SDL_Surface *surface =
            SDL_CreateRGBSurfaceWithFormat(0, w, h, 32, SDL_PIXELFORMAT_ARGB8888);
    uint8_t *coverage = malloc((size_t)w * (size_t)h);
    ASSERT(surface && coverage);
    path_mask(path, w, h, coverage);
    for (int32_t y = 0; y < h; y++) {
        uint32_t *line =
                (uint32_t *)(void *)((uint8_t *)surface->pixels + y * surface->pitch);
        for (int32_t x = 0; x < w; x++)
            line[x] = ((uint32_t)coverage[y * w + x] << 24) | 0xFFFFFF;
    }
    free(coverage);
    SDL_Texture *texture = SDL_CreateTextureFromSurface(paint->renderer, surface);
    SDL_FreeSurface(surface);
    if (texture) SDL_SetTextureBlendMode(texture, SDL_BLENDMODE_BLEND);
    return texture;
}

// The place of a key, or the least used of its neighbours to take over.
static Mask *mask_slot(Paint *paint, uint64_t key) {
    Mask *oldest = NULL;
    for (uint32_t i = 0; i < 8; i++) {
        Mask *mask = &paint->masks[(key + i) % MASKS_MAX];
        if (mask->texture && mask->key == key) return mask;
        if (!oldest || mask->used_at < oldest->used_at || !mask->texture) oldest = mask;
        if (!mask->texture) break;
    }
    return oldest;
}

static SDL_Texture *mask_find(Paint *paint, uint64_t key) {
    Mask *mask = mask_slot(paint, key);
    if (!mask->texture || mask->key != key) return NULL;
    mask->used_at = paint->frame;
    return mask->texture;
}

static SDL_Texture *mask_make(
        Paint *paint, uint64_t key, const Path *path, int32_t w, int32_t h) {
    Mask *mask = mask_slot(paint, key);
    if (mask->texture) SDL_DestroyTexture(mask->texture);
    *mask = (Mask){key, paint->frame, texture_of(paint, path, w, h)};
    return mask->texture;
}

static void draw_mask(
        Paint *paint, SDL_Texture *texture, const SDL_Rect *from, Rect rect, Color color) {
    if (!texture || !color.a || rect_empty(rect)) return;
    SDL_Rect to = {rect.x, rect.y, rect.w, rect.h};
    SDL_SetTextureColorMod(texture, color.r, color.g, color.b);
    SDL_SetTextureAlphaMod(texture, color.a);
    SDL_RenderCopy(paint->renderer, texture, from, &to);
}

Path *paint_scratch(Paint *paint) {
    path_reset(&paint->scratch);
    return &paint->scratch;
}

void paint_path(Paint *paint, const Path *path, Rect rect, Color color) {
    if (rect_empty(rect) || rect.w > MASK_EDGE_MAX || path->contours_count == 0 || !color.a)
        return;
    uint64_t size = ((uint64_t)rect.w << 32) | (uint64_t)rect.h;
    uint64_t key = digest_fast(
            path->points, sizeof path->points[0] * (size_t)path->points_count, size);
    key = digest_fast(path->ends, sizeof path->ends[0] * (size_t)path->contours_count, key);
    SDL_Texture *texture = mask_find(paint, key);
    if (!texture) texture = mask_make(paint, key, path, rect.w, rect.h);
    draw_mask(paint, texture, NULL, rect, color);
}

// A full disc of diameter 2r, or its outline: its quarters are the corners of boxes.
static SDL_Texture *corner_mask(Paint *paint, int32_t radius, int32_t edge) {
    uint64_t key = 0x636F726E65720000u + ((uint64_t)radius << 24) + (uint64_t)edge;
    key = digest_fast(&key, sizeof key, 1);
    SDL_Texture *texture = mask_find(paint, key);
    if (texture) return texture;
    Path *path = paint_scratch(paint);
    int32_t center = radius * PATH_UNIT;
    if (edge > 0) {
        path_add_ring(
                path, center, center, center - edge * PATH_UNIT / 2, edge * PATH_UNIT);
    } else {
        path_add_circle(path, center, center, center);
    }
    return mask_make(paint, key, path, 2 * radius, 2 * radius);
}

static void draw_corners(Paint *paint, Rect r, int32_t radius, int32_t edge, Color color) {
    SDL_Texture *texture = corner_mask(paint, radius, edge);
    for (int32_t i = 0; i < 4; i++) {
        int32_t right = i % 2, low = i / 2;
        SDL_Rect from = {right * radius, low * radius, radius, radius};
        Rect to = {right ? r.x + r.w - radius : r.x, low ? r.y + r.h - radius : r.y, radius,
                radius};
        draw_mask(paint, texture, &from, to, color);
    }
}

static int32_t fitting_radius(Rect r, int32_t radius) {
    return core_max(0, core_min(radius, core_min(r.w, r.h) / 2));
}

void paint_frame(Paint *paint, Rect r, int32_t radius_px, Color edge, int32_t edge_px) {
    int32_t radius = fitting_radius(r, radius_px), e = edge_px;
    if (e <= 0 || !edge.a || rect_empty(r)) return;
    paint_fill(paint, (Rect){r.x + radius, r.y, r.w - 2 * radius, e}, edge);
    paint_fill(paint, (Rect){r.x + radius, r.y + r.h - e, r.w - 2 * radius, e}, edge);
    paint_fill(paint, (Rect){r.x, r.y + radius, e, r.h - 2 * radius}, edge);
    paint_fill(paint, (Rect){r.x + r.w - e, r.y + radius, e, r.h - 2 * radius}, edge);
    if (radius > 0) draw_corners(paint, r, radius, core_min(e, radius), edge);
}

void paint_box(
        Paint *paint, Rect r, int32_t radius_px, Color fill, Color edge, int32_t edge_px) {
    int32_t radius = fitting_radius(r, radius_px);
    if (fill.a && !rect_empty(r)) {
        paint_fill(paint, (Rect){r.x, r.y + radius, r.w, r.h - 2 * radius}, fill);
        paint_fill(paint, (Rect){r.x + radius, r.y, r.w - 2 * radius, radius}, fill);
        paint_fill(paint,
                (Rect){r.x + radius, r.y + r.h - radius, r.w - 2 * radius, radius}, fill);
        if (radius > 0) draw_corners(paint, r, radius, 0, fill);
    }
    paint_frame(paint, r, radius_px, edge, edge_px);
}

static void add_styled(
        Path *path, PathPoint a, PathPoint b, int32_t width, LineStyle style) {
    PathPoint side = {0, 0};
    bool flat = abs(b.x - a.x) >= abs(b.y - a.y);
    switch (style) {
    case LINE_SOLID: path_add_segment(path, a, b, width); break;
    case LINE_DASHED: path_add_dashes(path, a, b, width, 3 * width, 2 * width); break;
    case LINE_DOTTED: path_add_dashes(path, a, b, width, 1, 2 * width); break;
    case LINE_DOUBLE:
        side = flat ? (PathPoint){0, width} : (PathPoint){width, 0};
        path_add_segment(path, (PathPoint){a.x - side.x, a.y - side.y},
                (PathPoint){b.x - side.x, b.y - side.y}, width * 3 / 4);
        path_add_segment(path, (PathPoint){a.x + side.x, a.y + side.y},
                (PathPoint){b.x + side.x, b.y + side.y}, width * 3 / 4);
        break;
    }
}

void paint_line(Paint *paint, int32_t x0, int32_t y0, int32_t x1, int32_t y1,
        int32_t width_px, LineStyle style, Color color) {
    int32_t pad = 2 * width_px + 2;
    int32_t left = core_min(x0, x1) - pad, top = core_min(y0, y1) - pad;
    Rect rect = {left, top, abs(x1 - x0) + 2 * pad, abs(y1 - y0) + 2 * pad};
    PathPoint a = {(x0 - left) * PATH_UNIT, (y0 - top) * PATH_UNIT};
    PathPoint b = {(x1 - left) * PATH_UNIT, (y1 - top) * PATH_UNIT};
    Path *path = paint_scratch(paint);
    add_styled(path, a, b, width_px * PATH_UNIT, style);
    paint_path(paint, path, rect, color);
}

static void add_cross(Path *path, int32_t c, int32_t r) {
    int32_t arm = r * 2 / 5;
    PathPoint points[12] = {
            {c - arm, c - r  },
            {c + arm, c - r  },
            {c + arm, c - arm},
            {c + r,   c - arm},
            {c + r,   c + arm},
            {c + arm, c + arm},
            {c + arm, c + r  },
            {c - arm, c + r  },
            {c - arm, c + arm},
            {c - r,   c + arm},
            {c - r,   c - arm},
            {c - arm, c - arm}
    };
    path_add_polygon(path, points, 12);
}

// The shape with centre c and reach r, all in 1/64 pixels. Weights look alike across shapes.
static void add_shape(Path *path, ShapeKind shape, int32_t c, int32_t r) {
    switch (shape) {
    case SHAPE_RING:
    case SHAPE_CIRCLE: path_add_circle(path, c, c, r * 94 / 100); break;
    case SHAPE_SQUARE: path_add_regular(path, c, c, r * 118 / 100, 4, 45000); break;
    case SHAPE_DIAMOND: path_add_regular(path, c, c, r, 4, 0); break;
    case SHAPE_TRIANGLE: path_add_regular(path, c, c + r / 8, r * 110 / 100, 3, 0); break;
    case SHAPE_HEXAGON: path_add_regular(path, c, c, r, 6, 0); break;
    case SHAPE_STAR: path_add_star(path, c, c, r * 108 / 100, 480); break;
    case SHAPE_CROSS: add_cross(path, c, r * 90 / 100); break;
    case SHAPES_COUNT: break;
    }
}

static void draw_shape(
        Paint *paint, ShapeKind shape, Rect rect, int32_t reach, Color color) {
    int32_t center = core_min(rect.w, rect.h) * PATH_UNIT / 2;
    Path *path = paint_scratch(paint);
    add_shape(path, shape, center, reach);
    paint_path(paint, path, rect, color);
}

static int32_t brightness(Color c) { return (c.r * 299 + c.g * 587 + c.b * 114) / 1000; }

// The hole of a hollow mark is dark or light, whichever is farther from the mark's colour: even without colours,
// and however small it is, one sees that there is a hole.
static void draw_hole(Paint *paint, ShapeKind shape, Rect rect, int32_t reach, Color color,
        Color ink, Color inside) {
    bool thin = shape == SHAPE_TRIANGLE || shape == SHAPE_STAR || shape == SHAPE_CROSS;
    int32_t to_ink = core_abs(brightness(color) - brightness(ink)),
            to_inside = core_abs(brightness(color) - brightness(inside));
    draw_shape(paint, shape, rect, reach * (thin ? 84 : 66) / 100,
            to_ink > to_inside ? ink : inside);
}

// A ring has its hole always; the hollow one has a wider hole with a dot in it.
static void draw_ring(Paint *paint, Rect rect, int32_t reach, Color ink, Color inside,
        bool hollow, int32_t line) {
    int32_t hole = reach * (hollow ? 72 : 48) / 100;
    draw_shape(paint, SHAPE_CIRCLE, rect, hole, ink);
    draw_shape(paint, SHAPE_CIRCLE, rect, hole - line * 8 / 10, inside);
    if (hollow) draw_shape(paint, SHAPE_CIRCLE, rect, reach * 38 / 100, ink);
}

void paint_shape(Paint *paint, ShapeKind shape, Rect rect, Color color, Color ink,
        Color inside, bool hollow, int32_t outline_px) {
    int32_t reach = core_min(rect.w, rect.h) * PATH_UNIT * 42 / 100,
            line = outline_px * PATH_UNIT;
    // Corners of thin shapes need more room for the same visible outline.
    int32_t step = shape == SHAPE_TRIANGLE || shape == SHAPE_STAR ? line * 17 / 10
                                                                  : line * 11 / 10;
    draw_shape(paint, shape, rect, reach, ink);
    draw_shape(paint, shape, rect, reach - step, color);
    if (shape == SHAPE_RING) {
        draw_ring(paint, rect, reach, ink, inside, hollow, line);
    } else if (hollow) {
        draw_hole(paint, shape, rect, reach - step, color, ink, inside);
    }
}

void paint_icon(
        Paint *paint, IconKind icon, int32_t x, int32_t y, int32_t size_px, Color color) {
    if (icon == ICON_NONE || size_px < 4) return;
    uint64_t key = 0x69636F6E00000000u + ((uint64_t)icon << 16) + (uint64_t)size_px;
    key = digest_fast(&key, sizeof key, 2);
    SDL_Texture *texture = mask_find(paint, key);
    if (!texture) {
        Path *path = paint_scratch(paint);
        icon_outline(icon, size_px, path);
        texture = mask_make(paint, key, path, size_px, size_px);
    }
    draw_mask(paint, texture, NULL, (Rect){x, y, size_px, size_px}, color);
}
