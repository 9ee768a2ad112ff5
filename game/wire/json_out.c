// wire/json_out.c — the few lines that write JSON. Never: reads it.
#include "wire/json_out.h"
#include <string.h>

enum { FRAME = 8, NUMBER_LETTERS = 24 };

// Writes the comma and the key, and leaves room for `more` bytes: one look at the buffer for each member.
static char *before(JsonOut *json, const char *key, size_t more) {
    size_t length = key ? strlen(key) : 0;
    char *start = buffer_room(json->out, length + FRAME + more), *at = start;
    if (json->comma) *at++ = ',';
    json->comma = true;
    if (key) {
        *at++ = '"';
        memcpy(at, key, length);
        at += length;
        *at++ = '"';
        *at++ = ':';
    }
    buffer_grown(json->out, (size_t)(at - start));
    return at;
}

void json_open(JsonOut *json, const char *key, char bracket) {
    *before(json, key, 1) = bracket;
    buffer_grown(json->out, 1);
    json->comma = false;
}

void json_close(JsonOut *json, char bracket) {
    *buffer_room(json->out, 1) = bracket;
    buffer_grown(json->out, 1);
    json->comma = true;
}

// Views are full of small numbers: their digits are written from the end, without printf.
void json_int(JsonOut *json, const char *key, int64_t number) {
    char digits[NUMBER_LETTERS];
    size_t at = sizeof digits;
    uint64_t rest = number < 0 ? 0 - (uint64_t)number : (uint64_t)number;
    do {
        digits[--at] = (char)('0' + rest % 10);
        rest /= 10;
    } while (rest);
    if (number < 0) digits[--at] = '-';
    memcpy(before(json, key, NUMBER_LETTERS), digits + at, sizeof digits - at);
    buffer_grown(json->out, sizeof digits - at);
}

void json_flag(JsonOut *json, const char *key, bool flag) {
    before(json, key, 0);
    buffer_add_text(json->out, flag ? "true" : "false");
}

static bool plain(unsigned char letter) {
    return letter >= 32 && letter != '"' && letter != '\\';
}

static void escape(Buffer *out, unsigned char letter) {
    if (letter == '"' || letter == '\\') {
        char two[2] = {'\\', (char)letter};
        buffer_add(out, two, 2);
    } else {
        buffer_format(out, "\\u%04x", letter);
    }
}

void json_text(JsonOut *json, const char *key, const char *text) {
    size_t length = strlen(text), run = 0;
    char *at = before(json, key, length + 2);
    while (run < length && plain((unsigned char)text[run]))
        run++;
    *at = '"';
    memcpy(at + 1, text, run);
    buffer_grown(json->out, run + 1);
    for (; run < length; run++) {
        if (plain((unsigned char)text[run]))
            buffer_add(json->out, text + run, 1);
        else
            escape(json->out, (unsigned char)text[run]);
    }
    buffer_add(json->out, "\"", 1);
}

void json_some_int(JsonOut *json, const char *key, int64_t number) {
    if (number != 0) json_int(json, key, number);
}

void json_some_flag(JsonOut *json, const char *key, bool flag) {
    if (flag) json_flag(json, key, true);
}

void json_some_text(JsonOut *json, const char *key, const char *text) {
    if (text && text[0]) json_text(json, key, text);
}

void json_raw(JsonOut *json, const char *key, Bytes value) {
    before(json, key, 0);
    buffer_add(json->out, value.data, value.length);
}
