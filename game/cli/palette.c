// cli/palette.c — reads assets/theme.lua: return { light = { ground = "#FAF9F6", … }, … }. Never: runs it.
#include "cli/palette.h"
#include "base/file.h"
#include "script/lexer.h"
#include <string.h>

enum { FILE_BYTES_MAX = 1 << 16 };

typedef struct Reading {
    Tokens tokens;
    int32_t at;
    Theme *out;
    Err *err;
} Reading;

static const Token *now(const Reading *reading) {
    return &reading->tokens.items[reading->at];
}

static bool wrong(Reading *reading, const char *what, const char *fix) {
    err_set(reading->err, ERR_PACK, "The colours cannot be read: %s", what);
    err_where(reading->err, "%s, line %d", reading->tokens.file, now(reading)->line);
    return err_fix(reading->err, "%s", fix);
}

static bool take(Reading *reading, TokenKind kind) {
    if (now(reading)->kind != kind) return false;
    reading->at++;
    return true;
}

// The bytes of the present token, cut to the room there is.
static void copy_token(const Reading *reading, char *out, size_t capacity) {
    const Token *token = now(reading);
    size_t length = token->length < capacity ? token->length : capacity - 1;
    memcpy(out, reading->tokens.source + token->at, length);
    out[length] = 0;
}

static int32_t hex_digit(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

// "#RRGGBB" with its quotes, or false.
static bool color_of(const char *text, Color *out) {
    uint32_t rgb = 0;
    if (strlen(text) != 9 || text[1] != '#') return false;
    for (int32_t i = 2; i < 8; i++) {
        int32_t digit = hex_digit(text[i]);
        if (digit < 0) return false;
        rgb = rgb * 16 + (uint32_t)digit;
    }
    *out = color_hex(rgb);
    return true;
}

static bool read_color(Reading *reading, Theme *theme) {
    char name[40], value[40];
    Color color;
    copy_token(reading, name, sizeof name);
    if (!take(reading, TOKEN_NAME) || !take(reading, TOKEN_ASSIGN))
        return wrong(reading, "a colour needs a name and a value.",
                "write a line like accent = \"#005A94\",");
    copy_token(reading, value, sizeof value);
    bool good = now(reading)->kind == TOKEN_TEXT && color_of(value, &color);
    if (!good)
        return wrong(reading, "a colour is six digits behind a #.",
                "write a line like accent = \"#005A94\",");
    if (!theme_set(theme, name, color))
        return wrong(reading, "there is no colour of this name.",
                "use a name that stands in the file as it came with the program.");
    reading->at++;
    take(reading, TOKEN_COMMA);
    return true;
}

static bool read_theme(Reading *reading) {
    char name[40];
    ThemeKind kind;
    copy_token(reading, name, sizeof name);
    if (now(reading)->kind != TOKEN_NAME || !theme_kind_of(name, &kind))
        return wrong(reading, "a palette is light, dark or contrast.",
                "write light = { … }, dark = { … }, contrast = { … }.");
    reading->at++;
    if (!take(reading, TOKEN_ASSIGN) || !take(reading, TOKEN_CURLY_OPEN))
        return wrong(reading, "a palette stands in curly brackets.",
                "write light = { ground = \"#FAF9F6\" },");
    while (!take(reading, TOKEN_CURLY_CLOSE)) {
        if (!read_color(reading, &reading->out[kind])) return false;
    }
    take(reading, TOKEN_COMMA);
    return true;
}

static bool read_all(Reading *reading) {
    if (!take(reading, TOKEN_RETURN) || !take(reading, TOKEN_CURLY_OPEN))
        return wrong(
                reading, "the file begins with return {.", "write return { before it.");
    while (!take(reading, TOKEN_CURLY_CLOSE)) {
        if (!read_theme(reading)) return false;
    }
    if (now(reading)->kind == TOKEN_EOF) return true;
    return wrong(reading, "something stands behind the last bracket.", "take it away.");
}

static bool read_text(Region *region, const char *path, Theme *out, Err *err) {
    Bytes file = {0};
    Diags *diags = region_take(region, sizeof *diags);
    Reading reading = {.out = out, .err = err};
    if (!file_read(region, path, FILE_BYTES_MAX, &file, err)) return false;
    if (lexer_read(region, path, file, &reading.tokens, diags)) return read_all(&reading);
    err_set(err, ERR_PACK, "The colours cannot be read: %s", diags->items[0].message);
    err_where(err, "%s, line %d", path, diags->items[0].line);
    return err_fix(err, "%s", diags->items[0].fix);
}

static void built_in(Theme out[THEMES_COUNT]) {
    for (int32_t kind = 0; kind < THEMES_COUNT; kind++)
        out[kind] = theme_default((ThemeKind)kind);
}

bool palette_read(const char *path, Theme out[THEMES_COUNT], Err *err) {
    Region region = {0};
    built_in(out);
    bool good = read_text(&region, path, out, err);
    if (!good) built_in(out);
    region_clear(&region);
    return good;
}
