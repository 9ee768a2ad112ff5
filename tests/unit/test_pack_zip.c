// tests/unit/test_pack_zip.c — hostile archives are refused by their directory alone. Never: mounts one.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "pack/limits.h"
#include "pack/zip.h"
#include "packs/archives/zip_maker.h"
#include <stdio.h>
#include <stdlib.h>

typedef struct Try {
    Buffer zip;
    Region region;
    PathEntries entries;
    Diags diags;
    bool good;
} Try;

// The bytes are copied to a block of exactly their size, so that ASan sees every step outside.
static void look(Try *try, const char *data, size_t length) {
    uint8_t *exact = malloc(length ? length : 1);
    assert_non_null(exact);
    if (length) memcpy(exact, data, length);
    memset(&try->diags, 0, sizeof try->diags);
    try->good = zip_index(
            (Bytes){exact, length}, "a.zip", &try->region, &try->entries, &try->diags);
    assert_int_equal(try->good, try->diags.errors == 0);
    free(exact);
}

static void look_at_items(Try *try, const ZipItem *items, size_t count) {
    buffer_reset(&try->zip);
    zip_make(&try->zip, items, count);
    look(try, try->zip.data, try->zip.length);
}

static void done(Try *try) {
    buffer_free(&try->zip);
    region_clear(&try->region);
    free(try);
}

static Try *fresh(void) {
    Try *try = calloc(1, sizeof *try);
    assert_non_null(try);
    return try;
}

static void must_say(const Try *try, const char *code, const char *what) {
    if (try->good || strcmp(try->diags.items[0].code, code) != 0) {
        fail_msg("%s: wanted %s, got %s %s", what, code,
                try->good ? "fine" : try->diags.items[0].code, try->diags.items[0].message);
    }
    assert_true(try->diags.items[0].message[0] && try->diags.items[0].fix[0]);
}

static const ZipItem PACK = {.name = "pack.lua", .data = "pack { id = \"x\" }"};

static void test_honest(void **state) {
    (void)state;
    Try *try = fresh();
    ZipItem items[] = {
            PACK, {.name = "text/"},
            {      .name = "text/fr.po", .data = "msgid", .descriptor = true},
            { .name = "notes/a.md",
                   .data = "x",
                   .attributes = 0100644u << 16,
                   .flags = 1 << 11}
    };
    look_at_items(try, items, ARRAY_COUNT(items));
    assert_true(try->good);
    assert_int_equal(try->entries.count, 4);
    assert_string_equal(try->entries.items[1].name, "text");
    assert_true(try->entries.items[1].folder);
    assert_string_equal(try->entries.items[2].name, "text/fr.po");
    assert_int_equal(try->entries.items[2].size, 5);
    look_at_items(try, items, 0);
    assert_true(try->good);
    assert_int_equal(try->entries.count, 0);
    done(try);
}

typedef struct BadItem {
    const char *what, *code;
    ZipItem item;
} BadItem;

static const char LONG_NAME[] =
        "assets/"
        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
        "aaaaaaaaaaaaa.png";

