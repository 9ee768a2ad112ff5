// tests/unit/test_cli_whatif.c — the page "What if" of a game alone and of a workshop: closed until all is told, the same answers as from the record itself, gone with the game. Never: what would have been right.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "cli/desk_host.h"
#include "cli/desk_whatif.h"
#include "session/whatif.h"
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

enum { SEED = 5, STEPS_MOST = 400 };

typedef struct World {
    char folder[64];
    Desk *desk;
    Err err;
} World;

// The computer's seats play it to its end; the person's seat lets every step pass.
static void play_to_the_end(World *world) {
    static const Command close = {.kind = COMMAND_ADVANCE, .actor = NONE, .at_phase = NONE};
    Table *table = world->desk->table;
    Verdict verdict;
    for (int32_t i = 0; i < STEPS_MOST && table->session->state.status < STATUS_DEBRIEF;
            i++) {
        assert_true(session_do(table->session, &close, &verdict, &world->err));
        assert_true(table_run(table, &world->err));
    }
    assert_int_equal(table->session->state.status, STATUS_DEBRIEF);
    desk_refresh(world->desk);
}

static int open_world(void **state) {
    static World world;
    AppSettings settings = {.scale_percent = 100};
    world = (World){.folder = "/tmp/convene-whatif-XXXXXX"};
    assert_non_null(mkdtemp(world.folder));
    world.desk = desk_open(world.folder, "en", &settings, &world.err);
    if (!world.desk) fail_msg("%s", world.err.what);
    desk_show_home(world.desk);
    world.desk->seed = SEED;
    if (!desk_load(world.desk, "riverside-link", &world.err)
            || !desk_start(world.desk, "", true, &world.err))
        fail_msg("%s", world.err.what);
    play_to_the_end(&world);
    *state = &world;
    return 0;
}

static int remove_one(const char *path, const struct stat *info, int kind, struct FTW *at) {
    (void)info, (void)kind, (void)at;
    return remove(path);
}

static int close_world(void **state) {
    World *world = *state;
    desk_close(world->desk);
    return nftw(world->folder, remove_one, 16, FTW_DEPTH | FTW_PHYS);
}

static void ask(World *world) {
    App *app = &world->desk->app;
    app->what_if_open = true; // as the button does
    app->ports.what_if(app->ports.context);
    (void)desk_poll(world->desk);
}

static void look_back(World *world, int32_t step) {
    world->desk->app.ports.look_back(world->desk, step);
    (void)desk_poll(world->desk);
}

// However long it takes: the test waits for the answer, not for time.
static void wait_for_answer(World *world) {
    while (desk_whatif_runs(world->desk)) {
        const struct timespec moment = {.tv_nsec = 2000000};
        nanosleep(&moment, NULL);
        (void)desk_poll(world->desk);
    }
}

static void test_nothing_is_shown_before_all_is_told(void **state) {
    World *world = *state;
    App *app = &world->desk->app;
    look_back(world, DEBRIEF_FACTS - 1);
    ask(world);
    assert_null(app->what_if);
    assert_false(app->what_if_open);
    look_back(world, DEBRIEF_FACTS);
    app->ports.tell(world->desk, 0); // one of them only
    (void)desk_poll(world->desk);
    ask(world);
    assert_null(app->what_if);
    app->ports.tell(world->desk, NONE);
    (void)desk_poll(world->desk);
    ask(world);
    assert_non_null(app->what_if);
    assert_true(app->what_if_open);
    // Whoever goes back before the facts has it closed again, with games still running.
    look_back(world, DEBRIEF_FACTS - 1);
    (void)desk_poll(world->desk);
    assert_null(app->what_if);
    assert_false(app->what_if_open);
}

static void assert_row(const World *world, const WhatIfRow *row, const WhatIfEnd *end) {
    const Def *def = world->desk->scenario.def;
    assert_true(row->known);
    assert_int_equal(*row->passed != 0, end->passed != 0);
    assert_int_equal(*row->ending != 0, end->ending != NONE);
    assert_memory_equal(row->law, end->law, (size_t)def_count(def, KIND_CLAUSE));
}

