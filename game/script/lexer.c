// script/lexer.c — splits an author's Lua text into words with positions. Never: calls Lua.
#include "script/lexer.h"
#include "base/utf8.h"
#include "script/mistype.h"
#include <stdio.h>
#include <string.h>

enum { NAME_LETTERS_MAX = 60, DIGITS_MAX = 12 };

// Findings that repeat all over a file are told once, with the number of places.
typedef struct Repeated {
    Diag *first;
    int32_t count;
} Repeated;

typedef struct Lexer {
    Region *region;
    Tokens *out;
    Diags *diags;
    Token *items;
    int32_t capacity, line;
    size_t at, line_start;
    Repeated curly, foreign, hidden;
    bool good;
} Lexer;

static const char *const KEYWORDS[] = {"and", "break", "do", "else", "elseif", "end",
        "false", "for", "function", "goto", "if", "in", "local", "nil", "not", "or",
        "repeat", "return", "then", "true", "until", "while"};

// Longer signs stand before the shorter ones they begin with; the order is that of TokenKind.
static const char *const SIGNS[] = {"...", "..", ".", "==", "=", "::", ":", "~=", "~",
        "<=", "<<", "<", ">=", ">>", ">", "//", "/", "+", "-", "*", "%", "#", "^", "&", "|",
        ",", ";", "(", ")", "[", "]", "{", "}"};

// Where the words and signs that begin with a character begin in the two lists; 0 = none do.
static const uint8_t FIRST_KEYWORD[128] = {['a'] = TOKEN_AND,
        ['b'] = TOKEN_BREAK,
        ['d'] = TOKEN_DO,
        ['e'] = TOKEN_ELSE,
        ['f'] = TOKEN_FALSE,
        ['g'] = TOKEN_GOTO,
        ['i'] = TOKEN_IF,
        ['l'] = TOKEN_LOCAL,
        ['n'] = TOKEN_NIL,
        ['o'] = TOKEN_OR,
        ['r'] = TOKEN_REPEAT,
        ['t'] = TOKEN_THEN,
        ['u'] = TOKEN_UNTIL,
        ['w'] = TOKEN_WHILE};
static const uint8_t FIRST_SIGN[128] = {['.'] = TOKEN_DOTS3,
        ['='] = TOKEN_SAME,
        [':'] = TOKEN_LABEL,
        ['~'] = TOKEN_DIFFERENT,
        ['<'] = TOKEN_AT_MOST,
        ['>'] = TOKEN_AT_LEAST,
        ['/'] = TOKEN_FLOOR_DIVIDE,
        ['+'] = TOKEN_PLUS,
        ['-'] = TOKEN_MINUS,
        ['*'] = TOKEN_TIMES,
        ['%'] = TOKEN_PERCENT,
        ['#'] = TOKEN_HASH,
        ['^'] = TOKEN_POWER,
        ['&'] = TOKEN_AMPERSAND,
        ['|'] = TOKEN_BAR,
        [','] = TOKEN_COMMA,
        [';'] = TOKEN_SEMICOLON,
        ['('] = TOKEN_ROUND_OPEN,
        [')'] = TOKEN_ROUND_CLOSE,
        ['['] = TOKEN_SQUARE_OPEN,
        [']'] = TOKEN_SQUARE_CLOSE,
        ['{'] = TOKEN_CURLY_OPEN,
        ['}'] = TOKEN_CURLY_CLOSE};

static bool is_digit(char c) { return c >= '0' && c <= '9'; }

