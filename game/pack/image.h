// pack/image.h — may this picture be shown: kind and size from a PNG's first bytes. Never: decodes it.
#ifndef PACK_IMAGE_H
#define PACK_IMAGE_H
#include "base/bytes.h"
#include "base/diag.h"

typedef struct ImageSize {
    int32_t width, height; // pixels, 1..PACK_PICTURE_SIDE_MAX
} ImageSize;

// Pure over any bytes: a PNG with 8 bits a channel, not animated, whole to its last chunk, within
// the limits. Otherwise E410 about `file`. The pixels are not looked at.
MUST_USE bool image_check(Bytes png, const char *file, ImageSize *out, Diags *diags);

#endif // PACK_IMAGE_H
