// script/lexer.h — an author's Lua text as words with positions. Never: decides whether the text is good Lua.
#ifndef SCRIPT_LEXER_H
#define SCRIPT_LEXER_H
#include "base/bytes.h"
#include "base/diag.h"
#include "base/region.h"

// Keywords stand in the order of the alphabet from TOKEN_AND to TOKEN_WHILE, signs follow.
typedef enum TokenKind {
    TOKEN_NONE = 0,
    TOKEN_NAME,
    TOKEN_NUMBER,
    TOKEN_TEXT,
    TOKEN_EOF,
    TOKEN_AND,
    TOKEN_BREAK,
    TOKEN_DO,
    TOKEN_ELSE,
    TOKEN_ELSEIF,
    TOKEN_END,
    TOKEN_FALSE,
    TOKEN_FOR,
    TOKEN_FUNCTION,
    TOKEN_GOTO,
    TOKEN_IF,
    TOKEN_IN,
    TOKEN_LOCAL,
    TOKEN_NIL,
    TOKEN_NOT,
    TOKEN_OR,
    TOKEN_REPEAT,
    TOKEN_RETURN,
    TOKEN_THEN,
    TOKEN_TRUE,
    TOKEN_UNTIL,
    TOKEN_WHILE,
    TOKEN_DOTS3,
    TOKEN_JOIN,
    TOKEN_DOT,
    TOKEN_SAME,
    TOKEN_ASSIGN,
    TOKEN_LABEL,
    TOKEN_COLON,
    TOKEN_DIFFERENT,
    TOKEN_TILDE,
    TOKEN_AT_MOST,
    TOKEN_SHIFT_LEFT,
    TOKEN_LESS,
    TOKEN_AT_LEAST,
    TOKEN_SHIFT_RIGHT,
    TOKEN_MORE,
    TOKEN_FLOOR_DIVIDE,
    TOKEN_SLASH,
    TOKEN_PLUS,
    TOKEN_MINUS,
    TOKEN_TIMES,
    TOKEN_PERCENT,
    TOKEN_HASH,
    TOKEN_POWER,
    TOKEN_AMPERSAND,
    TOKEN_BAR,
    TOKEN_COMMA,
    TOKEN_SEMICOLON,
    TOKEN_ROUND_OPEN,
    TOKEN_ROUND_CLOSE,
    TOKEN_SQUARE_OPEN,
    TOKEN_SQUARE_CLOSE,
    TOKEN_CURLY_OPEN,
    TOKEN_CURLY_CLOSE,
} TokenKind;

// at and length count bytes of the source; line and column count from 1, column in bytes.
typedef struct Token {
    TokenKind kind;
    uint32_t at, length;
    int32_t line, column;
} Token;

// The last token is always TOKEN_EOF, so items[i + 1] exists for every other token.
typedef struct Tokens {
    const char *file;   // borrowed: the name shown to the author
    const char *source; // borrowed: the bytes after a dropped byte order mark
    size_t length;
    const Token *items;
    int32_t count; // with TOKEN_EOF
} Tokens;

// Splits UTF-8 text into tokens that live in the region. Everything a lexer can see wrong (E100
// to E102, E108, E110, E112, E113, E117, E118, E122, E124) goes into diags, and reading goes on
// behind it. False when there was a finding.
MUST_USE bool lexer_read(
        Region *region, const char *file, Bytes source, Tokens *out, Diags *diags);

// The bytes of a token equal a word.
bool token_is(const Tokens *tokens, int32_t index, const char *word);
// The characters between the quotes of a TOKEN_TEXT equal a word (texts with escapes never do).
bool token_text_is(const Tokens *tokens, int32_t index, const char *word);
// First token at or behind a line; the index of TOKEN_EOF if there is none.
int32_t token_at_line(const Tokens *tokens, int32_t line);
// Puts the line of the source into the finding, for the caret.
void lexer_quote(const Tokens *tokens, Diag *diag);
// True for the 22 keywords of Lua.
bool lexer_is_keyword(const char *word, size_t length);

#endif // SCRIPT_LEXER_H
