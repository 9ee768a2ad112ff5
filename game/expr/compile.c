// expr/compile.c — from a checked tree to the flat program in Def.code, and the keys of changes. Never: runs a program.
#include "expr/compile.h"
#include "expr/check.h"
#include "expr/pick.h"
#include <stdlib.h>
#include <string.h>

static void put(Compiler *c, uint32_t word) {
    ASSERT(c->code_count < (int32_t)ARRAY_COUNT(c->code));
    c->code[c->code_count++] = (uint16_t)word;
}

static void put_op(Compiler *c, Op op, uint32_t argument) {
    put(c, (uint32_t)op | argument << 8);
}

static bool fail_full(Compiler *c, const char *what) {
    diag_fix(compiler_fail(c, "E225", 0, "This pack has more %s than fit.", what),
            "use fewer or shorter conditions and amounts");
    return false;
}

static int32_t constant_place(Def *def, int64_t value) {
    for (int32_t i = 0; i < def->constants_count; i++) {
        if (def->constants[i] == value) return i;
    }
    if (def->constants_count == CONSTANTS_MAX) return -1;
    def->constants[def->constants_count] = value;
    return def->constants_count++;
}

static void emit_int(Compiler *c, int64_t value) {
    if (value >= INT16_MIN && value <= INT16_MAX) {
        put_op(c, OP_INT, 0);
        put(c, (uint16_t)(int16_t)value);
        return;
    }
    int32_t place = constant_place(c->write, value);
    if (place < 0) fail_full(c, "large numbers");
    put_op(c, OP_CONST, 0);
    put(c, (uint32_t)core_max(0, place));
}

// How an owner is found when the program runs.

static uint32_t pick_of_one(Owner owner, int32_t slot) {
    if (slot == KIND_COALITION && owner.kind == KIND_COALITION)
        return pick_word(owner.index, PICK_START, 0, KIND_COALITION);
    if (slot == KIND_COALITION)
        return pick_word(0, PICK_COALITION_OF, owner.index, KIND_COALITION);
    return PICK_FIXED | owner.index;
}

static uint32_t pick_of(Compiler *c, Owner owner, int32_t slot) {
    uint32_t want = (uint32_t)slot & 15;
    switch ((SelHow)owner.how) {
    case SEL_NONE: return 0;
    case SEL_ONE: return pick_of_one(owner, slot);
    case SEL_ME: c->looks |= EXPR_LOOKS_ME; return pick_word(0, PICK_ME, KIND_ACTOR, want);
    case SEL_TARGET:
        c->looks |= EXPR_LOOKS_TARGET;
        return pick_word(0, PICK_TARGET, 0, want);
    case SEL_ASKED:
        c->looks |= EXPR_LOOKS_ASKED;
        return pick_word(owner.index, PICK_ASKED, owner.kind, want);
    case SEL_EACH: c->looks |= EXPR_LOOKS_EACH; return pick_word(0, PICK_EACH, 0, want);
    case SEL_SET:
    case SEL_TAG: return pick_word(0, PICK_MEMBER, owner.kind, want);
    case SEL_OWNER:
        c->looks |= EXPR_LOOKS_TARGET;
        return pick_word(0, PICK_OWNER, KIND_ACTOR, want);
    case SEL_WITH:
        c->looks |= EXPR_LOOKS_TARGET;
        return pick_word(0, PICK_WITH, KIND_ACTOR, want);
    case SEL_HERE: return pick_word(0, PICK_HERE, KIND_ARENA, want);
    case SEL_RICHEST:
        c->looks |= EXPR_LOOKS_ME;
        return pick_word(0, PICK_RICHEST, KIND_ACTOR, want);
    }
    return 0;
}

static void emit_one_pick(
        Compiler *c, uint32_t base, uint32_t pick, uint32_t shape, uint32_t exact) {
    bool mine = pick == pick_word(0, PICK_ME, KIND_ACTOR, KIND_ACTOR);
    put_op(c, mine ? OP_CELL_ME : OP_CELL_AT, exact);
    put(c, base);
    if (!mine) put(c, pick);
    put(c, shape);
}

