// client/ui_layout.c — widths from texts down the tree, heights up, places down; four plain passes over the list. Never: draws.
// Parents stand before their children in the list, so a backward pass meets children first and a
// forward pass meets parents first: no recursion is needed.
#include "client/node.h"
#include <string.h>

enum { LETTERS_PER_LINE = 70, SCROLL_LEAST_DP = 72, FLOATING_GAP_DP = 6 };

static int32_t pad_x(const Ui *ui, const UiBox *box) {
    return ui_px(ui, box->pad_x > 0 ? box->pad_x : box->pad);
}
static int32_t pad_y(const Ui *ui, const UiBox *box) {
    return ui_px(ui, box->pad_y > 0 ? box->pad_y : box->pad);
}
// The bar at the starting edge and its distance.
static int32_t bar_w(const Ui *ui, const UiBox *box) { return box->bar ? ui_px(ui, 8) : 0; }
// A scrolled column leaves room for its scroll bar.
static int32_t scroll_w(const Ui *ui, const UiBox *box) {
    return box->scroll ? ui_px(ui, 12) : 0;
}
static int32_t frame_w(const Ui *ui, const UiBox *box) {
    return 2 * pad_x(ui, box) + bar_w(ui, box) + scroll_w(ui, box);
}

// --- 1. How narrow and how wide would it like to be ---

static void width_wish_text(Ui *ui, Node *node) {
    TextStyle style = node_style(ui, node);
    TextMeasure measure = text_measure(ui->text, node->words, style);
    // Letters are about half as wide as high.
    int32_t most = node->how.most ? ui_px(ui, node->how.most)
                                  : LETTERS_PER_LINE * style.size_px / 2;
    node->most_w = core_max(most, measure.least_w);
    node->natural_w = core_min(measure.natural_w, node->most_w);
    node->least_w = node->how.lines == 1 ? core_min(node->natural_w, 3 * style.size_px)
                                         : measure.least_w;
}

static void width_wish_drawing(Ui *ui, Node *node) {
    int32_t w = ui_px(ui, node->drawing_w);
    node->natural_w = w;
    node->least_w = w;
}

static void width_wish_box(Ui *ui, Node *node) {
    const UiBox *box = &node->box;
    int32_t gap = ui_px(ui, box->gap), count = 0, sum_least = 0, sum_natural = 0,
            most_least = 0, most_natural = 0;
    for (int32_t c = node->first; c != NO_NODE; c = ui->nodes[c].next, count++) {
        const Node *child = &ui->nodes[c];
        sum_least += child->least_w + (count ? gap : 0);
        sum_natural += child->natural_w + (count ? gap : 0);
        most_least = core_max(most_least, child->least_w);
        most_natural = core_max(most_natural, child->natural_w);
    }
    bool side_by_side = box->flow == UI_ROW;
    node->least_w = side_by_side ? sum_least : most_least;
    node->natural_w = side_by_side || box->flow == UI_WRAP ? sum_natural : most_natural;
    if (box->flow == UI_GRID) {
        node->least_w = core_max(most_least, 0);
        node->natural_w = count * core_max(ui_px(ui, box->cell), most_least)
                          + core_max(0, count - 1) * gap;
    }
    int32_t frame = frame_w(ui, box);
    node->least_w = core_max(node->least_w + frame, ui_px(ui, box->least));
    node->natural_w = core_max(node->natural_w + frame, node->least_w);
    if (box->most)
        node->natural_w =
                core_max(core_min(node->natural_w, ui_px(ui, box->most)), node->least_w);
    if (box->width) node->natural_w = ui_px(ui, box->width);
    if (box->width) node->least_w = node->natural_w;
}

static void pass_width_wishes(Ui *ui) {
    for (int32_t i = ui->nodes_count - 1; i >= 0; i--) {
        Node *node = &ui->nodes[i];
        switch (node->kind) {
        case NODE_TEXT: width_wish_text(ui, node); break;
        case NODE_DRAWING: width_wish_drawing(ui, node); break;
        case NODE_BOX: width_wish_box(ui, node); break;
        }
    }
}

// --- 2. Widths ---

static int32_t grow_of(const Node *node) {
    return node->kind == NODE_TEXT ? node->how.grow : node->box.grow;
}

