// bots/belief.c — what a seat may think it knows, and what it expects of deciders. Never: keeps a secret of another seat (rules/fold_forget.c).
#include "bots/parts.h"
#include "rules/fold.h"
#include "rules/support.h"
#include <string.h>

enum {
    DOUBT = 120, // tenths of S that make a yes three times as likely as a no, at the decision:
                 // wide, because what one seat adds is often what others would have added
    UNKNOWN_STEP =
            30, // tenths of S a step beyond the first draft is thought to cost, values unknown
    DOUBT_A_ROUND = 80, // and how many more for each round before it
    WEIGHT_MOST = DECIDERS_MAX * 5,
    WHOLE = 100000
};

void belief_make(const Def *def, const State *state, uint8_t actor, State *out) {
    fold_forget(def, state, actor, out);
}

static bool knows(const State *believed, uint8_t actor, uint8_t decider, uint32_t fact) {
    return (believed->learned[actor][decider] & fact) != 0;
}

static int32_t beyond_start(const Def *def, int32_t clause, int32_t level) {
    return core_max(0, level - def->start[def_cell(def, TRACK_DRAFT, clause, 0)] / 10);
}

// Support of a decider for a text as the seat may estimate it: unknown values and resonance count 0, but from the
// second step on a text that goes beyond the first draft is thought to find fewer friends, whoever they are.
static int32_t belief_support(const Def *def, const State *believed, uint8_t actor,
        uint8_t decider, const uint8_t levels[CLAUSES_MAX]) {
    const Decider *d = &def->deciders[decider];
    bool own = d->owner == actor;
    int32_t steps = 0;
    int32_t sum = state_at(def, believed, TRACK_STANCE, decider, 0);
    for (int32_t c = 0; c < def_count(def, KIND_CLAUSE); c++) {
        if (own || knows(believed, actor, decider, (uint32_t)FACT_VALUE_0 << c))
            sum += 10 * d->values[c][levels[c]];
        else
            steps += beyond_start(def, c, levels[c]);
    }
    sum -= UNKNOWN_STEP * core_max(0, steps - 1);
    uint8_t second, first = support_leading(def, believed, d->arena, &second);
    if (first != NONE
            && (own
                    || knows(believed, actor, decider,
                            (uint32_t)FACT_RESONANCE_0 << first))) {
        sum += d->resonance[first] * state_at(def, believed, TRACK_FRAME, d->arena, first)
               * def->coef[COEF_FRAME_WEIGHT] / 100;
    }
    int32_t issue = def_count(def, KIND_CLAUSE) > 0 ? def->clauses[0].issue : 0;
    sum += d->hears_public * (state_at(def, believed, TRACK_PUBLIC, issue, 0) - 500) / 5;
    sum += d->hears_heat * state_at(def, believed, TRACK_HEAT, decider, 0) / 2;
    if (own) sum += support_leaning(def, believed, decider);
    return sum + state_at(def, believed, TRACK_PULL, decider, 0);
}

int32_t belief_of(const Def *def, const State *believed, uint8_t actor, uint8_t decider) {
    uint8_t levels[CLAUSES_MAX];
    support_text(def, believed, def->deciders[decider].arena, levels);
    return belief_support(def, believed, actor, decider, levels);
}

uint8_t belief_arena(const Def *def) {
    for (uint8_t arena = 0; arena < def_count(def, KIND_ARENA); arena++) {
        uint8_t rule = def->arenas[arena].decides;
        if (rule == NONE) continue;
        if (def->decision_rules[rule].kind != RULE_BUDGET) return arena;
    }
    return NONE;
}

// 0..1000: how likely a decider says yes in the end, by S as far as known and how long it still is.
static int32_t yes_chance(int32_t support, int32_t left) {
    int32_t width = DOUBT + DOUBT_A_ROUND * left;
    return 500 + 500 * support / (width + core_abs(support));
}

// Weight of yes that passes, of all weight.
int32_t belief_needed(const Def *def, const State *believed, uint8_t arena, int32_t total) {
    const DecisionRule *rule = &def->decision_rules[def->arenas[arena].decides];
    int32_t quota = state_at(def, believed, TRACK_QUOTA, arena, 0) / 10;
    if (rule->kind == RULE_ADOPT) return core_min(total, rule->count);
    if (rule->kind == RULE_CONSENT) return total;
    return quota > 0 ? core_min(quota, total) : total / 2 + 1;
}

// Adds one more decider to the chances of each total weight of yes, chances[0..total], in 1/100,000.
static void count_in(int32_t *chances, int32_t total, int32_t weight, int32_t yes) {
    for (int32_t sum = total; sum >= 0; sum--) {
        int64_t with = sum >= weight ? (int64_t)chances[sum - weight] * yes : 0;
        int64_t without = (int64_t)chances[sum] * (1000 - yes);
        chances[sum] = (int32_t)((with + without) / 1000);
    }
}

int32_t belief_chance(const Def *def, const State *believed, uint8_t actor, uint8_t arena) {
    uint8_t levels[CLAUSES_MAX];
    int32_t chances[WEIGHT_MOST + 1] = {WHOLE}, total = 0;
    int32_t left = core_max(0, def->rounds - believed->round);
    support_text(def, believed, arena, levels);
    for (uint8_t d = 0; d < def_count(def, KIND_DECIDER); d++) {
        const Decider *decider = &def->deciders[d];
        if (decider->arena != arena || total + decider->weight > WEIGHT_MOST) continue;
        int32_t support =
                belief_support(def, believed, actor, d, levels) - decider->threshold;
        total += decider->weight;
        count_in(chances, total, decider->weight, yes_chance(support, left));
    }
    if (total == 0) return 500;
    int32_t sum = 0;
    for (int32_t yes = belief_needed(def, believed, arena, total); yes <= total; yes++)
        sum += chances[yes];
    return sum / (WHOLE / 1000);
}
