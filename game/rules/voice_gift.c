// rules/voice_gift.c — the word voice_gift: own voice goes to somebody else for the next meeting. Never: voice of meetings in between (meeting.c refills it).
#include "rules/building.h"

// The next meeting's voice is in hand already: what is left of the last one was refilled at its end.
void voice_gift_word(Txn *txn, Effect *effect, const Change *change) {
    const Def *def = txn->def;
    ExprScope *expr = &effect->scope->expr;
    uint8_t me = expr->me;
    int32_t points = change->amount ? expr_amount(expr, change->amount) : 0;
    uint64_t who = expr_select(expr, change->who);
    if (me == NONE || points <= 0) return;
    for (; who; who &= who - 1) {
        uint8_t actor = (uint8_t)__builtin_ctzll(who);
        if (actor == me) continue;
        txn_delta(txn, def_cell(def, TRACK_VOICE, actor, 0), 10 * points, effect->cause);
        Event event = txn_event(txn, EVENT_VOICE_GIVEN, me);
        event.a = actor;
        event.b = (int16_t)points;
        event.cause = effect->cause;
        txn_emit(txn, &event);
    }
    uint16_t own = def_cell(def, TRACK_VOICE, me, 0);
    txn_delta(txn, own, -txn->state->cell[own], effect->cause);
}
