// rules/budget.c — a budget: points spread by voters, what is funded, and what that brings. Never: law.
#include "rules/budget.h"
#include "rules/decision.h"
#include "rules/decision_rules.h"
#include "rules/effect.h"
#include "rules/motion.h"

const DecisionRule *budget_of(const Def *def, const State *state, uint8_t arena) {
    if (arena >= def_count(def, KIND_ARENA)) return NULL;
    const DecisionRule *rule = motion_rule_of(def, state, arena);
    return rule && rule->kind == RULE_BUDGET ? rule : NULL;
}

static int32_t sum_of(const uint8_t *points) {
    int32_t sum = 0;
    for (int32_t i = 0; i < BUDGET_OPTIONS_MAX; i++)
        sum += points[i];
    return sum;
}

void budget_share(const int32_t *worth, int32_t count, int32_t points,
        uint8_t shares[BUDGET_OPTIONS_MAX]) {
    int32_t wants[BUDGET_OPTIONS_MAX], rests[BUDGET_OPTIONS_MAX] = {0}, all = 0;
    for (int32_t i = 0; i < count; i++)
        all += wants[i] = core_clamp(worth[i], 0, 1000);
    for (int32_t i = 0; i < count && all == 0; i++)
        wants[i] = 1;
    if (all == 0) all = count;
    int32_t left = points;
    for (int32_t i = 0; i < count; i++) {
        shares[i] = (uint8_t)(points * wants[i] / all);
        rests[i] = points * wants[i] % all;
        left -= shares[i];
    }
    while (left-- > 0) {
        int32_t best = 0;
        for (int32_t i = 1; i < count; i++) {
            if (rests[i] > rests[best]) best = i;
        }
        shares[best]++;
        rests[best] = -1;
    }
}

static void spread_of(const Def *def, const State *state, uint8_t decider,
        uint8_t points[BUDGET_OPTIONS_MAX]) {
    const DecisionRule *rule = budget_of(def, state, def->deciders[decider].arena);
    memset(points, 0, BUDGET_OPTIONS_MAX);
    if (!rule || rule->options_count == 0) return;
    bool owned = def->deciders[decider].owner != NONE;
    if (owned && sum_of(state->spread[decider]) > 0) {
        memcpy(points, state->spread[decider], BUDGET_OPTIONS_MAX);
        return;
    }
    int32_t worth[BUDGET_OPTIONS_MAX];
    Scope scope;
    scope_plain(&scope, def, state, NONE);
    scope.expr.target = (Thing){KIND_DECIDER, decider};
    for (int32_t i = 0; i < rule->options_count; i++) {
        ExprId wanted = def->options[rule->options_first + i].wanted;
        worth[i] = wanted ? expr_amount(&scope.expr, wanted) : 1;
    }
    budget_share(worth, rule->options_count, rule->points, points);
}

void budget_count(const Def *def, const State *state, uint8_t arena, BudgetCount *count) {
    *count = (BudgetCount){0};
    const DecisionRule *rule = budget_of(def, state, arena);
    if (!rule) return;
    int32_t costs[BUDGET_OPTIONS_MAX] = {0};
    count->count = rule->options_count;
    count->money = rule->budget;
    for (int32_t i = 0; i < count->count; i++)
        costs[i] = def->options[rule->options_first + i].cost;
    for (uint8_t d = 0; d < def_count(def, KIND_DECIDER); d++) {
        uint8_t points[BUDGET_OPTIONS_MAX];
        if (def->deciders[d].arena != arena) continue;
        spread_of(def, state, d, points);
        for (int32_t i = 0; i < count->count; i++)
            count->points[i] += points[i];
    }
    decision_budget(count->points, costs, count->count, count->money, count->funded);
    for (int32_t i = 0; i < count->count; i++)
        count->spent += count->funded[i] ? costs[i] : 0;
}

Verdict budget_gate(const Def *def, const State *state, const Command *command) {
    if (state->status != STATUS_RUNNING) return verdict_no(VERDICT_WRONG_PHASE);
    if (command->a < 0 || command->a >= def_count(def, KIND_DECIDER))
        return verdict_no(VERDICT_NO_VOTE);
    const Decider *decider = &def->deciders[command->a];
    if (decider->owner != command->actor) return verdict_no(VERDICT_NOT_YOURS);
    const DecisionRule *rule = budget_of(def, state, decider->arena);
    if (!rule || !decision_due(def, state, decider->arena))
        return verdict_no(VERDICT_NO_VOTE);
    if (command->b < 0 || command->b >= rule->options_count || command->c < 0)
        return verdict_no(VERDICT_BAD_ANSWER);
    const uint8_t *given = state->spread[command->a];
    int32_t others = sum_of(given) - given[command->b];
    return others + command->c <= rule->points
                   ? verdict_ok()
                   : verdict_need(VERDICT_SPREAD_MOST, rule->points, others);
}

void budget_tell(Txn *txn, uint8_t arena) {
    const Def *def = txn->def;
    BudgetCount count;
    budget_count(def, txn->state, arena, &count);
    for (uint8_t d = 0; d < def_count(def, KIND_DECIDER); d++) {
        uint8_t points[BUDGET_OPTIONS_MAX];
        if (def->deciders[d].arena != arena) continue;
        spread_of(def, txn->state, d, points);
        for (int32_t i = 0; i < count.count; i++) {
            if (points[i] == 0 && txn->state->spread[d][i] == 0) continue;
            txn_say(txn, EVENT_SPREAD, def->deciders[d].owner, d, i, points[i], 0);
        }
    }
    for (int32_t i = 0; i < count.count; i++)
        txn_say(txn, EVENT_FUNDED, NONE, arena, i, count.points[i], count.funded[i]);
}

void budget_pays(Txn *txn, Book *book, uint8_t arena) {
    const DecisionRule *rule = budget_of(txn->def, txn->state, arena);
    for (int32_t i = 0; rule && i < rule->options_count; i++) {
        if (!((txn->state->funded[arena] >> i) & 1)) continue;
        uint16_t id = (uint16_t)(rule->options_first + i);
        Scope scope;
        scope_plain(&scope, txn->def, txn->state, NONE);
        Effect effect = {.scope = &scope,
                .cause = cause_of(CAUSE_OPTION, id, NONE),
                .factors = effect_plain()};
        effect_run(txn, book, &effect, txn->def->options[id].changes);
        book_settle(txn, book);
    }
}
