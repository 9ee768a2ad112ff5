// tests/unit/test_base_utf8.c — valid and broken UTF-8, letters, normal form, invisible characters. Never: a locale.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/utf8.h"
#include <string.h>

static bool valid(const char *text) { return utf8_valid(text, strlen(text)); }

static void test_valid_and_broken(void **unused) {
    (void)unused;
    assert_true(valid(""));
    assert_true(valid("plain"));
    assert_true(valid("\xC3\xA9 \xE0\xA6\x95 \xF0\x9F\x98\x80"));
    assert_false(valid("\xC3"));                 // cut
    assert_false(valid("\x80"));                 // continuation alone
    assert_false(valid("\xC0\xAF"));             // overlong slash
    assert_false(valid("\xE0\x80\xAF"));         // overlong slash in three
    assert_false(valid("\xED\xA0\x80"));         // surrogate
    assert_false(valid("\xF4\x90\x80\x80"));     // past U+10FFFF
    assert_false(valid("\xF8\x88\x80\x80\x80")); // five bytes
    assert_true(utf8_valid("a\0b", 3));
}

// Runs of plain bytes are passed in steps: a broken letter is found wherever it stands in them.
static void test_broken_letters_behind_plain_ones(void **unused) {
    (void)unused;
    static const struct {
        const char *letter;
        bool good;
    } rows[] = {
            {"\xC3\xA9",         true },
            {"\xE0\xA6\x95",     true },
            {"\xF0\x9F\x98\x80", true },
            {"\xC3",             false},
            {"\x80",             false},
            {"\xC0\xAF",         false},
            {"\xC3\xC3",         false},
            {"\xE0\x80\xAF",     false},
            {"\xED\xA0\x80",     false},
            {"\xF4\x90\x80\x80", false},
    };
    for (size_t row = 0; row < ARRAY_COUNT(rows); row++) {
        for (size_t before = 0; before < 20; before++) {
            for (size_t behind = 0; behind < 20; behind++) {
                char text[64] = "";
                memset(text, 'a', before);
                memcpy(text + before, rows[row].letter, strlen(rows[row].letter));
                size_t length = strlen(text);
                memset(text + length, 'z', behind);
                assert_int_equal(valid(text), rows[row].good);
            }
        }
    }
}

static void test_next_walks_and_put_writes_back(void **unused) {
    (void)unused;
    static const uint32_t points[] = {
            'a', 0x7F, 0x80, 0x7FF, 0x800, 0xD7FF, 0xE000, 0xFFFD, 0x10000, 0x10FFFF};
    char text[64];
    size_t length = 0;
    for (size_t i = 0; i < ARRAY_COUNT(points); i++) {
        length += utf8_put(points[i], text + length);
    }
    assert_int_equal(length, 1 + 1 + 2 + 2 + 3 * 4 + 4 * 2);
    assert_true(utf8_valid(text, length));
    size_t at = 0;
    for (size_t i = 0; i < ARRAY_COUNT(points); i++) {
        assert_int_equal(utf8_next(text, length, &at), points[i]);
    }
    assert_int_equal(at, length);
    assert_int_equal(utf8_next(text, length, &at), 0);
    assert_int_equal(at, length);
}

static void test_put_refuses_what_is_no_character(void **unused) {
    (void)unused;
    char out[4];
    assert_int_equal(utf8_put(0xD800, out), 0);
    assert_int_equal(utf8_put(0x110000, out), 0);
}

// A valid prefix is promised, yet a cut one must not be read past its end.
static void test_next_never_passes_the_end(void **unused) {
    (void)unused;
    static const char *const cut[] = {"\xC3", "\xE0\xA6", "\xF0\x9F\x98"};
    for (size_t i = 0; i < ARRAY_COUNT(cut); i++) {
        size_t length = strlen(cut[i]), at = 0;
        while (at < length)
            (void)utf8_next(cut[i], length, &at);
        assert_int_equal(at, length);
    }
}

