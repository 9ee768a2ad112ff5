// client/picture.h — pixels to a PNG file. Never: draws.
#ifndef CLIENT_PICTURE_H
#define CLIENT_PICTURE_H
#include "base/err.h"

// rgba holds width * height * 4 bytes R G B A; alpha is left out. The same pixels give the same bytes.
MUST_USE bool picture_write_png(
        const char *path, const uint8_t *rgba, int32_t width, int32_t height, Err *err);

#endif // CLIENT_PICTURE_H
