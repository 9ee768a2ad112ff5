// tests/unit/test_scenario_errors.c — a table of mistakes and what an author is told: code, line, column, nearest word. Never: whole sentences.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "unit/scenario_snippet.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct Row {
    const char *snippet;
    const char *code;
    int32_t line, column; // 0: not looked at
    const char *near;     // NULL: not looked at
} Row;

// clang-format off
static const Row rows[] = {
        // references
        {"arena \"yard\" {\n  members = { tenant = \"seat\" } }", "E201", 2, 15, "tenants"},
        {"decider \"clerk\" { owner = \"clubb\" }", "E201", 1, 27, "club"},
        {"decider \"clerk\" { owner = \"mayor\" }", "E202", 1, 27, NULL},
        {"decider \"clerk\" { arena = \"hall\" }", "E202", 1, 27, NULL},
        {"verb \"ring\" { who = \"tenants, nobdy\" }", "E201", 1, 0, "nobody"},
        {"verb \"ring\" { gives = { stanze = 1 }, target = \"decider\" }", "E201", 1, 0, "stance"},
        {"verb \"ring\" { does = { tell { text = \"helo\" } } }", "E201", 1, 0, "hello"},
        {"verb \"ring\" { gate = \"elites\" }", "E201", 1, 0, "elite"},
        {"change \"meeting\" { claims = { { clause = \"days\" } } }", "E202", 1, 0, NULL},
        {"change \"meeting\" { decides = \"court\", claims = { { clause = \"dayz\" } } }", "E201", 1, 0, "days"},
        {"change \"meeting\" { decides = \"court\", claims = { { clause = \"days\", floor = 9 } } }", "E221", 1, 0, NULL},
        {"change \"meeting\" { decides = \"court\", claims = { { floor = 1 } } }", "E211", 1, 0, NULL},
        {"verb \"ring\" { target = \"decider\", does = { champion { who = \"target\" } } }", "E211", 1, 0, NULL},
        {"verb \"ring\" { does = { champion { who = \"target\", tenths = 15 } } }", "E211", 1, 0, NULL},
        {"verb \"ring\" { does = { suit { by = 1 } } }", "E211", 1, 0, NULL},
        {"verb \"ring\" { target = \"arena\", does = { motion { arena = \"target\" } } }", "E211", 1, 0, NULL},
        {"verb \"ring\" { target = \"arena\", does = { motion { arena = \"target\", quota = 1, slots = 1 } } }", "E211", 1, 0, NULL},
        {"verb \"ring\" { target = \"arena\", does = { motion { arena = \"target\", chair = \"turning\" } } }", "E224", 1, 0, NULL},
        {"verb \"ring\" { does = { side_offer { cohesion = 4 } } }", "E211", 1, 0, NULL},
        {"verb \"ring\" { does = { side_offer { who = \"tenants\", cohesion = 4, what = \"money\", by = 0 } } }", "E221", 1, 0, NULL},
        {"verb \"ring\" { does = { ruling {} } }", "E211", 1, 0, NULL},
        {"verb \"ring\" { does = { reveal { what = \"numbers\", of = \"publik\", to = \"me\" } } }", "E201", 1, 0, NULL},
        {"deal \"swap\" { i_give = { gold = 1 } }", "E201", 1, 0, NULL},
        {"deal \"swap\" {}", "E211", 1, 0, NULL},
        {"deal \"swap\" { promises = { { by = \"me\", kind = \"vote\" } } }", "E224", 1, 0, NULL},
        {"deal \"swap\" { promises = { { by = \"us\", kind = \"credit\" } } }", "E224", 1, 0, NULL},
        {"deal \"swap\" { promises = { { by = \"me\", kind = \"do\" } } }", "E211", 1, 0, NULL},
        {"deal \"swap\" { promises = { { by = \"me\", kind = \"do\", verb = \"lobbi\" } } }", "E201", 1, 0, "lobby"},
        {"deal \"swap\" { promises = { { by = \"me\", kind = \"support_frame\", frame = \"worm\" } } }", "E201", 1, 0, "warm"},
        {"deal \"swap\" { promises = { { by = \"me\", kind = \"vote_for\", arena = \"meeting\", size = 2 } } }", "E221", 1, 0, NULL},
        {"deal \"swap\" { promises = { { by = \"me\", kind = \"words\" } } }", "E211", 1, 0, NULL},
        {"deal \"swap\" { promises = { { by = \"me\", kind = \"credit\", due = 40 } } }", "E221", 1, 0, NULL},
        {"deal \"swap\" { who = \"club\", with = \"club\", i_give = { money = 1 } }", "E202", 1, 0, NULL},
        {"decision_rule \"purse\" { kind = \"vote\", options = { { id = \"a\", text = \"A\", cost = 1 } } }", "E202", 1, 0, NULL},
        {"decision_rule \"purse\" { kind = \"budget\", budget = 5, options = { { id = \"a\", text = \"A\", cost = 6 } } }", "E221", 1, 0, NULL},
        {"decision_rule \"purse\" { kind = \"budget\", budget = 5, options = { { id = \"a\", text = \"A\" } } }", "E211", 1, 0, NULL},
        {"decision_rule \"purse\" { kind = \"budget\", budget = 5, options = { { id = \"a\", text = \"A\", cost = 1 }, { id = \"a\", text = \"B\", cost = 1 } } }", "E204", 1, 0, NULL},
        {"change \"meeting\" { decides = \"budget_day\" }", "E246", 0, 0, NULL},
        {"window \"open_day\" { from = 1, to = 1, opens = \"lobb\" }", "E201", 1, 0, "lobby"},
        {"coalition \"pair\" { members = \"tenants, clib\" }", "E201", 1, 0, "club"},
        {"rule \"all\" { each = \"actor\", gives = { base = 1 } }", "E201", 1, 0, "actors"},
        {"on \"round_end\" (function (g) return {} end)", "E247", 1, 0, "round_ends"},
        {"change \"engagee\" { warns = \"No.\" }", "E251", 1, 0, "engage"},
        {"use \"press-cycle\" { as = \"press\" }", "E415", 1, 0, NULL},
        {"use \"core-coalition\" { without = \"engag\" }", "E251", 1, 0, NULL},
        {"use \"core-coalition\" { settings = { easy = 2 } }", "E201", 1, 0, "ease"},
        {"use \"core-coalition\" { settings = { ease = 99 } }", "E221", 1, 0, NULL},
        // ids
        {"actor \"tenants\" {}", "E204", 0, 0, NULL},
        {"memory \"money\" {}", "E206", 0, 0, NULL},
        {"verb \"engage\" {}", "E206", 0, 0, NULL},
        {"actor \"round\" {}", "E203", 1, 0, NULL},
        {"actor \"Town\" {}", "E203", 1, 0, NULL},
        {"Memory \"score\" {}", "E205", 1, 1, NULL},
        {"acter \"town\" {}", "E200", 1, 1, "actor"},
        {"test \"a\" { expect = { \"promise == 0\" } }", "E207", 1, 0, NULL},
        {"pack { id = \"again\" }", "E207", 1, 0, NULL},
        {"scenario { opening = \"Twice.\" }", "E208", 0, 0, NULL},
        // fields
        {"tradeoff \"gift\" { give = { money = 1 }, loses = { base = 1 } }", "E210", 1, 0, "gives"},
        {"happening \"rain\" { at = 1 }", "E211", 1, 1, NULL},
        {"clause \"keys\" {}", "E211", 1, 1, NULL},
        {"decider \"clerk\" { stance = \"high\" }", "E220", 1, 28, NULL},
        {"decider \"clerk\" { stance = 140 }", "E221", 1, 28, NULL},
        {"actor \"town\" { seat = \"compter\" }", "E224", 1, 0, "computer"},
        {"actor \"town\" { time = 9 }", "E221", 1, 0, NULL},
        {"actor \"town\" { line_delay = 1 }", "E220", 1, 0, NULL},
        {"actor \"town\" { has = { money = 40 } }", "E245", 1, 0, NULL},
        {"actor \"town\" { wants = { days = 3 } }", "E221", 1, 0, NULL},
        {"clause \"keys\" { levels = { \"One\" } }", "E225", 1, 0, NULL},
        {"clause \"keys\" { levels = { \"One\", \"Two\" }, start = 3 }", "E245", 1, 0, NULL},
        {"memory \"score\" { max = 3, start = 5 }", "E245", 1, 0, NULL},
        {"memory \"score\" { start = \"eas\" }", "E201", 1, 0, "ease"},
        {"decider \"clerk\" { values = { days = { 1, 2 } } }", "E244", 1, 0, NULL},
        {"arena \"yard\" { members = { club = \"guest\" } }", "E224", 1, 0, NULL},
        {"frame \"cold\" { rider = { clause = \"days\", most = 5 } }", "E221", 1, 0, NULL},
        {"verb \"ring\" { asks = { what = \"recource\" } }", "E224", 1, 0, "resource"},
        {"verb \"ring\" { gives = { base = true } }", "E220", 1, 0, NULL},
        {"verb \"ring\" { gives = { base = { by = 1, gat = false } } }", "E210", 1, 0, NULL},
        {"verb \"ring\" { does = { 3 } }", "E313", 1, 0, NULL},
        {"verb \"ring\" { does = { loan { who = \"club\" } } }", "E211", 1, 0, NULL},
        {"verb \"ring\" { target = \"actor\", does = { loan { who = \"target\", arena = \"meeting\", place = \"throne\" } } }", "E224", 1, 0, NULL},
        {"verb \"ring\" { does = { loan { embed = true } } }", "E222", 1, 0, NULL},
        {"verb \"ring\" { target = \"actor\", does = { grant { who = \"target\", by = 1, shuts = \"ring\" } } }", "E226", 1, 0, NULL},
        {"verb \"ring\" { does = { voice_gift { by = 1 } } }", "E211", 1, 0, NULL},
        // expressions
        {"verb \"ring\" { when = \"promise = 1\" }", "E233", 1, 0, NULL},
        {"verb \"ring\" {\n  when = \"promise\" }", "E231", 2, 11, NULL},
        {"verb \"ring\" { gives = { base = \"4 // 0\" } }", "E232", 1, 0, NULL},
        {"rule \"whose\" { gives = { base = 1 } }", "E222", 1, 0, NULL},
        {"ending \"end_of_it\" { when = \"promis >= 1\", text = \"Over.\" }", "E201", 1, 0, "promise"},
        {"decision_rule \"odd\" { kind = \"vote\", passes = \"yess > 1\" }", "E201", 1, 0, "yes"},
        // design
        {"tradeoff \"gift\" { gives = { money = 1 } }", "E240", 1, 1, NULL},
        {"happening \"rain\" { at = 1, text = \"Rain.\", who_chooses = \"club\" }", "E242", 1, 0, NULL},
        {"happening \"rain\" { at = 1, text = \"Rain.\", default = \"bo\", choices = { { id = \"no\", text = \"No\" } } }", "E242", 1, 0, "no"},
        {"arena \"attic\" { decides = \"consent\" }\nchange \"mayor\" { arena = \"meeting\" }", "E243", 1, 0, NULL},
        {"change \"meeting\" { decides = \"by_quota\", quota = 9 }", "E246", 1, 0, NULL},
        {"arena \"x1\" { feeds = \"x2\" }\narena \"x2\" { feeds = \"x1\" }", "E241", 1, 0, NULL},
        {"verb \"ring\" { does = { tell { text = \"hello\", with = { whom = \"club\" } } } }", "E210", 1, 0, NULL},
        {"verb \"ring\" { does = { tell { text = \"hello\", with = { who = \"clib\" } } } }", "E201", 1, 0, "club"},
        // texts
        {"text \"bye\" \"Bye {who.\"", "E501", 1, 0, NULL},
        {"text \"bye\" \"{n|one=# vote|two=# votes}\"", "E503", 1, 0, NULL},
        {"actor \"town\" { short = \"A very long short name\" }", "E505", 1, 0, NULL},
        {"text \"bye\" \"Bye {whom}.\"", "E501", 1, 0, "who"},
        {"verb \"ring\" { say = \"{whom} rings.\" }", "E501", 1, 0, "who"},
};
// clang-format on

