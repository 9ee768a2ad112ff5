// host/guest.c — what each message of a connection does, in the order people come: hello, claim or return, acts. Never: an act for another seat.
#include "host/care.h"
#include "host/game_verbs.h"
#include "host/later.h"
#include "wire/action_read.h"
#include <stdio.h>
#include <string.h>

void guest_record_failed(Hall *hall, Party *party, const Err *err) {
    if (hall->config.failed) hall->config.failed(hall->config.context, party, err);
}

// ---- being there --------------------------------------------------------------------------------------------

// Who is muted plays on, but without own words.
static const char *words_of(const Guest *guest, const Message *message) {
    const Session *session = party_session(guest->party);
    const State *state = &session->state;
    bool muted = guest->kind == GUEST_SEAT
                 && people_is_muted(&session->people, guest->seat, MUTE_WORDS, state->round,
                         state->phase);
    return muted ? "" : action_words(message);
}

static void submit(
        Hall *hall, Guest *guest, const Message *message, const Command *command) {
    Verdict verdict;
    Err err = {0};
    int32_t seat = guest->kind == GUEST_CONSOLE ? 0 : guest->seat;
    int64_t before = party_newest(guest->party);
    party_hold(guest->party);
    if (game_touched(guest, command->actor, &err)
            && party_submit(guest->party, seat, guest->device, message->id, command,
                    words_of(guest, message), &verdict, &err)) {
        due_act(hall, guest, message->id, verdict, party_newest(guest->party) == before,
                command->kind == COMMAND_START);
        return;
    }
    guest_record_failed(hall, guest->party, &err);
    refuse(hall, guest, message, "busy");
}

bool guest_begin(Hall *hall, Guest *guest, const Message *message, const Command *command,
        const char *words, bool *again) {
    Verdict verdict;
    Err err = {0};
    Party *party = guest->party;
    int32_t seat = guest->kind == GUEST_CONSOLE ? 0 : guest->seat;
    bool good = party_settle(party, &err);
    int64_t before = party_newest(party);
    party_hold(party);
    good = good
           && party_submit(
                   party, seat, guest->device, message->id, command, words, &verdict, &err);
    *again = good && party_newest(party) == before;
    guest_touch_words(party);
    if (good && verdict.code == VERDICT_OK) return true;
    if (guest_finish(hall, guest, message, good, &err))
        reply_verdict(hall, guest, message->id, verdict);
    return false;
}

// What failed on the way is what is told, and not that nothing could be written after it.
bool guest_finish(
        Hall *hall, Guest *guest, const Message *message, bool good, const Err *err) {
    Err failed = {0};
    bool written = party_settle(guest->party, &failed);
    if (good && written) return true;
    guest_record_failed(hall, guest->party, good ? &failed : err);
    refuse(hall, guest, message, "busy");
    return false;
}

bool guest_submit(Hall *hall, Guest *guest, const Message *message, const Command *command,
        const char *words, bool *again) {
    Err none = {0};
    return guest_begin(hall, guest, message, command, words, again)
           && guest_finish(hall, guest, message, true, &none);
}

void guest_touch_words(Party *party) {
    static const Section sections[] = {
            SECTION_TALK, SECTION_OBS, SECTION_SHOW, SECTION_LOG, SECTION_ROSTER};
    for (size_t i = 0; i < ARRAY_COUNT(sections); i++)
        party_touch(party, sections[i]);
}

// A choice may be anybody's: the gate knows whether it is the facilitator's.
static bool may_ask(const Command *command, bool console) {
    CommandKind kind = (CommandKind)command->kind;
    if (console && command->by == SENT_BY_CONSOLE) return !command_is_console(kind);
    return kind == COMMAND_CHOOSE || command_is_console(kind) == console;
}

// What a person or the facilitator says beside the game.
static bool beside(Hall *hall, Guest *guest, const Message *message) {
    if (guest->kind == GUEST_SEAT) return guest_seat(hall, guest, message);
    ConsoleVerb verb = console_of_name(message->act);
    bool people = verb < CONSOLE_COUNT && console_row(verb)->how == CONSOLE_HOUSE;
    if (people) guest_console(hall, guest, message);
    return people;
}

// Pages know what there is; who leads may have typed it, and is told what was not understood.
static void misread(
        Hall *hall, const Guest *guest, const Message *message, const char *where) {
    enum { TYPED_MOST = 60 };
    char what[40 + TYPED_MOST + 8];
    const char *typed = message_text(message->args, where, "");
    bool quotes = typed && *typed && strlen(typed) <= TYPED_MOST;
    if (guest->kind != GUEST_CONSOLE || !*where || strcmp(where, "do") == 0) {
        refuse(hall, guest, message, "bad_message");
        return;
    }
    snprintf(what, sizeof what, "%.39s", where);
    if (quotes) snprintf(what, sizeof what, "%.39s “%.60s”", where, typed);
    guest_refuse_about(hall, guest, message->id, "argument", what);
}

