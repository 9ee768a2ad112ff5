// tests/unit/test_pack_open.c — packs in folders and zips, what they may hold, their hash and their plugins. Never: leaves files behind.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/file.h"
#include "pack/hash.h"
#include "pack/limits.h"
#include "pack/pack.h"
#include "pack/write.h"
#include "packs/archives/zip_maker.h"
#include "unit/own_folder.h"
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

typedef struct Place {
    char folder[64];
    char path[256];
    Region region;
    Pack pack;
    Diags diags;
    Err err;
} Place;

static int setup(void **state) {
    Place *place = calloc(1, sizeof *place);
    if (!place) return 1;
    if (!own_folder_make(place->folder, "pack")) return 1;
    *state = place;
    return 0;
}

static int teardown(void **state) {
    Place *place = *state;
    pack_close(&place->pack);
    region_clear(&place->region);
    int result = own_folder_remove(place->folder);
    free(place);
    return result;
}

static const char *in(Place *place, const char *name) {
    snprintf(place->path, sizeof place->path, "%s/%s", place->folder, name);
    return place->path;
}

// Writes a file of the pack "case", folders included.
static void put_bytes(Place *place, const char *name, const void *data, size_t length) {
    char path[256];
    snprintf(path, sizeof path, "%s/%s", place->folder, name);
    *strrchr(path, '/') = '\0';
    assert_true(file_make_folder(path, NULL));
    assert_true(file_write(in(place, name), data, length, NULL));
}

static void put(Place *place, const char *name, const char *text) {
    put_bytes(place, name, text, strlen(text));
}

static bool open_at(Place *place, const char *name) {
    pack_close(&place->pack);
    memset(&place->diags, 0, sizeof place->diags);
    place->err = (Err){0};
    return pack_open(in(place, name), &place->pack, &place->diags, &place->err);
}

// Exactly these findings, in the order of their codes.
static void must_refuse(Place *place, const char *name, const char *codes) {
    assert_false(open_at(place, name));
    assert_int_equal(place->err.kind, ERR_PACK);
    assert_int_equal(place->pack.files_count, 0);
    diags_sort(&place->diags);
    char got[256] = "";
    for (int32_t i = 0; i < place->diags.count && i < 20; i++) {
        const Diag *diag = &place->diags.items[i];
        assert_true(diag->message[0] && diag->fix[0]);
        snprintf(got + strlen(got), sizeof got - strlen(got), "%s%s", i ? " " : "",
                diag->code);
    }
    assert_string_equal(got, codes);
}

static void small_pack(Place *place) {
    put(place, "case/pack.lua", "pack { id = \"case\" }\n");
    put(place, "case/scenario.lua", "scenario {}\n");
    put(place, "case/rules.lua", "");
    put(place, "case/text/fr.po", "msgid \"\"\n");
    put(place, "case/tests/first.lua", "test \"x\" {}\n");
    put(place, "case/notes/facilitator.fr.md", "# Hello\n");
    put(place, "case/plugins/mood/pack.lua", "pack { id = \"mood\" }\n");
    put(place, "case/plugins/mood/rules.lua", "memory \"mood\" {}\n");
}

static void test_folder(void **state) {
    Place *place = *state;
    small_pack(place);
    assert_true(open_at(place, "case/"));
    const Pack *pack = &place->pack;
    assert_string_equal(pack->name, "case");
    assert_false(pack->zip);
    static const char *const names[] = {"notes/facilitator.fr.md", "pack.lua",
            "plugins/mood/pack.lua", "plugins/mood/rules.lua", "rules.lua", "scenario.lua",
            "tests/first.lua", "text/fr.po"};
    assert_int_equal(pack->files_count, ARRAY_COUNT(names));
    for (size_t i = 0; i < ARRAY_COUNT(names); i++)
        assert_string_equal(pack->files[i].name, names[i]);
    const PackFile *file = pack_find(pack, "scenario.lua");
    assert_non_null(file);
    assert_int_equal(file->bytes.length, 12);
    assert_string_equal((const char *)file->bytes.data, "scenario {}\n");
    assert_int_equal(pack_find(pack, "rules.lua")->bytes.length, 0);
    assert_null(pack_find(pack, "Scenario.lua"));
    assert_null(pack_find(pack, "text"));
}

