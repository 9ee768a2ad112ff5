// expr/code.h — the 16-bit operations of compiled expressions, shared by compile.c and run.c. Never: seen outside the room.
#ifndef EXPR_CODE_H
#define EXPR_CODE_H
#include "expr/expr.h"

// The low byte of a word is the operation, the high byte its small argument; further words follow.
// A number on top of the stack is the answer of what ran so far.
typedef enum Op {
    OP_END,
    OP_INT,   // word: int16
    OP_CONST, // word: place in Def.constants
    OP_CELL, // word: cell. Argument 1 = in tenths, else whole points rounded down (all cells)
    OP_CELL_ME, // words: first cell, stride << 8 | limit
    OP_CELL_AT, // words: first cell, pick, stride << 8 | limit
    OP_CELL_AT2, // words: first cell, row pick, column pick, stride << 8 | row limit, column limit
    OP_SETTING, // word: place in Def.settings
    OP_FACT,    // argument: Fact; words: two picks
    OP_THING,   // word: pick; gives the index, -1 for none
    OP_ROUND,
    OP_ROUNDS,
    OP_SIDE,
    OP_BID,
    OP_ASKED, // argument: which answer
    OP_LET,   // argument: which let of the move
    OP_VOTES, // argument: which count
    OP_NEG,
    OP_ABS,
    OP_NOT,
    OP_CLAMP,
    OP_PERCENT,
    OP_SHARE,
    OP_ROLL,
    OP_AND,    // word: words to jump when the answer is no; else drops it
    OP_OR,     // word: words to jump when the answer is yes; else drops it
    OP_UNLESS, // word: words to jump when the answer is no; drops it
    OP_JUMP,   // word: words to jump
    OP_EACH,   // argument: Question; words: pick of the set, words to jump when it is empty
    OP_NEXT,   // the end of what is asked of each member
    OP_ADD,    // from here on: two numbers
    OP_SUB,
    OP_MUL,
    OP_DIV,
    OP_MOD,
    OP_MIN,
    OP_MAX,
    OP_EQ,
    OP_NE,
    OP_LT,
    OP_LE,
    OP_GT,
    OP_GE,
    OP_ADD_I, // the same with an int16 word on the right
    OP_SUB_I,
    OP_MUL_I,
    OP_DIV_I,
    OP_MOD_I,
    OP_MIN_I,
    OP_MAX_I,
    OP_EQ_I,
    OP_NE_I,
    OP_LT_I,
    OP_LE_I,
    OP_GT_I,
    OP_GE_I,
    OP_COUNT,
} Op;

typedef enum Question {
    QUESTION_ANY,
    QUESTION_ALL,
    QUESTION_COUNT,
    QUESTION_SUM,
    QUESTION_HIGHEST,
    QUESTION_LOWEST
} Question;

// A pick says which thing: 0 none; bit 15: the index in the low bits; else
// index << 12 | how << 8 | own kind << 4 | kind wanted.
typedef enum PickHow {
    PICK_NONE,
    PICK_ME,
    PICK_TARGET,
    PICK_EACH,
    PICK_WITH,
    PICK_OWNER,  // of the target decider
    PICK_MEMBER, // of the set asked about
    PICK_ASKED,
    PICK_HERE,         // arena of the meeting
    PICK_RICHEST,      // of the others in the room
    PICK_START,        // slot of the pack's coalition number index
    PICK_COALITION_OF, // largest coalition of the actor whose number stands in the own kind
} PickHow;

enum {
    PICK_FIXED = 0x8000,
    EXPR_NODES_MAX = 64,
    EXPR_LETTERS_MAX = 240,
    EXPR_BRACKETS_MAX = 12,
    EXPR_STEPS_MAX = 4
};

// Sets as words of OP_EACH: what << 8 | index or kind.
typedef enum PickSet {
    PICK_SET_KIND,
    PICK_SET_OTHERS,
    PICK_SET_MEMBERS,
    PICK_SET_TAG
} PickSet;

// Values stop here in both directions.
#define EXPR_LIMIT INT64_C(1000000000000)

// What owners a word takes besides kinds of things (values of Slot above KIND_COUNT).
typedef enum Slot {
    SLOT_NONE = KIND_NONE,
    SLOT_TAG = KIND_COUNT,
    SLOT_MOVE,
    SLOT_HAPPENING,
    SLOT_WINDOW,
    SLOT_TEXT,
} Slot;

typedef enum Type { TYPE_NUMBER, TYPE_ANSWER, TYPE_THING } Type;

// Words that are no tracks; words.def has one row for each.
typedef enum Fact {
#define WORD(id, word, first, second, gives, thing) FACT_##id,
#include "expr/words.def"
#undef WORD
    FACT_COUNT
} Fact;

// Value of a fact about things a and b (-1: none). Never looks outside the tables for a wrong index.
int64_t fact_value(const ExprScope *scope, Fact fact, int32_t a, int32_t b);

static inline int32_t code_floor_tenths(int32_t tenths) {
    return (int32_t)((uint32_t)(tenths + 32770) / 10U) - 3277;
}

#endif // EXPR_CODE_H
