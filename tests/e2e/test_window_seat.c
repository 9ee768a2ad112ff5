// tests/e2e/test_window_seat.c — the trainer plays along at the same laptop, somebody joins from another window over the network: what is private is not there before it is asked for; pause, whisper and language reach the seats. Never: a click, a look past the window.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "cli/desk_seat.h"
#include "e2e/window_player.h"
#include "unit/own_folder.h"
#include <unistd.h>

enum { LOOKS_MOST = 3000, LOOK_US = 5000 };

static const Glasses ENGLISH = {"seat-en", "en", 1280, 800, 100, THEME_LIGHT};
static const Glasses ARABIC = {"seat-ar", "ar", 1024, 768, 100, THEME_DARK};
static const Glasses LARGE = {"seat-150", "en", 1024, 768, 150, THEME_LIGHT};

typedef struct Pair {
    Player trainer, guest; // guest: another window, NULL desk = none
} Pair;

static const App *app(const Player *player) { return &player->desk->app; }

typedef bool (*Sees)(const Pair *pair);

// Both windows look until it is so.
static void wait_for(Pair *pair, Sees sight, const char *what) {
    for (int32_t i = 0; i < LOOKS_MOST && !sight(pair); i++) {
        usleep(LOOK_US);
        player_draw(&pair->trainer);
        if (pair->guest.desk) player_draw(&pair->guest);
    }
    if (sight(pair)) return;
    const App *one = app(&pair->trainer), *two = pair->guest.desk ? app(&pair->guest) : one;
    fail_msg("never came: %s. Console: %s. Seat: %s, %s, %s", what,
            one->console ? one->console->answer : "none",
            two->view ? two->view->at : "none", two->view ? two->view->lang : "",
            two->seat ? two->seat->note : "none");
}

static bool has_code(const Pair *pair) {
    return app(&pair->trainer)->console
           && strlen(app(&pair->trainer)->console->join.pin) == 6;
}
static bool has_seat(const Pair *pair) {
    const AppSeat *seat = app(&pair->trainer)->seat;
    return seat && !seat->waits && app(&pair->trainer)->console->seats_count >= 1;
}
static bool guest_has_seat(const Pair *pair) {
    return app(&pair->guest)->view && app(&pair->guest)->view->me != NONE;
}
static bool runs(const Pair *pair) {
    return app(&pair->trainer)->console->step.stage == STAGE_RUNNING;
}
static bool guest_is_asked(const Pair *pair) {
    return app(&pair->guest)->view && app(&pair->guest)->view->may_be_ready;
}
static bool guest_is_ready(const Pair *pair) {
    const View *view = app(&pair->guest)->view;
    return view && (view->ready || view->round > 0);
}
static bool guest_stands(const Pair *pair) {
    return app(&pair->guest)->view && app(&pair->guest)->view->paused;
}
static bool guest_goes_on(const Pair *pair) {
    return app(&pair->guest)->view && !app(&pair->guest)->view->paused;
}
static bool guest_hears(const Pair *pair) {
    return player_sees(&pair->guest, "Look at your brief");
}
static bool guest_why(const Pair *pair) {
    return app(&pair->guest)->why_open && !player_sees(&pair->guest, "Nothing");
}
static bool at_seat(const Pair *pair) {
    return app(&pair->trainer)->view && app(&pair->trainer)->screen == SCREEN_TABLE;
}
static bool at_console(const Pair *pair) {
    return !app(&pair->trainer)->view && app(&pair->trainer)->screen == SCREEN_CONSOLE;
}
static bool arabic(const Pair *pair) {
    const App *one = app(&pair->trainer);
    return one->view && one->view->right_to_left && one->right_to_left;
}

static void open_doors(Pair *pair, const Glasses *glasses, const char *folder) {
    Player *player = &pair->trainer;
    Err err = {0};
    if (!player_open(player, glasses, folder, &err)) fail_msg("%s", err.what);
    player->desk->host_only_here = true;
    player_draw(player);
    assert_true(player_press(player, "pack.1/show"));
    assert_true(player_choose(player, "mode", 1));
    assert_true(player_press(player, "host"));
    wait_for(pair, has_code, "the code to join");
}

// Nothing that only a seat may know stands in the frame or in the app.
static void assert_nothing_private(const Pair *pair, const char *private_brief) {
    assert_null(app(&pair->trainer)->view);
    if (private_brief) assert_false(player_sees(&pair->trainer, private_brief));
}

static void assert_well_drawn(const Pair *pair) {
    assert_int_equal(pair->trainer.findings, 0);
    assert_int_equal(pair->trainer.lost, 0);
    if (!pair->guest.desk) return;
    assert_int_equal(pair->guest.findings, 0);
    assert_int_equal(pair->guest.lost, 0);
}

// ---- the trainer's own seat ----

static void play_along(const Glasses *glasses) {
    char folder[OWN_FOLDER_BYTES], private_brief[80];
    assert_true(own_folder_make(folder, "window-seat"));
    Pair *pair = calloc(1, sizeof *pair);
    assert_non_null(pair);
    open_doors(pair, glasses, folder);
    Player *player = &pair->trainer;
    assert_true(player_press(player, "own/take"));
    wait_for(pair, has_seat, "a seat at the laptop");
    assert_nothing_private(pair, NULL);
    assert_true(player_press(player, "start"));
    wait_for(pair, runs, "the first step");
    assert_nothing_private(pair, NULL);
    if (glasses->width * 100 / glasses->scale < 720) // the people have a tab of their own
        assert_true(player_choose(player, "parts", 1));
    assert_true(player_press(player, "own/sit"));
    wait_for(pair, at_seat, "the seat's table");
    bool wide = glasses->width * 100 / glasses->scale >= 720;
    assert_true(player_press(player, "private/look") || !wide);
    assert_true(strlen(app(player)->view->private_brief) > 40);
    snprintf(
            private_brief, sizeof private_brief, "%.40s", app(player)->view->private_brief);
    assert_true(player_sees(player, private_brief) || !wide);
    assert_true(player_press(player, "console"));
    wait_for(pair, at_console, "the console again");
    assert_nothing_private(pair, private_brief);
    assert_well_drawn(pair);
    player_close(player);
    free(pair);
    own_folder_remove(folder);
}

