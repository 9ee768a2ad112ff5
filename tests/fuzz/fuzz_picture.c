// tests/fuzz/fuzz_picture.c — any bytes as the head of a picture or a sound. Never: asserts more than safety.
#include "pack/image.h"
#include "pack/limits.h"
#include "pack/sound.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    Diags diags = {0};
    Bytes bytes = {data, size};
    ImageSize picture = {0};
    if (image_check(bytes, "fuzz.png", &picture, &diags)) {
        ASSERT(picture.width > 0 && picture.width <= PACK_PICTURE_SIDE_MAX);
        ASSERT(picture.height > 0 && picture.height <= PACK_PICTURE_SIDE_MAX);
    }
    bool sound = sound_check(bytes, "fuzz.ogg", &diags);
    ASSERT(!sound || picture.width == 0);
    return 0;
}
