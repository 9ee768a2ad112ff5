// tests/unit/test_host_console.c — the facilitator's verbs over the game and its time, as messages of a console in a hall over memory. Never: a socket.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "hall_world.h"
#include "host/pilot.h"
#include "session/own_words.h"
#include "session/timeline.h"

enum { PEOPLE = 4 };

typedef struct Room {
    HallWorld *world;
    Person *people[PEOPLE], *console;
    int32_t sent;
} Room;

static const State *now(const Room *room) {
    return &party_session(room->world->party)->state;
}

static void console_comes(Room *room) {
    char text[160];
    room->console = person_come(room->world);
    person_say(
            room->world, room->console, "{\"t\":\"hello\",\"v\":1,\"kind\":\"console\"}");
    snprintf(text, sizeof text,
            "{\"t\":\"code\",\"cid\":\"CCCCCCCCCCCCCCCCCCCC%02d\",\"code\":\"%s\"}",
            (int)(room->sent % 100), room->world->party->seats.key);
    person_say(room->world, room->console, text);
}

// One message of somebody; true when it was acknowledged. kind: "cmd" or "probe".
static bool say(Room *room, Person *person, const char *kind, const char *verb,
        const char *args, const char *words) {
    char text[500];
    room->world->now_ms += 300;
    snprintf(text, sizeof text,
            "{\"t\":\"%s\",\"id\":\"x%d\",\"do\":\"%s\",\"args\":{%s}%s%s%s}", kind,
            (int)++room->sent, verb, args, words[0] ? ",\"words\":{\"text\":\"" : "", words,
            words[0] ? "\"}" : "");
    person_say(room->world, person, text);
    for (int32_t i = person->got_count - 1; i >= 0; i--) {
        char id[16];
        snprintf(id, sizeof id, "x%d", (int)room->sent);
        const char *of = json_string_value(json_object_get(person->got[i], "id"));
        if (!of || strcmp(of, id) != 0) continue;
        const char *t = json_string_value(json_object_get(person->got[i], "t"));
        return strcmp(t, "refused") != 0;
    }
    fail_msg("no answer to %s", verb);
    return false;
}

static bool does(Room *room, const char *verb, const char *args) {
    return say(room, room->console, "cmd", verb, args, "");
}

static const char *code(const Room *room) {
    return person_text(room->console, "refused", "code");
}

// As time goes by the transport ticks.
static void wait_ms(Room *room, int64_t ms) {
    for (int64_t gone = 0; gone < ms; gone += 250) {
        room->world->now_ms += 250;
        room->world->events.tick(room->world->events.context, room->world->now_ms);
    }
}

static int setup(void **state) {
    Room *room = calloc(1, sizeof *room);
    ASSERT(room);
    room->world = hall_world_make("scenarios/riverside-link", 11);
    for (int32_t i = 0; i < PEOPLE; i++)
        room->people[i] = person_join(room->world, i, "play");
    console_comes(room);
    assert_true(does(room, "console.start", "\"now\":\"now\""));
    *state = room;
    return 0;
}

static int teardown(void **state) {
    Room *room = *state;
    int result = hall_world_free(room->world);
    free(room);
    return result;
}

static uint8_t actor_of(const Room *room, int32_t person) {
    return party_actor(room->world->party, room->people[person]->seat);
}

static bool ready(Room *room, int32_t person) {
    return say(room, room->people[person], "cmd", "seat.done", "", "");
}

static void to_phase(Room *room, PhaseDoes wanted, PhaseKind kind) {
    const Def *def = party_session(room->world->party)->def;
    for (int32_t i = 0; i < 60; i++) {
        const State *state = now(room);
        if (state->status == STATUS_RUNNING && def->phases[state->phase].does == wanted
                && def->phases[state->phase].kind == kind)
            return;
        assert_true(does(room, "console.next", ""));
    }
    fail_msg("no such phase");
}

