// client/ui.c — the frame: nodes added, ids, memory between frames. Never: layout, input, painting.
#include "base/digest.h"
#include "client/node.h"
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    LEAST_WIDTH_DP = 426,
    LEAST_HEIGHT_DP = 240,
    SCALE_LEAST = 75,
    SCALE_MOST = 300,
    TEXT_MOST = 200,
    FRAMES_AT_ONCE = 4
};

MUST_USE bool ui_create(Ui **out, Paint *paint, const UiSetup *setup, Err *err) {
    *out = NULL;
    Ui *ui = calloc(1, sizeof *ui);
    ASSERT(ui);
    ui->paint = paint;
    ui->theme = setup->theme;
    ui->rtl = setup->rtl;
    ui->reduced_motion = setup->reduced_motion;
    ui_set_text_size(ui, setup->text_percent ? setup->text_percent : 100);
    ui->letters = setup->letters;
    ui->found = NO_NODE;
    ui_set_scale(ui, setup->scale_percent ? setup->scale_percent : 100);
    ui->scale = ui->scale_wish;
    ui->text_percent = 100;
    if (!text_create(&ui->text, paint, setup->font_folder, err)) {
        free(ui);
        return false;
    }
    *out = ui;
    return true;
}

void ui_destroy(Ui *ui) {
    if (!ui) return;
    text_destroy(ui->text);
    region_clear(&ui->region);
    free(ui);
}

Theme *ui_theme(Ui *ui) { return &ui->theme; }
void ui_set_direction(Ui *ui, bool rtl) { ui->rtl = rtl; }
void ui_set_motion(Ui *ui, bool reduced) { ui->reduced_motion = reduced; }
void ui_set_scale(Ui *ui, int32_t percent) {
    ui->scale_wish = core_clamp(percent, SCALE_LEAST, SCALE_MOST);
}
int32_t ui_scale(const Ui *ui) { return ui->scale_wish; }
void ui_set_text_size(Ui *ui, int32_t percent) {
    ui->text_wish = core_clamp(percent, 100, TEXT_MOST);
}
void ui_set_letters(Ui *ui, UiLetters letters) { ui->letters = letters; }
UiLetters ui_letters(const Ui *ui) { return ui->letters; }
int64_t ui_now_ms(const Ui *ui) { return ui->now_ms; }
void ui_wake_at(Ui *ui, int64_t at_ms) { ui->wake_at = at_ms; }

int32_t ui_px(const Ui *ui, int32_t dp) { return (dp * ui->scale + 50) / 100; }
int32_t pen_px(const UiPen *pen, int32_t dp) {
    return (dp * pen->scale_percent + 50) / 100;
}
// As if the letters had their usual size: a page with larger ones is a smaller page.
static int32_t dp_of(const Ui *ui, int32_t px) {
    return px * 100 / ui->scale * 100 / ui->text_percent;
}
static int32_t width_dp(const Ui *ui) { return dp_of(ui, ui->width); }
int32_t ui_height_dp(const Ui *ui) { return dp_of(ui, ui->height); }

UiSize ui_size(const Ui *ui) {
    int32_t dp = width_dp(ui);
    return dp < 720 ? UI_COMPACT : dp < 1200 ? UI_MEDIUM : UI_WIDE;
}

// --- Memory ---

Memory *memory_of(Ui *ui, uint64_t id) {
    Memory *oldest = &ui->memories[id % MEMORIES_MAX];
    for (uint64_t i = 0; i < 8; i++) {
        Memory *memory = &ui->memories[(id + i) % MEMORIES_MAX];
        if (memory->id == id) {
            memory->used_at = ui->frame;
            return memory;
        }
        if (memory->used_at < oldest->used_at) oldest = memory;
    }
    *oldest = (Memory){.id = id, .used_at = ui->frame, .since_ms = -1};
    return oldest;
}

