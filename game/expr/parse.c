// expr/parse.c — from the text of an expression to its tree: a strict subset of Lua, with caps. Never: what a name means (resolve.c).
#include "expr/parse.h"
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef enum TokenKind { TOKEN_END, TOKEN_INT, TOKEN_NAME, TOKEN_SIGN } TokenKind;

static const struct {
    const char *word;
    uint8_t op, least, most;
} functions[] = {
        {"min",     NODE_MIN,     1, 16},
        {"max",     NODE_MAX,     1, 16},
        {"abs",     NODE_ABS,     1, 1 },
        {"clamp",   NODE_CLAMP,   3, 3 },
        {"percent", NODE_PERCENT, 2, 2 },
        {"share",   NODE_SHARE,   2, 2 },
        {"choose",  NODE_CHOOSE,  3, 3 },
        {"roll",    NODE_ROLL,    1, 1 },
        {"tenths",  NODE_TENTHS,  1, 1 },
        {"any",     NODE_ANY,     1, 1 },
        {"all",     NODE_ALL,     1, 1 },
        {"count",   NODE_COUNT,   1, 1 },
        {"sum",     NODE_SUM,     1, 1 },
        {"highest", NODE_HIGHEST, 1, 1 },
        {"lowest",  NODE_LOWEST,  1, 1 },
};

static const struct {
    const char *sign;
    uint8_t op, level;
} signs[] = {
        {"or",  NODE_OR,  1},
        {"and", NODE_AND, 2},
        {"==",  NODE_EQ,  3},
        {"~=",  NODE_NE,  3},
        {"<=",  NODE_LE,  3},
        {">=",  NODE_GE,  3},
        {"<",   NODE_LT,  3},
        {">",   NODE_GT,  3},
        {"+",   NODE_ADD, 4},
        {"-",   NODE_SUB, 4},
        {"//",  NODE_DIV, 5},
        {"*",   NODE_MUL, 5},
        {"%",   NODE_MOD, 5},
};

enum { LEVEL_UNARY = 6, SIGNS_MAX = 60 };

Compiler *compiler_make(
        const Def *def, const ExprPlace *place, Diags *diags, const char *text) {
    Compiler *c = malloc(sizeof *c);
    ASSERT(c != NULL);
    memset(c, 0, offsetof(Compiler, nodes));
    c->def = def;
    c->place = place;
    c->diags = diags;
    c->text = text;
    return c;
}

Diag *compiler_fail(Compiler *c, const char *code, int32_t at, const char *format, ...) {
    bool first = !c->failed;
    c->failed = true;
    if (!first || c->quiet) return &c->spare;
    char message[320];
    va_list args;
    va_start(args, format);
    vsnprintf(message, sizeof message, format, args);
    va_end(args);
    const ExprPlace *place = c->place;
    Diag *diag = diags_add(c->diags, code, place->file, place->line, place->column + at,
            "%s%s%s", place->word ? place->word : "", place->word ? ": " : "", message);
    diag->length = c->token.length > 0 ? c->token.length : 1;
    return diag;
}

const char *parse_node_word(NodeOp op) {
    for (size_t i = 0; i < ARRAY_COUNT(functions); i++) {
        if (functions[i].op == op) return functions[i].word;
    }
    for (size_t i = 0; i < ARRAY_COUNT(signs); i++) {
        if (signs[i].op == op) return signs[i].sign;
    }
    return op == NODE_NOT ? "not" : "-";
}

bool parse_is_function(const char *word) {
    for (size_t i = 0; i < ARRAY_COUNT(functions); i++) {
        if (core_same(functions[i].word, word)) return true;
    }
    return false;
}

static int32_t parse_function_words(const char **words, int32_t most) {
    int32_t count = 0;
    for (size_t i = 0; i < ARRAY_COUNT(functions) && count < most; i++)
        words[count++] = functions[i].word;
    return count;
}

