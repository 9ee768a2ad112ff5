// host/guest_seat.c — what a person says beside the game: help, a pause, journal, observation, consent, drafts, a team's Done. Never: whose wish for a pause it was.
#include "host/guest.h"
#include "host/team.h"
#include "wire/action_read.h"
#include <stdio.h>
#include <string.h>

static bool is_muted(const Guest *guest, uint8_t what) {
    const Session *session = party_session(guest->party);
    const State *state = &session->state;
    return people_is_muted(&session->people, guest->seat, what, state->round, state->phase);
}

static int32_t number(const Message *message, const char *key, int32_t otherwise) {
    int64_t value = message_number(message->args, key, otherwise);
    return value < INT16_MIN || value > INT16_MAX ? -1 : (int32_t)value;
}

static void submit(
        Hall *hall, Guest *guest, const Message *message, const Command *command) {
    bool again;
    if (guest_submit(hall, guest, message, command, action_words(message), &again))
        reply_answer(hall, guest, message->id, again, "", "");
}

static void help(Hall *hall, Guest *guest, const Message *message) {
    if (is_muted(guest, MUTE_HELP)) {
        refuse(hall, guest, message, "muted");
        return;
    }
    Command command = guest_command(COMMAND_HELP_ASKED, guest->seat, 0, 0, 0);
    submit(hall, guest, message, &command);
}

// The record keeps no seat, no device and no id of it; one press of a person counts once a minute.
static void pause_please(Hall *hall, Guest *guest, const Message *message) {
    Err err = {0};
    Command command = guest_command(COMMAND_PAUSE_WISHED, 0, 0, 0, 0);
    int64_t now = hall_now(hall);
    bool soon = guest->wished_ms && now - guest->wished_ms < 60 * 1000;
    if (!soon && !party_console(guest->party, &command, "", &err)) {
        guest_failed(hall, guest, message, &err);
        return;
    }
    if (!soon) guest->wished_ms = now;
    guest_touch_words(guest->party);
    guest_answer(hall, guest, message, soon, SAY_DID_WISH_PAUSE, (SayWith){0});
}

static int32_t scope_of(const Message *message) {
    static const char *const names[JOURNAL_SCOPES_COUNT] = {"me", "facilitator", "group"};
    const char *text = message_text(message->args, "scope", "");
    if (!*text) { // by its number, or the person alone
        int32_t place = number(message, "scope", JOURNAL_ME);
        return place < JOURNAL_SCOPES_COUNT ? place : -1;
    }
    for (int32_t i = 0; i < JOURNAL_SCOPES_COUNT; i++) {
        if (strcmp(names[i], text) == 0) return i;
    }
    return -1;
}

enum { JOURNAL_MOST = 200 };

static int32_t entries_of(const Guest *guest) {
    const People *people = &party_session(guest->party)->people;
    int32_t count = 0;
    for (int32_t i = 0; i < people->count; i++)
        count += people->lines[i].kind == EVENT_JOURNALED
                 && people->lines[i].a == guest->seat;
    return count;
}

// An entry may take the place of an earlier one of the same seat, for example to share it.
static bool may_replace(const Guest *guest, int32_t words) {
    const People *people = &party_session(guest->party)->people;
    for (int32_t i = 0; i < people->count; i++) {
        const PeopleLine *line = &people->lines[i];
        if (line->kind == EVENT_JOURNALED && line->a == guest->seat && line->d == words)
            return true;
    }
    return words == 0;
}

static void journal(Hall *hall, Guest *guest, const Message *message) {
    int32_t scope = scope_of(message), replaces = number(message, "replaces", 0);
    if (!action_words(message)[0]) {
        refuse(hall, guest, message, "no_words");
    } else if (scope < 0 || !may_replace(guest, replaces)) {
        refuse(hall, guest, message, "bad_message");
    } else if (entries_of(guest) >= JOURNAL_MOST) {
        refuse(hall, guest, message, "drafts");
    } else if (scope != JOURNAL_ME && is_muted(guest, MUTE_WORDS)) {
        refuse(hall, guest, message, "muted");
    } else {
        Command command = guest_command(COMMAND_JOURNALED, guest->seat, scope, replaces, 0);
        submit(hall, guest, message, &command);
    }
}

static uint8_t actor_in(const Guest *guest, const Message *message, const char *key) {
    const char *id = message_text(message->args, key, "");
    const Def *def = party_session(guest->party)->def;
    if (!*id) return OBSERVED_NOBODY;
    uint8_t index = def_find(def, KIND_ACTOR, id).index;
    return index == NONE ? OBSERVED_NOBODY + 1 : index;
}

static uint8_t small(const Message *message, const char *key, int32_t otherwise) {
    int32_t value = number(message, key, otherwise);
    return value < 0 || value > 63 ? 63 : (uint8_t)value;
}

static void observe(Hall *hall, Guest *guest, const Message *message) {
    const Def *def = party_session(guest->party)->def;
    const char *about = message_text(message->args, "about", "");
    uint8_t clause = *about ? def_find(def, KIND_CLAUSE, about).index : OBSERVED_NOTHING;
    ObservedLine line = {.who = actor_in(guest, message, "who"),
            .to = actor_in(guest, message, "to"),
            .act = small(message, "act", 0),
            .about = clause,
            .changed = small(message, "changed", 0),
            .expected = small(message, "expected", 0),
            .source = small(message, "source", 0)};
    bool fits = line.who < OBSERVED_NOBODY && line.to <= OBSERVED_NOBODY
                && line.act < OBSERVED_ACTS && line.about <= OBSERVED_NOTHING
                && line.changed < 3 && line.expected < 3 && line.source < OBSERVED_SOURCES;
    if (!fits) {
        refuse(hall, guest, message, "bad_message");
        return;
    }
    Command command = guest_command(
            COMMAND_OBSERVED, guest->seat, observed_b(&line), observed_c(&line), 0);
    submit(hall, guest, message, &command);
}