static void test_answers_are_those_of_the_record(void **state) {
    World *world = *state;
    Session *session = world->desk->table->session;
    look_back(world, DEBRIEF_FACTS + 1);
    int64_t seq = session->seq;
    ask(world);
    wait_for_answer(world);
    assert_int_equal(session->seq, seq); // nothing came into the record
    const WhatIfView *seen = world->desk->app.what_if;
    assert_non_null(seen);
    assert_int_equal(seen->done, seen->of);
    assert_true(seen->acts_known);
    assert_true(seen->shares_known);
    SessionConfig config = {.def = world->desk->scenario.def,
            .hooks = &world->desk->hooks,
            .journal = session->journal};
    WhatIf *whatif = whatif_open(&config, &world->err);
    assert_non_null(whatif);
    WhatIfEnd end;
    int32_t shares[ACTORS_MAX] = {0};
    whatif_play(whatif, 0, -1, &end);
    assert_row(world, &seen->played, &end);
    assert_string_equal(seen->played.ending, world->desk->view.end.title);
    for (int32_t i = 0; i < seen->teams_count; i++) {
        whatif_play(whatif, (uint16_t)(1u << i), -1, &end);
        assert_row(world, &seen->teams[i], &end);
        assert_string_equal(seen->names[i], world->desk->view.actors[i].name);
    }
    assert_true(whatif_shares(whatif, shares));
    assert_memory_equal(shares, seen->shares, sizeof shares);
    assert_true(seen->acts_count > 0);
    for (int32_t i = 0; i < seen->acts_count; i++) {
        assert_in_range(seen->acts[i].round, 1, config.def->rounds);
        assert_int_equal(seen->acts[i].deed == WHAT_IF_MOVE, *seen->acts[i].what != 0);
    }
    whatif_free(whatif);
}

// Every text changes with the language; what is known stays known.
static void test_it_speaks_the_language_of_the_desk(void **state) {
    World *world = *state;
    char english[200];
    look_back(world, DEBRIEF_FACTS + 1);
    ask(world);
    wait_for_answer(world);
    const WhatIfView *seen = world->desk->app.what_if;
    snprintf(english, sizeof english, "%s", seen->played.ending);
    desk_speak(world->desk, "ar");
    (void)desk_poll(world->desk);
    seen = world->desk->app.what_if;
    assert_true(seen->shares_known);
    assert_string_not_equal(seen->played.ending, english);
    assert_string_equal(seen->played.ending, world->desk->view.end.title);
}

static void test_it_goes_with_the_game(void **state) {
    World *world = *state;
    App *app = &world->desk->app;
    look_back(world, DEBRIEF_FACTS + 1);
    ask(world);
    assert_true(desk_whatif_runs(world->desk));
    assert_true(app->poll_ms > 0);
    app->ports.leave(world->desk);
    (void)desk_poll(world->desk);
    assert_null(app->what_if);
    assert_int_equal(app->poll_ms, 0);
    assert_int_equal(app->screen, SCREEN_HOME);
}

// The next frame of who leads: however long the host takes to answer, the test waits for what happens.
static void lead_until(World *world, const char *line, bool (*done)(const Desk *desk)) {
    if (line) desk_host_verb(world->desk, line);
    while (!done(world->desk)) {
        const struct timespec moment = {.tv_nsec = 2000000};
        nanosleep(&moment, NULL);
        (void)desk_poll(world->desk);
    }
}

static bool has_code(const Desk *desk) {
    return desk->app.console && *desk->app.console->join.pin;
}

static bool has_begun(const Desk *desk) {
    return desk->app.console->step.stage != STAGE_LOBBY;
}

static bool looks_back(const Desk *desk) {
    return desk->app.console->step.stage == STAGE_DEBRIEF;
}

static bool is_analysed(const Desk *desk) {
    return desk->app.console->debrief_step > DEBRIEF_FACTS;
}

static bool has_answers(const Desk *desk) { return !desk_whatif_runs(desk); }

// Who leads a workshop sees the same page, of the workshop that is led from this window, once it has told all.
static void test_the_desk_of_a_workshop(void **state) {
    World *world = *state;
    App *app = &world->desk->app;
    app->ports.leave(world->desk);
    (void)desk_poll(world->desk);
    world->desk->host_only_here = true;
    assert_true(desk_host_case(world->desk, "riverside-link", &world->err));
    lead_until(world, NULL, has_code);
    desk_host_verb(world->desk, "care");
    lead_until(world, "start now", has_begun);
    lead_until(world, "end", looks_back);
    ask(world);
    assert_null(app->what_if);
    lead_until(world, "debrief step 4", is_analysed);
    ask(world);
    assert_non_null(app->what_if);
    lead_until(world, NULL, has_answers);
    assert_int_equal(app->what_if->done, app->what_if->of);
    assert_true(app->what_if->shares_known);
    assert_true(app->what_if->played.known);
    desk_host_close(world->desk);
    assert_null(app->what_if);
}

int main(void) {
    const struct CMUnitTest tests[] = {
            cmocka_unit_test_setup_teardown(
                    test_nothing_is_shown_before_all_is_told, open_world, close_world),
            cmocka_unit_test_setup_teardown(
                    test_answers_are_those_of_the_record, open_world, close_world),
            cmocka_unit_test_setup_teardown(
                    test_it_speaks_the_language_of_the_desk, open_world, close_world),
            cmocka_unit_test_setup_teardown(
                    test_it_goes_with_the_game, open_world, close_world),
            cmocka_unit_test_setup_teardown(
                    test_the_desk_of_a_workshop, open_world, close_world),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
