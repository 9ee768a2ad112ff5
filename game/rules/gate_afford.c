// rules/gate_afford.c — needs, hours, voice and costs of an act, less what the actor's list already spends. Never: changes a State.
#include "rules/coalition.h"
#include "rules/effect.h"
#include "rules/gate.h"
#include "rules/gate_parts.h"
#include "rules/left.h"
#include "rules/suit.h"

enum {
    LOOKS_AT_ACT = EXPR_LOOKS_TARGET | EXPR_LOOKS_SIDE | EXPR_LOOKS_BID | EXPR_LOOKS_ASKED
                   | EXPR_LOOKS_LET
};

int32_t gate_planned(const State *state, uint8_t actor, uint8_t move) {
    int32_t count = 0;
    for (int32_t i = 0; i < state->plan_count[actor]; i++)
        count += state->plan[actor][i].move == move;
    return count;
}

static bool span_needs_lets(const Def *def, ChangeSpan span) {
    for (int32_t i = 0; i < span.count; i++) {
        const Change *change = &def->changes[span.first + i];
        if ((gate_looks(def, change->amount) | gate_looks(def, change->when))
                & EXPR_LOOKS_LET)
            return true;
    }
    return false;
}

bool gate_move_needs_lets(const Def *def, const Move *move) {
    if (move->lets_count == 0) return false;
    if ((gate_looks(def, move->when) | gate_looks(def, move->target_when)) & EXPR_LOOKS_LET)
        return true;
    return span_needs_lets(def, move->costs) || span_needs_lets(def, move->needs);
}

bool gate_on_agenda(const State *state, uint8_t clause) {
    for (int32_t i = 0; i < state->agenda_open; i++) {
        if (state->agenda[i] == clause) return true;
    }
    return false;
}

static bool is_reading(const Def *def, const State *state, uint8_t frame) {
    if (state->reading == NONE) return false;
    const Happening *happening = &def->happenings[state->reading];
    for (int32_t i = 0; i < happening->readings_count; i++) {
        if (happening->readings[i] == frame) return true;
    }
    return false;
}

static Verdict ok_or(bool right, VerdictCode code) {
    return (Verdict){.code = right ? VERDICT_OK : (uint16_t)code, .cell = UINT16_MAX};
}

static Verdict wrong_target(bool right) { return ok_or(right, VERDICT_WRONG_TARGET); }

// A question needs its target in the room: an actor who is present, or a decider of this arena or
// of one whose owner sits here.
static Verdict check_asked(const Def *def, const State *state, const Act *act) {
    Thing target = act->target;
    bool in_range =
            target.kind < KIND_COUNT && target.index < def_count(def, (Kind)target.kind);
    if (!in_range) return wrong_target(false);
    if (target.kind == KIND_ACTOR) {
        return ok_or(target.index != act->actor && ((state->present >> target.index) & 1),
                VERDICT_NOT_IN_ROOM);
    }
    if (target.kind != KIND_DECIDER) return wrong_target(false);
    const Decider *decider = &def->deciders[target.index];
    bool here = decider->arena == state->meetings[state->meeting & 3];
    bool owner_here = decider->owner != NONE && ((state->present >> decider->owner) & 1);
    return ok_or(here || owner_here, VERDICT_NOT_IN_ROOM);
}

bool gate_takes_all(const Move *move, Kind kind) {
    if (move->mechanism == POINT_QUESTION) return false;
    // Points look at what else is said on a frame (gate_point.c).
    if (move->kind == MOVE_POINT && kind == KIND_FRAME) return false;
    if (kind == KIND_ACTOR) return move->kind != MOVE_POINT;
    return kind == KIND_RESOURCE || kind == KIND_AUDIENCE || kind == KIND_DECIDER
           || kind == KIND_ARENA || kind == KIND_ISSUE || kind == KIND_FRAME;
}

static Verdict lent_target(const State *state, uint8_t slot) {
    bool lent = slot < LOANS_MAX && state->loan[slot].state == LOAN_LENT;
    return lent ? verdict_ok() : verdict_no(VERDICT_NOT_LENT);
}

// Help that has come up and may be accepted.
static Verdict offered_target(const Def *def, const State *state, uint8_t happening) {
    bool stands = happening < def->happenings_count && def->happenings[happening].offer
                  && state_bit(state->happened, happening);
    return stands ? verdict_ok() : verdict_no(VERDICT_NO_OFFER);
}

