// tests/unit/test_client_toolkit.c — a gallery of every widget, drawn in sizes, scales, themes and directions. Never: the game's screens.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/breaks.h"
#include "base/digest.h"
#include "base/file.h"
#include "client/charts.h"
#include "client/picture.h"
#include "client/ui.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct Gallery {
    bool arabic, sheet_open, checked;
    int32_t radio, tab, bid, pressed;
    char name[64];
} Gallery;

typedef struct Words {
    const char *title, *send, *send_note, *closed, *closed_reason, *long_text, *tabs[3],
            *radios[3], *name, *check;
    const char *chip, *base, *high, *close, *card, *mixed;
} Words;

static const Words ENGLISH = {
        "Riverside Partnership", "Send", "2 of 3 hours used", "Engage behind closed doors",
        "Not now: needs 1 access.",
        "The county is folding small family services into one Riverside Partnership. The "
        "cabinet will soon "
        "decide who may come, through which door, and who sits at the table.",
        {"Table",         "Meeting",           "Deals"               },
        {"For the draft", "Against the draft", "Ask a question first"},
        "Your name",
        "Show exact numbers", "over: closed doors", "Base", "high", "Close",
        "County Council officers",
        "Bengali \xE0\xA6\xAC\xE0\xA6\xBE\xE0\xA6\x82\xE0\xA6\xB2\xE0\xA6\xBE, Hindi "
        "\xE0\xA4\xB9\xE0\xA4\xBF\xE0\xA4\xA8\xE0\xA5\x8D\xE0\xA4\xA6\xE0\xA5\x80, "
        "\xD7\xA2\xD7\x91\xD7\xA8\xD7\x99\xD7\xAA (12), "
        "\xD8\xA7\xD9\x84\xD8\xB9\xD8\xB1\xD8\xA8\xD9\x8A\xD8\xA9"
};

static const Words ARABIC = {
        "شراكة ضفة النهر", "إرسال", "استُخدمت ساعتان من 3", "تواصل خلف الأبواب المغلقة",
        "ليس الآن: يلزم 1 من الوصول.",
        "تدمج المقاطعة خدمات الأسرة الصغيرة في شراكة واحدة (Riverside). سيقرر المجلس قريبا "
        "من يأتي، ومن أي باب، "
        "ومن يجلس إلى الطاولة في عام 2031.",
        {"الطاولة",      "الاجتماع",    "الاتفاقات"},
        {"مع المسودة", "ضد المسودة", "سؤال أولا" },
        "اسمك", "إظهار الأرقام الدقيقة", "فوق: أبواب مغلقة", "القاعدة", "مرتفع", "إغلاق",
        "موظفو مجلس المقاطعة", "نص مختلط: Riverside Link 65/100 ثم עברית"
};

static void draw_actors(const UiPen *pen, Rect r, const void *data) {
    (void)data;
    int32_t size = pen_px(pen, 28);
    for (int32_t i = 0; i < ACTOR_LOOKS_COUNT; i++) {
        ActorLook look = theme_actor(pen->theme, i);
        Rect at = {r.x + (i % 8) * (size + pen_px(pen, 6)),
                r.y + (i / 8) * (size + pen_px(pen, 6)), size, size};
        paint_shape(pen->paint, look.shape, at, look.color, pen->theme->colors[COLOR_TEXT],
                pen->theme->colors[COLOR_SURFACE], look.hollow, pen_px(pen, 2));
    }
}

static void gallery_numbers(Ui *ui, const Words *w) {
    ui_open(ui, (UiBox){.flow = UI_GRID, .cell = 220, .gap = 8});
    static const IconKind ICONS[5] = {
            ICON_BASE, ICON_PUBLIC, ICON_ELITE, ICON_LOCAL, ICON_PEER};
    for (int32_t i = 0; i < 5; i++) {
        ui_scope(ui, "n", i);
        ui_number(ui, (UiNumber){.label = w->base,
                              .value = ui_format(ui, "%d", 15 + 20 * i),
                              .note = w->high,
                              .why = ui_format(ui, "legitimacy.%d", i),
                              .icon = ICONS[i],
                              .band = i + 1});
        ui_scope_end(ui);
    }
    ui_close(ui);
}

