// base/breaks.h — where lines and letters of a text may be divided, and which script a letter belongs to. Never: measures or draws.
#ifndef BASE_BREAKS_H
#define BASE_BREAKS_H
#include "base/core.h"

// lines[i] is 1 when a new line may begin before code point i; letters[i] is 1 when a letter as a
// reader counts it begins there. Both hold count entries; entry 0 of lines is 0, of letters 1.
void breaks_find(const uint32_t *text, size_t count, uint8_t *lines, uint8_t *letters);
// Four-letter script tag ("Latn", "Arab"); "" for letters shared by scripts (digits, marks, spaces),
// "Zyyy" for a script without a tag in our table. Always five readable bytes, for as long as
// the program lives.
const char *breaks_script(uint32_t code_point);

#endif // BASE_BREAKS_H
