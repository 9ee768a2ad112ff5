// cli/hosting.c — joins sessions, pages, hall and server, and takes them apart again. Never: what is said about it (cmd_host.c, desk_host.c).
#include "cli/hosting.h"
#include "cli/facts.h"
#include "cli/latch.h"
#include "cli/privacy.h"
#include "cli/terminal.h"
#include "store/room.h"
#include <stdio.h>
#include <stdlib.h>

enum { SITE_FOLDERS = 2, WRITERS = 12 };

static void record_failed(void *context, Party *party, const Err *err) {
    const Hosting *hosting = context;
    bool stands = party_session(party)->read_only;
    if (stands && party->stands) return; // said already
    if (stands) room_give_reserve(hosting->house->folder);
    if (stands) hall_stands(hosting->hall, party);
    terminal_print(stderr, "convene: %s\n  Where: %s\n  Fix: %s\n", err->what, err->where,
            err->fix);
}

static bool write_export(void *context, Party *party, int32_t kind, int32_t level,
        const char *lang, char path[HALL_PATH_BYTES], Err *err) {
    const Hosting *hosting = context;
    return privacy_export(hosting->house->places.data, party, (ExportKind)kind,
            (ExportLevel)level, lang, path, err);
}

// Closing must not meet it again.
static void forget_party(void *context, Party *party) {
    House *house = ((Hosting *)context)->house;
    latch_remove(&house->places, &party, 1);
    for (int32_t i = 0; i < house->parties_count; i++) {
        if (house->parties[i] == party) house->parties[i] = NULL;
    }
}

static void choose_address(void *context) {
    door_choose_again(&((Hosting *)context)->door);
}

static Party *open_second(void *context, Party *first, Err *err) {
    Hosting *hosting = context;
    House *house = hosting->house;
    Party *party = house_second(house, first, err);
    if (!party) return NULL;
    uint16_t port = (uint16_t)server_port(hosting->server);
    bool good = hall_add(hosting->hall, party);
    ASSERT(good); // both have room for as many
    if (!latch_leave(&house->places, port, &party, 1, err))
        terminal_print(stderr, "convene: %s\n  Where: %s\n", err->what, err->where);
    if (hosting->say_second) hosting->say_second(hosting, party);
    return party;
}

static void say_address(void *context) {
    Hosting *hosting = context;
    if (hosting->say_address) hosting->say_address(hosting);
}

// The pages of the program, and beside the program what was fetched when it was built.
static bool read_site(Hosting *hosting, Err *err) {
    const Places *places = &hosting->house->places;
    Region region = {0};
    const char *folders[SITE_FOLDERS] = {
            region_format(&region, "%s/assets/web", places->home), places->program};
    bool good = site_read(&hosting->site, folders, SITE_FOLDERS, err);
    region_clear(&region);
    hosting->door.site.files = hosting->site.files;
    hosting->door.site.files_count = hosting->site.count;
    return good;
}

// From a writer's thread; nothing is written before the server is there.
static void wake_server(void *context) { server_wake(((const Hosting *)context)->server); }

static bool open_hall(
        Hosting *hosting, const HouseWish *wish, ServerConfig *config, Err *err) {
    HallConfig hall = {.clock = clock_system(),
            .entropy = entropy_system(),
            .build = hosting->site.build,
            .rate = wish->rate ? wish->rate : HALL_RATE,
            .failed = record_failed,
            .second = open_second,
            .erased = forget_party,
            .exports = write_export,
            .address_changed = say_address,
            .context = hosting};
    int32_t writers = core_min(hosting->house->parties_count, WRITERS);
    hosting->crowd = crowd_make(writers, wake_server, hosting);
    hall.work = crowd_work(hosting->crowd);
    hosting->hall = hall_make(&hall);
    hall_tell(hosting->hall, facts_of, hosting);
    hall_choose(hosting->hall, choose_address);
    for (int32_t i = 0; i < hosting->house->parties_count; i++) {
        if (!hall_add(hosting->hall, hosting->house->parties[i])) return false;
    }
    hosting->inside = inside_make(hosting->hall, (Transport){0});
    config->events = hall_events(hosting->hall);
    config->site = &hosting->door.site;
    hosting->server = server_open(config, err);
    if (!hosting->server) return false;
    inside_connect(hosting->inside, server_transport(hosting->server));
    return true;
}

void hosting_close(Hosting *hosting) {
    if (!hosting) return;
    if (hosting->server) hall_goodbye(hosting->hall);
    server_close(hosting->server);
    House *house = hosting->house;
    if (house) latch_remove(&house->places, house->parties, house->parties_count);
    inside_free(hosting->inside);
    hall_free(hosting->hall);
    crowd_free(hosting->crowd);
    if (house) room_give_reserve(house->folder);
    house_close(hosting->house);
    site_free(&hosting->site);
    free(hosting);
}

Hosting *hosting_open(const HouseWish *wish, ServerConfig *server, const char *public_url,
        bool *findings, Err *err) {
    Hosting *hosting = calloc(1, sizeof *hosting);
    ASSERT(hosting != NULL);
    hosting->house = house_open(wish, findings, err);
    if (hosting->house && read_site(hosting, err)
            && open_hall(hosting, wish, server, err)) {
        House *house = hosting->house;
        uint16_t port = (uint16_t)server_port(hosting->server);
        door_open(&hosting->door, hosting->server, public_url);
        if (latch_leave(&house->places, port, house->parties, house->parties_count, err))
            return hosting;
    }
    hosting_close(hosting);
    return NULL;
}
