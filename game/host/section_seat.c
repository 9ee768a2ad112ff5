// host/section_seat.c — section "seat": the own place of a person. Never: another's.
#include "host/house.h"

void section_seat(const Hall *hall, const Guest *guest, JsonOut *json) {
    const State *state = &party_session(guest->party)->state;
    static const char *const roles[] = {"free", "plays", "observes", "waits"};
    uint8_t role = state->place_role[guest->seat - 1];
    json_int(json, "seat", guest->seat);
    json_text(json, "role", roles[role & 3]);
    if (role == ROLE_PLAYS) json_int(json, "actor", state->place_actor[guest->seat - 1]);
    (void)hall;
}
