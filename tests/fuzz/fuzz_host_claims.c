// tests/fuzz/fuzz_host_claims.c — any order of claims, codes, returns and broken messages from eight peers: the same claim always meets the same place, and no place has two claims. Never: a socket, a file.
#include "base/rng.h"
#include "host/hall.h"
#include "scenario/load.h"
#include "script/hooks.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { PEERS = 8, CLAIMS = 40, STEPS_MAX = 400 };

typedef struct Room {
    Hall *hall;
    Party *party;
    TransportEvents events;
    bool open[PEERS + 1];
    int32_t seat_of[CLAIMS]; // by claim, 0 = none yet
    char token[CLAIMS][23];
    Rng rng; // the same codes in every run
    int64_t now_ms;
} Room;

static void draw(void *context, void *out, size_t length) {
    Room *room = context;
    for (size_t i = 0; i < length; i++)
        ((uint8_t *)out)[i] = (uint8_t)rng_draw(&room->rng, 256);
}

static int64_t now(void *context) { return ((Room *)context)->now_ms; }

// A place belongs to one claim for ever.
static void seated(Room *room, int32_t peer, const char *text) {
    const char *seat = strstr(text, "\"seat\":"), *token = strstr(text, "\"token\":\"");
    const char *cid = strstr(text, "\"cid\":\"");
    int32_t claim = cid ? atoi(cid + 7) : -1, number = seat ? atoi(seat + 7) : 0;
    (void)peer;
    ASSERT(seat && token && number >= 1 && number <= SEATS_MAX);
    if (claim < 0 || claim >= CLAIMS) return; // by a seat code
    ASSERT(room->seat_of[claim] == 0 || room->seat_of[claim] == number);
    for (int32_t i = 0; i < CLAIMS; i++)
        ASSERT(i == claim || room->seat_of[i] != number);
    room->seat_of[claim] = number;
    memcpy(room->token[claim], token + 9, 22);
}

static void sent(void *context, int32_t peer, Bytes text) {
    Room *room = context;
    ASSERT(peer >= 1 && peer <= PEERS && room->open[peer] && text.data[0] == '{');
    if (strncmp((const char *)text.data, "{\"t\":\"seated\"", 13) == 0)
        seated(room, peer, (const char *)text.data);
}

static size_t queued(void *context, int32_t peer) {
    (void)context;
    (void)peer;
    return 0;
}

static void go(Room *room, int32_t peer) {
    if (!room->open[peer]) return;
    room->open[peer] = false;
    room->events.closed(room->events.context, peer);
}

static void closed(void *context, int32_t peer, uint16_t code, const char *reason) {
    (void)code;
    (void)reason;
    go(context, peer);
}

static void vouched(void *context, int32_t peer) {
    (void)context;
    (void)peer;
}

static void flushed(void *context) { (void)context; }

static void come(Room *room, int32_t peer) {
    const PeerInfo info = {.address = 1, .loopback = true};
    if (room->open[peer]) return;
    room->open[peer] = true;
    room->events.opened(room->events.context, peer, &info);
}

static void say(Room *room, int32_t peer, const char *text, size_t length) {
    if (room->open[peer])
        room->events.message(
                room->events.context, peer, (Bytes){(const uint8_t *)text, length});
}