static void emit_track(Compiler *c, const Ref *ref, uint32_t exact) {
    const Track *track = &c->def->tracks[ref->id];
    uint32_t base = track->base, picks = 0, pick[2] = {0}, shape[2] = {0};
    for (int32_t slot = 0; slot < 2; slot++) {
        uint32_t stride = slot == 0 ? track->columns : 1,
                 limit = slot == 0 ? track->rows : track->columns;
        if (ref->slot[slot] == SLOT_NONE) continue;
        uint32_t word = pick_of(c, ref->owner[slot], ref->slot[slot]);
        if (word & PICK_FIXED) {
            base += (word & 0x7fff) * stride;
            continue;
        }
        pick[picks] = word;
        shape[picks++] = stride << 8 | limit;
    }
    if (picks == 1) {
        emit_one_pick(c, base, pick[0], shape[0], exact);
        return;
    }
    put_op(c, picks == 0 ? OP_CELL : OP_CELL_AT2, exact);
    put(c, base);
    if (picks == 0) return;
    put(c, pick[0]);
    put(c, pick[1]);
    put(c, shape[0]);
    put(c, shape[1] & 255);
}

static void emit_fact(Compiler *c, const Ref *ref) {
    put_op(c, OP_FACT, ref->id);
    for (int32_t slot = 0; slot < 2; slot++) {
        put(c, ref->slot[slot] == SLOT_NONE
                        ? 0
                        : pick_of(c, ref->owner[slot], ref->slot[slot]));
    }
}

// A thing to compare: its own kind says what it is picked as.
static void emit_thing(Compiler *c, const Ref *ref, uint16_t kinds) {
    int32_t kind = __builtin_ctz(
            kinds & ref->things ? (unsigned)(kinds & ref->things) : (unsigned)ref->things);
    put_op(c, OP_THING, 0);
    put(c, pick_of(c, ref->owner[0], kind));
}

static void emit_let(Compiler *c, const Ref *ref) {
    ExprId expr = c->def->lets[c->place->lets_first + ref->id].expr;
    c->looks |= EXPR_LOOKS_LET | c->def->exprs[expr].looks;
    put_op(c, OP_LET, ref->id);
}

static void emit_path(Compiler *c, const Node *node, uint16_t kinds) {
    const Ref *ref = &c->paths[node->path].ref;
    switch ((RefWhat)ref->what) {
    case REF_TRACK: emit_track(c, ref, node->exact); break;
    case REF_FACT: emit_fact(c, ref); break;
    case REF_SETTING:
        put_op(c, OP_SETTING, 0);
        put(c, ref->id);
        break;
    case REF_ROUND: put_op(c, OP_ROUND, 0); break;
    case REF_ROUNDS: put_op(c, OP_ROUNDS, 0); break;
    case REF_SIDE:
        c->looks |= EXPR_LOOKS_SIDE;
        put_op(c, OP_SIDE, 0);
        break;
    case REF_BID:
        c->looks |= EXPR_LOOKS_BID;
        put_op(c, OP_BID, 0);
        break;
    case REF_VOTES: put_op(c, OP_VOTES, ref->id); break;
    case REF_ASKED:
        c->looks |= EXPR_LOOKS_ASKED;
        put_op(c, OP_ASKED, ref->id);
        break;
    case REF_LET: emit_let(c, ref); break;
    case REF_THING: emit_thing(c, ref, kinds); break;
    }
}

static int32_t put_jump(Compiler *c, Op op) {
    put_op(c, op, 0);
    put(c, 0);
    return c->code_count - 1;
}

static void land(Compiler *c, int32_t jump) {
    c->code[jump] = (uint16_t)(c->code_count - jump - 1);
}

static void emit(Compiler *c, int32_t index);

