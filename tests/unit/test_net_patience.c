// tests/unit/test_net_patience.c — how long the server waits for whom, and for how many: at each limit and one past it, on a clock that is turned on. Never: waits for real.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "net_world.h"

enum { LOOKS = 3 * TICK_MS * 1000, MANY = 60 };

// After this the server has looked at everybody at least twice.
static void let_it_look(void) { usleep(LOOKS); }

static void says_and_hears(int fd) {
    char answer[300];
    size_t have = 0;
    client_say(fd, "still here");
    while (!memmem(answer, have, "still here", 10)) { // pings come before it
        ssize_t got = client_read(fd, answer + have, sizeof answer - have, PATIENCE_MS);
        assert_true(got > 0);
        have += (size_t)got;
    }
}

// Takes up as much as the systems between us keep, and then some, without ever reading.
static int stuck(World *world) {
    int fd = client_connect(server_port(world->server)), small = 1024;
    char answer[2000], frame[8 + 1000] = {(char)0x81, (char)0xFE, 3, (char)0xE8};
    (void)setsockopt(fd, SOL_SOCKET, SO_RCVBUF, &small, sizeof small);
    client_upgrade(fd, server_port(world->server));
    assert_true(client_read(fd, answer, sizeof answer, PATIENCE_MS) > 0);
    memset(frame + 8, 'x', 1000);
    for (int32_t i = 0; i < MANY; i++)
        client_write(fd, frame, sizeof frame);
    wait_for(&world->messages, MANY);
    assert_int_equal(world->messages, MANY);
    return fd;
}

static void who_stops_reading_is_dropped_after_a_while(void **context) {
    World *world = *context;
    int bad = stuck(world), good = upgraded(world);
    says_and_hears(good);
    turn_on(world, STUCK_MS - 2000);
    let_it_look();
    assert_int_equal(world->closed, 0);
    says_and_hears(good);
    turn_on(world, 2000);
    wait_for(&world->closed, 1);
    assert_int_equal(world->closed, 1);
    says_and_hears(good);
    close(bad);
    close(good);
}

static void who_is_silent_is_asked_then_dropped(void **context) {
    World *world = *context;
    char answer[300];
    int fd = upgraded(world);
    let_it_look();
    assert_int_equal(client_read(fd, answer, sizeof answer, 0), 0);
    turn_on(world, PING_AFTER_MS);
    assert_int_equal(client_read(fd, answer, sizeof answer, PATIENCE_MS), 2);
    assert_memory_equal(answer, "\x89\x00", 2); // a ping
    client_write(fd, "\x8A\x80\0\0\0\0", 6);    // its answer: the silence begins anew
    let_it_look();
    turn_on(world, SILENCE_MS - 2000);
    let_it_look();
    assert_int_equal(world->closed, 0);
    turn_on(world, 2000);
    wait_for(&world->closed, 1);
    assert_int_equal(world->closed, 1);
    close(fd);
}

// Every byte starts the library's own timeout again; ours is a deadline.
static void a_request_in_drops_has_a_deadline(void **context) {
    World *world = *context;
    char answer[300];
    int fd = client_connect(server_port(world->server));
    client_write(fd, "GET / HT", 8);
    let_it_look();
    for (int32_t i = 0; i < REQUEST_SECONDS - 2; i++) {
        turn_on(world, 1000);
        client_write(fd, "a", 1);
        usleep(20000);
        assert_int_equal(client_read(fd, answer, sizeof answer, 0), 0);
    }
    turn_on(world, 2000);
    assert_int_equal(client_read(fd, answer, sizeof answer, PATIENCE_MS), -1);
    close(fd);
}

// A page that was fetched leaves its connection open for the next one, and that has its own deadline.
static void the_next_request_has_its_own_deadline(void **context) {
    World *world = *context;
    char text[300], answer[4000];
    int fd = client_connect(server_port(world->server));
    get(world, text, sizeof text, "/", "");
    client_write(fd, text, strlen(text));
    assert_true(client_read(fd, answer, sizeof answer, PATIENCE_MS) > 0);
    turn_on(world, 1000 * REQUEST_SECONDS / 2);
    client_write(fd, text, strlen(text));
    assert_true(client_read(fd, answer, sizeof answer, PATIENCE_MS) > 0);
    turn_on(world, 1000 * REQUEST_SECONDS - 2000);
    let_it_look();
    assert_int_equal(client_read(fd, answer, sizeof answer, 0), 0);
    client_write(fd, "GET", 3);
    turn_on(world, 2000);
    assert_int_equal(client_read(fd, answer, sizeof answer, PATIENCE_MS), -1);
    close(fd);
}

