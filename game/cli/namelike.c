// cli/namelike.c — words that begin with a capital letter and stand nowhere in the case. Never: knows a language.
#include "cli/namelike.h"
#include "base/utf8.h"
#include <ctype.h>
#include <string.h>
#include <strings.h>

typedef struct Word {
    size_t from, to;
    bool capital, caseless;
} Word;

static bool is_part(uint32_t code) {
    return utf8_letter(code) != UTF8_NO_LETTER || utf8_is_mark(code) || code == '\''
           || code == 0x2019;
}

static bool next_word(const char *text, size_t length, size_t *at, Word *word) {
    *word = (Word){0};
    bool inside = false;
    while (*at < length) {
        size_t here = *at;
        uint32_t code = utf8_next(text, length, at);
        if (!is_part(code)) {
            if (inside) return true;
            continue;
        }
        if (!inside)
            *word = (Word){.from = here, .capital = utf8_letter(code) == UTF8_CAPITAL};
        inside = true;
        word->caseless |= utf8_letter(code) == UTF8_CASELESS;
        word->to = *at;
    }
    return inside;
}

static bool stands_alone(const char *text, const char *at, size_t length) {
    bool before = at > text && isalpha((unsigned char)at[-1]);
    return !before && !isalpha((unsigned char)at[length]);
}

static bool holds(const char *text, const char *word, size_t length) {
    for (const char *at = text; *at; at++) {
        if (strncasecmp(at, word, length) == 0 && stands_alone(text, at, length))
            return true;
    }
    return false;
}

// The texts of a case are a dictionary of what is spoken about in it.
static bool is_known(const Def *def, const char *word, size_t length) {
    for (int32_t i = 1; i < def->texts_count; i++) {
        if (holds(def_text(def, def->texts[i].source), word, length)) return true;
    }
    return false;
}

bool namelike(const Def *def, const char *text, size_t length) {
    Word word;
    for (size_t at = 0; next_word(text, length, &at, &word);) {
        if (word.caseless) return true;
        bool single = word.to - word.from < 2;
        if (word.capital && !single
                && !is_known(def, text + word.from, word.to - word.from))
            return true;
    }
    return false;
}
