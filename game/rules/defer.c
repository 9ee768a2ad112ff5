// rules/defer.c — which arenas leave an item out of their next meeting. Never: who chairs there (chair.c).
#include "rules/defer.h"

static int32_t clause_of(const Effect *effect, const Change *change) {
    Thing target = effect->scope->expr.target;
    if (change->toward.how == SEL_ONE) return change->toward.index;
    return target.kind == KIND_ITEM || target.kind == KIND_CLAUSE ? target.index : -1;
}

static bool deals_with(const Def *def, int32_t arena, int32_t clause) {
    uint8_t issues = def->arenas[arena].issues;
    return issues == 0 || ((issues >> def->clauses[clause].issue) & 1);
}

void defer_word(Txn *txn, Effect *effect, const Change *change) {
    int32_t clause = clause_of(effect, change);
    uint8_t me = effect->scope->expr.me;
    if (me == NONE || clause < 0 || clause >= def_count(txn->def, KIND_CLAUSE)) return;
    for (int32_t arena = 0; arena < def_count(txn->def, KIND_ARENA); arena++) {
        bool here = state_holds_place(txn->state, me, arena)
                    && deals_with(txn->def, arena, clause)
                    && !((txn->state->deferred[arena] >> clause) & 1);
        if (!here) continue;
        Event event = txn_event(txn, EVENT_DEFERRED, me);
        event.a = (int16_t)arena;
        event.b = (int16_t)clause;
        event.c = 1;
        event.cause = effect->cause;
        event.flags = EVENT_QUIET;
        txn_emit(txn, &event);
    }
}
