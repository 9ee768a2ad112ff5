// host/hall.c — connections come and go; once a turn the computer's seats play and everybody is sent what changed. Never: what a message means (guest.c).
#include "host/guest.h"
#include "host/keep.h"
#include "host/later.h"
#include "host/second.h"
#include "host/team.h"
#include <stdlib.h>

Hall *hall_make(const HallConfig *config) {
    Hall *hall = calloc(1, sizeof *hall);
    ASSERT(hall);
    hall->config = *config;
    hall->guests = calloc(HALL_GUESTS_MAX, sizeof *hall->guests);
    ASSERT(hall->guests);
    return hall;
}

void hall_free(Hall *hall) {
    if (!hall) return;
    ASSERT(hall->writing == 0);
    buffer_free(&hall->out);
    buffer_free(&hall->section);
    json_patch_free(&hall->patch);
    views_desk_free(&hall->desk);
    free(hall->guests);
    free(hall->dues);
    later_free(&hall->later);
    free(hall);
}

bool hall_add(Hall *hall, Party *party) {
    if (hall->parties_count == HALL_PARTIES_MAX) return false;
    hall->parties[hall->parties_count++] = party;
    keep_name(party, party->name);
    return true;
}

void hall_connect(Hall *hall, Transport transport) { hall->config.transport = transport; }

void hall_tell(Hall *hall, HallFacts (*facts)(void *context), void *context) {
    hall->facts = facts;
    hall->facts_context = context;
}

void hall_choose(Hall *hall, void (*choose_address)(void *context)) {
    hall->choose_address = choose_address;
}

int32_t hall_people(const Hall *hall) {
    int32_t count = 0;
    for (int32_t i = 0; i < hall->guests_top; i++)
        count += hall->guests[i].peer != 0 && hall->guests[i].kind == GUEST_SEAT;
    return count;
}

// Peers have their own places most of the time, as their numbers go on.
static int32_t place_of(int32_t peer) { return peer % HALL_GUESTS_MAX; }

Guest *guest_of(Hall *hall, int32_t peer) {
    Guest *usual = &hall->guests[place_of(peer)];
    if (usual->peer == peer) return usual;
    for (int32_t i = 0; i < hall->guests_top; i++) {
        if (hall->guests[i].peer == peer) return &hall->guests[i];
    }
    return NULL;
}

static Guest *free_guest(Hall *hall, int32_t peer) {
    Guest *guest = &hall->guests[place_of(peer)];
    for (int32_t i = 0; i < HALL_GUESTS_MAX && guest->peer; i++)
        guest = &hall->guests[i];
    if (guest->peer) return NULL;
    hall->guests_top = core_max(hall->guests_top, (int32_t)(guest - hall->guests) + 1);
    return guest;
}

static void leave(Guest *guest) {
    if (!guest->self) return;
    *guest->self = guest->next;
    if (guest->next) guest->next->self = guest->self;
    guest->next = NULL;
    guest->self = NULL;
}

void guest_join(Guest *guest, Party *party) {
    leave(guest);
    guest->party = party;
    guest->next = party->guests;
    guest->self = &party->guests;
    if (guest->next) guest->next->self = &guest->next;
    party->guests = guest;
    party_touch(party, SECTION_ROSTER);
}

void guest_part(Guest *guest) {
    leave(guest);
    guest->party = NULL;
    guest->kind = GUEST_STRANGER;
    guest->seat = guest->device = 0;
}

static void opened(void *context, int32_t peer, const PeerInfo *info) {
    Hall *hall = context;
    Guest *guest = free_guest(hall, peer);
    int64_t now = hall_now(hall);
    if (!guest) {
        hall->config.transport.close(hall->config.transport.context, peer, 4007, "full");
        return;
    }
    *guest = (Guest){.peer = peer,
            .address = info->address,
            .loopback = info->loopback,
            .opened_ms = now};
    pace_begin(&guest->pace, now);
}

static void message(void *context, int32_t peer, Bytes text) {
    Guest *guest = guest_of(context, peer);
    if (guest) guest->heard_ms = hall_now(context);
    if (guest) guest_take(context, guest, text);
}

static void drained(void *context, int32_t peer) {
    Hall *hall = context;
    Guest *guest = guest_of(hall, peer);
    bool busy = guest && guest->party && guest->party->writing;
    if (guest && (hall->turning || busy))
        guest->drained = true;
    else if (guest && guest->waits)
        send_news(hall, guest);
}

// Whose sockets became empty while sessions were being written.
static void send_to_drained(Hall *hall) {
    for (int32_t i = 0; i < hall->guests_top; i++) {
        Guest *guest = &hall->guests[i];
        bool due = guest->peer && guest->drained;
        if (due && guest->party && guest->party->writing) continue; // its news come then
        guest->drained = false;
        if (due && guest->waits) send_news(hall, guest);
    }
}

static void closed(void *context, int32_t peer) {
    Guest *guest = guest_of(context, peer);
    if (guest && guest->later > 0)
        guest->gone = true; // what it said before it went still counts
    else if (guest)
        guest_close(context, guest);
}

