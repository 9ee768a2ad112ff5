// tests/unit/test_net_frames.c — two ends of a conversation over memory, and what a bad end may not do. Never: a socket.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "net/frames.h"
#include "net/limits.h"
#include <string.h>

typedef struct Side {
    Frames *frames;
    int32_t count;
    char last[MESSAGE_MAX + 1];
    bool echoes;
} Side;

static void take(void *context, Bytes text) {
    Side *side = context;
    side->count++;
    if (text.length <= MESSAGE_MAX) {
        memcpy(side->last, text.data, text.length);
        side->last[text.length] = 0;
    }
    if (side->echoes) frames_send(side->frames, text);
}

// Bytes that everybody can guess are good enough for masks here.
static void fill(void *context, void *out, size_t length) {
    (void)context;
    memset(out, 0x5A, length);
}

static void open_both(Side *server, Side *client) {
    *server = (Side){.echoes = true};
    *client = (Side){0};
    server->frames = frames_make_server((FramesTake){server, take});
    client->frames = frames_make_client((FramesTake){client, take}, (Entropy){NULL, fill});
}

static void close_both(Side *server, Side *client) {
    frames_free(server->frames);
    frames_free(client->frames);
}

// Carries everything from one to the other, a few bytes at a time.
static bool carry(Side *from, Side *to, size_t step) {
    bool alive = true;
    for (Bytes out = frames_out(from->frames); out.length > 0;
            out = frames_out(from->frames)) {
        size_t length = out.length < step ? out.length : step;
        alive = frames_feed(to->frames, (Bytes){out.data, length}, 0);
        frames_written(from->frames, length);
    }
    return alive;
}

static void say(Side *side, const char *text) {
    frames_send(side->frames, (Bytes){(const uint8_t *)text, strlen(text)});
}

static void words_come_back_whatever_the_pieces(void **context) {
    (void)context;
    static const size_t steps[] = {1, 2, 7, 100000};
    for (size_t i = 0; i < ARRAY_COUNT(steps); i++) {
        Side server, client;
        open_both(&server, &client);
        say(&client, "{\"t\":\"hello\"}");
        say(&client, "größer");
        carry(&client, &server, steps[i]);
        assert_int_equal(server.count, 2);
        carry(&server, &client, steps[i]);
        assert_int_equal(client.count, 2);
        assert_string_equal(client.last, "größer");
        close_both(&server, &client);
    }
}

static void both_say_goodbye(void **context) {
    (void)context;
    Side server, client;
    open_both(&server, &client);
    frames_close(server.frames, CLOSE_ENDED, "over");
    assert_true(frames_closing(server.frames));
    say(&server, "too late");
    carry(&server, &client, 3);
    assert_int_equal(client.count, 0);
    assert_int_equal(frames_code(client.frames), CLOSE_ENDED);
    carry(&client, &server, 3);
    assert_true(frames_over(server.frames));
    assert_int_equal(frames_code(server.frames), CLOSE_ENDED);
    close_both(&server, &client);
}

// Raw client bytes with a zero mask. Returns the code the server ends with, CLOSE_LOST while it goes on.
static uint16_t code_after(const void *bytes, size_t length, int32_t times) {
    Side server = {0};
    server.frames = frames_make_server((FramesTake){&server, take});
    for (int32_t i = 0; i < times; i++)
        (void)frames_feed(server.frames, (Bytes){bytes, length}, i);
    uint16_t code = frames_code(server.frames);
    assert_true(frames_out(server.frames).length < 4096);
    frames_free(server.frames);
    return code;
}

#define MASKED             "\0\0\0\0"
#define AFTER(text, times) code_after(text, sizeof(text) - 1, times)

static void a_bad_end_gets_the_right_code(void **context) {
    (void)context;
    assert_int_equal(AFTER("\x81\x82" MASKED "hi", 1), CLOSE_LOST);
    assert_int_equal(AFTER("\x81\x02hi", 1), CLOSE_PROTOCOL);           // not masked
    assert_int_equal(AFTER("\x82\x82" MASKED "hi", 1), CLOSE_BINARY);   // binary
    assert_int_equal(AFTER("\x83\x82" MASKED "hi", 1), CLOSE_PROTOCOL); // reserved kind
    assert_int_equal(AFTER("\xC1\x82" MASKED "hi", 1), CLOSE_PROTOCOL); // reserved bit
    assert_int_equal(
            AFTER("\x80\x82" MASKED "hi", 1), CLOSE_PROTOCOL); // lonely continuation
    assert_int_equal(AFTER("\x81\x82" MASKED "\xC3(", 1), CLOSE_UTF8);     // broken UTF-8
    assert_int_equal(AFTER("\x81\x83" MASKED "a\0b", 1), CLOSE_MALFORMED); // a zero byte
    assert_int_equal(AFTER("\x88\x82" MASKED "\x03\xE7", 1), CLOSE_PROTOCOL); // code 999
    assert_int_equal(
            AFTER("\x81\xFF\x7F\xFF\xFF\xFF\xFF\xFF\xFF\xFF" MASKED "x", 1), CLOSE_TOO_BIG);
}

