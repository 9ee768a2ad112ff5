// client/ui_focus.c — which widget has the focus, and where Tab and arrows lead. Never: draws.
#include "client/node.h"
#include <stdlib.h>

enum { STOPS_MAX = 1024, SHOW_MARGIN_DP = 12 };

int32_t focus_node_of(const Ui *ui, uint64_t id) {
    for (int32_t i = 0; i < ui->nodes_count && id; i++) {
        const Node *node = &ui->nodes[i];
        if (node->id == id && node_interactive(node)) return i;
    }
    return NO_NODE;
}

static bool can_focus(const Ui *ui, const Node *node) {
    return node_interactive(node) && node->layer == ui->top_layer && !node->floating;
}

// In a group (radio list, tabs) Tab stops once: at the chosen one, else at the first.
static bool is_group_stop(const Ui *ui, int32_t index) {
    const Node *node = &ui->nodes[index];
    if (!node->group || node->chosen) return true;
    for (int32_t i = 0; i < ui->nodes_count; i++) {
        const Node *other = &ui->nodes[i];
        if (other->group != node->group || !can_focus(ui, other)) continue;
        if (other->chosen || i < index) return false;
    }
    return true;
}

int32_t focus_stops(const Ui *ui, int32_t *out, int32_t max) {
    int32_t count = 0;
    for (int32_t i = 0; i < ui->nodes_count && count < max; i++) {
        if (can_focus(ui, &ui->nodes[i]) && is_group_stop(ui, i)) out[count++] = i;
    }
    return count;
}

// The place of the focus among the stops; a member of a group counts as the group's stop.
static int32_t stop_of_focus(const Ui *ui, const int32_t *stops, int32_t count) {
    int32_t at = focus_node_of(ui, ui->focus);
    if (at == NO_NODE) return -1;
    for (int32_t i = 0; i < count; i++) {
        uint64_t group = ui->nodes[stops[i]].group;
        if (stops[i] == at || (group && group == ui->nodes[at].group)) return i;
    }
    return -1;
}

static bool move_by_tab(Ui *ui, bool backward) {
    int32_t stops[STOPS_MAX];
    int32_t count = focus_stops(ui, stops, STOPS_MAX);
    if (count == 0) return false;
    int32_t at = stop_of_focus(ui, stops, count);
    int32_t next = backward ? (at <= 0 ? count - 1 : at - 1) : (at + 1) % count;
    ui->focus = ui->nodes[stops[next]].id;
    return true;
}

static bool move_in_group(Ui *ui, int32_t from, bool backward) {
    uint64_t group = ui->nodes[from].group;
    int32_t step = backward ? -1 : 1;
    for (int32_t i = from + step; i >= 0 && i < ui->nodes_count; i += step) {
        const Node *node = &ui->nodes[i];
        if (node->group != group || !can_focus(ui, node)) continue;
        ui->focus = node->id;
        if (!node->closed) ui->acted = node->id;
        return true;
    }
    return true;
}

// How far a widget lies in the direction of the key; below 0 = not in that direction.
static int32_t distance(Rect from, Rect to, UiKey key) {
    int32_t dx = to.x + to.w / 2 - (from.x + from.w / 2),
            dy = to.y + to.h / 2 - (from.y + from.h / 2);
    int32_t ahead = 0, aside = 0;
    if (key == UI_KEY_UP || key == UI_KEY_DOWN) {
        ahead = key == UI_KEY_DOWN ? to.y - (from.y + from.h) : from.y - (to.y + to.h);
        bool above = to.x < from.x + from.w && from.x < to.x + to.w;
        aside = above ? 0 : abs(dx);
    } else {
        ahead = key == UI_KEY_RIGHT ? to.x - (from.x + from.w) : from.x - (to.x + to.w);
        bool beside = to.y < from.y + from.h && from.y < to.y + to.h;
        aside = beside ? 0 : abs(dy) * 4;
    }
    // Neighbours may touch, so a little behind still counts.
    if (ahead < -4) return -1;
    return core_max(0, ahead) + 2 * aside;
}

static bool move_by_place(Ui *ui, int32_t from, UiKey key) {
    int32_t best = NO_NODE, least = INT32_MAX;
    for (int32_t i = 0; i < ui->nodes_count; i++) {
        if (i == from || !can_focus(ui, &ui->nodes[i]) || !is_group_stop(ui, i)) continue;
        int32_t d = distance(ui->nodes[from].rect, ui->nodes[i].rect, key);
        if (d >= 0 && d < least) {
            least = d;
            best = i;
        }
    }
    if (best == NO_NODE) return false;
    ui->focus = ui->nodes[best].id;
    return true;
}

