// rules/fold_meeting.c — fold.c's cases of meetings: presence, agenda, roles, utterances. Never: judges or refuses.
#include "rules/fold_parts.h"
#include "rules/role.h"
#include <string.h>

static void open_meeting(State *state, const Event *event) {
    state->meeting = (uint8_t)event->b;
    state->meetings[event->b & 3] = (uint8_t)event->a;
    state->present = (uint16_t)event->c;
    state->met |= state->present;
    state->agenda_count = state->agenda_open = 0;
    state->taker = state->chair_now = state->pen_now = state->summary_now = NONE;
    state->taker_won = state->record_done = state->summed = 0;
    state->ordered = ORDER_NONE;
    memset(state->order, NONE, sizeof state->order);
    state->order_off = NONE;
    state->objected = state->hands_for = state->hands_against = 0;
    state->queued = state->heard = 0;
    memset(state->question, 0, sizeof state->question);
}

static void agenda(State *state, const Event *event) {
    if (event->a < 0 || event->a >= AGENDA_MAX) return;
    state->agenda[event->a] = (uint8_t)event->b;
    state->agenda_count = (uint8_t)core_max(state->agenda_count, event->a + 1);
    if (event->c) state->agenda_open = (uint8_t)core_max(state->agenda_open, event->a + 1);
    if (event->d) state->queued |= (uint16_t)(1u << event->b);
}

static void role(const Def *def, State *state, const Event *event) {
    if (event->a < 0) { // the chair
        state->chair_now = event->actor;
        return;
    }
    switch (role_of(&def->moves[event->a])) {
    case ROLE_MINUTES:
        state->taker = event->actor;
        state->taker_won = (uint8_t)event->b;
        break;
    case ROLE_PEN: state->pen_now = event->actor; break;
    case ROLE_SUMMARY: state->summary_now = event->actor; break;
    case ROLE_CHAIR: state->chair_now = event->actor; break;
    case ROLE_NONE: break;
    }
}

static void utterance(State *state, const Event *event) {
    Utterance *u = &state->utterance[event->a];
    *u = (Utterance){.state = UTTERANCE_SPOKEN,
            .author = event->actor,
            .voiced_by = (uint8_t)(event->cell & 255),
            .extras = (uint8_t)(event->cell >> 8),
            .taker = NONE,
            .arena = event->act.arena,
            .round = event->round,
            .kind = (uint8_t)event->c,
            .target = event->act.target.index,
            .direction = (int8_t)event->d,
            .strength = (uint8_t)event->b,
            .move = event->act.move,
            .bid = event->act.bid,
            .act = event->act.id,
            .words = event->act.words};
}

static void recorded(State *state, const Event *event) {
    Utterance *u = &state->utterance[event->a];
    u->state = UTTERANCE_LIVE;
    u->slanted = (uint8_t)event->b;
    u->taker = event->actor;
    if (event->b) u->strength++;
    if (state->lines_by[u->author] < UINT8_MAX) state->lines_by[u->author]++;
}

static void aged(State *state, const Event *event) {
    Utterance *u = &state->utterance[event->a];
    u->age = (uint8_t)event->b;
    u->strength = (uint8_t)event->c;
    u->state = (uint8_t)event->d;
}

static void close_meeting(State *state, const Event *event) {
    state->silent_last = (uint16_t)event->b;
    state->record_done = 1;
    for (int32_t i = 0; i < UTTERANCES_MAX; i++) {
        Utterance *u = &state->utterance[i];
        bool over = u->state == UTTERANCE_PLAYED || u->state == UTTERANCE_CLOSED;
        bool unrecorded = u->state == UTTERANCE_SPOKEN && u->arena == event->a;
        if (over || unrecorded) *u = (Utterance){0};
    }
}

static void question(State *state, const Event *event) {
    for (int32_t i = 0; i < 8; i++) {
        OpenQuestion *q = &state->question[i];
        bool same =
                q->open && q->from == event->actor && q->to == event->cause.target.index;
        if (event->a == 0 && !q->open) {
            *q = (OpenQuestion){
                    1, event->actor, event->cause.target.index, (uint8_t)event->b};
            return;
        }
        if (event->a != 0 && same) {
            state->heard |= (uint16_t)(1u << q->to);
            *q = (OpenQuestion){0};
        }
    }
}

void fold_meeting(const Def *def, State *state, const Event *event) {
    bool slot_good = event->a >= 0 && event->a < UTTERANCES_MAX;
    switch (event->kind) {
    case EVENT_MEETINGS:
        state->meetings[0] = (uint8_t)event->a;
        state->meetings[1] = (uint8_t)event->b;
        state->meetings[2] = (uint8_t)event->c;
        state->meetings[3] = (uint8_t)event->d;
        state->meeting = 0;
        break;
    case EVENT_MEETING: open_meeting(state, event); break;
    case EVENT_AGENDA: agenda(state, event); break;
    case EVENT_ROLE: role(def, state, event); break;
    case EVENT_UTTERANCE:
        if (slot_good) utterance(state, event);
        break;
    case EVENT_STRENGTH:
        if (slot_good) state->utterance[event->a].strength = (uint8_t)event->b;
        break;
    case EVENT_RECORDED:
        if (slot_good) recorded(state, event);
        break;
    case EVENT_AGED:
        if (slot_good) aged(state, event);
        break;
    case EVENT_MEETING_CLOSED: close_meeting(state, event); break;
    case EVENT_QUESTION: question(state, event); break;
    case EVENT_RENAMED:
        state->title[event->a & 3] = (uint8_t)event->b;
        state->title_by[event->a & 3] = event->actor;
        break;
    default:
        state->invited[event->b & 7] |= (uint16_t)(1u << event->a);
        state->hosts[event->b & 7] |= (uint16_t)(1u << event->actor);
        break;
    }
}
