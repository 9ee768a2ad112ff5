// rules/gate_building.c — what acts that lend, give, tie or convene need, strings on money, and the yes of whom they point at. Never: a second judge (gate.c calls it).
#include "rules/building.h"
#include "rules/card.h"
#include "rules/decide.h"
#include "rules/fold.h"
#include "rules/gate.h"
#include "rules/gate_parts.h"
#include "rules/stock.h"

static Verdict word_gate(Scope *scope, const Change *change) {
    switch (change->op) {
    case CHANGE_POSITION: return change->b >= 0 ? loan_gate(scope, change) : verdict_ok();
    case CHANGE_LOAN: return loan_gate(scope, change);
    case CHANGE_GRANT: return grant_gate(scope, change);
    case CHANGE_OPEN_ARENA: return convene_gate(scope, change);
    default: return verdict_ok();
    }
}

static Verdict words_gate(Scope *scope, const Move *move) {
    const Def *def = scope->expr.def;
    if (move->lets_count > 0) scope_lets(scope, move->lets_first, move->lets_count);
    for (int32_t i = 0; i < move->changes.count; i++) {
        const Change *change = &def->changes[move->changes.first + i];
        if (!expr_holds(&scope->expr, change->when)) continue;
        Verdict verdict = word_gate(scope, change);
        if (verdict.code != VERDICT_OK) return verdict;
    }
    return verdict_ok();
}

// Who pays has closed some acts against those it answers for, as long as its money is there.
static Verdict strings_gate(const Def *def, const State *state, const Act *act) {
    if (act->target.kind != KIND_DECIDER) return verdict_ok();
    uint8_t owner = def->deciders[act->target.index].owner;
    if (owner >= ACTORS_MAX || state->strings[owner][act->actor] == 0) return verdict_ok();
    int32_t set = state->strings[owner][act->actor] - 1;
    bool tied = state_at(def, state, TRACK_RESTRICTED, owner, act->actor) > 0
                && set < def->move_sets_count
                && def_has_move(def->move_sets[set], act->move);
    if (!tied) return verdict_ok();
    Verdict verdict = verdict_no(VERDICT_TIED);
    verdict.thing = (Thing){KIND_ACTOR, owner};
    return verdict;
}

bool building_is_tied(const Def *def, const State *state, uint8_t actor) {
    for (int32_t giver = 0; giver < def_count(def, KIND_ACTOR); giver++) {
        if (state->strings[giver][actor]) return true;
    }
    return false;
}

Verdict building_gate(Scope *scope, const Act *act, const Move *move) {
    Verdict verdict = strings_gate(scope->expr.def, scope->expr.state, act);
    if (verdict.code != VERDICT_OK || !(move->flags & MOVE_BUILDS)) return verdict;
    return words_gate(scope, move);
}

// ---- the yes of whom it points at ------------------------------------------------------------

static bool ties_money(Scope *scope, const Move *move) {
    const Def *def = scope->expr.def;
    for (int32_t i = 0; i < move->changes.count; i++) {
        const Change *change = &def->changes[move->changes.first + i];
        bool tied = change->op == CHANGE_GRANT && change->b == 1;
        if (tied && expr_holds(&scope->expr, change->when)) return true;
    }
    return false;
}

static bool needs_consent(Scope *scope, const Act *act, const Move *move) {
    if (act->target.kind != KIND_ACTOR || act->target.index == act->actor) return false;
    if (move->flags & MOVE_CONSENT) return true;
    return (move->flags & MOVE_BUILDS) && ties_money(scope, move);
}

static bool same_request(const Consent *consent, const Act *act) {
    bool same = consent->by == act->actor && consent->move == act->move
                && consent->to == act->target.index;
    for (int32_t i = 0; same && i < ASKS_MAX; i++)
        same = consent->asked[i] == act->asked[i];
    return same;
}

static bool consent_given(const State *state, const Act *act) {
    for (int32_t i = 0; i < CONSENTS_MAX; i++) {
        const Consent *consent = &state->consent[i];
        if (consent->state == CONSENT_YES && same_request(consent, act)) return true;
    }
    return false;
}

