// rules/decision_rules.c — votes, consent, one desk, court, adoption, lot and budget as pure counting. Never: emits an event.
#include "rules/decision_rules.h"
#include "rules/budget.h"
#include "rules/motion.h"
#include "rules/scope.h"
#include "rules/suit.h"
#include "rules/support.h"

int8_t decision_sign(const Def *def, int32_t support) {
    if (support >= 0) return 1;
    return support >= -def->coef[COEF_ABSTAIN_BELOW] ? 0 : -1;
}

static int32_t quota_of(
        const Def *def, const State *state, uint8_t arena, const DecisionRule *rule) {
    if (rule->kind == RULE_SORTITION && rule->draws > 0) return rule->draws / 2 + 1;
    return state_at(def, state, TRACK_QUOTA, arena, 0) / 10;
}

static int32_t weight_of(
        const Def *def, const State *state, const DecisionRule *rule, int32_t decider) {
    return rule->kind == RULE_SORTITION ? state->drawn[decider]
                                        : def->deciders[decider].weight;
}

// Signs, weights and sums; everybody who decides in the arena.
static void count_votes(const Def *def, const State *state, uint8_t arena, bool use_own,
        const DecisionRule *rule, Tally *tally) {
    for (int32_t i = 0; i < def_count(def, KIND_DECIDER); i++) {
        tally->vote[i] = 2;
        if (def->deciders[i].arena != arena) continue;
        int32_t support = support_of(def, state, (uint8_t)i, tally->text);
        tally->support[i] = (int16_t)core_clamp(support, INT16_MIN, INT16_MAX);
        tally->weight[i] = weight_of(def, state, rule, i);
        tally->vote[i] = decision_sign(def, support);
        if (use_own && def->deciders[i].owner != NONE && state->own_vote[i] != 2) {
            tally->vote[i] = state->own_vote[i];
        }
        tally->total += tally->weight[i];
        if (tally->vote[i] == 1)
            tally->yes += tally->weight[i];
        else if (tally->vote[i] == 0)
            tally->abstain += tally->weight[i];
        else
            tally->no += tally->weight[i];
    }
}

static bool passes_with(const Def *def, const State *state, const DecisionRule *rule,
        int32_t quota, const Tally *tally, int32_t yes) {
    int32_t no = core_max(0, tally->total - tally->abstain - yes);
    if (rule->passes == 0) return quota > 0 ? yes >= quota : yes * 2 > tally->total;
    ExprVotes votes = {.yes = (int16_t)yes,
            .no = (int16_t)no,
            .abstain = (int16_t)tally->abstain,
            .present = (int16_t)tally->total,
            .total = (int16_t)tally->total,
            .quota = (int16_t)quota};
    Scope scope;
    scope_plain(&scope, def, state, NONE);
    scope.expr.votes = &votes;
    return expr_run(&scope.expr, rule->passes) != 0;
}

// A quota that is stated, else the smallest weight of yes that passes.
static int32_t needed_yes(const Def *def, const State *state, const DecisionRule *rule,
        int32_t quota, const Tally *tally) {
    if (quota > 0) return quota;
    for (int32_t yes = 0; yes <= tally->total; yes++) {
        if (passes_with(def, state, rule, quota, tally, yes))
            return core_max(yes, rule->smallest);
    }
    return tally->total;
}

static bool vetoed(const Def *def, const DecisionRule *rule, const Tally *tally) {
    for (int32_t i = 0; i < def_count(def, KIND_DECIDER); i++) {
        if (!((rule->veto >> i) & 1) || tally->vote[i] == 2) continue;
        if (tally->vote[i] != 1) return true;
    }
    return false;
}

static void decide_vote(const Def *def, const State *state, const DecisionRule *rule,
        uint8_t arena, Tally *tally) {
    int32_t quota = quota_of(def, state, arena, rule);
    tally->passed = passes_with(def, state, rule, quota, tally, tally->yes)
                    && tally->yes >= rule->smallest && tally->total > 0
                    && !vetoed(def, rule, tally);
    tally->margin = tally->yes - needed_yes(def, state, rule, quota, tally);
}

static bool is_holder(const DecisionRule *rule, const Tally *tally, int32_t decider) {
    if (tally->vote[decider] == 2) return false;
    return rule->holders == 0 || ((rule->holders >> decider) & 1);
}

// An engine-run holder objects below 0; a human one by voting no, or by silence below 0.
static bool objects(
        const Def *def, const State *state, const Tally *tally, int32_t decider) {
    bool spoke = def->deciders[decider].owner != NONE && state->own_vote[decider] != 2;
    return spoke ? tally->vote[decider] == -1 : tally->support[decider] < 0;
}

enum { CONSENT_WARM = 200 }; // tenths of S that count for the margin

static void decide_consent(
        const Def *def, const State *state, const DecisionRule *rule, Tally *tally) {
    tally->passed = tally->total > 0;
    for (int32_t i = 0; i < def_count(def, KIND_DECIDER); i++) {
        if (!is_holder(rule, tally, i)) continue;
        if (objects(def, state, tally, i)) tally->passed = false;
        if (tally->support[i] >= CONSENT_WARM) tally->margin++;
    }
}

static void decide_executive(const Def *def, Tally *tally) {
    for (int32_t i = 0; i < def_count(def, KIND_DECIDER); i++) {
        if (tally->vote[i] == 2) continue;
        tally->passed = tally->vote[i] == 1;
        tally->margin = core_clamp(tally->support[i] / 100, 0, 4);
        return;
    }
}