void guest_close(Hall *hall, Guest *guest) {
    Knock *knock =
            guest->waits_for ? queue_of_peer(&guest->waits_for->queue, guest->peer) : NULL;
    if (knock) { // asleep: its place in the queue is kept for a while
        knock->peer = 0;
        knock->since_ms = hall_now(hall);
    }
    if (guest->party) guest->party->changed = true; // the console sees who is here
    leave(guest);
    *guest = (Guest){0};
}

static void settle(Hall *hall, Party *party) {
    Err err = {0};
    party->failed = !party_settle(party, &err);
    if (party->failed && hall->config.failed)
        hall->config.failed(hall->config.context, party, &err);
}

// Who was to move with the next step moves once that is on disk; then the computer's seats look again.
static void move_people(Hall *hall, Party *party) {
    bool moved = false;
    Err err = {0}, lost = {0};
    if (!party->failed) party_hold(party);
    bool good = !party->failed && team_settle(party, &moved, &err);
    if (good && moved) party_play(party);
    if (!party->failed && !party_settle(party, &lost) && good) {
        err = lost;
        good = false;
    }
    if (!good && !party->failed && hall->config.failed)
        hall->config.failed(hall->config.context, party, &err);
}

// Small, and moved by much: compared each time something happened.
enum {
    EACH_TURN =
            1 << SECTION_SEAT | 1 << SECTION_JOIN | 1 << SECTION_ROSTER | 1 << SECTION_RUN
};

// What is arranged and said by whatever way, also by time alone, stands in the lists of people and words; what
// of it is shown can depend on the step of the game.
static uint32_t of_people(Party *party) {
    enum {
        OF_LINES =
                1 << SECTION_LOG | 1 << SECTION_TALK | 1 << SECTION_OBS | 1 << SECTION_SHOW
    };
    const State *state = &party_session(party)->state;
    uint32_t step = (uint32_t)state->status << 24 | (uint32_t)state->round << 16
                    | (uint32_t)state->phase << 8 | state->sub;
    int32_t count = party_session(party)->people.count;
    bool same = count == party->lines_shown && step == party->step_shown;
    party->lines_shown = count;
    party->step_shown = step;
    return same ? 0 : OF_LINES;
}

// Options of the case stand in the deck until the start.
static uint32_t of_knobs(Party *party) {
    const Session *session = party_session(party);
    bool same = session->turns == party->turns_shown
                && session->state.status == party->status_shown;
    party->turns_shown = session->turns;
    party->status_shown = session->state.status;
    return same ? 0 : 1 << SECTION_DECK;
}

static void show(Hall *hall, Party *party) {
    uint32_t touched = party->touched | EACH_TURN | of_people(party) | of_knobs(party);
    Guest *next;
    party->changed = false;
    party->touched = 0;
    for (Guest *guest = party->guests; guest; guest = next) {
        next = guest->next; // a connection may be gone at once
        guest->house |= touched;
        send_news(hall, guest);
    }
}

static void keep_round(Hall *hall, Party *party) {
    Err err = {0};
    if (!keep_each_round(party, &err) && hall->config.failed)
        hall->config.failed(hall->config.context, party, &err);
}

// An erased session: everybody goes, then its file.
static void let_go(Hall *hall, Party *party) {
    Guest *next;
    for (Guest *guest = party->guests; guest; guest = next) {
        next = guest->next;
        reply_bye(hall, guest, 4006, "erased");
    }
    for (Guest *guest = party->guests; guest; guest = next) {
        next = guest->next;
        guest_part(guest);
    }
    for (int32_t i = 0; i < hall->guests_top; i++) {
        if (hall->guests[i].waits_for == party) hall->guests[i].waits_for = NULL;
    }
    due_answer(hall, party); // they have left: nobody is answered
    later_feed(hall, party);
    int32_t place = 0;
    while (place < hall->parties_count && hall->parties[place] != party)
        place++;
    hall->parties_count--;
    for (int32_t i = place; i < hall->parties_count; i++)
        hall->parties[i] = hall->parties[i + 1];
    for (int32_t i = 0; i < hall->parties_count; i++) {
        Party *other = hall->parties[i];
        if (other->second == party) other->second = party->second;
    }
    if (hall->config.erased) hall->config.erased(hall->config.context, party);
    party_destroy(party);
}

// What was said to it while it was left alone is heard now.
static void go_on(Hall *hall, Party *party) {
    later_feed(hall, party);
    if (party->tick_missed) (void)!watch_tick(hall, party); // party->changed tells
    party->tick_missed = false;
}

// It is on disk: now it is acknowledged, then everybody sees it, while others are still being written.
static void finish(Hall *hall, Party *party) {
    const Transport *transport = &hall->config.transport;
    settle(hall, party);
    due_answer(hall, party);
    move_people(hall, party);
    guest_queue_turn(hall, party);
    due_answer(hall, party); // who was let in just now
    keep_round(hall, party);
    if (party->left_alone) notice_left_alone(hall, party);
    party->left_alone = false;
    second_note(party);
    show(hall, party);
    if (party->erased)
        let_go(hall, party);
    else
        go_on(hall, party);
    if (transport->flush) transport->flush(transport->context);
}

