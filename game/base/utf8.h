// base/utf8.h — UTF-8 as people see it: valid or not, letters, normal form. Never: a locale.
#ifndef BASE_UTF8_H
#define BASE_UTF8_H
#include "base/core.h"

// True when the bytes are well-formed UTF-8 without surrogates and overlong forms.
bool utf8_valid(const char *text, size_t length);
// Code point at *at, moving *at past it. The text must be valid. 0 at the end.
uint32_t utf8_next(const char *text, size_t length, size_t *at);
// Writes 1..4 bytes of a code point; returns how many.
size_t utf8_put(uint32_t code_point, char out[4]);
// Letters as a reader counts them (grapheme clusters).
size_t utf8_letters(const char *text, size_t length);
// Normal form C into out; false if it does not fit. Returns length in *out_length.
MUST_USE bool utf8_normalize(
        const char *text, size_t length, char *out, size_t capacity, size_t *out_length);
// C0 and C1 controls (tab and line feed excepted when `lines` is true), U+2028, U+2029.
bool utf8_is_control(uint32_t code_point, bool lines);
// Characters nobody sees or that turn the direction of text: zero width, bidi controls, BOM.
bool utf8_is_invisible(uint32_t code_point);
// Marks that stand on, in or under the letter before them.
bool utf8_is_mark(uint32_t code_point);
// Whether a character is a letter, and whether it can be told from its shape that a name begins.
typedef enum Utf8Letter {
    UTF8_NO_LETTER,
    UTF8_SMALL,
    UTF8_CAPITAL,
    UTF8_CASELESS
} Utf8Letter;
Utf8Letter utf8_letter(uint32_t code_point);

#endif // BASE_UTF8_H
