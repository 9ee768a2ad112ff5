// tests/unit/test_host_places.c — the disk fails at every single operation of a verb about people: the record and the list of places tell the same afterwards. Never: a socket.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "console_world.h"
#include "store/power.h"

enum { FILE_MOST = 4 << 20, SWEEP_MOST = 400 };

// A session with two people inside, one at the door, and the session file as it was then.
typedef struct House {
    HallWorld *world;
    Power *power;
    Region region;
    Bytes fresh;
    char pin[SEATS_PIN_LETTERS + 1], qr[SEATS_QR_LETTERS + 1]; // of the session then
    char log[300], tokens[2][32], codes[2][16];
    uint8_t parts[2];
} House;

// What stands on the disk after the verb, or would without it.
typedef struct Found {
    bool told; // the record has the verb
    bool done; // the places and the parts are as after it
    bool left; // the places and the parts are as before it
} Found;

typedef struct Verb {
    const char *name, *args;
    EventKind event;
    void (*look)(const House *house, Found *found);
    int32_t knocks; // somebody is at the door
} Verb;

static const State *now(const House *house) {
    return &console_session(house->world)->state;
}

static bool has_token(const House *house, int32_t person, int32_t seat) {
    const RosterDevice *device =
            seats_by_token(&house->world->party->seats, house->tokens[person]);
    return seat > 0 ? device && device->seat == seat : device == NULL;
}

static bool has_code(const House *house, int32_t person) {
    SeatsTaken taken;
    Seats copy = house->world->party->seats;
    copy.roster.self = NULL; // only asked, not taken
    return seats_by_code(&copy, "ZZZZZZZZZZZZZZZZZZZZZZ", house->codes[person], &taken)
           == SEATS_FINE;
}

static bool plays(const House *house, int32_t person, uint8_t actor) {
    return now(house)->place_role[person] == ROLE_PLAYS
           && now(house)->place_actor[person] == actor;
}

// ---- what each verb leaves -----------------------------------------------------------------------------------

static void look_removed(const House *house, Found *found) {
    bool free = now(house)->place_role[1] == ROLE_FREE;
    found->done = free && has_token(house, 1, 0) && !has_code(house, 1)
                  && now(house)->seat_by[house->parts[1]] == BY_NOBODY;
    found->left = plays(house, 1, house->parts[1]) && has_token(house, 1, 2)
                  && has_code(house, 1);
}

// Nobody was connected whose device could be known: the door is locked with it.
static void look_blocked(const House *house, Found *found) {
    const People *people = &console_session(house->world)->people;
    look_removed(house, found);
    found->done &= people->blocked[2] && people->locked;
    found->left &= !people->blocked[2] && !people->locked;
}

static void look_reissued(const House *house, Found *found) {
    found->done = has_token(house, 1, 0) && !has_code(house, 1);
    found->left = has_token(house, 1, 2) && has_code(house, 1);
}

static void look_merged(const House *house, Found *found) {
    bool free = now(house)->place_role[1] == ROLE_FREE;
    found->done = free && has_token(house, 1, 1) && !has_code(house, 1);
    found->left = plays(house, 1, house->parts[1]) && has_token(house, 1, 2)
                  && has_code(house, 1);
}

static void look_swapped(const House *house, Found *found) {
    found->done = plays(house, 0, house->parts[1]) && plays(house, 1, house->parts[0]);
    found->left = plays(house, 0, house->parts[0]) && plays(house, 1, house->parts[1]);
    for (int32_t i = 0; i < 2; i++)
        found->done &= now(house)->seat_by[house->parts[i]] == BY_PERSON;
}

static void look_admitted(const House *house, Found *found) {
    RosterConsent consents[ROSTER_CONSENTS_MAX];
    int32_t count = 0;
    Err err = {0};
    const Seats *seats = &house->world->party->seats;
    assert_true(seats->roster.consents(seats->roster.self, 3, consents, &count, &err));
    bool placed = now(house)->place_role[2] != ROLE_FREE;
    found->done =
            placed && seats->seats_count == 3 && seats->devices_count == 3 && count == 1;
    found->left =
            !placed && seats->seats_count == 2 && seats->devices_count == 2 && count == 0;
}

