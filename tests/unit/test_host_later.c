// tests/unit/test_host_later.c — while a session is being written nobody is answered, what is said waits in its order, and all others go on. Never: a real disk's time.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/crowd.h"
#include "hall_world.h"
#include "host/later.h"

#define HELLO "{\"t\":\"hello\",\"v\":1,\"kind\":\"seat\"}"

// A disk that writes when the test says so.
typedef struct Disk {
    WorkDeed deed;
    void *about;
    bool ended;
    int32_t given;
} Disk;

static void disk_give(void *context, WorkDeed deed, void *about) {
    Disk *disk = context;
    assert_null(disk->about); // one at a time of one session
    *disk = (Disk){deed, about, false, disk->given + 1};
}

static void disk_wait(void *context) {
    Disk *disk = context;
    assert_non_null(disk->about);
    disk->deed(disk->about);
    disk->ended = true;
}

static void *disk_ended(void *context) {
    Disk *disk = context;
    void *about = disk->ended ? disk->about : NULL;
    if (about) *disk = (Disk){.given = disk->given};
    return about;
}

typedef struct Room {
    HallWorld *world;
    Disk disk;
    Person *people[3];
} Room;

// What was begun is on disk, and the loop comes round.
static void written(Room *room) {
    disk_wait(&room->disk);
    room->world->events.turn(room->world->events.context);
}

static Person *comes_in(Room *room, int32_t number) {
    Person *person = person_come(room->world);
    char text[200];
    snprintf(text, sizeof text,
            "{\"t\":\"claim\",\"cid\":\"%022d\",\"pin\":\"%s\",\"as\":\"play\",\"name\":"
            "\"P\",\"consent\":[\"play\"]}",
            (int)number, room->world->party->seats.pin);
    person_say(room->world, person, HELLO);
    person_say(room->world, person, text);
    assert_null(person_got(person, "seated"));
    written(room);
    assert_non_null(person_got(person, "seated"));
    return person;
}

static int setup(void **state) {
    Room *room = calloc(1, sizeof *room);
    assert_non_null(room);
    room->world = hall_world_make("scenarios/riverside-link", 11);
    room->world->work = (Work){&room->disk, 1, disk_give, disk_ended, disk_wait};
    hall_world_restart(room->world);
    for (int32_t i = 0; i < 3; i++)
        room->people[i] = comes_in(room, i);
    hall_world_console(room->world, COMMAND_START);
    if (room->disk.about) written(room);
    *state = room;
    return 0;
}

static int teardown(void **state) {
    Room *room = *state;
    int result = hall_world_free(room->world);
    free(room);
    return result;
}

// What it was told so far is forgotten; what it shows is not.
static void listens_anew(Person *person) {
    for (int32_t i = 0; i < person->got_count; i++)
        json_decref(person->got[i]);
    person->got_count = 0;
}

static void is_ready(const Room *room, Person *person, const char *id, bool on) {
    char text[120];
    snprintf(text, sizeof text,
            "{\"t\":\"cmd\",\"id\":\"%s\",\"do\":\"seat.%s\",\"args\":{}}", id,
            on ? "done" : "not_done");
    listens_anew(person);
    person_say(room->world, person, text);
}

static const char *acked(const Person *person) { return person_text(person, "ack", "id"); }

static int64_t saved(const Room *room) { return party_session(room->world->party)->seq; }

static void nobody_is_answered_before_it_is_on_disk(void **state) {
    Room *room = *state;
    Person *one = room->people[0];
    int64_t before = saved(room);
    is_ready(room, one, "a1", true);
    assert_int_equal(room->disk.given > 0, 1);
    assert_int_equal(one->got_count, 0);
    for (int32_t i = 0; i < 5; i++)
        hall_world_turn(room->world);
    assert_int_equal(one->got_count, 0);
    assert_int_equal(saved(room), before);
    written(room);
    assert_string_equal(acked(one), "a1");
    assert_true(saved(room) > before);
}

// Two people and the same one again, all while the first act is being written: one further group.
static void what_is_said_meanwhile_is_decided_together(void **state) {
    Room *room = *state;
    is_ready(room, room->people[0], "a1", true);
    int32_t given = room->disk.given;
    is_ready(room, room->people[1], "b1", true);
    is_ready(room, room->people[0], "a2", false);
    assert_int_equal(room->disk.given, given);
    assert_int_equal(room->people[0]->got_count, 0);
    disk_wait(&room->disk);
    room->world->events.turn(room->world->events.context);
    assert_string_equal(acked(room->people[0]), "a1");
    assert_null(person_got(room->people[1], "ack"));
    assert_int_equal(room->disk.given, given + 1);
    written(room);
    assert_string_equal(acked(room->people[1]), "b1");
    assert_string_equal(acked(room->people[0]), "a2");
    assert_null(room->disk.about);
}

// Greetings and signs of life need no session.
static void who_asks_nothing_of_it_is_answered_at_once(void **state) {
    Room *room = *state;
    is_ready(room, room->people[0], "a1", true);
    person_say(room->world, room->people[1], "{\"t\":\"ping\",\"n\":7}");
    assert_non_null(person_got(room->people[1], "pong"));
    Person *late = person_come(room->world);
    person_say(room->world, late, HELLO);
    assert_non_null(person_got(late, "welcome"));
    written(room);
}