static bool is_digit(char letter) { return letter >= '0' && letter <= '9'; }
static bool is_small(char letter) { return letter >= 'a' && letter <= 'z'; }
static bool is_name_part(char letter) {
    return is_small(letter) || is_digit(letter) || letter == '_';
}
static bool is_capital(char letter) { return letter >= 'A' && letter <= 'Z'; }

static void read_integer(Compiler *c) {
    int32_t start = c->at, digits = 0;
    int64_t value = 0;
    for (; is_digit(c->text[c->at]); c->at++, digits++) {
        if (digits < 12) value = value * 10 + (c->text[c->at] - '0');
    }
    char next = c->text[c->at];
    c->token = (Token){TOKEN_INT, start, digits, value};
    if ((next == '.' && c->text[c->at + 1] != '.') || is_name_part(next)
            || is_capital(next)) {
        Diag *diag = compiler_fail(c, "E112", start, "Only whole numbers in plain digits.");
        diag_fix(diag, "write %lld or %lld, or tenths(x) to compare exactly",
                (long long)value, (long long)value + 1);
    } else if (digits > 12) {
        compiler_fail(
                c, "E113", start, "This number has %d digits; 12 are the most.", digits);
    }
}

static void read_name(Compiler *c) {
    int32_t start = c->at;
    while (is_name_part(c->text[c->at]))
        c->at++;
    c->token = (Token){TOKEN_NAME, start, c->at - start, 0};
    if (!is_capital(c->text[c->at])) return;
    diag_fix(compiler_fail(c, "E205", start, "Names are written small."),
            "use small letters only");
}

static bool token_is(const Compiler *c, const char *word) {
    size_t length = strlen(word);
    return c->token.kind != TOKEN_END && c->token.kind != TOKEN_INT
           && (size_t)c->token.length == length
           && memcmp(c->text + c->token.at, word, length) == 0;
}

// A sign this language does not have: says which, and what to write instead.
static void fail_sign(Compiler *c) {
    const char *at = c->text + c->at;
    c->token = (Token){TOKEN_SIGN, c->at, 1, 0};
    if (at[0] == '=' && (at[1] == '>' || at[1] == '<')) {
        diag_fix(compiler_fail(c, "E233", c->at, "The = stands behind the %c.", at[1]),
                "write %c=", at[1]);
    } else if (at[0] == '=') {
        diag_fix(compiler_fail(c, "E233", c->at, "One = sets, two compare."), "write ==");
    } else if (at[0] == '/') {
        diag_fix(compiler_fail(c, "E117", c->at,
                         "Numbers are whole here; / would make fractions."),
                "write // to divide and round down");
    } else if (strchr("&|^~", at[0]) != NULL || strncmp(at, "<<", 2) == 0
               || strncmp(at, ">>", 2) == 0) {
        diag_fix(compiler_fail(c, "E117", c->at,
                         "The sign %c works on bits or fractions, which numbers here do "
                         "not have.",
                         at[0]),
                "write and, or, not, ~= or plain arithmetic");
    } else if (at[0] == '!') {
        diag_fix(compiler_fail(c, "E230", c->at, "The sign ! is not known here."),
                "write ~= for \"is not\", not for \"not\"");
    } else if (at[0] == '\'' || at[0] == '"') {
        diag_fix(compiler_fail(c, "E230", c->at, "Conditions and amounts hold no texts."),
                "use names and whole numbers");
    } else if (is_capital(at[0])) {
        diag_fix(compiler_fail(c, "E205", c->at, "Names are written small."),
                "use small letters only");
    } else if (at[0] == '-') {
        diag_fix(compiler_fail(c, "E230", c->at, "-- starts a note in Lua."),
                "write - (-x) with brackets, or put the note outside the quotes");
    } else {
        compiler_fail(c, "E230", c->at, "This sign is not understood here.");
    }
}

