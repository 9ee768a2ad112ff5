// tests/unit/test_host_knobs.c — options of a case turned before the start: judged, shown, kept over restarts, taken back, and decided with. Never: a rule of its own.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "console_world.h"
#include "model/knob.h"
#include "session/turned.h"
#include "session/whatif.h"

enum { EASE = 7, SALT = 9, ADVANCES = 12 };

typedef struct Stage {
    HallWorld *world;
    Person *console;
} Stage;

// A case whose memory begins with a setting of its own, beside those of the standard deck.
static int setup(void **state) {
    Stage *stage = calloc(1, sizeof *stage);
    ASSERT(stage);
    stage->world = hall_world_make("tests/packs/tide-clock", 3);
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

static bool set(const Stage *stage, const char *knob, int32_t value) {
    char args[120];
    snprintf(args, sizeof args, "\"option\":\"%s\",\"value\":%d", knob, value);
    return console_do(stage->world, stage->console, "set", args, "");
}

static const char *refusal(const Stage *stage) {
    return person_text(stage->console, "refused", "text");
}

static const Session *session_of(const Stage *stage) {
    return console_session(stage->world);
}

static int32_t value_of(const Stage *stage, const char *knob) {
    const Def *def = session_of(stage)->def;
    int32_t place = knob_find(def, knob);
    assert_true(place >= 0);
    return def->settings[place].value;
}

static int32_t salt(const Stage *stage) {
    const Session *session = session_of(stage);
    int32_t track = def_find_track(session->def, "salt");
    assert_true(track >= 0);
    return session->state.cell[def_cell(session->def, track, 0, 0)] / 10;
}

// The option as the console holds it, NULL when it is not there.
static const json_t *row(const Stage *stage, const char *knob) {
    const json_t *list = json_object_get(person_section(stage->console, "deck"), "knobs");
    for (size_t i = 0; i < json_array_size(list); i++) {
        const json_t *item = json_array_get(list, i);
        if (strcmp(json_string_value(json_object_get(item, "id")), knob) == 0) return item;
    }
    return NULL;
}

static int64_t shown(const Stage *stage, const char *knob, const char *field) {
    const json_t *item = row(stage, knob);
    assert_non_null(item);
    return json_integer_value(json_object_get(item, field));
}

static void again(Stage *stage) {
    hall_world_restart(stage->world);
    stage->console = console_come(stage->world);
}

// Decided again from the first batch, the record comes to the same digests.
static void verifies(Stage *stage) {
    World *world = stage->world->world;
    Journal journal;
    int64_t batches = 0, count = session_of(stage)->seq;
    uint64_t digest = state_digest(session_of(stage)->def, &session_of(stage)->state);
    party_close(stage->world->party);
    hall_free(stage->world->hall);
    for (int32_t i = 0; i < stage->world->people_count; i++)
        person_forget(&stage->world->people[i]);
    stage->world->people_count = 0;
    assert_true(store_open(world->path, STORE_READ, &journal, &world->err));
    SessionConfig config = world_config(world, &journal, 0);
    assert_true(session_verify(&config, &batches, &world->err));
    assert_int_equal(batches, count);
    journal.close(journal.self);
    assert_true(store_open(world->path, STORE_PLAY, &journal, &world->err));
    hall_world_open(stage->world, &journal, 0);
    stage->console = console_come(stage->world);
    const Session *session = session_of(stage);
    assert_true(state_digest(session->def, &session->state) == digest);
}

static void it_is_shown_with_its_bounds_and_its_start(void **state) {
    Stage *stage = *state;
    assert_int_equal(shown(stage, "start_salt", "least"), 0);
    assert_int_equal(shown(stage, "start_salt", "most"), 9);
    assert_int_equal(shown(stage, "start_salt", "start"), 4);
    assert_int_equal(shown(stage, "start_salt", "value"), 4);
    assert_string_equal(json_string_value(json_object_get(row(stage, "start_salt"), "ask")),
            "How much salt is in the store?");
    assert_true(set(stage, "start_salt", SALT));
    assert_int_equal(shown(stage, "start_salt", "value"), SALT);
    assert_int_equal(shown(stage, "start_salt", "start"), 4);
}

// A number that begins with it, a coefficient it stands for, and what the pack itself says, which stays.
static void it_holds_for_what_begins_with_it(void **state) {
    Stage *stage = *state;
    assert_int_equal(salt(stage), 4);
    assert_true(set(stage, "start_salt", SALT));
    assert_true(set(stage, "cohesion_start", 61));
    const Session *session = session_of(stage);
    assert_int_equal(salt(stage), SALT);
    assert_int_equal(value_of(stage, "start_salt"), SALT);
    assert_int_equal(session->def->coef[COEF_COHESION_START], 61);
    const Def *pack = stage->world->world->scenario.def;
    assert_ptr_equal(turned_pack(session), pack);
    assert_int_equal(pack->settings[knob_find(pack, "start_salt")].value, 4);
    assert_int_equal(pack->coef[COEF_COHESION_START], 50);
}

static void a_value_out_of_range_is_refused_with_the_range(void **state) {
    Stage *stage = *state;
    uint64_t digest = state_digest(session_of(stage)->def, &session_of(stage)->state);
    assert_false(set(stage, "start_salt", 10));
    assert_non_null(strstr(refusal(stage), "0"));
    assert_non_null(strstr(refusal(stage), "9"));
    assert_false(set(stage, "start_salt", -1));
    assert_false(set(stage, "no_such_option", 1));
    assert_false(set(stage, "start_salt", 30000));
    assert_int_equal(value_of(stage, "start_salt"), 4);
    assert_true(state_digest(session_of(stage)->def, &session_of(stage)->state) == digest);
}

static void a_restart_keeps_two_of_them(void **state) {
    Stage *stage = *state;
    assert_true(set(stage, "start_salt", SALT));
    assert_true(set(stage, "public_cap", EASE));
    uint64_t digest = state_digest(session_of(stage)->def, &session_of(stage)->state);
    again(stage);
    assert_int_equal(value_of(stage, "start_salt"), SALT);
    assert_int_equal(value_of(stage, "public_cap"), EASE);
    assert_int_equal(shown(stage, "public_cap", "value"), EASE);
    assert_int_equal(shown(stage, "start_salt", "start"), 4);
    assert_true(state_digest(session_of(stage)->def, &session_of(stage)->state) == digest);
    verifies(stage);
}

static void undo_takes_back_one_after_the_other(void **state) {
    Stage *stage = *state;
    int32_t cap = value_of(stage, "public_cap");
    assert_true(set(stage, "start_salt", SALT));
    int64_t first = session_of(stage)->seq;
    assert_true(set(stage, "public_cap", EASE));
    assert_true(console_do(stage->world, stage->console, "undo", "", ""));
    assert_int_equal(value_of(stage, "public_cap"), cap);
    assert_int_equal(value_of(stage, "start_salt"), SALT);
    assert_true(console_do(stage->world, stage->console, "undo", "", ""));
    assert_int_equal(value_of(stage, "start_salt"), 4);
    assert_int_equal(salt(stage), 4);
    assert_int_equal(shown(stage, "start_salt", "value"), 4);
    again(stage);
    assert_int_equal(value_of(stage, "start_salt"), 4);
    char seq[40];
    snprintf(seq, sizeof seq, "\"seq\":%lld", (long long)first);
    assert_true(console_do(stage->world, stage->console, "to", seq, ""));
    assert_int_equal(value_of(stage, "start_salt"), SALT);
    assert_int_equal(salt(stage), SALT);
    verifies(stage);
}

static void start(Stage *stage) {
    assert_true(console_do(stage->world, stage->console, "start", "\"now\":\"now\"", ""));
    assert_int_not_equal(session_of(stage)->state.status, STATUS_LOBBY);
}

// The game is played with it to its end, and the whole record decides the same again.
static void after_the_start_it_stays(void **state) {
    Stage *stage = *state;
    assert_true(set(stage, "start_salt", 0));
    assert_true(set(stage, "public_cap", EASE));
    start(stage);
    assert_null(row(stage, "start_salt"));
    assert_false(set(stage, "start_salt", SALT));
    assert_non_null(strstr(refusal(stage), "before the start"));
    assert_int_equal(value_of(stage, "start_salt"), 0);
    for (int32_t i = 0; i < ADVANCES && session_of(stage)->state.status < STATUS_DEBRIEF;
            i++)
        assert_true(console_do(stage->world, stage->console, "next", "", ""));
    assert_int_equal(session_of(stage)->def->coef[COEF_PUBLIC_CAP], EASE);
    assert_int_equal(salt(stage), 0);
    verifies(stage);
    assert_int_equal(value_of(stage, "public_cap"), EASE);
}

// Said in one turn: the game begins with what was set just before it.
static void what_follows_in_the_same_turn_is_decided_with_it(void **state) {
    Stage *stage = *state;
    person_tell(stage->world, stage->console,
            "{\"t\":\"cmd\",\"id\":\"k1\",\"do\":\"console.set\",\"args\":{\"option\":"
            "\"start_salt\",\"value\":0},\"words\":{}}");
    person_tell(stage->world, stage->console,
            "{\"t\":\"cmd\",\"id\":\"k2\",\"do\":\"console.start\",\"args\":{\"now\":"
            "\"now\"},\"words\":{}}");
    hall_world_turn(stage->world);
    assert_int_not_equal(session_of(stage)->state.status, STATUS_LOBBY);
    assert_int_equal(salt(stage), 0);
    verifies(stage);
}

// What would have come without somebody is worked out with the options of the record.
static void a_record_decided_again_without_some_keeps_them(void **state) {
    Stage *stage = *state;
    assert_true(set(stage, "start_salt", SALT));
    start(stage);
    World *world = stage->world->world;
    SessionConfig config = world_config(world, &session_of(stage)->journal, 0);
    WhatIf *whatif = whatif_open(&config, &world->err);
    assert_non_null(whatif);
    WhatIfEnd all, again_all;
    whatif_play(whatif, 0, -1, &all);
    whatif_play(whatif, 0, -1, &again_all);
    assert_memory_equal(&all, &again_all, sizeof all);
    whatif_free(whatif);
}

int main(void) {
    const struct CMUnitTest tests[] = {
            cmocka_unit_test_setup_teardown(
                    it_is_shown_with_its_bounds_and_its_start, setup, teardown),
            cmocka_unit_test_setup_teardown(
                    it_holds_for_what_begins_with_it, setup, teardown),
            cmocka_unit_test_setup_teardown(
                    a_value_out_of_range_is_refused_with_the_range, setup, teardown),
            cmocka_unit_test_setup_teardown(a_restart_keeps_two_of_them, setup, teardown),
            cmocka_unit_test_setup_teardown(
                    undo_takes_back_one_after_the_other, setup, teardown),
            cmocka_unit_test_setup_teardown(after_the_start_it_stays, setup, teardown),
            cmocka_unit_test_setup_teardown(
                    what_follows_in_the_same_turn_is_decided_with_it, setup, teardown),
            cmocka_unit_test_setup_teardown(
                    a_record_decided_again_without_some_keeps_them, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
