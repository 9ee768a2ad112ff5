// session/carry.c — what a rewind leaves as it is: who sits where, settings, the plan of the day, the pause. Never: a number of the game.
#include "rules/fold.h"
#include "session/timeline.h"

// An actor that left the story after that batch is in it again, with its people.
static bool returns(const State *now, const State *then, uint8_t actor) {
    return actor < ACTORS_MAX && ((now->steer.retired & ~then->steer.retired) >> actor) & 1;
}

static void places(Txn *txn, const State *now) {
    const State *then = txn->state;
    for (int32_t i = 0; i < SEATS_MAX; i++) {
        bool same = now->place_role[i] == then->place_role[i]
                    && now->place_actor[i] == then->place_actor[i]
                    && now->place_name[i] == then->place_name[i];
        bool came_back = now->place_role[i] == ROLE_WAITS
                         && then->place_role[i] == ROLE_PLAYS
                         && returns(now, then, then->place_actor[i]);
        if (same || came_back) continue;
        txn_say(txn, EVENT_PLACED, NONE, i, now->place_actor[i], now->place_role[i],
                now->place_name[i]);
    }
}

static void players(Txn *txn, const State *now) {
    const State *then = txn->state;
    for (uint8_t i = 0; i < def_count(txn->def, KIND_ACTOR); i++) {
        bool same =
                now->seat_by[i] == then->seat_by[i] && now->policy[i] == then->policy[i];
        if (same || returns(now, then, i)) continue;
        txn_say(txn, EVENT_SEAT, i, now->seat_by[i], now->policy[i], 0, 0);
    }
    uint16_t nobody = 0;
    for (int32_t i = 0; i < ACTORS_MAX; i++)
        nobody |= (uint16_t)((then->seat_by[i] == BY_NOBODY) << i);
    bool started = then->status == STATUS_BRIEF || then->status == STATUS_RUNNING;
    if (started && (then->waiting & nobody))
        txn_say(txn, EVENT_WAITING, NONE, (int16_t)(then->waiting & ~nobody), 0, 0, 0);
}

static void stand_ins(Txn *txn, const Steer *now) {
    const Steer *then = &txn->state->steer;
    for (uint8_t i = 0; i < def_count(txn->def, KIND_ACTOR); i++) {
        bool back = (now->back >> i) & 1, leaves = (now->leaving >> i) & 1;
        if (back && !((then->back >> i) & 1))
            txn_say(txn, EVENT_STAND_IN, i, STAND_IN_BACK, 0, 0, 0);
        if (leaves && !((then->leaving >> i) & 1))
            txn_say(txn, EVENT_STAND_IN, i, STAND_IN_LATER, now->leave_with[i], 0, 0);
    }
}

static void graces(Txn *txn, const Steer *now) {
    const Steer *then = &txn->state->steer;
    for (uint8_t i = 0; i < def_count(txn->def, KIND_ACTOR); i++) {
        bool twice = (now->grace_twice >> i) & 1;
        if (now->grace_s[i] != then->grace_s[i])
            txn_say(txn, EVENT_GRACE, i, now->grace_s[i], 1, 0, 0);
        if (twice != ((then->grace_twice >> i) & 1))
            txn_say(txn, EVENT_GRACE, i, twice, 2, 0, 0);
    }
}

static void numbers(Txn *txn, const Steer *now) {
    const Steer *then = &txn->state->steer;
    for (uint8_t i = 0; i < def_count(txn->def, KIND_ACTOR); i++) {
        for (int32_t track = 0; track < 64; track++) {
            bool open = (now->numbers_open[i] >> track) & 1;
            if (open != ((then->numbers_open[i] >> track) & 1))
                txn_say(txn, EVENT_NUMBERS, i, track, open, 0, 0);
        }
    }
}

static void settings(Txn *txn, const Steer *now) {
    const Steer *then = &txn->state->steer;
    for (int32_t i = 0; i < OPTION_COUNT; i++) {
        if (now->option[i] != then->option[i])
            txn_say(txn, EVENT_OPTION, NONE, i, now->option[i], 0, 0);
    }
    bool planned = now->plan_finish == then->plan_finish
                   && now->plan_debrief_s == then->plan_debrief_s;
    if (!planned)
        txn_say(txn, EVENT_PLAN_SET, NONE, now->plan_finish, now->plan_debrief_s, 0, 0);
}

void timeline_carry(Session *session, Txn *txn, int32_t to) {
    const State *now = &session->state;
    timeline_state(session, to, txn->state);
    places(txn, now);
    players(txn, now);
    stand_ins(txn, &now->steer);
    graces(txn, &now->steer);
    numbers(txn, &now->steer);
    settings(txn, &now->steer);
    if (now->paused != txn->state->paused)
        txn_say(txn, EVENT_PAUSE, NONE, now->paused, now->steer.pause_why,
                now->steer.countdown, now->steer.pause_reason);
}
