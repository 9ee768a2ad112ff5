// tests/unit/test_scenario_load.c — real packs become Defs with the numbers they state. Never: the wording of errors (test_scenario_errors.c).
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "expr/expr.h"
#include "scenario/load.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *const library[] = {"scripts"};

static void print_all(const Diags *diags) {
    Buffer out = {0};
    for (int32_t i = 0; i < diags->count; i++)
        diag_print(&diags->items[i], &out);
    if (out.data) fprintf(stderr, "%s", out.data);
    buffer_free(&out);
}

static void load(const char *where, Scenario *out) {
    Diags *diags = calloc(1, sizeof *diags);
    LoadOptions options = {
            .library = library, .library_count = 1, .tests = true, .check = true};
    bool good = scenario_load(where, &options, out, diags);
    print_all(diags);
    free(diags);
    if (!good) fprintf(stderr, "NOT LOADED %s\n", where);
    assert_true(good);
}

static void loads_reform8(void **state) {
    (void)state;
    Scenario scenario;
    load("tests/packs/reform8", &scenario);
    const Def *def = scenario.def;
    assert_int_equal(def->counts[KIND_ACTOR], 8);
    assert_int_equal(def->counts[KIND_DECIDER], 6);
    assert_int_equal(def->rounds, 10);
    assert_int_equal(def->phases_count, 1);
    assert_int_equal(def->phases[0].kind, PHASE_IN_TURN);
    assert_int_equal(def->moves_count, 10);
    scenario_free(&scenario);
}

static void loads_hall_keys(void **state) {
    (void)state;
    Scenario scenario;
    load("tests/packs/hall-keys", &scenario);
    scenario_free(&scenario);
}

static void loads_the_others(void **state) {
    (void)state;
    static const char *const packs[] = {"tests/packs/eastmarket-wage",
            "scenarios/riverside-link", "tests/packs/renamed-deck",
            "tests/packs/tide-clock", "tests/packs/one-by-one", "scenarios/_template"};
    for (size_t i = 0; i < ARRAY_COUNT(packs); i++) {
        Scenario scenario;
        fprintf(stderr, "== %s\n", packs[i]);
        load(packs[i], &scenario);
        scenario_free(&scenario);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
            cmocka_unit_test(loads_reform8),
            cmocka_unit_test(loads_hall_keys),
            cmocka_unit_test(loads_the_others),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
