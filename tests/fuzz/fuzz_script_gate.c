// tests/fuzz/fuzz_script_gate.c — any bytes as an author's file: the source gate ends, with findings in its lines. Never: runs Lua.
#include "script/gate.h"
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    Diags *diags = calloc(1, sizeof *diags);
    ASSERT(diags != NULL);
    Region region = {0};
    Tokens tokens = {0};
    // Files of a pack end with a zero byte that is not counted.
    const char *source = region_copy_text(&region, (const char *)data, size);
    bool good = gate_check_source(
            &region, "fuzz.lua", (Bytes){(const uint8_t *)source, size}, &tokens, diags);
    ASSERT(good == (diags->errors == 0));
    region_clear(&region);
    free(diags);
    return 0;
}
