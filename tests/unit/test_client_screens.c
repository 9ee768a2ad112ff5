// tests/unit/test_client_screens.c — every screen drawn from an invented view, in sizes, themes and directions; clicks become commands. Never: rules.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "client/picture.h"
#include "unit/sample_view.h"
#include <stdio.h>

typedef struct Stage {
    Paint *paint;
    Ui *ui;
    Sample *sample;
    App app;
    int32_t width, height;
} Stage;

static Stage stage_open(int32_t width, int32_t height, int32_t scale, ThemeKind theme,
        SampleTongue tongue) {
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
    stage.app.home = &stage.sample->home;
    stage.app.card = &stage.sample->card;
    return stage;
}

static void stage_close(Stage *stage) {
    ui_destroy(stage->ui);
    paint_destroy(stage->paint);
    sample_free(stage->sample);
}

static void draw(Stage *stage) { ui_run(stage->ui, app_draw, &stage->app, 0); }

// With CONVENE_SHOTS=folder the pictures are kept for a look.
static void keep(Stage *stage, const char *name) {
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
static int32_t findings_of(Stage *stage, const char *name) {
    UiFinding findings[12];
    int32_t count = ui_audit(stage->ui, findings, 12);
    for (int32_t i = 0; i < count && i < 12; i++)
        print_error("%s: %s\n", name, findings[i].text);
    return count;
}

typedef struct Scene {
    const char *name;
    void (*set)(Stage *stage);
} Scene;

static void show_view(Stage *stage) { app_set_view(&stage->app, &stage->sample->view); }

static void scene_home(Stage *stage) { stage->app.screen = SCREEN_HOME; }
static void scene_case(Stage *stage) { stage->app.screen = SCREEN_CASE; }
static void scene_settings(Stage *stage) { stage->app.screen = SCREEN_SETTINGS; }
static void scene_table(Stage *stage) { show_view(stage); }
static void scene_meeting(Stage *stage) {
    sample_open_meeting(stage->sample, MEET_SPEECH);
    show_view(stage);
}
static void scene_record(Stage *stage) {
    sample_open_meeting(stage->sample, MEET_RECORD);
    show_view(stage);
}
static void scene_deals(Stage *stage) {
    stage->sample->view.phase_does = DOES_BACKSTAGE;
    show_view(stage);
    stage->app.screen = SCREEN_DEALS;
}
static void scene_news(Stage *stage) {
    show_view(stage);
    stage->app.screen = SCREEN_NEWS;
}
static void scene_end(Stage *stage) {
    stage->sample->view.end.reached = true;
    stage->sample->view.may_be_ready = false;
    show_view(stage);
}
static void scene_act(Stage *stage) {
    show_view(stage);
    app_open_act(&stage->app, 11);
}
static void scene_why(Stage *stage) {
    show_view(stage);
    stage->app.why_open = true;
    stage->app.why_cell = 2004;
}
static void scene_actor(Stage *stage) {
    show_view(stage);
    stage->app.actor_open = 2;
}
static void scene_help(Stage *stage) {
    show_view(stage);
    stage->app.help_open = true;
}
static void scene_deal(Stage *stage) {
    scene_deals(stage);
    stage->app.deal = (DealDraft){.open = true, .promise = 4, .size = 1, .due = 3};
}
static void scene_coalition(Stage *stage) {
    scene_deals(stage);
    stage->app.coalition.open = true;
}
static void scene_taps(Stage *stage) {
    View *v = &stage->sample->view;
    v->may_reflect = v->may_expect = v->may_credit = true;
    v->vote_decider = 0;
    v->phase_does = DOES_REFLECT;
    v->moves_count = 0;
    show_view(stage);
    app_set_notice(&stage->app, "Costs 3 money, you have 1.");
}

static const Scene SCENES[] = {
        {"home",      scene_home     },
        {"case",      scene_case     },
        {"settings",  scene_settings },
        {"table",     scene_table    },
        {"meeting",   scene_meeting  },
        {"record",    scene_record   },
        {"deals",     scene_deals    },
        {"news",      scene_news     },
        {"end",       scene_end      },
        {"act",       scene_act      },
        {"why",       scene_why      },
        {"actor",     scene_actor    },
        {"help",      scene_help     },
        {"deal",      scene_deal     },
        {"coalition", scene_coalition},
        {"taps",      scene_taps     }
};

static int32_t check_scene(const Scene *scene, int32_t width, int32_t height, int32_t scale,
        ThemeKind theme, SampleTongue tongue) {
    static const char *const TONGUES[TONGUES_COUNT] = {"en", "xa", "ar"};
    char name[120];
    snprintf(name, sizeof name, "%s-%dx%d-%d-%s-%s", scene->name, width, height, scale,
            theme_kind_name(theme), TONGUES[tongue]);
    Stage stage = stage_open(width, height, scale, theme, tongue);
    scene->set(&stage);
    draw(&stage);
    keep(&stage, name);
    int32_t count = findings_of(&stage, name);
    stage_close(&stage);
    return count;
}

static void test_every_screen_is_clean(void **state) {
    (void)state;
    int32_t count = 0;
    for (size_t i = 0; i < ARRAY_COUNT(SCENES); i++) {
        for (int32_t tongue = 0; tongue < TONGUES_COUNT; tongue++) {
            ThemeKind theme = (ThemeKind)((i + (size_t)tongue) % THEMES_COUNT);
            count += check_scene(&SCENES[i], 1024, 768, 100, tongue ? theme : THEME_LIGHT,
                    (SampleTongue)tongue);
            count += check_scene(&SCENES[i], 1920, 1080, 150, theme, (SampleTongue)tongue);
            count += check_scene(
                    &SCENES[i], 1280, 720, 300, THEME_LIGHT, (SampleTongue)tongue);
        }
    }
    assert_int_equal(count, 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
            cmocka_unit_test(test_every_screen_is_clean),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
