// wire/action_read.h — a message "cmd" or "probe" as a Command. Never: judges it, takes the actor from the bytes.
#ifndef WIRE_ACTION_READ_H
#define WIRE_ACTION_READ_H
#include "model/command.h"
#include "model/def.h"
#include "wire/message.h"

// Fills command for this actor (NONE: the console). False when `do` or an argument means nothing in
// this game; where gets its name. An act nobody may do now is for the gate to refuse, not for this.
MUST_USE bool action_read(const Def *def, const Message *message, uint8_t actor,
        Command *command, char where[40]);
// The person's own words that go with it, "" = none. Borrowed from the message.
const char *action_words(const Message *message);

#endif // WIRE_ACTION_READ_H
