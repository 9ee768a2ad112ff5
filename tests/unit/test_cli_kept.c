// tests/unit/test_cli_kept.c — a session goes on with the packs it keeps, whatever became of those in the library. Never: a window.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/file.h"
#include "cli/desk.h"
#include "unit/own_folder.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *const FILES[] = {"pack.lua", "scenario.lua"};

typedef struct World {
    char folder[OWN_FOLDER_BYTES], pack[128];
} World;

static void write_text(const char *path, const char *words) {
    Err err = {0};
    assert_true(file_write(path, words, strlen(words), &err));
}

// hall-keys becomes a pack of this person's own.
static int setup(void **state) {
    World *world = calloc(1, sizeof *world);
    if (!world || !own_folder_make(world->folder, "kept")) return 1;
    Region region = {0};
    Err err = {0};
    snprintf(world->pack, sizeof world->pack, "%s/packs/hall-keys", world->folder);
    bool good = file_make_folder(world->pack, &err);
    for (size_t i = 0; good && i < ARRAY_COUNT(FILES); i++) {
        Bytes bytes;
        const char *from = region_format(&region, "tests/packs/hall-keys/%s", FILES[i]);
        good = file_read(&region, from, 1 << 20, &bytes, &err)
               && file_write(region_format(&region, "%s/%s", world->pack, FILES[i]),
                       bytes.data, bytes.length, &err);
    }
    region_clear(&region);
    *state = world;
    return good ? 0 : 1;
}

static int teardown(void **state) {
    World *world = *state;
    own_folder_remove(world->folder);
    free(world);
    return 0;
}

static Desk *open_desk(const World *world) {
    Err err = {0};
    AppSettings settings = {0};
    Desk *desk = desk_open(world->folder, "en", &settings, &err);
    if (!desk) fail_msg("%s", err.what);
    return desk;
}

static uint64_t digest_now(const Desk *desk) {
    return state_digest(desk->scenario.def, &desk->table->session->state);
}

static uint64_t start(const World *world) {
    Desk *desk = open_desk(world);
    Err err = {0};
    if (!desk_load(desk, "hall-keys", &err) || !desk_start(desk, "", true, &err))
        fail_msg("%s", err.what);
    uint64_t digest = digest_now(desk);
    desk_close(desk);
    return digest;
}

// What "Go on" of the first page does.
static void go_on(const World *world, uint64_t digest) {
    Desk *desk = open_desk(world);
    desk_show_home(desk);
    assert_int_equal(desk->home.sessions_count, 1);
    DeskAsk *asked = &desk->asks[desk->asks_count++];
    *asked = (DeskAsk){.kind = DESK_GO_ON};
    snprintf(asked->name, sizeof asked->name, "%s", desk->home.sessions[0].id);
    assert_true(desk_poll(desk));
    if (!desk->table) fail_msg("%s", desk->app.notice);
    assert_true(digest_now(desk) == digest);
    assert_non_null(desk->app.view);
    desk_close(desk);
}

static void test_a_changed_pack_does_not_matter(void **state) {
    World *world = *state;
    uint64_t digest = start(world);
    char path[160];
    snprintf(path, sizeof path, "%s/scenario.lua", world->pack);
    write_text(path, "this is no pack any more");
    go_on(world, digest);
}

static void test_a_deleted_pack_does_not_matter(void **state) {
    World *world = *state;
    uint64_t digest = start(world);
    own_folder_remove(world->pack);
    go_on(world, digest);
}

static void test_the_library_is_not_hidden_by_what_a_session_keeps(void **state) {
    World *world = *state;
    uint64_t digest = start(world);
    char path[160];
    snprintf(path, sizeof path, "%s/scenario.lua", world->pack);
    write_text(path, "this is no pack any more");
    go_on(world, digest);
    Desk *desk = open_desk(world);
    Err err = {0};
    assert_false(desk_load(desk, "hall-keys", &err));
    assert_int_equal(err.kind, ERR_PACK);
    desk_close(desk);
}

int main(void) {
    const struct CMUnitTest tests[] = {
            cmocka_unit_test_setup_teardown(
                    test_a_changed_pack_does_not_matter, setup, teardown),
            cmocka_unit_test_setup_teardown(
                    test_a_deleted_pack_does_not_matter, setup, teardown),
            cmocka_unit_test_setup_teardown(
                    test_the_library_is_not_hidden_by_what_a_session_keeps, setup,
                    teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
