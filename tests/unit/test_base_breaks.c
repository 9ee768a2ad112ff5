// tests/unit/test_base_breaks.c — where lines and letters may be divided, and scripts. Never: fonts.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/breaks.h"
#include <string.h>

enum { POINTS_MAX = 32 };

// The breaks as text, one sign for each code point: '|' a line may begin, '.' only a letter, '-' neither.
static const char *pattern(const uint32_t *text, size_t count, char out[POINTS_MAX + 1]) {
    uint8_t lines[POINTS_MAX], letters[POINTS_MAX];
    breaks_find(text, count, lines, letters);
    for (size_t i = 0; i < count; i++) {
        out[i] = '-';
        if (letters[i]) out[i] = '.';
        if (lines[i]) out[i] = '|';
    }
    out[count] = 0;
    return out;
}

static void test_lines_begin_after_spaces(void **unused) {
    (void)unused;
    char out[POINTS_MAX + 1];
    static const uint32_t text[] = {'a', 'n', ' ', 'o', 'p', 'e', 'n', ' ', 'd', 'o'};
    assert_string_equal(pattern(text, ARRAY_COUNT(text), out), "...|....|.");
}

static void test_marks_stay_with_their_letter(void **unused) {
    (void)unused;
    char out[POINTS_MAX + 1];
    static const uint32_t accent[] = {'e', 0x301, 'a'};
    assert_string_equal(pattern(accent, 3, out), ".-.");
    static const uint32_t bengali[] = {0x995, 0x9BF, 0x995};
    assert_string_equal(pattern(bengali, 3, out), ".-.");
}

static void test_no_break_space_holds(void **unused) {
    (void)unused;
    char out[POINTS_MAX + 1];
    static const uint32_t text[] = {'5', 0xA0, '%', ' ', 'x'};
    assert_string_equal(pattern(text, 5, out), "....|");
}

static void test_zero_width_space_opens(void **unused) {
    (void)unused;
    char out[POINTS_MAX + 1];
    static const uint32_t text[] = {0xE01, 0x200B, 0xE02};
    assert_int_equal(pattern(text, 3, out)[2], '|');
}

static void test_the_first_and_the_empty(void **unused) {
    (void)unused;
    uint8_t lines = 7, letters = 7;
    breaks_find(NULL, 0, &lines, &letters);
    assert_int_equal(lines, 7);
    static const uint32_t one[] = {0x301};
    breaks_find(one, 1, &lines, &letters);
    assert_int_equal(lines, 0);
    assert_int_equal(letters, 1);
}

static void test_scripts(void **unused) {
    (void)unused;
    assert_string_equal(breaks_script('a'), "Latn");
    assert_string_equal(breaks_script(0x0995), "Beng");
    assert_string_equal(breaks_script(0x0627), "Arab");
    assert_string_equal(breaks_script(0x1208), "Ethi");
    assert_string_equal(breaks_script('7'), "");
    assert_string_equal(breaks_script(0x0301), "");
    assert_string_equal(breaks_script(0x10300), "Zyyy");       // Old Italic has no row
    assert_memory_equal(breaks_script(0x0378), "\0\0\0\0", 5); // not assigned to anything
}

int main(void) {
    const struct CMUnitTest tests[] = {
            cmocka_unit_test(test_lines_begin_after_spaces),
            cmocka_unit_test(test_marks_stay_with_their_letter),
            cmocka_unit_test(test_no_break_space_holds),
            cmocka_unit_test(test_zero_width_space_opens),
            cmocka_unit_test(test_the_first_and_the_empty),
            cmocka_unit_test(test_scripts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
