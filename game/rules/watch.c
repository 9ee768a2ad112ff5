// rules/watch.c — teams begin to watch a clause or to read a number exactly. Never: tells them what they then see.
#include "rules/watch.h"

enum { TRANSPARENT = 1 }; // Coalition.flags

static bool shares_openly(const Txn *txn, uint8_t actor, uint8_t *slot) {
    *slot = actor == NONE ? (uint8_t)NONE : state_coalition_of(txn->state, actor);
    return *slot != NONE && (txn->state->coalition[*slot].flags & TRANSPARENT);
}

// A transparent coalition measures for everybody.
static void measure(Txn *txn, Effect *effect, const Change *change) {
    uint8_t slot;
    bool open = shares_openly(txn, effect->scope->expr.me, &slot);
    uint64_t to = open ? (UINT64_C(1) << def_count(txn->def, KIND_ACTOR)) - 1
                       : expr_select(&effect->scope->expr, change->who);
    for (; to; to &= to - 1) {
        txn_say(txn, EVENT_MEASURED, (uint8_t)__builtin_ctzll(to), change->track, slot, 0,
                0);
    }
}

static void watch(Txn *txn, Effect *effect, const Change *change) {
    const ExprScope *scope = &effect->scope->expr;
    uint64_t to = expr_select(scope, change->who);
    bool one = change->toward.how == SEL_ONE;
    int32_t clause = one ? change->toward.index : scope->target.index;
    if (!one && scope->target.kind != KIND_CLAUSE) return;
    for (; to; to &= to - 1)
        txn_say(txn, EVENT_WATCHED, (uint8_t)__builtin_ctzll(to), clause, 0, 0, 0);
}

bool watch_word(Txn *txn, Effect *effect, const Change *change) {
    if (change->a == REVEAL_NUMBERS)
        measure(txn, effect, change);
    else if (change->a == REVEAL_PROMISES && change->toward.kind == KIND_CLAUSE)
        watch(txn, effect, change);
    else
        return false;
    return true;
}

static bool arena_deals_with(const Def *def, int32_t arena, int32_t clause) {
    if (arena < 0 || arena >= def_count(def, KIND_ARENA)) return false;
    uint8_t issues = def->arenas[arena].issues;
    return issues == 0 || ((issues >> def->clauses[clause].issue) & 1);
}

static bool frame_touches(const Def *def, int32_t frame, int32_t clause) {
    if (frame >= def_count(def, KIND_FRAME)) return false;
    for (int32_t i = 0; i < 2; i++) {
        if (def->frames[frame].riders[i].clause == clause) return true;
    }
    return false;
}

static bool concerns(const Def *def, const Promise *promise, int32_t clause) {
    switch ((PromiseKind)promise->kind) {
    case PROMISE_VOTE_FOR:
    case PROMISE_VOTE_AGAINST:
    case PROMISE_PLACE: return arena_deals_with(def, promise->what, clause);
    case PROMISE_SUPPORT_FRAME: return frame_touches(def, promise->what, clause);
    case PROMISE_DO:
        return promise->target < def_count(def, KIND_DECIDER)
               && arena_deals_with(def, def->deciders[promise->target].arena, clause);
    case PROMISE_WORDS: return promise->target == clause;
    case PROMISE_NONE:
    case PROMISE_REFRAIN:
    case PROMISE_CREDIT:
    case PROMISE_JOIN:
    case PROMISE_LEAVE:
    case PROMISE_GIVE: break;
    }
    return false;
}

bool watch_sees(const Def *def, const State *state, uint8_t actor, const Promise *promise) {
    for (int32_t clause = 0; clause < def_count(def, KIND_CLAUSE); clause++) {
        bool watched = (state->watches[actor] >> clause) & 1;
        if (watched && concerns(def, promise, clause)) return true;
    }
    return false;
}
