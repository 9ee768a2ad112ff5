// cli/latch.h — how a command of this person finds a session that is open on this machine. Never: readable by anybody else; kept when the host stops.
#ifndef CLI_LATCH_H
#define CLI_LATCH_H
#include "cli/places.h"
#include "host/party.h"

enum { LATCH_NAME_BYTES = 120 };

typedef struct Latch {
    char name[LATCH_NAME_BYTES]; // "riverside-link-1"
    uint16_t port;
    char key[SEATS_KEY_LETTERS + 1];
} Latch;

// Leaves DATA/open/NAME for each session, with its port and the facilitator's code, for this person alone.
MUST_USE bool latch_leave(const Places *places, uint16_t port, Party *const *parties,
        int32_t count, Err *err);
void latch_remove(const Places *places, Party *const *parties, int32_t count);
// The open session of this name; name NULL: the only one there is. False with err.
MUST_USE bool latch_find(const Places *places, const char *name, Latch *out, Err *err);
// True when a session of this name is open.
bool latch_is_open(const Places *places, const char *name);

#endif // CLI_LATCH_H
