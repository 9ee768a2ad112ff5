// script/syntax.c — finds the likely mistake in a text that Lua refused. Never: decides whether a text is good Lua.
#include "script/syntax.h"
#include "script/mistype.h"
#include <stdio.h>
#include <string.h>

enum { OPEN_MAX = 300, FINDINGS_MAX = 20 };

// A bracket or block that waits for its end.
typedef struct Open {
    int32_t index; // of the opening token
    bool is_value; // a { } that stands for a value and cannot be called
} Open;

typedef struct Search {
    const Tokens *tokens;
    Diags *diags;
    Open open[OPEN_MAX];
    int32_t depth, found, first_line;
    int32_t suspect, suspect_end; // block whose `end` stands too far left, and that `end`
    int32_t skip_to;   // tokens before this one are part of a finding already told
    int32_t note_line; // a line that is a note without its dashes
    bool closed_value; // the last } ended a value
} Search;

static const Token *at(const Search *search, int32_t index) {
    return &search->tokens->items[index];
}

static TokenKind kind_at(const Search *search, int32_t index) {
    return index < 0 ? TOKEN_NONE : at(search, index)->kind;
}

static Diag *tell(
        Search *search, const char *code, int32_t line, int32_t column, const char *text) {
    if (search->found++ == 0) search->first_line = line;
    Diag *diag =
            diags_add(search->diags, code, search->tokens->file, line, column, "%s", text);
    lexer_quote(search->tokens, diag);
    return diag;
}

static Diag *tell_token(Search *search, const char *code, int32_t index, const char *text) {
    const Token *token = at(search, index);
    Diag *diag = tell(search, code, token->line, token->column, text);
    diag->length = (int32_t)(token->length < 60 ? token->length : 60);
    return diag;
}

static bool opens_bracket(TokenKind kind) {
    return kind == TOKEN_ROUND_OPEN || kind == TOKEN_SQUARE_OPEN
           || kind == TOKEN_CURLY_OPEN;
}

static bool closes_bracket(TokenKind kind) {
    return kind == TOKEN_ROUND_CLOSE || kind == TOKEN_SQUARE_CLOSE
           || kind == TOKEN_CURLY_CLOSE;
}

static const char *sign_of(TokenKind kind) {
    switch ((int)kind) {
    case TOKEN_ROUND_OPEN: return "(";
    case TOKEN_ROUND_CLOSE: return ")";
    case TOKEN_SQUARE_OPEN: return "[";
    case TOKEN_SQUARE_CLOSE: return "]";
    case TOKEN_CURLY_OPEN: return "{";
    default: return "}";
    }
}

// The closing brackets stand right behind their opening ones in TokenKind.
static TokenKind closing_of(TokenKind kind) { return (TokenKind)((int)kind + 1); }

static TokenKind top_kind(const Search *search) {
    return search->depth == 0 ? TOKEN_NONE
                              : kind_at(search, search->open[search->depth - 1].index);
}

static void push(Search *search, int32_t index, bool is_value) {
    if (search->depth == OPEN_MAX) return;
    search->open[search->depth++] = (Open){index, is_value};
}

// Letters before the first token of a line.
static int32_t indent_of(const Search *search, int32_t index) {
    return at(search, token_at_line(search->tokens, at(search, index)->line))->column;
}

// ---- blocks -------------------------------------------------------------------------------

// The outermost statement that holds the open block: "the rule that starts here".
static void tell_open_block(Search *search, int32_t block, int32_t last) {
    const Token *outer = at(
            search, token_at_line(search->tokens, at(search, search->open[0].index)->line));
    const Token *inner = at(search, block);
    char text[200];
    if (outer->line == inner->line) {
        snprintf(text, sizeof text,
                "What starts here is never closed: the `%.*s` has no `end`.",
                (int)inner->length, search->tokens->source + inner->at);
    } else {
        snprintf(text, sizeof text,
                "What starts here is never closed: the `%.*s` in line %d has no `end`.",
                (int)inner->length, search->tokens->source + inner->at, inner->line);
    }
    Diag *diag = tell(search, "E106", outer->line, outer->column, text);
    diag_fix(diag, "add `end` after line %d.", core_max(last, inner->line));
}

