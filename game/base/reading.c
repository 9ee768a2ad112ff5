// base/reading.c — words and sentences as readers count them, by the word breaks of libunistring. Never: judges them.
#include "base/reading.h"
#include "base/breaks.h"
#include "base/bytes.h"
#include "base/utf8.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unictype.h>
#include <uniwbrk.h>

// Scripts without spaces between words, and how many letters a word has in them on average.
typedef struct Dense {
    char tag[5];
    int32_t letters;
} Dense;

static const Dense DENSE[] = {
        {"Hani", 2},
        {"Hira", 3},
        {"Thai", 4},
        {"Laoo", 4},
        {"Khmr", 4},
        {"Mymr", 3},
};

static int32_t letters_per_word(uint32_t point) {
    if (point < 0x0E00) return 0;
    const char *tag = breaks_script(point);
    for (size_t i = 0; i < ARRAY_COUNT(DENSE); i++) {
        if (strcmp(DENSE[i].tag, tag) == 0) return DENSE[i].letters;
    }
    return 0;
}

// ---- what stands in braces ---------------------------------------------------------------------------------

// The longest part of "n|one=# vote|other=# votes", with a digit where the number will stand.
static void add_longest_part(Buffer *out, const char *inside, const char *end) {
    const char *best = inside;
    size_t longest = 0;
    for (const char *at = memchr(inside, '|', (size_t)(end - inside)); at && at < end;) {
        const char *next = memchr(at + 1, '|', (size_t)(end - at - 1));
        const char *stop = next ? next : end;
        const char *equals = memchr(at, '=', (size_t)(stop - at));
        if (equals && (size_t)(stop - equals) > longest) {
            best = equals + 1;
            longest = (size_t)(stop - equals);
        }
        at = next;
    }
    for (size_t i = 0; longest > 0 && i < longest - 1; i++)
        buffer_add(out, best[i] == '#' ? "9" : best + i, 1);
}

// "{who@genitive}" stays as "{who}": one word, and an excerpt can still be found in its file.
static void add_filled(Buffer *out, const char *inside, const char *end) {
    size_t name = 0, length = (size_t)(end - inside);
    if (memchr(inside, '|', length)) {
        add_longest_part(out, inside, end);
        return;
    }
    while (name < length && inside[name] != '@')
        name++;
    buffer_format(out, "{%.*s}", (int)name, inside);
}

// The text as it will stand there, as far as words go.
static Buffer filled(const char *text) {
    Buffer out = {0};
    for (const char *at = text; *at; at++) {
        const char *end = at[0] == '{' && at[1] != '{' ? strchr(at, '}') : NULL;
        if (end) {
            add_filled(&out, at + 1, end);
            at = end;
        } else {
            buffer_add(&out, at, 1);
        }
    }
    return out;
}

// ---- words ---------------------------------------------------------------------------------------------------

// What is counted of a text so far.
typedef struct Count {
    int32_t words;
    int32_t dense, per_word; // letters of a run without spaces, and how many make a word
    bool after_word;         // the piece before was a word
    bool joined;             // … and a hyphen stands behind it
} Count;

static void end_run(Count *count) {
    if (count->per_word > 0)
        count->words += (count->dense + count->per_word - 1) / count->per_word;
    count->dense = count->per_word = 0;
}

static bool is_hyphen(uint32_t point) {
    return point == '-' || point == 0x2010 || point == 0x2011 || point == 0x05BE;
}

static bool is_word_letter(uint32_t point) {
    return uc_is_property_alphabetic(point) || uc_is_general_category(point, UC_CATEGORY_N);
}

// A piece between two word breaks, told by the first of its letters.
static void take_piece(Count *count, uint32_t first, bool word) {
    int32_t per_word = word ? letters_per_word(first) : 0;
    if (per_word > 0) {
        if (count->per_word != per_word) end_run(count);
        count->per_word = per_word;
        count->dense++;
    } else {
        end_run(count);
        if (word && !count->joined) count->words++;
    }
    count->joined = !word && count->after_word && is_hyphen(first);
    count->after_word = word;
}

static int32_t words_between(const char *text, const char *breaks, size_t from, size_t to) {
    Count count = {0};
    for (size_t at = from; at < to;) {
        bool word = false;
        uint32_t first = 0;
        size_t piece = at;
        while (at < to && (at == piece || !breaks[at])) {
            uint32_t point = utf8_next(text, to, &at);
            if (first == 0) first = point;
            word = word || is_word_letter(point);
        }
        take_piece(&count, first, word);
    }
    end_run(&count);
    return count.words;
}

static char *breaks_of(const Buffer *text) {
    char *breaks = calloc(1, text->length + 1);
    ASSERT(breaks != NULL);
    if (text->length > 0) u8_wordbreaks((const uint8_t *)text->data, text->length, breaks);
    return breaks;
}

int32_t reading_words(const char *text) {
    Buffer plain = filled(text);
    char *breaks = breaks_of(&plain);
    int32_t words = words_between(plain.data ? plain.data : "", breaks, 0, plain.length);
    free(breaks);
    buffer_free(&plain);
    return words;
}

// ---- sentences -------------------------------------------------------------------------------------------------

// Stops of all scripts; the dot of numbers and addresses is told by what follows it.
static bool is_stop(uint32_t point) {
    static const uint32_t stops[] = {'.', '!', '?', '\n', 0x2026, 0x061F, 0x06D4, 0x0589,
            0x0964, 0x0965, 0x1362, 0x1367, 0x104B, 0x17D4, 0x3002, 0xFF01, 0xFF1F, 0xFF0E};
    for (size_t i = 0; i < ARRAY_COUNT(stops); i++) {
        if (stops[i] == point) return true;
    }
    return false;
}

static bool ends_sentence(const char *text, size_t length, uint32_t point, size_t after) {
    if (!is_stop(point)) return false;
    if (point != '.') return true;
    size_t at = after;
    uint32_t next = utf8_next(text, length, &at);
    return next == 0 || !is_word_letter(next);
}

static void cut_words(char *out, size_t size, const char *from, size_t length) {
    while (length > 0 && (from[0] == ' ' || from[0] == '\n')) {
        from++;
        length--;
    }
    size_t kept = length;
    if (length >= size) {
        kept = size - 4;
        while (kept > 0 && from[kept] != ' ')
            kept--;
        if (kept == 0) kept = size - 4;
        while (kept > 0 && ((unsigned char)from[kept] & 0xC0) == 0x80)
            kept--;
    }
    memcpy(out, from, kept);
    snprintf(out + kept, size - kept, "%s", kept < length ? "…" : "");
}

int32_t reading_longest(const char *text, char *out, size_t size) {
    Buffer plain = filled(text);
    char *breaks = breaks_of(&plain);
    if (out) out[0] = 0;
    int32_t most = 0;
    for (size_t begin = 0, at = 0; at < plain.length;) {
        uint32_t point = utf8_next(plain.data, plain.length, &at);
        if (at < plain.length && !ends_sentence(plain.data, plain.length, point, at))
            continue;
        int32_t words = words_between(plain.data, breaks, begin, at);
        if (words > most && out) cut_words(out, size, plain.data + begin, at - begin);
        most = core_max(most, words);
        begin = at;
    }
    free(breaks);
    buffer_free(&plain);
    return most;
}
