// cli/door.c — addresses, codes and the square, in a terminal or as JSON. Never: a code in a log.
#include "cli/door.h"
#include "cli/cli.h"
#include "net/qr.h"
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static void give(Door *door, const ServerName *name) {
    door->given = *name;
    if (door->public_url)
        snprintf(door->url, sizeof door->url, "%s", door->public_url);
    else
        snprintf(door->url, sizeof door->url, "http://%s", name->host);
}

// The place after one, in a circle, of an address that is not of this machine alone. -1: there is none.
static int32_t next_real(const Door *door, int32_t after) {
    for (int32_t i = 1; i <= door->count; i++) {
        int32_t place = (after + i) % door->count;
        if (!door->names[place].loopback) return place;
    }
    return -1;
}

static int32_t place_of_given(const Door *door) {
    for (int32_t i = 0; i < door->count; i++) {
        if (strcmp(door->names[i].host, door->given.host) == 0) return i;
    }
    return -1;
}

void door_take(Door *door, const ServerName *names, int32_t count) {
    door->count = core_min(count, DOOR_NAMES_MAX);
    for (int32_t i = 0; i < door->count; i++) {
        door->names[i] = names[i];
        door->hosts[i] = door->names[i].host;
    }
    door->site.hosts = door->hosts;
    door->site.hosts_count = door->count;
    door->site.public_url = door->public_url;
    int32_t likeliest = next_real(door, -1), here = place_of_given(door);
    bool stays = here >= 0 && !door->names[here].loopback;
    door->only_here = !door->public_url && likeliest < 0;
    if (stays)
        give(door, &door->names[here]);
    else if (likeliest >= 0)
        give(door, &door->names[likeliest]);
    else if (!door->given.host[0])
        give(door, &door->names[0]);
}

void door_look(Door *door, const Server *server) {
    ServerName names[DOOR_NAMES_MAX];
    door_take(door, names, server_names(server, names, DOOR_NAMES_MAX));
}

void door_choose_again(Door *door) {
    int32_t next = next_real(door, place_of_given(door));
    if (next >= 0) give(door, &door->names[next]);
}

void door_open(Door *door, const Server *server, const char *public_url) {
    door->public_url = public_url;
    door_look(door, server);
}

// The address with its codes, as the square holds it.
static const char *qr_text(const Door *door, const Party *party, Region *region) {
    return region_format(
            region, "%s/j#%s.%s", door->url, party->seats.pin, party->seats.qr);
}

static void print_square(const char *text) {
    QrSquare square;
    Buffer out = {0};
    if (!qr_make(text, &square)) return;
    qr_draw(&square, isatty(STDOUT_FILENO), &out);
    printf("\n%s", out.data);
    buffer_free(&out);
}

void door_print(const Door *door, const Server *server, const Party *party) {
    Region region = {0};
    const Session *session = party_session(party);
    const char *title = def_text(session->def, session->def->title);
    printf("%s\n\n  Open in any browser   %s\n  Join code             %.3s %.3s\n"
           "  Facilitator code      %s\n  Facilitator's page    "
           "http://localhost:%d/console\n",
            title, door->url, party->seats.pin, party->seats.pin + 3, party->seats.key,
            server_port(server));
    print_square(qr_text(door, party, &region));
    if (door->only_here)
        puts("\nNo network was found: only this machine can join. Connect to a network and "
             "start again.");
    if (party->restarted)
        puts("\nThe host restarted. Nothing was lost. The game is paused.");
    puts("\nStop with Ctrl+C. Everything is kept.");
    fflush(stdout);
    region_clear(&region);
}

static void add_member(Buffer *out, const char *name, const char *text) {
    buffer_format(out, ",\"%s\":", name);
    cli_json_text(out, text);
}

static void add_party(Buffer *out, const Door *door, const Party *party, Region *region) {
    add_member(out, "join_code", party->seats.pin);
    add_member(out, "facilitator_code", party->seats.key);
    add_member(out, "qr", qr_text(door, party, region));
}

void door_print_json(const Door *door, const Server *server, Party *const *parties,
        int32_t parties_count) {
    Region region = {0};
    Buffer out = {0};
    while (parties_count > 0 && !parties[0]) { // erased
        parties++;
        parties_count--;
    }
    if (parties_count == 0) return;
    buffer_add_text(&out, "{\"url\":");
    cli_json_text(&out, door->url);
    buffer_format(&out, ",\"port\":%d", server_port(server));
    add_party(&out, door, parties[0], &region);
    buffer_format(&out, ",\"restarted\":%s", parties[0]->restarted ? "true" : "false");
    while (!parties[parties_count - 1])
        parties_count--;
    for (int32_t i = 0; i < parties_count && parties_count > 1; i++) {
        if (!parties[i]) continue;
        buffer_format(&out, "%s{\"n\":%d", i == 0 ? ",\"sessions\":[" : ",", i + 1);
        add_party(&out, door, parties[i], &region);
        buffer_add_text(&out, i + 1 == parties_count ? "}]" : "}");
    }
    buffer_add_text(&out, "}\n");
    fputs(out.data, stdout);
    fflush(stdout);
    buffer_free(&out);
    region_clear(&region);
}
