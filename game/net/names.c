// net/names.c — by which addresses this machine can be reached on its networks. Never: asks a name server.
#include "net/names.h"
#include "net/server_parts.h"
#include "net/wireless.h"
#include <arpa/inet.h>
#include <stdio.h>
#include <string.h>

// Networks between programs of this machine, not between machines.
static bool inner(const char *network) {
    static const char *const starts[] = {
            "docker", "br-", "veth", "virbr", "tun", "tap", "wg", "vmnet", "vbox", "lxc"};
    for (size_t i = 0; i < ARRAY_COUNT(starts); i++) {
        if (strncmp(network, starts[i], strlen(starts[i])) == 0) return true;
    }
    return false;
}

static bool private_range(uint32_t address) {
    return address >> 24 == 10 || address >> 20 == 0xAC1 || address >> 16 == 0xC0A8;
}

int32_t names_likely(
        const char *interface, uint32_t address, bool loopback, bool is_way_out) {
    if (loopback) return 0;
    if (inner(interface) || address >> 16 == 0xA9FE) return -1;
    bool wireless = strncmp(interface, "wl", 2) == 0;
    return 1 + (is_way_out ? 4 : 0) + (wireless ? 2 : 0) + (private_range(address) ? 1 : 0);
}

// Rows "wlan0 00000000 0102A8C0 …": the second word is where to, nothing but zeros is anywhere.
void names_way_out(const char *routes, char out[NAMES_INTERFACE_BYTES]) {
    char interface[NAMES_INTERFACE_BYTES], target[12];
    out[0] = 0;
    for (const char *line = routes; line && *line; line = strchr(line, '\n')) {
        line += *line == '\n';
        if (sscanf(line, "%15s %11s", interface, target) != 2) continue;
        if (strcmp(target, "00000000") != 0) continue;
        snprintf(out, NAMES_INTERFACE_BYTES, "%s", interface);
        return;
    }
}

Hotspot names_hotspot(uint32_t address) {
    static const struct {
        uint32_t network, mask;
        Hotspot maker;
    } RANGES[] = {
            {0xAC140A00, 0xFFFFFFF0, HOTSPOT_IPHONE }, // 172.20.10.0/28
            {0xC0A82B00, 0xFFFFFF00, HOTSPOT_ANDROID}, // 192.168.43.0/24
            {0xC0A88900, 0xFFFFFF00, HOTSPOT_WINDOWS}, // 192.168.137.0/24
            {0x0A2A0000, 0xFFFFFF00, HOTSPOT_LINUX  }, // 10.42.0.0/24
    };
    for (size_t i = 0; i < ARRAY_COUNT(RANGES); i++) {
        if ((address & RANGES[i].mask) == RANGES[i].network) return RANGES[i].maker;
    }
    return HOTSPOT_NONE;
}

static uint32_t address_of(const uv_interface_address_t *one) {
    return ntohl(one->address.address4.sin_addr.s_addr);
}

static int32_t rank_of(const uv_interface_address_t *one, const char *way_out) {
    if (one->address.address4.sin_family != AF_INET) return -1;
    return names_likely(
            one->name, address_of(one), one->is_internal, strcmp(one->name, way_out) == 0);
}

static void find_way_out(char out[NAMES_INTERFACE_BYTES]) {
    char routes[4096] = "";
    FILE *file = fopen("/proc/net/route", "r");
    if (file) {
        size_t length = fread(routes, 1, sizeof routes - 1, file);
        routes[length] = 0;
        fclose(file);
    }
    names_way_out(routes, out);
}

static void keep(
        const Server *server, const uv_interface_address_t *one, ServerName *name) {
    char text[INET_ADDRSTRLEN] = "";
    (void)uv_ip4_name(&one->address.address4, text, sizeof text);
    *name = (ServerName){.loopback = one->is_internal,
            .hotspot = (uint8_t)names_hotspot(address_of(one))};
    snprintf(name->host, sizeof name->host, "%s:%d", text, server->port);
    wireless_name(one->name, name->network, sizeof name->network);
}

static int32_t add(ServerName *names, int32_t count, int32_t most, ServerName name) {
    if (count < most) names[count++] = name;
    return count;
}

// As the neighbours call this machine: "laptop" and "laptop.local". No page of a stranger can be called so, for
// such names are given on the own network alone; they are not shown, because not every phone can ask for them.
static int32_t add_own_names(
        const Server *server, ServerName *names, int32_t count, int32_t most) {
    static const char *const ENDS[] = {"", ".local"};
    char own[64];
    size_t room = sizeof own;
    if (uv_os_gethostname(own, &room) != 0 || strchr(own, '.')) return count;
    for (size_t i = 0; i < ARRAY_COUNT(ENDS); i++) {
        ServerName name = {.loopback = true};
        snprintf(name.host, sizeof name.host, "%.40s%s:%d", own, ENDS[i], server->port);
        count = add(names, count, most, name);
    }
    return count;
}

int32_t server_names(const Server *server, ServerName *names, int32_t most) {
    uv_interface_address_t *all = NULL;
    int found = 0;
    ServerName name = {.loopback = true};
    char way_out[NAMES_INTERFACE_BYTES];
    snprintf(name.host, sizeof name.host, "localhost:%d", server->port);
    int32_t count = add(names, 0, most, name);
    snprintf(name.host, sizeof name.host, "127.0.0.1:%d", server->port);
    count = add(names, count, most, name);
    count = add_own_names(server, names, count, most);
    if (server->config.only_loopback || uv_interface_addresses(&all, &found) != 0)
        return count;
    find_way_out(way_out);
    for (int32_t rank = NAMES_LIKELY_MOST; rank >= 1; rank--) {
        for (int i = 0; i < found; i++) {
            if (rank_of(&all[i], way_out) != rank) continue;
            keep(server, &all[i], &name);
            count = add(names, count, most, name);
        }
    }
    uv_free_interface_addresses(all, found);
    return count;
}
