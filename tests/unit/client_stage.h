// tests/unit/client_stage.h — a window without a screen that shows an invented view; clicks and keys on it. Never: a test.
#ifndef CLIENT_STAGE_H
#define CLIENT_STAGE_H
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/file.h"
#include "client/picture.h"
#include "client/play.h"
#include "unit/sample_view.h"
#include <stdio.h>
#include <unistd.h>

typedef struct Stage {
    Paint *paint;
    Ui *ui;
    Sample *sample;
    App app;
    int32_t width, height;
} Stage;

static inline Stage stage_open(int32_t width, int32_t height, int32_t scale,
        ThemeKind theme, SampleTongue tongue) {
    Stage stage = {.width = width, .height = height};
    Err err = {0};
    UiSetup setup = {.scale_percent = scale,
            .rtl = tongue == TONGUE_ARABIC,
            .reduced_motion = true,
            .theme = theme_default(theme)};
    bool ok = paint_create(&stage.paint, width, height, &err)
              && ui_create(&stage.ui, stage.paint, &setup, &err);
    if (!ok) print_error("%s\n%s\n", err.what, err.fix);
    assert_true(ok);
    stage.sample = sample_create(tongue);
    app_init(&stage.app, sample_ports(stage.sample),
            (AppSettings){.theme = theme, .scale_percent = scale});
    stage.app.data_folder = "Rosa/convene/games";
    stage.app.screens_count = 2;
    stage.app.right_to_left = tongue == TONGUE_ARABIC; // before a view says its own
    stage.app.home = &stage.sample->home;
    stage.app.card = &stage.sample->card;
    return stage;
}

static inline void stage_close(Stage *stage) {
    ui_destroy(stage->ui);
    paint_destroy(stage->paint);
    sample_free(stage->sample);
}

static inline void draw(Stage *stage) { ui_run(stage->ui, app_draw, &stage->app, 0); }

// With CONVENE_SHOTS=folder the pictures are kept for a look.
static inline void keep(Stage *stage, const char *name) {
    const char *folder = getenv("CONVENE_SHOTS");
    if (!folder) return;
    char path[400];
    Err err = {0};
    uint8_t *pixels = malloc((size_t)stage->width * (size_t)stage->height * 4);
    assert_non_null(pixels);
    assert_true(paint_read(stage->paint, pixels, &err));
    snprintf(path, sizeof path, "%s/%s.png", folder, name);
    if (!picture_write_png(path, pixels, stage->width, stage->height, &err))
        fail_msg("%s", err.what);
    free(pixels);
}

// Findings are printed and counted, so that one run shows all of them.
static inline int32_t findings_of(Stage *stage, const char *name) {
    UiFinding findings[12];
    int32_t count = ui_audit(stage->ui, findings, 12);
    for (int32_t i = 0; i < count && i < 12; i++)
        print_error("%s: %s\n", name, findings[i].text);
    return count;
}

static inline void show_view(Stage *stage) {
    app_set_view(&stage->app, &stage->sample->view);
}

static inline Stage table_open(void (*set)(Stage *stage)) {
    Stage stage = stage_open(1280, 3200, 100, THEME_LIGHT, TONGUE_ENGLISH);
    set(&stage);
    draw(&stage);
    return stage;
}

static inline void click(Stage *stage, const char *path) {
    int32_t x = 0, y = 0;
    if (!ui_find(stage->ui, path, &x, &y)) {
        Buffer dump = {0};
        ui_dump(stage->ui, &dump);
        print_error("%s", dump.data);
        fail_msg("%s is not on the screen", path);
    }
    ui_input(stage->ui, &(UiInput){.kind = UI_INPUT_PRESS, .x = x, .y = y});
    ui_input(stage->ui, &(UiInput){.kind = UI_INPUT_RELEASE, .x = x, .y = y});
    draw(stage);
}

static inline void key(Stage *stage, UiKey which) {
    ui_input(stage->ui, &(UiInput){.kind = UI_INPUT_KEY, .key = which});
    draw(stage);
}

static inline Command last(const Stage *stage) {
    assert_true(stage->sample->sent_count > 0);
    return stage->sample->sent[stage->sample->sent_count - 1];
}

#endif // CLIENT_STAGE_H
