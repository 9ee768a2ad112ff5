// host/guest.c — what each message of a connection does, in the order people come: hello, claim or return, acts. Never: an act for another seat.
#include "host/guest.h"
#include "wire/action_read.h"
#include <stdio.h>
#include <string.h>

void guest_refuse(Hall *hall, const Guest *guest, const char *id, const char *code) {
    static const char *const sentences[][2] = {
            {"bad_message", "This page and the host do not understand each other. Reload "
                            "the page."                       },
            {"version",     "This page is of another version. Reload it."                },
            {"rate",        "Too fast. Wait a moment."                                   },
            {"pin_wrong",   "No workshop has this code. Check the board."                },
            {"pin_locked",  "Too many wrong codes. Scan the code on the board instead."  },
            {"locked",      "Nobody new is let in now. Ask the facilitator."             },
            {"full",        "All places are taken. Ask the facilitator."                 },
            {"code_wrong",  "This code opens no place. Check it, or ask the facilitator."},
            {"token_dead",  "This place was given away or closed. Enter your seat code." },
            {"no_seat",     "You have no seat in this game yet."                         },
            {"not_yours",   "This is for somebody else to do."                           },
            {"read_only",   "Your place is open on another device."                      },
            {"busy",        "The record cannot be written. Nothing of this act was kept."},
    };
    const char *text = "";
    for (size_t i = 0; i < ARRAY_COUNT(sentences); i++) {
        if (strcmp(sentences[i][0], code) == 0) text = sentences[i][1];
    }
    reply_refused(hall, guest, id, code, text);
}

static void refuse(
        Hall *hall, const Guest *guest, const Message *message, const char *code) {
    guest_refuse(hall, guest, message->id[0] ? message->id : message->cid, code);
}

static const char *code_of(SeatsAnswer answer) {
    switch (answer) {
    case SEATS_FINE: break;
    case SEATS_PIN_WRONG: return "pin_wrong";
    case SEATS_PIN_RESTS: return "pin_locked";
    case SEATS_LOCKED: return "locked";
    case SEATS_FULL: return "full";
    case SEATS_CODE_WRONG: return "code_wrong";
    case SEATS_FAILED: return "busy";
    }
    return "";
}

static void record_failed(Hall *hall, Party *party, const Err *err) {
    if (hall->config.failed) hall->config.failed(hall->config.context, party, err);
}

// ---- coming in ----------------------------------------------------------------------------------------------

static void hello(Hall *hall, Guest *guest, const Message *message) {
    if (message->v != 1) {
        refuse(hall, guest, message, "version");
        reply_bye(hall, guest, 4001, "version");
        return;
    }
    guest->kind = GUEST_STRANGER;
    snprintf(guest->lang, sizeof guest->lang, "%s", message->lang);
    reply_welcome(hall, guest);
}

// The session a pin or QR secret opens. One that opens none was a guess at all of them.
static SeatsAnswer find_party(Hall *hall, const Message *message, Party **found) {
    SeatsAnswer answer = SEATS_PIN_WRONG;
    for (int32_t i = 0; i < hall->parties_count; i++) {
        SeatsAnswer one = seats_look(&hall->parties[i]->seats, message->pin, message->qr);
        if (one == SEATS_FINE) {
            *found = hall->parties[i];
            return SEATS_FINE;
        }
        if (one == SEATS_PIN_RESTS) answer = one;
    }
    for (int32_t i = 0; i < hall->parties_count && message->pin[0]; i++)
        seats_guessed(&hall->parties[i]->seats);
    return answer;
}

static void lookup(Hall *hall, Guest *guest, const Message *message) {
    Party *party = NULL;
    SeatsAnswer answer = find_party(hall, message, &party);
    if (answer == SEATS_FINE) {
        reply_found(hall, guest, party);
    } else {
        refuse(hall, guest, message, code_of(answer));
    }
}

// The newest device of a place is the active one.
static void replace_others(Hall *hall, const Guest *newest) {
    Guest *next;
    for (Guest *other = newest->party->guests; other; other = next) {
        next = other->next; // a connection may be gone at once
        bool same =
                other != newest && other->seat == newest->seat && other->kind == GUEST_SEAT;
        if (!same || other->replaced) continue;
        other->replaced = true;
        reply_bye(hall, other, 4004, "replaced");
    }
}

static void sit_down(Hall *hall, Guest *guest, Party *party, int32_t seat, int32_t device) {
    const char *lang = seats_lang(&party->seats, seat);
    guest->kind = GUEST_SEAT;
    guest_join(guest, party);
    guest->seat = seat;
    guest->device = device;
    guest->sent = 0;
    guest->replaced = false;
    memset(guest->have, 0, sizeof guest->have);
    if (!guest->lang[0]) snprintf(guest->lang, sizeof guest->lang, "%s", lang);
    hall->config.transport.vouch(hall->config.transport.context, guest->peer);
    replace_others(hall, guest);
}