int32_t node_slide_in(Ui *ui, uint64_t id, int32_t from_px, int32_t duration_ms) {
    Memory *memory = memory_of(ui, id ^ 0x736C696465u);
    bool fresh = memory->since_ms < 0 || memory->seen_frame < ui->frame - 1;
    memory->seen_frame = ui->frame;
    if (fresh) memory->since_ms = ui->now_ms;
    int64_t passed = ui->now_ms - memory->since_ms;
    if (ui->reduced_motion || passed >= duration_ms) return 0;
    ui->gliding = true;
    // Ease out: fast first, slow at the end.
    int32_t rest = 1000 - (int32_t)(passed * 1000 / duration_ms);
    return from_px * rest / 1000 * rest / 1000;
}

// --- Frame ---

static int32_t fitting_scale(const Ui *ui) {
    int32_t fits =
            core_min(ui->width * 100 / LEAST_WIDTH_DP, ui->height * 100 / LEAST_HEIGHT_DP);
    return core_max(SCALE_LEAST, core_min(ui->scale_wish, fits));
}

// Larger letters need room as a larger scale does.
static int32_t fitting_text(const Ui *ui) {
    int32_t fits = core_min(ui->width * 100 / ui->scale * 100 / LEAST_WIDTH_DP,
            ui->height * 100 / ui->scale * 100 / LEAST_HEIGHT_DP);
    return core_max(100, core_min(ui->text_wish, fits));
}

// A field lays its lines out while it is described, before it has its new place.
static void note_field(Ui *ui) {
    int32_t at = focus_node_of(ui, ui->focus);
    if (at == NO_NODE || ui->nodes[at].role != ROLE_FIELD) return;
    Rect inside = ui->nodes[ui->nodes[at].first].rect;
    ui->field_w = inside.w;
    ui->field_h = inside.h;
}

static void begin(Ui *ui, int64_t now_ms) {
    note_field(ui);
    region_clear(&ui->region);
    paint_size(ui->paint, &ui->width, &ui->height);
    if (ui->room_w) {
        ui->width = ui->room_w;
        ui->height = ui->room_h;
    }
    ui->scale = fitting_scale(ui);
    ui->text_percent = fitting_text(ui);
    ui->now_ms = now_ms;
    ui->frame++;
    ui->nodes_count = ui->depth = ui->scopes_depth = ui->top_layer = 0;
    ui->again = ui->gliding = ui->sheet_seen = ui->seek_skips = false;
    ui->wake_at = 0;
    ui->seek[0] = 0;
    ui->found = NO_NODE;
    text_begin_frame(ui->text);
    ui_open(ui, (UiBox){.across = UI_STRETCH});
}

static void add_tip(Ui *ui);

static void end(Ui *ui) {
    ASSERT(ui->depth == 1 && ui->scopes_depth == 0);
    add_tip(ui);
    ui->depth = 0;
    if (ui->acted) ui->again = true;
    ui->acted = 0;
    ui->edits_count = 0;
    layout_run(ui);
    focus_settle(ui);
    seek_settle(ui);
}

static void frames(
        Ui *ui, void (*screen)(void *context, Ui *ui), void *context, int64_t now_ms) {
    for (int32_t i = 0; i < FRAMES_AT_ONCE; i++) {
        begin(ui, now_ms);
        screen(context, ui);
        end(ui);
        if (!ui->again) break;
    }
}

void ui_run(Ui *ui, void (*screen)(void *context, Ui *ui), void *context, int64_t now_ms) {
    frames(ui, screen, context, now_ms);
    ui_paint(ui);
}

void ui_lay_out(Ui *ui, void (*screen)(void *context, Ui *ui), void *context,
        int32_t width_px, int32_t height_px) {
    ui->room_w = width_px;
    ui->room_h = height_px;
    frames(ui, screen, context, 0);
    ui->room_w = ui->room_h = 0;
}

enum { TIP_AFTER_MS = 500, GLIDE_STEP_MS = 34 };

static bool tip_waits(const Ui *ui, int64_t now_ms) {
    if (ui->rested_since_ms < 0 || now_ms - ui->rested_since_ms >= TIP_AFTER_MS)
        return false;
    int32_t at = focus_node_of(ui, ui->hot ? ui->hot : ui->focus);
    return at != NO_NODE && ui->nodes[at].hint;
}