static void test_next(void **state) {
    Place *place = *state;
    small_pack(place);
    assert_true(open_at(place, "case"));
    int32_t at = 0;
    assert_string_equal(pack_next(&place->pack, "", ".lua", true, &at)->name, "pack.lua");
    assert_string_equal(pack_next(&place->pack, "", ".lua", true, &at)->name, "rules.lua");
    assert_string_equal(
            pack_next(&place->pack, "", ".lua", true, &at)->name, "scenario.lua");
    assert_null(pack_next(&place->pack, "", ".lua", true, &at));
    at = 0;
    assert_string_equal(
            pack_next(&place->pack, "text/", ".po", true, &at)->name, "text/fr.po");
    assert_null(pack_next(&place->pack, "text/", ".po", true, &at));
}

static void test_zip_has_the_hash_of_the_folder(void **state) {
    Place *place = *state;
    small_pack(place);
    assert_true(open_at(place, "case"));
    Digest hash = place->pack.hash;
    Buffer zip = {0}, again = {0};
    assert_true(write_zip(&place->pack, &zip, NULL));
    put_bytes(place, "case-1.0.0.convene", zip.data, zip.length);
    assert_true(open_at(place, "case-1.0.0.convene"));
    assert_string_equal(place->pack.name, "case-1.0.0");
    assert_true(place->pack.zip);
    assert_int_equal(place->pack.files_count, 8);
    assert_true(digest_equal(&hash, &place->pack.hash));
    assert_true(write_zip(&place->pack, &again, NULL));
    assert_int_equal(zip.length, again.length);
    assert_memory_equal(zip.data, again.data, zip.length);
    // One letter of one file, or one letter of a name, is another pack.
    put(place, "case/scenario.lua", "scenario []\n");
    assert_true(open_at(place, "case"));
    assert_false(digest_equal(&hash, &place->pack.hash));
    put(place, "case/scenario.lua", "scenario {}\n");
    assert_int_equal(unlink(in(place, "case/rules.lua")), 0);
    put(place, "case/rulez.lua", "");
    assert_true(open_at(place, "case"));
    assert_false(digest_equal(&hash, &place->pack.hash));
    buffer_free(&zip);
    buffer_free(&again);
}

static void test_hash_of_names(void **state) {
    (void)state;
    static const uint8_t text[] = "ab";
    PackFile one[] =
            {
                    {"a.lua", {text, 2}}
    },
             other[] = {{"b.lua", {text, 2}}};
    PackFile split[] = {
            {"a.lua", {text, 1}    },
            {"b.lua", {text + 1, 1}}
    };
    Digest a = hash_files(one, 1), b = hash_files(other, 1), c = hash_files(split, 2),
           d = hash_files(one, 0);
    assert_false(digest_equal(&a, &b));
    assert_false(digest_equal(&a, &c));
    assert_false(digest_equal(&a, &d));
    char head[HASH_HEAD_TEXT], brief[HASH_SHORT_TEXT];
    hash_head(&a, head);
    hash_short(&a, brief);
    assert_int_equal(strlen(head), 39);
    assert_int_equal(head[4], '-');
    assert_int_equal(strlen(brief), 4);
    assert_memory_equal(head, brief, 4);
}

static void test_what_editors_leave_is_ignored(void **state) {
    Place *place = *state;
    small_pack(place);
    assert_true(open_at(place, "case"));
    Digest hash = place->pack.hash;
    put(place, "case/.git/config", "x");
    put(place, "case/.luarc.json", "{}");
    put(place, "case/scenario.lua~", "old");
    put(place, "case/#rules.lua#", "new");
    assert_true(open_at(place, "case"));
    assert_true(digest_equal(&hash, &place->pack.hash));
}

typedef struct BadFile {
    const char *name, *codes;
} BadFile;

static void test_files_that_do_not_belong(void **state) {
    Place *place = *state;
    static const BadFile bad[] = {
            {"case/rules.lua.txt",      "E423"     },
            {"case/readme.txt",         "E409"     },
            {"case/Extra.lua",          "E412"     },
            {"case/Thumbs.db",          "E409 E412"},
            {"case/my rules.lua",       "E403"     },
            {"case/text/fr.lua",        "E409"     },
            {"case/assets/rules.lua",   "E409"     },
            {"case/tests/sub/x.lua",    "E403"     },
            {"case/src/main.lua",       "E403"     },
            {"case/plugins/mood.lua",   "E409"     },
            {"case/plugins/mood/x.exe", "E409"     },
            {"case/noext",              "E409"     },
            {"case/asset/map.png",      "E403"     },
            {"case/r\xc3\xa8gle.lua",   "E403"     },
    };
    for (size_t i = 0; i < ARRAY_COUNT(bad); i++) {
        small_pack(place);
        put(place, bad[i].name, "x");
        must_refuse(place, "case", bad[i].codes);
        own_folder_remove(in(place, "case"));
    }
}

