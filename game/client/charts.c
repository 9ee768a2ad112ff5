// client/charts.c — drawings made of strokes and boxes; words stand beside them as ordinary texts. Never: knows rules.
#include "client/charts.h"
#include <stdio.h>
#include <string.h>

// --- Actors ---

static void draw_actor(const UiPen *pen, Rect r, const void *data) {
    const int32_t *actor = data;
    ActorLook look = theme_actor(pen->theme, *actor);
    paint_shape(pen->paint, look.shape, r, look.color, pen->theme->colors[COLOR_TEXT],
            pen->theme->colors[COLOR_SURFACE], look.hollow, core_max(1, pen_px(pen, 2)));
}

void chart_actor_mark(Ui *ui, int32_t actor, int32_t size) {
    ui_drawing(ui, "", size, size, draw_actor, &actor, sizeof actor);
}

void chart_actor(Ui *ui, int32_t actor, const char *name, int32_t grow) {
    char tag[16];
    theme_actor_tag(name, tag);
    ui_open(ui, (UiBox){.flow = UI_ROW, .gap = 6, .grow = grow});
    chart_actor_mark(ui, actor, 24);
    ui_text(ui, tag, (UiText){.type = TYPE_CAPTION, .bold = true, .color = COLOR_MUTED});
    ui_text(ui, name, (UiText){.type = TYPE_LABEL, .bold = true, .grow = 1});
    ui_close(ui);
}

// --- Radar ---

typedef struct Radar {
    int32_t count;
    bool has_before;
    int32_t values[CHART_AXES_MAX], before[CHART_AXES_MAX];
} Radar;

static PathPoint axis_point(int32_t axis, int32_t count, int32_t length, PathPoint center) {
    PathPoint d = path_direction((int32_t)((int64_t)360000 * axis / count), length);
    return (PathPoint){center.x + d.x, center.y + d.y};
}

static void radar_points(const int32_t *values, int32_t count, int32_t reach,
        PathPoint center, PathPoint *out) {
    for (int32_t i = 0; i < count; i++) {
        out[i] = axis_point(i, count, reach * core_clamp(values[i], 0, 100) / 100, center);
    }
}

static void draw_radar_net(
        const UiPen *pen, Rect r, const Radar *radar, int32_t reach, PathPoint center) {
    int32_t thin = core_max(PATH_UNIT, pen_px(pen, 1) * PATH_UNIT);
    Path *path = paint_scratch(pen->paint);
    for (int32_t ring = 1; ring <= 5; ring++) {
        PathPoint points[CHART_AXES_MAX];
        for (int32_t i = 0; i < radar->count; i++)
            points[i] = axis_point(i, radar->count, reach * ring / 5, center);
        path_add_polyline(path, points, radar->count, true, thin);
    }
    for (int32_t i = 0; i < radar->count; i++) {
        path_add_segment(path, center, axis_point(i, radar->count, reach, center), thin);
    }
    paint_path(pen->paint, path, r, pen->theme->colors[COLOR_LINE]);
}

static void draw_radar_values(
        const UiPen *pen, Rect r, const Radar *radar, int32_t reach, PathPoint center) {
    PathPoint points[CHART_AXES_MAX];
    int32_t line = core_max(1, pen_px(pen, 3)) * PATH_UNIT;
    Color accent = pen->theme->colors[COLOR_ACCENT], veil = accent;
    veil.a = 60;
    radar_points(radar->values, radar->count, reach, center, points);
    Path *path = paint_scratch(pen->paint);
    path_add_polygon(path, points, radar->count);
    paint_path(pen->paint, path, r, veil);
    path = paint_scratch(pen->paint);
    path_add_polyline(path, points, radar->count, true, line);
    for (int32_t i = 0; i < radar->count; i++)
        path_add_circle(path, points[i].x, points[i].y, line * 3 / 2);
    paint_path(pen->paint, path, r, accent);
    if (!radar->has_before) return;
    radar_points(radar->before, radar->count, reach, center, points);
    path = paint_scratch(pen->paint);
    for (int32_t i = 0; i < radar->count; i++) {
        path_add_dashes(path, points[i], points[(i + 1) % radar->count], line * 2 / 3,
                3 * line, 2 * line);
    }
    paint_path(pen->paint, path, r, pen->theme->colors[COLOR_MUTED]);
}

static void draw_number(const UiPen *pen, int32_t number, int32_t center_x,
        int32_t center_y, ColorToken color) {
    char digits[16];
    snprintf(digits, sizeof digits, "%d", number);
    TextStyle style = {core_max(6, pen_px(pen, TYPE_CAPTION)), FONT_BOLD, TEXT_LTR};
    const TextBlock *block = text_layout(pen->text, digits, style, 1000, 1);
    text_draw(pen->text, block, center_x - text_block_width(block) / 2,
            center_y - text_block_height(block) / 2, text_block_width(block), ALIGN_LEFT,
            pen->theme->colors[color]);
}

