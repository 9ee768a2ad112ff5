// client/ui.h — the toolkit: boxes, texts and widgets described anew each frame, laid out by measured text. Never: knows the game.
#ifndef CLIENT_UI_H
#define CLIENT_UI_H
#include "base/bytes.h"
#include "client/paint.h"
#include "client/text.h"
#include "client/theme.h"

// How it works: ui_run calls a screen function, which calls ui_*. That makes a list of nodes, which is
// measured, laid out, painted and remembered. Input is judged against the last
// laid-out frame and comes back as the result of the widget's call in the next frame.
typedef struct Ui Ui;

// All lengths in dp: 1 dp = 1 px at 100 %.
typedef enum UiFlow { UI_COLUMN, UI_ROW, UI_WRAP, UI_GRID } UiFlow;
// AUTO: rows centre their children across, columns stretch them.
typedef enum UiAlign { UI_AUTO, UI_START, UI_CENTER, UI_END, UI_STRETCH } UiAlign;
typedef enum UiSize { UI_COMPACT, UI_MEDIUM, UI_WIDE } UiSize;
// Letter sizes in dp. BODY is what running text uses.
typedef enum UiType {
    TYPE_BODY = 18,
    TYPE_CAPTION = 14,
    TYPE_LABEL = 16,
    TYPE_TITLE = 20,
    TYPE_HEAD = 24,
    TYPE_BIG = 32,
    TYPE_HUGE = 44,
} UiType;

typedef struct UiBox {
    UiFlow flow;
    int32_t gap, pad;
    int32_t pad_x, pad_y; // instead of pad where above 0
    int32_t grow;         // share of the parent's spare room along its flow
    bool equal; // starts from its least width, so that equal grow gives equal widths
    int32_t width, least, most; // fixed, smallest and greatest width; 0 = by content
    int32_t height;             // smallest height
    int32_t cell, cell_most;    // grid: smallest and greatest width of a cell
    UiAlign across, along;
    ColorToken fill, edge, bar; // bar: a thick line at the starting edge
    LineStyle bar_style;
    int32_t radius, edge_dp;
    bool scroll; // a column that scrolls when it is too tall; needs an id
    const char *id;
} UiBox;

typedef struct UiText {
    UiType type; // 0 = TYPE_BODY
    bool bold;
    ColorToken color; // 0 = COLOR_TEXT
    UiAlign align;
    int32_t grow, most; // most 0 = about 70 letters a line
    int32_t lines;      // 0 = all
    bool heading;
} UiText;

// Keys of one letter or figure: alone, only with Alt held, or not at all (WCAG 2.1.4).
typedef enum UiLetters { UI_LETTERS_ALONE, UI_LETTERS_ALT, UI_LETTERS_OFF } UiLetters;

typedef struct UiSetup {
    int32_t scale_percent; // 75 to 300; lowered when the window would show less than 426 x 240 dp
    int32_t text_percent; // letters alone, 100 to 200; 0 = 100
    UiLetters letters;
    bool rtl, reduced_motion;
    const char *font_folder; // NULL = the usual places
    Theme theme;
} UiSetup;

MUST_USE bool ui_create(Ui **out, Paint *paint, const UiSetup *setup, Err *err);
void ui_destroy(Ui *ui);
Theme *ui_theme(Ui *ui);
void ui_set_direction(Ui *ui, bool rtl);
void ui_set_motion(Ui *ui, bool reduced);
void ui_set_scale(Ui *ui, int32_t percent);
int32_t ui_scale(const Ui *ui); // the wish, not lowered
// Letters grow by this, boxes and marks do not; 100 to 200.
void ui_set_text_size(Ui *ui, int32_t percent);
void ui_set_letters(Ui *ui, UiLetters letters);
UiLetters ui_letters(const Ui *ui);
int64_t ui_now_ms(const Ui *ui);
// A frame is wanted at this time even when nothing happens; asked anew in every frame.
void ui_wake_at(Ui *ui, int64_t at_ms);

// --- Frames ---
// Calls screen for a frame, again until nothing changes (at most 4 times), and paints the last.
// now_ms moves animations and tips.
void ui_run(Ui *ui, void (*screen)(void *context, Ui *ui), void *context, int64_t now_ms);
// The same for a window of another size and without painting: what ui_audit then finds would be found there.
void ui_lay_out(Ui *ui, void (*screen)(void *context, Ui *ui), void *context,
        int32_t width_px, int32_t height_px);
