// client/text.c — measures words, fills lines, keeps laid-out blocks and the pictures of their runs. Never: decides where text stands.
#include "client/text.h"
#include "base/digest.h"
#include "base/utf8.h"
#include <SDL.h>
#include <SDL_ttf.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    BLOCKS_MAX = 4096,
    WAYS = 8,
    FRAMES_KEPT = 120,
    RUNS_PER_LINE_MAX = 64,
    RUN_BYTES_MAX = 2048
};

// The ellipsis.
static const char DOTS[] = "\xE2\x80\xA6";

typedef struct DrawnRun {
    int32_t x, w, face;
    char script[5];
    bool rtl;
    char *text;
    SDL_Texture *texture; // made when first drawn
    int32_t texture_w, texture_h, ascent;
} DrawnRun;

typedef struct DrawnLine {
    int32_t w, runs_from, runs_count;
    TextRow row;
} DrawnLine;

struct TextBlock {
    uint64_t key;
    int64_t used_at;
    TextStyle style;
    TextMeasure measure;
    int32_t w, h, lines_count, runs_count;
    bool rtl, cut, measured_only;
    DrawnLine *lines;
    DrawnRun *runs;
};

struct Text {
    Paint *paint;
    Fonts *fonts;
    int64_t frame;
    TextBlock *blocks[BLOCKS_MAX];
    Paragraph paragraph;
};

// A block under construction: where lines and runs are gathered.
typedef struct Builder {
    Text *text;
    TextBlock *block;
    const char *words, *whole; // the paragraph, and the text it begins in
    int32_t width, lines_max, lines_capacity, runs_capacity;
} Builder;

int32_t text_line_height(int32_t size_px) { return (size_px * 3 + 1) / 2; }

MUST_USE bool text_create(Text **out, Paint *paint, const char *font_folder, Err *err) {
    *out = NULL;
    Text *text = calloc(1, sizeof *text);
    ASSERT(text);
    text->paint = paint;
    if (!fonts_create(&text->fonts, font_folder, err)) {
        free(text);
        return false;
    }
    *out = text;
    return true;
}

static void free_block(TextBlock *block) {
    if (!block) return;
    for (int32_t i = 0; i < block->runs_count; i++) {
        if (block->runs[i].texture) SDL_DestroyTexture(block->runs[i].texture);
        free(block->runs[i].text);
    }
    free(block->runs);
    free(block->lines);
    free(block);
}

void text_destroy(Text *text) {
    if (!text) return;
    for (int32_t i = 0; i < BLOCKS_MAX; i++)
        free_block(text->blocks[i]);
    fonts_destroy(text->fonts);
    free(text);
}

void text_begin_frame(Text *text) {
    text->frame++;
    if (text->frame % 32) return;
    for (int32_t i = 0; i < BLOCKS_MAX; i++) {
        TextBlock *block = text->blocks[i];
        if (block && text->frame - block->used_at > FRAMES_KEPT) {
            free_block(block);
            text->blocks[i] = NULL;
        }
    }
}

// --- Measuring ---

static TTF_Font *font_of(
        Text *text, int32_t face, TextStyle style, const char *script, bool rtl) {
    TTF_Font *font = fonts_open(text->fonts, face, style.weight, style.size_px);
    TTF_SetFontScriptName(font, script);
    TTF_SetFontDirection(font, rtl ? TTF_DIRECTION_RTL : TTF_DIRECTION_LTR);
    return font;
}

static int32_t run_width(Builder *b, int32_t from, int32_t to) {
    const Paragraph *p = &b->text->paragraph;
    char piece[RUN_BYTES_MAX];
    size_t length = p->letters[to].at - p->letters[from].at;
    if (length == 0 || length >= sizeof piece) return 0;
    memcpy(piece, b->words + p->letters[from].at, length);
    piece[length] = 0;
    const Letter *first = &p->letters[from];
    TTF_Font *font =
            font_of(b->text, first->face, b->block->style, first->script, first->level & 1);
    int w = 0, h = 0;
    if (TTF_SizeUTF8(font, piece, &w, &h) != 0) return 0;
    return w;
}

static int32_t span_width(Builder *b, int32_t from, int32_t to) {
    int32_t width = 0;
    while (from < to) {
        int32_t end = runs_end(&b->text->paragraph, from, to);
        width += run_width(b, from, end);
        from = end;
    }
    return width;
}

