// rules/power.c — counts pivots and swings over all groups of players. Never: changes a State.
#include "rules/power.h"
#include "rules/motion.h"
#include "rules/scope.h"
#include <string.h>

enum { GROUP_WORDS = 1 << (POWER_PLAYERS_MAX - 6) };

static uint64_t factorial(int32_t n) {
    uint64_t product = 1;
    for (int32_t i = 2; i <= n; i++)
        product *= (uint64_t)i;
    return product;
}

static void find_winning(
        PowerWins wins, const void *context, int32_t count, uint64_t *won) {
    memset(won, 0, GROUP_WORDS * sizeof *won);
    for (uint32_t group = 0; group < 1u << count; group++) {
        if (wins(context, group)) won[group / 64] |= UINT64_C(1) << (group % 64);
    }
}

static void add_turns(
        const uint64_t *won, uint32_t group, const uint64_t *orders, PowerIndex *out) {
    int32_t others = __builtin_popcount(group) - 1;
    for (uint32_t left = group; left != 0; left &= left - 1) {
        int32_t player = __builtin_ctz(left);
        uint32_t without = group & ~(1u << player);
        if (state_bit(won, (int32_t)without)) continue;
        out->swings[player]++;
        out->orders[player] += orders[others];
    }
}

static int32_t per_mille(uint64_t part, uint64_t whole) {
    return whole == 0 ? 0 : (int32_t)((2000 * part + whole) / (2 * whole));
}

// Counts 2^count groups; count is 1..POWER_PLAYERS_MAX.
static void power_count(
        PowerWins wins, const void *context, int32_t count, PowerIndex *out) {
    uint64_t won[GROUP_WORDS], orders[POWER_PLAYERS_MAX], swings = 0;
    ASSERT(count >= 1 && count <= POWER_PLAYERS_MAX);
    *out = (PowerIndex){.count = count, .orders_all = factorial(count)};
    find_winning(wins, context, count, won);
    for (int32_t i = 0; i < count; i++)
        orders[i] = factorial(i) * factorial(count - 1 - i);
    for (uint32_t group = 1; group < 1u << count; group++) {
        if (state_bit(won, (int32_t)group)) add_turns(won, group, orders, out);
    }
    for (int32_t i = 0; i < count; i++)
        swings += out->swings[i];
    for (int32_t i = 0; i < count; i++) {
        out->shapley[i] = per_mille(out->orders[i], out->orders_all);
        out->banzhaf[i] = per_mille(out->swings[i], swings);
    }
}

static int32_t weight_of(const int32_t *weight, uint32_t players) {
    int32_t sum = 0;
    for (; players != 0; players &= players - 1)
        sum += weight[__builtin_ctz(players)];
    return sum;
}

static bool votes_win(const void *context, uint32_t players) {
    const PowerVotes *votes = context;
    return (players & votes->veto) == votes->veto
           && weight_of(votes->weight, players) >= votes->quota;
}

void power_of_votes(const PowerVotes *votes, PowerIndex *out) {
    power_count(votes_win, votes, votes->count, out);
}

// The rule of an arena, asked for one group after the other.
typedef struct ArenaVotes {
    const Def *def;
    const State *state;
    const DecisionRule *rule;
    PowerVotes votes; // quota here: the arena's, 0 without
} ArenaVotes;

static bool rule_passes(const ArenaVotes *arena, int32_t yes, int32_t total) {
    int32_t quota = arena->votes.quota;
    if (arena->rule->passes == 0) return quota > 0 ? yes >= quota : yes * 2 > total;
    ExprVotes counts = {.yes = (int16_t)yes,
            .no = (int16_t)(total - yes),
            .present = (int16_t)total,
            .total = (int16_t)total,
            .quota = (int16_t)quota};
    Scope scope;
    scope_plain(&scope, arena->def, arena->state, NONE);
    scope.expr.votes = &counts;
    return expr_holds(&scope.expr, arena->rule->passes);
}

static bool arena_wins(const void *context, uint32_t players) {
    const ArenaVotes *arena = context;
    uint32_t everyone = (1u << arena->votes.count) - 1;
    if ((players & arena->votes.veto) != arena->votes.veto) return false;
    if (arena->rule->kind == RULE_CONSENT) return true;
    int32_t yes = weight_of(arena->votes.weight, players),
            total = weight_of(arena->votes.weight, everyone);
    return yes >= arena->rule->smallest && rule_passes(arena, yes, total);
}

bool power_of_arena(const Def *def, const State *state, uint8_t arena, PowerIndex *out,
        uint8_t players[POWER_PLAYERS_MAX]) {
    ArenaVotes votes = {.def = def, .state = state};
    votes.rule =
            arena < def_count(def, KIND_ARENA) ? motion_rule_of(def, state, arena) : NULL;
    if (votes.rule == NULL) return false;
    bool consent = votes.rule->kind == RULE_CONSENT;
    if (votes.rule->kind != RULE_VOTE && !consent) return false;
    votes.votes.quota = state_at(def, state, TRACK_QUOTA, arena, 0) / 10;
    for (int32_t i = 0; i < def_count(def, KIND_DECIDER); i++) {
        if (def->deciders[i].arena != arena) continue;
        if (votes.votes.count == POWER_PLAYERS_MAX) return false;
        uint32_t needed = consent ? votes.rule->holders : votes.rule->veto;
        if ((needed >> i) & 1) votes.votes.veto |= 1u << votes.votes.count;
        votes.votes.weight[votes.votes.count] = def->deciders[i].weight;
        players[votes.votes.count++] = (uint8_t)i;
    }
    if (votes.votes.count == 0) return false;
    power_count(arena_wins, &votes, votes.votes.count, out);
    return true;
}
