// tests/unit/test_host_people.c — the facilitator's verbs about people: who comes in, who plays what, who leaves, and how it is taken back. Never: a socket.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "console_world.h"
#include "host/team.h"

static int setup(void **state) {
    *state = hall_world_make("scenarios/riverside-link", 11);
    return 0;
}

static int teardown(void **state) { return hall_world_free(*state); }

static const State *now(const HallWorld *world) { return &console_session(world)->state; }

static Person *knock(HallWorld *world, int32_t number) {
    Person *person = person_join(world, number, "play");
    hall_world_turn(world);
    return person;
}

static void only_the_code_makes_a_console_and_only_here(void **state) {
    HallWorld *world = *state;
    Person *person = person_come(world);
    person_say(world, person, "{\"t\":\"hello\",\"v\":1,\"kind\":\"console\"}");
    person_say(world, person,
            "{\"t\":\"code\",\"cid\":\"console000000000000000\",\"code\":"
            "\"ABCDEFGHJKLM\"}");
    assert_string_equal(person_text(person, "refused", "code"), "code_wrong");
    Person *seat = person_join(world, 1, "play");
    person_say(world, seat,
            "{\"t\":\"cmd\",\"id\":\"x\",\"do\":\"console.lock\",\"args\":{\"how\":\"on\"}"
            "}");
    assert_string_equal(person_text(seat, "refused", "code"), "bad_message");
    assert_false(console_session(world)->people.locked);
    console_come(world);
}

static void locked_people_knock_and_are_let_in(void **state) {
    HallWorld *world = *state;
    Person *console = console_come(world);
    assert_true(console_do(world, console, "lock", "\"how\":\"on\"", ""));
    assert_true(strlen(person_text(console, "ack", "text")) > 10);
    Person *first = knock(world, 1), *second = knock(world, 2);
    assert_string_equal(person_text(first, "waiting", "why"), "knock");
    assert_true(strlen(person_text(first, "waiting", "text")) > 10);
    assert_int_equal(
            json_integer_value(json_object_get(person_got(second, "waiting"), "ahead")), 1);
    assert_int_equal(world->party->seats.seats_count, 0);
    assert_true(console_do(world, console, "admit", "\"who\":102,\"as\":\"observer\"", ""));
    assert_non_null(person_got(second, "seated"));
    assert_int_equal(now(world)->place_role[0], ROLE_OBSERVES);
    assert_true(console_do(world, console, "admit", "\"who\":101", ""));
    assert_non_null(person_got(first, "seated"));
    assert_int_equal(now(world)->place_role[1], ROLE_PLAYS);
    assert_string_equal(
            own_words_text(console_session(world), now(world)->place_name[1]), "P1");
    assert_true(console_do(world, console, "lock", "\"how\":\"off\"", ""));
    assert_non_null(person_got(knock(world, 3), "seated"));
}

static void a_declined_person_may_knock_again_after_a_minute(void **state) {
    HallWorld *world = *state;
    Person *console = console_come(world);
    assert_true(console_do(world, console, "lock", "\"how\":\"on\"", ""));
    Person *person = knock(world, 1);
    assert_true(console_do(world, console, "decline", "\"who\":101", ""));
    assert_string_equal(person_text(person, "refused", "code"), "declined");
    Person *again = knock(world, 1);
    assert_string_equal(person_text(again, "refused", "code"), "declined");
    world->now_ms += QUEUE_AGAIN_MS - 2000;
    world->events.tick(world->events.context, world->now_ms);
    again = knock(world, 1);
    assert_string_equal(person_text(again, "refused", "code"), "declined");
    world->now_ms += 2000;
    again = knock(world, 1);
    assert_non_null(person_got(again, "waiting"));
    assert_false(console_do(world, console, "decline", "\"who\":140", ""));
    assert_string_equal(person_text(console, "refused", "code"), "no_knock");
}

static void a_new_code_leaves_seats_alone(void **state) {
    HallWorld *world = *state;
    Person *console = console_come(world), *person = person_join(world, 1, "play");
    char old[SEATS_PIN_LETTERS + 1], text[80];
    hall_world_turn(world);
    memcpy(old, world->party->seats.pin, sizeof old);
    assert_true(console_do(world, console, "code", "\"new\":\"new\"", ""));
    assert_non_null(strstr(person_text(console, "ack", "text"), world->party->seats.pin));
    assert_string_not_equal(old, world->party->seats.pin);
    snprintf(text, sizeof text, "{\"t\":\"lookup\",\"pin\":\"%s\"}", old);
    Person *late = person_come(world);
    person_say(world, late, "{\"t\":\"hello\",\"v\":1,\"kind\":\"seat\"}");
    person_say(world, late, text);
    assert_string_equal(person_text(late, "refused", "code"), "pin_wrong");
    assert_non_null(person_got(person_return(world, person->token), "view"));
}

