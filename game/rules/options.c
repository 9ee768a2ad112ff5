// rules/options.c — walks all targets, sides, bids and answers of a move through the gate. Never: a second judge.
#include "rules/options.h"
#include "model/ask.h"
#include "rules/building.h"
#include "rules/gate.h"
#include "rules/gate_parts.h"

enum { REMEMBERED = 64 };

// Sides, answers and bids are counted through in the same order for every target. What does not look
// at the target is judged once and remembered by the number of the combination.
typedef struct Walk {
    const Def *def;
    const State *state;
    const Move *move;
    GateDetails details;
    Act act;
    Act *out;
    int32_t count, most;
    int32_t number;                   // of the combination for this target
    uint64_t price_known, price_good; // by number
    bool price_anywhere, target_alone;
    int32_t pattern,
            pattern_count; // acts of the first target in out; pattern -1 = not there yet
    bool requests;         // acts that still need the yes of their target, and no others
} Walk;

static bool affordable(Walk *walk) {
    if (!walk->price_anywhere || walk->number >= REMEMBERED)
        return gate_details_afford(&walk->details, &walk->act);
    uint64_t bit = (uint64_t)1 << walk->number;
    if (!(walk->price_known & bit)) {
        walk->price_known |= bit;
        if (gate_details_afford(&walk->details, &walk->act)) walk->price_good |= bit;
    }
    return walk->price_good & bit;
}

// Whether nobody's yes is missing.
static bool agreed(Walk *walk) {
    bool asks = walk->move->flags & (MOVE_CONSENT | MOVE_BUILDS);
    return !asks || gate_details_agreed(&walk->details, &walk->act);
}

static void try_act(Walk *walk) {
    bool good = walk->target_alone || gate_details_may(&walk->details, &walk->act);
    good = good && walk->count < walk->most && affordable(walk)
           && agreed(walk) != walk->requests;
    if (good) walk->out[walk->count++] = walk->act;
    walk->number++;
}

static void try_bids(Walk *walk) {
    for (int32_t bid = walk->move->bid_min; bid <= walk->move->bid_max; bid++) {
        walk->act.bid = (uint8_t)bid;
        try_act(walk);
    }
}

// Counts through all combinations of answers like an odometer; only the wheels that turn are written.
static void try_asks(Walk *walk) {
    const Move *move = walk->move;
    int32_t at[ASKS_MAX] = {0}, counts[ASKS_MAX];
    for (int32_t i = 0; i < move->asks_count; i++) {
        counts[i] = ask_count(walk->def, &move->asks[i]);
        walk->act.asked[i] = ask_first(walk->def, &move->asks[i]);
    }
    while (walk->count < walk->most) {
        try_bids(walk);
        int32_t wheel = move->asks_count - 1;
        while (wheel >= 0 && at[wheel] + 1 >= counts[wheel]) {
            at[wheel] = 0;
            walk->act.asked[wheel] = ask_first(walk->def, &move->asks[wheel]);
            wheel--;
        }
        if (wheel < 0) return;
        walk->act.asked[wheel] = ask_answer(walk->def, &move->asks[wheel], ++at[wheel]);
    }
}

static void try_sides(Walk *walk) {
    bool sides = walk->move->flags & MOVE_SIDES;
    for (int32_t side = sides ? 1 : 0; side >= (sides ? -1 : 0); side -= 2) {
        walk->act.side = (int8_t)side;
        try_asks(walk);
        if (!sides) return;
    }
}

static void repeat_pattern(Walk *walk, Thing target) {
    int32_t count = core_min(walk->pattern_count, walk->most - walk->count);
    const Act *from = walk->out + walk->pattern;
    Act *to = walk->out + walk->count;
    for (int32_t i = 0; i < count; i++) {
        to[i] = from[i];
        to[i].target = target;
    }
    walk->count += count;
}

static void try_combinations(Walk *walk) {
    int32_t first = walk->count;
    try_sides(walk);
    // Where neither conditions nor prices look at both, every target has the same acts.
    if (!walk->target_alone || !walk->price_anywhere) return;
    walk->pattern = first;
    walk->pattern_count = walk->count - first;
}

static void try_target(Walk *walk, Thing target) {
    walk->act.target = target;
    walk->number = 0;
    bool judged = walk->target_alone && walk->details.conditional;
    if (judged && !gate_details_may(&walk->details, &walk->act)) return;
    if (walk->pattern >= 0)
        repeat_pattern(walk, target);
    else
        try_combinations(walk);
}

static void try_targets(Walk *walk) {
    if (walk->move->targets == 0) {
        try_target(walk, (Thing){KIND_NONE, NONE});
        return;
    }
    for (uint32_t kinds = walk->move->targets; kinds != 0; kinds &= kinds - 1) {
        int32_t kind = __builtin_ctz(kinds);
        int32_t count = def_targets(walk->def, (Kind)kind);
        bool all = gate_takes_all(walk->move, (Kind)kind);
        for (int32_t i = 0; i < count; i++) {
            Thing target = {(uint8_t)kind, (uint8_t)i};
            walk->act.target = target;
            if (all
                    || gate_thing(walk->def, walk->state, &walk->act, walk->move).code
                               == VERDICT_OK)
                try_target(walk, target);
        }
    }
}

static int32_t options_walk(const Def *def, const State *state, uint8_t actor, uint8_t move,
        bool requests, Act *out, int32_t most) {
    if (gate_move(def, state, actor, move).code != VERDICT_OK) return 0;
    bool listed = def->phases[state->phase].kind != PHASE_IN_TURN;
    if (listed && state->plan_count[actor] >= PLAN_MAX) return 0;
    // Field by field: the scope inside is large, and gate_details_open fills it.
    Walk walk;
    walk.def = def;
    walk.state = state;
    walk.move = &def->moves[move];
    walk.out = out;
    walk.most = most;
    walk.requests = requests;
    walk.count = walk.number = 0;
    walk.pattern = -1;
    walk.price_known = walk.price_good = 0;
    walk.act = (Act){.move = move,
            .actor = actor,
            .arena = def->phases[state->phase].kind == PHASE_MEETING
                             ? state->meetings[state->meeting & 3]
                             : NONE};
    gate_details_open(&walk.details, def, state, actor, move);
    walk.price_anywhere = !(walk.details.price_looks & EXPR_LOOKS_TARGET);
    if (walk.details.price_looks == 0)
        walk.price_known = walk.price_good = UINT64_MAX; // gate_move judged all
    walk.target_alone = !(walk.details.conditions_look & ~EXPR_LOOKS_TARGET);
    try_targets(&walk);
    return walk.count;
}

int32_t options_of_move(const Def *def, const State *state, uint8_t actor, uint8_t move,
        Act *out, int32_t most) {
    return options_walk(def, state, actor, move, false, out, most);
}

int32_t options_requests(const Def *def, const State *state, uint8_t actor, uint8_t move,
        Act *out, int32_t most) {
    State then;
    if (!building_as_planned(def, state, move, &then)) return 0;
    return options_walk(def, &then, actor, move, true, out, most);
}

int32_t options_list(
        const Def *def, const State *state, uint8_t actor, Act *out, int32_t most) {
    int32_t count = 0;
    for (int32_t move = 0; move < def->moves_count && count < most; move++) {
        count += options_of_move(
                def, state, actor, (uint8_t)move, out + count, most - count);
    }
    return count;
}