static bool keep_consent(Party *party, int32_t seat, const Message *message, Err *err) {
    const Roster *roster = &party->seats.roster;
    if (!roster->self) return true;
    int64_t at = party->seats.clock.wall_ms(party->seats.clock.context);
    for (int32_t i = 0; i < message->names_count; i++) {
        if (strlen(message->names[i]) >= ROSTER_PURPOSE_BYTES) continue;
        if (!roster->consent(roster->self, seat, message->names[i], true, at, err))
            return false;
    }
    return true;
}

static void claim(Hall *hall, Guest *guest, const Message *message) {
    Party *party = NULL;
    SeatsTaken taken;
    Err err = {0};
    SeatsAnswer answer = find_party(hall, message, &party);
    if (answer == SEATS_FINE) party_hold(party);
    if (answer == SEATS_FINE)
        answer = seats_claim(&party->seats, message->cid, message->lang, &taken, &err);
    bool good = answer == SEATS_FINE;
    bool observes = strcmp(message->as, "observe") == 0;
    bool placed = good
                  && session_newest(party_session(party))->place_role[taken.seat - 1]
                             != ROLE_FREE;
    if (good && !placed
            && (!party_place(party, taken.seat, observes, message->name, &err)
                    || !keep_consent(party, taken.seat, message, &err))) {
        answer = SEATS_FAILED;
    }
    if (answer != SEATS_FINE) {
        if (answer == SEATS_FAILED) record_failed(hall, party, &err);
        refuse(hall, guest, message, code_of(answer));
        return;
    }
    sit_down(hall, guest, party, taken.seat, taken.device);
    due_seat(hall, guest, message->cid, &taken);
}

static void become_console(Hall *hall, Guest *guest, Party *party, const Message *message) {
    if (!guest->loopback && !hall->config.console_from_anywhere) {
        refuse(hall, guest, message, "not_yours");
        return;
    }
    guest->kind = GUEST_CONSOLE;
    guest_join(guest, party);
    hall->config.transport.vouch(hall->config.transport.context, guest->peer);
    reply_ack(hall, guest, message->cid, false);
}

static void console_code(Hall *hall, Guest *guest, const Message *message) {
    for (int32_t i = 0; i < hall->parties_count; i++) {
        Party *party = hall->parties[i];
        if (!seats_is_key(&party->seats, message->code)) continue;
        become_console(hall, guest, party, message);
        return;
    }
    for (int32_t i = 0; i < hall->parties_count; i++)
        seats_guessed_key(&hall->parties[i]->seats);
    refuse(hall, guest, message, "code_wrong");
}

static void code(Hall *hall, Guest *guest, const Message *message) {
    SeatsTaken taken;
    Err err = {0};
    if (strlen(message->code) != SEATS_CODE_LETTERS) {
        console_code(hall, guest, message);
        return;
    }
    for (int32_t i = 0; i < hall->parties_count; i++) {
        Party *party = hall->parties[i];
        if (seats_by_code(&party->seats, message->cid, message->code, &taken, &err)
                != SEATS_FINE) {
            continue;
        }
        sit_down(hall, guest, party, taken.seat, taken.device);
        reply_seated(hall, guest, message->cid, &taken);
        return;
    }
    for (int32_t i = 0; i < hall->parties_count; i++)
        seats_guessed_code(&hall->parties[i]->seats);
    refuse(hall, guest, message, "code_wrong");
}

// Sections the client still has need not travel again.
static void note_have(Guest *guest, const Message *message) {
    for (int32_t i = 0; i < message->have.count; i++) {
        Section section = section_of(message->have.items[i].key);
        const char *hex = message->have.items[i].text;
        if (section == SECTION_COUNT || !hex) continue;
        unsigned long long mark = 0;
        if (sscanf(hex, "%16llx", &mark) == 1) guest->have[section] = mark;
    }
}

static bool become_board(Hall *hall, Guest *guest, const Message *message) {
    for (int32_t i = 0; i < hall->parties_count; i++) {
        if (!seats_is_board(&hall->parties[i]->seats, message->token)) continue;
        guest->kind = GUEST_BOARD;
        guest_join(guest, hall->parties[i]);
        note_have(guest, message);
        hall->config.transport.vouch(hall->config.transport.context, guest->peer);
        send_news(hall, guest);
        return true;
    }
    return false;
}