static Person *seated(HallWorld *world, int32_t number) {
    Person *person = person_join(world, number, "play");
    hall_world_turn(world);
    snprintf(person->token, sizeof person->token, "%s",
            person_text(person, "seated", "token"));
    snprintf(person->code, sizeof person->code, "%s",
            person_text(person, "seated", "seat_code"));
    person->seat = (int32_t)json_integer_value(
            json_object_get(person_got(person, "seated"), "seat"));
    return person;
}

// In the lobby at once; in a sealed step from the next one on, and what was planned stays with the actor.
static void people_move_between_steps(void **state) {
    HallWorld *world = *state;
    Person *console = console_come(world), *one = seated(world, 1), *two = seated(world, 2);
    uint8_t first = party_actor(world->party, 1), second = party_actor(world->party, 2);
    assert_true(console_do(world, console, "swap", "\"seat\":1,\"other\":2", ""));
    assert_int_equal(party_actor(world->party, one->seat), second);
    assert_int_equal(party_actor(world->party, two->seat), first);
    hall_world_console(world, COMMAND_START);
    hall_world_console(world, COMMAND_ADVANCE);
    assert_int_equal(now(world)->status, STATUS_RUNNING);
    assert_true(console_do(world, console, "swap", "\"seat\":1,\"other\":2", ""));
    assert_int_equal(party_actor(world->party, 1), second);
    hall_world_console(world, COMMAND_ADVANCE);
    assert_int_equal(party_actor(world->party, 1), first);
    assert_int_equal(party_actor(world->party, 2), second);
    assert_int_equal(now(world)->seat_by[first], BY_PERSON);
    assert_int_equal(now(world)->seat_by[second], BY_PERSON);
}

static void who_observes_leaves_a_stand_in_and_may_come_back(void **state) {
    HallWorld *world = *state;
    Person *console = console_come(world);
    seated(world, 1);
    seated(world, 2);
    uint8_t actor = party_actor(world->party, 1);
    hall_world_console(world, COMMAND_START);
    hall_world_console(world, COMMAND_ADVANCE);
    assert_true(console_do(world, console, "observe", "\"seat\":1", ""));
    hall_world_console(world, COMMAND_ADVANCE);
    assert_int_equal(now(world)->place_role[0], ROLE_OBSERVES);
    assert_int_equal(now(world)->seat_by[actor], BY_STAND_IN);
    char args[60];
    snprintf(args, sizeof args, "\"seat\":1,\"actor\":%d,\"role\":\"scribe\"", actor);
    assert_true(console_do(world, console, "seat", args, ""));
    assert_int_equal(now(world)->place_role[0], ROLE_PLAYS);
    assert_int_equal(now(world)->seat_by[actor], BY_PERSON);
    assert_false(console_do(world, console, "observe", "\"seat\":40", ""));
    assert_string_equal(person_text(console, "refused", "code"), "no_person");
    assert_false(console_do(world, console, "observe", "", ""));
    assert_string_equal(person_text(console, "refused", "code"), "argument");
}

static void a_team_shares_its_roles(void **state) {
    HallWorld *world = *state;
    Person *console = console_come(world);
    seated(world, 1);
    assert_int_equal(team_roles(world->party, 1), 2 + 4 + 8 + 16); // alone it holds all
    seated(world, 2);
    char args[40];
    uint8_t actor = party_actor(world->party, 1);
    snprintf(args, sizeof args, "\"seat\":2,\"actor\":%d", actor);
    assert_true(console_do(world, console, "pair", args, ""));
    assert_int_equal(team_lead(world->party, actor), 1);
    assert_int_equal(team_roles(world->party, 1) | team_roles(world->party, 2), 30);
    assert_int_equal(team_roles(world->party, 1) & team_roles(world->party, 2), 0);
    snprintf(args, sizeof args, "\"seat\":2,\"actor\":%d,\"role\":\"lead\"", actor);
    assert_true(console_do(world, console, "seat", args, ""));
    assert_int_equal(team_lead(world->party, actor), 2);
}

