// rules/fold_press.c — fold.c's cases of motions, champions, suits, side offers, and what a team watches or measures. Never: judges or refuses.
#include "rules/fold_parts.h"

void fold_start_rules(const Def *def, State *state) {
    for (int32_t i = 0; i < ARENAS_MAX; i++) {
        const Arena *arena = &def->arenas[i];
        state->rules_of[i] =
                (ArenaRules){arena->chair_rule, arena->decides, arena->transparent};
    }
    for (int32_t i = 0; i < DECIDERS_MAX; i++)
        state->champion[i].by = NONE;
}

static void fold_motion(State *state, const Event *event) {
    Motion *motion = &state->motion[event->a];
    if (event->kind == EVENT_MOTION_END) {
        *motion = (Motion){0};
        return;
    }
    *motion = (Motion){.what = (uint8_t)event->c,
            .by = event->actor,
            .arena = (uint8_t)event->b,
            .round = event->round,
            .how = event->d};
}

static void fold_side_offer(State *state, const Event *event) {
    SideOffer *offer = &state->side_offer[event->a];
    if (event->kind == EVENT_SIDE_OFFER_END) {
        if (event->b == 2)
            offer->open = 2;
        else
            *offer = (SideOffer){0};
        return;
    }
    *offer = (SideOffer){.open = 1,
            .by = event->actor,
            .to = (uint8_t)event->b,
            .coalition = (uint8_t)event->c,
            .cohesion = (uint8_t)event->d,
            .resource = (uint8_t)event->cell,
            .amount = (uint8_t)event->raw};
}

static void fold_suit(State *state, const Event *event) {
    state->suit[event->a][event->actor] = event->b == 1 ? event->round : 0;
    if (event->b == 2) state->claims_won |= (uint16_t)(1u << event->a);
}

static void fold_measured(State *state, const Event *event) {
    state->measured[event->actor] |= UINT64_C(1) << event->a;
    if (event->b >= 0 && event->b < COALITIONS_MAX) state->coalition[event->b].measured = 1;
}

void fold_press(State *state, const Event *event) {
    switch (event->kind) {
    case EVENT_MOTION:
    case EVENT_MOTION_END: fold_motion(state, event); break;
    case EVENT_ARENA_RULES:
        state->rules_of[event->a] =
                (ArenaRules){(uint8_t)event->b, (uint8_t)event->c, (uint8_t)event->d};
        break;
    case EVENT_CHAMPION:
        state->champion[event->a] = event->b ? (Champion){event->actor, (int8_t)event->b,
                                            (uint8_t)event->c, event->round}
                                             : (Champion){.by = NONE};
        break;
    case EVENT_SIDE_OFFER:
    case EVENT_SIDE_OFFER_END: fold_side_offer(state, event); break;
    case EVENT_SUIT: fold_suit(state, event); break;
    case EVENT_CLAIM_FLOOR: state->floor[event->a] = (uint8_t)event->b; break;
    case EVENT_WATCHED: state->watches[event->actor] |= (uint16_t)(1u << event->a); break;
    default: fold_measured(state, event); break;
    }
}
