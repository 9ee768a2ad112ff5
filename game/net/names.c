// net/names.c — by which addresses this machine can be reached on its networks. Never: asks a name server.
#include "net/server_parts.h"
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

// The higher, the likelier a phone in the room can reach it: wireless before cable, private before
// public. -1: of no use.
static int32_t likely(const uv_interface_address_t *one, uint32_t address) {
    if (one->is_internal) return 0;
    if (inner(one->name) || address >> 16 == 0xA9FE) return -1;
    bool wireless = strncmp(one->name, "wl", 2) == 0;
    return 1 + (wireless ? 2 : 0) + (private_range(address) ? 1 : 0);
}

static int32_t rank_of(const uv_interface_address_t *one) {
    if (one->address.address4.sin_family != AF_INET) return -1;
    return likely(one, ntohl(one->address.address4.sin_addr.s_addr));
}

static void keep(
        const Server *server, const uv_interface_address_t *one, ServerName *name) {
    char text[INET_ADDRSTRLEN] = "";
    (void)uv_ip4_name(&one->address.address4, text, sizeof text);
    *name = (ServerName){.loopback = one->is_internal};
    snprintf(name->host, sizeof name->host, "%s:%d", text, server->port);
    snprintf(name->network, sizeof name->network, "%s", one->name);
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
    ServerName name = {.network = "lo", .loopback = true};
    snprintf(name.host, sizeof name.host, "localhost:%d", server->port);
    int32_t count = add(names, 0, most, name);
    snprintf(name.host, sizeof name.host, "127.0.0.1:%d", server->port);
    count = add(names, count, most, name);
    count = add_own_names(server, names, count, most);
    if (server->config.only_loopback || uv_interface_addresses(&all, &found) != 0)
        return count;
    for (int32_t rank = 4; rank >= 1; rank--) {
        for (int i = 0; i < found; i++) {
            if (rank_of(&all[i]) != rank) continue;
            keep(server, &all[i], &name);
            count = add(names, count, most, name);
        }
    }
    uv_free_interface_addresses(all, found);
    return count;
}
