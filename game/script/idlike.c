// script/idlike.c — the id an author may have meant by what cannot be one. Never: decides whether an id is allowed.
#include "script/idlike.h"
#include "base/utf8.h"
#include <string.h>

// The plain letter under the accents of U+00C0 to U+00FF; a space for what has none.
static const char PLAIN[] =
        "aaaaaaaceeeeiiiidnooooo ouuuuytsaaaaaaaceeeeiiiidnooooo ouuuuyty";

static char plain_letter(uint32_t letter) {
    if (letter >= 'A' && letter <= 'Z') return (char)(letter - 'A' + 'a');
    if (letter >= 0xC0 && letter <= 0xFF) return PLAIN[letter - 0xC0];
    bool fits = (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9');
    return fits ? (char)letter : ' ';
}

void idlike_from(const char *text, char joint, char *out, size_t capacity) {
    size_t length = strlen(text), used = 0;
    for (size_t at = 0; at < length && used + 1 < capacity;) {
        char letter = plain_letter(utf8_next(text, length, &at));
        if (letter != ' ') {
            out[used++] = letter;
        } else if (used > 0 && out[used - 1] != joint) {
            out[used++] = joint;
        }
    }
    while (used > 0 && out[used - 1] == joint)
        used--;
    out[used] = '\0';
    bool starts = used > 0 && out[0] >= 'a' && out[0] <= 'z';
    if (!starts) out[0] = '\0';
}
