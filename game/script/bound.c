// script/bound.c — finds functions that end by themselves, so that their steps need not be counted one by one. Never: trusts a call it does not know.
#include "script/bound.h"
#include "script/changeword.h"
#include <stdlib.h>
#include <string.h>

// Lua makes at most about three steps of one word or sign; 4 is on the safe side.
enum {
    STEPS_OF_A_TOKEN = 4,
    BLOCKS_MAX = 20,
    FILE_TOKENS_MAX = 20000,
    NAME_MAX_BYTES = 64
};

// Counting costs five times the work it counts, so functions that only walk the lists of g, which
// no author can lengthen, and count to written numbers run without it. Everything else is counted.
typedef struct Search {
    const Tokens *tokens;
    const Def *def;
    int32_t at;
    char view[NAME_MAX_BYTES]; // what the author calls g
    int64_t times[BLOCKS_MAX]; // how often each open block runs
    int32_t depth;
    int64_t steps;
} Search;

static TokenKind kind_at(const Search *search, int32_t index) {
    return index < 0 || index >= search->tokens->count ? TOKEN_EOF
                                                       : search->tokens->items[index].kind;
}

static void word_at(const Search *search, int32_t index, char out[NAME_MAX_BYTES]) {
    const Token *token = &search->tokens->items[index];
    size_t length = token->length < NAME_MAX_BYTES ? token->length : 0;
    memcpy(out, search->tokens->source + token->at, length);
    out[length] = '\0';
}

// The name at index may be a local, a loop variable or a parameter: then it is not the engine's.
static bool is_declaration(const Search *search, int32_t index) {
    int32_t before = index - 1;
    while (kind_at(search, before) == TOKEN_NAME || kind_at(search, before) == TOKEN_COMMA)
        before--;
    TokenKind kind = kind_at(search, before);
    if (kind == TOKEN_LOCAL || kind == TOKEN_FOR || kind == TOKEN_FUNCTION) return true;
    if (kind != TOKEN_ROUND_OPEN) return false;
    return kind_at(search, before - 1) == TOKEN_FUNCTION
           || kind_at(search, before - 2) == TOKEN_FUNCTION;
}

static bool is_declared(const Search *search, const char *name) {
    for (int32_t i = 0; i < search->tokens->count; i++) {
        if (kind_at(search, i) == TOKEN_NAME && token_is(search->tokens, i, name)
                && is_declaration(search, i))
            return true;
    }
    return false;
}

static bool is_one_of(const char *word, const char *const *words, size_t count) {
    for (size_t i = 0; i < count; i++) {
        if (strcmp(word, words[i]) == 0) return true;
    }
    return false;
}

// Functions of the engine that end by themselves and call nothing of the author's.
static bool is_known_call(const Search *search, const char *library, const char *name) {
    static const char *const PLAIN[] = {"type", "tostring", "tonumber", "select", "print",
            "assert", "error", "percent", "share", "clamp", "ipairs"};
    static const char *const TABLE[] = {"insert", "remove", "concat", "unpack"};
    static const char *const VIEW[] = {"roll", "pick"};
    if (library[0] == '\0') {
        const char *fields[1];
        bool known = is_one_of(name, PLAIN, ARRAY_COUNT(PLAIN))
                     || changeword_fields(name, fields, 1) > 0;
        return known && !is_declared(search, name);
    }
    if (strcmp(library, search->view) == 0) return is_one_of(name, VIEW, ARRAY_COUNT(VIEW));
    bool known = strcmp(library, "math") == 0 || strcmp(library, "string") == 0
                 || (strcmp(library, "table") == 0
                         && is_one_of(name, TABLE, ARRAY_COUNT(TABLE)));
    return known && !is_declared(search, library);
}

// The token is ( { or a text behind a value: what is called there?
static bool may_call(const Search *search, int32_t index) {
    char name[NAME_MAX_BYTES], library[NAME_MAX_BYTES] = "";
    if (kind_at(search, index - 1) != TOKEN_NAME) return false;
    word_at(search, index - 1, name);
    TokenKind before = kind_at(search, index - 2);
    if (before == TOKEN_COLON) return false;
    if (before == TOKEN_DOT) {
        TokenKind further = kind_at(search, index - 4);
        if (kind_at(search, index - 3) != TOKEN_NAME || further == TOKEN_DOT
                || further == TOKEN_COLON) {
            return false;
        }
        word_at(search, index - 3, library);
    }
    return is_known_call(search, library, name);
}

static bool is_call(const Search *search, int32_t index) {
    TokenKind kind = kind_at(search, index), before = kind_at(search, index - 1);
    bool opens = kind == TOKEN_ROUND_OPEN || kind == TOKEN_CURLY_OPEN || kind == TOKEN_TEXT;
    bool operand = before == TOKEN_NAME || before == TOKEN_TEXT
                   || before == TOKEN_ROUND_CLOSE || before == TOKEN_SQUARE_CLOSE
                   || before == TOKEN_CURLY_CLOSE;
    return opens && operand;
}

// ---- loops ------------------------------------------------------------------------------------

static int64_t count_of_list(const Search *search, const char *list) {
    for (int32_t kind = 1; kind <= KIND_COALITION; kind++) {
        if (strcmp(list, kind_set_word((Kind)kind)) == 0)
            return def_count(search->def, (Kind)kind);
    }
    // Another name is a tag or nothing at all: no more than all actors.
    return def_count(search->def, KIND_ACTOR);
}

