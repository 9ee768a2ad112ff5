// wire/json_out.c — the few lines that write JSON. Never: reads it.
#include "wire/json_out.h"
#include <string.h>

static void before(JsonOut *json, const char *key) {
    if (json->comma) buffer_add(json->out, ",", 1);
    json->comma = true;
    if (!key) return;
    buffer_add(json->out, "\"", 1);
    buffer_add_text(json->out, key);
    buffer_add(json->out, "\":", 2);
}

void json_open(JsonOut *json, const char *key, char bracket) {
    before(json, key);
    buffer_add(json->out, &bracket, 1);
    json->comma = false;
}

void json_close(JsonOut *json, char bracket) {
    buffer_add(json->out, &bracket, 1);
    json->comma = true;
}

// Views are full of small numbers: their digits are written from the end, without printf.
void json_int(JsonOut *json, const char *key, int64_t number) {
    char digits[24];
    size_t at = sizeof digits;
    uint64_t rest = number < 0 ? 0 - (uint64_t)number : (uint64_t)number;
    before(json, key);
    do {
        digits[--at] = (char)('0' + rest % 10);
        rest /= 10;
    } while (rest);
    if (number < 0) digits[--at] = '-';
    buffer_add(json->out, digits + at, sizeof digits - at);
}

void json_flag(JsonOut *json, const char *key, bool flag) {
    before(json, key);
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
    before(json, key);
    buffer_add(json->out, "\"", 1);
    for (const char *at = text; *at;) {
        size_t run = 0;
        while (at[run] && plain((unsigned char)at[run]))
            run++;
        buffer_add(json->out, at, run);
        at += run;
        if (*at) escape(json->out, (unsigned char)*at++);
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
    before(json, key);
    buffer_add(json->out, value.data, value.length);
}