static void undo_and_rewind_keep_seats_and_erase_nothing(void **state) {
    Room *room = *state;
    const Session *session = party_session(room->world->party);
    const Def *def = session->def;
    to_phase(room, DOES_ACTION, PHASE_SEALED);
    uint64_t before = state_digest(def, now(room));
    int64_t seq = session->seq;
    assert_true(does(room, "console.next", ""));
    uint64_t after = state_digest(def, now(room));
    int64_t later = session->seq;
    assert_true(say(room, room->console, "probe", "console.undo", "", ""));
    json_t *forecast = person_got(room->console, "forecast");
    assert_true(json_is_true(json_object_get(forecast, "open")));
    assert_true(json_array_size(json_object_get(forecast, "warn")) > 0);
    assert_true(state_digest(def, now(room)) == after);
    assert_true(does(room, "console.undo", ""));
    assert_true(state_digest(def, now(room)) == before);
    assert_true(session->seq > later);
    for (int32_t i = 0; i < PEOPLE; i++) {
        assert_int_equal(room->people[i]->closed_with, 0);
        const json_t *shown =
                json_object_get(person_section(room->people[i], "now"), "round");
        assert_int_equal(json_integer_value(shown), now(room)->round);
    }
    char args[40];
    snprintf(args, sizeof args, "\"seq\":%d", (int)later);
    assert_true(does(room, "console.to", args));
    assert_true(state_digest(def, now(room)) == after);
    snprintf(args, sizeof args, "\"seq\":%d", (int)seq);
    assert_true(does(room, "console.to", args));
    assert_true(does(room, "console.rewind", "\"step\":\"1.0\""));
    assert_int_equal(now(room)->round, 1);
    assert_false(does(room, "console.rewind", "\"step\":\"9.0\""));
    assert_string_equal(code(room), "nothing_back");
    uint64_t here = state_digest(def, now(room));
    char token[32];
    snprintf(token, sizeof token, "%s", room->people[0]->token);
    assert_true(does(room, "console.pause", ""));
    hall_world_restart(room->world);
    assert_int_equal(now(room)->round, 1);
    console_comes(room);
    assert_true(does(room, "console.resume", ""));
    (void)here;
    Person *back = person_return(room->world, token);
    assert_non_null(person_got(back, "view"));
}

static void a_pause_stops_acts_and_clocks(void **state) {
    Room *room = *state;
    to_phase(room, DOES_ACTION, PHASE_SEALED);
    const Session *session = party_session(room->world->party);
    assert_true(does(room, "console.soft_close", "\"in\":\"60s\""));
    wait_ms(room, 10000);
    assert_true(say(room, room->console, "cmd", "console.pause", "", "Fire drill"));
    for (int32_t i = 0; i < PEOPLE; i++) {
        const json_t *shown = person_section(room->people[i], "now");
        assert_true(json_is_true(json_object_get(shown, "paused")));
        assert_true(json_integer_value(json_object_get(shown, "left")) > 40000);
    }
    assert_string_equal(
            own_words_text(session, now(room)->steer.pause_reason), "Fire drill");
    assert_false(ready(room, 0));
    uint32_t left = now(room)->steer.ends_ms - session_now(session);
    wait_ms(room, 600000);
    assert_int_equal(now(room)->steer.ends_ms - session_now(session), left);
    assert_true(does(room, "console.resume", "\"in\":\"5s\""));
    assert_int_equal(now(room)->paused, PAUSED_COUNTS_DOWN);
    wait_ms(room, 4000);
    assert_int_equal(now(room)->paused, PAUSED_COUNTS_DOWN);
    wait_ms(room, 1500);
    assert_int_equal(now(room)->paused, PAUSED_NOT);
    assert_true(now(room)->steer.ends_ms - session_now(session) > left - 1000);
}

