// tests/unit/sim_packs.h — every pack of scenarios/ and tests/packs/ that can be played, with a bare game. Never: a test.
#ifndef TESTS_SIM_PACKS_H
#define TESTS_SIM_PACKS_H
#include "scenario/load.h"
#include "script/hooks.h"
#include "sim/game.h"
#include <glob.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct SimPack {
    const char *path;
    Scenario scenario;
    ScriptHooks script;
    Hooks hooks;
    SimGame *game;
} SimPack;

// False when the pack is no case of its own (a plugin, a faulty pack).
static inline bool sim_pack_open(SimPack *pack, const char *path) {
    const char *library[] = {"scripts", "tests/packs"};
    const LoadOptions options = {.library = library, .library_count = 2, .tests = true};
    Diags *diags = calloc(1, sizeof *diags);
    *pack = (SimPack){.path = path};
    bool good = scenario_load(path, &options, &pack->scenario, diags);
    free(diags);
    if (good && def_count(pack->scenario.def, KIND_ACTOR) == 0) {
        scenario_free(&pack->scenario);
        good = false;
    }
    if (!good) return false;
    pack->script = (ScriptHooks){.machines = pack->scenario.machines,
            .function_machine = pack->scenario.function_machine,
            .function_number = pack->scenario.function_number};
    pack->hooks = script_hooks(&pack->script);
    pack->game = sim_game_make(pack->scenario.def, &pack->hooks);
    return true;
}

static inline void sim_pack_close(SimPack *pack) {
    sim_game_free(pack->game);
    scenario_free(&pack->scenario);
}

// Calls use for each pack that can be played; how many there were.
static inline int32_t sim_packs_each(void (*use)(const SimPack *)) {
    glob_t found = {0};
    SimPack *pack = malloc(sizeof *pack);
    int32_t count = 0;
    if (glob("scenarios/*/pack.lua", 0, NULL, &found) != 0) return 0;
    (void)glob("tests/packs/*/pack.lua", GLOB_APPEND, NULL, &found);
    for (size_t i = 0; i < found.gl_pathc; i++) {
        char path[200];
        snprintf(path, sizeof path, "%.*s", (int)(strlen(found.gl_pathv[i]) - 9),
                found.gl_pathv[i]);
        if (!sim_pack_open(pack, path)) continue;
        use(pack);
        sim_pack_close(pack);
        count++;
    }
    globfree(&found);
    free(pack);
    return count;
}

#endif // TESTS_SIM_PACKS_H
