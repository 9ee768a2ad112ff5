// tests/fuzz/fuzz_pack_media.c — any bytes as a picture and as a sound: judged without reading past the end. Never: decodes.
#include "pack/image.h"
#include "pack/sound.h"
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    Diags *diags = calloc(1, sizeof *diags);
    ASSERT(diags != NULL);
    ImageSize extent = {0};
    if (image_check((Bytes){data, size}, "fuzz.png", &extent, diags)) {
        ASSERT(extent.width >= 1 && extent.height >= 1);
    }
    (void)!sound_check((Bytes){data, size}, "fuzz.ogg", diags);
    free(diags);
    return 0;
}
