// expr/check.c — types an expression: arithmetic takes numbers, and/or/not take answers, == takes two of a kind; folds constants. Never: emits code.
#include "expr/check.h"
#include "expr/arith.h"
#include <string.h>

static Node *node_at(Compiler *c, int32_t index) { return &c->nodes[index]; }

// The author's own words for a node, for messages.
static void node_text(const Compiler *c, const Node *node, char *out, size_t size) {
    int32_t length = (int32_t)strlen(parse_node_word((NodeOp)node->op));
    if (node->op == NODE_INT) {
        for (length = 0;
                c->text[node->at + length] >= '0' && c->text[node->at + length] <= '9';)
            length++;
    }
    if (node->path >= 0) {
        const Path *path = &c->paths[node->path];
        const Step *last = &path->step[path->count - 1];
        length = last->at + (int32_t)strlen(last->word) - node->at;
    }
    size_t take = (size_t)core_clamp(length, 0, (int32_t)size - 1);
    memcpy(out, c->text + node->at, take);
    out[take] = 0;
}

static const char *type_word(const Node *node) {
    if (node->type == TYPE_ANSWER) return "an answer, yes or no";
    return node->type == TYPE_NUMBER ? "a number" : "a thing";
}

bool check_type(Compiler *c, int32_t index, Type type) {
    const Node *node = node_at(c, index);
    char text[160];
    if (node->type == type) return true;
    node_text(c, node, text, sizeof text);
    Diag *diag = compiler_fail(c, "E231", node->at, "\"%s\" is %s; %s is needed here.",
            text, type_word(node),
            type == TYPE_ANSWER ? "a question with yes or no" : "a number");
    if (type == TYPE_ANSWER && node->type == TYPE_NUMBER) {
        diag_fix(diag,
                node->path >= 0 ? "write %s >= 1" : "compare it, for example with >= 1",
                text);
    } else if (type == TYPE_NUMBER && node->type == TYPE_ANSWER) {
        diag_fix(diag, "write choose(…, 1, 0) around it, or join two comparisons with and");
    } else {
        diag_fix(diag, "compare it with == or ~= to another thing of its kind");
    }
    return false;
}

// What players may not see, in a condition whose button they look at.

static bool own_row(const Compiler *c, const Ref *ref, int32_t slot) {
    Owner me = resolve_me(c->place), owner = ref->owner[slot];
    return ref->slot[slot] != SLOT_NONE && owner.how == me.how && owner.kind == KIND_ACTOR
           && me.how != SEL_NONE;
}

static bool is_secret(const Compiler *c, const Ref *ref) {
    if (ref->what != REF_TRACK) return false;
    switch ((Sight)c->def->tracks[ref->id].sight) {
    case SIGHT_EVERYONE:
    case SIGHT_BANDS: return false;
    case SIGHT_OWNER:
    case SIGHT_MEMBERS: return !own_row(c, ref, 0);
    case SIGHT_BOTH: return !own_row(c, ref, 0) && !own_row(c, ref, 1);
    case SIGHT_REVEALED:
    case SIGHT_NOBODY: return true;
    }
    return false;
}

static void warn_secret(Compiler *c, const Node *node, const Ref *ref) {
    char text[160];
    if (!c->place->seen_by_players || !is_secret(c, ref)) return;
    node_text(c, node, text, sizeof text);
    Diag *diag = diags_add(c->diags, "W610", c->place->file, c->place->line,
            c->place->column + node->at,
            "%s%sPlayers see this condition, but not \"%s\": the open or closed button "
            "would tell them.",
            c->place->word ? c->place->word : "", c->place->word ? ": " : "", text);
    diag_fix(diag, "use a number they can see, or reveal it first");
}

static bool check_path(Compiler *c, Node *node) {
    Path *path = &c->paths[node->path];
    if (!resolve_path(c, path, WANT_VALUE)) return false;
    node->type = path->ref.type;
    node->things = path->ref.things;
    warn_secret(c, node, &path->ref);
    return true;
}

// Constants.

static bool is_constant(const Compiler *c, const Node *node) {
    for (int32_t i = 0; i < node->kids_count; i++) {
        if (c->nodes[node->kid[i]].op != NODE_INT) return false;
    }
    return node->kids_count > 0;
}