static bool fits(const Diag *diag, const Row *row) {
    if (strcmp(diag->code, row->code) != 0) return false;
    if (row->line != 0 && (diag->line != row->line || strcmp(diag->file, "a.lua") != 0))
        return false;
    if (row->column != 0 && diag->column != row->column) return false;
    return !row->near || strcmp(diag->near, row->near) == 0;
}

static void tell(const Row *row, const Diags *diags) {
    Buffer out = {0};
    for (int32_t i = 0; i < diags->count; i++)
        diag_print(&diags->items[i], &out);
    fprintf(stderr, "expected %s:%d:%d near %s in:\n%s\nfound:\n%s\n", row->code, row->line,
            row->column, row->near ? row->near : "-", row->snippet,
            out.data ? out.data : "nothing");
    buffer_free(&out);
}

static void the_frame_alone_is_fine(void **state) {
    (void)state;
    Diags *diags = calloc(1, sizeof *diags);
    Scenario scenario;
    const Row row = {"-- nothing", "none", 0, 0, NULL};
    bool good = load_snippet(row.snippet, &scenario, diags);
    if (!good) tell(&row, diags);
    assert_true(good);
    assert_int_equal(diags->count, 0);
    scenario_free(&scenario);
    free(diags);
}

static void each_mistake_is_told(void **state) {
    (void)state;
    int32_t wrong = 0;
    for (size_t i = 0; i < ARRAY_COUNT(rows); i++) {
        Diags *diags = calloc(1, sizeof *diags);
        Scenario scenario;
        bool loaded = load_snippet(rows[i].snippet, &scenario, diags);
        bool found = false;
        for (int32_t d = 0; d < diags->count && !found; d++)
            found = fits(&diags->items[d], &rows[i]);
        // One mistake, one finding: what follows from it is not told.
        if (!found || loaded || diags->errors != 1) {
            tell(&rows[i], diags);
            wrong++;
        }
        scenario_free(&scenario);
        free(diags);
    }
    assert_int_equal(wrong, 0);
}

