// cli/cmd_join.c — convene join: its flags and examples. Never: the window (windowed_join.c).
#include "cli/cli.h"

static const ArgFlag flags[] = {
        {"--code",  "N",   "the six digits on the board, or the eight of your seat"},
        {"--name",  "N",   "a name of your choice; none is needed"                 },
        {"--watch", NULL,  "observe instead of playing"                            },
        {"--data",  "DIR", "where this machine remembers its seat"                 },
        {"--lang",  "L",   "en or ar"                                              },
        {"--theme", "T",   "light, dark or contrast"                               },
        {"--scale", "P",   "size of everything, 75 to 300 percent"                 },
        {"--size",  "WxH", "size of the window"                                    },
        {"--fonts", "DIR", "folder with the Noto fonts"                            }
};

const CliCommand CLI_JOIN = {"join", "join ADDRESS [--code N] [--lang L]",
        "Take a seat of a session in the network",
        "  convene join 192.168.1.5:8080 --code 482913      the address and code on the "
        "board\n"
        "  convene join http://laptop.local:8080 --code 482913   the same by the laptop's "
        "name\n"
        "  convene join 192.168.1.5:8080                    again in the seat this machine "
        "had there\n"
        "  convene join 192.168.1.5:8080 --code 44109327    back in your seat, by its own "
        "code\n",
        flags, (int32_t)ARRAY_COUNT(flags), NULL, cli_always};
