// client/field.c — a line of text one can edit, letter by letter as readers count them. Never: more than one line.
#include "client/field.h"
#include "base/breaks.h"
#include "base/utf8.h"
#include <string.h>

enum { TARGET_DP = 44 };

// Byte offset of the letter before or after `at`.
int32_t field_letter(const char *text, int32_t at, bool backward) {
    uint32_t code_points[FIELD_BYTES_MAX] = {0};
    uint8_t lines[FIELD_BYTES_MAX], letters[FIELD_BYTES_MAX];
    int32_t offsets[FIELD_BYTES_MAX + 1];
    size_t length = strlen(text), from = 0;
    int32_t count = 0;
    while (from < length && count < FIELD_BYTES_MAX) {
        offsets[count] = (int32_t)from;
        code_points[count++] = utf8_next(text, length, &from);
    }
    offsets[count] = (int32_t)length;
    breaks_find(code_points, (size_t)count, lines, letters);
    int32_t before = 0;
    for (int32_t i = 0; i < count; i++) {
        if (!letters[i]) continue;
        if (!backward && offsets[i] > at) return offsets[i];
        if (backward && offsets[i] < at) before = offsets[i];
    }
    return backward ? before : (int32_t)length;
}

static void remove_bytes(char *text, int32_t from, int32_t to) {
    memmove(text + from, text + to, strlen(text + to) + 1);
}

// --- Edits ---

static bool has_selection(const Ui *ui) { return ui->caret != ui->anchor; }

static void remove_selection(Ui *ui, char *text) {
    int32_t from = core_min(ui->caret, ui->anchor), to = core_max(ui->caret, ui->anchor);
    remove_bytes(text, from, to);
    ui->caret = ui->anchor = from;
}

// What comes from elsewhere may bring line feeds into a single line, and signs that nobody sees.
static void clean(const Edit *edit, bool lines, char out[sizeof edit->text]) {
    for (const char *at = edit->text; *at; at++) {
        bool feed = *at == '\n';
        if (feed && !lines)
            *out++ = ' ';
        else if (feed || (unsigned char)*at >= ' ')
            *out++ = *at;
    }
    *out = 0;
}

// Typed letters take the place of what is selected.
static bool insert_text(Ui *ui, char *text, size_t capacity, const char *added) {
    size_t length = strlen(text), more = strlen(added),
           gone = (size_t)core_abs(ui->caret - ui->anchor);
    if (length - gone + more + 1 > capacity || length - gone + more + 1 > FIELD_BYTES_MAX
            || more == 0 || !utf8_valid(added, more))
        return false;
    remove_selection(ui, text);
    char *at = text + ui->caret;
    memmove(at + more, at, length - gone - (size_t)ui->caret + 1);
    memcpy(at, added, more);
    ui->caret += (int32_t)more;
    ui->anchor = ui->caret;
    return true;
}

static bool erase(Ui *ui, char *text, bool backward) {
    if (!has_selection(ui)) ui->caret = field_letter(text, ui->caret, backward);
    if (!has_selection(ui)) return false;
    remove_selection(ui, text);
    return true;
}

// Left and right go with reading or against it: the caret moves letter by letter in the order of
// reading, and where directions mix it stands where that letter stands.
static void step(Ui *ui, const Edit *edit, const char *text, bool rtl) {
    bool backward = rtl ? edit->key == UI_KEY_RIGHT : edit->key == UI_KEY_LEFT;
    if (has_selection(ui) && !edit->shift) {
        ui->caret = backward ? core_min(ui->caret, ui->anchor)
                             : core_max(ui->caret, ui->anchor);
    } else {
        ui->caret = field_letter(text, ui->caret, backward);
    }
    if (!edit->shift) ui->anchor = ui->caret;
}

void field_jump(Ui *ui, const Edit *edit, int32_t to) {
    ui->caret = to;
    if (!edit->shift) ui->anchor = to;
}

bool field_edit(
        Ui *ui, const Edit *edit, char *text, size_t capacity, bool rtl, bool lines) {
    int32_t length = (int32_t)strlen(text);
    if (edit->key == UI_KEY_NONE) {
        char added[sizeof edit->text];
        clean(edit, lines, added);
        return insert_text(ui, text, capacity, added);
    }
    if (edit->key == UI_KEY_BACKSPACE || edit->key == UI_KEY_DELETE)
        return erase(ui, text, edit->key == UI_KEY_BACKSPACE);
    if (edit->key == UI_KEY_HOME) field_jump(ui, edit, 0);
    if (edit->key == UI_KEY_END) field_jump(ui, edit, length);
    if (edit->key == UI_KEY_LEFT || edit->key == UI_KEY_RIGHT) step(ui, edit, text, rtl);
    if (edit->key == UI_KEY_SELECT_ALL) {
        ui->anchor = 0;
        ui->caret = length;
    }
    return false;
}

// --- Drawing ---

TextStyle field_style(int32_t size_px, bool rtl) {
    return (TextStyle){core_max(6, size_px), FONT_REGULAR, rtl ? TEXT_RTL : TEXT_AUTO};
}

// A text without letters, or still empty, reads as the window does; another one as its letters say.
static bool reads_rtl(const char *text, bool rtl) {
    size_t length = strlen(text), at = 0;
    while (at < length) {
        if (utf8_letter(utf8_next(text, length, &at)) != UTF8_NO_LETTER) return false;
    }
    return rtl;
}

// Left edge of the line in a room of width w; long text slides so that the caret stays in sight.
static int32_t line_x(
        Text *text, const char *words, TextStyle style, int32_t w, int32_t caret) {
    enum { CARET_ROOM = 4 };
    int32_t line = text_block_width(text_layout(text, words, style, 1 << 20, 1));
    int32_t x = text_is_rtl(text, words, style) ? w - line : 0;
    if (caret < 0) return x;
    int32_t at = x + text_caret(text, words, style, caret);
    if (at > w - CARET_ROOM) return x - (at - (w - CARET_ROOM));
    return at < 0 ? x - at : x;
}

