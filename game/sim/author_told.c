// sim/author_told.c — why a test of an author failed, in words an author can act on. Never: changes a game.
#include "sim/author_told.h"
#include "expr/compile.h"
#include "rules/scope.h"
#include "session/say.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { PART_LETTERS_MAX = 240 };

// A copy of the case that takes the pieces of one condition as programs of their own.
typedef struct Pieces {
    Def *def;
    const State *state;
    Diags *diags;
} Pieces;

static bool read_piece(Pieces *pieces, const char *words, int64_t *value) {
    const ExprPlace place = {.word = "expect"};
    ExprId id = expr_compile_let(pieces->def, words, &place, pieces->diags);
    if (id == 0) return false;
    Scope scope;
    scope_plain(&scope, pieces->def, pieces->state, NONE);
    *value = expr_run(&scope.expr, id);
    return true;
}

// Where the first comparison of a piece stands, and how many letters its sign has; NULL without one.
static const char *comparison(const char *words, size_t *length) {
    static const char *const signs[] = {"==", "~=", "<=", ">=", "<", ">"};
    for (const char *at = words; *at; at++) {
        for (size_t i = 0; i < ARRAY_COUNT(signs); i++) {
            *length = strlen(signs[i]);
            if (strncmp(at, signs[i], *length) == 0) return at;
        }
    }
    return NULL;
}

static void cut(char *out, const char *from, size_t length) {
    while (length > 0 && *from == ' ') {
        from++;
        length--;
    }
    while (length > 0 && from[length - 1] == ' ')
        length--;
    snprintf(out, PART_LETTERS_MAX, "%.*s",
            (int)(length < PART_LETTERS_MAX ? length : PART_LETTERS_MAX - 1), from);
}

// One side of a comparison with its number; a number alone says nothing new.
static void add_side(Pieces *pieces, const char *words, char *out, size_t capacity) {
    int64_t value = 0;
    if (strspn(words, "-0123456789 ") == strlen(words)) return;
    if (!read_piece(pieces, words, &value)) return;
    size_t used = strlen(out);
    snprintf(out + used, capacity - used, "; %s is %lld", words, (long long)value);
}

static void tell_piece(Pieces *pieces, const char *words, char *out, size_t capacity) {
    size_t sign = 0;
    const char *at = comparison(words, &sign);
    if (!at) return;
    char side[PART_LETTERS_MAX];
    cut(side, words, (size_t)(at - words));
    add_side(pieces, side, out, capacity);
    cut(side, at + sign, strlen(at + sign));
    add_side(pieces, side, out, capacity);
}

// The first of the parts joined by `and` that does not hold; the whole where parts cannot be told apart.
static void failing_part(Pieces *pieces, const char *words, char out[PART_LETTERS_MAX]) {
    cut(out, words, strlen(words));
    if (strchr(words, '(') || strstr(words, " or ")) return;
    for (const char *at = words; at;) {
        const char *end = strstr(at, " and ");
        char part[PART_LETTERS_MAX];
        int64_t holds = 1;
        cut(part, at, end ? (size_t)(end - at) : strlen(at));
        if (read_piece(pieces, part, &holds) && !holds) {
            memcpy(out, part, sizeof part);
            return;
        }
        at = end ? end + strlen(" and ") : NULL;
    }
}

void author_tell_condition(
        const Def *def, const State *state, const char *words, char *out, size_t capacity) {
    snprintf(out, capacity, "expected %s", words);
    Pieces pieces = {.def = malloc(sizeof *def),
            .state = state,
            .diags = calloc(1, sizeof *pieces.diags)};
    ASSERT(pieces.def != NULL && pieces.diags != NULL);
    *pieces.def = *def;
    char part[PART_LETTERS_MAX];
    failing_part(&pieces, words, part);
    tell_piece(&pieces, part, out, capacity);
    free(pieces.def);
    free(pieces.diags);
}

void author_tell_refusal(const Def *def, int32_t step, const char *move, Verdict verdict,
        char *out, size_t capacity) {
    Region region = {0};
    Say say = {def, say_source(def), &region};
    snprintf(out, capacity, "step %d: %s was refused: %s (%s)", step, move,
            say_verdict(&say, verdict), verdict_code((VerdictCode)verdict.code));
    region_clear(&region);
}
