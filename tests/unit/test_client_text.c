// tests/unit/test_client_text.c — scripts, directions, line breaks and fallback of the text layer. Never: screens.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/breaks.h"
#include "client/runs.h"
#include "client/text.h"
#include <stdlib.h>
#include <string.h>

typedef struct Desk {
    Paint *paint;
    Text *text;
} Desk;

static Desk desk_open(void) {
    Desk desk = {0};
    Err err = {0};
    bool ok = paint_create(&desk.paint, 900, 80, &err)
              && text_create(&desk.text, desk.paint, NULL, &err);
    if (!ok) print_error("%s %s\n", err.what, err.fix);
    assert_true(ok);
    return desk;
}

static void desk_close(Desk *desk) {
    text_destroy(desk->text);
    paint_destroy(desk->paint);
}

static TextStyle plain(void) { return (TextStyle){24, FONT_REGULAR, TEXT_AUTO}; }

static int32_t width_of(Desk *desk, const char *words) {
    return text_measure(desk->text, words, plain()).natural_w;
}

// Joined and conjunct forms are narrower or other than their letters one by one.
static void test_scripts_are_shaped(void **state) {
    (void)state;
    Desk desk = desk_open();
    static const struct {
        const char *whole, *parts[4];
    } WORDS[] = {
            {"\xD8\xA8\xD8\xA8\xD8\xA8",
             {"\xD8\xA8", "\xD8\xA8", "\xD8\xA8"}            }, // Arabic beh beh beh
            {"\xE0\xA6\x95\xE0\xA7\x8D\xE0\xA6\xB7",
             {"\xE0\xA6\x95", "\xE0\xA7\x8D", "\xE0\xA6\xB7"}}, // Bengali ksha
            {"\xE0\xA4\x95\xE0\xA5\x8D\xE0\xA4\xB7",
             {"\xE0\xA4\x95", "\xE0\xA5\x8D", "\xE0\xA4\xB7"}}, // Devanagari ksha
    };
    for (size_t i = 0; i < ARRAY_COUNT(WORDS); i++) {
        int32_t sum = 0;
        for (int32_t p = 0; WORDS[i].parts[p]; p++)
            sum += width_of(&desk, WORDS[i].parts[p]);
        int32_t whole = width_of(&desk, WORDS[i].whole);
        assert_true(whole > 0 && whole < sum - 3);
    }
    desk_close(&desk);
}

// Every script of the table of fonts shows its own letters, not the empty box.
static void test_each_script_has_letters(void **state) {
    (void)state;
    Fonts *fonts = NULL;
    Err err = {0};
    assert_true(fonts_create(&fonts, NULL, &err));
    static const uint32_t LETTERS[] = {'a', 0x3B1, 0x416, 0x628, 0x5D0, 0x995, 0x915, 0xA15,
            0xA95, 0xB15, 0xB95, 0xC15, 0xC95, 0xD15, 0xE01, 0x10D0, 0x531, 0x1200, 0x1000,
            0x1780, 0x2192};
    for (size_t i = 0; i < ARRAY_COUNT(LETTERS); i++) {
        int32_t face = fonts_face_for(fonts, LETTERS[i], breaks_script(LETTERS[i]));
        if (!fonts_face_has(fonts, face, LETTERS[i]))
            fail_msg("no picture of U+%04X", (unsigned)LETTERS[i]);
    }
    fonts_destroy(fonts);
}

static void test_figures_have_one_width(void **state) {
    (void)state;
    Desk desk = desk_open();
    int32_t width = width_of(&desk, "00000000");
    static const char *const ROWS[] = {"11111111", "77777777", "88888888", "40291735"};
    for (size_t i = 0; i < ARRAY_COUNT(ROWS); i++)
        assert_in_range(width_of(&desk, ROWS[i]), width - 2, width + 2);
    desk_close(&desk);
}

