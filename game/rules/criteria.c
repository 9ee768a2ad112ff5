// rules/criteria.c — substance, durability, legitimacy, coalition, power shift, voice. Never: changes a State.
#include "rules/criteria.h"
#include "rules/coalition.h"
#include "rules/loan.h"
#include "rules/macro.h"
#include "rules/measure.h"
#include "rules/stock.h"
#include "rules/support.h"

static int32_t points(int32_t tenths) { return tenths / 10; }

static bool affected(const Def *def, int32_t actor) {
    return (def->actors[actor].tags >> TAG_AFFECTED) & 1;
}

// Substance.

int32_t criteria_substance(const Def *def, const State *state, uint8_t actor) {
    const Actor *a = &def->actors[actor];
    int32_t missed = 0, most = 0;
    for (int32_t i = 0; i < def_count(def, KIND_CLAUSE); i++) {
        if (!a->wants_set[i]) continue;
        int32_t cares = core_max(1, a->cares[i]), wants = a->wants[i],
                top = def->clauses[i].levels_count - 1;
        missed += cares * core_abs(wants - points(state_at(def, state, TRACK_LAW, i, 0)));
        most += cares * core_max(wants, top - wants);
    }
    return most == 0 ? -1 : core_max(0, 100 - 100 * missed / most);
}

// Durability.

static uint8_t passed_arena(const Def *def, const State *state) {
    for (uint8_t i = 0; i < def_count(def, KIND_ARENA); i++) {
        if (state->decision[i].passed) return i;
    }
    return NONE;
}

// No decider of a member held back.
static bool members_were_for(
        const Def *def, const State *state, uint16_t members, int32_t arena) {
    for (int32_t i = 0; i < def_count(def, KIND_DECIDER); i++) {
        uint8_t owner = def->deciders[i].owner;
        if (def->deciders[i].arena != arena || owner >= ACTORS_MAX
                || !((members >> owner) & 1))
            continue;
        if (state->vote[i] != 1) return false;
    }
    return true;
}

static uint8_t coalition_for(const Def *def, const State *state, int32_t arena) {
    uint8_t best = NONE;
    int32_t size = 0;
    for (uint8_t slot = 0; slot < COALITIONS_MAX; slot++) {
        uint16_t members = state->coalition[slot].members;
        if (state_members_count(members) <= size
                || !members_were_for(def, state, members, arena))
            continue;
        size = state_members_count(members);
        best = slot;
    }
    return best;
}

static int32_t lowest_base(const Def *def, const State *state, uint16_t members) {
    uint8_t base = stock_audience(def, COEF_AUDIENCE_HOME);
    int32_t lowest = INT32_MAX;
    for (int32_t i = 0; base != NONE && i < def_count(def, KIND_ACTOR); i++) {
        if ((members >> i) & 1)
            lowest = core_min(lowest, state_at(def, state, TRACK_LEGITIMACY, i, base));
    }
    return lowest == INT32_MAX ? 0 : points(lowest);
}

static uint16_t affected_actors(const Def *def) {
    uint16_t mask = 0;
    for (int32_t i = 0; i < def_count(def, KIND_ACTOR); i++) {
        if (affected(def, i)) mask |= (uint16_t)(1u << i);
    }
    return mask;
}

static int32_t public_of(const Def *def, const State *state, int32_t arena) {
    uint8_t issues = def->arenas[arena].issues;
    if (def_count(def, KIND_ISSUE) == 0) return 0;
    return points(
            state_at(def, state, TRACK_PUBLIC, issues ? __builtin_ctz(issues) : 0, 0));
}

static bool somebody_watches(const Def *def, const State *state) {
    for (int32_t i = 0; i < def_count(def, KIND_CLAUSE); i++) {
        if (state_at(def, state, TRACK_WATCHED, i, 0) > 0) return true;
    }
    return false;
}

static bool opponent_said_yes(const Def *def, const State *state, int32_t arena) {
    int32_t below = 10 * def->coef[COEF_OPPONENT_BELOW];
    for (int32_t i = 0; i < def_count(def, KIND_DECIDER); i++) {
        if (def->deciders[i].arena == arena && state->start_stance[i] < below
                && state->vote[i] == 1)
            return true;
    }
    return false;
}

static int32_t extras(const Def *def, const State *state, int32_t arena) {
    uint8_t frame = support_leading(def, state, (uint8_t)arena, NULL);
    int32_t sum = core_min(20, 10 * loan_embedded(state));
    if (somebody_watches(def, state)) sum += 5;
    if (opponent_said_yes(def, state, arena)) sum += 10;
    if (frame != NONE && def->frames[frame].outsider) sum -= 10;
    return sum;
}

