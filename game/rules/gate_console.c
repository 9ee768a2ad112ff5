// rules/gate_console.c — may the facilitator do this now. Never: whether it is wise.
#include "model/knob.h"
#include "rules/gate.h"
#include "rules/people.h"
#include "rules/steer.h"

enum { MS = 1000 };

static Verdict open_if(bool good, VerdictCode otherwise) {
    return good ? verdict_ok() : verdict_no(otherwise);
}

static bool is_actor(const Def *def, int32_t actor) {
    return actor >= 0 && actor < def_count(def, KIND_ACTOR);
}

static bool goes_on(const State *state) {
    return state->status == STATUS_BRIEF || state->status == STATUS_RUNNING;
}

static Verdict seat(const Def *def, const Command *command) {
    bool good = is_actor(def, command->a) && command->b >= BY_NOBODY
                && command->b <= BY_STAND_IN;
    if (command->b == BY_STAND_IN) good &= command->c >= 0 && command->c < POLICY_COUNT;
    return open_if(good, VERDICT_BAD_COMMAND);
}

// An actor for who plays, none for everybody else.
static Verdict place(const Def *def, const Command *command) {
    bool plays = command->c == ROLE_PLAYS;
    bool good = command->a >= 0 && command->a < SEATS_MAX && command->c >= ROLE_FREE
                && command->c <= ROLE_WAITS
                && (plays ? is_actor(def, command->b) : command->b == NONE);
    return open_if(good, VERDICT_BAD_COMMAND);
}

// Roles a case cannot do without have people, unless they are not to be waited for.
static Verdict start(const Def *def, const State *state, const Command *command) {
    if (state->status != STATUS_LOBBY) return verdict_no(VERDICT_WRONG_PHASE);
    for (uint8_t i = 0; command->a != 0 && i < def_count(def, KIND_ACTOR); i++) {
        bool core =
                def->actors[i].cast == CAST_CORE && def->actors[i].seat != SEAT_COMPUTER;
        if (!core || state->seat_by[i] == BY_PERSON) continue;
        Verdict verdict = verdict_no(VERDICT_CORE_MISSING);
        verdict.thing = (Thing){KIND_ACTOR, i};
        return verdict;
    }
    return verdict_ok();
}

static Verdict clocked(const State *state, const Command *command) {
    const Steer *steer = &state->steer;
    if (!goes_on(state)) return verdict_no(VERDICT_WRONG_PHASE);
    if (command->kind == COMMAND_SOFT_CLOSE)
        return open_if(command->a >= STEP_LEAST_S, VERDICT_BAD_ANSWER);
    if (command->a <= 0) return verdict_no(VERDICT_BAD_ANSWER);
    bool one = command->b != NONE, starts = command->kind == COMMAND_EXTEND && !one;
    if (steer->base_ms == 0 && !starts) return verdict_no(VERDICT_NO_CLOCK);
    if (command->kind == COMMAND_EXTEND) {
        return open_if(!one || state_who(state, command->b) != NONE, VERDICT_NO_SEAT);
    }
    uint32_t least = command->stamp.game_ms + STEP_LEAST_S * MS;
    return open_if(steer->base_ms > least, VERDICT_TIME_SHORT);
}

static Verdict grace(const State *state, const Command *command) {
    if (state_who(state, command->a) == NONE) return verdict_no(VERDICT_NO_SEAT);
    bool good = command->b == GRACE_TWICE || (command->b >= 0 && command->b <= 3600);
    return open_if(good, VERDICT_BAD_ANSWER);
}

static Verdict run_out(const State *state, const Command *command) {
    bool due = goes_on(state) && !state->paused && state->steer.ends_ms != 0
               && command->stamp.game_ms >= state->steer.ends_ms;
    return open_if(due, VERDICT_BAD_COMMAND);
}

static Verdict slowest(const State *state) {
    bool waits = (state->waiting & ~state->done) != 0 || state->turn_actor != NONE;
    return open_if(goes_on(state) && waits, VERDICT_NOBODY_WAITS);
}

