// rules/fold_steer.c — what the facilitator does becomes State: clocks, stand-ins, settings. Never: judges.
#include "rules/fold_parts.h"

void fold_start_steer(State *state) {
    for (int32_t i = 0; i < OPTION_COUNT; i++)
        state->steer.option[i] = (uint8_t)option_row((OptionId)i)->standard;
}

// A new step has no clock and nobody's time is over; stand-ins that play now are remembered.
void fold_steer_step(State *state) {
    Steer *steer = &state->steer;
    steer->ends_ms = steer->base_ms = 0;
    steer->length_s = 0;
    steer->shut = 0;
    steer->closing = 0;
    for (int32_t i = 0; i < ACTORS_MAX; i++) {
        steer->extra_s[i] = 0;
        if (state->seat_by[i] == BY_STAND_IN) steer->stood_in[i] = state->round;
    }
}

static uint32_t time_of(int16_t low, int16_t high) {
    return (uint32_t)(uint16_t)low | (uint32_t)(uint16_t)high << 16;
}

static void fold_clock(Steer *steer, const Event *event) {
    steer->ends_ms = time_of(event->a, event->b);
    steer->base_ms = time_of(event->raw, event->applied);
    steer->closing = (uint8_t)event->c;
    steer->length_s = (uint16_t)event->d;
}

static void fold_grace(Steer *steer, const Event *event) {
    uint16_t bit = (uint16_t)(1u << event->actor);
    if (event->b == 0) steer->extra_s[event->actor] = (uint16_t)event->a;
    if (event->b == 1) steer->grace_s[event->actor] = (uint16_t)event->a;
    if (event->b != 2) return;
    steer->grace_twice &= (uint16_t)~bit;
    if (event->a) steer->grace_twice |= bit;
}

static void fold_stand_in(State *state, const Event *event) {
    Steer *steer = &state->steer;
    uint16_t bit = (uint16_t)(1u << event->actor);
    bool later = event->a == STAND_IN_LATER, back = event->a == STAND_IN_BACK;
    steer->back &= (uint16_t)~bit;
    steer->leaving &= (uint16_t)~bit;
    if (back) steer->back |= bit;
    if (later) {
        steer->leaving |= bit;
        steer->leave_with[event->actor] = (uint8_t)event->b;
    }
    if (back || later) return;
    bool on = event->a == STAND_IN_ON;
    state->seat_by[event->actor] = on ? BY_STAND_IN : BY_PERSON;
    state->policy[event->actor] = (uint8_t)(on ? event->b : 0);
    if (on) steer->stood_in[event->actor] = state->round;
}

static void fold_numbers(Steer *steer, const Event *event) {
    uint64_t bit = UINT64_C(1) << event->a;
    for (int32_t i = 0; i < ACTORS_MAX; i++) {
        if (event->actor != NONE && event->actor != i) continue;
        steer->numbers_open[i] &= ~bit;
        if (event->b) steer->numbers_open[i] |= bit;
    }
}

void fold_knob(const Def *def, State *state, const Event *event) {
    for (int32_t cell = 0; cell < def->cells_count; cell++) {
        if (def->start_by[cell] == event->a + 1)
            state->cell[cell] = (int16_t)(event->b * 10);
    }
}

void fold_steer(State *state, const Event *event) {
    Steer *steer = &state->steer;
    switch (event->kind) {
    case EVENT_PAUSE:
        state->paused = (uint8_t)event->a;
        steer->pause_why = (uint8_t)event->b;
        steer->countdown = (uint8_t)event->c;
        steer->pause_reason = (uint16_t)event->d;
        break;
    case EVENT_CLOCK: fold_clock(steer, event); break;
    case EVENT_GRACE: fold_grace(steer, event); break;
    case EVENT_TIME_OVER: steer->shut = (uint16_t)event->a; break;
    case EVENT_PLAN_SET:
        steer->plan_finish = (uint16_t)event->a;
        steer->plan_debrief_s = (uint16_t)event->b;
        break;
    case EVENT_PACE: steer->pace = (uint8_t)event->a; break;
    case EVENT_OPTION: steer->option[event->a] = (uint8_t)event->b; break;
    case EVENT_NUMBERS: fold_numbers(steer, event); break;
    case EVENT_STAND_IN: fold_stand_in(state, event); break;
    default: steer->retired |= (uint16_t)(1u << event->actor); break; // RETIRED
    }
}
