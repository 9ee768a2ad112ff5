// tests/unit/test_content_guide.c — every example of the trainer's manual loads, and so do the shipped packs. Never: plays a game.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/file.h"
#include "own_folder.h"
#include "scenario/load.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { GUIDE_BYTES_MAX = 256 * 1024, EXAMPLES_MIN = 6 };

static const char *const LIBRARY[] = {"scripts", "tests/packs"};

static void print_findings(const Diags *diags) {
    Buffer out = {0};
    for (int32_t i = 0; i < diags->count; i++)
        diag_print(&diags->items[i], &out);
    print_error("%s\n", out.data ? out.data : "");
    buffer_free(&out);
}

// Number of errors a pack has; prints all findings when there is one.
static int32_t errors_of(const char *folder) {
    LoadOptions options = {
            .library = LIBRARY, .library_count = 2, .tests = true, .check = true};
    Scenario *scenario = calloc(1, sizeof *scenario);
    Diags *diags = calloc(1, sizeof *diags);
    assert_non_null(scenario);
    assert_non_null(diags);
    bool fine = scenario_load(folder, &options, scenario, diags);
    int32_t errors = diags->errors;
    assert_int_equal(fine, errors == 0);
    if (errors) print_findings(diags);
    if (fine) scenario_free(scenario);
    free(scenario);
    free(diags);
    return errors;
}

static void read_text(Region *region, const char *path, Bytes *out) {
    Err err = {0};
    assert_true(file_read(region, path, GUIDE_BYTES_MAX, out, &err));
}

// The text after the fence "```lua <kind>" up to the closing fence, or NULL; *at moves behind it.
static const char *next_example(Region *region, const char **at, const char *kind) {
    char fence[32];
    (void)snprintf(fence, sizeof fence, "```lua %s\n", kind);
    const char *start = strstr(*at, fence);
    if (!start) return NULL;
    start += strlen(fence);
    const char *end = strstr(start, "```");
    assert_non_null(end);
    *at = end + 3;
    return region_copy_text(region, start, (size_t)(end - start));
}

static void write_text(const char *folder, const char *name, const char *text) {
    char path[256];
    Err err = {0};
    (void)snprintf(path, sizeof path, "%s/%s", folder, name);
    assert_true(file_write(path, text, strlen(text), &err));
}

// A copy of the template in a fresh folder, with `more` at the end of its scenario.lua and `tests`
// at the end of its tests.
static void copy_template(Region *region, char folder[OWN_FOLDER_BYTES], const char *more,
        const char *tests) {
    Err err = {0};
    Bytes pack, scenario, first;
    char name[96];
    assert_true(own_folder_make(folder, "guide"));
    (void)snprintf(name, sizeof name, "%s/tests", folder);
    assert_true(file_make_folder(name, &err));
    read_text(region, "scenarios/_template/pack.lua", &pack);
    read_text(region, "scenarios/_template/scenario.lua", &scenario);
    read_text(region, "scenarios/_template/tests/first.lua", &first);
    write_text(folder, "pack.lua",
            region_format(region, "%.*s", (int)pack.length, (const char *)pack.data));
    write_text(folder, "scenario.lua",
            region_format(region, "%.*s\n%s", (int)scenario.length,
                    (const char *)scenario.data, more));
    write_text(folder, "tests/first.lua",
            region_format(region, "%.*s\n%s", (int)first.length, (const char *)first.data,
                    tests));
}

static int32_t errors_with(Region *region, const char *more, const char *tests) {
    char folder[OWN_FOLDER_BYTES];
    copy_template(region, folder, more, tests);
    int32_t errors = errors_of(folder);
    assert_int_equal(own_folder_remove(folder), 0);
    return errors;
}

static void each_example_loads(void **state) {
    (void)state;
    Region region = {0};
    Bytes guide;
    read_text(&region, "scenarios/GUIDE.md", &guide);
    const char *text = region_copy_text(&region, (const char *)guide.data, guide.length),
               *at = text;
    Buffer all = {0};
    int32_t examples = 0;
    for (const char *one; (one = next_example(&region, &at, "add")); examples++) {
        buffer_add_text(&all, one);
        // Later examples may lean on earlier ones, as a reader goes from top to bottom.
        if (errors_with(&region, all.data, ""))
            fail_msg("the example does not load:\n%s", one);
    }
    assert_true(examples >= EXAMPLES_MIN);
    at = text;
    const char *tests = next_example(&region, &at, "test");
    assert_non_null(tests);
    assert_int_equal(errors_with(&region, all.data, tests), 0);
    buffer_free(&all);
    region_clear(&region);
}

static void a_broken_example_would_be_found(void **state) {
    (void)state;
    Region region = {0};
    assert_true(errors_with(&region, "acter \"nobody\" {}\n", "") > 0);
    region_clear(&region);
}

static void shipped_packs_load(void **state) {
    (void)state;
    const char *const packs[] = {"scenarios/riverside-link", "scenarios/safe-homes-bill",
            "scenarios/a-wage-to-live-on", "scenarios/_template", "tests/packs/hall-keys",
            "tests/packs/eastmarket-wage", "tests/packs/reform8",
            "tests/packs/renamed-deck", "tests/packs/one-by-one",
            "tests/packs/spring-budget", "tests/packs/tide-clock",
            "tests/packs/deck-numbers"};
    for (size_t i = 0; i < sizeof packs / sizeof packs[0]; i++) {
        if (errors_of(packs[i])) fail_msg("%s does not load", packs[i]);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
            cmocka_unit_test(each_example_loads),
            cmocka_unit_test(a_broken_example_would_be_found),
            cmocka_unit_test(shipped_packs_load),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