int32_t ui_wake_ms(const Ui *ui, int64_t now_ms) {
    if (ui->gliding) return GLIDE_STEP_MS;
    if (tip_waits(ui, now_ms))
        return (int32_t)(TIP_AFTER_MS - (now_ms - ui->rested_since_ms));
    if (ui->wake_at) return ui->wake_at > now_ms ? (int32_t)(ui->wake_at - now_ms) : 0;
    return -1;
}

// The hint of the widget under the pointer, or with the focus, after a rest.
static void add_tip(Ui *ui) {
    if (ui->now_ms - ui->rested_since_ms < TIP_AFTER_MS || ui->rested_since_ms < 0
            || ui->pressed)
        return;
    uint64_t id = ui->hot ? ui->hot : (ui->focus_visible ? ui->focus : 0);
    for (int32_t i = 0; i < ui->nodes_count && id; i++) {
        const Node *node = &ui->nodes[i];
        if (node->id != id || !node->hint) continue;
        const char *hint = node->hint;
        int32_t layer = ui->top_layer;
        ui->depth = 0;
        ui_open(ui, (UiBox){.pad = 8,
                            .most = 360,
                            .fill = COLOR_SUNK,
                            .edge = COLOR_EDGE,
                            .radius = 6});
        ui->nodes[ui->nodes_count - 1].floating = true;
        ui->nodes[ui->nodes_count - 1].layer = layer;
        ui->nodes[ui->nodes_count - 1].id = id;
        ui_text(ui, hint, (UiText){.type = TYPE_LABEL});
        ui_close(ui);
        return;
    }
}

// --- Nodes ---

static Node *node_add(Ui *ui, NodeKind kind) {
    ASSERT(ui->nodes_count < NODES_MAX);
    int32_t index = ui->nodes_count++;
    Node *node = &ui->nodes[index];
    *node = (Node){.kind = kind,
            .parent = NO_NODE,
            .first = NO_NODE,
            .last = NO_NODE,
            .next = NO_NODE};
    node->layer = ui->top_layer;
    node->unsought = ui->seek_skips;
    if (ui->depth == 0) return node;
    node->parent = ui->stack[ui->depth - 1];
    Node *parent = &ui->nodes[node->parent];
    node->layer = parent->layer;
    if (parent->last == NO_NODE) parent->first = index;
    if (parent->last != NO_NODE) ui->nodes[parent->last].next = index;
    parent->last = index;
    return node;
}

Node *node_top(Ui *ui) { return &ui->nodes[ui->stack[ui->depth - 1]]; }

uint64_t node_id(const Ui *ui, const char *id) {
    uint64_t hash = 17;
    for (int32_t i = 0; i < ui->scopes_depth; i++)
        hash = digest_fast(ui->scopes[i], strlen(ui->scopes[i]), hash);
    hash = digest_fast(id, strlen(id), hash);
    return hash ? hash : 1;
}

static const char *node_path(Ui *ui, const char *id) {
    char path[256];
    int used = 0;
    for (int32_t i = 0; i < ui->scopes_depth && used < 200; i++) {
        used += snprintf(path + used, sizeof path - (size_t)used, "%.40s/", ui->scopes[i]);
    }
    return region_format(&ui->region, "%s%s", used ? path : "", id);
}

void ui_scope(Ui *ui, const char *name, int32_t number) {
    ASSERT(ui->scopes_depth < DEPTH_MAX);
    ui->scopes[ui->scopes_depth++] =
            number < 0 ? region_format(&ui->region, "%s", name)
                       : region_format(&ui->region, "%s.%d", name, number);
}

void ui_scope_end(Ui *ui) {
    ASSERT(ui->scopes_depth > 0);
    ui->scopes_depth--;
}

void ui_open(Ui *ui, UiBox box) {
    ASSERT(ui->depth < DEPTH_MAX);
    Node *node = node_add(ui, NODE_BOX);
    node->box = box;
    if (box.scroll) {
        ASSERT(box.id);
        node->role = ROLE_SCROLL;
    }
    if (box.id) {
        node->id = node_id(ui, box.id);
        node->path = node_path(ui, box.id);
    }
    ui->stack[ui->depth++] = ui->nodes_count - 1;
}