// How far an area must be scrolled to show the widget; one that is taller than the area shows its top.
static int32_t way_to(Rect widget, Rect area, int32_t margin) {
    int32_t low = widget.y + widget.h + margin - (area.y + area.h),
            high = area.y + margin - widget.y;
    if (high > 0 || widget.h + 2 * margin > area.h) return -high;
    return core_max(0, low);
}

bool focus_show(Ui *ui, int32_t at) {
    if (at == NO_NODE) return false;
    bool moved = false;
    for (int32_t p = ui->nodes[at].parent; p != NO_NODE; p = ui->nodes[p].parent) {
        const Node *area = &ui->nodes[p];
        if (!area->box.scroll) continue;
        Memory *memory = memory_of(ui, area->id);
        int32_t way = way_to(ui->nodes[at].rect, area->rect, ui_px(ui, SHOW_MARGIN_DP));
        int32_t wanted = core_clamp(memory->scroll + way, 0, layout_scroll_most(ui, area));
        moved |= wanted != memory->scroll;
        memory->scroll = wanted;
    }
    return moved;
}

bool focus_move(Ui *ui, UiKey key, bool backward) {
    bool moved = false;
    int32_t from = focus_node_of(ui, ui->focus);
    if (key == UI_KEY_TAB || from == NO_NODE) {
        moved = move_by_tab(ui, backward);
    } else if (ui->nodes[from].group) {
        bool back = key == UI_KEY_UP || (key == UI_KEY_LEFT) != ui->rtl;
        if (key == UI_KEY_DOWN) back = false;
        moved = move_in_group(ui, from, back);
    } else {
        moved = move_by_place(ui, from, key);
    }
    if (moved) ui->focus_visible = ui->follow = true;
    return moved;
}

// What belongs together stands in a box one can see: a card, a line at the edge of the window.
static int32_t group_box(const Ui *ui, int32_t index) {
    for (int32_t p = ui->nodes[index].parent; p != NO_NODE; p = ui->nodes[p].parent) {
        const Node *box = &ui->nodes[p];
        bool seen = box->box.fill || box->box.edge || box->box.scroll;
        if (seen && !node_interactive(box)) return p;
    }
    return NO_NODE;
}

// To the first stop of the next box, or of the one before.
bool focus_move_group(Ui *ui, bool backward) {
    int32_t stops[STOPS_MAX];
    int32_t count = focus_stops(ui, stops, STOPS_MAX);
    if (count == 0) return false;
    int32_t at = core_max(0, stop_of_focus(ui, stops, count)), step = backward ? -1 : 1;
    int32_t here = group_box(ui, stops[at]), to = at;
    bool none = focus_node_of(ui, ui->focus) == NO_NODE;
    for (int32_t i = 0; i < count && !none && group_box(ui, stops[to]) == here; i++)
        to = (to + step + count) % count;
    int32_t there = group_box(ui, stops[to]);
    while (backward && to > 0 && group_box(ui, stops[to - 1]) == there)
        to--;
    ui->focus = ui->nodes[stops[to]].id;
    ui->focus_visible = ui->follow = true;
    return true;
}

static bool focus_is_there(const Ui *ui) {
    int32_t at = focus_node_of(ui, ui->focus);
    return at != NO_NODE && can_focus(ui, &ui->nodes[at]);
}

static void enter_sheet(Ui *ui) {
    ui->focus_before_sheet = ui->focus;
    ui->focus = 0;
    move_by_tab(ui, false);
    // The close button comes first; the first thing to do in the sheet is a better start.
    int32_t stops[STOPS_MAX];
    if (focus_stops(ui, stops, STOPS_MAX) > 1) move_by_tab(ui, false);
    ui->again = true;
}

// After each layout: the focus follows sheets that open and close, and wishes of the screen.
void focus_settle(Ui *ui) {
    bool open = ui->top_layer > 0;
    if (open && !ui->sheet_was_open) enter_sheet(ui);
    if (!open && ui->sheet_was_open) {
        ui->focus = ui->focus_before_sheet;
        ui->again = true;
    }
    ui->sheet_was_open = open;
    if (ui->focus && !focus_is_there(ui)) ui->focus = 0;
    if (ui->follow && focus_show(ui, focus_node_of(ui, ui->focus))) ui->again = true;
}

const char *ui_focused(const Ui *ui) {
    int32_t at = focus_node_of(ui, ui->focus);
    return at == NO_NODE ? "" : ui->nodes[at].path;
}
