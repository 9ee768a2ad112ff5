// client/widgets.c — buttons, cards, checks, radios, tabs, steppers, numbers, chips and sheets from boxes and texts. Never: knows the game.
#include "base/digest.h"
#include "client/node.h"
#include <stdio.h>
#include <string.h>

enum {
    TARGET_DP = 44,
    RADIUS_DP = 6,
    SHEET_MOST_DP = 680,
    LOW_WINDOW_DP = 480,
    SLIDE_DP = 32,
    SLIDE_MS = 250
};

// --- Buttons ---

typedef struct ButtonLook {
    ColorToken fill, edge, ink, soft;
} ButtonLook;

static ButtonLook button_look(const UiButton *button) {
    if (button->closed)
        return (ButtonLook){COLOR_SUNK, COLOR_LINE, COLOR_MUTED, COLOR_MUTED};
    if (button->rank == UI_PRIMARY)
        return (ButtonLook){COLOR_ACCENT, COLOR_ACCENT, COLOR_ON_ACCENT, COLOR_ON_ACCENT};
    if (button->rank == UI_QUIET)
        return (ButtonLook){COLOR_NONE, COLOR_NONE, COLOR_ACCENT, COLOR_MUTED};
    ColorToken edge = button->chosen ? COLOR_ACCENT : COLOR_EDGE;
    return (ButtonLook){COLOR_SURFACE, edge, COLOR_TEXT, COLOR_MUTED};
}

static void button_words(Ui *ui, const UiButton *button, ButtonLook look) {
    bool column = button->note || button->closed;
    bool bold = button->rank == UI_PRIMARY || column;
    UiText label = {
            .type = TYPE_LABEL, .bold = bold, .color = look.ink, .grow = column ? 0 : 1};
    if (!column) {
        if (button->across == UI_CENTER) label.align = UI_CENTER;
        ui_text(ui, button->label, label);
        return;
    }
    ui_open(ui, (UiBox){.grow = 1});
    ui_text(ui, button->label, label);
    if (button->note)
        ui_text(ui, button->note, (UiText){.type = TYPE_CAPTION, .color = look.soft});
    if (button->closed)
        ui_text(ui, button->closed, (UiText){.type = TYPE_CAPTION, .color = COLOR_MUTED});
    ui_close(ui);
}

bool ui_button(Ui *ui, UiButton button) {
    ButtonLook look = button_look(&button);
    UiBox box = {.flow = UI_ROW,
            .gap = 8,
            .pad_x = 12,
            .pad_y = 6,
            .height = TARGET_DP,
            .least = TARGET_DP,
            .radius = RADIUS_DP,
            .fill = look.fill,
            .edge = look.edge,
            .edge_dp = button.chosen ? 3 : 1,
            .grow = button.grow};
    if (button.has_style) box.bar = button.closed ? COLOR_MUTED : COLOR_TEXT;
    box.bar_style = button.style_line;
    ui_open(ui, box);
    const char *name = *button.label || !button.hint ? button.label : button.hint;
    uint64_t id = node_make_widget(ui, ROLE_BUTTON, button.id, name);
    Node *node = node_top(ui);
    node->closed = button.closed != NULL;
    node->primary = button.rank == UI_PRIMARY;
    node->chosen = button.chosen;
    node->key = button.key;
    if (button.why) node->why = ui_format(ui, "%s", button.why);
    if (button.hint) node->hint = ui_format(ui, "%s", button.hint);
    IconKind icon = button.closed ? ICON_LOCK : button.icon;
    if (icon) ui_icon(ui, icon, 20, look.ink);
    if (*button.label) button_words(ui, &button, look);
    if (button.key && ui->letters != UI_LETTERS_OFF) {
        bool small = button.key >= 'a' && button.key <= 'z';
        ui_textf(ui, (UiText){.type = TYPE_CAPTION, .color = look.soft}, "%s%c",
                ui->letters == UI_LETTERS_ALT ? "Alt+" : "",
                small ? button.key - 'a' + 'A' : button.key);
    }
    ui_close(ui);
    return ui_take_acted(ui, id);
}

void ui_card_open(Ui *ui, const char *id, const char *name, bool chosen, const char *why,
        bool *pressed) {
    ui_open(ui, (UiBox){.gap = 4,
                        .pad = 12,
                        .radius = RADIUS_DP,
                        .fill = COLOR_SURFACE,
                        .height = TARGET_DP,
                        .edge = chosen ? COLOR_ACCENT : COLOR_LINE,
                        .edge_dp = chosen ? 3 : 1});
    uint64_t widget = node_make_widget(ui, ROLE_CARD, id, name);
    Node *node = node_top(ui);
    node->chosen = chosen;
    if (why) node->why = ui_format(ui, "%s", why);
    *pressed = ui_take_acted(ui, widget);
}