static const char ZIP64[] = {1, 0, 8, 0, 1, 2, 3, 4, 5, 6, 7, 8};
static const BadItem BAD[] = {
        {"slip",                  "E403", {.name = "../x.lua"}                                 },
        {"slip inside",           "E403", {.name = "text/../../x.lua"}                         },
        {"dot",                   "E403", {.name = "./x.lua"}                                  },
        {"absolute",              "E403", {.name = "/etc/passwd"}                              },
        {"drive",                 "E403", {.name = "c:/x.lua"}                                 },
        {"backslash",             "E403", {.name = "text\\x.po"}                               },
        {"zero byte",             "E403", {.name = "x.lua\0.png", .name_length = 10}           },
        {"empty",                 "E403", {.name = "", .data = "x"}                            },
        {"empty part",            "E403", {.name = "text//x.po"}                               },
        {"root",                  "E403", {.name = "/"}                                        },
        {"hidden",                "E403", {.name = ".git/config"}                              },
        {"space",                 "E403", {.name = "my rules.lua"}                             },
        {"letters",               "E403", {.name = "r\xc3\xa8gles.lua"}                        },
        {"control",               "E403", {.name = "x\n.lua"}                                  },
        {"deep",                  "E403", {.name = "assets/a/b/c/d/e/f.png"}                   },
        {"101 letters",           "E403", {.name = LONG_NAME, .name_length = 101}              },
        {"capitals",              "E412", {.name = "Rules.lua"}                                },
        {"link",                  "E405",
         {.name = "x.lua", .data = "/etc/passwd", .attributes = 0120777u << 16}                },
        {"device",                "E405", {.name = "x.lua", .attributes = 0060666u << 16}      },
        {"folder without slash",  "E405", {.name = "text", .attributes = 0040755u << 16}       },
        {"password",              "E402", {.name = "x.lua", .data = "secret", .flags = 1}      },
        {"strong password",       "E402", {.name = "x.lua", .data = "secret", .flags = 1 << 6} },
        {"hidden directory",      "E402", {.name = "x.lua", .data = "secret", .flags = 1 << 13}},
        {"patch",                 "E402", {.name = "x.lua", .data = "secret", .flags = 1 << 5} },
        {"bzip2",                 "E402", {.name = "x.lua", .data = "x", .method = 12}         },
        {"lzma",                  "E402", {.name = "x.lua", .data = "x", .method = 14}         },
        {"later version",         "E402", {.name = "x.lua", .data = "x", .version = 45}        },
        {"zip64 field",           "E402",
         {.name = "x.lua", .data = "x", .extra = ZIP64, .extra_length = 12}                    },
        {"zip64 size",            "E402", {.name = "x.lua", .data = "x", .size = 0xffffffff}   },
        {"zip64 packed",          "E402", {.name = "x.lua", .data = "x", .packed = 0xffffffff} },
        {"broken extra",          "E401",
         {.name = "x.lua", .data = "x", .extra = ZIP64, .extra_length = 11}                    },
        {"short extra",           "E401",
         {.name = "x.lua", .data = "x", .extra = ZIP64, .extra_length = 3}                     },
        {"2 GB claimed",          "E406",
         {.name = "x.lua", .data = "x", .method = 8, .size = 0x7fffffff}                       },
        {"64 MiB and one byte",   "E406",
         {.name = "x.lua", .data = "x", .method = 8, .size = 67108865}                         },
        {"a hundredfold",         "E406",
         {.name = "x.lua", .data = "x", .method = 8, .size = 65537}                            },
        {"stored, but shorter",   "E401", {.name = "x.lua", .data = "xyz", .size = 2}          },
        {"packed beyond the end", "E401",
         {.name = "x.lua", .data = "x", .size = 9999, .packed = 9999}                          },
        {"folder with content",   "E401", {.name = "text/", .data = "hidden"}                  },
        {"other local name",      "E401", {.name = "x.lua", .data = "x", .local_name = "y.lua"}},
        {"longer local name",     "E401",
         {.name = "x.lua", .data = "x", .local_name = "xx.lua"}                                },
        {"other local size",      "E401", {.name = "x.lua", .data = "x", .local_size = 7}      },
        {"points outside",        "E401", {.name = "x.lua", .data = "x", .start = 5000}        },
        {"points to no header",   "E401", {.name = "x.lua", .data = "x", .start = 3}           },
        {"gap",                   "E401", {.name = "x.lua", .data = "x", .gap = "MZ hidden"}   },
        {"gap after stream",      "E401",
         {.name = "x.lua", .data = "x", .descriptor = true, .gap = "MZ"}                       },
        {"nothing there",         "E401", {.name = "x.lua", .no_local = true}                  },
};

static void test_bad_entries(void **state) {
    (void)state;
    Try *try = fresh();
    for (size_t i = 0; i < ARRAY_COUNT(BAD); i++) {
        ZipItem first[] = {PACK, BAD[i].item};
        look_at_items(try, first, 2);
        must_say(try, BAD[i].code, BAD[i].what);
        ZipItem last[] = {BAD[i].item, PACK};
        if (BAD[i].item.no_local || BAD[i].item.start) continue;
        look_at_items(try, last, 2);
        must_say(try, BAD[i].code, BAD[i].what);
    }
    done(try);
}

