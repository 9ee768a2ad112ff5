// tests/e2e/test_host_attack.c — hostile connections to the real program: each is refused with the right code while four honest people play on. Never: a second on the clock as a proof.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "host_world.h"
#include "net/limits.h"
#include "unit/net_client.h"

enum { HONEST = 4, SLOW = 500, FLOOD = 1000, BAD_LINE = 100, ROUNDS = 25 };

static int setup(void **state) {
    HostWorld *world = host_world_make("attack");
    *state = world;
    return host_with_people(world, HONEST) ? 0 : 1;
}

static int teardown(void **state) {
    host_part(*state, HONEST);
    return 0;
}

// Honest people act and are answered so many times.
static void honest_play(HostWorld *world, int32_t rounds) {
    for (int32_t round = 0; round < rounds; round++) {
        for (int32_t i = 0; i + 1 < HONEST; i++)
            host_act(world, i);
        assert_true(host_wait(world, host_all_answered, HONEST));
    }
}

// Status of the answer to raw bytes; 0 silence, -1 cut without a word.
static int status_of(const HostWorld *world, const char *bytes, size_t length) {
    char answer[2000];
    int fd = client_connect(world->port), status = 0;
    assert_true(fd >= 0);
    client_write(fd, bytes, length);
    ssize_t got = client_read(fd, answer, sizeof answer, 10000);
    if (got > 0) (void)sscanf(answer, "HTTP/1.1 %d", &status);
    close(fd);
    return got < 0 ? -1 : status;
}

static int status_with(const HostWorld *world, const char *path, const char *more) {
    char text[12000];
    int length = snprintf(text, sizeof text,
            "GET %s HTTP/1.1\r\nHost: localhost:%d\r\n%s\r\n", path, world->port, more);
    assert_true(length < (int)sizeof text);
    return status_of(world, text, (size_t)length);
}

static void bad_requests_have_their_codes(void **state) {
    HostWorld *world = *state;
    char large[9000];
    memset(large, 'a', sizeof large);
    memcpy(large, "X-Large: ", 9);
    memcpy(large + sizeof large - 3, "\r\n", 3);
    honest_play(world, 3);
    assert_int_equal(status_with(world, "/", ""), 200);
    assert_int_equal(status_with(world, "/api/1/health", ""), 200);
    assert_int_equal(status_with(world, "/", large), 431);
    assert_int_equal(status_with(world, "/%2e%2e/etc/passwd", ""), 400);
    assert_int_equal(status_with(world, "/../etc/passwd", ""), 404);
    assert_int_equal(status_with(world, "/", "Host: evil.example\r\n"), 400);
    assert_int_equal(status_with(world, "/", "Origin: http://evil.example\r\n"), 403);
    assert_int_equal(status_with(world, "/", "Transfer-Encoding: chunked\r\n"), 400);
    assert_int_equal(status_with(world, "/api/1/ws", ""), 426);
    assert_int_equal(status_with(world, "/api/1/ws",
                             "Origin: http://evil.example\r\nUpgrade: websocket\r\n"
                             "Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                             "Sec-WebSocket-Protocol: convene.1\r\n"
                             "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"),
            403);
    honest_play(world, 3);
    static const char *const raw[] = {"GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n",
            "GET / HTTP/1.1\r\nHost: 169.254.169.254:80\r\n\r\n"};
    for (size_t i = 0; i < ARRAY_COUNT(raw); i++)
        assert_int_equal(status_of(world, raw[i], strlen(raw[i])), 421);
    assert_int_equal(status_of(world, "GET / HTTP/1.1\r\n\r\n", 18), 400);
    char post[200];
    int length = snprintf(post, sizeof post,
            "POST / HTTP/1.1\r\nHost: localhost:%d\r\nContent-Length: 999999\r\n\r\n",
            world->port);
    assert_int_equal(status_of(world, post, (size_t)length), 405);
    static const char junk[] = "\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n";
    int status = status_of(world, junk, sizeof junk - 1);
    assert_true(status == -1 || status == 400 || status == 0);
    honest_play(world, 3);
}

static bool bad_is_gone(const HostWorld *world, int32_t line) {
    return world->people[line].gone;
}

static bool bad_is_on(const HostWorld *world, int32_t line) {
    return world->people[line].on;
}

static bool bad_is_seated(const HostWorld *world, int32_t line) {
    return world->people[line].token[0] != 0;
}

static void call_bad(HostWorld *world) {
    memset(&world->people[BAD_LINE], 0, sizeof world->people[BAD_LINE]);
    host_call(world, BAD_LINE);
    assert_true(host_wait(world, bad_is_on, BAD_LINE));
}

// Messages that are too large, no JSON, or not allowed; the code of the close is the right one.
static void bad_messages_have_their_codes(void **state) {
    HostWorld *world = *state;
    char large[MESSAGE_MAX + 200];
    call_bad(world);
    memset(large, 'x', sizeof large);
    dial_say(world->dial, BAD_LINE, (Bytes){(const uint8_t *)large, sizeof large});
    assert_true(host_wait(world, bad_is_gone, BAD_LINE));
    assert_int_equal(world->people[BAD_LINE].gone_with, CLOSE_TOO_BIG);
    call_bad(world);
    host_say(world, BAD_LINE, "not json");
    host_say(world, BAD_LINE, "{\"t\":\"cmd\",\"id\":\"1\",\"do\":\"seat.done\"}");
    host_say(world, BAD_LINE, "{\"t\":\"hello\",\"v\":1,\"kind\":\"seat\"}");
    assert_true(host_wait(world, bad_is_gone, BAD_LINE));
    assert_int_equal(world->people[BAD_LINE].gone_with, CLOSE_MALFORMED);
    assert_string_equal(world->people[BAD_LINE].refusal, "bad_message");
    honest_play(world, 3);
}

