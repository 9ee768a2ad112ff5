// expr/pick.h — from a pick of a program to the index of a thing. Never: seen outside the room.
#ifndef EXPR_PICK_H
#define EXPR_PICK_H
#include "expr/code.h"

// Index of any other pick than PICK_ME; member is the one a question looks at.
int32_t pick_slow(const ExprScope *scope, int32_t member, uint32_t word);
// Members of a set word of OP_EACH, as a mask.
uint64_t pick_set(const ExprScope *scope, uint32_t word);

static inline uint32_t pick_how(uint32_t word) { return (word >> 8) & 15; }
static inline uint32_t pick_own_kind(uint32_t word) { return (word >> 4) & 15; }
static inline uint32_t pick_kind(uint32_t word) { return word & 15; }
static inline uint16_t pick_word(
        uint32_t index, PickHow how, uint32_t own_kind, uint32_t kind) {
    return (uint16_t)(index << 12 | (uint32_t)how << 8 | own_kind << 4 | kind);
}

// Index a pick stands for, -1 for none.
static inline int32_t pick_index(const ExprScope *scope, int32_t member, uint32_t word) {
    if (word & PICK_FIXED) return (int32_t)(word & 0x7fff);
    bool plain = pick_own_kind(word) == pick_kind(word);
    if (pick_how(word) == PICK_MEMBER && plain) return member;
    if (pick_how(word) == PICK_ME && plain) return scope->me == NONE ? -1 : scope->me;
    if (pick_how(word) == PICK_TARGET && scope->target.kind == pick_kind(word)) {
        return scope->target.index == NONE ? -1 : scope->target.index;
    }
    return pick_slow(scope, member, word);
}

#endif // EXPR_PICK_H