static void resume(Hall *hall, Guest *guest, const Message *message) {
    if (become_board(hall, guest, message)) return;
    for (int32_t i = 0; i < hall->parties_count; i++) {
        const RosterDevice *device =
                seats_by_token(&hall->parties[i]->seats, message->token);
        if (!device) continue;
        sit_down(hall, guest, hall->parties[i], device->seat, device->no);
        note_have(guest, message);
        send_news(hall, guest);
        if (hall->parties[i]->restarted) notice_restarted(hall, guest);
        return;
    }
    refuse(hall, guest, message, "token_dead");
}

// ---- being there --------------------------------------------------------------------------------------------

static void submit(
        Hall *hall, Guest *guest, const Message *message, const Command *command) {
    Verdict verdict;
    Err err = {0};
    int32_t seat = guest->kind == GUEST_CONSOLE ? 0 : guest->seat;
    int64_t before = party_newest(guest->party);
    party_hold(guest->party);
    if (party_submit(guest->party, seat, guest->device, message->id, command,
                action_words(message), &verdict, &err)) {
        due_act(hall, guest, message->id, verdict, party_newest(guest->party) == before);
        return;
    }
    record_failed(hall, guest->party, &err);
    refuse(hall, guest, message, "busy");
}

// A choice may be anybody's: the gate knows whether it is the facilitator's.
static bool may_ask(CommandKind kind, bool console) {
    return kind == COMMAND_CHOOSE || command_is_console(kind) == console;
}

static void act(Hall *hall, Guest *guest, const Message *message) {
    Command command;
    char where[40];
    bool console = guest->kind == GUEST_CONSOLE;
    uint8_t actor = console ? NONE : party_actor(guest->party, guest->seat);
    if (guest->replaced) {
        refuse(hall, guest, message, "read_only");
    } else if (!console && actor == NONE) {
        refuse(hall, guest, message, "no_seat");
    } else if (!action_read(
                       party_session(guest->party)->def, message, actor, &command, where)) {
        refuse(hall, guest, message, "bad_message");
    } else if (!may_ask((CommandKind)command.kind, console)) {
        refuse(hall, guest, message, "not_yours");
    } else {
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
    case MESSAGE_LANG: change_tongue(hall, guest, message); break;
    case MESSAGE_NEED: need(hall, guest); break;
    default: refuse(hall, guest, message, "bad_message"); break;
    }
}

static void take(Hall *hall, Guest *guest, const Message *message) {
    switch ((int)message->kind) {
    case MESSAGE_HELLO: hello(hall, guest, message); break;
    case MESSAGE_LOOKUP: lookup(hall, guest, message); break;
    case MESSAGE_CLAIM: claim(hall, guest, message); break;
    case MESSAGE_CODE: code(hall, guest, message); break;
    case MESSAGE_RESUME: resume(hall, guest, message); break;
    case MESSAGE_PING: reply_pong(hall, guest, message->n); break;
    case MESSAGE_PONG: break;
    case MESSAGE_BYE: reply_bye(hall, guest, 1000, "bye"); break;
    default: take_inside(hall, guest, message); break;
    }
}

// A bucket that fills by so many a second up to HALL_BURST.
static bool within_rate(Hall *hall, Guest *guest) {
    int64_t rate = hall->config.rate ? hall->config.rate : HALL_RATE;
    int64_t now = hall_now(hall), gained = (now - guest->tokens_ms) * rate / 1000;
    if (gained > 0) {
        guest->tokens =
                (int32_t)(guest->tokens + gained > HALL_BURST ? HALL_BURST
                                                              : guest->tokens + gained);
        guest->tokens_ms += gained * 1000 / rate;
    }
    if (guest->tokens == 0) return false;
    guest->tokens--;
    return true;
}

void guest_take(Hall *hall, Guest *guest, Bytes text) {
    Region region = {0};
    Message message;
    char where[40];
    if (!within_rate(hall, guest)) {
        bool often = ++guest->offences >= HALL_BURST;
        if (often) reply_bye(hall, guest, 4008, "rate");
        if (!often) reply_refused(hall, guest, "", "rate", "Too fast. Wait a moment.");
        return;
    }
    MessageFault fault = message_read(text, &region, &message, where);
    bool first = guest->kind == GUEST_NEW;
    if (fault != MESSAGE_GOOD) {
        refuse(hall, guest, &message, "bad_message");
    } else if (first != (message.kind == MESSAGE_HELLO)) {
        refuse(hall, guest, &message, "bad_message");
        reply_bye(hall, guest, 4002, "bad_message");
    } else {
        take(hall, guest, &message);
    }
    region_clear(&region);
}
