// tests/unit/test_client_area.c — writing several lines: wrapping, up and down, selecting, scrolling, both directions. Never: the journal's screen.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/rng.h"
#include "base/utf8.h"
#include "client/picture.h"
#include "client/ui.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { WIDTH = 440, HEIGHT = 300, NOTE_BYTES = 200, LINES = 3, LINE_PX = 24 };

typedef struct Desk {
    Paint *paint;
    Ui *ui;
    char note[NOTE_BYTES], name[40];
    int32_t lines, sent;
} Desk;

static void screen(void *context, Ui *ui) {
    Desk *desk = context;
    ui_open(ui, (UiBox){.pad = 10, .gap = 10});
    ui_area(ui, "note", "Your note", desk->note, sizeof desk->note, desk->lines);
    ui_field(ui, "name", "Your name", desk->name, sizeof desk->name);
    if (ui_button(ui, (UiButton){.id = "send", .label = "Send", .rank = UI_PRIMARY}))
        desk->sent++;
    ui_close(ui);
}

static void open_desk(Desk *desk, bool rtl, const char *note) {
    Err err = {0};
    UiSetup setup = {.scale_percent = 100,
            .rtl = rtl,
            .reduced_motion = true,
            .theme = theme_default(THEME_LIGHT)};
    *desk = (Desk){.lines = LINES};
    snprintf(desk->note, sizeof desk->note, "%s", note);
    assert_true(paint_create(&desk->paint, WIDTH, HEIGHT, &err));
    assert_true(ui_create(&desk->ui, desk->paint, &setup, &err));
    ui_run(desk->ui, screen, desk, 0);
    ui_input(desk->ui, &(UiInput){.kind = UI_INPUT_KEY, .key = UI_KEY_TAB});
    ui_run(desk->ui, screen, desk, 0);
    assert_string_equal(ui_focused(desk->ui), "note");
}

static void close_desk(Desk *desk) {
    ui_destroy(desk->ui);
    paint_destroy(desk->paint);
}

// With CONVENE_SHOTS=folder the pictures are kept for a look.
static void keep(Desk *desk, const char *name) {
    const char *folder = getenv("CONVENE_SHOTS");
    if (!folder) return;
    char path[400];
    Err err = {0};
    uint8_t *pixels = malloc((size_t)WIDTH * HEIGHT * 4);
    assert_non_null(pixels);
    assert_true(paint_read(desk->paint, pixels, &err));
    snprintf(path, sizeof path, "%s/%s.png", folder, name);
    assert_true(picture_write_png(path, pixels, WIDTH, HEIGHT, &err));
    free(pixels);
}

static void key(Desk *desk, UiKey which, bool shift) {
    ui_input(desk->ui, &(UiInput){.kind = UI_INPUT_KEY, .key = which, .shift = shift});
    ui_run(desk->ui, screen, desk, 0);
}

static void type(Desk *desk, const char *text) {
    UiInput input = {.kind = UI_INPUT_TEXT};
    snprintf(input.text, sizeof input.text, "%s", text);
    ui_input(desk->ui, &input);
    ui_run(desk->ui, screen, desk, 0);
}

// Presses a line of those in sight, 0 the uppermost, px from the left edge of the field.
static void press_line(Desk *desk, int32_t line, int32_t x) {
    int32_t middle_x = 0, middle_y = 0;
    assert_true(ui_find(desk->ui, "note", &middle_x, &middle_y));
    int32_t top = middle_y - desk->lines * LINE_PX / 2;
    UiInput input = {.kind = UI_INPUT_PRESS, .x = 20 + x, .y = top + line * LINE_PX + 8};
    ui_input(desk->ui, &input);
    input.kind = UI_INPUT_RELEASE;
    ui_input(desk->ui, &input);
    ui_run(desk->ui, screen, desk, 0);
}

static void wheel(Desk *desk, int32_t steps) {
    int32_t x = 0, y = 0;
    assert_true(ui_find(desk->ui, "note", &x, &y));
    ui_input(desk->ui, &(UiInput){.kind = UI_INPUT_WHEEL, .x = x, .y = y, .steps = steps});
    ui_run(desk->ui, screen, desk, 0);
}

