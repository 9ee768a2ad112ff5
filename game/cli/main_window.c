// cli/main_window.c — where convene-window starts: every command, and those that open a window. Never: anything but that.
#include "cli/windowed.h"

static const CliWindow WINDOWS[] = {
        {"play", windowed_play},
        {"host", windowed_host},
        {"join", windowed_join},
        {"shot", windowed_shot}
};

int main(int argc, char **argv) {
    return cli_main(argc, argv, WINDOWS, (int32_t)ARRAY_COUNT(WINDOWS));
}
