// client/ui_paint.c — draws the laid-out frame, layer by layer. Never: changes it.
#include "client/node.h"

enum { RING_DP = 3, BAR_DP = 4, THUMB_DP = 6 };

static Color color_of(const Ui *ui, ColorToken token) { return ui->theme.colors[token]; }

static bool visible(const Node *node) {
    return !rect_empty(rect_cross(node->rect, node->clip));
}

static int32_t edge_px(const Ui *ui, const UiBox *box) {
    if (!box->edge) return 0;
    return core_max(1, ui_px(ui, core_max(box->edge_dp, ui->theme.edge_dp)));
}

static void paint_bar(const Ui *ui, const Node *node) {
    int32_t w = ui_px(ui, BAR_DP), inset = ui_px(ui, 6);
    int32_t x = ui->rtl ? node->rect.x + node->rect.w - inset : node->rect.x + inset;
    int32_t top = node->rect.y + inset + w / 2,
            low = node->rect.y + node->rect.h - inset - w / 2;
    if (node->box.bar_style == LINE_DOUBLE) w = core_max(1, w * 2 / 3);
    paint_line(ui->paint, x, top, x, core_max(top, low), w, node->box.bar_style,
            color_of(ui, node->box.bar));
}

// Pointer over it or pressed: a veil of the text colour, so that it works on every fill.
static void paint_veil(const Ui *ui, const Node *node) {
    bool hot = node->id && ui->hot == node->id && node_interactive(node) && !node->closed;
    if (!hot || node->floating) return;
    Color veil = color_of(ui, COLOR_TEXT);
    veil.a = ui->pressed == node->id ? 40 : 18;
    paint_box(ui->paint, node->rect, ui_px(ui, node->box.radius), veil, (Color){0}, 0);
}

static void paint_scroll_bar(const Ui *ui, const Node *node) {
    if (!node->box.scroll || node->content_h <= node->rect.h) return;
    int32_t w = ui_px(ui, THUMB_DP), gap = ui_px(ui, 2), track = node->rect.h - 2 * gap;
    int32_t scroll = 0;
    for (int32_t i = 0; i < MEMORIES_MAX; i++) {
        if (ui->memories[i].id == node->id) scroll = ui->memories[i].scroll;
    }
    int32_t h = core_max(
            ui_px(ui, 24), (int32_t)((int64_t)track * node->rect.h / node->content_h));
    int32_t room = core_max(1, node->content_h - node->rect.h);
    int32_t y = node->rect.y + gap
                + (int32_t)((int64_t)(track - h) * core_min(scroll, room) / room);
    int32_t x = ui->rtl ? node->rect.x + gap : node->rect.x + node->rect.w - w - gap;
    paint_box(ui->paint, (Rect){x, y, w, core_min(h, track)}, w / 2,
            color_of(ui, COLOR_EDGE), (Color){0}, 0);
}

static void paint_box_node(const Ui *ui, const Node *node) {
    const UiBox *box = &node->box;
    int32_t radius = ui_px(ui, box->radius);
    if (box->fill || box->edge) {
        paint_box(ui->paint, node->rect, radius, color_of(ui, box->fill),
                color_of(ui, box->edge), edge_px(ui, box));
    }
    if (box->bar) paint_bar(ui, node);
    paint_veil(ui, node);
}

static TextAlign align_of(const Ui *ui, UiAlign align) {
    if (align == UI_CENTER) return ALIGN_CENTER;
    bool end = align == UI_END;
    return end != ui->rtl ? ALIGN_RIGHT : ALIGN_LEFT;
}

static void paint_text_node(const Ui *ui, const Node *node) {
    const TextBlock *block = text_layout(
            ui->text, node->words, node_style(ui, node), node->rect.w, node->how.lines);
    Color color = color_of(ui, node->how.color ? node->how.color : COLOR_TEXT);
    text_draw(ui->text, block, node->rect.x, node->rect.y, node->rect.w,
            align_of(ui, node->how.align), color);
}

static void paint_node(const Ui *ui, const Node *node) {
    if (!visible(node)) return;
    paint_clip(ui->paint, &node->clip);
    UiPen pen = {ui->paint, ui->text, &ui->theme, ui->scale, ui->text_percent, ui->rtl};
    switch (node->kind) {
    case NODE_BOX: paint_box_node(ui, node); break;
    case NODE_TEXT: paint_text_node(ui, node); break;
    case NODE_DRAWING: node->painter(&pen, node->rect, node->data); break;
    }
}

// Two colours, so that the ring is seen on every ground.
static void paint_ring(const Ui *ui) {
    int32_t at = focus_node_of(ui, ui->focus);
    if (at == NO_NODE || !ui->focus_visible) return;
    const Node *node = &ui->nodes[at];
    int32_t outer = core_max(2, ui_px(ui, RING_DP)), inner = core_max(1, outer / 3);
    Rect clip = rect_grow(node->clip, outer);
    int32_t radius = ui_px(ui, core_max(2, node->box.radius));
    paint_clip(ui->paint, &clip);
    paint_frame(ui->paint, rect_grow(node->rect, inner), radius + inner,
            color_of(ui, COLOR_GROUND), inner);
    paint_frame(ui->paint, rect_grow(node->rect, outer), radius + outer,
            color_of(ui, COLOR_TEXT), outer - inner);
}

static void paint_layer(const Ui *ui, int32_t layer) {
    if (layer > 0) {
        Color veil = {0, 0, 0, 140};
        paint_clip(ui->paint, NULL);
        paint_fill(ui->paint, (Rect){0, 0, ui->width, ui->height}, veil);
    }
    for (int32_t i = 0; i < ui->nodes_count; i++) {
        if (ui->nodes[i].layer == layer) paint_node(ui, &ui->nodes[i]);
    }
    for (int32_t i = 0; i < ui->nodes_count; i++) {
        const Node *node = &ui->nodes[i];
        if (node->layer != layer || !node->box.scroll || !visible(node)) continue;
        paint_clip(ui->paint, &node->clip);
        paint_scroll_bar(ui, node);
    }
}

// What was found stands in a frame of its own colour and weight, with or without the focus.
static void paint_found(const Ui *ui) {
    if (ui->found == NO_NODE) return;
    const Node *node = &ui->nodes[ui->found];
    int32_t line = core_max(2, ui_px(ui, RING_DP));
    Rect clip = rect_grow(node->clip, line);
    paint_clip(ui->paint, &clip);
    paint_frame(ui->paint, rect_grow(node->rect, line), ui_px(ui, 4),
            color_of(ui, COLOR_CARE), line);
}

void ui_paint(Ui *ui) {
    paint_begin(ui->paint, color_of(ui, COLOR_GROUND));
    for (int32_t layer = 0; layer <= ui->top_layer; layer++)
        paint_layer(ui, layer);
    paint_found(ui);
    paint_ring(ui);
    paint_clip(ui->paint, NULL);
}
