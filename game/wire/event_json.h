// wire/event_json.h — events and commands as canonical JSON for the journal, and back. Never: judges what they mean.
#ifndef WIRE_EVENT_JSON_H
#define WIRE_EVENT_JSON_H
#include "base/bytes.h"
#include "base/err.h"
#include "model/command.h"
#include "model/def.h"
#include "model/event.h"

// Appends a list of events as one JSON list. Tracks are written by name, so that a journal outlives
// the layout of cells; everything else by number, because the pack travels with the journal.
void event_json_write(const Def *def, const Event *events, int32_t count, Buffer *out);
// Reads what event_json_write wrote, appending to the list. False with ERR_DAMAGED when it is not
// such a list.
MUST_USE bool event_json_read(const Def *def, Bytes json, EventList *out, Err *err);
// One command, and back.
void command_json_write(const Command *command, Buffer *out);
MUST_USE bool command_json_read(Bytes json, Command *out, Err *err);

#endif // WIRE_EVENT_JSON_H
