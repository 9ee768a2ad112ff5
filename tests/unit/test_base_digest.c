// tests/unit/test_base_digest.c — BLAKE2b against published values, pieces, and the fast hash. Never: collisions by luck.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/digest.h"
#include <string.h>

static const char *hex_of(const void *data, size_t length, char out[65]) {
    Digest digest = digest_of(data, length);
    digest_hex(&digest, out);
    return out;
}

static void test_published_values(void **unused) {
    (void)unused;
    char hex[65];
    assert_string_equal(hex_of("", 0, hex),
            "0e5751c026e543b2e8ab2eb06099daa1d1e5df47778f7787faab45cdf12fe3a8");
    assert_string_equal(hex_of("abc", 3, hex),
            "bddd813c634239723171ef3fee98579b94964e3bb1cb3e427262c8c068d52319");
}

static void test_stream_equals_whole(void **unused) {
    (void)unused;
    char text[1000];
    for (size_t i = 0; i < sizeof text; i++)
        text[i] = (char)('a' + i % 26);
    Digest whole = digest_of(text, sizeof text);
    for (size_t step = 1; step <= 1000; step += 37) {
        DigestStream stream;
        digest_start(&stream);
        for (size_t at = 0; at < sizeof text; at += step) {
            size_t left = sizeof text - at;
            digest_add(&stream, text + at, left < step ? left : step);
        }
        Digest pieces = digest_end(&stream);
        assert_true(digest_equal(&whole, &pieces));
    }
}

static Digest of_pieces(const char *first, const char *second) {
    DigestStream stream;
    digest_start(&stream);
    digest_add_piece(&stream, first, strlen(first));
    digest_add_piece(&stream, second, strlen(second));
    return digest_end(&stream);
}

static void test_pieces_cannot_slide(void **unused) {
    (void)unused;
    Digest a = of_pieces("ab", "c"), b = of_pieces("a", "bc"), again = of_pieces("ab", "c");
    assert_false(digest_equal(&a, &b));
    assert_true(digest_equal(&a, &again));
}

static void test_equal_sees_every_byte(void **unused) {
    (void)unused;
    Digest a = digest_of("x", 1);
    for (int i = 0; i < DIGEST_BYTES; i++) {
        Digest b = a;
        b.bytes[i] ^= 1;
        assert_false(digest_equal(&a, &b));
    }
}

static void test_fast_sees_every_byte_length_and_seed(void **unused) {
    (void)unused;
    uint8_t bytes[100] = {0};
    for (size_t length = 0; length <= sizeof bytes; length++) {
        uint64_t hash = digest_fast(bytes, length, 1);
        assert_true(hash != digest_fast(bytes, length, 2));
        if (length > 0) assert_true(hash != digest_fast(bytes, length - 1, 1));
        for (size_t i = 0; i < length; i++) {
            bytes[i] = 1;
            assert_true(hash != digest_fast(bytes, length, 1));
            bytes[i] = 0;
        }
    }
}

// Fixed numbers: the same on every machine and compiler, or old records would not open.
static void test_fast_is_the_same_everywhere(void **unused) {
    (void)unused;
    static const uint8_t bytes[] =
            "Convene reads little-endian words. Four of them side by side, when "
            "there are enough of them.";
    assert_true(digest_fast(bytes, 0, 0) == 0);
    assert_true(digest_fast(bytes, 8, 0) == 0x03CDDE93AF6BD88Cu);
    assert_true(digest_fast(bytes + 1, 19, 7) == 0x874520AB09834007u);
    assert_true(digest_fast(bytes, 32, 0) == 0x8AA345D84AE79848u);
    assert_true(digest_fast(bytes, 34, 7) == 0xFAE7AC04AEFC184Eu);
    assert_true(digest_fast(bytes + 1, 90, 7) == 0x21C0292E32933484u);
}

int main(void) {
    const struct CMUnitTest tests[] = {
            cmocka_unit_test(test_published_values),
            cmocka_unit_test(test_stream_equals_whole),
            cmocka_unit_test(test_pieces_cannot_slide),
            cmocka_unit_test(test_equal_sees_every_byte),
            cmocka_unit_test(test_fast_sees_every_byte_length_and_seed),
            cmocka_unit_test(test_fast_is_the_same_everywhere),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
