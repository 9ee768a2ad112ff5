// rules/retire.c — an actor leaves the story: its coalitions, deals and list are settled by rule. Never: what people are told (the case does).
#include "rules/coalition.h"
#include "rules/deal.h"
#include "rules/decide.h"
#include "rules/steer.h"
#include "rules/turn.h"

static void leave_coalitions(Txn *txn, uint8_t actor) {
    uint16_t bit = (uint16_t)(1u << actor);
    for (int32_t slot = 0; slot < COALITIONS_MAX; slot++) {
        if (txn->state->coalition[slot].members & bit)
            coalition_shrink(txn, slot, bit, actor);
    }
    for (int32_t i = 0; i < PROPOSALS_MAX; i++) {
        const Proposal *proposal = &txn->state->proposal[i];
        bool his = proposal->by == actor || (proposal->members & bit);
        if (proposal->open && his) txn_say(txn, EVENT_PROPOSAL_END, NONE, i, 0, 0, 0);
    }
}

// Who sat there waits for another place.
static void free_people(Txn *txn, uint8_t actor) {
    for (int32_t i = 0; i < SEATS_MAX; i++) {
        bool his = txn->state->place_role[i] == ROLE_PLAYS
                   && txn->state->place_actor[i] == actor;
        if (his) txn_say(txn, EVENT_PLACED, NONE, i, NONE, ROLE_WAITS, 0);
    }
}

void retire_actor(Txn *txn, uint8_t actor) {
    txn_say(txn, EVENT_RETIRED, actor, 0, 0, 0, 0);
    while (txn->state->plan_count[actor] > 0)
        decide_plan_remove(txn, actor, txn->state->plan_count[actor] - 1);
    leave_coalitions(txn, actor);
    deal_retire(txn, actor);
    free_people(txn, actor);
    txn_say(txn, EVENT_SEAT, actor, BY_NOBODY, 0, 0, 0);
    uint16_t left = (uint16_t)(txn->state->waiting & ~(1u << actor));
    if (left != txn->state->waiting)
        txn_say(txn, EVENT_WAITING, NONE, (int16_t)left, 0, 0, 0);
    if (txn->state->turn_actor == actor) turn_pass_on(txn);
}