static void gallery_left(Ui *ui, const Words *w, Gallery *g) {
    static const LineStyle STYLES[4] = {LINE_SOLID, LINE_DOUBLE, LINE_DASHED, LINE_DOTTED};
    ui_open(ui, (UiBox){.grow = 1, .equal = true, .least = 260, .gap = 10});
    ui_heading(ui, w->title, TYPE_HEAD);
    ui_text(ui, w->long_text, (UiText){0});
    ui_text(ui, w->mixed, (UiText){.type = TYPE_LABEL, .color = COLOR_MUTED});
    gallery_numbers(ui, w);
    ui_open(ui, (UiBox){.flow = UI_WRAP, .gap = 8});
    for (int32_t i = 0; i < 4; i++)
        ui_chip(ui, w->chip, ICON_MASK, COLOR_TEXT, &STYLES[i]);
    ui_close(ui);
    ui_drawing(ui, "Actors", 280, 66, draw_actors, NULL, 0);
    ui_open(ui, (UiBox){.flow = UI_WRAP, .gap = 8});
    for (int32_t i = 1; i < ICONS_COUNT; i++)
        ui_icon(ui, (IconKind)i, 24, COLOR_TEXT);
    ui_close(ui);
    ui_stepper(ui, "bid", w->base, &g->bid, 0, 4);
    ui_field(ui, "name", w->name, g->name, sizeof g->name);
    ui_close(ui);
}

static void gallery_right(Ui *ui, const Words *w, Gallery *g) {
    bool pressed = false;
    ui_open(ui, (UiBox){.grow = 1, .equal = true, .least = 260, .gap = 10});
    if (ui_button(ui, (UiButton){.id = "send",
                              .label = w->send,
                              .note = w->send_note,
                              .rank = UI_PRIMARY,
                              .icon = ICON_CHECK,
                              .key = 's',
                              .hint = w->long_text})) {
        g->pressed++;
    }
    ui_button(ui, (UiButton){.id = "closed",
                          .label = w->closed,
                          .closed = w->closed_reason,
                          .has_style = true,
                          .why = "verb.engage"});
    if (ui_button(ui, (UiButton){.id = "sheet",
                              .label = w->card,
                              .icon = ICON_ENVELOPE,
                              .has_style = true,
                              .style_line = LINE_DOUBLE})) {
        g->sheet_open = true;
    }
    ui_radio(ui, "side", w->radios, NULL, 3, &g->radio);
    ui_check(ui, "exact", w->check, &g->checked);
    ui_card_open(ui, "card", w->card, true, "actor.council", &pressed);
    ui_text(ui, w->card, (UiText){.bold = true});
    ui_text(ui, w->long_text,
            (UiText){.type = TYPE_LABEL, .color = COLOR_MUTED, .lines = 2});
    ui_close(ui);
    int32_t values[6] = {72, 40, 65, 55, 80, 35}, before[6] = {50, 45, 40, 50, 50, 20};
    const char *labels[6] = {w->title, w->base, w->high, w->card, w->tabs[0], w->tabs[1]};
    chart_radar(ui, "Six criteria", labels, values, before, 6, 260);
    ChartCurve curves[2] = {
            {.label = w->base,
             .token = COLOR_ACTOR_5,
             .shape = SHAPE_CIRCLE,
             .points = {75, 60, 58, 70},
             .count = 4},
            {.label = w->high,
             .token = COLOR_ACTOR_6,
             .shape = SHAPE_SQUARE,
             .points = {45, 50, 62, 40},
             .count = 4}
    };
    chart_curves(ui, "Legitimacy", curves, 2, 100, 160);
    ui_close(ui);
}

