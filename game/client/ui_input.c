// client/ui_input.c — pointer, keys and typed text against the last laid-out frame. Never: draws, knows SDL.
#include "client/node.h"
#include <stdio.h>
#include <string.h>

enum { DRAG_DP = 10, WHEEL_DP = 60, ARROW_DP = 40 };

static bool under(const Node *node, int32_t x, int32_t y) {
    return rect_has(node->rect, x, y) && rect_has(node->clip, x, y);
}

static int32_t widget_at(const Ui *ui, int32_t x, int32_t y) {
    for (int32_t i = ui->nodes_count - 1; i >= 0; i--) {
        const Node *node = &ui->nodes[i];
        if (node->layer == ui->top_layer && node_interactive(node) && !node->floating
                && under(node, x, y))
            return i;
    }
    return NO_NODE;
}

static int32_t scroll_at(const Ui *ui, int32_t x, int32_t y) {
    for (int32_t i = ui->nodes_count - 1; i >= 0; i--) {
        const Node *node = &ui->nodes[i];
        bool scrolls = node->box.scroll && node->content_h > node->rect.h;
        if (node->layer == ui->top_layer && scrolls && under(node, x, y)) return i;
    }
    return NO_NODE;
}

static void ask_why(Ui *ui, const Node *node) {
    if (!node->why) return;
    snprintf(ui->why_text, sizeof ui->why_text, "%s", node->why);
    ui->why = ui->why_text;
}

static bool activate(Ui *ui, int32_t index) {
    if (index == NO_NODE) return false;
    const Node *node = &ui->nodes[index];
    if (node->role == ROLE_NUMBER) ask_why(ui, node);
    if (!node->closed) ui->acted = node->id;
    return true;
}

const char *ui_take_why(Ui *ui) {
    const char *why = ui->why;
    ui->why = NULL;
    if (why) ui->again = true;
    return why;
}

bool ui_take_back(Ui *ui) {
    bool asked = ui->back_asked;
    ui->back_asked = false;
    return asked;
}

bool ui_wants_text(const Ui *ui) {
    int32_t at = focus_node_of(ui, ui->focus);
    return at != NO_NODE && ui->nodes[at].role == ROLE_FIELD;
}

// --- Pointer ---

static bool drag(Ui *ui, int32_t y) {
    int32_t moved = y - ui->press_y;
    if (!ui->dragged) return false;
    Memory *memory = memory_of(ui, ui->dragged);
    bool began = ui->pressed == 0;
    if (!began && core_abs(moved) < ui_px(ui, DRAG_DP)) return false;
    // A press that moves is a drag, not a click.
    ui->pressed = 0;
    memory->scroll -= moved;
    ui->press_y = y;
    return moved != 0;
}

static bool move(Ui *ui, const UiInput *input) {
    ui->pointer_x = input->x;
    ui->pointer_y = input->y;
    if (drag(ui, input->y)) {
        ui->hot = 0;
        return true;
    }
    int32_t at = widget_at(ui, input->x, input->y);
    uint64_t hot = at == NO_NODE ? 0 : ui->nodes[at].id;
    if (hot == ui->hot) return false;
    ui->hot = hot;
    ui->rested_since_ms = ui->now_ms;
    return true;
}

// Where in a field's text it was pressed.
static void note_field(Ui *ui, int32_t index, const UiInput *input) {
    if (index == NO_NODE || ui->nodes[index].role != ROLE_FIELD) return;
    Rect inside = ui->nodes[ui->nodes[index].first].rect;
    ui->field_pressed = ui->nodes[index].id;
    ui->field_x = input->x - inside.x;
    ui->field_y = input->y - inside.y;
}

static bool press(Ui *ui, const UiInput *input) {
    move(ui, input);
    note_field(ui, widget_at(ui, input->x, input->y), input);
    ui->press_x = input->x;
    ui->press_y = input->y;
    ui->pressed = ui->hot;
    int32_t area = scroll_at(ui, input->x, input->y);
    ui->dragged = area == NO_NODE ? 0 : ui->nodes[area].id;
    ui->focus = ui->hot;
    ui->focus_visible = ui->follow = false;
    return true;
}

static bool release(Ui *ui, const UiInput *input) {
    move(ui, input);
    uint64_t pressed = ui->pressed;
    ui->pressed = 0;
    ui->dragged = 0;
    if (pressed && pressed == ui->hot) activate(ui, focus_node_of(ui, pressed));
    return true;
}

