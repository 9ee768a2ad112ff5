// bots/mandate.h — how near the goals and red lines of a seat are. Never: included from outside bots/.
#ifndef BOTS_MANDATE_H
#define BOTS_MANDATE_H
#include "bots/parts.h"

// 0..1000 each: 1000 holds, less the further away it is. lines: 2 for each red line that would be
// crossed, 1 for each that is one level away.
typedef struct Goals {
    int32_t mandate, hidden, lines;
} Goals;

// Looks at the goals as if the text on the table were law, and as if nothing passed any more. thought is a
// copy: it is written while it looks and is as before when it returns.
void mandate_look(const Def *def, State *thought, uint8_t actor, uint8_t arena,
        Goals *if_passed, Goals *if_not);
// True when the public goal of a seat holds now; false for a seat whose goal is only words.
bool mandate_met(const Def *def, const State *state, uint8_t actor);
// Red lines that are crossed now or would be by the text on the table; thought as in mandate_look.
int32_t mandate_lines(const Def *def, State *thought, uint8_t actor);

#endif // BOTS_MANDATE_H
