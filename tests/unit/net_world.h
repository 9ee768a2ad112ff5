// tests/unit/net_world.h — a server on a free port in a thread of its own, whose clock can be turned on. Never: a test.
#ifndef TESTS_NET_WORLD_H
#define TESTS_NET_WORLD_H
#include "net/frames.h"
#include "net/limits.h"
#include "net/server.h"
#include "net_client.h"
#include <pthread.h>
#include <stdlib.h>

enum {
    PATIENCE_MS = 60 * 1000
}; // for a machine that does much else; nothing waits so long when all is well

typedef struct World {
    Server *server;
    Transport transport;
    pthread_t thread;
    Site site;
    ServerName names[8];
    const char *hosts[8];
    int32_t opened, closed, messages, turns, drains;
    bool vouches;     // everybody who speaks is known
    bool elsewhere;   // peers come through a proxy
    int64_t ahead_ms; // how far the server's clock was turned on
} World;

static const SiteFile FILES[] = {
        {.path = "/",
         .type = "text/html; charset=utf-8",
         .body = {(const uint8_t *)"hello", 5}}
};

static inline void opened(void *context, int32_t peer, const PeerInfo *info) {
    World *world = context;
    assert_true(peer > 0 && info->loopback == !world->elsewhere);
    __atomic_add_fetch(&world->opened, 1, __ATOMIC_SEQ_CST);
}

// "bye" ends the conversation, everything else comes back.
static inline void message(void *context, int32_t peer, Bytes text) {
    World *world = context;
    __atomic_add_fetch(&world->messages, 1, __ATOMIC_SEQ_CST);
    if (world->vouches) world->transport.vouch(world->transport.context, peer);
    if (text.length == 3 && memcmp(text.data, "bye", 3) == 0) {
        world->transport.close(world->transport.context, peer, CLOSE_ENDED, "over");
    } else {
        world->transport.send(world->transport.context, peer, text);
    }
}

static inline void closed(void *context, int32_t peer) {
    World *world = context;
    (void)peer;
    __atomic_add_fetch(&world->closed, 1, __ATOMIC_SEQ_CST);
}

static inline void drained(void *context, int32_t peer) {
    World *world = context;
    (void)peer;
    __atomic_add_fetch(&world->drains, 1, __ATOMIC_SEQ_CST);
}

static inline void turn(void *context) { ((World *)context)->turns++; }

static inline void tick(void *context, int64_t now_ms) {
    (void)context;
    assert_true(now_ms >= 0);
}

static inline int64_t turned_on(void *context) {
    const World *world = context;
    Clock real = clock_system();
    return real.now_ms(real.context) + __atomic_load_n(&world->ahead_ms, __ATOMIC_SEQ_CST);
}

// Time goes by for the server, not for anybody else.
static inline void turn_on(World *world, int64_t ms) {
    __atomic_add_fetch(&world->ahead_ms, ms, __ATOMIC_SEQ_CST);
}

static inline void *serve(void *context) {
    server_run(((World *)context)->server);
    return NULL;
}

static inline int open_world(void **context) {
    World *world = calloc(1, sizeof *world);
    Err err = {0};
    world->site = (Site){.files = FILES, .files_count = 1, .hosts = world->hosts};
    ServerConfig config = {
            .port = 18080,
            .port_last = 18180,
            .only_loopback = true,
            .events = {world,   opened, message, drained, closed, turn, tick},
            .site = &world->site,
            .clock = {world, turned_on,   turned_on     }
    };
    world->server = server_open(&config, &err);
    if (!world->server) print_error("%s\n", err.what);
    assert_non_null(world->server);
    world->site.hosts_count = server_names(world->server, world->names, 8);
    for (int32_t i = 0; i < world->site.hosts_count; i++)
        world->hosts[i] = world->names[i].host;
    world->transport = server_transport(world->server);
    assert_int_equal(pthread_create(&world->thread, NULL, serve, world), 0);
    *context = world;
    return 0;
}

static inline int close_world(void **context) {
    World *world = *context;
    server_stop(world->server);
    pthread_join(world->thread, NULL);
    server_close(world->server);
    assert_int_equal(world->opened, world->closed);
    free(world);
    return 0;
}

// Status of the answer to raw bytes; 0 = silence, -1 = cut without a word.
static inline int status_of(World *world, const char *bytes, char *answer, size_t room) {
    int fd = client_connect(server_port(world->server)), status = 0;
    assert_true(fd >= 0);
    client_write(fd, bytes, strlen(bytes));
    ssize_t got = client_read(fd, answer, room, PATIENCE_MS);
    if (got > 0) (void)sscanf(answer, "HTTP/1.1 %d", &status);
    close(fd);
    return got < 0 ? -1 : status;
}

static inline void get(
        World *world, char *text, size_t room, const char *path, const char *more) {
    snprintf(text, room, "GET %s HTTP/1.1\r\nHost: localhost:%d\r\n%s\r\n", path,
            server_port(world->server), more);
}

static inline int upgraded(World *world) {
    char answer[2000];
    int fd = client_connect(server_port(world->server));
    client_upgrade(fd, server_port(world->server));
    assert_true(client_read(fd, answer, sizeof answer, PATIENCE_MS) > 0);
    if (!strstr(answer, "101 Switching Protocols")) fail_msg("%s", answer);
    assert_non_null(strstr(answer, "s3pPLMBiTxaQ9kYGzzhZRbK+xOo="));
    assert_non_null(strstr(answer, "convene.1"));
    return fd;
}

// Waits until the server has noticed; the loop is bounded, and the assert after it decides.
static inline void wait_for(const int32_t *count, int32_t wanted) {
    for (int32_t i = 0;
            i < PATIENCE_MS / 10 && __atomic_load_n(count, __ATOMIC_SEQ_CST) < wanted; i++)
        usleep(10000);
}

#endif // TESTS_NET_WORLD_H