static bool fills(const Ui *ui, const Node *parent, const Node *child) {
    (void)ui;
    if (child->kind == NODE_DRAWING) return child->drawing_w == 0;
    if (parent->box.across == UI_AUTO || parent->box.across == UI_STRETCH) return true;
    // Centred texts still need the whole width to wrap in.
    return false;
}

static int32_t most_of(const Ui *ui, const Node *child, int32_t width) {
    if (child->kind == NODE_TEXT) return core_min(width, child->most_w);
    if (child->kind == NODE_DRAWING) return width;
    if (child->box.width) return core_min(width, ui_px(ui, child->box.width));
    return child->box.most ? core_min(width, ui_px(ui, child->box.most)) : width;
}

static void widths_of_column(Ui *ui, const Node *node, int32_t inner) {
    for (int32_t c = node->first; c != NO_NODE; c = ui->nodes[c].next) {
        Node *child = &ui->nodes[c];
        int32_t wish = fills(ui, node, child) ? inner : core_min(inner, child->natural_w);
        child->rect.w = most_of(ui, child, wish);
    }
}

static int32_t start_width(const Node *child) {
    bool equal = child->kind == NODE_BOX && child->box.equal;
    return equal ? child->least_w : child->natural_w;
}

typedef struct RowSums {
    int32_t count, start, least, grow;
} RowSums;

static RowSums row_sums(const Ui *ui, const Node *node, int32_t gap) {
    RowSums sums = {0};
    for (int32_t c = node->first; c != NO_NODE; c = ui->nodes[c].next, sums.count++) {
        const Node *child = &ui->nodes[c];
        sums.start += start_width(child);
        sums.least += child->least_w;
        sums.grow += grow_of(child);
    }
    int32_t gaps = core_max(0, sums.count - 1) * gap;
    sums.start += gaps;
    sums.least += gaps;
    return sums;
}

static void cut_row(Ui *ui, const Node *node, int32_t lack, int32_t spare, bool growing) {
    for (int32_t c = node->first; c != NO_NODE; c = ui->nodes[c].next) {
        Node *child = &ui->nodes[c];
        if ((grow_of(child) > 0) != growing) continue;
        int32_t own = start_width(child) - child->least_w;
        int32_t cut = spare > 0 ? (int32_t)((int64_t)lack * own / spare) : 0;
        lack -= cut;
        spare -= own;
        child->rect.w -= cut;
    }
}

// Too wide: first those that would grow give up what they can spare, then the others, all by the same part.
static void shrink_row(Ui *ui, const Node *node, int32_t lack) {
    int32_t spare[2] = {0, 0};
    for (int32_t c = node->first; c != NO_NODE; c = ui->nodes[c].next) {
        Node *child = &ui->nodes[c];
        child->rect.w = start_width(child);
        spare[grow_of(child) > 0] += start_width(child) - child->least_w;
    }
    int32_t first = core_min(lack, spare[1]);
    cut_row(ui, node, first, spare[1], true);
    cut_row(ui, node, lack - first, spare[0], false);
}

// Equal panes share all the room, not only what is left, so that their widths come out the same. A
// pane that needs more than its part gets what it needs first; the others share the rest.
static void share_equally(Ui *ui, const Node *node, int32_t room, int32_t grow) {
    bool settled = false;
    for (int32_t c = node->first; c != NO_NODE; c = ui->nodes[c].next) {
        if (grow_of(&ui->nodes[c])) ui->nodes[c].rect.w = -1;
    }
    while (!settled) {
        settled = true;
        for (int32_t c = node->first; c != NO_NODE; c = ui->nodes[c].next) {
            Node *child = &ui->nodes[c];
            if (child->rect.w >= 0
                    || (int64_t)child->least_w * grow <= (int64_t)room * grow_of(child))
                continue;
            child->rect.w = child->least_w;
            room -= child->least_w;
            grow -= grow_of(child);
            settled = false;
        }
    }
    for (int32_t c = node->first; c != NO_NODE; c = ui->nodes[c].next) {
        Node *child = &ui->nodes[c];
        if (child->rect.w >= 0) continue;
        child->rect.w = (int32_t)((int64_t)room * grow_of(child) / core_max(1, grow));
        room -= child->rect.w;
        grow -= grow_of(child);
    }
}