static void enter_begins_a_line(void **state) {
    (void)state;
    Desk desk;
    open_desk(&desk, false, "one");
    key(&desk, UI_KEY_ENTER, false);
    type(&desk, "two");
    assert_string_equal(desk.note, "one\ntwo");
    key(&desk, UI_KEY_UP, false);
    type(&desk, "!");
    assert_string_equal(desk.note, "one!\ntwo");
    key(&desk, UI_KEY_HOME, false);
    type(&desk, "-");
    key(&desk, UI_KEY_DOWN, false);
    key(&desk, UI_KEY_END, false);
    type(&desk, ".");
    assert_string_equal(desk.note, "-one!\ntwo.");
    assert_int_equal(desk.sent, 0);
    ui_input(desk.ui,
            &(UiInput){.kind = UI_INPUT_KEY, .key = UI_KEY_ENTER, .control = true});
    ui_run(desk.ui, screen, &desk, 0);
    assert_int_equal(desk.sent, 1);
    assert_string_equal(desk.note, "-one!\ntwo.");
    close_desk(&desk);
}

// A short line between two long ones does not lose the place; above the first and below the last are the ends.
static void up_and_down_keep_their_place(void **state) {
    (void)state;
    Desk desk;
    open_desk(&desk, false, "mmmmmm\nm\nmmmmmm");
    key(&desk, UI_KEY_LEFT, false);
    key(&desk, UI_KEY_UP, false);
    key(&desk, UI_KEY_UP, false);
    type(&desk, "x");
    assert_string_equal(desk.note, "mmmmmxm\nm\nmmmmmm");
    key(&desk, UI_KEY_UP, false);
    type(&desk, "a");
    key(&desk, UI_KEY_DOWN, false);
    key(&desk, UI_KEY_DOWN, false);
    key(&desk, UI_KEY_DOWN, false);
    type(&desk, "z");
    assert_string_equal(desk.note, "ammmmmxm\nm\nmmmmmmz");
    close_desk(&desk);
}

// The end of a line that was divided is before the space it was divided at.
static void long_lines_are_divided(void **state) {
    (void)state;
    Desk desk;
    open_desk(&desk, false,
            "who keeps the boat house open when the kettle is cold and nobody");
    key(&desk, UI_KEY_UP, false);
    key(&desk, UI_KEY_END, false);
    type(&desk, "|");
    keep(&desk, "area-divided");
    const char *bar = strchr(desk.note, '|');
    assert_non_null(bar);
    assert_int_equal(bar[1], ' ');
    key(&desk, UI_KEY_BACKSPACE, false);
    key(&desk, UI_KEY_DOWN, false);
    key(&desk, UI_KEY_HOME, false);
    type(&desk, "|");
    assert_int_equal(strchr(desk.note, '|')[-1], ' ');
    close_desk(&desk);
}

static void shift_selects_over_lines(void **state) {
    (void)state;
    Desk desk;
    open_desk(&desk, false, "one\ntwo\nten");
    key(&desk, UI_KEY_HOME, false);
    key(&desk, UI_KEY_UP, true);
    assert_string_equal(ui_selected(desk.ui), "two\n");
    key(&desk, UI_KEY_UP, true);
    key(&desk, UI_KEY_RIGHT, true);
    assert_string_equal(ui_selected(desk.ui), "ne\ntwo\n");
    keep(&desk, "area-selected");
    type(&desk, "x");
    assert_string_equal(desk.note, "oxten");
    key(&desk, UI_KEY_SELECT_ALL, false);
    key(&desk, UI_KEY_DELETE, false);
    assert_string_equal(desk.note, "");
    close_desk(&desk);
}

// Seven lines in a room for three: the caret's line is in sight, the wheel shows the others, a press finds them.
static void lines_scroll(void **state) {
    (void)state;
    Desk desk;
    open_desk(&desk, false, "1\n2\n3\n4\n5\n6\n7");
    press_line(&desk, 0, 100);
    type(&desk, "x");
    assert_string_equal(desk.note, "1\n2\n3\n4\n5x\n6\n7");
    wheel(&desk, 9);
    keep(&desk, "area-scrolled");
    press_line(&desk, 0, 100);
    type(&desk, "y");
    assert_string_equal(desk.note, "1y\n2\n3\n4\n5x\n6\n7");
    for (int32_t i = 0; i < 4; i++)
        key(&desk, UI_KEY_DOWN, false);
    press_line(&desk, 0, 100);
    type(&desk, "z");
    assert_string_equal(desk.note, "1y\n2\n3z\n4\n5x\n6\n7");
    close_desk(&desk);
}