static bool fits_pattern(const Search *search, const TokenKind *pattern, int32_t count) {
    for (int32_t i = 0; i < count; i++) {
        if (kind_at(search, search->at + i) != pattern[i]) return false;
    }
    return true;
}

// for _, a in ipairs(g.actors) do  ·  for i = 1, 3 do. Returns how often, -1 for anything else, and
// moves to the `do`.
static int64_t read_loop(Search *search) {
    static const TokenKind LISTS[] = {TOKEN_FOR, TOKEN_NAME, TOKEN_COMMA, TOKEN_NAME,
            TOKEN_IN, TOKEN_NAME, TOKEN_ROUND_OPEN, TOKEN_NAME, TOKEN_DOT, TOKEN_NAME,
            TOKEN_ROUND_CLOSE, TOKEN_DO};
    static const TokenKind NUMBERS[] = {TOKEN_FOR, TOKEN_NAME, TOKEN_ASSIGN, TOKEN_NUMBER,
            TOKEN_COMMA, TOKEN_NUMBER, TOKEN_DO};
    const Tokens *tokens = search->tokens;
    bool hides_view = token_is(tokens, search->at + 1, search->view)
                      || token_is(tokens, search->at + 3, search->view);
    if (hides_view) return -1;
    if (fits_pattern(search, NUMBERS, ARRAY_COUNT(NUMBERS))) {
        int64_t from = strtoll(tokens->source + tokens->items[search->at + 3].at, NULL, 10);
        int64_t to = strtoll(tokens->source + tokens->items[search->at + 5].at, NULL, 10);
        search->at += (int32_t)ARRAY_COUNT(NUMBERS) - 1;
        return to < from ? 0 : to - from + 1;
    }
    char list[NAME_MAX_BYTES];
    bool fits = fits_pattern(search, LISTS, ARRAY_COUNT(LISTS))
                && token_is(tokens, search->at + 5, "ipairs")
                && token_is(tokens, search->at + 7, search->view)
                && !is_declared(search, "ipairs");
    if (!fits) return -1;
    word_at(search, search->at + 9, list);
    search->at += (int32_t)ARRAY_COUNT(LISTS) - 1;
    return count_of_list(search, list);
}

static bool open_block(Search *search, int64_t times) {
    if (search->depth == BLOCKS_MAX || times < 0) return false;
    int64_t outer = search->depth == 0 ? 1 : search->times[search->depth - 1];
    if (times > 1000000 || outer * times > 1000000) return false;
    search->times[search->depth++] = outer * times;
    return true;
}

// ---- the walk -----------------------------------------------------------------------------------

// g itself may only be read by name: g.round, g.actors. Handed on, it could be walked unseen.
static bool uses_view_plainly(const Search *search, int32_t index) {
    if (kind_at(search, index) != TOKEN_NAME
            || !token_is(search->tokens, index, search->view))
        return true;
    TokenKind before = kind_at(search, index - 1), after = kind_at(search, index + 1);
    if (before == TOKEN_DOT || before == TOKEN_COLON) return true; // a field of that name
    return after == TOKEN_DOT || after == TOKEN_SQUARE_OPEN;
}

// False when the function cannot be bounded. The last `end` makes depth 0.
static bool walk_one(Search *search) {
    switch ((int)kind_at(search, search->at)) {
    case TOKEN_WHILE:
    case TOKEN_REPEAT:
    case TOKEN_FUNCTION:
    case TOKEN_COLON:
    case TOKEN_EOF: return false;
    case TOKEN_FOR: {
        int64_t times = read_loop(search);
        return open_block(search, times);
    }
    case TOKEN_IF:
    case TOKEN_DO: return open_block(search, 1);
    case TOKEN_END: search->depth--; return true;
    default: break;
    }
    if (!uses_view_plainly(search, search->at)) return false;
    return !is_call(search, search->at) || may_call(search, search->at);
}

// on "moment" (function (g) …: moves behind the parameters.
static bool read_head(Search *search, int32_t word) {
    int32_t at = word + 2;
    if (kind_at(search, word + 1) != TOKEN_TEXT) return false;
    if (kind_at(search, at) == TOKEN_ROUND_OPEN) at++;
    if (kind_at(search, at) != TOKEN_FUNCTION
            || kind_at(search, at + 1) != TOKEN_ROUND_OPEN)
        return false;
    if (kind_at(search, at + 2) != TOKEN_NAME) return false;
    word_at(search, at + 2, search->view);
    at += 3;
    if (kind_at(search, at) == TOKEN_COMMA && kind_at(search, at + 1) == TOKEN_NAME)
        at += 2;
    search->at = at + 1;
    return kind_at(search, at) == TOKEN_ROUND_CLOSE && search->view[0] != '\0';
}

int64_t bound_steps(const Tokens *tokens, int32_t word, const Def *def) {
    Search search = {.tokens = tokens, .def = def};
    if (word < 0 || tokens->count > FILE_TOKENS_MAX || !read_head(&search, word)) return -1;
    if (!open_block(&search, 1)) return -1;
    for (; search.depth > 0; search.at++) {
        search.steps += search.times[search.depth - 1] * STEPS_OF_A_TOKEN;
        if (!walk_one(&search)) return -1;
    }
    return search.steps;
}
