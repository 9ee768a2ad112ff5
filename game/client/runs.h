// client/runs.h — a paragraph cut into pieces of one direction, script and font. Never: measures or draws.
#ifndef CLIENT_RUNS_H
#define CLIENT_RUNS_H
#include "client/fonts.h"

enum { PARAGRAPH_LETTERS_MAX = 4096 };

typedef enum TextDirection { TEXT_AUTO, TEXT_LTR, TEXT_RTL } TextDirection;

// One code point with all that shaping needs to know.
typedef struct Letter {
    uint32_t code_point;
    uint32_t at; // byte offset in the paragraph
    int16_t face;
    uint8_t level;      // odd = right to left
    uint8_t may_break;  // a line may begin here
    uint8_t is_cluster; // a letter as a reader counts begins here
    char script[5];
} Letter;

typedef struct Paragraph {
    bool rtl;
    int32_t count;
    Letter letters[PARAGRAPH_LETTERS_MAX + 1]; // one more, whose `at` is the end
} Paragraph;

// Analyses length bytes of valid UTF-8 without line feeds. Letters past the limit are left out.
void runs_analyse(Fonts *fonts, const char *text, size_t length, TextDirection direction,
        Paragraph *out);
// End (exclusive) of the run that begins at `from`, never past `to`.
int32_t runs_end(const Paragraph *paragraph, int32_t from, int32_t to);

// A stretch of letters of one level, as it stands in a line.
typedef struct RunPiece {
    int32_t from, to;
    uint8_t level;
} RunPiece;
// The pieces of letters [from, to) from left to right as they are seen; at most max.
int32_t runs_pieces(
        const Paragraph *paragraph, int32_t from, int32_t to, RunPiece *out, int32_t max);

#endif // CLIENT_RUNS_H