static void who_is_at_the_door_is_heard_when_all_is_written(void **state) {
    Room *room = *state;
    char text[100];
    Person *late = person_come(room->world);
    person_say(room->world, late, HELLO);
    snprintf(text, sizeof text, "{\"t\":\"lookup\",\"pin\":\"%s\"}",
            room->world->party->seats.pin);
    is_ready(room, room->people[0], "a1", true);
    person_say(room->world, late, text);
    assert_null(person_got(late, "found"));
    written(room);
    assert_non_null(person_got(late, "found"));
    assert_string_equal(acked(room->people[0]), "a1");
}

// The page was closed right after the tap: the tap counts.
static void who_leaves_at_once_has_still_said_it(void **state) {
    Room *room = *state;
    Person *other = room->people[1];
    uint8_t actor = party_actor(room->world->party, 2);
    is_ready(room, room->people[0], "a1", true);
    is_ready(room, other, "b1", true);
    person_go(room->world, other);
    assert_int_equal(hall_people(room->world->hall), 3);
    written(room);
    assert_int_equal(hall_people(room->world->hall), 2);
    written(room);
    const State *now = &party_session(room->world->party)->state;
    assert_true((now->done >> actor) & 1);
}

static void a_clock_that_strikes_meanwhile_is_heard_after(void **state) {
    Room *room = *state;
    HallWorld *world = room->world;
    is_ready(room, room->people[0], "a1", true);
    world->now_ms += 20000;
    world->events.tick(world->events.context, world->now_ms);
    assert_true(world->party->tick_missed);
    written(room);
    assert_false(world->party->tick_missed);
}

// Who leads from this machine waits for the disk: the act is on it when it returns.
static void the_console_of_this_program_waits(void **state) {
    Room *room = *state;
    is_ready(room, room->people[0], "a1", true);
    hall_world_console(room->world, COMMAND_PAUSE);
    assert_string_equal(acked(room->people[0]), "a1");
    assert_true(party_session(room->world->party)->state.paused != PAUSED_NOT);
    if (room->disk.about) written(room);
}

static void a_good_bye_waits_for_the_disk(void **state) {
    Room *room = *state;
    is_ready(room, room->people[0], "a1", true);
    hall_goodbye(room->world->hall);
    assert_string_equal(acked(room->people[0]), "a1");
    assert_int_equal(room->people[0]->closed_with, 4009);
}

// However long the disk takes, the room that waiting needs has an end, and it is said.
static void more_than_fits_is_refused(void **state) {
    enum { LONG = 7000, MOST = 2000 };
    Room *room = *state;
    HallWorld *world = room->world;
    char *text = calloc(1, LONG + 200);
    assert_non_null(text);
    is_ready(room, room->people[0], "a1", true);
    int32_t kept = 0;
    for (; kept < MOST; kept++) {
        int32_t length = snprintf(text, 200,
                "{\"t\":\"cmd\",\"id\":\"w%d\",\"do\":\"seat.not_done\"", (int)kept);
        memset(text + length, ' ', LONG);
        snprintf(text + length + LONG, 10, "}");
        listens_anew(room->people[1]);
        world->now_ms += 1000;
        person_say(world, room->people[1], text);
        if (person_got(room->people[1], "refused")) break;
    }
    free(text);
    assert_string_equal(person_text(room->people[1], "refused", "code"), "busy");
    assert_in_range(kept, 400, 700);
    written(room);
    for (int32_t i = 0; i < MOST && room->disk.about; i++)
        written(room);
}

static Person *comes_into(Room *room, const Party *party, int32_t number) {
    Person *person = person_come(room->world);
    char text[200];
    snprintf(text, sizeof text,
            "{\"t\":\"claim\",\"cid\":\"%022d\",\"pin\":\"%s\",\"as\":\"play\",\"name\":"
            "\"P\",\"consent\":[\"play\"]}",
            (int)number, party->seats.pin);
    person_say(room->world, person, HELLO);
    person_say(room->world, person, text);
    while (room->disk.about)
        written(room);
    assert_non_null(person_got(person, "seated"));
    return person;
}

// One disk for two sessions: the second takes in all that is said until it is its turn, and then goes first.
static void sessions_take_turns_at_the_disk(void **state) {
    Room *room = *state;
    HallWorld *other = hall_world_make("scenarios/riverside-link", 13);
    assert_true(hall_add(room->world->hall, other->party));
    Person *far[2] = {comes_into(room, other->party, 7), comes_into(room, other->party, 8)};
    Verdict verdict;
    Command start = {.kind = COMMAND_START, .actor = NONE, .at_phase = NONE};
    assert_true(hall_console(
            room->world->hall, other->party, &start, &verdict, &other->world->err));
    is_ready(room, room->people[0], "a1", true);
    int32_t given = room->disk.given;
    is_ready(room, far[0], "f1", true);
    is_ready(room, far[1], "f2", true);
    is_ready(room, room->people[0], "a2", false);
    assert_ptr_equal(room->disk.about, room->world->party);
    written(room);
    assert_ptr_equal(room->disk.about, other->party);
    assert_int_equal(room->disk.given, given + 1);
    assert_null(person_got(far[0], "ack"));
    written(room);
    assert_string_equal(acked(far[0]), "f1");
    assert_string_equal(acked(far[1]), "f2");
    assert_ptr_equal(room->disk.about, room->world->party);
    written(room);
    assert_string_equal(acked(room->people[0]), "a2");
    assert_null(room->disk.about);
    assert_int_equal(hall_world_free(other), 0);
}