static void a_step_closes_when_its_time_is_over(void **state) {
    Room *room = *state;
    char args[80];
    to_phase(room, DOES_ACTION, PHASE_SEALED);
    uint8_t phase = now(room)->phase;
    assert_false(does(room, "console.shorten", "\"by\":\"1m\""));
    assert_string_equal(code(room), "no_clock");
    snprintf(args, sizeof args, "\"seat\":%d,\"more\":\"30s\"", (int)room->people[1]->seat);
    assert_true(does(room, "console.grace", args));
    assert_true(does(room, "console.soft_close", "\"in\":60"));
    assert_false(does(room, "console.soft_close", "\"in\":5"));
    assert_true(does(room, "console.extend", "\"by\":\"1m\""));
    assert_true(does(room, "console.shorten", "\"by\":\"10m\""));
    assert_false(does(room, "console.shorten", "\"by\":\"1m\""));
    assert_string_equal(code(room), "time_short");
    wait_ms(room, 16000);
    assert_int_equal(now(room)->phase, phase);
    assert_false(ready(room, 0));
    assert_string_equal(person_text(room->people[0], "refused", "code"), "time_over");
    assert_true(ready(room, 1));
    assert_int_not_equal(now(room)->phase, phase);
}

// The case plans no length for this step: the facilitator gives it one, on every phone.
static void a_step_without_a_clock_is_given_one(void **state) {
    Room *room = *state;
    char args[80];
    to_phase(room, DOES_ACTION, PHASE_SEALED);
    uint8_t phase = now(room)->phase;
    assert_int_equal(now(room)->steer.ends_ms, 0);
    snprintf(args, sizeof args, "\"by\":\"1m\",\"seat\":%d", (int)room->people[1]->seat);
    assert_false(
            does(room, "console.extend", args)); // for one alone there is nothing to extend
    assert_string_equal(code(room), "no_clock");
    assert_null(json_object_get(person_section(room->people[0], "now"), "ends"));
    assert_true(does(room, "console.extend", "\"by\":\"5m\""));
    for (int32_t i = 0; i < PEOPLE; i++)
        assert_non_null(json_object_get(person_section(room->people[i], "now"), "ends"));
    wait_ms(room, 290000);
    assert_int_equal(now(room)->phase, phase);
    wait_ms(room, 11000);
    assert_int_not_equal(now(room)->phase, phase);
}

static void grace_ends_too(void **state) {
    Room *room = *state;
    char args[80];
    to_phase(room, DOES_ACTION, PHASE_SEALED);
    uint8_t phase = now(room)->phase;
    snprintf(args, sizeof args, "\"seat\":%d,\"more\":\"x2\"", (int)room->people[2]->seat);
    assert_true(does(room, "console.grace", args));
    assert_true(does(room, "console.soft_close", "\"in\":20"));
    for (int32_t i = 0; i < PEOPLE; i++) { // each page shows its own end
        int64_t ends = json_integer_value(
                json_object_get(person_section(room->people[i], "now"), "ends"));
        assert_int_equal((ends - room->world->now_ms) / 1000, i == 2 ? 40 : 20);
    }
    wait_ms(room, 21000);
    assert_int_equal(now(room)->phase, phase);
    wait_ms(room, 20000);
    assert_int_not_equal(now(room)->phase, phase);
}

static void timers_follow_the_plan_of_the_case(void **state) {
    Room *room = *state;
    assert_true(does(room, "console.option", "\"key\":\"timers\",\"value\":\"on\""));
    int32_t closed = 0;
    for (int32_t i = 0; i < 300 && now(room)->status < STATUS_DEBRIEF; i++) {
        bool clocked =
                now(room)->steer.ends_ms != 0; // not every phase of a case has a length
        uint8_t phase = now(room)->phase;
        if (clocked)
            wait_ms(room, 60000);
        else
            assert_true(does(room, "console.next", ""));
        closed += clocked && now(room)->phase != phase;
    }
    assert_true(closed > 10);
    assert_int_equal(now(room)->status, STATUS_DEBRIEF);
    assert_false(does(room, "console.option", "\"key\":\"timers\",\"value\":\"soon\""));
}

