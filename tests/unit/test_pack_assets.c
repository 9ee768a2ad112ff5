// tests/unit/test_pack_assets.c — pictures and sounds judged by their first bytes. Never: decodes one.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/bytes.h"
#include "pack/image.h"
#include "pack/limits.h"
#include "pack/sound.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void put_big(Buffer *out, uint32_t value) {
    uint8_t bytes[4] = {(uint8_t)(value >> 24), (uint8_t)(value >> 16),
            (uint8_t)(value >> 8), (uint8_t)value};
    buffer_add(out, bytes, 4);
}

static void put_little(Buffer *out, uint64_t value, size_t count) {
    for (size_t i = 0; i < count; i++) {
        uint8_t byte = (uint8_t)(value >> (8 * i));
        buffer_add(out, &byte, 1);
    }
}

static void put_chunk(Buffer *out, const char *type, const void *data, size_t length) {
    put_big(out, (uint32_t)length);
    buffer_add(out, type, 4);
    buffer_add(out, data, length);
    put_big(out, 0);
}

// Sign, header, the chunks named in `types` with four bytes each.
static void make_png(Buffer *out, uint32_t width, uint32_t height, uint8_t bits,
        uint8_t colour, const char *types) {
    buffer_reset(out);
    buffer_add(out, "\x89PNG\r\n\x1a\n", 8);
    put_big(out, 13);
    buffer_add(out, "IHDR", 4);
    put_big(out, width);
    put_big(out, height);
    uint8_t rest[] = {bits, colour, 0, 0, 0};
    buffer_add(out, rest, sizeof rest);
    put_big(out, 0);
    for (size_t i = 0; i + 4 <= strlen(types); i += 4) {
        bool end = strncmp(types + i, "IEND", 4) == 0;
        put_chunk(out, types + i, "abcd", end ? 0 : 4);
    }
}

static const char *judge_bytes(const char *data, size_t length, bool sound) {
    static const char *const codes[] = {"fine", "E410"};
    uint8_t *exact = malloc(length ? length : 1);
    assert_non_null(exact);
    if (length) memcpy(exact, data, length);
    Diags *diags = calloc(1, sizeof *diags);
    assert_non_null(diags);
    ImageSize size;
    Bytes bytes = {exact, length};
    bool good = sound ? sound_check(bytes, "a.ogg", diags)
                      : image_check(bytes, "a.png", &size, diags);
    assert_int_equal(good, diags->errors == 0);
    if (!good)
        assert_true(strcmp(diags->items[0].code, "E410") == 0 && diags->items[0].fix[0]);
    free(diags);
    free(exact);
    return codes[good ? 0 : 1];
}

static const char *judge(const Buffer *buffer, bool sound) {
    return judge_bytes(buffer->data, buffer->length, sound);
}

typedef struct Picture {
    uint32_t width, height;
    uint8_t bits, colour;
    const char *types, *verdict;
} Picture;

static void test_pictures(void **state) {
    (void)state;
    static const Picture pictures[] = {
            {1,                         1,                         8,  6, "IDATIEND",         "fine"},
            {PACK_PICTURE_SIDE_MAX,     PACK_PICTURE_SIDE_MAX,     8,  2, "PLTEIDATIDATIEND",
             "fine"                                                                                 },
            {PACK_PICTURE_SIDE_MAX + 1, 1,                         8,  6, "IDATIEND",         "E410"},
            {1,                         PACK_PICTURE_SIDE_MAX + 1, 8,  6, "IDATIEND",         "E410"},
            {0,                         1,                         8,  6, "IDATIEND",         "E410"},
            {1,                         0,                         8,  6, "IDATIEND",         "E410"},
            {1u << 31,                  1,                         8,  6, "IDATIEND",         "E410"},
            {1,                         0xffffffff,                8,  6, "IDATIEND",         "E410"},
            {1,                         1,                         16, 6, "IDATIEND",         "E410"},
            {1,                         1,                         1,  3, "IDATIEND",         "E410"},
            {1,                         1,                         8,  5, "IDATIEND",         "E410"},
            {1,                         1,                         8,  6, "acTLIDATIEND",     "E410"},
            {1,                         1,                         8,  6, "IDATacTLIEND",     "E410"},
            {1,                         1,                         8,  6, "IEND",             "E410"},
            {1,                         1,                         8,  6, "IDAT",             "E410"},
            {1,                         1,                         8,  6, "IHDRIDATIEND",     "E410"},
            {1,                         1,                         8,  6, "IDATIENDIDAT",     "E410"},
    };
    Buffer png = {0};
    for (size_t i = 0; i < ARRAY_COUNT(pictures); i++) {
        const Picture *p = &pictures[i];
        make_png(&png, p->width, p->height, p->bits, p->colour, p->types);
        if (strcmp(judge(&png, false), p->verdict) != 0) fail_msg("picture %zu", i);
    }
    buffer_free(&png);
}

