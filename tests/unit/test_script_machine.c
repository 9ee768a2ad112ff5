// tests/unit/test_script_machine.c — the library, the budgets and the border of a machine. Never: a pack's meaning.
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
} Run;

static Run run(const char *source) {
    MachineSetup setup = {SCRIPT_WORDS, SCRIPT_WORDS_COUNT, false};
    Run made = {machine_create(&setup), calloc(1, sizeof(Diags))};
    Bytes bytes = {(const uint8_t *)source, strlen(source)};
    machine_run_file(made.machine, "a.lua", bytes, made.diags);
    return made;
}

static void finish(Run *made) {
    machine_destroy(made->machine);
    free(made->diags);
}

static void check_result(const char *source, const char *expected) {
    Run made = run(source);
    if (made.diags->count > 0)
        print_message("%s: %s\n", source, made.diags->items[0].message);
    assert_int_equal(made.diags->count, 0);
    if (strcmp(machine_result(made.machine), expected) != 0) print_message("%s\n", source);
    assert_string_equal(machine_result(made.machine), expected);
    finish(&made);
}

static void check_code(const char *source, const char *code, int32_t line) {
    Run made = run(source);
    if (made.diags->count == 0) print_message("%s: no finding\n", source);
    assert_int_equal(made.diags->count, 1);
    if (strcmp(made.diags->items[0].code, code) != 0) print_message("%s\n", source);
    assert_string_equal(made.diags->items[0].code, code);
    assert_int_equal(made.diags->items[0].line, line);
    // The author's words, never Lua's.
    static const char *const BANNED[] = {
            "nil", "table value", "upvalue", "userdata", "stack", "chunk"};
    for (size_t i = 0; i < ARRAY_COUNT(BANNED); i++) {
        assert_null(strstr(made.diags->items[0].message, BANNED[i]));
    }
    finish(&made);
}

static void test_library(void **state) {
    (void)state;
    check_result(
            "return tostring(12) .. tostring(true) .. tostring(nil) .. tostring(print)",
            "12truenil(function)");
    check_result("return tonumber('  -42 ')", "-42");
    check_result("return tostring(tonumber('1x')) .. tostring(tonumber('')) .. "
                 "tostring(tonumber('1234567890123456789'))",
            "nilnilnil");
    check_result("return type(1) .. type('') .. type({}) .. type(print)",
            "numberstringtablefunction");
    check_result("return select('#', 1, nil, 3) .. select(2, 'a', 'b')", "3b");
    check_result("return assert(7, 'no')", "7");
    check_result("local s = '' for i, v in ipairs({ 'a', 'b', nil, 'c' }) do s = s .. i .. "
                 "v end return s",
            "1a2b");
    check_result("return percent(20, 55) .. ' ' .. percent(-20, 58) .. ' ' .. share(1, 3) "
                 ".. ' ' .. share(1, 0)",
            "11 -11 33 0");
    check_result("return percent(-99999999999, 99999999999)", "-1000000000000");
    check_result("return clamp(5, 1, 3) .. clamp(-1, 0, 3) .. clamp(2, 1, 3)", "302");
    check_result("return math.min(3, 1, 2) .. math.max(3, 1, 2) .. math.abs(-4)", "134");
    check_result("return math.maxinteger", "9223372036854775807");
}

static void test_texts(void **state) {
    (void)state;
    check_result(
            "return ('hello'):sub(2, -2) .. ('hello'):sub(-3) .. ('x'):sub(5)", "ellllo");
    check_result("return ('aBc'):upper() .. ('aBc'):lower() .. #'abc' .. ('abcd'):len()",
            "ABCabc34");
    check_result("return ('ab'):rep(3, '-') .. ('x'):rep(0) .. ('x'):rep(-1)", "ab-ab-ab");
    check_result("return ('x'):rep(4096):len()", "4096");
    check_result("return ('a.b'):find('.') .. ' ' .. ('abc'):find('') .. ' ' .. "
                 "tostring(('abc'):find('z'))",
            "2 1 nil");
    check_result("return ('abcabc'):find('b', 3)", "5");
    check_result("return ('%d of %s, 100%%'):format(3, 'four')", "3 of four, 100%");
}

static void test_lists(void **state) {
    (void)state;
    check_result("local t = { 'b' } table.insert(t, 'c') table.insert(t, 1, 'a') return "
                 "table.concat(t, ',')",
            "a,b,c");
    check_result("local t = { 'a', 'b', 'c' } return table.remove(t, 1) .. table.remove(t) "
                 ".. #t",
            "ac1");
    check_result("return tostring(table.remove({}))", "nil");
    check_result("return table.concat({ 1, 2, 3 }, '+', 2, 3)", "2+3");
    check_result("local a, b = table.unpack({ 4, 5 }) return a .. b", "45");
    check_result("local t = { 3, 1, 2 } table.sort(t) return table.concat(t)", "123");
    check_result("local t = { 3, 1, 2 } table.sort(t, function (a, b) return a > b end) "
                 "return table.concat(t)",
            "321");
    // Stable: equal keys keep their order.
    check_result("local t = {} for i = 1, 40 do t[i] = { k = i % 3, i = i } end "
                 "table.sort(t, function (a, b) return a.k < b.k end) "
                 "for i = 2, 40 do if t[i].k == t[i - 1].k and t[i].i < t[i - 1].i then "
                 "return 'no' end end return 'yes'",
            "yes");
    check_result("local s = '' for k, v in pairs({ z = 1, y = 2, 10, 20, [-5] = 3 }) do s "
                 "= s .. k .. ' ' end return s",
            "-5 1 2 y z ");
    check_result("local t, s = { a = 1, b = 2, c = 3 }, '' for k in pairs(t) do t.b = nil "
                 "s = s .. k end return s",
            "ac");
}

