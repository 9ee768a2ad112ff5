// tests/unit/test_host_rescue.c — what goes wrong in a room is put right in three actions, and a step closes softly however many have sent. Never: a socket, a second on the clock as a proof.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "console_world.h"

enum { PEOPLE = 4, ACTIONS_MOST = 3, TICK_MS = 250 };

// Everything that somebody has to do is counted: the facilitator's verbs, and what a person types or presses.
typedef struct Room {
    HallWorld *world;
    Person *people[PEOPLE], *console;
    int32_t actions;
} Room;

static int setup(void **state) {
    Room *room = calloc(1, sizeof *room);
    ASSERT(room);
    room->world = hall_world_make("scenarios/riverside-link", 11);
    for (int32_t i = 0; i < PEOPLE; i++) {
        Person *person = person_join(room->world, i, "play");
        hall_world_turn(room->world);
        snprintf(person->token, sizeof person->token, "%s",
                person_text(person, "seated", "token"));
        person->seat = (int32_t)json_integer_value(
                json_object_get(person_got(person, "seated"), "seat"));
        room->people[i] = person;
    }
    room->console = console_come(room->world);
    *state = room;
    return 0;
}

static int teardown(void **state) {
    Room *room = *state;
    int result = hall_world_free(room->world);
    free(room);
    return result;
}

static const State *now(const Room *room) { return &console_session(room->world)->state; }

static uint8_t actor_of(const Room *room, int32_t person) {
    return party_actor(room->world->party, room->people[person]->seat);
}

static void does(Room *room, const char *verb, const char *args) {
    room->actions++;
    assert_true(console_do(room->world, room->console, verb, args, ""));
}

static void presses(Room *room, Person *person, const char *message) {
    room->actions++;
    person_say(room->world, person, message);
}

static void was_quick(const Room *room) {
    print_message("%d actions\n", (int)room->actions);
    assert_true(room->actions > 0 && room->actions <= ACTIONS_MOST);
}

static void to_sealed_acts(Room *room) {
    const Def *def = console_session(room->world)->def;
    for (int32_t i = 0; i < 60; i++) {
        const State *state = now(room);
        bool there = state->status == STATUS_RUNNING
                     && def->phases[state->phase].does == DOES_ACTION
                     && def->phases[state->phase].kind == PHASE_SEALED;
        if (there) return;
        (void)console_do(room->world, room->console,
                state->status == STATUS_LOBBY ? "start" : "next",
                state->status == STATUS_LOBBY ? "\"now\":\"now\"" : "", "");
    }
    fail_msg("no such step");
}

// ---- rescues ---------------------------------------------------------------------------------------------------

static void somebody_comes_late_to_a_locked_door(void **state) {
    Room *room = *state;
    to_sealed_acts(room);
    assert_true(console_do(room->world, room->console, "lock", "\"how\":\"on\"", ""));
    Person *late = person_join(room->world, 9, "play");
    room->actions++; // the one button of the page
    assert_null(person_got(late, "seated"));
    does(room, "admit", "\"who\":101");
    assert_non_null(person_got(late, "seated"));
    assert_non_null(person_got(late, "view"));
    was_quick(room);
}

static void a_phone_is_dead(void **state) {
    Room *room = *state;
    char args[40], text[120];
    to_sealed_acts(room);
    uint8_t actor = actor_of(room, 1);
    snprintf(args, sizeof args, "\"seat\":%d", (int)room->people[1]->seat);
    does(room, "reissue", args);
    Person *other = person_come(room->world);
    person_say(room->world, other, "{\"t\":\"hello\",\"v\":1,\"kind\":\"seat\"}");
    snprintf(text, sizeof text,
            "{\"t\":\"code\",\"cid\":\"fresh00000000000000000\",\"code\":\"%s\"}",
            person_text(room->console, "ack", "seat_code"));
    presses(room, other, text);
    assert_int_equal(
            json_integer_value(json_object_get(person_got(other, "seated"), "seat")),
            room->people[1]->seat);
    assert_int_equal(party_actor(room->world->party, room->people[1]->seat), actor);
    assert_non_null(person_got(other, "view"));
    was_quick(room);
}

static void two_sit_in_each_others_seat(void **state) {
    Room *room = *state;
    char args[40];
    uint8_t first = actor_of(room, 0), second = actor_of(room, 1);
    snprintf(args, sizeof args, "\"seat\":%d,\"other\":%d", (int)room->people[0]->seat,
            (int)room->people[1]->seat);
    does(room, "swap", args);
    assert_int_equal(actor_of(room, 0), second);
    assert_int_equal(actor_of(room, 1), first);
    was_quick(room);
}

