// wire/action_write.h — a Command of this client's seat as a message "cmd", or as a "probe". Never: judges it; names a seat (the connection does).
#ifndef WIRE_ACTION_WRITE_H
#define WIRE_ACTION_WRITE_H
#include "base/bytes.h"
#include "model/view.h"

// The words that go with it, "" = none. id: this device's own. False for a command no seat can send.
MUST_USE bool action_write(const View *view, const Command *command, const char *words,
        const char *id, Buffer *out);
// The same as a question: what would it cost and bring? Answered by a `forecast` (forecast.h).
MUST_USE bool action_write_probe(
        const View *view, const Command *command, const char *id, Buffer *out);

// The same as the facilitator asks it, who looks at that seat and means to act for it.
MUST_USE bool action_write_probe_for(const View *view, const Command *command, int32_t seat,
        const char *id, Buffer *out);
// An act as one types it after `act_for`: "verb.engage kind=2 target=4 side=for bid=0".
MUST_USE bool action_write_line(const View *view, const Command *command, Buffer *out);

#endif // WIRE_ACTION_WRITE_H