static void test_faults(void **state) {
    (void)state;
    check_code("local x\nreturn x + 1", "E305", 2);
    check_code("local x = {}\nreturn x.y.z", "E305", 2);
    check_code("return 1 < 'a'", "E305", 1);
    check_code("return {} .. 'a'", "E305", 1);
    check_code("local x = 3\n\nx()", "E305", 3);
    check_code("for i = 1, 'x' do end", "E305", 1);
    check_code("for i = 1, 2, 0 do end", "E305", 1);
    check_code("return 5 % 0", "E304", 1);
    check_code("error('not\\ntoday')", "E300", 1);
    check_code("assert(1 > 2)", "E300", 1);
    check_code("return ('x'):rep(4097)", "E309", 1);
    check_code("table.insert({}, 3, 1)", "E309", 1);
    check_code("return ipairs(3)", "E309", 1);
    check_code("return math.min('a')", "E309", 1);
    check_code("table.sort({ 1, 'a' })", "E305", 1);
    check_code("for k in pairs({ [true] = 1 }) do end", "E319", 1);
    check_code("return string.gsub('a', 'b', 'c')", "E200", 1);
    check_code("table.concat = nil", "E249", 1);
    check_code("x = 1", "E248", 1);
    check_code("local function f() return f() + 1 end\nf()", "E303", 1);
    check_code("while true do end", "E301", 1);
}

// A number that is no whole one can only come from a for loop over texts; it gets nowhere.
static void test_no_fractions(void **state) {
    (void)state;
    check_code("for i = '1', 2 do return tostring(i) end", "E305", 1);
    check_code("for i = '1', 2 do return math.min(i) end", "E309", 1);
}

static void test_loop_is_named(void **state) {
    (void)state;
    Run made = run("local x = 5\nwhile x > 3 do\n  local y = x\nend");
    assert_string_equal(made.diags->items[0].code, "E301");
    assert_non_null(
            strstr(made.diags->items[0].message, "repeated line 2: while x > 3 do"));
    finish(&made);
}

static void test_log(void **state) {
    (void)state;
    Run made = run("print('a', 1, {}, nil) print(('é'):rep(150))");
    const char *log = machine_log(made.machine);
    assert_memory_equal(log, "a 1 (table) nil\n", 16);
    assert_int_equal(strlen(log), 16 + SCRIPT_LOG_LINE_BYTES + 1);
    finish(&made);
    check_code("for i = 1, 201 do print(i) end", "E321", 1);
    check_result("for i = 1, 200 do print(i) end return 'ok'", "ok");
}

// The budget is one for all files of a pack.
static void test_budget_over_files(void **state) {
    (void)state;
    MachineSetup setup = {SCRIPT_WORDS, SCRIPT_WORDS_COUNT, false};
    Machine *machine = machine_create(&setup);
    Diags *diags = calloc(1, sizeof *diags);
    char source[80];
    snprintf(source, sizeof source, "for i = 1, %d do end", SCRIPT_LOAD_STEPS / 2 - 10000);
    Bytes bytes = {(const uint8_t *)source, strlen(source)};
    assert_true(machine_run_file(machine, "a.lua", bytes, diags));
    assert_true(machine_run_file(machine, "b.lua", bytes, diags));
    assert_false(machine_run_file(machine, "c.lua", bytes, diags));
    assert_string_equal(diags->items[0].code, "E301");
    free(diags);
    machine_destroy(machine);
}

static void test_pack_of_too_much_lua(void **state) {
    (void)state;
    enum { BYTES = 127 * 1024 };
    char *source = malloc(BYTES + 1);
    memset(source, '-', BYTES);
    source[BYTES] = '\0';
    MachineSetup setup = {SCRIPT_WORDS, SCRIPT_WORDS_COUNT, false};
    Machine *machine = machine_create(&setup);
    Diags *diags = calloc(1, sizeof *diags);
    for (int i = 0; i < 8; i++) {
        char name[20];
        snprintf(name, sizeof name, "f%d.lua", i);
        assert_true(machine_run_file(
                machine, name, (Bytes){(const uint8_t *)source, BYTES}, diags));
    }
    assert_false(machine_run_file(
            machine, "last.lua", (Bytes){(const uint8_t *)source, BYTES}, diags));
    assert_string_equal(diags->items[0].code, "E121");
    assert_string_equal(diags->items[0].file, "last.lua");
    free(diags);
    free(source);
    machine_destroy(machine);
}

static void test_machines_share_nothing(void **state) {
    (void)state;
    Run first = run("local t = { 1 } return #t"), second = run("return 2");
    assert_string_equal(machine_result(first.machine), "1");
    assert_string_equal(machine_result(second.machine), "2");
    finish(&first);
    finish(&second);
}

int main(void) {
    const struct CMUnitTest tests[] = {
            cmocka_unit_test(test_library),
            cmocka_unit_test(test_texts),
            cmocka_unit_test(test_lists),
            cmocka_unit_test(test_faults),
            cmocka_unit_test(test_no_fractions),
            cmocka_unit_test(test_loop_is_named),
            cmocka_unit_test(test_log),
            cmocka_unit_test(test_budget_over_files),
            cmocka_unit_test(test_pack_of_too_much_lua),
            cmocka_unit_test(test_machines_share_nothing),
    };
    return cmocka_run_group_tests_name("script_machine", tests, NULL, NULL);
}