static bool is_name_start(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

static bool is_name_part(char c) { return is_name_start(c) || is_digit(c); }

// A zero behind the end keeps every look-ahead inside the text.
static char peek(const Lexer *lexer, size_t ahead) {
    size_t at = lexer->at + ahead;
    return at < lexer->out->length ? lexer->out->source[at] : '\0';
}

static bool at_end(const Lexer *lexer) { return lexer->at >= lexer->out->length; }

static Diag *complain(Lexer *lexer, const char *code, size_t at, const char *message) {
    lexer->good = false;
    int32_t column = (int32_t)(at - lexer->line_start) + 1;
    Diag *diag = diags_add(
            lexer->diags, code, lexer->out->file, lexer->line, column, "%s", message);
    lexer_quote(lexer->out, diag);
    return diag;
}

static void complain_repeated(Lexer *lexer, Repeated *repeated, const char *code,
        const char *message, const char *fix) {
    if (repeated->count++ > 0) return;
    repeated->first = complain(lexer, code, lexer->at, message);
    diag_fix(repeated->first, "%s", fix);
}

static void add_token(
        Lexer *lexer, TokenKind kind, size_t from, int32_t line, int32_t column) {
    Tokens *out = lexer->out;
    if (out->count == lexer->capacity) {
        int32_t larger = lexer->capacity * 2;
        Token *items = region_take(lexer->region, (size_t)larger * sizeof *items);
        memcpy(items, lexer->items, (size_t)out->count * sizeof *items);
        lexer->items = items;
        lexer->capacity = larger;
    }
    lexer->items[out->count++] =
            (Token){kind, (uint32_t)from, (uint32_t)(lexer->at - from), line, column};
}

static int32_t column_of(const Lexer *lexer, size_t at) {
    return (int32_t)(at - lexer->line_start) + 1;
}

// Lua counts \n, \r, \r\n and \n\r as one line end each; so do we.
static void skip_line_end(Lexer *lexer) {
    char first = peek(lexer, 0), second = peek(lexer, 1);
    lexer->at += (second == '\n' || second == '\r') && second != first ? 2 : 1;
    lexer->line++;
    lexer->line_start = lexer->at;
}

// Refuses what may stand nowhere, not even in texts and comments; moves past one character.
static void pass_character(Lexer *lexer) {
    const char *source = lexer->out->source;
    char first = source[lexer->at];
    if (first >= ' ' && first < 0x7F) {
        lexer->at++;
        return;
    }
    size_t next = lexer->at;
    uint32_t letter = utf8_next(source, lexer->out->length, &next);
    if (utf8_is_invisible(letter)) {
        complain_repeated(lexer, &lexer->hidden, "E122",
                "An invisible or direction-changing character stands here.",
                "delete it and type the letters around it again.");
    } else if (letter != '\t' && utf8_is_control(letter, true)) {
        diag_fix(complain(lexer, "E110", lexer->at, "A control byte stands here."),
                "delete it; save the file as plain text.");
    }
    lexer->at = next;
}

static bool is_plain(char c) { return c >= ' ' && c < 0x7F; }

// Past letters that need no look of their own, up to either of two characters.
static void pass_plain(Lexer *lexer, char stop, char other) {
    const char *source = lexer->out->source;
    size_t at = lexer->at, end = lexer->out->length;
    while (at < end && is_plain(source[at]) && source[at] != stop && source[at] != other)
        at++;
    lexer->at = at;
}

// The number of = signs of "[==[" at `from`, or -1 if no long bracket opens there.
static int32_t long_level(const Lexer *lexer, size_t ahead) {
    if (peek(lexer, ahead) != '[') return -1;
    int32_t level = 0;
    while (peek(lexer, ahead + 1 + (size_t)level) == '=')
        level++;
    return peek(lexer, ahead + 1 + (size_t)level) == '[' ? level : -1;
}

static bool closes_long(const Lexer *lexer, int32_t level) {
    if (peek(lexer, 0) != ']' || peek(lexer, (size_t)level + 1) != ']') return false;
    for (int32_t i = 1; i <= level; i++) {
        if (peek(lexer, (size_t)i) != '=') return false;
    }
    return true;
}

// Stands on the opening bracket; moves behind the closing one.
static void read_long(Lexer *lexer, int32_t level, const char *what) {
    size_t start = lexer->at, line_start = lexer->line_start;
    int32_t line = lexer->line;
    lexer->at += (size_t)level + 2;
    while (!at_end(lexer) && !closes_long(lexer, level)) {
        char c = peek(lexer, 0);
        if (c == '\n' || c == '\r') {
            skip_line_end(lexer);
        } else {
            pass_character(lexer);
            pass_plain(lexer, ']', ']');
        }
    }
    if (!at_end(lexer)) {
        lexer->at += (size_t)level + 2;
        return;
    }
    lexer->good = false;
    Diag *diag = diags_add(lexer->diags, "E102", lexer->out->file, line,
            (int32_t)(start - line_start) + 1, "This long %s is never closed.", what);
    lexer_quote(lexer->out, diag);
    diag_fix(diag, "write ]%.*s] where it ends.", core_min(level, 20),
            "====================");
}

static void read_comment(Lexer *lexer) {
    lexer->at += 2;
    int32_t level = long_level(lexer, 0);
    if (level >= 0) {
        read_long(lexer, level, "comment");
        return;
    }
    while (!at_end(lexer) && peek(lexer, 0) != '\n' && peek(lexer, 0) != '\r') {
        pass_character(lexer);
        pass_plain(lexer, '\n', '\r');
    }
}

static void read_escape(Lexer *lexer) {
    char c = peek(lexer, 1);
    if (c != '\0' && strchr("nt\\\"'", c)) {
        lexer->at += 2;
        return;
    }
    Diag *diag = complain(
            lexer, "E124", lexer->at, "After \\ a text may only have n, t, \\, \" or '.");
    diag_fix(diag, "write the letter itself, or \\\\ for one backslash.");
    lexer->at++;
}

static Tokens tokens_so_far(const Lexer *lexer) {
    Tokens tokens = *lexer->out;
    tokens.items = lexer->items;
    return tokens;
}

// The likely text: what stands on the line up to a comma at its end.
static void complain_open_text(Lexer *lexer, size_t from) {
    Diag *diag =
            complain(lexer, "E101", from, "This text has no closing quote on its line.");
    Tokens so_far = tokens_so_far(lexer);
    if (mistype_quote(&so_far, lexer->line, diag)) return;
    const char *source = lexer->out->source;
    char quote = source[from];
    size_t end = lexer->at;
    while (end > from + 1 && (source[end - 1] == ' ' || source[end - 1] == ','))
        end--;
    diag->length = (int32_t)(lexer->at - from);
    diag_fix(diag, "write %.*s%c%s", (int)(end - from < 80 ? end - from : 80),
            source + from, quote, end < lexer->at ? "," : "");
}

static void read_text(Lexer *lexer) {
    size_t from = lexer->at;
    char quote = peek(lexer, 0);
    int32_t column = column_of(lexer, from);
    lexer->at++;
    while (!at_end(lexer) && peek(lexer, 0) != quote) {
        char c = peek(lexer, 0);
        if (c == '\n' || c == '\r') break;
        if (c == '\\') {
            read_escape(lexer);
        } else {
            pass_character(lexer);
            pass_plain(lexer, quote, '\\');
        }
    }
    if (peek(lexer, 0) == quote && !at_end(lexer)) {
        lexer->at++;
    } else {
        complain_open_text(lexer, from);
    }
    add_token(lexer, TOKEN_TEXT, from, lexer->line, column);
}

// Takes everything that looks like one number, so that a fraction is one finding and not three.
static void read_number(Lexer *lexer) {
    size_t from = lexer->at;
    int32_t digits = 0;
    bool plain = true;
    while (is_name_part(peek(lexer, 0)) || peek(lexer, 0) == '.') {
        if (peek(lexer, 0) == '.' && peek(lexer, 1) == '.') break;
        plain = plain && is_digit(peek(lexer, 0));
        digits++;
        lexer->at++;
    }
    int shown = (int)core_min(digits, 24);
    const char *text = lexer->out->source + from;
    char message[120];
    if (!plain) {
        snprintf(message, sizeof message, "Only whole numbers in plain digits: %.*s.",
                shown, text);
        Diag *diag = complain(lexer, "E112", from, message);
        diag->length = digits;
        Tokens so_far = tokens_so_far(lexer);
        if (!mistype_note(&so_far, lexer->line, diag))
            diag_fix(diag, "round it; in a change half a point is { tenths = 5 }.");
    } else if (digits > DIGITS_MAX) {
        snprintf(message, sizeof message, "This number has %d digits, %d are the most.",
                digits, DIGITS_MAX);
        Diag *diag = complain(lexer, "E113", from, message);
        diag->length = core_min(digits, 80);
        diag_fix(diag, "write a smaller number.");
    }
    add_token(lexer, TOKEN_NUMBER, from, lexer->line, column_of(lexer, from));
}

static TokenKind keyword_kind(const char *word, size_t length) {
    int first = (unsigned char)*word < 128 ? FIRST_KEYWORD[(unsigned char)*word] : 0;
    if (first == 0) return TOKEN_NAME;
    for (size_t i = (size_t)(first - TOKEN_AND);
            i < ARRAY_COUNT(KEYWORDS) && KEYWORDS[i][0] == *word; i++) {
        if (strlen(KEYWORDS[i]) == length && memcmp(KEYWORDS[i], word, length) == 0) {
            return (TokenKind)(TOKEN_AND + (int)i);
        }
    }
    return TOKEN_NAME;
}

bool lexer_is_keyword(const char *word, size_t length) {
    return keyword_kind(word, length) != TOKEN_NAME;
}

static void read_name(Lexer *lexer) {
    size_t from = lexer->at, at = from + 1;
    while (at < lexer->out->length && is_name_part(lexer->out->source[at]))
        at++;
    lexer->at = at;
    size_t length = at - from;
    if (length > NAME_LETTERS_MAX) {
        Diag *diag = complain(lexer, "E118", from, "This name is longer than 60 letters.");
        diag->length = NAME_LETTERS_MAX;
        diag_fix(diag, "choose a shorter name.");
    }
    TokenKind kind = keyword_kind(lexer->out->source + from, length);
    add_token(lexer, kind, from, lexer->line, column_of(lexer, from));
}

// Signs that would make fractions or work on bits; whole points need neither.
static void complain_sign(Lexer *lexer, TokenKind kind, size_t from) {
    bool refused = kind == TOKEN_SLASH || kind == TOKEN_POWER || kind == TOKEN_AMPERSAND
                   || kind == TOKEN_BAR || kind == TOKEN_TILDE || kind == TOKEN_SHIFT_LEFT
                   || kind == TOKEN_SHIFT_RIGHT;
    if (!refused) return;
    char message[80];
    snprintf(message, sizeof message, "The sign %s makes fractions or works on bits.",
            SIGNS[kind - TOKEN_DOTS3]);
    Diag *diag = complain(lexer, "E117", from, message);
    diag->length = (int32_t)(lexer->at - from);
    diag_fix(diag, kind == TOKEN_SLASH   ? "// divides and rounds down."
                   : kind == TOKEN_TILDE ? "\"is not\" is written ~=."
                                         : "use + - * // and %%.");
}

static bool read_sign(Lexer *lexer) {
    const char *here = lexer->out->source + lexer->at;
    size_t left = lexer->out->length - lexer->at, from = lexer->at;
    int first = (unsigned char)*here < 128 ? FIRST_SIGN[(unsigned char)*here] : 0;
    if (first == 0) return false;
    for (size_t i = (size_t)(first - TOKEN_DOTS3);
            i < ARRAY_COUNT(SIGNS) && SIGNS[i][0] == *here; i++) {
        size_t length = strlen(SIGNS[i]);
        if (length > left || memcmp(SIGNS[i], here, length) != 0) continue;
        TokenKind kind = (TokenKind)(TOKEN_DOTS3 + (int)i);
        lexer->at += length;
        add_token(lexer, kind, from, lexer->line, column_of(lexer, from));
        complain_sign(lexer, kind, from);
        return true;
    }
    return false;
}

static bool is_curly_quote(uint32_t letter) {
    return (letter >= 0x2018 && letter <= 0x201F) || letter == 0xAB || letter == 0xBB
           || letter == 0x2039 || letter == 0x203A || letter == 0x301D || letter == 0x301E;
}

// What stands outside texts and comments and begins no word of Lua.
static void read_foreign(Lexer *lexer) {
    size_t next = lexer->at;
    uint32_t letter = utf8_next(lexer->out->source, lexer->out->length, &next);
    if (is_curly_quote(letter)) {
        complain_repeated(lexer, &lexer->curly, "E100",
                "Curly quotes from a word processor.", "type straight quotes \"…\".");
        lexer->at = next;
    } else if (letter >= 0x80 && !utf8_is_invisible(letter)
               && !utf8_is_control(letter, true)) {
        complain_repeated(lexer, &lexer->foreign, "E108",
                letter == 0xA0 ? "A no-break space from a web page stands here."
                               : "This character is only allowed inside texts and notes.",
                letter == 0xA0 ? "replace it by a plain space."
                               : "delete it, or put quotes around the text.");
        lexer->at = next;
    } else if (letter >= 0x20 && letter < 0x7F) {
        bool differs = letter == '!' && peek(lexer, 1) == '=';
        Diag *diag = complain(lexer, "E107", lexer->at, "This sign means nothing here.");
        diag_fix(diag, differs ? "\"is not\" is written ~=."
                               : "delete it, or put quotes around the text.");
        lexer->at = next;
    } else {
        pass_character(lexer);
    }
}

static void read_one(Lexer *lexer) {
    char c = peek(lexer, 0);
    if (c == '\n' || c == '\r') {
        skip_line_end(lexer);
    } else if (c == ' ' || c == '\t') {
        const char *source = lexer->out->source;
        do {
            lexer->at++;
        } while (!at_end(lexer) && source[lexer->at] == ' ');
    } else if (c == '-' && peek(lexer, 1) == '-') {
        read_comment(lexer);
    } else if (c == '"' || c == '\'') {
        read_text(lexer);
    } else if (is_digit(c) || (c == '.' && is_digit(peek(lexer, 1)))) {
        read_number(lexer);
    } else if (is_name_start(c)) {
        read_name(lexer);
    } else if (c == '[' && long_level(lexer, 0) >= 0) {
        size_t from = lexer->at;
        int32_t line = lexer->line, column = column_of(lexer, from);
        read_long(lexer, long_level(lexer, 0), "text");
        add_token(lexer, TOKEN_TEXT, from, line, column);
    } else if (!read_sign(lexer)) {
        read_foreign(lexer);
    }
}

static void tell_places(const Repeated *repeated) {
    if (repeated->count < 2) return;
    size_t used = strlen(repeated->first->message);
    snprintf(repeated->first->message + used, sizeof repeated->first->message - used,
            " (%d places in this file)", repeated->count);
}

bool lexer_read(Region *region, const char *file, Bytes source, Tokens *out, Diags *diags) {
    *out = (Tokens){
            .file = file, .source = (const char *)source.data, .length = source.length};
    Lexer lexer = {.region = region, .out = out, .diags = diags, .line = 1, .good = true};
    lexer.capacity = (int32_t)(source.length / 4) + 16;
    lexer.items = region_take(region, (size_t)lexer.capacity * sizeof *lexer.items);
    while (!at_end(&lexer))
        read_one(&lexer);
    add_token(&lexer, TOKEN_EOF, lexer.at, lexer.line, column_of(&lexer, lexer.at));
    out->items = lexer.items;
    tell_places(&lexer.curly);
    tell_places(&lexer.foreign);
    tell_places(&lexer.hidden);
    return lexer.good;
}

bool token_is(const Tokens *tokens, int32_t index, const char *word) {
    const Token *token = &tokens->items[index];
    return strlen(word) == token->length
           && memcmp(tokens->source + token->at, word, token->length) == 0;
}

bool token_text_is(const Tokens *tokens, int32_t index, const char *word) {
    const Token *token = &tokens->items[index];
    size_t length = strlen(word);
    return token->kind == TOKEN_TEXT && token->length == length + 2
           && memcmp(tokens->source + token->at + 1, word, length) == 0;
}

int32_t token_at_line(const Tokens *tokens, int32_t line) {
    int32_t low = 0, high = tokens->count - 1;
    while (low < high) {
        int32_t middle = low + (high - low) / 2;
        if (tokens->items[middle].line < line) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

// Where a line begins, counted as the lexer counts lines.
static size_t line_offset(const Tokens *tokens, int32_t line) {
    size_t at = 0;
    for (int32_t now = 1; now < line && at < tokens->length; at++) {
        char c = tokens->source[at],
             next = at + 1 < tokens->length ? tokens->source[at + 1] : 0;
        if (c != '\n' && c != '\r') continue;
        if ((next == '\n' || next == '\r') && next != c) at++;
        now++;
    }
    return at;
}

void lexer_quote(const Tokens *tokens, Diag *diag) {
    size_t from = line_offset(tokens, diag->line), length = 0;
    while (from + length < tokens->length && length < sizeof diag->source - 1) {
        char c = tokens->source[from + length];
        if (c == '\n' || c == '\r') break;
        diag->source[length++] = c == '\t' ? ' ' : c;
    }
    // A letter cut in half at the end would make the finding itself broken UTF-8.
    while (length > 0 && !utf8_valid(diag->source, length))
        length--;
    diag->source[length] = '\0';
}
