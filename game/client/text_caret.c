// client/text_caret.c — where the letters of one line stand when directions mix: carets, stretches, presses. Never: draws.
#include "client/text.h"

enum { PIECES_MAX = 64 };

// The line laid out piece by piece, from left to right. Spaces at its end hang over on the far side.
typedef struct Line {
    Text *text;
    const char *words;
    TextStyle style;
    const Paragraph *letters;
    RunPiece pieces[PIECES_MAX];
    int32_t x[PIECES_MAX], w[PIECES_MAX];
    int32_t count;
} Line;

static bool is_space(uint32_t c) { return c == ' ' || c == '\t'; }

// Width of the spaces at the end of reading: the drawn line is without them.
static int32_t hanging(const Line *line) {
    int32_t end = line->letters->count, from = end;
    while (from > 0 && is_space(line->letters->letters[from - 1].code_point))
        from--;
    return text_span(line->text, line->words, line->style, from, end);
}

static void lay(Line *line, Text *text, const char *words, TextStyle style) {
    line->text = text;
    line->words = words;
    line->style = style;
    line->letters = text_analyse(text, words, style);
    line->count =
            runs_pieces(line->letters, 0, line->letters->count, line->pieces, PIECES_MAX);
    int32_t x = line->letters->rtl ? -hanging(line) : 0;
    for (int32_t i = 0; i < line->count; i++) {
        const RunPiece *piece = &line->pieces[i];
        line->x[i] = x;
        line->w[i] = text_span(text, words, style, piece->from, piece->to);
        x += line->w[i];
    }
}

// The left or right edge of a letter, whichever reading comes to first; behind: the other one.
static int32_t edge(const Line *line, int32_t letter, bool behind) {
    for (int32_t i = 0; i < line->count; i++) {
        const RunPiece *piece = &line->pieces[i];
        if (letter < piece->from || letter >= piece->to) continue;
        int32_t until = letter + behind;
        int32_t before =
                text_span(line->text, line->words, line->style, piece->from, until);
        return piece->level & 1 ? line->x[i] + line->w[i] - before : line->x[i] + before;
    }
    return 0;
}

static int32_t letter_of(const Paragraph *letters, int32_t at) {
    int32_t letter = 0;
    while (letter < letters->count && (int32_t)letters->letters[letter].at < at)
        letter++;
    return letter;
}

static int32_t caret_of(const Line *line, int32_t letter) {
    int32_t count = line->letters->count;
    if (count == 0) return 0;
    return letter < count ? edge(line, letter, false) : edge(line, count - 1, true);
}

bool text_is_rtl(Text *text, const char *words, TextStyle style) {
    return text_analyse(text, words, style)->rtl;
}

int32_t text_caret(Text *text, const char *words, TextStyle style, int32_t at) {
    Line line;
    lay(&line, text, words, style);
    return caret_of(&line, letter_of(line.letters, at));
}

int32_t text_letter_at(Text *text, const char *words, TextStyle style, int32_t x) {
    Line line;
    lay(&line, text, words, style);
    int32_t best = 0, nearest = INT32_MAX;
    for (int32_t letter = 0; letter <= line.letters->count; letter++) {
        bool between =
                letter == line.letters->count || line.letters->letters[letter].is_cluster;
        int32_t away = core_abs(caret_of(&line, letter) - x);
        if (!between || away >= nearest) continue;
        nearest = away;
        best = (int32_t)line.letters->letters[letter].at;
    }
    return best;
}

int32_t text_stretches(Text *text, const char *words, TextStyle style, int32_t from,
        int32_t to, Rect *out, int32_t max) {
    Line line;
    lay(&line, text, words, style);
    int32_t first = letter_of(line.letters, from), end = letter_of(line.letters, to),
            count = 0;
    for (int32_t i = 0; i < line.count && count < max; i++) {
        const RunPiece *piece = &line.pieces[i];
        int32_t a = core_max(first, piece->from), z = core_min(end, piece->to);
        if (a >= z) continue;
        int32_t one = edge(&line, a, false), other = edge(&line, z - 1, true);
        out[count++] = (Rect){core_min(one, other), 0, core_abs(other - one), 0};
    }
    return count;
}
