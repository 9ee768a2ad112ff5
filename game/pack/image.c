// pack/image.c — walks the chunks of a PNG. Never: decodes pixels.
#include "pack/image.h"
#include "pack/limits.h"
#include <string.h>

enum { SIGN_BYTES = 8, CHUNK_BYTES = 12, HEAD_BYTES = 13 };

static uint32_t big32(const uint8_t *at) {
    return (uint32_t)at[0] << 24 | (uint32_t)at[1] << 16 | (uint32_t)at[2] << 8 | at[3];
}

static bool refuse(Diags *diags, const char *file, const char *what, const char *fix) {
    Diag *diag = diags_add(diags, "E410", file, 0, 0, "%s", what);
    diag_expected(diag,
            "a PNG picture, 8 bits a colour, at most 2048 x 2048 and 2 MiB, not animated");
    diag_fix(diag, "%s", fix);
    return false;
}

static bool is_type(const uint8_t *chunk, const char *type) {
    return memcmp(chunk + 4, type, 4) == 0;
}

static bool is_colour_type(uint8_t type) {
    return type == 0 || type == 2 || type == 3 || type == 4 || type == 6;
}

// Types are checked up to the end chunk, which must be the last thing in the file: nothing is
// hidden behind a picture.
static bool check_chunks(Bytes png, const char *file, Diags *diags) {
    static const char again[] = "save the picture again as a plain PNG.";
    size_t at = SIGN_BYTES;
    bool pixels = false;
    while (png.length - at >= CHUNK_BYTES) {
        const uint8_t *chunk = png.data + at;
        size_t length = big32(chunk);
        if (length > png.length - at - CHUNK_BYTES) break;
        if (is_type(chunk, "acTL"))
            return refuse(diags, file, "This picture is animated.", again);
        if (is_type(chunk, "IHDR") && at > SIGN_BYTES) break;
        if (is_type(chunk, "IDAT")) pixels = true;
        at += CHUNK_BYTES + length;
        if (!is_type(chunk, "IEND")) continue;
        if (at == png.length && pixels) return true;
        return refuse(diags, file,
                "Something stands after the end of this picture, or it is empty.", again);
    }
    return refuse(diags, file, "This picture is cut off or damaged.", again);
}

bool image_check(Bytes png, const char *file, ImageSize *out, Diags *diags) {
    static const uint8_t sign[SIGN_BYTES] = {0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    if (png.length > PACK_PICTURE_BYTES_MAX) {
        return refuse(diags, file, "This picture has more than 2 MiB.", "save it smaller.");
    }
    bool head = png.length >= SIGN_BYTES + CHUNK_BYTES + HEAD_BYTES
                && memcmp(png.data, sign, SIGN_BYTES) == 0
                && big32(png.data + SIGN_BYTES) == HEAD_BYTES
                && is_type(png.data + SIGN_BYTES, "IHDR");
    if (!head) {
        return refuse(diags, file, "This file is no PNG picture.",
                "open it in a picture program and export it as PNG; renaming is not "
                "enough.");
    }
    const uint8_t *header = png.data + SIGN_BYTES + 8;
    uint32_t width = big32(header), height = big32(header + 4);
    if (width == 0 || height == 0 || width > PACK_PICTURE_SIDE_MAX
            || height > PACK_PICTURE_SIDE_MAX) {
        return refuse(diags, file, "This picture has more than 2048 points on one side.",
                "scale it down.");
    }
    if (header[8] != 8 || !is_colour_type(header[9]) || header[10] || header[11]
            || header[12] > 1) {
        return refuse(diags, file,
                "This picture has another number of bits than 8 a colour.",
                "save it as PNG with 8 bits a colour.");
    }
    *out = (ImageSize){(int32_t)width, (int32_t)height};
    return check_chunks(png, file, diags);
}
