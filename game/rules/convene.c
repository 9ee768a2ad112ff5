// rules/convene.c — the word open_arena: a claimed place meets with guests and a chair; what being at home brings. Never: the meeting itself.
#include "rules/building.h"
#include "rules/macro.h"

static uint16_t actors_of(const Def *def) {
    return (uint16_t)((1u << def_count(def, KIND_ACTOR)) - 1);
}

static uint16_t guests_of(ExprScope *scope, const Change *change) {
    uint64_t mask = change->b >= CHANGE_ASKED
                            ? (uint16_t)scope->asked[change->b - CHANGE_ASKED]
                            : expr_select(scope, change->who);
    if (scope->me != NONE) mask &= ~(1u << scope->me);
    return (uint16_t)(mask & actors_of(scope->def));
}

static uint8_t chair_of(const ExprScope *scope, const Change *change) {
    int32_t chair = change->a;
    if (chair >= CHANGE_ASKED)
        chair = scope->asked[chair - CHANGE_ASKED];
    else if (chair < 0 || chair == CHANGE_WHO_ACTS)
        chair = scope->me;
    return chair >= 0 && chair < NONE ? (uint8_t)chair : (uint8_t)NONE;
}

static int32_t round_of(ExprScope *scope, const Change *change) {
    int32_t next = scope->state->round + 1;
    if (change->c <= 0) return next;
    return core_max(next, expr_amount(scope, (ExprId)change->c));
}

static bool has_slot(const State *state, int32_t arena, int32_t round) {
    for (int32_t i = 0; i < CONVENED_MAX; i++) {
        const Convened *called = &state->convened[i];
        if (called->round == 0 || (called->round == round && called->arena == arena))
            return true;
    }
    return false;
}

Verdict convene_gate(Scope *scope, const Change *change) {
    ExprScope *expr = &scope->expr;
    uint64_t arenas = expr_select(expr, change->toward);
    if (arenas == 0) return verdict_no(VERDICT_WRONG_TARGET);
    int32_t arena = __builtin_ctzll(arenas), round = round_of(expr, change);
    if (expr->def->arenas[arena].space != SPACE_CLAIMED)
        return verdict_no(VERDICT_NOT_CLAIMED);
    if (round > expr->def->rounds || !has_slot(expr->state, arena, round))
        return verdict_no(VERDICT_CONVENED_FULL);
    uint16_t guests = guests_of(expr, change);
    if (guests == 0) return verdict_no(VERDICT_NO_GUESTS);
    uint8_t chair = chair_of(expr, change);
    bool there = chair == expr->me || (chair < ACTORS_MAX && ((guests >> chair) & 1));
    return there ? verdict_ok() : verdict_no(VERDICT_CHAIR_ABSENT);
}

static const Convened *called_for(const State *state, int32_t arena, int32_t round) {
    for (int32_t i = 0; i < CONVENED_MAX; i++) {
        const Convened *called = &state->convened[i];
        if (called->round == round && round > 0 && called->arena == arena) return called;
    }
    return NULL;
}

// Those the matter is about, who are asked only now, take it ill.
static void ask_late(Txn *txn, Book *book, const Effect *effect, uint16_t guests) {
    const Def *def = txn->def;
    uint8_t me = effect->scope->expr.me;
    if (me == NONE || txn->state->round <= def->coef[COEF_LATE_ROUND]) return;
    guests &= (uint16_t)~txn->state->guests_ever;
    for (uint8_t actor = 0; actor < def_count(def, KIND_ACTOR); actor++) {
        bool affected = (def->actors[actor].tags >> TAG_AFFECTED) & 1;
        if (!affected || !((guests >> actor) & 1)) continue;
        book_add(book, def, def_cell(def, TRACK_TRUST, actor, me),
                -10 * def->coef[COEF_LATE_TRUST], effect->cause, effect->flags);
    }
}

// Two calls for one place and round become one; the weaker of the two who called takes the chair.
static Convened joined(const Txn *txn, Convened call) {
    const Convened *other = called_for(txn->state, call.arena, call.round);
    if (!other) return call;
    call.guests = (uint16_t)(call.guests | other->guests | 1u << other->by | 1u << call.by);
    bool weaker = macro_share(txn->def, txn->state, call.by)
                  < macro_share(txn->def, txn->state, other->by);
    if (weaker) return call;
    call.by = other->by;
    call.chair = other->chair;
    return call;
}

void convene_word(Txn *txn, Book *book, Effect *effect, const Change *change) {
    ExprScope *expr = &effect->scope->expr;
    uint16_t guests = guests_of(expr, change);
    int32_t round = round_of(expr, change);
    uint8_t by = expr->me == NONE ? (uint8_t)__builtin_ctz(guests | 1u << 15) : expr->me;
    uint64_t arenas = expr_select(expr, change->toward);
    if (arenas == 0 || by >= def_count(txn->def, KIND_ACTOR)) return;
    int32_t arena = __builtin_ctzll(arenas);
    if (round > ROUNDS_MAX || !has_slot(txn->state, arena, round)) return;
    ask_late(txn, book, effect, guests);
    Convened call = {.guests = guests,
            .round = (uint8_t)round,
            .arena = (uint8_t)arena,
            .by = by,
            .chair = chair_of(expr, change)};
    call = joined(txn, call);
    Event event = txn_event(txn, EVENT_CONVENED, call.by);
    event.a = call.arena;
    event.b = call.round;
    event.c = (int16_t)call.guests;
    event.d = call.chair;
    event.cause = effect->cause;
    txn_emit(txn, &event);
}

const Convened *convene_of(const State *state, int32_t arena) {
    return called_for(state, arena, state->round);
}

uint16_t convene_guests(const State *state, int32_t arena) {
    const Convened *called = convene_of(state, arena);
    if (!called) return 0;
    return (uint16_t)(called->guests | 1u << called->by);
}
