// net/dial.h — many WebSocket connections to one host from one thread, for load, tests and drills. Never: what a message means.
#ifndef NET_DIAL_H
#define NET_DIAL_H
#include "base/bytes.h"
#include "base/entropy.h"

enum { DIAL_LINES_MAX = 2048, DIAL_NAME_MAX = 253 };

// What the caller is told while dial_wait runs. A line is the caller's own number, 0 .. DIAL_LINES_MAX - 1.
typedef struct DialEvents {
    void *context;
    void (*ready)(void *context, int32_t line); // the host took the upgrade
    void (*text)(void *context, int32_t line, Bytes text);
    void (*gone)(void *context, int32_t line, uint16_t code); // the other end, or no answer
} DialEvents;

// Why the last call came to nothing.
typedef enum DialTrouble {
    DIAL_FINE,
    DIAL_NO_NAME,   // no machine is called so
    DIAL_NO_ANSWER, // nobody answers there
    DIAL_NO_HOST    // somebody answers, but no host of ours, or it does not know this name
} DialTrouble;

typedef struct Dial Dial;

// address: four numbers with points, or a machine's name, which the system's resolver is asked for with each
// call that found nobody. It must not move while lines are open.
Dial *dial_make(const char *address, uint16_t port, DialEvents events, Entropy entropy);
// Cuts every line.
void dial_free(Dial *dial);
// Starts a line that is free. False when there is no socket for it.
MUST_USE bool dial_call(Dial *dial, int32_t line);
DialTrouble dial_trouble(const Dial *dial);
void dial_say(Dial *dial, int32_t line, Bytes text);
// Ends a line without a word, as a telephone that goes out of reach; `gone` is not called.
void dial_cut(Dial *dial, int32_t line);
// Reads and writes what is ready, waiting up to wait_ms for something.
void dial_wait(Dial *dial, int32_t wait_ms);
// Bytes of all lines so far, frames included.
int64_t dial_heard(const Dial *dial);

#endif // NET_DIAL_H
