// tests/unit/test_scenario_slips.c — slips of somebody who never programmed: one finding each, at the slip, with what to write instead. Never: judges whole sentences.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "unit/scenario_snippet.h"
#include <stdio.h>
#include <stdlib.h>

typedef struct Slip {
    const char *snippet;
    const char *code;
    int32_t line, column;
    const char *fix; // part of it
} Slip;

// clang-format off
static const Slip slips[] = {
        // quotes
        {"actor \"town\" { name = \"Town hall, seat = \"computer\", tags = \"x\" }", "E101", 1, 23, "write \"Town hall\","},
        {"actor \"town\" { name = Town hall\", seat = \"computer\" }", "E101", 1, 23, "write \"Town hall\""},
        {"actor \"town\" { seat = \"computer\", name = \"Town hall }", "E101", 1, 42, "\"Town hall"},
        {"frame \"cold\" { text = \"Nobody is \"cold\" here.\" }", "E107", 1, 35, "inside a text"},
        {"actor \"town\" { name = \"Town hall\" }\nverb \"ring\" { who = town }", "E104", 2, 21, "\"town\""},
        // signs
        {"actor \"town\" { seat: \"computer\" }", "E107", 1, 20, "write seat ="},
        {"decider \"clerk\" { stance: 5 }", "E107", 1, 25, "write stance ="},
        {"actor \"town\" = { seat = \"computer\" }", "E107", 1, 14, "actor \"town\" { … }"},
        {"actor \"town\" { people = [ 1, 3 ] }", "E105", 1, 25, "{"},
        // notes
        {"- 2. WHO IS THERE\nactor \"town\" {}", "E107", 1, 1, "-- at the start of line 1"},
        {"actor \"town\" {}\n- the others (later, 0 to 9)\nactor \"tram\" {}", "E107", 2, 1, "line 2"},
        {"# a note\nactor \"town\" {}", "E107", 1, 1, "--"},
        {"// a note\nactor \"town\" {}", "E107", 1, 1, "--"},
        {"local near, far = 1, 2\nlocal sum = near\n- far further\nactor \"town\" {}", "E107", 4, 1, "missing sign"},
        {"decider \"clerk\" { values = { days = { 0,\n  -2.5, 1 } } }", "E112", 2, 4, "round it"},
        // ids
        {"actor \"Fahrgäste\" {}", "E203", 1, 7, "write fahrgaste"},
        {"actor \"night-riders\" {}", "E203", 1, 7, "write night_riders"},
        {"actor \"2nd house\" {}", "E203", 1, 7, ""},
        // fields
        {"decider \"clerk\" { stance = 5, known = true,\n  stance = 6 }", "E212", 2, 3, "keep one"},
        {"decider \"clerk\" { stance = \"5\" }", "E220", 1, 28, "write 5 without quotes"},
        {"actor \"town\" { line_delay = \"yes\" }", "E220", 1, 29, "line_delay = true"},
        {"actor \"town\" { line_delay = \"no\" }", "E220", 1, 29, "line_delay = false"},
        {"actor \"town\" { legitimacy = { base = 170 } }", "E221", 1, 38, "0 to 100"},
        {"actor \"town\" { wants = { days = 4 } }", "E221", 1, 33, "from 0 (today) to 2"},
        {"actor \"town\" { wants = { days = 7 } }", "E221", 1, 33, "from 0 to 4"},
        {"clause \"keys\" {}\nactor \"town\" { wants = { keys = 1 } }\nframe \"cold\" { rider = { clause = \"keys\", most = 1 } }\ndecider \"clerk\" { values = { keys = { 0, 1 } } }", "E211", 1, 1, "levels"},
        {"clause \"keys\" { levels = { \"One\", \"Everybody who has ever held a key, and all those who would like to hold one\" } }", "E505", 1, 35, "15 letters shorter"},
        {"change \"over\" { tone = \"hard\" }\nquiz \"q\" { ask = \"?\", answers = { \"Yes\", \"It depends on the weather, on the day of the week, on who is asked first, on what was said before, and on whether anybody remembers what was agreed on at the last meeting\" }, right = 1 }", "E505", 2, 42, "shorter"},
        {"happening \"rain\" { at = 1, text = \"Rain.\", default = \"goo\", choices = { { id = \"go\", text = \"Go\" }, { id = \"stay\", text = \"Stay\" } } }", "E242", 1, 54, "write go"},
        {"change \"storm\" { text = \"A storm.\" }\nending \"none\" { when = \"meeting passed\", text = \"Over.\" }", "E230", 2, 33, "dot between two names"},
        {"actor \"town\" { wants = { \"days\" = 2 } }", "E107", 1, 26, "write days ="},
        {"actor \"town\" { has = { money = +3 } }", "E107", 1, 32, "write 3"},
        {"decider \"clerk\" { stance = 5,, known = true }", "E107", 1, 29, "delete one"},
        {"clause \"keys\" { levels = \"One, two\" }", "E220", 1, 26, "levels = {"},
        {"actor \"town\" { has = \"money 3\" }", "E220", 1, 22, "has = { money = 3 }"},
        {"decider \"clerk\" { values = { days = 0, 2, -4 } }", "E226", 1, 28, "{ 0, 2, -4 }"},
        {"arena \"yard\" { members = { \"club\", \"tenants\" } }", "E220", 1, 26, "club = \"seat\""},
        {"frame \"cold\" { rider = { days = 1 } }", "E211", 1, 24, "clause = "},
        {"happening \"rain\" { at = 1, text = \"Rain.\", who_chooses = \"klub\", default = \"go\", choices = { { id = \"go\", text = \"Go\", gives = { elite = 1, me = { public = 1 } } } } }", "E201", 1, 58, "write club"},
        {"happening \"rain\" { at = 1, text = \"Rain.\", who_chooses = \"club\", default = \"go\", choices = { id = \"go\", text = \"Go\" } }", "E220", 1, 92, "{ { … }, { … } }"},
        // conditions
        {"ending \"none\" { when = \"hall > 50\", text = \"Over.\" }", "E202", 1, 25, "write public.hall"},
        {"ending \"none\" { when = \"meeting\", text = \"Over.\" }", "E202", 1, 25, "write passed.meeting"},
        {"ending \"none\" { when = \"club > 5\", text = \"Over.\" }", "E202", 1, 25, "write club.base"},
        {"ending \"none\" { when = \"law.days => 1\", text = \"Over.\" }", "E233", 1, 34, "write >="},
        {"ending \"none\" { when = \"public.hall > 50% and round > 1\", text = \"Over.\" }", "E230", 1, 43, "percent sign"},
        // twice
        {"actor \"club\" { brief = \"Sundays.\" }\nverb \"ring\" { who = \"klub\" }", "E204", 1, 1, "another id"},
};
// clang-format on

