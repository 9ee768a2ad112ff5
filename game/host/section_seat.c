// host/section_seat.c — section "seat": the own place of a person. Never: another's.
#include "host/house.h"
#include "host/prompts.h"
#include "host/second.h"
#include "host/team.h"
#include "model/option.h"
#include "session/own_words.h"

static void write_team(JsonOut *json, const Party *party, int32_t seat) {
    static const char *const names[TEAM_ROLES_COUNT] = {
            "", "lead", "negotiator", "scribe", "voice"};
    const State *state = &party_session(party)->state;
    uint8_t actor = state->place_actor[seat - 1], roles = team_roles(party, seat);
    json_open(json, "roles", '[');
    for (int32_t role = TEAM_LEAD; role < TEAM_ROLES_COUNT; role++) {
        if (roles >> role & 1) json_text(json, NULL, names[role]);
    }
    json_close(json, ']');
    json_open(json, "team", '[');
    for (int32_t i = 0; i < SEATS_MAX; i++) {
        if (state->place_role[i] == ROLE_PLAYS && state->place_actor[i] == actor)
            json_int(json, NULL, i + 1);
    }
    json_close(json, ']');
}

static bool is_replaced(const People *people, const PeopleLine *entry) {
    for (int32_t i = 0; i < people->count; i++) {
        const PeopleLine *line = &people->lines[i];
        if (line->kind == EVENT_JOURNALED && line->c == entry->d) return true;
    }
    return false;
}

static void write_journal(JsonOut *json, const Session *session, int32_t seat) {
    static const char *const scopes[JOURNAL_SCOPES_COUNT] = {"me", "facilitator", "group"};
    const People *people = &session->people;
    json_open(json, "journal", '[');
    for (int32_t i = 0; i < people->count; i++) {
        const PeopleLine *line = &people->lines[i];
        bool own = line->kind == EVENT_JOURNALED && line->a == seat;
        const char *text = own ? own_words_text(session, (uint16_t)line->d) : "";
        if (!*text || is_replaced(people, line)) continue;
        json_open(json, NULL, '{');
        json_int(json, "id", line->d);
        json_text(json, "scope", scopes[line->b % JOURNAL_SCOPES_COUNT]);
        json_text(json, "text", text);
        json_int(json, "round", line->round);
        json_close(json, '}');
    }
    json_close(json, ']');
}

static void write_consent(JsonOut *json, const Party *party, int32_t seat) {
    RosterConsent consents[ROSTER_CONSENTS_MAX];
    const Roster *roster = &party->seats.roster;
    Err ignored = {0};
    int32_t count = 0;
    if (!roster->self || !roster->consents(roster->self, seat, consents, &count, &ignored))
        return;
    json_open(json, "consent", '{');
    for (int32_t i = 0; i < count; i++)
        json_flag(json, consents[i].purpose, consents[i].given);
    json_close(json, '}');
}

// How often the facilitator looked at this seat; told when the game is over.
static int32_t peeks(const Session *session, int32_t seat) {
    int32_t count = 0;
    for (int32_t i = 0; i < session->people.count; i++) {
        const PeopleLine *line = &session->people.lines[i];
        count += line->kind == EVENT_PEEKED && line->a == seat;
    }
    return count;
}

static void write_prompts(
        JsonOut *json, const Guest *guest, const Session *session, uint8_t actor) {
    Region region = {0};
    Say say = {session->def, guest_language(guest), &region};
    prompts_journal(json, &say, &session->state, actor);
    prompts_quiz(json, &say, &session->state);
    region_clear(&region);
}

// Acts of this place that the last undo took back, by the names its own device gave them.
static void write_undone(JsonOut *json, Party *party, int32_t seat) {
    Undone *undone = &party->undone;
    bool opened = false;
    undone_look(undone, party_session(party));
    for (int32_t i = 0; i < undone->count; i++) {
        if (undone->items[i].seat != seat) continue;
        if (!opened) json_open(json, "undone", '[');
        opened = true;
        json_text(json, NULL, undone->items[i].id);
    }
    if (opened) json_close(json, ']');
}

void section_seat(const Hall *hall, const Guest *guest, JsonOut *json) {
    const Session *session = party_session(guest->party);
    const State *state = &session->state;
    static const char *const roles[] = {"free", "plays", "observes", "waits"};
    uint8_t role = state->place_role[guest->seat - 1];
    json_int(json, "seat", guest->seat);
    json_text(json, "role", roles[role & 3]);
    json_some_text(
            json, "label", own_words_text(session, state->place_name[guest->seat - 1]));
    if (role == ROLE_PLAYS) {
        json_int(json, "actor", state->place_actor[guest->seat - 1]);
        write_team(json, guest->party, guest->seat);
    }
    json_some_flag(json, "guard", state_option(state, OPTION_GUARD));
    json_some_flag(json, "half_done", session->people.half_done[guest->seat]);
    if (state->status >= STATUS_DEBRIEF)
        json_some_int(json, "looked_at", peeks(session, guest->seat));
    write_journal(json, session, guest->seat);
    write_undone(json, guest->party, guest->seat);
    write_prompts(json, guest, session, party_actor(guest->party, guest->seat));
    write_consent(json, guest->party, guest->seat);
    const Party *second =
            second_takes(guest->party, guest->seat) ? second_of(guest->party) : NULL;
    Region region = {0};
    Say say = {session->def, guest_language(guest), &region};
    second_offer(json, &say, second);
    region_clear(&region);
    (void)hall;
}