// What stops at the limits is left for the run, which then says so.
static bool fold_two(NodeOp op, int64_t a, int64_t b, int64_t *value) {
    bool stopped = false;
    switch (op) {
    case NODE_ADD: *value = arith_near(a + b, &stopped); return !stopped;
    case NODE_SUB: *value = arith_near(a - b, &stopped); return !stopped;
    case NODE_MUL: *value = arith_multiply(a, b, &stopped); return !stopped;
    case NODE_DIV: *value = arith_divide(a, b); return true;
    case NODE_MOD: *value = arith_modulo(a, b); return true;
    case NODE_MIN: *value = a < b ? a : b; return true;
    case NODE_MAX: *value = a > b ? a : b; return true;
    case NODE_EQ: *value = a == b; return true;
    case NODE_NE: *value = a != b; return true;
    case NODE_LT: *value = a < b; return true;
    case NODE_LE: *value = a <= b; return true;
    case NODE_GT: *value = a > b; return true;
    case NODE_GE: *value = a >= b; return true;
    case NODE_PERCENT: *value = arith_percent(a, b, &stopped); return !stopped;
    case NODE_SHARE: *value = arith_share(a, b, &stopped); return !stopped;
    case NODE_AND: *value = a != 0 && b != 0; return true;
    case NODE_OR: *value = a != 0 || b != 0; return true;
    case NODE_INT:
    case NODE_PATH:
    case NODE_NOT:
    case NODE_NEG:
    case NODE_ABS:
    case NODE_CLAMP:
    case NODE_CHOOSE:
    case NODE_ROLL:
    case NODE_TENTHS:
    case NODE_ANY:
    case NODE_ALL:
    case NODE_COUNT:
    case NODE_SUM:
    case NODE_HIGHEST:
    case NODE_LOWEST: return false;
    }
    return false;
}

static void fold(Compiler *c, Node *node) {
    int64_t kid[3] = {0}, value = 0;
    if (!is_constant(c, node)) return;
    for (int32_t i = 0; i < node->kids_count; i++)
        kid[i] = c->nodes[node->kid[i]].value;
    if (node->op == NODE_NEG)
        value = -kid[0];
    else if (node->op == NODE_NOT)
        value = kid[0] == 0;
    else if (node->op == NODE_ABS)
        value = kid[0] < 0 ? -kid[0] : kid[0];
    else if (node->op == NODE_CLAMP)
        value = arith_clamp(kid[0], kid[1], kid[2]);
    else if (node->op == NODE_CHOOSE)
        value = kid[0] != 0 ? kid[1] : kid[2];
    else if (node->kids_count != 2 || !fold_two((NodeOp)node->op, kid[0], kid[1], &value))
        return;
    node->op = NODE_INT;
    node->kids_count = 0;
    node->value = value;
}

static bool check_divisor(Compiler *c, const Node *node) {
    const Node *divisor = node_at(c, node->kid[1]);
    if (divisor->op != NODE_INT || divisor->value != 0) return true;
    diag_fix(compiler_fail(c, "E232", divisor->at, "This divides by zero."),
            "divide by another number, or use share(part, whole), which gives 0 then");
    return false;
}

// Kids.

static bool kids_are(Compiler *c, const Node *node, Type type) {
    for (int32_t i = 0; i < node->kids_count; i++) {
        if (!check_node(c, node->kid[i]) || !check_type(c, node->kid[i], type))
            return false;
    }
    return true;
}

static bool reads_as_thing(Compiler *c, int32_t index) {
    const Node *node = node_at(c, index);
    if (node->op != NODE_PATH) return false;
    Path trial = c->paths[node->path];
    bool quiet = c->quiet;
    c->quiet = true;
    bool thing = resolve_path(c, &trial, WANT_THING);
    c->quiet = quiet;
    c->failed = false;
    return thing;
}

static bool check_thing(Compiler *c, int32_t index) {
    Node *node = node_at(c, index);
    Path *path = &c->paths[node->path];
    if (!resolve_path(c, path, WANT_THING)) return false;
    node->type = TYPE_THING;
    node->things = path->ref.things;
    return true;
}

static bool is_both(const Compiler *c, int32_t index) {
    const Node *node = &c->nodes[index];
    return node->op == NODE_PATH && resolve_is_both(c, &c->paths[node->path]);
}

static bool fail_kinds(Compiler *c, const Node *left, const Node *right) {
    char a[64], b[64];
    node_text(c, left, a, sizeof a);
    node_text(c, right, b, sizeof b);
    Diag *diag = compiler_fail(c, "E202", right->at,
            "\"%s\" and \"%s\" can never be the same: they are of different kinds.", a, b);
    diag_fix(diag, "compare two things of one kind");
    return false;
}

// == and ~= take two numbers, or two things of one kind.
static bool check_equal(Compiler *c, const Node *node) {
    int32_t left = node->kid[0], right = node->kid[1];
    bool things = reads_as_thing(c, left) && reads_as_thing(c, right)
                  && !(is_both(c, left) && is_both(c, right));
    if (!things) return kids_are(c, node, TYPE_NUMBER);
    if (!check_thing(c, left) || !check_thing(c, right)) return false;
    const Node *a = node_at(c, left), *b = node_at(c, right);
    return (a->things & b->things) != 0 || fail_kinds(c, a, b);
}

