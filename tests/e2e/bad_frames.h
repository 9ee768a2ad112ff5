// tests/e2e/bad_frames.h — every way to speak WebSocket badly, as a list of bytes and the close code they deserve. Never: a socket.
#ifndef TESTS_BAD_FRAMES_H
#define TESTS_BAD_FRAMES_H
#include "base/bytes.h"
#include "net/frames.h"
#include "net/limits.h"
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

enum { BAD_FRAMES_MAX = 500, STAYS_OPEN = 0 };

typedef struct BadFrame {
    char what[60];
    Buffer bytes;
    uint16_t wanted; // close code, STAYS_OPEN = the conversation goes on
} BadFrame;

typedef struct BadFrames {
    BadFrame items[BAD_FRAMES_MAX];
    int32_t count;
} BadFrames;

enum { FIN = 0x80, TEXT = 1, BINARY = 2, CLOSE = 8, PING = 9, PONG = 10 };

// One masked frame as a careful client would write it; head is FIN, reserved bits and opcode.
static inline void bad_add_frame(
        Buffer *out, int32_t head, const void *payload, size_t length) {
    static const uint8_t mask[4] = {0x37, 0xFA, 0x21, 0x3D};
    const uint8_t *bytes = payload;
    uint8_t start[4] = {(uint8_t)head, (uint8_t)(0x80 | (length < 126 ? length : 126)),
            (uint8_t)(length >> 8), (uint8_t)length};
    buffer_add(out, start, length < 126 ? 2 : 4);
    buffer_add(out, mask, 4);
    for (size_t i = 0; i < length; i++) {
        uint8_t masked = bytes[i] ^ mask[i % 4];
        buffer_add(out, &masked, 1);
    }
}

static inline Buffer *bad_new(
        BadFrames *all, uint16_t wanted, const char *what, int32_t detail) {
    ASSERT(all->count < BAD_FRAMES_MAX);
    BadFrame *one = &all->items[all->count++];
    one->wanted = wanted;
    snprintf(one->what, sizeof one->what, "%s %d", what, (int)detail);
    return &one->bytes;
}

// Not masked; reserved bits; opcodes that mean nothing.
static inline void bad_heads(BadFrames *all) {
    for (int32_t opcode = 0; opcode < 16; opcode++) {
        uint8_t plain[3] = {(uint8_t)(FIN | opcode), 1, 'x'};
        buffer_add(bad_new(all, CLOSE_PROTOCOL, "not masked, opcode", opcode), plain, 3);
    }
    static const uint8_t opcodes[] = {TEXT, PING, PONG, CLOSE};
    for (int32_t bits = 1; bits < 8; bits++) {
        for (size_t i = 0; i < ARRAY_COUNT(opcodes); i++)
            bad_add_frame(bad_new(all, CLOSE_PROTOCOL, "reserved bits", bits),
                    FIN | bits << 4 | opcodes[i], "hi", 2);
    }
    for (int32_t opcode = 3; opcode < 16; opcode++) {
        if (opcode >= CLOSE && opcode <= PONG) continue;
        Buffer *empty = bad_new(all, CLOSE_PROTOCOL, "empty opcode", opcode);
        bad_add_frame(empty, FIN | opcode, "", 0);
        Buffer *full = bad_new(all, CLOSE_PROTOCOL, "opcode", opcode);
        bad_add_frame(full, FIN | opcode, "hello", 5);
    }
}

static const char *const BAD_LETTERS[] = {"\x80", "\xBF", "\xC0\x80", "\xC1\xBF",
        "\xE0\x80\x80", "\xE0\x9F\xBF", "\xF0\x80\x80\x80", "\xF0\x8F\xBF\xBF",
        "\xED\xA0\x80", "\xED\xAF\xBF", "\xED\xB0\x80", "\xED\xBF\xBF", "\xF4\x90\x80\x80",
        "\xF5\x80\x80\x80", "\xF8\x88\x80\x80\x80", "\xFC\x84\x80\x80\x80\x80", "\xFE",
        "\xFF", "\xC3(", "\xE2\x82(", "\xF0\x9F\x98(", "\xC3", "\xE2\x82", "\xF0\x9F\x98"};

