// rules/influence.h — the map of influence: who moved what belongs to whom, whose words another used later, whose promises were kept to whom. Never: changes a State.
#ifndef RULES_INFLUENCE_H
#define RULES_INFLUENCE_H
#include "model/event.h"
#include "model/state.h"

// Units times 100 for each size of a promise that was kept. A promise moves no number of the ledger, so its weight is
// set here alone: as much as one step of importance. The report says it below the map.
enum { INFLUENCE_PROMISE = 500 };

// The arrow from a to b, units times 100 (rules/worth.h) by where they come from.
typedef struct Arrow {
    int64_t deciders; // what a moved of deciders that b owns
    int64_t talk;     // of that: by words, not by means
    int64_t words;    // items that b moved later with a's words
    int64_t promises; // promises that b kept to a
} Arrow;

// Words of one author about one item and direction, as they were minuted last.
typedef struct MinutedWords {
    uint16_t meeting; // number of the meeting, from 1; 0 = none yet
    uint8_t voiced_by, taker;
} MinutedWords;

// Start from a zeroed one and add the events of a game in their order.
typedef struct Influence {
    Arrow on[ACTORS_MAX][ACTORS_MAX];                 // from, to
    MinutedWords minuted[CLAUSES_MAX][2][ACTORS_MAX]; // item; down, up; author
    Event spoken[UTTERANCES_MAX];                     // newest EVENT_UTTERANCE of each slot
    Deal deal[DEALS_MAX];
    uint16_t meeting; // that goes on, from 1
} Influence;

void influence_add(const Def *def, const Event *event, Influence *influence);
int64_t influence_sum(const Arrow *arrow);

#endif // RULES_INFLUENCE_H
