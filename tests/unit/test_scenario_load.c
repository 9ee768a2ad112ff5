// tests/unit/test_scenario_load.c — real packs become Defs with the numbers they state. Never: the wording of errors (test_scenario_errors.c).
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "expr/expr.h"
#include "pack/write.h"
#include "scenario/load.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *const library[] = {"scripts"};

static void print_all(const Diags *diags) {
    Buffer out = {0};
    for (int32_t i = 0; i < diags->count; i++) {
        if (diags->items[i].severity == DIAG_ERROR) diag_print(&diags->items[i], &out);
    }
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

static int32_t start_at(
        const Def *def, int32_t track, const char *row, Kind kind, int32_t column) {
    Thing thing = def_find(def, kind, row);
    assert_int_not_equal(thing.index, NONE);
    return def->start[def_cell(def, track, thing.index, column)];
}

static const Move *move_of(const Def *def, const char *id) {
    int32_t index = def_find_move(def, id);
    assert_true(index >= 0);
    return &def->moves[index];
}

// The change of a move on a track, by the owner's kind of the column (NONE: any).
static const Change *change_on(
        const Def *def, const Move *move, int32_t track, int32_t column) {
    for (int32_t i = 0; i < move->changes.count; i++) {
        const Change *change = &def->changes[move->changes.first + i];
        bool fits = change->op == CHANGE_GAIN && change->track == track;
        if (fits
                && (column == NONE
                        || (change->toward.how == SEL_ONE
                                && change->toward.index == column)))
            return change;
    }
    fail_msg("no change of track %d", track);
    return NULL;
}

static void loads_hall_keys(void **state) {
    (void)state;
    Scenario scenario;
    load("tests/packs/hall-keys", &scenario);
    const Def *def = scenario.def;
    int32_t people = def_find(def, KIND_RESOURCE, "people").index,
            base = def_find(def, KIND_AUDIENCE, "base").index;
    assert_int_equal(start_at(def, TRACK_RESOURCE, "tenants", KIND_ACTOR, people), 50);
    assert_int_equal(start_at(def, TRACK_LEGITIMACY, "tenants", KIND_ACTOR, base), 700);
    assert_int_equal(start_at(def, TRACK_LEGITIMACY, "club", KIND_ACTOR, base), 500);
    assert_int_equal(start_at(def, TRACK_STORY, "tenants", KIND_ACTOR, 0), 10);
    assert_int_equal(start_at(def, TRACK_STANCE, "treasurer", KIND_DECIDER, 0), -200);
    assert_int_equal(def->cell_max[def_cell(def, TRACK_RESOURCE, 0, people)], 200);
    assert_int_equal(def->cell_max[def_cell(def, TRACK_DRAFT, 0, 0)], 30);
    assert_int_equal(def->coef[COEF_GATE_FLOOR], 50);
    assert_int_equal(def->coef[COEF_MIND_CHANGE], 8);
    assert_int_equal(def->rounds, 3);
    assert_int_equal(def->phases_count, 6);
    assert_int_equal(def->phases[0].does, DOES_NEWS);
    assert_int_equal(def->phases[2].kind, PHASE_MEETING);
    assert_int_equal(def->phases[3].does, DOES_ACTION);
    assert_int_equal(def->arenas[0].feeds, 1);
    assert_int_equal(def->arenas[0].decides_in, 1 << 3);
    assert_int_equal(def->arenas[0].start[1].weight, 1);
    assert_int_equal(def->arenas[0].start[2].places, PLACE_SEAT | PLACE_CHAIR);
    assert_int_equal(def->deciders[2].arena, 0);
    assert_int_equal(def->deciders[0].values[0][3], -5);
    assert_int_equal(def->frames[1].riders[0].level, 2);
    assert_int_equal(def->frames[0].riders[0].clause, NONE);
    assert_int_equal(def->seats_min, 3);
    assert_int_equal(def->seats_max, 12);
    assert_true(def->actors[2].line_delay);
    assert_int_equal(def->actors[0].tags, 1 << TAG_AFFECTED | 1 << TAG_COMMUNITY);
    assert_string_equal(
            def_text(def, def->texts[def->clauses[0].levels[3]].source), "Every weekday");
    assert_string_equal(
            def_text(def, def->texts[def->deciders[0].names.name].source), "Treasurer");
    scenario_free(&scenario);
}

static void the_deck_is_compiled(void **state) {
    (void)state;
    Scenario scenario;
    load("tests/packs/hall-keys", &scenario);
    const Def *def = scenario.def;
    const Move *engage = move_of(def, "engage"), *mobilise = move_of(def, "mobilise");
    int32_t elite = def_find(def, KIND_AUDIENCE, "elite").index;
    int32_t factors = CHANGE_GATED | CHANGE_REPEATS | CHANGE_TOGETHER;
    assert_int_equal(
            change_on(def, engage, TRACK_STANCE, NONE)->flags, factors | CHANGE_SIGNED);
    assert_int_equal(change_on(def, engage, TRACK_STANCE, NONE)->who.how, SEL_TARGET);
    assert_int_equal(change_on(def, engage, TRACK_LEGITIMACY, elite)->flags, 0);
    assert_int_equal(change_on(def, engage, TRACK_LEGITIMACY, elite)->who.how, SEL_ME);
    assert_int_equal(engage->step, STEP_ACCESS);
    assert_int_equal(engage->gate, elite);
    assert_int_equal(engage->flags, MOVE_SIDES | MOVE_QUIET | MOVE_STARTER);
    assert_int_equal(engage->needs.count, 2);
    assert_int_equal(change_on(def, mobilise, TRACK_HEAT, NONE)->flags,
            factors | CHANGE_SIGNED | CHANGE_TIRES | CHANGE_BREADTH);
    assert_int_equal(change_on(def, move_of(def, "speak_truth"), TRACK_STANCE, NONE)->flags,
            CHANGE_GATED | CHANGE_REPEATS | CHANGE_SIGNED | CHANGE_IN_TENTHS);
    static const struct {
        const char *id;
        PointMechanism mechanism;
    } points[] = {
            {"first_interpretation", POINT_READING },
            {"name",                 POINT_UTTER   },
            {"word",                 POINT_UTTER   },
            {"resist",               POINT_RESIST  },
            {"minutes",              POINT_ROLE    },
            {"question",             POINT_QUESTION}
    };
    for (size_t i = 0; i < ARRAY_COUNT(points); i++) {
        assert_int_equal(move_of(def, points[i].id)->mechanism, points[i].mechanism);
        assert_true(def_has_move(def->actors[0].deck, def_find_move(def, points[i].id)));
    }
    assert_int_equal(move_of(def, "minutes")->may, MAY_SLANT);
    assert_int_equal(move_of(def, "minutes")->records, 3);
    assert_int_equal(move_of(def, "question")->voice, 1);
    assert_int_equal(move_of(def, "name")->bid_max, 2);
    scenario_free(&scenario);
}

static void loads_eastmarket(void **state) {
    (void)state;
    Scenario scenario;
    load("tests/packs/eastmarket-wage", &scenario);
    const Def *def = scenario.def;
    int32_t mood = def_find_track(def, "mood"), engage = def_find_move(def, "engage");
    assert_int_equal(
            def->start[def_cell(def, mood, 0, 0)], 60); // the case sets the plugin's knob
    assert_false(def_has_move(def->actors[0].deck, engage));
    assert_true(def_has_move(def->actors[0].deck, def_find_move(def, "lobby")));
    assert_true(def_has_move(def->actors[0].deck, def_find_move(def, "word")));
    assert_true(def_has_move(def->actors[0].deck, def_find_move(def, "payslip_stall")));
    assert_false(def_has_move(def->actors[2].deck, def_find_move(def, "payslip_stall")));
    assert_int_equal(move_of(def, "quiet_deal")->flags & MOVE_ONCE, MOVE_ONCE);
    assert_int_equal(move_of(def, "quiet_deal")->who, 1 << 1);
    const Happening *tender = &def->happenings[def_find_happening(def, "tender")];
    assert_int_equal(tender->rounds, 1 << 2);
    assert_int_equal(tender->choices_count, 2);
    assert_int_equal(tender->who_chooses.how, SEL_ONE);
    assert_int_equal(tender->who_chooses.index, 2);
    assert_int_equal(def->choices[tender->choices_first + 1].costs.count, 1);
    assert_int_equal(def->windows[0].rounds, 1 << 3);
    assert_int_equal(def->windows[0].deciders, 7);
    assert_int_equal(def->functions_count, 1);
    assert_int_equal(def->arenas[1].feeds, 1 << 0);
    assert_int_equal(def->deciders[1].owner, 2);
    assert_int_equal(scenario.tests.tests_count, 4);
    assert_int_equal(scenario.tests.simulates_count, 1);
    const ScenarioTest *first = &scenario.tests.tests[0], *last = &scenario.tests.tests[3];
    assert_int_equal(first->steps[0].kind, PLAY_MOVE);
    assert_int_equal(first->steps[0].act.target.kind, KIND_DECIDER);
    assert_int_equal(first->steps[0].act.side, 1);
    assert_int_equal(first->expects_count, 4);
    assert_int_equal(scenario.tests.tests[1].steps[1].refused, 1);
    assert_int_equal(last->given_count, 4);
    assert_int_equal(last->given[0].tenths, 20); // draft.rate
    assert_int_equal(last->steps[0].kind, PLAY_DECIDE);
    assert_int_equal(last->expects[1].kind, EXPECT_ENDING);
    assert_int_equal(scenario.tests.simulates[0].expects[0].kind, EXPECT_PASSES);
    assert_int_equal(scenario.tests.simulates[0].expects[0].most, 70);
    scenario_free(&scenario);
}

static void file_of(PackFile *file, const char *name, const char *text) {
    *file = (PackFile){
            name, {(const uint8_t *)text, strlen(text)}
    };
}

// Two plugins declare "mood"; the alias of one tells them apart, inside it and outside.
static void aliases_tell_plugins_apart(void **state) {
    (void)state;
    PackFile files[6];
    file_of(&files[0], "pack.lua",
            "pack { id = \"tried\", version = \"1.0.0\", api = 1, language = \"en\", title "
            "= \"Tried\", "
            "uses = { \"press\", \"weather\" } }");
    file_of(&files[1], "plugins/press/pack.lua",
            "pack { id = \"press\", version = \"1.0.0\", api = 1, kind = \"plugin\", "
            "language = \"en\", title = \"Press\" }");
    file_of(&files[2], "plugins/press/rules.lua",
            "memory \"mood\" { start = 3 }\nrule \"up\" { gives = { mood = 1 } }");
    file_of(&files[3], "plugins/weather/pack.lua",
            "pack { id = \"weather\", version = \"1.0.0\", api = 1, kind = \"plugin\", "
            "language = \"en\", title = \"Weather\" }");
    file_of(&files[4], "plugins/weather/rules.lua",
            "memory \"mood\" { start = 7 }\nrule \"down\" { when = \"mood > 5\", loses = { "
            "mood = 1 } }");
    file_of(&files[5], "scenario.lua",
            "use \"weather\" { as = \"sky\" }\nscenario { opening = \"Here.\", phases = "
            "\"turns\" }\nphase \"turns\" { kind = \"in_turn\" }\n"
            "actor \"club\" {}\nverb \"look\" { when = \"press.mood == 3 and sky.mood == "
            "7\", gives = { sky = { mood = \"sky.mood\" } } }");
    Pack pack = {.name = "tried", .files = files, .files_count = 6};
    Buffer zip = {0};
    Err err = {0};
    assert_true(write_zip(&pack, &zip, &err));
    LoadOptions options = {
            .zip = {(const uint8_t *)zip.data, zip.length}
    };
    Diags *diags = calloc(1, sizeof *diags);
    Scenario scenario;
    bool good = scenario_load("tried.zip", &options, &scenario, diags);
    print_all(diags);
    assert_true(good);
    const Def *def = scenario.def;
    int32_t mine = def_find_track(def, "mood"), other = def_find_track(def, "sky_mood");
    assert_int_equal(def->start[def_cell(def, mine, 0, 0)], 30);
    assert_int_equal(def->start[def_cell(def, other, 0, 0)], 70);
    const Move *look = move_of(def, "look");
    assert_int_equal(def->changes[look->changes.first].track, other);
    assert_int_equal(def->changes[def->rules[1].changes.first].track, other);
    State *first = calloc(1, sizeof *first);
    memcpy(first->cell, def->start, sizeof first->cell);
    ExprScope scope = {.def = def, .state = first, .me = 0, .with = NONE};
    assert_true(expr_holds(&scope, look->when));
    free(first);
    scenario_free(&scenario);
    buffer_free(&zip);
    free(diags);
}

// A session keeps the packs it plays: they give the same game without any library.
static void kept_packs_load_alone(void **state) {
    (void)state;
    Scenario first, second;
    load("tests/packs/hall-keys", &first);
    assert_int_equal(first.packs_count, 2);
    Buffer zips[2] = {{0}, {0}};
    Err err = {0};
    for (int32_t i = 0; i < 2; i++)
        assert_true(write_zip(&first.packs[i], &zips[i], &err));
    PackZip plugin = {
            "core-coalition-1.0.0", {(const uint8_t *)zips[1].data, zips[1].length}
    };
    LoadOptions options = {
            .plugins = &plugin,
            .plugins_count = 1,
            .zip = {(const uint8_t *)zips[0].data, zips[0].length}
    };
    Diags *diags = calloc(1, sizeof *diags);
    assert_true(scenario_load("hall-keys.zip", &options, &second, diags));
    assert_true(digest_equal(&first.def->hash, &second.def->hash));
    assert_false(digest_equal(&first.def->hash, &first.packs[0].hash));
    assert_memory_equal(first.def, second.def, sizeof *first.def);
    scenario_free(&first);
    scenario_free(&second);
    for (int32_t i = 0; i < 2; i++)
        buffer_free(&zips[i]);
    free(diags);
}

// Each case suggests deals, and what a template says stands in the Def.
static void cases_suggest_deals(void **state) {
    (void)state;
    static const char *const cases[] = {"scenarios/riverside-link",
            "scenarios/safe-homes-bill", "scenarios/a-wage-to-live-on"};
    for (size_t i = 0; i < ARRAY_COUNT(cases); i++) {
        Scenario scenario;
        load(cases[i], &scenario);
        const Def *def = scenario.def;
        assert_true(def->templates_count >= 1);
        const DealTemplate *first = &def->templates[0];
        assert_int_equal(first->promises_count, 2);
        for (int32_t p = 0; p < 2; p++) {
            assert_int_equal(first->promises[p].kind, PROMISE_SUPPORT_FRAME);
            assert_int_equal(first->promises[p].by, p);
            assert_int_equal(first->promises[p].size, 1);
            assert_true(first->promises[p].what < def_count(def, KIND_FRAME));
        }
        assert_true(def->templates[2].words != 0);
        scenario_free(&scenario);
    }
}

static void loads_the_others(void **state) {
    (void)state;
    static const char *const packs[] = {"tests/packs/eastmarket-wage",
            "scenarios/riverside-link", "scenarios/safe-homes-bill",
            "scenarios/a-wage-to-live-on", "tests/packs/renamed-deck",
            "tests/packs/tide-clock", "tests/packs/one-by-one", "tests/packs/spring-budget",
            "scenarios/_template"};
    for (size_t i = 0; i < ARRAY_COUNT(packs); i++) {
        Scenario scenario;
        load(packs[i], &scenario);
        scenario_free(&scenario);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
            cmocka_unit_test(loads_reform8),
            cmocka_unit_test(loads_hall_keys),
            cmocka_unit_test(the_deck_is_compiled),
            cmocka_unit_test(loads_eastmarket),
            cmocka_unit_test(aliases_tell_plugins_apart),
            cmocka_unit_test(kept_packs_load_alone),
            cmocka_unit_test(loads_the_others),
            cmocka_unit_test(cases_suggest_deals),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