// In Arabic a line begins at the right, and the left arrow goes on reading; a Latin line beside it does not.
static void each_line_has_its_direction(void **state) {
    (void)state;
    Desk desk;
    open_desk(&desk, false, "سلام\nabc");
    key(&desk, UI_KEY_UP, false);
    key(&desk, UI_KEY_HOME, false);
    key(&desk, UI_KEY_LEFT, false);
    type(&desk, "-");
    assert_string_equal(desk.note, "س-لام\nabc");
    key(&desk, UI_KEY_DOWN, false);
    key(&desk, UI_KEY_END, false);
    key(&desk, UI_KEY_LEFT, false);
    type(&desk, "-");
    assert_string_equal(desk.note, "س-لام\nab-c");
    press_line(&desk, 0, 395);
    type(&desk, "1");
    assert_int_equal(strncmp(desk.note, "1", 1), 0);
    keep(&desk, "area-directions");
    close_desk(&desk);
}

// In an Arabic window a Latin paragraph still reads as it should; a line of figures and an empty one begin at the right.
static void lines_in_an_arabic_window(void **state) {
    (void)state;
    Desk desk;
    open_desk(&desk, true, "ab\n12\n");
    keep(&desk, "area-arabic-window");
    key(&desk, UI_KEY_UP, false);
    key(&desk, UI_KEY_HOME, false);
    key(&desk, UI_KEY_LEFT, false);
    type(&desk, "-");
    assert_string_equal(desk.note, "ab\n1-2\n");
    key(&desk, UI_KEY_UP, false);
    key(&desk, UI_KEY_HOME, false);
    key(&desk, UI_KEY_RIGHT, false);
    type(&desk, "-");
    assert_string_equal(desk.note, "a-b\n1-2\n");
    close_desk(&desk);
}

static void what_does_not_fit_stays_out(void **state) {
    (void)state;
    Desk desk;
    open_desk(&desk, false, "");
    for (int32_t i = 0; i < 40; i++)
        type(&desk, "দশটি");
    assert_true(strlen(desk.note) < NOTE_BYTES);
    assert_true(strlen(desk.note) > NOTE_BYTES - 24);
    assert_true(utf8_valid(desk.note, strlen(desk.note)));
    type(&desk, "a\r\nb");
    key(&desk, UI_KEY_SELECT_ALL, false);
    type(&desk, "a\r\nb");
    assert_string_equal(desk.note, "a\nb");
    key(&desk, UI_KEY_TAB, false);
    type(&desk, "c\nd");
    assert_string_equal(desk.name, "c d");
    close_desk(&desk);
}

// Whatever is typed and pressed in whatever order: the text stays whole, and no letter is cut.
static void any_keys_leave_a_whole_text(void **state) {
    (void)state;
    static const UiKey keys[] = {UI_KEY_UP, UI_KEY_DOWN, UI_KEY_LEFT, UI_KEY_RIGHT,
            UI_KEY_HOME, UI_KEY_END, UI_KEY_ENTER, UI_KEY_BACKSPACE, UI_KEY_DELETE};
    static const char *const texts[] = {"a word ", "سلام ", "কি", "e\xCC\x81", "漢字", "\n",
            " ", "family 👩‍👩‍👧 "};
    Desk desk;
    open_desk(&desk, false, "");
    Rng rng = rng_seed(7, 1);
    for (int32_t i = 0; i < 1500; i++) {
        uint32_t draw = rng_draw(&rng, 20);
        if (draw < 9)
            key(&desk, keys[draw], rng_draw(&rng, 3) == 0);
        else if (draw < 17)
            type(&desk, texts[draw - 9]);
        else if (draw == 17)
            wheel(&desk, (int32_t)rng_draw(&rng, 5) - 2);
        else
            press_line(&desk, (int32_t)rng_draw(&rng, LINES), (int32_t)rng_draw(&rng, 400));
        assert_true(utf8_valid(desk.note, strlen(desk.note)));
        assert_string_equal(ui_focused(desk.ui), "note");
    }
    close_desk(&desk);
}

int main(void) {
    const struct CMUnitTest tests[] = {
            cmocka_unit_test(enter_begins_a_line),
            cmocka_unit_test(up_and_down_keep_their_place),
            cmocka_unit_test(long_lines_are_divided),
            cmocka_unit_test(shift_selects_over_lines),
            cmocka_unit_test(lines_scroll),
            cmocka_unit_test(each_line_has_its_direction),
            cmocka_unit_test(lines_in_an_arabic_window),
            cmocka_unit_test(what_does_not_fit_stays_out),
            cmocka_unit_test(any_keys_leave_a_whole_text),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
