// host/guest_people.c — the facilitator and people's places: who comes in, who plays what, who leaves. Never: a word of theirs.
#include "host/guest.h"
#include "host/team.h"
#include "session/own_words.h"
#include <string.h>

// A person as the facilitator reads it: "Amina", or "seat 3".
static const char *person(const Say *say, const Party *party, int32_t seat) {
    const Session *session = party_session(party);
    const char *name = own_words_text(session, session->state.place_name[seat - 1]);
    return *name ? name : say_sentence(say, SAY_SEAT_NUMBER, (SayWith){.n = seat});
}

static void answer_about(Hall *hall, Guest *guest, const ConsoleAsk *ask, bool again,
        SayId id, int32_t seat, int32_t other, uint8_t actor) {
    Region region = {0};
    Say say = {party_session(guest->party)->def, guest_language(guest), &region};
    SayWith with = {.who = person(&say, guest->party, seat),
            .target = other > 0 ? person(&say, guest->party, other) : "",
            .what = actor != NONE ? say_actor(&say, actor) : ""};
    const char *text = say_sentence(&say, id, with);
    reply_answer(hall, guest, ask->message->id, again, text, "");
    region_clear(&region);
}

// ---- coming in ----------------------------------------------------------------------------------------------

static void lock(Hall *hall, Guest *guest, const ConsoleAsk *ask) {
    bool again, on = ask->value[0] == 1;
    Command command = guest_command(COMMAND_JOIN_LOCKED, on, 0, 0, 0);
    if (!guest_submit(hall, guest, ask->message, &command, "", &again)) return;
    guest->party->seats.locked = party_session(guest->party)->people.locked;
    guest_answer(hall, guest, ask->message, again, on ? SAY_DID_LOCK : SAY_DID_UNLOCK,
            (SayWith){0});
}

static bool has_twin(const Hall *hall, const Party *party) {
    for (int32_t i = 0; i < hall->parties_count; i++) {
        const Party *other = hall->parties[i];
        if (other != party && strcmp(other->seats.pin, party->seats.pin) == 0) return true;
    }
    return false;
}

static void code(Hall *hall, Guest *guest, const ConsoleAsk *ask) {
    bool again;
    Err none = {0};
    Party *party = guest->party;
    Command command = guest_command(COMMAND_CODE_CHANGED, 0, 0, 0, 0);
    if (!guest_begin(hall, guest, ask->message, &command, "", &again)) return;
    do { // two sessions of one host never have the same
        if (!again) seats_change_codes(&party->seats);
    } while (!again && has_twin(hall, party));
    if (!guest_finish(hall, guest, ask->message, true, &none)) return;
    guest_answer(hall, guest, ask->message, again, SAY_DID_CODE,
            (SayWith){.what = party->seats.pin});
}

static PlaceAs place_as(const ConsoleAsk *ask, const Knock *knock) {
    static const PlaceAs ways[] = {PLACE_AS_SEAT, PLACE_AS_PAIR, PLACE_AS_OBSERVER};
    if (ask->has[1]) return ways[ask->value[1]];
    return knock->observes ? PLACE_AS_OBSERVER : PLACE_AS_SEAT;
}

// Who waits inside without a part is given one the same way as who knocks.
static void admit_inside(Hall *hall, Guest *guest, const ConsoleAsk *ask) {
    Err err = {0};
    Party *party = guest->party;
    const Session *session = party_session(party);
    int32_t seat = ask->value[0];
    if (!guest_has_person(hall, guest, ask->message, seat)) return;
    uint8_t actor = casting_next(session->def, &session->state);
    if (ask->has[1] && ask->value[1] == 1)
        actor = casting_pair(session->def, &session->state);
    if (ask->has[1] && ask->value[1] == 2) actor = NONE;
    party_hold(party);
    bool good = team_move(party, seat, actor, TEAM_NONE, &err);
    if (!guest_finish(hall, guest, ask->message, good, &err)) return;
    answer_about(hall, guest, ask, false, actor == NONE ? SAY_DID_OBSERVE : SAY_DID_SEAT,
            seat, 0, actor);
}

static void admit(Hall *hall, Guest *guest, const ConsoleAsk *ask) {
    Err err = {0};
    Knock *knock = queue_find(&guest->party->queue, ask->value[0]);
    if (!knock && ask->value[0] < QUEUE_FIRST) {
        admit_inside(hall, guest, ask);
        return;
    }
    if (!knock || knock->why == KNOCK_DECLINED) {
        refuse(hall, guest, ask->message, "no_knock");
        return;
    }
    SeatsAnswer answer = guest_admit(hall, guest->party, knock, place_as(ask, knock), &err);
    if (answer == SEATS_FAILED)
        guest_failed(hall, guest, ask->message, &err);
    else if (answer != SEATS_FINE)
        refuse(hall, guest, ask->message, "full");
    else
        guest_answer(hall, guest, ask->message, false, SAY_DID_ADMIT, (SayWith){0});
}