static void gallery(void *context, Ui *ui) {
    Gallery *g = context;
    const Words *w = g->arabic ? &ARABIC : &ENGLISH;
    ui_open(ui, (UiBox){.flow = UI_ROW,
                        .pad_x = 16,
                        .pad_y = 4,
                        .gap = 12,
                        .fill = COLOR_SURFACE});
    ui_tabs(ui, "tabs", w->tabs, (const IconKind[]){ICON_HOME, ICON_MEETING, ICON_KNOT},
            NULL, 3, &g->tab);
    ui_space(ui, 1);
    ui_button(ui, (UiButton){.id = "help",
                          .label = "",
                          .icon = ICON_HELP,
                          .rank = UI_QUIET,
                          .hint = w->close});
    ui_close(ui);
    ui_rule(ui);
    ui_open(ui, (UiBox){.scroll = true, .id = "page", .grow = 1, .pad = 16});
    ui_open(ui, (UiBox){.flow = UI_ROW, .gap = 24, .across = UI_START});
    gallery_left(ui, w, g);
    gallery_right(ui, w, g);
    ui_close(ui);
    ui_close(ui);
    if (g->sheet_open) {
        if (ui_sheet_open(ui, "info", w->card, w->close)) {
            ui_text(ui, w->long_text, (UiText){0});
            ui_button(ui, (UiButton){.id = "ok", .label = w->send, .rank = UI_PRIMARY});
            ui_sheet_close(ui);
        } else {
            g->sheet_open = false;
        }
    }
}

typedef struct Stage {
    Paint *paint;
    Ui *ui;
    int32_t width, height;
} Stage;

static Stage stage_open(
        int32_t width, int32_t height, int32_t scale, ThemeKind theme, bool rtl) {
    Stage stage = {.width = width, .height = height};
    Err err = {0};
    UiSetup setup = {.scale_percent = scale,
            .rtl = rtl,
            .reduced_motion = true,
            .theme = theme_default(theme)};
    bool ok = paint_create(&stage.paint, width, height, &err)
              && ui_create(&stage.ui, stage.paint, &setup, &err);
    if (!ok) print_error("%s\n%s\n", err.what, err.fix);
    assert_true(ok);
    return stage;
}

static void stage_close(Stage *stage) {
    ui_destroy(stage->ui);
    paint_destroy(stage->paint);
}

static uint8_t *stage_pixels(Stage *stage) {
    Err err = {0};
    uint8_t *pixels = malloc((size_t)stage->width * (size_t)stage->height * 4);
    assert_non_null(pixels);
    assert_true(paint_read(stage->paint, pixels, &err));
    return pixels;
}

// With CONVENE_SHOTS=folder the pictures are kept for a look.
static void stage_keep(Stage *stage, const char *name) {
    const char *folder = getenv("CONVENE_SHOTS");
    if (!folder) return;
    char path[400];
    Err err = {0};
    uint8_t *pixels = stage_pixels(stage);
    snprintf(path, sizeof path, "%s/%s.png", folder, name);
    if (!picture_write_png(path, pixels, stage->width, stage->height, &err))
        fail_msg("%s", err.what);
    free(pixels);
}

static void expect_clean(Stage *stage, const char *name) {
    UiFinding findings[12];
    int32_t count = ui_audit(stage->ui, findings, 12);
    for (int32_t i = 0; i < count && i < 12; i++)
        print_error("%s: %s\n", name, findings[i].text);
    assert_int_equal(count, 0);
}

static void test_gallery_is_clean_everywhere(void **state) {
    (void)state;
    static const int32_t SIZES[2][2] = {
            {1024, 768 },
            {1920, 1080}
    };
    static const int32_t SCALES[3] = {100, 150, 300};
    for (int32_t i = 0; i < 36; i++) {
        int32_t size = i % 2, scale = SCALES[i / 2 % 3], theme = i / 6 % 3;
        bool arabic = i / 18 == 1;
        char name[80];
        snprintf(name, sizeof name, "gallery-%d-%d-%s-%s", SIZES[size][0], scale,
                theme_kind_name((ThemeKind)theme), arabic ? "ar" : "en");
        Stage stage =
                stage_open(SIZES[size][0], SIZES[size][1], scale, (ThemeKind)theme, arabic);
        Gallery g = {.arabic = arabic, .bid = 2, .checked = true, .name = "Amina"};
        ui_run(stage.ui, gallery, &g, 0);
        stage_keep(&stage, name);
        expect_clean(&stage, name);
        stage_close(&stage);
    }
}

static void test_pictures_repeat_byte_for_byte(void **state) {
    (void)state;
    Digest digests[2];
    for (int32_t run = 0; run < 2; run++) {
        Stage stage = stage_open(1024, 768, 150, THEME_LIGHT, true);
        Gallery g = {.arabic = true, .bid = 2};
        ui_run(stage.ui, gallery, &g, 0);
        uint8_t *pixels = stage_pixels(&stage);
        digests[run] = digest_of(pixels, 1024 * 768 * 4);
        free(pixels);
        stage_close(&stage);
    }
    assert_true(digest_equal(&digests[0], &digests[1]));
}