static void a_stand_in_plays_until_its_person_is_back(void **state) {
    Room *room = *state;
    char args[80];
    uint8_t actor = actor_of(room, 0);
    to_phase(room, DOES_ACTION, PHASE_SEALED);
    snprintf(args, sizeof args, "\"seat\":%d,\"policy\":\"persona\"",
            (int)room->people[0]->seat);
    assert_true(does(room, "console.standin", args));
    assert_int_equal(now(room)->seat_by[actor], BY_STAND_IN);
    hall_world_turn(room->world);
    assert_false(ready(room, 0));
    assert_string_equal(person_text(room->people[0], "refused", "code"), "stood_in");
    assert_true((now(room)->steer.back >> actor) & 1);
    assert_true(does(room, "console.next", ""));
    assert_int_equal(now(room)->seat_by[actor], BY_PERSON);
    assert_true(say(room, room->people[0], "cmd", "seat.object", "\"act\":1", ""));
    snprintf(args, sizeof args, "\"seat\":%d", (int)room->people[0]->seat);
    assert_false(does(room, "console.return", args));
    assert_string_equal(code(room), "not_away");
    snprintf(args, sizeof args, "\"seat\":%d,\"policy\":\"hold\",\"from\":\"next\"",
            (int)room->people[0]->seat);
    assert_true(does(room, "console.standin", args));
    assert_int_equal(now(room)->seat_by[actor], BY_PERSON);
    assert_true(does(room, "console.next", ""));
    assert_int_equal(now(room)->seat_by[actor], BY_STAND_IN);
    snprintf(args, sizeof args, "\"seat\":%d", (int)room->people[0]->seat);
    assert_true(does(room, "console.return", args));
}

static void an_act_for_a_seat_needs_a_reason(void **state) {
    Room *room = *state;
    char args[120];
    to_phase(room, DOES_ACTION, PHASE_SEALED);
    uint8_t actor = actor_of(room, 1);
    snprintf(args, sizeof args, "\"seat\":%d,\"act\":\"seat.done\"",
            (int)room->people[1]->seat);
    assert_false(say(room, room->console, "cmd", "console.act_for", args, ""));
    assert_string_equal(code(room), "need_reason");
    assert_true(say(room, room->console, "cmd", "console.act_for", args, "Phone is flat"));
    assert_true((now(room)->done >> actor) & 1);
    const EventList *ledger = &party_session(room->world->party)->ledger;
    const Event *last = NULL;
    for (int32_t i = 0; i < ledger->count; i++) {
        if (ledger->items[i].kind == EVENT_ACTED_FOR) last = &ledger->items[i];
    }
    assert_non_null(last);
    assert_int_equal(last->actor, actor);
    assert_string_equal(
            own_words_text(party_session(room->world->party), (uint16_t)last->d),
            "Phone is flat");
    assert_false(say(room, room->people[0], "cmd", "console.act_for", args, "Ha"));
}

static void numbers_change_with_a_reason_and_within_range(void **state) {
    Room *room = *state;
    const Def *def = party_session(room->world->party)->def;
    char args[120];
    uint16_t cell = def_cell(def, TRACK_LEGITIMACY, 0, 0);
    snprintf(args, sizeof args, "\"number\":%d,\"by\":-4", cell);
    assert_false(does(room, "console.adjust", args));
    assert_string_equal(code(room), "need_reason");
    int32_t before = now(room)->cell[cell];
    assert_true(say(room, room->console, "cmd", "console.adjust", args, "A typing error"));
    assert_int_equal(now(room)->cell[cell], before - 40);
    snprintf(args, sizeof args, "\"number\":%d,\"by\":-190", cell);
    assert_false(say(room, room->console, "cmd", "console.adjust", args, "Too much"));
    assert_string_equal(code(room), "out_of_range");
    assert_true(does(room, "console.undo", ""));
    assert_int_equal(now(room)->cell[cell], before);
    assert_true(does(room, "console.numbers", "\"what\":\"open\",\"item\":\"legitimacy\""));
    assert_true((now(room)->steer.numbers_open[0] >> TRACK_LEGITIMACY) & 1);
    assert_false(does(room, "console.numbers", "\"what\":\"open\",\"item\":\"trust\""));
    assert_true(
            does(room, "console.numbers", "\"what\":\"close\",\"item\":\"legitimacy\""));
    assert_int_equal(now(room)->steer.numbers_open[0], 0);
}