void ui_close(Ui *ui) {
    ASSERT(ui->depth > 1 || ui->nodes[ui->stack[0]].floating);
    ui->depth--;
}

uint64_t node_make_widget(Ui *ui, NodeRole role, const char *id, const char *name) {
    Node *node = node_top(ui);
    node->role = role;
    node->id = node_id(ui, id);
    node->path = node_path(ui, id);
    node->name = region_format(&ui->region, "%s", name ? name : "");
    return node->id;
}

bool ui_take_acted(Ui *ui, uint64_t id) {
    if (ui->acted != id) return false;
    ui->acted = 0;
    ui->again = true;
    return true;
}

const char *ui_format(Ui *ui, const char *format, ...) {
    char line[1024];
    va_list args;
    va_start(args, format);
    vsnprintf(line, sizeof line, format, args);
    va_end(args);
    return region_copy_text(&ui->region, line, strlen(line));
}

char *ui_piece(Ui *ui, const char *from, size_t length) {
    return region_copy_text(&ui->region, from, length);
}

// --- Leaves ---

TextStyle node_style(const Ui *ui, const Node *node) {
    int32_t dp = node->how.type ? (int32_t)node->how.type : TYPE_BODY;
    return (TextStyle){core_max(6, ui_px(ui, dp * ui->text_percent) / 100),
            node->how.bold ? FONT_BOLD : FONT_REGULAR, TEXT_AUTO};
}

void ui_text(Ui *ui, const char *words, UiText how) {
    Node *node = node_add(ui, NODE_TEXT);
    node->how = how;
    node->words = region_copy_text(&ui->region, words, strlen(words));
    if (how.heading) {
        node->role = ROLE_HEADING;
        node->name = node->words;
    }
}

void ui_textf(Ui *ui, UiText how, const char *format, ...) {
    char line[1024];
    va_list args;
    va_start(args, format);
    vsnprintf(line, sizeof line, format, args);
    va_end(args);
    ui_text(ui, line, how);
}

void ui_heading(Ui *ui, const char *words, UiType type) {
    ui_text(ui, words, (UiText){.type = type, .bold = true, .heading = true});
}

void ui_drawing(Ui *ui, const char *name, int32_t width, int32_t height, UiPainter painter,
        const void *data, size_t size) {
    Node *node = node_add(ui, NODE_DRAWING);
    void *copy = region_take(&ui->region, size ? size : 1);
    if (size) memcpy(copy, data, size);
    node->name = region_format(&ui->region, "%s", name);
    node->drawing_w = width;
    node->drawing_h = height;
    node->painter = painter;
    node->data = copy;
}

typedef struct IconDrawing {
    IconKind icon;
    ColorToken color;
} IconDrawing;

static void draw_icon(const UiPen *pen, Rect rect, const void *data) {
    const IconDrawing *icon = data;
    paint_icon(pen->paint, icon->icon, rect.x, rect.y, core_min(rect.w, rect.h),
            pen->theme->colors[icon->color]);
}

// Arrows that point along the reading direction turn round with it.
static IconKind mirrored(const Ui *ui, IconKind icon) {
    if (ui->rtl && icon == ICON_NEXT) return ICON_BACK;
    if (ui->rtl && icon == ICON_BACK) return ICON_NEXT;
    return icon;
}

void ui_icon(Ui *ui, IconKind icon, int32_t dp, ColorToken color) {
    IconDrawing drawing = {mirrored(ui, icon), color ? color : COLOR_TEXT};
    ui_drawing(ui, icon_name(icon), dp, dp, draw_icon, &drawing, sizeof drawing);
}

void ui_space(Ui *ui, int32_t grow) {
    ui_open(ui, (UiBox){.grow = grow});
    ui_close(ui);
}

static void draw_rule(const UiPen *pen, Rect rect, const void *data) {
    (void)data;
    paint_fill(pen->paint, rect, pen->theme->colors[COLOR_LINE]);
}

void ui_rule(Ui *ui) { ui_drawing(ui, "", 0, 1, draw_rule, NULL, 0); }
