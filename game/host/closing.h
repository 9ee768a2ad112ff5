// host/closing.h — when a session was closed, remembered with its record, and what late comers are told. Never: closes one.
#ifndef HOST_CLOSING_H
#define HOST_CLOSING_H
#include "host/party.h"

enum { CLOSING_KEEP_DAYS = 30 }; // then who keeps the record is asked whether to erase it

// Whole days since a session was closed, -1 = it was not, or nobody knows when. stamp: day and hour, 40 bytes.
int32_t closing_days(const Journal *journal, int64_t wall_ms, char *stamp);
// Notes the hour once when the session has been closed; reads it again after a restart.
void closing_note(Party *party);

#endif // HOST_CLOSING_H
