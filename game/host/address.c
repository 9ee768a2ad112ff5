// host/address.c — the address people come in by, when this machine's networks change or who leads chooses another. Never: looks at a network itself.
#include "host/guest.h"
#include "host/watch.h"
#include <stdio.h>
#include <string.h>

static void show_address(Hall *hall) {
    for (int32_t i = 0; i < hall->parties_count; i++) {
        Party *party = hall->parties[i];
        party_touch(party, SECTION_JOIN);
        party_touch(party, SECTION_HEALTH);
        party_touch(party, SECTION_TALK);
    }
}

// True when it is another than before. No phone has reached the new one yet.
static bool learn(Hall *hall, const HallFacts *facts) {
    bool known = hall->address[0] != 0, same = strcmp(hall->address, facts->address) == 0;
    bool alone = hall->alone;
    hall->alone = facts->only_here;
    if (known && same && alone == facts->only_here) return false;
    snprintf(hall->address, sizeof hall->address, "%s", facts->address);
    if (!known || same) return false;
    hall->reached = hall->reached_ms = 0;
    show_address(hall);
    return !alone; // nobody can have come by the one before
}

// Everybody who is away now comes back by another address: nobody's time runs meanwhile.
static bool stop_clocks(Hall *hall, Party *party) {
    const State *state = &party_session(party)->state;
    Command command = {.kind = COMMAND_PAUSE,
            .actor = NONE,
            .at_phase = NONE,
            .a = (int16_t)PAUSE_ADDRESS};
    Verdict verdict;
    Err err = {0};
    bool plays = state->status == STATUS_BRIEF || state->status == STATUS_RUNNING;
    if (!plays || state->paused || party_session(party)->read_only) return false;
    if (party_submit(party, 0, 0, "", &command, "", &verdict, &err)) return true;
    guest_record_failed(hall, party, &err);
    return false;
}

bool address_tick(Hall *hall) {
    int64_t now = hall_now(hall);
    if (!hall->facts || now - hall->address_looked_ms < WATCH_LOOK_MS) return false;
    hall->address_looked_ms = now;
    HallFacts facts = hall->facts(hall->facts_context);
    if (!learn(hall, &facts)) return false;
    hall_wait_for_writers(hall);
    for (int32_t i = 0; i < hall->parties_count; i++) {
        Party *party = hall->parties[i];
        (void)stop_clocks(hall, party);
        for (const Guest *guest = party->guests; guest; guest = guest->next) {
            if (guest->kind == GUEST_CONSOLE) notice_address(hall, guest);
        }
    }
    if (hall->config.address_changed) hall->config.address_changed(hall->config.context);
    return true;
}

bool address_is_new(const Party *party) {
    const State *state = &party_session(party)->state;
    return state->paused && state->steer.pause_why == PAUSE_ADDRESS;
}

bool guest_address(Hall *hall, Guest *guest, const ConsoleAsk *ask) {
    bool again;
    if (ask->verb != CONSOLE_ADDRESS) return false;
    Command command = guest_command(COMMAND_ADDRESS_CHOSEN, 0, 0, 0, 0);
    if (!guest_submit(hall, guest, ask->message, &command, "", &again)) return true;
    if (!again && hall->choose_address) hall->choose_address(hall->facts_context);
    if (!again && hall->facts) {
        HallFacts facts = hall->facts(hall->facts_context);
        (void)learn(hall, &facts);
    }
    guest_answer(hall, guest, ask->message, again, SAY_DID_ADDRESS,
            (SayWith){.text = hall->address});
    return true;
}