static void test_the_trainer_plays_along(void **state) {
    (void)state;
    play_along(&ENGLISH);
}
static void test_and_in_arabic(void **state) {
    (void)state;
    play_along(&ARABIC);
}
static void test_and_with_large_letters(void **state) {
    (void)state;
    play_along(&LARGE);
}

// The window's language is that of console, board and seat.
static void test_the_language_of_all(void **state) {
    (void)state;
    char folder[OWN_FOLDER_BYTES], english[80];
    assert_true(own_folder_make(folder, "window-lang"));
    Pair *pair = calloc(1, sizeof *pair);
    assert_non_null(pair);
    open_doors(pair, &ENGLISH, folder);
    Player *player = &pair->trainer;
    assert_true(player_press(player, "own/take"));
    wait_for(pair, has_seat, "a seat at the laptop");
    snprintf(english, sizeof english, "%s", app(player)->console->step.title);
    assert_true(player_press(player, "settings"));
    assert_true(player_choose(player, "language", 1));
    player_key(player, UI_KEY_ESCAPE, false);
    assert_true(player_press(player, "own/sit"));
    wait_for(pair, arabic, "the seat in Arabic");
    assert_true(strcmp(english, app(player)->console->step.title) != 0);
    assert_true(strcmp(english, app(player)->board->step.title) != 0);
    assert_well_drawn(pair);
    player_close(player);
    free(pair);
    own_folder_remove(folder);
}

// ---- somebody at another window ----

static void lead(Pair *pair, const char *line) {
    assert_true(player_tab_to(&pair->trainer, "line/field", true));
    player_type(&pair->trainer, line);
    assert_true(player_press(&pair->trainer, "line/send"));
}

static void join_as_guest(Pair *pair) {
    char address[200], code[16];
    Err err = {0};
    snprintf(address, sizeof address, "%s", app(&pair->trainer)->console->join.url);
    snprintf(code, sizeof code, "%s", app(&pair->trainer)->console->join.pin);
    if (!player_open(&pair->guest, &ENGLISH, NULL, &err)) fail_msg("%s", err.what);
    Player *guest = &pair->guest;
    player_draw(guest);
    assert_true(player_press(guest, "join/open"));
    assert_true(player_tab_to(guest, "join/address", true));
    player_type(guest, address);
    assert_true(player_tab_to(guest, "join/code", true));
    player_type(guest, code);
    assert_true(player_press(guest, "join/go"));
    wait_for(pair, guest_has_seat, "a seat over the network");
}

static void test_a_window_joins_over_the_network(void **state) {
    (void)state;
    char folder[OWN_FOLDER_BYTES];
    assert_true(own_folder_make(folder, "window-join"));
    Pair *pair = calloc(1, sizeof *pair);
    assert_non_null(pair);
    open_doors(pair, &ENGLISH, folder);
    join_as_guest(pair);
    assert_true(player_press(&pair->trainer, "start"));
    wait_for(pair, guest_is_asked, "that the guest is asked");
    assert_true(player_press(&pair->guest, "ready"));
    wait_for(pair, guest_is_ready, "that it counts");
    lead(pair, "pause");
    wait_for(pair, guest_stands, "the pause at the seat");
    assert_true(player_press(&pair->trainer, "resume"));
    wait_for(pair, guest_goes_on, "that it goes on");
    lead(pair, "whisper 1 Look at your brief");
    wait_for(pair, guest_hears, "the whisper");
    assert_true(player_press(&pair->guest, "heard/close"));
    assert_false(guest_hears(pair));
    pair->guest.desk->app.why_cell = app(&pair->guest)->view->clauses[0].cell;
    pair->guest.desk->app.why_open = true;
    wait_for(pair, guest_why, "why a number is what it is");
    assert_well_drawn(pair);
    player_close(&pair->guest);
    player_close(&pair->trainer);
    free(pair);
    own_folder_remove(folder);
}

static void test_what_is_no_address_is_said(void **state) {
    (void)state;
    Player player;
    Err err = {0};
    if (!player_open(&player, &ENGLISH, NULL, &err)) fail_msg("%s", err.what);
    static const char *const WRONG[] = {"", "https://play.example.org", "1.2.3",
            "1.2.3.4:0", "1.2.3.4.5:80", "300.1.1.1:8080", "a..b:8080", "-a:8080",
            "two words:8080", "laptop.local:80a0", "laptop.local:70000"};
    for (size_t i = 0; i < ARRAY_COUNT(WRONG); i++) {
        if (desk_seat_join(player.desk, WRONG[i], "123456", &err)) fail_msg("%s", WRONG[i]);
        assert_non_null(strstr(err.fix, "as it stands on the board"));
        assert_null(player.desk->seat);
    }
    player_close(&player);
}

int main(void) {
    const struct CMUnitTest tests[] = {
            cmocka_unit_test(test_the_trainer_plays_along),
            cmocka_unit_test(test_and_in_arabic),
            cmocka_unit_test(test_and_with_large_letters),
            cmocka_unit_test(test_the_language_of_all),
            cmocka_unit_test(test_a_window_joins_over_the_network),
            cmocka_unit_test(test_what_is_no_address_is_said),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
