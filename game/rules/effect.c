// rules/effect.c — numbers of changes: which cells, how many tenths, with which factors. Never: change words (effect_words.c) or judging.
#include "rules/effect.h"
#include "rules/effect_words.h"
#include "rules/factor.h"

EffectFactors effect_plain(void) { return (EffectFactors){100, 100, 100, 100, 100, 100}; }

static bool is_number_op(uint8_t op) {
    return op == CHANGE_GAIN || op == CHANGE_LOSE || op == CHANGE_SET || op == CHANGE_MOVE;
}

static int32_t with_factors(const Effect *effect, const Change *change, int32_t tenths) {
    const EffectFactors *f = &effect->factors;
    if (change->flags & CHANGE_GATED) tenths = factor_percent(tenths, f->standing);
    if (change->flags & CHANGE_TIRES) tenths = factor_percent(tenths, f->own);
    if (change->flags & CHANGE_BREADTH) tenths = factor_percent(tenths, f->breadth);
    if (change->flags & CHANGE_REPEATS) tenths = factor_percent(tenths, f->repeat);
    if (change->flags & CHANGE_TOGETHER) tenths = factor_percent(tenths, f->together);
    if (f->sense != 100 && is_number_op(change->op)
            && !effect->scope->expr.def->tracks[change->track].whole)
        tenths = factor_percent(tenths, f->sense);
    return tenths;
}

static int32_t base_tenths(Effect *effect, const Change *change) {
    if (change->amount == 0) return 0;
    int32_t amount = expr_amount(&effect->scope->expr, change->amount);
    amount = core_clamp(amount, -1000000, 1000000);
    return change->flags & CHANGE_IN_TENTHS ? amount : amount * 10;
}

int32_t effect_amount(Effect *effect, const Change *change) {
    int32_t tenths = with_factors(effect, change, base_tenths(effect, change));
    if (change->sign) tenths = -tenths;
    if ((change->flags & CHANGE_SIGNED) && effect->scope->expr.side < 0) tenths = -tenths;
    return tenths;
}

static int32_t lone(uint64_t mask) { return __builtin_ctzll(mask); }

// Rows or columns a selector stands for on one side of a track.
static uint64_t side_mask(const Effect *effect, uint8_t kind, Sel sel) {
    if (kind == KIND_NONE) return 1;
    return expr_select(&effect->scope->expr, sel);
}

typedef struct CellWalk {
    Txn *txn;
    Book *book;
    Effect *effect;
    const Change *change;
    int32_t tenths;
    void (*use)(void *, uint16_t);
    void *context;
} CellWalk;

static bool is_pair_with_self(const Track *track, int32_t row, int32_t column) {
    return track->row == KIND_ACTOR && track->column == KIND_ACTOR && row == column;
}

// The cell of what most costs and gains name: the actor's own number, one thing's number, or one of
// each. UINT16_MAX for anything else.
static uint16_t lone_cell(
        const ExprScope *scope, const Track *track, const Change *change) {
    int32_t row = 0, column = 0;
    if (track->row != KIND_NONE) {
        bool me = change->who.how == SEL_ME && change->who.kind == KIND_ACTOR;
        bool one = change->who.how == SEL_ONE && change->who.kind != KIND_COALITION;
        if ((!me && !one) || change->who.spare != 0) return UINT16_MAX;
        row = me ? scope->me : change->who.index;
    }
    if (track->column != KIND_NONE) {
        bool one = change->toward.how == SEL_ONE && change->toward.kind != KIND_COALITION;
        if (!one || change->toward.spare != 0) return UINT16_MAX;
        column = change->toward.index;
    }
    bool inside = row < track->rows && column < track->columns;
    if (!inside || is_pair_with_self(track, row, column)) return UINT16_MAX;
    return (uint16_t)(track->base + row * track->columns + column);
}

static void walk_cells(const Effect *effect, const Change *change,
        void (*use)(void *, uint16_t), void *context) {
    const Def *def = effect->scope->expr.def;
    const Track *track = &def->tracks[change->track];
    uint16_t lone_one = lone_cell(&effect->scope->expr, track, change);
    if (lone_one != UINT16_MAX) {
        use(context, lone_one);
        return;
    }
    uint64_t rows = side_mask(effect, track->row, change->who);
    uint64_t columns = side_mask(effect, track->column, change->toward);
    for (uint64_t r = rows; r; r &= r - 1) {
        int32_t row = lone(r);
        if (row >= track->rows) break;
        for (uint64_t c = columns; c; c &= c - 1) {
            int32_t column = lone(c);
            if (column >= track->columns) break;
            if (is_pair_with_self(track, row, column)) continue;
            use(context, (uint16_t)(track->base + row * track->columns + column));
        }
    }
}

void effect_cells(const Effect *effect, const Change *change, void (*use)(void *, uint16_t),
        void *context) {
    if (is_number_op(change->op)) walk_cells(effect, change, use, context);
}

