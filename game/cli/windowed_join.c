// cli/windowed_join.c — convene join: a seat of a session that somebody else hosts, in the window. Never: a rule, a message.
#include "cli/desk_seat.h"
#include "cli/desk_settings.h"
#include "cli/look.h"
#include "cli/windowed.h"
#include <stdio.h>

int windowed_join(const Args *args, Err *err) {
    AppSettings settings;
    PlaySetup setup = {.poll = desk_poll,
            .software = true,
            .font_folder = args_text(args, "--fonts", NULL)};
    if (args->names_count != 1) {
        err_set(err, ERR_USAGE, "join needs the address that stands on the board.");
        err_fix(err, "write for example: convene join 192.168.1.5:8080 --code 482913");
        return EXIT_USAGE;
    }
    if (!look_settings(args, &settings, err)
            || (args_on(args, "--size")
                    && !look_size(args, &setup.width, &setup.height, err)))
        return EXIT_USAGE;
    Desk *desk = desk_open(args_text(args, "--data", NULL), args_text(args, "--lang", "en"),
            &settings, err);
    if (!desk) return EXIT_SYSTEM;
    desk_settings_remember(desk, args);
    setup.picture_folder =
            region_format(&desk->places.region, "%s/pictures", desk->places.data);
    setup.poll_context = desk;
    int code = EXIT_USAGE;
    desk_show_home(desk);
    desk->app.join.watches = args_on(args, "--watch");
    snprintf(desk->app.join.name, sizeof desk->app.join.name, "%s",
            args_text(args, "--name", ""));
    if (desk_seat_join(desk, args->names[0], args_text(args, "--code", ""), err))
        code = play_run(&desk->app, &setup, NULL, err) ? EXIT_FINE : EXIT_SYSTEM;
    desk_close(desk);
    return code;
}