static bool check_choose(Compiler *c, Node *node) {
    for (int32_t i = 0; i < 3; i++) {
        if (!check_node(c, node->kid[i])) return false;
    }
    if (!check_type(c, node->kid[0], TYPE_ANSWER)) return false;
    Type type = node_at(c, node->kid[1])->type == TYPE_ANSWER ? TYPE_ANSWER : TYPE_NUMBER;
    node->type = (uint8_t)type;
    return check_type(c, node->kid[1], type) && check_type(c, node->kid[2], type);
}

static bool check_tenths(Compiler *c, Node *node) {
    Node *kid = node_at(c, node->kid[0]);
    bool path = kid->op == NODE_PATH;
    if (path && !check_path(c, kid)) return false;
    if (path && c->paths[kid->path].ref.what == REF_TRACK) {
        kid->exact = 1;
        return true;
    }
    diag_fix(compiler_fail(c, "E235", kid->at,
                     "tenths reads one stored number exactly; this is something else."),
            "write tenths(name), and the arithmetic outside of it");
    return false;
}

static bool check_roll(Compiler *c, const Node *node) {
    if (!c->place->may_roll) {
        diag_fix(compiler_fail(c, "E236", node->at,
                         "No dice here: a button or screen would change by looking at it."),
                "roll in an amount of a rule or happening");
        return false;
    }
    if (!kids_are(c, node, TYPE_NUMBER)) return false;
    const Node *sides = node_at(c, node->kid[0]);
    if (sides->op != NODE_INT || (sides->value >= 1 && sides->value <= 1000000))
        return true;
    compiler_fail(c, "E235", sides->at, "roll takes 1 to 1000000.");
    return false;
}

static bool check_question(Compiler *c, Node *node) {
    if (c->in_question) {
        diag_fix(compiler_fail(c, "E238", node->at, "A question stands inside a question."),
                "work out the inner one in a let");
        return false;
    }
    c->in_question = true;
    c->set = (Owner){0};
    bool answer = node->op <= NODE_COUNT;
    bool good = kids_are(c, node, answer ? TYPE_ANSWER : TYPE_NUMBER);
    c->in_question = false;
    node->set = c->set;
    if (!good) return false;
    node->type = node->op <= NODE_ALL ? TYPE_ANSWER : TYPE_NUMBER;
    if (c->set.how != SEL_NONE) return true;
    Diag *diag = compiler_fail(c, "E239", node->at,
            "%s asks about a set, and there is none inside.",
            parse_node_word((NodeOp)node->op));
    diag_expected(diag, "actors others members deciders arenas clauses frames issues "
                        "resources audiences, or a tag");
    return false;
}

static bool check_inside(Compiler *c, Node *node) {
    switch ((NodeOp)node->op) {
    case NODE_INT: return true;
    case NODE_PATH: return check_path(c, node);
    case NODE_NOT:
    case NODE_AND:
    case NODE_OR: node->type = TYPE_ANSWER; return kids_are(c, node, TYPE_ANSWER);
    case NODE_EQ:
    case NODE_NE: node->type = TYPE_ANSWER; return check_equal(c, node);
    case NODE_LT:
    case NODE_LE:
    case NODE_GT:
    case NODE_GE: node->type = TYPE_ANSWER; return kids_are(c, node, TYPE_NUMBER);
    case NODE_DIV:
    case NODE_MOD: return kids_are(c, node, TYPE_NUMBER) && check_divisor(c, node);
    case NODE_NEG:
    case NODE_ADD:
    case NODE_SUB:
    case NODE_MUL:
    case NODE_MIN:
    case NODE_MAX:
    case NODE_ABS:
    case NODE_CLAMP:
    case NODE_PERCENT:
    case NODE_SHARE: return kids_are(c, node, TYPE_NUMBER);
    case NODE_CHOOSE: return check_choose(c, node);
    case NODE_ROLL: return check_roll(c, node);
    case NODE_TENTHS: return check_tenths(c, node);
    case NODE_ANY:
    case NODE_ALL:
    case NODE_COUNT:
    case NODE_SUM:
    case NODE_HIGHEST:
    case NODE_LOWEST: return check_question(c, node);
    }
    return false;
}

// Recursion: a tree has at most EXPR_NODES_MAX nodes.
bool check_node(Compiler *c, int32_t index) {
    Node *node = node_at(c, index);
    if (c->failed || !check_inside(c, node)) return false;
    if (node->op != NODE_ROLL && node->op != NODE_TENTHS && node->op < NODE_ANY)
        fold(c, node);
    return true;
}
