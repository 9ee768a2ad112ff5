// rules/console.c — what follows from what the facilitator does. Never: judges it (gate_console.c).
#include "rules/deal.h"
#include "rules/decide.h"
#include "rules/decision.h"
#include "rules/happening.h"
#include "rules/phase.h"
#include "rules/steer.h"
#include "rules/turn.h"

enum { SKIP_STEPS_MAX = 64 };

static void given(Txn *txn, const Command *command) {
    uint16_t cell = (uint16_t)command->a;
    txn_delta(txn, cell, command->b - txn->state->cell[cell],
            cause_of(CAUSE_FACILITATOR, 0, NONE));
}

static void adjust(Txn *txn, const Command *command) {
    txn_say(txn, EVENT_ADJUSTED, NONE, command->a, command->b, 0, command->reason);
    txn_delta(txn, (uint16_t)command->a, 10 * command->b,
            cause_of(CAUSE_FACILITATOR, 0, NONE));
}

static void pause(Txn *txn, const Command *command) {
    txn_say(txn, EVENT_PAUSE, NONE, PAUSED_STANDS, command->a == NONE ? 0 : command->a, 0,
            command->reason);
}

static void resume(Txn *txn, const Command *command) {
    bool counts = command->a > 0 && command->a != NONE;
    txn_say(txn, EVENT_PAUSE, NONE, counts ? PAUSED_COUNTS_DOWN : PAUSED_NOT, 0,
            counts ? command->a : 0, 0);
}

// Who has done least in this step is the slowest; among equals the order of the table.
static uint8_t slowest_of(const State *state, uint16_t open) {
    uint8_t best = NONE;
    for (uint8_t actor = 0; actor < ACTORS_MAX; actor++) {
        bool waited = (open >> actor) & 1;
        if (waited && (best == NONE || state->plan_count[actor] < state->plan_count[best]))
            best = actor;
    }
    return best;
}

// The slowest of those the step waits for are ready with what they have.
static void slowest(Txn *txn, const Command *command) {
    int32_t most = command->a <= 0 || command->a == NONE ? ACTORS_MAX : command->a;
    uint16_t mask = 0, open = (uint16_t)(txn->state->waiting & ~txn->state->done);
    for (; open && most > 0; most--) {
        uint16_t bit = (uint16_t)(1u << slowest_of(txn->state, open));
        mask |= bit;
        open &= (uint16_t)~bit;
    }
    if (txn->state->turn_actor != NONE) mask = (uint16_t)(1u << txn->state->turn_actor);
    txn_say(txn, EVENT_SLOWEST, NONE, (int16_t)mask, 0, 0, 0);
    if (txn->state->turn_actor != NONE) {
        turn_pass_on(txn);
        return;
    }
    for (uint8_t actor = 0; actor < ACTORS_MAX; actor++) {
        if ((mask >> actor) & 1) txn_say(txn, EVENT_DONE, actor, 1, 0, 0, 0);
    }
}

// Everything that is left of the phase or the round closes with defaults.
static void skip(Txn *txn, bool whole_round) {
    const State *state = txn->state;
    uint8_t round = state->round, phase = state->phase;
    txn_say(txn, EVENT_SKIPPED, NONE, whole_round, 0, 0, 0);
    for (int32_t i = 0; i < SKIP_STEPS_MAX && state->status == STATUS_RUNNING; i++) {
        if (state->round != round || (!whole_round && state->phase != phase)) return;
        phase_advance(txn);
    }
}

static void finish(Txn *txn) {
    bool plays = txn->state->status == STATUS_BRIEF || txn->state->status == STATUS_RUNNING;
    int32_t left = txn->def->rounds - txn->state->round;
    if (plays) txn_say(txn, EVENT_ENDED, NONE, core_max(left, 0), 0, 0, 0);
    phase_finish(txn);
}

static void close_for_good(Txn *txn) {
    if (txn->state->status < STATUS_DEBRIEF) finish(txn);
    phase_advance(txn);
}

// With the next news, or when the next round begins.
static int32_t round_of(const Txn *txn, int32_t when) {
    const State *state = txn->state;
    for (int32_t i = state->phase + 1; when == 1 && i < txn->def->phases_count; i++) {
        if (txn->def->phases[i].does == DOES_NEWS) return state->round;
    }
    return state->round + 1;
}

