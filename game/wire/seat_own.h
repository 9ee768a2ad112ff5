// wire/seat_own.h — what a seat is told beside the game: its own notes and lines, questions, what is shown to all, acts that came back. Never: another seat's.
#ifndef WIRE_SEAT_OWN_H
#define WIRE_SEAT_OWN_H
#include "base/region.h"
#include "wire/mirror.h"

enum {
    SEAT_ENTRIES_MAX = 200,
    SEAT_PROMPTS_MAX = 32,
    SEAT_QUIZ_MAX = 32,
    SEAT_ANSWERS_MAX = 8,
    SEAT_SHOWN_MAX = 64,
    SEAT_UNDONE_MAX = 64,
    SEAT_VIEWS_MAX = 64,
    SEAT_STEPS_MAX = 16
};

// An entry of a journal. scope: 0 the person alone, 1 the facilitator too, 2 the group.
typedef struct SeatEntry {
    int32_t id, round;
    uint8_t scope;
    const char *text;
} SeatEntry;

// An observer's line as a sentence. source: where it was seen, 0 .. 3.
typedef struct SeatSeen {
    const char *text;
    int32_t round;
    uint8_t source;
} SeatSeen;

// A question to check oneself. right: a bit for each right answer.
typedef struct SeatQuestion {
    const char *ask, *because;
    const char *answers[SEAT_ANSWERS_MAX];
    int32_t answers_count;
    uint32_t right;
} SeatQuestion;

typedef struct SeatAsked { // a question of the case to a view of the debrief
    int32_t view;
    const char *text;
} SeatAsked;

typedef struct SeatOwn {
    const SeatEntry *journal, *shared; // shared: of others, with the group
    const char *const *prompts;        // what the case asks at this time
    const SeatQuestion *quiz;
    const SeatSeen *seen;
    const char *const *items; // words of the facilitator that stay
    const char *pointed;      // what the board points at, as a sentence, "" = nothing
    const SeatAsked *asks;
    const char *const
            *undone; // acts that an undo took back, by the names this client gave them
    uint64_t views;  // a bit for each view of the debrief that is shared
    int32_t step;    // of the debrief's script, 0 = none
    bool in_report, in_research; // what this person agreed to beside playing
    int32_t journal_count, shared_count, prompts_count, quiz_count, seen_count, items_count,
            asks_count, undone_count;
} SeatOwn;

// Total: what is missing is empty. Texts in the region.
void seat_own_read(const Mirror *mirror, Region *region, SeatOwn *own);

#endif // WIRE_SEAT_OWN_H
