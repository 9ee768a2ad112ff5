// tests/unit/test_client_layout.c — thousands of windows, scales, text sizes and tongues: nothing clipped, nothing over something else, the focus in sight. Never: paints.
#include "unit/client_scenes.h"

enum { WINDOWS = 5000, TABS = 2, SHOWN_FINDINGS = 4 };

typedef struct Case {
    int32_t width, height, scale, text, letters;
    SampleTongue tongue;
    bool empty;
} Case;

static uint32_t dice(uint32_t *seed) {
    *seed = *seed * 1664525u + 1013904223u;
    return *seed >> 8;
}

static Case thrown(uint32_t *seed) {
    Case c = {.width = 426 + (int32_t)(dice(seed) % 1600),
            .height = 240 + (int32_t)(dice(seed) % 1000),
            .scale = 75 + (int32_t)(dice(seed) % 226),
            .text = 100 + (int32_t)(dice(seed) % 5) * 25,
            .letters = (int32_t)(dice(seed) % 3),
            .tongue = (SampleTongue)(dice(seed) % TONGUES_COUNT)};
    c.empty = dice(seed) % 2;
    return c;
}

// A game in which nothing is there yet.
static void make_empty(Sample *sample) {
    View *v = &sample->view;
    v->news_count = v->moves_count = v->plan_count = v->mine_count = 0;
    v->coalitions_count = v->deals_count = v->red_lines_count = 0;
    sample->console.seats_count = sample->console.calls_count = 0;
    sample->home.packs_count = sample->home.sessions_count = 0;
}

static void set_up(Stage *stage, const Scene *scene, const Case *c) {
    if (stage->sample) sample_free(stage->sample);
    stage->sample = sample_create(c->tongue);
    app_init(&stage->app, sample_ports(stage->sample),
            (AppSettings){.scale_percent = c->scale, .text_percent = c->text});
    stage->app.right_to_left = c->tongue == TONGUE_ARABIC;
    stage->app.data_folder = "Rosa/convene/games";
    stage->app.screens_count = 2;
    stage->app.home = &stage->sample->home;
    stage->app.card = &stage->sample->card;
    ui_set_scale(stage->ui, c->scale);
    ui_set_text_size(stage->ui, c->text);
    ui_set_letters(stage->ui, (UiLetters)c->letters);
    scene->set(stage);
    if (c->empty) make_empty(stage->sample);
}

static int32_t look(Stage *stage, const char *scene, const Case *c) {
    UiFinding findings[SHOWN_FINDINGS];
    ui_lay_out(stage->ui, app_draw, &stage->app, c->width, c->height);
    int32_t count = ui_audit(stage->ui, findings, SHOWN_FINDINGS);
    for (int32_t i = 0; i < count && i < SHOWN_FINDINGS; i++)
        print_error("%s %dx%d at %d, text %d, letters %d, tongue %d, empty %d: %s\n", scene,
                c->width, c->height, c->scale, c->text, c->letters, (int)c->tongue,
                c->empty, findings[i].text);
    return count;
}

static int32_t focus_out_of_sight(Stage *stage, const char *scene, const Case *c) {
    int32_t count = 0, x = 0, y = 0;
    for (int32_t i = 0; i < TABS; i++) {
        ui_input(stage->ui, &(UiInput){.kind = UI_INPUT_KEY, .key = UI_KEY_TAB});
        ui_lay_out(stage->ui, app_draw, &stage->app, c->width, c->height);
        if (ui_find(stage->ui, ui_focused(stage->ui), &x, &y)) continue;
        print_error("%s %dx%d at %d, text %d: focus \"%s\" is out of sight\n", scene,
                c->width, c->height, c->scale, c->text, ui_focused(stage->ui));
        count++;
    }
    return count;
}

static void test_any_window(void **state) {
    (void)state;
    uint32_t seed = 2026;
    int32_t count = 0;
    Stage stage = stage_open(64, 64, 100, THEME_LIGHT, TONGUE_ENGLISH);
    const char *most = getenv("CONVENE_WINDOWS"); // fewer or more of them, by hand
    char *end = NULL;
    int32_t windows = most ? (int32_t)strtol(most, &end, 10) : WINDOWS;
    assert_true(!end || *end == 0);
    for (int32_t i = 0; i < windows; i++) {
        const Scene *scene = &SCENES[i % (int32_t)ARRAY_COUNT(SCENES)];
        Case c = thrown(&seed);
        set_up(&stage, scene, &c);
        count += look(&stage, scene->name, &c);
        if (i % 8 == 0) count += focus_out_of_sight(&stage, scene->name, &c);
    }
    stage_close(&stage);
    assert_int_equal(count, 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_any_window)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
