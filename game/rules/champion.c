// rules/champion.c — winning a champion, its push on colleagues, the end of it. Never: support itself (support.c).
#include "rules/champion.h"
#include "rules/support.h"

Verdict champion_may(const Def *def, const State *state, uint8_t decider, int8_t side) {
    if (decider >= def_count(def, KIND_DECIDER)) return verdict_no(VERDICT_WRONG_TARGET);
    const Champion *champion = &state->champion[decider];
    if (champion->by != NONE && champion->side == side)
        return verdict_no(VERDICT_IS_CHAMPION);
    int32_t support = side * support_now(def, state, decider);
    return support >= 10 * def->coef[COEF_CHAMPION_LEAST]
                   ? verdict_ok()
                   : verdict_no(VERDICT_NOT_LISTENING);
}

static void tell(
        Txn *txn, uint8_t decider, uint8_t by, int32_t side, int32_t push, Cause cause) {
    Event event = txn_event(txn, EVENT_CHAMPION, by);
    event.a = decider;
    event.b = (int16_t)side;
    event.c = (int16_t)push;
    event.cause = cause;
    event.cause.target = (Thing){KIND_DECIDER, decider};
    event.flags = EVENT_QUIET;
    txn_emit(txn, &event);
}

void champion_word(Txn *txn, Effect *effect, const Change *change) {
    const ExprScope *scope = &effect->scope->expr;
    uint64_t deciders = expr_select(scope, change->who);
    int8_t side = scope->side < 0 ? -1 : 1;
    int32_t push = core_clamp(effect_amount(effect, change), -UINT8_MAX, UINT8_MAX);
    if (scope->me == NONE) return;
    for (; deciders; deciders &= deciders - 1) {
        uint8_t decider = (uint8_t)__builtin_ctzll(deciders);
        // Of two who ask for the same in one round the first is heard.
        if (champion_may(txn->def, txn->state, decider, side).code != VERDICT_OK) continue;
        tell(txn, decider, scope->me, side, core_abs(push), effect->cause);
    }
}

static bool past_price(const Def *def, const State *state, uint8_t decider) {
    uint8_t clause = def->deciders[decider].price_clause;
    return clause < def_count(def, KIND_CLAUSE)
           && state_at(def, state, TRACK_DRAFT, clause, 0)
                      > 10 * def->deciders[decider].price_most;
}

static Cause cause_of_champion(uint8_t decider, uint8_t by) {
    Cause cause = cause_of(CAUSE_ENGINE, ENGINE_CHAMPION, by);
    cause.target = (Thing){KIND_DECIDER, decider};
    return cause;
}

static void give_up(Txn *txn, Book *book, uint8_t decider, const Champion *champion) {
    Cause cause = cause_of_champion(decider, champion->by);
    tell(txn, decider, champion->by, 0, 0, cause);
    book_add(book, txn->def, def_cell(txn->def, TRACK_STANCE, decider, 0),
            -10 * txn->def->coef[COEF_CHAMPION_PRICE], cause, EVENT_QUIET);
}

static void push(Txn *txn, Book *book, uint8_t decider, const Champion *champion) {
    const Def *def = txn->def;
    Cause cause = cause_of_champion(decider, champion->by);
    for (int32_t other = 0; other < def_count(def, KIND_DECIDER); other++) {
        bool colleague = other != decider
                         && def->deciders[other].arena == def->deciders[decider].arena;
        if (!colleague) continue;
        book_add(book, def, def_cell(def, TRACK_STANCE, other, 0),
                champion->side * champion->push, cause, EVENT_COUNTS | EVENT_QUIET);
    }
}

void champion_push(Txn *txn, Book *book) {
    for (uint8_t decider = 0; decider < def_count(txn->def, KIND_DECIDER); decider++) {
        const Champion champion = txn->state->champion[decider];
        if (champion.by == NONE || champion.since >= txn->state->round) continue;
        if (past_price(txn->def, txn->state, decider))
            give_up(txn, book, decider, &champion);
        else
            push(txn, book, decider, &champion);
    }
}
