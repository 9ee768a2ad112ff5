// cli/cmd_play.c — convene play: its flags and examples. Never: the window (windowed_play.c).
#include "cli/cli.h"

static const ArgFlag flags[] = {
        {"--actor",       "A",   "play this actor at once"                        },
        {"--format",      "F",   "time plan, for example micro, hour or two_hours"},
        {"--set",         "K=V", "turn settings of the case: ease=7,public_cap=6" },
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
        flags, (int32_t)ARRAY_COUNT(flags), NULL, cli_always};