static bool scroll_by(Ui *ui, int32_t index, int32_t px) {
    if (index == NO_NODE) return false;
    ui->follow = false;
    memory_of(ui, ui->nodes[index].id)->scroll += px;
    return true;
}

// The lines of the field that has the focus, while there are more that way; else what is around it.
static bool wheel(Ui *ui, const UiInput *input) {
    int32_t px = -input->steps * ui_px(ui, WHEEL_DP);
    int32_t at = widget_at(ui, input->x, input->y);
    if (at != NO_NODE && ui->nodes[at].lines && ui->nodes[at].id == ui->focus) {
        Memory *memory = memory_of(ui, ui->focus);
        bool more = px < 0 ? memory->scroll > 0 : memory->scroll < ui->field_over;
        memory->scroll += more ? px : 0;
        if (more) return true;
    }
    return scroll_by(ui, scroll_at(ui, input->x, input->y), px);
}

// --- Keys ---

static int32_t scroll_of_focus(const Ui *ui) {
    for (int32_t p = focus_node_of(ui, ui->focus); p != NO_NODE; p = ui->nodes[p].parent) {
        if (ui->nodes[p].box.scroll && ui->nodes[p].content_h > ui->nodes[p].rect.h)
            return p;
    }
    for (int32_t i = 0; i < ui->nodes_count; i++) {
        const Node *node = &ui->nodes[i];
        bool scrolls = node->box.scroll && node->content_h > node->rect.h;
        if (scrolls && node->layer == ui->top_layer) return i;
    }
    return NO_NODE;
}

static bool scroll_key(Ui *ui, UiKey key) {
    int32_t at = scroll_of_focus(ui);
    if (at == NO_NODE) return false;
    int32_t page = ui->nodes[at].rect.h * 9 / 10, line = ui_px(ui, ARROW_DP),
            whole = ui->nodes[at].content_h;
    if (key == UI_KEY_PAGE_DOWN) return scroll_by(ui, at, page);
    if (key == UI_KEY_PAGE_UP) return scroll_by(ui, at, -page);
    if (key == UI_KEY_HOME) return scroll_by(ui, at, -whole);
    if (key == UI_KEY_END) return scroll_by(ui, at, whole);
    return scroll_by(ui, at, key == UI_KEY_DOWN ? line : -line);
}

static bool press_primary(Ui *ui) {
    for (int32_t i = 0; i < ui->nodes_count; i++) {
        const Node *node = &ui->nodes[i];
        if (node->primary && !node->closed && node->layer == ui->top_layer)
            return activate(ui, i);
    }
    return false;
}

static bool escape(Ui *ui) {
    for (int32_t i = 0; i < ui->nodes_count; i++) {
        const Node *node = &ui->nodes[i];
        if (node->role == ROLE_SHEET && node->layer == ui->top_layer) {
            ui->acted = node->id;
            return true;
        }
    }
    ui->back_asked = true;
    return true;
}

static bool add_edit(Ui *ui, UiKey key, bool shift, const char *text) {
    if (ui->edits_count == EDITS_MAX) return false;
    Edit *edit = &ui->edits[ui->edits_count++];
    *edit = (Edit){.key = key, .shift = shift};
    snprintf(edit->text, sizeof edit->text, "%s", text);
    return true;
}

static bool edits_field(const Ui *ui, UiKey key, bool control) {
    if (!ui_wants_text(ui)) return false;
    bool lines = ui->nodes[focus_node_of(ui, ui->focus)].lines;
    if (lines && (key == UI_KEY_UP || key == UI_KEY_DOWN)) return true;
    if (lines && key == UI_KEY_ENTER) return !control;
    return key == UI_KEY_LEFT || key == UI_KEY_RIGHT || key == UI_KEY_HOME
           || key == UI_KEY_END || key == UI_KEY_BACKSPACE || key == UI_KEY_DELETE
           || key == UI_KEY_SELECT_ALL;
}

static bool move_or_scroll(Ui *ui, UiKey key, bool backward) {
    bool vertical = key == UI_KEY_UP || key == UI_KEY_DOWN;
    if (focus_move(ui, key, backward)) return true;
    return vertical && scroll_key(ui, key);
}

static bool enter(Ui *ui) {
    int32_t at = focus_node_of(ui, ui->focus);
    ui->follow = true;
    bool field = at != NO_NODE && ui->nodes[at].role == ROLE_FIELD;
    if (at == NO_NODE || field) return press_primary(ui);
    return activate(ui, at);
}