// One of the messages people send, with a number of the input in it.
static void say_known(Room *room, int32_t peer, int32_t which, int32_t number) {
    char text[300] = "";
    int32_t claim = number % CLAIMS;
    const Seats *seats = &room->party->seats;
    switch (which) {
    case 0:
        snprintf(text, sizeof text, "{\"t\":\"hello\",\"v\":1,\"kind\":\"seat\"}");
        break;
    case 1:
        snprintf(text, sizeof text,
                "{\"t\":\"claim\",\"cid\":\"%022d\",\"pin\":\"%s\",\"as\":\"%s\",\"name\":"
                "\"P\"}",
                claim, number & 64 ? "000000" : seats->pin,
                number & 128 ? "observe" : "play");
        break;
    case 2:
        snprintf(text, sizeof text, "{\"t\":\"code\",\"cid\":\"%022d\",\"code\":\"%08d\"}",
                CLAIMS + claim, number);
        break;
    case 3:
        snprintf(text, sizeof text, "{\"t\":\"resume\",\"token\":\"%s\"}",
                room->token[claim]);
        break;
    case 4:
        snprintf(text, sizeof text, "{\"t\":\"code\",\"cid\":\"%022d\",\"code\":\"%s\"}",
                claim, seats->key);
        break;
    case 5:
        snprintf(text, sizeof text, "{\"t\":\"cmd\",\"id\":\"%d\",\"do\":\"%s\"}", number,
                number & 1 ? "seat.done" : "console.start");
        break;
    default:
        snprintf(text, sizeof text, "{\"t\":\"lookup\",\"pin\":\"%06d\"}", number);
        break;
    }
    say(room, peer, text, strlen(text));
}

static void check(const Room *room) {
    const Seats *seats = &room->party->seats;
    ASSERT(seats->seats_count <= SEATS_MAX && seats->devices_count <= ROSTER_DEVICES_MAX);
    for (int32_t i = 0; i < seats->seats_count; i++) {
        for (int32_t k = 0; k < i; k++)
            ASSERT(seats->seats[i].no != seats->seats[k].no);
    }
}

// Reads steps: two bytes say who and what, a raw message takes what follows up to a line's end.
static void play(Room *room, const uint8_t *data, size_t size) {
    size_t at = 0;
    for (int32_t step = 0; step < STEPS_MAX && at + 1 < size; step++) {
        int32_t peer = 1 + data[at] % PEERS, what = data[at] / PEERS, number = data[at + 1];
        at += 2;
        room->now_ms += number;
        if (what < 14) {
            say_known(room, peer, what % 7, number);
        } else if (what < 18) {
            const uint8_t *end = memchr(data + at, '\n', size - at);
            size_t length = end ? (size_t)(end - data) - at : size - at;
            say(room, peer, (const char *)data + at, length);
            at += length;
        } else if (what < 22) {
            room->events.turn(room->events.context);
        } else if (what < 24) {
            go(room, peer);
        } else {
            come(room, peer);
        }
        check(room);
    }
    room->events.turn(room->events.context);
}

static Language tongue(void *context, const char *code) {
    (void)code;
    return say_source(((Room *)context)->party->table->session->def);
}

// The pack is read once; every run has a session of its own that nothing keeps.
static Scenario *scenario(void) {
    static Scenario loaded;
    Diags *diags = calloc(1, sizeof *diags);
    LoadOptions options = {0};
    bool good = loaded.def
                || scenario_load("tests/packs/thirty-seats", &options, &loaded, diags);
    ASSERT(diags && good);
    free(diags);
    return &loaded;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    static const char *const codes[] = {"en"};
    Room *room = calloc(1, sizeof *room);
    Err err = {0};
    ASSERT(room);
    room->rng = rng_seed(1, 1);
    PartyConfig config = {
            .session = {.def = scenario()->def, .seed = 1},
            .tongues = { room, tongue,                         codes, 1}
    };
    config.session.clock = (Clock){room, now, now};
    config.session.entropy = (Entropy){room, draw};
    HallConfig hall = {
            .transport = {room,    sent,    queued, closed, vouched, flushed},
            .clock = {room, now, now},
            .entropy = {room,       draw          },
            .build = "fuzz",
            .rate = 100000
    };
    room->party = party_open(&config, &err);
    ASSERT(room->party);
    room->hall = hall_make(&hall);
    bool added = hall_add(room->hall, room->party);
    ASSERT(added);
    room->events = hall_events(room->hall);
    for (int32_t peer = 1; peer <= PEERS; peer++) {
        come(room, peer);
        say_known(room, peer, 0, 0);
    }
    play(room, data, size);
    party_close(room->party);
    hall_free(room->hall);
    free(room);
    return 0;
}
