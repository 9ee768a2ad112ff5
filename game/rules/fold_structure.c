// rules/fold_structure.c — fold.c's cases of coalitions, deals, happenings and decisions. Never: judges or refuses.
#include "rules/fold_parts.h"
#include <string.h>

static void clear_coalition(Coalition *coalition) {
    *coalition =
            (Coalition){.lead = NONE, .frame = NONE, .backbone = NONE, .start_name = NONE};
    memset(coalition->target, NONE, sizeof coalition->target);
    memset(coalition->ask, NONE, sizeof coalition->ask);
}

static void note_together(State *state, uint16_t members) {
    for (int32_t actor = 0; actor < ACTORS_MAX; actor++) {
        if (!((members >> actor) & 1)) continue;
        state->together[actor] |= (uint8_t)(members & 0xFF);
        state->together_high[actor] |= (uint8_t)(members >> 8);
    }
}

void fold_start_coalitions(const Def *def, State *state) {
    for (int32_t slot = 0; slot < COALITIONS_MAX; slot++) {
        Coalition *coalition = &state->coalition[slot];
        clear_coalition(coalition);
        if (slot >= def_count(def, KIND_COALITION)) continue;
        const StartCoalition *start = &def->coalitions[slot];
        coalition->members = start->members;
        coalition->rule = start->rule;
        coalition->lead = start->lead;
        coalition->frame = start->frame;
        coalition->flags = start->flags;
        coalition->backbone = start->backbone;
        coalition->backbone_does = start->backbone_does;
        coalition->start_name = (uint8_t)slot;
        for (int32_t clause = 0; clause < CLAUSES_MAX; clause++) {
            if (start->wants_set[clause]) coalition->target[clause] = start->wants[clause];
        }
        note_together(state, coalition->members);
    }
}

static void found(State *state, const Event *event) {
    Coalition *coalition = &state->coalition[event->a & 7];
    clear_coalition(coalition);
    coalition->members = (uint16_t)event->b;
    coalition->rule = (uint8_t)event->c;
    coalition->lead = (uint8_t)event->d;
    coalition->founded = event->round;
    coalition->words = (uint16_t)event->raw;
    note_together(state, coalition->members);
}

static void fold_coalition(State *state, const Event *event) {
    Coalition *coalition = &state->coalition[event->a & 7];
    switch (event->kind) {
    case EVENT_COALITION: found(state, event); break;
    case EVENT_MEMBERS:
        coalition->members = (uint16_t)event->b;
        coalition->lead = (uint8_t)event->c;
        note_together(state, coalition->members);
        break;
    case EVENT_COALITION_ASK:
        coalition->ask[event->actor][event->b % CLAUSES_MAX] =
                (uint8_t)(event->c | (event->d ? ASK_HELD : 0));
        break;
    case EVENT_COALITION_AGENDA:
        if ((uint8_t)event->b != NONE) {
            coalition->frame = (uint8_t)event->b;
            coalition->marks |= COALITION_FRAME_NEW;
        } else
            coalition->target[event->c % CLAUSES_MAX] = (uint8_t)event->d;
        break;
    case EVENT_COALITION_FLAGS:
        coalition->flags = (uint8_t)event->b;
        coalition->backbone = (uint8_t)event->c;
        coalition->backbone_does = (uint8_t)event->d;
        break;
    case EVENT_COALITION_MARKS: coalition->marks = (uint8_t)event->b; break;
    case EVENT_COALITION_PURSE: coalition->purse = (uint16_t)event->b; break;
    default: clear_coalition(coalition); break;
    }
}

