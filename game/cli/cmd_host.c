// cli/cmd_host.c — convene host: opens a session to people with browsers. Never: a rule, a message.
#include "cli/cli.h"
#include "cli/host_wish.h"
#include "cli/overdue.h"
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
        {"--set",        "K=V",     "turn settings of the case: ease=7,public_cap=6"     },
        {"--public-url", "URL",     "address behind a proxy: https://play.example.org"   },
        {"--resume",     "SESSION", "go on with a session of the data folder"            },
        {"--session",    "FILE",    "go on with this session file, or make it"           },
        {"--sessions",   "R",       "so many sessions at once, for measuring"            },
        {"--rate",       "N",       "messages a second that one phone may send (10)"     },
        {"--at-once",    NULL,      "steps close as soon as all are ready"               },
        {"--local",      NULL,      "only this machine can connect"                      }
};

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
    for (int32_t i = 0; i < host->house->parties_count; i++) {
        bool alone =
                i == 0 || parties[i - 1]->second == parties[i]; // not those for measuring
        if (alone) door_print(&host->door, host->server, parties[i]);
    }
}

// Who hosts without a window reads the new address where the first one stands.
static void say_new_address(const Hosting *host) {
    puts("\nThe network changed. The game is paused; people scan again, or type their seat "
         "code.");
    for (int32_t i = 0; i < host->house->parties_count; i++) {
        const Party *party = host->house->parties[i];
        if (party) door_print(&host->door, host->server, party);
    }
}

static void say_second(const Hosting *host, const Party *second) {
    puts("\nA second session of the same case is open, led by the same facilitator's "
         "code.");
    door_print(&host->door, host->server, second);
}

// The same line as at the beginning, with all that are open.
static void say_second_json(const Hosting *host, const Party *second) {
    (void)second;
    door_print_json(
            &host->door, host->server, host->house->parties, host->house->parties_count);
}

static int run_host(const Args *args, Err *err) {
    HostWish wish;
    bool findings = false;
    if (!host_wish_read(args, &wish, err)) return EXIT_USAGE;
    overdue_print(args_on(args, "--json") ? stderr : stdout, wish.house.data);
    Hosting *hosting =
            hosting_open(&wish.house, &wish.server, wish.public_url, &findings, err);
    if (!hosting) return findings ? EXIT_FINDINGS : EXIT_SYSTEM;
    say_open(hosting, args);
    bool json = args_on(args, "--json");
    if (!json) hosting->say_address = say_new_address;
    hosting->say_second = json ? say_second_json : say_second;
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
        flags, (int32_t)ARRAY_COUNT(flags), run_host, has_windows};
