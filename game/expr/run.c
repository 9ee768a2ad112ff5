// expr/run.c — runs a compiled expression. Never: changes a State, allocates, recurses, or calls Lua.
#include "expr/arith.h"
#include "expr/pick.h"

// What a question over a set remembers while it runs; there is at most one at a time.
typedef struct Asking {
    uint64_t left; // members still to look at
    int64_t result;
    int32_t member;
    uint8_t question;
    bool any_yet;
    const uint16_t *body;
} Asking;

int32_t expr_roll(const State *state, uint16_t rule, uint16_t *draws, int32_t n) {
    uint64_t sides = (uint64_t)core_clamp(n, 1, 1000000);
    uint64_t key = rng_mix(state->seed, (uint64_t)rule << 16 | state->round);
    uint64_t number = *draws;
    *draws = (uint16_t)(*draws + 1);
    return (int32_t)(rng_mix(key, number) % sides) + 1;
}

static int64_t roll(ExprScope *scope, int64_t n) {
    if (scope->draws == NULL) return 0;
    int32_t sides = (int32_t)arith_clamp(n, 1, 1000000);
    if (scope->derived && scope->derived->roll) {
        return scope->derived->roll(scope->state, scope->rule, scope->draws, sides);
    }
    return expr_roll(scope->state, scope->rule, scope->draws, sides);
}

static int64_t votes_value(const ExprVotes *votes, uint32_t which) {
    if (votes == NULL) return 0;
    const int16_t all[] = {votes->yes, votes->no, votes->abstain, votes->present,
            votes->total, votes->quota};
    return which < ARRAY_COUNT(all) ? all[which] : 0;
}

static int64_t let_value(const ExprScope *scope, uint32_t which) {
    return scope->lets ? scope->lets[which] : 0;
}

static int64_t asked_value(const ExprScope *scope, uint32_t which) {
    return scope->asked ? scope->asked[which] : 0;
}

static int64_t as_shown(int32_t tenths, uint32_t exact) {
    return exact ? tenths : code_floor_tenths(tenths);
}

static int64_t cell_of(const ExprScope *scope, uint32_t cell, uint32_t exact) {
    const int16_t *cells = scope->cells ? scope->cells : scope->state->cell;
    return as_shown(cells[cell], exact);
}

// A cell of a row or column that is known only now; 0 outside the track.
static int64_t cell_at(const ExprScope *scope, const uint16_t *words, int32_t index,
        uint32_t shape, uint32_t exact) {
    if ((uint32_t)index >= (shape & 255)) return 0;
    return cell_of(scope, words[0] + (uint32_t)index * (shape >> 8), exact);
}

static int64_t cell_at_1(
        const ExprScope *scope, const uint16_t *words, int32_t member, uint32_t exact) {
    return cell_at(scope, words, pick_index(scope, member, words[1]), words[2], exact);
}

static int64_t cell_at_2(
        const ExprScope *scope, const uint16_t *words, int32_t member, uint32_t exact) {
    uint32_t row = (uint32_t)pick_index(scope, member, words[1]);
    uint32_t column = (uint32_t)pick_index(scope, member, words[2]);
    if (row >= (words[3] & 255u) || column >= words[4]) return 0;
    return cell_of(scope, words[0] + row * (words[3] >> 8) + column, exact);
}

static bool begin_question(
        ExprScope *scope, Asking *asking, uint32_t question, const uint16_t *words) {
    *asking = (Asking){.left = pick_set(scope, words[0]),
            .question = (uint8_t)question,
            .body = words + 2};
    asking->result = question == QUESTION_ALL;
    if (asking->left == 0) return false;
    asking->member = __builtin_ctzll(asking->left);
    return true;
}

// Takes what was found for a member. True when there is another member to ask.
static bool next_member(ExprScope *scope, Asking *asking, int64_t value) {
    switch ((Question)asking->question) {
    case QUESTION_ANY: asking->result = value != 0; break;
    case QUESTION_ALL: asking->result = value != 0; break;
    case QUESTION_COUNT: asking->result += value != 0; break;
    case QUESTION_SUM:
        asking->result = arith_near(asking->result + value, &scope->stopped);
        break;
    case QUESTION_HIGHEST:
        if (!asking->any_yet || value > asking->result) asking->result = value;
        break;
    case QUESTION_LOWEST:
        if (!asking->any_yet || value < asking->result) asking->result = value;
        break;
    }
    asking->any_yet = true;
    if (asking->question == QUESTION_ANY && asking->result) return false;
    if (asking->question == QUESTION_ALL && !asking->result) return false;
    asking->left &= asking->left - 1;
    if (asking->left == 0) return false;
    asking->member = __builtin_ctzll(asking->left);
    return true;
}

static int64_t divided_by_zero(ExprScope *scope) {
    scope->divided_by_zero = true;
    return 0;
}

