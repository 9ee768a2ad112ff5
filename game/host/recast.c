// host/recast.c — the parts given out anew before the start, when people came or went, and back again. Never: takes a part from who can keep it; moves anybody in play.
#include "host/guest.h"
#include "host/team.h"

// Who plays or would like to; who came to watch goes on watching.
static uint64_t players_of(const Party *party) {
    const State *state = &party_session(party)->state;
    uint64_t players = 0;
    for (int32_t i = 0; i < SEATS_MAX; i++) {
        uint64_t bit = UINT64_C(1) << i;
        bool waits = state->place_role[i] == ROLE_OBSERVES && (party->would_play & bit);
        if (waits || state->place_role[i] == ROLE_PLAYS
                || state->place_role[i] == ROLE_WAITS)
            players |= bit;
    }
    return players;
}

// Parts as they were: of who is still here. Who came since keeps the part he has.
static uint64_t parts_before(const Party *party, uint8_t parts[SEATS_MAX]) {
    const Session *session = party_session(party);
    uint64_t people = 0;
    for (int32_t i = 0; i < SEATS_MAX; i++) {
        PeoplePart before = session->people.parts_before[i + 1];
        bool here = session->state.place_role[i] != ROLE_FREE;
        parts[i] = before.role == ROLE_PLAYS ? before.actor : NONE;
        if (here && before.role != ROLE_FREE) people |= UINT64_C(1) << i;
    }
    return people;
}

static bool moves(const Party *party, uint64_t people, const uint8_t *parts, int32_t seat) {
    return (people >> (seat - 1) & 1) && parts[seat - 1] != party_actor(party, seat);
}

static bool move_all(Party *party, uint64_t people, const uint8_t *parts, Err *err) {
    for (int32_t seat = 1; seat <= SEATS_MAX; seat++) {
        uint64_t bit = UINT64_C(1) << (seat - 1);
        if (!moves(party, people, parts, seat)) continue;
        if (!team_move(party, seat, parts[seat - 1], TEAM_NONE, err)) return false;
        party->would_play &= ~bit;
        if (parts[seat - 1] == NONE)
            party->would_play |= bit; // only because every part is taken
    }
    return true;
}

static void cast(Hall *hall, Guest *guest, const ConsoleAsk *ask, bool anew) {
    Party *party = guest->party;
    const Session *session = party_session(party);
    uint8_t parts[SEATS_MAX];
    bool again;
    Err err = {0};
    uint64_t people = anew ? players_of(party) : parts_before(party, parts);
    if (anew) casting_anew(session->def, &session->state, people, parts);
    int32_t count = 0;
    for (int32_t seat = 1; seat <= SEATS_MAX; seat++)
        count += moves(party, people, parts, seat);
    Command command = guest_command(COMMAND_RECAST, anew, count, 0, 0);
    if (!guest_begin(hall, guest, ask->message, &command, "", &again)) return;
    bool good = again || move_all(party, people, parts, &err);
    if (!guest_finish(hall, guest, ask->message, good, &err)) return;
    party_touch(party, SECTION_ROSTER);
    guest_answer(hall, guest, ask->message, again, anew ? SAY_DID_CAST : SAY_DID_CAST_BACK,
            (SayWith){.n = count});
    if (!again && count > 0)
        notice_all(hall, party, "recast", anew ? SAY_RECAST : SAY_RECAST_BACK);
}

bool guest_cast(Hall *hall, Guest *guest, const ConsoleAsk *ask) {
    if (ask->verb != CONSOLE_CAST) return false;
    const Session *session = party_session(guest->party);
    bool back = ask->has[0] && ask->value[0] == 1;
    if (session->state.status != STATUS_LOBBY)
        refuse(hall, guest, ask->message, "cast_late");
    else if (back && !session->people.recast)
        refuse(hall, guest, ask->message, "not_cast");
    else
        cast(hall, guest, ask, !back);
    return true;
}