// Broken letters at each place: first, in between, last, over two frames, and in a good-bye.
static inline void bad_letters(BadFrames *all) {
    for (size_t i = 0; i < ARRAY_COUNT(BAD_LETTERS); i++) {
        const char *bad = BAD_LETTERS[i];
        int32_t row = (int32_t)i;
        char text[40];
        int length = snprintf(text, sizeof text, "%s after", bad);
        bad_add_frame(bad_new(all, CLOSE_UTF8, "broken letter first", row), FIN | TEXT,
                text, (size_t)length);
        length = snprintf(text, sizeof text, "be%sfore", bad);
        bad_add_frame(bad_new(all, CLOSE_UTF8, "broken letter within", row), FIN | TEXT,
                text, (size_t)length);
        length = snprintf(text, sizeof text, "before %s", bad);
        bad_add_frame(bad_new(all, CLOSE_UTF8, "broken letter last", row), FIN | TEXT, text,
                (size_t)length);
        Buffer *two = bad_new(all, CLOSE_UTF8, "broken letter over two frames", row);
        bad_add_frame(two, TEXT, bad, 1);
        bad_add_frame(two, FIN, bad + 1, strlen(bad) - 1);
        length = snprintf(text, sizeof text, "\x03\xE8%s", bad);
        bad_add_frame(bad_new(all, CLOSE_UTF8, "broken letter in a good-bye", row),
                FIN | CLOSE, text, (size_t)length);
    }
}

// Control frames that are too long or in pieces.
static inline void bad_controls(BadFrames *all) {
    static const uint8_t opcodes[] = {CLOSE, PING, PONG};
    char long_text[300];
    memset(long_text, 'x', sizeof long_text);
    memcpy(long_text, "\x03\xE8", 2);
    for (size_t i = 0; i < ARRAY_COUNT(opcodes); i++) {
        int32_t opcode = opcodes[i];
        bad_add_frame(bad_new(all, CLOSE_PROTOCOL, "long control", opcode), FIN | opcode,
                long_text, 126);
        bad_add_frame(bad_new(all, CLOSE_PROTOCOL, "longer control", opcode), FIN | opcode,
                long_text, 300);
        bad_add_frame(bad_new(all, CLOSE_PROTOCOL, "control in pieces", opcode), opcode,
                long_text, 4);
        bad_add_frame(bad_new(all, (uint16_t)(opcode == CLOSE ? 1000 : STAYS_OPEN),
                              "longest control", opcode),
                FIN | opcode, long_text, 125);
    }
}

// Lengths that lie, or are written longer than need be.
static inline void bad_lengths(BadFrames *all) {
    static const struct {
        const char *what;
        uint8_t bytes[16];
        size_t length;
        uint16_t wanted;
    } rows[] = {
            {"16 bits for 5",         {0x81, 0xFE, 0, 5},                                   14, CLOSE_PROTOCOL},
            {"16 bits for 125",       {0x81, 0xFE, 0, 125},                                 14, CLOSE_PROTOCOL},
            {"64 bits for 5",         {0x81, 0xFF, 0, 0, 0, 0, 0, 0, 0, 5},                 15, CLOSE_PROTOCOL},
            {"64 bits 65535",         {0x81, 0xFF, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF},           15,
             CLOSE_PROTOCOL                                                                                   },
            {"2 to the 63",           {0x81, 0xFF, 0x80},                                   15, CLOSE_PROTOCOL},
            {"all bits",              {0x81, 0xFF, 255, 255, 255, 255, 255, 255, 255, 255}, 15,
             CLOSE_PROTOCOL                                                                                   },
            {"2 to the 60",           {0x81, 0xFF, 0x10},                                   15, CLOSE_TOO_BIG },
            {"2 to the 32",           {0x81, 0xFF, 0, 0, 0, 1},                             15, CLOSE_TOO_BIG },
            {"64 KiB",                {0x81, 0xFF, 0, 0, 0, 0, 0, 1},                       15, CLOSE_TOO_BIG },
            {"2 to the 60, going on", {0x01, 0xFF, 0x10},                                   15, CLOSE_TOO_BIG },
            {"a ping of 2 to the 60", {0x89, 0xFF, 0x10},                                   15, CLOSE_PROTOCOL},
    };
    for (size_t i = 0; i < ARRAY_COUNT(rows); i++)
        buffer_add(bad_new(all, rows[i].wanted, rows[i].what, (int32_t)i), rows[i].bytes,
                rows[i].length);
}

