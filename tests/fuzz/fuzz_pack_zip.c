// tests/fuzz/fuzz_pack_zip.c — any bytes as a zip: refused with findings or read whole. Never: touches the disk.
#include "pack/pack.h"
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    Diags *diags = calloc(1, sizeof *diags);
    ASSERT(diags != NULL);
    Pack pack = {0};
    Err err = {0};
    if (pack_open_zip("fuzz", (Bytes){data, size}, &pack, diags, &err)) {
        int32_t at = 0;
        while (pack_next(&pack, "", "", false, &at))
            continue;
        ASSERT(diags->errors == 0);
    } else {
        ASSERT(err.kind != ERR_NONE);
    }
    pack_close(&pack);
    free(diags);
    return 0;
}
