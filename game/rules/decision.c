// rules/decision.c — a decision is taken: votes are told, prices paid, the text becomes law. Never: counts by its own rule (decision_rules.c).
#include "rules/decision.h"
#include "rules/amend.h"
#include "rules/budget.h"
#include "rules/decision_rules.h"
#include "rules/moment.h"
#include "rules/motion.h"
#include "rules/stock.h"

// Citizens are drawn once, when the arena decides for the first time.
static void draw_citizens(Txn *txn, uint8_t arena, const DecisionRule *rule) {
    const Def *def = txn->def;
    uint8_t counts[DECIDERS_MAX], drawn[DECIDERS_MAX], who[DECIDERS_MAX];
    int32_t types = 0, before = 0;
    for (int32_t i = 0; i < def_count(def, KIND_DECIDER); i++) {
        if (def->deciders[i].arena != arena) continue;
        before += txn->state->drawn[i];
        who[types] = (uint8_t)i;
        counts[types++] = def->deciders[i].weight;
    }
    if (before > 0 || types == 0) return;
    Rng rng = txn->state->rng;
    decision_draw(&rng, counts, types, rule->draws, drawn);
    txn_rng(txn, &rng);
    for (int32_t i = 0; i < types; i++)
        txn_say(txn, EVENT_DRAWN, NONE, who[i], drawn[i], 0, 0);
}

// What its owner pays for a vote against the mood: half with those who decide, half at home.
static void pay_own_vote(Txn *txn, Book *book, uint8_t decider, const Tally *tally) {
    const Def *def = txn->def;
    uint8_t owner = def->deciders[decider].owner;
    if (owner == NONE || txn->state->own_vote[decider] == 2) return;
    if (tally->vote[decider] == decision_sign(def, tally->support[decider])) return;
    int32_t points =
            core_min(def->coef[COEF_OWN_VOTE_MOST], core_abs(tally->support[decider]) / 10);
    Cause cause = cause_of(CAUSE_ENGINE, ENGINE_OWN_VOTE, owner);
    cause.target = (Thing){KIND_DECIDER, decider};
    uint16_t elite = stock_standing(def, owner, COEF_AUDIENCE_POWER),
             base = stock_standing(def, owner, COEF_AUDIENCE_HOME);
    if (elite != UINT16_MAX) book_add(book, def, elite, -points * 5, cause, EVENT_COUNTS);
    if (base != UINT16_MAX) book_add(book, def, base, -points * 5, cause, EVENT_COUNTS);
}

static void tell_votes(Txn *txn, Book *book, const Tally *tally) {
    for (int32_t i = 0; i < def_count(txn->def, KIND_DECIDER); i++) {
        if (tally->vote[i] == 2) continue;
        uint8_t owner = txn->def->deciders[i].owner;
        pay_own_vote(txn, book, (uint8_t)i, tally);
        int32_t reason = tally->vote[i] == -1 ? txn->state->reason[i] : 0;
        txn_say(txn, EVENT_VOTE, owner, i, tally->vote[i], tally->support[i], reason);
        if (txn->state->own_vote[i] != 2) txn_say(txn, EVENT_OWN_VOTE, owner, i, 2, 0, 0);
    }
}

static void set_cell(Txn *txn, uint16_t cell, int32_t level, Cause cause) {
    txn_delta(txn, cell, level * 10 - txn->state->cell[cell], cause);
}

static bool clause_of_arena(const Def *def, uint8_t arena, int32_t clause) {
    uint8_t issues = def->arenas[arena].issues;
    return issues == 0 || ((issues >> def->clauses[clause].issue) & 1);
}

static void write_law(Txn *txn, uint8_t arena, const Tally *tally) {
    Cause cause = cause_of(CAUSE_DECISION, arena, NONE);
    for (int32_t clause = 0; clause < def_count(txn->def, KIND_CLAUSE); clause++) {
        if (!clause_of_arena(txn->def, arena, clause)) continue;
        int32_t level = core_max(tally->law[clause], txn->state->floor[clause]);
        set_cell(txn, def_cell(txn->def, TRACK_LAW, clause, 0), level, cause);
    }
}

