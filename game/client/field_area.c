// client/field_area.c — several lines of text one can edit, wrapped as they are drawn. Never: sends what was written.
#include "base/utf8.h"
#include "client/field.h"
#include <string.h>

enum { CARET_ROOM = 4 };

typedef struct AreaDrawing {
    FieldDrawing field;
    int32_t scroll; // px
} AreaDrawing;

// A text laid out in a width, and where its lines stand.
typedef struct Area {
    Text *text;
    const char *words;
    TextStyle style;
    const TextBlock *block;
    int32_t w, line_h, count;
    bool rtl; // the language of the window
} Area;

// One line by itself, in the direction of its paragraph.
typedef struct Row {
    char words[FIELD_BYTES_MAX];
    int32_t from, to; // bytes of the whole text
    int32_t x;        // of its left edge
    TextStyle style;
} Row;

static Area area_of(Text *text, const char *words, int32_t size_px, bool rtl, int32_t w) {
    TextStyle style = field_style(size_px, false); // each paragraph as its letters say
    Area area = {.text = text,
            .words = words,
            .style = style,
            .rtl = rtl,
            .w = core_max(1, w),
            .line_h = text_line_height(style.size_px)};
    area.block = text_layout(text, words, style, core_max(1, w - CARET_ROOM), 0);
    area.count = text_block_lines(area.block);
    return area;
}

// A paragraph without letters, or still empty, reads as the window does.
static bool reads_rtl(const Area *area, const TextRow *row) {
    const char *words = area->words;
    size_t from = (size_t)row->from;
    while (from > 0 && words[from - 1] != '\n')
        from--;
    size_t end = from + strcspn(words + from, "\n");
    bool letters = false;
    while (from < end && !letters)
        letters = utf8_letter(utf8_next(words, end, &from)) != UTF8_NO_LETTER;
    return letters ? row->rtl : area->rtl;
}

static void row_of(const Area *area, int32_t line, Row *out) {
    TextRow row = text_block_row(area->block, line);
    *out = (Row){.from = row.from, .to = row.to, .style = area->style};
    memcpy(out->words, area->words + row.from, (size_t)(row.to - row.from));
    bool rtl = reads_rtl(area, &row);
    out->style.direction = rtl ? TEXT_RTL : TEXT_LTR;
    int32_t w =
            text_block_width(text_layout(area->text, out->words, out->style, 1 << 20, 1));
    out->x = rtl ? area->w - w : 0;
}

// Where a line is divided the caret stands at the beginning of the next.
static int32_t line_of(const Area *area, int32_t at) {
    int32_t line = area->count - 1;
    while (line > 0 && text_block_row(area->block, line).from > at)
        line--;
    return line;
}

static int32_t caret_x(const Area *area, const Row *row, int32_t at) {
    int32_t x = row->x + text_caret(area->text, row->words, row->style, at - row->from);
    return core_clamp(x, 0, area->w - 2);
}

// The byte a line means at x. The last place of a divided line is the first of the next.
static int32_t byte_at(const Area *area, int32_t line, int32_t x) {
    Row row;
    row_of(area, line, &row);
    int32_t at = row.from + text_letter_at(area->text, row.words, row.style, x - row.x);
    bool divided =
            line + 1 < area->count && text_block_row(area->block, line + 1).from == row.to;
    return divided && at == row.to ? field_letter(area->words, at, true) : at;
}

// ---- keys ----------------------------------------------------------------------------------------------------

// Up and down keep the place across the line that they began at.
static void go_lines(Ui *ui, const Area *area, const Edit *edit) {
    int32_t line = line_of(area, ui->caret);
    Row row;
    row_of(area, line, &row);
    if (ui->caret_x < 0) ui->caret_x = caret_x(area, &row, ui->caret);
    bool up = edit->key == UI_KEY_UP;
    int32_t to = line + (up ? -1 : 1);
    if (to < 0 || to >= area->count)
        field_jump(ui, edit, up ? 0 : (int32_t)strlen(area->words));
    else
        field_jump(ui, edit, byte_at(area, to, ui->caret_x));
}

