// script/mistype.c — slips of the pen that Lua would explain badly: quotes, colons, square brackets, one dash for a note. Never: decides whether a text is good Lua.
#include "script/mistype.h"
#include <stdio.h>
#include <string.h>

enum { KEYS_MAX = 1024, BRACKETS_MAX = 64, SHOWN_MAX = 60 };

static const Token *at(const Tokens *tokens, int32_t index) {
    return &tokens->items[index];
}

static TokenKind kind_at(const Tokens *tokens, int32_t index) {
    return index < 0 || index >= tokens->count ? TOKEN_NONE : at(tokens, index)->kind;
}

static bool same_line(const Tokens *tokens, int32_t index, int32_t other) {
    return other >= 0 && at(tokens, index)->line == at(tokens, other)->line;
}

static int shown(size_t length) { return (int)(length < SHOWN_MAX ? length : SHOWN_MAX); }

static const char *word_at(const Tokens *tokens, int32_t index, int *length) {
    *length = shown(at(tokens, index)->length);
    return tokens->source + at(tokens, index)->at;
}

static void point(const Token *token, Diag *diag) {
    diag->column = token->column;
    diag->length = shown(token->length);
}

static void say(Diag *diag, const char *code, const char *message) {
    snprintf(diag->code, sizeof diag->code, "%s", code);
    snprintf(diag->message, sizeof diag->message, "%s", message);
}

// ---- one slip each ------------------------------------------------------------------------

// cast: "core" for cast = "core". Lua stumbles up to two words behind the colon.
static bool colon(const Tokens *tokens, int32_t index, Diag *diag) {
    for (int32_t i = index; i > index - 3 && i > 0; i--) {
        if (kind_at(tokens, i) != TOKEN_COLON || kind_at(tokens, i - 1) != TOKEN_NAME)
            continue;
        TokenKind before = kind_at(tokens, i - 2);
        if (before != TOKEN_COMMA && before != TOKEN_CURLY_OPEN
                && before != TOKEN_SEMICOLON)
            return false;
        int length = 0;
        const char *name = word_at(tokens, i - 1, &length);
        diag->line = at(tokens, i)->line;
        point(at(tokens, i), diag);
        say(diag, "E107", "A field takes =, not a colon.");
        diag_fix(diag, "write %.*s = …", length, name);
        return true;
    }
    return false;
}

static bool square(const Tokens *tokens, int32_t index, Diag *diag) {
    if (kind_at(tokens, index) != TOKEN_SQUARE_OPEN) return false;
    say(diag, "E105", "Lists stand in { }, not in [ ].");
    diag_fix(diag, "write { in the place of [ and } in the place of ].");
    return true;
}

// The first = of the line that stands behind a text; -1 without one.
static int32_t equals_behind_text(const Tokens *tokens, int32_t index) {
    int32_t line = at(tokens, index)->line;
    for (int32_t i = token_at_line(tokens, line);
            i < tokens->count && at(tokens, i)->line == line; i++) {
        if (kind_at(tokens, i) == TOKEN_ASSIGN && kind_at(tokens, i - 1) == TOKEN_TEXT)
            return i;
    }
    return -1;
}

// wants = { "last_bus" = 2 }
static bool quoted_field(const Tokens *tokens, int32_t index, Diag *diag) {
    int32_t found = equals_behind_text(tokens, index);
    TokenKind before = found < 0 ? TOKEN_NONE : kind_at(tokens, found - 2);
    if (before != TOKEN_CURLY_OPEN && before != TOKEN_COMMA) return false;
    int length = 0;
    const char *text = word_at(tokens, found - 1, &length);
    point(at(tokens, found - 1), diag);
    say(diag, "E107", "The name of a field has no quotes.");
    if (length > 2) diag_fix(diag, "write %.*s = …", length - 2, text + 1);
    return true;
}

// money = +3
static bool plus(const Tokens *tokens, int32_t index, Diag *diag) {
    if (kind_at(tokens, index) != TOKEN_PLUS || kind_at(tokens, index + 1) != TOKEN_NUMBER)
        return false;
    int length = 0;
    const char *number = word_at(tokens, index + 1, &length);
    say(diag, "E107", "No + stands before a number.");
    diag_fix(diag, "write %.*s", length, number);
    return true;
}

