// client/text.h — text of any script laid out for a width and drawn; results are kept. Never: decides where it stands.
#ifndef CLIENT_TEXT_H
#define CLIENT_TEXT_H
#include "client/fonts.h"
#include "client/geometry.h"
#include "client/paint.h"
#include "client/runs.h"

typedef struct Text Text;
typedef struct TextBlock TextBlock;

typedef struct TextStyle {
    int32_t size_px;
    FontWeight weight;
    TextDirection direction;
} TextStyle;

// What a layout needs to know of a text before its width is chosen.
typedef struct TextMeasure {
    int32_t natural_w; // all on one line (longest line if it has line feeds)
    int32_t least_w;   // its longest piece that should not be divided
    int32_t line_h;
} TextMeasure;

// Needs no window. paint is borrowed and must outlive the Text.
MUST_USE bool text_create(Text **out, Paint *paint, const char *font_folder, Err *err);
void text_destroy(Text *text);
// Call once a frame: forgets what no frame used for a while.
void text_begin_frame(Text *text);

// Text that is not UTF-8 is shown as a question mark in place of each wrong byte.
TextMeasure text_measure(Text *text, const char *words, TextStyle style);
// Lines for this width (px; longer words are divided between letters). lines_max 0 = all; else the
// last line kept ends in an ellipsis when something is left out. Lives until the next text_begin_frame.
const TextBlock *text_layout(Text *text, const char *words, TextStyle style,
        int32_t width_px, int32_t lines_max);
int32_t text_block_width(const TextBlock *block);
int32_t text_block_height(const TextBlock *block);
int32_t text_block_lines(const TextBlock *block);
// True when words had to be divided or lines were left out.
bool text_block_cut(const TextBlock *block);
// Which bytes of the words stand in a line of the block, its last spaces included, and how its paragraph reads.
typedef struct TextRow {
    int32_t from, to;
    bool rtl;
} TextRow;
TextRow text_block_row(const TextBlock *block, int32_t line);

typedef enum TextAlign { ALIGN_LEFT, ALIGN_CENTER, ALIGN_RIGHT } TextAlign;
// Lines stand in the box [x, x + width_px) by align.
void text_draw(Text *text, const TextBlock *block, int32_t x, int32_t y, int32_t width_px,
        TextAlign align, Color color);
// --- Where letters stand in a single line, px from the left edge of the line as text_draw draws it ---
// True when the line reads from right to left.
bool text_is_rtl(Text *text, const char *words, TextStyle style);
// The caret before the letter at this byte; behind the last letter at the end of the words.
int32_t text_caret(Text *text, const char *words, TextStyle style, int32_t at);
// The byte a press at x means: the nearest edge between letters as readers count them.
int32_t text_letter_at(Text *text, const char *words, TextStyle style, int32_t x);
// What the bytes [from, to) cover, left to right: x and w of at most max stretches. Returns how many.
int32_t text_stretches(Text *text, const char *words, TextStyle style, int32_t from,
        int32_t to, Rect *out, int32_t max);

// For text_caret.c: the letters of one line, until the next call; and the width of some of them.
const Paragraph *text_analyse(Text *text, const char *words, TextStyle style);
int32_t text_span(Text *text, const char *words, TextStyle style, int32_t from, int32_t to);

// 1.5 times the letters' size.
int32_t text_line_height(int32_t size_px);

#endif // CLIENT_TEXT_H
