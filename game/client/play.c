// client/play.c — joins app and window: frames, polling, pictures. Never: a session.
#include "client/play.h"
#include "base/clock.h"
#include "base/file.h"
#include <stdio.h>

typedef struct Play {
    App *app;
    const PlaySetup *setup;
    WindowApp *loop; // NULL for pictures
} Play;

static void draw(void *context, Ui *ui) { app_draw(((Play *)context)->app, ui); }

static bool poll(void *context) {
    Play *play = context;
    bool came = play->setup->poll && play->setup->poll(play->setup->poll_context);
    play->loop->poll_ms = core_max(play->setup->poll_ms, play->app->poll_ms);
    play->loop->pad_off = play->app->settings.no_pad;
    play->loop->board_screen = play->app->settings.board_screen;
    play->app->screens_count = window_screens();
    return came;
}

static bool side_wanted(void *context) {
    const App *app = ((Play *)context)->app;
    return app->board_open && app->board;
}

static void side_screen(void *context, Ui *ui) {
    app_draw_board(((Play *)context)->app, ui);
}

static void side_shown(void *context, const char *display) {
    App *app = ((Play *)context)->app;
    snprintf(app->board_display, sizeof app->board_display, "%s", display);
}

static void side_closed(void *context) { ((Play *)context)->app->board_open = false; }

static void side_key(void *context, UiKey key) {
    app_board_key(((Play *)context)->app, key);
}

static bool finished(void *context) { return ((Play *)context)->app->quit; }

static bool picture_path(void *context, char *path, size_t capacity) {
    const Play *play = context;
    const char *folder = play->setup->picture_folder;
    Err err = {0};
    Word refusal = discreet_refusal(play->app);
    if (refusal != WORD_NONE) app_set_notice(play->app, app_say(play->app, refusal));
    if (refusal != WORD_NONE || !folder) return false;
    if (!file_make_folder(folder, &err)) {
        app_set_notice(play->app, err.what);
        return false;
    }
    Clock clock = clock_system();
    int64_t stamp = clock.wall_ms(clock.context);
    return (size_t)snprintf(path, capacity, "%s/convene-%lld.png", folder, (long long)stamp)
           < capacity;
}

// A notice says where the picture is, or why there is none.
static void picture_done(void *context, const char *path, const char *problem) {
    App *app = ((Play *)context)->app;
    char text[sizeof app->notice];
    const char *pairs[3] = {"file", path, NULL};
    if (!word_fill(text, sizeof text, app_say(app, WORD_PICTURE_KEPT), pairs))
        text[sizeof text - 1] = 0;
    app_set_notice(app, *path ? text : problem);
}

static UiSetup ui_setup(const App *app, const PlaySetup *setup) {
    const AppSettings *settings = &app->settings;
    UiSetup ui = {.scale_percent = settings->scale_percent,
            .rtl = app->right_to_left,
            .reduced_motion = settings->reduced_motion};
    ui.text_percent = settings->text_percent;
    ui.letters = (UiLetters)settings->letters;
    ui.font_folder = setup->font_folder;
    ui.theme = app_theme(app);
    return ui;
}

MUST_USE bool play_run(App *app, const PlaySetup *setup, WindowFigures *figures, Err *err) {
    Play play = {app, setup, NULL};
    WindowSetup window = {.title = "Convene",
            .width = setup->width,
            .height = setup->height,
            .software = setup->software,
            .full_screen = app->settings.full_screen,
            .ui = ui_setup(app, setup)};
    WindowApp loop = {.context = &play,
            .screen = draw,
            .poll = poll,
            .poll_ms = setup->poll_ms,
            .finished = finished,
            .side_wanted = side_wanted,
            .side_screen = side_screen,
            .side_closed = side_closed,
            .side_key = side_key,
            .side_shown = side_shown,
            .picture_path = picture_path,
            .picture_done = picture_done};
    play.loop = &loop;
    return window_run(&window, &loop, figures, err);
}

MUST_USE bool play_shot(App *app, const PlaySetup *setup, int32_t width_px,
        int32_t height_px, const char *png_path, Err *err) {
    Play play = {app, setup, NULL};
    UiSetup ui = ui_setup(app, setup);
    return window_shot(&ui, width_px, height_px, draw, &play, png_path, err);
}
