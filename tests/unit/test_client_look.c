// tests/unit/test_client_look.c — themes, contrast, actor looks, masks, icons, words, pictures. Never: screens.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/bytes.h"
#include "base/file.h"
#include "client/icons.h"
#include "client/path.h"
#include "client/picture.h"
#include "client/theme.h"
#include "client/window.h"
#include "client/words.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

// x to the power of 2.4 for x in 0..1: the fifth root of x^12 by Newton's steps.
static double power_2_4(double x) {
    double twelfth = x * x * x * x, root = 0.5;
    twelfth = twelfth * twelfth * twelfth;
    for (int32_t i = 0; i < 60; i++)
        root = (4 * root + twelfth / (root * root * root * root)) / 5;
    return root;
}

static double channel(uint8_t value) {
    double c = value / 255.0;
    return c <= 0.04045 ? c / 12.92 : power_2_4((c + 0.055) / 1.055);
}

static double luminance(Color c) {
    return 0.2126 * channel(c.r) + 0.7152 * channel(c.g) + 0.0722 * channel(c.b);
}

static double contrast(Color a, Color b) {
    double x = luminance(a), y = luminance(b);
    return x > y ? (x + 0.05) / (y + 0.05) : (y + 0.05) / (x + 0.05);
}

static void expect_contrast(
        const Theme *theme, ColorToken ink, ColorToken ground, double least) {
    double found = contrast(theme->colors[ink], theme->colors[ground]);
    if (found < least) {
        fail_msg("%s: %s on %s has contrast %.1f, wanted %.1f",
                theme_kind_name(theme->kind), theme_color_name(ink),
                theme_color_name(ground), found, least);
    }
}

static void test_texts_and_edges_can_be_seen(void **state) {
    (void)state;
    static const ColorToken INKS[] = {
            COLOR_TEXT, COLOR_MUTED, COLOR_ACCENT, COLOR_GOOD, COLOR_CARE, COLOR_ALARM};
    static const ColorToken GROUNDS[] = {COLOR_GROUND, COLOR_SURFACE, COLOR_SUNK};
    for (int32_t kind = 0; kind < THEMES_COUNT; kind++) {
        Theme theme = theme_default((ThemeKind)kind);
        for (size_t g = 0; g < ARRAY_COUNT(GROUNDS); g++) {
            for (size_t i = 0; i < ARRAY_COUNT(INKS); i++)
                expect_contrast(&theme, INKS[i], GROUNDS[g], 4.5);
            expect_contrast(&theme, COLOR_EDGE, GROUNDS[g], 3.0);
        }
        expect_contrast(&theme, COLOR_ON_ACCENT, COLOR_ACCENT, 4.5);
    }
}

static void test_actors_differ_by_shape_and_can_be_read(void **state) {
    (void)state;
    for (int32_t kind = 0; kind < THEMES_COUNT; kind++) {
        Theme theme = theme_default((ThemeKind)kind);
        for (int32_t i = 0; i < ACTOR_LOOKS_COUNT; i++) {
            ActorLook a = theme_actor(&theme, i);
            assert_true(contrast(a.color, a.ink) >= 4.5);
            for (int32_t j = i + 1; j < ACTOR_LOOKS_COUNT; j++) {
                ActorLook b = theme_actor(&theme, j);
                assert_true(a.shape != b.shape || a.hollow != b.hollow);
            }
        }
    }
}

// assets/theme.lua and the built-in table say the same.
static void test_theme_file_equals_the_table(void **state) {
    (void)state;
    Region region = {0};
    Bytes file = {0};
    Err err = {0};
    assert_true(file_read(&region, "assets/theme.lua", 1 << 16, &file, &err));
    const char *text = (const char *)file.data;
    for (int32_t kind = 0; kind < THEMES_COUNT; kind++) {
        char section[32];
        snprintf(section, sizeof section, "\n  %s = {", theme_kind_name((ThemeKind)kind));
        const char *at = strstr(text, section);
        assert_non_null(at);
        const char *end = strstr(at + 4, "\n  }");
        Theme theme = theme_default((ThemeKind)kind);
        for (int32_t i = 1; i < COLORS_COUNT; i++) {
            char entry[64];
            Color c = theme.colors[i];
            snprintf(entry, sizeof entry, " %s = \"#%02X%02X%02X\"",
                    theme_color_name((ColorToken)i), c.r, c.g, c.b);
            const char *found = strstr(at, entry);
            if (!found || found > end)
                fail_msg("assets/theme.lua lacks%s in %s", entry,
                        theme_kind_name((ThemeKind)kind));
        }
    }
    region_clear(&region);
}

