// host/due.c — answers that wait until what they acknowledge is on disk. Never: answers before the commit.
#include "host/guest.h"
#include <stdio.h>
#include <stdlib.h>

static Due *add(Hall *hall, const Guest *guest, const char *id) {
    if (hall->dues_count == hall->dues_capacity) {
        int32_t capacity = hall->dues_capacity ? 2 * hall->dues_capacity : 64;
        Due *grown = realloc(hall->dues, (size_t)capacity * sizeof *grown);
        ASSERT(grown != NULL);
        hall->dues = grown;
        hall->dues_capacity = capacity;
    }
    Due *due = &hall->dues[hall->dues_count++];
    *due = (Due){.peer = guest->peer, .party = guest->party};
    snprintf(due->id, sizeof due->id, "%s", id);
    return due;
}

void due_act(Hall *hall, const Guest *guest, const char *id, Verdict verdict, bool again,
        bool starts) {
    Due *due = add(hall, guest, id);
    due->verdict = verdict;
    due->again = again;
    due->starts = starts;
}

void due_seat(Hall *hall, const Guest *guest, const char *cid, const SeatsTaken *taken) {
    Due *due = add(hall, guest, cid);
    due->taken = *taken;
}

// A place that was not written is nobody's.
static void take_back(Hall *hall, Guest *guest, const Due *due) {
    guest_refuse(hall, guest, due->id, "busy");
    if (due->taken.seat > 0) guest_part(guest);
}

static void seat(Hall *hall, const Guest *guest, const Due *due) {
    const SeatsTaken *taken = &due->taken;
    reply_seated(hall, guest, due->id, taken);
    if (taken->from_code && !taken->again) notice_device(hall, due->party, taken->seat);
}

static void answer(Hall *hall, Guest *guest, const Due *due) {
    if (due->party->failed)
        take_back(hall, guest, due);
    else if (due->taken.seat > 0)
        seat(hall, guest, due);
    else if (due->verdict.code == VERDICT_OK) {
        reply_ack(hall, guest, due->id, due->again);
        if (due->starts && !due->again) notice_consent(hall, due->party);
    } else
        reply_verdict(hall, guest, due->id, due->verdict);
}

void due_answer(Hall *hall, const Party *party) {
    int32_t left = 0;
    for (int32_t i = 0; i < hall->dues_count; i++) {
        const Due *due = &hall->dues[i];
        if (due->party != party) {
            hall->dues[left++] = *due;
            continue;
        }
        Guest *guest = guest_of(hall, due->peer);
        if (guest && guest->party == party) answer(hall, guest, due);
    }
    hall->dues_count = left;
}