static void draw_radar(const UiPen *pen, Rect r, const void *data) {
    const Radar *radar = data;
    int32_t margin = pen_px(pen, 22), side = core_min(r.w, r.h);
    int32_t reach = core_max(8, side / 2 - margin) * PATH_UNIT;
    PathPoint center = {r.w * PATH_UNIT / 2, r.h * PATH_UNIT / 2};
    draw_radar_net(pen, r, radar, reach, center);
    draw_radar_values(pen, r, radar, reach, center);
    for (int32_t i = 0; i < radar->count; i++) {
        PathPoint p = axis_point(i, radar->count, reach + margin * PATH_UNIT / 2, center);
        draw_number(pen, i + 1, r.x + p.x / PATH_UNIT, r.y + p.y / PATH_UNIT, COLOR_TEXT);
    }
}

void chart_radar(Ui *ui, const char *name, const char *const *labels, const int32_t *values,
        const int32_t *before, int32_t count, int32_t height_dp) {
    Radar radar = {.count = core_min(count, CHART_AXES_MAX), .has_before = before != NULL};
    memcpy(radar.values, values, sizeof radar.values[0] * (size_t)radar.count);
    if (before) memcpy(radar.before, before, sizeof radar.before[0] * (size_t)radar.count);
    ui_open(ui, (UiBox){.flow = UI_ROW, .gap = 16});
    ui_drawing(ui, name, height_dp, height_dp, draw_radar, &radar, sizeof radar);
    ui_open(ui, (UiBox){.gap = 4, .grow = 1, .least = 140});
    for (int32_t i = 0; i < radar.count; i++) {
        ui_open(ui, (UiBox){.flow = UI_ROW, .gap = 8});
        ui_textf(ui, (UiText){.type = TYPE_LABEL, .bold = true, .color = COLOR_MUTED}, "%d",
                i + 1);
        ui_text(ui, labels[i], (UiText){.type = TYPE_LABEL, .grow = 1});
        if (before)
            ui_textf(ui, (UiText){.type = TYPE_CAPTION, .color = COLOR_MUTED}, "%d",
                    before[i]);
        if (before) ui_icon(ui, ICON_NEXT, 12, COLOR_MUTED);
        ui_textf(ui, (UiText){.type = TYPE_LABEL, .bold = true}, "%d", values[i]);
        ui_close(ui);
    }
    ui_close(ui);
    ui_close(ui);
}

// --- Curves ---

typedef struct Curves {
    int32_t count, most;
    ChartCurve curves[CHART_CURVES_MAX];
} Curves;

typedef struct Plot {
    Rect area; // relative to the drawing
    int32_t most, steps;
    bool rtl;
} Plot;

static PathPoint plot_point(const Plot *plot, int32_t step, int32_t value) {
    int32_t x =
            plot->steps > 1 ? plot->area.w * step / (plot->steps - 1) : plot->area.w / 2;
    if (plot->rtl) x = plot->area.w - x;
    int32_t y = plot->area.h
                - plot->area.h * core_clamp(value, 0, plot->most) / core_max(1, plot->most);
    return (PathPoint){(plot->area.x + x) * PATH_UNIT, (plot->area.y + y) * PATH_UNIT};
}

static void draw_plot_grid(const UiPen *pen, Rect r, const Plot *plot) {
    Color line = pen->theme->colors[COLOR_LINE];
    int32_t thin = core_max(1, pen_px(pen, 1));
    for (int32_t i = 0; i <= 4; i++) {
        int32_t y = r.y + plot->area.y + plot->area.h * i / 4;
        paint_fill(pen->paint, (Rect){r.x + plot->area.x, y, plot->area.w, thin}, line);
        int32_t x = plot->rtl ? r.x + plot->area.x + plot->area.w + pen_px(pen, 18)
                              : r.x + plot->area.x - pen_px(pen, 18);
        draw_number(pen, plot->most - plot->most * i / 4, x, y, COLOR_MUTED);
    }
    for (int32_t step = 0; step < plot->steps; step++) {
        PathPoint p = plot_point(plot, step, 0);
        draw_number(pen, step, r.x + p.x / PATH_UNIT,
                r.y + plot->area.y + plot->area.h + pen_px(pen, 14), COLOR_MUTED);
    }
}