static void press(Stage *stage, void *g, UiKey key, bool shift) {
    ui_input(stage->ui, &(UiInput){.kind = UI_INPUT_KEY, .key = key, .shift = shift});
    ui_run(stage->ui, gallery, g, 0);
}

static void type(Stage *stage, void *g, const char *text) {
    UiInput input = {.kind = UI_INPUT_TEXT};
    snprintf(input.text, sizeof input.text, "%s", text);
    ui_input(stage->ui, &input);
    ui_run(stage->ui, gallery, g, 0);
}

static void click(Stage *stage, void *g, const char *path) {
    int32_t x = 0, y = 0;
    assert_true(ui_find(stage->ui, path, &x, &y));
    ui_input(stage->ui, &(UiInput){.kind = UI_INPUT_PRESS, .x = x, .y = y});
    ui_input(stage->ui, &(UiInput){.kind = UI_INPUT_RELEASE, .x = x, .y = y});
    ui_run(stage->ui, gallery, g, 0);
}

// Tab reaches every widget once, in reading order, and comes round.
static void test_tab_reaches_everything(void **state) {
    (void)state;
    static const char *const ORDER[] = {"tabs.0", "help", "n.0/legitimacy.0",
            "n.1/legitimacy.1", "n.2/legitimacy.2", "n.3/legitimacy.3", "n.4/legitimacy.4",
            "bid/less/button", "bid/more/button", "name", "send", "closed", "sheet",
            "side.0", "exact", "card", "tabs.0"};
    Stage stage = stage_open(1024, 768, 100, THEME_LIGHT, false);
    Gallery g = {.bid = 2};
    ui_run(stage.ui, gallery, &g, 0);
    for (size_t i = 0; i < ARRAY_COUNT(ORDER); i++) {
        press(&stage, &g, UI_KEY_TAB, false);
        assert_string_equal(ui_focused(stage.ui), ORDER[i]);
        int32_t x = 0, y = 0;
        // The page scrolls so that the focus is always in sight.
        assert_true(ui_find(stage.ui, ORDER[i], &x, &y));
        assert_in_range(y, 0, 767);
    }
    press(&stage, &g, UI_KEY_TAB, true);
    assert_string_equal(ui_focused(stage.ui), "card");
    stage_keep(&stage, "focus");
    stage_close(&stage);
}

static void test_keys_act(void **state) {
    (void)state;
    Stage stage = stage_open(1024, 768, 100, THEME_LIGHT, false);
    Gallery g = {.bid = 2};
    ui_run(stage.ui, gallery, &g, 0);
    press(&stage, &g, UI_KEY_TAB, false);
    press(&stage, &g, UI_KEY_RIGHT, false);
    assert_int_equal(g.tab, 1);
    press(&stage, &g, UI_KEY_LEFT, false);
    assert_int_equal(g.tab, 0);
    type(&stage, &g, "S");
    assert_int_equal(g.pressed, 1);
    assert_string_equal(ui_focused(stage.ui), "send");
    press(&stage, &g, UI_KEY_DOWN, false);
    assert_string_equal(ui_focused(stage.ui), "closed");
    press(&stage, &g, UI_KEY_WHY, false);
    assert_string_equal(ui_take_why(stage.ui), "verb.engage");
    assert_null(ui_take_why(stage.ui));
    press(&stage, &g, UI_KEY_BIGGER, false);
    assert_int_equal(ui_scale(stage.ui), 115);
    press(&stage, &g, UI_KEY_NORMAL_SIZE, false);
    assert_int_equal(ui_scale(stage.ui), 100);
    press(&stage, &g, UI_KEY_ESCAPE, false);
    assert_true(ui_take_back(stage.ui));
    stage_close(&stage);
}

