// base/utf8.c — UTF-8 by hand for the inner loops, libunistring for graphemes and normal forms. Never: a locale.
#include "base/utf8.h"
#include <stdlib.h>
#include <string.h>
#include <unictype.h>
#include <unigbrk.h>
#include <uninorm.h>
#include <unistr.h>

// Bytes at the start that are ASCII, counted in whole words of eight.
static size_t plain_bytes(const char *text, size_t length) {
    size_t at = 0;
    for (; at + 8 <= length; at += 8) {
        uint64_t word;
        memcpy(&word, text + at, sizeof word);
        if (word & 0x8080808080808080u) break;
    }
    return at;
}

// Bytes of the letter at the start; 0 if none is there. Letters of two bytes (Greek, Cyrillic, Hebrew,
// Arabic …) are looked at here, the others by the library.
static size_t letter_bytes(const uint8_t *bytes, size_t left) {
    if (bytes[0] < 0x80) return 1;
    if (bytes[0] >= 0xC2 && bytes[0] <= 0xDF)
        return left > 1 && (bytes[1] & 0xC0) == 0x80 ? 2 : 0;
    ucs4_t letter;
    int length = u8_mbtoucr(&letter, bytes, left);
    return length > 0 ? (size_t)length : 0;
}

bool utf8_valid(const char *text, size_t length) {
    size_t at = plain_bytes(text, length);
    while (at < length) {
        size_t letter = letter_bytes((const uint8_t *)text + at, length - at);
        if (letter == 0) return false;
        at += letter;
        if (letter == 1) at += plain_bytes(text + at, length - at);
    }
    return true;
}

uint32_t utf8_next(const char *text, size_t length, size_t *at) {
    if (*at >= length) return 0;
    const uint8_t *bytes = (const uint8_t *)text + *at;
    size_t left = length - *at;
    uint32_t first = bytes[0];
    if (first < 0x80 || left < 2) {
        *at += 1;
        return first;
    }
    if (first < 0xE0 || left < 3) {
        *at += 2;
        return ((first & 0x1F) << 6) | (bytes[1] & 0x3Fu);
    }
    if (first < 0xF0 || left < 4) {
        *at += 3;
        return ((first & 0x0F) << 12) | ((bytes[1] & 0x3Fu) << 6) | (bytes[2] & 0x3Fu);
    }
    *at += 4;
    return ((first & 0x07) << 18) | ((bytes[1] & 0x3Fu) << 12) | ((bytes[2] & 0x3Fu) << 6)
           | (bytes[3] & 0x3Fu);
}

size_t utf8_put(uint32_t code_point, char out[4]) {
    uint8_t bytes[6];
    int count = u8_uctomb(bytes, code_point, sizeof bytes);
    if (count < 1 || count > 4) return 0;
    memcpy(out, bytes, (size_t)count);
    return (size_t)count;
}

// The whole text at once: flags and joined figures need more than the last character to be seen.
size_t utf8_letters(const char *text, size_t length) {
    char near[1024];
    char *breaks = length <= sizeof near ? near : malloc(length);
    ASSERT(breaks != NULL);
    u8_grapheme_breaks((const uint8_t *)text, length, breaks);
    size_t letters = 0;
    for (size_t i = 0; i < length; i++)
        letters += breaks[i] == 1;
    if (breaks != near) free(breaks);
    return letters;
}

bool utf8_normalize(
        const char *text, size_t length, char *out, size_t capacity, size_t *out_length) {
    size_t size = capacity;
    uint8_t *result =
            u8_normalize(UNINORM_NFC, (const uint8_t *)text, length, (uint8_t *)out, &size);
    if (result != (uint8_t *)out) {
        if (result) free(result);
        return false;
    }
    *out_length = size;
    return true;
}

bool utf8_is_control(uint32_t code_point, bool lines) {
    if (lines && (code_point == '\n' || code_point == '\t')) return false;
    if (code_point < 0x20 || (code_point >= 0x7F && code_point <= 0x9F)) return true;
    return code_point == 0x2028 || code_point == 0x2029;
}

bool utf8_is_invisible(uint32_t code_point) {
    if (code_point >= 0x200B && code_point <= 0x200F) return true;
    if (code_point >= 0x202A && code_point <= 0x202E) return true;
    if (code_point >= 0x2060 && code_point <= 0x2069) return true;
    return code_point == 0xFEFF || code_point == 0x00AD || code_point == 0x061C
           || (code_point >= 0xE0000 && code_point <= 0xE0FFF);
}

bool utf8_is_mark(uint32_t code_point) {
    return code_point >= 0x300
           && uc_is_general_category_withtable(code_point, UC_CATEGORY_MASK_M);
}

Utf8Letter utf8_letter(uint32_t code_point) {
    if (!uc_is_property_alphabetic(code_point)) return UTF8_NO_LETTER;
    if (uc_is_general_category(code_point, UC_OTHER_LETTER)) return UTF8_CASELESS;
    bool capital = uc_is_general_category(code_point, UC_UPPERCASE_LETTER)
                   || uc_is_general_category(code_point, UC_TITLECASE_LETTER);
    return capital ? UTF8_CAPITAL : UTF8_SMALL;
}