// Packs with several mistakes: `-- !E210` at the end of a line names what must be found there.
static bool marked(const char *text, int32_t line, char code[6]) {
    for (int32_t i = 1; i < line && text; i++)
        text = strchr(text, '\n') ? strchr(text, '\n') + 1 : NULL;
    if (!text) return false;
    const char *end = strchr(text, '\n'), *mark = strstr(text, "-- !");
    if (!mark || (end && mark > end)) return false;
    snprintf(code, 6, "%.4s", mark + 4);
    return true;
}

static int32_t compare(const char *folder, const Diags *diags, const char *text) {
    int32_t wrong = 0, lines = 1;
    for (const char *at = text; *at; at++)
        lines += *at == '\n';
    for (int32_t line = 1; line <= lines; line++) {
        char code[6] = "";
        bool wanted = marked(text, line, code), found = false;
        for (int32_t i = 0; i < diags->count; i++) {
            const Diag *diag = &diags->items[i];
            if (diag->severity != DIAG_ERROR || diag->line != line
                    || strcmp(diag->file, "scenario.lua") != 0)
                continue;
            if (wanted && strcmp(diag->code, code) == 0) {
                found = true;
            } else if (!wanted) {
                fprintf(stderr, "%s:%d: not expected: %s %s\n", folder, line, diag->code,
                        diag->message);
                wrong++;
            }
        }
        if (wanted && !found) {
            fprintf(stderr, "%s:%d: %s is missing\n", folder, line, code);
            wrong++;
        }
    }
    return wrong;
}