static void test_picture_size_is_told(void **state) {
    (void)state;
    Buffer png = {0};
    make_png(&png, 640, 480, 8, 6, "IDATIEND");
    Diags *diags = calloc(1, sizeof *diags);
    ImageSize size = {0};
    assert_true(diags
                && image_check(
                        (Bytes){(uint8_t *)png.data, png.length}, "a.png", &size, diags));
    assert_int_equal(size.width, 640);
    assert_int_equal(size.height, 480);
    free(diags);
    buffer_free(&png);
}

// Cut anywhere, followed by anything, too large, or of another kind.
static void test_broken_pictures(void **state) {
    (void)state;
    Buffer png = {0};
    make_png(&png, 4, 4, 8, 6, "IDATIEND");
    for (size_t length = 0; length < png.length; length++) {
        assert_string_equal(judge_bytes(png.data, length, false), "E410");
    }
    buffer_add_text(&png, "PK");
    assert_string_equal(judge(&png, false), "E410");
    assert_string_equal(
            judge_bytes("\xff\xd8\xff\xe0 JFIF and so on, a renamed file", 35, false),
            "E410");
    make_png(&png, 4, 4, 8, 6, "IDAT");
    size_t rest = PACK_PICTURE_BYTES_MAX - png.length - 12 - 12;
    char *filler = calloc(1, rest + 1);
    assert_non_null(filler);
    put_chunk(&png, "IDAT", filler, rest);
    size_t before_end = png.length;
    put_chunk(&png, "IEND", "", 0);
    assert_int_equal(png.length, PACK_PICTURE_BYTES_MAX);
    assert_string_equal(judge(&png, false), "fine");
    png.length = before_end - 12 - rest;
    put_chunk(&png, "IDAT", filler, rest + 1);
    put_chunk(&png, "IEND", "", 0);
    assert_string_equal(judge(&png, false), "E410");
    free(filler);
    buffer_free(&png);
}

static void put_page(
        Buffer *out, uint64_t position, uint32_t stream, const void *data, uint8_t length) {
    buffer_add(out, "OggS", 4);
    put_little(out, 0, 2);
    put_little(out, position, 8);
    put_little(out, stream, 4);
    put_little(out, 0, 4); // number of the page
    put_little(out, 0, 4); // check sum
    put_little(out, 1, 1);
    put_little(out, length, 1);
    buffer_add(out, data, length);
}

static void make_ogg(Buffer *out, uint8_t channels, uint32_t rate, uint64_t samples) {
    Buffer ident = {0};
    buffer_add(&ident, "\x01vorbis\0\0\0\0", 11);
    put_little(&ident, channels, 1);
    put_little(&ident, rate, 4);
    put_little(&ident, 0, 7);
    put_little(&ident, 0, 7);
    buffer_reset(out);
    put_page(out, 0, 7, ident.data, (uint8_t)ident.length);
    put_page(out, UINT64_MAX, 7, "abcd", 4);
    put_page(out, samples, 7, "abcd", 4);
    buffer_free(&ident);
}

typedef struct Sound {
    uint8_t channels;
    uint32_t rate;
    uint64_t samples;
    const char *verdict;
} Sound;

static void test_sounds(void **state) {
    (void)state;
    static const Sound sounds[] = {
            {1, 44100,      44100,                              "fine"},
            {2, 48000,      48000 * PACK_SOUND_SECONDS_MAX,     "fine"},
            {2, 48000,      48000 * PACK_SOUND_SECONDS_MAX + 1, "E410"},
            {0, 44100,      1,                                  "E410"},
            {3, 44100,      1,                                  "E410"},
            {1, 0,          1,                                  "E410"},
            {1, 0xffffffff, 1,                                  "E410"},
            {1, 44100,      1ull << 63,                         "E410"},
    };
    Buffer ogg = {0};
    for (size_t i = 0; i < ARRAY_COUNT(sounds); i++) {
        make_ogg(&ogg, sounds[i].channels, sounds[i].rate, sounds[i].samples);
        if (strcmp(judge(&ogg, true), sounds[i].verdict) != 0) fail_msg("sound %zu", i);
    }
    make_ogg(&ogg, 1, 44100, 44100);
    put_page(&ogg, 5, 8, "other", 5);
    assert_string_equal(judge(&ogg, true), "E410");
    buffer_free(&ogg);
}

static void test_broken_sounds(void **state) {
    (void)state;
    Buffer ogg = {0};
    make_ogg(&ogg, 1, 44100, 44100);
    size_t page = 28 + 4, first = ogg.length - 2 * page;
    for (size_t length = 0; length < ogg.length; length++) {
        // Cut between two pages it is only shorter.
        const char *wanted = length == first || length == first + page ? "fine" : "E410";
        assert_string_equal(judge_bytes(ogg.data, length, true), wanted);
    }
    buffer_add_text(&ogg, "MZ");
    assert_string_equal(judge(&ogg, true), "E410");
    buffer_free(&ogg);
}

int main(void) {
    const struct CMUnitTest tests[] = {
            cmocka_unit_test(test_pictures),
            cmocka_unit_test(test_picture_size_is_told),
            cmocka_unit_test(test_broken_pictures),
            cmocka_unit_test(test_sounds),
            cmocka_unit_test(test_broken_sounds),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