// --- Choices ---

typedef struct Mark {
    bool on, round, closed;
} Mark;

static void draw_mark(const UiPen *pen, Rect r, const void *data) {
    const Mark *mark = data;
    const Theme *theme = pen->theme;
    Color ink = theme->colors[mark->closed ? COLOR_MUTED
                              : mark->on   ? COLOR_ACCENT
                                           : COLOR_EDGE];
    int32_t line = core_max(1, pen_px(pen, 2)),
            radius = mark->round ? r.w / 2 : pen_px(pen, 4);
    bool square_on = mark->on && !mark->round;
    paint_box(pen->paint, r, radius, square_on ? ink : theme->colors[COLOR_SURFACE], ink,
            line);
    if (square_on)
        paint_icon(pen->paint, ICON_CHECK, r.x + r.w / 8, r.y + r.h / 8, r.w * 3 / 4,
                theme->colors[COLOR_ON_ACCENT]);
    if (mark->on && mark->round)
        paint_box(pen->paint, rect_grow(r, -r.w / 4), r.w, ink, (Color){0}, 0);
}

static void mark_row(Ui *ui, const char *label, const char *closed, Mark mark) {
    ui_drawing(ui, "", 22, 22, draw_mark, &mark, sizeof mark);
    ui_open(ui, (UiBox){.grow = 1});
    ui_text(ui, label,
            (UiText){.type = TYPE_LABEL, .color = closed ? COLOR_MUTED : COLOR_TEXT});
    if (closed) ui_text(ui, closed, (UiText){.type = TYPE_CAPTION, .color = COLOR_MUTED});
    ui_close(ui);
}

static UiBox choice_box(void) {
    return (UiBox){.flow = UI_ROW,
            .gap = 10,
            .pad_x = 6,
            .pad_y = 4,
            .height = TARGET_DP,
            .least = TARGET_DP,
            .radius = RADIUS_DP};
}

bool ui_check(Ui *ui, const char *id, const char *label, bool *value) {
    ui_open(ui, choice_box());
    uint64_t widget = node_make_widget(ui, ROLE_CHECK, id, label);
    node_top(ui)->chosen = *value;
    mark_row(ui, label, NULL, (Mark){.on = *value});
    ui_close(ui);
    if (!ui_take_acted(ui, widget)) return false;
    *value = !*value;
    return true;
}

static const char *option_id(Ui *ui, const char *id, int32_t index) {
    return ui_format(ui, "%s.%d", id, index);
}

bool ui_radio(Ui *ui, const char *id, const char *const *labels, const char *const *closed,
        int32_t count, int32_t *chosen) {
    int32_t before = *chosen;
    uint64_t group = node_id(ui, id);
    ui_open(ui, (UiBox){.gap = 0});
    for (int32_t i = 0; i < count; i++) {
        const char *reason = closed ? closed[i] : NULL;
        ui_open(ui, choice_box());
        uint64_t widget = node_make_widget(ui, ROLE_RADIO, option_id(ui, id, i), labels[i]);
        Node *node = node_top(ui);
        node->group = group;
        node->chosen = i == *chosen;
        node->closed = reason != NULL;
        mark_row(ui, labels[i], reason, (Mark){i == *chosen, true, reason != NULL});
        ui_close(ui);
        if (ui_take_acted(ui, widget)) *chosen = i;
    }
    ui_close(ui);
    return *chosen != before;
}

static void draw_underline(const UiPen *pen, Rect rect, const void *data) {
    const bool *on = data;
    paint_fill(pen->paint, rect, pen->theme->colors[*on ? COLOR_ACCENT : COLOR_NONE]);
}

bool ui_tabs(Ui *ui, const char *id, const char *const *labels, const IconKind *icons,
        const char *keys, int32_t count, int32_t *chosen) {
    int32_t before = *chosen;
    uint64_t group = node_id(ui, id);
    ui_open(ui, (UiBox){.flow = UI_WRAP, .gap = 4});
    for (int32_t i = 0; i < count; i++) {
        bool on = i == *chosen;
        ui_open(ui, (UiBox){.gap = 2,
                            .radius = RADIUS_DP,
                            .height = TARGET_DP,
                            .least = TARGET_DP});
        uint64_t widget = node_make_widget(ui, ROLE_TAB, option_id(ui, id, i), labels[i]);
        node_top(ui)->group = group;
        node_top(ui)->chosen = on;
        if (keys) node_top(ui)->key = keys[i];
        ui_open(ui, (UiBox){.flow = UI_ROW, .gap = 6, .pad_x = 12, .pad_y = 7, .grow = 1});
        if (icons) ui_icon(ui, icons[i], 20, on ? COLOR_ACCENT : COLOR_MUTED);
        ui_text(ui, labels[i],
                (UiText){.type = TYPE_LABEL,
                        .bold = on,
                        .color = on ? COLOR_ACCENT : COLOR_TEXT});
        ui_close(ui);
        ui_drawing(ui, "", 0, 3, draw_underline, &on, sizeof on);
        ui_close(ui);
        if (ui_take_acted(ui, widget)) *chosen = i;
    }
    ui_close(ui);
    return *chosen != before;
}