// Each limit holds at its value and breaks one above.
static void test_limits_of_sizes(void **state) {
    (void)state;
    Try *try = fresh();
    char big[1024] = {1};
    ZipItem item = {.name = "x.lua", .data = big, .length = sizeof big, .method = 8};
    item.size = PACK_RATIO_MAX * sizeof big;
    look_at_items(try, &item, 1);
    assert_true(try->good);
    item.size = PACK_RATIO_MAX * sizeof big + PACK_RATIO_MAX;
    look_at_items(try, &item, 1);
    must_say(try, "E406", "ratio");
    item = (ZipItem){
            .name = "x.lua", .data = "x", .method = 8, .size = PACK_RATIO_FREE_BYTES};
    look_at_items(try, &item, 1);
    assert_true(try->good);
    item = (ZipItem){.name = LONG_NAME, .name_length = 100, .data = "x"};
    look_at_items(try, &item, 1);
    assert_true(try->good);
    done(try);
}

// 600 KiB of zeros packed into 4 KiB: every single size is true, and it is still refused.
static void test_true_bomb(void **state) {
    (void)state;
    Try *try = fresh();
    Buffer packed = {0};
    zip_deflate_zeros(&packed, 2400);
    ZipItem item = {.name = "x.lua",
            .data = packed.data,
            .length = packed.length,
            .method = 8,
            .size = 1 + 258 * 2400};
    look_at_items(try, &item, 1);
    must_say(try, "E406", "bomb");
    buffer_free(&packed);
    done(try);
}

// Entries that are each below the limit, but not together.
static void test_total_too_large(void **state) {
    (void)state;
    Try *try = fresh();
    size_t length = 400 * 1024;
    char *data = calloc(1, length);
    assert_non_null(data);
    ZipItem items[2] = {
            {.name = "a.lua",
             .data = data,
             .length = length,
             .method = 8,
             .size = PACK_UNPACKED_BYTES_MAX / 2},
            {.name = "b.lua",
             .data = data,
             .length = length,
             .method = 8,
             .size = PACK_UNPACKED_BYTES_MAX / 2}
    };
    look_at_items(try, items, 2);
    assert_true(try->good);
    items[1].size++;
    look_at_items(try, items, 2);
    must_say(try, "E406", "total");
    free(data);
    done(try);
}

static void test_archive_too_large(void **state) {
    (void)state;
    Try *try = fresh();
    size_t length = PACK_ZIP_BYTES_MAX - 22 - 30 - 46 - 2 * strlen("x.lua");
    char *data = calloc(1, length + 1);
    assert_non_null(data);
    ZipItem item = {.name = "x.lua", .data = data, .length = length};
    look_at_items(try, &item, 1);
    assert_int_equal(try->zip.length, PACK_ZIP_BYTES_MAX);
    assert_true(try->good);
    item.length++;
    look_at_items(try, &item, 1);
    must_say(try, "E406", "16 MiB and one byte");
    free(data);
    done(try);
}

static void make_many(Buffer *out, size_t count, size_t claimed) {
    buffer_reset(out);
    char(*names)[32] = calloc(count, sizeof *names);
    size_t *starts = calloc(count, sizeof *starts);
    assert_true(names && starts);
    for (size_t i = 0; i < count; i++) {
        snprintf(names[i], sizeof names[i], "x%zu.lua", i);
        starts[i] = out->length;
        zip_put_local(out, &(ZipItem){.name = names[i]});
    }
    size_t directory = out->length;
    for (size_t i = 0; i < count; i++)
        zip_put_record(out, &(ZipItem){.name = names[i]}, starts[i]);
    zip_put_end(out, claimed, directory, out->length);
    free(names);
    free(starts);
}

static void test_many_entries(void **state) {
    (void)state;
    Try *try = fresh();
    make_many(&try->zip, 2000, 2000);
    look(try, try->zip.data, try->zip.length);
    assert_true(try->good);
    make_many(&try->zip, 2001, 2001);
    look(try, try->zip.data, try->zip.length);
    must_say(try, "E407", "2001 entries");
    make_many(&try->zip, 2001, 2000);
    look(try, try->zip.data, try->zip.length);
    must_say(try, "E401", "one more than it says");
    make_many(&try->zip, 5, 6);
    look(try, try->zip.data, try->zip.length);
    must_say(try, "E401", "one fewer than it says");
    done(try);
}