static bool is_space(uint32_t c) {
    return c == ' ' || c == '\t' || c == 0x3000 || c == 0x200B;
}

static int32_t without_spaces(const Paragraph *p, int32_t from, int32_t to) {
    while (to > from && is_space(p->letters[to - 1].code_point))
        to--;
    return to;
}

static int32_t next_break(const Paragraph *p, int32_t from) {
    int32_t end = from + 1;
    while (end < p->count && !p->letters[end].may_break)
        end++;
    return end;
}

static void measure_paragraph(Builder *b) {
    const Paragraph *p = &b->text->paragraph;
    TextMeasure *m = &b->block->measure;
    int32_t end = without_spaces(p, 0, p->count);
    m->natural_w = core_max(m->natural_w, span_width(b, 0, end));
    for (int32_t from = 0; from < end;) {
        int32_t to = next_break(p, from);
        m->least_w = core_max(m->least_w, span_width(b, from, without_spaces(p, from, to)));
        from = to;
    }
}

// --- Lines ---

static DrawnRun *new_run(Builder *b, const char *text, size_t length) {
    TextBlock *block = b->block;
    if (block->runs_count == b->runs_capacity) {
        b->runs_capacity = b->runs_capacity ? 2 * b->runs_capacity : 4;
        block->runs =
                realloc(block->runs, sizeof block->runs[0] * (size_t)b->runs_capacity);
        ASSERT(block->runs);
    }
    DrawnRun *run = &block->runs[block->runs_count++];
    *run = (DrawnRun){.text = malloc(length + 1)};
    ASSERT(run->text);
    memcpy(run->text, text, length);
    run->text[length] = 0;
    return run;
}

static void add_run(Builder *b, int32_t from, int32_t to, int32_t x) {
    const Letter *first = &b->text->paragraph.letters[from];
    size_t length = b->text->paragraph.letters[to].at - first->at;
    DrawnRun *run = new_run(b, b->words + first->at, length);
    run->x = x;
    run->w = run_width(b, from, to);
    run->face = first->face;
    run->rtl = first->level & 1;
    memcpy(run->script, first->script, sizeof run->script);
}

static void add_line(Builder *b, int32_t from, int32_t to) {
    const Paragraph *p = &b->text->paragraph;
    TextBlock *block = b->block;
    RunPiece pieces[RUNS_PER_LINE_MAX];
    int32_t end = without_spaces(p, from, to);
    int32_t count = runs_pieces(p, from, end, pieces, RUNS_PER_LINE_MAX);
    if (block->lines_count == b->lines_capacity) {
        b->lines_capacity = b->lines_capacity ? 2 * b->lines_capacity : 2;
        block->lines =
                realloc(block->lines, sizeof block->lines[0] * (size_t)b->lines_capacity);
        ASSERT(block->lines);
    }
    DrawnLine *line = &block->lines[block->lines_count++];
    int32_t before = (int32_t)(b->words - b->whole);
    *line = (DrawnLine){
            .runs_from = block->runs_count,
            .row = {before + (int32_t)p->letters[from].at,
                    before + (int32_t)p->letters[to].at, p->rtl}
    };
    for (int32_t i = 0; i < count; i++) {
        add_run(b, pieces[i].from, pieces[i].to, line->w);
        line->w += block->runs[block->runs_count - 1].w;
    }
    line->runs_count = block->runs_count - line->runs_from;
    block->w = core_max(block->w, line->w);
}

// The longest stretch of whole letters from `from` that fits; at least one letter.
static int32_t letters_that_fit(Builder *b, int32_t from, int32_t to) {
    const Paragraph *p = &b->text->paragraph;
    int32_t best = from + 1;
    while (best < to && !p->letters[best].is_cluster)
        best++;
    for (int32_t at = best; at <= to; at++) {
        if (at < to && !p->letters[at].is_cluster) continue;
        if (span_width(b, from, at) > b->width) break;
        best = at;
    }
    return best;
}

static int32_t line_end(Builder *b, int32_t from) {
    const Paragraph *p = &b->text->paragraph;
    int32_t end = from;
    while (end < p->count) {
        int32_t to = next_break(p, end);
        int32_t bare = without_spaces(p, end, to);
        // Measured as a whole: pairs of letters draw together, so words do not simply add up.
        if (bare > end && span_width(b, from, bare) > b->width) break;
        end = to;
    }
    if (end > from) return end;
    b->block->cut = true;
    return letters_that_fit(b, from, next_break(p, from));
}

