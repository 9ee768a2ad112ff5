// host/hall.h — all sessions of a process and everybody who is connected; the message-level server. Never: a socket, a file, a rule.
#ifndef HOST_HALL_H
#define HOST_HALL_H
#include "base/transport.h"
#include "base/work.h"
#include "host/pace.h"
#include "host/party.h"

enum {
    HALL_PARTIES_MAX = 256,
    HALL_GUESTS_MAX = 1200,
    HALL_RATE = PACE_PER_SECOND,
    HALL_HELLO_MS = 5 * 1000,
    HALL_PATH_BYTES = 900,
    HALL_STRANGER_MS = 5 * 60 * 1000, // without a place
};

// Whether the machine could go dark in the middle of a workshop.
typedef enum HallPower { POWER_NOT_KNOWN, POWER_MAINS, POWER_BATTERY } HallPower;

// What the program around the hall knows of its place; texts borrowed until the next question.
typedef struct HallFacts {
    const char *address; // "http://192.168.1.5:8080/j", "" = nobody can come
    const char *folder;  // where sessions are kept
    int64_t free_bytes;  // left on its disk, below 0 = not known
    bool only_here;      // no network was found
    const char *network; // name of the wireless one, "" = not known
    uint8_t hotspot;     // whose range it looks like, 0 = nobody's: Hotspot of net/names.h
    uint8_t power;       // HallPower
    const char *
            board; // screen its window is on, "" = not open, NULL = nobody here has a window
    int32_t battery; // percent, below 0 = not known
} HallFacts;

typedef struct HallConfig {
    Transport transport;
    Clock clock;
    Entropy entropy;
    Work work;         // writes sessions while the hall goes on; zeroed: each is waited for
    const char *build; // of the pages
    int32_t rate;      // messages of one connection in a second, 0 = HALL_RATE
    bool console_from_anywhere; // else the facilitator's code works on this machine only
    void (*failed)(
            void *context, Party *party, const Err *err); // a record failed, NULL = ignore
    // Writes an export in a language and says where; NULL: this host writes none.
    bool (*exports)(void *context, Party *party, int32_t kind, int32_t level,
            const char *lang, char path[HALL_PATH_BYTES], Err *err);
    // People were given another address, NULL = ignore.
    void (*address_changed)(void *context);
    // Opens another session of the same case with the same facilitator's code and adds it to the hall; NULL with err.
    // NULL: this host opens none.
    Party *(*second)(void *context, Party *first, Err *err);
    // A session was erased: the party is gone after this, NULL = ignore.
    void (*erased)(void *context, Party *party);
    void *context;
} HallConfig;

typedef struct Hall Hall;

// The record failed: everybody is told, once, that the game stands and what is safe.
void hall_stands(Hall *hall, Party *party);

Hall *hall_make(const HallConfig *config);
// Closes connections' states, not the sessions: those belong to who added them.
void hall_free(Hall *hall);
// Borrowed until hall_free. False when the house is full.
MUST_USE bool hall_add(Hall *hall, Party *party);
// The transport it sends with, when that is made after the hall; before the first event.
void hall_connect(Hall *hall, Transport transport);
// Who knows the facts for the lamps of a console; without it those of this machine are left out.
void hall_tell(Hall *hall, HallFacts (*facts)(void *context), void *context);
// Who gives people another address, as who leads wishes; called with the context of hall_tell.
void hall_choose(Hall *hall, void (*choose_address)(void *context));
// Says to everybody that the host restarts, once what is being written has been; nothing may be sent after it, and the
// hall may be freed.
void hall_goodbye(Hall *hall);
// What a transport calls.
TransportEvents hall_events(Hall *hall);
// Connections with a place there are now.
int32_t hall_people(const Hall *hall);
// An act of the facilitator from this process: the same door as a console's message.
MUST_USE bool hall_console(
        Hall *hall, Party *party, const Command *command, Verdict *verdict, Err *err);

#endif // HOST_HALL_H