// The step it is in is finished with the seat as it is; the next one begins in the right one.
static void somebody_sits_in_the_wrong_seat_of_a_running_game(void **state) {
    Room *room = *state;
    char args[40];
    to_sealed_acts(room);
    uint8_t free_actor = NONE;
    for (uint8_t i = 0; i < def_count(console_session(room->world)->def, KIND_ACTOR); i++) {
        if (now(room)->seat_by[i] == BY_COMPUTER) free_actor = i;
    }
    assert_int_not_equal(free_actor, NONE);
    snprintf(args, sizeof args, "\"seat\":%d,\"actor\":%d", (int)room->people[2]->seat,
            free_actor);
    does(room, "seat", args);
    does(room, "next", "");
    assert_int_equal(actor_of(room, 2), free_actor);
    was_quick(room);
}

static void somebody_went_home(void **state) {
    Room *room = *state;
    char args[60];
    to_sealed_acts(room);
    uint8_t actor = actor_of(room, 3);
    snprintf(args, sizeof args, "\"seat\":%d,\"policy\":\"hold\"",
            (int)room->people[3]->seat);
    does(room, "standin", args);
    assert_int_equal(now(room)->seat_by[actor], BY_STAND_IN);
    hall_world_turn(room->world);
    assert_true(((now(room)->done | ~now(room)->waiting) >> actor) & 1);
    was_quick(room);
}

static void a_wrong_tap_of_the_facilitator(void **state) {
    Room *room = *state;
    to_sealed_acts(room);
    uint8_t phase = now(room)->phase, round = now(room)->round;
    assert_true(console_do(room->world, room->console, "skip", "\"what\":\"round\"", ""));
    assert_int_not_equal(now(room)->round, round);
    does(room, "undo", "");
    assert_int_equal(now(room)->round, round);
    assert_int_equal(now(room)->phase, phase);
    was_quick(room);
}

// ---- a soft close ----------------------------------------------------------------------------------------------

static void wait_ms(Room *room, int64_t ms) {
    HallWorld *world = room->world;
    for (int64_t gone = 0; gone < ms; gone += TICK_MS) {
        world->now_ms += TICK_MS;
        world->events.tick(world->events.context, world->now_ms);
    }
    hall_world_turn(world);
}

static int32_t steps_begun(const Room *room) {
    const EventList *ledger = &console_session(room->world)->ledger;
    int32_t count = 0;
    for (int32_t i = 0; i < ledger->count; i++)
        count += ledger->items[i].kind == EVENT_STEP;
    return count;
}

// What was sent counts, who did not send is not asked again, and the step closes once.
static void closes_with(Room *room, int32_t sent) {
    to_sealed_acts(room);
    uint8_t phase = now(room)->phase, round = now(room)->round;
    int32_t steps = steps_begun(room);
    assert_true(console_do(room->world, room->console, "soft_close", "\"in\":60", ""));
    for (int32_t i = 0; i < sent; i++)
        seat_do(room->world, room->people[i], "done", "", "");
    if (sent < PEOPLE) {
        wait_ms(room, 50000);
        assert_int_equal(now(room)->phase, phase);
        for (int32_t i = 0; i < PEOPLE; i++)
            assert_int_equal((now(room)->done >> actor_of(room, i)) & 1, i < sent);
        wait_ms(room, 15000);
    }
    assert_true(now(room)->phase != phase || now(room)->round != round);
    assert_int_equal(steps_begun(room), steps + 1);
    for (int32_t i = 0; i < PEOPLE; i++) {
        assert_int_equal(now(room)->seat_by[actor_of(room, i)], BY_PERSON);
        assert_int_equal(json_integer_value(json_object_get(
                                 person_section(room->people[i], "now"), "phase")),
                now(room)->phase);
    }
}

static void a_step_closes_softly_however_many_have_sent(void **state) {
    (void)state;
    for (int32_t sent = 0; sent <= PEOPLE; sent++) {
        void *room = NULL;
        assert_int_equal(setup(&room), 0);
        closes_with(room, sent);
        assert_int_equal(teardown(&room), 0);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
#define ROW(test) cmocka_unit_test_setup_teardown(test, setup, teardown)
            ROW(somebody_comes_late_to_a_locked_door),
            ROW(a_phone_is_dead),
            ROW(two_sit_in_each_others_seat),
            ROW(somebody_sits_in_the_wrong_seat_of_a_running_game),
            ROW(somebody_went_home),
            ROW(a_wrong_tap_of_the_facilitator),
            cmocka_unit_test(a_step_closes_softly_however_many_have_sent),
#undef ROW
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