static void test_theme_by_name(void **state) {
    (void)state;
    ThemeKind kind = THEME_LIGHT;
    assert_true(theme_kind_of("dark", &kind));
    assert_int_equal(kind, THEME_DARK);
    assert_false(theme_kind_of("pink", &kind));
    Theme theme = theme_default(kind);
    assert_true(theme_set(&theme, "accent", color_hex(0x123456)));
    assert_int_equal(theme.colors[COLOR_ACCENT].g, 0x34);
    assert_false(theme_set(&theme, "glitter", color_hex(0)));
}

static void test_tags(void **state) {
    (void)state;
    static const char *const NAMES[][2] = {
            {"Riverside Link",           "RL"              },
            {"Parents' Circle",          "PC"              },
            {"council",                  "Co"              },
            {"Think-and-Do Institute",   "TA"              },
            {"\xD8\xA8\xD9\x84\xD8\xAF", "\xD8\xA8\xD9\x84"},
            {"X",                        "X"               },
            {"",                         ""                }
    };
    for (size_t i = 0; i < ARRAY_COUNT(NAMES); i++) {
        char tag[16];
        theme_actor_tag(NAMES[i][0], tag);
        assert_string_equal(tag, NAMES[i][1]);
    }
}

// A full square covers each pixel, a half pixel covers half, overlapping parts do not cut holes.
static void test_masks(void **state) {
    (void)state;
    Path *path = calloc(1, sizeof *path);
    assert_non_null(path);
    uint8_t mask[16];
    PathPoint square[4] =
            {
                    {64,  64 },
                    {192, 64 },
                    {192, 192},
                    {64,  192}
    },
              back[4] = {{64, 64}, {64, 192}, {160, 192}, {160, 64}};
    path_add_polygon(path, square, 4);
    path_add_polygon(path, back, 4);
    path_mask(path, 4, 4, mask);
    assert_int_equal(mask[0], 0);
    assert_int_equal(mask[5], 255);
    assert_int_equal(mask[10], 255);
    assert_int_equal(mask[15], 0);
    path_reset(path);
    PathPoint half[4] = {
            {0,  0  },
            {32, 0  },
            {32, 256},
            {0,  256}
    };
    path_add_polygon(path, half, 4);
    path_mask(path, 4, 4, mask);
    assert_in_range(mask[4], 126, 128);
    for (int32_t i = 0; i < 3000; i++)
        path_add_circle(path, i, i, 640);
    assert_true(path->points_count <= PATH_POINTS_MAX
                && path->contours_count <= PATH_CONTOURS_MAX);
    free(path);
}

static void test_every_icon_draws_something_inside(void **state) {
    (void)state;
    Path *path = calloc(1, sizeof *path);
    uint8_t *mask = malloc(48 * 48);
    assert_non_null(path);
    assert_non_null(mask);
    for (int32_t i = 1; i < ICONS_COUNT; i++) {
        path_reset(path);
        icon_outline((IconKind)i, 48, path);
        path_mask(path, 48, 48, mask);
        int32_t inked = 0, border = 0;
        for (int32_t p = 0; p < 48 * 48; p++) {
            bool edge = p % 48 == 0 || p % 48 == 47 || p < 48 || p >= 47 * 48;
            inked += mask[p] > 128;
            border += edge && mask[p] > 128;
        }
        if (inked < 60 || border > 0)
            fail_msg("icon %s: %d inked, %d on the border", icon_name((IconKind)i), inked,
                    border);
        assert_int_equal(icon_of(icon_name((IconKind)i)), i);
    }
    assert_int_equal(icon_of("unknown"), ICON_NONE);
    free(mask);
    free(path);
}

// The same strokes as SVG: circles and dots as elements, lines as one path.
static void svg_of(IconKind icon, Buffer *out) {
    Buffer path = {0}, rounds = {0};
    char command = 0;
    int x = 0, y = 0, r = 0, used = 0;
    for (const char *at = icon_strokes(icon); *at;) {
        if (sscanf(at, " O %d %d %d%n", &x, &y, &r, &used) == 3) {
            buffer_format(&rounds, "  <circle cx=\"%d\" cy=\"%d\" r=\"%d\"/>\n", x, y, r);
        } else if (sscanf(at, " D %d %d %d%n", &x, &y, &r, &used) == 3) {
            buffer_format(&rounds,
                    "  <circle cx=\"%d\" cy=\"%d\" r=\"%d\" fill=\"currentColor\" "
                    "stroke=\"none\"/>\n",
                    x, y, r);
        } else if (sscanf(at, " %c %d %d%n", &command, &x, &y, &used) == 3) {
            buffer_format(&path, "%s%c%d %d", path.length ? " " : "", command, x, y);
        } else {
            assert_int_equal(sscanf(at, " Z%n", &used), 0);
            buffer_add_text(&path, " Z");
        }
        at += used;
    }
    buffer_add_text(out, "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 48 48\" "
                         "width=\"24\" height=\"24\" fill=\"none\" "
                         "stroke=\"currentColor\" stroke-width=\"4\" "
                         "stroke-linecap=\"round\" stroke-linejoin=\"round\">\n");
    if (path.length) buffer_format(out, "  <path d=\"%s\"/>\n", path.data);
    buffer_format(out, "%s</svg>\n", rounds.length ? rounds.data : "");
    buffer_free(&path);
    buffer_free(&rounds);
}

