// script/gate.c — the source gate: refuses what this Lua cannot be trusted with. Never: runs anything.
#include "script/gate.h"
#include "base/utf8.h"
#include <string.h>

// One open bracket, or the file itself at depth 0. A comparison is dangerous directly inside
// [ ]: Debian's Lua 5.4.4 compiles it wrongly. A long suffix chain overflows its C stack.
typedef struct Open {
    bool inside_index;
    int32_t chain;
} Open;

typedef struct Walk {
    const Tokens *tokens;
    Diags *diags;
    Open open[GATE_BRACKETS_MAX + 1];
    int32_t depth, elseifs;
    bool after_operand; // the token before could be called, indexed or joined to
    bool attributes;    // inside the list of names of `local a, b`
    bool chain_told, comparison_told, good;
} Walk;

static Diag *complain(Walk *walk, int32_t index, const char *code, const char *message) {
    const Token *token = &walk->tokens->items[index];
    walk->good = false;
    Diag *diag = diags_add(walk->diags, code, walk->tokens->file, token->line,
            token->column, "%s", message);
    diag->length = (int32_t)(token->length < 60 ? token->length : 60);
    lexer_quote(walk->tokens, diag);
    return diag;
}

static bool has_double_underscore(const Tokens *tokens, const Token *token) {
    const char *word = tokens->source + token->at;
    // Two in a row: one of them stands at an odd place.
    for (size_t i = 1; i < token->length; i += 2) {
        if (word[i] != '_') continue;
        if (word[i - 1] == '_' || (i + 1 < token->length && word[i + 1] == '_'))
            return true;
    }
    return false;
}

// Words and signs of Lua that an author's pack does not have.
static void check_foreign(Walk *walk, int32_t index) {
    const Tokens *tokens = walk->tokens;
    const Token *token = &tokens->items[index];
    const char *fix = NULL;
    if (token->kind == TOKEN_GOTO || token->kind == TOKEN_LABEL) {
        fix = "use if, while and functions instead of jumps.";
    } else if (token->kind == TOKEN_LESS && walk->attributes) {
        fix = "write local name = value without < >.";
    } else if (token->kind == TOKEN_NAME && tokens->source[token->at] == '_'
               && (token_is(tokens, index, "_ENV") || token_is(tokens, index, "_G"))) {
        fix = "name what you mean; there is no table of all names.";
    } else if (token->kind == TOKEN_NAME && has_double_underscore(tokens, token)) {
        fix = "choose a name without two underscores in a row.";
    }
    if (!fix) return;
    Diag *diag = complain(walk, index, "E116", "This does not belong to the author's Lua.");
    diag_fix(diag, "%s", fix);
}

// `local a, b <close>`: the list of names ends at anything that is no name and no comma.
static void follow_local(Walk *walk, TokenKind kind) {
    if (kind == TOKEN_LOCAL) {
        walk->attributes = true;
    } else if (kind != TOKEN_NAME && kind != TOKEN_COMMA) {
        walk->attributes = false;
    }
}

static bool is_comparison(TokenKind kind) {
    return kind == TOKEN_SAME || kind == TOKEN_DIFFERENT || kind == TOKEN_LESS
           || kind == TOKEN_MORE || kind == TOKEN_AT_MOST || kind == TOKEN_AT_LEAST;
}

static bool is_open(TokenKind kind) {
    return kind == TOKEN_ROUND_OPEN || kind == TOKEN_SQUARE_OPEN
           || kind == TOKEN_CURLY_OPEN;
}

static bool is_close(TokenKind kind) {
    return kind == TOKEN_ROUND_CLOSE || kind == TOKEN_SQUARE_CLOSE
           || kind == TOKEN_CURLY_CLOSE;
}

static bool is_suffix(TokenKind kind) {
    return is_open(kind) || kind == TOKEN_DOT || kind == TOKEN_COLON || kind == TOKEN_TEXT;
}

// Counts . : [ ( { and texts that follow an operand; anything else begins a new chain.
static void follow_chain(Walk *walk, int32_t index, bool is_operand_name) {
    Open *open = &walk->open[walk->depth];
    TokenKind kind = walk->tokens->items[index].kind;
    if (!walk->after_operand) {
        if (!is_operand_name) open->chain = 0;
        return;
    }
    if (!is_suffix(kind)) {
        open->chain = 0;
    } else if (++open->chain > GATE_CHAIN_MAX && !walk->chain_told) {
        walk->chain_told = true;
        diag_fix(complain(walk, index, "E114", "This chain has more than 64 links."),
                "put a part of it into a local first.");
    }
}

