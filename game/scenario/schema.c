// scenario/schema.c — schema.def as tables, and looking things up in them. Never: a second list of words.
#include "scenario/schema.h"
#include <stdio.h>
#include <string.h>

#define WORD(name, id, most, help, example)
#define FIELD(word, name, type, least, most, words, fallback, required, help)              \
    {word, name, TYPE_##type, least, most, words, fallback, required, help},
static const SchemaField fields[] = {
#include "scenario/schema.def"
};
#undef WORD
#undef FIELD
#undef MOVE_FIELDS

#define FIELD(word, name, type, least, most, words, fallback, required, help)
#define WORD(name, id, most, help, example) {name, STYLE_##id, most, help, example},
static const SchemaWord words[] = {
#include "scenario/schema.def"
};
int32_t schema_word(const char *name) {
    for (size_t i = 0; i < ARRAY_COUNT(words); i++) {
        if (core_same(words[i].name, name)) return (int32_t)i;
    }
    return -1;
}

const SchemaWord *schema_word_at(int32_t index) { return &words[index]; }

int32_t schema_words_count(void) { return (int32_t)ARRAY_COUNT(words); }

static const SchemaField *find_in(SchemaSpan span, const char *field) {
    for (int32_t i = span.first; i < span.first + span.count; i++) {
        const char *name = fields[i].name;
        if (core_same(name, field)) return &fields[i];
    }
    return NULL;
}

SchemaSpan schema_span(const char *word) {
    int32_t first = 0, count = (int32_t)ARRAY_COUNT(fields);
    while (first < count && (!core_same(fields[first].word, word)))
        first++;
    int32_t behind = first;
    while (behind < count && core_same(fields[behind].word, word))
        behind++;
    return (SchemaSpan){(int16_t)first, (int16_t)(behind - first)};
}

const SchemaField *schema_field_in(SchemaSpan span, const char *field) {
    const SchemaField *own = find_in(span, field);
    return own ? own : find_in(schema_span("*"), field);
}

const SchemaField *schema_field(const char *word, const char *field) {
    return schema_field_in(schema_span(word), field);
}

const SchemaField *schema_field_at(int32_t index) { return &fields[index]; }

static int32_t names_of(
        const char *word, const char **out, int32_t count, int32_t capacity) {
    for (size_t i = 0; i < ARRAY_COUNT(fields) && count < capacity; i++) {
        if (core_same(fields[i].word, word)) out[count++] = fields[i].name;
    }
    return count;
}

int32_t schema_field_names(const char *word, const char **out, int32_t capacity) {
    int32_t count = names_of(word, out, 0, capacity);
    return names_of("*", out, count, capacity);
}

// The next word of a list at or behind `at`; NULL at the end.
static const char *next_word(const char *at, size_t *length) {
    while (*at == ' ')
        at++;
    size_t letters = 0;
    while (at[letters] && at[letters] != ' ')
        letters++;
    *length = letters;
    return letters > 0 ? at : NULL;
}

bool schema_nth_word(const char *list, int32_t n, char out[33]) {
    size_t length = 0;
    const char *at = next_word(list, &length);
    for (int32_t i = 0; at && i < n; i++)
        at = next_word(at + length, &length);
    if (!at || length > 32) return false;
    memcpy(out, at, length);
    out[length] = 0;
    return true;
}

int32_t schema_place_of(const char *list, const char *word) {
    size_t length = 0, wanted = strlen(word);
    const char *at = next_word(list, &length);
    for (int32_t i = 0; at; i++) {
        if (length == wanted && memcmp(at, word, length) == 0) return i;
        at = next_word(at + length, &length);
    }
    return -1;
}

bool schema_has_word(const char *list, const char *word) {
    return schema_place_of(list, word) >= 0;
}
