// tests/unit/test_host_recast.c — parts given out anew before the start: who can keeps a part, nobody is doubled, and it is taken back also after a restart. Never: a rule of the game.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "console_world.h"

enum { PEOPLE = 6, MORE = 24 };

typedef struct Stage {
    HallWorld *world;
    Person *console, *people[MORE];
} Stage;

static int setup(void **state) {
    Stage *stage = calloc(1, sizeof *stage);
    ASSERT(stage);
    stage->world = hall_world_make("scenarios/riverside-link", 3);
    stage->console = console_come(stage->world);
    *state = stage;
    return 0;
}

static int teardown(void **state) {
    Stage *stage = *state;
    int result = hall_world_free(stage->world);
    free(stage);
    return result;
}

static void come(Stage *stage, int32_t first, int32_t last) {
    for (int32_t i = first; i < last; i++) {
        stage->people[i] = person_join(stage->world, i + 1, "play");
        hall_world_turn(stage->world);
    }
}

static uint8_t part(const Stage *stage, int32_t person) {
    return party_actor(stage->world->party, stage->people[person]->seat);
}

static bool cast(const Stage *stage, const char *how) {
    return console_do(stage->world, stage->console, "cast", how, "");
}

static bool remove_person(const Stage *stage, int32_t person) {
    char args[40];
    snprintf(args, sizeof args, "\"seat\":%d", stage->people[person]->seat);
    return console_do(stage->world, stage->console, "remove", args, "");
}

static bool says(const Stage *stage, const char *kind, const char *text) {
    return strstr(person_text(stage->console, kind, "text"), text) != NULL;
}

static int32_t cores_empty(const Stage *stage, int32_t people) {
    const Def *def = stage->world->world->scenario.def;
    int32_t count = 0;
    for (int32_t i = 0; i < def_count(def, KIND_ACTOR); i++) {
        bool taken = def->actors[i].cast != CAST_CORE;
        for (int32_t k = 0; k < people; k++)
            taken |= part(stage, k) == i;
        count += !taken;
    }
    return count;
}

static void nobody_moves_who_need_not(void **state) {
    Stage *stage = *state;
    uint8_t before[PEOPLE];
    come(stage, 0, PEOPLE);
    for (int32_t i = 0; i < PEOPLE; i++)
        before[i] = part(stage, i);
    assert_true(cast(stage, ""));
    for (int32_t i = 0; i < PEOPLE; i++)
        assert_int_equal(part(stage, i), before[i]);
    assert_true(says(stage, "ack", "0"));
    assert_null(person_got(stage->people[0], "notice")); // nothing to tell
}

// The first person leaves, with the first core part: one other takes it, the rest keep theirs.
static void one_fills_the_gap_and_all_are_told(void **state) {
    Stage *stage = *state;
    uint8_t before[PEOPLE];
    come(stage, 0, PEOPLE);
    for (int32_t i = 0; i < PEOPLE; i++)
        before[i] = part(stage, i);
    assert_true(remove_person(stage, 0));
    assert_true(cast(stage, "\"how\":\"apply\""));
    int32_t moved = 0, holder = 0;
    for (int32_t i = 1; i < PEOPLE; i++) {
        moved += part(stage, i) != before[i];
        holder += part(stage, i) == before[0];
    }
    assert_int_equal(moved, 1);
    assert_int_equal(holder, 1);
    for (int32_t i = 1; i < PEOPLE; i++)
        assert_string_equal(person_text(stage->people[i], "notice", "key"), "recast");
    const json_t *roster = person_section(stage->console, "roster");
    assert_true(json_is_true(json_object_get(roster, "recast")));
}

static void it_is_taken_back_after_a_restart_too(void **state) {
    Stage *stage = *state;
    uint8_t before[PEOPLE];
    int32_t seats[PEOPLE];
    come(stage, 0, PEOPLE);
    for (int32_t i = 0; i < PEOPLE; i++) {
        before[i] = part(stage, i);
        seats[i] = stage->people[i]->seat;
    }
    assert_true(remove_person(stage, 0) && cast(stage, ""));
    hall_world_restart(stage->world);
    stage->console = console_come(stage->world);
    assert_true(cast(stage, "\"how\":\"back\""));
    for (int32_t i = 1; i < PEOPLE; i++)
        assert_int_equal(party_actor(stage->world->party, seats[i]), before[i]);
    assert_int_equal(
            party_actor(stage->world->party, seats[0]), NONE); // who left stays away
    assert_false(cast(stage, "\"how\":\"back\""));
    assert_true(says(stage, "refused", "nothing to take back"));
}

// Everybody was put on one actor by hand, one watches for want of a part and one by wish.
static void parts_are_filled_and_a_wish_to_watch_is_kept(void **state) {
    Stage *stage = *state;
    come(stage, 0, MORE - 1);
    stage->people[MORE - 1] = person_join(stage->world, MORE, "observe");
    hall_world_turn(stage->world);
    int32_t last = 0, none = 0;
    for (int32_t i = 0; i < MORE - 1; i++) {
        none += part(stage, i) == NONE;
        if (part(stage, i) != NONE) last = i;
    }
    for (int32_t i = 0; none > 0 && i < 2; i++)
        assert_true(remove_person(stage, i));
    assert_true(cast(stage, ""));
    assert_int_equal(part(stage, MORE - 1), NONE);
    assert_int_equal(cores_empty(stage, MORE), 0);
    for (int32_t i = 2; i <= last; i++)
        assert_int_not_equal(part(stage, i), NONE);
    if (none > 0) assert_int_not_equal(part(stage, last + 1), NONE); // the next who waited
}

static void in_play_it_is_too_late(void **state) {
    Stage *stage = *state;
    come(stage, 0, PEOPLE);
    hall_world_console(stage->world, COMMAND_START);
    assert_false(cast(stage, ""));
    assert_true(says(stage, "refused", "has begun"));
}

int main(void) {
    const struct CMUnitTest tests[] = {
            cmocka_unit_test_setup_teardown(nobody_moves_who_need_not, setup, teardown),
            cmocka_unit_test_setup_teardown(
                    one_fills_the_gap_and_all_are_told, setup, teardown),
            cmocka_unit_test_setup_teardown(
                    it_is_taken_back_after_a_restart_too, setup, teardown),
            cmocka_unit_test_setup_teardown(
                    parts_are_filled_and_a_wish_to_watch_is_kept, setup, teardown),
            cmocka_unit_test_setup_teardown(in_play_it_is_too_late, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