// ---- consent and drafts: kept beside the record, never in it ---------------------------------------------------

static void consent(Hall *hall, Guest *guest, const Message *message) {
    static const char *const purposes[] = {"play", "report", "research"};
    const Roster *roster = &guest->party->seats.roster;
    const char *purpose = message_text(message->args, "purpose", "");
    bool known = false, given = message_number(message->args, "given", 0) != 0;
    Err err = {0};
    for (size_t i = 0; i < ARRAY_COUNT(purposes); i++)
        known |= strcmp(purposes[i], purpose) == 0;
    if (!known) {
        refuse(hall, guest, message, "bad_message");
        return;
    }
    int64_t at = guest->party->seats.clock.wall_ms(guest->party->seats.clock.context);
    if (roster->self
            && !roster->consent(roster->self, guest->seat, purpose, given, at, &err)) {
        guest_failed(hall, guest, message, &err);
        return;
    }
    guest->party->changed = true;
    reply_answer(hall, guest, message->id, false, "", "");
}

static bool has_room(const Roster *roster, int32_t seat, const char *key, Err *err) {
    RosterDraft drafts[ROSTER_DRAFTS_MAX];
    Region region = {0};
    int32_t count = 0;
    bool known = false,
         good = roster->drafts(roster->self, seat, drafts, &count, &region, err);
    for (int32_t i = 0; good && i < count; i++)
        known |= strcmp(drafts[i].key, key) == 0;
    region_clear(&region);
    return !good || known || count < ROSTER_DRAFTS_MAX;
}

void guest_draft(Hall *hall, Guest *guest, const Message *message) {
    const Roster *roster = &guest->party->seats.roster;
    Err err = {0};
    if (guest->kind != GUEST_SEAT || guest->replaced) {
        refuse(hall, guest, message, "read_only");
        return;
    }
    int64_t at = guest->party->seats.clock.wall_ms(guest->party->seats.clock.context);
    bool room = !roster->self || !message->text[0]
                || has_room(roster, guest->seat, message->key, &err);
    if (!room) {
        refuse(hall, guest, message, "drafts");
    } else if (err.kind != ERR_NONE
               || (roster->self
                       && !roster->draft(roster->self, guest->seat, message->key,
                               message->text, at, &err))) {
        guest_failed(hall, guest, message, &err);
    } else {
        reply_saved(hall, guest, message->key);
    }
}

void guest_drafts(Hall *hall, const Guest *guest) {
    const Roster *roster = &guest->party->seats.roster;
    RosterDraft drafts[ROSTER_DRAFTS_MAX];
    Region region = {0};
    Err err = {0};
    int32_t count = 0;
    if (!roster->self) return;
    if (!roster->drafts(roster->self, guest->seat, drafts, &count, &region, &err))
        count = 0;
    for (int32_t i = 0; i < count; i++)
        reply_draft(hall, guest, drafts[i].key, drafts[i].text);
    region_clear(&region);
}

// ---- a team's Done ----------------------------------------------------------------------------------------------

static bool is_here(const Hall *hall, const Party *party, int32_t seat) {
    for (int32_t i = 0; i < hall->guests_top; i++) {
        const Guest *guest = &hall->guests[i];
        if (guest->peer && guest->party == party && guest->kind == GUEST_SEAT
                && guest->seat == seat && !guest->replaced) {
            return true;
        }
    }
    return false;
}

bool guest_team_done(Hall *hall, Guest *guest, const Message *message, Command *command) {
    bool again, done = command->kind == COMMAND_DONE;
    const Party *party = guest->party;
    const Session *session = party_session(party);
    if (!done && command->kind != COMMAND_NOT_DONE) return false;
    int32_t lead = team_lead(party, command->actor);
    TeamRule rule = (TeamRule)team_rule(party);
    TeamSays says = team_says(party, guest->seat, rule, is_here(hall, party, lead));
    bool half = says == TEAM_SAYS_HALF && (done || session->people.half_done[guest->seat]);
    if (done && says == TEAM_SAYS_NOT_YET) {
        refuse(hall, guest, message, "team_lead");
        return true;
    }
    if (!half) return false;
    Command note = guest_command(COMMAND_TEAM_DONE, guest->seat, done, 0, 0);
    if (guest_submit(hall, guest, message, &note, "", &again))
        guest_answer(hall, guest, message, again, SAY_DID_HALF, (SayWith){0});
    return true;
}

// ---- the whole --------------------------------------------------------------------------------------------------

bool guest_seat(Hall *hall, Guest *guest, const Message *message) {
    typedef void (*Says)(Hall *, Guest *, const Message *);
    static const struct {
        const char *act;
        Says says;
    } rows[] = {
            {"seat.help",         help        },
            {"seat.pause_please", pause_please},
            {"seat.journal",      journal     },
            {"seat.observe",      observe     },
            {"seat.consent",      consent     },
    };
    for (size_t i = 0; i < ARRAY_COUNT(rows); i++) {
        if (strcmp(rows[i].act, message->act) != 0) continue;
        rows[i].says(hall, guest, message);
        return true;
    }
    return false;
}