// Both codes are new, or both are the old ones: a pin without its square would open nothing.
static void look_code(const House *house, Found *found) {
    const Seats *seats = &house->world->party->seats;
    bool pin = strcmp(seats->pin, house->pin) == 0, qr = strcmp(seats->qr, house->qr) == 0;
    found->done = !pin && !qr;
    found->left = pin && qr;
}

static const Verb verbs[] = {
        {"remove",  "\"seat\":2",                     EVENT_REMOVED,       look_removed,  0},
        {"remove",  "\"seat\":2,\"block\":\"block\"", EVENT_REMOVED,       look_blocked,  0},
        {"reissue", "\"seat\":2",                     EVENT_SEAT_REISSUED, look_reissued, 0},
        {"merge",   "\"seat\":1,\"other\":2",         EVENT_SEATS_MERGED,  look_merged,   0},
        {"swap",    "\"seat\":1,\"other\":2",         EVENT_RESEATED,      look_swapped,  0},
        {"admit",   "\"who\":101",                    EVENT_PLACED,        look_admitted, 1},
        {"code",    "",                               EVENT_CODE_CHANGED,  look_code,     0},
};

// ---- the session, again and again ----------------------------------------------------------------------------

static void close_house(House *house) {
    HallWorld *world = house->world;
    party_close(world->party);
    hall_free(world->hall);
    for (int32_t i = 0; i < world->people_count; i++)
        person_forget(&world->people[i]);
    world->people_count = 0;
}

static void open_house(House *house) {
    HallWorld *world = house->world;
    Journal journal;
    Err *err = &world->world->err;
    if (!store_open(world->world->path, STORE_PLAY, &journal, err))
        fail_msg("%s", err->what);
    hall_world_open(world, &journal, 0);
}

static int setup(void **state) {
    House *house = calloc(1, sizeof *house);
    ASSERT(house);
    house->power = power_install();
    power_begin(house->power, POWER_GOES_ON, 0);
    house->world = hall_world_make("scenarios/riverside-link", 11);
    const char *path = house->world->world->path;
    snprintf(house->log, sizeof house->log, "%s-wal", path);
    for (int32_t i = 0; i < 2; i++) {
        const Person *person = person_join(house->world, i + 1, "play");
        snprintf(house->tokens[i], sizeof house->tokens[i], "%s", person->token);
        snprintf(house->codes[i], sizeof house->codes[i], "%s", person->code);
        house->parts[i] = party_actor(house->world->party, i + 1);
    }
    close_house(house);
    bool read = file_read(
            &house->region, path, FILE_MOST, &house->fresh, &house->world->world->err);
    open_house(house);
    const Seats *seats = &house->world->party->seats;
    snprintf(house->pin, sizeof house->pin, "%s", seats->pin);
    snprintf(house->qr, sizeof house->qr, "%s", seats->qr);
    *state = house;
    return !read;
}

static int teardown(void **state) {
    House *house = *state;
    power_begin(house->power, POWER_GOES_ON, 0);
    int result = hall_world_free(house->world);
    region_clear(&house->region);
    power_remove(house->power);
    free(house);
    return result;
}

static void start_afresh(House *house) {
    Err err = {0};
    close_house(house);
    (void)remove(house->log);
    assert_true(file_write(
            house->world->world->path, house->fresh.data, house->fresh.length, &err));
    power_begin(house->power, POWER_GOES_ON, 0);
    open_house(house);
}

static int32_t count_of(const House *house, EventKind event) {
    const EventList *ledger = &console_session(house->world)->ledger;
    int32_t count = 0;
    for (int32_t i = 0; i < ledger->count; i++)
        count += ledger->items[i].kind == event;
    return count;
}

// The verb with the disk that fails; true when it was acknowledged. The program is closed and started again.
static bool try_verb(
        House *house, const Verb *verb, PowerMode mode, int64_t at, Found *found) {
    start_afresh(house);
    int32_t before = count_of(house, verb->event);
    Person *console = console_come(house->world);
    if (verb->knocks) {
        assert_true(console_do(house->world, console, "lock", "\"how\":\"on\"", ""));
        (void)person_join(house->world, 3, "play");
    }
    power_arm(house->power, mode, at);
    bool good = console_do(house->world, console, verb->name, verb->args, "");
    bool struck = power_struck(house->power);
    close_house(house);
    power_begin(house->power, POWER_GOES_ON, 0);
    open_house(house);
    found->told = count_of(house, verb->event) > before;
    verb->look(house, found);
    if (!struck && mode != POWER_GOES_ON) assert_true(good);
    return struck;
}