static bool sign_at(Compiler *c, const char *sign) {
    int32_t length = (int32_t)strlen(sign);
    if (strncmp(c->text + c->at, sign, (size_t)length) != 0) return false;
    c->token = (Token){TOKEN_SIGN, c->at, length, 0};
    c->at += length;
    return true;
}

static void read_sign(Compiler *c) {
    static const char *const known[] = {
            "==", "~=", "<=", ">=", "//", "+", "-", "*", "%", "<", ">", "(", ")", ",", "."};
    const char *at = c->text + c->at;
    bool foreign = strncmp(at, "--", 2) == 0 || strncmp(at, "<<", 2) == 0
                   || strncmp(at, ">>", 2) == 0 || strncmp(at, "..", 2) == 0;
    for (size_t i = 0; i < ARRAY_COUNT(known) && !foreign; i++) {
        if (sign_at(c, known[i])) return;
    }
    fail_sign(c);
}

static void next_token(Compiler *c) {
    while (c->text[c->at] == ' ' || c->text[c->at] == '\t' || c->text[c->at] == '\n'
            || c->text[c->at] == '\r')
        c->at++;
    if (c->failed || c->at >= c->length) {
        c->token = (Token){TOKEN_END, c->at, 0, 0};
        return;
    }
    char letter = c->text[c->at];
    if (is_digit(letter))
        read_integer(c);
    else if (is_small(letter))
        read_name(c);
    else
        read_sign(c);
}

static int32_t new_node(
        Compiler *c, NodeOp op, int32_t at, const int32_t *kids, int32_t count) {
    if (c->failed) return -1;
    if (c->nodes_count == EXPR_NODES_MAX) {
        diag_fix(compiler_fail(
                         c, "E234", at, "This has more than %d parts.", EXPR_NODES_MAX),
                "name a part of it with let");
        return -1;
    }
    Node *node = &c->nodes[c->nodes_count];
    *node = (Node){.op = (uint8_t)op, .at = at, .kids_count = (uint8_t)count, .path = -1};
    for (int32_t i = 0; i < count; i++)
        node->kid[i] = (int16_t)kids[i];
    return c->nodes_count++;
}

static int32_t two_kids(Compiler *c, NodeOp op, int32_t at, int32_t left, int32_t right) {
    return new_node(c, op, at, (int32_t[]){left, right}, 2);
}

static int32_t parse_level(Compiler *c, int32_t level);

static bool enter_bracket(Compiler *c) {
    if (++c->brackets <= EXPR_BRACKETS_MAX) return true;
    diag_fix(compiler_fail(c, "E234", c->token.at,
                     "More than %d brackets stand inside one another.", EXPR_BRACKETS_MAX),
            "name a part of it with let");
    return false;
}

static bool close_bracket(Compiler *c, int32_t opened_at) {
    c->brackets--;
    if (c->failed) return false;
    if (!token_is(c, ")")) {
        diag_fix(compiler_fail(c, "E230", opened_at, "This bracket is never closed."),
                "add )");
        return false;
    }
    next_token(c);
    return true;
}

static int32_t parse_arguments(Compiler *c, int32_t *kids, int32_t most) {
    int32_t count = 0, opened_at = c->token.at;
    if (!enter_bracket(c)) return -1;
    next_token(c);
    if (!token_is(c, ")")) {
        for (;;) {
            int32_t kid = parse_level(c, 1);
            if (c->failed) return -1;
            if (count < most) kids[count] = kid;
            count++;
            if (!token_is(c, ",")) break;
            next_token(c);
        }
    }
    return close_bracket(c, opened_at) ? count : -1;
}

static int32_t call_node(
        Compiler *c, NodeOp op, int32_t at, const int32_t *kids, int32_t count) {
    if (op != NODE_MIN && op != NODE_MAX) return new_node(c, op, at, kids, count);
    int32_t node = kids[0];
    for (int32_t i = 1; i < count; i++)
        node = two_kids(c, op, at, node, kids[i]);
    return node;
}

