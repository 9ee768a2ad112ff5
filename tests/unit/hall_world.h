// tests/unit/hall_world.h — a hall over memory: people without sockets, a clock that stands, a session file that can be opened again. Never: a test.
#ifndef TESTS_HALL_WORLD_H
#define TESTS_HALL_WORLD_H
#include "host/hall.h"
#include "session_world.h"
#include "store/roster.h"
#include "wire/mirror_parts.h"
#include <jansson.h>

enum { HALL_PEOPLE_MAX = 260, HALL_KEPT = 40 };

// One connection: what it was sent, newest last.
typedef struct Person {
    int32_t peer;
    bool open;
    uint16_t closed_with;
    json_t *got[HALL_KEPT];
    Mirror *mirror; // its sections, as a client holds them
    int32_t got_count;
    size_t bytes;
    char token[32], code[16];
    int32_t seat;
    size_t queued; // what the transport says waits
} Person;

typedef struct HallWorld {
    World *world;
    Hall *hall;
    Party *party;
    TransportEvents events;
    Person *people; // HALL_PEOPLE_MAX of them; peer n is people[n - 1]
    int32_t people_count;
    int64_t now_ms;
    Language language;
    Work work; // writes the session; zeroed: the hall waits for its disk
} HallWorld;

static inline int64_t hall_world_now(void *context) {
    return ((HallWorld *)context)->now_ms;
}

static inline void person_take(void *context, int32_t peer, Bytes text) {
    HallWorld *world = context;
    Person *person = &world->people[peer - 1];
    json_error_t error;
    ASSERT(person->open);
    person->bytes += text.length;
    json_t *json = json_loadb(
            (const char *)text.data, text.length, JSON_REJECT_DUPLICATES, &error);
    ASSERT(json);
    if (person->got_count == HALL_KEPT) {
        json_decref(person->got[0]);
        memmove(person->got, person->got + 1, sizeof person->got - sizeof person->got[0]);
        person->got_count--;
    }
    person->got[person->got_count++] = json;
    if (!person->mirror) person->mirror = mirror_make();
    bool fits = mirror_take(person->mirror, text);
    ASSERT(fits);
}

static inline size_t person_queued(void *context, int32_t peer) {
    return ((HallWorld *)context)->people[peer - 1].queued;
}

static inline void person_closed(
        void *context, int32_t peer, uint16_t code, const char *reason) {
    HallWorld *world = context;
    (void)reason;
    world->people[peer - 1].closed_with = code;
}

static inline void person_vouched(void *context, int32_t peer) {
    (void)context;
    (void)peer;
}

static inline Language hall_world_tongue(void *context, const char *code) {
    (void)code;
    return ((HallWorld *)context)->language;
}

static const char *const HALL_WORLD_CODES[] = {"en"};

static inline void hall_world_open(
        HallWorld *world, const Journal *journal, uint64_t seed) {
    Clock clock = {world, hall_world_now, hall_world_now};
    HallConfig hall = {.clock = clock,
            .entropy = entropy_system(),
            .build = "test",
            .work = world->work};
    hall.transport = (Transport){
            world, person_take, person_queued, person_closed, person_vouched, NULL};
    PartyConfig party = {
            .session = world_config(world->world, journal, seed),
            .roster = store_roster(journal),
            .players = BOT_RANDOM,
            .tongues = {world, hall_world_tongue, HALL_WORLD_CODES, 1}
    };
    party.session.clock = clock;
    party.session.entropy = entropy_system();
    world->hall = hall_make(&hall);
    world->party = party_open(&party, &world->world->err);
    ASSERT(world->party);
    ASSERT(hall_add(world->hall, world->party));
    world->events = hall_events(world->hall);
}

static inline HallWorld *hall_world_make(const char *pack, uint64_t seed) {
    HallWorld *world = calloc(1, sizeof *world);
    Journal journal;
    ASSERT(world);
    world->world = world_make(pack);
    ASSERT(world->world);
    world->people = calloc(HALL_PEOPLE_MAX, sizeof *world->people);
    world->language = say_source(world->world->scenario.def);
    ASSERT(world_create(world->world, seed, &journal));
    hall_world_open(world, &journal, seed);
    return world;
}

static inline void person_forget(Person *person) {
    for (int32_t i = 0; i < person->got_count; i++)
        json_decref(person->got[i]);
    person->got_count = 0;
    mirror_free(person->mirror);
    person->mirror = NULL;
}

