// host/house.c — who writes which section of the house, and who gets it. Never: what stands in one (section_*.c).
#include "host/house.h"

typedef void (*Writer)(const Hall *hall, const Guest *guest, JsonOut *json);

static const Writer WRITERS[SECTION_COUNT] = {
        [SECTION_SEAT] = section_seat,
        [SECTION_TALK] = section_talk,
        [SECTION_OBS] = section_obs,
        [SECTION_SHOW] = section_show,
        [SECTION_LOG] = section_log,
        [SECTION_JOIN] = section_join,
        [SECTION_ROSTER] = section_roster,
        [SECTION_DECK] = section_deck,
        [SECTION_RUN] = section_run,
        [SECTION_HEALTH] = section_health,
};

uint32_t house_sections(const Guest *guest) {
    if (guest->kind == GUEST_CONSOLE) return sections_of_house(VIEW_CONSOLE);
    if (guest->kind == GUEST_BOARD) return sections_of_house(VIEW_BOARD);
    uint32_t bits = sections_of_house(0);
    const State *state = &party_session(guest->party)->state;
    bool observes = state->place_role[guest->seat - 1] == ROLE_OBSERVES;
    return observes ? bits : bits & ~(1u << SECTION_OBS);
}

bool house_write(Hall *hall, const Guest *guest, Section section, Buffer *out) {
    if (!WRITERS[section]) return false;
    JsonOut json = {out, false};
    json_open(&json, NULL, '{');
    WRITERS[section](hall, guest, &json);
    json_close(&json, '}');
    return true;
}