static Verdict stands_in(const State *state, const Command *command) {
    uint8_t actor = state_who(state, command->a);
    if (actor == NONE) return verdict_no(VERDICT_NO_SEAT);
    bool away = state->seat_by[actor] == BY_STAND_IN;
    if (command->kind == COMMAND_COME_BACK) return open_if(away, VERDICT_NOT_AWAY);
    bool good = command->b >= 0 && command->b < POLICY_COUNT;
    if (!good || !goes_on(state)) return verdict_no(VERDICT_BAD_ANSWER);
    return open_if(away || state->seat_by[actor] == BY_PERSON, VERDICT_NO_SEAT);
}

static Verdict retire(const Def *def, const State *state, const Command *command) {
    if (!is_actor(def, command->a)) return verdict_no(VERDICT_BAD_COMMAND);
    bool gone = (state->steer.retired >> command->a) & 1;
    return open_if(goes_on(state) && !gone, VERDICT_WRONG_PHASE);
}

static Verdict adjust(const Def *def, const State *state, const Command *command) {
    bool cell = command->a >= 0 && command->a < def->cells_count;
    if (!cell || command->b == 0) return verdict_no(VERDICT_BAD_COMMAND);
    if (!goes_on(state)) return verdict_no(VERDICT_WRONG_PHASE);
    if (command->reason == 0) return verdict_no(VERDICT_NEED_REASON);
    int32_t value = state->cell[command->a] + 10 * command->b;
    bool inside = value >= def->cell_min[command->a] && value <= def->cell_max[command->a];
    return open_if(inside, VERDICT_OUT_OF_RANGE);
}

static Verdict happen(const Def *def, const State *state, const Command *command) {
    bool good = command->a >= 0 && command->a < def->happenings_count
                && state->status == STATUS_RUNNING;
    if (!good) return verdict_no(VERDICT_BAD_COMMAND);
    const Happening *happening = &def->happenings[command->a];
    bool answered = command->b >= 0 && command->b != NONE;
    bool later = command->c == 1 || command->c == 2;
    if (answered && (later || command->b >= happening->choices_count))
        return verdict_no(VERDICT_BAD_ANSWER);
    return open_if(!later || state->round < def->rounds, VERDICT_LAST_ROUND);
}

static Verdict settings(const Def *def, const Command *command) {
    if (command->kind == COMMAND_NUMBERS) {
        bool track = command->a >= 0 && command->a < core_min(def->tracks_count, 64)
                     && (def->tracks[command->a].sight == SIGHT_BANDS
                             || def->tracks[command->a].sight == SIGHT_REVEALED);
        bool whom = command->c == NONE || is_actor(def, command->c);
        return open_if(track && whom && (command->b & ~1) == 0, VERDICT_BAD_COMMAND);
    }
    bool known = command->a >= 0 && command->a < OPTION_COUNT;
    int32_t values = known ? option_values(option_row((OptionId)command->a)->values) : 0;
    return open_if(command->b >= 0 && command->b < values, VERDICT_BAD_ANSWER);
}

// Turned for this session alone, while nothing has come of it yet.
static Verdict knob(const Def *def, const State *state, const Command *command) {
    int32_t least, most;
    if (!knob_known(def, command->a)) return verdict_no(VERDICT_BAD_COMMAND);
    if (state->status != STATUS_LOBBY) return verdict_no(VERDICT_KNOB_LATE);
    const Setting *setting = &def->settings[command->a];
    if (!setting->open) return verdict_no(VERDICT_KNOB_CLOSED);
    knob_range(def, command->a, &least, &most);
    if (command->b >= least && command->b <= most) return verdict_ok();
    Verdict verdict = verdict_need(VERDICT_KNOB_RANGE, least, most);
    verdict.text = setting->name;
    return verdict;
}

