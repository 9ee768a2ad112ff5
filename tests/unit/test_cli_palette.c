// tests/unit/test_cli_palette.c — assets/theme.lua is really read; a broken one says where and falls back. Never: draws.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/file.h"
#include "cli/desk.h"
#include "cli/palette.h"
#include "own_folder.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

typedef struct Written {
    char path[64];
    Theme themes[THEMES_COUNT];
    Err err;
    bool good;
} Written;

static Written read_words(const char *words) {
    Written written = {.path = "/tmp/convene-palette-XXXXXX"};
    int file = mkstemp(written.path);
    assert_true(file >= 0);
    assert_int_equal(write(file, words, strlen(words)), (ssize_t)strlen(words));
    close(file);
    written.good = palette_read(written.path, written.themes, &written.err);
    unlink(written.path);
    return written;
}

static void assert_built_in(const Theme *themes) {
    for (int32_t kind = 0; kind < THEMES_COUNT; kind++) {
        Theme theme = theme_default((ThemeKind)kind);
        assert_memory_equal(&themes[kind], &theme, sizeof theme);
    }
}

static void test_the_file_of_the_program(void **state) {
    (void)state;
    Theme themes[THEMES_COUNT];
    Err err = {0};
    if (!palette_read("assets/theme.lua", themes, &err)) fail_msg("%s", err.what);
    assert_built_in(themes);
}

static void test_a_changed_colour_is_used(void **state) {
    (void)state;
    Written w = read_words("-- mine\nreturn { dark = { accent = \"#123456\" },\n}\n");
    assert_true(w.good);
    assert_int_equal(w.themes[THEME_DARK].colors[COLOR_ACCENT].r, 0x12);
    assert_int_equal(w.themes[THEME_DARK].colors[COLOR_ACCENT].b, 0x56);
    Theme light = theme_default(THEME_LIGHT);
    assert_memory_equal(&w.themes[THEME_LIGHT], &light, sizeof light);
}

// What is wrong, in which line, and what to write instead; the colours are the built-in ones.
static void test_broken_files(void **state) {
    (void)state;
    static const struct {
        const char *words, *line;
    } broken[] = {
            {"return { light = { accent = \"#12345\" } }",                         "line 1"},
            {"return {\n light = { accent = \"#12345G\" } }",                      "line 2"},
            {"return {\n light = {\n glitter = \"#123456\" } }",                   "line 3"},
            {"return {\n pink = { accent = \"#123456\" } }",                       "line 2"},
            {"light = {}",                                                         "line 1"},
            {"return { light = { accent = \"#123456\" }\n",                        "line 2"},
            {"return {}\nprint(1)",                                                "line 2"},
            {"return { light = { accent = \"#123456",                              "line 1"},
            {"return { dark = { accent = \"#101010\" }, light = { accent = 7 } }",
             "line 1"                                                                      },
            {"",                                                                   "line 1"}
    };
    for (size_t i = 0; i < ARRAY_COUNT(broken); i++) {
        Written w = read_words(broken[i].words);
        if (w.good) fail_msg("it is taken: %s", broken[i].words);
        assert_non_null(strstr(w.err.where, broken[i].line));
        assert_true(strlen(w.err.what) > 20);
        assert_true(strlen(w.err.fix) > 5);
        assert_built_in(w.themes);
    }
    Theme themes[THEMES_COUNT];
    Err err = {0};
    assert_false(palette_read("/tmp/convene-there-is-no-such-file", themes, &err));
    assert_built_in(themes);
}

// The window's colours come from the file, not from the table in the program.
static void test_the_desk_hands_it_to_the_window(void **state) {
    (void)state;
    Err err = {0};
    AppSettings settings = {.theme = THEME_DARK};
    char folder[OWN_FOLDER_BYTES];
    assert_true(own_folder_make(folder, "palette"));
    Desk *desk = desk_open(folder, "en", &settings, &err);
    assert_non_null(desk);
    assert_ptr_equal(desk->app.themes, desk->themes);
    desk->themes[THEME_DARK].colors[COLOR_ACCENT] = color_hex(0x010203);
    assert_int_equal(app_theme(&desk->app).colors[COLOR_ACCENT].g, 2);
    desk_close(desk);
    assert_int_equal(own_folder_remove(folder), 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
            cmocka_unit_test(test_the_file_of_the_program),
            cmocka_unit_test(test_a_changed_colour_is_used),
            cmocka_unit_test(test_broken_files),
            cmocka_unit_test(test_the_desk_hands_it_to_the_window),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