static bool all_equal(const Ui *ui, const Node *node) {
    bool any = false;
    for (int32_t c = node->first; c != NO_NODE; c = ui->nodes[c].next) {
        const Node *child = &ui->nodes[c];
        if (!grow_of(child)) continue;
        if (child->kind != NODE_BOX || !child->box.equal) return false;
        any = true;
    }
    return any;
}

static void grow_row(Ui *ui, const Node *node, int32_t spare, int32_t grow) {
    int32_t room = spare;
    for (int32_t c = node->first; c != NO_NODE; c = ui->nodes[c].next) {
        Node *child = &ui->nodes[c];
        child->rect.w = start_width(child);
        if (grow_of(child)) room += child->rect.w;
    }
    if (all_equal(ui, node)) {
        share_equally(ui, node, room, grow);
        return;
    }
    for (int32_t c = node->first; c != NO_NODE && grow > 0; c = ui->nodes[c].next) {
        Node *child = &ui->nodes[c];
        int32_t part = (int32_t)((int64_t)spare * grow_of(child) / grow);
        child->rect.w += part;
        spare -= part;
        grow -= grow_of(child);
    }
}

static void widths_of_wrap(Ui *ui, const Node *node, int32_t inner) {
    for (int32_t c = node->first; c != NO_NODE; c = ui->nodes[c].next) {
        Node *child = &ui->nodes[c];
        bool whole = child->kind == NODE_DRAWING && child->drawing_w == 0;
        child->rect.w = whole ? inner : core_min(inner, child->natural_w);
    }
}

static void widths_of_row(Ui *ui, Node *node, int32_t inner) {
    RowSums sums = row_sums(ui, node, ui_px(ui, node->box.gap));
    node->wrapped = sums.least > inner;
    if (node->wrapped) {
        widths_of_wrap(ui, node, inner);
        // In a stack of panes each takes the whole width.
        for (int32_t c = node->first; c != NO_NODE; c = ui->nodes[c].next) {
            if (grow_of(&ui->nodes[c]))
                ui->nodes[c].rect.w = most_of(ui, &ui->nodes[c], inner);
        }
    } else if (sums.start > inner) {
        shrink_row(ui, node, sums.start - inner);
    } else {
        grow_row(ui, node, inner - sums.start, sums.grow);
    }
}

static int32_t grid_columns(
        const Ui *ui, const Node *node, int32_t inner, int32_t *cell_w) {
    int32_t gap = ui_px(ui, node->box.gap), cell = ui_px(ui, node->box.cell), count = 0;
    for (int32_t c = node->first; c != NO_NODE; c = ui->nodes[c].next, count++) {
        cell = core_max(cell, ui->nodes[c].least_w);
    }
    int32_t columns =
            core_clamp((inner + gap) / core_max(1, cell + gap), 1, core_max(1, count));
    *cell_w = (inner - (columns - 1) * gap) / columns;
    if (node->box.cell_most)
        *cell_w = core_min(*cell_w, core_max(cell, ui_px(ui, node->box.cell_most)));
    return columns;
}

static void widths_of_grid(Ui *ui, const Node *node, int32_t inner) {
    int32_t cell_w = 0;
    grid_columns(ui, node, inner, &cell_w);
    for (int32_t c = node->first; c != NO_NODE; c = ui->nodes[c].next)
        ui->nodes[c].rect.w = cell_w;
}

static int32_t inner_width(const Ui *ui, const Node *node) {
    return core_max(1, node->rect.w - frame_w(ui, &node->box));
}

static void pass_widths(Ui *ui) {
    for (int32_t i = 0; i < ui->nodes_count; i++) {
        Node *node = &ui->nodes[i];
        if (node->kind != NODE_BOX) continue;
        if (node->parent == NO_NODE)
            node->rect.w =
                    node->floating ? core_min(node->natural_w, ui->width) : ui->width;
        int32_t inner = inner_width(ui, node);
        switch (node->box.flow) {
        case UI_COLUMN: widths_of_column(ui, node, inner); break;
        case UI_ROW: widths_of_row(ui, node, inner); break;
        case UI_WRAP: widths_of_wrap(ui, node, inner); break;
        case UI_GRID: widths_of_grid(ui, node, inner); break;
        }
    }
}

