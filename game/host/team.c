// host/team.c — teams, their roles, and people who move. Never: decides for a team.
#include "host/team.h"
#include "model/option.h"

// Seats that play an actor, in the order people came. Returns how many.
static int32_t members_of(const State *state, uint8_t actor, int32_t seats[SEATS_MAX]) {
    int32_t count = 0;
    for (int32_t i = 0; i < SEATS_MAX; i++) {
        if (state->place_role[i] == ROLE_PLAYS && state->place_actor[i] == actor)
            seats[count++] = i + 1;
    }
    return count;
}

static bool second_half(const Party *party) {
    const Session *session = party_session(party);
    return 2 * session->state.round > session->def->rounds;
}

// Who holds a role: whoever the facilitator gave it to, else the members take turns.
static int32_t holder_of(
        const Party *party, const int32_t *seats, int32_t count, int32_t role) {
    const People *people = &party_session(party)->people;
    for (int32_t i = 0; i < count; i++) {
        if (people->team_role[seats[i]] == role) return seats[i];
    }
    int32_t turn = role - TEAM_LEAD + second_half(party);
    for (int32_t i = 0; i < count; i++) { // who was given another role has enough to do
        int32_t seat = seats[(turn + i) % count];
        if (people->team_role[seat] == TEAM_NONE) return seat;
    }
    return seats[turn % count];
}

uint8_t team_roles(const Party *party, int32_t seat) {
    int32_t seats[SEATS_MAX];
    uint8_t actor = party_actor(party, seat);
    if (actor == NONE) return 0;
    int32_t count = members_of(&party_session(party)->state, actor, seats);
    uint8_t roles = 0;
    for (int32_t role = TEAM_LEAD; role < TEAM_ROLES_COUNT; role++) {
        if (holder_of(party, seats, count, role) == seat)
            roles = (uint8_t)(roles | 1 << role);
    }
    return roles;
}

int32_t team_lead(const Party *party, uint8_t actor) {
    int32_t seats[SEATS_MAX];
    int32_t count = members_of(&party_session(party)->state, actor, seats);
    return count > 0 ? holder_of(party, seats, count, TEAM_LEAD) : 0;
}

// ---- moving ---------------------------------------------------------------------------------------------

static Command console(CommandKind kind, int32_t a, int32_t b, int32_t c, int32_t d) {
    return (Command){.kind = (uint8_t)kind,
            .actor = NONE,
            .at_phase = NONE,
            .a = (int16_t)a,
            .b = (int16_t)b,
            .c = (int16_t)c,
            .d = (int16_t)d};
}

// Before the start an actor waits for people; in play a stand-in keeps its word.
static bool leave(Party *party, uint8_t actor, Err *err) {
    int32_t seats[SEATS_MAX];
    const State *state = session_newest(party_session(party));
    if (actor == NONE || members_of(state, actor, seats) > 0) return true;
    if (state->seat_by[actor] != BY_PERSON) return true;
    bool lobby = state->status == STATUS_LOBBY;
    Command command = console(COMMAND_SEAT, actor, lobby ? BY_NOBODY : BY_STAND_IN,
            state_option(state, OPTION_STAND_IN), 0);
    return party_console(party, &command, "", err);
}

// With what is not written yet: several moves are one commit.
static bool place(Party *party, int32_t seat, uint8_t actor, uint8_t role, Err *err) {
    const State *state = session_newest(party_session(party));
    bool played = state->place_role[seat - 1] == ROLE_PLAYS;
    uint8_t before = played ? state->place_actor[seat - 1] : NONE;
    Command command = console(COMMAND_PLACE, seat - 1, actor, role, 0);
    return party_console(party, &command, "", err) && leave(party, before, err)
           && party_hand_over(party, actor, err);
}

// A sealed choice stays with the actor: who plays moves between steps.
static bool may_move_now(const Party *party, int32_t seat) {
    const State *state = &party_session(party)->state;
    return state->status != STATUS_RUNNING || party_actor(party, seat) == NONE;
}

bool team_move(Party *party, int32_t seat, uint8_t actor, uint8_t team_role, Err *err) {
    uint8_t role = actor == NONE ? ROLE_OBSERVES : ROLE_PLAYS;
    Command command = console(COMMAND_RESEATED, seat, actor, role, team_role);
    bool now = may_move_now(party, seat);
    return party_console(party, &command, "", err)
           && (!now || place(party, seat, actor, role, err));
}

bool team_settle(Party *party, bool *moved, Err *err) {
    const People *people = &party_session(party)->people;
    for (int32_t seat = 1; seat <= SEATS_MAX; seat++) {
        PeopleMove move = people->moves[seat];
        if (!move.due || !move.ripe) continue;
        if (!place(party, seat, move.actor, move.role, err)) return false;
        *moved = true;
    }
    return true;
}

bool team_free(Party *party, int32_t seat, Err *err) {
    return place(party, seat, NONE, ROLE_FREE, err);
}

// ---- done -----------------------------------------------------------------------------------------------

TeamRule team_rule(const Party *party) {
    return (TeamRule)state_option(&party_session(party)->state, OPTION_DONE);
}

TeamSays team_says(const Party *party, int32_t seat, TeamRule rule, bool lead_here) {
    int32_t seats[SEATS_MAX];
    uint8_t actor = party_actor(party, seat);
    const Session *session = party_session(party);
    int32_t count = members_of(&session->state, actor, seats);
    if (count < 2 || rule == TEAM_BY_ANY) return TEAM_SAYS_ALL;
    if (rule == TEAM_BY_LEAD) {
        bool leads = team_lead(party, actor) == seat;
        return leads || !lead_here ? TEAM_SAYS_ALL : TEAM_SAYS_NOT_YET;
    }
    for (int32_t i = 0; i < count; i++) {
        if (seats[i] != seat && session->people.half_done[seats[i]]) return TEAM_SAYS_ALL;
    }
    return TEAM_SAYS_HALF;
}