static void decline(Hall *hall, Guest *guest, const ConsoleAsk *ask) {
    bool again;
    Knock *knock = queue_find(&guest->party->queue, ask->value[0]);
    if (!knock) {
        refuse(hall, guest, ask->message, "no_knock");
        return;
    }
    Command command = guest_command(COMMAND_DECLINED, 0, 0, 0, 0);
    if (!guest_submit(hall, guest, ask->message, &command, "", &again)) return;
    Guest *other = knock->peer ? guest_of(hall, knock->peer) : NULL;
    knock->why = KNOCK_DECLINED;
    knock->since_ms = hall_now(hall);
    knock->name[0] = 0;
    if (other) guest_refuse(hall, other, knock->claim, "declined");
    guest_answer(hall, guest, ask->message, again, SAY_DID_DECLINE, (SayWith){0});
}

// ---- parts --------------------------------------------------------------------------------------------------

static bool move(Hall *hall, Guest *guest, const ConsoleAsk *ask, int32_t seat,
        uint8_t actor, uint8_t team_role) {
    Err err = {0};
    party_hold(guest->party);
    bool good = team_move(guest->party, seat, actor, team_role, &err);
    return guest_finish(hall, guest, ask->message, good, &err);
}

static bool waits_for_step(const Guest *guest, int32_t seat) {
    return party_session(guest->party)->people.moves[seat].due;
}

static void seat(Hall *hall, Guest *guest, const ConsoleAsk *ask) {
    int32_t no = ask->value[0];
    uint8_t actor = (uint8_t)ask->value[1];
    uint8_t role = ask->has[2] ? (uint8_t)(TEAM_LEAD + ask->value[2]) : TEAM_NONE;
    if (!guest_has_person(hall, guest, ask->message, no)
            || !move(hall, guest, ask, no, actor, role)) {
        return;
    }
    bool later = waits_for_step(guest, no);
    answer_about(hall, guest, ask, false, later ? SAY_DID_SEAT_LATER : SAY_DID_SEAT, no, 0,
            actor);
}

static void observe(Hall *hall, Guest *guest, const ConsoleAsk *ask) {
    int32_t no = ask->value[0];
    if (!guest_has_person(hall, guest, ask->message, no)
            || !move(hall, guest, ask, no, NONE, TEAM_NONE)) {
        return;
    }
    answer_about(hall, guest, ask, false, SAY_DID_OBSERVE, no, 0, NONE);
}

static void swap(Hall *hall, Guest *guest, const ConsoleAsk *ask) {
    int32_t one = ask->value[0], other = ask->value[1];
    if (!guest_has_person(hall, guest, ask->message, one)
            || !guest_has_person(hall, guest, ask->message, other)) {
        return;
    }
    Err err = {0};
    Party *party = guest->party;
    uint8_t here = party_actor(party, one), there = party_actor(party, other);
    party_hold(party);
    bool good = team_move(party, one, there, TEAM_NONE, &err)
                && team_move(party, other, here, TEAM_NONE, &err);
    if (!guest_finish(hall, guest, ask->message, good, &err)) return;
    answer_about(hall, guest, ask, false, SAY_DID_SWAP, one, other, NONE);
}

// ---- devices and leaving ------------------------------------------------------------------------------------

static void send_away(Hall *hall, const Party *party, int32_t seat, const char *code) {
    for (int32_t i = 0; i < hall->guests_top; i++) {
        Guest *other = &hall->guests[i];
        if (!other->peer || other->party != party || other->kind != GUEST_SEAT
                || other->seat != seat) {
            continue;
        }
        other->replaced = true;
        reply_bye(hall, other, 4005, code);
    }
}

static void reissue(Hall *hall, Guest *guest, const ConsoleAsk *ask) {
    bool again;
    Err none = {0};
    SeatsTaken taken;
    Party *party = guest->party;
    Command command = guest_command(COMMAND_SEAT_REISSUED, ask->value[0], 0, 0, 0);
    if (!guest_begin(hall, guest, ask->message, &command, "", &again)) return;
    seats_reissue(&party->seats, ask->value[0], again, &taken);
    if (!guest_finish(hall, guest, ask->message, true, &none)) return;
    if (!again) send_away(hall, party, taken.seat, "token_dead");
    Region region = {0};
    Say say = {party_session(party)->def, guest_language(guest), &region};
    SayWith with = {.who = person(&say, party, taken.seat), .what = taken.code};
    reply_answer(hall, guest, ask->message->id, again,
            say_sentence(&say, SAY_DID_REISSUE, with), taken.code);
    region_clear(&region);
}

