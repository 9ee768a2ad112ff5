// cli/house.h — the sessions a host has open: pack, record files, parties, languages. Never: a socket, a rule.
#ifndef CLI_HOUSE_H
#define CLI_HOUSE_H
#include "cli/record_file.h"
#include "cli/tongues.h"
#include "host/hall.h"
#include "script/hooks.h"

typedef struct HouseWish {
    const char *data; // folder, NULL: the usual place
    const char *pack; // of a new session
    const char *
            session; // of an old one: a name in the data folder, or a path; NULL: a new one
    const char
            *file; // goes on with this file, or makes it; NULL: a name in the data folder
    const char *format, *lang;
    uint64_t seed;    // 0: nobody can guess it
    int32_t sessions; // how many new ones
    int32_t rate;     // messages of one connection in a second, 0 = HALL_RATE
    bool at_once; // a step closes as soon as everybody is ready, nobody can take it back
    int32_t computers; // actors kept for the computer in each new one
} HouseWish;

typedef struct House {
    Places places;
    Scenario scenario;
    ScriptHooks script;
    Hooks hooks;
    TongueBook tongues;
    Diags diags; // why a pack cannot be played
    Party *parties[HALL_PARTIES_MAX];
    int32_t parties_count;
    char pack[160], format[PLACES_PLAN_BYTES];
    char folder[1000]; // where its session files lie
    bool at_once;      // of the sessions it makes
} House;

// On the heap. NULL with err, or with *findings true and what is wrong with the pack printed.
MUST_USE House *house_open(const HouseWish *wish, bool *findings, Err *err);
// One more session of the same case, led by the same facilitator's code; the first one remembers it, so that both are
// opened again together. NULL with err: nothing changed.
MUST_USE Party *house_second(House *house, Party *first, Err *err);
// Closes every session file.
void house_close(House *house);

#endif // CLI_HOUSE_H
