// tests/unit/test_host_hall.c — people come, play, sleep, come back and find the host restarted, all over memory. Never: a socket.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "hall_world.h"

static int setup(void **state) {
    *state = hall_world_make("scenarios/riverside-link", 11);
    return 0;
}

static int teardown(void **state) { return hall_world_free(*state); }

static int64_t number_in(const json_t *object, const char *key) {
    return json_integer_value(json_object_get(object, key));
}

static void nobody_takes_a_place_by_looking(void **state) {
    HallWorld *world = *state;
    Person *person = person_come(world);
    char text[100];
    person_say(
            world, person, "{\"t\":\"hello\",\"v\":1,\"kind\":\"seat\",\"lang\":\"en\"}");
    assert_non_null(person_got(person, "welcome"));
    snprintf(text, sizeof text, "{\"t\":\"lookup\",\"pin\":\"%s\"}",
            world->party->seats.pin);
    for (int32_t i = 0; i < 20; i++) {
        world->now_ms += 1000;
        person_say(world, person, text);
    }
    assert_string_equal(person_text(person, "found", "title"), "Riverside Link");
    assert_int_equal(world->party->seats.seats_count, 0);
    person_say(world, person, "{\"t\":\"lookup\",\"pin\":\"000000\"}");
    assert_string_equal(person_text(person, "refused", "code"), "pin_wrong");
    assert_true(strlen(person_text(person, "refused", "text")) > 0);
}

static void what_is_not_understood_is_refused(void **state) {
    HallWorld *world = *state;
    Person *person = person_come(world);
    person_say(world, person, "{\"t\":\"ping\"}");
    assert_string_equal(person_text(person, "refused", "code"), "bad_message");
    assert_int_equal(person->closed_with, 4002);
    person = person_come(world);
    person_say(world, person, "{\"t\":\"hello\",\"v\":2,\"kind\":\"seat\"}");
    assert_int_equal(person->closed_with, 4001);
    person = person_come(world);
    person_say(world, person, "{\"t\":\"hello\",\"v\":1,\"kind\":\"seat\"}");
    person_say(world, person, "{\"t\":\"cmd\",\"id\":\"1\",\"do\":\"seat.done\"}");
    assert_string_equal(person_text(person, "refused", "code"), "no_seat");
    person_say(world, person, "not json");
    assert_string_equal(person_text(person, "refused", "code"), "bad_message");
}

// Six people, one each, in the order of the casting; the seventh makes a pair.
static void everybody_gets_an_actor(void **state) {
    HallWorld *world = *state;
    int32_t actors = def_count(world->world->scenario.def, KIND_ACTOR);
    uint16_t taken = 0;
    for (int32_t i = 0; i < actors; i++) {
        Person *person = person_join(world, i, "play");
        assert_int_equal(person->seat, i + 1);
        taken |= (uint16_t)(1u << party_actor(world->party, person->seat));
    }
    assert_int_equal(taken, (1 << actors) - 1);
    Person *pair = person_join(world, actors, "play");
    assert_true(party_actor(world->party, pair->seat) < actors);
    Person *observer = person_join(world, actors + 1, "observe");
    assert_int_equal(party_actor(world->party, observer->seat), NONE);
    assert_int_equal(hall_people(world->hall), actors + 2);
}

// The first act on a seat's table that is open without an answer, as a message.
static bool an_act(const Person *person, int32_t number, char *text, size_t room) {
    const json_t *moves = json_object_get(person_section(person, "verbs"), "moves");
    for (size_t i = 0; i < json_array_size(moves); i++) {
        json_t *move = json_array_get(moves, i), *targets = json_object_get(move, "to");
        if (json_object_get(move, "closed")) continue;
        const char *id = json_string_value(json_object_get(move, "id"));
        const json_t *book = json_object_get(person_section(person, "book"), "moves");
        const char *side =
                number_in(json_object_get(book, id), "sides") ? "\"side\":\"for\"," : "";
        char target[80] = "";
        for (size_t t = 0; t < json_array_size(targets) && !target[0]; t++) {
            json_t *one = json_array_get(targets, t);
            if (json_array_size(one) > 2) continue;
            snprintf(target, sizeof target, "\"kind\":%d,\"target\":%d,",
                    (int)json_integer_value(json_array_get(one, 0)),
                    (int)json_integer_value(json_array_get(one, 1)));
        }
        if (json_array_size(targets) > 0 && !target[0]) continue;
        snprintf(text, room,
                "{\"t\":\"cmd\",\"id\":\"a%d\",\"do\":\"verb.%s\",\"args\":{%s%s\"x\":0}}",
                (int)number, id, target, side);
        return true;
    }
    return false;
}