// Some block is open although its surroundings end at token `index`.
static void tell_missing_end(Search *search, int32_t index) {
    int32_t block = search->open[search->depth - 1].index;
    int32_t last = index > 0 ? at(search, index - 1)->line : 1;
    if (search->suspect >= 0) {
        block = search->suspect;
        last = at(search, search->suspect_end - 1)->line;
    }
    tell_open_block(search, block, last);
    search->suspect = -1;
}

static void close_block(Search *search, int32_t index) {
    TokenKind top = top_kind(search);
    if (top == TOKEN_NONE) {
        diag_fix(tell_token(search, "E107", index, "This `end` closes nothing."),
                "delete it.");
        return;
    }
    if (opens_bracket(top)) {
        char text[120];
        snprintf(text, sizeof text, "`%s` from line %d is not closed before this `end`.",
                sign_of(top), at(search, search->open[search->depth - 1].index)->line);
        diag_fix(tell_token(search, "E105", index, text), "write `%s` before it.",
                sign_of(closing_of(top)));
        while (search->depth > 0 && opens_bracket(top_kind(search)))
            search->depth--;
    }
    if (search->depth == 0) return;
    int32_t opened = search->open[--search->depth].index;
    bool further_left = indent_of(search, index) < indent_of(search, opened);
    if (further_left && search->suspect < 0) {
        search->suspect = opened;
        search->suspect_end = index;
    }
}

// for and while carry their own `do`; a lone `do` opens a block.
static void follow_block(Search *search, int32_t index) {
    TokenKind kind = kind_at(search, index), top = top_kind(search);
    if (kind == TOKEN_FUNCTION || kind == TOKEN_IF || kind == TOKEN_REPEAT
            || kind == TOKEN_FOR || kind == TOKEN_WHILE) {
        push(search, index, false);
    } else if (kind == TOKEN_DO) {
        bool carried = top == TOKEN_FOR || top == TOKEN_WHILE;
        // From here on the loop waits for `end`, and a second `do` is a block of its own.
        if (carried) search->depth--;
        push(search, index, false);
    } else if (kind == TOKEN_UNTIL && top == TOKEN_REPEAT) {
        search->depth--;
    } else if (kind == TOKEN_END) {
        close_block(search, index);
    }
}

// ---- brackets -----------------------------------------------------------------------------

static bool is_operand_end(TokenKind kind) {
    return kind == TOKEN_TEXT || kind == TOKEN_NUMBER || kind == TOKEN_TRUE
           || kind == TOKEN_FALSE || kind == TOKEN_NIL || kind == TOKEN_NAME
           || kind == TOKEN_END || closes_bracket(kind);
}

// A text or call may follow these: f "x", f { }, f(x) "y".
static bool is_callable_end(const Search *search, int32_t index) {
    TokenKind kind = kind_at(search, index);
    if (kind == TOKEN_CURLY_CLOSE) return !search->closed_value;
    return kind == TOKEN_NAME || kind == TOKEN_ROUND_CLOSE || kind == TOKEN_SQUARE_CLOSE;
}

static void close_bracket(Search *search, int32_t index) {
    TokenKind kind = kind_at(search, index), top = top_kind(search);
    char text[160];
    if (top != TOKEN_NONE && !opens_bracket(top)) {
        tell_missing_end(search, index);
        while (search->depth > 0 && !opens_bracket(top_kind(search)))
            search->depth--;
        top = top_kind(search);
    }
    if (top == TOKEN_NONE) {
        snprintf(text, sizeof text, "`%s` closes nothing.", sign_of(kind));
        diag_fix(tell_token(search, "E105", index, text), "delete it.");
        return;
    }
    const Open *open = &search->open[--search->depth];
    search->closed_value = open->is_value;
    if (closing_of(top) == kind) return;
    snprintf(text, sizeof text, "`%s` from line %d is closed by `%s`.", sign_of(top),
            at(search, open->index)->line, sign_of(kind));
    diag_fix(tell_token(search, "E105", index, text), "write `%s`.",
            sign_of(closing_of(top)));
}

