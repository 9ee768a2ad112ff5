// bots/press.h — what acts that pay later are worth to a computer player now: champions, suits, motions, watching, measuring, side offers. Never: looks at more than its seat believes.
#ifndef BOTS_PRESS_H
#define BOTS_PRESS_H
#include "bots/parts.h"

// Looks at what the tried list has begun (desk->events): champions move desk->tried by what they will
// have moved at the end; the rest comes back as worth.
int32_t press_ahead(BotDesk *desk, const Def *def, uint8_t actor, const Persona *persona);

#endif // BOTS_PRESS_H
