// cli/host_wish.c — the flags of convene host, checked. Never: opens anything.
#include "cli/host_wish.h"
#include <stdio.h>
#include <string.h>

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
            .lang = args_text(args, "--lang", NULL),
            .seed = (uint64_t)seed,
            .sessions = (int32_t)sessions,
            .rate = (int32_t)rate,
            .at_once = args_on(args, "--at-once"),
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

bool host_wish_read(const Args *args, HostWish *out, Err *err) {
    *out = (HostWish){.public_url = args_text(args, "--public-url", NULL)};
    if (!read_wish(args, &out->house, &out->server, err)) return false;
    out->house.format = places_plan(
            args_text(args, "--format", NULL), args_text(args, "--set", NULL), out->plan);
    return check_url(out->public_url, err);
}
