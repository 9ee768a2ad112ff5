// sim/tap.c — what somebody does with what its page offers, drawn: an act that stands open, an answer, a vote, an offer. Never: looks at a State, knows what is worth doing.
#include "sim/tap.h"

enum { TRIES = 6 };

static int32_t draw(Rng *rng, int32_t n) { return (int32_t)rng_draw(rng, (uint32_t)n); }

static int16_t pick(Rng *rng, const ViewOption *options, int32_t count) {
    for (int32_t i = 0; i < TRIES && count > 0; i++) {
        const ViewOption *one = &options[draw(rng, count)];
        if (one->open) return one->value;
    }
    return 0;
}

bool tap_move(Rng *rng, const View *view, Command *command) {
    const ViewMove *move = NULL;
    for (int32_t i = 0; i < TRIES && view->moves_count > 0; i++) {
        const ViewMove *one = &view->moves[draw(rng, view->moves_count)];
        if (one->open) move = one;
    }
    if (!move) return false;
    command->kind = move->is_request ? COMMAND_CONSENT_ASK : COMMAND_ACT;
    Act *act = &command->act;
    *act = (Act){.move = move->index, .arena = NONE};
    for (int32_t i = 0; i < TRIES && move->targets_count > 0; i++) {
        const ViewTarget *target = &move->targets[draw(rng, move->targets_count)];
        if (target->open) act->target = target->thing;
    }
    if (move->sides) act->side = draw(rng, 2) ? 1 : -1;
    act->bid = (uint8_t)(move->bid_min
                         + draw(rng, core_max(1, move->bid_max - move->bid_min + 1)));
    for (int32_t i = 0; i < move->asks_count && i < ASKS_MAX; i++)
        act->asked[i] = pick(rng, move->asks[i].options, move->asks[i].options_count);
    return true;
}

bool tap_answer(Rng *rng, const View *view, Command *command) {
    for (int32_t i = 0; i < view->deals_count; i++) {
        if (!view->deals[i].waits_for_me) continue;
        command->kind = draw(rng, 4) ? COMMAND_DEAL_ACCEPT : COMMAND_DEAL_DECLINE;
        command->a = view->deals[i].slot;
        return true;
    }
    for (int32_t i = 0; i < view->proposals_count; i++) {
        if (!view->proposals[i].waits_for_me) continue;
        command->kind = COMMAND_COALITION_SAY;
        command->a = view->proposals[i].slot;
        command->b = (int16_t)(draw(rng, 4) ? 1 : 2);
        return true;
    }
    for (int32_t i = 0; i < view->choices_count; i++) {
        const ViewChoice *choice = &view->choices[i];
        if (!choice->mine || choice->answered) continue;
        command->kind = COMMAND_CHOOSE;
        command->a = choice->key;
        command->b = pick(rng, choice->options, choice->options_count);
        return true;
    }
    return false;
}

bool tap_vote(Rng *rng, const View *view, Command *command) {
    int16_t three = (int16_t)(draw(rng, 3) - 1);
    if (view->vote_decider >= 0) {
        *command = (Command){.kind = COMMAND_VOTE,
                .a = view->vote_decider,
                .b = three,
                .at_phase = NONE};
    } else if (view->may_reflect) {
        *command =
                (Command){.kind = COMMAND_REFLECT, .a = NONE, .c = three, .at_phase = NONE};
    } else if (view->may_expect) {
        *command = (Command){.kind = COMMAND_EXPECT, .a = three, .at_phase = NONE};
    } else {
        return false;
    }
    return true;
}

void tap_deal(Rng *rng, const View *view, Command *command) {
    command->kind = COMMAND_DEAL_OFFER;
    Deal *deal = &command->deal;
    int32_t actors = core_max(1, view->actors_count);
    *deal = deal_between(view->me, (uint8_t)draw(rng, actors));
    if (draw(rng, 3) == 0) deal_join(deal, (uint8_t)draw(rng, actors));
    uint8_t giver = deal->party[draw(rng, deal->parties)];
    deal_give(deal, giver, deal_partner(deal, giver), 0, (uint8_t)draw(rng, 3));
    deal->promises_count = 1;
    deal->promises[0] = (Promise){.kind = (uint8_t)(1 + draw(rng, PROMISE_PLACE)),
            .by = deal->party[draw(rng, 2)],
            .what = (uint8_t)draw(rng, 3),
            .target = NONE,
            .amount = 1,
            .due = (uint8_t)(view->round + draw(rng, 2)),
            .size = (uint8_t)(1 + draw(rng, 3))};
}

void tap_together(Rng *rng, const View *view, Command *command) {
    bool found = view->coalitions_count == 0 || draw(rng, 2);
    int16_t slot = found ? 0 : view->coalitions[draw(rng, view->coalitions_count)].slot;
    command->a = slot;
    command->b = (int16_t)draw(rng, 4);
    command->c = (int16_t)draw(rng, 3);
    if (found) {
        command->kind = COMMAND_COALITION_PROPOSE;
        command->a = NONE;
        command->b = (int16_t)(1 << view->me | draw(rng, 1 << view->actors_count));
    } else if (draw(rng, 3)) {
        command->kind = COMMAND_COALITION_ASK;
        command->d = NONE;
    } else {
        command->kind = draw(rng, 3) ? COMMAND_COALITION_FRAME : COMMAND_COALITION_LEAVE;
    }
}