static Verdict pilot(const State *state, const Command *command) {
    bool known = command->a >= PILOT_SHORTEN && command->a < PILOT_COUNT;
    bool pace = command->a != PILOT_SHORTEN
                || (command->b >= PACE_LEAST && command->b <= PACE_MOST);
    if (!known || !pace) return verdict_no(VERDICT_BAD_ANSWER);
    return open_if(goes_on(state), VERDICT_WRONG_PHASE);
}

static Verdict plan(const Command *command) {
    bool good = command->a >= 0 && command->a < 24 * 60
                && (command->b == NONE || (command->b >= 0 && command->b <= 4 * 3600));
    return open_if(good, VERDICT_BAD_ANSWER);
}

static Verdict backward(const Command *command) {
    bool there = command->stamp.to >= 0 && command->stamp.to != command->stamp.seq;
    return open_if(there, VERDICT_NOTHING_BACK);
}

Verdict gate_console(const Def *def, const State *state, const Command *command) {
    if (people_event((CommandKind)command->kind) != EVENT_NONE)
        return gate_people(def, state, command);
    if (state->status == STATUS_CLOSED) return verdict_no(VERDICT_CLOSED);
    switch (command->kind) {
    case COMMAND_START: return start(def, state, command);
    case COMMAND_ADVANCE:
        return open_if(state->status != STATUS_LOBBY, VERDICT_WRONG_PHASE);
    case COMMAND_SKIP: return open_if(state->status == STATUS_RUNNING, VERDICT_WRONG_PHASE);
    case COMMAND_PAUSE:
    case COMMAND_FINISH:
    case COMMAND_CLOSE: return verdict_ok();
    case COMMAND_RESUME: {
        bool counts = command->a == NONE || (command->a >= 0 && command->a <= 60);
        return open_if(counts, VERDICT_BAD_ANSWER);
    }
    case COMMAND_SEAT: return seat(def, command);
    case COMMAND_PLACE: return place(def, command);
    case COMMAND_HAPPEN: return happen(def, state, command);
    case COMMAND_SOFT_CLOSE:
    case COMMAND_EXTEND:
    case COMMAND_SHORTEN: return clocked(state, command);
    case COMMAND_GRACE: return grace(state, command);
    case COMMAND_CLOCK: return run_out(state, command);
    case COMMAND_SLOWEST: return slowest(state);
    case COMMAND_STAND_IN:
    case COMMAND_COME_BACK: return stands_in(state, command);
    case COMMAND_RETIRE: return retire(def, state, command);
    case COMMAND_ADJUST: return adjust(def, state, command);
    case COMMAND_OPTION:
    case COMMAND_NUMBERS: return settings(def, command);
    case COMMAND_KNOB: return knob(def, state, command);
    case COMMAND_PILOT: return pilot(state, command);
    case COMMAND_PLAN: return plan(command);
    case COMMAND_UNDO:
    case COMMAND_REWIND:
    case COMMAND_TO: return backward(command);
    case COMMAND_RULE_PROMISE: return gate_ruling(def, state, command);
    case COMMAND_GIVEN:
        return open_if(
                command->a >= 0 && command->a < def->cells_count, VERDICT_BAD_COMMAND);
    case COMMAND_DECIDE:
        return open_if(command->a >= 0 && command->a < def_count(def, KIND_ARENA),
                VERDICT_BAD_COMMAND);
    default: return verdict_no(VERDICT_BAD_COMMAND);
    }
}

Verdict gate_away(const State *state, const Command *command) {
    const Steer *steer = &state->steer;
    bool away = state->seat_by[command->actor] == BY_STAND_IN;
    if (command->kind == COMMAND_SEAT_BACK) {
        bool coming = (steer->back >> command->actor) & 1;
        return open_if(away && !coming, VERDICT_NOT_AWAY);
    }
    int32_t since = steer->stood_in[command->actor];
    return open_if(since > 0 && state->round <= since + 1, VERDICT_NO_OBJECTION_NOW);
}