// Milliseconds until a frame must come by itself; -1 = never.
int32_t ui_wake_ms(const Ui *ui, int64_t now_ms);

// --- Sizes ---
int32_t ui_px(const Ui *ui, int32_t dp);
int32_t ui_height_dp(const Ui *ui);
// compact < 720 dp, medium < 1200 dp, wide.
UiSize ui_size(const Ui *ui);

// --- Boxes and texts. Every ui_open needs its ui_close. ---
void ui_open(Ui *ui, UiBox box);
void ui_close(Ui *ui);
// Prefix for the ids inside; number < 0 leaves the number out.
void ui_scope(Ui *ui, const char *name, int32_t number);
void ui_scope_end(Ui *ui);
void ui_text(Ui *ui, const char *words, UiText how);
void ui_textf(Ui *ui, UiText how, const char *format, ...) PRINTF_LIKE(3, 4);
void ui_heading(Ui *ui, const char *words, UiType type);
void ui_icon(Ui *ui, IconKind icon, int32_t dp, ColorToken color);
void ui_space(Ui *ui, int32_t grow); // takes spare room
void ui_rule(Ui *ui);                // a thin line across a column
// A text for this frame, formatted; lives until the next ui_begin.
const char *ui_format(Ui *ui, const char *format, ...) PRINTF_LIKE(2, 3);

// A piece of a text of any length, for this frame; the caller may change it.
char *ui_piece(Ui *ui, const char *from, size_t length);

// Custom drawings: rect in pixels; data is copied for the frame (size bytes).
typedef struct UiPen {
    Paint *paint;
    Text *text;
    const Theme *theme;
    int32_t scale_percent, text_percent;
    bool rtl;
} UiPen;
typedef void (*UiPainter)(const UiPen *pen, Rect rect, const void *data);
// name: what a reader of the screen would say of it. width 0 = as wide as the parent allows.
void ui_drawing(Ui *ui, const char *name, int32_t width, int32_t height, UiPainter painter,
        const void *data, size_t size);
int32_t pen_px(const UiPen *pen, int32_t dp);

// --- Input, free of SDL ---
typedef enum UiInputKind {
    UI_INPUT_MOVE,
    UI_INPUT_PRESS,
    UI_INPUT_RELEASE,
    UI_INPUT_LEAVE,
    UI_INPUT_WHEEL,
    UI_INPUT_KEY,
    UI_INPUT_TEXT,
} UiInputKind;
typedef enum UiKey {
    UI_KEY_NONE,
    UI_KEY_TAB,
    UI_KEY_ENTER,
    UI_KEY_SPACE,
    UI_KEY_ESCAPE,
    UI_KEY_UP,
    UI_KEY_DOWN,
    UI_KEY_LEFT,
    UI_KEY_RIGHT,
    UI_KEY_HOME,
    UI_KEY_END,
    UI_KEY_PAGE_UP,
    UI_KEY_PAGE_DOWN,
    UI_KEY_BACKSPACE,
    UI_KEY_DELETE,
    UI_KEY_SELECT_ALL,
    UI_KEY_WHY,        // F1
    UI_KEY_CURTAIN,    // F9
    UI_KEY_MENU,       // F10, Start of a gamepad
    UI_KEY_FIND,       // Ctrl+F
    UI_KEY_GROUP_NEXT, // F6, the right bumper
    UI_KEY_GROUP_BACK,
    UI_KEY_BIGGER,
    UI_KEY_SMALLER,
    UI_KEY_NORMAL_SIZE,
} UiKey;
typedef struct UiInput {
    UiInputKind kind;
    int32_t x, y;  // px
    int32_t steps; // wheel: positive = up
    UiKey key;
    bool shift, control, alt;
    char text[32]; // TEXT: UTF-8
} UiInput;
// True when a new frame should be drawn. Text "?" and single letters act as shortcuts outside fields.
bool ui_input(Ui *ui, const UiInput *input);
// True while a text field has the focus (the window then asks the system for text input).
bool ui_wants_text(const Ui *ui);
// The selected text of the field that has the focus, "" if none; lives until the next frame.
const char *ui_selected(Ui *ui);
// The `why` of the widget on which F1 or ? was pressed (or a number was clicked), once; else NULL.
const char *ui_take_why(Ui *ui);
// True once after Esc that no sheet took.
bool ui_take_back(Ui *ui);