static void test_pointer_acts(void **state) {
    (void)state;
    Stage stage = stage_open(1024, 768, 100, THEME_LIGHT, false);
    Gallery g = {.bid = 2};
    ui_run(stage.ui, gallery, &g, 0);
    click(&stage, &g, "side.2");
    assert_int_equal(g.radio, 2);
    click(&stage, &g, "exact");
    assert_true(g.checked);
    click(&stage, &g, "bid/more/button");
    assert_int_equal(g.bid, 3);
    click(&stage, &g, "closed");
    assert_int_equal(g.pressed, 0);
    click(&stage, &g, "n.2/legitimacy.2");
    assert_string_equal(ui_take_why(stage.ui), "legitimacy.2");
    // A press that leaves the button before the release is no click.
    int32_t x = 0, y = 0;
    assert_true(ui_find(stage.ui, "send", &x, &y));
    ui_input(stage.ui, &(UiInput){.kind = UI_INPUT_PRESS, .x = x, .y = y});
    ui_input(stage.ui, &(UiInput){.kind = UI_INPUT_RELEASE, .x = 5, .y = 700});
    ui_run(stage.ui, gallery, &g, 0);
    assert_int_equal(g.pressed, 0);
    stage_close(&stage);
}

static void test_wheel_scrolls_and_stops_at_the_ends(void **state) {
    (void)state;
    Stage stage = stage_open(1024, 768, 100, THEME_LIGHT, false);
    Gallery g = {.bid = 2};
    ui_run(stage.ui, gallery, &g, 0);
    int32_t x = 0, before = 0, after = 0;
    assert_true(ui_find(stage.ui, "side.0", &x, &before));
    ui_input(stage.ui, &(UiInput){.kind = UI_INPUT_WHEEL, .x = 300, .y = 400, .steps = -1});
    ui_run(stage.ui, gallery, &g, 0);
    assert_true(ui_find(stage.ui, "side.0", &x, &after));
    assert_int_equal(before - after, 60);
    ui_input(
            stage.ui, &(UiInput){.kind = UI_INPUT_WHEEL, .x = 300, .y = 400, .steps = 100});
    ui_run(stage.ui, gallery, &g, 0);
    assert_true(ui_find(stage.ui, "side.0", &x, &after));
    assert_int_equal(before, after);
    stage_close(&stage);
}

static void test_sheet_takes_and_returns_the_focus(void **state) {
    (void)state;
    Stage stage = stage_open(1024, 768, 100, THEME_DARK, false);
    Gallery g = {.bid = 2};
    ui_run(stage.ui, gallery, &g, 0);
    click(&stage, &g, "sheet");
    assert_true(g.sheet_open);
    assert_string_equal(ui_focused(stage.ui), "ok");
    stage_keep(&stage, "sheet");
    expect_clean(&stage, "sheet");
    press(&stage, &g, UI_KEY_TAB, false);
    assert_string_equal(ui_focused(stage.ui), "info.close");
    press(&stage, &g, UI_KEY_TAB, false);
    assert_string_equal(ui_focused(stage.ui), "ok");
    press(&stage, &g, UI_KEY_ESCAPE, false);
    assert_false(g.sheet_open);
    assert_string_equal(ui_focused(stage.ui), "sheet");
    stage_close(&stage);
}

// A sheet slides into place; with reduced motion it is there at once.
static void test_motion_can_be_reduced(void **state) {
    (void)state;
    for (int32_t reduced = 0; reduced < 2; reduced++) {
        Stage stage = stage_open(1024, 768, 100, THEME_LIGHT, false);
        ui_set_motion(stage.ui, reduced);
        Gallery g = {.sheet_open = true};
        int32_t x = 0, first = 0, later = 0;
        ui_run(stage.ui, gallery, &g, 1000);
        assert_true(ui_find(stage.ui, "ok", &x, &first));
        assert_int_equal(ui_wake_ms(stage.ui, 1000) >= 0, !reduced);
        ui_run(stage.ui, gallery, &g, 1300);
        assert_true(ui_find(stage.ui, "ok", &x, &later));
        assert_int_equal(first > later, !reduced);
        assert_int_equal(ui_wake_ms(stage.ui, 2000), -1);
        stage_close(&stage);
    }
}

