// host/section_roster.c — section "roster": places and who plays each actor, for the console. Never: a brief, a plan, a token.
#include "host/house.h"

static bool is_here(const Party *party, int32_t seat) {
    for (const Guest *guest = party->guests; guest; guest = guest->next) {
        if (guest->kind == GUEST_SEAT && guest->seat == seat && !guest->replaced)
            return true;
    }
    return false;
}

static void write_seat(JsonOut *json, const Party *party, int32_t seat) {
    static const char *const roles[] = {"free", "plays", "observes", "waits"};
    const State *state = &party_session(party)->state;
    uint8_t role = state->place_role[seat - 1], actor = state->place_actor[seat - 1];
    json_open(json, NULL, '{');
    json_int(json, "seat", seat);
    json_text(json, "role", roles[role & 3]);
    json_some_flag(json, "here", is_here(party, seat));
    if (role == ROLE_PLAYS && actor != NONE) {
        json_int(json, "actor", actor);
        json_some_flag(json, "sent", (state->done >> actor) & 1);
    }
    json_close(json, '}');
}

void section_roster(const Hall *hall, const Guest *guest, JsonOut *json) {
    const Session *session = party_session(guest->party);
    json_open(json, "seats", '[');
    for (int32_t seat = 1; seat <= SEATS_MAX; seat++) {
        if (session->state.place_role[seat - 1] != ROLE_FREE)
            write_seat(json, guest->party, seat);
    }
    json_close(json, ']');
    json_open(json, "by", '['); // who plays each actor: SeatBy
    for (int32_t i = 0; i < def_count(session->def, KIND_ACTOR); i++)
        json_int(json, NULL, session->state.seat_by[i]);
    json_close(json, ']');
    (void)hall;
}
