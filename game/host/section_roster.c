// host/section_roster.c — section "roster": places and who plays each actor, for the console. Never: a brief, a plan, a token.
#include "host/house.h"
#include "host/team.h"
#include "session/own_words.h"

enum { ASLEEP_MS = 20 * 1000 };

// The newest sign of life of a seat's devices, -1 when none is connected.
static int64_t heard(const Party *party, int32_t seat) {
    int64_t newest = -1;
    for (const Guest *guest = party->guests; guest; guest = guest->next) {
        bool own = guest->kind == GUEST_SEAT && guest->seat == seat && !guest->replaced;
        if (own && guest->heard_ms > newest) newest = guest->heard_ms;
    }
    return newest;
}

static const char *presence(const Hall *hall, const Party *party, int32_t seat) {
    int64_t newest = heard(party, seat);
    if (newest < 0) return "gone";
    return hall_now(hall) - newest > ASLEEP_MS ? "asleep" : "here";
}

static void write_seat(JsonOut *json, const Hall *hall, const Party *party, int32_t seat) {
    static const char *const roles[] = {"free", "plays", "observes", "waits"};
    const State *state = &party_session(party)->state;
    uint8_t role = state->place_role[seat - 1], actor = state->place_actor[seat - 1];
    json_open(json, NULL, '{');
    json_int(json, "seat", seat);
    json_text(json, "role", roles[role & 3]);
    const Session *session = party_session(party);
    const People *people = &session->people;
    json_some_text(json, "label", own_words_text(session, state->place_name[seat - 1]));
    json_some_int(json, "words", state->place_name[seat - 1]);
    json_some_flag(json, "here", heard(party, seat) >= 0);
    json_text(json, "presence", presence(hall, party, seat));
    json_some_int(json, "help", people->help_open[seat]);
    json_some_int(json, "muted", people->muted[seat]);
    json_some_flag(json, "moves", people->moves[seat].due);
    if (role == ROLE_PLAYS && actor != NONE) {
        json_int(json, "actor", actor);
        json_some_flag(json, "sent", (state->done >> actor) & 1);
        json_some_flag(json, "stand_in", state->seat_by[actor] == BY_STAND_IN);
        json_some_flag(json, "lead", team_lead(party, actor) == seat);
    }
    json_close(json, '}');
}

void section_roster(const Hall *hall, const Guest *guest, JsonOut *json) {
    const Session *session = party_session(guest->party);
    json_open(json, "seats", '[');
    for (int32_t seat = 1; seat <= SEATS_MAX; seat++) {
        if (session->state.place_role[seat - 1] != ROLE_FREE)
            write_seat(json, hall, guest->party, seat);
    }
    json_close(json, ']');
    json_some_flag(json, "recast",
            session->people.recast && session->state.status == STATUS_LOBBY);
    json_open(json, "by", '['); // who plays each actor: SeatBy
    for (int32_t i = 0; i < def_count(session->def, KIND_ACTOR); i++)
        json_int(json, NULL, session->state.seat_by[i]);
    json_close(json, ']');
    json_open(json, "actors", '[');
    for (int32_t i = 0; i < def_count(session->def, KIND_ACTOR); i++) {
        const Actor *actor = &session->def->actors[i];
        json_open(json, NULL, '{');
        json_some_flag(json, "core", actor->cast == CAST_CORE);
        json_int(json, "most", core_max(1, actor->people_max));
        json_close(json, '}');
    }
    json_close(json, ']');
}