static void an_actor_leaves_the_story(void **state) {
    Room *room = *state;
    const Def *def = party_session(room->world->party)->def;
    char args[80];
    uint8_t actor = actor_of(room, 3);
    to_phase(room, DOES_ACTION, PHASE_SEALED);
    snprintf(
            args, sizeof args, "\"actor\":\"%s\"", def_id(def, (Thing){KIND_ACTOR, actor}));
    assert_true(does(room, "console.retire", args));
    assert_int_equal(now(room)->seat_by[actor], BY_NOBODY);
    assert_false((now(room)->waiting >> actor) & 1);
    assert_int_equal(state_coalition_of(now(room), actor), NONE);
    for (int32_t i = 0; i < DEALS_MAX; i++) {
        const Deal *deal = &now(room)->deal[i];
        bool his = deal->state == DEAL_OFFERED || deal->state == DEAL_AGREED;
        if (his) assert_false(deal_has(deal, actor));
    }
    assert_false(ready(room, 3));
    assert_false(does(room, "console.retire", args));
    assert_true(does(room, "console.undo", ""));
    assert_int_equal(now(room)->seat_by[actor], BY_PERSON);
    assert_int_equal(actor_of(room, 3), actor);
    assert_true(ready(room, 3));
}

static void what_is_left_out_is_said(void **state) {
    Room *room = *state;
    const Session *session = party_session(room->world->party);
    to_phase(room, DOES_ACTION, PHASE_SEALED);
    uint8_t phase = now(room)->phase, round = now(room)->round;
    assert_true(does(room, "console.advance_slowest", "\"n\":1"));
    assert_true(does(room, "console.skip", "\"what\":\"phase\""));
    assert_true(now(room)->phase != phase || now(room)->round != round);
    assert_true(does(room, "console.skip", "\"what\":\"round\""));
    assert_int_equal(now(room)->round, round + 1);
    assert_true(does(room, "console.end", ""));
    assert_int_equal(now(room)->status, STATUS_DEBRIEF);
    bool told = false;
    for (int32_t i = 0; i < session->ledger.count; i++) {
        const Event *event = &session->ledger.items[i];
        told |= event->kind == EVENT_ENDED
                && event->a == session->def->rounds - (round + 1);
    }
    assert_true(told);
    assert_true(does(room, "console.undo", ""));
    assert_int_equal(now(room)->status, STATUS_RUNNING);
    assert_true(does(room, "console.close", ""));
    assert_int_equal(now(room)->status, STATUS_CLOSED);
    assert_false(does(room, "console.undo", ""));
    assert_string_equal(code(room), "closed");
}

static void a_happening_is_tried_then_comes(void **state) {
    Room *room = *state;
    const Session *session = party_session(room->world->party);
    char args[120];
    to_phase(room, DOES_ACTION, PHASE_SEALED);
    int32_t which = 0;
    while (state_bit(now(room)->happened, which))
        which++;
    const char *id = def_text(session->def, session->def->happenings[which].names.id);
    uint64_t before = state_digest(session->def, now(room));
    snprintf(args, sizeof args, "\"happening\":\"%s\"", id);
    assert_true(say(room, room->console, "probe", "console.preview", args, ""));
    assert_true(
            json_is_true(json_object_get(person_got(room->console, "forecast"), "open")));
    assert_true(state_digest(session->def, now(room)) == before);
    assert_true(does(room, "console.inject", args));
    assert_true(state_bit(now(room)->happened, which));
    assert_true(does(room, "console.undo", ""));
    assert_false(state_bit(now(room)->happened, which));
    snprintf(args, sizeof args, "\"happening\":\"%s\",\"when\":\"round\"", id);
    assert_true(does(room, "console.inject", args));
    bool queued = false;
    for (int32_t i = 0; i < QUEUE_MAX; i++) {
        const Queued *one = &now(room)->queue[i];
        queued |= one->happening == which && one->round == now(room)->round + 1;
    }
    assert_true(queued);
    assert_false(say(room, room->people[0], "probe", "console.preview", args, ""));
}

