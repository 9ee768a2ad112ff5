// rules/gate_point.c — the gate of points of power that look at the meeting: own words, counter-proposals, lines, words backstage. Never: voice or costs.
#include "model/ask.h"
#include "rules/gate_parts.h"
#include "rules/point.h"
#include "rules/role.h"

// Whether an act on the own list already speaks on this thing.
static int32_t planned_words(const Def *def, const State *state, uint8_t actor, Thing on) {
    int32_t count = 0;
    for (int32_t i = 0; i < state->plan_count[actor]; i++) {
        const Act *act = &state->plan[actor][i];
        PointWords words = point_words(def, act);
        count += words.speaks && point_same_topic(words.on, on);
    }
    return count;
}

Verdict gate_token(const Def *def, const State *state, const Act *act) {
    uint16_t cell =
            def_cell(def, act->token == 1 ? TRACK_STORY : TRACK_EVIDENCE, act->actor, 0);
    Left left;
    left_open(&left, def, state, act->actor);
    if (left.cells[cell] >= 10) return verdict_ok();
    Verdict verdict = verdict_need(VERDICT_NEED_NUMBER, 1, left.cells[cell] / 10);
    verdict.cell = cell;
    return verdict;
}

static int32_t planned_tokens(const Def *def, const State *state, uint8_t actor, Thing on) {
    int32_t count = 0;
    for (int32_t i = 0; i < state->plan_count[actor]; i++) {
        const Act *act = &state->plan[actor][i];
        bool backs = def->moves[act->move].mechanism == POINT_BACKS;
        count += (backs || act->token) && point_same_topic(act->target, on);
    }
    return count;
}

// A story or a fact goes with own words, and one with each.
static Verdict check_backing(const Def *def, const State *state, const Act *act) {
    if (planned_words(def, state, act->actor, act->target) == 0)
        return verdict_no(VERDICT_NO_WORDS);
    if (planned_tokens(def, state, act->actor, act->target) > 0)
        return verdict_no(VERDICT_ONE_TOKEN);
    return verdict_ok();
}

// A line of this arena that the doubter has read and did not write.
static Verdict check_line(const Def *def, const State *state, const Act *act) {
    const Utterance *u = &state->utterance[act->target.index];
    bool good = u->arena == state->meetings[state->meeting & 3] && u->taker != act->actor
                && role_reads_minutes(def, state, act->actor, u->arena);
    return good ? verdict_ok() : verdict_no(VERDICT_WRONG_TARGET);
}

Verdict gate_point_target(
        const Def *def, const State *state, const Act *act, const Move *move) {
    switch ((PointMechanism)move->mechanism) {
    case POINT_UTTER:
    case POINT_READING:
        return planned_words(def, state, act->actor, act->target)
                       ? verdict_no(VERDICT_ONCE_A_TARGET)
                       : verdict_ok();
    case POINT_BACKS: return check_backing(def, state, act);
    case POINT_CHALLENGE:
        return act->target.kind == KIND_LINE ? check_line(def, state, act) : verdict_ok();
    case POINT_PLAIN:
    case POINT_RESIST:
    case POINT_ROLE:
    case POINT_QUESTION:
    case POINT_CHAIR:
    case POINT_ALTERNATIVE:
    case POINT_QUEUE:
    case POINT_PRIME: break;
    }
    return verdict_ok();
}

// Something else of the same kind; another frame, or any clause on the agenda: the same clause means
// the other way.
static Verdict check_counter(const Def *def, const State *state, const Act *act) {
    PointWords words = point_words(def, act);
    if (!words.speaks || point_topic(words.on) != point_topic(act->target))
        return verdict_no(VERDICT_NO_COUNTER);
    bool frame = point_topic(words.on) == UTTER_FRAME;
    if (frame && words.on.index == act->target.index) return verdict_no(VERDICT_NO_COUNTER);
    if (!frame && !gate_on_agenda(state, words.on.index))
        return verdict_no(VERDICT_NOT_ON_AGENDA);
    return planned_words(def, state, act->actor, words.on)
                   ? verdict_no(VERDICT_ONCE_A_TARGET)
                   : verdict_ok();
}

// What is asked for decides what the word brings: the partner, a decider, words to be voiced.
static Verdict check_aside(
        const Def *def, const State *state, const Act *act, const Move *move) {
    Thing about = point_aside_about(def, act);
    bool partner = about.kind == KIND_ACTOR && about.index == act->target.index;
    bool good = partner || about.kind == KIND_DECIDER || about.kind == KIND_FRAME
                || about.kind == KIND_CLAUSE;
    if (!good || act->target.kind != KIND_ACTOR || act->target.index == act->actor)
        return verdict_no(VERDICT_WRONG_TARGET);
    if ((move->flags & MOVE_SIDES) && about.kind != KIND_CLAUSE && act->side != 1)
        return verdict_no(VERDICT_NO_SIDE);
    int32_t used = 0;
    for (int32_t i = 0; i < ASIDES_EACH; i++) {
        const Aside *aside = &state->aside[ASIDES_EACH * act->actor + i];
        if (aside->state == ASIDE_FREE) continue;
        used++;
        bool same = aside->to == act->target.index && aside->about.kind == about.kind
                    && aside->about.index == about.index;
        if (same) return verdict_no(VERDICT_ASIDE_OPEN);
    }
    return used < ASIDES_EACH ? verdict_ok()
                              : verdict_need(VERDICT_ASIDES_FULL, ASIDES_EACH, used);
}

bool gate_point_has_details(const Move *move) {
    return move->kind == MOVE_POINT
           && (move->mechanism == POINT_ALTERNATIVE || move->mechanism == POINT_PRIME);
}

Verdict gate_point_details(
        const Def *def, const State *state, const Act *act, const Move *move) {
    return move->mechanism == POINT_PRIME ? check_aside(def, state, act, move)
                                          : check_counter(def, state, act);
}
