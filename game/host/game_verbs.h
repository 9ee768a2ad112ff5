// host/game_verbs.h — the facilitator's verbs over the game, before they become commands, and their questions. Never: judges.
#ifndef HOST_GAME_VERBS_H
#define HOST_GAME_VERBS_H
#include "host/guest.h"

// A message as a command: a seat's own act, a verb of the console, or an act the console sends for a seat.
MUST_USE bool game_read(const Guest *guest, const Message *message, uint8_t actor,
        Command *command, char where[40]);
// The first touch of a person whose stand-in plays: from the next step on the person plays again.
MUST_USE bool game_touched(Guest *guest, uint8_t actor, Err *err);
// What would happen, tried on a copy; answered by forecast. False: not a question this file knows.
bool game_probe(Hall *hall, Guest *guest, const Message *message);

#endif // HOST_GAME_VERBS_H
