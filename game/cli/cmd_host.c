// cli/cmd_host.c — convene host: opens a session to people with browsers. Never: a rule, a message.
#include "cli/cli.h"
#include "cli/desk_host.h"
#include "cli/hosting.h"
#include <stdio.h>
#include <stdlib.h>

static const ArgFlag flags[] = {
        {"--port",       "P",       "this port only; 0 takes any free one"               },
        {"--data",       "DIR",     "where sessions are kept"                            },
        {"--bots",       "N",       "actors kept for the computer; people get the others"},
        {"--headless",   NULL,      "without windows"                                    },
        {"--json",       NULL,      "print one JSON object instead of words and a square"},
        {"--seed",       "N",       "the same game again: 1 or more"                     },
        {"--lang",       "L",       "language of who names none, for example ar"         },
        {"--format",     "F",       "time plan, for example micro, hour or two_hours"    },
        {"--public-url", "URL",     "address behind a proxy: https://play.example.org"   },
        {"--resume",     "SESSION", "go on with a session of the data folder"            },
        {"--session",    "FILE",    "go on with this session file, or make it"           },
        {"--sessions",   "R",       "so many sessions at once, for measuring"            },
        {"--rate",       "N",       "messages a second that one phone may send (10)"     },
        {"--local",      NULL,      "only this machine can connect"                      }
};

static bool read_wish(const Args *args, HouseWish *wish, ServerConfig *server, Err *err) {
    int64_t port = 0, bots = 0, seed = 0, sessions = 0, rate = 0;
    if (!args_number(args, "--port", 0, 65535, HOSTING_PORT_FIRST, &port, err)
            || !args_number(args, "--bots", 0, ACTORS_MAX, 0, &bots, err)
            || !args_number(args, "--seed", 1, INT64_MAX, 0, &seed, err)
            || !args_number(args, "--rate", 1, 1000000, HALL_RATE, &rate, err)
            || !args_number(args, "--sessions", 1, HALL_PARTIES_MAX, 1, &sessions, err)) {
        return false;
    }
    *wish = (HouseWish){.data = args_text(args, "--data", NULL),
            .pack = args->names_count > 0 ? args->names[0] : NULL,
            .session = args_text(args, "--resume", NULL),
            .file = args_text(args, "--session", NULL),
            .format = args_text(args, "--format", NULL),
            .lang = args_text(args, "--lang", NULL),
            .seed = (uint64_t)seed,
            .sessions = (int32_t)sessions,
            .rate = (int32_t)rate,
            .computers = (int32_t)bots};
    server->port = (uint16_t)port;
    server->port_last = args_on(args, "--port") ? (uint16_t)port : HOSTING_PORT_LAST;
    server->only_loopback = args_on(args, "--local");
    server->until_signal = true;
    if (args->names_count <= 1 && !(wish->file && sessions > 1)) return true;
    err_set(err, ERR_USAGE, "host plays one case, and one file holds one session.");
    return err_fix(err, "write for example: convene host riverside-link");
}

// The address must be one that a page's own address can be compared with, letter by letter.
static bool check_url(const char *url, Err *err) {
    if (!url) return true;
    bool http = strncmp(url, "http://", 7) == 0 || strncmp(url, "https://", 8) == 0;
    const char *host = http ? strstr(url, "://") + 3 : "";
    if (*host && !strchr(host, '/') && strlen(url) < DOOR_URL_BYTES) return true;
    err_set(err, ERR_USAGE, "\"%.100s\" is not the start of an address.", url);
    return err_fix(err, "write it without a path: --public-url https://play.example.org");
}

static bool has_display(void) { return getenv("DISPLAY") || getenv("WAYLAND_DISPLAY"); }

static bool has_windows(const Args *args) {
    return !args_on(args, "--headless") && !args_on(args, "--json") && has_display()
           && !args_on(args, "--sessions");
}

static void say_open(const Hosting *host, const Args *args) {
    Party *const *parties = host->house->parties;
    if (args_on(args, "--json")) {
        door_print_json(&host->door, host->server, parties, host->house->parties_count);
        return;
    }
    if (!args_on(args, "--headless") && !has_display())
        puts("There is no display here: hosting without windows.\n");
    if (!args_on(args, "--port") && server_port(host->server) != HOSTING_PORT_FIRST)
        printf("Port %d is in use by another program; this session is on port %d.\n\n",
                HOSTING_PORT_FIRST, server_port(host->server));
    door_print(&host->door, host->server, parties[0]);
}

static int run_host(const Args *args, Err *err) {
    HouseWish wish;
    ServerConfig config = {0};
    bool findings = false;
    const char *url = args_text(args, "--public-url", NULL);
    if (!read_wish(args, &wish, &config, err) || !check_url(url, err)) return EXIT_USAGE;
    if (has_windows(args)) return desk_host_run(&wish, &config, url, args, err);
    Hosting *hosting = hosting_open(&wish, &config, url, &findings, err);
    if (!hosting) return findings ? EXIT_FINDINGS : EXIT_SYSTEM;
    say_open(hosting, args);
    server_run(hosting->server);
    hosting_close(hosting);
    return EXIT_FINE;
}

const CliCommand CLI_HOST = {"host",
        "host PACK [--port P] [--bots N] [--headless] [--json]",
        "Open a session to people with phones",
        "  convene host riverside-link                      the lobby: address, code, who "
        "comes\n"
        "  convene host riverside-link --format hour        the same case in an hour\n"
        "  convene host riverside-link --bots 4             the computer plays four "
        "actors\n"
        "  convene host --resume riverside-link-3           go on after a break or a "
        "crash\n"
        "  convene host riverside-link --headless --json    for scripts: one line\n",
        flags, (int32_t)ARRAY_COUNT(flags), run_host};
