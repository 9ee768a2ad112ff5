// rules/fold_building.c — fold.c's cases of what is lent, given, convened and agreed to. Never: judges or refuses.
#include "rules/fold_parts.h"

enum { LOAN_AGREES = LOAN_GIVER_AGREES | LOAN_RECEIVER_AGREES };

static void fold_loan(State *state, const Event *event) {
    state->loan[event->a] = (Loan){.state = (uint8_t)(event->d & 3),
            .giver = (uint8_t)(event->b & 255),
            .receiver = event->actor,
            .arena = (uint8_t)((uint16_t)event->b >> 8),
            .place = (uint8_t)(event->c & 255),
            .amount = (uint8_t)((uint16_t)event->c >> 8),
            .until = (uint8_t)(event->d >> 2 & 15),
            .flags = (uint8_t)(event->d >> 6 & 7)};
}

static void fold_agreed(State *state, const Event *event) {
    Loan *loan = &state->loan[event->a];
    bool giver = loan->giver == event->actor;
    loan->flags |= (uint8_t)(giver ? LOAN_GIVER_AGREES : LOAN_RECEIVER_AGREES);
}

static void fold_convened(State *state, const Event *event) {
    Convened called = {.guests = (uint16_t)event->c,
            .round = (uint8_t)event->b,
            .arena = (uint8_t)event->a,
            .by = event->actor,
            .chair = (uint8_t)event->d};
    state->guests_ever |= (uint16_t)(called.guests | 1u << called.by);
    Convened *room = NULL;
    for (int32_t i = CONVENED_MAX - 1; i >= 0; i--) {
        Convened *other = &state->convened[i];
        if (other->round == 0) room = other;
    }
    for (int32_t i = 0; i < CONVENED_MAX; i++) {
        Convened *other = &state->convened[i];
        if (other->round == called.round && other->arena == called.arena) room = other;
    }
    if (room) *room = called;
}

static void fold_consent(State *state, const Event *event) {
    Consent *consent = &state->consent[event->a];
    if (event->kind == EVENT_CONSENT_SAID) {
        consent->state = event->b == 1 ? CONSENT_YES : CONSENT_NO;
        return;
    }
    *consent = (Consent){.state = CONSENT_ASKED,
            .by = event->actor,
            .to = (uint8_t)event->b,
            .move = event->act.move};
    for (int32_t i = 0; i < ASKS_MAX; i++)
        consent->asked[i] = event->act.asked[i];
}

void fold_building(State *state, const Event *event) {
    switch (event->kind) {
    case EVENT_LOAN: fold_loan(state, event); break;
    case EVENT_LOAN_AGREED: fold_agreed(state, event); break;
    case EVENT_LOAN_END: state->loan[event->a] = (Loan){0}; break;
    case EVENT_CONVENED: fold_convened(state, event); break;
    case EVENT_TIED:
        state->strings[event->actor][event->a] =
                (uint8_t)(event->b == NONE ? 0 : event->b + 1);
        break;
    case EVENT_VOICE_GIVEN: state->stepped_back |= (uint16_t)(1u << event->actor); break;
    default: fold_consent(state, event); break;
    }
}

void fold_building_round(State *state) {
    state->stepped_back = 0;
    for (int32_t i = 0; i < LOANS_MAX; i++)
        state->loan[i].flags &= (uint8_t)~LOAN_AGREES;
    for (int32_t i = 0; i < CONSENTS_MAX; i++)
        state->consent[i] = (Consent){0};
    for (int32_t i = 0; i < CONVENED_MAX; i++) {
        if (state->convened[i].round < state->round) state->convened[i] = (Convened){0};
    }
}
