// base/diag.h — what is wrong with an author's pack: all findings of a run with place, cause and fix. Never: printing.
#ifndef BASE_DIAG_H
#define BASE_DIAG_H
#include "base/bytes.h"

enum { DIAGS_MAX = 100 };

typedef enum DiagSeverity { DIAG_ERROR, DIAG_WARNING, DIAG_NOTE } DiagSeverity;

// One finding in the author's words. line and column count from 1, column in bytes; 0 = unknown.
typedef struct Diag {
    char code[6]; // "E201"
    DiagSeverity severity;
    int32_t line, column, length;
    char file[64];
    char message[320];
    char expected[200];
    char near[64]; // the nearest right word, or empty
    char fix[200];
    char source[160]; // the source line, or empty
} Diag;

// All findings of one run. `lost` counts those past the limit.
typedef struct Diags {
    Diag items[DIAGS_MAX
               + 1]; // the last one is the spare that takes what is past the limit
    int32_t count, errors, warnings, lost;
} Diags;

// Adds a finding and returns it for expected, near and fix; never NULL (past the limit a spare is
// returned that is not kept). code decides the severity: E error, W warning, N note.
Diag *diags_add(Diags *diags, const char *code, const char *file, int32_t line,
        int32_t column, const char *message_format, ...) PRINTF_LIKE(6, 7);
void diag_expected(Diag *diag, const char *format, ...) PRINTF_LIKE(2, 3);
void diag_fix(Diag *diag, const char *format, ...) PRINTF_LIKE(2, 3);
// Nearest of the words by edit distance, at most max(1, length / 3) away; NULL if none.
const char *diag_nearest(const char *word, const char *const *words, size_t words_count);
// Remembers the nearest word for `Did you mean`. near may be NULL.
void diag_near(Diag *diag, const char *near);
// The finding as at most five lines of plain text.
void diag_print(const Diag *diag, Buffer *out);
// Sorts by basic-ness: E1 before E2 … W … N, then file, line and column.
void diags_sort(Diags *diags);

#endif // BASE_DIAG_H
