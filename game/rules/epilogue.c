// rules/epilogue.c — shocks after the end, told and carried out one after another. Never: changes how the game ended.
#include "rules/epilogue.h"
#include "rules/coalition.h"
#include "rules/criteria.h"
#include "rules/effect.h"
#include "rules/loan.h"
#include "rules/stock.h"
#include <stdlib.h>

enum {
    LASTS = 50,         // points of durability a new leader respects
    PUBLIC_HOLDS = 550, // tenths of public support that stop a cut
    HOLDS_AS_ONE = 500, // tenths of cohesion that stop a counter-campaign
    BASE_STAYS = 400,   // tenths of standing at home that keep people
};

static int32_t law_of(const Def *def, const State *state, int32_t clause) {
    return state_at(def, state, TRACK_LAW, clause, 0) / 10;
}

static int32_t highest_clause(const Def *def, const State *state) {
    int32_t best = -1, level = 0;
    for (int32_t clause = 0; clause < def_count(def, KIND_CLAUSE); clause++) {
        if (law_of(def, state, clause) <= level) continue;
        best = clause;
        level = law_of(def, state, clause);
    }
    return best;
}

static uint8_t passed_in(const Def *def, const State *state) {
    for (uint8_t arena = 0; arena < def_count(def, KIND_ARENA); arena++) {
        if (state->decision[arena].passed) return arena;
    }
    return NONE;
}

static int32_t best_cohesion(const Def *def, const State *state) {
    int32_t best = 0;
    for (int32_t slot = 0; slot < COALITIONS_MAX; slot++) {
        if (state->coalition[slot].members)
            best = core_max(best, state_at(def, state, TRACK_COHESION, slot, 0));
    }
    return best;
}

static bool opponent_came_round(const Def *def, const State *state) {
    int32_t below = 10 * def->coef[COEF_OPPONENT_BELOW];
    for (int32_t i = 0; i < def_count(def, KIND_DECIDER); i++) {
        if (state->start_stance[i] < below && state->vote[i] == 1) return true;
    }
    return false;
}

static bool people_stay(const Def *def, const State *state) {
    uint8_t home = stock_audience(def, COEF_AUDIENCE_HOME);
    for (int32_t actor = 0; home != NONE && actor < def_count(def, KIND_ACTOR); actor++) {
        bool member = state_coalition_of(state, actor) != NONE;
        if (member && state_at(def, state, TRACK_LEGITIMACY, actor, home) < BASE_STAYS)
            return false;
    }
    return true;
}

static bool stock_stands(const Def *def, const State *state, StockShock shock) {
    int32_t clause = highest_clause(def, state);
    switch (shock) {
    case SHOCK_NEW_LEADER:
        return criteria_durability(def, state, NONE) >= LASTS || loan_embedded(state) >= 2;
    case SHOCK_BUDGET_CUT:
        return clause < 0 || state_at(def, state, TRACK_WATCHED, clause, 0) > 0
               || state_at(def, state, TRACK_PUBLIC, 0, 0) >= PUBLIC_HOLDS;
    case SHOCK_COUNTER_CAMPAIGN:
        return best_cohesion(def, state) >= HOLDS_AS_ONE || opponent_came_round(def, state);
    case SHOCK_PEOPLE_MOVE_ON: return people_stay(def, state);
    case SHOCK_STOCK_COUNT: break;
    }
    return true;
}

static void step_down(Txn *txn, int32_t clause, StockShock shock) {
    if (clause < 0) return;
    txn_delta(txn, def_cell(txn->def, TRACK_LAW, clause, 0), -10,
            cause_of(CAUSE_SHOCK, (uint16_t)(SHOCKS_MAX + shock), NONE));
}

static void end_coalitions(Txn *txn) {
    for (int32_t slot = 0; slot < COALITIONS_MAX; slot++) {
        uint16_t members = txn->state->coalition[slot].members;
        if (members) coalition_shrink(txn, slot, members, NONE);
    }
}

static void stock_falls(Txn *txn, StockShock shock) {
    const State *state = txn->state;
    switch (shock) {
    case SHOCK_NEW_LEADER:
        loan_return_all(txn);
        step_down(txn, highest_clause(txn->def, state), shock);
        break;
    case SHOCK_BUDGET_CUT: step_down(txn, highest_clause(txn->def, state), shock); break;
    case SHOCK_COUNTER_CAMPAIGN: step_down(txn, state->clause_moved_last, shock); break;
    case SHOCK_PEOPLE_MOVE_ON: end_coalitions(txn); break;
    case SHOCK_STOCK_COUNT: break;
    }
}

static void tell(Txn *txn, int32_t shock, bool stood) {
    txn_say(txn, EVENT_SHOCK, NONE, shock, stood, 0, 0);
}

// A shock where nothing was decided shakes nothing.
static bool applies(const Txn *txn, const Shock *shock) {
    return shock->arena == NONE || txn->state->decision[shock->arena].passed;
}

static void run_declared(Txn *txn, Book *book, int32_t index) {
    const Shock *shock = &txn->def->shocks[index];
    if (!applies(txn, shock)) return;
    Scope scope;
    scope_plain(&scope, txn->def, txn->state, NONE);
    bool stood = expr_holds(&scope.expr, shock->stands_when);
    tell(txn, index, stood);
    if (stood) return;
    Effect effect = {.scope = &scope,
            .cause = cause_of(CAUSE_SHOCK, (uint16_t)index, NONE),
            .factors = effect_plain()};
    effect_run(txn, book, &effect, shock->changes);
    book_settle(txn, book);
}

void epilogue_run(Txn *txn, Book *book) {
    book_reset(book);
    for (int32_t i = 0; i < txn->def->shocks_count; i++)
        run_declared(txn, book, i);
    if (txn->def->shocks_count > 0 || passed_in(txn->def, txn->state) == NONE) return;
    for (int32_t i = 0; i < SHOCK_STOCK_COUNT; i++) {
        bool stood = stock_stands(txn->def, txn->state, (StockShock)i);
        tell(txn, SHOCKS_MAX + i, stood);
        if (!stood) stock_falls(txn, (StockShock)i);
    }
}

typedef struct Bench {
    State state;
    Book book;
    EventList events;
} Bench;

int32_t epilogue_look(
        const Def *def, const State *state, EpilogueLine lines[EPILOGUE_MAX]) {
    Bench *bench = calloc(1, sizeof *bench);
    ASSERT(bench != NULL);
    bench->state = *state;
    Txn txn = {.def = def,
            .state = &bench->state,
            .events = &bench->events,
            .book = &bench->book};
    epilogue_run(&txn, &bench->book);
    int32_t count = 0;
    for (int32_t i = 0; i < bench->events.count && count < EPILOGUE_MAX; i++) {
        const Event *event = &bench->events.items[i];
        if (event->kind != EVENT_SHOCK) continue;
        bool stock = event->a >= SHOCKS_MAX;
        lines[count++] = (EpilogueLine){
                (uint8_t)(stock ? event->a - SHOCKS_MAX : event->a), stock, event->b == 1};
    }
    event_list_free(&bench->events);
    free(bench);
    return count;
}
