// rules/aside.c — a word between two in BACKSTAGE: offered, agreed, and what it brings. Never: seen by others than the two.
#include "rules/aside.h"
#include "rules/apply.h"
#include "rules/decide.h"
#include "rules/gate.h"
#include "rules/point.h"
#include "rules/stock.h"

static const Aside *open_aside(const State *state, int32_t slot) {
    if (slot < 0 || slot >= ASIDES_MAX) return NULL;
    return state->aside[slot].state == ASIDE_OFFERED ? &state->aside[slot] : NULL;
}

Verdict gate_aside(const Def *def, const State *state, const Command *command) {
    if (state->status != STATUS_RUNNING || stock_phase_does(def, state) != DOES_BACKSTAGE)
        return verdict_no(VERDICT_WRONG_PHASE);
    const Aside *aside = open_aside(state, command->a);
    bool mine = aside && aside->to == command->actor,
         own = aside && aside->by == command->actor;
    if (!mine && !own) return verdict_no(VERDICT_ASIDE_UNKNOWN);
    if (command->b != 2 && (command->b != 1 || own)) return verdict_no(VERDICT_BAD_ANSWER);
    if (command->b == 2) return verdict_ok();
    if (state->seat_by[command->actor] == BY_STAND_IN) return verdict_no(VERDICT_STAND_IN);
    int32_t voice = def->moves[aside->move].voice,
            have = state_at(def, state, TRACK_VOICE, aside->by, 0) / 10;
    return have >= voice ? verdict_ok() : verdict_no(VERDICT_ASIDE_UNKNOWN);
}

// Everything about it is for the two alone.
static void say_quietly(Txn *txn, EventKind kind, const Aside *aside, int32_t slot,
        int32_t b, int32_t c, int32_t d) {
    Event event = txn_event(txn, kind, aside->by);
    event.a = (int16_t)slot;
    event.b = (int16_t)b;
    event.c = (int16_t)c;
    event.d = (int16_t)d;
    event.flags = EVENT_MICRO | EVENT_SECRET;
    event.cause = cause_of(CAUSE_MOVE, aside->move, aside->by);
    event.cause.target = (Thing){KIND_ACTOR, aside->to};
    txn_emit(txn, &event);
}

void decide_aside_offer(Txn *txn, const Act *act) {
    Thing about = point_aside_about(txn->def, act);
    Aside aside = {.by = act->actor, .to = act->target.index, .move = act->move};
    for (int32_t i = 0; i < ASIDES_EACH; i++) {
        int32_t slot = ASIDES_EACH * act->actor + i;
        if (txn->state->aside[slot].state != ASIDE_FREE) continue;
        say_quietly(txn, EVENT_ASIDE, &aside, slot, aside.to,
                about.kind * 256 + about.index, act->side);
        return;
    }
}

// The partner passes on what it knows of a decider, if it knows.
static void pass_on(Txn *txn, const Aside *aside) {
    const Def *def = txn->def;
    uint8_t decider = aside->about.index;
    bool known = def->deciders[decider].known || def->deciders[decider].owner == aside->to
                 || (txn->state->learned[aside->to][decider] & FACT_STANCE);
    if (!known) return;
    Event event = txn_event(txn, EVENT_LEARNED, aside->by);
    event.a = FACT_STANCE;
    event.b = decider;
    event.flags = EVENT_MICRO | EVENT_SECRET;
    event.cause = cause_of(CAUSE_MOVE, aside->move, aside->by);
    txn_emit(txn, &event);
}

static Act act_of(const Txn *txn, const Aside *aside) {
    Act act = {
            .id = (uint16_t)(txn->state->next_act + 1),
            .move = aside->move,
            .actor = aside->by,
            .target = {KIND_ACTOR, aside->to},
            .side = aside->side,
            .arena = NONE
    };
    // The one question a word backstage asks; answers of things are kind and index.
    const Move *move = &txn->def->moves[aside->move];
    for (int32_t i = 0; i < move->asks_count; i++) {
        bool partner = aside->about.kind == KIND_ACTOR;
        int32_t any = partner ? 0 : aside->about.kind * 256 + aside->about.index;
        act.asked[i] = (int16_t)(move->asks[i].kind == ASK_ANY ? any : aside->about.index);
    }
    return act;
}

static void agree(Txn *txn, int32_t slot) {
    const Aside aside = txn->state->aside[slot];
    const Move *move = &txn->def->moves[aside.move];
    Act act = act_of(txn, &aside);
    uint16_t voice = def_cell(txn->def, TRACK_VOICE, aside.by, 0);
    book_add(txn->book, txn->def, voice, -10 * move->voice, cause_act(&act),
            EVENT_MICRO | EVENT_SECRET);
    apply_costs(txn, txn->book, &act, false);
    bool words = aside.about.kind == KIND_FRAME || aside.about.kind == KIND_CLAUSE;
    if (aside.about.kind == KIND_DECIDER) pass_on(txn, &aside);
    if (aside.about.kind == KIND_ACTOR) {
        EffectFactors factors = apply_own_factors(txn->def, txn->state, &act);
        apply_changes(txn, txn->book, &act, &factors);
    }
    book_settle(txn, txn->book);
    apply_done(txn, &act, true);
    say_quietly(
            txn, EVENT_ASIDE_STATE, &aside, slot, words ? ASIDE_AGREED : ASIDE_FREE, 0, 0);
}

void decide_aside(Txn *txn, const Command *command) {
    const Aside aside = txn->state->aside[command->a];
    if (command->b == 1)
        agree(txn, command->a);
    else
        say_quietly(txn, EVENT_ASIDE_STATE, &aside, command->a, ASIDE_FREE, 0, 0);
}

// What nobody answered is off the table when BACKSTAGE closes; words agreed wait for the meeting.
void aside_close(Txn *txn) {
    for (int32_t slot = 0; slot < ASIDES_MAX; slot++) {
        const Aside aside = txn->state->aside[slot];
        if (aside.state == ASIDE_OFFERED)
            say_quietly(txn, EVENT_ASIDE_STATE, &aside, slot, ASIDE_FREE, 0, 0);
    }
}
