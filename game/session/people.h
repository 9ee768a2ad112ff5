// session/people.h — what is arranged and said beside the game, as the record tells it: words to people, the board, who moves where next. Never: part of the State; a rewind leaves it alone.
#ifndef SESSION_PEOPLE_H
#define SESSION_PEOPLE_H
#include "model/event.h"
#include "model/limits.h"
#include "model/people.h"

// One event of people and words; a to d as in events.def.
typedef struct PeopleLine {
    int64_t seq;  // of its batch
    uint8_t kind; // EventKind
    uint8_t round, phase;
    int16_t a, b, c, d;
} PeopleLine;

// A seat that takes another part when the next step begins.
typedef struct PeopleMove {
    bool due, ripe;      // ripe: the step it waited for has begun
    uint8_t actor, role; // NONE or an actor; SeatRole
} PeopleMove;

// How long something holds: all the time, this round, or this phase of it.
typedef struct PeopleUntil {
    uint8_t until; // MuteUntil
    uint8_t round, phase;
} PeopleUntil;

// What a seat plays, as the record told it.
typedef struct PeoplePart {
    uint8_t actor, role; // NONE or an actor; SeatRole
} PeoplePart;

// By number of seats: index 0 is nobody's.
typedef struct People {
    PeopleLine *lines; // oldest first
    int32_t count, capacity;
    bool locked;
    uint8_t board; // BoardShows
    int16_t board_which;
    int16_t debrief_step, debrief_view; // 0 = none yet
    uint64_t shared;                    // mask of debrief items on the phones
    uint16_t told;                      // mask of actors whose hidden goals are told
    int16_t told_last;                  // 1 + the one that was told last, 0 = none
    PeopleMove moves[SEATS_MAX + 1];
    PeoplePart parts[SEATS_MAX + 1],
            parts_before[SEATS_MAX + 1]; // now; before they were given out anew
    bool care;                           // the content note was read aloud
    bool recast;                         // they were, and not taken back
    bool keeping_said;                   // how long it is kept was chosen
    int16_t keeping_days;                // then: days after the end, 0 = for ever
    uint8_t muted[SEATS_MAX + 1];        // MUTE_ bits
    PeopleUntil muted_until[SEATS_MAX + 1];
    bool removed[SEATS_MAX + 1];
    bool blocked[SEATS_MAX + 1];      // removed for good: its devices can only knock
    uint8_t joined[SEATS_MAX + 1];    // seat it was merged into, 0 = none
    uint8_t team_role[SEATS_MAX + 1]; // as the facilitator gave it, TEAM_NONE = by order
    uint8_t half_done[SEATS_MAX + 1]; // 1: waits for a second person
    int16_t help_open[SEATS_MAX + 1]; // lines of calls for help that nobody answered
    int16_t pauses_wished;            // since the last pause
} People;

// Takes an event of the record; the game's own change little here.
void people_take(People *people, int64_t seq, const Event *event);
void people_free(People *people);
// Days after its end until who leads is asked to erase the session, 0 = never.
int32_t people_keeping_days(const People *people);
// True when a line is something this seat is told: to all, to it, to its actor.
bool people_tells(const PeopleLine *line, int32_t seat, uint8_t actor);
bool people_nudges(const PeopleLine *line, int32_t seat);
// May it not send words (MUTE_WORDS), or call for help (MUTE_HELP), now?
bool people_is_muted(
        const People *people, int32_t seat, uint8_t what, uint8_t round, uint8_t phase);

#endif // SESSION_PEOPLE_H
