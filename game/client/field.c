// client/field.c — a line of text one can edit, letter by letter as readers count them. Never: more than one line.
#include "base/breaks.h"
#include "base/utf8.h"
#include "client/node.h"
#include <string.h>

enum { FIELD_BYTES_MAX = 1024, TARGET_DP = 44 };

typedef struct FieldDrawing {
    char text[FIELD_BYTES_MAX];
    int32_t caret; // byte offset, -1 = no focus
} FieldDrawing;

// Byte offset of the letter before or after `at`.
static int32_t letter_step(const char *text, int32_t at, bool backward) {
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

static bool insert_text(Ui *ui, char *text, size_t capacity, const char *added) {
    size_t length = strlen(text), more = strlen(added);
    if (length + more + 1 > capacity || length + more + 1 > FIELD_BYTES_MAX
            || !utf8_valid(added, more))
        return false;
    char *at = text + ui->caret;
    memmove(at + more, at, length - (size_t)ui->caret + 1);
    memcpy(at, added, more);
    ui->caret += (int32_t)more;
    return more > 0;
}

static bool apply_edit(Ui *ui, const Edit *edit, char *text, size_t capacity) {
    int32_t length = (int32_t)strlen(text), at = ui->caret;
    bool forward_key = ui->rtl ? edit->key == UI_KEY_LEFT : edit->key == UI_KEY_RIGHT;
    if (edit->key == UI_KEY_NONE) return insert_text(ui, text, capacity, edit->text);
    if (edit->key == UI_KEY_HOME) ui->caret = 0;
    if (edit->key == UI_KEY_END) ui->caret = length;
    if (edit->key == UI_KEY_LEFT || edit->key == UI_KEY_RIGHT)
        ui->caret = letter_step(text, at, !forward_key);
    if (edit->key == UI_KEY_BACKSPACE && at > 0) {
        ui->caret = letter_step(text, at, true);
        remove_bytes(text, ui->caret, at);
        return true;
    }
    if (edit->key == UI_KEY_DELETE && at < length) {
        remove_bytes(text, at, letter_step(text, at, false));
        return true;
    }
    return false;
}

static void draw_field(const UiPen *pen, Rect rect, const void *data) {
    const FieldDrawing *field = data;
    TextStyle style = {core_max(6, pen_px(pen, TYPE_LABEL)), FONT_REGULAR,
            pen->rtl ? TEXT_RTL : TEXT_AUTO};
    char before[FIELD_BYTES_MAX];
    memcpy(before, field->text, sizeof before);
    if (field->caret >= 0) before[field->caret] = 0;
    int32_t reach = text_measure(pen->text, before, style).natural_w;
    const TextBlock *block = text_layout(pen->text, field->text, style, 1 << 20, 1);
    // Long text slides so that the caret stays in sight.
    int32_t slide = field->caret >= 0 ? core_max(0, reach - rect.w + pen_px(pen, 8)) : 0;
    bool rtl = pen->rtl || text_block_rtl(block);
    int32_t w = text_block_width(block);
    int32_t x = rtl ? rect.x + rect.w - w + slide : rect.x - slide;
    text_draw(pen->text, block, x, rect.y, w, ALIGN_LEFT, pen->theme->colors[COLOR_TEXT]);
    if (field->caret < 0) return;
    int32_t caret = rtl ? x + w - reach : x + reach;
    paint_fill(pen->paint,
            (Rect){caret, rect.y + pen_px(pen, 2), core_max(1, pen_px(pen, 2)),
                    rect.h - pen_px(pen, 4)},
            pen->theme->colors[COLOR_ACCENT]);
}

bool ui_field(Ui *ui, const char *id, const char *label, char *text, size_t capacity) {
    uint64_t widget = node_id(ui, id);
    bool focused = ui->focus == widget, changed = false;
    if (focused && ui->caret_field != widget) {
        ui->caret_field = widget;
        ui->caret = (int32_t)strlen(text);
    }
    if (!focused && ui->caret_field == widget) ui->caret_field = 0;
    if (focused) {
        ui->caret = core_clamp(ui->caret, 0, (int32_t)strlen(text));
        for (int32_t i = 0; i < ui->edits_count; i++)
            changed |= apply_edit(ui, &ui->edits[i], text, capacity);
        ui->edits_count = 0;
    }
    FieldDrawing drawing = {.caret = focused ? ui->caret : -1};
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
    ui_drawing(ui, "", 0, 24, draw_field, &drawing, sizeof drawing);
    ui_close(ui);
    ui_close(ui);
    ui_take_acted(ui, widget);
    return changed;
}