static void book_one(void *context, uint16_t cell) {
    CellWalk *walk = context;
    int32_t tenths = walk->tenths;
    if (walk->change->op == CHANGE_SET)
        tenths -= walk->effect->scope->expr.state->cell[cell];
    book_add(walk->book, walk->txn->def, cell, tenths, walk->effect->cause,
            walk->effect->flags);
}

// Rows that the amount must be worked out for one by one, because it reads each member.
static bool reads_each(const Def *def, const Change *change) {
    return change->amount != 0 && (def->exprs[change->amount].looks & EXPR_LOOKS_EACH);
}

// One member after the other; `column` says that the amount is about the columns of the track.
static void run_each(CellWalk *walk, bool column) {
    const Def *def = walk->txn->def;
    const Track *track = &def->tracks[walk->change->track];
    uint8_t kind = column ? track->column : track->row;
    Change one = *walk->change;
    uint64_t all = side_mask(walk->effect, kind, column ? one.toward : one.who);
    Thing before = walk->effect->scope->expr.each;
    for (; all; all &= all - 1) {
        Sel member = {SEL_ONE, kind, (uint8_t)lone(all), 0};
        if (column)
            one.toward = member;
        else
            one.who = member;
        walk->effect->scope->expr.each = (Thing){kind, member.index};
        walk->change = &one;
        walk->tenths = effect_amount(walk->effect, &one);
        walk_cells(walk->effect, &one, book_one, walk);
    }
    walk->effect->scope->expr.each = before;
}

static void run_number(
        Txn *txn, Book *book, Effect *effect, const Change *change, const int32_t *given) {
    CellWalk walk = {.txn = txn, .book = book, .effect = effect, .change = change};
    bool many = change->who.how == SEL_SET || change->who.how == SEL_TAG || change->spare;
    if (!given && many && effect->scope->expr.each.kind == KIND_NONE
            && reads_each(txn->def, change)) {
        run_each(&walk, change->spare);
        return;
    }
    walk.tenths = given ? (change->sign ? -*given : *given) : effect_amount(effect, change);
    walk_cells(effect, change, book_one, &walk);
}

static void keep_cell(void *context, uint16_t cell) {
    int32_t *found = context;
    *found = *found == -1 ? cell : -2;
}

// From one to another no more moves than the giver has and the receiver has room for: nothing is made or
// lost on the way. False where several are meant.
static bool fits(Effect *effect, const Change *giving, Sel receiver, const int32_t *given,
        int32_t *tenths) {
    const Def *def = effect->scope->expr.def;
    const State *state = effect->scope->expr.state;
    int32_t from = -1, to = -1;
    Change getting = *giving;
    getting.who = receiver;
    effect_cells(effect, giving, keep_cell, &from);
    effect_cells(effect, &getting, keep_cell, &to);
    if (from < 0 || to < 0) return false;
    *tenths = given ? *given : effect_amount(effect, giving);
    if (*tenths < 0) return false;
    int32_t has = state->cell[from] - def->cell_min[from],
            room = def->cell_max[to] - state->cell[to];
    *tenths = core_min(*tenths, core_min(has, room));
    return true;
}

// MOVE takes from `who` and gives to `toward`, both rows of the track; the column is in change->a.
static void run_move(
        Txn *txn, Book *book, Effect *effect, const Change *change, const int32_t *given) {
    Change part = *change;
    part.op = CHANGE_GAIN;
    part.sign = 0;
    part.toward = change->a >= 0 ? (Sel){SEL_ONE, txn->def->tracks[change->track].column,
                          (uint8_t)change->a, 0}
                                 : (Sel){0};
    Sel receiver = change->toward;
    int32_t tenths;
    if (fits(effect, &part, receiver, given, &tenths)) given = &tenths;
    part.sign = 1;
    run_number(txn, book, effect, &part, given);
    part.who = receiver;
    part.sign = 0;
    run_number(txn, book, effect, &part, given);
}

static void run_change(
        Txn *txn, Book *book, Effect *effect, const Change *change, const int32_t *given) {
    if (!expr_holds(&effect->scope->expr, change->when)) return;
    effect->given = given;
    if (change->op == CHANGE_MOVE)
        run_move(txn, book, effect, change, given);
    else if (is_number_op(change->op))
        run_number(txn, book, effect, change, given);
    else
        effect_word(txn, book, effect, change);
}

void effect_run(Txn *txn, Book *book, Effect *effect, ChangeSpan span) {
    for (int32_t i = 0; i < span.count; i++) {
        run_change(txn, book, effect, &txn->def->changes[span.first + i], NULL);
    }
}

void effect_run_list(
        Txn *txn, Book *book, Effect *effect, const Change *changes, int32_t count) {
    for (int32_t i = 0; i < count; i++) {
        const int32_t *given = effect->amounts ? &effect->amounts[i] : NULL;
        run_change(txn, book, effect, &changes[i], given);
    }
}
