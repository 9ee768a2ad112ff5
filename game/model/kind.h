// model/kind.h — the kinds of things, and one thing of a kind. Never: reads a pack.
#ifndef MODEL_KIND_H
#define MODEL_KIND_H
#include "base/core.h"
#include "model/limits.h"

typedef enum Kind {
    KIND_NONE = 0,
#define KIND(id, word, set, most) KIND_##id,
#include "model/kinds.def"
#undef KIND
    KIND_COUNT
} Kind;

// One thing: the third actor, the first clause. index is NONE when kind is KIND_NONE.
typedef struct Thing {
    uint8_t kind;  // Kind
    uint8_t index; // place in the order the pack declares
} Thing;

// "actor", "decider" …; "" for KIND_NONE.
const char *kind_word(Kind kind);
// "actors", "deciders" …; "" where there is no set word.
const char *kind_set_word(Kind kind);
// The kind of a word or KIND_NONE.
Kind kind_of_word(const char *word);

#endif // MODEL_KIND_H