static void a_plan_lights_its_lamp(void **state) {
    Room *room = *state;
    char args[80];
    to_phase(room, DOES_ACTION, PHASE_SEALED);
    Pilot pilot = pilot_look(room->world->party);
    assert_int_equal(pilot.lamp, LAMP_NONE);
    assert_true(pilot.left_s > 0);
    int32_t minute = (clock_second_of_day(room->world->now_ms) / 60 + 13) % (24 * 60);
    snprintf(args, sizeof args, "\"finish\":%d,\"debrief\":\"12m\"", (int)minute);
    assert_true(does(room, "console.plan", args));
    pilot = pilot_look(room->world->party);
    assert_int_equal(pilot.lamp, LAMP_RED);
    assert_true(pilot.saves_s[PILOT_SHORTEN] > 0);
    int32_t left = pilot.left_s;
    assert_true(does(room, "console.pilot", "\"use\":1"));
    assert_true(now(room)->steer.pace < 100);
    assert_true(pilot_look(room->world->party).left_s < left);
    minute = (minute + 5 * 60) % (24 * 60);
    snprintf(args, sizeof args, "\"finish\":%d", (int)minute);
    assert_true(does(room, "console.plan", args));
    assert_int_equal(pilot_look(room->world->party).lamp, LAMP_GREEN);
    assert_true(does(room, "console.pilot", "\"use\":3"));
    assert_int_equal(now(room)->status, STATUS_DEBRIEF);
}

// Two of four vanish within ten seconds: the game stands by itself; most back: going on is offered.
static void many_lost_at_once_pause_the_game(void **state) {
    Room *room = *state;
    to_phase(room, DOES_ACTION, PHASE_SEALED);
    wait_ms(room, 1000);
    char tokens[2][32];
    for (int32_t i = 0; i < 2; i++)
        snprintf(tokens[i], sizeof tokens[i], "%s", room->people[i]->token);
    person_go(room->world, room->people[0]);
    wait_ms(room, 12000);
    assert_int_equal(now(room)->paused, PAUSED_NOT);
    person_return(room->world, tokens[0]);
    wait_ms(room, 1000);
    person_go(room->world, room->people[1]);
    wait_ms(room, 2000);
    person_go(room->world, &room->world->people[room->world->people_count - 1]);
    wait_ms(room, 500);
    assert_int_equal(now(room)->paused, PAUSED_STANDS);
    assert_int_equal(now(room)->steer.pause_why, PAUSE_CONNECTION);
    assert_null(person_got(room->console, "notice"));
    person_return(room->world, tokens[0]);
    person_return(room->world, tokens[1]);
    wait_ms(room, 500);
    assert_string_equal(person_text(room->console, "notice", "key"), "most_back");
    assert_int_equal(now(room)->paused, PAUSED_STANDS);
}

#define IN_A_ROOM(test) cmocka_unit_test_setup_teardown(test, setup, teardown)

int main(void) {
    const struct CMUnitTest tests[] = {
            IN_A_ROOM(undo_and_rewind_keep_seats_and_erase_nothing),
            IN_A_ROOM(a_pause_stops_acts_and_clocks),
            IN_A_ROOM(a_step_closes_when_its_time_is_over),
            IN_A_ROOM(a_step_without_a_clock_is_given_one),
            IN_A_ROOM(grace_ends_too),
            IN_A_ROOM(timers_follow_the_plan_of_the_case),
            IN_A_ROOM(a_stand_in_plays_until_its_person_is_back),
            IN_A_ROOM(an_act_for_a_seat_needs_a_reason),
            IN_A_ROOM(numbers_change_with_a_reason_and_within_range),
            IN_A_ROOM(an_actor_leaves_the_story),
            IN_A_ROOM(what_is_left_out_is_said),
            IN_A_ROOM(a_happening_is_tried_then_comes),
            IN_A_ROOM(a_plan_lights_its_lamp),
            IN_A_ROOM(many_lost_at_once_pause_the_game),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
