// cli/cmd_play.c — convene play: the window of one person and computer-played others. Never: a rule.
#include "cli/cli.h"
#include "cli/look.h"
#include "cli/record_file.h"
#include <stdio.h>

static const ArgFlag flags[] = {
        {"--actor",       "A",   "play this actor at once"                        },
        {"--format",      "F",   "time plan, for example micro, hour or two_hours"},
        {"--seed",        "N",   "the same game again: 1 or more"                 },
        {"--lang",        "L",   "en or ar"                                       },
        {"--data",        "DIR", "where sessions are kept"                        },
        {"--theme",       "T",   "light, dark or contrast"                        },
        {"--scale",       "P",   "size of everything, 75 to 300 percent"          },
        {"--size",        "WxH", "size of the window"                             },
        {"--fonts",       "DIR", "folder with the Noto fonts"                     },
        {"--accelerated", NULL,  "draw with the graphics card"                    },
        {"--figures",     NULL,  "print first_frame_ms at the end"                }
};

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

static int play(const Args *args, Err *err) {
    AppSettings settings;
    int64_t seed = 0;
    if (!look_settings(args, &settings, err)
            || !args_number(args, "--seed", 1, INT64_MAX, 0, &seed, err))
        return EXIT_USAGE;
    Desk *desk = desk_open(args_text(args, "--data", NULL), args_text(args, "--lang", "en"),
            &settings, err);
    if (!desk) return EXIT_SYSTEM;
    desk->seed = (uint64_t)seed;
    desk->places.format = args_text(args, "--format", NULL);
    int code = first_screen(desk, args, err) ? run_window(desk, args, err) : EXIT_FINDINGS;
    desk_close(desk);
    return code;
}

const CliCommand CLI_PLAY = {"play",
        "play [PACK or SESSION] [--actor A] [--seed N] [--lang L]", "Open the game",
        "  convene play                                  pick a case, or go on where you "
        "left\n"
        "  convene play riverside-link                   the card of one case\n"
        "  convene play riverside-link --actor link      play one actor at once\n"
        "  convene play riverside-link-1                 go on with a session; a workshop "
        "opens its doors again\n"
        "  convene play riverside-link --format hour     the same case in an hour\n"
        "  convene play riverside-link --lang ar         in Arabic, from right to left\n",
        flags, (int32_t)ARRAY_COUNT(flags), play};
