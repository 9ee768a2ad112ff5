// session/people.c — events of people and words, remembered in order. Never: judges; what is impossible is left out.
#include "session/people.h"
#include "rules/people.h"
#include <stdlib.h>
#include <string.h>

static bool is_seat(int32_t seat) { return seat >= 1 && seat <= SEATS_MAX; }

static void add_line(People *people, int64_t seq, const Event *event) {
    if (people->count == people->capacity) {
        int32_t capacity = people->capacity ? 2 * people->capacity : 64;
        PeopleLine *grown =
                realloc(people->lines, (size_t)capacity * sizeof *people->lines);
        ASSERT(grown != NULL);
        people->lines = grown;
        people->capacity = capacity;
    }
    people->lines[people->count++] = (PeopleLine){.seq = seq,
            .kind = event->kind,
            .round = event->round,
            .phase = event->phase,
            .a = event->a,
            .b = event->b,
            .c = event->c,
            .d = event->d};
}

// What the one person wrote and was told belongs to the seat that stays.
static void merge(People *people, int32_t stays, int32_t freed) {
    if (!is_seat(stays) || !is_seat(freed)) return;
    for (int32_t i = 0; i < people->count; i++) {
        PeopleLine *line = &people->lines[i];
        bool own = line->kind == EVENT_JOURNALED || line->kind == EVENT_OBSERVED
                   || line->kind == EVENT_HELP_ASKED || line->kind == EVENT_HELP_ANSWERED
                   || line->kind == EVENT_WHISPERED || line->kind == EVENT_NOTED;
        if (own && line->a == freed) line->a = (int16_t)stays;
    }
    people->joined[freed] = (uint8_t)stays;
    people->removed[freed] = true;
}

static void take_seat(People *people, const Event *event) {
    int32_t seat = event->a;
    if (!is_seat(seat)) return;
    switch (event->kind) {
    case EVENT_RESEATED:
        people->moves[seat] =
                (PeopleMove){true, false, (uint8_t)event->b, (uint8_t)event->c};
        people->team_role[seat] = (uint8_t)event->d;
        break;
    case EVENT_MUTED:
        people->muted[seat] = (uint8_t)event->b;
        people->muted_until[seat] =
                (PeopleUntil){(uint8_t)event->c, event->round, event->phase};
        break;
    case EVENT_REMOVED:
        people->removed[seat] = true;
        people->blocked[seat] = event->b == 1;
        break;
    case EVENT_HELP_ASKED: people->help_open[seat]++; break;
    case EVENT_HELP_ANSWERED: people->help_open[seat] = 0; break;
    case EVENT_TEAM_DONE: people->half_done[seat] = (uint8_t)(event->b != 0); break;
    default: break;
    }
}

enum { OF_ALL = 0xFFFF };

// Nobody is stuck: going on past the part of the facts tells what was not told by hand.
static void take_step(People *people, int16_t step) {
    people->debrief_step = step;
    if (step > DEBRIEF_FACTS) people->told = OF_ALL;
}

// Whoever tells the first one is at the facts.
static void take_told(People *people, int16_t actor, bool open) {
    bool one = actor >= 0 && actor < ACTORS_MAX;
    int32_t mask = one ? 1 << actor : OF_ALL;
    int32_t left = people->told & ~mask;
    people->told = (uint16_t)(open ? left | mask : left);
    people->told_last = (int16_t)(one && open ? actor + 1 : 0);
    if (open && people->debrief_step < DEBRIEF_FACTS) people->debrief_step = DEBRIEF_FACTS;
}

static void take_debrief(People *people, const Event *event) {
    if (event->a == DEBRIEF_STEP) take_step(people, event->b);
    if (event->a == DEBRIEF_TELL) take_told(people, event->b, event->c != 0);
    if (event->a == DEBRIEF_VIEW) people->debrief_view = event->c ? event->b : 0;
    if (event->a != DEBRIEF_SHARE || event->b < 0 || event->b > 63) return;
    uint64_t bit = (uint64_t)1 << event->b;
    people->shared = event->c ? people->shared | bit : people->shared & ~bit;
}

// Of the game itself: who sits where now, a new step, a pause.
static void take_game(People *people, const Event *event) {
    switch (event->kind) {
    case EVENT_PLACED:
        if (!is_seat(event->a + 1)) break;
        people->moves[event->a + 1].due = false;
        people->parts[event->a + 1] = (PeoplePart){(uint8_t)event->b, (uint8_t)event->c};
        break;
    case EVENT_STEP:
        memset(people->half_done, 0, sizeof people->half_done);
        for (int32_t seat = 1; seat <= SEATS_MAX; seat++)
            people->moves[seat].ripe = true;
        break;
    case EVENT_PAUSE:
        if (event->a) people->pauses_wished = 0;
        break;
    default: break;
    }
}

// Remembered, so that the new parts can be taken back, also after a restart.
static void take_recast(People *people, bool anew) {
    if (anew) memcpy(people->parts_before, people->parts, sizeof people->parts);
    people->recast = anew;
}

void people_take(People *people, int64_t seq, const Event *event) {
    if (!people_is_event((EventKind)event->kind)) {
        take_game(people, event);
        return;
    }
    switch (event->kind) {
    case EVENT_JOIN_LOCKED: people->locked = event->a != 0; break;
    case EVENT_CARE: people->care = true; break;
    case EVENT_RECAST: take_recast(people, event->a == 1); break;
    case EVENT_KEEPING:
        people->keeping_said = true;
        people->keeping_days = event->a;
        break;
    case EVENT_SEATS_MERGED: merge(people, event->a, event->b); break;
    case EVENT_BOARD_SET:
        people->board = (uint8_t)event->a;
        people->board_which = event->b;
        break;
    case EVENT_DEBRIEF_STEP: take_debrief(people, event); break;
    case EVENT_PAUSE_WISHED: people->pauses_wished++; break;
    default: take_seat(people, event); break;
    }
    add_line(people, seq, event);
}

int32_t people_keeping_days(const People *people) {
    return people->keeping_said ? people->keeping_days : KEEPING_DAYS;
}

void people_free(People *people) {
    free(people->lines);
    *people = (People){0};
}

bool people_nudges(const PeopleLine *line, int32_t seat) {
    if (line->kind != EVENT_NUDGED || !is_seat(seat)) return false;
    const int16_t parts[] = {line->a, line->b, line->c, line->d};
    return (uint16_t)parts[(seat - 1) / 16] >> ((seat - 1) % 16) & 1;
}

bool people_tells(const PeopleLine *line, int32_t seat, uint8_t actor) {
    switch (line->kind) {
    case EVENT_SAID_ALL: return line->a & SAY_TO_SEATS;
    case EVENT_WHISPERED:
        return line->a ? line->a == seat : actor != NONE && line->b == actor;
    case EVENT_HELP_ASKED:
    case EVENT_HELP_ANSWERED: return line->a == seat;
    default: return people_nudges(line, seat);
    }
}

bool people_is_muted(
        const People *people, int32_t seat, uint8_t what, uint8_t round, uint8_t phase) {
    if (!is_seat(seat) || !(people->muted[seat] & what)) return false;
    const PeopleUntil *until = &people->muted_until[seat];
    if (until->until == MUTE_TO_END) return true;
    bool same = round == until->round;
    return same && (until->until == MUTE_THIS_ROUND || phase == until->phase);
}
