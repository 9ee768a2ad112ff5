// scenario/schema.h — the author's words and their fields as data. Never: reads a pack.
#ifndef SCENARIO_SCHEMA_H
#define SCENARIO_SCHEMA_H
#include "base/core.h"

typedef enum FieldType {
    TYPE_ANY,
    TYPE_TEXT,   // most = letters
    TYPE_NUMBER, // least..most
    TYPE_YES,
    TYPE_ID,        // one word: of a fixed choice, or the id of something
    TYPE_IDS,       // several, as "a, b" or a list; most = how many, 0 = any
    TYPE_WORDS,     // several free words
    TYPE_MAP,       // {id = number}
    TYPE_MAP_TEXTS, // {word = text}, most = letters
    TYPE_TEXTS,     // a list of texts, least..most of them
    TYPE_PAIR,      // {min, max}
    TYPE_ROUNDS,    // a number or a list of numbers, or one of the words
    TYPE_WHO,
    TYPE_COND,
    TYPE_AMOUNT,
    TYPE_NUMBERS, // {number = amount}
    TYPE_CHANGES, // numbers mirrored with braces
    TYPE_DOES,    // a list of change words
    TYPE_LETS,
    TYPE_ASKS,
    TYPE_PLACES,
    TYPE_VALUES,
    TYPE_STARTS, // a number, a setting, or {id = number}
    TYPE_RIDERS,
    TYPE_RECORD,  // one { } with the fields of `words`
    TYPE_RECORDS, // a list of them
    TYPE_PICTURE,
} FieldType;

typedef struct SchemaField {
    const char *word, *name; // word "*": every word has it
    FieldType type;
    int32_t least, most;
    const char *words;    // see schema.def
    const char *fallback; // default, "" = none
    bool required;
    const char *help;
} SchemaField;

typedef enum IdStyle { STYLE_ID, STYLE_TITLE, STYLE_NONE, STYLE_TEXT, STYLE_ON } IdStyle;

typedef struct SchemaWord {
    const char *name;
    IdStyle id;
    int32_t most;
    const char *help, *example;
} SchemaWord;

// Index of a word in the table, or -1.
int32_t schema_word(const char *name);
// The row; index must be in range.
const SchemaWord *schema_word_at(int32_t index);
int32_t schema_words_count(void);
// The field of a word, common ones included; NULL if it has none of that name.
const SchemaField *schema_field(const char *word, const char *field);
// Where the fields of a word stand in the table: they stand together (a test holds it to that).
typedef struct SchemaSpan {
    int16_t first, count;
} SchemaSpan;
SchemaSpan schema_span(const char *word);
// As schema_field, for a word whose fields were found before.
const SchemaField *schema_field_in(SchemaSpan span, const char *field);
// The field at a place of a span.
const SchemaField *schema_field_at(int32_t index);
// Names of the fields of a word into out, common ones last; returns how many.
int32_t schema_field_names(const char *word, const char **out, int32_t capacity);
// True when `word` stands in a list of words divided by spaces.
bool schema_has_word(const char *list, const char *word);
// The n-th word of such a list copied to out (at most 32 letters); false when there is none.
bool schema_nth_word(const char *list, int32_t n, char out[33]);
// Place of a word in a list, or -1.
int32_t schema_place_of(const char *list, const char *word);

#endif // SCENARIO_SCHEMA_H
