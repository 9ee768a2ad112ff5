// bots/random.c — sensible random players for balance reports: sides by own wants, the rest at random. Never: looks ahead.
#include "bots/parts.h"
#include "model/ask.h"
#include "rules/gate.h"
#include "rules/options.h"
#include "rules/support.h"

enum {
    TRIES = 8,
    ACTS_OF_A_STEP = 6,
    VOTES_NEAR = 70,
    TRADEOFFS_TAKEN = 10,
    WORDS_FIRST = 50
};

static void law_of(const Def *def, const State *state, uint8_t levels[CLAUSES_MAX]) {
    for (int32_t c = 0; c < CLAUSES_MAX; c++)
        levels[c] = 0;
    for (int32_t c = 0; c < def_count(def, KIND_CLAUSE); c++)
        levels[c] = (uint8_t)(state_at(def, state, TRACK_LAW, c, 0) / 10);
}

static int32_t wants_side(
        const Def *def, const State *state, uint8_t actor, uint8_t decider) {
    uint8_t text[CLAUSES_MAX], law[CLAUSES_MAX],
            arena = decider == NONE ? belief_arena(def) : def->deciders[decider].arena;
    if (arena == NONE) return 1;
    support_text(def, state, arena, text);
    law_of(def, state, law);
    return score_substance(def, actor, text) >= score_substance(def, actor, law) ? 1 : -1;
}

int32_t wants_direction(const Def *def, const State *state, uint8_t actor, uint8_t clause) {
    const Actor *a = &def->actors[actor];
    if (!a->wants_set[clause]) return 0;
    int32_t draft = state_at(def, state, TRACK_DRAFT, clause, 0) / 10;
    return a->wants[clause] > draft ? 1 : (a->wants[clause] < draft ? -1 : 0);
}

bool wants_frame(const Def *def, uint8_t actor, uint8_t frame) {
    const Actor *a = &def->actors[actor];
    if (a->frames != 0) return (a->frames >> frame) & 1;
    bool free_of_riders = true;
    for (int32_t i = 0; i < 2; i++) {
        const Rider *rider = &def->frames[frame].riders[i];
        if (rider->clause == NONE || !a->wants_set[rider->clause]) continue;
        int32_t wanted = a->wants[rider->clause];
        free_of_riders &= rider->least ? wanted >= rider->level : wanted <= rider->level;
    }
    return free_of_riders;
}

static int32_t things_of(const Def *def, Kind kind) {
    if (kind == KIND_READING) return def_count(def, KIND_FRAME);
    if (kind == KIND_ITEM || kind == KIND_CLAIM) return def_count(def, KIND_CLAUSE);
    if (kind == KIND_COALITION) return COALITIONS_MAX;
    if (kind == KIND_LINE) return UTTERANCES_MAX;
    if (kind == KIND_POSITION) return LOANS_MAX;
    if (kind == KIND_OFFER) return def->happenings_count;
    return def_count(def, kind);
}

// A random target among the kinds the move allows.
static Thing random_target(Bot *bot, const Def *def, const Move *move) {
    uint8_t kinds[KIND_COUNT];
    uint32_t count = 0;
    for (uint8_t kind = 1; kind < KIND_COUNT; kind++) {
        if (((move->targets >> kind) & 1) && things_of(def, (Kind)kind) > 0)
            kinds[count++] = kind;
    }
    if (count == 0) return (Thing){KIND_NONE, NONE};
    uint8_t kind = kinds[rng_draw(&bot->rng, count)];
    return (Thing){
            kind, (uint8_t)rng_draw(&bot->rng, (uint32_t)things_of(def, (Kind)kind))};
}

// Who wants the text speaks for its own ways of seeing it and lets the others be: to speak against any
// of them cools the public. Who does not want it may well do that.
static int8_t frame_side(const Def *def, const State *state, const Act *act) {
    if (wants_frame(def, act->actor, act->target.index)) return 1;
    return wants_side(def, state, act->actor, NONE) < 0 ? -1 : 0;
}

// For, against, or 0: no sensible player does this.
static int8_t sensible_side(
        const Def *def, const State *state, const Act *act, const Move *move) {
    if (!(move->flags & MOVE_SIDES)) return 0;
    switch (act->target.kind) {
    case KIND_DECIDER: return (int8_t)wants_side(def, state, act->actor, act->target.index);
    case KIND_CLAUSE:
        return (int8_t)(wants_direction(def, state, act->actor, act->target.index) < 0 ? -1
                                                                                       : 1);
    case KIND_FRAME: return frame_side(def, state, act);
    default: return 1;
    }
}

static void random_answers(Bot *bot, const Def *def, const Move *move, Act *act) {
    for (int32_t i = 0; i < move->asks_count; i++) {
        const Ask *ask = &move->asks[i];
        int32_t count = ask_count(def, ask);
        uint32_t n = rng_draw(&bot->rng, count > 0 ? (uint32_t)count : 1);
        if (count > 0) act->asked[i] = ask_answer(def, ask, (int32_t)n);
    }
}

