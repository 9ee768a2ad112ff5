// client/ui_audit.c — what a careful eye would find wrong in the last frame, and the frame as text. Never: changes it.
#include "client/node.h"
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

enum { TARGET_LEAST_DP = 43, STOPS_MAX = 1024 };

typedef struct Findings {
    UiFinding *out;
    int32_t count, max;
} Findings;

static void found(Findings *f, const char *format, ...) PRINTF_LIKE(2, 3);
static void found(Findings *f, const char *format, ...) {
    f->count++;
    if (f->count > f->max) return;
    va_list args;
    va_start(args, format);
    vsnprintf(f->out[f->count - 1].text, sizeof f->out[0].text, format, args);
    va_end(args);
}

static bool inside(Rect inner, Rect outer, int32_t slack) {
    return inner.x >= outer.x - slack && inner.y >= outer.y - slack
           && inner.x + inner.w <= outer.x + outer.w + slack
           && inner.y + inner.h <= outer.y + outer.h + slack;
}

// In a scrolled column things may lie above or below, but not beside.
static void check_place(const Ui *ui, const Node *node, Findings *f) {
    const char *name = node->words ? node->words : node->name ? node->name : "a box";
    if (node->parent == NO_NODE) {
        if (!inside(node->rect, (Rect){0, 0, ui->width, ui->height}, 1))
            found(f, "outside the window: %.60s", name);
        return;
    }
    const Node *parent = &ui->nodes[node->parent];
    Rect room = parent->rect;
    if (parent->box.scroll) {
        room.y = node->rect.y;
        room.h = node->rect.h;
    }
    if (inside(node->rect, room, 1)) return;
    found(f, "%s goes past its box: %.60s (%d,%d %dx%d in %d,%d %dx%d)",
            node->kind == NODE_TEXT ? "text" : "box", name, node->rect.x, node->rect.y,
            node->rect.w, node->rect.h, room.x, room.y, room.w, room.h);
}

static void check_text(const Ui *ui, const Node *node, Findings *f) {
    const TextBlock *block = text_layout(
            ui->text, node->words, node_style(ui, node), node->rect.w, node->how.lines);
    if (text_block_width(block) > node->rect.w + 1)
        found(f, "text wider than its place: %.60s", node->words);
    if (text_block_height(block) > node->rect.h + 1)
        found(f, "text higher than its place: %.60s", node->words);
    if (text_block_cut(block) && node->how.lines == 0)
        found(f, "word divided: %.60s", node->words);
}

static void check_widget(const Ui *ui, const Node *node, Findings *f) {
    int32_t least = ui_px(ui, TARGET_LEAST_DP);
    if (!node->name || !*node->name) found(f, "widget without a name: %.80s", node->path);
    if (node->rect.w < least || node->rect.h < least) {
        found(f, "smaller than a finger: %.80s (%d x %d px)", node->path, node->rect.w,
                node->rect.h);
    }
}

static bool is_ancestor(const Ui *ui, int32_t above, int32_t below) {
    for (int32_t p = ui->nodes[below].parent; p != NO_NODE; p = ui->nodes[p].parent) {
        if (p == above) return true;
    }
    return false;
}

// A hint lies over what is there for as long as somebody rests on its widget.
static bool floats(const Ui *ui, const Node *node) {
    bool out = node->floating;
    for (int32_t p = node->parent; p != NO_NODE && !out; p = ui->nodes[p].parent)
        out = ui->nodes[p].floating;
    return out;
}

static bool takes_room(const Ui *ui, const Node *node) {
    return (node_interactive(node) || node->kind == NODE_TEXT) && !floats(ui, node);
}

static Rect seen_part(const Node *node) { return rect_cross(node->rect, node->clip); }

static void check_pair(const Ui *ui, int32_t a, int32_t b, Findings *f) {
    const Node *one = &ui->nodes[a], *two = &ui->nodes[b];
    if (one->layer != two->layer || is_ancestor(ui, a, b) || is_ancestor(ui, b, a)) return;
    Rect common = rect_cross(seen_part(one), seen_part(two));
    if (common.w <= 1 || common.h <= 1) return;
    found(f, "overlap: %.60s and %.60s", one->words ? one->words : one->path,
            two->words ? two->words : two->path);
}

