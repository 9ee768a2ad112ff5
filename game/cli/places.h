// cli/places.h — where packs, plugins and sessions lie on this machine. Never: reads a pack.
#ifndef CLI_PLACES_H
#define CLI_PLACES_H
#include "base/region.h"
#include "pack/library.h"
#include "scenario/load.h"

enum { PLACES_LIBRARY_MAX = 4, PLACES_PLAN_BYTES = 256 };

typedef struct Places {
    Region region;
    const char *home;    // folder that holds scenarios/, scripts/ and assets/
    const char *program; // folder beside the program with pages that were fetched for it
    const char *data;    // where sessions and settings of this person lie
    const char *library[PLACES_LIBRARY_MAX]; // folders with plugins
    int32_t library_count;
    const char *
            format; // time plan of --format and settings of --set ("hour ease=7"); NULL: each case's own
    Library packs; // every pack that can be named
} Places;

// Finds the program's folders: CONVENE_HOME, else upwards from the program and from here. data may be
// NULL: the usual place of the system.
MUST_USE bool places_find(Places *places, const char *data, Err *err);
void places_free(Places *places);
// What --format and --set ask for, as scenario_load takes it; NULL when neither is given.
const char *places_plan(const char *format, const char *set, char out[PLACES_PLAN_BYTES]);
// Loads a pack by name or path. On false either err is filled, or diags has the findings.
MUST_USE bool places_load(const Places *places, const char *name, bool tests, bool check,
        Scenario *out, Diags *diags, Err *err);

#endif // CLI_PLACES_H