static void tell_open_bracket(Search *search, int32_t last_line) {
    int32_t index = search->open[0].index;
    TokenKind kind = kind_at(search, index);
    char text[120];
    snprintf(text, sizeof text, "`%s` is never closed.", sign_of(kind));
    diag_fix(tell_token(search, "E105", index, text), "add `%s` after line %d.",
            sign_of(closing_of(kind)), core_max(last_line, at(search, index)->line));
}

// Everything still open at `index` was forgotten; reading starts afresh there.
static void tell_forgotten(Search *search, int32_t index) {
    int32_t last = index > 0 ? at(search, index - 1)->line : 1;
    bool block = false;
    for (int32_t i = 0; i < search->depth; i++) {
        block = block || !opens_bracket(kind_at(search, search->open[i].index));
    }
    if (block) {
        while (opens_bracket(top_kind(search)))
            search->depth--;
        tell_missing_end(search, index);
    } else {
        tell_open_bracket(search, last);
    }
    search->depth = 0;
}

// ---- commas and quotes --------------------------------------------------------------------

static void tell_comma(Search *search, int32_t index) {
    const Token *before = at(search, index - 1);
    bool line_ends = at(search, index)->line > before->line;
    Diag *diag = tell(search, "E103", before->line,
            before->column + (int32_t)before->length,
            line_ends ? "A comma is missing after this line." : "A comma is missing here.");
    if (line_ends) {
        diag_fix(diag, "put a comma at the end of line %d.", before->line);
    } else {
        diag_fix(diag, "put a comma after %.*s.",
                (int)(before->length < 40 ? before->length : 40),
                search->tokens->source + before->at);
    }
}

// Words without quotes: from `first` to the last token of the line that is no comma or bracket.
static void tell_quotes(Search *search, int32_t first) {
    int32_t last = first, line = at(search, first)->line;
    for (int32_t i = first + 1;
            at(search, i)->kind != TOKEN_EOF && at(search, i)->line == line; i++) {
        TokenKind kind = kind_at(search, i);
        if (kind == TOKEN_COMMA || kind == TOKEN_SEMICOLON || opens_bracket(kind)
                || closes_bracket(kind) || kind == TOKEN_TEXT)
            break;
        if (kind == TOKEN_NAME && kind_at(search, i + 1) == TOKEN_ASSIGN) break;
        last = i;
    }
    const char *source = search->tokens->source;
    const Token *end = at(search, last);
    int length = (int)(end->at + end->length - at(search, first)->at);
    const char *words = source + at(search, first)->at;
    char text[160];
    snprintf(text, sizeof text, "Text needs quotes. Found: %.*s.",
            length < 80 ? length : 80, words);
    Diag *diag = tell_token(search, "E104", first, text);
    diag->length = length;
    bool field = kind_at(search, first - 1) == TOKEN_ASSIGN
                 && kind_at(search, first - 2) == TOKEN_NAME;
    if (field) {
        const Token *name = at(search, first - 2);
        diag_fix(diag, "%.*s = \"%.*s\"", (int)(name->length < 60 ? name->length : 60),
                source + name->at, length < 80 ? length : 80, words);
    } else {
        diag_fix(diag, "\"%.*s\"", length < 80 ? length : 80, words);
    }
    search->skip_to = last + 1;
}