// One word of a read, put on the stack; the number of words after the operation.
static int32_t read_value(const ExprScope *scope, const Asking *asking,
        const uint16_t *code, int64_t *value) {
    uint32_t argument = code[0] >> 8;
    switch (code[0] & 255) {
    case OP_SETTING: *value = scope->def->settings[code[1]].value; return 1;
    case OP_FACT: {
        int32_t a = pick_index(scope, asking->member, code[1]);
        int32_t b = pick_index(scope, asking->member, code[2]);
        *value = fact_value(scope, (Fact)argument, a, b);
        return 2;
    }
    case OP_ROUND: *value = scope->state->round; return 0;
    case OP_ROUNDS: *value = scope->def->rounds; return 0;
    case OP_SIDE: *value = scope->side; return 0;
    case OP_BID: *value = scope->bid; return 0;
    case OP_ASKED: *value = asked_value(scope, argument); return 0;
    case OP_LET: *value = let_value(scope, argument); return 0;
    case OP_VOTES: *value = votes_value(scope->votes, argument); return 0;
    default: ASSERT(false); return 0;
    }
}

// Operations on the values on top of the stack that conditions seldom use; the new top.
static int64_t *plain(ExprScope *scope, uint32_t op, int64_t *top) {
    bool *stopped = &scope->stopped;
    switch (op) {
    case OP_NEG: *top = -*top; return top;
    case OP_ABS: *top = *top < 0 ? -*top : *top; return top;
    case OP_NOT: *top = *top == 0; return top;
    case OP_ROLL: *top = roll(scope, *top); return top;
    case OP_CLAMP: top[-2] = arith_clamp(top[-2], top[-1], top[0]); return top - 2;
    case OP_PERCENT: top[-1] = arith_percent(top[-1], top[0], stopped); return top - 1;
    case OP_SHARE: top[-1] = arith_share(top[-1], top[0], stopped); return top - 1;
    default: ASSERT(false); return top;
    }
}

#define PUSH(value) (*++top = (value))
#define TWO(op, result)                                                                    \
    case op: b = *top--, *top = (result); break;                                           \
    case op##_I: b = (int16_t)*code++, *top = (result); break
// A constant 0 on the right was refused by the compiler.
#define OVER(op, result)                                                                   \
    case op:                                                                               \
        b = *top--;                                                                        \
        if (b == 0) return divided_by_zero(scope);                                         \
        *top = (result);                                                                   \
        break;                                                                             \
    case op##_I: b = (int16_t)*code++, *top = (result); break

int64_t expr_run(ExprScope *scope, ExprId expr) {
    ASSERT(expr != 0 && expr < scope->def->exprs_count);
    const uint16_t *code = scope->def->code + scope->def->exprs[expr].start;
    int64_t stack[EXPR_NODES_MAX + 2], *top = stack, b;
    Asking asking = {0};
    for (;;) {
        uint32_t word = *code++, op = word & 255, argument = word >> 8;
        switch (op) {
        case OP_END: return *top;
        case OP_INT: PUSH((int16_t)*code++); break;
        case OP_CONST: PUSH(scope->def->constants[*code++]); break;
        case OP_THING: PUSH(pick_index(scope, asking.member, *code++)); break;
        case OP_CELL: PUSH(cell_of(scope, *code++, argument)); break;
        case OP_CELL_ME:
            PUSH(cell_at(scope, code, scope->me, code[1], argument)), code += 2;
            break;
        case OP_CELL_AT:
            PUSH(cell_at_1(scope, code, asking.member, argument)), code += 3;
            break;
        case OP_CELL_AT2:
            PUSH(cell_at_2(scope, code, asking.member, argument)), code += 5;
            break;
        case OP_AND: code = *top != 0 ? (top--, code + 1) : code + 1 + *code; break;
        case OP_OR: code = *top == 0 ? (top--, code + 1) : code + 1 + *code; break;
        case OP_UNLESS: code = *top-- != 0 ? code + 1 : code + 1 + *code; break;
        case OP_JUMP: code += 1 + *code; break;
        case OP_EACH:
            if (begin_question(scope, &asking, argument, code))
                code += 2;
            else
                PUSH(asking.result), code += 2 + code[1];
            break;
        case OP_NEXT:
            if (next_member(scope, &asking, *top--))
                code = asking.body;
            else
                PUSH(asking.result);
            break;
            TWO(OP_ADD, arith_near(*top + b, &scope->stopped));
            TWO(OP_SUB, arith_near(*top - b, &scope->stopped));
            TWO(OP_MUL, arith_multiply(*top, b, &scope->stopped));
            OVER(OP_DIV, arith_divide(*top, b));
            OVER(OP_MOD, arith_modulo(*top, b));
            TWO(OP_MIN, *top < b ? *top : b);
            TWO(OP_MAX, *top > b ? *top : b);
            TWO(OP_EQ, *top == b);
            TWO(OP_NE, *top != b);
            TWO(OP_LT, *top < b);
            TWO(OP_LE, *top <= b);
            TWO(OP_GT, *top > b);
            TWO(OP_GE, *top >= b);
        default:
            if (op >= OP_NEG)
                top = plain(scope, op, top);
            else
                code += read_value(scope, &asking, code - 1, ++top);
            break;
        }
    }
}

int32_t expr_amount(ExprScope *scope, ExprId expr) {
    if (expr == 0) return 0;
    // Most amounts are one number: it is read without starting the machine.
    const uint16_t *code = scope->def->code + scope->def->exprs[expr].start;
    if ((code[0] & 255) == OP_INT && (code[2] & 255) == OP_END) return (int16_t)code[1];
    return (int32_t)arith_clamp(expr_run(scope, expr), INT32_MIN, INT32_MAX);
}