static void fold_proposal(State *state, const Event *event) {
    Proposal *proposal = &state->proposal[event->a % PROPOSALS_MAX];
    uint16_t bit = (uint16_t)(event->actor < ACTORS_MAX ? 1u << event->actor : 0u);
    switch (event->kind) {
    case EVENT_PROPOSAL:
        *proposal = (Proposal){.open = 1,
                .coalition = (uint8_t)event->b,
                .by = event->actor,
                .rule = (uint8_t)event->d,
                .members = (uint16_t)event->c,
                .yes = bit,
                .words = (uint16_t)event->raw};
        break;
    case EVENT_PROPOSAL_SAYS:
        proposal->yes =
                (uint16_t)(event->b == 1 ? proposal->yes | bit : proposal->yes & ~bit);
        proposal->no = (uint16_t)(event->b == 2 ? proposal->no | bit : proposal->no & ~bit);
        break;
    default: *proposal = (Proposal){0}; break;
    }
}

static void fold_deal(State *state, const Event *event) {
    if (event->a < 0 || event->a >= DEALS_MAX) return;
    Deal *deal = &state->deal[event->a];
    switch (event->kind) {
    case EVENT_DEAL: *deal = event->deal; break;
    case EVENT_DEAL_STATE:
        deal->state = (uint8_t)event->c;
        if (event->c == DEAL_OFFERED || event->c == DEAL_AGREED)
            deal->accepted = (uint8_t)event->b;
        if (event->c == DEAL_AGREED) deal->round = event->round;
        break;
    default:
        if (event->b < 0 || event->b >= PROMISES_MAX) return;
        // d: marks, above them who has let go of it.
        deal->promises[event->b].state =
                (uint8_t)((event->c & 15) | ((event->d >> 8) & 15) << 4);
        deal->promises[event->b].marks = (uint8_t)(event->d & 255);
        break;
    }
}

void fold_structure(State *state, const Event *event) {
    switch (event->kind) {
    case EVENT_POSITION:
        if (event->actor >= ACTORS_MAX) return;
        state->position[event->actor][event->a & 7] = (Position){(uint8_t)event->b,
                (uint8_t)event->c, (uint8_t)(event->d & 15), (uint8_t)(event->d >> 4)};
        break;
    case EVENT_PROPOSAL:
    case EVENT_PROPOSAL_SAYS:
    case EVENT_PROPOSAL_END: fold_proposal(state, event); break;
    case EVENT_DEAL:
    case EVENT_DEAL_STATE:
    case EVENT_PROMISE_STATE: fold_deal(state, event); break;
    default: fold_coalition(state, event); break;
    }
}

static void fold_choice(State *state, const Event *event) {
    OpenChoice *choice = &state->choice[event->a % OPEN_CHOICES_MAX];
    switch (event->kind) {
    case EVENT_CHOICE_OPEN:
        *choice = (OpenChoice){.open = 1,
                .happening = (uint8_t)event->b,
                .asked = (uint16_t)event->c,
                .console = (uint8_t)event->d};
        memset(choice->answer, NONE, sizeof choice->answer);
        break;
    case EVENT_CHOSEN:
        if (event->actor >= ACTORS_MAX) { // the facilitator answers for all
            choice->answer[0] = (uint8_t)event->b;
            choice->answered = choice->asked;
            choice->console = 2;
            break;
        }
        choice->answer[event->actor] = (uint8_t)event->b;
        choice->answered |= (uint16_t)(1u << event->actor);
        break;
    case EVENT_CARD:
        *choice = (OpenChoice){.open = 1,
                .happening = NONE,
                .asked = (uint16_t)event->c,
                .kind = (uint8_t)event->b,
                .about = (uint8_t)event->d,
                .by = event->actor,
                .a = event->raw,
                .b = event->applied};
        memset(choice->answer, NONE, sizeof choice->answer);
        break;
    case EVENT_CARD_SAYS:
        if (event->actor >= ACTORS_MAX) { // the facilitator rules
            choice->answer[0] = (uint8_t)event->b;
            break;
        }
        choice->answer[event->actor] = (uint8_t)event->b;
        choice->answered |= (uint16_t)(1u << event->actor);
        break;
    default: *choice = (OpenChoice){0}; break;
    }
}

