// rules/chair.c — what the chair and those who object to it may do: order, objection, hands, election, indicative vote, summary. Never: sets the agenda (agenda.c).
#include "rules/agenda.h"
#include "rules/decide.h"
#include "rules/gate.h"
#include "rules/gate_parts.h"
#include "rules/meeting_parts.h"
#include "rules/role.h"
#include "rules/stock.h"
#include "rules/support.h"

static bool in_meeting(const Def *def, const State *state, uint8_t sub) {
    return state->status == STATUS_RUNNING && state->phase < def->phases_count
           && def->phases[state->phase].kind == PHASE_MEETING && state->sub == sub
           && meeting_arena(state) != NONE;
}

static bool may_take(const Def *def, const State *state, int32_t clause) {
    uint8_t arena = meeting_arena(state), issues = def->arenas[arena].issues;
    if (clause < 0 || clause >= def_count(def, KIND_CLAUSE)) return false;
    if ((state->deferred[arena] >> clause) & 1) return false;
    return issues == 0 || ((issues >> def->clauses[clause].issue) & 1);
}

static bool is_none(int16_t value) { return value < 0 || value == NONE; }

// Three places and a deferral: each names a clause of this arena, no clause twice, one at least.
static bool order_good(const Def *def, const State *state, const Command *command) {
    const int16_t named[4] = {command->a, command->b, command->c, command->d};
    int32_t count = 0;
    for (int32_t i = 0; i < 4; i++) {
        if (is_none(named[i])) continue;
        if (!may_take(def, state, named[i])) return false;
        for (int32_t j = 0; j < i; j++) {
            if (named[j] == named[i]) return false;
        }
        count++;
    }
    return count > 0;
}

static Verdict gate_order(const Def *def, const State *state, const Command *command) {
    if (!in_meeting(def, state, MEET_ROLES)) return verdict_no(VERDICT_WRONG_PHASE);
    uint8_t who = role_with_right(def, state, MAY_ORDER_AGENDA);
    bool defers = !is_none(command->d);
    if (who != command->actor
            || (defers && role_with_right(def, state, MAY_DEFER) != command->actor))
        return verdict_no(VERDICT_NOT_CHAIR);
    if (state->ordered != ORDER_NONE) return verdict_no(VERDICT_ORDERED);
    return order_good(def, state, command) ? verdict_ok()
                                           : verdict_no(VERDICT_WRONG_TARGET);
}

static Verdict gate_present(const Def *def, const State *state, uint8_t actor) {
    if (!in_meeting(def, state, MEET_ROLES)) return verdict_no(VERDICT_WRONG_PHASE);
    bool there = (state->present >> actor) & 1;
    if (!there) return verdict_no(VERDICT_NOT_PRESENT);
    if (state->ordered != ORDER_GIVEN) return verdict_no(VERDICT_NO_ORDER);
    return state->chair_now == actor ? verdict_no(VERDICT_NOT_FOR_YOU) : verdict_ok();
}

static Verdict gate_object(const Def *def, const State *state, const Command *command) {
    Verdict verdict = gate_present(def, state, command->actor);
    if (verdict.code != VERDICT_OK) return verdict;
    if ((state->objected >> command->actor) & 1) return verdict_no(VERDICT_ONCE_A_ROUND);
    int32_t left = gate_voice_left(def, state, command->actor);
    return left >= OBJECTION_VOICE
                   ? verdict_ok()
                   : verdict_need(VERDICT_NEED_VOICE, OBJECTION_VOICE, core_max(0, left));
}

static Verdict gate_hand(const Def *def, const State *state, const Command *command) {
    Verdict verdict = gate_present(def, state, command->actor);
    if (verdict.code != VERDICT_OK) return verdict;
    if (state->objected == 0) return verdict_no(VERDICT_NO_OBJECTION);
    if ((state->objected >> command->actor) & 1) return verdict_no(VERDICT_NOT_FOR_YOU);
    return command->a == 1 || command->a == 2 ? verdict_ok()
                                              : verdict_no(VERDICT_BAD_ANSWER);
}

static Verdict gate_sum_up(const Def *def, const State *state, const Command *command) {
    if (!in_meeting(def, state, MEET_RECORD)) return verdict_no(VERDICT_WRONG_PHASE);
    if (state->summary_now != command->actor) return verdict_no(VERDICT_NOT_SUMMARY);
    if (state->summed) return verdict_no(VERDICT_SUMMED);
    if (command->a < 0 || command->a >= UTTERANCES_MAX)
        return verdict_no(VERDICT_WRONG_TARGET);
    const Utterance *u = &state->utterance[command->a];
    bool today = (u->state == UTTERANCE_SPOKEN || u->state == UTTERANCE_LIVE)
                 && u->arena == meeting_arena(state) && u->round == state->round
                 && u->age == 0 && u->strength > 0;
    return today ? verdict_ok() : verdict_no(VERDICT_WRONG_TARGET);
}

static Verdict gate_elect(const Def *def, const State *state, const Command *command) {
    if (state->status != STATUS_RUNNING || stock_phase_does(def, state) != DOES_BACKSTAGE)
        return verdict_no(VERDICT_WRONG_PHASE);
    bool good = command->a >= 0 && command->a < def_count(def, KIND_ACTOR)
                && command->b >= 0 && command->b < def_count(def, KIND_ARENA);
    if (!good) return verdict_no(VERDICT_WRONG_TARGET);
    if (state->rules_of[command->b].chair != CHAIR_ELECTED)
        return verdict_no(VERDICT_NO_ELECTION);
    if (!state_holds_place(state, command->actor, command->b))
        return verdict_no(VERDICT_NOT_PRESENT);
    return state_holds_place(state, command->a, command->b)
                   ? verdict_ok()
                   : verdict_no(VERDICT_WRONG_TARGET);
}

