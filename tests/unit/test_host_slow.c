// tests/unit/test_host_slow.c — a group that takes 40 % longer than planned in every step: who follows the pilot keeps the time for looking back, who does not loses it. Never: a socket, real time.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "console_world.h"
#include "host/pilot.h"

enum {
    PEOPLE = 4,
    SLOWER_PERCENT = 140,
    LOOKS_EACH_S = 30,
    STEPS_MOST = 200,
    SPARE_S = 60
};

static const char *const CASES[] = {"scenarios/riverside-link", "scenarios/safe-homes-bill",
        "scenarios/a-wage-to-live-on"};

typedef struct Room {
    HallWorld *world;
    Person *console;
    int64_t finish_ms; // planned
    int32_t reserve_s, advice[PILOT_COUNT];
} Room;

static const State *now(const Room *room) { return &console_session(room->world)->state; }

static bool plays(const Room *room) {
    return now(room)->status == STATUS_BRIEF || now(room)->status == STATUS_RUNNING;
}

// A workshop that is planned to end just when everything took as long as the case says.
static Room open_room(const char *pack) {
    Room room = {.world = hall_world_make(pack, 11)};
    char args[80];
    for (int32_t i = 0; i < PEOPLE; i++)
        person_join(room.world, i, "play");
    room.console = console_come(room.world);
    const json_t *care = json_object_get(person_section(room.console, "run"), "care");
    if (json_is_true(json_object_get(care, "due")))
        assert_true(console_do(room.world, room.console, "care", "", ""));
    assert_true(console_do(room.world, room.console, "start", "\"now\":\"now\"", ""));
    Pilot pilot = pilot_look(room.world->party);
    room.reserve_s = pilot.debrief_s;
    int32_t day_s = clock_second_of_day(room.world->now_ms);
    int32_t minute = (day_s + pilot.left_s + pilot.debrief_s + SPARE_S) / 60 + 1;
    room.finish_ms = room.world->now_ms + ((int64_t)minute * 60 - day_s) * 1000;
    snprintf(args, sizeof args, "\"finish\":%d,\"debrief\":\"%ds\"", (int)(minute % 1440),
            (int)room.reserve_s);
    assert_true(console_do(room.world, room.console, "plan", args, ""));
    assert_int_equal(pilot_look(room.world->party).lamp, LAMP_GREEN);
    return room;
}

static void wait_s(Room *room, int32_t seconds) {
    for (int32_t i = 0; i < seconds; i++) {
        room->world->now_ms += 1000;
        room->world->events.tick(room->world->events.context, room->world->now_ms);
    }
}

// The least that helps: shorter steps, then without the rest of the round, then looking back at once.
static void follow(Room *room) {
    for (int32_t use = PILOT_SHORTEN; use < PILOT_COUNT && plays(room); use++) {
        Pilot pilot = pilot_look(room->world->party);
        char args[20];
        if (pilot.lamp == LAMP_GREEN) return;
        if (pilot.saves_s[use] < pilot.late_s && use != PILOT_DEBRIEF) continue;
        snprintf(args, sizeof args, "\"use\":%d", (int)use);
        room->advice[use] += console_do(room->world, room->console, "pilot", args, "");
    }
}

// One step of the game, as long as these people need.
static void one_step(Room *room, bool follows) {
    Pilot pilot = pilot_look(room->world->party);
    int32_t needs = pilot.phase_planned_s * SLOWER_PERCENT / 100;
    const State before = *now(room);
    for (int32_t gone = 0; gone < needs; gone += LOOKS_EACH_S) {
        if (follows) follow(room);
        if (now(room)->phase != before.phase || now(room)->round != before.round) return;
        if (!plays(room)) return;
        wait_s(room, core_min(LOOKS_EACH_S, needs - gone));
    }
    if (!console_do(room->world, room->console, "next", "", ""))
        fail_msg("%s", person_text(room->console, "refused", "code"));
}

// Seconds that are left for looking back when it begins.
static int32_t left_for_debrief(const char *pack, bool follows, int32_t *advice) {
    Room room = open_room(pack);
    for (int32_t i = 0; i < STEPS_MOST && plays(&room); i++)
        one_step(&room, follows);
    assert_int_equal(now(&room)->status, STATUS_DEBRIEF);
    int32_t left = (int32_t)((room.finish_ms - room.world->now_ms) / 1000);
    print_message("%s, %s the pilot: %d s of %d are left; %d times shorter, %d times the "
                  "round cut, %d times at once\n",
            pack, follows ? "with" : "without", (int)left, (int)room.reserve_s,
            (int)room.advice[PILOT_SHORTEN], (int)room.advice[PILOT_SKIP_ROUND],
            (int)room.advice[PILOT_DEBRIEF]);
    for (int32_t i = 0; i < PILOT_COUNT; i++)
        *advice += room.advice[i];
    left -= room.reserve_s;
    hall_world_free(room.world);
    return left;
}

static void who_follows_the_pilot_keeps_the_debrief(void **state) {
    (void)state;
    for (size_t i = 0; i < ARRAY_COUNT(CASES); i++) {
        int32_t advice = 0;
        assert_true(left_for_debrief(CASES[i], true, &advice) >= 0);
        assert_true(advice > 0);
    }
}

static void who_does_not_loses_it(void **state) {
    (void)state;
    int32_t advice = 0;
    assert_true(left_for_debrief(CASES[0], false, &advice) < 0);
    assert_int_equal(advice, 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
            cmocka_unit_test(who_follows_the_pilot_keeps_the_debrief),
            cmocka_unit_test(who_does_not_loses_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
