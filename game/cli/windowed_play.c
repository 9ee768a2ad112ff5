// cli/windowed_play.c — convene play: the window of one person and computer-played others. Never: a rule.
#include "cli/desk_settings.h"
#include "cli/look.h"
#include "cli/record_file.h"
#include "cli/windowed.h"
#include <stdio.h>

static bool first_screen(Desk *desk, const Args *args, Err *err) {
    desk_show_home(desk);
    if (args->names_count == 0) return true;
    if (record_file_named(&desk->places, args->names[0]))
        return desk_go_on(desk, args->names[0], err);
    const char *actor = args_text(args, "--actor", NULL);
    if (!actor) return desk_show_case(desk, args->names[0], err);
    return desk_load(desk, args->names[0], err) && desk_start(desk, actor, true, err);
}

static int run_window(Desk *desk, const Args *args, Err *err) {
    PlaySetup setup = {.poll = desk_poll,
            .poll_context = desk,
            .software = !args_on(args, "--accelerated"),
            .font_folder = args_text(args, "--fonts", NULL),
            .picture_folder =
                    region_format(&desk->places.region, "%s/pictures", desk->places.data)};
    WindowFigures figures = {0};
    if (args_on(args, "--size") && !look_size(args, &setup.width, &setup.height, err))
        return EXIT_USAGE;
    if (!play_run(&desk->app, &setup, &figures, err)) return EXIT_SYSTEM;
    if (args_on(args, "--figures"))
        printf("first_frame_ms %lld ms\n", (long long)figures.first_frame_ms);
    return EXIT_FINE;
}

int windowed_play(const Args *args, Err *err) {
    AppSettings settings;
    int64_t seed = 0;
    if (!look_settings(args, &settings, err)
            || !args_number(args, "--seed", 1, INT64_MAX, 0, &seed, err))
        return EXIT_USAGE;
    Desk *desk = desk_open(args_text(args, "--data", NULL), args_text(args, "--lang", "en"),
            &settings, err);
    if (!desk) return EXIT_SYSTEM;
    desk_settings_remember(desk, args);
    desk->seed = (uint64_t)seed;
    char plan[PLACES_PLAN_BYTES];
    desk->places.format = places_plan(
            args_text(args, "--format", NULL), args_text(args, "--set", NULL), plan);
    int code = first_screen(desk, args, err) ? run_window(desk, args, err) : EXIT_FINDINGS;
    desk_close(desk);
    return code;
}
