// client/words.c — looks up engine texts and fills their placeholders. Never: translates.
#include "client/words.h"
#include <string.h>

typedef struct WordRow {
    const char *id, *english;
} WordRow;

// clang-format off
static const WordRow ROWS[WORDS_COUNT] = {
        [WORD_NONE] = {"client.none", ""},
#define WORD(constant, id, english) [WORD_##constant] = {"client." id, english},
#include "client/words.def"
};
// clang-format on

const char *word_id(Word word) { return ROWS[word].id; }
const char *word_english(Word word) { return ROWS[word].english; }

Word word_of_id(const char *id) {
    for (int32_t i = 1; i < WORDS_COUNT; i++) {
        if (strcmp(ROWS[i].id, id) == 0) return (Word)i;
    }
    return WORD_NONE;
}

static const char *value_of(const char *name, size_t length, const char *const *pairs) {
    for (size_t i = 0; pairs[i]; i += 2) {
        if (strlen(pairs[i]) == length && memcmp(pairs[i], name, length) == 0)
            return pairs[i + 1];
    }
    return NULL;
}

static bool put(char *out, size_t capacity, size_t *at, const char *text, size_t length) {
    bool fits = *at + length + 1 <= capacity;
    if (!fits) length = capacity - *at - 1;
    memcpy(out + *at, text, length);
    *at += length;
    out[*at] = 0;
    return fits;
}

bool word_fill(char *out, size_t capacity, const char *pattern, const char *const *pairs) {
    size_t at = 0;
    bool fits = true;
    out[0] = 0;
    while (*pattern && fits) {
        const char *open = strchr(pattern, '{');
        const char *close = open ? strchr(open, '}') : NULL;
        if (!close) return put(out, capacity, &at, pattern, strlen(pattern));
        const char *value = value_of(open + 1, (size_t)(close - open - 1), pairs);
        fits = put(out, capacity, &at, pattern, (size_t)(open - pattern));
        if (value) fits = fits && put(out, capacity, &at, value, strlen(value));
        if (!value)
            fits = fits && put(out, capacity, &at, open, (size_t)(close + 1 - open));
        pattern = close + 1;
    }
    return fits;
}