static Act random_of(Bot *bot, const Def *def, const State *state, uint8_t move_index) {
    const Move *move = &def->moves[move_index];
    Act act = {.move = move_index, .actor = bot->actor, .arena = NONE};
    act.target = random_target(bot, def, move);
    act.side = sensible_side(def, state, &act, move);
    random_answers(bot, def, move, &act);
    act.bid = move->bid_max > move->bid_min
                      ? (uint8_t)(move->bid_min
                                  + rng_draw(&bot->rng,
                                          (uint32_t)(move->bid_max - move->bid_min + 1)))
                      : move->bid_min;
    return act;
}

// A move on the actor's table that fits the step; points only when the phase is a meeting.
static int32_t random_move(Bot *bot, const Def *def, const State *state) {
    uint8_t moves[MOVES_MAX];
    uint32_t count = 0;
    bool meets = def->phases[state->phase].kind == PHASE_MEETING;
    // However many points there are: half of what is said in a meeting is about the text and its name.
    bool says = meets && rng_draw(&bot->rng, 100) < WORDS_FIRST;
    for (int32_t i = 0; i < def->moves_count; i++) {
        bool point = def->moves[i].kind == MOVE_POINT;
        if (says && def->moves[i].mechanism != POINT_UTTER) continue;
        if (point == meets && def_has_move(def->actors[bot->actor].deck, i))
            moves[count++] = (uint8_t)i;
    }
    return count == 0 ? -1 : moves[rng_draw(&bot->rng, count)];
}

static bool send(const Act *act, Command *out) {
    *out = (Command){
            .kind = COMMAND_ACT, .actor = act->actor, .at_phase = NONE, .act = *act};
    return true;
}

// A move that only ever cools a decider: there is no side to choose, so choosing it is one.
static bool only_cools(const Def *def, const Move *move) {
    for (int32_t i = 0; i < move->changes.count; i++) {
        const Change *change = &def->changes[move->changes.first + i];
        if (change->track == TRACK_STANCE && change->sign == 1
                && (change->op == CHANGE_GAIN || change->op == CHANGE_LOSE))
            return !(move->flags & MOVE_SIDES);
    }
    return false;
}

// A trade-off is thought about and mostly left; a side nobody in this seat would take is no act.
static bool sensible(Bot *bot, const Def *def, const State *state, const Act *act) {
    const Move *move = &def->moves[act->move];
    if ((move->flags & MOVE_SIDES) && act->side == 0) return false;
    if (only_cools(def, move)
            && wants_side(def, state, act->actor,
                       act->target.kind == KIND_DECIDER ? act->target.index : NONE)
                       > 0)
        return false;
    return move->kind != MOVE_TRADEOFF
           || (int32_t)rng_draw(&bot->rng, 100) < TRADEOFFS_TAKEN;
}

bool random_act(Bot *bot, const Def *def, const State *state, Command *out) {
    for (int32_t i = 0; bot->sent < ACTS_OF_A_STEP && i < TRIES; i++) {
        int32_t move = random_move(bot, def, state);
        if (move < 0) return false;
        Act act = random_of(bot, def, state, (uint8_t)move);
        if (!sensible(bot, def, state, &act)) continue;
        if (gate_act(def, state, &act).code == VERDICT_OK) return send(&act, out);
    }
    return false;
}

// Raising a clause beyond what the votes would bear is left out with a chance of 70 %.
static bool bears(
        Bot *bot, BotDesk *desk, const Def *def, const State *state, const Act *act) {
    const Move *move = &def->moves[act->move];
    if (act->target.kind != KIND_CLAUSE || move->mechanism != POINT_UTTER || act->side < 0)
        return true;
    uint8_t arena = belief_arena(def), text[CLAUSES_MAX];
    if (arena == NONE || rng_draw(&bot->rng, 100) >= VOTES_NEAR) return true;
    (void)desk;
    support_text(def, state, arena, text);
    text[act->target.index]++;
    if (text[act->target.index] >= def->clauses[act->target.index].levels_count)
        return false;
    int32_t yes = 0, total = 0;
    for (uint8_t d = 0; d < def_count(def, KIND_DECIDER); d++) {
        if (def->deciders[d].arena != arena) continue;
        total += def->deciders[d].weight;
        if (support_of(def, state, d, text) >= -100) yes += def->deciders[d].weight;
    }
    return 2 * yes >= total;
}

bool random_point(
        Bot *bot, BotDesk *desk, const Def *def, const State *state, Command *out) {
    for (int32_t i = 0; bot->sent < 3 && i < TRIES; i++) {
        int32_t move = random_move(bot, def, state);
        if (move < 0) return false;
        Act act = random_of(bot, def, state, (uint8_t)move);
        bool own_way =
                act.target.kind != KIND_CLAUSE
                || wants_direction(def, state, bot->actor, act.target.index) == act.side;
        bool own_frame = act.target.kind != KIND_FRAME
                         || wants_frame(def, bot->actor, act.target.index)
                         || def->moves[move].mechanism == POINT_RESIST;
        if (!own_way || !own_frame || !bears(bot, desk, def, state, &act)) continue;
        if (gate_act(def, state, &act).code == VERDICT_OK) return send(&act, out);
    }
    return false;
}
