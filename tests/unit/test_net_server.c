// tests/unit/test_net_server.c — the server on a real port: pages, messages, pieces, attacks, and nothing left open. Never: a second on the clock as a proof.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "net_world.h"
#include <dirent.h>

static void pages_come_with_their_headers(void **context) {
    World *world = *context;
    char text[600], answer[4000];
    get(world, text, sizeof text, "/", "");
    assert_int_equal(status_of(world, text, answer, sizeof answer), 200);
    assert_non_null(strstr(answer, "hello"));
    assert_non_null(strstr(answer, "Content-Security-Policy: default-src 'none'"));
    assert_non_null(strstr(answer, "X-Content-Type-Options: nosniff"));
    assert_non_null(strstr(answer, "Cache-Control: no-store"));
    get(world, text, sizeof text, "/etc/passwd", "");
    assert_int_equal(status_of(world, text, answer, sizeof answer), 404);
    get(world, text, sizeof text, "/%00/../etc/passwd", "");
    assert_int_equal(status_of(world, text, answer, sizeof answer), 400);
    get(world, text, sizeof text, "/", "Origin: http://evil.example\r\n");
    assert_int_equal(status_of(world, text, answer, sizeof answer), 403);
    get(world, text, sizeof text, "/", "Transfer-Encoding: chunked\r\n");
    assert_int_equal(status_of(world, text, answer, sizeof answer), 400);
    get(world, text, sizeof text, "/api/1/ws", "");
    assert_int_equal(status_of(world, text, answer, sizeof answer), 426);
    assert_int_equal(status_of(world, "GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n",
                             answer, sizeof answer),
            421);
    assert_int_equal(
            status_of(world, "GET / HTTP/1.1\r\n\r\n", answer, sizeof answer), 400);
}

static void messages_come_back(void **context) {
    World *world = *context;
    char answer[300];
    int fd = upgraded(world);
    for (int32_t i = 0; i < 50; i++) {
        client_say(fd, "ping pong");
        assert_int_equal(client_read(fd, answer, sizeof answer, PATIENCE_MS), 11);
        assert_memory_equal(answer, "\x81\x09ping pong", 11);
    }
    client_say(fd, "bye");
    assert_int_equal(client_read(fd, answer, sizeof answer, PATIENCE_MS), 8);
    assert_memory_equal(answer, "\x88\x06\x0F\xA6over", 8); // 4006
    close(fd);
}

// Whoever held back while a queue was full waits for this word, also when all of it left in one write.
static void an_empty_queue_is_told_each_time(void **context) {
    World *world = *context;
    char answer[300];
    int fd = upgraded(world);
    for (int32_t i = 1; i <= 5; i++) {
        client_say(fd, "ping");
        assert_int_equal(client_read(fd, answer, sizeof answer, PATIENCE_MS), 6);
    }
    close(fd);
    for (int32_t i = 0;
            i < PATIENCE_MS && !__atomic_load_n(&world->closed, __ATOMIC_SEQ_CST); i++)
        usleep(1000);
    assert_int_equal(__atomic_load_n(&world->drains, __ATOMIC_SEQ_CST), 5);
}

// What comes in the same packet as the handshake is not lost.
static void early_words_are_heard(void **context) {
    World *world = *context;
    char answer[2000] = "";
    int fd = client_connect(server_port(world->server));
    client_upgrade(fd, server_port(world->server));
    client_say(fd, "early");
    size_t have = 0;
    while (have < sizeof answer - 1
            && !memmem(answer, have,
                    "\x81\x05"
                    "early",
                    7)) {
        ssize_t got = client_read(fd, answer + have, sizeof answer - have, PATIENCE_MS);
        assert_true(got > 0);
        have += (size_t)got;
    }
    close(fd);
}

static int32_t descriptors(void) {
    int32_t count = 0;
    DIR *folder = opendir("/proc/self/fd");
    assert_non_null(folder);
    while (readdir(folder))
        count++;
    closedir(folder);
    return count;
}

static void nothing_stays_open(void **context) {
    World *world = *context;
    close(upgraded(world));
    wait_for(&world->closed, 1);
    usleep(300000);
    int32_t before = descriptors();
    for (int32_t i = 0; i < 300; i++) {
        int fd = upgraded(world);
        client_say(fd, "hi");
        close(fd);
    }
    wait_for(&world->closed, 301);
    assert_int_equal(__atomic_load_n(&world->closed, __ATOMIC_SEQ_CST), 301);
    usleep(300000);
    assert_true(descriptors() <= before + 2);
}

// Strangers from one address are few; who has shown a token does not count.
static void strangers_are_counted(void **context) {
    World *world = *context;
    char text[600], answer[4000];
    int fds[SOCKETS_STRANGERS_MAX + 1];
    for (int32_t i = 0; i < SOCKETS_STRANGERS_MAX; i++)
        fds[i] = upgraded(world);
    get(world, text, sizeof text, "/api/1/ws",
            "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
            "Sec-WebSocket-Protocol: convene.1\r\nSec-WebSocket-Key: "
            "dGhlIHNhbXBsZSBub25jZQ==\r\n");
    assert_int_equal(status_of(world, text, answer, sizeof answer), 503);
    assert_non_null(strstr(answer, "Retry-After"));
    close(fds[0]);
    wait_for(&world->closed, 1);
    usleep(100000);
    fds[0] = upgraded(world);
    for (int32_t i = 0; i < SOCKETS_STRANGERS_MAX; i++)
        close(fds[i]);
}

// A client that floods and never reads costs little, and others are served meanwhile.
static void a_flood_is_cut(void **context) {
    World *world = *context;
    char answer[300], flood[6000];
    int bad = upgraded(world), good = upgraded(world);
    for (size_t i = 0; i < sizeof flood; i += 6)
        memcpy(flood + i, "\x89\x80\0\0\0\0", 6);
    for (int32_t i = 0; i < 200; i++)
        client_write(bad, flood, sizeof flood);
    client_say(good, "still here");
    assert_int_equal(client_read(good, answer, sizeof answer, PATIENCE_MS), 12);
    wait_for(&world->closed, 1);
    assert_int_equal(__atomic_load_n(&world->closed, __ATOMIC_SEQ_CST), 1);
    close(bad);
    close(good);
}

static void everybody_hears_the_end(void **context) {
    World *world = *context;
    char answer[300];
    int fds[20];
    for (int32_t i = 0; i < 20; i++)
        fds[i] = upgraded(world);
    server_stop(world->server);
    pthread_join(world->thread, NULL);
    server_close(world->server);
    for (int32_t i = 0; i < 20; i++) {
        assert_true(client_read(fds[i], answer, sizeof answer, 100) >= 4);
        assert_memory_equal(answer, "\x88\x02\x03\xE9", 4); // 1001
        close(fds[i]);
    }
    assert_int_equal(world->closed, 20);
    open_world(context); // for the end of the test
    free(world);
}

#define IN_A_WORLD(test) cmocka_unit_test_setup_teardown(test, open_world, close_world)

int main(void) {
    const struct CMUnitTest tests[] = {
            IN_A_WORLD(pages_come_with_their_headers),
            IN_A_WORLD(messages_come_back),
            IN_A_WORLD(an_empty_queue_is_told_each_time),
            IN_A_WORLD(early_words_are_heard),
            IN_A_WORLD(nothing_stays_open),
            IN_A_WORLD(strangers_are_counted),
            IN_A_WORLD(a_flood_is_cut),
            IN_A_WORLD(everybody_hears_the_end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
