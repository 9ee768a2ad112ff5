// script/place.c — finds where a part of a declaration stands in its file. Never: guesses a line that is not there.
#include "script/state.h"
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

// word "id" or word("id"): the id as the author wrote it, or made by the program.
static bool word_has_id(const Tokens *tokens, int32_t index, const char *id) {
    int32_t next = index + 1;
    if (tokens->items[next].kind == TOKEN_ROUND_OPEN) next++;
    return next < tokens->count && token_text_is(tokens, next, id);
}

static bool is_word(const Tokens *tokens, int32_t index, const char *word) {
    const Token *token = &tokens->items[index];
    if (token->kind != TOKEN_NAME || !token_is(tokens, index, word)) return false;
    TokenKind next = tokens->items[index + 1].kind;
    return next == TOKEN_TEXT || next == TOKEN_ROUND_OPEN || next == TOKEN_CURLY_OPEN;
}

int32_t place_find_word(
        const Machine *machine, const char *word, const char *id, int32_t line) {
    const Tokens *tokens = &machine->file->tokens;
    int32_t end = token_at_line(tokens, line + 1), nearest = -1;
    // Forward from the last declaration: two on one line keep their order.
    for (int32_t i = machine->token; i < end; i++) {
        if (is_word(tokens, i, word) && (id[0] == '\0' || word_has_id(tokens, i, id)))
            return i;
    }
    for (int32_t i = end - 1; i >= 0 && tokens->items[i].line + 200 > line; i--) {
        if (!is_word(tokens, i, word)) continue;
        if (word_has_id(tokens, i, id)) return i;
        if (nearest < 0) nearest = i;
    }
    return nearest;
}

static bool is_open(TokenKind kind) {
    return kind == TOKEN_ROUND_OPEN || kind == TOKEN_SQUARE_OPEN
           || kind == TOKEN_CURLY_OPEN;
}

static bool is_close(TokenKind kind) {
    return kind == TOKEN_ROUND_CLOSE || kind == TOKEN_SQUARE_CLOSE
           || kind == TOKEN_CURLY_CLOSE;
}

// The token behind the bracket that closes the one at index.
static int32_t behind_bracket(const Tokens *tokens, int32_t index) {
    int32_t depth = 0;
    for (int32_t i = index; i < tokens->count - 1; i++) {
        if (is_open(tokens->items[i].kind)) depth++;
        if (is_close(tokens->items[i].kind) && --depth == 0) return i + 1;
    }
    return tokens->count - 1;
}

// The { that opens the fields of the word at index; -1 if they are not written out there.
static int32_t body_of(const Tokens *tokens, int32_t index) {
    int32_t at = index + 1;
    if (tokens->items[at].kind == TOKEN_TEXT) {
        at++;
    } else if (tokens->items[at].kind == TOKEN_ROUND_OPEN) {
        int32_t behind = behind_bracket(tokens, at);
        if (tokens->items[at + 1].kind == TOKEN_CURLY_OPEN) return at + 1;
        at = behind;
    }
    if (tokens->items[at].kind == TOKEN_ROUND_OPEN) at++;
    return tokens->items[at].kind == TOKEN_CURLY_OPEN
                           || tokens->items[at].kind == TOKEN_TEXT
                   ? at
                   : -1;
}

// The end of the item that begins at index: its comma or the closing bracket.
static int32_t end_of_item(const Tokens *tokens, int32_t index) {
    for (int32_t i = index; i < tokens->count - 1; i++) {
        TokenKind kind = tokens->items[i].kind;
        if (kind == TOKEN_COMMA || kind == TOKEN_SEMICOLON || is_close(kind)) return i;
        if (is_open(kind)) i = behind_bracket(tokens, i) - 1;
    }
    return tokens->count - 1;
}

// Where the value of an item begins, and whether its key fits: key = value, ["key"] = value, value.
static bool item_fits(const Tokens *tokens, int32_t index, const char *key, int32_t place,
        int32_t *value, bool *is_listed) {
    const Token *token = &tokens->items[index];
    *is_listed = false;
    if (token->kind == TOKEN_NAME && tokens->items[index + 1].kind == TOKEN_ASSIGN) {
        *value = index + 2;
        return token_is(tokens, index, key);
    }
    if (token->kind == TOKEN_SQUARE_OPEN) {
        *value = behind_bracket(tokens, index) + 1;
        return token_text_is(tokens, index + 1, key) || token_is(tokens, index + 1, key);
    }
    *value = index;
    *is_listed = true;
    return strtol(key, NULL, 10) == place;
}

// Steps from the { at *open to the value of a key inside; false if it is not written there.
static bool step_into(
        const Tokens *tokens, int32_t *open, const char *key, int32_t *at_key) {
    int32_t place = 1;
    int32_t item = *open + 1;
    while (item < tokens->count - 1 && !is_close(tokens->items[item].kind)) {
        int32_t value = item;
        bool is_listed = false;
        if (item_fits(tokens, item, key, place, &value, &is_listed)) {
            *at_key = item;
            *open = value;
            return value < tokens->count - 1;
        }
        place += is_listed;
        item = end_of_item(tokens, item);
        if (is_close(tokens->items[item].kind)) return false;
        item++;
    }
    return false;
}

// The { behind a value: gain { … } has a word before it.
static int32_t brace_of(const Tokens *tokens, int32_t value) {
    if (tokens->items[value].kind == TOKEN_CURLY_OPEN) return value;
    bool call = tokens->items[value].kind == TOKEN_NAME
                && tokens->items[value + 1].kind == TOKEN_CURLY_OPEN;
    return call ? value + 1 : -1;
}

static const ScriptFile *file_of(const Machine *machine, const Decl *decl) {
    for (int32_t i = 0; i < machine->files_count; i++) {
        if (machine->files[i]->name == decl->file) return machine->files[i];
    }
    return NULL;
}

static Place place_of_token(const Decl *decl, const Token *token) {
    int32_t length = token->length < 60 ? (int32_t)token->length : 60;
    return (Place){decl->file, token->line, token->column, length};
}

Place machine_place(const Machine *machine, const Decl *decl, const char *const *path,
        int32_t path_count, PlacePart part) {
    const ScriptFile *file = file_of(machine, decl);
    Place place = {decl->file, decl->line, decl->column, (int32_t)strlen(decl->word)};
    if (!file || decl->token < 0) return place;
    const Tokens *tokens = &file->tokens;
    int32_t value = body_of(tokens, decl->token), key = value;
    for (int32_t i = 0; i < path_count && value >= 0; i++) {
        int32_t open = brace_of(tokens, value);
        if (open < 0 || !step_into(tokens, &open, path[i], &key)) break;
        value = open;
        place = place_of_token(decl, &tokens->items[part == PLACE_KEY ? key : value]);
    }
    return place;
}

static const Tokens *tokens_of(const Machine *machine, const Decl *decl) {
    const ScriptFile *file = file_of(machine, decl);
    return file ? &file->tokens : NULL;
}

Diag *machine_complain(const Machine *machine, Diags *diags, const char *code,
        const Decl *decl, const char *const *path, int32_t path_count, PlacePart part,
        const char *message_format, ...) {
    char message[320];
    va_list args;
    va_start(args, message_format);
    vsnprintf(message, sizeof message, message_format, args);
    va_end(args);
    Place place = machine_place(machine, decl, path, path_count, part);
    Diag *diag =
            diags_add(diags, code, place.file, place.line, place.column, "%s", message);
    diag->length = core_max(1, place.length);
    const Tokens *tokens = tokens_of(machine, decl);
    if (tokens) lexer_quote(tokens, diag);
    return diag;
}