static inline void bad_pieces_of(
        BadFrames *all, uint16_t wanted, int32_t count, size_t each) {
    char text[MESSAGE_MAX + 1];
    ASSERT(each <= sizeof text);
    memset(text, 'x', sizeof text);
    Buffer *out = bad_new(all, wanted, "pieces", count);
    for (int32_t i = 0; i < count; i++)
        bad_add_frame(out, (i == 0 ? TEXT : 0) | (i == count - 1 ? FIN : 0), text, each);
}

// Messages that are too long or in too many pieces, and pieces in the wrong order.
static inline void bad_pieces(BadFrames *all) {
    bad_pieces_of(all, STAYS_OPEN, 1, MESSAGE_MAX);
    bad_pieces_of(all, CLOSE_TOO_BIG, 1, MESSAGE_MAX + 1);
    bad_pieces_of(all, STAYS_OPEN, FRAGMENTS_MAX, MESSAGE_MAX / FRAGMENTS_MAX);
    bad_pieces_of(all, CLOSE_TOO_BIG, 2, MESSAGE_MAX / 2 + 1);
    bad_pieces_of(all, CLOSE_TOO_BIG, 3, MESSAGE_MAX / 2);
    bad_pieces_of(all, CLOSE_TOO_BIG, FRAGMENTS_MAX, MESSAGE_MAX / FRAGMENTS_MAX + 1);
    bad_pieces_of(all, CLOSE_FLOOD, FRAGMENTS_MAX + 1, 1);
    bad_pieces_of(all, CLOSE_FLOOD, FRAGMENTS_MAX + 1, 0);
    bad_pieces_of(all, CLOSE_FLOOD, 1000, 1);
    bad_pieces_of(all, CLOSE_FLOOD, 1000, 0);
    static const struct {
        uint8_t heads[3];
        uint16_t wanted;
    } orders[] = {
            {{FIN},                      CLOSE_PROTOCOL}, // an end without a beginning
            {{0x40},                     CLOSE_PROTOCOL},
            {{FIN | TEXT, FIN},          CLOSE_PROTOCOL},
            {{TEXT, FIN | TEXT},         CLOSE_PROTOCOL}, // a beginning within
            {{TEXT, TEXT},               CLOSE_PROTOCOL},
            {{FIN | BINARY},             CLOSE_BINARY  },
            {{BINARY, FIN},              CLOSE_BINARY  },
            {{FIN | TEXT, FIN | BINARY}, CLOSE_BINARY  },
            {{TEXT, FIN | PING, FIN},    STAYS_OPEN    }, // a ping may come between
            {{TEXT, FIN | PONG, FIN},    STAYS_OPEN    },
    };
    for (size_t i = 0; i < ARRAY_COUNT(orders); i++) {
        Buffer *out = bad_new(all, orders[i].wanted, "order", (int32_t)i);
        for (size_t k = 0; k < 3 && (k == 0 || orders[i].heads[k]); k++)
            bad_add_frame(out, orders[i].heads[k], "x", 1);
    }
}

// Good-byes with codes nobody may send; those people may send come back.
static inline void bad_goodbyes(BadFrames *all) {
    static const uint16_t wrong[] = {
            0, 1, 999, 1004, 1005, 1006, 1015, 1016, 1100, 2000, 2999, 5000, 65535};
    static const uint16_t right[] = {1000, 1001, 1008, 3000, 3999, 4000, 4001, 4999};
    for (size_t i = 0; i < ARRAY_COUNT(wrong); i++) {
        uint8_t code[2] = {(uint8_t)(wrong[i] >> 8), (uint8_t)wrong[i]};
        bad_add_frame(
                bad_new(all, CLOSE_PROTOCOL, "good-bye", wrong[i]), FIN | CLOSE, code, 2);
    }
    for (size_t i = 0; i < ARRAY_COUNT(right); i++) {
        uint8_t code[2] = {(uint8_t)(right[i] >> 8), (uint8_t)right[i]};
        bad_add_frame(bad_new(all, right[i], "good-bye", right[i]), FIN | CLOSE, code, 2);
    }
    bad_add_frame(bad_new(all, CLOSE_PROTOCOL, "half a code", 1), FIN | CLOSE, "\x03", 1);
}

