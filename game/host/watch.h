// host/watch.h — what a party does by itself as time goes by: clocks that run out, countdowns, many people lost at once. Never: a rule.
#ifndef HOST_WATCH_H
#define HOST_WATCH_H
#include "model/limits.h"
#include <stdbool.h>
#include <stdint.h>

enum {
    WATCH_LOST_MS = 10 * 1000,  // seats that vanish within this time vanish together
    WATCH_LOST_LEAST = 2,       // one sleeping telephone is nobody's emergency
    WATCH_BACK_PERCENT = 80,    // of those who were there: going on is offered
    WATCH_CHECK_MS = 30 * 1000, // then no phone has come, and why is asked
    WATCH_LOOK_MS = 2 * 1000,   // how old what a console reads of minutes and lamps may be
};

typedef struct Watch {
    uint64_t here;              // seats with a connection
    int64_t lost_ms[SEATS_MAX]; // when a seat lost its last one
    int64_t goes_on_ms;         // end of the countdown, 0 = none runs
    int32_t there;              // seats there were before many were lost
    bool offered;               // going on was offered in this pause
    int32_t phase;              // 1 + that was looked at last, 0 = none
    uint16_t late;              // actors it waited for then
    int64_t check_ms;  // since when a phone is awaited that tries itself out, 0 = it is not
    int64_t looked_ms; // when consoles were last shown minutes and lamps
    int64_t kept_seq;  // newest step that was seen on disk
    int64_t kept_wall_ms; // and when, 0 = none yet
} Watch;

struct Hall;
struct Party;
// Called several times a second; true when something was submitted.
bool watch_tick(struct Hall *hall, struct Party *party);

#endif // HOST_WATCH_H
