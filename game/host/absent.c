// host/absent.c — begins stand-ins where a phase closed without its people. Never: decides while somebody of the team is connected.
#include "host/absent.h"
#include "model/option.h"

static bool somebody_is_there(const Party *party, uint8_t actor) {
    for (const Guest *guest = party->guests; guest; guest = guest->next) {
        bool sits = guest->kind == GUEST_SEAT && !guest->replaced;
        if (sits && party_actor(party, guest->seat) == actor) return true;
    }
    return false;
}

static bool has_people(const State *state, uint8_t actor) {
    for (int32_t i = 0; i < SEATS_MAX; i++) {
        if (state->place_role[i] == ROLE_PLAYS && state->place_actor[i] == actor)
            return true;
    }
    return false;
}

static bool begin(Hall *hall, Party *party, uint8_t actor) {
    const State *state = &party_session(party)->state;
    Command command = guest_command(COMMAND_STAND_IN, WHO_AN_ACTOR + actor,
            state_option(state, OPTION_STAND_IN), 0, 0);
    Err err = {0};
    if (party_console(party, &command, "", &err)) return true;
    guest_record_failed(hall, party, &err);
    return false;
}

static bool stand_in_for(Hall *hall, Party *party, uint16_t late) {
    const State *state = &party_session(party)->state;
    bool any = false;
    for (uint8_t actor = 0; actor < ACTORS_MAX; actor++) {
        bool away = (late >> actor & 1) && state->seat_by[actor] == BY_PERSON
                    && has_people(state, actor) && !somebody_is_there(party, actor);
        if (away) any |= begin(hall, party, actor);
    }
    return any;
}

bool absent_tick(Hall *hall, Party *party) {
    const State *state = &party_session(party)->state;
    Watch *watch = &party->watch;
    if (state->status != STATUS_RUNNING || state->paused) return false;
    int32_t phase = 1 + state->round * PHASES_MAX + state->phase;
    bool closed = watch->phase != 0 && watch->phase != phase;
    bool acts = state_option(state, OPTION_STAND_IN) != POLICY_HOLD;
    bool any = closed && acts && stand_in_for(hall, party, watch->late);
    watch->phase = phase;
    watch->late = (uint16_t)(state->waiting & ~state->done);
    return any;
}