static void test_fix_names_the_right_word(void **state) {
    Place *place = *state;
    small_pack(place);
    put(place, "case/Extra.lua", "x");
    put(place, "case/more.lua.txt", "x");
    put(place, "case/asset/map.png", "x");
    put(place, "case/asset/map2.png", "x");
    must_refuse(place, "case", "E412 E403 E423");
    assert_string_equal(place->diags.items[0].fix, "rename it to extra.lua");
    assert_string_equal(place->diags.items[1].near, "assets");
    assert_string_equal(place->diags.items[2].fix, "rename it to more.lua");
}

static void test_links(void **state) {
    Place *place = *state;
    small_pack(place);
    assert_int_equal(symlink("/etc/passwd", in(place, "case/secret.lua")), 0);
    assert_int_equal(symlink("/etc", in(place, "case/text/etc")), 0);
    must_refuse(place, "case", "E405 E405");
}

static void test_not_packs(void **state) {
    Place *place = *state;
    put(place, "empty/scenario.lua", "x");
    put(place, "empty/Photo 1.jpg", "x");
    must_refuse(place, "empty", "E400");
    put(place, "noise.zip", "this is no archive at all");
    must_refuse(place, "noise.zip", "E401");
    put(place, "nothing.convene", "");
    must_refuse(place, "nothing.convene", "E401");
    assert_false(open_at(place, "missing"));
    assert_int_equal(place->err.kind, ERR_SYSTEM);
    assert_int_equal(place->diags.count, 0);
    assert_true(place->err.where[0] && place->err.fix[0]);
}

static void test_sizes_of_files(void **state) {
    Place *place = *state;
    small_pack(place);
    char *big = calloc(1, PACK_TEXTS_BYTES_MAX + 1);
    assert_non_null(big);
    memset(big, ' ', PACK_TEXTS_BYTES_MAX + 1);
    put_bytes(place, "case/a.lua", big, PACK_LUA_FILE_BYTES_MAX);
    put_bytes(place, "case/notes/a.md", big, PACK_NOTE_BYTES_MAX);
    put_bytes(place, "case/text/a.po", big, PACK_TEXTS_BYTES_MAX);
    assert_true(open_at(place, "case"));
    put_bytes(place, "case/a.lua", big, PACK_LUA_FILE_BYTES_MAX + 1);
    put_bytes(place, "case/notes/a.md", big, PACK_NOTE_BYTES_MAX + 1);
    put_bytes(place, "case/text/a.po", big, PACK_TEXTS_BYTES_MAX + 1);
    must_refuse(place, "case", "E120 E406 E406");
    put_bytes(place, "case/text/a.po", big, 1);
    put_bytes(place, "case/notes/a.md", big, 1);
    for (char name[] = "case/a.lua"; name[5] <= 'h'; name[5]++) {
        put_bytes(place, name, big, PACK_LUA_FILE_BYTES_MAX);
    }
    must_refuse(place, "case", "E121");
    free(big);
}

static void test_too_many_files(void **state) {
    Place *place = *state;
    put(place, "case/pack.lua", "x");
    for (int i = 0; i < PACK_ENTRIES_MAX - 2; i++) {
        char name[64];
        snprintf(name, sizeof name, "case/notes/n%d.md", i);
        put(place, name, "");
    }
    assert_true(open_at(place, "case"));
    put(place, "case/notes/last.md", "");
    must_refuse(place, "case", "E407");
}

// Zips that are right as zips, but whose content does not keep its promises.
static void open_items(Place *place, const ZipItem *items, size_t count) {
    Buffer zip = {0};
    zip_make(&zip, items, count);
    put_bytes(place, "made.zip", zip.data, zip.length);
    buffer_free(&zip);
}

static void test_lying_content(void **state) {
    Place *place = *state;
    Buffer packed = {0};
    zip_deflate_zeros(&packed, 100);
    // Claims a tenth of what comes out: reading stops there and says so.
    ZipItem items[] = {
            {.name = "pack.lua", .data = "pack {}"},
            { .name = "x.lua",
             .data = packed.data,
             .length = packed.length,
             .method = 8,
             .size = 2580}
    };
    open_items(place, items, 2);
    must_refuse(place, "made.zip", "E401");
    items[1].size = 30000;
    open_items(place, items, 2);
    must_refuse(place, "made.zip", "E401");
    // The right size with a wrong check sum.
    items[1].size = 1 + 258 * 100;
    open_items(place, items, 2);
    must_refuse(place, "made.zip", "E401");
    buffer_free(&packed);
}