// ---- with threads -----------------------------------------------------------------------------------------------

// Everybody says it all the time while two threads write: each act is answered once and in its order.
static void with_real_threads(void **state) {
    enum { ROUNDS = 150 };
    (void)state;
    HallWorld *world = hall_world_make("scenarios/riverside-link", 12);
    Crowd *crowd = crowd_make(2, NULL, NULL);
    Person *people[3];
    int32_t answered = 0;
    world->work = crowd_work(crowd);
    for (int32_t i = 0; i < 3; i++) // before there are threads
        people[i] = person_join(world, i, "play");
    char tokens[3][32];
    for (int32_t i = 0; i < 3; i++)
        snprintf(tokens[i], sizeof tokens[i], "%s", people[i]->token);
    hall_world_restart(world);
    for (int32_t i = 0; i < 3; i++)
        people[i] = person_return(world, tokens[i]);
    hall_world_console(world, COMMAND_START);
    for (int32_t round = 0; round < ROUNDS; round++) {
        char text[120];
        snprintf(text, sizeof text,
                "{\"t\":\"cmd\",\"id\":\"r%d\",\"do\":\"seat.%s\",\"args\":{}}", (int)round,
                round % 2 ? "not_done" : "done");
        world->now_ms += 1000;
        for (int32_t i = 0; i < 2; i++) {
            listens_anew(people[i]);
            person_tell(world, people[i], text);
            world->events.turn(world->events.context);
        }
        hall_goodbye(world->hall); // all is written and said
        for (int32_t i = 0; i < 2; i++)
            answered += person_got(people[i], "ack") || person_got(people[i], "refused");
    }
    assert_int_equal(answered, 2 * ROUNDS);
    assert_int_equal(hall_world_free(world), 0);
    crowd_free(crowd);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

static int32_t emptied;
static bool log_is_long;

static bool is_long(const void *self) {
    (void)self;
    return log_is_long;
}

static void empty(void *self) {
    (void)self;
    emptied++;
    log_is_long = false;
}

// A long log is emptied while nobody waits for the session; who acts meanwhile is heard behind it, and answered once
// the act is on disk.
static void a_long_log_is_emptied_in_a_pause(void **state) {
    Room *room = *state;
    Journal *journal = &room->world->party->table->session->journal;
    journal->is_long = is_long;
    journal->empty = empty;
    emptied = 0;
    log_is_long = true;
    int64_t seq = saved(room);
    room->world->events.turn(room->world->events.context);
    assert_true(room->disk.about != NULL);
    assert_true(room->world->party->emptying);
    assert_int_equal(emptied, 0);
    is_ready(room, room->people[0], "go", true);
    assert_null(person_got(room->people[0], "ack"));
    written(room); // the log; the act is begun
    assert_int_equal(emptied, 1);
    assert_null(person_got(room->people[0], "ack"));
    assert_int_equal(saved(room), seq);
    written(room);
    assert_string_equal(acked(room->people[0]), "go");
    assert_true(saved(room) > seq);
    assert_false(room->world->party->emptying);
    if (room->disk.about) written(room);
}

// Who leaves for good does not wait for logs that are only long.
static void a_good_bye_empties_no_log(void **state) {
    Room *room = *state;
    Journal *journal = &room->world->party->table->session->journal;
    journal->is_long = is_long;
    journal->empty = empty;
    emptied = 0;
    log_is_long = true;
    is_ready(room, room->people[0], "go", true);
    hall_goodbye(room->world->hall);
    assert_int_equal(emptied, 0);
    assert_false(room->world->party->writing);
    log_is_long = false;
}

int main(void) {
    const struct CMUnitTest tests[] = {
            TEST(nobody_is_answered_before_it_is_on_disk),
            TEST(what_is_said_meanwhile_is_decided_together),
            TEST(who_asks_nothing_of_it_is_answered_at_once),
            TEST(who_is_at_the_door_is_heard_when_all_is_written),
            TEST(who_leaves_at_once_has_still_said_it),
            TEST(a_clock_that_strikes_meanwhile_is_heard_after),
            TEST(the_console_of_this_program_waits),
            TEST(a_good_bye_waits_for_the_disk),
            TEST(a_long_log_is_emptied_in_a_pause),
            TEST(a_good_bye_empties_no_log),
            TEST(more_than_fits_is_refused),
            TEST(sessions_take_turns_at_the_disk),
            cmocka_unit_test(with_real_threads),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