// Deciders of the arenas that decide the issue.
static uint32_t deciders_of(const Def *def, int32_t issue) {
    uint32_t mask = 0;
    for (int32_t i = 0; i < def_count(def, KIND_DECIDER); i++) {
        const Arena *arena = &def->arenas[def->deciders[i].arena];
        bool on_it = arena->issues == 0 || ((arena->issues >> issue) & 1);
        if (arena->decides != NONE && on_it) mask |= 1u << i;
    }
    return mask;
}

static Verdict gate_show(const Def *def, const State *state, const Command *command) {
    bool meets = in_meeting(def, state, state->sub) && state->sub != MEET_NONE;
    if (!meets) return verdict_no(VERDICT_WRONG_PHASE);
    if (state->chair_now != command->actor || role_move(def, ROLE_CHAIR) < 0)
        return verdict_no(VERDICT_NOT_CHAIR);
    if (command->a < 0 || command->a >= def_count(def, KIND_ISSUE)
            || deciders_of(def, command->a) == 0)
        return verdict_no(VERDICT_WRONG_TARGET);
    bool before = (state->shown_issues >> command->a) & 1;
    return before ? verdict_no(VERDICT_SHOWN) : verdict_ok();
}

Verdict gate_chair(const Def *def, const State *state, const Command *command) {
    switch (command->kind) {
    case COMMAND_ORDER: return gate_order(def, state, command);
    case COMMAND_OBJECT: return gate_object(def, state, command);
    case COMMAND_HAND: return gate_hand(def, state, command);
    case COMMAND_SUM_UP: return gate_sum_up(def, state, command);
    case COMMAND_CHAIR_VOTE: return gate_elect(def, state, command);
    default: return gate_show(def, state, command);
    }
}

// What is new in the room is put before those who were ready with it.
static void wake(Txn *txn, uint8_t but) {
    for (uint8_t actor = 0; actor < def_count(txn->def, KIND_ACTOR); actor++) {
        bool ready = (txn->state->done & txn->state->waiting) >> actor & 1;
        if (ready && actor != but) txn_say(txn, EVENT_DONE, actor, 0, 0, 0, 0);
    }
}

static int16_t or_none(int16_t value) { return is_none(value) ? (int16_t)NONE : value; }

static void order(Txn *txn, const Command *command) {
    txn_say(txn, EVENT_ORDERED, command->actor, or_none(command->a), or_none(command->b),
            or_none(command->c), or_none(command->d));
    wake(txn, command->actor);
}

static void object(Txn *txn, const Command *command) {
    bool first = txn->state->objected == 0;
    uint16_t cell = def_cell(txn->def, TRACK_VOICE, command->actor, 0);
    txn_delta(txn, cell, -10 * OBJECTION_VOICE,
            cause_of(CAUSE_ENGINE, ENGINE_PAYMENT, command->actor));
    txn_say(txn, EVENT_OBJECTION, command->actor, 0, 0, 0, 0);
    if (first) wake(txn, command->actor);
}

static void sum_up(Txn *txn, const Command *command) {
    const Utterance *u = &txn->state->utterance[command->a];
    const Def *def = txn->def;
    int32_t most = core_max(0, def->coef[COEF_EXTRAS_MAX] - u->extras);
    int32_t by = core_min(def->coef[COEF_SUMMARY_GAIN], most);
    int32_t strength = core_min(u->strength + by, UTTERANCE_STRENGTH_MAX);
    Event event = txn_event(txn, EVENT_STRENGTH, command->actor);
    event.a = command->a;
    event.b = (int16_t)strength;
    event.c = u->strength;
    event.flags = EVENT_MICRO;
    event.cause = cause_of(CAUSE_MOVE, (uint16_t)core_max(0, role_move(def, ROLE_SUMMARY)),
            command->actor);
    txn_emit(txn, &event);
    txn_say(txn, EVENT_SUMMED, command->actor, command->a, by, 0, 0);
}

static void elect(Txn *txn, const Command *command) {
    Event event = txn_event(txn, EVENT_CHAIR_VOTE, command->actor);
    event.a = command->a;
    event.b = command->b;
    event.flags = EVENT_SECRET;
    txn_emit(txn, &event);
}

// Signs only, and only for those in the room.
static void show(Txn *txn, const Command *command) {
    const Def *def = txn->def;
    uint32_t deciders = deciders_of(def, command->a);
    for (; deciders; deciders &= deciders - 1) {
        int32_t decider = __builtin_ctz(deciders);
        int32_t support = support_now(def, txn->state, (uint8_t)decider);
        Event event = txn_event(txn, EVENT_SHOWN, command->actor);
        event.a = (int16_t)decider;
        event.b = (int16_t)((support > 0) - (support < 0));
        event.c = command->a;
        event.d = (int16_t)txn->state->present;
        event.flags = EVENT_MICRO | EVENT_SECRET;
        txn_emit(txn, &event);
    }
}

void decide_chair(Txn *txn, const Command *command) {
    switch (command->kind) {
    case COMMAND_ORDER: order(txn, command); break;
    case COMMAND_OBJECT: object(txn, command); break;
    case COMMAND_HAND: txn_say(txn, EVENT_HAND, command->actor, command->a, 0, 0, 0); break;
    case COMMAND_SUM_UP: sum_up(txn, command); break;
    case COMMAND_CHAIR_VOTE: elect(txn, command); break;
    default: show(txn, command); break;
    }
}
