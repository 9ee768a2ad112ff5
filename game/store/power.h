// store/power.h — a disk under SQLite that forgets what was not synced, or fails, at the operation it is told. Never: under a session people play.
#ifndef STORE_POWER_H
#define STORE_POWER_H
#include "base/rng.h"

enum { POWER_SECTOR = 512 };

typedef enum PowerMode {
    POWER_GOES_ON, // everything works, and is counted
    POWER_FAILS,   // the operation with the number fails, later ones work
    POWER_FULL, // from that operation on nothing fits any more; what makes nothing longer works
    POWER_KILLED, // from that operation on nothing happens; what was written before stays
    POWER_LOSES_ALL, // the same, but what was not synced is gone
    POWER_TEARS,     // the same, but some of it came to the disk, in pieces
} PowerMode;

typedef struct Power Power;

// From now on every file of SQLite in this process lies on this disk; one at a time.
Power *power_install(void);
void power_remove(Power *power);
// A disk on which everything was synced, and from which the mode holds at its stop_at-th operation.
void power_begin(Power *power, PowerMode mode, int64_t stop_at);
// The same for a disk in use: the operation is counted from here.
void power_arm(Power *power, PowerMode mode, int64_t in_operations);
// From now on nothing happens any more, as if the operation had come.
void power_stop(Power *power);
// Operations since power_begin.
int64_t power_operations(const Power *power);
// Something was refused since power_begin or power_arm.
bool power_struck(const Power *power);
// Nothing happens any more: the process that used the disk is as good as dead.
bool power_is_off(const Power *power);
// The power is back, after every file was closed: what was never synced is undone, newest first; when it
// tore, some sectors stay.
void power_back(Power *power, Rng *rng);

#endif // STORE_POWER_H
