// rules/coalition_agenda.c — asks of members become targets by the coalition's rule, and outvoting costs. Never: judges an ask (gate_coalition.c).
#include "rules/coalition.h"
#include "rules/ending.h"

static bool is_member(const State *state, int32_t slot, int32_t actor) {
    return (state->coalition[slot].members >> actor) & 1;
}

// Asks of members from the lowest to the highest.
static int32_t asks_of(const State *state, int32_t slot, int32_t clause, uint8_t *asks) {
    int32_t count = 0;
    for (int32_t actor = 0; actor < ACTORS_MAX; actor++) {
        uint8_t ask = coalition_ask(&state->coalition[slot], actor, clause);
        if (!is_member(state, slot, actor) || ask == NONE) continue;
        int32_t place = count++;
        for (; place > 0 && asks[place - 1] > ask; place--)
            asks[place] = asks[place - 1];
        asks[place] = ask;
    }
    return count;
}

bool coalition_line_holds(
        const Def *def, const State *state, uint8_t actor, int32_t clause, int32_t level) {
    if (ending_line_at(def, state, actor, clause, level)) return false;
    for (int32_t other = 0; other < def->clauses[clause].levels_count; other++) {
        if (other != level && ending_line_at(def, state, actor, clause, other)) return true;
    }
    return false;
}

// A member holds its ask with a red line, and this level would cross it.
static bool objected(
        const Def *def, const State *state, int32_t slot, int32_t clause, int32_t level) {
    for (uint8_t actor = 0; actor < def_count(def, KIND_ACTOR); actor++) {
        uint8_t ask = state->coalition[slot].ask[actor][clause];
        bool held = ask != NONE && (ask & ASK_HELD) && is_member(state, slot, actor);
        if (held && ending_line_at(def, state, actor, clause, level)) return true;
    }
    return false;
}

uint8_t coalition_target(const Def *def, const State *state, int32_t slot, int32_t clause) {
    const Coalition *coalition = &state->coalition[slot];
    uint8_t asks[ACTORS_MAX];
    int32_t count = asks_of(state, slot, clause, asks);
    if (count == 0) return NONE;
    uint8_t median = asks[(count - 1) / 2];
    switch ((CoalitionRule)coalition->rule) {
    case COALITION_CONSENSUS: return asks[0];
    case COALITION_LEAD:
        return coalition->lead < ACTORS_MAX
                       ? coalition_ask(coalition, coalition->lead, clause)
                       : (uint8_t)NONE;
    case COALITION_CONSENT:
        return objected(def, state, slot, clause, median) ? asks[0] : median;
    case COALITION_MAJORITY: return median;
    }
    return NONE;
}

// Half-time: the round after a pause of the format.
static bool after_pause(const Def *def, const State *state) {
    return state->round > 0 && ((def->pause_after >> (state->round - 1)) & 1);
}

bool coalition_may_revise(const Def *def, const State *state, int32_t slot) {
    return after_pause(def, state) || (state->coalition[slot].marks & COALITION_CONVENED);
}

bool coalition_may_frame(const Def *def, const State *state, int32_t slot) {
    const Coalition *coalition = &state->coalition[slot];
    return coalition->frame == NONE || (coalition->marks & COALITION_FRAME_NEW)
           || coalition_may_revise(def, state, slot);
}

// How far a member is outvoted at most by these targets.
static int32_t distance(const State *state, int32_t slot, int32_t actor,
        const uint8_t targets[CLAUSES_MAX]) {
    int32_t largest = 0;
    for (int32_t clause = 0; clause < CLAUSES_MAX; clause++) {
        uint8_t ask = coalition_ask(&state->coalition[slot], actor, clause);
        if (targets[clause] == NONE || ask == NONE) continue;
        largest = core_max(largest, core_abs(ask - targets[clause]));
    }
    return largest;
}

int32_t coalition_agenda_next(
        const Def *def, const State *state, int32_t slot, uint8_t targets[CLAUSES_MAX]) {
    const Coalition *coalition = &state->coalition[slot];
    uint8_t after[CLAUSES_MAX];
    bool revise = coalition_may_revise(def, state, slot);
    for (int32_t clause = 0; clause < CLAUSES_MAX; clause++) {
        uint8_t before = coalition->target[clause], now = before;
        if (before == NONE || revise) now = coalition_target(def, state, slot, clause);
        if (now == NONE) now = before;
        after[clause] = now;
        targets[clause] = now == before ? (uint8_t)NONE : now;
    }
    int32_t sum = 0;
    for (int32_t actor = 0; actor < ACTORS_MAX; actor++) {
        if (!is_member(state, slot, actor)) continue;
        sum += core_max(0, distance(state, slot, actor, after)
                                   - distance(state, slot, actor, coalition->target));
    }
    return coalition->rule == COALITION_CONSENSUS ? 0 : sum;
}

// What was open for this BACKSTAGE only is over.
static void close_marks(Txn *txn, int32_t slot) {
    uint8_t marks = txn->state->coalition[slot].marks,
            left = marks & (uint8_t) ~(COALITION_CONVENED | COALITION_FRAME_NEW);
    if (left != marks) txn_say(txn, EVENT_COALITION_MARKS, NONE, slot, left, 0, 0);
}

void coalition_agenda_close(Txn *txn, int32_t slot) {
    uint8_t targets[CLAUSES_MAX];
    int32_t outvoted = coalition_agenda_next(txn->def, txn->state, slot, targets);
    for (int32_t clause = 0; clause < CLAUSES_MAX; clause++) {
        if (targets[clause] != NONE)
            txn_say(txn, EVENT_COALITION_AGENDA, NONE, slot, NONE, clause, targets[clause]);
    }
    Cause cause = cause_of(CAUSE_ENGINE, ENGINE_COHESION, NONE);
    cause.target = (Thing){KIND_COALITION, (uint8_t)slot};
    txn_delta(txn, def_cell(txn->def, TRACK_COHESION, slot, 0),
            -10 * txn->def->coef[COEF_COHESION_OUTVOTED] * outvoted, cause);
    close_marks(txn, slot);
}