static void check_overlaps(const Ui *ui, Findings *f) {
    for (int32_t a = 0; a < ui->nodes_count; a++) {
        const Node *one = &ui->nodes[a];
        if (!takes_room(ui, one)) continue;
        for (int32_t b = a + 1; b < ui->nodes_count; b++) {
            const Node *two = &ui->nodes[b];
            if (!takes_room(ui, two)) continue;
            check_pair(ui, a, b, f);
            if (one->id && one->id == two->id) found(f, "id used twice: %.80s", one->path);
        }
    }
}

int32_t ui_audit(const Ui *ui, UiFinding *out, int32_t max) {
    Findings f = {out, 0, max};
    for (int32_t i = 0; i < ui->nodes_count; i++) {
        const Node *node = &ui->nodes[i];
        if (node->floating) continue;
        check_place(ui, node, &f);
        if (node->kind == NODE_TEXT) check_text(ui, node, &f);
        if (node_interactive(node)) check_widget(ui, node, &f);
    }
    check_overlaps(ui, &f);
    return f.count;
}

static const char *role_name(NodeRole role) {
    static const char *const NAMES[] = {"", "button", "card", "check", "radio", "tab",
            "field", "number", "scroll", "sheet", "heading"};
    return NAMES[role];
}

static int32_t depth_of(const Ui *ui, const Node *node) {
    int32_t depth = 0;
    for (int32_t p = node->parent; p != NO_NODE; p = ui->nodes[p].parent)
        depth += ui->nodes[p].role != ROLE_NONE;
    return depth;
}

void ui_dump(const Ui *ui, Buffer *out) {
    for (int32_t i = 0; i < ui->nodes_count; i++) {
        const Node *node = &ui->nodes[i];
        bool spoken = node->role != ROLE_NONE || node->kind == NODE_TEXT
                      || (node->kind == NODE_DRAWING && node->name && *node->name);
        if (!spoken) continue;
        const char *kind = node->role                ? role_name(node->role)
                           : node->kind == NODE_TEXT ? "text"
                                                     : "picture";
        buffer_format(out, "%*s%s \"%s\"", 2 * depth_of(ui, node), "", kind,
                node->words  ? node->words
                : node->name ? node->name
                             : "");
        if (node->path) buffer_format(out, " [%s]", node->path);
        buffer_format(out, " %d,%d %dx%d%s%s\n", node->rect.x, node->rect.y, node->rect.w,
                node->rect.h, node->closed ? " closed" : "", node->chosen ? " chosen" : "");
    }
}

void ui_dump_focus(const Ui *ui, Buffer *out) {
    int32_t stops[STOPS_MAX];
    int32_t count = focus_stops(ui, stops, STOPS_MAX);
    for (int32_t i = 0; i < count; i++)
        buffer_format(out, "%s\n", ui->nodes[stops[i]].path);
}

MUST_USE bool ui_find(const Ui *ui, const char *path, int32_t *x, int32_t *y) {
    for (int32_t i = 0; i < ui->nodes_count; i++) {
        const Node *node = &ui->nodes[i];
        if (!node->path || strcmp(node->path, path) != 0) continue;
        Rect part = seen_part(node);
        if (rect_empty(part)) return false;
        *x = part.x + part.w / 2;
        *y = part.y + part.h / 2;
        return true;
    }
    return false;
}

int32_t ui_least_type(const Ui *ui) {
    int32_t least = INT32_MAX;
    for (int32_t i = 0; i < ui->nodes_count; i++) {
        const Node *node = &ui->nodes[i];
        if (node->kind != NODE_TEXT || !*node->words) continue;
        least = core_min(least, node->how.type ? (int32_t)node->how.type : TYPE_BODY);
    }
    return least;
}