static bool commas(const Tokens *tokens, int32_t index, Diag *diag) {
    if (kind_at(tokens, index) != TOKEN_COMMA) return false;
    if (kind_at(tokens, index + 1) != TOKEN_COMMA
            && kind_at(tokens, index - 1) != TOKEN_COMMA)
        return false;
    say(diag, "E107", "Two commas stand side by side.");
    diag_fix(diag, "delete one of them.");
    return true;
}

// actor "company" = { … }
static bool equals(const Tokens *tokens, int32_t index, Diag *diag) {
    int32_t found = equals_behind_text(tokens, index);
    if (found < 0 || kind_at(tokens, found - 2) != TOKEN_NAME) return false;
    int word = 0, id = 0;
    const char *name = word_at(tokens, found - 2, &word),
               *text = word_at(tokens, found - 1, &id);
    point(at(tokens, found), diag);
    say(diag, "E107", "No = stands between an id and its { }.");
    diag_fix(diag, "write %.*s %.*s { … }", word, name, id, text);
    return true;
}

// "Nobody is "afraid" here": the quote before afraid ended the text.
static bool quote_inside(const Tokens *tokens, int32_t index, Diag *diag) {
    if (kind_at(tokens, index) != TOKEN_NAME || kind_at(tokens, index - 1) != TOKEN_TEXT
            || !same_line(tokens, index, index - 1))
        return false;
    int length = 0;
    const char *word = word_at(tokens, index, &length);
    char message[120];
    snprintf(message, sizeof message, "The text ended before %.*s: a quote inside it.",
            length, word);
    say(diag, "E107", message);
    diag_fix(diag, "inside a text write ' for a quote, or \\\" with a backslash.");
    return true;
}

// A dash may also go on with a sum, or stand before a number of a list.
static bool goes_on(TokenKind before) {
    return before == TOKEN_NUMBER || before == TOKEN_NAME || before == TOKEN_COMMA
           || before == TOKEN_CURLY_OPEN || before == TOKEN_ROUND_OPEN
           || before == TOKEN_ASSIGN;
}

bool mistype_is_note(const Tokens *tokens, int32_t index) {
    TokenKind kind = kind_at(tokens, index), before = kind_at(tokens, index - 1);
    if (index > 0 && same_line(tokens, index, index - 1)) return false;
    if (kind == TOKEN_HASH) return true;
    bool sign = kind == TOKEN_MINUS || kind == TOKEN_FLOOR_DIVIDE;
    return sign && !goes_on(before);
}

static void say_note(const Tokens *tokens, int32_t index, Diag *diag) {
    point(at(tokens, index), diag);
    say(diag, "E107", "A note for people starts with two dashes.");
    diag_fix(diag, "write -- at the start of line %d.", diag->line);
}

// - a note,  # a note,  // a note
static bool note(const Tokens *tokens, int32_t index, Diag *diag) {
    int32_t first = token_at_line(tokens, at(tokens, index)->line);
    if (!mistype_is_note(tokens, first)) return false;
    say_note(tokens, first, diag);
    return true;
}

bool mistype_explain(const Tokens *tokens, int32_t index, Diag *diag) {
    return note(tokens, index, diag) || square(tokens, index, diag)
           || equals(tokens, index, diag) || quoted_field(tokens, index, diag)
           || plus(tokens, index, diag) || commas(tokens, index, diag)
           || colon(tokens, index, diag) || quote_inside(tokens, index, diag);
}

bool mistype_note(const Tokens *tokens, int32_t line, Diag *diag) {
    int32_t last = tokens->count - 1;
    if (last < 0 || at(tokens, last)->line != line || kind_at(tokens, last) != TOKEN_MINUS
            || !mistype_is_note(tokens, last))
        return false;
    say_note(tokens, last, diag);
    return true;
}

// ---- a quote too few ----------------------------------------------------------------------

// name = "Bus company, persona = "grassroots": this text holds a field, so it lost its own end.
static bool lost_end(const Tokens *tokens, int32_t index, Diag *diag) {
    const Token *token = at(tokens, index);
    const char *from = tokens->source + token->at, *end = from + token->length - 1;
    const char *letter = end;
    while (letter > from && letter[-1] == ' ')
        letter--;
    if (letter == from || letter[-1] != '=') return false;
    for (letter--; letter > from && letter[-1] != ',';)
        letter--;
    if (letter == from) return false;
    int32_t length = (int32_t)(letter - 1 - from);
    diag->column = token->column;
    diag->length = core_min(length, SHOWN_MAX);
    diag_fix(diag, "write %.*s%c,", core_min(length, 80), from, from[0]);
    return true;
}

