// tests/e2e/test_window_kill.c — the host killed again and again while a seat at a window writes: the window comes back by itself, what it sent is there once, and a window that is opened again sits where it sat. Never: a second on the clock as a proof.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "cli/desk_seat.h"
#include "e2e/host_world.h"
#include "e2e/window_player.h"

#ifdef __SANITIZE_ADDRESS__
enum { KILLS = 8 };
#else
enum { KILLS = 30 };
#endif
enum { LOOK_US = 2000, WAIT_US_MAX = 12000 };

static const Glasses GLASSES = {"kill-en", "en", 1024, 768, 100, THEME_LIGHT};

static const SeatOwn *own(const Player *player) {
    return &player->desk->app.seat->news.own;
}

// How often the words stand among the seat's own entries.
static int32_t entries_of(const Player *player, const char *words) {
    int32_t count = 0;
    for (int32_t i = 0; i < own(player)->journal_count; i++)
        count += strcmp(own(player)->journal[i].text, words) == 0;
    return count;
}

static bool sits(const Player *player) {
    const App *app = &player->desk->app;
    return app->seat && !app->seat->lost && app->view && app->view->me != NONE;
}

static void look(Player *player) {
    player_draw(player);
    usleep(LOOK_US);
}

static void wait_until_it_sits(Player *player) {
    int64_t until = host_now_ms() + HOST_PATIENCE_MS;
    while (!sits(player) && host_now_ms() < until)
        look(player);
    if (!sits(player)) fail_msg("no seat: %s", player->desk->app.seat->note);
}

static void wait_for_entry(Player *player, const char *words) {
    int64_t until = host_now_ms() + HOST_PATIENCE_MS;
    while (entries_of(player, words) == 0 && host_now_ms() < until)
        look(player);
    assert_int_equal(entries_of(player, words), 1);
}

static void open_window(Player *player, const HostWorld *world, const char *code) {
    Err err = {0};
    char address[40];
    snprintf(address, sizeof address, "localhost:%d", world->port);
    if (!player_open(player, &GLASSES, world->folder, &err)) fail_msg("%s", err.what);
    if (!desk_seat_join(player->desk, address, code, &err)) fail_msg("%s", err.what);
    wait_until_it_sits(player);
}

static void write_note(Player *player, const char *words) {
    if (player->desk->app.screen != SCREEN_JOURNAL) player_type(player, "j");
    assert_true(player_tab_to(player, "journal/text", true));
    player_type(player, words);
    assert_true(player_press(player, "journal/keep"));
}

static void test_the_host_is_killed(void **state) {
    HostWorld *world = *state;
    Player *player = calloc(1, sizeof *player);
    assert_non_null(player);
    assert_true(host_open(world, "scenarios/riverside-link", "100000"));
    open_window(player, world, world->pin);
    int32_t seat = player->desk->app.seat->news.seat;
    host_dial(world);
    assert_true(host_console(world, (const char *const[]){"console.start", NULL}));
    char words[KILLS][24];
    for (int32_t i = 0; i < KILLS; i++) {
        snprintf(words[i], sizeof words[i], "note %d", i);
        write_note(player, words[i]);
        if (i % 2) player_draw(player);
        usleep((useconds_t)rng_draw(&world->rng, WAIT_US_MAX));
        host_end(world, SIGKILL);
        look(player);
        assert_true(host_open(world, "scenarios/riverside-link", "100000"));
        assert_true(world->restarted);
        wait_for_entry(player, words[i]);
        wait_until_it_sits(player);
        assert_int_equal(player->desk->app.seat->news.seat, seat);
    }
    player_close(player);
    open_window(player, world, ""); // no code: this machine remembers
    assert_int_equal(player->desk->app.seat->news.seat, seat);
    wait_for_entry(player, words[0]);
    assert_int_equal(own(player)->journal_count, KILLS);
    for (int32_t i = 0; i < KILLS; i++)
        assert_int_equal(entries_of(player, words[i]), 1);
    assert_int_equal(player->findings, 0);
    player_close(player);
    free(player);
}

static int setup(void **state) {
    *state = host_world_make("window-kill");
    return 0;
}

static int teardown(void **state) {
    host_world_free(*state);
    return 0;
}

int main(void) {
    const struct CMUnitTest tests[] = {
            cmocka_unit_test_setup_teardown(test_the_host_is_killed, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