static void at_every_operation(House *house, const Verb *verb, PowerMode mode) {
    int64_t at = 1, lost = 0;
    for (bool struck = true; struck; at++) {
        Found found = {0};
        assert_true(at < SWEEP_MOST);
        struck = try_verb(house, verb, mode, at, &found);
        if (found.done == found.left || found.told != found.done)
            fail_msg("%s, operation %lld: the record %s it, the places %s", verb->name,
                    (long long)at, found.told ? "has" : "has not",
                    found.done   ? "are as after it"
                    : found.left ? "are as before it"
                                 : "are neither");
        lost += found.left;
    }
    print_message("%s: %lld operations failed in turn, nothing was kept %lld times\n",
            verb->name, (long long)at - 2, (long long)lost);
    assert_true(lost > 0);
}

static void of_every_verb(House *house, PowerMode mode) {
    for (size_t i = 0; i < ARRAY_COUNT(verbs); i++)
        at_every_operation(house, &verbs[i], mode);
}

static void an_operation_fails(void **state) { of_every_verb(*state, POWER_FAILS); }

static void the_disk_is_full(void **state) { of_every_verb(*state, POWER_FULL); }

// ---- said again ----------------------------------------------------------------------------------------------

static void say_again(House *house, Person *console, const char *text) {
    house->world->now_ms += 1000;
    person_say(house->world, console, text);
    hall_world_turn(house->world);
}

// The answer was lost: the same message is answered as done, and nothing is done twice.
static void a_verb_said_twice_is_done_once(void **state) {
    House *house = *state;
    static const char *const text[] = {
            "{\"t\":\"cmd\",\"id\":\"c1\",\"do\":\"console.remove\",\"args\":{\"seat\":2}}",
            "{\"t\":\"cmd\",\"id\":\"c2\",\"do\":\"console.merge\",\"args\":{\"seat\":1,"
            "\"other\":2}}"};
    for (size_t i = 0; i < ARRAY_COUNT(text); i++) {
        start_afresh(house);
        Person *console = console_come(house->world);
        say_again(house, console, text[i]);
        assert_true(person_last_is(console, "delta") || person_got(console, "ack"));
        int64_t seq = console_session(house->world)->seq;
        Found found = {0};
        say_again(house, console, text[i]);
        assert_true(json_is_true(json_object_get(person_got(console, "ack"), "again")));
        assert_int_equal(console_session(house->world)->seq, seq);
        verbs[i == 0 ? 0 : 3].look(house, &found);
        assert_true(found.done);
    }
}

// A place waits for the end of the turn; somebody else's view asks for what stands beside it and finds that the disk
// failed. Who waits for the place is told so, and not that it is there.
static void what_another_could_not_write_is_not_promised(void **state) {
    House *house = *state;
    char text[120];
    start_afresh(house);
    Person *one = person_come(house->world), *other = person_come(house->world);
    person_say(house->world, one, "{\"t\":\"hello\",\"v\":1,\"kind\":\"seat\"}");
    person_say(house->world, other, "{\"t\":\"hello\",\"v\":1,\"kind\":\"seat\"}");
    snprintf(text, sizeof text,
            "{\"t\":\"code\",\"cid\":\"fresh00000000000000000\",\"code\":\"%s\"}",
            house->codes[0]);
    person_tell(house->world, one, text);
    power_arm(house->power, POWER_FAILS, 1);
    snprintf(text, sizeof text, "{\"t\":\"resume\",\"token\":\"%s\"}", house->tokens[1]);
    person_tell(house->world, other, text);
    assert_true(power_struck(house->power));
    hall_world_turn(house->world);
    assert_null(person_got(one, "seated"));
    assert_string_equal(person_text(one, "refused", "code"), "busy");
    assert_true(console_session(house->world)->read_only);
}

int main(void) {
#define TEST(f) cmocka_unit_test_setup_teardown(f, setup, teardown)
    const struct CMUnitTest tests[] = {TEST(an_operation_fails), TEST(the_disk_is_full),
            TEST(a_verb_said_twice_is_done_once),
            TEST(what_another_could_not_write_is_not_promised)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