// The program stops and starts again on the same file; every connection is gone.
static inline void hall_world_restart(HallWorld *world) {
    Journal journal;
    party_close(world->party);
    hall_free(world->hall);
    for (int32_t i = 0; i < world->people_count; i++) {
        person_forget(&world->people[i]);
        world->people[i].open = false;
    }
    world->people_count = 0;
    ASSERT(store_open(world->world->path, STORE_PLAY, &journal, &world->world->err));
    hall_world_open(world, &journal, 0);
}

static inline int hall_world_free(HallWorld *world) {
    party_close(world->party);
    hall_free(world->hall);
    for (int32_t i = 0; i < world->people_count; i++)
        person_forget(&world->people[i]);
    free(world->people);
    int result = world_free(world->world);
    free(world);
    return result;
}

static inline Person *person_come_from(HallWorld *world, bool loopback) {
    Person *person = &world->people[world->people_count++];
    ASSERT(world->people_count <= HALL_PEOPLE_MAX);
    *person = (Person){.peer = world->people_count, .open = true};
    const PeerInfo info = {.address = loopback ? 1 : 2, .loopback = loopback};
    world->events.opened(world->events.context, person->peer, &info);
    return person;
}

static inline Person *person_come(HallWorld *world) {
    return person_come_from(world, true);
}

static inline void person_go(HallWorld *world, Person *person) {
    person->open = false;
    world->events.closed(world->events.context, person->peer);
}

// A message that waits for the end of its turn.
static inline void person_tell(HallWorld *world, Person *person, const char *text) {
    world->events.message(world->events.context, person->peer,
            (Bytes){(const uint8_t *)text, strlen(text)});
}

// A message that comes alone: its turn is over before the next.
static inline void person_say(HallWorld *world, Person *person, const char *text) {
    person_tell(world, person, text);
    world->events.turn(world->events.context);
}

static inline void hall_world_turn(HallWorld *world) {
    world->now_ms += 200;
    world->events.turn(world->events.context);
}

// The newest message of a kind, NULL when there was none.
static inline json_t *person_got(const Person *person, const char *t) {
    for (int32_t i = person->got_count - 1; i >= 0; i--) {
        const char *kind = json_string_value(json_object_get(person->got[i], "t"));
        if (kind && strcmp(kind, t) == 0) return person->got[i];
    }
    return NULL;
}

// A section as its client holds it.
static inline const json_t *person_section(const Person *person, const char *name) {
    return person->mirror ? mirror_section(person->mirror, name) : NULL;
}

static inline const char *person_text(
        const Person *person, const char *t, const char *key) {
    const char *text = json_string_value(json_object_get(person_got(person, t), key));
    return text ? text : "";
}

// Takes a place with a claim of its own.
static inline Person *person_claim(
        HallWorld *world, Person *person, int32_t number, const char *as) {
    char text[300];
    person_say(world, person, "{\"t\":\"hello\",\"v\":1,\"kind\":\"seat\"}");
    snprintf(text, sizeof text,
            "{\"t\":\"claim\",\"cid\":\"%022d\",\"pin\":\"%s\",\"as\":\"%s\",\"name\":\"P%"
            "d\","
            "\"consent\":[\"play\"]}",
            (int)number, world->party->seats.pin, as, (int)number);
    person_say(world, person, text);
    snprintf(person->token, sizeof person->token, "%s",
            person_text(person, "seated", "token"));
    snprintf(person->code, sizeof person->code, "%s",
            person_text(person, "seated", "seat_code"));
    person->seat = (int32_t)json_integer_value(
            json_object_get(person_got(person, "seated"), "seat"));
    return person;
}

static inline Person *person_join(HallWorld *world, int32_t number, const char *as) {
    return person_claim(world, person_come(world), number, as);
}

static inline Person *person_return(HallWorld *world, const char *token) {
    Person *person = person_come(world);
    char text[120];
    person_say(world, person, "{\"t\":\"hello\",\"v\":1,\"kind\":\"seat\"}");
    snprintf(text, sizeof text, "{\"t\":\"resume\",\"token\":\"%s\"}", token);
    person_say(world, person, text);
    return person;
}

static inline void hall_world_console(HallWorld *world, CommandKind kind) {
    Verdict verdict;
    Command command = {.kind = (uint8_t)kind, .actor = NONE, .at_phase = NONE};
    ASSERT(hall_console(world->hall, world->party, &command, &verdict, &world->world->err));
    ASSERT(verdict.code == VERDICT_OK);
    hall_world_turn(world);
}

#endif // TESTS_HALL_WORLD_H
