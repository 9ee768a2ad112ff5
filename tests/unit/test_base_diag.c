// tests/unit/test_base_diag.c — findings: nearest words, the limit, the order, the printed lines. Never: what a pack means.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/diag.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *const words[] = {"money", "people", "knowledge", "access", "public"};

static const char *nearest(const char *word) {
    return diag_nearest(word, words, ARRAY_COUNT(words));
}

static void test_nearest_word(void **unused) {
    (void)unused;
    assert_string_equal(nearest("money"), "money");
    assert_string_equal(nearest("mony"), "money");
    assert_string_equal(nearest("mnoey"), "money"); // two neighbours swapped: one step
    assert_string_equal(nearest("poeple"), "people");
    assert_string_equal(nearest("knowlegde"), "knowledge");
    assert_string_equal(nearest("acess"), "access");
}

// At most max(1, length / 3) steps: beyond that silence is kinder than a wild guess.
static void test_nearest_gives_up(void **unused) {
    (void)unused;
    assert_null(nearest("weather"));
    assert_null(nearest("ab"));
    assert_null(nearest("mxxey"));                         // two steps, one allowed
    assert_string_equal(nearest("knwlegde"), "knowledge"); // two steps of two
    assert_null(nearest("pblc"));
    assert_null(diag_nearest("money", words, 0));
}

static void test_nearest_takes_the_first_of_equals(void **unused) {
    (void)unused;
    static const char *const twins[] = {"bat", "cat"};
    assert_string_equal(diag_nearest("xat", twins, 2), "bat");
}

static void test_nearest_of_very_long_words(void **unused) {
    (void)unused;
    char longer[201];
    memset(longer, 'a', 200);
    longer[200] = 0;
    assert_null(nearest(longer));
}

static void test_severity_and_counts(void **unused) {
    (void)unused;
    Diags *diags = calloc(1, sizeof *diags);
    assert_non_null(diags);
    diags_add(diags, "E201", "a.lua", 1, 1, "one");
    diags_add(diags, "W801", "a.lua", 2, 1, "two");
    diags_add(diags, "N901", NULL, 0, 0, "three");
    assert_int_equal(diags->count, 3);
    assert_int_equal(diags->errors, 1);
    assert_int_equal(diags->warnings, 1);
    assert_int_equal(diags->items[2].severity, DIAG_NOTE);
    assert_string_equal(diags->items[2].file, "");
    free(diags);
}

static void test_limit_keeps_the_first_hundred(void **unused) {
    (void)unused;
    Diags *diags = calloc(1, sizeof *diags);
    assert_non_null(diags);
    for (int i = 1; i <= DIAGS_MAX + 7; i++) {
        Diag *diag = diags_add(diags, "E201", "a.lua", i, 1, "finding %d", i);
        assert_non_null(diag);
        diag_fix(diag, "fix %d", i);
    }
    assert_int_equal(diags->count, DIAGS_MAX);
    assert_int_equal(diags->lost, 7);
    assert_int_equal(diags->errors, DIAGS_MAX + 7);
    assert_string_equal(diags->items[DIAGS_MAX - 1].message, "finding 100");
    assert_string_equal(diags->items[DIAGS_MAX - 1].fix, "fix 100");
    free(diags);
}

static void test_order(void **unused) {
    (void)unused;
    Diags *diags = calloc(1, sizeof *diags);
    assert_non_null(diags);
    static const struct {
        const char *code, *file;
        int32_t line, column;
    } rows[] = {
            {"N901", "a.lua", 1, 1},
            {"W801", "a.lua", 1, 1},
            {"E301", "a.lua", 1, 1},
            {"E202", "b.lua", 1, 1},
            {"E203", "a.lua", 9, 4},
            {"E204", "a.lua", 9, 2},
            {"E205", "a.lua", 3, 8},
            {"E101", "z.lua", 9, 9},
    };
    for (size_t i = 0; i < ARRAY_COUNT(rows); i++) {
        diags_add(diags, rows[i].code, rows[i].file, rows[i].line, rows[i].column, "x");
    }
    diags_sort(diags);
    static const char *const sorted[] = {
            "E101", "E205", "E204", "E203", "E202", "E301", "W801", "N901"};
    for (size_t i = 0; i < ARRAY_COUNT(sorted); i++) {
        assert_string_equal(diags->items[i].code, sorted[i]);
    }
    free(diags);
}

static void test_printed_lines(void **unused) {
    (void)unused;
    Diag diag = {.severity = DIAG_ERROR, .line = 12, .column = 6, .length = 4};
    snprintf(diag.code, sizeof diag.code, "%s", "E203");
    snprintf(diag.file, sizeof diag.file, "%s", "scenario.lua");
    snprintf(diag.message, sizeof diag.message, "%s", "\"mony\" is no resource.");
    snprintf(diag.source, sizeof diag.source, "%s", "\xC3\xA9t { mony = 2 }");
    diag_expected(&diag, "one of %d resources", 4);
    diag_near(&diag, "money");
    diag_fix(&diag, "write money");
    Buffer out = {0};
    diag_print(&diag, &out);
    assert_string_equal(out.data, "E203 scenario.lua:12:5  \"mony\" is no resource.\n"
                                  "  12 | \xC3\xA9t { mony = 2 }\n"
                                  "     |     ^^^^\n"
                                  "  Expected: one of 4 resources.\n"
                                  "  Did you mean \"money\"?  Fix: write money\n");
    buffer_free(&out);
}

static void test_printed_without_extras(void **unused) {
    (void)unused;
    Diag diag = {.severity = DIAG_ERROR};
    snprintf(diag.code, sizeof diag.code, "%s", "E101");
    snprintf(diag.file, sizeof diag.file, "%s", "pack.lua");
    snprintf(diag.message, sizeof diag.message, "%s", "This file is missing.");
    Buffer out = {0};
    diag_print(&diag, &out);
    assert_string_equal(out.data, "E101 pack.lua  This file is missing.\n");
    buffer_free(&out);
}

static void test_long_texts_are_cut_not_spilled(void **unused) {
    (void)unused;
    Diags *diags = calloc(1, sizeof *diags);
    assert_non_null(diags);
    char longer[2000];
    memset(longer, 'x', sizeof longer - 1);
    longer[sizeof longer - 1] = 0;
    Diag *diag = diags_add(diags, "E201", longer, 1, 1, "%s", longer);
    diag_expected(diag, "%s", longer);
    diag_near(diag, longer);
    diag_fix(diag, "%s", longer);
    assert_int_equal(strlen(diag->message), sizeof diag->message - 1);
    assert_int_equal(strlen(diag->near), sizeof diag->near - 1);
    assert_int_equal(strlen(diag->file), sizeof diag->file - 1);
    diag_near(diag, NULL);
    assert_string_equal(diag->near, "");
    free(diags);
}

int main(void) {
    const struct CMUnitTest tests[] = {
            cmocka_unit_test(test_nearest_word),
            cmocka_unit_test(test_nearest_gives_up),
            cmocka_unit_test(test_nearest_takes_the_first_of_equals),
            cmocka_unit_test(test_nearest_of_very_long_words),
            cmocka_unit_test(test_severity_and_counts),
            cmocka_unit_test(test_limit_keeps_the_first_hundred),
            cmocka_unit_test(test_order),
            cmocka_unit_test(test_printed_lines),
            cmocka_unit_test(test_printed_without_extras),
            cmocka_unit_test(test_long_texts_are_cut_not_spilled),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
