// host/closing.h — when a session was closed and how long it is kept, remembered with its record, and what late comers are told. Never: closes one.
#ifndef HOST_CLOSING_H
#define HOST_CLOSING_H
#include "host/party.h"

// Whole days since a session was closed, -1 = it was not, or nobody knows when. stamp: day and hour, 40 bytes.
int32_t closing_days(const Journal *journal, int64_t wall_ms, char *stamp);
// Days after that until who keeps the record is asked whether to erase it, 0 = never; and the same noted with it.
int32_t closing_keeping(const Journal *journal);
MUST_USE bool closing_keep(const Journal *journal, int32_t days, Err *err);
// True when it is time to ask; days since it was closed, below 0 = it was not.
bool closing_is_over(int32_t days, int32_t keeping);
// Notes the hour once when the session has been closed; reads it again after a restart.
void closing_note(Party *party);

#endif // HOST_CLOSING_H