// --- 3. Heights ---

// Lines of a wrap: where each begins is found again by the placing pass, with the same walk.
typedef struct LineWalk {
    int32_t x, line_h, y;
    bool fresh;
} LineWalk;

static bool starts_line(const LineWalk *walk, int32_t child_w, int32_t gap, int32_t inner) {
    return !walk->fresh && walk->x + gap + child_w > inner;
}

static int32_t height_of_wrap(const Ui *ui, const Node *node) {
    int32_t gap = ui_px(ui, node->box.gap), inner = inner_width(ui, node);
    LineWalk walk = {.fresh = true};
    for (int32_t c = node->first; c != NO_NODE; c = ui->nodes[c].next) {
        const Node *child = &ui->nodes[c];
        if (starts_line(&walk, child->rect.w, gap, inner)) {
            walk.y += walk.line_h + gap;
            walk.x = walk.line_h = 0;
            walk.fresh = true;
        }
        walk.x += child->rect.w + (walk.fresh ? 0 : gap);
        walk.line_h = core_max(walk.line_h, child->natural_h);
        walk.fresh = false;
    }
    return walk.y + walk.line_h;
}

static int32_t height_of_grid(const Ui *ui, const Node *node) {
    int32_t cell_w = 0, gap = ui_px(ui, node->box.gap), total = 0, row_h = 0, at = 0;
    int32_t columns = grid_columns(ui, node, inner_width(ui, node), &cell_w);
    for (int32_t c = node->first; c != NO_NODE; c = ui->nodes[c].next, at++) {
        if (at && at % columns == 0) {
            total += row_h + gap;
            row_h = 0;
        }
        row_h = core_max(row_h, ui->nodes[c].natural_h);
    }
    return total + row_h;
}

static void height_of_box(Ui *ui, Node *node) {
    int32_t gap = ui_px(ui, node->box.gap), count = 0, sum = 0, sum_least = 0, most = 0,
            most_least = 0;
    for (int32_t c = node->first; c != NO_NODE; c = ui->nodes[c].next, count++) {
        sum += ui->nodes[c].natural_h + (count ? gap : 0);
        sum_least += ui->nodes[c].least_h + (count ? gap : 0);
        most = core_max(most, ui->nodes[c].natural_h);
        most_least = core_max(most_least, ui->nodes[c].least_h);
    }
    int32_t natural = sum, least = sum_least;
    if (node->box.flow == UI_ROW) {
        natural = most;
        least = most_least;
    }
    if (node->box.flow == UI_WRAP || node->wrapped)
        natural = least = height_of_wrap(ui, node);
    if (node->box.flow == UI_GRID) natural = least = height_of_grid(ui, node);
    int32_t frame = 2 * pad_y(ui, &node->box), wish = ui_px(ui, node->box.height);
    node->content_h = natural;
    node->natural_h = core_max(natural + frame, wish);
    node->least_h = core_max(least + frame, wish);
    if (node->box.scroll)
        node->least_h = core_min(node->natural_h, ui_px(ui, SCROLL_LEAST_DP));
}

static void pass_heights(Ui *ui) {
    for (int32_t i = ui->nodes_count - 1; i >= 0; i--) {
        Node *node = &ui->nodes[i];
        if (node->kind == NODE_BOX) {
            height_of_box(ui, node);
            continue;
        }
        if (node->kind == NODE_TEXT) {
            const TextBlock *block = text_layout(ui->text, node->words,
                    node_style(ui, node), node->rect.w, node->how.lines);
            node->natural_h = text_block_height(block);
        } else {
            node->natural_h = core_max(1, ui_px(ui, node->drawing_h));
        }
        node->least_h = node->natural_h;
    }
}

// --- 4. Places ---

typedef struct Inner {
    int32_t x, y, w, h;
} Inner;

