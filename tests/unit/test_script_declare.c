// tests/unit/test_script_declare.c — what words leave behind: plain data with places. Never: a field's meaning.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "script/machine.h"
#include "unit/script_words.h"

typedef struct Run {
    Machine *machine;
    Diags *diags;
    const DeclList *decls;
} Run;

static Run run(const char *source) {
    MachineSetup setup = {SCRIPT_WORDS, SCRIPT_WORDS_COUNT, false};
    Run made = {.machine = machine_create(&setup), .diags = calloc(1, sizeof(Diags))};
    Bytes bytes = {(const uint8_t *)source, strlen(source)};
    machine_run_file(made.machine, "a.lua", bytes, made.diags);
    made.decls = machine_decls(made.machine);
    return made;
}

static void finish(Run *made) {
    machine_destroy(made->machine);
    free(made->diags);
}

static void test_forms(void **state) {
    (void)state;
    Run made = run(
            "scenario { rounds = 3 }\nactor \"a\" { name = \"A\", has = { money = 1 } }\n"
            "text \"t\" \"words\"\nuse \"press-cycle\"\nuse \"x\" { as = \"y\" }\n"
            "on \"round_ends\" (function (g) return {} end)\ntest \"a long title\" {}\n");
    assert_int_equal(made.diags->count, 0);
    assert_int_equal(made.decls->count, 7);
    assert_false(made.decls->incomplete);
    static const char *const WORDS[] = {
            "scenario", "actor", "text", "use", "use", "on", "test"};
    static const char *const IDS[] = {
            "", "a", "t", "press-cycle", "x", "round_ends", "a long title"};
    for (int i = 0; i < 7; i++) {
        assert_string_equal(made.decls->items[i].word, WORDS[i]);
        assert_string_equal(made.decls->items[i].id, IDS[i]);
        assert_int_equal(made.decls->items[i].order, i);
        assert_int_equal(made.decls->items[i].line, i + 1);
        assert_int_equal(made.decls->items[i].column, 1);
    }
    const Node *has = node_field(&made.decls->items[1].body, "has");
    assert_int_equal(node_field(has, "money")->integer, 1);
    assert_string_equal(made.decls->items[2].body.text, "words");
    assert_int_equal(made.decls->items[3].body.kind, NODE_NONE);
    assert_int_equal(made.decls->items[5].body.kind, NODE_FUNCTION);
    finish(&made);
}

static void test_tables(void **state) {
    (void)state;
    Run made = run("local t = { \"x\" }\n"
                   "test \"t\" { play = { { \"union\", \"deal\", refused = true, amount = "
                   "-3 } },\n"
                   "  z = t, a = {}, m = \"last\" }\nt[1] = \"changed\"\n");
    assert_int_equal(made.diags->count, 0);
    const Node *body = &made.decls->items[0].body;
    assert_true(node_is_record(body));
    assert_int_equal(body->fields_count, 4);
    assert_string_equal(body->fields[0].key, "a"); // sorted by bytes
    assert_string_equal(body->fields[3].key, "z");
    const Node *step = &node_field(body, "play")->items[0];
    assert_int_equal(step->items_count, 2);
    assert_string_equal(step->items[1].text, "deal");
    assert_int_equal(node_field(step, "refused")->kind, NODE_BOOLEAN);
    assert_int_equal(node_field(step, "amount")->integer, -3);
    assert_string_equal(node_field(body, "z")->items[0].text, "x"); // a copy
    assert_null(node_field(body, "nothing"));
    finish(&made);
}

static void test_changes(void **state) {
    (void)state;
    Run made = run("verb \"v\" { does = { set { who = \"target\", op = \"finish\", to = 0 "
                   "}, publish {} } }");
    assert_int_equal(made.diags->count, 0);
    const Node *does = node_field(&made.decls->items[0].body, "does");
    assert_int_equal(does->items_count, 2);
    assert_int_equal(does->items[0].kind, NODE_CHANGE);
    assert_string_equal(does->items[0].text, "set");
    assert_int_equal(does->items[0].fields_count, 2);
    assert_null(node_field(&does->items[0], "op"));
    assert_string_equal(does->items[1].text, "publish");
    finish(&made);
}

