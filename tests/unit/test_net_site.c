// tests/unit/test_net_site.c — the files of the pages become a table of paths; an address becomes a square. Never: a browser.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/file.h"
#include "net/qr.h"
#include "net/site.h"
#include "unit/own_folder.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct World {
    char folder[OWN_FOLDER_BYTES], own[128], other[128];
    SiteBook book;
} World;

static void put(const char *folder, const char *name, const char *words) {
    Err err = {0};
    char path[300];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    assert_true(file_write(path, words, strlen(words), &err));
}

static int setup(void **state) {
    World *world = calloc(1, sizeof *world);
    Err err = {0};
    if (!world || !own_folder_make(world->folder, "site")) return 1;
    snprintf(world->own, sizeof world->own, "%.90s/own", world->folder);
    snprintf(world->other, sizeof world->other, "%.90s/other", world->folder);
    *state = world;
    return file_make_folder(world->own, &err) && file_make_folder(world->other, &err) ? 0
                                                                                      : 1;
}

static int teardown(void **state) {
    World *world = *state;
    site_free(&world->book);
    own_folder_remove(world->folder);
    free(world);
    return 0;
}

static void read_again(World *world) {
    Err err = {0};
    const char *folders[] = {world->own, world->other, "no/such/folder"};
    site_free(&world->book);
    assert_true(site_read(&world->book, folders, 3, &err));
}

static const SiteFile *file_at(const World *world, const char *path) {
    for (int32_t i = 0; i < world->book.count; i++) {
        if (strcmp(world->book.files[i].path, path) == 0) return &world->book.files[i];
    }
    return NULL;
}

static const SiteFile *asset(const World *world, const char *name) {
    char path[200];
    snprintf(path, sizeof path, "/s/%s/%s", world->book.build, name);
    return file_at(world, path);
}

static bool holds(const SiteFile *file, const char *words) {
    return memmem(file->body.data, file->body.length, words, strlen(words)) != NULL;
}

static void without_pages_it_says_so(void **state) {
    World *world = *state;
    read_again(world);
    assert_true(holds(file_at(world, "/"), "index.html"));
    assert_non_null(file_at(world, "/j"));
    assert_string_equal((const char *)file_at(world, "/api/1/health")->body.data,
            "{\"ok\":true,\"v\":1}\n");
    assert_null(file_at(world, "/board"));
}

static void files_have_their_paths(void **state) {
    World *world = *state;
    char long_text[4000];
    memset(long_text, 'a', sizeof long_text);
    long_text[sizeof long_text - 1] = 0;
    put(world->own, "index.html", "<script src=\"/s/@BUILD@/seat.js\"></script>@BUILD@");
    put(world->own, "seat.js", long_text);
    put(world->other, "seat.js", "hidden by the first folder");
    put(world->other, "lit.js", "export {}");
    put(world->own, ".secret.js", "no");
    put(world->own, "notes.md", "no");
    put(world->own, "with space.js", "no");
    read_again(world);
    const SiteFile *page = file_at(world, "/"), *script = asset(world, "seat.js");
    char wanted[200];
    snprintf(wanted, sizeof wanted, "\"/s/%s/seat.js\"></script>%s", world->book.build,
            world->book.build);
    assert_true(holds(page, wanted) && !page->immutable);
    assert_non_null(file_at(world, "/j"));
    assert_true(script && script->immutable && script->body.length == 3999);
    assert_true(script->gzip.length > 0 && script->gzip.length < 200);
    assert_memory_equal(script->gzip.data, "\x1f\x8b", 2);
    assert_string_equal(script->type, "text/javascript; charset=utf-8");
    assert_non_null(asset(world, "lit.js"));
    assert_int_equal(asset(world, "lit.js")->gzip.length, 0);
    assert_int_equal(world->book.count, 5);
}

static void a_changed_byte_is_another_build(void **state) {
    World *world = *state;
    char before[SITE_BUILD_LETTERS + 1];
    put(world->own, "index.html", "one");
    put(world->own, "a.css", "x");
    read_again(world);
    memcpy(before, world->book.build, sizeof before);
    read_again(world);
    assert_string_equal(before, world->book.build);
    put(world->own, "a.css", "y");
    read_again(world);
    assert_string_not_equal(before, world->book.build);
}

static void scripts_leave_what_only_readers_need(void **state) {
    World *world = *state;
    static const char told[] =
            "// one\n\n  // two\nconst a = '//b'; // three\n    f(` // c`);\n  x/y";
    put(world->own, "a.js", told);
    put(world->own, "none.js", "");
    read_again(world);
    static const char wanted[] = "const a = '//b';\nf(` // c`);\nx/y";
    const SiteFile *script = asset(world, "a.js");
    assert_int_equal(script->body.length, sizeof wanted - 1);
    assert_memory_equal(script->body.data, wanted, sizeof wanted - 1);
    assert_int_equal(asset(world, "none.js")->body.length, 0);
}

static void is_sent_as(
        World *world, const char *name, const char *told, const char *wanted) {
    put(world->own, name, told);
    read_again(world);
    const SiteFile *file = asset(world, name);
    assert_int_equal(file->body.length, strlen(wanted));
    assert_memory_equal(file->body.data, wanted, strlen(wanted));
}

static void styles_and_words_leave_their_gaps(void **state) {
    World *world = *state;
    is_sent_as(world, "a.css",
            "/* one */\n\na :hover > b, [x=\"1\"]  .c {\n  top: calc(1px + 2px); /* two "
            "*/\n}\n",
            "a :hover > b,[x=\"1\"] .c{top:calc(1px + 2px);}");
    is_sent_as(world, "b.css", "p::after { content: \" /* stays */ ;  \\\" , \"; }",
            "p::after{content:\" /* stays */ ;  \\\" , \";}");
    is_sent_as(world, "c.css", "a { } /* never ends", "a{}");
    is_sent_as(world, "d.css", "a { content: 'never ends\\", "a{content:'never ends\\");
    is_sent_as(world, "e.css", "  // stays\n", "// stays");
    is_sent_as(world, "f.css", "", "");
    is_sent_as(world, "a.json", "{\n\"a\": \"b  c\",\n\"d\": \"\\n\"\n}\n",
            "{\"a\": \"b  c\",\"d\": \"\\n\"}");
}

static void an_address_is_a_square(void **state) {
    (void)state;
    QrSquare square;
    Buffer out = {0};
    char too_long[400];
    assert_true(qr_make("http://192.168.100.100:8080/j#482913.K7Q2M8XPTR", &square));
    assert_int_equal(square.side, 33); // version 4
    assert_true(square.dark[0] && square.dark[6] && !square.dark[7]);
    qr_draw(&square, false, &out);
    int32_t lines = 0;
    for (size_t i = 0; i < out.length; i++)
        lines += out.data[i] == '\n';
    assert_int_equal(lines, (33 + 8 + 1) / 2);
    buffer_free(&out);
    memset(too_long, 'a', sizeof too_long);
    too_long[sizeof too_long - 1] = 0;
    assert_false(qr_make(too_long, &square));
    assert_int_equal(square.side, 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
            cmocka_unit_test_setup_teardown(without_pages_it_says_so, setup, teardown),
            cmocka_unit_test_setup_teardown(files_have_their_paths, setup, teardown),
            cmocka_unit_test_setup_teardown(
                    a_changed_byte_is_another_build, setup, teardown),
            cmocka_unit_test_setup_teardown(
                    scripts_leave_what_only_readers_need, setup, teardown),
            cmocka_unit_test_setup_teardown(
                    styles_and_words_leave_their_gaps, setup, teardown),
            cmocka_unit_test(an_address_is_a_square),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