static void start_with(HallWorld *world, Person **people, int32_t count) {
    for (int32_t i = 0; i < count; i++)
        people[i] = person_join(world, i, "play");
    hall_world_console(world, COMMAND_START);
}

static void done(HallWorld *world, Person *person, int32_t number) {
    char text[100];
    snprintf(text, sizeof text, "{\"t\":\"cmd\",\"id\":\"d%d\",\"do\":\"seat.done\"}",
            (int)number);
    person_say(world, person, text);
}

// The newest answer to an act.
static json_t *last_answer(const Person *person) {
    for (int32_t i = person->got_count - 1; i >= 0; i--) {
        const char *t = json_string_value(json_object_get(person->got[i], "t"));
        if (strcmp(t, "ack") == 0 || strcmp(t, "refused") == 0) return person->got[i];
    }
    return NULL;
}

static bool last_is(const Person *person, const char *t) {
    json_t *answer = last_answer(person);
    return answer && answer == person_got(person, t);
}

// Two people play what their pages offer until the end; the computer plays the others.
static void a_whole_game_by_messages(void **state) {
    HallWorld *world = *state;
    Person *people[2];
    char text[400];
    int32_t acts = 0, refused = 0;
    start_with(world, people, 2);
    const State *now = &party_session(world->party)->state;
    for (int32_t i = 0; i < 400 && now->status != STATUS_DEBRIEF; i++) {
        for (int32_t p = 0; p < 2; p++) {
            if (an_act(people[p], i, text, sizeof text)) {
                person_say(world, people[p], text);
                bool ok = last_is(people[p], "ack");
                acts += ok;
                refused += !ok;
            }
            done(world, people[p], 1000 + i);
        }
        hall_world_turn(world);
        if (now->status == STATUS_RUNNING && now->waiting == 0) {
            hall_world_console(world, COMMAND_ADVANCE);
        }
    }
    assert_int_equal(now->status, STATUS_DEBRIEF);
    assert_true(acts > 10 && acts > refused);
    assert_true(json_is_true(json_object_get(person_section(people[0], "end"), "reached")));
}

static void an_act_sent_twice_is_one_act(void **state) {
    HallWorld *world = *state;
    Person *person;
    start_with(world, &person, 1);
    while (party_session(world->party)->state.status == STATUS_BRIEF)
        hall_world_console(world, COMMAND_ADVANCE);
    done(world, person, 1);
    bool first = person_got(person, "ack") != NULL;
    int64_t seq = party_session(world->party)->seq;
    assert_true(last_is(person, first ? "ack" : "refused"));
    done(world, person, 1);
    assert_int_equal(party_session(world->party)->seq, seq);
    if (first)
        assert_true(json_is_true(json_object_get(person_got(person, "ack"), "again")));
}

static int32_t appends;
static bool (*real_append)(
        void *, const JournalBatch *, int32_t, const JournalWords *, int32_t, Err *);

static bool count_appends(void *self, const JournalBatch *batches, int32_t batches_count,
        const JournalWords *words, int32_t words_count, Err *err) {
    appends++;
    return real_append(self, batches, batches_count, words, words_count, err);
}

static bool fail_appends(void *self, const JournalBatch *batches, int32_t batches_count,
        const JournalWords *words, int32_t words_count, Err *err) {
    (void)self;
    (void)batches;
    (void)batches_count;
    (void)words;
    (void)words_count;
    return err_set(err, ERR_SYSTEM, "The disk is full.");
}

static void watch_journal(HallWorld *world, bool fails) {
    Journal *journal = &world->party->table->session->journal;
    real_append = journal->append;
    journal->append = fails ? fail_appends : count_appends;
    appends = 0;
}

static int32_t own_commits; // that the places make for themselves
static Roster real_roster;

static bool count_keeps(void *self, Err *err) {
    own_commits += real_roster.waits(self);
    return real_roster.keep(self, err);
}

static void watch_roster(HallWorld *world) {
    Roster *roster = &world->party->seats.roster;
    real_roster = *roster;
    roster->keep = count_keeps;
    own_commits = 0;
}

static void tell_ready(HallWorld *world, Person **people, int32_t count) {
    for (int32_t i = 0; i < count; i++)
        person_tell(world, people[i], "{\"t\":\"cmd\",\"id\":\"go\",\"do\":\"seat.done\"}");
}

