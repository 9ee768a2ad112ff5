// bots/doubt.h — whether a recorded line is worth questioning. Never: included from outside bots/.
#ifndef BOTS_DOUBT_H
#define BOTS_DOUBT_H
#include "bots/parts.h"

// What striking a line would bring, as likely as the seat thinks it slanted; 0 for a line it has no reason to doubt.
int32_t doubt_worth(const Def *def, const State *believed, const Act *act);

#endif // BOTS_DOUBT_H
