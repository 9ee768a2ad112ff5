// client/words.h — every engine text of the window by id, with its English words. Never: texts of packs (they come in the View).
#ifndef CLIENT_WORDS_H
#define CLIENT_WORDS_H
#include "base/core.h"

typedef enum Word {
    WORD_NONE,
#define WORD(constant, id, english) WORD_##constant,
#include "client/words.def"
    WORDS_COUNT
} Word;

// "client.ready" — the id under which a catalogue holds the text.
const char *word_id(Word word);
const char *word_english(Word word);
// "client.verb_pause"; WORD_NONE for an unknown one.
Word word_of_id(const char *id);
// Copies pattern to out, replacing {name} by its value for each pair of names and values (NULL ends the
// list). Unknown placeholders stay. out is always ended; false when something did not fit.
bool word_fill(char *out, size_t capacity, const char *pattern, const char *const *pairs);

#endif // CLIENT_WORDS_H
