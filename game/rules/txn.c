// rules/txn.c — emits events and folds each at once. Never: decides anything.
#include "rules/txn.h"
#include "rules/fold.h"
#include "rules/purse.h"

// Copied, because that is quicker than zeroing one for each event.
static const Event nothing = {
        .cell = UINT16_MAX, .cause = {.kind = CAUSE_NONE, .target = {KIND_NONE, NONE}}
};

static void fill(const Txn *txn, Event *event, EventKind kind, uint8_t actor) {
    event->kind = (uint8_t)kind;
    event->actor = event->cause.actor = actor;
    event->round = txn->state->round;
    event->phase = txn->state->phase;
    event->step = txn->step;
    event->flags |= txn->mark;
}

Event txn_event(const Txn *txn, EventKind kind, uint8_t actor) {
    Event event = nothing;
    fill(txn, &event, kind, actor);
    return event;
}

Event *txn_begin(Txn *txn, EventKind kind, uint8_t actor) {
    Event *event = event_list_push(txn->events, &nothing);
    fill(txn, event, kind, actor);
    return event;
}

void txn_emit(Txn *txn, const Event *event) {
    Event *kept = event_list_push(txn->events, event);
    kept->flags |= txn->mark;
    fold_event(txn->def, txn->state, event);
}

void txn_say(Txn *txn, EventKind kind, uint8_t actor, int32_t a, int32_t b, int32_t c,
        int32_t d) {
    Event event = txn_event(txn, kind, actor);
    event.a = (int16_t)a;
    event.b = (int16_t)b;
    event.c = (int16_t)c;
    event.d = (int16_t)d;
    txn_emit(txn, &event);
}

void txn_delta(Txn *txn, uint16_t cell, int32_t delta, Cause cause) {
    const Def *def = txn->def;
    int32_t before = txn->state->cell[cell];
    int32_t after = core_clamp(before + delta, def->cell_min[cell], def->cell_max[cell]);
    if (delta == 0) return;
    Event event = txn_event(txn, EVENT_DELTA, cause.actor);
    event.cell = cell;
    event.raw = (int16_t)core_clamp(delta, INT16_MIN, INT16_MAX);
    event.applied = (int16_t)(after - before);
    event.cause = cause;
    if (cause.actor != NONE) {
        event.authors_count = 1;
        event.authors[0] = (Author){.actor = cause.actor, .share = 1000};
    }
    txn_emit(txn, &event);
    if (event.applied >= 0 || cause.kind == CAUSE_FACILITATOR) return;
    uint8_t payer = purse_owner(def, cell);
    if (payer != NONE) purse_lower(txn, payer, -event.applied, cause);
}

void txn_rng(Txn *txn, const Rng *rng) {
    txn_say(txn, EVENT_RNG, NONE, (int16_t)(uint16_t)rng->state,
            (int16_t)(uint16_t)(rng->state >> 16), (int16_t)(uint16_t)(rng->state >> 32),
            (int16_t)(uint16_t)(rng->state >> 48));
}

void txn_drop(Txn *txn, const Act *act, Verdict verdict) {
    Event event = txn_event(txn, EVENT_ACT_DROPPED, act->actor);
    event.flags = EVENT_SECRET;
    event.a = (int16_t)verdict.code;
    event.b = verdict.need;
    event.c = verdict.have;
    event.cause = cause_act(act);
    event.act = *act;
    txn_emit(txn, &event);
}

Cause cause_engine(EngineCause id) { return cause_of(CAUSE_ENGINE, (uint16_t)id, NONE); }

Cause cause_act(const Act *act) {
    return (Cause){.kind = CAUSE_MOVE,
            .actor = act->actor,
            .id = act->move,
            .act = act->id,
            .target = act->target};
}

Cause cause_of(CauseKind kind, uint16_t id, uint8_t actor) {
    return (Cause){
            .kind = (uint8_t)kind, .actor = actor, .id = id, .target = {KIND_NONE, NONE}
    };
}
