// host/later.h — messages that wait until the session they speak to has been written. Never: included outside host/.
#ifndef HOST_LATER_H
#define HOST_LATER_H
#include "host/guest.h"

// True when this message waits: the session is being written, or an earlier one of the same connection waits.
// Who looks for a place waits until no session is being written.
bool later_keep(Hall *hall, Guest *guest, const Message *message, Bytes text);
// The party has been written: what was said to it meanwhile is heard now. NULL: what was said at the door.
void later_feed(Hall *hall, const Party *party);
void later_free(Later *later);

#endif // HOST_LATER_H
