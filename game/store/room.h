// store/room.h — is there room on the disk for a session, and a little kept back for when there is not. Never: deletes anything but its own reserve.
#ifndef STORE_ROOM_H
#define STORE_ROOM_H
#include "base/err.h"

enum {
    ROOM_LEAST_MIB = 200,   // below it no new session is begun
    ROOM_LITTLE_MIB = 1024, // below it people are warned
    ROOM_RESERVE_MIB = 64,
};

// MiB that are free where the folder lies; -1 if nobody knows.
int64_t room_free_mib(const char *folder);
// False with err when so little is free that a new session should not begin there.
MUST_USE bool room_is_enough(int64_t free_mib, const char *folder, Err *err);
bool room_is_little(int64_t free_mib);
// Keeps room back in the folder, if that leaves enough for others; false: none is kept.
bool room_keep_reserve(const char *folder);
// Gives it back, so that what must still be written can be.
void room_give_reserve(const char *folder);

#endif // STORE_ROOM_H
