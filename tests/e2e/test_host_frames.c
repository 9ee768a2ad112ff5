// tests/e2e/test_host_frames.c — three hundred ways to speak badly, to the real program over real sockets: each gets its close code, nobody else notices, no memory stays. Never: a second on the clock as a proof.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "bad_frames.h"
#include "host_world.h"
#include "unit/net_client.h"

enum { HONEST = 3, EACH = 10, ROUNDS = 3, GROWTH_KIB = 512, HEARD_BYTES = 128 * 1024 };

#ifdef __SANITIZE_ADDRESS__
enum {
    KEPT_KIB = 1024
}; // what setup lets such a build keep of freed memory, to see whether it is used again
#else
enum { KEPT_KIB = 0 };
#endif

// How the bytes come: after the handshake, in one packet with it, or one by one.
typedef enum Way { WAY_AFTER, WAY_TOGETHER, WAY_IN_DROPS, WAY_COUNT } Way;

static int setup(void **state) {
    // What the checks of a build with them keep of freed memory is not the program's.
    setenv("ASAN_OPTIONS", "quarantine_size_mb=1:thread_local_quarantine_size_kb=64", 1);
    HostWorld *world = host_world_make("frames");
    *state = world;
    return host_with_people(world, HONEST) ? 0 : 1;
}

static int teardown(void **state) {
    host_part(*state, HONEST);
    return 0;
}

static void honest_play(HostWorld *world) {
    for (int32_t i = 0; i < HONEST; i++)
        host_act(world, i);
    assert_true(host_wait(world, host_all_answered, HONEST));
}

static long memory_kib(pid_t pid) {
    char path[40];
    long all = 0, here = 0;
    snprintf(path, sizeof path, "/proc/%d/statm", (int)pid);
    FILE *file = fopen(path, "r");
    assert_non_null(file);
    assert_int_equal(fscanf(file, "%ld %ld", &all, &here), 2);
    fclose(file);
    return here * (sysconf(_SC_PAGESIZE) / 1024);
}

static void write_in_drops(int fd, const Buffer *bytes) {
    for (size_t i = 0; i < bytes->length; i++)
        client_write(fd, bytes->data + i, 1);
}

// One packet with the handshake and, when they come together, the frames.
static void send_all(const HostWorld *world, int fd, const Buffer *bytes, Way way) {
    Buffer packet = {0};
    buffer_format(&packet,
            "GET /api/1/ws HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nUpgrade: websocket\r\n"
            "Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
            "Sec-WebSocket-Protocol: convene.1\r\nSec-WebSocket-Key: "
            "dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n",
            world->port);
    if (way == WAY_TOGETHER) buffer_add(&packet, bytes->data, bytes->length);
    client_write(fd, packet.data, packet.length);
    buffer_free(&packet);
    if (way == WAY_AFTER) client_write(fd, bytes->data, bytes->length);
    if (way == WAY_IN_DROPS) write_in_drops(fd, bytes);
}

// What the program said, from after its handshake on.
typedef struct Heard {
    size_t length;
    char bytes[HEARD_BYTES];
} Heard;

// The close code, 0 while none came; CLOSE_NORMAL + 5 for a good-bye without one.
static uint16_t code_in(const Heard *heard, bool *welcome) {
    const char *end = memmem(heard->bytes, heard->length, "\r\n\r\n", 4);
    size_t at = end ? (size_t)(end - heard->bytes) + 4 : heard->length;
    while (at + 2 <= heard->length) {
        const uint8_t *frame = (const uint8_t *)heard->bytes + at;
        size_t head = 2, length = frame[1];
        if (length == 126) {
            head = 4;
            length = at + 4 <= heard->length ? (size_t)frame[2] << 8 | frame[3] : 0;
        }
        if (at + head + length > heard->length) return 0;
        if (frame[0] == 0x88)
            return (uint16_t)(length < 2 ? 1005 : frame[head] << 8 | frame[head + 1]);
        if (memmem(frame, head + length, "\"welcome\"", 9)) *welcome = true;
        at += head + length;
    }
    return 0;
}

// Listens until there is a good-bye, a welcome, or nobody any more (CLOSE_LOST).
static uint16_t listen_to(int fd, Heard *heard) {
    bool welcome = false;
    while (heard->length + 1 < sizeof heard->bytes) {
        ssize_t got = client_read(fd, heard->bytes + heard->length,
                sizeof heard->bytes - heard->length, HOST_PATIENCE_MS);
        if (got > 0) heard->length += (size_t)got;
        uint16_t code = code_in(heard, &welcome);
        if (code) return code;
        if (got < 0) return CLOSE_LOST;
        if (welcome || got == 0) return STAYS_OPEN;
    }
    return STAYS_OPEN;
}

// The code the program ends with; STAYS_OPEN: it still takes a hello.
static uint16_t code_of(const HostWorld *world, const Buffer *bytes, Way way) {
    static Heard heard;
    heard.length = 0;
    int fd = client_connect(world->port);
    assert_true(fd >= 0);
    send_all(world, fd, bytes, way);
    client_say(fd, "{\"t\":\"hello\",\"v\":1,\"kind\":\"seat\"}");
    uint16_t code = listen_to(fd, &heard);
    close(fd);
    return code;
}

static int32_t try_all(HostWorld *world, const BadFrames *all) {
    int32_t wrong = 0, tried = 0;
    for (int32_t i = 0; i < all->count; i++) {
        const BadFrame *one = &all->items[i];
        for (int32_t way = 0; way < WAY_COUNT; way++) {
            if (way != i % 2 && one->bytes.length > 200 && way == WAY_IN_DROPS) continue;
            uint16_t code = code_of(world, &one->bytes, (Way)way);
            tried++;
            if (code == one->wanted) continue;
            print_error("%s, way %d: %d instead of %d\n", one->what, (int)way, code,
                    one->wanted);
            wrong++;
        }
        if (i % EACH == 0) honest_play(world);
    }
    print_message("%d bad talks in %d kinds\n", tried, all->count);
    return wrong;
}

static void each_bad_talk_gets_its_code(void **state) {
    HostWorld *world = *state;
    static BadFrames all;
    bad_frames_make(&all);
    assert_true(all.count >= 250);
    assert_int_equal(try_all(world, &all), 0);
    long before = memory_kib(world->pid);
    for (int32_t round = 1; round < ROUNDS; round++)
        assert_int_equal(try_all(world, &all), 0);
    long after = memory_kib(world->pid);
    print_message("%ld KiB before, %ld KiB after\n", before, after);
    assert_true(after - before <= GROWTH_KIB + KEPT_KIB);
    bad_frames_free(&all);
}

int main(void) {
    const struct CMUnitTest tests[] = {
            cmocka_unit_test_setup_teardown(each_bad_talk_gets_its_code, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