// As many entries as 16 MiB hold: their number is all that is looked at, no memory is taken.
static void test_many_entries_are_not_read(void **state) {
    (void)state;
    Try *try = fresh();
    make_many(&try->zip, 150000, 0xffff);
    assert_true(try->zip.length < PACK_ZIP_BYTES_MAX);
    look(try, try->zip.data, try->zip.length);
    must_say(try, "E407", "far too many entries");
    assert_int_equal(try->region.used, 0);
    done(try);
}

static void test_overlap(void **state) {
    (void)state;
    Try *try = fresh();
    Buffer inner = {0};
    ZipItem hidden = {.name = "y.lua", .data = "print()"};
    zip_put_local(&inner, &hidden);
    // The second entry lies inside the data of the first.
    ZipItem outer = {.name = "x.lua", .data = inner.data, .length = inner.length};
    hidden.start = 30 + 5 + 1;
    hidden.no_local = true;
    ZipItem items[] = {outer, hidden};
    look_at_items(try, items, 2);
    must_say(try, "E408", "one entry inside another");
    // The same entry listed twice.
    ZipItem twice[] = {PACK, PACK};
    twice[1].no_local = true;
    twice[1].start = 1;
    look_at_items(try, twice, 2);
    must_say(try, "E408", "listed twice");
    buffer_free(&inner);
    done(try);
}

static void check_list(Try *try, const ZipItem *items, size_t count) {
    look_at_items(try, items, count);
    if (try->entries.items) path_check_entries(&try->entries, &try->region, &try->diags);
}

static bool said(const Try *try, const char *code) {
    for (int32_t i = 0; i < try->diags.count; i++) {
        if (strcmp(try->diags.items[i].code, code) == 0) return true;
    }
    return false;
}

static void test_names_together(void **state) {
    (void)state;
    Try *try = fresh();
    ZipItem repeated[] = {
            PACK, {.name = "a.lua", .data = "1"},
             {.name = "a.lua", .data = "2"}
    };
    check_list(try, repeated, 3);
    assert_true(said(try, "E408"));
    ZipItem twins[] = {PACK, {.name = "assets/map.png"}, {.name = "assets/Map.png"}};
    check_list(try, twins, 3);
    assert_true(said(try, "E404"));
    ZipItem both[] = {PACK, {.name = "text"}, {.name = "text.lua"}, {.name = "text/fr.po"}};
    check_list(try, both, 4);
    assert_true(said(try, "E408"));
    ZipItem wrapped[] = {
            {.name = "hall/pack.lua", .data = "x"}
    };
    check_list(try, wrapped, 1);
    assert_true(said(try, "E400"));
    assert_string_equal(try->diags.items[0].near, "hall/pack.lua");
    ZipItem fine[] = {PACK, {.name = "text/"}, {.name = "text/fr.po"}};
    check_list(try, fine, 3);
    assert_int_equal(try->diags.errors, 0);
    done(try);
}

static void honest_pair(Try *try) {
    ZipItem items[] = {
            PACK, {.name = "text/fr.po", .data = "msgid", .descriptor = true}
    };
    buffer_reset(&try->zip);
    zip_make(&try->zip, items, 2);
}

static void test_cut_anywhere(void **state) {
    (void)state;
    Try *try = fresh();
    honest_pair(try);
    for (size_t length = 0; length < try->zip.length; length++) {
        look(try, try->zip.data, length);
        must_say(try, "E401", "cut");
    }
    done(try);
}

static void test_around_the_archive(void **state) {
    (void)state;
    Try *try = fresh();
    honest_pair(try);
    Buffer changed = {0};
    buffer_add_text(&changed, "#!/bin/sh\n");
    buffer_add(&changed, try->zip.data, try->zip.length);
    look(try, changed.data, changed.length);
    must_say(try, "E401", "leading data");
    // The same with an entry's sign in front, so that only the places are wrong.
    buffer_reset(&changed);
    buffer_add(&changed, "PK\3\4", 4);
    buffer_add(&changed, try->zip.data, try->zip.length);
    look(try, changed.data, changed.length);
    must_say(try, "E401", "shifted");
    buffer_reset(&changed);
    buffer_add(&changed, try->zip.data, try->zip.length);
    buffer_add_text(&changed, "tail");
    look(try, changed.data, changed.length);
    must_say(try, "E401", "trailing data");
    // A comment, announced as it should be.
    changed.data[try->zip.length - 2] = 4;
    look(try, changed.data, changed.length);
    must_say(try, "E401", "comment");
    buffer_free(&changed);
    done(try);
}

