// host/marks.h — which sections of whose view an event can have changed. Never: too few; a section too many only costs time (test_host_marks plays games and compares).
#ifndef HOST_MARKS_H
#define HOST_MARKS_H
#include "model/event.h"
#include "model/state.h"
#include "rules/looks.h"

enum { MARKS_BOARD = ACTORS_MAX, MARKS_CONSOLE, MARKS_COUNT };

// Beside the bits of whole sections, which say more: only a part of one can have changed.
enum {
    MARKS_NUMBERS = 1 << 28, // of "table": the numbers of all
    MARKS_LINES = 1 << 27,   // of "news": acts came to their end
};

// Bits of wire/sections.def by viewer: actors by index, then the board and the console.
typedef struct Marks {
    uint32_t of[MARKS_COUNT];
} Marks;

// The place of VIEW_BOARD, VIEW_CONSOLE or an actor.
int32_t marks_place(uint8_t who);
// Adds what event number i can have changed, in a game that is in this state now.
void marks_add(Marks *marks, const Def *def, const Looks *looks, const State *state,
        const EventList *ledger, int32_t i);
void marks_all(Marks *marks);

#endif // HOST_MARKS_H
