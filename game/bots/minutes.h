// bots/minutes.h — whether words go along with what stands in the minutes. Never: included from outside bots/.
#ifndef BOTS_MINUTES_H
#define BOTS_MINUTES_H
#include "bots/parts.h"

// For a persona that follows what is minuted; 0 for others. In a meeting: worth of saying what somebody else
// has had recorded, below 0 of speaking against it. Elsewhere the same as a taste.
int32_t minutes_worth(
        const Def *def, const State *believed, const Persona *persona, const Act *act);
int32_t minutes_taste(
        const Def *def, const State *believed, const Persona *persona, const Act *act);

#endif // BOTS_MINUTES_H