static void write_party(void *about) { party_write(about); }

static void empty_log(void *about) { party_empty_log(about); }

// Somebody else writes it when there is somebody, and the hall goes on with the other sessions.
static void begin_to_write(Hall *hall, Party *party) {
    const Work *work = &hall->config.work;
    party_play(party);
    if (work->give && party_holds(party)) {
        party->writing = true;
        hall->writing++;
        work->give(work->context, write_party, party);
    } else {
        party_write(party);
        finish(hall, party);
    }
}

static void finish_written(Hall *hall) {
    const Work *work = &hall->config.work;
    while (hall->writing > 0) {
        Party *party = work->ended(work->context);
        if (!party) return;
        bool log = party->emptying;
        party->writing = false;
        hall->writing--;
        if (log) hall->emptying = party->emptying = false;
        if (log)
            go_on(hall, party);
        else
            finish(hall, party);
    }
}

// What would only wait for a free hand can as well take in more acts until there is one: the slower the disk, the more
// of them share a commit.
static bool all_hands_full(const Hall *hall) {
    return hall->config.work.give && hall->writing >= hall->config.work.hands;
}

// Nobody waits for a session that has nothing to write: its log is emptied meanwhile, of one session after the other,
// so that they do not all do it in the same moment.
static void empty_one_log(Hall *hall) {
    const Work *work = &hall->config.work;
    if (!work->give || hall->emptying || hall->hurries || all_hands_full(hall)) return;
    for (int32_t i = 0; i < hall->parties_count; i++) {
        Party *party = hall->parties[i];
        if (party->changed || party->writing || !party_log_is_long(party)) continue;
        hall->emptying = party->emptying = party->writing = true;
        hall->writing++;
        work->give(work->context, empty_log, party);
        return;
    }
}

// Who is at the door may mean any session: nothing new is written until they were heard.
static void write_changed(Hall *hall) {
    Party *changed[HALL_PARTIES_MAX];
    int32_t places[HALL_PARTIES_MAX], count = 0, begun = 0;
    if (hall->writing == 0) later_feed(hall, NULL);
    if (hall->later.door > 0) return;
    for (int32_t i = 0; i < hall->parties_count; i++) {
        int32_t place = (hall->first + i) % hall->parties_count;
        Party *party = hall->parties[place];
        if (!party->changed || party->writing) continue;
        changed[count] = party;
        places[count++] = place;
    }
    while (begun < count && !all_hands_full(hall))
        begin_to_write(hall, changed[begun++]);
    if (begun < count) hall->first = places[begun]; // the next time it is its turn
    if (begun == count) empty_one_log(hall);
}

static void run_turn(void *context) {
    Hall *hall = context;
    hall->turning = true;
    finish_written(hall);
    write_changed(hall);
    hall->turning = false;
    send_to_drained(hall);
}

void hall_wait_for_writers(Hall *hall) {
    const Work *work = &hall->config.work;
    hall->hurries = true;
    while (hall->writing > 0) {
        work->wait(work->context);
        run_turn(hall);
    }
    hall->hurries = false;
}

// Who never says hello, or never takes a place, gives the socket back.
static void tick(void *context, int64_t now_ms) {
    Hall *hall = context;
    (void)now_ms;
    int64_t now = hall_now(hall);
    for (int32_t i = 0; i < hall->guests_top; i++) {
        Guest *guest = &hall->guests[i];
        int64_t since = now - guest->opened_ms;
        bool silent = guest->kind == GUEST_NEW && since >= HALL_HELLO_MS;
        bool stranger = guest->kind == GUEST_STRANGER && since >= HALL_STRANGER_MS
                        && !guest->waits_for;
        if (guest->peer && (silent || stranger)) reply_bye(hall, guest, 4003, "no_seat");
        bool busy = guest->party && guest->party->writing;
        if (guest->peer && guest->peeks && !busy) guest_peek_tick(hall, guest);
    }
    bool changed = address_tick(hall);
    for (int32_t i = 0; i < hall->parties_count; i++) {
        Party *party = hall->parties[i];
        queue_tidy(&party->queue, now);
        party->tick_missed = party->writing;
        changed |= !party->writing && watch_tick(hall, party);
    }
    if (changed) run_turn(hall);
}

TransportEvents hall_events(Hall *hall) {
    return (TransportEvents){hall, opened, message, drained, closed, run_turn, tick};
}

void hall_goodbye(Hall *hall) {
    hall_wait_for_writers(hall);
    for (int32_t i = 0; i < hall->guests_top; i++) {
        if (hall->guests[i].peer) reply_bye(hall, &hall->guests[i], 4009, "restarting");
    }
}

bool hall_console(
        Hall *hall, Party *party, const Command *command, Verdict *verdict, Err *err) {
    hall_wait_for_writers(hall);
    if (!party_submit(party, 0, 0, "", command, "", verdict, err)) return false;
    run_turn(hall);
    hall_wait_for_writers(hall);
    if (party->failed) *err = party_session(party)->failure;
    return !party->failed;
}