// Too many pings, alone or between the pieces of a message; and zero bytes, which no text has.
static inline void bad_floods(BadFrames *all) {
    static const int32_t heads[] = {FIN | PING, FIN | PONG};
    for (size_t i = 0; i < ARRAY_COUNT(heads); i++) {
        for (int32_t count = CONTROLS_MAX; count <= 1000;
                count += count > CONTROLS_MAX ? 900 : 1) {
            Buffer *out = bad_new(all,
                    (uint16_t)(count > CONTROLS_MAX ? CLOSE_FLOOD : STAYS_OPEN), "controls",
                    count);
            for (int32_t k = 0; k < count; k++)
                bad_add_frame(out, heads[i], "x", 1);
        }
        Buffer *out = bad_new(all, CLOSE_FLOOD, "controls within a message", heads[i]);
        bad_add_frame(out, TEXT, "x", 1);
        for (int32_t k = 0; k <= CONTROLS_MAX; k++)
            bad_add_frame(out, heads[i], "", 0);
    }
    bad_add_frame(bad_new(all, CLOSE_MALFORMED, "zero byte", 0), FIN | TEXT, "\0{}", 3);
    bad_add_frame(bad_new(all, CLOSE_MALFORMED, "zero byte", 1), FIN | TEXT, "{\0}", 3);
    bad_add_frame(bad_new(all, CLOSE_MALFORMED, "zero byte", 2), FIN | TEXT, "{}\0", 3);
    bad_add_frame(bad_new(all, CLOSE_MALFORMED, "only a zero byte", 0), FIN | TEXT, "", 1);
}

// Words that are good WebSocket and bad sense: told, not cut off.
static inline void bad_words(BadFrames *all) {
    static const char *const words[] = {"", " ", "null", "true", "0", "\"hello\"", "[]",
            "{", "{}", "{\"t\":1}", "{\"t\":\"hello\"", "{\"t\":\"hello\"}", "[[[[[[[[[[[[",
            "{\"t\":\"hello\",\"t\":\"hello\",\"v\":1,\"kind\":\"seat\"}",
            "{\"t\":\"hello\",\"v\":1.5,\"kind\":\"seat\"}",
            "{\"t\":\"hello\",\"v\":null,\"kind\":\"seat\"}",
            "{\"t\":\"hello\",\"v\":1e9,\"kind\":\"seat\"}",
            "{\"t\":\"hello\",\"v\":1,\"kind\":\"seat\",\"more\":1}",
            "{\"t\":\"hello\",\"v\":1,\"kind\":\"seat\"} {}", "{\"t\":\"welcome\",\"v\":1}",
            "{\"\\u0000\":1}", "{\"t\":\"\\ud800\"}"};
    for (size_t i = 0; i < ARRAY_COUNT(words); i++)
        bad_add_frame(bad_new(all, STAYS_OPEN, "words", (int32_t)i), FIN | TEXT, words[i],
                strlen(words[i]));
}

// The first word must be a hello somebody may say.
static inline void bad_hellos(BadFrames *all) {
    static const struct {
        const char *text;
        uint16_t wanted;
    } rows[] = {
            {"{\"t\":\"hello\",\"v\":1,\"kind\":\"god\"}",              CLOSE_MALFORMED},
            {"{\"t\":\"ping\",\"n\":1}",                                CLOSE_MALFORMED},
            {"{\"t\":\"resume\",\"token\":\"0123456789012345678901\"}", CLOSE_MALFORMED},
            {"{\"t\":\"hello\",\"v\":99,\"kind\":\"seat\"}",            CLOSE_VERSION  },
    };
    for (size_t i = 0; i < ARRAY_COUNT(rows); i++)
        bad_add_frame(bad_new(all, rows[i].wanted, "hello", (int32_t)i), FIN | TEXT,
                rows[i].text, strlen(rows[i].text));
}

static inline void bad_frames_make(BadFrames *all) {
    bad_heads(all);
    bad_letters(all);
    bad_controls(all);
    bad_lengths(all);
    bad_pieces(all);
    bad_goodbyes(all);
    bad_floods(all);
    bad_words(all);
    bad_hellos(all);
}

static inline void bad_frames_free(BadFrames *all) {
    for (int32_t i = 0; i < all->count; i++)
        buffer_free(&all->items[i].bytes);
    *all = (BadFrames){0};
}

#endif // TESTS_BAD_FRAMES_H
