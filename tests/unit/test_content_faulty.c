// tests/unit/test_content_faulty.c — packs with mistakes on purpose give just the findings their comments name. Never: a pack that plays.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/file.h"
#include "scenario/load.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MARKS_MAX = 40, SOURCE_BYTES_MAX = 64 * 1024 };

typedef struct Mark {
    int32_t line;
    char code[6];
    bool found;
} Mark;

typedef struct Marks {
    Mark items[MARKS_MAX];
    int32_t count;
} Marks;

// The marks "-- !E210" of a source file, with their lines.
static void read_marks(const char *source, Marks *marks) {
    int32_t line = 1;
    for (const char *at = source; *at; at++) {
        if (*at == '\n') line++;
        if (strncmp(at, "-- !", 4) != 0) continue;
        assert_true(marks->count < MARKS_MAX);
        Mark *mark = &marks->items[marks->count++];
        mark->line = line;
        memcpy(mark->code, at + 4, 4);
    }
}

static bool take_mark(Marks *marks, const Diag *diag) {
    for (int32_t i = 0; i < marks->count; i++) {
        Mark *mark = &marks->items[i];
        if (mark->line != diag->line || strcmp(mark->code, diag->code) != 0) continue;
        mark->found = true;
        return true;
    }
    return false;
}

static int32_t surprises(const char *slug, Marks *marks, const Diags *diags) {
    int32_t wrong = 0;
    for (int32_t i = 0; i < diags->count; i++) {
        const Diag *diag = &diags->items[i];
        if (diag->severity != DIAG_ERROR || take_mark(marks, diag)) continue;
        print_error("%s: not expected: %s line %d: %s\n", slug, diag->code, diag->line,
                diag->message);
        wrong++;
    }
    for (int32_t i = 0; i < marks->count; i++) {
        if (marks->items[i].found) continue;
        print_error("%s: not found: %s line %d\n", slug, marks->items[i].code,
                marks->items[i].line);
        wrong++;
    }
    return wrong;
}

static int32_t wrong_in(const char *slug) {
    Region region = {0};
    Bytes source;
    Err err = {0};
    char path[128];
    (void)snprintf(path, sizeof path, "tests/packs/faulty/%s/scenario.lua", slug);
    assert_true(file_read(&region, path, SOURCE_BYTES_MAX, &source, &err));
    Marks marks = {0};
    read_marks(region_copy_text(&region, (const char *)source.data, source.length), &marks);
    assert_true(marks.count > 0);
    const char *const library[] = {"scripts"};
    LoadOptions options = {.library = library, .library_count = 1};
    Scenario *scenario = calloc(1, sizeof *scenario);
    Diags *diags = calloc(1, sizeof *diags);
    assert_non_null(scenario);
    assert_non_null(diags);
    (void)snprintf(path, sizeof path, "tests/packs/faulty/%s", slug);
    assert_false(scenario_load(path, &options, scenario, diags));
    int32_t wrong = surprises(slug, &marks, diags);
    free(scenario);
    free(diags);
    region_clear(&region);
    return wrong;
}

static void mistakes_are_found_where_they_are(void **state) {
    (void)state;
    const char *const slugs[] = {"gate", "words", "references", "fields", "expressions",
            "design", "rooms", "circle", "quota"};
    int32_t wrong = 0;
    for (size_t i = 0; i < sizeof slugs / sizeof slugs[0]; i++)
        wrong += wrong_in(slugs[i]);
    assert_int_equal(wrong, 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(mistakes_are_found_where_they_are)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
