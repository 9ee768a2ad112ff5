// host/guest_join.c — how people come in: look, claim, knock, come back with a token or a code. Never: gives a place by looking.
#include "host/guest.h"
#include "host/second.h"
#include "host/team.h"
#include "wire/json_out.h"
#include <stdio.h>
#include <string.h>

static const char *code_of(SeatsAnswer answer) {
    switch (answer) {
    case SEATS_FINE: break;
    case SEATS_PIN_WRONG: return "pin_wrong";
    case SEATS_PIN_RESTS: return "pin_locked";
    case SEATS_LOCKED: return "locked";
    case SEATS_FULL: return "full";
    case SEATS_CODE_WRONG: return "code_wrong";
    case SEATS_GONE: return "token_dead";
    case SEATS_FAILED: return "busy";
    }
    return "";
}

// The address works: the lobby's lamp goes on, whoever it was and whether they take a place or not.
static void note_reached(Hall *hall) {
    hall->reached++;
    for (int32_t i = 0; hall->reached == 1 && i < hall->parties_count; i++)
        party_touch(hall->parties[i], SECTION_JOIN);
}

// A phone that tries itself out tells how long its hello took.
void guest_measured(Hall *hall, const Guest *guest, int32_t ms) {
    if (!guest->checks || guest->loopback || ms <= 0) return;
    hall->reached_ms = ms;
    for (int32_t i = 0; i < hall->parties_count; i++)
        party_touch(hall->parties[i], SECTION_HEALTH);
}

static bool is_guest_kind(const char *kind) {
    return strcmp(kind, "seat") == 0 || strcmp(kind, "board") == 0
           || strcmp(kind, "console") == 0;
}