static void go_in_line(Ui *ui, const Area *area, const Edit *edit) {
    int32_t line = line_of(area, ui->caret);
    TextRow row = text_block_row(area->block, line);
    if (edit->key == UI_KEY_HOME) {
        field_jump(ui, edit, row.from);
        return;
    }
    bool divided =
            line + 1 < area->count && text_block_row(area->block, line + 1).from == row.to;
    field_jump(ui, edit, divided ? field_letter(area->words, row.to, true) : row.to);
}

static bool edit_area(
        Ui *ui, const Edit *edit, char *text, size_t capacity, int32_t size_px) {
    Area area = area_of(ui->text, text, size_px, ui->rtl, ui->field_w);
    bool lines = edit->key == UI_KEY_UP || edit->key == UI_KEY_DOWN;
    if (!lines) ui->caret_x = -1;
    if (lines) {
        go_lines(ui, &area, edit);
    } else if (edit->key == UI_KEY_HOME || edit->key == UI_KEY_END) {
        go_in_line(ui, &area, edit);
    } else if (edit->key == UI_KEY_ENTER) {
        return field_edit(ui, &(Edit){.text = "\n"}, text, capacity, false, true);
    } else {
        TextRow row = text_block_row(area.block, line_of(&area, ui->caret));
        return field_edit(ui, edit, text, capacity, reads_rtl(&area, &row), true);
    }
    return false;
}

// ---- sight ---------------------------------------------------------------------------------------------------

// The line of the caret comes into sight after every edit; turning the wheel leaves it where it is.
static void follow_caret(Ui *ui, const Area *area, int32_t *scroll) {
    int32_t top = line_of(area, ui->caret) * area->line_h;
    *scroll = core_min(*scroll, top);
    *scroll = core_max(*scroll, top + area->line_h - ui->field_h);
}

static void place_caret(Ui *ui, const Area *area, int32_t scroll, uint64_t widget) {
    if (ui->caret_field != widget) {
        ui->caret_field = widget;
        ui->caret = ui->anchor = (int32_t)strlen(area->words);
        ui->caret_x = -1;
    }
    if (ui->field_pressed != widget) return;
    int32_t line = core_clamp((ui->field_y + scroll) / area->line_h, 0, area->count - 1);
    ui->caret = ui->anchor = byte_at(area, line, ui->field_x);
    ui->caret_x = -1;
    ui->field_pressed = 0;
}

// What was typed since the last frame, and how far down the lines are then.
static bool edit_all(
        Ui *ui, char *text, size_t capacity, int32_t size_px, uint64_t widget) {
    Memory *memory = memory_of(ui, widget);
    Area area = area_of(ui->text, text, size_px, ui->rtl, ui->field_w);
    bool moved = ui->edits_count > 0 || ui->caret_field != widget, changed = false;
    place_caret(ui, &area, memory->scroll, widget);
    ui->caret = core_clamp(ui->caret, 0, (int32_t)strlen(text));
    ui->anchor = core_clamp(ui->anchor, 0, (int32_t)strlen(text));
    for (int32_t i = 0; i < ui->edits_count; i++)
        changed |= edit_area(ui, &ui->edits[i], text, capacity, size_px);
    ui->edits_count = 0;
    area = area_of(ui->text, text, size_px, ui->rtl, ui->field_w);
    if (moved) follow_caret(ui, &area, &memory->scroll);
    ui->field_over = core_max(0, area.count * area.line_h - ui->field_h);
    memory->scroll = core_clamp(memory->scroll, 0, ui->field_over);
    return changed;
}

// ---- drawing -------------------------------------------------------------------------------------------------