// assets/icons holds the same drawings for the browser. CONVENE_ACCEPT=1 writes them anew.
static void test_icon_files_equal_the_table(void **state) {
    (void)state;
    for (int32_t i = 1; i < ICONS_COUNT; i++) {
        char path[120];
        Err err = {0};
        Region region = {0};
        Bytes file = {0};
        Buffer svg = {0};
        snprintf(path, sizeof path, "assets/icons/%s.svg", icon_name((IconKind)i));
        svg_of((IconKind)i, &svg);
        if (getenv("CONVENE_ACCEPT"))
            assert_true(file_write(path, svg.data, svg.length, &err));
        if (!file_read(&region, path, 1 << 16, &file, &err))
            fail_msg("%s: %s", path, err.what);
        bool same =
                file.length == svg.length && memcmp(file.data, svg.data, svg.length) == 0;
        if (!same)
            fail_msg("%s is not what icons.def says; run this test with CONVENE_ACCEPT=1",
                    path);
        buffer_free(&svg);
        region_clear(&region);
    }
}

static void test_words_are_filled(void **state) {
    (void)state;
    char out[64];
    const char *const pairs[] = {"round", "2", "rounds", "4", NULL};
    assert_true(word_fill(out, sizeof out, "Round {round} of {rounds}", pairs));
    assert_string_equal(out, "Round 2 of 4");
    assert_true(word_fill(out, sizeof out, "{other} {round", pairs));
    assert_string_equal(out, "{other} {round");
    assert_false(word_fill(out, 8, "Round {round} of {rounds}", pairs));
    assert_string_equal(out, "Round 2");
}

static void add_quoted(Buffer *out, const char *text) {
    for (; *text; text++)
        buffer_format(out, "%s%c", *text == '"' ? "\\" : "", *text);
}

// The full second language has every text of the window, translated from these very words.
static void test_words_are_in_the_catalogue(void **state) {
    (void)state;
    Region region = {0};
    Bytes file = {0};
    Err err = {0};
    assert_true(file_read(&region, "assets/l10n/ar.po", 1 << 22, &file, &err));
    for (int32_t i = 1; i < WORDS_COUNT; i++) {
        Buffer entry = {0};
        buffer_format(&entry, "msgctxt \"%s\"\nmsgid \"", word_id((Word)i));
        add_quoted(&entry, word_english((Word)i));
        buffer_add_text(&entry, "\"\nmsgstr \"");
        const char *found = strstr((const char *)file.data, entry.data);
        if (!found) fail_msg("assets/l10n/ar.po lacks %s as it is now", word_id((Word)i));
        if (found[entry.length] == '"')
            fail_msg("assets/l10n/ar.po: %s is not translated", word_id((Word)i));
        buffer_free(&entry);
    }
    region_clear(&region);
}

// Every engine text has its own id; sentences stay short (20 words) and hold no stray brace.
static void test_words_are_plain(void **state) {
    (void)state;
    for (int32_t i = 1; i < WORDS_COUNT; i++) {
        const char *text = word_english((Word)i);
        int32_t words = 0, open = 0;
        bool inside = false;
        for (const char *at = text; *at; at++) {
            open += (*at == '{') - (*at == '}');
            if (*at == '.' || *at == ':' || *at == ';' || *at == '?') words = -1;
            if (*at != ' ' && !inside) words++;
            inside = *at != ' ';
            if (words > 20)
                fail_msg("%s: a sentence of more than 20 words", word_id((Word)i));
        }
        assert_int_equal(open, 0);
        assert_true(*text);
        for (int32_t j = i + 1; j < WORDS_COUNT; j++)
            assert_string_not_equal(word_id((Word)i), word_id((Word)j));
    }
}

