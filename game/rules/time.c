// rules/time.c — the clock of a step: when it starts, who has more of it, what happens when it runs out. Never: reads the system's time.
#include "rules/phase.h"
#include "rules/steer.h"

enum { MS = 1000, HALF_A_MINUTE_S = 30, MINUTE_S = 60, GRACE_S = 5 };

static void say_clock(
        Txn *txn, uint32_t ends, uint32_t base, int32_t closing, int32_t length) {
    Event event = txn_event(txn, EVENT_CLOCK, NONE);
    event.a = (int16_t)(uint16_t)ends;
    event.b = (int16_t)(uint16_t)(ends >> 16);
    event.raw = (int16_t)(uint16_t)base;
    event.applied = (int16_t)(uint16_t)(base >> 16);
    event.c = (int16_t)closing;
    event.d = (int16_t)core_min(length, INT16_MAX);
    txn_emit(txn, &event);
}

// ---- a step begins -----------------------------------------------------------------------------------------

// Roles, speech and minutes share the time of a meeting one to three to one.
static int32_t share_of_step(const State *state, int32_t seconds) {
    int32_t meetings = 0;
    for (int32_t i = 0; i < 4; i++)
        meetings += state->meetings[i] != NONE;
    int32_t one = seconds / core_max(1, meetings);
    return state->sub == MEET_SPEECH ? one * 3 / 5 : one / 5;
}

// Seconds the case plans for the present step, 0 = none.
static int32_t planned(const Def *def, const State *state) {
    int32_t pace = state->steer.pace ? state->steer.pace : 100;
    if (state->status == STATUS_BRIEF) return def->brief_minutes * MINUTE_S * pace / 100;
    if (state->status != STATUS_RUNNING) return 0;
    const Phase *phase = &def->phases[state->phase];
    int32_t seconds = phase->half_minutes * HALF_A_MINUTE_S;
    if (phase->kind == PHASE_MEETING) seconds = share_of_step(state, seconds);
    return seconds * pace / 100;
}

static void start_clock(Txn *txn) {
    int32_t seconds = planned(txn->def, txn->state);
    if (seconds == 0 || !state_option(txn->state, OPTION_TIMERS)) return;
    seconds = core_max(seconds, STEP_LEAST_S);
    uint32_t ends = txn->now_ms + (uint32_t)seconds * MS;
    say_clock(txn, ends, ends, 0, seconds);
}

static void change_players(Txn *txn) {
    Steer steer = txn->state->steer;
    for (uint8_t actor = 0; actor < def_count(txn->def, KIND_ACTOR); actor++) {
        if ((steer.back >> actor) & 1)
            txn_say(txn, EVENT_STAND_IN, actor, STAND_IN_OFF, 0, 0, 0);
        if ((steer.leaving >> actor) & 1)
            txn_say(txn, EVENT_STAND_IN, actor, STAND_IN_ON, steer.leave_with[actor], 0, 0);
    }
}

void time_step_begins(Txn *txn) {
    change_players(txn);
    start_clock(txn);
}

void time_reset(Txn *txn) {
    bool wanted = state_option(txn->state, OPTION_TIMERS);
    if (wanted && txn->state->steer.ends_ms == 0) start_clock(txn);
    if (!wanted && txn->state->steer.ends_ms != 0) say_clock(txn, 0, 0, 0, 0);
}

// ---- it runs out -------------------------------------------------------------------------------------------

// Actors the step still waits for; in a step of turns, whose turn it is.
static uint16_t awaited(const State *state) {
    if (state->turn_actor != NONE) return (uint16_t)(1u << state->turn_actor);
    return (uint16_t)(state->waiting & ~state->done & ~state->steer.shut);
}

// The next moment at which somebody's time is over, 0 when nobody has any left.
static uint32_t next_end(const State *state, uint32_t now) {
    uint32_t next = state->steer.base_ms > now ? state->steer.base_ms : 0;
    if (next) return next;
    for (int32_t actor = 0; actor < ACTORS_MAX; actor++) {
        uint32_t own = steer_own_end(&state->steer, actor);
        if (!((awaited(state) >> actor) & 1) || own <= now) continue;
        if (next == 0 || own < next) next = own;
    }
    return next;
}

void time_run_out(Txn *txn) {
    const State *state = txn->state;
    uint16_t late = 0, open = awaited(state);
    for (int32_t actor = 0; actor < ACTORS_MAX; actor++) {
        bool has = steer_own_end(&state->steer, actor) > txn->now_ms;
        if (has && ((open >> actor) & 1)) late |= (uint16_t)(1u << actor);
    }
    if (late == 0) {
        phase_advance(txn);
        return;
    }
    uint16_t shut =
            (uint16_t)~late & (uint16_t)((1u << def_count(txn->def, KIND_ACTOR)) - 1);
    txn_say(txn, EVENT_TIME_OVER, NONE, (int16_t)shut, 0, 0, 0);
    say_clock(txn, next_end(state, txn->now_ms), state->steer.base_ms, 1,
            state->steer.length_s);
}