static void emit_choose(Compiler *c, const Node *node) {
    emit(c, node->kid[0]);
    int32_t other = put_jump(c, OP_UNLESS);
    emit(c, node->kid[1]);
    int32_t end = put_jump(c, OP_JUMP);
    land(c, other);
    emit(c, node->kid[2]);
    land(c, end);
}

static void emit_question(Compiler *c, const Node *node) {
    uint32_t set = (uint32_t)PICK_SET_KIND << 8 | node->set.kind;
    if (node->set.how == SEL_TAG)
        set = (uint32_t)PICK_SET_TAG << 8 | node->set.index;
    else if (node->set.index == SET_OTHERS)
        set = (uint32_t)PICK_SET_OTHERS << 8;
    else if (node->set.index == SET_MEMBERS)
        set = (uint32_t)PICK_SET_MEMBERS << 8;
    if (node->set.how == SEL_SET && node->set.index != SET_ALL) {
        c->looks |= resolve_me(c->place).how == SEL_ME ? EXPR_LOOKS_ME : EXPR_LOOKS_EACH;
    }
    put_op(c, OP_EACH, (uint32_t)(node->op - NODE_ANY));
    put(c, set);
    put(c, 0);
    int32_t body = c->code_count;
    emit(c, node->kid[0]);
    put_op(c, OP_NEXT, 0);
    c->code[body - 1] = (uint16_t)(c->code_count - body);
}

static void emit_binary(Compiler *c, const Node *node) {
    const Node *right = &c->nodes[node->kid[1]];
    Op op = (Op)(OP_ADD + (node->op - NODE_ADD));
    emit(c, node->kid[0]);
    if (right->op == NODE_INT && right->value >= INT16_MIN && right->value <= INT16_MAX) {
        put_op(c, (Op)(op + (OP_ADD_I - OP_ADD)), 0);
        put(c, (uint16_t)(int16_t)right->value);
        return;
    }
    emit(c, node->kid[1]);
    put_op(c, op, 0);
}

// Two things of several possible kinds are picked as the kind both can be.
static void emit_things(Compiler *c, const Node *node) {
    const Node *left = &c->nodes[node->kid[0]], *right = &c->nodes[node->kid[1]];
    uint16_t both = left->things & right->things;
    emit_path(c, left, both);
    const Ref *ref = &c->paths[right->path].ref;
    if (ref->what == REF_THING && ref->owner[0].how == SEL_ONE
            && ref->owner[0].kind != KIND_COALITION) {
        put_op(c, node->op == NODE_EQ ? OP_EQ_I : OP_NE_I, 0);
        put(c, ref->owner[0].index);
        return;
    }
    emit_path(c, right, both);
    put_op(c, (Op)(OP_ADD + (node->op - NODE_ADD)), 0);
}

static void emit_lazy(Compiler *c, const Node *node) {
    emit(c, node->kid[0]);
    int32_t end = put_jump(c, node->op == NODE_AND ? OP_AND : OP_OR);
    emit(c, node->kid[1]);
    land(c, end);
}

static void emit_call(Compiler *c, const Node *node) {
    static const uint8_t ops[] = {[NODE_NOT] = OP_NOT,
            [NODE_NEG] = OP_NEG,
            [NODE_ABS] = OP_ABS,
            [NODE_CLAMP] = OP_CLAMP,
            [NODE_PERCENT] = OP_PERCENT,
            [NODE_SHARE] = OP_SHARE,
            [NODE_ROLL] = OP_ROLL};
    for (int32_t i = 0; i < node->kids_count; i++)
        emit(c, node->kid[i]);
    if (node->op == NODE_ROLL) c->looks |= EXPR_LOOKS_ROLL;
    if (node->op != NODE_TENTHS) put_op(c, (Op)ops[node->op], 0);
}