// False when the brackets are too deep to follow.
static bool open_bracket(Walk *walk, int32_t index) {
    if (walk->depth == GATE_BRACKETS_MAX) {
        diag_fix(complain(walk, index, "E115", "Brackets are nested deeper than 60."),
                "put an inner part into a local first.");
        return false;
    }
    TokenKind kind = walk->tokens->items[index].kind;
    bool groups = kind == TOKEN_ROUND_OPEN && !walk->after_operand;
    bool inside =
            kind == TOKEN_SQUARE_OPEN || (groups && walk->open[walk->depth].inside_index);
    walk->open[++walk->depth] = (Open){.inside_index = inside};
    walk->after_operand = false;
    return true;
}

static void check_comparison(Walk *walk, int32_t index) {
    if (!walk->open[walk->depth].inside_index || walk->comparison_told) return;
    walk->comparison_told = true;
    diag_fix(complain(walk, index, "E125", "A comparison stands directly inside [ ]."),
            "put the answer into a local first and use that.");
}

// True for tokens after which a suffix may follow. A name behind . or : continues the chain.
static bool ends_operand(TokenKind kind) {
    return kind == TOKEN_NAME || kind == TOKEN_TEXT || is_close(kind);
}

static bool walk_one(Walk *walk, int32_t index) {
    TokenKind kind = walk->tokens->items[index].kind;
    check_foreign(walk, index);
    follow_local(walk, kind);
    bool behind_dot = index > 0
                      && (walk->tokens->items[index - 1].kind == TOKEN_DOT
                              || walk->tokens->items[index - 1].kind == TOKEN_COLON);
    if (!is_close(kind)) follow_chain(walk, index, kind == TOKEN_NAME && behind_dot);
    if (kind == TOKEN_ELSEIF && ++walk->elseifs == GATE_ELSEIF_MAX + 1) {
        diag_fix(complain(walk, index, "E119", "This file has more than 500 elseif."),
                "look the value up in a table instead.");
    }
    if (is_comparison(kind)) check_comparison(walk, index);
    if (is_open(kind)) return open_bracket(walk, index);
    if (is_close(kind) && walk->depth > 0) walk->depth--;
    walk->after_operand = ends_operand(kind);
    return true;
}

static bool walk_tokens(const Tokens *tokens, Diags *diags) {
    Walk walk = {.tokens = tokens, .diags = diags, .good = true};
    for (int32_t i = 0; i < tokens->count; i++) {
        if (!walk_one(&walk, i)) break;
    }
    return walk.good;
}

// Bytes of the letter that begins here; 0 if none does.
static size_t letter_length(const char *text, size_t left) {
    unsigned char first = (unsigned char)text[0];
    size_t length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    return length <= left && utf8_valid(text, length) ? length : 0;
}

static void complain_encoding(const char *file, Bytes source, Diags *diags) {
    const char *text = (const char *)source.data;
    int32_t line = 1;
    size_t at = 0, line_start = 0, length = 1;
    while (at < source.length
            && (length = letter_length(text + at, source.length - at)) > 0) {
        at += length;
        if (text[at - 1] != '\n') continue;
        line++;
        line_start = at;
    }
    Diag *diag = diags_add(diags, "E109", file, line, (int32_t)(at - line_start) + 1,
            "This file is not saved as UTF-8.");
    diag_fix(diag, "in your editor choose Save as, encoding UTF-8.");
}

// What can be seen without reading words: size, compiled Lua, encoding.
static bool check_bytes(const char *file, Bytes source, Diags *diags) {
    if (source.length > GATE_FILE_BYTES_MAX) {
        Diag *diag = diags_add(diags, "E120", file, 0, 0,
                "This file has %zu bytes; a Lua file has at most 128 KiB.", source.length);
        diag_fix(diag, "split it into two files.");
        return false;
    }
    if (source.length > 0 && source.data[0] == 0x1B) {
        Diag *diag =
                diags_add(diags, "E111", file, 1, 1, "This is compiled Lua, not text.");
        diag_fix(diag, "put the text file into the pack.");
        return false;
    }
    if (!utf8_valid((const char *)source.data, source.length)) {
        complain_encoding(file, source, diags);
        return false;
    }
    return true;
}

bool gate_check_source(
        Region *region, const char *file, Bytes source, Tokens *out, Diags *diags) {
    *out = (Tokens){.file = file, .source = "", .items = NULL};
    if (!check_bytes(file, source, diags)) return false;
    if (source.length >= 3 && memcmp(source.data, "\xEF\xBB\xBF", 3) == 0) {
        source = (Bytes){source.data + 3, source.length - 3};
    }
    bool good = lexer_read(region, file, source, out, diags);
    return walk_tokens(out, diags) && good;
}