static Verdict check_thing(
        const Def *def, const State *state, const Act *act, const Move *move) {
    Thing target = act->target;
    bool meets = move->kind == MOVE_POINT;
    if (move->mechanism == POINT_QUESTION) return check_asked(def, state, act);
    switch ((Kind)target.kind) {
    case KIND_LINE:
        return wrong_target(target.index < UTTERANCES_MAX
                            && state->utterance[target.index].state == UTTERANCE_LIVE);
    case KIND_COALITION:
        return wrong_target(
                target.index < COALITIONS_MAX && state->coalition[target.index].members);
    case KIND_READING:
        return ok_or(is_reading(def, state, target.index), VERDICT_NOT_A_READING);
    case KIND_POSITION: return lent_target(state, target.index);
    case KIND_CLAIM:
        if (target.index >= def_count(def, KIND_CLAUSE)) return wrong_target(false);
        return suit_may(def, state, target.index);
    case KIND_ITEM: return wrong_target(target.index < def_count(def, KIND_CLAUSE));
    case KIND_OFFER: return offered_target(def, state, target.index);
    case KIND_NONE:
    case KIND_COUNT: return wrong_target(false);
    case KIND_ACTOR:
        if (meets && target.index == act->actor) return wrong_target(false);
        return wrong_target(target.index < def_count(def, KIND_ACTOR));
    case KIND_CLAUSE:
        if (target.index >= def_count(def, KIND_CLAUSE)) return wrong_target(false);
        if (move->mechanism == POINT_UTTER && !gate_on_agenda(state, target.index))
            return verdict_no(VERDICT_NOT_ON_AGENDA);
        return verdict_ok();
    case KIND_RESOURCE:
    case KIND_AUDIENCE:
    case KIND_DECIDER:
    case KIND_ARENA:
    case KIND_ISSUE:
    case KIND_FRAME: return wrong_target(target.index < def_count(def, (Kind)target.kind));
    }
    return wrong_target(false);
}

Verdict gate_thing(const Def *def, const State *state, const Act *act, const Move *move) {
    Verdict verdict = check_thing(def, state, act, move);
    if (verdict.code != VERDICT_OK || move->kind != MOVE_POINT) return verdict;
    return gate_point_target(def, state, act, move);
}

// Finds whether one cell holds enough; the first that does not is kept.
typedef struct Purse {
    const Def *def;
    const State *state;
    const int16_t *cells; // what the list leaves, or when paying what there is
    int32_t wanted;       // tenths, above 0
    int32_t hours;        // tenths that the move itself takes from the same hours
    uint8_t actor;
    VerdictCode code;
    Verdict verdict;
} Purse;

// What a coalition holds is spent by its lead, or while most members let others do so.
static bool may_touch(const Purse *purse, uint16_t cell) {
    if (purse->def->cell_track[cell] != TRACK_POOL) return true;
    int32_t track, slot, resource;
    def_cell_place(purse->def, cell, &track, &slot, &resource);
    return coalition_may_spend(purse->state, slot, purse->actor);
}

static void look_into(void *context, uint16_t cell) {
    Purse *purse = context;
    if (purse->verdict.code != VERDICT_OK) return;
    if (purse->code == VERDICT_COST_NUMBER && !may_touch(purse, cell)) {
        purse->verdict = verdict_no(VERDICT_COALITION_PURSE);
        return;
    }
    bool hours = cell == def_cell(purse->def, TRACK_TIME, purse->actor, 0);
    int32_t have = purse->cells[cell] - (hours ? purse->hours : 0);
    if (have - purse->wanted >= purse->def->cell_min[cell] && have >= purse->wanted) return;
    if (purse->code == VERDICT_NEED_NUMBER && have >= purse->wanted) return;
    purse->verdict =
            verdict_need(purse->code, (purse->wanted + 9) / 10, core_max(0, have) / 10);
    purse->verdict.cell = cell;
}

static bool belongs(const Def *def, const Change *change, GatePart part) {
    if (part == GATE_PAY) return true;
    uint8_t looks = gate_looks(def, change->amount) | gate_looks(def, change->when);
    bool points_away = change->who.how == SEL_TARGET || change->toward.how == SEL_TARGET
                       || change->who.how == SEL_ASKED || change->toward.how == SEL_ASKED;
    bool detail = (looks & LOOKS_AT_ACT) || points_away;
    return detail == (part == GATE_DETAILS);
}

// What the scope reads: the numbers that the list leaves, or those of the State.
static const int16_t *numbers_of(const Scope *scope) {
    return scope->expr.cells ? scope->expr.cells : scope->expr.state->cell;
}

