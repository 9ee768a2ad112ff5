// expr/resolve.h — what a path of names means at its place. Never: seen outside the room.
#ifndef EXPR_RESOLVE_H
#define EXPR_RESOLVE_H
#include "expr/parse.h"

typedef enum Want {
    WANT_VALUE, // a number or an answer
    WANT_THING, // one thing, for == and ~=
    WANT_KEY,   // the key of a change: a stored number, sets allowed
} Want;

// Fills path->ref; false after a finding (none when c->quiet).
bool resolve_path(Compiler *c, Path *path, Want want);
// The path is one name of a resource or audience: it may mean the number or the thing.
bool resolve_is_both(const Compiler *c, const Path *path);
// The acting actor, or the member of a rule over actors; SEL_NONE when there is neither.
Owner resolve_me(const ExprPlace *place);
// What the move points at, or the member of a rule; SEL_NONE when there is neither.
Owner resolve_target(const ExprPlace *place);
// "an actor", "a decider".
const char *resolve_a_kind(int32_t kind);

// Nearest word among everything that can stand here, things of this kind first (0: none first).
const char *near_word(const Compiler *c, int32_t kind, const char *word);
// Finds what a word is, for messages: "a decider's number", "an actor"; NULL if nothing.
const char *near_what_is(const Compiler *c, const char *word);

#endif // EXPR_RESOLVE_H
