// host/guest_words.c — what the facilitator says: to all, to one, in answer, in a nudge; and what is taken off the screens. Never: words outside the table of words.
#include "host/guest.h"
#include "host/team.h"
#include "session/own_words.h"
#include <stdlib.h>
#include <string.h>

// The line this submission became, for the number of its words.
static const PeopleLine *newest_line(const Party *party) {
    const People *people = &party_session(party)->people;
    return &people->lines[people->count - 1];
}

// Everybody a line speaks to reads it at once, whatever is on the screen.
static void tell(Hall *hall, const Party *party, const PeopleLine *line, const char *level,
        const char *key) {
    const char *text = own_words_text(party_session(party), (uint16_t)line->d);
    for (int32_t i = 0; i < hall->guests_top; i++) {
        const Guest *guest = &hall->guests[i];
        bool seat = guest->peer && guest->party == party && guest->kind == GUEST_SEAT;
        if (!seat || guest->replaced) continue;
        if (people_tells(line, guest->seat, party_actor(party, guest->seat)))
            notice_say(hall, guest, level, key, text, line->seq);
    }
}

static void answer_with_number(
        Hall *hall, Guest *guest, const ConsoleAsk *ask, bool again, SayId id) {
    int32_t words = again ? 0 : newest_line(guest->party)->d;
    guest_answer(hall, guest, ask->message, again, id, (SayWith){.n = words});
}

static void broadcast(Hall *hall, Guest *guest, const ConsoleAsk *ask) {
    static const int32_t where[] = {
            SAY_TO_BOARD | SAY_TO_SEATS, SAY_TO_BOARD, SAY_TO_SEATS};
    bool again;
    Command command = guest_command(COMMAND_SAID_ALL, where[ask->value[0]],
            ask->has[1] && ask->value[1] == 1, 0, 0);
    if (!guest_submit(hall, guest, ask->message, &command, ask->text, &again)) return;
    if (!again) tell(hall, guest->party, newest_line(guest->party), "info", "broadcast");
    answer_with_number(hall, guest, ask, again, SAY_DID_SAY);
}

// WHO is a seat counted from 0, or an actor behind WHO_AN_ACTOR.
static void whisper(Hall *hall, Guest *guest, const ConsoleAsk *ask) {
    bool again, team = ask->value[0] >= WHO_AN_ACTOR;
    Command command =
            team ? guest_command(COMMAND_WHISPERED, 0, ask->value[0] - WHO_AN_ACTOR, 0, 0)
                 : guest_command(COMMAND_WHISPERED, ask->value[0] + 1, NONE, 0, 0);
    if (!team && !guest_has_person(hall, guest, ask->message, command.a)) return;
    if (!guest_submit(hall, guest, ask->message, &command, ask->text, &again)) return;
    if (!again) tell(hall, guest->party, newest_line(guest->party), "turn", "whisper");
    answer_with_number(hall, guest, ask, again, SAY_DID_SAY);
}

// A call for help is named by the number of its batch, as the inbox shows it.
static const PeopleLine *help_line(const Party *party, int32_t seq) {
    const People *people = &party_session(party)->people;
    for (int32_t i = people->count - 1; i >= 0; i--) {
        const PeopleLine *line = &people->lines[i];
        if (line->kind == EVENT_HELP_ASKED && line->seq == seq) return line;
    }
    return NULL;
}

static void answer_help(Hall *hall, Guest *guest, const ConsoleAsk *ask) {
    bool again;
    const PeopleLine *line = help_line(guest->party, ask->value[0]);
    if (!line) {
        guest_refuse_about(hall, guest, ask->message->id, "argument", "help");
        return;
    }
    Command command = guest_command(COMMAND_HELP_ANSWERED, line->a, 0, ask->value[0], 0);
    if (!guest_submit(hall, guest, ask->message, &command, ask->text, &again)) return;
    if (!again) tell(hall, guest->party, newest_line(guest->party), "turn", "answer");
    answer_with_number(hall, guest, ask, again, SAY_DID_SAY);
}

// ---- a nudge ------------------------------------------------------------------------------------------------

static void mark(Command *command, int32_t seat) {
    int16_t *parts[] = {&command->a, &command->b, &command->c, &command->d};
    uint16_t bit = (uint16_t)(1u << ((seat - 1) % 16));
    int16_t *part = parts[(seat - 1) / 16];
    *part = (int16_t)((uint16_t)*part | bit);
}

