// cli/bench_hall.c — what a message costs from the seat that sends it to the news of everybody else: a hall in memory with eight people, without sockets and disk. Never: a pass or a fail.
#include "base/clock.h"
#include "cli/bench.h"
#include "cli/tongues.h"
#include "host/hall.h"
#include "script/hooks.h"
#include "session/view.h"
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    PEOPLE = 8,
    ALONE = 5,
    CONSOLE = PEOPLE + 1,
    ACTS = 400,
    STEPS = 24,
    VIEWS = 400,
    SEED = 3
};

typedef struct Room {
    ScriptHooks script;
    Hooks hooks;
    TongueBook book;
    Hall *hall;
    Party *party;
    TransportEvents events;
    int64_t bytes; // sent to all
    int32_t acts, refused;
} Room;

static void hear(void *context, int32_t peer, Bytes text) {
    Room *room = context;
    (void)peer;
    room->bytes += (int64_t)text.length;
    room->refused += text.length > 12 && memcmp(text.data, "{\"t\":\"refused", 13) == 0;
}

static size_t nothing_waits(void *context, int32_t peer) {
    (void)context;
    (void)peer;
    return 0;
}

static void close_nothing(void *context, int32_t peer, uint16_t code, const char *reason) {
    (void)context;
    (void)peer;
    (void)code;
    (void)reason;
}

static void vouch_nothing(void *context, int32_t peer) {
    (void)context;
    (void)peer;
}

PRINTF_LIKE(3, 4) static void say(Room *room, int32_t peer, const char *format, ...) {
    char text[300];
    va_list args;
    va_start(args, format);
    int length = vsnprintf(text, sizeof text, format, args);
    va_end(args);
    ASSERT(length > 0 && length < (int)sizeof text);
    room->events.message(
            room->events.context, peer, (Bytes){(uint8_t *)text, (size_t)length});
}

static void turn(Room *room) { room->events.turn(room->events.context); }

static void come_in(Room *room) {
    const PeerInfo info = {.address = 1, .loopback = true};
    for (int32_t peer = 1; peer <= PEOPLE; peer++) {
        room->events.opened(room->events.context, peer, &info);
        say(room, peer, "{\"t\":\"hello\",\"v\":1,\"kind\":\"seat\",\"lang\":\"en\"}");
        say(room, peer,
                "{\"t\":\"claim\",\"cid\":\"claim%017d\",\"pin\":\"%s\",\"as\":\"play\"}",
                peer, room->party->seats.pin);
        turn(room);
    }
    room->events.opened(room->events.context, CONSOLE, &info);
    say(room, CONSOLE, "{\"t\":\"hello\",\"v\":1,\"kind\":\"console\"}");
    say(room, CONSOLE, "{\"t\":\"code\",\"cid\":\"%022d\",\"code\":\"%s\"}", CONSOLE,
            room->party->seats.key);
    turn(room);
}

static void act(Room *room, int32_t peer, const char *what) {
    say(room, peer, "{\"t\":\"cmd\",\"id\":\"a%d\",\"do\":\"%s\",\"args\":{}}",
            ++room->acts, what);
    turn(room);
}

static void close_room(Room *room) {
    if (room->hall) hall_free(room->hall);
    party_close(room->party);
    tongues_close(&room->book);
    free(room);
}

static Room *open_room(const BenchCase *at, Err *err) {
    Room *room = calloc(1, sizeof *room);
    ASSERT(room != NULL);
    room->script = (ScriptHooks){.machines = at->scenario->machines,
            .function_machine = at->scenario->function_machine,
            .function_number = at->scenario->function_number};
    room->hooks = script_hooks(&room->script);
    tongues_open(&room->book, at->places->home, at->scenario, NULL);
    PartyConfig party = {
            .session = {.def = at->scenario->def,
                        .hooks = &room->hooks,
                        .clock = clock_system(),
                        .entropy = entropy_system(),
                        .seed = SEED},
            .players = BOT_RANDOM,
            .tongues = tongues_table(&room->book)
    };
    HallConfig hall = {
            .transport = {room, hear, nothing_waits, close_nothing, vouch_nothing, NULL},
            .clock = clock_system(),
            .entropy = entropy_system(),
            .build = "bench",
            .rate = 1000 * 1000
    };
    room->party = party_open(&party, err);
    if (room->party) room->hall = hall_make(&hall);
    if (!room->hall || !hall_add(room->hall, room->party)) {
        close_room(room);
        return NULL;
    }
    room->events = hall_events(room->hall);
    come_in(room);
    act(room, CONSOLE, "console.start");
    return room;
}

static int64_t close_with(Room *room, int64_t ns, int32_t count, Err *err) {
    int32_t refused = room->refused;
    close_room(room);
    if (refused == 0) return ns / count;
    err_set(err, ERR_PACK, "%d acts of the measurement were refused.", refused);
    return -1;
}

// The actor in turn acts; eight people are told.
int64_t bench_hall_act(const BenchCase *at, Err *err) {
    Room *room = open_room(at, err);
    if (!room) return -1;
    act(room, CONSOLE, "console.next");
    int64_t start = clock_bench_cpu_ns();
    for (int32_t i = 0; i < ACTS; i++) {
        const State *state = &party_session(room->party)->state;
        int32_t peer = 1;
        while (peer < PEOPLE && party_actor(room->party, peer) != state->turn_actor)
            peer++;
        act(room, peer, "verb.count");
    }
    return close_with(room, clock_bench_cpu_ns() - start, ACTS, err);
}

// Somebody who plays an actor alone is ready, or is not; everybody sees the count.
int64_t bench_hall_ready(const BenchCase *at, Err *err) {
    Room *room = open_room(at, err);
    if (!room) return -1;
    int64_t start = clock_bench_cpu_ns();
    for (int32_t i = 0; i < ACTS; i++)
        act(room, 1 + i / 2 % ALONE, i % 2 ? "seat.not_done" : "seat.done");
    return close_with(room, clock_bench_cpu_ns() - start, ACTS, err);
}

// A step ends: everybody's page is another.
int64_t bench_hall_step(const BenchCase *at, Err *err) {
    Room *room = open_room(at, err);
    if (!room) return -1;
    int64_t start = clock_bench_cpu_ns();
    for (int32_t i = 0; i < STEPS; i++)
        act(room, CONSOLE, "console.next");
    return close_with(room, clock_bench_cpu_ns() - start, STEPS, err);
}

// The whole view of one seat from nothing, as it travels.
int64_t bench_view_full(const BenchCase *at, Err *err) {
    Room *room = open_room(at, err);
    if (!room) return -1;
    act(room, CONSOLE, "console.next");
    ViewsDesk desk = {0};
    Tongues tongues = tongues_table(&room->book);
    Language words = tongues.of(tongues.context, "en");
    int64_t start = clock_bench_cpu_ns();
    for (int32_t i = 0; i < VIEWS; i++) {
        Views views = {0};
        (void)views_of(
                &views, party_session(room->party), 0, &words, sections_of(0), &desk);
        views_free(&views);
    }
    int64_t ns = clock_bench_cpu_ns() - start;
    views_desk_free(&desk);
    return close_with(room, ns, VIEWS, err);
}
