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
        if (strcmp(words[i].name, name) == 0) return (int32_t)i;
    }
    return -1;
}

const SchemaWord *schema_word_at(int32_t index) { return &words[index]; }

int32_t schema_words_count(void) { return (int32_t)ARRAY_COUNT(words); }

const SchemaField *schema_field(const char *word, const char *field) {
    for (size_t i = 0; i < ARRAY_COUNT(fields); i++) {
        const SchemaField *row = &fields[i];
        if (row->name[0] != field[0] || strcmp(row->name, field) != 0) continue;
        if (row->word[0] == '*' || strcmp(row->word, word) == 0) return row;
    }
    return NULL;
}

const SchemaField *schema_field_at(int32_t index) { return &fields[index]; }

int32_t schema_fields_count(void) { return (int32_t)ARRAY_COUNT(fields); }

static int32_t names_of(
        const char *word, const char **out, int32_t count, int32_t capacity) {
    for (size_t i = 0; i < ARRAY_COUNT(fields) && count < capacity; i++) {
        if (strcmp(fields[i].word, word) == 0) out[count++] = fields[i].name;
    }
    return count;
}

int32_t schema_field_names(const char *word, const char **out, int32_t capacity) {
    int32_t count = names_of(word, out, 0, capacity);
    return names_of("*", out, count, capacity);
}

bool schema_nth_word(const char *list, int32_t n, char out[33]) {
    const char *at = list;
    for (int32_t i = 0;; i++) {
        at += strspn(at, " ");
        size_t length = strcspn(at, " ");
        if (length == 0 || length > 32) return false;
        if (i == n) {
            memcpy(out, at, length);
            out[length] = 0;
            return true;
        }
        at += length;
    }
}

int32_t schema_place_of(const char *list, const char *word) {
    char one[33];
    for (int32_t i = 0; schema_nth_word(list, i, one); i++) {
        if (strcmp(one, word) == 0) return i;
    }
    return -1;
}

bool schema_has_word(const char *list, const char *word) {
    return schema_place_of(list, word) >= 0;
}
