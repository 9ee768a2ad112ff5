// rules/coalition_life.c — what a round shows of a coalition: five lights, marks, who may spend its pool. Never: cohesion (coalition_settle.c).
#include "rules/coalition.h"
#include "rules/pressure.h"

enum { INERTIA_STUCK = 20 }; // tenths: two rounds without common work

static bool has_targets(const Coalition *coalition) {
    for (int32_t clause = 0; clause < CLAUSES_MAX; clause++) {
        if (coalition->target[clause] != NONE) return true;
    }
    return false;
}

static bool spoke(const Def *def, const State *state, int32_t actor) {
    for (int32_t move = 0; move < def->moves_count; move++) {
        bool open_point = def->moves[move].kind == MOVE_POINT
                          && !(def->moves[move].flags & MOVE_QUIET);
        if (open_point && state->did[actor][move] > 0) return true;
    }
    return false;
}

static bool all_spoke_or_met(const Def *def, const State *state, uint16_t members) {
    for (int32_t actor = 0; actor < def_count(def, KIND_ACTOR); actor++) {
        if (!((members >> actor) & 1) || ((state->met >> actor) & 1)) continue;
        if (!spoke(def, state, actor)) return false;
    }
    return true;
}

bool coalition_light(
        const Def *def, const State *state, int32_t slot, CoalitionLight light) {
    const Coalition *coalition = &state->coalition[slot];
    if (coalition->members == 0) return false;
    switch (light) {
    case LIGHT_AGENDA: return coalition->frame != NONE && has_targets(coalition);
    case LIGHT_MEASURE: return coalition->measured != 0;
    case LIGHT_DIFFERENT: return (coalition->marks & COALITION_WORKED) != 0;
    case LIGHT_EVERYBODY: return all_spoke_or_met(def, state, coalition->members);
    case LIGHT_BACKBONE: return pressure_backbone_active(def, state, (uint8_t)slot);
    case LIGHT_COUNT: break;
    }
    return false;
}

static bool has_word(const Def *def, const Move *move, ChangeOp op) {
    for (int32_t i = 0; i < move->changes.count; i++) {
        if (def->changes[move->changes.first + i].op == op) return true;
    }
    return false;
}

// Marks that a member's act leaves, told from its mechanism: opening a room.
static uint8_t marks_of_act(const Def *def, const Move *move) {
    return has_word(def, move, CHANGE_OPEN_ARENA) ? COALITION_CONVENED : 0;
}

static uint8_t marks_of_round(const Txn *txn, uint16_t members) {
    uint8_t marks = 0;
    for (int32_t i = 0; i < txn->events->count; i++) {
        const Event *event = &txn->events->items[i];
        bool own = event->kind == EVENT_ACT && event->round == txn->state->round
                   && event->actor < ACTORS_MAX && ((members >> event->actor) & 1);
        if (own) marks |= marks_of_act(txn->def, &txn->def->moves[event->act.move]);
    }
    return marks;
}

void coalition_note_round(Txn *txn, int32_t slot, bool worked) {
    const Coalition *coalition = &txn->state->coalition[slot];
    int32_t inertia = state_at(txn->def, txn->state, TRACK_INERTIA, slot, 0);
    uint8_t marks = coalition->marks & (uint8_t) ~(COALITION_WORKED | COALITION_STUCK);
    marks |= marks_of_round(txn, coalition->members);
    if (worked) marks |= COALITION_WORKED;
    if (inertia >= INERTIA_STUCK) marks |= COALITION_STUCK;
    if (marks != coalition->marks)
        txn_say(txn, EVENT_COALITION_MARKS, NONE, slot, marks, 0, 0);
}

bool coalition_may_spend(const State *state, int32_t slot, uint8_t actor) {
    const Coalition *coalition = &state->coalition[slot];
    if (!((coalition->members >> actor) & 1)) return false;
    uint16_t yes = (uint16_t)((coalition->purse | 1u << actor) & coalition->members);
    return coalition->lead == actor
           || 2 * state_members_count(yes) > state_members_count(coalition->members);
}