static int by_size(const void *left, const void *right) {
    int64_t a = *(const int64_t *)left, b = *(const int64_t *)right;
    return (a > b) - (a < b);
}

// How long the honest wait for all their answers while others do their worst; printed, never judged.
typedef struct Waits {
    int64_t us[4000];
    int32_t count;
} Waits;

static void timed_play(HostWorld *world, Waits *waits) {
    int64_t before = clock_bench_ns();
    honest_play(world, 1);
    if (waits->count < (int32_t)ARRAY_COUNT(waits->us))
        waits->us[waits->count++] = (clock_bench_ns() - before) / 1000;
}

static void print_waits(Waits *waits, const char *meanwhile) {
    qsort(waits->us, (size_t)waits->count, sizeof *waits->us, by_size);
    print_message("%d rounds of honest acts meanwhile (%s): p50 %lld us, p99 %lld us\n",
            waits->count, meanwhile, (long long)waits->us[waits->count / 2],
            (long long)waits->us[waits->count * 99 / 100]);
}

// Slow senders hold sockets, never anybody else; all are cut at the deadline, however they trickle.
static void slow_senders_are_cut(void **state) {
    HostWorld *world = *state;
    int fds[SLOW], cut = 0;
    Waits waits = {0};
    for (int32_t i = 0; i < SLOW; i++) {
        fds[i] = client_connect(world->port);
        assert_true(fds[i] >= 0);
        client_write(fds[i], "GET / HT", 8);
    }
    int64_t until = host_now_ms() + HOST_PATIENCE_MS;
    while (cut < SLOW && host_now_ms() < until) {
        timed_play(world, &waits);
        for (int32_t i = 0; i < SLOW; i++) {
            char answer[500];
            if (fds[i] < 0) continue;
            client_write(fds[i], "a", 1);
            if (client_read(fds[i], answer, sizeof answer, 0) == 0) continue;
            close(fds[i]);
            fds[i] = -1;
            cut++;
        }
        usleep(100000);
    }
    print_waits(&waits, "500 slow senders");
    assert_int_equal(cut, SLOW);
}

// One that takes a seat and never reads again costs the others nothing.
static void a_seat_that_never_reads(void **state) {
    HostWorld *world = *state;
    char answer[2000], text[200];
    int fd = client_connect(world->port);
    int small = 1024;
    assert_true(fd >= 0);
    (void)setsockopt(fd, SOL_SOCKET, SO_RCVBUF, &small, sizeof small);
    client_upgrade(fd, world->port);
    assert_true(client_read(fd, answer, sizeof answer, 10000) > 0);
    client_say(fd, "{\"t\":\"hello\",\"v\":1,\"kind\":\"seat\"}");
    snprintf(text, sizeof text,
            "{\"t\":\"claim\",\"cid\":\"%022d\",\"pin\":\"%s\",\"as\":\"play\"}", 777,
            world->pin);
    client_say(fd, text);
    honest_play(world, 12 * ROUNDS);
    for (int32_t i = 0; i < HONEST; i++)
        assert_true(world->people[i].deltas > 0);
    close(fd);
}

static int flood_setup(void **state) {
    HostWorld *world = host_world_make("flood");
    *state = world;
    if (!host_open(world, "tests/packs/thirty-seats", "10")) return 1;
    host_dial(world);
    for (int32_t i = 0; i < HONEST; i++)
        host_call(world, i);
    if (!host_wait(world, host_all_viewed, HONEST)) return 1;
    return host_console(world, (const char *const[]){"console.start", NULL}) ? 0 : 1;
}

// A seat that sends without end is told, then closed with its own code; its place stays.
static void a_flood_is_told_and_closed(void **state) {
    HostWorld *world = *state;
    memset(&world->people[BAD_LINE], 0, sizeof world->people[BAD_LINE]);
    snprintf(world->people[BAD_LINE].claim, 23, "%022d", 888);
    host_call(world, BAD_LINE);
    assert_true(host_wait(world, bad_is_seated, BAD_LINE));
    Waits waits = {0};
    for (int32_t i = 0; i < FLOOD && !world->people[BAD_LINE].gone; i++) {
        host_say(world, BAD_LINE, "{\"t\":\"ping\",\"n\":%d}", (int)i);
        if (i % 100 == 0) timed_play(world, &waits);
    }
    print_waits(&waits, "a flood");
    assert_true(host_wait(world, bad_is_gone, BAD_LINE));
    assert_int_equal(world->people[BAD_LINE].gone_with, CLOSE_FLOOD);
    assert_string_equal(world->people[BAD_LINE].refusal, "rate");
    honest_play(world, 3);
    char token[23];
    memcpy(token, world->people[BAD_LINE].token, sizeof token);
    assert_int_equal(strlen(token), 22);
    call_bad(world);
    host_say(world, BAD_LINE, "{\"t\":\"resume\",\"token\":\"%s\"}", token);
    int64_t until = host_now_ms() + HOST_PATIENCE_MS;
    while (!world->people[BAD_LINE].viewed && host_now_ms() < until)
        dial_wait(world->dial, 10);
    assert_true(world->people[BAD_LINE].viewed);
}

int main(void) {
    const struct CMUnitTest tests[] = {
            cmocka_unit_test_setup_teardown(bad_requests_have_their_codes, setup, teardown),
            cmocka_unit_test_setup_teardown(bad_messages_have_their_codes, setup, teardown),
            cmocka_unit_test_setup_teardown(slow_senders_are_cut, setup, teardown),
            cmocka_unit_test_setup_teardown(a_seat_that_never_reads, setup, teardown),
            cmocka_unit_test_setup_teardown(
                    a_flood_is_told_and_closed, flood_setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
