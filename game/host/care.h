// host/care.h — the content note of a case before people play: what is read aloud, and whether that was confirmed. Never: what a note says.
#ifndef HOST_CARE_H
#define HOST_CARE_H
#include "host/party.h"
#include "session/say.h"
#include "wire/json_out.h"

// The case asks that its note is read aloud first, and nobody has confirmed it: it cannot begin.
bool care_is_due(const Party *party);
// Before the start: the note, how to step out and whom to call, line by line.
void care_write(JsonOut *json, const Say *say, const Party *party);

#endif // HOST_CARE_H