// Our close frame was sent and the other end never answers it.
static void who_never_says_goodbye_is_left(void **context) {
    World *world = *context;
    char answer[300];
    int fd = upgraded(world);
    client_say(fd, "bye");
    assert_int_equal(client_read(fd, answer, sizeof answer, PATIENCE_MS), 8);
    turn_on(world, LINGER_MS);
    wait_for(&world->closed, 1);
    assert_int_equal(world->closed, 1);
    close(fd);
}

static int status_through_proxy(World *world, const char *who, int *fd) {
    char text[600], answer[2000];
    int status = 0;
    *fd = client_connect(server_port(world->server));
    get(world, text, sizeof text, "/api/1/ws", who);
    client_write(*fd, text, strlen(text));
    if (client_read(*fd, answer, sizeof answer, PATIENCE_MS) > 0)
        (void)sscanf(answer, "HTTP/1.1 %d", &status);
    return status;
}

#define SOCKET_FOR(addresses)                                                              \
    "X-Forwarded-For: " addresses "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"      \
    "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Protocol: convene.1\r\n"                   \
    "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"

// Behind a proxy each person's address counts, as the proxy saw it, whatever the person claims it is.
static void strangers_of_one_address_are_counted(void **context) {
    World *world = *context;
    int fds[ADDRESS_STRANGERS_MAX + 2];
    world->elsewhere = true;
    for (int32_t i = 0; i < ADDRESS_STRANGERS_MAX; i++)
        assert_int_equal(
                status_through_proxy(world, SOCKET_FOR("1.2.3.4, 10.0.0.7"), &fds[i]), 101);
    assert_int_equal(status_through_proxy(world, SOCKET_FOR("5.6.7.8,10.0.0.7"),
                             &fds[ADDRESS_STRANGERS_MAX]),
            503);
    assert_int_equal(status_through_proxy(world, SOCKET_FOR("10.0.0.8"),
                             &fds[ADDRESS_STRANGERS_MAX + 1]),
            101);
    for (size_t i = 0; i < ARRAY_COUNT(fds); i++)
        close(fds[i]);
}

// As many as there is room for, all known; one more is told to come back later.
static void the_house_is_full_at_its_limit(void **context) {
    World *world = *context;
    static int fds[SOCKETS_MAX];
    char text[300], answer[2000];
    world->vouches = true;
    for (int32_t i = 0; i < SOCKETS_MAX; i++) {
        fds[i] = upgraded(world);
        client_say(fds[i], "me");
        assert_int_equal(client_read(fds[i], answer, sizeof answer, PATIENCE_MS), 4);
    }
    get(world, text, sizeof text, "/", "");
    assert_int_equal(status_of(world, text, answer, sizeof answer), 503);
    says_and_hears(fds[0]);
    close(fds[1]);
    wait_for(&world->closed, 1);
    let_it_look();
    fds[1] = upgraded(world);
    for (int32_t i = 0; i < SOCKETS_MAX; i++)
        close(fds[i]);
    wait_for(&world->closed, SOCKETS_MAX + 1);
}

// Limits that only make sense beside each other: ours is reached before the library's and the system's.
static void limits_fit_each_other(void **context) {
    (void)context;
    assert_true(LIBRARY_SOCKETS_MAX > SOCKETS_MAX); // so that we answer 503
    assert_true(SOCKETS_STRANGERS_MAX < SOCKETS_MAX);
    assert_true(ADDRESS_STRANGERS_MAX < SOCKETS_STRANGERS_MAX);
    assert_true(REQUEST_IDLE_SECONDS > REQUEST_SECONDS); // the deadline is ours
    assert_true(READ_BUDGET >= MESSAGE_MAX);             // a message a turn
    assert_true(QUEUE_HIGH > SEND_BUFFER);
    assert_true(SILENCE_MS > 2 * PING_AFTER_MS); // one ping may be lost
    assert_true(LISTEN_BACKLOG >= SOCKETS_STRANGERS_MAX);
}

#define IN_A_WORLD(test) cmocka_unit_test_setup_teardown(test, open_world, close_world)

int main(void) {
    const struct CMUnitTest tests[] = {
            IN_A_WORLD(who_stops_reading_is_dropped_after_a_while),
            IN_A_WORLD(who_is_silent_is_asked_then_dropped),
            IN_A_WORLD(a_request_in_drops_has_a_deadline),
            IN_A_WORLD(the_next_request_has_its_own_deadline),
            IN_A_WORLD(who_never_says_goodbye_is_left),
            IN_A_WORLD(strangers_of_one_address_are_counted),
            IN_A_WORLD(the_house_is_full_at_its_limit),
            cmocka_unit_test(limits_fit_each_other),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
