// model/kind.c — the words of the kinds. Never: a list beside kinds.def.
#include "model/kind.h"
#include <string.h>

static const char *const words[KIND_COUNT] = {
        "",
#define KIND(id, word, set, most) word,
#include "model/kinds.def"
#undef KIND
};

static const char *const sets[KIND_COUNT] = {
        "",
#define KIND(id, word, set, most) set,
#include "model/kinds.def"
#undef KIND
};

const char *kind_word(Kind kind) { return words[kind]; }

const char *kind_set_word(Kind kind) { return sets[kind]; }

Kind kind_of_word(const char *word) {
    for (int kind = 1; kind < KIND_COUNT; kind++) {
        if (core_same(words[kind], word)) return (Kind)kind;
    }
    return KIND_NONE;
}
