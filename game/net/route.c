// net/route.c — the order in which a request is judged, and the sentences for what is refused. Never: anything that depends on a session.
#include "net/route.h"
#include "net/handshake.h"
#include <stdio.h>
#include <string.h>

typedef struct Refusal {
    uint16_t status;
    const char *sentence;
} Refusal;

static const Refusal REFUSALS[] = {
        {400, "This request is not well formed.\n"                            },
        {403, "This page belongs to another address.\n"                       },
        {404, "There is nothing here. Check the address on the board.\n"      },
        {405, "This can only be read.\n"                                      },
        {413, "This is too much.\n"                                           },
        {414, "This address is too long.\n"                                   },
        {421, "This machine is not called so. Use the address on the board.\n"},
        {426, "This program speaks another version. Reload the page.\n"       },
        {431, "There are too many headers.\n"                                 },
        {503, "The room is full for now. Try again in a moment.\n"            },
};

static void refuse(HttpAnswer *answer, uint16_t status) {
    *answer = (HttpAnswer){.status = status, .sentence = ""};
    for (size_t i = 0; i < ARRAY_COUNT(REFUSALS); i++) {
        if (REFUSALS[i].status == status) answer->sentence = REFUSALS[i].sentence;
    }
}

// "https://play.example.org" without its scheme is the Host a proxy passes on.
static const char *public_host(const Site *site) {
    if (!site->public_url) return NULL;
    const char *slashes = strstr(site->public_url, "://");
    return slashes ? slashes + 3 : site->public_url;
}

bool route_by_proxy(const Site *site, const HttpRequest *request) {
    const char *name = public_host(site);
    return name && strcmp(name, request->host) == 0;
}

static bool own_host(const Site *site, const char *host) {
    for (int32_t i = 0; i < site->hosts_count; i++) {
        if (strcmp(site->hosts[i], host) == 0) return true;
    }
    const char *name = public_host(site);
    return name && strcmp(name, host) == 0;
}

// A page may only talk to the host it came from: "http://" + Host, or the public address.
static bool own_origin(const Site *site, const HttpRequest *request) {
    if (request->origins == 0) return true;
    if (site->public_url && strcmp(site->public_url, request->origin) == 0) return true;
    bool http = strncmp(request->origin, "http://", 7) == 0;
    return http && strcmp(request->origin + 7, request->host) == 0;
}

static const SiteFile *find_file(const Site *site, const char *path) {
    for (int32_t i = 0; i < site->files_count; i++) {
        if (strcmp(site->files[i].path, path) == 0) return &site->files[i];
    }
    return NULL;
}

static void upgrade(const HttpRequest *request, HttpAnswer *answer) {
    bool asks =
            request->upgrade_websocket && request->connection_upgrade && request->http11;
    bool speaks = request->versions == 1 && strcmp(request->version, "13") == 0;
    if (!asks || !speaks || !request->offers_protocol || request->protocols != 1) {
        refuse(answer, 426);
        return;
    }
    if (request->lengths > 0 || request->keys != 1 || !handshake_is_key(request->key)) {
        refuse(answer, 400);
        return;
    }
    *answer = (HttpAnswer){.status = 101, .upgrade = true, .sentence = ""};
    handshake_accept(request->key, answer->accept);
}

void route_answer(const Site *site, const HttpRequest *request, HttpAnswer *answer) {
    bool socket = strcmp(request->path, "/api/1/ws") == 0;
    const SiteFile *file = socket ? NULL : find_file(site, request->path);
    if (site->full) {
        refuse(answer, 503);
    } else if (request->fault) {
        refuse(answer, request->fault);
    } else if (request->hosts != 1) {
        refuse(answer, 400);
    } else if (!own_host(site, request->host)) {
        refuse(answer, 421);
    } else if (request->method != METHOD_GET && request->method != METHOD_HEAD) {
        refuse(answer, 405);
    } else if (!own_origin(site, request)) {
        refuse(answer, 403);
    } else if (socket && request->method == METHOD_GET) {
        upgrade(request, answer);
    } else if (!file) {
        refuse(answer, socket ? 405 : 404);
    } else {
        *answer = (HttpAnswer){.status = 200, .file = file, .sentence = ""};
        answer->gzip = request->accepts_gzip && file->gzip.length > 0;
    }
}

// 'self' is not taken for sockets by older Safari, so the address is named; Host was checked.
void route_policy(const HttpRequest *request, char out[512]) {
    snprintf(out, 512,
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' "
            "data:; "
            "font-src 'self'; connect-src 'self' ws://%s wss://%s; base-uri 'none'; "
            "form-action 'self'; frame-ancestors 'none'; require-trusted-types-for "
            "'script'; "
            "trusted-types lit-html convene",
            request->host, request->host);
}