// Rule `adopt`: each decider keeps the highest text it has adopted.
static void write_adopted(Txn *txn, uint8_t arena, const Tally *tally) {
    Cause cause = cause_of(CAUSE_DECISION, arena, NONE);
    for (int32_t i = 0; i < def_count(txn->def, KIND_DECIDER); i++) {
        if (tally->vote[i] != 1) continue;
        bool own = txn->def->deciders[i].owner != NONE && txn->state->own_vote[i] != 2;
        bool now = own ? txn->state->own_vote[i] == 1
                       : tally->support[i] >= txn->def->deciders[i].threshold;
        for (int32_t clause = 0; now && clause < def_count(txn->def, KIND_CLAUSE);
                clause++) {
            uint16_t cell = def_cell(txn->def, TRACK_ADOPTED, i, clause);
            set_cell(txn, cell, core_max(txn->state->cell[cell] / 10, tally->text[clause]),
                    cause);
        }
    }
}

void decision_run(Txn *txn, Book *book, uint8_t arena) {
    const Def *def = txn->def;
    const DecisionRule *rule = motion_rule_of(def, txn->state, arena);
    if (rule == NULL) return;
    if (rule->kind == RULE_SORTITION) draw_citizens(txn, arena, rule);
    Tally tally;
    decision_tally(def, txn->state, arena, true, &tally);
    if (rule->kind == RULE_ADOPT) write_adopted(txn, arena, &tally);
    if (rule->kind == RULE_BUDGET) budget_tell(txn, arena);
    tell_votes(txn, book, &tally);
    book_settle(txn, book);
    txn_say(txn, EVENT_DECISION, NONE, arena, tally.passed, tally.margin, tally.yes);
    bool law = rule->kind != RULE_COURT && rule->kind != RULE_BUDGET;
    if (tally.passed && law) write_law(txn, arena, &tally);
    if (rule->kind == RULE_BUDGET) budget_pays(txn, book, arena);
    HookMoment moment = {
            .moment = MOMENT_DECISION_MADE, .arena = arena, .passed = tally.passed};
    moment_run(txn, book, &moment);
}

static bool draft_changed(const Def *def, const State *state, uint8_t arena) {
    for (int32_t clause = 0; clause < def_count(def, KIND_CLAUSE); clause++) {
        if (!clause_of_arena(def, arena, clause)) continue;
        if (state_at(def, state, TRACK_DRAFT, clause, 0) / 10
                != state->decision[arena].text[clause])
            return true;
    }
    return false;
}

bool decision_due(const Def *def, const State *state, uint8_t arena) {
    const DecisionRule *rule = motion_rule_of(def, state, arena);
    if (rule == NULL || rule->kind == RULE_COURT) return false; // suits are granted: suit.c
    const Decision *last = &state->decision[arena];
    bool scheduled = (def->arenas[arena].decides_in >> state->round) & 1;
    if (last->done && last->round == state->round) return false;
    if (!last->done || rule->kind == RULE_ADOPT) return scheduled;
    if (last->passed || !rule->returns) return false;
    return scheduled || (last->tries < 2 && draft_changed(def, state, arena));
}

void decision_scheduled(Txn *txn, Book *book) {
    for (int32_t arena = 0; arena < def_count(txn->def, KIND_ARENA); arena++) {
        if (!decision_due(txn->def, txn->state, (uint8_t)arena)) continue;
        decision_run(txn, book, (uint8_t)arena);
        amend_open(txn, (uint8_t)arena);
    }
}

bool decision_forecast(
        const Def *def, const State *state, uint8_t arena, int8_t votes[DECIDERS_MAX]) {
    Tally tally;
    decision_tally(def, state, arena, false, &tally);
    for (int32_t i = 0; i < DECIDERS_MAX; i++)
        votes[i] = tally.vote[i];
    return tally.passed;
}
