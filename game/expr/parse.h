// expr/parse.h — the tree of an expression while it is compiled. Never: seen outside the room.
#ifndef EXPR_PARSE_H
#define EXPR_PARSE_H
#include "expr/code.h"
#include "expr/compile.h"

typedef enum NodeOp {
    NODE_INT,
    NODE_PATH,
    NODE_NOT,
    NODE_NEG,
    NODE_AND,
    NODE_OR,
    NODE_ADD, // from here to NODE_GE in the order of OP_ADD … OP_GE
    NODE_SUB,
    NODE_MUL,
    NODE_DIV,
    NODE_MOD,
    NODE_MIN,
    NODE_MAX,
    NODE_EQ,
    NODE_NE,
    NODE_LT,
    NODE_LE,
    NODE_GT,
    NODE_GE,
    NODE_ABS,
    NODE_CLAMP,
    NODE_PERCENT,
    NODE_SHARE,
    NODE_CHOOSE,
    NODE_ROLL,
    NODE_TENTHS,
    NODE_ANY, // from here on in the order of Question
    NODE_ALL,
    NODE_COUNT,
    NODE_SUM,
    NODE_HIGHEST,
    NODE_LOWEST,
} NodeOp;

// One owner of a number: a thing, or how to find it.
typedef struct Owner {
    uint8_t how;    // SelHow; SEL_NONE = not there
    uint8_t kind;   // Kind of the thing itself; a mask is in kinds for the target
    uint16_t index; // thing, asked number, tag, SelSet; move, text … of other slots
    uint16_t kinds; // mask of 1 << Kind it may be
} Owner;

typedef enum RefWhat {
    REF_TRACK,
    REF_FACT,
    REF_SETTING,
    REF_ROUND,
    REF_ROUNDS,
    REF_SIDE,
    REF_BID,
    REF_VOTES,
    REF_ASKED,
    REF_LET,
    REF_THING, // owner[0] itself
} RefWhat;

// What a path of names means.
typedef struct Ref {
    uint8_t what;    // RefWhat
    uint8_t type;    // Type
    uint8_t thing;   // Kind of the thing, or 0 when the target may be several
    uint16_t things; // mask of kinds for things
    uint16_t id;     // track, fact, setting, count, answer or let
    uint8_t slot[2]; // what the owners must be: Kind or Slot
    Owner owner[2];
} Ref;

typedef struct Step {
    char word[36]; // cut names find nothing, which is right: ids are at most 32 letters
    int32_t at;
} Step;

typedef struct Node {
    uint8_t op;    // NodeOp
    uint8_t type;  // Type, once checked
    uint8_t exact; // path read in tenths
    uint8_t kids_count;
    int16_t kid[3];
    int16_t path; // place in Compiler.paths
    int32_t at;   // place in the text
    int64_t value;
    uint16_t things; // mask of kinds of a thing
    Owner set;       // of a question
} Node;

typedef struct Path {
    Step step[EXPR_STEPS_MAX];
    int32_t count;
    Ref ref;
} Path;

typedef struct Token {
    uint8_t kind; // TokenKind of parse.c
    int32_t at, length;
    int64_t value;
} Token;

typedef struct Compiler {
    const Def *def;
    const ExprPlace *place;
    Diags *diags;
    const char *text;
    int32_t length, at;
    Token token;
    bool failed, quiet; // quiet: a reading is tried out, nothing is reported
    int32_t brackets, signs;
    bool in_question;
    uint8_t looks;
    Owner set; // what the question asks about
    Def *write;
    Diag spare;
    int32_t nodes_count, paths_count, code_count;
    // Filled as they are counted; what lies behind the counts is not zeroed.
    Node nodes[EXPR_NODES_MAX];
    Path paths[EXPR_NODES_MAX];
    uint16_t code[EXPR_NODES_MAX * 6 + 8];
} Compiler;

// On the heap; free it with free. write is NULL when no program is made.
Compiler *compiler_make(
        const Def *def, const ExprPlace *place, Diags *diags, const char *text);

// Reports the first finding of an expression at a place of its text; later ones are swallowed.
Diag *compiler_fail(Compiler *c, const char *code, int32_t at, const char *format, ...)
        PRINTF_LIKE(4, 5);
// Root node of the text, or -1 after a finding.
int32_t parse_text(Compiler *c);
// The word of a node for messages ("min", "+").
const char *parse_node_word(NodeOp op);
// True for words that are signs, functions or literals of the language.
bool parse_is_function(const char *word);

#endif // EXPR_PARSE_H
