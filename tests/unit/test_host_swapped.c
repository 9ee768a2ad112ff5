// tests/unit/test_host_swapped.c — two sessions in one host: a code or token of one opens nothing of the other, and one that stands in the wrong place is answered like a guess. Never: a socket.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "console_world.h"

enum { HOUR_MS = 3600 * 1000, SECRET_MOST = 32 };

typedef enum SecretKind {
    SECRET_PIN,
    SECRET_QR,
    SECRET_KEY,
    SECRET_BOARD,
    SECRET_TOKEN,
    SECRET_CODE,
    SECRET_KINDS
} SecretKind;

typedef struct House {
    HallWorld *world; // its party is the first session
    World *second_files;
    Party *second;
    Person *people[2];
    char secrets[2][SECRET_KINDS][SECRET_MOST];
} House;

static Party *party_of(const House *house, int32_t which) {
    return which == 0 ? house->world->party : house->second;
}

static void open_second(House *house) {
    HallWorld *world = house->world;
    Journal journal;
    house->second_files = world_make("scenarios/riverside-link");
    ASSERT(house->second_files && world_create(house->second_files, 12, &journal));
    PartyConfig config = {.session = world_config(house->second_files, &journal, 12),
            .roster = store_roster(&journal),
            .players = BOT_RANDOM,
            .tongues = world->party->tongues};
    config.session.clock = world->party->seats.clock;
    config.session.entropy = entropy_system();
    house->second = party_open(&config, &house->second_files->err);
    ASSERT(house->second && hall_add(world->hall, house->second));
}

// One person each, with a name that can be searched for.
static Person *come(House *house, int32_t which) {
    char text[300];
    Person *person = person_come(house->world);
    person_say(house->world, person, "{\"t\":\"hello\",\"v\":1,\"kind\":\"seat\"}");
    snprintf(text, sizeof text,
            "{\"t\":\"claim\",\"cid\":\"%022d\",\"pin\":\"%s\",\"as\":\"play\",\"name\":"
            "\"Planted%d\"}",
            1 + which, party_of(house, which)->seats.pin, which);
    person_say(house->world, person, text);
    ASSERT(person_got(person, "seated"));
    return person;
}

static void note_secrets(House *house, int32_t which) {
    const Seats *seats = &party_of(house, which)->seats;
    const Person *person = house->people[which];
    const char *of[SECRET_KINDS] = {seats->pin, seats->qr, seats->key, seats->board,
            person_text(person, "seated", "token"),
            person_text(person, "seated", "seat_code")};
    for (int32_t i = 0; i < SECRET_KINDS; i++) {
        assert_true(*of[i] && strlen(of[i]) < SECRET_MOST);
        snprintf(house->secrets[which][i], SECRET_MOST, "%s", of[i]);
    }
}

static int setup(void **state) {
    House *house = calloc(1, sizeof *house);
    ASSERT(house);
    house->world = hall_world_make("scenarios/riverside-link", 11);
    open_second(house);
    for (int32_t i = 0; i < 2; i++) {
        house->people[i] = come(house, i);
        note_secrets(house, i);
    }
    *state = house;
    return 0;
}

static int teardown(void **state) {
    House *house = *state;
    party_close(house->second);
    int result = hall_world_free(house->world) | world_free(house->second_files);
    free(house);
    return result;
}

// ---- in the wrong place ---------------------------------------------------------------------------------------

// A message with one secret, and the kinds that belong there.
typedef struct Door {
    const char *message, *field;
    uint32_t opened_by;
} Door;

enum {
    BY_PIN = 1 << SECRET_PIN,
    BY_QR = 1 << SECRET_QR,
    BY_CODE = 1 << SECRET_KEY | 1 << SECRET_CODE,
    BY_TOKEN = 1 << SECRET_BOARD | 1 << SECRET_TOKEN
};

#define CID "\"cid\":\"stranger00000000000000\""

static const Door doors[] = {
        {"\"t\":\"lookup\"",                     "pin",   BY_PIN  },
        {"\"t\":\"lookup\"",                     "qr",    BY_QR   },
        {"\"t\":\"claim\",\"as\":\"play\"," CID, "pin",   BY_PIN  },
        {"\"t\":\"claim\",\"as\":\"play\"," CID, "qr",    BY_QR   },
        {"\"t\":\"code\"," CID,                  "code",  BY_CODE },
        {"\"t\":\"resume\"",                     "token", BY_TOKEN},
};

// What a stranger is answered, as text; tries of hours before count no more.
static char *answer_to(House *house, const Door *door, const char *secret) {
    char text[200];
    HallWorld *world = house->world;
    Person *person = person_come(world);
    world->now_ms += HOUR_MS;
    person_say(world, person, "{\"t\":\"hello\",\"v\":1,\"kind\":\"seat\"}");
    int32_t before = person->got_count;
    snprintf(text, sizeof text, "{%s,\"%s\":\"%s\"}", door->message, door->field, secret);
    person_say(world, person, text);
    hall_world_turn(world);
    assert_int_equal(person->got_count, before + 1); // one refusal, and nothing after it
    assert_true(person_last_is(person, "refused"));
    char *answer = json_dumps(person_got(person, "refused"), JSON_SORT_KEYS);
    person_go(world, person);
    return answer;
}