Verdict building_consent(Scope *scope, const Act *act, const Move *move) {
    if (!needs_consent(scope, act, move) || consent_given(scope->expr.state, act))
        return verdict_ok();
    Verdict verdict = verdict_no(VERDICT_NEED_CONSENT);
    verdict.thing = act->target;
    return verdict;
}

static bool is_step_of(const Phase *phase, int32_t index, const Move *move, uint8_t id) {
    bool named = move->phases != 0;
    bool takes = phase->kind == PHASE_SEALED && phase->does != DOES_REFLECT;
    return (named ? (move->phases >> index) & 1 : takes) && def_has_move(phase->allow, id);
}

bool building_as_planned(const Def *def, const State *state, uint8_t move, State *out) {
    for (int32_t i = 0; i < def->phases_count; i++) {
        if (!is_step_of(&def->phases[i], i, &def->moves[move], move)) continue;
        *out = *state;
        Event step = {.kind = EVENT_STEP,
                .actor = NONE,
                .a = STATUS_RUNNING,
                .b = state->round,
                .c = (int16_t)i};
        fold_event(def, out, &step);
        return true;
    }
    return false;
}

static int32_t free_request(const State *state, const Act *act) {
    int32_t room = -1;
    for (int32_t i = CONSENTS_MAX - 1; i >= 0; i--) {
        const Consent *consent = &state->consent[i];
        if (consent->state == CONSENT_FREE) room = i;
        if (consent->state != CONSENT_FREE && same_request(consent, act)) return -2;
    }
    return room;
}

// Judged as if it were planned now; the one thing that may be missing is the yes.
Verdict gate_consent(const Def *def, const State *state, const Command *command) {
    Act act = command->act;
    act.actor = command->actor;
    act.arena = NONE;
    if (state->status != STATUS_RUNNING || stock_phase_does(def, state) != DOES_BACKSTAGE)
        return verdict_no(VERDICT_WRONG_PHASE);
    if (act.move >= def->moves_count) return verdict_no(VERDICT_BAD_COMMAND);
    State then;
    if (!building_as_planned(def, state, act.move, &then))
        return verdict_no(VERDICT_WRONG_PHASE);
    Verdict verdict = gate_act(def, &then, &act);
    if (verdict.code == VERDICT_OK) return verdict_no(VERDICT_NO_NEED_TO_ASK);
    if (verdict.code != VERDICT_NEED_CONSENT) return verdict;
    int32_t slot = free_request(state, &act);
    if (slot == -2) return verdict_no(VERDICT_ONCE_A_ROUND);
    return slot >= 0 ? verdict_ok()
                     : verdict_need(VERDICT_TOO_MANY, CONSENTS_MAX, CONSENTS_MAX);
}

void decide_consent(Txn *txn, const Command *command) {
    Act act = command->act;
    act.actor = command->actor;
    act.arena = NONE;
    act.id = (uint16_t)(txn->state->next_act + 1); // none is given out: nothing is done yet
    Event event = txn_event(txn, EVENT_CONSENT_ASKED, command->actor);
    event.a = (int16_t)free_request(txn->state, &act);
    event.b = act.target.index;
    event.flags = EVENT_QUIET;
    event.cause.target = act.target;
    event.act = act;
    txn_emit(txn, &event);
    CardAsk ask = {.kind = CHOICE_CONSENT,
            .about = (uint8_t)event.a,
            .by = command->actor,
            .asked = (uint16_t)(1u << act.target.index)};
    (void)card_open(txn, &ask); // nobody there to ask: no answer, which means no
}

void consent_run(Txn *txn, Book *book, const OpenChoice *card) {
    (void)book;
    if (card->about >= CONSENTS_MAX) return;
    const Consent *consent = &txn->state->consent[card->about];
    if (consent->state != CONSENT_ASKED) return;
    Event event = txn_event(txn, EVENT_CONSENT_SAID, consent->to);
    event.a = card->about;
    event.b = card->answer[consent->to & (ACTORS_MAX - 1)] == 1 ? 1 : 2;
    event.flags = EVENT_QUIET;
    event.cause.target = (Thing){KIND_ACTOR, consent->by};
    txn_emit(txn, &event);
}