static Verdict check_span(
        Scope *scope, uint8_t actor, const Move *move, GatePart part, VerdictCode code) {
    const Def *def = scope->expr.def;
    ChangeSpan span = code == VERDICT_COST_NUMBER ? move->costs : move->needs;
    if (span.count == 0) return verdict_ok();
    Effect effect = {.scope = scope, .factors = effect_plain()};
    const int16_t *cells = numbers_of(scope);
    for (int32_t i = 0; i < span.count; i++) {
        const Change *change = &def->changes[span.first + i];
        if (!belongs(def, change, part) || !expr_holds(&scope->expr, change->when))
            continue;
        int32_t wanted = core_abs(effect_amount(&effect, change));
        if (wanted == 0) continue;
        Purse purse = {.def = def,
                .state = scope->expr.state,
                .cells = cells,
                .wanted = wanted,
                .hours = code == VERDICT_COST_NUMBER ? 10 * move->time : 0,
                .actor = actor,
                .code = code,
                .verdict = verdict_ok()};
        effect_cells(&effect, change, look_into, &purse);
        if (purse.verdict.code != VERDICT_OK) return purse.verdict;
    }
    return verdict_ok();
}

static uint8_t span_looks(const Def *def, ChangeSpan span) {
    uint8_t looks = 0;
    for (int32_t i = 0; i < span.count; i++) {
        const Change *change = &def->changes[span.first + i];
        looks |= gate_looks(def, change->amount) | gate_looks(def, change->when);
        uint8_t how[] = {change->who.how, change->toward.how};
        for (size_t j = 0; j < ARRAY_COUNT(how); j++) {
            if (how[j] == SEL_TARGET || how[j] == SEL_OWNER) looks |= EXPR_LOOKS_TARGET;
            if (how[j] == SEL_ASKED) looks |= EXPR_LOOKS_ASKED;
        }
        if (change->flags & CHANGE_SIGNED) looks |= EXPR_LOOKS_SIDE;
    }
    return looks;
}

uint8_t gate_price_looks(const Def *def, const Move *move) {
    uint8_t looks = span_looks(def, move->needs) | span_looks(def, move->costs);
    if (move->kind == MOVE_POINT) looks |= EXPR_LOOKS_BID;
    return looks
           & (EXPR_LOOKS_TARGET | EXPR_LOOKS_SIDE | EXPR_LOOKS_BID | EXPR_LOOKS_ASKED);
}

static int32_t voice_of(const Move *move, const Act *act) {
    return act->bid ? act->bid : move->voice;
}

int32_t gate_hours_left(const Def *def, const State *state, uint8_t actor) {
    Left left;
    left_open(&left, def, state, actor);
    return left.cells[def_cell(def, TRACK_TIME, actor, 0)] / 10;
}

static Verdict check_time(const Scope *scope, uint8_t actor, const Move *move) {
    const Def *def = scope->expr.def;
    if (move->time == 0 || def->phases[scope->expr.state->phase].kind == PHASE_IN_TURN)
        return verdict_ok();
    int32_t have = numbers_of(scope)[def_cell(def, TRACK_TIME, actor, 0)] / 10;
    return have >= move->time
                   ? verdict_ok()
                   : verdict_need(VERDICT_NEED_TIME, move->time, core_max(0, have));
}

int32_t gate_voice_left(const Def *def, const State *state, uint8_t actor) {
    int32_t left = state_at(def, state, TRACK_VOICE, actor, 0) / 10;
    for (int32_t i = 0; i < state->plan_count[actor]; i++) {
        const Act *other = &state->plan[actor][i];
        const Move *move = &def->moves[other->move];
        if (move->kind == MOVE_POINT) left -= voice_of(move, other);
    }
    for (int32_t i = 0; i < ASIDES_MAX; i++) {
        const Aside *aside = &state->aside[i];
        if (aside->state == ASIDE_OFFERED && aside->by == actor)
            left -= def->moves[aside->move].voice;
    }
    return left;
}

static Verdict check_voice(const Def *def, const State *state, uint8_t actor,
        const Move *move, const Act *act, bool planned) {
    int32_t wanted = voice_of(move, act),
            have = planned ? gate_voice_left(def, state, actor)
                           : state_at(def, state, TRACK_VOICE, actor, 0) / 10;
    if (wanted == 0) return verdict_ok();
    return have >= wanted ? verdict_ok()
                          : verdict_need(VERDICT_NEED_VOICE, wanted, core_max(0, have));
}

Verdict gate_afford(
        Scope *scope, uint8_t actor, const Move *move, GatePart part, const Act *act) {
    const Def *def = scope->expr.def;
    const State *state = scope->expr.state;
    Verdict verdict = verdict_ok();
    if (move->needs.count > 0)
        verdict = check_span(scope, actor, move, part, VERDICT_NEED_NUMBER);
    if (verdict.code != VERDICT_OK) return verdict;
    if (move->kind != MOVE_POINT && part != GATE_DETAILS) {
        verdict = check_time(scope, actor, move);
        if (verdict.code != VERDICT_OK) return verdict;
    }
    if (move->kind == MOVE_POINT && act) {
        verdict = check_voice(def, state, actor, move, act, part != GATE_PAY);
        if (verdict.code != VERDICT_OK) return verdict;
    }
    return check_span(scope, actor, move, part, VERDICT_COST_NUMBER);
}