static void fail_function(Compiler *c, const char *word, int32_t at) {
    const char *words[32];
    int32_t count = parse_function_words(words, 32);
    Diag *diag = compiler_fail(c, "E235", at, "There is no function \"%s\".", word);
    diag_expected(diag, "min max abs clamp percent share choose tenths roll, or any all "
                        "count sum highest lowest");
    diag_near(diag, diag_nearest(word, words, (size_t)count));
}

static int32_t parse_call(Compiler *c, const char *word, int32_t at) {
    int32_t kids[16] = {0};
    for (size_t i = 0; i < ARRAY_COUNT(functions); i++) {
        if (!core_same(functions[i].word, word)) continue;
        int32_t count = parse_arguments(c, kids, (int32_t)ARRAY_COUNT(kids));
        if (count < 0) return -1;
        if (count >= functions[i].least && count <= functions[i].most)
            return call_node(c, (NodeOp)functions[i].op, at, kids, count);
        compiler_fail(c, "E235", at, "%s takes %d value%s, here are %d.", word,
                functions[i].least, functions[i].least == 1 ? "" : "s", count);
        return -1;
    }
    fail_function(c, word, at);
    return -1;
}

static bool foreign_word(const char *word) {
    static const char *const lua[] = {"true", "false", "nil", "if", "then", "else",
            "elseif", "end", "for", "while", "do", "repeat", "until", "function", "local",
            "return", "break", "goto", "in", "and", "or", "not"};
    for (size_t i = 0; i < ARRAY_COUNT(lua); i++) {
        if (core_same(lua[i], word)) return true;
    }
    return false;
}

static void fail_foreign(Compiler *c, const char *word, int32_t at) {
    Diag *diag = compiler_fail(c, "E230", at, "\"%s\" cannot stand here.", word);
    int32_t before = at;
    while (before > 0 && c->text[before - 1] == ' ')
        before--;
    if (before > 0 && c->text[before - 1] == '%')
        diag_fix(diag, "numbers here have no percent sign: take it out");
    else if (core_same(word, "local"))
        diag_fix(diag, "the audience is called locals");
    else if (core_same(word, "true") || core_same(word, "false"))
        diag_fix(diag, "leave it out: a condition is an answer already");
    else
        diag_fix(diag, "use names, whole numbers, and, or, not and comparisons");
}

static void take_step(Compiler *c, Path *path) {
    Step *step = &path->step[path->count++];
    *step = (Step){.at = c->token.at};
    int32_t length = core_min(c->token.length, (int32_t)sizeof step->word - 1);
    memcpy(step->word, c->text + c->token.at, (size_t)length);
    next_token(c);
}

// After the first name: the dots and names that follow it.
static bool parse_steps(Compiler *c, Path *path) {
    while (!c->failed && token_is(c, ".")) {
        next_token(c);
        if (c->failed) return false;
        if (c->token.kind != TOKEN_NAME) {
            compiler_fail(c, "E230", c->token.at, "A name is missing after the dot.");
            return false;
        }
        if (path->count == EXPR_STEPS_MAX) {
            compiler_fail(c, "E234", c->token.at, "A name has at most %d dots.",
                    EXPR_STEPS_MAX - 1);
            return false;
        }
        take_step(c, path);
        Step *last = &path->step[path->count - 1];
        if (foreign_word(last->word)) fail_foreign(c, last->word, last->at);
    }
    return !c->failed;
}

static int32_t parse_name(Compiler *c) {
    int32_t at = c->token.at;
    if (c->paths_count == EXPR_NODES_MAX) return new_node(c, NODE_PATH, at, NULL, 0);
    Path *path = &c->paths[c->paths_count];
    *path = (Path){0};
    take_step(c, path);
    if (c->failed) return -1;
    if (foreign_word(path->step[0].word)) {
        fail_foreign(c, path->step[0].word, at);
        return -1;
    }
    if (token_is(c, "(")) return parse_call(c, path->step[0].word, at);
    if (!parse_steps(c, path)) return -1;
    if (token_is(c, "(")) {
        compiler_fail(c, "E230", c->token.at,
                "Only functions such as min and choose take brackets.");
        return -1;
    }
    int32_t node = new_node(c, NODE_PATH, at, NULL, 0);
    if (node >= 0) c->nodes[node].path = (int16_t)c->paths_count++;
    return node;
}