// The three dots stand at the end of reading, in the first font, which surely has them.
static void add_dots(Builder *b, int32_t dots_w) {
    TextBlock *block = b->block;
    DrawnLine *line = &block->lines[block->lines_count - 1];
    bool rtl = b->text->paragraph.rtl;
    for (int32_t i = 0; i < line->runs_count && rtl; i++)
        block->runs[line->runs_from + i].x += dots_w;
    DrawnRun *dots = new_run(b, DOTS, strlen(DOTS));
    dots->x = rtl ? 0 : line->w;
    dots->w = dots_w;
    memcpy(dots->script, "Latn", 5);
    line->runs_count++;
    line->w += dots_w;
    block->w = core_max(block->w, line->w);
}

// Drops letters from the end until the dots fit too.
static void add_cut_line(Builder *b, int32_t from, int32_t to) {
    const Paragraph *p = &b->text->paragraph;
    int width = 0, height = 0;
    TTF_SizeUTF8(
            font_of(b->text, 0, b->block->style, "Latn", false), DOTS, &width, &height);
    b->block->cut = true;
    while (to > from + 1 && span_width(b, from, to) + width > b->width) {
        to--;
        while (to > from + 1 && !p->letters[to].is_cluster)
            to--;
    }
    add_line(b, from, to);
    add_dots(b, width);
}

static void fill_lines(Builder *b, bool last_paragraph) {
    const Paragraph *p = &b->text->paragraph;
    int32_t from = 0;
    do {
        if (b->lines_max && b->block->lines_count == b->lines_max) return;
        int32_t end = p->count ? line_end(b, from) : 0;
        bool full = b->lines_max && b->block->lines_count == b->lines_max - 1;
        if (full && (end < p->count || !last_paragraph)) {
            add_cut_line(b, from, end);
        } else {
            add_line(b, from, end);
        }
        from = end;
    } while (from < p->count);
}

// --- Blocks ---

static char *clean_copy(const char *words) {
    size_t length = strlen(words);
    char *copy = malloc(length + 1);
    ASSERT(copy);
    memcpy(copy, words, length + 1);
    if (utf8_valid(words, length)) return copy;
    for (size_t i = 0; i < length; i++) {
        if ((unsigned char)copy[i] >= 0x80) copy[i] = '?';
    }
    return copy;
}

static void build(Builder *b, bool measure_only) {
    const char *whole = b->words;
    for (const char *at = whole;;) {
        const char *end = strchr(at, '\n');
        size_t length = end ? (size_t)(end - at) : strlen(at);
        b->words = at;
        runs_analyse(
                b->text->fonts, at, length, b->block->style.direction, &b->text->paragraph);
        if (at == whole) b->block->rtl = b->text->paragraph.rtl;
        if (measure_only) measure_paragraph(b);
        if (!measure_only) fill_lines(b, end == NULL);
        if (!end) break;
        at = end + 1;
    }
    b->words = whole;
}

static TextBlock **slot_of(Text *text, uint64_t key) {
    TextBlock **oldest = NULL;
    for (uint32_t i = 0; i < WAYS; i++) {
        TextBlock **slot = &text->blocks[(key + i) % BLOCKS_MAX];
        if (!*slot) return oldest && (*oldest)->used_at < text->frame - 1 ? oldest : slot;
        if ((*slot)->key == key) return slot;
        if (!oldest || (*slot)->used_at < (*oldest)->used_at) oldest = slot;
    }
    return oldest;
}

static uint64_t key_of(
        const char *words, TextStyle style, int32_t width, int32_t lines_max) {
    int32_t parts[6] = {style.size_px, (int32_t)style.weight, (int32_t)style.direction,
            width, lines_max, 7};
    return digest_fast(words, strlen(words), digest_fast(parts, sizeof parts, 3));
}