static void draw_selected(const UiPen *pen, const Area *area, const Row *row,
        const AreaDrawing *drawing, Rect line) {
    enum { STRETCHES_MAX = 32 };
    Rect parts[STRETCHES_MAX];
    int32_t from = core_max(
                    row->from, core_min(drawing->field.caret, drawing->field.anchor)),
            to = core_min(row->to, core_max(drawing->field.caret, drawing->field.anchor));
    if (drawing->field.caret < 0 || from >= to) return;
    int32_t count = text_stretches(area->text, row->words, row->style, from - row->from,
            to - row->from, parts, STRETCHES_MAX);
    for (int32_t i = 0; i < count; i++) {
        Rect part = {line.x + row->x + parts[i].x, line.y, parts[i].w, line.h};
        paint_fill(pen->paint, part, pen->theme->colors[COLOR_LINE]);
        part.y += line.h - core_max(1, pen_px(pen, 2)); // not by colour alone
        part.h = core_max(1, pen_px(pen, 2));
        paint_fill(pen->paint, part, pen->theme->colors[COLOR_ACCENT]);
    }
}

static void draw_row(const UiPen *pen, const Area *area, int32_t line,
        const AreaDrawing *drawing, Rect place) {
    Row row;
    row_of(area, line, &row);
    draw_selected(pen, area, &row, drawing, place);
    const TextBlock *block = text_layout(pen->text, row.words, row.style, 1 << 20, 1);
    text_draw(pen->text, block, place.x + row.x, place.y, text_block_width(block),
            ALIGN_LEFT, pen->theme->colors[COLOR_TEXT]);
    if (drawing->field.caret < 0 || line_of(area, drawing->field.caret) != line) return;
    paint_fill(pen->paint,
            (Rect){place.x + caret_x(area, &row, drawing->field.caret),
                    place.y + pen_px(pen, 2), core_max(1, pen_px(pen, 2)),
                    place.h - pen_px(pen, 4)},
            pen->theme->colors[COLOR_ACCENT]);
}

static void draw_area(const UiPen *pen, Rect rect, const void *data) {
    const AreaDrawing *drawing = data;
    int32_t size_px = pen_px(pen, TYPE_LABEL * pen->text_percent) / 100;
    Area area = area_of(pen->text, drawing->field.text, size_px, pen->rtl, rect.w);
    for (int32_t line = 0; line < area.count; line++) {
        int32_t y = line * area.line_h - drawing->scroll;
        if (y + area.line_h <= 0 || y >= rect.h) continue;
        draw_row(
                pen, &area, line, drawing, (Rect){rect.x, rect.y + y, rect.w, area.line_h});
    }
}

// ---- the widget ----------------------------------------------------------------------------------------------

static void draw_box(Ui *ui, const char *id, const char *label, int32_t lines,
        const AreaDrawing *drawing) {
    bool focused = drawing->field.caret >= 0;
    ui_open(ui, (UiBox){.gap = 4});
    ui_text(ui, label, (UiText){.type = TYPE_LABEL, .color = COLOR_MUTED});
    ui_open(ui, (UiBox){.pad_x = 10,
                        .pad_y = 10,
                        .least = 120,
                        .radius = 6,
                        .fill = COLOR_SURFACE,
                        .edge = focused ? COLOR_ACCENT : COLOR_EDGE,
                        .edge_dp = focused ? 2 : 1});
    node_make_widget(ui, ROLE_FIELD, id, label);
    node_top(ui)->lines = true;
    ui_drawing(ui, "", 0, lines * 24 * ui->text_percent / 100, draw_area, drawing,
            sizeof *drawing);
    ui_close(ui);
    ui_close(ui);
}

bool ui_area(Ui *ui, const char *id, const char *label, char *text, size_t capacity,
        int32_t lines) {
    uint64_t widget = node_id(ui, id);
    bool focused = ui->focus == widget, changed = false;
    int32_t size_px = ui_px(ui, TYPE_LABEL * ui->text_percent) / 100;
    if (!focused && ui->caret_field == widget) ui->caret_field = 0;
    if (focused) changed = edit_all(ui, text, capacity, size_px, widget);
    AreaDrawing drawing = {
            .field = {.caret = focused ? ui->caret : -1, .anchor = ui->anchor},
            .scroll = memory_of(ui, widget)->scroll
    };
    size_t length = strlen(text);
    if (length < FIELD_BYTES_MAX) memcpy(drawing.field.text, text, length);
    draw_box(ui, id, label, lines, &drawing);
    ui_take_acted(ui, widget);
    return changed;
}