static void test_pictures_that_cannot_be_saved(void **state) {
    (void)state;
    Err err = {0};
    const uint8_t pixel[4] = {1, 2, 3, 255};
    assert_false(picture_write_png("/no/such/folder/a.png", pixel, 1, 1, &err));
    assert_int_equal(err.kind, ERR_SYSTEM);
    assert_string_equal(err.where, "/no/such/folder/a.png");
    Paint *paint = NULL;
    assert_false(paint_create(&paint, 0, 100, &err));
    assert_int_equal(err.kind, ERR_USAGE);
    assert_null(paint);
}

static void nothing(void *context, Ui *ui) {
    (void)context;
    (void)ui;
}

static void test_no_display_is_a_sentence(void **state) {
    (void)state;
    Err err = {0};
    setenv("SDL_VIDEODRIVER", "no-such-driver", 1);
    WindowSetup setup = {.title = "test", .ui = {.theme = theme_default(THEME_LIGHT)}};
    WindowApp app = {.screen = nothing};
    assert_false(window_run(&setup, &app, NULL, &err));
    assert_int_equal(err.kind, ERR_SYSTEM);
    assert_non_null(strstr(err.what, "display"));
    assert_true(*err.fix);
    unsetenv("SDL_VIDEODRIVER");
}

typedef struct Visit {
    int32_t frames, polls;
} Visit;

static void visit_screen(void *context, Ui *ui) {
    ((Visit *)context)->frames++;
    ui_text(ui, "Hello", (UiText){0});
}

static bool visit_poll(void *context) { return ++((Visit *)context)->polls == 3; }
static bool visit_finished(void *context) { return ((Visit *)context)->polls >= 6; }

// The loop draws at the start and when something came in, not on every turn.
static void test_window_draws_on_change_only(void **state) {
    (void)state;
    Err err = {0};
    Visit visit = {0};
    WindowFigures figures = {0};
    setenv("SDL_VIDEODRIVER", "dummy", 1);
    WindowSetup setup = {
            .title = "test",
            .width = 640,
            .height = 400,
            .software = true,
            .ui = {.scale_percent = 100, .theme = theme_default(THEME_LIGHT)}
    };
    WindowApp app = {.context = &visit,
            .screen = visit_screen,
            .poll = visit_poll,
            .poll_ms = 40,
            .finished = visit_finished};
    assert_true(window_run(&setup, &app, &figures, &err));
    assert_true(figures.frames >= 1);
    assert_true(figures.frames < visit.polls);
    unsetenv("SDL_VIDEODRIVER");
}

typedef struct Answer {
    int32_t frames, asked;
} Answer;

static void answer_screen(void *context, Ui *ui) {
    Answer *answer = context;
    answer->frames++;
    if (answer->frames == 1) answer->asked = 1;
    ui_text(ui, "Hello", (UiText){0});
}

static bool answer_poll(void *context) {
    Answer *answer = context;
    bool moved = answer->asked == 1;
    if (moved) answer->asked = 2;
    return moved;
}

static bool answer_finished(void *context) { return ((Answer *)context)->frames >= 2; }

// What a frame asks of the world is answered at once, without another key or mouse move.
static void test_window_answers_without_an_event(void **state) {
    (void)state;
    Err err = {0};
    Answer answer = {0};
    setenv("SDL_VIDEODRIVER", "dummy", 1);
    WindowSetup setup = {
            .title = "test",
            .width = 640,
            .height = 400,
            .software = true,
            .ui = {.scale_percent = 100, .theme = theme_default(THEME_LIGHT)}
    };
    WindowApp app = {.context = &answer,
            .screen = answer_screen,
            .poll = answer_poll,
            .finished = answer_finished};
    assert_true(window_run(&setup, &app, NULL, &err));
    assert_int_equal(answer.asked, 2);
    unsetenv("SDL_VIDEODRIVER");
}

int main(void) {
    const struct CMUnitTest tests[] = {
            cmocka_unit_test(test_texts_and_edges_can_be_seen),
            cmocka_unit_test(test_actors_differ_by_shape_and_can_be_read),
            cmocka_unit_test(test_theme_file_equals_the_table),
            cmocka_unit_test(test_theme_by_name),
            cmocka_unit_test(test_tags),
            cmocka_unit_test(test_masks),
            cmocka_unit_test(test_every_icon_draws_something_inside),
            cmocka_unit_test(test_icon_files_equal_the_table),
            cmocka_unit_test(test_words_are_filled),
            cmocka_unit_test(test_words_are_in_the_catalogue),
            cmocka_unit_test(test_words_are_plain),
            cmocka_unit_test(test_pictures_that_cannot_be_saved),
            cmocka_unit_test(test_no_display_is_a_sentence),
            cmocka_unit_test(test_window_draws_on_change_only),
            cmocka_unit_test(test_window_answers_without_an_event),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
