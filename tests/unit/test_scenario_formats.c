// tests/unit/test_scenario_formats.c — one case in several time plans: rounds, settings, hash, what a wrong plan is told. Never: plays a game.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "pack/write.h"
#include "scenario/load.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *const library[] = {"scripts"};

static const char *const manifest =
        "pack { id = \"tried\", version = \"1.0.0\", api = 1, language = \"en\", license = "
        "\"MIT\", title = \"Tried\", uses = { \"core-coalition >= 1.0\" } }\n";
static const char *const rest =
        "actor \"club\" { brief = \"Saturdays.\" }\n"
        "issue \"hall\" {}\n"
        "clause \"days\" { levels = { \"None\", \"Two\" } }\n"
        "arena \"meeting\" { decides = \"simple_majority\", members = { club = \"vote\" } "
        "}\n"
        "decider \"mayor\" {}\n"
        "ending \"over\" { text = \"It is over.\" }\n"
        "test \"two hours have a pause\" { expect = { \"rounds == 4\" } }\n";

typedef struct Tried {
    Scenario scenario;
    Diags diags;
} Tried;

// Loads a case whose scenario word says this, in a time plan (NULL: its own).
static bool load_saying(Tried *tried, const char *says, const char *format) {
    char scenario[600];
    (void)snprintf(scenario, sizeof scenario,
            "scenario { opening = \"Here.\", %s }\n"
            "simulate \"own\" { games = 3 }\n"
            "simulate \"short\" { games = 5, format = \"hour\" }\n",
            says);
    static const char *const names[] = {
            "pack.lua", "rest.lua", "scenario.lua", "tests/all.lua"};
    const char *last = strstr(rest, "test \""), *texts[] = {manifest, rest, scenario, last};
    PackFile files[4];
    for (int32_t i = 0; i < 4; i++) {
        size_t length = i == 1 ? (size_t)(last - rest) : strlen(texts[i]);
        files[i] = (PackFile){
                names[i], {(const uint8_t *)texts[i], length}
        };
    }
    Pack pack = {.name = "tried", .files = files, .files_count = 4};
    Buffer zip = {0};
    Err err = {0};
    assert_true(write_zip(&pack, &zip, &err));
    LoadOptions options = {
            .library = library,
            .library_count = 1,
            .tests = true,
            .format = format,
            .zip = {(const uint8_t *)zip.data, zip.length}
    };
    bool good = scenario_load("tried.zip", &options, &tried->scenario, &tried->diags);
    buffer_free(&zip);
    return good;
}

static Tried *loads(const char *says, const char *format) {
    Tried *tried = calloc(1, sizeof *tried);
    assert_non_null(tried);
    bool good = load_saying(tried, says, format);
    if (!good) print_error("%s\n", tried->diags.items[0].message);
    assert_true(good);
    return tried;
}

static void drop(Tried *tried) {
    scenario_free(&tried->scenario);
    free(tried);
}

static const char THREE[] =
        "format = \"two_hours\", settings = { ease = 1, mind_change = 9 },"
        " formats = { micro = {}, hour = { ease = 7 } }";

static void its_own_plan_without_asking(void **state) {
    (void)state;
    Tried *tried = loads(THREE, NULL);
    const Def *def = tried->scenario.def;
    assert_int_equal(def->rounds, 4);
    assert_int_equal(def->coef[COEF_EASE], 1);
    assert_int_equal(tried->scenario.tests.tests_count, 1);
    assert_int_equal(tried->scenario.tests.simulates_count, 1);
    assert_int_equal(tried->scenario.tests.simulates[0].games, 3);
    assert_int_equal(def->time_plans_count, 3);
    assert_string_equal(def_text(def, def->time_plans[def->time_plan].id), "two_hours");
    assert_string_equal(def_text(def, def->time_plans[1].id), "hour");
    assert_int_equal(def->time_plans[1].rounds, 3);
    drop(tried);
}

static void another_plan_brings_its_settings(void **state) {
    (void)state;
    Tried *tried = loads(THREE, "hour");
    const Def *def = tried->scenario.def;
    assert_int_equal(def->rounds, 3);
    assert_int_equal(def->pause_after, 0);
    assert_int_equal(def->coef[COEF_EASE], 7);
    assert_int_equal(def->coef[COEF_MIND_CHANGE], 9); // the case's own stay
    assert_string_equal(def_text(def, def->time_plans[def->time_plan].id), "hour");
    assert_int_equal(tried->scenario.tests.tests_count, 0);
    assert_int_equal(tried->scenario.tests.simulates_count, 1);
    assert_int_equal(tried->scenario.tests.simulates[0].games, 5);
    drop(tried);
    tried = loads(THREE, "micro");
    assert_int_equal(tried->scenario.def->rounds, 2);
    assert_int_equal(tried->scenario.def->phases_count, 3);
    assert_int_equal(tried->scenario.def->coef[COEF_EASE], 1);
    drop(tried);
}

// A plan the case does not speak of is played with its usual settings; rounds of its own are for its own plan.
static void any_plan_of_the_deck_may_be_asked(void **state) {
    (void)state;
    Tried *tried = loads("rounds = 5", "half_day");
    assert_int_equal(tried->scenario.def->rounds, 6);
    drop(tried);
    tried = loads("rounds = 5", NULL);
    assert_int_equal(tried->scenario.def->rounds, 5);
    drop(tried);
}

static Scenario *shipped(const char *format) {
    Diags *diags = calloc(1, sizeof *diags);
    Scenario *scenario = calloc(1, sizeof *scenario);
    assert_non_null(diags);
    assert_non_null(scenario);
    LoadOptions options = {.library = library, .library_count = 1, .format = format};
    assert_true(scenario_load("scenarios/a-wage-to-live-on", &options, scenario, diags));
    free(diags);
    return scenario;
}