static void a_reissued_seat_shuts_the_old_phone_out(void **state) {
    HallWorld *world = *state;
    Person *console = console_come(world), *person = seated(world, 1);
    char code[16], text[120];
    assert_true(console_do(world, console, "reissue", "\"seat\":1", ""));
    snprintf(code, sizeof code, "%s", person_text(console, "ack", "seat_code"));
    assert_int_equal(strlen(code), SEATS_CODE_LETTERS);
    assert_int_equal(person->closed_with, 4005);
    assert_string_equal(person_text(person_return(world, person->token), "refused", "code"),
            "token_dead");
    Person *fresh = person_come(world);
    person_say(world, fresh, "{\"t\":\"hello\",\"v\":1,\"kind\":\"seat\"}");
    snprintf(text, sizeof text,
            "{\"t\":\"code\",\"cid\":\"fresh00000000000000000\",\"code\":\"%s\"}",
            person->code);
    person_say(world, fresh, text);
    assert_string_equal(person_text(fresh, "refused", "code"), "code_wrong");
    snprintf(text, sizeof text,
            "{\"t\":\"code\",\"cid\":\"fresh00000000000000000\",\"code\":\"%s\"}", code);
    person_say(world, fresh, text);
    assert_non_null(person_got(fresh, "seated"));
    hall_world_restart(world);
    assert_string_equal(person_text(person_return(world, person->token), "refused", "code"),
            "token_dead");
}

static void two_seats_of_one_person_become_one(void **state) {
    HallWorld *world = *state;
    Person *console = console_come(world), *one = seated(world, 1), *two = seated(world, 2);
    uint8_t other = party_actor(world->party, 2);
    seat_do(world, two, "journal", "\"scope\":\"me\"", "\"text\":\"from my other phone\"");
    assert_true(console_do(world, console, "merge", "\"seat\":1,\"other\":2", ""));
    assert_int_equal(now(world)->place_role[1], ROLE_FREE);
    assert_int_equal(now(world)->seat_by[other], BY_NOBODY);
    assert_int_equal(one->closed_with, 4004); // the phone of seat 2 is the newest one now
    int64_t ids[8];
    int32_t words = own_words_of(console_session(world), 1, ids, 8);
    assert_int_equal(words, 3); // two names and an entry
    hall_world_restart(world);
    Person *back = person_return(world, two->token);
    assert_non_null(person_got(back, "view"));
    assert_int_equal(own_words_of(console_session(world), 1, ids, 8), 3);
}

static void who_is_removed_leaves_a_free_seat_and_a_record(void **state) {
    HallWorld *world = *state;
    Person *console = console_come(world), *person = seated(world, 1);
    uint8_t actor = party_actor(world->party, 1);
    hall_world_console(world, COMMAND_START);
    assert_true(console_do(world, console, "remove", "\"seat\":1,\"block\":\"block\"", ""));
    assert_int_equal(person->closed_with, 4005);
    assert_int_equal(now(world)->place_role[0], ROLE_FREE);
    assert_int_equal(now(world)->seat_by[actor], BY_STAND_IN);
    // That device can only knock, whatever it calls itself now; others walk in as before.
    assert_non_null(person_got(knock(world, 2), "waiting"));
    Person *other = person_come_from(world, false);
    (void)person_claim(world, other, 3, "play");
    assert_int_equal(other->seat, 2); // a number is never another person's
    assert_int_equal(party_actor(world->party, 2), actor);
    assert_false(console_session(world)->people.locked);
}

static Person *claim_with(HallWorld *world, int32_t number, const char *lost) {
    char text[300];
    Person *person = person_come_from(world, false);
    person_say(world, person, "{\"t\":\"hello\",\"v\":1,\"kind\":\"seat\"}");
    snprintf(text, sizeof text,
            "{\"t\":\"claim\",\"cid\":\"%022d\",\"pin\":\"%s\",\"as\":\"play\",\"token\":"
            "\"%s\","
            "\"consent\":[\"play\"]}",
            (int)number, world->party->seats.pin, lost);
    person_say(world, person, text);
    return person;
}

