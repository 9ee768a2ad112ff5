// host/absent.h — who was away when a phase closed, and what the lobby chose for that. Never: a timer; who is there keeps the seat.
#ifndef HOST_ABSENT_H
#define HOST_ABSENT_H
#include "host/guest.h"

// A phase has closed since the last look: for each person's actor that had not sent and whose phones are all
// gone, a stand-in begins with the policy of the session, unless that is to send nothing. True when one did.
bool absent_tick(Hall *hall, Party *party);

#endif // HOST_ABSENT_H