static void test_places(void **state) {
    (void)state;
    Run made = run("memory \"a\" {} memory \"b\" { max = 3 }\n"
                   "arena \"hall\" { -- members = { nobody = 1 }\n"
                   "  space = \"invited\",\n"
                   "  members = { club = { vote = 2 },\n"
                   "    [\"tenants\"] = \"seat\" },\n"
                   "  list = { \"x\", { 1, 2 }, \"y\" } }\n"
                   "for i = 1, 2 do actor(\"n\" .. i) { name = \"N\" } end\n"
                   "verb \"v\" { does = { set { what = \"x\" } } }\n");
    assert_int_equal(made.diags->count, 0);
    typedef struct Row {
        int32_t decl;
        const char *path[4];
        int32_t path_count, line, key_column, value_column;
    } Row;
    static const Row ROWS[] = {
            {1, {"max"},                     1, 1, 28, 34},
            {2, {"members", "tenants"},      2, 5, 5,  19},
            {2, {"members", "club", "vote"}, 3, 4, 24, 31},
            {2, {"members", "nobody"},       2, 4, 3,  13}, // the deepest part that is there
            {2, {"list", "2", "2"},          3, 6, 22, 22},
            {2, {"list", "3"},               2, 6, 27, 27},
            {4, {"name"},                    1, 7, 35, 42},
            {5, {"does", "1", "what"},       3, 8, 27, 34},
            {2, {"nothing"},                 1, 2, 1,  1 },
    };
    for (size_t i = 0; i < ARRAY_COUNT(ROWS); i++) {
        const Row *row = &ROWS[i];
        const Decl *decl = &made.decls->items[row->decl];
        Place key =
                machine_place(made.machine, decl, row->path, row->path_count, PLACE_KEY);
        Place value =
                machine_place(made.machine, decl, row->path, row->path_count, PLACE_VALUE);
        if (key.column != row->key_column || value.column != row->value_column) {
            print_message(
                    "row %zu: %d:%d, value %d\n", i, key.line, key.column, value.column);
        }
        assert_int_equal(key.line, row->line);
        assert_int_equal(key.column, row->key_column);
        assert_int_equal(value.column, row->value_column);
        assert_string_equal(key.file, "a.lua");
    }
    finish(&made);
}

typedef struct Refusal {
    const char *source, *code;
    int32_t line, column, decls;
} Refusal;