static void tell(const Slip *slip, const Diags *diags) {
    Buffer out = {0};
    for (int32_t i = 0; i < diags->count; i++)
        diag_print(&diags->items[i], &out);
    fprintf(stderr, "expected %s:%d:%d and \"%s\" alone in:\n%s\nfound:\n%s\n", slip->code,
            slip->line, slip->column, slip->fix, slip->snippet,
            out.data ? out.data : "nothing");
    buffer_free(&out);
}

static bool fits(const Diag *diag, const Slip *slip) {
    bool other_file =
            strcmp(slip->code, "E204") == 0; // told where it stands the second time
    return strcmp(diag->code, slip->code) == 0 && strstr(diag->fix, slip->fix)
           && (other_file || (diag->line == slip->line && diag->column == slip->column));
}

static void each_slip_is_one_finding_with_its_fix(void **state) {
    (void)state;
    int32_t wrong = 0;
    for (size_t i = 0; i < ARRAY_COUNT(slips); i++) {
        Diags *diags = calloc(1, sizeof *diags);
        Scenario scenario;
        bool loaded = load_snippet(slips[i].snippet, &scenario, diags);
        if (loaded || diags->errors != 1 || !fits(&diags->items[0], &slips[i])) {
            tell(&slips[i], diags);
            wrong++;
        }
        scenario_free(&scenario);
        free(diags);
    }
    assert_int_equal(wrong, 0);
}

// A sum that goes on in the next line, and names set inside functions, are no slips.
static void sound_lines_are_left_alone(void **state) {
    (void)state;
    static const char snippet[] =
            "local far = 3\n- 1\nlocal list = { near = 1, far = 2 }\n"
            "local make = { first = function () local a, near = 1, 2; near = a; near = 3 "
            "return near end }\n"
            "actor \"town\" { has = { money = far }, needs = { money = 1 } }\n";
    Diags *diags = calloc(1, sizeof *diags);
    Scenario scenario;
    assert_true(load_snippet(snippet, &scenario, diags));
    assert_int_equal(diags->errors, 0);
    scenario_free(&scenario);
    free(diags);
}

// A caret stands under each letter, however many bytes it has.
static void carets_count_letters(void **state) {
    (void)state;
    Diags *diags = calloc(1, sizeof *diags);
    Diag *diag = diags_add(diags, "E203", "a.lua", 1, 7, "An id.");
    diag->length = 7;
    snprintf(diag->source, sizeof diag->source, "actor \"gäst\" {}");
    Buffer out = {0};
    diag_print(diag, &out);
    assert_non_null(strstr(out.data, "| "));
    assert_non_null(strstr(out.data, "      ^^^^^^\n"));
    assert_null(strstr(out.data, "^^^^^^^"));
    buffer_free(&out);
    diag->column = 14; // behind a letter of two bytes
    diag_print(diag, &out);
    assert_non_null(strstr(out.data, "E203 a.lua:1:13  An id."));
    buffer_free(&out);
    free(diags);
}

int main(void) {
    const struct CMUnitTest tests[] = {
            cmocka_unit_test(each_slip_is_one_finding_with_its_fix),
            cmocka_unit_test(sound_lines_are_left_alone),
            cmocka_unit_test(carets_count_letters),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
