// client/picture.c — writes PNG with libpng, no dates inside. Never: draws.
#include "client/picture.h"
#include <errno.h>
#include <png.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static uint8_t *without_alpha(const uint8_t *rgba, size_t pixels) {
    uint8_t *rgb = malloc(pixels * 3);
    ASSERT(rgb);
    for (size_t i = 0; i < pixels; i++)
        memcpy(rgb + 3 * i, rgba + 4 * i, 3);
    return rgb;
}

MUST_USE bool picture_write_png(
        const char *path, const uint8_t *rgba, int32_t width, int32_t height, Err *err) {
    png_image image = {.version = PNG_IMAGE_VERSION,
            .width = (png_uint_32)width,
            .height = (png_uint_32)height,
            .format = PNG_FORMAT_RGB};
    uint8_t *rgb = without_alpha(rgba, (size_t)width * (size_t)height);
    errno = 0;
    int written = png_image_write_to_file(&image, path, 0, rgb, 0, NULL);
    int problem = errno;
    free(rgb);
    if (written) return true;
    err_set(err, ERR_SYSTEM, "The picture cannot be saved: %s.",
            problem ? strerror(problem) : image.message);
    err_where(err, "%s", path);
    return err_fix(err, "Choose a folder that exists and that you may write to.");
}