// Whether they come whole or byte by byte, and whatever stands behind them in the same packet.
static void a_bad_frame_is_named_once(void **context) {
    (void)context;
    static const struct {
        const char *bytes;
        size_t length;
        uint16_t wanted;
    } rows[] = {
            {"\x88\x83" MASKED "\x03\xE8\xFE",         9,  CLOSE_UTF8    },
            {"\x88\x81" MASKED "\x03",                 7,  CLOSE_PROTOCOL},
            {"\x89\xFE\x00\x7E" MASKED "x",            9,  CLOSE_PROTOCOL}, // a ping of 126 bytes
            {"\x09\x80" MASKED,                        6,  CLOSE_PROTOCOL}, // a ping in pieces
            {"\x81\xFE\x00\x01" MASKED "x",            9,  CLOSE_PROTOCOL}, // a length too long
            {"\x82\x81" MASKED "x\x80\x81" MASKED "x", 14, CLOSE_BINARY  },
    };
    for (size_t i = 0; i < ARRAY_COUNT(rows); i++) {
        for (int32_t drops = 0; drops < 2; drops++) {
            Side server = {0};
            server.frames = frames_make_server((FramesTake){&server, take});
            size_t step = drops ? 1 : rows[i].length;
            const uint8_t *bytes = (const uint8_t *)rows[i].bytes;
            for (size_t at = 0; at < rows[i].length; at += step)
                (void)frames_feed(server.frames, (Bytes){bytes + at, step}, 0);
            const uint8_t bye[] = {
                    0x88, 2, (uint8_t)(rows[i].wanted >> 8), (uint8_t)rows[i].wanted};
            Bytes out = frames_out(server.frames);
            assert_int_equal(frames_code(server.frames), rows[i].wanted);
            assert_int_equal(out.length, sizeof bye);
            assert_memory_equal(out.data, bye, sizeof bye);
            frames_free(server.frames);
        }
    }
}

static void too_much_is_too_much(void **context) {
    (void)context;
    static char big[MESSAGE_MAX + 9];
    big[0] = (char)0x81;
    big[1] = (char)0xFE;
    big[2] = (char)(MESSAGE_MAX >> 8);
    big[3] = (char)(MESSAGE_MAX & 255);
    memset(big + 8, 'x', MESSAGE_MAX);
    assert_int_equal(code_after(big, MESSAGE_MAX + 8, 1), CLOSE_LOST);
    big[3] = 1;
    memset(big + 8, 'x', MESSAGE_MAX + 1);
    assert_int_equal(code_after(big, MESSAGE_MAX + 9, 1), CLOSE_TOO_BIG);
}

static void pieces_and_pings_are_counted(void **context) {
    (void)context;
    // One message of four pieces is fine, of five not.
    assert_int_equal(AFTER("\x01\x81" MASKED "a\x00\x81" MASKED "b\x00\x81" MASKED
                           "c\x80\x81" MASKED "d",
                             1),
            CLOSE_LOST);
    assert_int_equal(AFTER("\x01\x81" MASKED "a\x00\x81" MASKED "b\x00\x81" MASKED
                           "c\x00\x81" MASKED "d\x80\x81" MASKED "e",
                             1),
            CLOSE_FLOOD);
    assert_int_equal(AFTER("\x89\x80" MASKED, CONTROLS_MAX), CLOSE_LOST);
    assert_int_equal(AFTER("\x89\x80" MASKED, CONTROLS_MAX + 1), CLOSE_FLOOD);
    assert_int_equal(AFTER("\x89\x80" MASKED, 100000), CLOSE_FLOOD);
}

// As many again when the time is over, and one too many until then.
static void pings_are_counted_in_a_window(void **context) {
    (void)context;
    static const int64_t again_ms[] = {CONTROLS_WINDOW_MS, CONTROLS_WINDOW_MS - 1};
    for (size_t late = 0; late < ARRAY_COUNT(again_ms); late++) {
        Side server = {0};
        server.frames = frames_make_server((FramesTake){&server, take});
        for (int32_t i = 0; i < 2 * CONTROLS_MAX; i++) {
            static const uint8_t ping[] = "\x89\x80" MASKED;
            int64_t now_ms = i < CONTROLS_MAX ? 0 : again_ms[late];
            (void)frames_feed(server.frames, (Bytes){ping, sizeof ping - 1}, now_ms);
        }
        assert_int_equal(frames_code(server.frames), late ? CLOSE_FLOOD : CLOSE_LOST);
        frames_free(server.frames);
    }
}

static void who_does_not_read_is_cut(void **context) {
    (void)context;
    Side server, client;
    char text[4096];
    open_both(&server, &client);
    memset(text, 'x', sizeof text - 1);
    text[sizeof text - 1] = 0;
    for (int32_t i = 0; i < QUEUE_HIGH / 4096 + 2; i++)
        say(&server, text);
    assert_true(frames_over(server.frames));
    assert_true(frames_out(server.frames).length <= QUEUE_HIGH + sizeof text + 16);
    close_both(&server, &client);
}

int main(void) {
    const struct CMUnitTest tests[] = {
            cmocka_unit_test(words_come_back_whatever_the_pieces),
            cmocka_unit_test(both_say_goodbye),
            cmocka_unit_test(a_bad_end_gets_the_right_code),
            cmocka_unit_test(a_bad_frame_is_named_once),
            cmocka_unit_test(too_much_is_too_much),
            cmocka_unit_test(pieces_and_pings_are_counted),
            cmocka_unit_test(pings_are_counted_in_a_window),
            cmocka_unit_test(who_does_not_read_is_cut),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
