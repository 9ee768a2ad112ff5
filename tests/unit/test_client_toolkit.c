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
    ui_tabs(ui, "tabs", w->tabs, (const IconKind[]){ICON_HOME, ICON_MEETING, ICON_KNOT}, 3,
            &g->tab);
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

int main(void) {
    const struct CMUnitTest tests[] = {
            cmocka_unit_test(test_gallery_is_clean_everywhere),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
