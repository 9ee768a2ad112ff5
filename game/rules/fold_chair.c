// rules/fold_chair.c — fold.c's cases of the agenda's order, roles, signs shown and words backstage. Never: judges or refuses.
#include "rules/fold_parts.h"
#include <string.h>

static uint16_t bit(uint8_t actor) {
    return (uint16_t)(actor < ACTORS_MAX ? 1u << actor : 0u);
}

static void ordered(State *state, const Event *event) {
    state->ordered = ORDER_GIVEN;
    state->order[0] = (uint8_t)event->a;
    state->order[1] = (uint8_t)event->b;
    state->order[2] = (uint8_t)event->c;
    state->order_off = (uint8_t)event->d;
}

static void hand(State *state, const Event *event) {
    uint16_t *with = event->a == 1 ? &state->hands_for : &state->hands_against,
             *other = event->a == 1 ? &state->hands_against : &state->hands_for;
    *with |= bit(event->actor);
    *other &= (uint16_t)~bit(event->actor);
}

static void deferred(State *state, const Event *event) {
    uint16_t *mask = &state->deferred[event->a & 7], clause = (uint16_t)(1u << event->b);
    *mask = (uint16_t)(event->c ? *mask | clause : *mask & ~clause);
}

static void shown(State *state, const Event *event) {
    state->shown[event->a] = (int8_t)event->b;
    state->shown_to[event->a] = (uint16_t)event->d;
    state->shown_issues |= (uint8_t)(1u << event->c);
}

static void aside(State *state, const Event *event) {
    state->aside[event->a] = (Aside){
            .state = ASIDE_OFFERED,
            .by = event->actor,
            .to = (uint8_t)event->b,
            .move = (uint8_t)event->cause.id,
            .about = {(uint8_t)(event->c >> 8), (uint8_t)(event->c & 255)},
            .side = (int8_t)event->d
    };
}

void fold_chair(State *state, const Event *event) {
    switch (event->kind) {
    case EVENT_ORDERED: ordered(state, event); break;
    case EVENT_OBJECTION:
        state->objected |= bit(event->actor);
        state->heard |= bit(event->actor);
        break;
    case EVENT_HAND: hand(state, event); break;
    case EVENT_OVERRULED: state->ordered = ORDER_OVERRULED; break;
    case EVENT_DEFERRED: deferred(state, event); break;
    case EVENT_SUMMED:
        state->summed = 1;
        state->utterance[event->a].extras =
                (uint8_t)(state->utterance[event->a].extras + event->b);
        break;
    case EVENT_CHALLENGED: state->heard |= bit(event->actor); break;
    case EVENT_CHAIR_VOTE:
        state->chair_vote[event->b & 7][event->actor] = (uint8_t)(event->a + 1);
        break;
    case EVENT_SHOWN: shown(state, event); break;
    case EVENT_ASIDE: aside(state, event); break;
    default:
        state->aside[event->a].state = (uint8_t)event->b;
        if (event->b == ASIDE_FREE) state->aside[event->a] = (Aside){0};
        break;
    }
}