static void test_direction_is_found(void **state) {
    (void)state;
    Desk desk = desk_open();
    Paragraph *p = calloc(1, sizeof *p);
    assert_non_null(p);
    Fonts *fonts = NULL;
    Err err = {0};
    assert_true(fonts_create(&fonts, NULL, &err));
    // Arabic, the number 65, Arabic: the number keeps its own direction inside.
    const char *words = "\xD8\xA8\xD8\xA7 65 \xD8\xA8";
    runs_analyse(fonts, words, strlen(words), TEXT_AUTO, p);
    assert_true(p->rtl);
    assert_int_equal(p->letters[0].level, 1);
    assert_int_equal(p->letters[3].level, 2);
    runs_analyse(fonts, "Base 65", 7, TEXT_AUTO, p);
    assert_false(p->rtl);
    runs_analyse(fonts, "Base 65", 7, TEXT_RTL, p);
    assert_true(p->rtl);
    assert_int_equal(p->letters[0].level, 2);
    fonts_destroy(fonts);
    free(p);
    desk_close(&desk);
}

// A sign of another font does not drag the following text along.
static void test_fallback_returns_home(void **state) {
    (void)state;
    Paragraph *p = calloc(1, sizeof *p);
    assert_non_null(p);
    Fonts *fonts = NULL;
    Err err = {0};
    assert_true(fonts_create(&fonts, NULL, &err));
    const char *words = "a \xE2\x98\x85 b"; // black star
    runs_analyse(fonts, words, strlen(words), TEXT_AUTO, p);
    assert_int_equal(p->letters[0].face, 0);
    assert_int_not_equal(p->letters[2].face, 0);
    assert_int_equal(p->letters[3].face, 0);
    assert_int_equal(p->letters[4].face, 0);
    fonts_destroy(fonts);
    free(p);
}

static void test_lines_fill_and_break(void **state) {
    (void)state;
    Desk desk = desk_open();
    const char *words = "one two three four five";
    int32_t all = width_of(&desk, words),
            least = text_measure(desk.text, words, plain()).least_w;
    const TextBlock *block = text_layout(desk.text, words, plain(), all, 0);
    assert_int_equal(text_block_lines(block), 1);
    block = text_layout(desk.text, words, plain(), all * 2 / 3, 0);
    assert_int_equal(text_block_lines(block), 2);
    assert_true(text_block_width(block) <= all * 2 / 3);
    assert_int_equal(text_block_height(block), 2 * text_line_height(24));
    assert_false(text_block_cut(block));
    block = text_layout(desk.text, words, plain(), least - 5, 0);
    assert_true(text_block_cut(block));
    block = text_layout(desk.text, "one\n\nthree", plain(), all, 0);
    assert_int_equal(text_block_lines(block), 3);
    block = text_layout(desk.text, words, plain(), all * 2 / 3, 1);
    assert_int_equal(text_block_lines(block), 1);
    assert_true(text_block_cut(block));
    assert_true(text_block_width(block) <= all * 2 / 3);
    desk_close(&desk);
}

// "ab " then three Hebrew letters then " cd": the Hebrew stands between, from right to left.
static void test_a_caret_in_mixed_directions(void **state) {
    (void)state;
    static const char MIXED[] = "ab \xD7\xA9\xD7\x9C\xD7\x9D cd";
    Desk desk = desk_open();
    TextStyle style = plain();
    int32_t whole = width_of(&desk, MIXED), left = width_of(&desk, "ab .");
    left -= width_of(&desk, ".");
    int32_t right = left + width_of(&desk, "\xD7\xA9\xD7\x9C\xD7\x9D");
    assert_int_equal(text_caret(desk.text, MIXED, style, 0), 0);
    // Before the first Hebrew letter: its right edge. Behind the last one the line goes on after it.
    assert_in_range(text_caret(desk.text, MIXED, style, 3), right - 2, right + 2);
    int32_t second = text_caret(desk.text, MIXED, style, 5);
    assert_true(second < right && second > left);
    assert_true(text_caret(desk.text, MIXED, style, 7) < second);
    assert_in_range(text_caret(desk.text, MIXED, style, 9), right - 2, right + 2);
    assert_in_range(text_caret(desk.text, MIXED, style, 12), whole - 2, whole + 2);
    // A press finds the letter it is on, in either direction.
    for (int32_t at = 5; at <= 7; at += 2)
        assert_int_equal(text_letter_at(desk.text, MIXED, style,
                                 text_caret(desk.text, MIXED, style, at)),
                at);
    assert_int_equal(text_letter_at(desk.text, MIXED, style, -50), 0);
    assert_int_equal(text_letter_at(desk.text, MIXED, style, whole + 50), 12);
    desk_close(&desk);
}

