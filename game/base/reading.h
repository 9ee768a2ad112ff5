// base/reading.h — how many words a reader meets: in a label, in the longest sentence of a text. Never: judges them.
#ifndef BASE_READING_H
#define BASE_READING_H
#include "base/core.h"

// Words as people of the text's own script count them: "three-year" and "tenant's" are one, a placeholder
// in braces is one, of a choice in braces the longest part counts. Scripts that write without spaces
// (Han, kana, Thai, Lao, Khmer, Myanmar) are counted by letters per word. The text must be valid UTF-8.
int32_t reading_words(const char *text);
// Words of the longest sentence. A sentence ends at the stops of any script and at the end of a line.
// Its first letters go to out, cut between letters, with … when there are more; out may be NULL.
int32_t reading_longest(const char *text, char *out, size_t size);

#endif // BASE_READING_H
