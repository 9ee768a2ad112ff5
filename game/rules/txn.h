// rules/txn.h — one decision in the making: the State it works on and the events it emits. Never: writes State but through fold.
#ifndef RULES_TXN_H
#define RULES_TXN_H
#include "model/event.h"
#include "model/verdict.h"
#include "rules/hooks.h"

struct Book;

// Everything a decide_* function needs. state is scratch: the session throws it away or keeps it.
typedef struct Txn {
    const Def *def;
    State *state;
    EventList *events;  // the caller's; events are appended in the order they are folded
    const Hooks *hooks; // NULL: functions of packs do nothing
    struct Book *book;  // scratch for deltas of a step; the caller's, empty between steps
    HookResult *result; // scratch for functions; may be NULL without hooks
    uint8_t step;       // ActStep or MeetingStep written into events
    uint8_t mark;       // flags of every event: EVENT_STOOD_IN, EVENT_SENT_FOR
    uint32_t now_ms;    // session clock
} Txn;

// A new event of a kind with round, phase and step filled in; actor may be NONE.
Event txn_event(const Txn *txn, EventKind kind, uint8_t actor);
// The same, appended already: the caller fills it and folds it before anything else is said.
Event *txn_begin(Txn *txn, EventKind kind, uint8_t actor);
// Appends the event and folds it into the scratch at once.
void txn_emit(Txn *txn, const Event *event);
// Shorthand for events that only need a, b, c, d.
void txn_say(Txn *txn, EventKind kind, uint8_t actor, int32_t a, int32_t b, int32_t c,
        int32_t d);
// Changes one cell by delta tenths at once, clamped to its range; no caps, no saturation. Emits
// nothing when nothing changes.
void txn_delta(Txn *txn, uint16_t cell, int32_t delta, Cause cause);
// Remembers how far the generator was drawn.
void txn_rng(Txn *txn, const Rng *rng);
// An act that cannot be paid or carried out any more: why is told to its team alone.
void txn_drop(Txn *txn, const Act *act, Verdict verdict);
// Causes in one word.
Cause cause_engine(EngineCause id);
Cause cause_act(const Act *act);
Cause cause_of(CauseKind kind, uint16_t id, uint8_t actor);

#endif // RULES_TXN_H
