// tests/unit/test_cli_notes.c — the notes of a case in the language of who leads, in its own where there is no other. Never: a window.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "cli/case_notes.h"
#include "cli/places.h"
#include <stdlib.h>
#include <string.h>

typedef struct World {
    Places places;
    Scenario scenario;
    Diags diags;
} World;

static World *open_case(const char *name) {
    World *world = calloc(1, sizeof *world);
    Err err = {0};
    ASSERT(world);
    assert_true(places_find(&world->places, "/tmp", &err));
    assert_true(places_load(
            &world->places, name, false, false, &world->scenario, &world->diags, &err));
    return world;
}

static void close_case(World *world) {
    scenario_free(&world->scenario);
    places_free(&world->places);
    free(world);
}

static bool begins(const char *text, const char *words) {
    return strncmp(text, words, strlen(words)) == 0;
}

static void each_reads_an_own_language(void **state) {
    (void)state;
    World *world = open_case("riverside-link");
    const char *english = case_notes(&world->scenario, "facilitator", "en");
    assert_true(begins(english, "# Riverside Link"));
    assert_ptr_equal(case_notes(&world->scenario, "facilitator", "fr"), english);
    const char *arabic = case_notes(&world->scenario, "facilitator", "ar");
    assert_true(*arabic && strcmp(arabic, english) != 0);
    assert_true(*case_notes(&world->scenario, "debrief", "en"));
    assert_string_equal(case_notes(&world->scenario, "none", "en"), "");
    close_case(world);
}

static void a_case_without_notes_has_none(void **state) {
    (void)state;
    World *world = open_case("tests/packs/hall-keys");
    assert_string_equal(case_notes(&world->scenario, "facilitator", "en"), "");
    close_case(world);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(each_reads_an_own_language),
            cmocka_unit_test(a_case_without_notes_has_none)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