static void happen(Txn *txn, const Command *command) {
    bool answered = command->b >= 0 && command->b != NONE;
    txn_say(txn, EVENT_INJECTED, NONE, command->a, answered ? command->b : NONE,
            command->c == NONE ? 0 : command->c, 0);
    if (command->c == 1 || command->c == 2) {
        txn_say(txn, EVENT_QUEUED, NONE, command->a, round_of(txn, command->c), 0, 0);
        return;
    }
    happening_come(txn, txn->book, command->a);
    if (answered) choice_console(txn, txn->book, command->a, command->b);
}

static void pilot(Txn *txn, const Command *command) {
    if (command->a == PILOT_SHORTEN) txn_say(txn, EVENT_PACE, NONE, command->b, 0, 0, 0);
    if (command->a == PILOT_SKIP_ROUND) skip(txn, true);
    if (command->a == PILOT_DEBRIEF) finish(txn);
}

static void stand_in(Txn *txn, const Command *command) {
    uint8_t actor = state_who(txn->state, command->a);
    bool back = command->kind == COMMAND_COME_BACK;
    int32_t step = command->c == 1 ? STAND_IN_LATER : STAND_IN_ON;
    txn_say(txn, EVENT_STAND_IN, actor, back ? (int32_t)STAND_IN_BACK : step,
            back ? 0 : command->b, 0, 0);
}

static void settings(Txn *txn, const Command *command) {
    if (command->kind == COMMAND_NUMBERS) {
        txn_say(txn, EVENT_NUMBERS, (uint8_t)command->c, command->a, command->b, 0, 0);
        return;
    }
    txn_say(txn, EVENT_OPTION, NONE, command->a, command->b, 0, 0);
    if (command->a == OPTION_TIMERS) time_reset(txn);
}

static void knob(Txn *txn, const Command *command) {
    txn_say(txn, EVENT_KNOB, NONE, command->a, command->b, 0, 0);
}

static void arrange(Txn *txn, const Command *command) {
    switch (command->kind) {
    case COMMAND_SEAT:
        txn_say(txn, EVENT_SEAT, (uint8_t)command->a, command->b, command->c, 0, 0);
        break;
    case COMMAND_PLACE:
        txn_say(txn, EVENT_PLACED, NONE, command->a, command->b, command->c, command->d);
        break;
    case COMMAND_PLAN:
        txn_say(txn, EVENT_PLAN_SET, NONE, 1 + command->a,
                command->b == NONE ? 0 : command->b, 0, 0);
        break;
    case COMMAND_UNDO:
    case COMMAND_REWIND:
    case COMMAND_TO: txn_say(txn, EVENT_REWOUND, NONE, command->stamp.to, 0, 0, 0); break;
    case COMMAND_RULE_PROMISE: deal_rule(txn, txn->book, command); break;
    case COMMAND_GIVEN: given(txn, command); break;
    case COMMAND_DECIDE: decision_run(txn, txn->book, (uint8_t)command->a); break;
    case COMMAND_STAND_IN:
    case COMMAND_COME_BACK: stand_in(txn, command); break;
    case COMMAND_OPTION:
    case COMMAND_NUMBERS: settings(txn, command); break;
    case COMMAND_KNOB: knob(txn, command); break;
    default: time_change(txn, command); break;
    }
}

void decide_console(Txn *txn, const Command *command) {
    switch (command->kind) {
    case COMMAND_START: phase_start(txn); break;
    case COMMAND_ADVANCE: phase_advance(txn); break;
    case COMMAND_CLOCK: time_run_out(txn); break;
    case COMMAND_PAUSE: pause(txn, command); break;
    case COMMAND_RESUME: resume(txn, command); break;
    case COMMAND_SLOWEST: slowest(txn, command); break;
    case COMMAND_SKIP: skip(txn, command->a == 1); break;
    case COMMAND_FINISH: finish(txn); break;
    case COMMAND_CLOSE: close_for_good(txn); break;
    case COMMAND_HAPPEN: happen(txn, command); break;
    case COMMAND_PILOT: pilot(txn, command); break;
    case COMMAND_RETIRE: retire_actor(txn, (uint8_t)command->a); break;
    case COMMAND_ADJUST: adjust(txn, command); break;
    default: arrange(txn, command); break;
    }
}

void decide_away(Txn *txn, const Command *command) {
    if (command->kind == COMMAND_SEAT_BACK)
        txn_say(txn, EVENT_STAND_IN, command->actor, STAND_IN_BACK, 0, 0, 0);
    else
        txn_say(txn, EVENT_OBJECTED_AWAY, command->actor, command->a, 0, 0, 0);
}