static void merge(Hall *hall, Guest *guest, const ConsoleAsk *ask) {
    bool again;
    Err err = {0};
    Party *party = guest->party;
    int32_t stays = ask->value[0], freed = ask->value[1];
    Command command = guest_command(COMMAND_SEATS_MERGED, stays, freed, 0, 0);
    if (!guest_begin(hall, guest, ask->message, &command, "", &again)) return;
    if (!again) seats_merge(&party->seats, stays, freed);
    bool good = again || team_free(party, freed, &err);
    if (!guest_finish(hall, guest, ask->message, good, &err)) return;
    for (int32_t i = 0; i < hall->guests_top; i++) {
        Guest *other = &hall->guests[i];
        bool moved = other->peer && other->party == party && other->kind == GUEST_SEAT
                     && other->seat == freed;
        if (moved) guest_sit_down(hall, other, party, stays, other->device);
    }
    answer_about(hall, guest, ask, again, SAY_DID_MERGE, stays, 0, NONE);
}

static void rename_person(Hall *hall, Guest *guest, const ConsoleAsk *ask) {
    bool again;
    Command command = guest_command(COMMAND_NAMED, ask->value[0], 0, 0, 0);
    if (!guest_submit(hall, guest, ask->message, &command, ask->text, &again)) return;
    answer_about(hall, guest, ask, again, SAY_DID_RENAME, ask->value[0], 0, NONE);
}

static void mute(Hall *hall, Guest *guest, const ConsoleAsk *ask) {
    bool again;
    int32_t until = ask->has[2] ? ask->value[2] : MUTE_TO_END;
    Command command = guest_command(COMMAND_MUTED, ask->value[0], ask->value[1], until, 0);
    if (!guest_submit(hall, guest, ask->message, &command, "", &again)) return;
    answer_about(hall, guest, ask, again, ask->value[1] ? SAY_DID_MUTE : SAY_DID_UNMUTE,
            ask->value[0], 0, NONE);
}

static bool is_known(const Party *party, int32_t seat) {
    for (const Guest *other = party->guests; other; other = other->next) {
        bool of_seat = other->kind == GUEST_SEAT && other->seat == seat;
        if (of_seat && party->blocked_count < PARTY_BLOCKED_MAX) return true;
    }
    return false;
}

// Devices of this place can only knock from now on.
static void block_devices(Party *party, int32_t seat) {
    for (const Guest *other = party->guests; other; other = other->next) {
        bool of_seat = other->kind == GUEST_SEAT && other->seat == seat;
        if (!of_seat || party->blocked_count == PARTY_BLOCKED_MAX) continue;
        party->blocked[party->blocked_count++] = other->address;
    }
}

// Nobody knows the device: then nobody new walks in any more, so that who was sent away can only knock.
static bool lock_door(Party *party, Err *err) {
    Command command = guest_command(COMMAND_JOIN_LOCKED, 1, 0, 0, 0);
    return party_console(party, &command, "", err);
}

static void remove_person(Hall *hall, Guest *guest, const ConsoleAsk *ask) {
    bool again, blocks = ask->has[1] && ask->value[1] == 1;
    Err err = {0};
    Party *party = guest->party;
    int32_t no = ask->value[0];
    Command command = guest_command(COMMAND_REMOVED, no, blocks, 0, 0);
    if (!guest_begin(hall, guest, ask->message, &command, "", &again)) return;
    bool locks = blocks && !again && !is_known(party, no);
    if (!again) seats_remove(&party->seats, no);
    bool good = again || (team_free(party, no, &err) && (!locks || lock_door(party, &err)));
    if (!guest_finish(hall, guest, ask->message, good, &err)) return;
    if (locks) party->seats.locked = true;
    if (blocks) block_devices(party, no);
    send_away(hall, party, no, "removed");
    guest_answer(hall, guest, ask->message, again, SAY_DID_REMOVE, (SayWith){.n = no});
}

bool guest_people(Hall *hall, Guest *guest, const ConsoleAsk *ask) {
    switch ((int)ask->verb) {
    case CONSOLE_LOCK: lock(hall, guest, ask); break;
    case CONSOLE_CODE: code(hall, guest, ask); break;
    case CONSOLE_ADMIT: admit(hall, guest, ask); break;
    case CONSOLE_DECLINE: decline(hall, guest, ask); break;
    case CONSOLE_SEAT:
    case CONSOLE_PAIR: seat(hall, guest, ask); break;
    case CONSOLE_SWAP: swap(hall, guest, ask); break;
    case CONSOLE_OBSERVE: observe(hall, guest, ask); break;
    case CONSOLE_REISSUE: reissue(hall, guest, ask); break;
    case CONSOLE_MERGE: merge(hall, guest, ask); break;
    case CONSOLE_RENAME: rename_person(hall, guest, ask); break;
    case CONSOLE_MUTE: mute(hall, guest, ask); break;
    case CONSOLE_REMOVE: remove_person(hall, guest, ask); break;
    default: return false;
    }
    return true;
}