static void test_end_record_lies(void **state) {
    (void)state;
    Try *try = fresh();
    honest_pair(try);
    static const struct {
        size_t back;
        const char *bytes;
        size_t length;
        const char *code;
    } lies[] = {
            {18, "\1",               1, "E402"},
            {16, "\1",               1, "E402"},
            {14, "\1",               1, "E402"},
            {12, "\1",               1, "E402"},
            {10, "\0",               1, "E401"},
            {6,  "\0",               1, "E401"},
            {6,  "\377\377\377\377", 4, "E402"},
            {10, "\377\377\377\377", 4, "E402"},
            {10, "\377\377\377\177", 4, "E401"}
    };
    for (size_t i = 0; i < ARRAY_COUNT(lies); i++) {
        Buffer copy = {0};
        buffer_add(&copy, try->zip.data, try->zip.length);
        memcpy(copy.data + copy.length - lies[i].back, lies[i].bytes, lies[i].length);
        look(try, copy.data, copy.length);
        must_say(try, lies[i].code, "end record");
        buffer_free(&copy);
    }
    done(try);
}

// A zip64 locator before an ordinary end record: readers that know it would see another archive.
static void test_zip64_locator(void **state) {
    (void)state;
    Try *try = fresh();
    zip_put_local(&try->zip, &PACK);
    size_t directory = try->zip.length;
    zip_put_record(&try->zip, &PACK, 0);
    buffer_add(&try->zip, "PK\6\7", 4);
    zip_put(&try->zip, 0, 8);
    zip_put(&try->zip, 0, 8);
    zip_put_end(&try->zip, 1, directory, try->zip.length);
    look(try, try->zip.data, try->zip.length);
    must_say(try, "E402", "locator");
    done(try);
}

// No single wrong byte makes the reader step outside; where it still accepts, the list is sound.
static void test_every_byte_flipped(void **state) {
    (void)state;
    Try *try = fresh();
    honest_pair(try);
    static const uint8_t flips[] = {0x01, 0x20, 0x80, 0xff};
    for (size_t at = 0; at < try->zip.length; at++) {
        for (size_t i = 0; i < ARRAY_COUNT(flips); i++) {
            Buffer copy = {0};
            buffer_add(&copy, try->zip.data, try->zip.length);
            copy.data[at] = (char)((uint8_t)copy.data[at] ^ flips[i]);
            look(try, copy.data, copy.length);
            if (try->good) {
                assert_int_equal(try->entries.count, 2);
                assert_int_equal(try->entries.items[1].size, 5);
            }
            buffer_free(&copy);
        }
        region_clear(&try->region);
    }
    done(try);
}

static void test_crc(void **state) {
    (void)state;
    assert_int_equal(zip_crc(0, "123456789", 9), 0xcbf43926);
    assert_int_equal(zip_crc(zip_crc(0, "1234", 4), "56789", 5), 0xcbf43926);
}

int main(void) {
    const struct CMUnitTest tests[] = {
            cmocka_unit_test(test_honest),
            cmocka_unit_test(test_bad_entries),
            cmocka_unit_test(test_limits_of_sizes),
            cmocka_unit_test(test_true_bomb),
            cmocka_unit_test(test_total_too_large),
            cmocka_unit_test(test_archive_too_large),
            cmocka_unit_test(test_many_entries),
            cmocka_unit_test(test_many_entries_are_not_read),
            cmocka_unit_test(test_overlap),
            cmocka_unit_test(test_names_together),
            cmocka_unit_test(test_cut_anywhere),
            cmocka_unit_test(test_around_the_archive),
            cmocka_unit_test(test_end_record_lies),
            cmocka_unit_test(test_zip64_locator),
            cmocka_unit_test(test_every_byte_flipped),
            cmocka_unit_test(test_crc),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