// name = Town Council  ·  actor cleaners { … }
static bool check_quotes(Search *search, int32_t index) {
    TokenKind kind = kind_at(search, index), before = kind_at(search, index - 1);
    bool same_line = index > 0 && at(search, index)->line == at(search, index - 1)->line;
    if (before != TOKEN_NAME || !same_line
            || (kind != TOKEN_NAME && kind != TOKEN_NUMBER)) {
        return false;
    }
    TokenKind earlier = kind_at(search, index - 2), after = kind_at(search, index + 1);
    if (top_kind(search) == TOKEN_CURLY_OPEN) {
        if (earlier != TOKEN_ASSIGN && earlier != TOKEN_COMMA
                && earlier != TOKEN_CURLY_OPEN)
            return false;
        tell_quotes(search, index - 1);
        return true;
    }
    if (kind != TOKEN_NAME || (after != TOKEN_CURLY_OPEN && after != TOKEN_TEXT))
        return false;
    const Token *id = at(search, index);
    Diag *diag = tell_token(search, "E104", index, "The id needs quotes.");
    diag_fix(diag, "%.*s \"%.*s\"", (int)at(search, index - 1)->length,
            search->tokens->source + at(search, index - 1)->at, (int)id->length,
            search->tokens->source + id->at);
    return true;
}

static bool check_comma(Search *search, int32_t index) {
    TokenKind kind = kind_at(search, index), before = kind_at(search, index - 1);
    TokenKind top = top_kind(search);
    if (!opens_bracket(top) || search->open[search->depth - 1].index == index - 1)
        return false;
    if (!is_operand_end(before)) return false;
    bool next_line = at(search, index)->line > at(search, index - 1)->line;
    bool missing = false;
    if (kind == TOKEN_NAME) {
        bool field = top == TOKEN_CURLY_OPEN && kind_at(search, index + 1) == TOKEN_ASSIGN;
        missing = field || before == TOKEN_NUMBER || next_line;
    } else if (kind == TOKEN_NUMBER || kind == TOKEN_FUNCTION || kind == TOKEN_TRUE
               || kind == TOKEN_FALSE) {
        missing = true;
    } else if (kind == TOKEN_TEXT || kind == TOKEN_CURLY_OPEN
               || kind == TOKEN_SQUARE_OPEN) {
        missing = !is_callable_end(search, index - 1);
    }
    if (missing) tell_comma(search, index);
    return missing;
}

// local = 5 as a field: the word belongs to Lua.
static bool check_keyword_field(Search *search, int32_t index) {
    const Token *token = at(search, index);
    TokenKind before = kind_at(search, index - 1);
    bool starts = before == TOKEN_CURLY_OPEN || before == TOKEN_COMMA
                  || before == TOKEN_SEMICOLON;
    if (token->kind < TOKEN_AND || token->kind > TOKEN_WHILE || !starts) return false;
    if (top_kind(search) != TOKEN_CURLY_OPEN || kind_at(search, index + 1) != TOKEN_ASSIGN)
        return false;
    char text[120];
    snprintf(text, sizeof text, "\"%.*s\" is a word of Lua and cannot be a field.",
            (int)token->length, search->tokens->source + token->at);
    Diag *diag = tell_token(search, "E203", index, text);
    if (token->kind == TOKEN_LOCAL) {
        diag_fix(diag, "the audience is called \"locals\".");
    } else {
        diag_fix(diag, "choose another name.");
    }
    search->skip_to = index + 1;
    return true;
}

// ---- the walk -----------------------------------------------------------------------------

static bool starts_statement(const Tokens *tokens, int32_t index) {
    const Token *token = &tokens->items[index];
    if (token->column != 1 || token->kind != TOKEN_NAME) return false;
    TokenKind next = tokens->items[index + 1].kind;
    return next == TOKEN_TEXT || next == TOKEN_CURLY_OPEN || next == TOKEN_NAME;
}

// The words of a note without its dashes are nobody's mistake; its line is left out.
static bool check_note(Search *search, int32_t index) {
    const Token *token = at(search, index);
    if (token->line == search->note_line) return true;
    if (search->depth > 0 || !mistype_is_note(search->tokens, index)) return false;
    search->note_line = token->line;
    mistype_explain(search->tokens, index, tell_token(search, "E107", index, ""));
    return true;
}