static void test_refusals(void **state) {
    (void)state;
    static const Refusal ROWS[] = {
            {"actor \"a\"\nactor \"b\" {}",                    "E209", 1, 1,  1},
            {"actor {}",                                       "E209", 1, 1,  0},
            {"scenario \"x\" {}",                              "E209", 1, 1,  0},
            {"actor \"a\" \"text\"",                           "E209", 1, 1,  0},
            {"actor \"A\" {}\nactor \"b\" {}",                 "E203", 1, 7,  1},
            {"actor \"while\" {}",                             "E203", 1, 7,  0},
            {"actor \"a23456789012345678901234567890123\" {}", "E203", 1, 7,  0},
            {"actor \"a\" { 1, 2 }",                           "E226", 1, 13, 1},
            {"actor \"a\" { has = { 1, [3] = 2 } }",           "E226", 1, 19, 1},
            {"actor \"a\" { has = { [0] = 2 } }",              "E226", 1, 19, 1},
            {"actor \"a\" { name = function () end }",         "E228", 1, 20, 1},
            {"actor \"a\" { name = math }",                    "E228", 1, 20, 1},
            {"actor \"a\" { [true] = 1 }",                     "E319", 1, 1,  1},
            {"actor \"a\" { x = { { { { { { 1 } } } } } } }",  "E227", 1, 27, 0},
            {"local t = {} t.x = t\nactor \"a\" { x = t }",    "E227", 2, 17, 0},
            {"actor \"a\" { name = ('é'):sub(1, 1) }",        "E508", 1, 20, 1},
            {"actor \"a\" { name = ('x'):rep(4096) .. ('x'):rep(4096) .. ('x'):rep(4096) "
             ".. ('x'):rep(4097 - 1) .. 'y' }",   "E505", 1, 20, 1},
            {"on \"every_second\" (function () end)",          "E247", 1, 1,  0},
            {"on \"round_ends\" (print)",                      "E220", 1, 1,  0},
            {"on \"round_ends\" {}",                           "E220", 1, 1,  0},
            {"pack { id = \"x\" }",                            "E207", 1, 1,  0},
    };
    for (size_t i = 0; i < ARRAY_COUNT(ROWS); i++) {
        const Refusal *row = &ROWS[i];
        Run made = run(row->source);
        const Diag *diag = &made.diags->items[0];
        if (made.diags->count != 1 || diag->column != row->column
                || strcmp(diag->code, row->code) != 0) {
            print_message("%s: %d findings, %s:%d:%d %s\n", row->source, made.diags->count,
                    diag->code, diag->line, diag->column, diag->message);
        }
        assert_int_equal(made.diags->count, 1);
        assert_string_equal(diag->code, row->code);
        assert_int_equal(diag->line, row->line);
        assert_int_equal(diag->column, row->column);
        assert_int_equal(made.decls->count, row->decls);
        assert_true(made.decls->incomplete);
        finish(&made);
    }
}

static void test_limits(void **state) {
    (void)state;
    Run made = run("for i = 1, 2000 do actor(\"a\" .. i) {} end");
    assert_int_equal(made.diags->count, 0);
    assert_int_equal(made.decls->count, DECLARE_DECLS_MAX);
    finish(&made);
    made = run("for i = 1, 2001 do actor(\"a\" .. i) {} end");
    assert_string_equal(made.diags->items[0].code, "E225");
    finish(&made);
    made = run("for i = 1, 64 do on \"round_ends\" (function () return {} end) end");
    assert_int_equal(made.diags->count, 0);
    finish(&made);
    made = run("for i = 1, 65 do on \"round_ends\" (function () return {} end) end");
    assert_string_equal(made.diags->items[0].code, "E225");
    finish(&made);
}

static void test_manifest_knows_one_word(void **state) {
    (void)state;
    static const ScriptWord WORDS[] = {
            {"pack",  WORD_BODY,    WORD_ID_PLAIN, NULL,                                NULL},
            {"actor", WORD_ID_BODY, WORD_ID_PLAIN, "pack.lua holds only pack { … }.",
             "E422"                                                                         },
    };
    MachineSetup setup = {WORDS, 2, true};
    Machine *machine = machine_create(&setup);
    Diags *diags = calloc(1, sizeof *diags);
    const char *source = "pack { id = \"x\" }\nactor \"a\" {}\nprint(1)\n";
    Bytes bytes = {(const uint8_t *)source, strlen(source)};
    machine_run_file(machine, "pack.lua", bytes, diags);
    assert_int_equal(diags->count, 2);
    assert_string_equal(diags->items[0].code, "E422");
    assert_string_equal(diags->items[1].code, "E200");
    assert_int_equal(machine_decls(machine)->count, 1);
    free(diags);
    machine_destroy(machine);
}

int main(void) {
    const struct CMUnitTest tests[] = {
            cmocka_unit_test(test_forms),
            cmocka_unit_test(test_tables),
            cmocka_unit_test(test_changes),
            cmocka_unit_test(test_places),
            cmocka_unit_test(test_refusals),
            cmocka_unit_test(test_limits),
            cmocka_unit_test(test_manifest_knows_one_word),
    };
    return cmocka_run_group_tests_name("script_declare", tests, NULL, NULL);
}