// --- Finding words (ui_seek.c) ---
// Brings the match number `at` into sight and frames it; called in every frame while somebody seeks.
// Counts from 0 and goes round; what stands between ui_seek_skip calls is not searched.
void ui_seek(Ui *ui, const char *words, int32_t at);
void ui_seek_skip(Ui *ui, bool skip);
int32_t ui_seek_count(const Ui *ui); // of the last frame
// The focus goes to what was found, or to the first thing to press after it.
void ui_seek_take(Ui *ui);
void ui_focus_on(Ui *ui, const char *id); // in the present scope

// --- Widgets: id is stable and unique within its scope ---
typedef enum UiRank { UI_SECONDARY, UI_PRIMARY, UI_QUIET } UiRank;
typedef struct UiButton {
    const char *id, *label;
    UiRank rank;
    IconKind icon;
    const char *closed; // not NULL: cannot be pressed, and this sentence says why
    const char *note;   // a second, smaller line
    const char *hint;   // shown when the pointer rests or the focus arrives
    const char *why;    // given to ui_take_why
    char key;           // shortcut letter, 0 = none
    int32_t grow;
    LineStyle style_line; // style of power at the starting edge when has_style
    bool has_style, chosen;
    UiAlign across;
} UiButton;
bool ui_button(Ui *ui, UiButton button);
// A card one can press: opens a column; close it with ui_close. *pressed is set.
void ui_card_open(Ui *ui, const char *id, const char *name, bool chosen, const char *why,
        bool *pressed);
bool ui_check(Ui *ui, const char *id, const char *label, bool *value);
// Returns true when the choice changed. closed may be NULL; else closed[i] says why option i is closed.
bool ui_radio(Ui *ui, const char *id, const char *const *labels, const char *const *closed,
        int32_t count, int32_t *chosen);
// keys: a shortcut letter for each tab, or NULL.
bool ui_tabs(Ui *ui, const char *id, const char *const *labels, const IconKind *icons,
        const char *keys, int32_t count, int32_t *chosen);
// A whole number; the sign of one below 0 stays before its figures whichever way is read.
const char *ui_signed(Ui *ui, int32_t number);
bool ui_stepper(Ui *ui, const char *id, const char *label, int32_t *value, int32_t least,
        int32_t most);
// Single line; text of capacity bytes stays valid UTF-8. Returns true when it changed.
bool ui_field(Ui *ui, const char *id, const char *label, char *text, size_t capacity);
// Several lines, of which `lines` are seen at once; Enter begins a new one, Ctrl+Enter presses the primary button.
bool ui_area(Ui *ui, const char *id, const char *label, char *text, size_t capacity,
        int32_t lines);
// A small label with an optional icon; not pressable.
void ui_chip(
        Ui *ui, const char *label, IconKind icon, ColorToken color, const LineStyle *style);
// A number that answers "why": pressing it, F1 or ? gives `why` to ui_take_why.
typedef struct UiNumber {
    const char *id, *label, *value, *note, *why;
    IconKind icon;
    int32_t band; // 1 to 5, 0 = no bar
    ColorToken color;
} UiNumber;
void ui_number(Ui *ui, UiNumber number);
// A sheet above everything; false when Esc or its close button asked to close it (then it is not open).
bool ui_sheet_open(Ui *ui, const char *id, const char *title, const char *close_label);
// Ends the scrolled body; what follows, up to the footer, stays in sight.
void ui_sheet_stays(Ui *ui);
// Ends the scrolled body; what follows stands in a line that stays in sight.
void ui_sheet_footer(Ui *ui);
void ui_sheet_close(Ui *ui);

// --- For tests and help ---
typedef struct UiFinding {
    char text[200];
} UiFinding;
// Clipped texts, divided words, overlapping or too small widgets, double ids, nameless widgets in the
// last frame. Returns how many were found (at most max are written).
int32_t ui_audit(const Ui *ui, UiFinding *out, int32_t max);
// The smallest letters of the last frame, in dp before any scale.
int32_t ui_least_type(const Ui *ui);
// The last frame as an indented list: role, name, id, place, state.
void ui_dump(const Ui *ui, Buffer *out);
// Ids in the order of Tab, one a line.
void ui_dump_focus(const Ui *ui, Buffer *out);
// Full id of the focused widget, "" if none.
const char *ui_focused(const Ui *ui);
// Middle of the widget with this full id; false when it is not on the screen.
MUST_USE bool ui_find(const Ui *ui, const char *path, int32_t *x, int32_t *y);

#endif // CLIENT_UI_H