static void draw_selection(const UiPen *pen, Rect rect, const FieldDrawing *field,
        TextStyle style, int32_t x) {
    enum { STRETCHES_MAX = 32 };
    Rect parts[STRETCHES_MAX];
    int32_t from = core_min(field->caret, field->anchor),
            to = core_max(field->caret, field->anchor);
    int32_t count =
            text_stretches(pen->text, field->text, style, from, to, parts, STRETCHES_MAX);
    for (int32_t i = 0; i < count; i++) {
        Rect part = {x + parts[i].x, rect.y, parts[i].w, rect.h};
        paint_fill(pen->paint, part, pen->theme->colors[COLOR_LINE]);
        part.y += rect.h - core_max(1, pen_px(pen, 2)); // not by colour alone
        part.h = core_max(1, pen_px(pen, 2));
        paint_fill(pen->paint, part, pen->theme->colors[COLOR_ACCENT]);
    }
}

static void draw_field(const UiPen *pen, Rect rect, const void *data) {
    const FieldDrawing *field = data;
    TextStyle style = field_style(pen_px(pen, TYPE_LABEL * pen->text_percent) / 100,
            reads_rtl(field->text, pen->rtl));
    int32_t x = rect.x + line_x(pen->text, field->text, style, rect.w, field->caret);
    if (field->caret >= 0 && field->caret != field->anchor)
        draw_selection(pen, rect, field, style, x);
    const TextBlock *block = text_layout(pen->text, field->text, style, 1 << 20, 1);
    text_draw(pen->text, block, x, rect.y, text_block_width(block), ALIGN_LEFT,
            pen->theme->colors[COLOR_TEXT]);
    if (field->caret < 0) return;
    int32_t caret = x + text_caret(pen->text, field->text, style, field->caret);
    paint_fill(pen->paint,
            (Rect){caret, rect.y + pen_px(pen, 2), core_max(1, pen_px(pen, 2)),
                    rect.h - pen_px(pen, 4)},
            pen->theme->colors[COLOR_ACCENT]);
}

// --- The widget ---

static void place_caret(Ui *ui, const char *text, uint64_t widget, TextStyle style) {
    bool had_focus = ui->caret_field == widget;
    if (!had_focus) {
        ui->caret_field = widget;
        ui->caret = ui->anchor = (int32_t)strlen(text);
    }
    if (ui->field_pressed != widget) return;
    int32_t x = line_x(ui->text, text, style, ui->field_w, had_focus ? ui->caret : -1);
    ui->caret = ui->anchor = text_letter_at(ui->text, text, style, ui->field_x - x);
    ui->field_pressed = 0;
}

static bool edit_field(Ui *ui, char *text, size_t capacity, TextStyle style) {
    bool changed = false;
    ui->caret = core_clamp(ui->caret, 0, (int32_t)strlen(text));
    ui->anchor = core_clamp(ui->anchor, 0, (int32_t)strlen(text));
    for (int32_t i = 0; i < ui->edits_count; i++) {
        bool rtl = text_is_rtl(ui->text, text, style);
        changed |= field_edit(ui, &ui->edits[i], text, capacity, rtl, false);
    }
    ui->edits_count = 0;
    return changed;
}

const char *ui_selected(Ui *ui) {
    int32_t at = focus_node_of(ui, ui->focus);
    if (at == NO_NODE || ui->nodes[at].role != ROLE_FIELD) return "";
    const FieldDrawing *field = ui->nodes[ui->nodes[at].first].data;
    int32_t from = core_min(field->caret, field->anchor),
            to = core_max(field->caret, field->anchor);
    return field->caret < 0 ? "" : ui_format(ui, "%.*s", to - from, field->text + from);
}

bool ui_field(Ui *ui, const char *id, const char *label, char *text, size_t capacity) {
    uint64_t widget = node_id(ui, id);
    bool focused = ui->focus == widget, changed = false;
    TextStyle style = field_style(
            ui_px(ui, TYPE_LABEL * ui->text_percent) / 100, reads_rtl(text, ui->rtl));
    if (!focused && ui->caret_field == widget) ui->caret_field = 0;
    if (focused) {
        place_caret(ui, text, widget, style);
        changed = edit_field(ui, text, capacity, style);
    }
    FieldDrawing drawing = {.caret = focused ? ui->caret : -1, .anchor = ui->anchor};
    size_t length =
            core_min((int32_t)strlen(text), FIELD_BYTES_MAX - 1) > 0 ? strlen(text) : 0;
    memcpy(drawing.text, text, length < FIELD_BYTES_MAX ? length : FIELD_BYTES_MAX - 1);
    ui_open(ui, (UiBox){.gap = 4});
    ui_text(ui, label, (UiText){.type = TYPE_LABEL, .color = COLOR_MUTED});
    ui_open(ui, (UiBox){.pad_x = 10,
                        .pad_y = 10,
                        .height = TARGET_DP,
                        .least = 120,
                        .radius = 6,
                        .fill = COLOR_SURFACE,
                        .edge = focused ? COLOR_ACCENT : COLOR_EDGE,
                        .edge_dp = focused ? 2 : 1});
    node_make_widget(ui, ROLE_FIELD, id, label);
    ui_drawing(
            ui, "", 0, 24 * ui->text_percent / 100, draw_field, &drawing, sizeof drawing);
    ui_close(ui);
    ui_close(ui);
    ui_take_acted(ui, widget);
    return changed;
}
