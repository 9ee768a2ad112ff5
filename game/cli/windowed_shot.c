// cli/windowed_shot.c — convene shot: a picture of any screen, without a display. Never: keeps a session.
#include "cli/look.h"
#include "cli/look_host.h"
#include "cli/windowed.h"
#include <stdio.h>
#include <stdlib.h>

typedef struct Look {
    AppSettings settings;
    ScreenKind screen;
    int64_t seed, round;
    int32_t width, height;
} Look;

static bool screen_named(const Args *args, ScreenKind *out, Err *err) {
    if (args->names_count == 1 && app_screen_of(args->names[0], out)) return true;
    const char *names[SCREENS_COUNT];
    for (int i = 0; i < SCREENS_COUNT; i++)
        names[i] = app_screen_name((ScreenKind)i);
    const char *given = args->names_count ? args->names[0] : "";
    const char *near = diag_nearest(given, names, SCREENS_COUNT);
    err_set(err, ERR_USAGE, "There is no screen \"%s\".", given);
    return err_fix(err,
            "write one of: home case author table meeting deals news end settings lobby "
            "console board%s%s.",
            near ? "; nearest: " : "", near ? near : "");
}

static bool prepare(
        Desk *desk, const Args *args, ScreenKind screen, int64_t round, Err *err) {
    const char *pack = args_text(args, "--pack", "riverside-link");
    desk_show_home(desk);
    if (screen == SCREEN_HOME || screen == SCREEN_SETTINGS || screen == SCREEN_AUTHOR)
        return true;
    if (screen == SCREEN_CASE) return desk_show_case(desk, pack, err);
    if (look_host_is(screen)) return look_host_to(desk, pack, screen, err);
    return desk_load(desk, pack, err)
           && desk_start(desk, args_text(args, "--actor", ""), false, err)
           && look_play_to(desk, screen, (int32_t)round, err);
}

static void draw(Desk *desk, const Args *args, const Look *look, Err *err) {
    const char *out = args_text(args, "--out", "shot.png");
    PlaySetup setup = {.software = true, .font_folder = args_text(args, "--fonts", NULL)};
    desk->seed = (uint64_t)look->seed;
    if (!prepare(desk, args, look->screen, look->round, err)) return;
    desk->app.screen = look->screen;
    if (play_shot(&desk->app, &setup, look->width, look->height, out, err))
        printf("%s\n", out);
}

int windowed_shot(const Args *args, Err *err) {
    Look look = {0};
    char folder[LOOK_FOLDER_BYTES] = "";
    bool good = screen_named(args, &look.screen, err)
                && look_settings(args, &look.settings, err)
                && look_size(args, &look.width, &look.height, err)
                && args_number(args, "--seed", 1, INT64_MAX, 1, &look.seed, err)
                && args_number(args, "--round", 1, 12, 1, &look.round, err);
    if (!good) return EXIT_USAGE;
    if (look.settings.scale_percent == 0) look.settings.scale_percent = 100;
    const char *data = args_text(args, "--data", NULL);
    if (look_host_is(look.screen)) {
        if (!look_host_folder(folder, err)) return EXIT_SYSTEM;
        data = folder;
    }
    Desk *desk = desk_open(data, args_text(args, "--lang", "en"), &look.settings, err);
    if (desk) draw(desk, args, &look, err);
    desk_close(desk);
    if (*folder) look_host_remove(folder);
    return desk ? EXIT_FINE : EXIT_SYSTEM;
}
