// cli/cmd_shot.c — convene shot: its flags and examples. Never: the picture (windowed_shot.c).
#include "cli/cli.h"

static const ArgFlag flags[] = {
        {"--pack",  "PACK",     "the case (riverside-link)" },
        {"--actor", "A",        "whose seat"                },
        {"--seed",  "N",        "which game (1)"            },
        {"--round", "R",        "not before this round (1)" },
        {"--size",  "WxH",      "pixels (1280x800)"         },
        {"--scale", "P",        "75 to 300 percent"         },
        {"--theme", "T",        "light, dark or contrast"   },
        {"--lang",  "L",        "en or ar"                  },
        {"--fonts", "DIR",      "folder with the Noto fonts"},
        {"--data",  "DIR",      "where sessions are kept"   },
        {"--out",   "FILE.png", "where the picture goes"    }
};

const CliCommand CLI_SHOT = {"shot",
        "shot SCREEN [--pack PACK] [--round R] [--size WxH] [--lang L] --out FILE.png",
        "A picture of a screen, without a display",
        "  convene shot table --out table.png\n"
        "  convene shot meeting --round 2 --size 1920x1080 --scale 150 --theme dark --out "
        "meeting.png\n"
        "  convene shot end --lang ar --out end.png\n"
        "  convene shot lobby --out lobby.png               what a workshop begins with\n",
        flags, (int32_t)ARRAY_COUNT(flags), NULL, cli_always};
