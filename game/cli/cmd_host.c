// cli/cmd_host.c — convene host: opens a session to people with browsers. Never: a rule, a message.
#include "cli/cli.h"
#include "cli/door.h"
#include "cli/house.h"
#include "cli/latch.h"
#include "net/site.h"
#include <stdio.h>
#include <stdlib.h>

enum { PORT_FIRST = 8080, PORT_LAST = 8089, SITE_FOLDERS = 2, WRITERS = 12 };

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

// What runs while people play.
typedef struct Host {
    House *house;
    SiteBook site;
    Door door;
    Crowd *crowd;
    Hall *hall;
    Server *server;
} Host;

static bool read_wish(const Args *args, HouseWish *wish, ServerConfig *server, Err *err) {
    int64_t port = 0, bots = 0, seed = 0, sessions = 0;
    if (!args_number(args, "--port", 0, 65535, PORT_FIRST, &port, err)
            || !args_number(args, "--bots", 0, ACTORS_MAX, 0, &bots, err)
            || !args_number(args, "--seed", 1, INT64_MAX, 0, &seed, err)
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
            .computers = (int32_t)bots};
    server->port = (uint16_t)port;
    server->port_last = args_on(args, "--port") ? (uint16_t)port : PORT_LAST;
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

static void record_failed(void *context, Party *party, const Err *err) {
    (void)context;
    (void)party;
    fprintf(stderr, "convene: %s\n  Where: %s\n  Fix: %s\n", err->what, err->where,
            err->fix);
}

// Closing must not meet it again.
static void forget_party(void *context, Party *party) {
    House *house = ((Host *)context)->house;
    latch_remove(&house->places, &party, 1);
    for (int32_t i = 0; i < house->parties_count; i++) {
        if (house->parties[i] == party) house->parties[i] = NULL;
    }
}

// The pages of the program, and beside the program what was fetched when it was built.
static bool read_site(Host *host, Err *err) {
    const Places *places = &host->house->places;
    Region region = {0};
    const char *folders[SITE_FOLDERS] = {
            region_format(&region, "%s/assets/web", places->home), places->program};
    bool good = site_read(&host->site, folders, SITE_FOLDERS, err);
    region_clear(&region);
    host->door.site.files = host->site.files;
    host->door.site.files_count = host->site.count;
    return good;
}

static bool open_hall(Host *host, const Args *args, ServerConfig *config, Err *err) {
    int64_t rate = 0;
    if (!args_number(args, "--rate", 1, 1000000, HALL_RATE, &rate, err)) return false;
    HallConfig hall = {.clock = clock_system(),
            .entropy = entropy_system(),
            .build = host->site.build,
            .rate = (int32_t)rate,
            .failed = record_failed,
            .erased = forget_party,
            .context = host};
    if (host->house->parties_count > 1) host->crowd = crowd_make(WRITERS);
    hall.crowd = host->crowd;
    host->hall = hall_make(&hall);
    for (int32_t i = 0; i < host->house->parties_count; i++) {
        if (!hall_add(host->hall, host->house->parties[i])) return false;
    }
    config->events = hall_events(host->hall);
    config->site = &host->door.site;
    host->server = server_open(config, err);
    if (!host->server) return false;
    hall_connect(host->hall, server_transport(host->server));
    return true;
}

static void say_open(const Host *host, const Args *args) {
    Party *const *parties = host->house->parties;
    if (args_on(args, "--json")) {
        door_print_json(&host->door, host->server, parties, host->house->parties_count);
        return;
    }
    bool display = getenv("DISPLAY") || getenv("WAYLAND_DISPLAY");
    if (!args_on(args, "--headless") && !display)
        puts("There is no display here: hosting without windows.\n");
    if (!args_on(args, "--port") && server_port(host->server) != PORT_FIRST)
        printf("Port %d is in use by another program; this session is on port %d.\n\n",
                PORT_FIRST, server_port(host->server));
    door_print(&host->door, host->server, parties[0]);
}

static void close_all(Host *host) {
    if (host->server) hall_goodbye(host->hall);
    server_close(host->server);
    hall_free(host->hall);
    crowd_free(host->crowd);
    house_close(host->house);
    site_free(&host->site);
}

static int host_with(Host *host, const Args *args, ServerConfig *config, Err *err) {
    if (!read_site(host, err) || !open_hall(host, args, config, err)) return EXIT_SYSTEM;
    door_open(&host->door, host->server, args_text(args, "--public-url", NULL));
    const House *house = host->house;
    if (!latch_leave(&house->places, (uint16_t)server_port(host->server), house->parties,
                house->parties_count, err)) {
        return EXIT_SYSTEM;
    }
    say_open(host, args);
    server_run(host->server);
    latch_remove(&house->places, house->parties, house->parties_count);
    return EXIT_FINE;
}

static int run_host(const Args *args, Err *err) {
    HouseWish wish;
    ServerConfig config = {0};
    bool findings = false;
    if (!read_wish(args, &wish, &config, err)
            || !check_url(args_text(args, "--public-url", NULL), err)) {
        return EXIT_USAGE;
    }
    Host *host = calloc(1, sizeof *host);
    ASSERT(host != NULL);
    int code = EXIT_SYSTEM;
    host->house = house_open(&wish, &findings, err);
    if (host->house) code = host_with(host, args, &config, err);
    close_all(host);
    free(host);
    return findings ? EXIT_FINDINGS : code;
}

const CliCommand CLI_HOST = {"host",
        "host PACK [--port P] [--bots N] [--headless] [--json]",
        "Open a session to people with phones",
        "  convene host riverside-link                      address, code and square for "
        "phones\n"
        "  convene host riverside-link --format hour        the same case in an hour\n"
        "  convene host riverside-link --bots 4             the computer plays four "
        "actors\n"
        "  convene host --resume riverside-link-3           go on after a break or a "
        "crash\n"
        "  convene host riverside-link --headless --json    for scripts: one line\n",
        flags, (int32_t)ARRAY_COUNT(flags), run_host};