// The host was started anew and knows no address: the device that was sent away is known by the place it lost.
static void a_block_outlives_a_restart(void **state) {
    HallWorld *world = *state;
    Person *console = console_come(world), *sent = seated(world, 1),
           *left = seated(world, 2);
    char blocked[32], freed[32];
    snprintf(blocked, sizeof blocked, "%s", sent->token);
    snprintf(freed, sizeof freed, "%s", left->token);
    assert_true(console_do(world, console, "remove", "\"seat\":1,\"block\":\"block\"", ""));
    assert_true(console_do(world, console, "remove", "\"seat\":2", ""));
    int64_t seq = console_session(world)->seq;
    hall_world_restart(world);
    assert_int_equal(world->party->blocked_count, 0);
    // The door is shut without a word in the record: no disk can keep the session from opening.
    assert_int_equal(console_session(world)->seq, seq);
    assert_false(console_session(world)->people.locked);
    assert_true(world->party->seats.locked);
    Person *back = claim_with(world, 3, blocked);
    assert_null(person_got(back, "seated"));
    assert_string_equal(person_text(back, "waiting", "why"), "knock");
    // No address is kept: he could come without that token, so everybody new knocks and a person decides.
    assert_string_equal(
            person_text(claim_with(world, 6, "BBBBBBBBBBBBBBBBBBBBBB"), "waiting", "why"),
            "knock");
    console = console_come(world);
    assert_true(console_do(world, console, "lock", "\"how\":\"off\"", ""));
    // Then who was only taken off a seat, and who was never here, walk in; the blocked one still knocks.
    Person *again = claim_with(world, 7, blocked);
    assert_null(person_got(again, "seated"));
    assert_non_null(person_got(claim_with(world, 4, freed), "seated"));
    assert_non_null(person_got(claim_with(world, 5, "AAAAAAAAAAAAAAAAAAAAAA"), "seated"));
}

// Nobody is connected whose device could be known: then the door is locked for all who are new.
static void a_block_without_a_device_locks_the_door(void **state) {
    HallWorld *world = *state;
    Person *console = console_come(world), *person = seated(world, 1);
    person_go(world, person);
    assert_true(console_do(world, console, "remove", "\"seat\":1,\"block\":\"block\"", ""));
    assert_true(console_session(world)->people.locked);
    Person *other = person_come_from(world, false);
    (void)person_claim(world, other, 3, "play");
    assert_non_null(person_got(other, "waiting"));
}

// The lamp of the address goes on when somebody came from another machine, place or no place.
static void the_address_is_proven_by_who_comes(void **state) {
    HallWorld *world = *state;
    Person *console = console_come(world);
    assert_false(json_is_true(json_object_get(person_section(console, "join"), "reached")));
    (void)seated(world, 1); // on this very machine: proves nothing
    assert_false(json_is_true(json_object_get(person_section(console, "join"), "reached")));
    Person *phone = person_come_from(world, false);
    person_say(
            world, phone, "{\"t\":\"hello\",\"v\":1,\"kind\":\"seat\",\"app\":\"check\"}");
    assert_true(json_is_true(json_object_get(person_section(console, "join"), "reached")));
    assert_int_equal(
            json_array_size(json_object_get(person_got(phone, "welcome"), "langs")), 1);
}

// News lines that say a stand-in did it; all of them are this actor's.
static int32_t marked_news(const json_t *news, uint8_t actor) {
    int32_t count = 0;
    const json_t *item;
    size_t i;
    json_array_foreach(json_object_get(news, "items"), i, item) {
        if (!json_is_true(json_object_get(item, "stood_in"))) continue;
        assert_int_equal(json_integer_value(json_object_get(item, "by")), actor);
        count++;
    }
    return count;
}