// What comes in together is one group on disk; nobody is answered or shown anything before.
static void a_turn_is_one_commit(void **state) {
    HallWorld *world = *state;
    Person *people[4];
    start_with(world, people, 4);
    int64_t seq = party_session(world->party)->seq;
    uint64_t before = state_digest(
            party_session(world->party)->def, &party_session(world->party)->state);
    watch_journal(world, false);
    tell_ready(world, people, 4);
    tell_ready(world, people, 1); // the same act twice in one turn
    assert_int_equal(appends, 0);
    for (int32_t i = 0; i < 4; i++)
        assert_null(last_answer(people[i]));
    assert_true(before
                == state_digest(party_session(world->party)->def,
                        &party_session(world->party)->state));
    hall_world_turn(world);
    assert_int_equal(appends, 1);
    assert_true(party_session(world->party)->seq >= seq + 4);
    for (int32_t i = 0; i < 4; i++)
        assert_true(last_is(people[i], "ack"));
    assert_true(json_is_true(json_object_get(last_answer(people[0]), "again")));
    assert_false(json_is_true(json_object_get(last_answer(people[1]), "again")));
}

// A group that cannot be written is nobody's: all are told, and nothing of it is there.
static void a_failed_commit_loses_the_whole_turn(void **state) {
    HallWorld *world = *state;
    Person *people[4];
    start_with(world, people, 4);
    const Session *session = party_session(world->party);
    int64_t seq = session->seq;
    uint64_t before = state_digest(session->def, &session->state);
    watch_journal(world, true);
    tell_ready(world, people, 4);
    hall_world_turn(world);
    for (int32_t i = 0; i < 4; i++)
        assert_string_equal(person_text(people[i], "refused", "code"), "busy");
    assert_int_equal(session->seq, seq);
    assert_true(before == state_digest(session->def, &session->state));
    assert_true(session->read_only);
    char token[32];
    snprintf(token, sizeof token, "%s", people[2]->token);
    hall_world_restart(world);
    assert_int_equal(party_session(world->party)->seq, seq + 1); // the pause
    assert_string_equal(
            person_text(person_return(world, token), "notice", "key"), "restarted");
}

// Claims of one turn meet different actors, though none of them is on disk yet; they are one commit, places, devices
// and consents included.
static void claims_of_one_turn(void **state) {
    HallWorld *world = *state;
    char text[200];
    uint16_t taken = 0;
    watch_journal(world, false);
    watch_roster(world);
    for (int32_t i = 0; i < 6; i++) {
        Person *person = person_come(world);
        person_tell(world, person, "{\"t\":\"hello\",\"v\":1,\"kind\":\"seat\"}");
        snprintf(text, sizeof text,
                "{\"t\":\"claim\",\"cid\":\"%022d\",\"pin\":\"%s\",\"as\":\"play\","
                "\"consent\":[\"play\"]}",
                (int)i, world->party->seats.pin);
        person_tell(world, person, text);
        assert_null(person_got(person, "seated"));
    }
    hall_world_turn(world);
    for (int32_t i = 0; i < 6; i++) {
        assert_non_null(person_got(&world->people[i], "seated"));
        taken |= (uint16_t)(1u << party_actor(world->party, i + 1));
    }
    assert_int_equal(taken, 63);
    assert_int_equal(appends, 1);
    assert_int_equal(own_commits, 0);
    RosterConsent consents[ROSTER_CONSENTS_MAX];
    int32_t count = 0;
    hall_world_restart(world);
    assert_int_equal(world->party->seats.seats_count, 6);
    assert_int_equal(world->party->seats.devices_count, 6);
    const Roster *roster = &world->party->seats.roster;
    assert_true(roster->consents(roster->self, 3, consents, &count, &world->world->err));
    assert_int_equal(count, 1);
    assert_string_equal(consents[0].purpose, "play");
}

static Person *claim_once(HallWorld *world) {
    char text[200];
    Person *person = person_come(world);
    person_tell(world, person, "{\"t\":\"hello\",\"v\":1,\"kind\":\"seat\"}");
    snprintf(text, sizeof text,
            "{\"t\":\"claim\",\"cid\":\"%022d\",\"pin\":\"%s\",\"as\":\"play\"}", 1,
            world->party->seats.pin);
    person_tell(world, person, text);
    hall_world_turn(world);
    return person;
}