static Inner inner_of(const Ui *ui, const Node *node) {
    const UiBox *box = &node->box;
    int32_t bar = bar_w(ui, box), scroll = scroll_w(ui, box);
    int32_t left = ui->rtl ? scroll : bar;
    return (Inner){node->rect.x + pad_x(ui, box) + left, node->rect.y + pad_y(ui, box),
            inner_width(ui, node), core_max(0, node->rect.h - 2 * pad_y(ui, box))};
}

// x counts from the starting edge, which is the right one in right-to-left screens.
static int32_t mirrored_x(const Ui *ui, Inner inner, int32_t x, int32_t w) {
    return ui->rtl ? inner.x + inner.w - x - w : inner.x + x;
}

static int32_t offset_of(UiAlign align, int32_t room) {
    if (align == UI_CENTER) return room / 2;
    return align == UI_END ? room : 0;
}

static int32_t column_share(const Node *child, int32_t *spare, int32_t *weight) {
    int32_t own = child->kind == NODE_BOX ? child->box.grow : 0;
    if (own == 0 || *weight <= 0) return 0;
    int32_t part = (int32_t)((int64_t)*spare * own / *weight);
    *spare -= part;
    *weight -= own;
    return part;
}

static void place_column(Ui *ui, Node *node, Inner inner) {
    int32_t gap = ui_px(ui, node->box.gap), grow = 0, give = 0;
    for (int32_t c = node->first; c != NO_NODE; c = ui->nodes[c].next) {
        const Node *child = &ui->nodes[c];
        grow += child->kind == NODE_BOX ? child->box.grow : 0;
        give += child->natural_h - child->least_h;
    }
    int32_t spare = node->box.scroll ? 0 : inner.h - node->content_h;
    int32_t lack = core_max(0, -spare), y = inner.y;
    spare = core_max(0, spare);
    if (node->box.scroll) y -= memory_of(ui, node->id)->scroll;
    if (!grow) y += offset_of(node->box.along, spare);
    for (int32_t c = node->first; c != NO_NODE; c = ui->nodes[c].next) {
        Node *child = &ui->nodes[c];
        int32_t can = child->natural_h - child->least_h;
        int32_t cut = give > 0 ? (int32_t)((int64_t)core_min(lack, give) * can / give) : 0;
        child->rect.h = child->natural_h - cut + column_share(child, &spare, &grow);
        int32_t x = offset_of(node->box.across, inner.w - child->rect.w);
        child->rect.x = mirrored_x(ui, inner, x, child->rect.w);
        child->rect.y = y;
        y += child->rect.h + gap;
    }
}

static void place_across(const Node *node, Node *child, int32_t y, int32_t h) {
    UiAlign across = node->box.across == UI_AUTO ? UI_CENTER : node->box.across;
    child->rect.h = across == UI_STRETCH
                            ? h
                            : core_min(child->natural_h, core_max(h, child->least_h));
    child->rect.y = y + offset_of(across, h - child->rect.h);
}

static void place_row(Ui *ui, const Node *node, Inner inner) {
    int32_t gap = ui_px(ui, node->box.gap), used = 0, x = 0;
    for (int32_t c = node->first; c != NO_NODE; c = ui->nodes[c].next)
        used += ui->nodes[c].rect.w + gap;
    x = offset_of(node->box.along, core_max(0, inner.w - used + gap));
    for (int32_t c = node->first; c != NO_NODE; c = ui->nodes[c].next) {
        Node *child = &ui->nodes[c];
        place_across(node, child, inner.y, inner.h);
        child->rect.x = mirrored_x(ui, inner, x, child->rect.w);
        x += child->rect.w + gap;
    }
}

static void place_wrap(Ui *ui, const Node *node, Inner inner) {
    int32_t gap = ui_px(ui, node->box.gap), line_first = node->first;
    LineWalk walk = {.fresh = true};
    for (int32_t c = node->first; c != NO_NODE; c = ui->nodes[c].next) {
        Node *child = &ui->nodes[c];
        if (starts_line(&walk, child->rect.w, gap, inner.w)) {
            for (int32_t l = line_first; l != c; l = ui->nodes[l].next) {
                place_across(node, &ui->nodes[l], inner.y + walk.y, walk.line_h);
            }
            walk.y += walk.line_h + gap;
            walk.x = walk.line_h = 0;
            walk.fresh = true;
            line_first = c;
        }
        int32_t x = walk.fresh ? 0 : walk.x + gap;
        child->rect.x = mirrored_x(ui, inner, x, child->rect.w);
        walk.x = x + child->rect.w;
        walk.line_h = core_max(walk.line_h, child->natural_h);
        walk.fresh = false;
    }
    for (int32_t l = line_first; l != NO_NODE; l = ui->nodes[l].next) {
        place_across(node, &ui->nodes[l], inner.y + walk.y, walk.line_h);
    }
}