// A phase closes while somebody's phone is gone: what the lobby chose begins; not while it is there.
static void who_is_away_when_a_phase_closes_is_stood_in_for(void **state) {
    HallWorld *world = *state;
    Person *console = console_come(world), *gone = seated(world, 1),
           *here = seated(world, 2);
    uint8_t away = party_actor(world->party, gone->seat),
            there = party_actor(world->party, here->seat);
    hall_world_console(world, COMMAND_START);
    assert_true(console_do(world, console, "next", "", ""));
    person_go(world, gone);
    world->events.tick(world->events.context, world->now_ms);
    assert_true(console_do(world, console, "next", "", ""));
    world->events.tick(world->events.context, world->now_ms);
    assert_int_equal(now(world)->seat_by[away], BY_PERSON); // as it is: it sends nothing
    assert_true(console_do(
            world, console, "option", "\"key\":\"stand_in\",\"value\":\"persona\"", ""));
    world->events.tick(world->events.context, world->now_ms);
    int32_t phase = now(world)->phase;
    for (int32_t i = 0; i < 6 && now(world)->phase == phase; i++) {
        (void)console_do(world, console, "next", "", "");
        world->events.tick(world->events.context, world->now_ms);
    }
    assert_int_equal(now(world)->seat_by[away], BY_STAND_IN);
    assert_int_equal(now(world)->seat_by[there], BY_PERSON);
    // What it does wears the badge on every phone, and nobody else's deeds do.
    int32_t marked = 0;
    for (int32_t i = 0; i < 16 && marked == 0; i++) {
        (void)console_do(world, console, "next", "", "");
        world->events.tick(world->events.context, world->now_ms);
        marked = marked_news(person_section(here, "news"), away);
    }
    assert_true(marked > 0);
}

// The brief was closed while the tap was on its way.
static void a_late_tap_of_the_brief_does_not_land_in_round_1(void **state) {
    HallWorld *world = *state;
    Person *console = console_come(world), *person = seated(world, 1);
    hall_world_console(world, COMMAND_START);
    assert_int_equal(now(world)->status, STATUS_BRIEF);
    uint8_t actor = party_actor(world->party, 1);
    person_say(world, person,
            "{\"t\":\"cmd\",\"id\":\"b1\",\"at\":\"brief\",\"do\":\"seat.done\"}");
    assert_non_null(person_got(person, "ack")); // in time
    assert_true(console_do(world, console, "next", "", ""));
    assert_int_equal(now(world)->status, STATUS_RUNNING);
    person_say(world, person,
            "{\"t\":\"cmd\",\"id\":\"b2\",\"at\":\"brief\",\"do\":\"seat.done\"}");
    assert_string_equal(person_text(person, "refused", "code"), "phase_over");
    assert_false((now(world)->done >> actor) & 1);
}

// Asks about one act of the list, pointed at the first target that is open; NULL: it asks for more than that.
static const json_t *foretold(HallWorld *world, Person *person, const json_t *move) {
    char text[300], args[100] = "";
    const json_t *target;
    size_t i;
    json_array_foreach(json_object_get(move, "to"), i, target) {
        if (json_array_size(target) != 2) continue;
        snprintf(args, sizeof args, "\"kind\":%d,\"target\":%d,\"side\":\"%s\"",
                (int)json_integer_value(json_array_get(target, 0)),
                (int)json_integer_value(json_array_get(target, 1)),
                json_object_get(move, "clause_sides") ? "up" : "for");
        break;
    }
    const char *id = json_string_value(json_object_get(move, "id"));
    snprintf(text, sizeof text,
            "{\"t\":\"probe\",\"id\":\"%.20s\",\"do\":\"verb.%s\",\"args\":{%s}}", id, id,
            args);
    world->now_ms += 1000;
    person_say(world, person, text);
    const json_t *answer = person_got(person, "forecast");
    bool mine = answer
                && strncmp(json_string_value(json_object_get(answer, "id")), id, 20) == 0;
    return mine ? answer : NULL;
}

typedef struct Told {
    int32_t open, lines, figures;
} Told;

static void ask_of_all(HallWorld *world, Person *person, Told *told) {
    const json_t *moves = json_object_get(person_section(person, "verbs"), "moves");
    for (size_t i = 0; i < json_array_size(moves); i++) {
        const json_t *answer = foretold(world, person, json_array_get(moves, i));
        if (!answer) continue;
        bool open = json_is_true(json_object_get(answer, "open"));
        const json_t *likely = json_object_get(answer, "likely");
        assert_true(open || *json_string_value(json_object_get(answer, "text")));
        assert_int_equal(json_array_size(json_object_get(answer, "cost")), open);
        assert_true(open || json_array_size(likely) == 0);
        told->open += open;
        told->lines += (int32_t)json_array_size(likely);
        for (size_t n = 0; n < json_array_size(likely); n++) {
            const char *line = json_string_value(json_array_get(likely, n));
            told->figures += strpbrk(line, "0123456789") != NULL;
        }
    }
}

