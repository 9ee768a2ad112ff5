// rules/turn.c — steps in which actors move one after another, each act at once. Never: sealed lists.
#include "rules/turn.h"
#include "rules/apply.h"
#include "rules/decide.h"
#include "rules/moment.h"

static uint8_t next_seated(const Txn *txn, int32_t after) {
    for (int32_t actor = after + 1; actor < def_count(txn->def, KIND_ACTOR); actor++) {
        if (txn->state->seat_by[actor] != BY_NOBODY) return (uint8_t)actor;
    }
    return NONE;
}

void turn_open(Txn *txn) {
    uint8_t first = next_seated(txn, -1);
    int32_t moves = txn->def->phases[txn->state->phase].moves;
    txn_say(txn, EVENT_TURN, NONE, first, first == NONE ? 0 : moves, 0, 0);
}

void turn_pass_on(Txn *txn) {
    uint8_t next = next_seated(txn, txn->state->turn_actor);
    int32_t moves = txn->def->phases[txn->state->phase].moves;
    txn_say(txn, EVENT_TURN, NONE, next, next == NONE ? 0 : moves, 0, 0);
}

void decide_turn_act(Txn *txn, const Act *asked) {
    Act act = *asked;
    act.id = (uint16_t)(txn->state->next_act + 1);
    act.arena = NONE;
    EffectFactors factors = apply_own_factors(txn->def, txn->state, &act);
    apply_costs(txn, txn->book, &act, false);
    apply_changes(txn, txn->book, &act, &factors);
    apply_done(txn, &act, true);
    book_settle(txn, txn->book);
    moment_run(txn, txn->book, &(HookMoment){.moment = MOMENT_MOVE_MADE, .act = &act});
    if (txn->state->turn_moves > 1)
        txn_say(txn, EVENT_TURN, NONE, act.actor, txn->state->turn_moves - 1, 0, 0);
    else
        turn_pass_on(txn);
}