static void decide_court(const Def *def, const State *state, const DecisionRule *rule,
        uint8_t arena, Tally *tally) {
    for (int32_t claim = 0; claim < def_count(def, KIND_CLAUSE); claim++) {
        for (int32_t actor = 0; actor < def_count(def, KIND_ACTOR); actor++) {
            int32_t progress = state_at(def, state, TRACK_PROGRESS, claim, actor);
            bool heard = suit_court(def, claim) == arena && rule->needs > 0;
            if (!heard || progress < 10 * rule->needs) continue;
            tally->passed = true;
            tally->margin = 2;
        }
    }
}

uint8_t decision_nth_level(const uint8_t *levels, int32_t adopters, int32_t count) {
    for (int32_t level = LEVELS_MAX - 1; level > 0; level--) {
        int32_t reached = 0;
        for (int32_t i = 0; i < adopters; i++)
            reached += levels[i] >= level;
        if (reached >= count) return (uint8_t)level;
    }
    return 0;
}

// Adopts now, or has adopted before: both stand as a yes.
static void decide_adopt(
        const Def *def, const State *state, const DecisionRule *rule, Tally *tally) {
    int32_t adopters = 0;
    uint8_t who[DECIDERS_MAX], levels[DECIDERS_MAX];
    bool now[DECIDERS_MAX];
    tally->yes = tally->no = tally->abstain = 0;
    for (int32_t i = 0; i < def_count(def, KIND_DECIDER); i++) {
        if (tally->vote[i] == 2) continue;
        bool own = def->deciders[i].owner != NONE && state->own_vote[i] != 2;
        now[adopters] =
                own ? tally->vote[i] == 1 : tally->support[i] >= def->deciders[i].threshold;
        bool adopts = now[adopters] || state->vote[i] == 1;
        tally->vote[i] = adopts ? 1 : -1;
        if (adopts) who[adopters++] = (uint8_t)i;
    }
    int32_t count = core_max(1, rule->count);
    tally->yes = adopters;
    tally->passed = adopters >= count;
    tally->margin = adopters - count;
    for (int32_t clause = 0; clause < def_count(def, KIND_CLAUSE); clause++) {
        for (int32_t i = 0; i < adopters; i++) {
            int32_t level = state_at(def, state, TRACK_ADOPTED, who[i], clause) / 10;
            levels[i] = (uint8_t)(now[i] ? core_max(level, tally->text[clause]) : level);
        }
        tally->law[clause] = decision_nth_level(levels, adopters, count);
    }
}

// Nobody says yes or no: points are counted. What is spent stands for yes, the money for all.
static void decide_budget(const Def *def, const State *state, uint8_t arena, Tally *tally) {
    BudgetCount count;
    budget_count(def, state, arena, &count);
    for (int32_t i = 0; i < DECIDERS_MAX; i++)
        tally->vote[i] = 2;
    tally->no = tally->abstain = 0;
    tally->yes = count.spent;
    tally->total = count.money;
    tally->passed = count.spent > 0;
    tally->margin = tally->passed ? 1 : 0;
}

void decision_tally(
        const Def *def, const State *state, uint8_t arena, bool use_own, Tally *tally) {
    *tally = (Tally){0};
    support_text(def, state, arena, tally->text);
    for (int32_t i = 0; i < CLAUSES_MAX; i++)
        tally->law[i] = tally->text[i];
    for (int32_t i = 0; i < DECIDERS_MAX; i++)
        tally->vote[i] = 2;
    const DecisionRule *rule = motion_rule_of(def, state, arena);
    if (rule == NULL) return;
    count_votes(def, state, arena, use_own, rule, tally);
    switch ((RuleKind)rule->kind) {
    case RULE_VOTE:
    case RULE_SORTITION: decide_vote(def, state, rule, arena, tally); break;
    case RULE_CONSENT: decide_consent(def, state, rule, tally); break;
    case RULE_EXECUTIVE: decide_executive(def, tally); break;
    case RULE_COURT: decide_court(def, state, rule, arena, tally); break;
    case RULE_ADOPT: decide_adopt(def, state, rule, tally); break;
    case RULE_BUDGET: decide_budget(def, state, arena, tally); break;
    }
}

void decision_draw(
        Rng *rng, const uint8_t *counts, int32_t types, int32_t draws, uint8_t *drawn) {
    uint8_t left[DECIDERS_MAX] = {0};
    int32_t citizens = 0;
    for (int32_t i = 0; i < types; i++) {
        left[i] = counts[i];
        citizens += counts[i];
        drawn[i] = 0;
    }
    for (int32_t k = 0; k < draws && citizens > 0; k++, citizens--) {
        int32_t place = (int32_t)rng_draw(rng, (uint32_t)citizens), type = 0;
        while (place >= left[type])
            place -= left[type++];
        left[type]--;
        drawn[type]++;
    }
}

void decision_budget(const int32_t *points, const int32_t *costs, int32_t count,
        int32_t total, uint8_t *funded) {
    uint64_t looked_at = 0;
    for (int32_t i = 0; i < count; i++)
        funded[i] = 0;
    for (int32_t round = 0; round < count; round++) {
        int32_t best = -1;
        for (int32_t i = 0; i < count; i++) {
            if ((looked_at >> i) & 1) continue;
            bool first = best < 0 || points[i] > points[best];
            if (first || (points[i] == points[best] && costs[i] < costs[best])) best = i;
        }
        looked_at |= (uint64_t)1 << best;
        if (costs[best] > total) continue;
        total -= costs[best];
        funded[best] = 1;
    }
}