// Bengali "ki" is two code points and one letter; Backspace takes the letter.
static void test_field_edits_letters(void **state) {
    (void)state;
    Stage stage = stage_open(1024, 768, 100, THEME_LIGHT, false);
    Gallery g = {.bid = 2, .name = "Ami"};
    ui_run(stage.ui, gallery, &g, 0);
    click(&stage, &g, "name");
    type(&stage, &g, "n");
    type(&stage, &g, "\xE0\xA6\x95\xE0\xA6\xBF");
    assert_string_equal(g.name, "Amin\xE0\xA6\x95\xE0\xA6\xBF");
    press(&stage, &g, UI_KEY_BACKSPACE, false);
    assert_string_equal(g.name, "Amin");
    press(&stage, &g, UI_KEY_HOME, false);
    press(&stage, &g, UI_KEY_DELETE, false);
    assert_string_equal(g.name, "min");
    type(&stage, &g, "?");
    assert_string_equal(g.name, "?min");
    type(&stage, &g, "\xFF");
    assert_string_equal(g.name, "?min");
    stage_close(&stage);
}

// Shift selects letter by letter, typing takes the place of what is selected, a press moves the caret.
static void test_field_selects(void **state) {
    (void)state;
    Stage stage = stage_open(1024, 768, 100, THEME_LIGHT, false);
    Gallery g = {.bid = 2, .name = "one two"};
    ui_run(stage.ui, gallery, &g, 0);
    click(&stage, &g, "name");
    press(&stage, &g, UI_KEY_END, false);
    for (int32_t i = 0; i < 3; i++)
        press(&stage, &g, UI_KEY_LEFT, true);
    assert_string_equal(ui_selected(stage.ui), "two");
    stage_keep(&stage, "selected");
    type(&stage, &g, "2");
    assert_string_equal(g.name, "one 2");
    assert_string_equal(ui_selected(stage.ui), "");
    press(&stage, &g, UI_KEY_HOME, true);
    assert_string_equal(ui_selected(stage.ui), "one 2");
    press(&stage, &g, UI_KEY_LEFT, false); // the selection ends at its near end
    press(&stage, &g, UI_KEY_DELETE, false);
    assert_string_equal(g.name, "ne 2");
    press(&stage, &g, UI_KEY_SELECT_ALL, false);
    press(&stage, &g, UI_KEY_BACKSPACE, false);
    assert_string_equal(g.name, "");
    stage_close(&stage);
}

// In Arabic the left arrow goes on reading, also through a Latin word.
static void test_field_from_right_to_left(void **state) {
    (void)state;
    Stage stage = stage_open(1024, 768, 100, THEME_LIGHT, true);
    Gallery g = {.bid = 2, .arabic = true, .name = "\xD8\xA8 ab"};
    ui_run(stage.ui, gallery, &g, 0);
    click(&stage, &g, "name");
    press(&stage, &g, UI_KEY_HOME, false);
    for (int32_t i = 0; i < 3; i++)
        press(&stage, &g, UI_KEY_LEFT, false);
    type(&stage, &g, "x");
    assert_string_equal(g.name, "\xD8\xA8 axb");
    press(&stage, &g, UI_KEY_RIGHT, true);
    assert_string_equal(ui_selected(stage.ui), "x");
    stage_keep(&stage, "selected-ar");
    stage_close(&stage);
}

// The place of a file keeps its first stroke at the left in an Arabic window too.
static void test_field_of_latin_letters_in_an_arabic_window(void **state) {
    (void)state;
    Stage stage = stage_open(1024, 768, 100, THEME_LIGHT, true);
    Gallery g = {.bid = 2, .arabic = true, .name = "/cases"};
    ui_run(stage.ui, gallery, &g, 0);
    click(&stage, &g, "name");
    press(&stage, &g, UI_KEY_HOME, false);
    press(&stage, &g, UI_KEY_RIGHT, false);
    type(&stage, &g, "x");
    assert_string_equal(g.name, "/xcases");
    press(&stage, &g, UI_KEY_SELECT_ALL, false);
    press(&stage, &g, UI_KEY_DELETE, false);
    type(&stage, &g, "1");
    press(&stage, &g, UI_KEY_RIGHT, false); // figures alone: as the window reads
    type(&stage, &g, "2");
    assert_string_equal(g.name, "21");
    stage_close(&stage);
}