static void place_grid(Ui *ui, const Node *node, Inner inner) {
    int32_t cell_w = 0, gap = ui_px(ui, node->box.gap), y = inner.y, at = 0;
    int32_t columns = grid_columns(ui, node, inner.w, &cell_w);
    for (int32_t first = node->first; first != NO_NODE;) {
        int32_t row_h = 0, end = first;
        for (at = 0; at < columns && end != NO_NODE; at++, end = ui->nodes[end].next) {
            row_h = core_max(row_h, ui->nodes[end].natural_h);
        }
        at = 0;
        for (int32_t c = first; c != end; c = ui->nodes[c].next, at++) {
            Node *child = &ui->nodes[c];
            child->rect.x = mirrored_x(ui, inner, at * (cell_w + gap), cell_w);
            child->rect.y = y;
            child->rect.h = child->kind == NODE_BOX ? row_h : child->natural_h;
        }
        y += row_h + gap;
        first = end;
    }
}

static Rect anchor_of(const Ui *ui, const Node *tip) {
    for (int32_t i = 0; i < ui->nodes_count; i++) {
        const Node *node = &ui->nodes[i];
        if (node != tip && node->id == tip->id && !node->floating) return node->rect;
    }
    return (Rect){ui->pointer_x, ui->pointer_y, 1, 1};
}

static void place_root(Ui *ui, Node *node) {
    Rect window = {0, 0, ui->width, ui->height};
    node->clip = window;
    if (!node->floating) {
        node->rect = window;
        node->rect.y += node->slide;
        return;
    }
    Rect anchor = anchor_of(ui, node);
    int32_t gap = ui_px(ui, FLOATING_GAP_DP);
    node->rect.h = node->natural_h;
    node->rect.x = core_clamp(anchor.x, 0, core_max(0, ui->width - node->rect.w));
    bool below = anchor.y + anchor.h + gap + node->rect.h <= ui->height;
    node->rect.y =
            below ? anchor.y + anchor.h + gap : core_max(0, anchor.y - gap - node->rect.h);
}

int32_t layout_scroll_most(const Ui *ui, const Node *area) {
    return core_max(0, area->content_h - inner_of(ui, area).h);
}

static void clamp_scroll(Ui *ui, const Node *node) {
    Memory *memory = memory_of(ui, node->id);
    memory->scroll = core_clamp(memory->scroll, 0, layout_scroll_most(ui, node));
}

static void pass_places(Ui *ui) {
    for (int32_t i = 0; i < ui->nodes_count; i++) {
        Node *node = &ui->nodes[i];
        if (node->parent == NO_NODE) place_root(ui, node);
        if (node->parent != NO_NODE) {
            const Node *parent = &ui->nodes[node->parent];
            // A long line of text ends where its field ends.
            bool cuts = parent->box.scroll || parent->role == ROLE_FIELD;
            node->clip = cuts ? rect_cross(parent->clip, parent->rect) : parent->clip;
        }
        if (node->kind != NODE_BOX) continue;
        Inner inner = inner_of(ui, node);
        if (node->box.scroll) clamp_scroll(ui, node);
        bool wraps = node->box.flow == UI_WRAP || node->wrapped;
        if (wraps) {
            place_wrap(ui, node, inner);
        } else if (node->box.flow == UI_COLUMN) {
            place_column(ui, node, inner);
        } else if (node->box.flow == UI_ROW) {
            place_row(ui, node, inner);
        } else {
            place_grid(ui, node, inner);
        }
    }
}

void layout_run(Ui *ui) {
    pass_width_wishes(ui);
    pass_widths(ui);
    pass_heights(ui);
    pass_places(ui);
}