// ---- everybody is ready -------------------------------------------------------------------------------------

// Who plays alone waits for nobody, and what is only watched is not decided.
static bool has_grace(const Txn *txn) {
    const State *state = txn->state;
    if (!state_option(state, OPTION_GRACE) || state->status != STATUS_RUNNING) return false;
    PhaseKind kind = (PhaseKind)txn->def->phases[state->phase].kind;
    int32_t people = 0, asked = 0;
    for (int32_t actor = 0; actor < def_count(txn->def, KIND_ACTOR); actor++) {
        bool person = state->seat_by[actor] == BY_PERSON;
        people += person;
        asked += person && ((state->waiting >> actor) & 1);
    }
    return kind != PHASE_SHOW && kind != PHASE_IN_TURN && people >= 2 && asked >= 1;
}

bool time_all_in(Txn *txn) {
    const Steer *steer = &txn->state->steer;
    if (steer->closing & CLOSING_ALL_IN) return txn->now_ms < steer->ends_ms;
    if (!has_grace(txn)) return false;
    uint32_t ends = txn->now_ms + GRACE_S * MS;
    bool sooner = steer->ends_ms > txn->now_ms && steer->ends_ms < ends;
    say_clock(txn, sooner ? steer->ends_ms : ends, steer->base_ms,
            steer->closing | CLOSING_ALL_IN, steer->length_s);
    return true;
}

void time_not_all_in(Txn *txn) {
    const Steer *steer = &txn->state->steer;
    if (!(steer->closing & CLOSING_ALL_IN)) return;
    say_clock(txn, next_end(txn->state, txn->now_ms), steer->base_ms,
            steer->closing & ~CLOSING_ALL_IN, steer->length_s);
}

// ---- the facilitator changes it ----------------------------------------------------------------------------

// A step without a planned length gets a clock by the first time it is given.
static void move_all(Txn *txn, int32_t seconds, int32_t closing) {
    const Steer *steer = &txn->state->steer;
    bool over = steer->base_ms <= txn->now_ms;
    int64_t base = (int64_t)(over ? txn->now_ms : steer->base_ms) + (int64_t)seconds * MS;
    int64_t least = (int64_t)txn->now_ms + STEP_LEAST_S * MS;
    if (base < least) base = least;
    if (steer->shut) txn_say(txn, EVENT_TIME_OVER, NONE, 0, 0, 0, 0);
    int32_t length = core_max(steer->length_s + seconds, STEP_LEAST_S);
    say_clock(txn, (uint32_t)base, (uint32_t)base, closing, length);
}

static void give_one(Txn *txn, uint8_t actor, int32_t seconds) {
    const Steer *steer = &txn->state->steer;
    int32_t more = core_min(steer->extra_s[actor] + seconds, INT16_MAX);
    txn_say(txn, EVENT_GRACE, actor, more, 0, 0, 0);
    uint16_t bit = (uint16_t)(1u << actor);
    bool again = (steer->shut & bit) && steer_own_end(steer, actor) > txn->now_ms;
    if (again) txn_say(txn, EVENT_TIME_OVER, NONE, (int16_t)(steer->shut & ~bit), 0, 0, 0);
    uint32_t ends = next_end(txn->state, txn->now_ms);
    if (ends) say_clock(txn, ends, steer->base_ms, steer->closing, steer->length_s);
}

static void grace(Txn *txn, uint8_t actor, int32_t more) {
    bool twice = more == GRACE_TWICE, was = (txn->state->steer.grace_twice >> actor) & 1;
    if (twice != was) txn_say(txn, EVENT_GRACE, actor, twice, 2, 0, 0);
    if (!twice) txn_say(txn, EVENT_GRACE, actor, more, 1, 0, 0);
}

void time_change(Txn *txn, const Command *command) {
    uint8_t actor = command->b == NONE ? (uint8_t)NONE : state_who(txn->state, command->b);
    switch (command->kind) {
    case COMMAND_SOFT_CLOSE: {
        uint32_t ends = txn->now_ms + (uint32_t)command->a * MS;
        if (txn->state->steer.shut) txn_say(txn, EVENT_TIME_OVER, NONE, 0, 0, 0, 0);
        say_clock(txn, ends, ends, 1, command->a);
        break;
    }
    case COMMAND_EXTEND:
        if (actor == NONE)
            move_all(txn, command->a, 0);
        else
            give_one(txn, actor, command->a);
        break;
    case COMMAND_SHORTEN: move_all(txn, -command->a, txn->state->steer.closing); break;
    default: grace(txn, state_who(txn->state, command->a), command->b); break;
    }
}