// Nobody has a place that was not written, nor does it stay in memory: the same claim takes it later.
static void claims_that_cannot_be_written(void **state) {
    HallWorld *world = *state;
    watch_journal(world, true);
    const Person *person = claim_once(world);
    assert_string_equal(person_text(person, "refused", "code"), "busy");
    assert_null(person_got(person, "seated"));
    assert_int_equal(world->party->seats.seats_count, 0);
    assert_null(world->party->guests);
    assert_string_equal(person_text(claim_once(world), "refused", "code"), "busy");
    hall_world_restart(world);
    assert_int_equal(world->party->seats.seats_count, 0);
    assert_non_null(person_got(claim_once(world), "seated"));
    assert_int_equal(world->party->seats.seats_count, 1);
}

static void a_phone_comes_back_to_its_place(void **state) {
    HallWorld *world = *state;
    Person *person;
    start_with(world, &person, 1);
    char token[32];
    snprintf(token, sizeof token, "%s", person->token);
    uint8_t actor = party_actor(world->party, person->seat);
    person_go(world, person);
    Person *again = person_return(world, token);
    assert_non_null(person_got(again, "view"));
    assert_int_equal(number_in(person_section(again, "me"), "actor"), actor);
    hall_world_restart(world);
    Person *later = person_return(world, token);
    assert_int_equal(number_in(person_section(later, "me"), "actor"), actor);
    Person *stranger = person_return(world, "AAAAAAAAAAAAAAAAAAAAAA");
    assert_string_equal(person_text(stranger, "refused", "code"), "token_dead");
}

// A phone that kept its sections is told of each of them that it may keep it, also of those that come a message later.
static void what_a_phone_kept_is_named(void **state) {
    HallWorld *world = *state;
    Person *person;
    start_with(world, &person, 1);
    json_t *have = json_object();
    for (int32_t i = 0; i < person->got_count; i++)
        json_object_update(have, json_object_get(person->got[i], "h"));
    assert_non_null(json_object_get(have, "book"));
    char *marks = json_dumps(have, JSON_COMPACT), text[4096];
    snprintf(text, sizeof text, "{\"t\":\"resume\",\"token\":\"%s\",\"have\":%s}",
            person->token, marks);
    person_go(world, person);
    Person *again = person_come(world);
    person_say(world, again, "{\"t\":\"hello\",\"v\":1,\"kind\":\"seat\"}");
    person_say(world, again, text);
    const json_t *view = person_got(again, "view"), *named = json_object_get(view, "h");
    const char *name;
    json_t *mark;
    json_object_foreach(have, name, mark) assert_non_null(json_object_get(named, name));
    assert_null(json_object_get(json_object_get(view, "s"), "book"));
    free(marks);
    json_decref(have);
}

// The newest device of a place acts; the older one reads that it was replaced.
static void one_place_one_active_device(void **state) {
    HallWorld *world = *state;
    Person *person;
    char text[120];
    start_with(world, &person, 1);
    Person *other = person_come(world);
    person_say(world, other, "{\"t\":\"hello\",\"v\":1,\"kind\":\"seat\"}");
    snprintf(text, sizeof text,
            "{\"t\":\"code\",\"cid\":\"ZZZZZZZZZZZZZZZZZZZZZZ\",\"code\":\"%s\"}",
            person->code);
    person_say(world, other, text);
    assert_int_equal(number_in(person_got(other, "seated"), "seat"), person->seat);
    assert_int_equal(person->closed_with, 4004);
    done(world, person, 7);
    assert_string_equal(person_text(person, "refused", "code"), "read_only");
}

static void only_changes_travel(void **state) {
    HallWorld *world = *state;
    Person *people[3];
    start_with(world, people, 3);
    hall_world_turn(world);
    size_t before = people[1]->bytes;
    for (int32_t i = 0; i < 5; i++)
        hall_world_turn(world);
    assert_int_equal(people[1]->bytes, before);
    json_t *last = person_got(people[1], "delta");
    assert_true(!last || number_in(last, "n") > 1);
}

// A phone that does not read is sent the newest state once it does, and nothing before.
static void who_does_not_read_jumps_to_the_present(void **state) {
    HallWorld *world = *state;
    Person *people[2];
    start_with(world, people, 2);
    people[1]->queued = 100000;
    int32_t had = people[1]->got_count;
    for (int32_t i = 0; i < 6; i++)
        hall_world_console(world, COMMAND_ADVANCE);
    assert_int_equal(people[1]->got_count, had);
    people[1]->queued = 0;
    world->events.drained(world->events.context, people[1]->peer);
    assert_int_equal(people[1]->got_count, had + 1);
    assert_int_equal(number_in(person_section(people[1], "now"), "round"),
            number_in(person_section(people[0], "now"), "round"));
}

