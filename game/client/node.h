// client/node.h — the inside of the toolkit: nodes of a frame and what lasts between frames. Never: included outside client/ui*.c and client/field*.
#ifndef CLIENT_NODE_H
#define CLIENT_NODE_H
#include "base/region.h"
#include "client/ui.h"

enum {
    NODES_MAX = 6000,
    DEPTH_MAX = 48,
    LAYERS_MAX = 4,
    MEMORIES_MAX = 512,
    EDITS_MAX = 32,
    NO_NODE = -1
};

typedef enum NodeKind { NODE_BOX, NODE_TEXT, NODE_DRAWING } NodeKind;
typedef enum NodeRole {
    ROLE_NONE,
    ROLE_BUTTON,
    ROLE_CARD,
    ROLE_CHECK,
    ROLE_RADIO,
    ROLE_TAB,
    ROLE_FIELD,
    ROLE_NUMBER,
    ROLE_SCROLL,
    ROLE_SHEET,
    ROLE_HEADING,
} NodeRole;

// Lengths in pixels once laid out; box and how keep dp.
typedef struct Node {
    NodeKind kind;
    NodeRole role;
    int32_t parent, first, last, next; // indexes, NO_NODE = none
    int32_t layer;
    uint64_t id, group;
    const char *path, *name, *why, *hint;
    char key;
    bool closed, chosen, primary, wrapped, floating, unsought;
    bool lines; // a field of several lines: it takes up, down and Enter
    UiBox box;
    UiText how;
    const char *words;
    UiPainter painter;
    const void *data;
    int32_t drawing_w, drawing_h;
    int32_t slide; // a root's way down to its place, px
    int32_t least_w, natural_w, most_w, least_h, natural_h, content_h;
    Rect rect, clip;
} Node;

// What a widget keeps between frames: how far it is scrolled, when it appeared.
typedef struct Memory {
    uint64_t id;
    int64_t used_at, since_ms, seen_frame;
    int32_t scroll;
} Memory;

typedef struct Edit {
    UiKey key;  // UI_KEY_NONE: text
    bool shift; // keeps what is selected and goes on selecting
    char text[32];
} Edit;

struct Ui {
    Paint *paint;
    Text *text;
    Theme theme;
    Region region; // strings and data of the present frame
    int32_t scale_wish, scale, text_wish, text_percent;
    UiLetters letters;
    int64_t wake_at; // 0 = none
    bool rtl, reduced_motion;
    int32_t width, height;
    int32_t room_w, room_h; // instead of the picture's size, 0 = none
    int64_t now_ms, frame;
    int32_t nodes_count, depth, stack[DEPTH_MAX];
    const char *scopes[DEPTH_MAX];
    int32_t scopes_depth, top_layer;
    uint64_t hot, pressed, focus, focus_before_sheet, acted, dragged;
    bool focus_visible, again, gliding, back_asked, sheet_seen, sheet_was_open;
    bool follow; // the focused widget is brought into sight, until a person scrolls
    int32_t press_x, press_y, pointer_x, pointer_y;
    int32_t caret, anchor;  // what is selected in a field lies between them
    uint64_t field_pressed; // a press in a field: which, and where in it
    int32_t field_x, field_y;
    int32_t field_w, field_h; // of the field that has the focus, in the last frame
    int32_t field_over;       // px of its lines that do not fit
    int32_t caret_x;          // where up and down keep to, -1 = where the caret is
    uint64_t caret_field;
    int64_t rested_since_ms;
    const char *why; // points into why_text or NULL
    char why_text[160];
    char seek[64];                      // words that are sought, "" = none
    int32_t seek_at, seek_count, found; // found: node of the last frame
    uint64_t seek_shown; // what was brought into sight, so that a person may scroll away
    bool seek_skips, seek_takes;
    Edit edits[EDITS_MAX];
    int32_t edits_count;
    Memory memories[MEMORIES_MAX];
    Node nodes[NODES_MAX];
};

// --- ui.c ---
uint64_t node_id(const Ui *ui, const char *id);
// Makes the box just opened a widget with a name; gives its id.
uint64_t node_make_widget(Ui *ui, NodeRole role, const char *id, const char *name);
Node *node_top(Ui *ui); // the innermost open box
Memory *memory_of(Ui *ui, uint64_t id);
// Pixels still to go for something that slides into its place when it appears; 0 with reduced motion.
int32_t node_slide_in(Ui *ui, uint64_t id, int32_t from_px, int32_t duration_ms);
bool ui_take_acted(Ui *ui, uint64_t id);
TextStyle node_style(const Ui *ui, const Node *node);
static inline bool node_interactive(const Node *node) {
    return node->role >= ROLE_BUTTON && node->role <= ROLE_NUMBER;
}

// --- ui_layout.c ---
void layout_run(Ui *ui);
// How far a scrolled column can be scrolled, px.
int32_t layout_scroll_most(const Ui *ui, const Node *area);
// --- ui_paint.c ---
void ui_paint(Ui *ui);
// --- ui_focus.c ---
// Index of the node that has the id in the last frame, or NO_NODE.
int32_t focus_node_of(const Ui *ui, uint64_t id);
int32_t focus_stops(const Ui *ui, int32_t *out, int32_t max);
void focus_settle(Ui *ui);
bool focus_move(Ui *ui, UiKey key, bool backward);
bool focus_move_group(Ui *ui, bool backward);
// Scrolls the areas around a node so far that it can be seen. True when one moved.
bool focus_show(Ui *ui, int32_t index);
// --- ui_seek.c ---
void seek_settle(Ui *ui);

#endif // CLIENT_NODE_H