// Of the same length and letters, and nobody's.
static void guess_like(const char *secret, char guess[SECRET_MOST]) {
    snprintf(guess, SECRET_MOST, "%s", secret);
    for (size_t i = 0; guess[i]; i++)
        guess[i] = guess[i] == '7' ? '8' : '7';
}

static void a_secret_in_the_wrong_place_is_a_guess(void **state) {
    House *house = *state;
    char guess[SECRET_MOST];
    int32_t count = 0;
    for (size_t d = 0; d < ARRAY_COUNT(doors); d++) {
        for (int32_t kind = 0; kind < SECRET_KINDS; kind++) {
            if (doors[d].opened_by >> kind & 1) continue;
            const char *secret = house->secrets[count % 2][kind];
            guess_like(secret, guess);
            char *told = answer_to(house, &doors[d], secret);
            char *known = answer_to(house, &doors[d], guess);
            assert_string_equal(told, known);
            free(told);
            free(known);
            count++;
        }
    }
    for (int32_t i = 0; i < 2; i++)
        assert_int_equal(party_of(house, i)->seats.seats_count, 1);
    print_message("%d secrets at doors that are not theirs\n", count);
    assert_true(count >= 25);
}

// ---- in the other session -------------------------------------------------------------------------------------

static bool was_sent(const Person *person, const char *words) {
    bool found = false;
    for (int32_t i = 0; i < person->got_count; i++) {
        char *text = json_dumps(person->got[i], 0);
        found |= strstr(text, words) != NULL;
        free(text);
    }
    return found;
}

// The join code says which session it is, whatever other token comes with it: a new person there, and nobody of here.
static void the_join_code_of_one_with_the_token_of_the_other(void **state) {
    House *house = *state;
    char text[300];
    for (int32_t here = 0; here < 2; here++) {
        int32_t there = 1 - here;
        int64_t seq = party_session(party_of(house, there))->seq;
        Person *person = person_come(house->world);
        person_say(house->world, person, "{\"t\":\"hello\",\"v\":1,\"kind\":\"seat\"}");
        snprintf(text, sizeof text,
                "{\"t\":\"claim\",\"cid\":\"both%018d\",\"pin\":\"%s\",\"as\":\"play\","
                "\"token\":\"%s\"}",
                here, house->secrets[here][SECRET_PIN],
                house->secrets[there][SECRET_TOKEN]);
        person_say(house->world, person, text);
        hall_world_turn(house->world);
        assert_int_equal(
                json_integer_value(json_object_get(person_got(person, "seated"), "seat")),
                2);
        assert_int_equal(party_of(house, here)->seats.seats_count, 2);
        assert_int_equal(party_of(house, there)->seats.seats_count, 1 + here);
        assert_int_equal(party_session(party_of(house, there))->seq, seq);
        assert_false(was_sent(person, there == 0 ? "Planted0" : "Planted1"));
        assert_non_null(seats_by_token(
                &party_of(house, there)->seats, house->secrets[there][SECRET_TOKEN]));
    }
}

// The facilitator's code opens its own session; seat numbers of its verbs are seats there.
static void the_facilitator_of_one_cannot_touch_the_other(void **state) {
    House *house = *state;
    Person *console = console_come(house->world);
    int64_t seq = party_session(house->second)->seq;
    assert_true(console_do(house->world, console, "lock", "\"how\":\"on\"", ""));
    assert_true(console_do(house->world, console, "remove", "\"seat\":1", ""));
    assert_false(console_do(house->world, console, "reissue", "\"seat\":1", ""));
    assert_int_equal(party_session(house->second)->seq, seq);
    assert_false(party_session(house->second)->people.locked);
    assert_false(was_sent(console, "Planted1"));
    assert_null(
            seats_by_token(&house->world->party->seats, house->secrets[0][SECRET_TOKEN]));
    assert_non_null(seats_by_token(&house->second->seats, house->secrets[1][SECRET_TOKEN]));
    assert_int_equal(house->people[1]->closed_with, 0);
}

// A seat code brings a device to its own session, and to no seat of the same number elsewhere.
static void a_seat_code_opens_its_own_session(void **state) {
    House *house = *state;
    char text[120];
    Person *person = person_come(house->world);
    person_say(house->world, person, "{\"t\":\"hello\",\"v\":1,\"kind\":\"seat\"}");
    snprintf(text, sizeof text,
            "{\"t\":\"code\",\"cid\":\"other00000000000000000\",\"code\":\"%s\"}",
            house->secrets[1][SECRET_CODE]);
    person_say(house->world, person, text);
    hall_world_turn(house->world);
    assert_non_null(person_got(person, "seated"));
    assert_int_equal(house->people[1]->closed_with, 4004); // its own seat's older device
    assert_int_equal(house->people[0]->closed_with, 0);
    assert_int_equal(house->world->party->seats.devices_count, 1);
    assert_int_equal(house->second->seats.devices_count, 2);
    assert_false(was_sent(person, "Planted0"));
}

int main(void) {
#define TEST(f) cmocka_unit_test_setup_teardown(f, setup, teardown)
    const struct CMUnitTest tests[] = {TEST(a_secret_in_the_wrong_place_is_a_guess),
            TEST(the_join_code_of_one_with_the_token_of_the_other),
            TEST(the_facilitator_of_one_cannot_touch_the_other),
            TEST(a_seat_code_opens_its_own_session)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
