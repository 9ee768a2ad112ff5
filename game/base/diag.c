// base/diag.c — collects findings, finds the nearest word, writes the five lines. Never: decides what is wrong.
#include "base/diag.h"
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { WORD_MAX = 64 };

static DiagSeverity severity_of(const char *code) {
    if (code[0] == 'W') return DIAG_WARNING;
    return code[0] == 'N' ? DIAG_NOTE : DIAG_ERROR;
}

static Diag *next_item(Diags *diags) {
    if (diags->count == DIAGS_MAX) {
        diags->lost++;
        return &diags->items[DIAGS_MAX];
    }
    return &diags->items[diags->count++];
}

Diag *diags_add(Diags *diags, const char *code, const char *file, int32_t line,
        int32_t column, const char *message_format, ...) {
    Diag *diag = next_item(diags);
    *diag = (Diag){
            .severity = severity_of(code), .line = line, .column = column, .length = 1};
    snprintf(diag->code, sizeof diag->code, "%s", code);
    snprintf(diag->file, sizeof diag->file, "%s", file ? file : "");
    va_list args;
    va_start(args, message_format);
    vsnprintf(diag->message, sizeof diag->message, message_format, args);
    va_end(args);
    if (diag->severity == DIAG_ERROR) diags->errors++;
    if (diag->severity == DIAG_WARNING) diags->warnings++;
    return diag;
}

void diag_expected(Diag *diag, const char *format, ...) {
    va_list args;
    va_start(args, format);
    vsnprintf(diag->expected, sizeof diag->expected, format, args);
    va_end(args);
}

void diag_fix(Diag *diag, const char *format, ...) {
    va_list args;
    va_start(args, format);
    vsnprintf(diag->fix, sizeof diag->fix, format, args);
    va_end(args);
}

void diag_near(Diag *diag, const char *near) {
    snprintf(diag->near, sizeof diag->near, "%s", near ? near : "");
}

// Optimal string alignment distance (two swapped neighbours count as one step).
static int32_t distance(const char *a, const char *b) {
    size_t n = strlen(a), m = strlen(b);
    if (n >= WORD_MAX || m >= WORD_MAX) return INT32_MAX;
    int32_t rows[3][WORD_MAX + 1];
    for (size_t j = 0; j <= m; j++)
        rows[1][j] = (int32_t)j;
    for (size_t i = 1; i <= n; i++) {
        int32_t *before = rows[(i + 2) % 3], *above = rows[i % 3], *row = rows[(i + 1) % 3];
        row[0] = (int32_t)i;
        for (size_t j = 1; j <= m; j++) {
            int32_t cost = a[i - 1] != b[j - 1];
            row[j] = core_min(core_min(above[j] + 1, row[j - 1] + 1), above[j - 1] + cost);
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
                row[j] = core_min(row[j], before[j - 2] + 1);
            }
        }
    }
    return rows[(n + 1) % 3][m];
}

const char *diag_nearest(const char *word, const char *const *words, size_t words_count) {
    int32_t best = core_max(1, (int32_t)strlen(word) / 3) + 1;
    const char *nearest = NULL;
    for (size_t i = 0; i < words_count; i++) {
        int32_t far = distance(word, words[i]);
        if (far < best) {
            best = far;
            nearest = words[i];
        }
    }
    return nearest;
}

// length counts bytes; a letter of several bytes has one caret.
static int32_t carets(const Diag *diag) {
    size_t line = strlen(diag->source), from = (size_t)core_max(0, diag->column - 1);
    int32_t letters = 0;
    for (int32_t i = 0; i < diag->length; i++) {
        bool inside = from + (size_t)i < line;
        letters +=
                !inside || ((unsigned char)diag->source[from + (size_t)i] & 0xC0) != 0x80;
    }
    return core_clamp(letters, 1, 40);
}

static void print_source(const Diag *diag, Buffer *out) {
    buffer_format(out, "%4d | %s\n     | ", diag->line, diag->source);
    for (int32_t i = 1; i < diag->column && diag->source[i - 1]; i++) {
        if (((unsigned char)diag->source[i - 1] & 0xC0) != 0x80) buffer_add_text(out, " ");
    }
    for (int32_t i = 0; i < carets(diag); i++)
        buffer_add_text(out, "^");
    buffer_add_text(out, "\n");
}

// Editors count letters where a finding counts bytes.
static int32_t shown_column(const Diag *diag) {
    int32_t column = diag->column;
    for (int32_t i = 0; i < diag->column - 1 && diag->source[i]; i++)
        column -= ((unsigned char)diag->source[i] & 0xC0) == 0x80;
    return column;
}

void diag_print(const Diag *diag, Buffer *out) {
    buffer_format(out, "%s %s", diag->code, diag->file);
    if (diag->line > 0) buffer_format(out, ":%d", diag->line);
    if (diag->column > 0) buffer_format(out, ":%d", shown_column(diag));
    buffer_format(out, "  %s\n", diag->message);
    if (diag->source[0]) print_source(diag, out);
    if (diag->expected[0]) buffer_format(out, "  Expected: %s.\n", diag->expected);
    if (diag->near[0]) buffer_format(out, "  Did you mean \"%s\"?", diag->near);
    if (diag->fix[0]) buffer_format(out, "  Fix: %s", diag->fix);
    if (diag->near[0] || diag->fix[0]) buffer_add_text(out, "\n");
}

static int order(const void *left, const void *right) {
    const Diag *a = left, *b = right;
    if (a->severity != b->severity) return (int)a->severity - (int)b->severity;
    if (a->code[1] != b->code[1]) return a->code[1] - b->code[1];
    int names = strcmp(a->file, b->file);
    if (names != 0) return names;
    if (a->line != b->line) return a->line - b->line;
    return a->column != b->column ? a->column - b->column : strcmp(a->code, b->code);
}

void diags_sort(Diags *diags) {
    qsort(diags->items, (size_t)diags->count, sizeof diags->items[0], order);
}
