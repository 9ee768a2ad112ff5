// tests/fuzz/fuzz_scenario.c — any text as the scenario.lua of a pack that uses the stock deck: findings or a Def, never a crash. Never: a known value.
#include "pack/write.h"
#include "scenario/load.h"
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const char manifest[] = "pack { id = \"tried\", version = \"1.0.0\", api = 1, "
                               "language = \"en\", title = \"Tried\", "
                               "uses = { \"core-coalition\" } }";

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    static const char *const library[] = {"scripts"};
    PackFile files[2] = {
            {"pack.lua",     {(const uint8_t *)manifest, strlen(manifest)}},
            {"scenario.lua", {data, size}                                 }
    };
    Pack pack = {.name = "tried", .files = files, .files_count = 2};
    Buffer zip = {0};
    Err err = {0};
    ASSERT(write_zip(&pack, &zip, &err));
    Diags *diags = calloc(1, sizeof *diags);
    ASSERT(diags != NULL);
    LoadOptions options = {
            .library = library,
            .library_count = 1,
            .tests = true,
            .check = true,
            .zip = {(const uint8_t *)zip.data, zip.length}
    };
    Scenario scenario;
    bool good = scenario_load("tried.zip", &options, &scenario, diags);
    ASSERT(good == (diags->errors == 0));
    if (good) scenario_free(&scenario);
    buffer_free(&zip);
    free(diags);
    return 0;
}