static void faulty_packs_give_all_at_once(void **state) {
    (void)state;
    static const char *const folders[] = {
            "fields", "references", "words", "expressions", "design", "gate"};
    int32_t wrong = 0;
    for (size_t i = 0; i < ARRAY_COUNT(folders); i++) {
        char path[128];
        snprintf(path, sizeof path, "tests/packs/faulty/%s", folders[i]);
        Diags *diags = calloc(1, sizeof *diags);
        Scenario scenario;
        LoadOptions options = {.library = library, .library_count = 1};
        assert_false(scenario_load(path, &options, &scenario, diags));
        Err err = {0};
        Pack pack;
        Diags *none = calloc(1, sizeof *none);
        assert_true(pack_open(path, &pack, none, &err));
        const PackFile *file = pack_find(&pack, "scenario.lua");
        int32_t here = compare(folders[i], diags, (const char *)file->bytes.data);
        if (here > 0) {
            const Row row = {path, "", 0, 0, NULL};
            tell(&row, diags);
        }
        wrong += here;
        pack_close(&pack);
        free(none);
        free(diags);
    }
    assert_int_equal(wrong, 0);
}

static void a_flood_of_mistakes_is_cut_and_sorted(void **state) {
    (void)state;
    Diags *diags = calloc(1, sizeof *diags);
    Scenario scenario;
    static const char snippet[] = "for i = 1, 150 do text(\"t\" .. i) (\"{whom}\") end\n"
                                  "decider \"clerk\" { stance = 400 }\n";
    assert_false(load_snippet(snippet, &scenario, diags));
    assert_int_equal(diags->count, DIAGS_MAX);
    assert_int_equal(diags->lost, diags->errors - DIAGS_MAX);
    assert_int_equal(diags->errors, 151);
    assert_string_equal(diags->items[0].code, "E221"); // the more basic first
    assert_string_equal(diags->items[1].code, "E501");
    free(diags);
}

static void a_place_that_is_not_there(void **state) {
    (void)state;
    Diags *diags = calloc(1, sizeof *diags);
    Scenario scenario;
    assert_false(scenario_load("tests/packs/nowhere", NULL, &scenario, diags));
    assert_int_equal(diags->errors, 1);
    assert_string_equal(diags->items[0].code, "E424");
    assert_null(scenario.def);
    free(diags);
}

static void a_missing_plugin_is_named(void **state) {
    (void)state;
    Diags *diags = calloc(1, sizeof *diags);
    Scenario scenario;
    assert_false(scenario_load("tests/packs/hall-keys", NULL, &scenario, diags));
    assert_int_equal(diags->errors, 1);
    assert_string_equal(diags->items[0].code, "E415");
    assert_int_equal(diags->items[0].line, 2);
    free(diags);
}

int main(void) {
    const struct CMUnitTest tests[] = {
            cmocka_unit_test(the_frame_alone_is_fine),
            cmocka_unit_test(each_mistake_is_told),
            cmocka_unit_test(faulty_packs_give_all_at_once),
            cmocka_unit_test(a_flood_of_mistakes_is_cut_and_sorted),
            cmocka_unit_test(a_place_that_is_not_there),
            cmocka_unit_test(a_missing_plugin_is_named),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
