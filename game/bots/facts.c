// bots/facts.c — facts about deciders: which one to ask for, and what knowing them is worth. Never: knows one before it is learned.
#include "bots/facts.h"
#include "rules/support.h"

enum { FACT_WORTH = 60, STANCE_WORTH = 250, CARE_UNIT = 10 };

// Where a decider stands is worth most.
int32_t facts_learned(
        const Def *def, const State *believed, const State *tried, uint8_t actor) {
    int32_t worth = 0, total = 0;
    for (int32_t d = 0; d < def_count(def, KIND_DECIDER); d++) {
        uint32_t fresh = tried->learned[actor][d] & ~believed->learned[actor][d];
        total += def->deciders[d].weight;
        if (def->deciders[d].owner == actor) continue;
        int32_t facts = __builtin_popcount(fresh & ~(uint32_t)FACT_STANCE) * FACT_WORTH
                        + (fresh & FACT_STANCE ? STANCE_WORTH : 0);
        worth += facts * def->deciders[d].weight;
    }
    return total ? worth / total : 0;
}

// Number of the question whose answer says which fact is told; -1 without.
static int32_t asks_for_fact(const Def *def, const Move *move) {
    for (int32_t i = 0; i < move->changes.count; i++) {
        const Change *change = &def->changes[move->changes.first + i];
        if (change->op == CHANGE_REVEAL && change->b >= CHANGE_ASKED)
            return change->b - CHANGE_ASKED;
    }
    return -1;
}

// The unknown clause the seat cares for most, further ones first; -1 when all are known.
static int32_t clause_to_ask(
        const Def *def, const State *believed, uint8_t actor, uint32_t known) {
    int32_t best = -1, most = -1;
    for (int32_t c = 0; c < def_count(def, KIND_CLAUSE); c++) {
        if (known & ((uint32_t)FACT_VALUE_0 << c)) continue;
        int32_t draft = state_at(def, believed, TRACK_DRAFT, c, 0) / 10;
        int32_t value = CARE_UNIT * def->actors[actor].cares[c] + draft;
        if (value <= most) continue;
        most = value;
        best = c;
    }
    return best;
}

// The leading way of seeing it where this decider sits, else the first unknown one; -1 when all are known.
static int32_t frame_to_ask(
        const Def *def, const State *believed, uint8_t decider, uint32_t known) {
    uint8_t first = support_leading(def, believed, def->deciders[decider].arena, NULL);
    if (first != NONE && !(known & ((uint32_t)FACT_RESONANCE_0 << first))) return first;
    for (int32_t f = 0; f < def_count(def, KIND_FRAME); f++) {
        if (!(known & ((uint32_t)FACT_RESONANCE_0 << f))) return f;
    }
    return -1;
}

static bool right_question(
        const Def *def, const State *believed, const Act *act, int32_t answer) {
    uint8_t d = act->target.index;
    uint32_t known = believed->learned[act->actor][d]
                     | (def->deciders[d].known ? (uint32_t)FACT_STANCE : 0);
    int32_t clause = clause_to_ask(def, believed, act->actor, known);
    int32_t frame = frame_to_ask(def, believed, d, known);
    bool nothing_left = (known & FACT_STANCE) && clause < 0 && frame < 0;
    if (answer >> 8 == KIND_CLAUSE) return (answer & 255) == clause;
    if (answer >> 8 == KIND_FRAME) return (answer & 255) == frame;
    return nothing_left || !(known & FACT_STANCE);
}

bool facts_worth_asking(const Def *def, const State *believed, const Act *act) {
    const Move *move = &def->moves[act->move];
    int32_t place = asks_for_fact(def, move);
    if (place < 0) return true;
    int16_t answer = act->asked[place];
    bool own = act->target.kind == KIND_DECIDER
               && def->deciders[act->target.index].owner == act->actor;
    if (act->target.kind != KIND_DECIDER || own)
        return answer == ask_first(def, &move->asks[place]);
    return right_question(def, believed, act, answer);
}