// Over everything: whatever has the focus.
static bool ask_app(Ui *ui, const char *what) {
    snprintf(ui->why_text, sizeof ui->why_text, "%s", what);
    ui->why = ui->why_text;
    return true;
}

static bool why_key(Ui *ui) {
    int32_t at = focus_node_of(ui, ui->focus ? ui->focus : ui->hot);
    if (at != NO_NODE && ui->nodes[at].why) {
        ask_why(ui, &ui->nodes[at]);
    } else {
        snprintf(ui->why_text, sizeof ui->why_text, "help");
        ui->why = ui->why_text;
    }
    return true;
}

static bool size_key(Ui *ui, UiKey key) {
    int32_t now = ui->scale_wish, step = now < 150 ? 15 : 25;
    if (key == UI_KEY_BIGGER) ui_set_scale(ui, now + step);
    if (key == UI_KEY_SMALLER) ui_set_scale(ui, now - step);
    if (key == UI_KEY_NORMAL_SIZE) ui_set_scale(ui, 100);
    return true;
}

static bool press_key(Ui *ui, const UiInput *input) {
    UiKey key = input->key;
    if (edits_field(ui, key, input->control)) return add_edit(ui, key, input->shift, "");
    switch (key) {
    case UI_KEY_TAB: return focus_move(ui, key, input->shift);
    case UI_KEY_UP:
    case UI_KEY_DOWN:
    case UI_KEY_LEFT:
    case UI_KEY_RIGHT: return move_or_scroll(ui, key, false);
    case UI_KEY_ENTER: return enter(ui);
    case UI_KEY_SPACE:
        return !ui_wants_text(ui) && activate(ui, focus_node_of(ui, ui->focus));
    case UI_KEY_ESCAPE: return escape(ui);
    case UI_KEY_HOME:
    case UI_KEY_END:
    case UI_KEY_PAGE_UP:
    case UI_KEY_PAGE_DOWN: return scroll_key(ui, key);
    case UI_KEY_WHY: return why_key(ui);
    case UI_KEY_CURTAIN: return ask_app(ui, "curtain");
    case UI_KEY_MENU: return ui->top_layer == 0 && ask_app(ui, "menu");
    case UI_KEY_FIND: return ui->top_layer == 0 && ask_app(ui, "find");
    case UI_KEY_GROUP_NEXT: return focus_move_group(ui, false);
    case UI_KEY_GROUP_BACK: return focus_move_group(ui, true);
    case UI_KEY_BIGGER:
    case UI_KEY_SMALLER:
    case UI_KEY_NORMAL_SIZE: return size_key(ui, key);
    case UI_KEY_NONE:
    case UI_KEY_BACKSPACE:
    case UI_KEY_DELETE:
    case UI_KEY_SELECT_ALL: break;
    }
    return false;
}

static bool type_text(Ui *ui, const char *text, bool alt) {
    if (ui_wants_text(ui) && !alt) return add_edit(ui, UI_KEY_NONE, false, text);
    if (ui->letters == UI_LETTERS_OFF || alt != (ui->letters == UI_LETTERS_ALT))
        return false;
    if (strcmp(text, "?") == 0) return why_key(ui);
    if (strlen(text) != 1) return false;
    char letter = text[0] >= 'A' && text[0] <= 'Z' ? (char)(text[0] - 'A' + 'a') : text[0];
    for (int32_t i = 0; i < ui->nodes_count; i++) {
        const Node *node = &ui->nodes[i];
        if (node->key && node->key == letter && node->layer == ui->top_layer) {
            ui->focus = node->id;
            return activate(ui, i);
        }
    }
    return false;
}

bool ui_input(Ui *ui, const UiInput *input) {
    bool keys = input->kind == UI_INPUT_KEY || input->kind == UI_INPUT_TEXT;
    if (keys) ui->rested_since_ms = ui->now_ms;
    switch (input->kind) {
    case UI_INPUT_MOVE: return move(ui, input);
    case UI_INPUT_PRESS: return press(ui, input);
    case UI_INPUT_RELEASE: return release(ui, input);
    case UI_INPUT_LEAVE: ui->hot = ui->pressed = ui->dragged = 0; return true;
    case UI_INPUT_WHEEL: return wheel(ui, input);
    case UI_INPUT_KEY: return press_key(ui, input);
    case UI_INPUT_TEXT: return type_text(ui, input->text, input->alt);
    }
    return false;
}