static void search_one(Search *search, int32_t index) {
    TokenKind kind = kind_at(search, index);
    if (check_note(search, index)) return;
    if (search->depth > 0 && starts_statement(search->tokens, index))
        tell_forgotten(search, index);
    if (index >= search->skip_to && !check_keyword_field(search, index)
            && !check_quotes(search, index)) {
        check_comma(search, index);
    }
    if (opens_bracket(kind)) {
        push(search, index,
                kind == TOKEN_CURLY_OPEN && !is_callable_end(search, index - 1));
    } else if (closes_bracket(kind)) {
        close_bracket(search, index);
    } else if (index >= search->skip_to) {
        follow_block(search, index);
    }
}

static bool tell_limit(Search *search, const char *message, int32_t line) {
    static const char *const SIGNS[] = {
            "too many", "overflow", "too long", "limit", "levels"};
    for (size_t i = 0; i < ARRAY_COUNT(SIGNS); i++) {
        if (!strstr(message, SIGNS[i])) continue;
        Diag *diag = tell(search, "E123", line, 0,
                "This is too much for one function: at most 200 names and 200 levels.");
        diag_fix(diag, "split it into smaller functions or lists.");
        return true;
    }
    return false;
}

// The token that Lua names behind "near '…'", on its line.
static int32_t near_token(const Search *search, const char *message, int32_t line) {
    int32_t first = token_at_line(search->tokens, line);
    const char *from = strstr(message, "near '");
    const char *end = from ? strrchr(from, '\'') : NULL;
    if (!from || end <= from + 6) return first;
    size_t length = (size_t)(end - from - 6);
    for (int32_t i = first; at(search, i)->kind != TOKEN_EOF && at(search, i)->line <= line;
            i++) {
        const Token *token = at(search, i);
        if (token->length == length
                && memcmp(search->tokens->source + token->at, from + 6, length) == 0)
            return i;
    }
    return first;
}

static void tell_unexpected(Search *search, const char *message, int32_t line) {
    int32_t index = near_token(search, message, line);
    const Token *token = at(search, index);
    char text[120];
    if (token->kind == TOKEN_EOF) {
        snprintf(text, sizeof text, "The file ends in the middle of something.");
    } else {
        snprintf(text, sizeof text, "This is not expected here: %.*s.",
                (int)(token->length < 60 ? token->length : 60),
                search->tokens->source + token->at);
    }
    Diag *diag = tell_token(search, "E107", index, text);
    if (mistype_explain(search->tokens, index, diag)) return;
    if (token->kind == TOKEN_ASSIGN) {
        diag_fix(diag, "one = sets, two == compare.");
    } else {
        diag_fix(diag, "look for a missing sign before it, or delete it.");
    }
}

int32_t syntax_explain(
        const Tokens *tokens, const char *lua_message, int32_t lua_line, Diags *diags) {
    Search search = {.tokens = tokens, .diags = diags, .suspect = -1};
    if (tell_limit(&search, lua_message, lua_line)) return search.first_line;
    for (int32_t i = 0; i < tokens->count - 1 && search.found < FINDINGS_MAX; i++) {
        search_one(&search, i);
    }
    if (search.depth > 0 && search.found == 0) tell_forgotten(&search, tokens->count - 1);
    if (search.found == 0) tell_unexpected(&search, lua_message, lua_line);
    return search.first_line;
}

int32_t syntax_next_start(const Tokens *tokens, int32_t from) {
    for (int32_t i = from; i < tokens->count - 1; i++) {
        TokenKind kind = tokens->items[i].kind;
        bool opens = kind == TOKEN_LOCAL || kind == TOKEN_FOR || kind == TOKEN_IF;
        if (tokens->items[i].column != 1) continue;
        if (opens || (kind == TOKEN_NAME && tokens->items[i + 1].kind != TOKEN_COMMA))
            return i;
    }
    return tokens->count - 1;
}