// Recursion: a tree has at most EXPR_NODES_MAX nodes.
static void emit(Compiler *c, int32_t index) {
    const Node *node = &c->nodes[index];
    bool things = (node->op == NODE_EQ || node->op == NODE_NE)
                  && c->nodes[node->kid[0]].type == TYPE_THING;
    if (node->op == NODE_INT)
        emit_int(c, node->value);
    else if (node->op == NODE_PATH)
        emit_path(c, node, UINT16_MAX);
    else if (node->op == NODE_AND || node->op == NODE_OR)
        emit_lazy(c, node);
    else if (node->op == NODE_CHOOSE)
        emit_choose(c, node);
    else if (node->op >= NODE_ANY)
        emit_question(c, node);
    else if (things)
        emit_things(c, node);
    else if (node->op >= NODE_ADD && node->op <= NODE_GE)
        emit_binary(c, node);
    else
        emit_call(c, node);
}

// Equal programs share one id.

static ExprId find_program(
        const Def *def, const uint16_t *code, int32_t count, ExprSpan like) {
    for (int32_t id = 1; id < def->exprs_count; id++) {
        const ExprSpan *span = &def->exprs[id];
        if (span->length != count || span->answers != like.answers) continue;
        if (span->looks != like.looks || span->constant != like.constant) continue;
        if (memcmp(def->code + span->start, code, (size_t)count * sizeof *code) == 0)
            return (ExprId)id;
    }
    return 0;
}

static ExprId keep_program(Def *def, const uint16_t *code, int32_t count, ExprSpan like) {
    ExprId known = find_program(def, code, count, like);
    if (known != 0) return known;
    if (def->exprs_count == 0) def->exprs_count = 1; // 0 means: no expression
    if (def->exprs_count >= EXPRS_MAX || def->code_count + count > CODE_MAX) return 0;
    like.start = def->code_count;
    like.length = (uint16_t)count;
    memcpy(def->code + def->code_count, code, (size_t)count * sizeof *code);
    def->code_count = (uint16_t)(def->code_count + count);
    def->exprs[def->exprs_count] = like;
    return def->exprs_count++;
}

static ExprId finish(Compiler *c, int32_t root) {
    const Node *node = &c->nodes[root];
    emit(c, root);
    put_op(c, OP_END, 0);
    ExprSpan like = {.answers = node->type == TYPE_ANSWER,
            .constant = node->op == NODE_INT,
            .looks = c->looks};
    if (c->failed) return 0;
    ExprId id = keep_program(c->write, c->code, c->code_count, like);
    if (id == 0) fail_full(c, "conditions and amounts");
    return id;
}

static ExprId compile(
        Def *def, const char *text, const ExprPlace *place, Diags *diags, int32_t wants) {
    Compiler *c = compiler_make(def, place, diags, text);
    c->write = def;
    ExprId id = 0;
    int32_t root = parse_text(c);
    bool good = root >= 0 && check_node(c, root);
    if (good && wants >= 0) good = check_type(c, root, wants ? TYPE_ANSWER : TYPE_NUMBER);
    if (good && wants < 0 && c->nodes[root].type == TYPE_THING)
        good = check_type(c, root, TYPE_NUMBER);
    if (good) id = finish(c, root);
    free(c);
    return id;
}

ExprId expr_compile(Def *def, const char *text, bool wants_answer, const ExprPlace *place,
        Diags *diags) {
    return compile(def, text, place, diags, wants_answer ? 1 : 0);
}

ExprId expr_compile_let(Def *def, const char *text, const ExprPlace *place, Diags *diags) {
    return compile(def, text, place, diags, -1);
}

ExprId expr_constant(Def *def, int64_t value) {
    uint16_t code[] = {OP_INT, (uint16_t)(int16_t)value, OP_END};
    if (value < INT16_MIN || value > INT16_MAX) {
        int32_t place = constant_place(def, value);
        if (place < 0) return 0;
        code[0] = OP_CONST;
        code[1] = (uint16_t)place;
    }
    return keep_program(def, code, 3, (ExprSpan){.constant = 1});
}