void guest_hello(Hall *hall, Guest *guest, const Message *message) {
    if (message->v != 1) {
        refuse(hall, guest, message, "version");
        reply_bye(hall, guest, 4001, "version");
        return;
    }
    if (!is_guest_kind(message->who_kind)) {
        refuse(hall, guest, message, "bad_message");
        reply_bye(hall, guest, 4002, "bad_message");
        return;
    }
    guest->kind = GUEST_STRANGER;
    snprintf(guest->lang, sizeof guest->lang, "%s", message->lang);
    guest->checks = strcmp(message->app, "check") == 0;
    reply_welcome(hall, guest);
    if (!guest->loopback) note_reached(hall);
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

void guest_lookup(Hall *hall, Guest *guest, const Message *message) {
    Party *party = NULL;
    SeatsAnswer answer = find_party(hall, message, &party);
    if (answer == SEATS_FINE) {
        reply_found(hall, guest, party);
    } else {
        refuse(hall, guest, message, code_of(answer));
    }
}

// ---- a place ------------------------------------------------------------------------------------------------

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

void guest_sit_down(Hall *hall, Guest *guest, Party *party, int32_t seat, int32_t device) {
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

// What was agreed to at the door; refused purposes are told by their absence. Written with the place.
static void keep_consent(Party *party, int32_t seat, const Message *message) {
    const Roster *roster = &party->seats.roster;
    if (!roster->self) return;
    int64_t at = party->seats.clock.wall_ms(party->seats.clock.context);
    for (int32_t i = 0; i < message->names_count; i++) {
        if (strlen(message->names[i]) >= ROSTER_PURPOSE_BYTES) continue;
        roster->put_consent(roster->self, seat, message->names[i], true, at);
    }
}

static bool is_placed(const Party *party, int32_t seat) {
    return session_newest(party_session(party))->place_role[seat - 1] != ROLE_FREE;
}

// Waits politely: a sentence, and how many are before.
static void wait_in_queue(
        Hall *hall, Guest *guest, Party *party, const Message *message, KnockWhy why) {
    Knock *known = queue_of_claim(&party->queue, message->cid);
    bool declined = known && known->why == KNOCK_DECLINED;
    if (declined && hall_now(hall) - known->since_ms < QUEUE_AGAIN_MS) {
        refuse(hall, guest, message, "declined");
        return;
    }
    Knock *knock = queue_enter(&party->queue, message, why, hall_now(hall));
    if (!knock) {
        refuse(hall, guest, message, "full");
        return;
    }
    knock->peer = guest->peer;
    guest->waits_for = party;
    hall->config.transport.vouch(hall->config.transport.context, guest->peer);
    knock->told = 0; // it asked: it is told in this turn
    guest_touch_words(party);
}

// Who was sent away for good knocks like a stranger at a locked door: a person decides. The device is known by
// the place it lost, also after a restart; while the host runs, by where it came from too.
static bool is_blocked(const Party *party, const Guest *guest, const char *token) {
    int32_t lost = token[0] ? seats_lost_by(&party->seats, token) : 0;
    if (lost > 0 && party_session(party)->people.blocked[lost]) return true;
    for (int32_t i = 0; i < party->blocked_count; i++) {
        if (party->blocked[i] == guest->address) return true;
    }
    return false;
}

void guest_claim(Hall *hall, Guest *guest, const Message *asked) {
    Party *party = NULL;
    SeatsTaken taken;
    SecondMove move;
    Err err = {0};
    SeatsAnswer answer = find_party(hall, asked, &party);
    if (!second_move(guest, party, asked, &move)) {
        refuse(hall, guest, asked, "full");
        return;
    }
    const Message *message = &move.message;
    if (answer == SEATS_FINE && guest_too_late(hall, guest, party, message)) return;
    bool blocked = answer == SEATS_FINE && is_blocked(party, guest, message->token);
    if (answer == SEATS_FINE) party_hold(party);
    if (blocked) answer = SEATS_LOCKED;
    if (answer == SEATS_FINE)
        answer = seats_claim(&party->seats, message->cid, message->lang, &taken);
    if (answer == SEATS_LOCKED || answer == SEATS_FULL) {
        wait_in_queue(hall, guest, party, message,
                answer == SEATS_LOCKED ? KNOCK_LOCKED : KNOCK_FULL);
        return;
    }
    bool observes = strcmp(message->as, "observe") == 0;
    if (answer == SEATS_FINE && !is_placed(party, taken.seat)) {
        keep_consent(party, taken.seat, message);
        if (!party_place(party, taken.seat, observes, message->name, &err))
            answer = SEATS_FAILED;
    }
    if (answer != SEATS_FINE) {
        if (answer == SEATS_FAILED) {
            seats_lose(&party->seats);
            guest_record_failed(hall, party, &err);
        }
        refuse(hall, guest, message, code_of(answer));
        return;
    }
    guest_sit_down(hall, guest, party, taken.seat, taken.device);
    second_moved(hall, guest, &move);
    due_seat(hall, guest, message->cid, &taken);
}

// ---- from the waiting list ----------------------------------------------------------------------------------

static void consent_of(Party *party, int32_t seat, const Knock *knock) {
    Message message = {.names_count = knock->consent_count};
    for (int32_t i = 0; i < knock->consent_count; i++)
        message.names[i] = knock->consent[i];
    keep_consent(party, seat, &message);
}

static bool place_as(Party *party, int32_t seat, const Knock *knock, PlaceAs as, Err *err) {
    if (as == PLACE_AS_PAIR) {
        const Session *session = party_session(party);
        uint8_t actor = casting_pair(session->def, session_newest(session));
        if (actor != NONE) return party_place_at(party, seat, actor, knock->name, err);
    }
    bool observes = as == PLACE_AS_OBSERVER;
    return party_place(party, seat, observes, knock->name, err);
}

SeatsAnswer guest_admit(Hall *hall, Party *party, Knock *knock, PlaceAs as, Err *err) {
    SeatsTaken taken;
    Err lost = {0};
    party_hold(party);
    SeatsAnswer answer = seats_admit(&party->seats, knock->claim, knock->lang, &taken);
    bool comes = answer == SEATS_FINE && !is_placed(party, taken.seat);
    if (comes) consent_of(party, taken.seat, knock);
    bool good = !comes || place_as(party, taken.seat, knock, as, err);
    bool written = party_settle(party, &lost);
    if (good && !written) *err = lost;
    if (!good || !written) return SEATS_FAILED;
    if (answer != SEATS_FINE) return answer;
    Guest *guest = knock->peer ? guest_of(hall, knock->peer) : NULL;
    if (guest) {
        guest->waits_for = NULL;
        guest_sit_down(hall, guest, party, taken.seat, taken.device);
        reply_seated(hall, guest, knock->claim, &taken);
    }
    queue_leave(&party->queue, knock);
    party->changed = true;
    return SEATS_FINE;
}

// Only when it is news.
static void tell_place(Hall *hall, const Party *party, Knock *knock) {
    const Guest *guest = knock->peer ? guest_of(hall, knock->peer) : NULL;
    int32_t news = 4 * queue_ahead(&party->queue, knock) + knock->why + 1;
    if (!guest || knock->why == KNOCK_DECLINED || knock->told == news) return;
    knock->told = news;
    reply_waiting(hall, guest, party, knock);
}

// Who waits for a free place gets it by itself, first come first; who knocks is let in by a person.
void guest_queue_turn(Hall *hall, Party *party) {
    Queue *queue = &party->queue;
    Err err = {0};
    for (int32_t i = 0; i < queue->count && seats_free(&party->seats) > 0;) {
        Knock *knock = &queue->knocks[i];
        if (knock->why != KNOCK_FULL || party->seats.locked || !knock->peer) {
            i++;
            continue;
        }
        PlaceAs as = knock->observes ? PLACE_AS_OBSERVER : PLACE_AS_SEAT;
        SeatsAnswer answer = guest_admit(hall, party, knock, as, &err);
        if (answer == SEATS_FAILED) guest_record_failed(hall, party, &err);
        if (answer != SEATS_FINE) break;
    }
    for (int32_t i = 0; i < queue->count; i++) {
        tell_place(hall, party, &queue->knocks[i]);
    }
}

// ---- back again ---------------------------------------------------------------------------------------------

static void become_console(Hall *hall, Guest *guest, Party *party, const Message *message) {
    guest->kind = GUEST_CONSOLE;
    guest_join(guest, party);
    guest->sent = guest->peeks = 0; // it may have led another session before
    memset(guest->have, 0, sizeof guest->have);
    hall->config.transport.vouch(hall->config.transport.context, guest->peer);
    reply_ack(hall, guest, message->cid, false);
}

// From elsewhere the code is not even looked at: who tries many of them must not lock the facilitator out.
static void console_code(Hall *hall, Guest *guest, const Message *message) {
    if (!guest->loopback && !hall->config.console_from_anywhere) {
        refuse(hall, guest, message, "not_here");
        return;
    }
    for (int32_t i = 0; i < hall->parties_count; i++) {
        Party *party = hall->parties[i];
        if (!seats_is_key(&party->seats, message->code)) continue;
        if (message->session[0] && strcmp(message->session, party->name) != 0) continue;
        become_console(hall, guest, party, message);
        return;
    }
    for (int32_t i = 0; i < hall->parties_count; i++)
        seats_guessed_key(&hall->parties[i]->seats);
    pace_guessed(&guest->pace);
    refuse(hall, guest, message, "code_wrong");
}

void guest_code(Hall *hall, Guest *guest, const Message *message) {
    SeatsTaken taken;
    if (!pace_may_guess(&guest->pace)) {
        refuse(hall, guest, message, "code_wrong");
        return;
    }
    if (strlen(message->code) != SEATS_CODE_LETTERS) {
        console_code(hall, guest, message);
        return;
    }
    for (int32_t i = 0; i < hall->parties_count; i++) {
        Party *party = hall->parties[i];
        if (seats_by_code(&party->seats, message->cid, message->code, &taken)
                != SEATS_FINE) {
            continue;
        }
        guest_sit_down(hall, guest, party, taken.seat, taken.device);
        due_seat(hall, guest, message->cid, &taken);
        return;
    }
    for (int32_t i = 0; i < hall->parties_count; i++)
        seats_guessed_code(&hall->parties[i]->seats);
    pace_guessed(&guest->pace);
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

static bool resume_board(Hall *hall, Guest *guest, const Message *message) {
    for (int32_t i = 0; i < hall->parties_count; i++) {
        Party *party = hall->parties[i];
        if (!seats_is_board(&party->seats, message->token)) continue;
        guest->kind = GUEST_BOARD;
        guest_join(guest, party);
        guest->sent = 0; // it may have shown another session before
        memset(guest->have, 0, sizeof guest->have);
        hall->config.transport.vouch(hall->config.transport.context, guest->peer);
        note_have(guest, message);
        send_news(hall, guest);
        return true;
    }
    return false;
}

void guest_resume(Hall *hall, Guest *guest, const Message *message) {
    for (int32_t i = 0; i < hall->parties_count; i++) {
        Party *party = hall->parties[i];
        const RosterDevice *device = seats_by_token(&party->seats, message->token);
        if (!device) continue;
        guest_sit_down(hall, guest, party, device->seat, device->no);
        note_have(guest, message);
        send_news(hall, guest);
        guest_drafts(hall, guest);
        if (party->restarted) notice_restarted(hall, guest);
        if (party->stands) notice_stands(hall, guest);
        return;
    }
    if (!resume_board(hall, guest, message)) refuse(hall, guest, message, "token_dead");
}