static void fail_atom(Compiler *c) {
    if (c->token.kind == TOKEN_END) {
        compiler_fail(c, "E230", core_max(0, c->length - 1),
                c->length == 0 ? "This is empty." : "Something is missing at the end.");
        return;
    }
    compiler_fail(c, "E230", c->token.at, "A number or a name is missing before \"%.*s\".",
            (int)c->token.length, c->text + c->token.at);
}

static int32_t parse_atom(Compiler *c) {
    if (c->failed) return -1;
    int32_t at = c->token.at;
    if (c->token.kind == TOKEN_INT) {
        int32_t node = new_node(c, NODE_INT, at, NULL, 0);
        if (node >= 0) c->nodes[node].value = c->token.value;
        next_token(c);
        return node;
    }
    if (c->token.kind == TOKEN_NAME) return parse_name(c);
    if (!token_is(c, "(")) {
        fail_atom(c);
        return -1;
    }
    if (!enter_bracket(c)) return -1;
    next_token(c);
    int32_t inner = parse_level(c, 1);
    return close_bracket(c, at) ? inner : -1;
}

// `not` and minus bind closer than any sign between two values. Recursion: at most SIGNS_MAX deep.
static int32_t parse_unary(Compiler *c) {
    bool negate = token_is(c, "not");
    if (c->failed || (!negate && !token_is(c, "-"))) return parse_atom(c);
    int32_t at = c->token.at;
    if (++c->signs > SIGNS_MAX) {
        compiler_fail(c, "E234", at, "This has more than %d parts.", EXPR_NODES_MAX);
        return -1;
    }
    next_token(c);
    int32_t kid = parse_unary(c);
    return new_node(c, negate ? NODE_NOT : NODE_NEG, at, &kid, 1);
}

static int32_t sign_of_level(const Compiler *c, int32_t level) {
    for (size_t i = 0; i < ARRAY_COUNT(signs); i++) {
        if (signs[i].level == level && token_is(c, signs[i].sign)) return signs[i].op;
    }
    return -1;
}

// One level of binding, from `or` (1) to `*` (5). Recursion: levels times brackets.
static int32_t parse_level(Compiler *c, int32_t level) {
    if (level == LEVEL_UNARY) return parse_unary(c);
    int32_t left = parse_level(c, level + 1);
    for (;;) {
        int32_t op = c->failed ? -1 : sign_of_level(c, level);
        if (op < 0) return c->failed ? -1 : left;
        int32_t at = c->token.at;
        next_token(c);
        int32_t right = parse_level(c, level + 1);
        left = two_kids(c, (NodeOp)op, at, left, right);
    }
}

int32_t parse_text(Compiler *c) {
    c->length = (int32_t)strnlen(c->text, EXPR_LETTERS_MAX + 1);
    if (c->length > EXPR_LETTERS_MAX) {
        c->length = 0;
        diag_fix(compiler_fail(
                         c, "E234", 0, "This is longer than %d letters.", EXPR_LETTERS_MAX),
                "name parts of it with let");
        return -1;
    }
    next_token(c);
    int32_t root = parse_level(c, 1);
    if (!c->failed && c->token.kind != TOKEN_END) {
        Diag *diag = compiler_fail(c, "E230", c->token.at, "\"%.*s\" does not fit here.",
                (int)c->token.length, c->text + c->token.at);
        diag_fix(diag, "%s",
                c->token.kind == TOKEN_NAME
                        ? "put a dot between two names (passed.council), or and, or, >="
                        : "put a sign before it: ==, ~=, <, >=, + or -");
    }
    return c->failed ? -1 : root;
}