static void act(Hall *hall, Guest *guest, const Message *message) {
    Command command;
    char where[40] = "";
    bool console = guest->kind == GUEST_CONSOLE;
    uint8_t actor = console ? NONE : party_actor(guest->party, guest->seat);
    if (guest->replaced) {
        refuse(hall, guest, message, "read_only");
    } else if (beside(hall, guest, message)) {
        return;
    } else if (!console && actor == NONE) {
        refuse(hall, guest, message, "no_seat");
    } else if (!game_read(guest, message, actor, &command, where)) {
        misread(hall, guest, message, where);
    } else if (!may_ask(&command, console)) {
        refuse(hall, guest, message, "not_yours");
    } else if (command.kind == COMMAND_START && care_is_due(guest->party)) {
        refuse(hall, guest, message, "care_first");
    } else if (!guest_team_done(hall, guest, message, &command)) {
        submit(hall, guest, message, &command);
    }
}

static void change_tongue(Hall *hall, Guest *guest, const Message *message) {
    snprintf(guest->lang, sizeof guest->lang, "%s", message->lang);
    memset(guest->have, 0, sizeof guest->have);
    guest->sent = 0;
    send_news(hall, guest);
}

static void need(Hall *hall, Guest *guest) {
    memset(guest->have, 0, sizeof guest->have);
    guest->sent = 0;
    send_news(hall, guest);
}

static bool is_inside(const Guest *guest) { return guest->kind >= GUEST_SEAT; }

static void take_inside(Hall *hall, Guest *guest, const Message *message) {
    if (!is_inside(guest)) {
        refuse(hall, guest, message, "no_seat");
        return;
    }
    switch ((int)message->kind) {
    case MESSAGE_CMD: act(hall, guest, message); break;
    case MESSAGE_WHY: reply_because(hall, guest, message); break;
    case MESSAGE_DRAFT: guest_draft(hall, guest, message); break;
    case MESSAGE_LANG: change_tongue(hall, guest, message); break;
    case MESSAGE_NEED: need(hall, guest); break;
    case MESSAGE_PROBE:
        if (!game_probe(hall, guest, message)) refuse(hall, guest, message, "bad_message");
        break;
    default: refuse(hall, guest, message, "bad_message"); break;
    }
}

static void take(Hall *hall, Guest *guest, const Message *message) {
    switch ((int)message->kind) {
    case MESSAGE_HELLO: guest_hello(hall, guest, message); break;
    case MESSAGE_LOOKUP: guest_lookup(hall, guest, message); break;
    case MESSAGE_CLAIM: guest_claim(hall, guest, message); break;
    case MESSAGE_CODE: guest_code(hall, guest, message); break;
    case MESSAGE_RESUME: guest_resume(hall, guest, message); break;
    case MESSAGE_PING:
        guest_measured(hall, guest, (int32_t)message->n);
        reply_pong(hall, guest, message->n);
        break;
    case MESSAGE_PONG: break;
    case MESSAGE_BYE: reply_bye(hall, guest, 1000, "bye"); break;
    default: take_inside(hall, guest, message); break;
    }
}

// What is too much of one kind is refused; too much of everything ends the connection.
static bool within_pace(Hall *hall, Guest *guest, const Message *message) {
    int64_t now = hall_now(hall);
    int32_t rate = hall->config.rate;
    if (guest->kind != GUEST_SEAT) return true;
    if (message->kind == MESSAGE_WHY || message->kind == MESSAGE_PROBE)
        return pace_ask(&guest->pace, rate, now);
    return message->kind != MESSAGE_CMD || message->words.count == 0
           || pace_words(&guest->pace, rate, now);
}

static void hear(Hall *hall, Guest *guest, Bytes text, bool now) {
    Region region = {0};
    Message message;
    char where[40];
    MessageFault fault = message_read(text, &region, &message, where);
    bool first = guest->kind == GUEST_NEW;
    if (fault != MESSAGE_GOOD) {
        refuse(hall, guest, &message, "bad_message");
    } else if (first != (message.kind == MESSAGE_HELLO)) {
        refuse(hall, guest, &message, "bad_message");
        reply_bye(hall, guest, 4002, "bad_message");
    } else if (!now && !within_pace(hall, guest, &message)) {
        refuse(hall, guest, &message, "rate");
    } else if (now || !later_keep(hall, guest, &message, text)) {
        take(hall, guest, &message);
    }
    region_clear(&region);
}

void guest_heed(Hall *hall, Guest *guest, Bytes text) { hear(hall, guest, text, true); }

void guest_take(Hall *hall, Guest *guest, Bytes text) {
    PaceAnswer pace = pace_message(&guest->pace, hall->config.rate, hall_now(hall));
    if (pace != PACE_FINE) {
        if (pace == PACE_TOO_FAST) guest_refuse(hall, guest, "", "rate");
        if (pace == PACE_END) reply_bye(hall, guest, 4008, "rate");
        return;
    }
    hear(hall, guest, text, false);
}