// A question is answered from what the seat knows, before anything is confirmed, and changes nothing.
static void a_seat_may_ask_what_an_act_would_cost(void **state) {
    HallWorld *world = *state;
    Person *console = console_come(world), *person = seated(world, 1);
    hall_world_console(world, COMMAND_START);
    Told told = {0};
    for (int32_t i = 0; i < 12; i++) {
        (void)console_do(world, console, "next", "", "");
        int64_t before = console_session(world)->seq;
        ask_of_all(world, person, &told);
        assert_int_equal(console_session(world)->seq, before);
    }
    print_message("%d acts open, %d lines told, %d with a figure\n", told.open, told.lines,
            told.figures);
    assert_true(told.open >= 10 && told.lines >= 10 && told.figures >= 5);
}

// Guarded as the facilitator set it: each phone is told.
static void phones_know_whether_private_things_are_guarded(void **state) {
    HallWorld *world = *state;
    Person *console = console_come(world), *person = seated(world, 1);
    assert_true(json_is_true(json_object_get(person_section(person, "seat"), "guard")));
    assert_true(console_do(
            world, console, "option", "\"key\":\"guard\",\"value\":\"off\"", ""));
    assert_null(json_object_get(person_section(person, "seat"), "guard"));
}

static void a_full_house_has_a_queue_that_moves(void **state) {
    HallWorld *world = *state;
    world->party->seats.most = 3;
    Person *console = console_come(world);
    for (int32_t i = 1; i <= 3; i++)
        assert_non_null(person_got(seated(world, i), "seated"));
    Person *first = knock(world, 4), *second = knock(world, 5);
    assert_string_equal(person_text(first, "waiting", "why"), "full");
    assert_int_equal(
            json_integer_value(json_object_get(person_got(second, "waiting"), "ahead")), 1);
    assert_true(console_do(world, console, "remove", "\"seat\":2", ""));
    hall_world_turn(world);
    assert_non_null(person_got(first, "seated"));
    assert_null(person_got(second, "seated"));
    assert_int_equal(
            json_integer_value(json_object_get(person_got(second, "waiting"), "ahead")), 0);
}

// So many may wait; one more is told that the house is full. Who went away keeps the place for a while.
static void the_queue_has_an_end(void **state) {
    HallWorld *world = *state;
    Queue *queue = &world->party->queue;
    char claims[QUEUE_MOST + 1][24];
    Message message = {.lang = "en", .name = "", .as = "play"};
    for (int32_t i = 0; i <= QUEUE_MOST; i++) {
        snprintf(claims[i], sizeof claims[i], "%022d", (int)i);
        message.cid = claims[i];
        const Knock *knock = queue_enter(queue, &message, KNOCK_FULL, 0);
        assert_int_equal(knock != NULL, i < QUEUE_MOST);
        if (knock) assert_int_equal(knock->no, QUEUE_FIRST + i);
    }
    queue_tidy(queue, QUEUE_GONE_MS - 1);
    assert_int_equal(queue->count, QUEUE_MOST);
    queue_tidy(queue, QUEUE_GONE_MS);
    assert_int_equal(queue->count, 0);
}

// Names come and go without touching the game; a muted person's words wait.
static void labels_and_muting(void **state) {
    HallWorld *world = *state;
    Person *console = console_come(world), *person = seated(world, 1);
    uint64_t before = state_digest(world->world->scenario.def, now(world));
    assert_true(console_do(
            world, console, "rename", "\"seat\":1", "\"label\":\"The quiet one\""));
    assert_string_equal(own_words_text(console_session(world), now(world)->place_name[0]),
            "The quiet one");
    assert_true(console_do(world, console, "rename", "\"seat\":1", "\"label\":\"P1\""));
    assert_int_not_equal(before, 0);
    assert_true(console_do(world, console, "mute", "\"seat\":1,\"what\":\"all\"", ""));
    seat_do(world, person, "help", "", "");
    assert_string_equal(person_text(person, "refused", "code"), "muted");
    seat_do(world, person, "journal", "\"scope\":\"group\"", "\"text\":\"loud\"");
    assert_true(person_last_is(person, "refused"));
    seat_do(world, person, "journal", "\"scope\":\"me\"", "\"text\":\"quiet\"");
    assert_int_equal(console_line(world)->kind, EVENT_JOURNALED);
    assert_true(console_do(world, console, "mute", "\"seat\":1,\"what\":\"off\"", ""));
    seat_do(world, person, "help", "", "");
    assert_int_equal(console_line(world)->kind, EVENT_HELP_ASKED);
}

