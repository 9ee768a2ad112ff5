// tests/unit/test_pack_library.c — packs found by name in folders, and every pack of this project opens. Never: leaves files behind.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/file.h"
#include "pack/library.h"
#include "pack/pack.h"
#include "unit/own_folder.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

typedef struct Place {
    char folder[64];
    char path[256];
    Region region;
    Library library;
    Diags diags;
    Err err;
} Place;

static const char *in(Place *place, const char *name) {
    snprintf(place->path, sizeof place->path, "%s/%s", place->folder, name);
    return place->path;
}

static void put(Place *place, const char *name) {
    char path[256];
    snprintf(path, sizeof path, "%s/%s", place->folder, name);
    *strrchr(path, '/') = '\0';
    assert_true(file_make_folder(path, NULL));
    assert_true(file_write(in(place, name), "x", 1, NULL));
}

static int setup(void **state) {
    Place *place = calloc(1, sizeof *place);
    if (!place) return 1;
    if (!own_folder_make(place->folder, "library")) return 1;
    put(place, "shipped/hall-keys/pack.lua");
    put(place, "shipped/_template/pack.lua");
    put(place, "shipped/.hidden/pack.lua");
    put(place, "shipped/notes/readme.md");
    put(place, "shipped/guide.md");
    put(place, "shipped/coast-1.2.0.convene");
    put(place, "shipped/coast-1.10.0.convene");
    put(place, "shipped/odd-1.x.zip");
    put(place, "mine/hall-keys-2.0.0.zip");
    put(place, "mine/harbour.convene");
    *state = place;
    return 0;
}

static int teardown(void **state) {
    Place *place = *state;
    region_clear(&place->region);
    int result = own_folder_remove(place->folder);
    free(place);
    return result;
}

static void add_both(Place *place) {
    library_add(&place->library, in(place, "shipped"), &place->region);
    library_add(&place->library, in(place, "nowhere"), &place->region);
    library_add(&place->library, in(place, "mine"), &place->region);
}

static void test_list(void **state) {
    Place *place = *state;
    add_both(place);
    assert_int_equal(place->library.items_count, 6);
    const char *names[LIBRARY_ITEMS_MAX];
    assert_int_equal(library_names(&place->library, names, LIBRARY_ITEMS_MAX), 4);
    assert_string_equal(names[0], "coast");
    assert_string_equal(names[1], "hall-keys");
    assert_string_equal(names[2], "odd-1.x");
    assert_string_equal(names[3], "harbour");
    assert_int_equal(library_names(&place->library, names, 2), 2);
}

static void test_find(void **state) {
    Place *place = *state;
    add_both(place);
    const LibraryItem *coast = library_find(&place->library, "coast");
    assert_non_null(coast);
    assert_int_equal(coast->version[1], 10);
    coast = library_find(&place->library, "coast-1.2.0");
    assert_non_null(coast);
    assert_int_equal(coast->version[1], 2);
    assert_true(coast->zip);
    assert_null(library_find(&place->library, "coast-1.3.0"));
    assert_null(library_find(&place->library, "guide.md"));
    assert_null(library_find(&place->library, "_template"));
    int32_t at = 0;
    assert_false(library_next(&place->library, "hall-keys", &at)->zip);
    assert_int_equal(library_next(&place->library, "hall-keys", &at)->version[0], 2);
    assert_null(library_next(&place->library, "hall-keys", &at));
}

static void test_resolve(void **state) {
    Place *place = *state;
    add_both(place);
    const char *path = NULL;
    assert_true(library_resolve(
            &place->library, "harbour", &place->region, &path, &place->err));
    assert_string_equal(path, in(place, "mine/harbour.convene"));
    char direct[256];
    snprintf(direct, sizeof direct, "%s/shipped/hall-keys", place->folder);
    assert_true(
            library_resolve(&place->library, direct, &place->region, &path, &place->err));
    assert_string_equal(path, direct);
    assert_false(library_resolve(
            &place->library, "hall-kyes", &place->region, &path, &place->err));
    assert_int_equal(place->err.kind, ERR_USAGE);
    assert_non_null(strstr(place->err.fix, "\"hall-keys\""));
    assert_false(library_resolve(
            &place->library, "somethingelse", &place->region, &path, &place->err));
    assert_non_null(strstr(place->err.fix, "coast, hall-keys"));
    assert_false(library_resolve(
            &place->library, "./nowhere", &place->region, &path, &place->err));
    assert_string_equal(place->err.where, "./nowhere");
    assert_false(library_resolve(&place->library, "", &place->region, &path, &place->err));
    Library empty = {0};
    assert_false(library_resolve(&empty, "coast", &place->region, &path, &place->err));
    assert_non_null(strstr(place->err.fix, "no packs were found"));
}

static void test_too_many(void **state) {
    Place *place = *state;
    for (int i = 0; i < LIBRARY_ITEMS_MAX + 1; i++) {
        char name[64];
        snprintf(name, sizeof name, "many/p%d.zip", i);
        put(place, name);
    }
    library_add(&place->library, in(place, "many"), &place->region);
    assert_int_equal(place->library.items_count, LIBRARY_ITEMS_MAX);
    assert_int_equal(place->library.lost, 1);
}

// Whatever this project ships or tests with is a sound pack as far as files go.
static void test_all_packs_of_the_project_open(void **state) {
    Place *place = *state;
    library_add(&place->library, CONVENE_SOURCE_DIR "/scenarios", &place->region);
    library_add(&place->library, CONVENE_SOURCE_DIR "/scripts", &place->region);
    library_add(&place->library, TESTS_DIR "/packs", &place->region);
    assert_non_null(library_find(&place->library, "core-coalition"));
    for (int32_t i = 0; i < place->library.items_count; i++) {
        Pack pack;
        if (!pack_open(place->library.items[i].path, &pack, &place->diags, &place->err)) {
            fail_msg("%s: %s %s %s", place->library.items[i].path, place->err.what,
                    place->diags.items[0].file, place->diags.items[0].message);
        }
        pack_close(&pack);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
            cmocka_unit_test_setup_teardown(test_list, setup, teardown),
            cmocka_unit_test_setup_teardown(test_find, setup, teardown),
            cmocka_unit_test_setup_teardown(test_resolve, setup, teardown),
            cmocka_unit_test_setup_teardown(test_too_many, setup, teardown),
            cmocka_unit_test_setup_teardown(
                    test_all_packs_of_the_project_open, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
