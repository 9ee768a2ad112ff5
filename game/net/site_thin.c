// net/site_thin.c — leaves out the comments and indents of a script before it is packed. Never: reads the language; it looks at how lines begin and end.
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