static void rounds_are(const char *format, uint16_t assembly, uint16_t agm,
        uint16_t decides, uint16_t outsourcing) {
    Scenario *scenario = shipped(format);
    const Def *def = scenario->def;
    assert_int_equal(
            def->arenas[def_find(def, KIND_ARENA, "assembly").index].meets, assembly);
    assert_int_equal(def->arenas[def_find(def, KIND_ARENA, "agm").index].meets, agm);
    assert_int_equal(
            def->arenas[def_find(def, KIND_ARENA, "city").index].decides_in, decides);
    int32_t item_seven = def_find_happening(def, "outsourcing");
    assert_int_equal(def->happenings[item_seven].rounds, outsourcing);
    scenario_free(scenario);
    free(scenario);
}

// Bit n is round n. What is in a round that is not played stays there and never comes.
static void the_last_round_is_the_last_of_every_plan(void **state) {
    (void)state;
    rounds_are(NULL, 1 << 1 | 1 << 4, 1 << 2, 1 << 2 | 1 << 3 | 1 << 4, 1 << 3);
    rounds_are("hour", 1 << 1 | 1 << 3, 1 << 2, 1 << 2 | 1 << 3, 1 << 3);
    rounds_are("micro", 1 << 1 | 1 << 2, 1 << 2, 1 << 2, 1 << 3);
    rounds_are("half_day", 1 << 1 | 1 << 6, 1 << 2, 1 << 2 | 1 << 3 | 1 << 6, 1 << 3);
}

// A session must not go on in another plan than it was started in.
static void each_plan_is_a_game_of_its_own(void **state) {
    (void)state;
    Tried *own = loads(THREE, NULL), *same = loads(THREE, "two_hours"),
          *hour = loads(THREE, "hour"), *micro = loads(THREE, "micro");
    assert_true(digest_equal(&own->scenario.def->hash, &same->scenario.def->hash));
    assert_false(digest_equal(&own->scenario.def->hash, &hour->scenario.def->hash));
    assert_false(digest_equal(&micro->scenario.def->hash, &hour->scenario.def->hash));
    drop(own);
    drop(same);
    drop(hour);
    drop(micro);
}

// Who starts a game may turn what the case leaves open, beside its time plan or without one.
static void settings_are_turned_for_one_game(void **state) {
    (void)state;
    Tried *own = loads(THREE, NULL), *turned = loads(THREE, "ease=4 word_step=2"),
          *hour = loads(THREE, "hour ease=5");
    assert_int_equal(turned->scenario.def->coef[COEF_EASE], 4);
    assert_int_equal(turned->scenario.def->coef[COEF_WORD_STEP], 2);
    assert_int_equal(turned->scenario.def->rounds, 4);
    assert_int_equal(hour->scenario.def->coef[COEF_EASE], 5); // after what the plan brings
    assert_int_equal(hour->scenario.def->rounds, 3);
    // What its author asks for holds for the settings as they are.
    assert_int_equal(turned->scenario.tests.tests_count, 0);
    assert_int_equal(turned->scenario.tests.simulates_count, 0);
    assert_int_equal(own->scenario.tests.tests_count, 1);
    // And a session must not go on with others.
    assert_false(digest_equal(&own->scenario.def->hash, &turned->scenario.def->hash));
    assert_false(digest_equal(&hour->scenario.def->hash, &turned->scenario.def->hash));
    drop(own);
    drop(turned);
    drop(hour);
}

typedef struct Row {
    const char *says, *format, *code, *near;
} Row;

static void mistakes_are_told(void **state) {
    (void)state;
    static const Row rows[] = {
            {"formats = { houre = {} }",                 NULL,         "E201", "hour"},
            {"formats = { hour = { eese = 7 } }",        NULL,         "E201", "ease"},
            {"formats = { hour = { ease = 99 } }",       NULL,         "E221", ""    },
            {"formats = { hour = { ease = \"much\" } }", NULL,         "E220", ""    },
            {"formats = { hour = 7 }",                   NULL,         "E220", ""    },
            {"formats = \"hour\"",                       NULL,         "E220", ""    },
            {"formats = { hour = {} }",                  "houre",      "E201", "hour"},
            {"mood = \"lively\"",                        "eese=7",     "E221", "ease"},
            {"mood = \"lively\"",                        "ease=99",    "E221", ""    },
            {"mood = \"lively\"",                        "hour ease=", "E221", ""    },
            {"mood = \"lively\"",                        "purse=2",    "E221", ""    },
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        Tried *tried = calloc(1, sizeof *tried);
        assert_non_null(tried);
        assert_false(load_saying(tried, rows[i].says, rows[i].format));
        const Diag *first = &tried->diags.items[0];
        if (strcmp(first->code, rows[i].code) != 0)
            print_error("%s: %s %s\n", rows[i].says, first->code, first->message);
        assert_string_equal(first->code, rows[i].code);
        assert_string_equal(first->near, rows[i].near);
        assert_int_equal(tried->diags.errors, 1);
        assert_true(rows[i].format ? first->line == 0 : first->line == 1);
        free(tried);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
            cmocka_unit_test(its_own_plan_without_asking),
            cmocka_unit_test(another_plan_brings_its_settings),
            cmocka_unit_test(any_plan_of_the_deck_may_be_asked),
            cmocka_unit_test(the_last_round_is_the_last_of_every_plan),
            cmocka_unit_test(each_plan_is_a_game_of_its_own),
            cmocka_unit_test(settings_are_turned_for_one_game),
            cmocka_unit_test(mistakes_are_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