const char *ui_signed(Ui *ui, int32_t number) {
    if (number >= 0) return ui_format(ui, "%d", number);
    return ui_format(
            ui, "\xE2\x81\xA6\xE2\x88\x92%d\xE2\x81\xA9", -number); // U+2066 − U+2069
}

bool ui_stepper(Ui *ui, const char *id, const char *label, int32_t *value, int32_t least,
        int32_t most) {
    int32_t before = *value;
    ui_scope(ui, id, -1);
    ui_open(ui, (UiBox){.flow = UI_ROW, .gap = 8});
    ui_text(ui, label, (UiText){.type = TYPE_LABEL, .grow = 1});
    ui_scope(ui, "less", -1);
    ui_open(ui, (UiBox){.flow = UI_ROW,
                        .pad = 11,
                        .radius = RADIUS_DP,
                        .height = TARGET_DP,
                        .edge = COLOR_EDGE,
                        .fill = COLOR_SURFACE});
    uint64_t less =
            node_make_widget(ui, ROLE_BUTTON, "button", ui_format(ui, "%s: -1", label));
    node_top(ui)->closed = *value <= least;
    ui_icon(ui, ICON_MINUS, 22, *value <= least ? COLOR_MUTED : COLOR_TEXT);
    ui_close(ui);
    ui_scope_end(ui);
    ui_open(ui, (UiBox){.least = 36});
    ui_text(ui, ui_signed(ui, *value),
            (UiText){.type = TYPE_TITLE, .bold = true, .align = UI_CENTER});
    ui_close(ui);
    ui_scope(ui, "more", -1);
    ui_open(ui, (UiBox){.flow = UI_ROW,
                        .pad = 11,
                        .radius = RADIUS_DP,
                        .height = TARGET_DP,
                        .edge = COLOR_EDGE,
                        .fill = COLOR_SURFACE});
    uint64_t more =
            node_make_widget(ui, ROLE_BUTTON, "button", ui_format(ui, "%s: +1", label));
    node_top(ui)->closed = *value >= most;
    ui_icon(ui, ICON_PLUS, 22, *value >= most ? COLOR_MUTED : COLOR_TEXT);
    ui_close(ui);
    ui_scope_end(ui);
    ui_close(ui);
    ui_scope_end(ui);
    if (ui_take_acted(ui, less)) *value = core_max(least, *value - 1);
    if (ui_take_acted(ui, more)) *value = core_min(most, *value + 1);
    return *value != before;
}

// --- Labels ---

static void draw_style(const UiPen *pen, Rect r, const void *data) {
    const LineStyle *style = data;
    int32_t y = r.y + r.h / 2, w = core_max(1, pen_px(pen, 3));
    if (*style == LINE_DOUBLE) w = core_max(1, w * 2 / 3);
    paint_line(pen->paint, r.x + w, y, r.x + r.w - w, y, w, *style,
            pen->theme->colors[COLOR_TEXT]);
}

void ui_chip(Ui *ui, const char *label, IconKind icon, ColorToken color,
        const LineStyle *style) {
    // The wrap around it keeps a column from stretching the chip.
    ui_open(ui, (UiBox){.flow = UI_WRAP});
    ui_open(ui, (UiBox){.flow = UI_ROW,
                        .gap = 6,
                        .pad_x = 8,
                        .pad_y = 2,
                        .radius = 6,
                        .fill = COLOR_SUNK,
                        .edge = COLOR_LINE});
    if (style) ui_drawing(ui, "", 30, 12, draw_style, style, sizeof *style);
    if (icon) ui_icon(ui, icon, 16, color ? color : COLOR_TEXT);
    ui_text(ui, label,
            (UiText){.type = TYPE_CAPTION, .color = color ? color : COLOR_TEXT, .grow = 1});
    ui_close(ui);
    ui_close(ui);
}

typedef struct Bands {
    int32_t band;
    ColorToken color;
} Bands;

// Five boxes, filled up to the band: how many are full says it without colour.
static void draw_bands(const UiPen *pen, Rect r, const void *data) {
    const Bands *bands = data;
    int32_t gap = core_max(1, pen_px(pen, 3)), w = (r.w - 4 * gap) / 5,
            line = core_max(1, pen_px(pen, 1));
    Color ink = pen->theme->colors[bands->color];
    for (int32_t i = 0; i < 5; i++) {
        int32_t slot = pen->rtl ? 4 - i : i;
        Rect box = {r.x + slot * (w + gap), r.y, w, r.h};
        Color edge = pen->theme->colors[COLOR_EDGE];
        bool full = i < bands->band;
        paint_box(pen->paint, box, pen_px(pen, 2),
                full ? ink : pen->theme->colors[COLOR_SUNK], full ? ink : edge, line);
    }
}