// The lead speaks for the team; nobody waits for a lead who is not there.
static void the_lead_says_when_a_team_is_done(void **state) {
    HallWorld *world = *state;
    Person *console = console_come(world), *lead = seated(world, 1);
    Person *mate = seated(world, 2);
    char args[40];
    uint8_t actor = party_actor(world->party, 1);
    snprintf(args, sizeof args, "\"seat\":2,\"actor\":%d", actor);
    assert_true(console_do(world, console, "pair", args, ""));
    hall_world_console(world, COMMAND_START);
    seat_do(world, mate, "done", "", "");
    assert_string_equal(person_text(mate, "refused", "code"), "team_lead");
    assert_false(now(world)->done >> actor & 1);
    person_go(world, lead);
    seat_do(world, mate, "done", "", "");
    assert_true(now(world)->status != STATUS_BRIEF || (now(world)->done >> actor & 1));
}

// Everybody leaves, one in each step: stand-ins keep their word and the story comes to its end.
static void everybody_may_leave_and_it_ends(void **state) {
    HallWorld *world = *state;
    Person *console = console_come(world);
    for (int32_t i = 1; i <= 6; i++)
        seated(world, i);
    hall_world_console(world, COMMAND_START);
    for (int32_t i = 1; i < 60 && now(world)->status < STATUS_DEBRIEF; i++) {
        char args[20];
        snprintf(args, sizeof args, "\"seat\":%d", (int)i);
        if (i <= 6) assert_true(console_do(world, console, "remove", args, ""));
        // Alone the stand-ins may have come to the end by themselves.
        if (now(world)->status < STATUS_DEBRIEF) hall_world_console(world, COMMAND_ADVANCE);
    }
    assert_int_equal(now(world)->status, STATUS_DEBRIEF);
    for (int32_t i = 0; i < 6; i++) {
        char args[20];
        snprintf(args, sizeof args, "\"seat\":%d", (int)i + 1);
        if (now(world)->place_role[i] != ROLE_FREE)
            assert_true(console_do(world, console, "remove", args, ""));
        assert_int_equal(now(world)->place_role[i], ROLE_FREE);
    }
}

// Late people are always let in: a stand-in's seat first, then a pair, then they watch.
static void late_people_find_a_part_in_every_phase(void **state) {
    HallWorld *world = *state;
    seated(world, 1);
    hall_world_console(world, COMMAND_START);
    int32_t number = 2;
    for (int32_t i = 0; i < 60 && now(world)->status != STATUS_DEBRIEF; i++) {
        if (number <= 40) {
            Person *late = seated(world, number++);
            assert_non_null(person_got(late, "seated"));
            assert_int_not_equal(now(world)->place_role[late->seat - 1], ROLE_FREE);
        }
        hall_world_console(world, COMMAND_ADVANCE);
    }
    assert_int_equal(now(world)->status, STATUS_DEBRIEF);
    assert_true(number > 10);
}

int main(void) {
#define TEST(f) cmocka_unit_test_setup_teardown(f, setup, teardown)
    const struct CMUnitTest tests[] = {TEST(only_the_code_makes_a_console_and_only_here),
            TEST(locked_people_knock_and_are_let_in),
            TEST(a_declined_person_may_knock_again_after_a_minute),
            TEST(a_new_code_leaves_seats_alone), TEST(people_move_between_steps),
            TEST(who_observes_leaves_a_stand_in_and_may_come_back),
            TEST(a_team_shares_its_roles), TEST(a_reissued_seat_shuts_the_old_phone_out),
            TEST(two_seats_of_one_person_become_one),
            TEST(who_is_removed_leaves_a_free_seat_and_a_record),
            TEST(a_block_outlives_a_restart), TEST(a_block_without_a_device_locks_the_door),
            TEST(the_address_is_proven_by_who_comes),
            TEST(who_is_away_when_a_phase_closes_is_stood_in_for),
            TEST(phones_know_whether_private_things_are_guarded),
            TEST(a_seat_may_ask_what_an_act_would_cost),
            TEST(a_late_tap_of_the_brief_does_not_land_in_round_1),
            TEST(a_full_house_has_a_queue_that_moves), TEST(the_queue_has_an_end),
            TEST(labels_and_muting), TEST(the_lead_says_when_a_team_is_done),
            TEST(everybody_may_leave_and_it_ends),
            TEST(late_people_find_a_part_in_every_phase)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