static void draw_curve(
        const UiPen *pen, Rect r, const Plot *plot, const ChartCurve *curve) {
    int32_t line = core_max(1, pen_px(pen, 2)) * PATH_UNIT, size = pen_px(pen, 14);
    Path *path = paint_scratch(pen->paint);
    for (int32_t i = 0; i + 1 < curve->count; i++) {
        PathPoint a = plot_point(plot, i, curve->points[i]),
                  b = plot_point(plot, i + 1, curve->points[i + 1]);
        if (curve->style == LINE_SOLID || curve->style == LINE_DOUBLE)
            path_add_segment(path, a, b, line);
        if (curve->style == LINE_DASHED)
            path_add_dashes(path, a, b, line, 4 * line, 3 * line);
        if (curve->style == LINE_DOTTED) path_add_dashes(path, a, b, line, 1, 2 * line);
    }
    paint_path(pen->paint, path, r, pen->theme->colors[COLOR_TEXT]);
    for (int32_t i = 0; i < curve->count; i++) {
        PathPoint p = plot_point(plot, i, curve->points[i]);
        Rect at = {r.x + p.x / PATH_UNIT - size / 2, r.y + p.y / PATH_UNIT - size / 2, size,
                size};
        paint_shape(pen->paint, curve->shape, at, pen->theme->colors[curve->token],
                pen->theme->colors[COLOR_TEXT], pen->theme->colors[COLOR_SURFACE], false,
                core_max(1, pen_px(pen, 1)));
    }
}

static void draw_curves(const UiPen *pen, Rect r, const void *data) {
    const Curves *all = data;
    int32_t left = pen_px(pen, 36), low = pen_px(pen, 26), pad = pen_px(pen, 10);
    Plot plot = {
            {pen->rtl ? pad : left, pad, core_max(8, r.w - left - pad),
             core_max(8, r.h - low - pad)},
            all->most, 2, pen->rtl
    };
    for (int32_t i = 0; i < all->count; i++)
        plot.steps = core_max(plot.steps, all->curves[i].count);
    draw_plot_grid(pen, r, &plot);
    for (int32_t i = 0; i < all->count; i++)
        draw_curve(pen, r, &plot, &all->curves[i]);
}

typedef struct CurveMark {
    ColorToken token;
    ShapeKind shape;
    LineStyle style;
} CurveMark;

static void draw_curve_mark(const UiPen *pen, Rect r, const void *data) {
    const CurveMark *mark = data;
    int32_t size = pen_px(pen, 14), y = r.y + r.h / 2;
    paint_line(pen->paint, r.x, y, r.x + r.w, y, core_max(1, pen_px(pen, 2)), mark->style,
            pen->theme->colors[COLOR_TEXT]);
    Rect at = {r.x + (r.w - size) / 2, y - size / 2, size, size};
    paint_shape(pen->paint, mark->shape, at, pen->theme->colors[mark->token],
            pen->theme->colors[COLOR_TEXT], pen->theme->colors[COLOR_SURFACE], false,
            core_max(1, pen_px(pen, 1)));
}

void chart_curves(Ui *ui, const char *name, const ChartCurve *curves, int32_t count,
        int32_t most, int32_t height_dp) {
    Curves all = {.count = core_min(count, CHART_CURVES_MAX), .most = most};
    memcpy(all.curves, curves, sizeof curves[0] * (size_t)all.count);
    ui_open(ui, (UiBox){.gap = 6});
    ui_drawing(ui, name, 0, height_dp, draw_curves, &all, sizeof all);
    ui_open(ui, (UiBox){.flow = UI_WRAP, .gap = 12});
    for (int32_t i = 0; i < all.count; i++) {
        CurveMark mark = {curves[i].token, curves[i].shape, curves[i].style};
        ui_open(ui, (UiBox){.flow = UI_ROW, .gap = 6});
        ui_drawing(ui, "", 34, 16, draw_curve_mark, &mark, sizeof mark);
        ui_text(ui, curves[i].label, (UiText){.type = TYPE_CAPTION});
        ui_close(ui);
    }
    ui_close(ui);
    ui_close(ui);
}

// --- Bars ---

typedef struct Bar {
    int32_t value, most, mark;
    ColorToken color;
    bool hatched;
} Bar;

static void draw_bar(const UiPen *pen, Rect r, const void *data) {
    const Bar *bar = data;
    const Theme *theme = pen->theme;
    int32_t w = (int32_t)((int64_t)r.w * core_clamp(bar->value, 0, bar->most)
                          / core_max(1, bar->most));
    int32_t line = core_max(1, pen_px(pen, 1)), x = pen->rtl ? r.x + r.w - w : r.x;
    paint_box(pen->paint, r, pen_px(pen, 3), theme->colors[COLOR_SUNK],
            theme->colors[COLOR_EDGE], line);
    Color ink = theme->colors[bar->color];
    if (w > 0)
        paint_box(pen->paint, (Rect){x, r.y, w, r.h}, pen_px(pen, 3),
                bar->hatched ? theme->colors[COLOR_SURFACE] : ink, ink,
                core_max(1, pen_px(pen, 2)));
    if (bar->mark < 0) return;
    int32_t at = (int32_t)((int64_t)r.w * core_clamp(bar->mark, 0, bar->most)
                           / core_max(1, bar->most));
    int32_t mark_x = pen->rtl ? r.x + r.w - at : r.x + at;
    paint_fill(pen->paint,
            (Rect){mark_x - line, r.y - pen_px(pen, 2), 2 * line + 1, r.h + pen_px(pen, 4)},
            theme->colors[COLOR_TEXT]);
}