static void too_fast_is_too_fast(void **state) {
    HallWorld *world = *state;
    Person *person = person_come(world);
    person_say(world, person, "{\"t\":\"hello\",\"v\":1,\"kind\":\"seat\"}");
    for (int32_t i = 0; i < PACE_BURST + 5; i++)
        person_say(world, person, "{\"t\":\"ping\"}");
    assert_string_equal(person_text(person, "refused", "code"), "rate");
    world->now_ms += 1000;
    person_say(world, person, "{\"t\":\"ping\",\"n\":77}");
    assert_int_equal(number_in(person_got(person, "pong"), "n"), 77);
    for (int32_t i = 0; i < 3 * PACE_BURST; i++)
        person_say(world, person, "{\"t\":\"ping\"}");
    assert_int_equal(person->closed_with, 4008);
}

// Two hundred claims on the places there are: each place once, the others in a queue.
static void two_hundred_at_the_door(void **state) {
    HallWorld *world = *state;
    uint64_t seen = 0;
    int32_t seated = 0, full = 0;
    for (int32_t i = 0; i < 200; i++) {
        Person *person = person_join(world, i, "play");
        if (person->seat == 0) {
            full += strcmp(person_text(person, "waiting", "why"), "full") == 0;
            continue;
        }
        assert_false((seen >> (person->seat - 1)) & 1);
        seen |= UINT64_C(1) << (person->seat - 1);
        seated++;
    }
    assert_int_equal(seated, SEATS_MAX);
    assert_int_equal(full, 200 - SEATS_MAX);
}

static void the_console_needs_its_code(void **state) {
    HallWorld *world = *state;
    Person *person = person_join(world, 1, "play");
    person_say(world, person, "{\"t\":\"cmd\",\"id\":\"1\",\"do\":\"console.start\"}");
    assert_string_equal(person_text(person, "refused", "code"), "not_yours");
    Person *console = person_come(world);
    char text[120];
    person_say(world, console, "{\"t\":\"hello\",\"v\":1,\"kind\":\"console\"}");
    snprintf(text, sizeof text,
            "{\"t\":\"code\",\"cid\":\"CCCCCCCCCCCCCCCCCCCCCC\",\"code\":\"%s\"}",
            world->party->seats.key);
    person_say(world, console, text);
    assert_non_null(person_got(console, "ack"));
    person_say(world, console, "{\"t\":\"cmd\",\"id\":\"0\",\"do\":\"console.start\"}");
    assert_string_equal(person_text(console, "refused", "code"), "core_missing");
    person_say(world, console,
            "{\"t\":\"cmd\",\"id\":\"1\",\"do\":\"console.start\",\"args\":{\"now\":"
            "\"now\"}}");
    assert_int_equal(party_session(world->party)->state.status, STATUS_BRIEF);
    person_say(world, console, "{\"t\":\"cmd\",\"id\":\"2\",\"do\":\"console.pause\"}");
    hall_world_turn(world);
    assert_true(json_is_true(json_object_get(person_section(person, "now"), "paused")));
    done(world, person, 5);
    assert_string_equal(person_text(person, "refused", "code"), "paused");
}

#define IN_A_HALL(test) cmocka_unit_test_setup_teardown(test, setup, teardown)

int main(void) {
    const struct CMUnitTest tests[] = {
            IN_A_HALL(nobody_takes_a_place_by_looking),
            IN_A_HALL(what_is_not_understood_is_refused),
            IN_A_HALL(everybody_gets_an_actor),
            IN_A_HALL(a_whole_game_by_messages),
            IN_A_HALL(an_act_sent_twice_is_one_act),
            IN_A_HALL(a_turn_is_one_commit),
            IN_A_HALL(a_failed_commit_loses_the_whole_turn),
            IN_A_HALL(claims_of_one_turn),
            IN_A_HALL(claims_that_cannot_be_written),
            IN_A_HALL(a_phone_comes_back_to_its_place),
            IN_A_HALL(what_a_phone_kept_is_named),
            IN_A_HALL(one_place_one_active_device),
            IN_A_HALL(only_changes_travel),
            IN_A_HALL(who_does_not_read_jumps_to_the_present),
            IN_A_HALL(too_fast_is_too_fast),
            IN_A_HALL(two_hundred_at_the_door),
            IN_A_HALL(the_console_needs_its_code),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
