// tests/unit/console_world.h — a facilitator at a console of a hall over memory, and what it asks. Never: a test.
#ifndef TESTS_CONSOLE_WORLD_H
#define TESTS_CONSOLE_WORLD_H
#include "hall_world.h"
#include "session/own_words.h"

static inline Person *console_come(HallWorld *world) {
    Person *person = person_come(world);
    char text[120];
    person_say(world, person, "{\"t\":\"hello\",\"v\":1,\"kind\":\"console\"}");
    snprintf(text, sizeof text,
            "{\"t\":\"code\",\"cid\":\"console000000000000000\",\"code\":\"%s\"}",
            world->party->seats.key);
    person_say(world, person, text);
    ASSERT(person_got(person, "ack"));
    return person;
}

// args and words are what stands between the braces. True when it was acknowledged.
static inline bool console_do(HallWorld *world, Person *console, const char *verb,
        const char *args, const char *words) {
    char text[2000], id[32];
    static const char form[] = "{\"t\":\"cmd\",\"id\":\"%s\",\"do\":\"console.%s\","
                               "\"args\":{%s},\"words\":{%s}}";
    world->now_ms += 1000;
    snprintf(id, sizeof id, "c%lld", (long long)world->now_ms);
    snprintf(text, sizeof text, form, id, verb, args, words);
    person_say(world, console, text);
    hall_world_turn(world);
    for (int32_t i = console->got_count - 1; i >= 0; i--) {
        const char *kind = json_string_value(json_object_get(console->got[i], "t"));
        const char *of = json_string_value(json_object_get(console->got[i], "id"));
        if (!of || strcmp(of, id) != 0) continue;
        if (strcmp(kind, "ack") == 0) return true;
        if (strcmp(kind, "refused") == 0) return false;
    }
    return false;
}

// A person's message "seat.X".
static inline void seat_do(HallWorld *world, Person *person, const char *act,
        const char *args, const char *words) {
    char text[2000];
    static const char form[] = "{\"t\":\"cmd\",\"id\":\"s%lld\",\"do\":\"seat.%s\","
                               "\"args\":{%s},\"words\":{%s}}";
    world->now_ms += 1000;
    snprintf(text, sizeof text, form, (long long)world->now_ms, act, args, words);
    person_say(world, person, text);
    hall_world_turn(world);
}

static inline const Session *console_session(const HallWorld *world) {
    return party_session(world->party);
}

// The newest line of people and words.
static inline const PeopleLine *console_line(const HallWorld *world) {
    const People *people = &console_session(world)->people;
    ASSERT(people->count > 0);
    return &people->lines[people->count - 1];
}

// The newest message is of this kind.
static inline bool person_last_is(const Person *person, const char *t) {
    return person->got_count > 0
           && person_got(person, t) == person->got[person->got_count - 1];
}

#endif // TESTS_CONSOLE_WORLD_H
