// cli/terminal.c — what a terminal may show of words that came from elsewhere. Never: judges or translates them.
#include "cli/terminal.h"
#include "base/utf8.h"
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

static const char STANDS_IN[] = "·";

// Bytes of the letter at the start of the text; 0 if none is there.
static size_t letter_bytes(const char *text, size_t length) {
    for (size_t bytes = 1; bytes <= 4 && bytes <= length; bytes++) {
        if (utf8_valid(text, bytes)) return bytes;
    }
    return 0;
}

static bool is_harmless(const char *text, size_t bytes) {
    size_t at = 0;
    uint32_t letter = utf8_next(text, bytes, &at);
    return !utf8_is_control(letter, true) && !utf8_is_invisible(letter);
}

void terminal_text(Buffer *out, const char *text, size_t length) {
    for (size_t at = 0; at < length;) {
        size_t bytes = letter_bytes(text + at, length - at);
        if (bytes > 0 && is_harmless(text + at, bytes))
            buffer_add(out, text + at, bytes);
        else
            buffer_add_text(out, STANDS_IN);
        at += bytes > 0 ? bytes : 1;
    }
}

void terminal_print(FILE *to, const char *format, ...) {
    Buffer out = {0};
    char *text = NULL;
    va_list args;
    va_start(args, format);
    int length = vasprintf(&text, format, args);
    va_end(args);
    ASSERT(length >= 0);
    terminal_text(&out, text, (size_t)length);
    if (out.length > 0) fputs(out.data, to);
    buffer_free(&out);
    free(text);
}