static TextBlock *find_or_build(
        Text *text, const char *words, TextStyle style, int32_t width, int32_t lines_max) {
    uint64_t key = key_of(words, style, width, lines_max);
    TextBlock **slot = NULL;
    for (uint32_t i = 0; i < WAYS; i++) {
        TextBlock *block = text->blocks[(key + i) % BLOCKS_MAX];
        if (block && block->key == key) {
            block->used_at = text->frame;
            return block;
        }
    }
    slot = slot_of(text, key);
    free_block(*slot);
    TextBlock *block = calloc(1, sizeof *block);
    ASSERT(block);
    *block = (TextBlock){
            .key = key, .used_at = text->frame, .style = style, .measured_only = width < 0};
    char *copy = clean_copy(words);
    Builder b = {.text = text,
            .block = block,
            .words = copy,
            .whole = copy,
            .width = width,
            .lines_max = lines_max};
    build(&b, width < 0);
    free(copy);
    block->measure.line_h = text_line_height(style.size_px);
    block->h = block->lines_count * block->measure.line_h;
    *slot = block;
    return block;
}

TextMeasure text_measure(Text *text, const char *words, TextStyle style) {
    return find_or_build(text, words, style, -1, 0)->measure;
}

const TextBlock *text_layout(Text *text, const char *words, TextStyle style,
        int32_t width_px, int32_t lines_max) {
    // Wider than natural looks the same, so it shares the block.
    TextMeasure measure = text_measure(text, words, style);
    return find_or_build(text, words, style,
            core_clamp(width_px, 1, core_max(1, measure.natural_w)), lines_max);
}

const Paragraph *text_analyse(Text *text, const char *words, TextStyle style) {
    size_t length = strcspn(words, "\n");
    Paragraph *p = &text->paragraph;
    if (!utf8_valid(words, length)) length = 0;
    runs_analyse(text->fonts, words, length, style.direction, p);
    p->letters[p->count].at = (uint32_t)length;
    return p;
}

int32_t text_span(
        Text *text, const char *words, TextStyle style, int32_t from, int32_t to) {
    TextBlock block = {.style = style};
    Builder b = {.text = text, .block = &block, .words = words};
    return span_width(&b, from, to);
}

int32_t text_block_width(const TextBlock *block) { return block->w; }
int32_t text_block_height(const TextBlock *block) { return block->h; }
int32_t text_block_lines(const TextBlock *block) { return block->lines_count; }
bool text_block_cut(const TextBlock *block) { return block->cut; }
TextRow text_block_row(const TextBlock *block, int32_t line) {
    return block->lines[line].row;
}

// --- Drawing ---

static void make_texture(Text *text, const TextBlock *block, DrawnRun *run) {
    TTF_Font *font = font_of(text, run->face, block->style, run->script, run->rtl);
    SDL_Surface *surface =
            TTF_RenderUTF8_Blended(font, run->text, (SDL_Color){255, 255, 255, 255});
    run->ascent = TTF_FontAscent(font);
    if (!surface) return;
    run->texture = SDL_CreateTextureFromSurface(paint_renderer(text->paint), surface);
    run->texture_w = surface->w;
    run->texture_h = surface->h;
    SDL_FreeSurface(surface);
}

static void draw_run(Text *text, const TextBlock *block, DrawnRun *run, int32_t x,
        int32_t baseline, Color color) {
    if (!run->texture && run->text[0]) make_texture(text, block, run);
    if (!run->texture) return;
    SDL_Rect to = {x + run->x, baseline - run->ascent, run->texture_w, run->texture_h};
    SDL_SetTextureColorMod(run->texture, color.r, color.g, color.b);
    SDL_SetTextureAlphaMod(run->texture, color.a);
    SDL_RenderCopy(paint_renderer(text->paint), run->texture, NULL, &to);
}

void text_draw(Text *text, const TextBlock *block, int32_t x, int32_t y, int32_t width_px,
        TextAlign align, Color color) {
    TTF_Font *first = fonts_open(text->fonts, 0, block->style.weight, block->style.size_px);
    int32_t ascent = TTF_FontAscent(first), letters_h = ascent - TTF_FontDescent(first);
    for (int32_t i = 0; i < block->lines_count; i++) {
        const DrawnLine *line = &block->lines[i];
        int32_t left = x;
        if (align == ALIGN_CENTER) left += (width_px - line->w) / 2;
        if (align == ALIGN_RIGHT) left += width_px - line->w;
        int32_t baseline = y + i * block->measure.line_h
                           + (block->measure.line_h - letters_h) / 2 + ascent;
        for (int32_t r = 0; r < line->runs_count; r++) {
            draw_run(text, block, &block->runs[line->runs_from + r], left, baseline, color);
        }
    }
}