static void test_letters_as_a_reader_counts(void **unused) {
    (void)unused;
    static const struct {
        const char *text;
        size_t letters;
    } rows[] = {
            {"",                                             0},
            {"abc",                                          3},
            {"e\xCC\x81t\xC3\xA9",                           3}, // e + accent, t, accented e
            {"\r\n",                                         1},
            {"\xE0\xA6\x95\xE0\xA6\xBF",                     1}, // Bengali ki
            {"\xF0\x9F\x87\xA8\xF0\x9F\x87\xAD",             1}, // a flag of two letters
            {"\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x94\xAC", 1}, // joined with U+200D
    };
    for (size_t i = 0; i < ARRAY_COUNT(rows); i++) {
        assert_int_equal(utf8_letters(rows[i].text, strlen(rows[i].text)), rows[i].letters);
    }
    char longer[3000];
    memset(longer, 'a', sizeof longer);
    assert_int_equal(utf8_letters(longer, sizeof longer), sizeof longer);
}

static void test_normal_form(void **unused) {
    (void)unused;
    char out[16];
    size_t length = 99;
    assert_true(utf8_normalize("e\xCC\x81", 3, out, sizeof out, &length));
    assert_int_equal(length, 2);
    assert_memory_equal(out, "\xC3\xA9", 2);
    assert_true(utf8_normalize("", 0, out, sizeof out, &length));
    assert_int_equal(length, 0);
    assert_true(utf8_normalize("0123456789abcdef", 16, out, sizeof out, &length));
    assert_int_equal(length, 16);
    assert_false(utf8_normalize("0123456789abcdefg", 17, out, sizeof out, &length));
}

static void test_controls(void **unused) {
    (void)unused;
    assert_true(utf8_is_control(0, true));
    assert_true(utf8_is_control('\n', false));
    assert_false(utf8_is_control('\n', true));
    assert_false(utf8_is_control('\t', true));
    assert_true(utf8_is_control('\r', true));
    assert_true(utf8_is_control(0x7F, true));
    assert_true(utf8_is_control(0x85, true));
    assert_true(utf8_is_control(0x2028, true));
    assert_true(utf8_is_control(0x2029, true));
    assert_false(utf8_is_control(' ', false));
    assert_false(utf8_is_control(0xA0, false));
}

static void test_invisible(void **unused) {
    (void)unused;
    static const uint32_t hidden[] = {
            0x200B, 0x200E, 0x202E, 0x2066, 0x2069, 0xFEFF, 0x00AD, 0x061C, 0xE0041};
    for (size_t i = 0; i < ARRAY_COUNT(hidden); i++)
        assert_true(utf8_is_invisible(hidden[i]));
    assert_false(utf8_is_invisible('a'));
    assert_false(utf8_is_invisible(0x0995));
    assert_false(utf8_is_invisible(0x2010));
}

static void test_marks(void **unused) {
    (void)unused;
    static const uint32_t marks[] = {0x300, 0x36F, 0x64B, 0x93C, 0xBCC, 0x20DD, 0x302A};
    static const uint32_t none[] = {'a', 0xE9, 0x5D0, 0x939, 0x65E5, 0x1F600, 0x10FFFF};
    for (size_t i = 0; i < ARRAY_COUNT(marks); i++)
        assert_true(utf8_is_mark(marks[i]));
    for (size_t i = 0; i < ARRAY_COUNT(none); i++)
        assert_false(utf8_is_mark(none[i]));
}

static void test_letters_and_their_case(void **unused) {
    (void)unused;
    assert_int_equal(utf8_letter('a'), UTF8_SMALL);
    assert_int_equal(utf8_letter(0x00C9), UTF8_CAPITAL);  // É
    assert_int_equal(utf8_letter(0x0414), UTF8_CAPITAL);  // Д
    assert_int_equal(utf8_letter(0x0623), UTF8_CASELESS); // an Arabic letter
    assert_int_equal(utf8_letter(0x4E2D), UTF8_CASELESS); // a Chinese one
    assert_int_equal(utf8_letter('7'), UTF8_NO_LETTER);
    assert_int_equal(utf8_letter(' '), UTF8_NO_LETTER);
}

int main(void) {
    const struct CMUnitTest tests[] = {
            cmocka_unit_test(test_valid_and_broken),
            cmocka_unit_test(test_broken_letters_behind_plain_ones),
            cmocka_unit_test(test_next_walks_and_put_writes_back),
            cmocka_unit_test(test_put_refuses_what_is_no_character),
            cmocka_unit_test(test_next_never_passes_the_end),
            cmocka_unit_test(test_letters_as_a_reader_counts),
            cmocka_unit_test(test_normal_form),
            cmocka_unit_test(test_controls),
            cmocka_unit_test(test_invisible),
            cmocka_unit_test(test_marks),
            cmocka_unit_test(test_letters_and_their_case),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