// name = Bus company", persona = "grassroots": a text that begins with a comma right behind a word.
static bool lost_start(const Tokens *tokens, int32_t index, Diag *diag) {
    const Token *token = at(tokens, index);
    const char *from = tokens->source + token->at;
    if (index == 0 || token->length < 2 || (from[1] != ',' && from[1] != ' ')) return false;
    const Token *before = at(tokens, index - 1);
    if (before->kind != TOKEN_NAME || before->at + before->length != token->at)
        return false;
    int32_t first = index - 1;
    while (first > 0 && at(tokens, first - 1)->line == token->line
            && (kind_at(tokens, first - 1) == TOKEN_NAME
                    || kind_at(tokens, first - 1) == TOKEN_NUMBER))
        first--;
    const Token *start = at(tokens, first);
    int32_t length = (int32_t)(token->at - start->at);
    diag->column = start->column;
    diag->length = core_min(length, SHOWN_MAX);
    snprintf(diag->message, sizeof diag->message, "%s",
            "A text on this line begins without its quote.");
    diag_fix(diag, "write \"%.*s\"", core_min(length, 80), tokens->source + start->at);
    return true;
}

bool mistype_quote(const Tokens *tokens, int32_t line, Diag *diag) {
    int32_t first = tokens->count;
    while (first > 0 && at(tokens, first - 1)->line == line)
        first--;
    for (int32_t i = first; i < tokens->count; i++) {
        if (kind_at(tokens, i) != TOKEN_TEXT) continue;
        if (lost_start(tokens, i, diag) || lost_end(tokens, i, diag)) return true;
    }
    return false;
}

// ---- a field twice ------------------------------------------------------------------------

typedef struct Twice {
    const Tokens *tokens;
    Diags *diags;
    int32_t keys[KEYS_MAX]; // tokens of the fields of all braces that are open
    int32_t count, depth;
    int32_t first[BRACKETS_MAX]; // in keys, of each open bracket
    bool in_function;            // inside a { }: what is set there are no fields
} Twice;

static void tell_twice(const Twice *twice, int32_t earlier, int32_t later) {
    const Tokens *tokens = twice->tokens;
    const Token *token = at(tokens, later);
    int length = 0;
    const char *name = word_at(tokens, later, &length);
    Diag *diag = diags_add(twice->diags, "E212", tokens->file, token->line, token->column,
            "The field %.*s is given twice: in line %d and here.", length, name,
            at(tokens, earlier)->line);
    diag->length = length;
    diag_fix(diag, "keep one of the two.");
    lexer_quote(tokens, diag);
}

static bool same_word(const Tokens *tokens, int32_t a, int32_t b) {
    const Token *one = at(tokens, a), *other = at(tokens, b);
    return one->length == other->length
           && memcmp(tokens->source + one->at, tokens->source + other->at, one->length)
                      == 0;
}

static void take_key(Twice *twice, int32_t index) {
    TokenKind before = kind_at(twice->tokens, index - 1);
    bool starts = before == TOKEN_CURLY_OPEN || before == TOKEN_COMMA;
    if (!starts || kind_at(twice->tokens, index + 1) != TOKEN_ASSIGN || twice->depth == 0
            || twice->in_function)
        return;
    for (int32_t i = twice->first[twice->depth - 1]; i < twice->count; i++) {
        if (!same_word(twice->tokens, twice->keys[i], index)) continue;
        tell_twice(twice, twice->keys[i], index);
        return;
    }
    if (twice->count < KEYS_MAX) twice->keys[twice->count++] = index;
}

void mistype_twice(const Tokens *tokens, Diags *diags) {
    Twice twice = {.tokens = tokens, .diags = diags};
    for (int32_t i = 0; i < tokens->count; i++) {
        TokenKind kind = kind_at(tokens, i);
        if (kind == TOKEN_NAME) {
            take_key(&twice, i);
        } else if (kind == TOKEN_CURLY_OPEN) {
            if (twice.depth == BRACKETS_MAX) return; // the gate lets 60 through
            twice.first[twice.depth++] = twice.count;
        } else if (kind == TOKEN_CURLY_CLOSE && twice.depth > 0) {
            twice.count = twice.first[--twice.depth];
            twice.in_function = twice.in_function && twice.depth > 0;
        } else if (kind == TOKEN_FUNCTION) {
            twice.in_function = twice.depth > 0;
        }
    }
}
