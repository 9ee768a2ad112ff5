// net/site_thin.c — leaves out of scripts, styles and words what only their readers need, before they are packed. Never: reads a language; it looks at how lines begin and end, and at quotes.
#include "net/site_thin.h"
#include <string.h>

static size_t line_at(Bytes script, size_t from) {
    const uint8_t *end = memchr(script.data + from, '\n', script.length - from);
    return end ? (size_t)(end - script.data) + 1 : script.length;
}

static bool is_comment(const uint8_t *at, size_t length) {
    return length >= 2 && at[0] == '/' && at[1] == '/';
}

// Where what is said of a line begins. After the last quote of the line nothing can be a text any more.
static size_t without_remark(const uint8_t *line, size_t length) {
    for (size_t i = length; i >= 4; i--) {
        const uint8_t *at = line + i - 4;
        if (strchr("'\"`", line[i - 1])) return length;
        if (memcmp(at, " // ", 4) == 0) return i - 4;
    }
    return length;
}

Bytes site_thin(Region *region, Bytes script) {
    uint8_t *out = region_take(region, script.length + 1);
    size_t length = 0;
    for (size_t at = 0, next; at < script.length; at = next) {
        next = line_at(script, at);
        while (at < next && script.data[at] == ' ')
            at++;
        const uint8_t *line = script.data + at;
        bool empty = at == next || *line == '\n';
        if (empty || is_comment(line, next - at)) continue;
        size_t told = without_remark(line, next - at);
        memcpy(out + length, line, told);
        length += told;
        if (told < next - at) out[length++] = '\n';
    }
    return (Bytes){out, length};
}

// --- Styles ---

static bool is_blank(uint8_t c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }

// A text or a remark begins here: where it ends. A space more or less within a text would be seen.
static size_t style_text_end(Bytes style, size_t at) {
    uint8_t quote = style.data[at++];
    while (at < style.length && style.data[at] != quote)
        at += style.data[at] == '\\' ? 2 : 1;
    return at < style.length ? at + 1 : style.length;
}

static size_t style_gap_end(Bytes style, size_t at) {
    for (;;) {
        while (at < style.length && is_blank(style.data[at]))
            at++;
        if (at + 1 >= style.length || memcmp(style.data + at, "/*", 2) != 0) return at;
        const uint8_t *end = memmem(style.data + at + 2, style.length - at - 2, "*/", 2);
        if (!end) return style.length;
        at = (size_t)(end - style.data) + 2;
    }
}

// No space is needed beside these. Before a colon one means something: "a :hover".
static bool parts_style(const uint8_t *out, size_t length, Bytes style, size_t next) {
    return length == 0 || next >= style.length || strchr("{};,:", out[length - 1])
           || strchr("{};,", style.data[next]);
}

Bytes site_thin_style(Region *region, Bytes style) {
    uint8_t *out = region_take(region, style.length + 1);
    size_t length = 0;
    for (size_t at = 0, next; at < style.length; at = next) {
        next = style_gap_end(style, at);
        if (next > at) {
            if (!parts_style(out, length, style, next)) out[length++] = ' ';
            continue;
        }
        bool text = style.data[at] == '"' || style.data[at] == '\'';
        next = text ? style_text_end(style, at) : at + 1;
        memcpy(out + length, style.data + at, next - at);
        length += next - at;
    }
    return (Bytes){out, length};
}

// --- Words ---

Bytes site_thin_words(Region *region, Bytes words) {
    uint8_t *out = region_take(region, words.length + 1);
    size_t length = 0;
    for (size_t at = 0; at < words.length; at++) {
        if (words.data[at] != '\n') out[length++] = words.data[at];
    }
    return (Bytes){out, length};
}