int32_t criteria_durability(const Def *def, const State *state, int32_t arena) {
    if (arena < 0 || arena >= def_count(def, KIND_ARENA)) arena = passed_arena(def, state);
    if (arena == NONE || !state->decision[arena].passed) return 0;
    uint8_t slot = coalition_for(def, state, arena);
    uint16_t members = slot == NONE ? affected_actors(def) : state->coalition[slot].members;
    int32_t cohesion =
            slot == NONE ? 0 : points(state_at(def, state, TRACK_COHESION, slot, 0));
    int32_t sum = core_min(40, 10 * state->decision[arena].margin)
                  + public_of(def, state, arena) / 4 + cohesion / 4
                  + lowest_base(def, state, members) / 5 + extras(def, state, arena);
    return core_clamp(sum, 0, 100);
}

// Legitimacy, coalition, power shift, voice.

static int32_t criteria_legitimacy(const Def *def, const State *state, uint8_t actor) {
    int32_t sum = 0, count = def_count(def, KIND_AUDIENCE);
    for (int32_t i = 0; i < count; i++)
        sum += state_at(def, state, TRACK_LEGITIMACY, actor, i);
    return count == 0 ? -1 : sum / (10 * count);
}

static int32_t holdings(const Def *def, const State *state, int32_t actor) {
    int32_t sum = 0;
    for (int32_t i = 0; i < def_count(def, KIND_RESOURCE); i++)
        sum += state_at(def, state, TRACK_RESOURCE, actor, i);
    return points(sum);
}

static int32_t means_kept(const Def *def, const State *state, uint16_t members) {
    int32_t now = 0, start = 0;
    for (int32_t i = 0; i < def_count(def, KIND_ACTOR); i++) {
        if (!((members >> i) & 1)) continue;
        now += holdings(def, state, i);
        start += state->holdings_start[i];
    }
    return start <= 0 ? 100 : core_min(100, 100 * now / start);
}

// Mean trust of the others in an actor, tenths.
static int32_t trust_in(const Def *def, const State *state, int32_t actor) {
    int32_t sum = 0, count = def_count(def, KIND_ACTOR) - 1;
    for (int32_t i = 0; i <= count; i++) {
        if (i != actor) sum += state_at(def, state, TRACK_TRUST, i, actor);
    }
    return count <= 0 ? 0 : sum / count;
}

int32_t criteria_coalition(const Def *def, const State *state, uint8_t actor) {
    uint8_t slot = state_coalition_of(state, actor);
    if (slot == NONE) return core_clamp(trust_in(def, state, actor) + 50, 0, 100);
    uint16_t members = state->coalition[slot].members;
    int32_t trust = coalition_average_trust(def, state, members) + 50;
    int32_t cohesion = points(state_at(def, state, TRACK_COHESION, slot, 0));
    return core_clamp((cohesion + trust + means_kept(def, state, members)) / 3, 0, 100);
}

int32_t criteria_power_shift(const Def *def, const State *state) {
    int32_t shares[ACTORS_MAX], shift = 0;
    macro_shares(def, state, shares);
    for (int32_t i = 0; i < def_count(def, KIND_ACTOR); i++) {
        if (affected(def, i)) shift += shares[i] - state->macro_start[i];
    }
    return core_clamp(50 + shift / 4, 0, 100);
}

typedef struct Mean {
    int32_t sum, count;
} Mean;

// Percent of a count that affected actors have; left out when nothing was counted.
static void add_share(const Def *def, const uint8_t *by, Mean *mean) {
    int32_t theirs = 0, all = 0;
    for (int32_t i = 0; i < def_count(def, KIND_ACTOR); i++) {
        all += by[i];
        if (affected(def, i)) theirs += by[i];
    }
    if (all == 0) return;
    mean->sum += 100 * theirs / all;
    mean->count++;
}

int32_t criteria_voice(const Def *def, const State *state) {
    Mean mean = {0, 0};
    int32_t spent[ACTORS_MAX] = {0}, teams = def_count(def, KIND_ACTOR);
    for (int32_t i = 0; i < teams; i++)
        spent[i] = state->voice_spent[i];
    add_share(def, state->lines_by, &mean);
    add_share(def, state->steps_by, &mean);
    int32_t voices = measure_effective_voices(spent, teams);
    if (voices > 0) {
        mean.sum += voices / teams;
        mean.count++;
    }
    return mean.count == 0 ? -1 : mean.sum / mean.count;
}

void criteria_all(
        const Def *def, const State *state, uint8_t actor, int16_t out[CRITERION_COUNT]) {
    out[CRITERION_SUBSTANCE] = (int16_t)criteria_substance(def, state, actor);
    out[CRITERION_DURABILITY] = (int16_t)criteria_durability(def, state, NONE);
    out[CRITERION_LEGITIMACY] = (int16_t)criteria_legitimacy(def, state, actor);
    out[CRITERION_COALITION] = (int16_t)criteria_coalition(def, state, actor);
    out[CRITERION_POWER_SHIFT] = (int16_t)criteria_power_shift(def, state);
    out[CRITERION_VOICE] = (int16_t)criteria_voice(def, state);
}