static void test_hint_after_a_rest(void **state) {
    (void)state;
    Stage stage = stage_open(1024, 768, 100, THEME_LIGHT, false);
    Gallery g = {.bid = 2};
    ui_run(stage.ui, gallery, &g, 0);
    int32_t x = 0, y = 0;
    assert_true(ui_find(stage.ui, "send", &x, &y));
    ui_input(stage.ui, &(UiInput){.kind = UI_INPUT_MOVE, .x = x, .y = y});
    ui_run(stage.ui, gallery, &g, 0);
    assert_int_equal(ui_wake_ms(stage.ui, 0), 500);
    Buffer before = {0}, after = {0};
    ui_dump(stage.ui, &before);
    ui_run(stage.ui, gallery, &g, 600);
    ui_dump(stage.ui, &after);
    assert_true(after.length > before.length);
    stage_keep(&stage, "hint");
    buffer_free(&before);
    buffer_free(&after);
    stage_close(&stage);
}

typedef struct Flaw {
    int32_t kind;
} Flaw;

static void flawed(void *context, Ui *ui) {
    const Flaw *flaw = context;
    ui_open(ui, (UiBox){.pad = 8});
    if (flaw->kind == 0)
        ui_text(ui, "Donaudampfschifffahrtsgesellschaft", (UiText){.type = TYPE_HUGE});
    if (flaw->kind == 1) ui_button(ui, (UiButton){.id = "a", .label = ""});
    for (int32_t i = 0; flaw->kind == 2 && i < 2; i++)
        ui_button(ui, (UiButton){.id = "a", .label = "Twice"});
    if (flaw->kind == 3) ui_open(ui, (UiBox){.width = 20});
    if (flaw->kind == 3) ui_text(ui, "Household", (UiText){0});
    if (flaw->kind == 3) ui_close(ui);
    for (int32_t i = 0; flaw->kind == 4 && i < 20; i++)
        ui_text(ui, "Too much for the window", (UiText){.type = TYPE_BIG});
    ui_close(ui);
}

// An audit that finds nothing in a bad screen would be worthless.
static void test_audit_finds_flaws(void **state) {
    (void)state;
    for (int32_t kind = 0; kind < 5; kind++) {
        Stage stage = stage_open(426, 240, 100, THEME_LIGHT, false);
        Flaw flaw = {kind};
        UiFinding findings[4];
        ui_run(stage.ui, flawed, &flaw, 0);
        if (ui_audit(stage.ui, findings, 4) < 1) fail_msg("flaw %d was not found", kind);
        stage_close(&stage);
    }
}

static uint32_t dice(uint32_t *seed) {
    *seed = *seed * 1664525u + 1013904223u;
    return *seed >> 8;
}

// Any size, any scale, both directions: nothing clipped, nothing on top of something else.
static void test_layout_fuzz(void **state) {
    (void)state;
    uint32_t seed = 42;
    for (int32_t i = 0; i < 120; i++) {
        int32_t width = 426 + (int32_t)(dice(&seed) % 1500),
                height = 240 + (int32_t)(dice(&seed) % 900);
        int32_t scale = 75 + (int32_t)(dice(&seed) % 226);
        Gallery g = {
                .arabic = dice(&seed) % 2, .bid = 1, .sheet_open = dice(&seed) % 3 == 0};
        char name[80];
        snprintf(name, sizeof name, "fuzz-%dx%d-%d-%d", width, height, scale, g.arabic);
        Stage stage = stage_open(width, height, scale, THEME_LIGHT, g.arabic);
        ui_run(stage.ui, gallery, &g, 0);
        expect_clean(&stage, name);
        stage_close(&stage);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
            cmocka_unit_test(test_gallery_is_clean_everywhere),
            cmocka_unit_test(test_pictures_repeat_byte_for_byte),
            cmocka_unit_test(test_tab_reaches_everything),
            cmocka_unit_test(test_keys_act),
            cmocka_unit_test(test_pointer_acts),
            cmocka_unit_test(test_wheel_scrolls_and_stops_at_the_ends),
            cmocka_unit_test(test_sheet_takes_and_returns_the_focus),
            cmocka_unit_test(test_motion_can_be_reduced),
            cmocka_unit_test(test_field_edits_letters),
            cmocka_unit_test(test_field_selects),
            cmocka_unit_test(test_field_from_right_to_left),
            cmocka_unit_test(test_field_of_latin_letters_in_an_arabic_window),
            cmocka_unit_test(test_hint_after_a_rest),
            cmocka_unit_test(test_audit_finds_flaws),
            cmocka_unit_test(test_layout_fuzz),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
