// host/second.c — another session of the same case for those who found no part: opened by who leads, entered by their own claim. Never: moves anybody who did not ask.
#include "host/second.h"
#include "host/team.h"
#include "session/own_words.h"
#include <string.h>

static bool has_part(const Party *party) {
    const Session *session = party_session(party);
    bool open = !party->seats.locked && session->state.status < STATUS_DEBRIEF;
    return open && seats_free(&party->seats) > 0
           && casting_next(session->def, session_newest(session)) != NONE;
}

// The second may be full as well, and have a second of its own.
const Party *second_of(const Party *party) {
    for (const Party *next = party->second; next; next = next->second) {
        if (next->seen.has_part) return next;
    }
    return NULL;
}

static bool waits(const Party *party, int32_t seat) {
    bool watches = party_session(party)->state.place_role[seat - 1] == ROLE_OBSERVES;
    return watches && (party->would_play >> (seat - 1) & 1);
}

bool second_takes(const Party *party, int32_t seat) {
    return waits(party, seat) && second_of(party) != NULL;
}

static int32_t waiting_in(const Party *party) {
    int32_t count = 0;
    for (int32_t seat = 1; seat <= SEATS_MAX; seat++)
        count += waits(party, seat);
    for (int32_t i = 0; i < party->queue.count; i++)
        count += party->queue.knocks[i].why == KNOCK_FULL;
    return count;
}

static int32_t people_of(const Party *party) {
    const State *state = &party_session(party)->state;
    int32_t count = 0;
    for (int32_t i = 0; i < SEATS_MAX; i++)
        count += state->place_role[i] != ROLE_FREE;
    return count;
}

void second_note(Party *party) {
    party->seen = (PartySeen){.people = people_of(party),
            .waiting = waiting_in(party),
            .has_part = has_part(party)};
}

void second_offer(JsonOut *json, const Say *say, const Party *second) {
    if (!second) return;
    json_open(json, "second", '{');
    json_text(json, "pin", second->seats.pin);
    json_text(json, "text", say_word(say, SAY_SECOND_GO));
    json_close(json, '}');
}

// Who waits with a seat reads it at once; who has none, in the answer to its wait.
static void tell_who_waits(Hall *hall, Party *party, const Party *second) {
    for (const Guest *guest = party->guests; guest; guest = guest->next) {
        Region region = {0};
        if (guest->kind != GUEST_SEAT || !waits(party, guest->seat)) continue;
        Say say = {party_session(party)->def, guest_language(guest), &region};
        notice_say(hall, guest, "alert", "second",
                say_sentence(&say, SAY_SECOND_OPEN, (SayWith){.what = second->seats.pin}),
                0);
        region_clear(&region);
    }
    for (int32_t i = 0; i < party->queue.count; i++)
        party->queue.knocks[i].told = 0;
    party_touch(party, SECTION_SEAT);
    party_touch(party, SECTION_RUN);
}

// The newest one comes next: that this party remembers it can be written now, another may be busy writing.
static const Party *open_one(Hall *hall, Party *party, Err *err) {
    if (!hall->config.second) return NULL;
    Party *opened = hall->config.second(hall->config.context, party, err);
    if (!opened) return NULL;
    opened->second = party->second;
    party->second = opened;
    second_note(opened);
    tell_who_waits(hall, party, opened);
    return opened;
}

bool guest_second(Hall *hall, Guest *guest, const ConsoleAsk *ask) {
    Err err = {0};
    Party *party = guest->party;
    if (ask->verb != CONSOLE_SECOND) return false;
    const Party *second = second_of(party);
    bool again = second != NULL;
    if (!again && party_session(party)->state.status < STATUS_DEBRIEF)
        second = open_one(hall, party, &err);
    if (second) {
        guest_answer(hall, guest, ask->message, again, SAY_DID_SECOND,
                (SayWith){.what = second->seats.pin});
    } else if (err.kind != ERR_NONE) {
        guest_refuse_about(hall, guest, ask->message->id, "argument", err.what);
    } else {
        refuse(hall, guest, ask->message, "no_second");
    }
    return true;
}

// ---- moving there -------------------------------------------------------------------------------------------

// What was agreed to and the name come along, as far as they are not said anew.
static void take_along(SecondMove *move) {
    const Party *from = move->from;
    const Roster *roster = &from->seats.roster;
    const Session *session = party_session(from);
    Message *message = &move->message;
    Err ignored = {0};
    int32_t count = 0;
    if (!message->name[0])
        message->name = own_words_text(session, session->state.place_name[move->seat - 1]);
    if (message->names_count > 0 || !roster->self
            || !roster->consents(
                    roster->self, move->seat, move->consents, &count, &ignored))
        return;
    for (int32_t i = 0; i < count && message->names_count < MESSAGE_NAMES_MAX; i++) {
        if (move->consents[i].given)
            message->names[message->names_count++] = move->consents[i].purpose;
    }
}

bool second_move(
        const Guest *guest, const Party *to, const Message *message, SecondMove *move) {
    *move = (SecondMove){.message = *message};
    bool other = guest->kind == GUEST_SEAT && to && guest->party != to && !guest->replaced;
    if (other && waits(guest->party, guest->seat)) {
        move->from = guest->party;
        move->seat = guest->seat;
        take_along(move);
    }
    if (guest->waits_for && to && guest->waits_for != to) move->queued = guest->waits_for;
    return !(move->from || move->queued) || has_part(to);
}

// Of its own wish: as if it had been taken off its place, so that the record tells it and the number is nobody else's.
static void leave(Hall *hall, Party *from, int32_t seat) {
    Verdict verdict;
    Err err = {0};
    Command command = guest_command(COMMAND_REMOVED, seat, 0, 0, 0);
    party_hold(from);
    bool good = party_submit(from, 0, 0, "", &command, "", &verdict, &err);
    if (good && verdict.code == VERDICT_OK) {
        seats_remove(&from->seats, seat);
        good = team_free(from, seat, &err);
    }
    from->would_play &= ~(UINT64_C(1) << (seat - 1));
    guest_touch_words(from);
    if (!good) guest_record_failed(hall, from, &err);
}

void second_moved(Hall *hall, Guest *guest, const SecondMove *move) {
    if (move->from) leave(hall, move->from, move->seat);
    Queue *queue = move->queued ? &move->queued->queue : NULL;
    Knock *knock = queue ? queue_of_peer(queue, guest->peer) : NULL;
    if (knock) queue_leave(queue, knock);
    if (queue) guest->waits_for = NULL;
    if (queue) guest_touch_words(move->queued);
}

// ---- for who leads ------------------------------------------------------------------------------------------

static bool leads_too(const Party *party, const Party *other) {
    return strcmp(party->seats.key, other->seats.key) == 0;
}

void second_write(JsonOut *json, const Hall *hall, const Party *party) {
    int32_t count = 0, number = 0;
    for (int32_t i = 0; i < hall->parties_count; i++)
        count += leads_too(party, hall->parties[i]);
    json_some_int(json, "unplaced", party->seen.waiting);
    json_some_flag(json, "second", second_of(party) != NULL);
    if (count < 2) return;
    json_open(json, "sessions", '[');
    for (int32_t i = 0; i < hall->parties_count; i++) {
        const Party *other = hall->parties[i];
        if (!leads_too(party, other)) continue;
        json_open(json, NULL, '{');
        json_int(json, "n", ++number);
        json_text(json, "name", other->name);
        json_int(json, "people", other->seen.people);
        json_int(json, "waiting", other->seen.waiting);
        json_some_flag(json, "here", other == party);
        json_close(json, '}');
    }
    json_close(json, ']');
}
