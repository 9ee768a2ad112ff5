// host/section_join.c — section "join": the code on the board, while people may come. Never: a seat code or a token.
#include "host/house.h"

static int32_t people_with(const State *state, SeatRole role) {
    int32_t count = 0;
    for (int32_t i = 0; i < SEATS_MAX; i++)
        count += state->place_role[i] == role;
    return count;
}

static int32_t waiting(const Party *party) {
    int32_t count = 0;
    for (int32_t i = 0; i < party->queue.count; i++)
        count += party->queue.knocks[i].why != KNOCK_DECLINED;
    return count;
}

void section_join(const Hall *hall, const Guest *guest, JsonOut *json) {
    const Seats *seats = &guest->party->seats;
    const State *state = &party_session(guest->party)->state;
    bool open = !seats->locked && state->status < STATUS_DEBRIEF;
    json_flag(json, "open", open);
    json_flag(json, "locked", seats->locked);
    json_int(json, "waiting", people_with(state, ROLE_WAITS) + waiting(guest->party));
    json_int(json, "here", people_with(state, ROLE_PLAYS));
    json_int(json, "observe", people_with(state, ROLE_OBSERVES));
    json_flag(json, "reached", hall->reached > 0);
    if (address_is_new(guest->party)) json_flag(json, "moved", true);
    if (!open) return;
    json_text(json, "code", seats->pin);
    json_text(json, "qr", seats->qr);
}
