// tests/unit/test_cli_author.c — the page for authors: a pack is looked over beside the window, mended, looked over again, opened. Never: what the findings are.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/file.h"
#include "cli/desk_author.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

typedef struct World {
    char folder[64], pack[96];
    Desk *desk;
} World;

static void put(const World *world, const char *name, const char *text) {
    char path[160];
    Err err = {0};
    snprintf(path, sizeof path, "%s/%s", world->pack, name);
    if (!file_write(path, text, strlen(text), &err)) fail_msg("%s", err.what);
}

#define CASE(members)                                                                      \
    "scenario { opening = \"Here.\" }\n"                                                   \
    "actor \"tenants\" { brief = \"Forty flats.\" }\n"                                     \
    "actor \"club\" { brief = \"Saturdays.\" }\n"                                          \
    "issue \"hall\" {}\nclause \"days\" { levels = { \"None\", \"Two\" } }\n"              \
    "frame \"warm\" { text = \"A warm room.\" }\n"                                         \
    "arena \"meeting\" { decides = \"simple_majority\", members = { " members              \
    " = \"vote\" } }\ndecider \"mayor\" {}\nending \"over\" { text = \"It is over.\" }\n"

static int open_world(void **state) {
    static World world;
    Err err = {0};
    snprintf(world.folder, sizeof world.folder, "/tmp/convene-author-XXXXXX");
    assert_non_null(mkdtemp(world.folder));
    snprintf(world.pack, sizeof world.pack, "%s/hall-keys", world.folder);
    assert_true(file_make_folder(world.pack, &err));
    put(&world, "pack.lua",
            "pack { id = \"hall-keys\", version = \"1.0.0\", api = 1, language = \"en\",\n"
            "  title = \"Hall keys\", uses = { \"core-coalition >= 1.0\" } }\n");
    put(&world, "scenario.lua", CASE("tenant"));
    AppSettings settings = {.scale_percent = 100};
    world.desk = desk_open(world.folder, "en", &settings, &err);
    if (!world.desk) fail_msg("%s", err.what);
    desk_show_home(world.desk);
    *state = &world;
    return 0;
}

static int close_world(void **state) {
    World *world = *state;
    static const char *const files[] = {"pack.lua", "scenario.lua"};
    char path[160];
    desk_close(world->desk);
    for (size_t i = 0; i < ARRAY_COUNT(files); i++) {
        snprintf(path, sizeof path, "%s/%s", world->pack, files[i]);
        assert_int_equal(unlink(path), 0);
    }
    assert_int_equal(rmdir(world->pack), 0);
    return rmdir(world->folder); // and nothing else was written there
}

static void wish(World *world, const char *path) {
    world->desk->app.ports.check_case(world->desk->app.ports.context, path);
    (void)desk_poll(world->desk);
}

// However long it takes: the test waits for the answer, not for time.
static void wait_for_answer(World *world) {
    while (desk_author_runs(world->desk)) {
        const struct timespec moment = {.tv_nsec = 2000000};
        nanosleep(&moment, NULL);
        (void)desk_poll(world->desk);
    }
}

static const AuthorFinding *finding(const World *world, const char *place) {
    const AuthorView *view = world->desk->app.author;
    for (int32_t i = 0; i < view->findings_count; i++) {
        if (strcmp(view->findings[i].place, place) == 0) return &view->findings[i];
    }
    return NULL;
}

static void test_a_pack_is_mended_and_opened(void **state) {
    World *world = *state;
    App *app = &world->desk->app;
    wish(world, world->pack);
    assert_non_null(app->author);
    assert_string_equal(app->author->path, world->pack);
    wait_for_answer(world);
    assert_int_equal(app->author->errors, 1);
    const AuthorFinding *slip = finding(world, "E201 scenario.lua:7");
    assert_non_null(slip);
    assert_true(slip->error);
    assert_non_null(strstr(slip->message, "Did you mean \"tenants\"?"));
    assert_non_null(strstr(slip->source, "tenant = "));
    assert_true(slip->fix[0] != 0);
    put(world, "scenario.lua", CASE("tenants"));
    wish(world, world->pack);
    wait_for_answer(world);
    assert_int_equal(app->author->errors, 0);
    assert_true(app->author->warnings > 0);
    assert_true(app->author->notes > 0);
    app->ports.show_case(app->ports.context, world->pack);
    (void)desk_poll(world->desk);
    assert_int_equal(app->screen, SCREEN_CASE);
    assert_int_equal(app->card->actors_count, 2);
    // What was changed since is seen when it is opened again.
    put(world, "scenario.lua", CASE("tenants") "actor \"parish\" { brief = \"Keys.\" }\n");
    wish(world, world->pack);
    wait_for_answer(world);
    app->ports.show_case(app->ports.context, world->pack);
    (void)desk_poll(world->desk);
    assert_int_equal(app->card->actors_count, 3);
}

// What is asked meanwhile is done once the answer is there; a program that ends waits for it.
static void test_what_is_asked_meanwhile_waits(void **state) {
    World *world = *state;
    App *app = &world->desk->app;
    wish(world, "riverside-link");
    app->ports.show_case(app->ports.context, "riverside-link");
    wait_for_answer(world);
    (void)desk_poll(world->desk);
    assert_int_equal(app->author->errors, 0);
    assert_int_equal(app->author->warnings, 0);
    assert_int_equal(app->screen, SCREEN_CASE);
    wish(world, world->pack);
}

static void test_no_such_folder_is_said(void **state) {
    World *world = *state;
    wish(world, "/no/such/folder");
    wait_for_answer(world);
    assert_null(world->desk->app.author);
    assert_non_null(strstr(world->desk->app.notice, "/no/such/folder"));
}

int main(void) {
    const struct CMUnitTest tests[] = {
            cmocka_unit_test_setup_teardown(
                    test_a_pack_is_mended_and_opened, open_world, close_world),
            cmocka_unit_test_setup_teardown(
                    test_what_is_asked_meanwhile_waits, open_world, close_world),
            cmocka_unit_test_setup_teardown(
                    test_no_such_folder_is_said, open_world, close_world),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
