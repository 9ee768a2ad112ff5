// rules/point.h — what an act in a meeting says, and on what. Never: how strong it is (speech.c).
#ifndef RULES_POINT_H
#define RULES_POINT_H
#include "model/state.h"

// The words an act speaks: an alternative speaks on what it proposes instead.
typedef struct PointWords {
    bool speaks;
    Thing on;
    int8_t side; // of a clause: 1 up, -1 down
} PointWords;

PointWords point_words(const Def *def, const Act *act);
// UtteranceKind of words on a thing.
uint8_t point_topic(Thing thing);
bool point_same_topic(Thing a, Thing b);
// What a word backstage is about; KIND_NONE when the move does not ask.
Thing point_aside_about(const Def *def, const Act *act);

#endif // RULES_POINT_H
