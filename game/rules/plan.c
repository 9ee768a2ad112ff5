// rules/plan.c — a team's list of acts in a sealed step: put on, take back. Never: carries an act out.
#include "rules/decide.h"

// Fills what the sender does not choose: number, place, and no actor but the seat's.
static Act numbered(const Txn *txn, const Act *act) {
    Act own = *act;
    own.id = (uint16_t)(txn->state->next_act + 1);
    bool meets = txn->def->phases[txn->state->phase].kind == PHASE_MEETING;
    own.arena = meets ? txn->state->meetings[txn->state->meeting & 3] : NONE;
    return own;
}

void decide_plan_add(Txn *txn, const Act *act) {
    Event event = txn_event(txn, EVENT_PLAN_ADD, act->actor);
    event.flags = EVENT_SECRET;
    event.act = numbered(txn, act);
    txn_emit(txn, &event);
}

void decide_plan_remove(Txn *txn, uint8_t actor, int32_t place) {
    Event event = txn_event(txn, EVENT_PLAN_REMOVE, actor);
    event.flags = EVENT_SECRET;
    event.a = (int16_t)place;
    txn_emit(txn, &event);
}