static void share_line(Ui *ui, int32_t value, int32_t most, bool hatched) {
    Bar bar = {value, most, -1, COLOR_ACCENT, hatched};
    ui_open(ui, (UiBox){.flow = UI_ROW, .gap = 8});
    ui_open(ui, (UiBox){.grow = 1, .least = 60});
    ui_drawing(ui, "", 0, 12, draw_bar, &bar, sizeof bar);
    ui_close(ui);
    ui_open(ui, (UiBox){.least = 48});
    ui_textf(
            ui, (UiText){.type = TYPE_CAPTION, .align = UI_END}, "%d %%", (value + 5) / 10);
    ui_close(ui);
    ui_close(ui);
}

static void share_legend(Ui *ui, const char *label, bool hatched) {
    Bar bar = {1, 1, -1, COLOR_ACCENT, hatched};
    ui_open(ui, (UiBox){.flow = UI_ROW, .gap = 6});
    ui_drawing(ui, "", 28, 12, draw_bar, &bar, sizeof bar);
    ui_text(ui, label, (UiText){.type = TYPE_CAPTION});
    ui_close(ui);
}

// One bar of two parts: filled first, then hollow.
typedef struct Split {
    int32_t value, hollow, most;
} Split;

static void draw_split(const UiPen *pen, Rect r, const void *data) {
    const Split *split = data;
    int64_t most = core_max(1, split->most);
    int32_t w = (int32_t)(r.w * (int64_t)core_clamp(split->value, 0, split->most) / most);
    int32_t hollow =
            (int32_t)(r.w * (int64_t)core_clamp(split->hollow, 0, split->value) / most);
    int32_t line = core_max(1, pen_px(pen, 2)), filled = core_max(0, w - hollow);
    const Color *colors = pen->theme->colors;
    paint_box(pen->paint, r, pen_px(pen, 3), colors[COLOR_SUNK], colors[COLOR_EDGE],
            core_max(1, pen_px(pen, 1)));
    int32_t x = pen->rtl ? r.x + r.w - w : r.x;
    if (w > 0)
        paint_box(pen->paint, (Rect){x, r.y, w, r.h}, pen_px(pen, 3), colors[COLOR_SURFACE],
                colors[COLOR_ACCENT], line);
    int32_t filled_x = pen->rtl ? r.x + r.w - filled : r.x;
    if (filled > 0)
        paint_fill(pen->paint, (Rect){filled_x, r.y, filled, r.h}, colors[COLOR_ACCENT]);
}

void chart_split(Ui *ui, int32_t value, int32_t hollow, int32_t most, const char *number) {
    Split split = {value, hollow, most};
    ui_open(ui, (UiBox){.flow = UI_ROW, .gap = 8});
    ui_open(ui, (UiBox){.grow = 1, .least = 60});
    ui_drawing(ui, "", 0, 12, draw_split, &split, sizeof split);
    ui_close(ui);
    ui_open(ui, (UiBox){.least = 48});
    ui_text(ui, number, (UiText){.type = TYPE_CAPTION, .align = UI_END});
    ui_close(ui);
    ui_close(ui);
}

void chart_split_legend(Ui *ui, const char *filled, const char *hollow) {
    ui_open(ui, (UiBox){.flow = UI_WRAP, .gap = 16});
    share_legend(ui, filled, false);
    share_legend(ui, hollow, true);
    ui_close(ui);
}

void chart_shares(Ui *ui, const char *first_label, const char *second_label,
        const ChartShare *shares, int32_t count) {
    int32_t most = 100;
    for (int32_t i = 0; i < count; i++)
        most = core_max(most, core_max(shares[i].first, shares[i].second));
    ui_open(ui, (UiBox){.gap = 8});
    ui_open(ui, (UiBox){.flow = UI_WRAP, .gap = 16});
    share_legend(ui, first_label, true);
    share_legend(ui, second_label, false);
    ui_close(ui);
    for (int32_t i = 0; i < count; i++) {
        ui_open(ui, (UiBox){.gap = 2});
        chart_actor(ui, shares[i].actor, shares[i].label, 0);
        share_line(ui, shares[i].first, most, true);
        share_line(ui, shares[i].second, most, false);
        ui_close(ui);
    }
    ui_close(ui);
}