void ui_number(Ui *ui, UiNumber number) {
    const char *spoken = ui_format(ui, "%s: %s%s%s", number.label, number.value,
            number.note ? ", " : "", number.note ? number.note : "");
    ui_open(ui, (UiBox){.flow = UI_ROW,
                        .gap = 8,
                        .pad_x = 6,
                        .pad_y = 4,
                        .height = TARGET_DP,
                        .least = TARGET_DP,
                        .radius = RADIUS_DP});
    uint64_t id = node_make_widget(ui, ROLE_NUMBER, number.why, spoken);
    node_top(ui)->why = ui_format(ui, "%s", number.why);
    if (number.icon) ui_icon(ui, number.icon, 22, COLOR_TEXT);
    ui_open(ui, (UiBox){.grow = 1, .gap = 2});
    ui_open(ui, (UiBox){.flow = UI_ROW, .gap = 8});
    ui_text(ui, number.label, (UiText){.type = TYPE_LABEL, .grow = 1});
    if (number.note)
        ui_text(ui, number.note, (UiText){.type = TYPE_CAPTION, .color = COLOR_MUTED});
    ui_text(ui, number.value, (UiText){.type = TYPE_LABEL, .bold = true});
    ui_close(ui);
    Bands bands = {number.band, number.color ? number.color : COLOR_ACCENT};
    if (number.band) ui_drawing(ui, "", 0, 8, draw_bands, &bands, sizeof bands);
    ui_close(ui);
    ui_close(ui);
    ui_take_acted(ui, id);
}

// --- Sheets ---

static bool sheet_closing(Ui *ui, const char *id) {
    bool escaped = ui_take_acted(ui, node_id(ui, id));
    return ui_take_acted(ui, node_id(ui, ui_format(ui, "%s.close", id))) || escaped;
}

static void sheet_title(
        Ui *ui, const char *id, const char *title, const char *close_label) {
    ui_open(ui, (UiBox){.flow = UI_ROW, .gap = 8});
    ui_text(ui, title,
            (UiText){.type = TYPE_HEAD, .bold = true, .grow = 1, .heading = true});
    ui_button(ui, (UiButton){.id = ui_format(ui, "%s.close", id),
                          .label = close_label,
                          .icon = ICON_CLOSE,
                          .rank = UI_QUIET});
    ui_close(ui);
}

bool ui_sheet_open(Ui *ui, const char *id, const char *title, const char *close_label) {
    if (sheet_closing(ui, id)) return false;
    ASSERT(ui->top_layer + 1 < LAYERS_MAX && ui->depth + 3 < DEPTH_MAX);
    ui->top_layer++;
    int32_t depth = ui->depth;
    // A root of its own, so that it lies over the whole window.
    ui->depth = 0;
    ui_open(ui, (UiBox){.across = UI_CENTER,
                        .along = UI_CENTER,
                        .pad = ui_size(ui) == UI_COMPACT ? 8 : 24});
    int32_t root = ui->stack[0];
    ui->nodes[root].slide =
            node_slide_in(ui, node_id(ui, id), ui_px(ui, SLIDE_DP), SLIDE_MS);
    ui->stack[0] = 0;
    ui->depth = depth;
    ui->stack[ui->depth++] = root;
    ui_open(ui, (UiBox){.pad = 16,
                        .gap = 12,
                        .width = SHEET_MOST_DP,
                        .fill = COLOR_SURFACE,
                        .edge = COLOR_EDGE,
                        .radius = 8});
    node_make_widget(ui, ROLE_SHEET, id, title);
    // In a low window the title scrolls away with the rest.
    bool low = ui_height_dp(ui) < LOW_WINDOW_DP;
    if (!low) sheet_title(ui, id, title, close_label);
    ui_open(ui, (UiBox){.scroll = true, .id = ui_format(ui, "%s.body", id), .gap = 10});
    if (low) sheet_title(ui, id, title, close_label);
    return true;
}

void ui_sheet_stays(Ui *ui) {
    ui_close(ui);
    ui_open(ui, (UiBox){.gap = 8});
}

void ui_sheet_footer(Ui *ui) {
    ui_close(ui);
    ui_open(ui, (UiBox){.flow = UI_ROW, .gap = 12});
}

void ui_sheet_close(Ui *ui) {
    ui_close(ui);
    ui_close(ui);
    ui_close(ui);
}