// "3,5,8" as people write it; false when something in it is no seat.
static bool mark_listed(Command *command, const char *text) {
    while (*text) {
        char *end = NULL;
        long seat = strtol(text, &end, 10);
        if (end == text || seat < 1 || seat > SEATS_MAX) return false;
        mark(command, (int32_t)seat);
        text = end + strspn(end, ", ");
    }
    return true;
}

// Everybody whose actor this step still waits for.
static void mark_waited(Command *command, const Party *party) {
    const State *state = &party_session(party)->state;
    for (int32_t seat = 1; seat <= SEATS_MAX; seat++) {
        uint8_t actor = party_actor(party, seat);
        bool waits = actor != NONE && (state->waiting >> actor & 1)
                     && !(state->done >> actor & 1);
        if (waits) mark(command, seat);
    }
}

static int32_t marked(const Command *command) {
    return __builtin_popcount((uint16_t)command->a)
           + __builtin_popcount((uint16_t)command->b)
           + __builtin_popcount((uint16_t)command->c)
           + __builtin_popcount((uint16_t)command->d);
}

static void tell_nudged(Hall *hall, const Party *party, const PeopleLine *line) {
    for (int32_t i = 0; i < hall->guests_top; i++) {
        const Guest *guest = &hall->guests[i];
        bool here = guest->peer && guest->party == party && guest->kind == GUEST_SEAT;
        if (!here || guest->replaced || !people_nudges(line, guest->seat)) continue;
        Region region = {0};
        Say say = {party_session(party)->def, guest_language(guest), &region};
        notice_say(hall, guest, "turn", "nudge", say_word(&say, SAY_NUDGE), line->seq);
        region_clear(&region);
    }
}

static void nudge(Hall *hall, Guest *guest, const ConsoleAsk *ask) {
    bool again;
    Command command = guest_command(COMMAND_NUDGED, 0, 0, 0, 0);
    if (!mark_listed(&command, ask->text)) {
        guest_refuse_about(hall, guest, ask->message->id, "argument", "seats");
        return;
    }
    if (!ask->text[0]) mark_waited(&command, guest->party);
    if (!guest_submit(hall, guest, ask->message, &command, "", &again)) return;
    if (!again) tell_nudged(hall, guest->party, newest_line(guest->party));
    guest_answer(hall, guest, ask->message, again, SAY_DID_NUDGE,
            (SayWith){.n = marked(&command)});
}

// ---- off the screens, notes -----------------------------------------------------------------------------------

static void hide(Hall *hall, Guest *guest, const ConsoleAsk *ask, bool hidden) {
    bool again;
    Err err = {0};
    Party *party = guest->party;
    Command command = guest_command(COMMAND_WORDS_HIDDEN, ask->value[0], hidden, 0, 0);
    if (ask->value[0] > party_session(party)->words_count) {
        guest_refuse_about(hall, guest, ask->message->id, "argument", "words");
        return;
    }
    if (!guest_submit(hall, guest, ask->message, &command, "", &again)) return;
    if (!own_words_hide(party->table->session, (uint16_t)ask->value[0], hidden, &err)) {
        guest_failed(hall, guest, ask->message, &err);
        return;
    }
    views_touch(&party->views, ~0u); // labels stand in every part of a view
    guest_answer(hall, guest, ask->message, again, hidden ? SAY_DID_HIDE : SAY_DID_SHOW,
            (SayWith){.n = ask->value[0]});
}

static void note(Hall *hall, Guest *guest, const ConsoleAsk *ask, CommandKind kind) {
    bool again;
    Command command = guest_command(kind, 0, 0, 0, 0);
    if (!guest_submit(hall, guest, ask->message, &command, ask->text, &again)) return;
    answer_with_number(
            hall, guest, ask, again, kind == COMMAND_NOTED ? SAY_DID_NOTE : SAY_DID_MARK);
}

bool guest_words(Hall *hall, Guest *guest, const ConsoleAsk *ask) {
    switch ((int)ask->verb) {
    case CONSOLE_BROADCAST: broadcast(hall, guest, ask); break;
    case CONSOLE_WHISPER: whisper(hall, guest, ask); break;
    case CONSOLE_ANSWER: answer_help(hall, guest, ask); break;
    case CONSOLE_NUDGE: nudge(hall, guest, ask); break;
    case CONSOLE_HIDE: hide(hall, guest, ask, true); break;
    case CONSOLE_SHOW: hide(hall, guest, ask, false); break;
    case CONSOLE_NOTE: note(hall, guest, ask, COMMAND_NOTED); break;
    case CONSOLE_MARK: note(hall, guest, ask, COMMAND_MARKED); break;
    default: return false;
    }
    return true;
}
