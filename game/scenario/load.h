// scenario/load.h — a pack and its plugins become one Def that can be played. Never: runs a game.
#ifndef SCENARIO_LOAD_H
#define SCENARIO_LOAD_H
#include "model/catalog.h"
#include "model/def.h"
#include "pack/pack.h"
#include "scenario/tests.h"
#include "script/machine.h"

enum {
    SCENARIO_PACKS_MAX = 20, // the case and its plugins
};

// A plugin in memory, as a session keeps it. name: "core-coalition" or "core-coalition-1.0.0".
typedef struct PackZip {
    const char *name;
    Bytes zip;
} PackZip;

typedef struct LoadOptions {
    // Folders searched for plugins after the pack's own plugins/ ("scripts", the user's library).
    const char *const *library;
    int32_t library_count;
    const PackZip *plugins; // looked into before the library, after the pack's own plugins/
    int32_t plugins_count;
    bool tests; // also read tests/*.lua
    bool check; // also look for design faults (W6xx) and count (N1)
    // Time plan instead of the case's own ("hour"); NULL: its own. Author tests are then left out, because
    // they speak of the case's own steps; simulations that name this plan are kept. Behind it, or instead of it, may
    // stand settings that are turned for this game: "hour ease=7 public_cap=6".
    const char *format;
    Bytes zip; // the pack itself, when it is already in memory; `where` is then only its name
} LoadOptions;

// Everything that was loaded. Def.hash is that of the case and all its plugins together. The Def is plain data; machines are kept for the functions of `on`.
// Free it with scenario_free; a zeroed one is fine.
typedef struct Scenario {
    Def *def;
    Catalogs *catalogs;
    ScenarioTests tests;
    Pack packs[SCENARIO_PACKS_MAX]; // the case first, plugins as they were found
    int32_t packs_count;
    Machine *machines
            [3 * SCENARIO_PACKS_MAX]; // owned; the first ones are those of packs in load order
    int32_t machines_count;
    // For Def.functions[i]: which machine, and the number of the function in it.
    uint8_t function_machine[FUNCTIONS_MAX];
    uint16_t function_number[FUNCTIONS_MAX];
    Region region; // owns tests and catalogues
    Region *kept;  // what reading a language later needs; NULL when none waits
} Scenario;

// Loads a folder or archive with everything it uses, offline. True when it can be played: no errors
// (there may be warnings and notes). On false out is empty, and diags says why; a place that cannot
// be read at all is the single finding E424. Findings are sorted. Languages are looked at only with
// `check` or `tests`; without, a translation that does not fit its text is left out when it is asked for.
MUST_USE bool scenario_load(
        const char *where, const LoadOptions *options, Scenario *out, Diags *diags);
void scenario_free(Scenario *scenario);

#endif // SCENARIO_LOAD_H