// What is one stretch in the order of reading may be two on the screen.
static void test_a_selection_in_mixed_directions(void **state) {
    (void)state;
    static const char MIXED[] = "ab \xD7\xA9\xD7\x9C\xD7\x9D cd";
    Desk desk = desk_open();
    Rect parts[8];
    assert_int_equal(text_stretches(desk.text, MIXED, plain(), 0, 2, parts, 8), 1);
    assert_int_equal(parts[0].x, 0);
    // "b " and the first Hebrew letter: the letter is the last of three from the left.
    assert_int_equal(text_stretches(desk.text, MIXED, plain(), 1, 5, parts, 8), 2);
    assert_true(parts[1].x > parts[0].x + parts[0].w);
    assert_int_equal(text_stretches(desk.text, MIXED, plain(), 4, 4, parts, 8), 0);
    desk_close(&desk);
}

// In a line that reads from right to left the end is on the left, with its last spaces beyond.
static void test_a_caret_from_right_to_left(void **state) {
    (void)state;
    static const char HEBREW[] = "\xD7\xA9\xD7\x9C\xD7\x9D ";
    Desk desk = desk_open();
    TextStyle style = plain();
    assert_true(text_is_rtl(desk.text, HEBREW, style));
    assert_false(text_is_rtl(desk.text, "ab", style));
    int32_t w = width_of(&desk, HEBREW);
    assert_in_range(text_caret(desk.text, HEBREW, style, 0), w - 2, w + 2);
    assert_in_range(text_caret(desk.text, HEBREW, style, 6) + 2, 0, 4);
    assert_true(text_caret(desk.text, HEBREW, style, 7) < 0);
    assert_int_equal(text_caret(desk.text, "", style, 0), 0);
    desk_close(&desk);
}

static void test_bad_bytes_do_no_harm(void **state) {
    (void)state;
    Desk desk = desk_open();
    char wild[600];
    uint32_t seed = 7;
    for (int32_t round = 0; round < 40; round++) {
        for (size_t i = 0; i + 1 < sizeof wild; i++) {
            seed = seed * 1664525u + 1013904223u;
            wild[i] = (char)(1 + (seed >> 24) % 255);
        }
        wild[sizeof wild - 1] = 0;
        const TextBlock *block = text_layout(desk.text, wild, plain(), 300, 0);
        text_draw(desk.text, block, 0, 0, 300, ALIGN_LEFT, color_hex(0));
    }
    assert_int_equal(text_block_lines(text_layout(desk.text, "", plain(), 100, 0)), 1);
    desk_close(&desk);
}

static void test_missing_fonts_are_named(void **state) {
    (void)state;
    Fonts *fonts = NULL;
    Err err = {0};
    assert_false(fonts_create(&fonts, "/no/such/folder", &err));
    assert_int_equal(err.kind, ERR_SYSTEM);
    assert_non_null(strstr(err.fix, "fonts-noto-core"));
    assert_non_null(strstr(err.where, "/no/such/folder"));
}

static void test_breaks(void **state) {
    (void)state;
    const uint32_t text[] = {'a', ' ', 'b', 0x995, 0x9BF, '.'};
    uint8_t lines[6], letters[6];
    breaks_find(text, 6, lines, letters);
    assert_int_equal(lines[0], 0);
    assert_int_equal(lines[1], 0);
    assert_int_equal(lines[2], 1);
    assert_int_equal(letters[3], 1);
    assert_int_equal(letters[4], 0);
    assert_int_equal(lines[5], 0);
    assert_string_equal(breaks_script('a'), "Latn");
    assert_string_equal(breaks_script(0x995), "Beng");
    assert_string_equal(breaks_script('7'), "");
}

int main(void) {
    const struct CMUnitTest tests[] = {
            cmocka_unit_test(test_scripts_are_shaped),
            cmocka_unit_test(test_each_script_has_letters),
            cmocka_unit_test(test_figures_have_one_width),
            cmocka_unit_test(test_direction_is_found),
            cmocka_unit_test(test_fallback_returns_home),
            cmocka_unit_test(test_lines_fill_and_break),
            cmocka_unit_test(test_a_caret_in_mixed_directions),
            cmocka_unit_test(test_a_selection_in_mixed_directions),
            cmocka_unit_test(test_a_caret_from_right_to_left),
            cmocka_unit_test(test_bad_bytes_do_no_harm),
            cmocka_unit_test(test_missing_fonts_are_named),
            cmocka_unit_test(test_breaks),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