static void fold_decision(const Def *def, State *state, const Event *event) {
    int32_t total = 0;
    for (int32_t i = 0; i < def_count(def, KIND_DECIDER); i++) {
        if (def->deciders[i].arena == event->a) total += def->deciders[i].weight;
    }
    Decision *decision = &state->decision[event->a & 7];
    uint16_t tries = (uint16_t)(decision->tries + 1);
    *decision = (Decision){.done = 1,
            .passed = (uint8_t)event->b,
            .round = event->round,
            .margin = (int8_t)core_clamp(event->c, -127, 127),
            .yes_weight = (uint8_t)event->d,
            .total_weight = (uint8_t)total,
            .tries = tries};
    for (int32_t i = 0; i < def_count(def, KIND_CLAUSE); i++) {
        decision->text[i] = (uint8_t)(state_at(def, state, TRACK_DRAFT, i, 0) / 10);
    }
}

static void fold_queue(State *state, const Event *event) {
    Queued wanted = {(uint8_t)event->b, (uint8_t)event->a};
    for (int32_t i = 0; i < QUEUE_MAX; i++) {
        if (event->kind == EVENT_UNQUEUED) {
            if (i == event->a) state->queue[i] = (Queued){0};
            continue;
        }
        if (state->queue[i].round != 0) continue;
        state->queue[i] = wanted;
        return;
    }
}

void fold_story(const Def *def, State *state, const Event *event) {
    switch (event->kind) {
    case EVENT_HAPPENED:
        state->happened[event->a / 64] |= (uint64_t)1 << (event->a % 64);
        break;
    case EVENT_QUEUED:
    case EVENT_UNQUEUED: fold_queue(state, event); break;
    case EVENT_CHOICE_OPEN:
    case EVENT_CHOSEN:
    case EVENT_CHOICE_END:
    case EVENT_CARD:
    case EVENT_CARD_SAYS:
    case EVENT_CARD_END: fold_choice(state, event); break;
    case EVENT_READINGS:
        state->reading = (uint8_t)event->a;
        if (state->reading != NONE) state->bulletin_round = event->round;
        break;
    case EVENT_VOTE:
        state->vote[event->a] = (int8_t)event->b;
        state->support[event->a] = event->c;
        break;
    case EVENT_OWN_VOTE:
        state->own_vote[event->a] = (int8_t)event->b;
        state->reason[event->a] = (uint16_t)event->d;
        break;
    case EVENT_AMENDING:
        state->amending[event->a] = (uint8_t)event->b;
        memset(state->amend[event->a], 0, sizeof state->amend[event->a]);
        break;
    case EVENT_AMEND:
        state->amend[event->a][event->actor] =
                (uint8_t)(event->b == NONE ? AMEND_LEAVE
                                           : AMEND_FIRST + 2 * event->b + (event->c > 0));
        break;
    case EVENT_SPREAD: state->spread[event->a][event->b] = (uint8_t)event->c; break;
    case EVENT_FUNDED: {
        uint16_t option = (uint16_t)(1u << event->b);
        uint16_t others = (uint16_t)(state->funded[event->a] & ~option);
        state->funded[event->a] = (uint16_t)(event->d == 1 ? others | option : others);
        break;
    }
    case EVENT_DRAWN: state->drawn[event->a] = (uint8_t)event->b; break;
    default: fold_decision(def, state, event); break;
    }
}

void fold_start_values(State *state, const Event *event) {
    int32_t i = event->a, value = event->c;
    if (i < 0) return;
    switch (event->cell) {
    case 0: state->macro_start[i % ACTORS_MAX] = (uint16_t)value; break;
    case 1: state->holdings_start[i % ACTORS_MAX] = (int16_t)value; break;
    case 2:
        state->legitimacy_start[i % ACTORS_MAX][event->b % AUDIENCES_MAX] = (int16_t)value;
        break;
    case 3: state->start_stance[i % DECIDERS_MAX] = (int16_t)value; break;
    case 4:
        state->steps_by[i % ACTORS_MAX] =
                (uint8_t)core_min(255, state->steps_by[i % ACTORS_MAX] + value);
        break;
    default: break;
    }
}