static void test_damaged_content(void **state) {
    Place *place = *state;
    ZipItem items[] = {
            {.name = "pack.lua", .data = "pack { title = 1 }"}
    };
    Buffer zip = {0};
    zip_make(&zip, items, 1);
    zip.data[30 + 8 + 3] ^= 1;
    put_bytes(place, "made.zip", zip.data, zip.length);
    must_refuse(place, "made.zip", "E401");
    zip.data[30 + 8 + 3] ^= 1;
    put_bytes(place, "made.zip", zip.data, zip.length);
    assert_true(open_at(place, "made.zip"));
    buffer_free(&zip);
}

static void test_zip_in_memory(void **state) {
    Place *place = *state;
    Buffer zip = {0};
    ZipItem items[] = {
            {.name = "pack.lua", .data = "pack {}"}
    };
    zip_make(&zip, items, 1);
    Bytes bytes = {(const uint8_t *)zip.data, zip.length};
    Pack first, second;
    assert_true(pack_open_zip("same", bytes, &first, &place->diags, &place->err));
    assert_true(pack_open_zip("same", bytes, &second, &place->diags, &place->err));
    memset(zip.data, 0, zip.length);
    buffer_free(&zip);
    assert_memory_equal(pack_find(&first, "pack.lua")->bytes.data, "pack {}", 8);
    pack_close(&first);
    assert_memory_equal(pack_find(&second, "pack.lua")->bytes.data, "pack {}", 8);
    pack_close(&second);
}

static void test_plugin(void **state) {
    Place *place = *state;
    small_pack(place);
    assert_true(open_at(place, "case"));
    Pack plugin, alone;
    assert_false(pack_plugin(&place->pack, "weather", &plugin));
    assert_true(pack_plugin(&place->pack, "mood", &plugin));
    assert_int_equal(plugin.files_count, 2);
    assert_string_equal(plugin.files[1].name, "rules.lua");
    assert_string_equal(plugin.name, "mood");
    assert_true(
            pack_open(in(place, "case/plugins/mood"), &alone, &place->diags, &place->err));
    assert_true(digest_equal(&plugin.hash, &alone.hash));
    pack_close(&plugin);
    pack_close(&alone);
}

static void test_missing_names(void **state) {
    Place *place = *state;
    small_pack(place);
    assert_true(open_at(place, "case"));
    pack_report_missing(&place->pack, "Scenario.lua", "pack.lua", 3, 7, &place->diags);
    pack_report_missing(&place->pack, "scenari.lua", "pack.lua", 4, 0, &place->diags);
    assert_string_equal(place->diags.items[0].code, "E412");
    assert_string_equal(place->diags.items[0].near, "scenario.lua");
    assert_int_equal(place->diags.items[0].line, 3);
    assert_string_equal(place->diags.items[1].code, "E411");
    assert_string_equal(place->diags.items[1].near, "scenario.lua");
}

int main(void) {
    const struct CMUnitTest tests[] = {
            cmocka_unit_test_setup_teardown(test_folder, setup, teardown),
            cmocka_unit_test_setup_teardown(test_next, setup, teardown),
            cmocka_unit_test_setup_teardown(
                    test_zip_has_the_hash_of_the_folder, setup, teardown),
            cmocka_unit_test_setup_teardown(test_hash_of_names, setup, teardown),
            cmocka_unit_test_setup_teardown(
                    test_what_editors_leave_is_ignored, setup, teardown),
            cmocka_unit_test_setup_teardown(test_files_that_do_not_belong, setup, teardown),
            cmocka_unit_test_setup_teardown(test_fix_names_the_right_word, setup, teardown),
            cmocka_unit_test_setup_teardown(test_links, setup, teardown),
            cmocka_unit_test_setup_teardown(test_not_packs, setup, teardown),
            cmocka_unit_test_setup_teardown(test_sizes_of_files, setup, teardown),
            cmocka_unit_test_setup_teardown(test_too_many_files, setup, teardown),
            cmocka_unit_test_setup_teardown(test_lying_content, setup, teardown),
            cmocka_unit_test_setup_teardown(test_damaged_content, setup, teardown),
            cmocka_unit_test_setup_teardown(test_zip_in_memory, setup, teardown),
            cmocka_unit_test_setup_teardown(test_plugin, setup, teardown),
            cmocka_unit_test_setup_teardown(test_missing_names, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
