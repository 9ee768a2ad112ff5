// tests/e2e/test_window_seat.c — the trainer plays along at the same laptop, somebody joins from another window over the network: what is private is not there before it is asked for; pause, whisper and language reach the seats. Never: a click, a look past the window.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/file.h"
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

// From the first page of another window into the workshop. folder: where that machine keeps things.
static void go_in(Pair *pair, const char *folder, const char *code, bool watches) {
    char address[200];
    Err err = {0};
    snprintf(address, sizeof address, "%s", app(&pair->trainer)->console->join.url);
    if (!player_open(&pair->guest, &ENGLISH, folder, &err)) fail_msg("%s", err.what);
    Player *guest = &pair->guest;
    player_draw(guest);
    assert_true(player_press(guest, "join/open"));
    assert_true(player_tab_to(guest, "join/address", true));
    player_type(guest, address);
    assert_true(player_tab_to(guest, "join/code", true));
    player_type(guest, code);
    if (watches) assert_true(player_choose(guest, "join/how", 1));
    assert_true(player_press(guest, "join/go"));
}

static void join_as_guest(Pair *pair, const char *folder) {
    char code[16];
    snprintf(code, sizeof code, "%s", app(&pair->trainer)->console->join.pin);
    go_in(pair, folder, code, false);
    wait_for(pair, guest_has_seat, "a seat over the network");
}

static void test_a_window_joins_over_the_network(void **state) {
    (void)state;
    char folder[OWN_FOLDER_BYTES];
    assert_true(own_folder_make(folder, "window-join"));
    Pair *pair = calloc(1, sizeof *pair);
    assert_non_null(pair);
    open_doors(pair, &ENGLISH, folder);
    join_as_guest(pair, folder);
    assert_true(player_press(&pair->trainer, "start"));
    wait_for(pair, guest_is_asked, "that the guest is asked");
    const ConsoleView *console = app(&pair->trainer)->console;
    assert_true(console->numbers_count > 10 && console->numbers[0].cell > 0);
    assert_true(console->phases_count > 3);
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

// ---- beside the game ----

static const SeatOwn *own(const Pair *pair) { return &app(&pair->guest)->seat->news.own; }

static bool guest_noted(const Pair *pair) { return own(pair)->journal_count == 1; }
static bool guest_shares(const Pair *pair) {
    return own(pair)->journal_count == 1 && own(pair)->journal[0].scope == 2;
}
static bool guest_can_act(const Pair *pair) {
    const View *view = app(&pair->guest)->view;
    return view && view->moves_count > 0 && view->phase_kind == PHASE_SEALED;
}
static bool guest_has_listed(const Pair *pair) {
    return app(&pair->guest)->view->plan_count > 0;
}
static bool guest_has_it_back(const Pair *pair) {
    return app(&pair->guest)->returned_count == 1;
}
static bool guest_at_end(const Pair *pair) {
    return app(&pair->guest)->view->end.reached && app(&pair->guest)->screen == SCREEN_END;
}
static bool guest_is_shown(const Pair *pair) { return own(pair)->views == 1u << 3; }
static bool guest_watches(const Pair *pair) {
    const View *view = app(&pair->guest)->view;
    return app(&pair->guest)->seat && view && view->status >= STATUS_BRIEF;
}
static bool guest_wrote_a_line(const Pair *pair) { return own(pair)->seen_count == 1; }
static bool draft_is_kept(const Pair *pair) { return app(&pair->guest)->seat->draft_kept; }
static bool draft_is_back(const Pair *pair) {
    return strcmp(app(&pair->guest)->journal.text, "not yet") == 0;
}

static Pair *pair_open(char folder[OWN_FOLDER_BYTES], const char *name) {
    assert_true(own_folder_make(folder, name));
    Pair *pair = calloc(1, sizeof *pair);
    assert_non_null(pair);
    open_doors(pair, &ENGLISH, folder);
    return pair;
}

static void pair_close(Pair *pair, const char *folder) {
    assert_well_drawn(pair);
    player_close(&pair->guest);
    player_close(&pair->trainer);
    free(pair);
    own_folder_remove(folder);
}

// By keyboard alone: an entry is written, shared, and taken home as a file.
static void test_notes_of_a_seat(void **state) {
    (void)state;
    char folder[OWN_FOLDER_BYTES], path[80];
    Pair *pair = pair_open(folder, "window-notes");
    Player *guest = &pair->guest;
    join_as_guest(pair, folder);
    assert_true(player_press(&pair->trainer, "start"));
    wait_for(pair, guest_is_asked, "that the guest is asked");
    player_type(guest, "j");
    assert_int_equal(app(guest)->screen, SCREEN_JOURNAL);
    assert_true(player_tab_to(guest, "journal/text", true));
    player_type(guest, "Rosa was not asked");
    wait_for(pair, draft_is_kept, "that the draft is with the host");
    assert_true(player_press(guest, "journal/keep"));
    wait_for(pair, guest_noted, "the entry");
    assert_string_equal(app(guest)->journal.text, "");
    assert_int_equal(own(pair)->journal[0].scope, 0);
    snprintf(path, sizeof path, "journal/entry.%d/change", own(pair)->journal[0].id);
    assert_true(player_press(guest, path));
    snprintf(path, sizeof path, "journal/entry.%d/to.2/scope", own(pair)->journal[0].id);
    assert_true(player_press(guest, path));
    wait_for(pair, guest_shares, "that the group may read it");
    assert_true(player_press(guest, "journal/export"));
    const char *at = strstr(app(guest)->notice, folder);
    assert_non_null(at);
    char file[300];
    snprintf(file, sizeof file, "%.*s", (int)strcspn(at, " "), at);
    file[strlen(file) - 1] = 0; // the full stop of the sentence
    Region region = {0};
    Bytes bytes;
    Err err = {0};
    assert_true(file_read(&region, file, 1 << 16, &bytes, &err));
    assert_true(
            bytes.length > 18 && strstr((const char *)bytes.data, "Rosa was not asked"));
    region_clear(&region);
    pair_close(pair, folder);
}

// The window is closed in the middle of a word: opened again it sits where it sat, and the word is there.
static void test_a_window_that_is_opened_again(void **state) {
    (void)state;
    char folder[OWN_FOLDER_BYTES], code[16];
    Pair *pair = pair_open(folder, "window-again");
    Player *guest = &pair->guest;
    join_as_guest(pair, folder);
    int32_t seat = app(guest)->seat->news.seat;
    player_type(guest, "j");
    assert_true(player_tab_to(guest, "journal/text", true));
    player_type(guest, "not yet");
    wait_for(pair, draft_is_kept, "that the draft is with the host");
    player_close(guest);
    go_in(pair, folder, "", false); // no code is typed
    wait_for(pair, guest_has_seat, "its seat again");
    assert_int_equal(app(guest)->seat->news.seat, seat);
    wait_for(pair, draft_is_back, "its unfinished words");
    // Who leaves for good is forgotten here: the next person at this machine is somebody else.
    player_type(guest, "?");
    assert_true(player_press(guest, "help/forget"));
    assert_null(guest->desk->seat);
    player_close(guest);
    snprintf(code, sizeof code, "%s", app(&pair->trainer)->console->join.pin);
    go_in(pair, folder, code, false);
    wait_for(pair, guest_has_seat, "another seat");
    assert_int_not_equal(app(guest)->seat->news.seat, seat);
    pair_close(pair, folder);
}

// An undo by who leads: what the seat had put on its list comes back as it was filled in.
static void test_an_undone_act_comes_back(void **state) {
    (void)state;
    char folder[OWN_FOLDER_BYTES], path[60];
    Pair *pair = pair_open(folder, "window-undone");
    Player *guest = &pair->guest;
    join_as_guest(pair, folder);
    assert_true(player_press(&pair->trainer, "start"));
    wait_for(pair, guest_is_asked, "that the guest is asked");
    for (int32_t i = 0; i < 12 && !guest_can_act(pair); i++) {
        lead(pair, "next");
        for (int32_t k = 0; k < 40 && !guest_can_act(pair); k++) {
            usleep(LOOK_US);
            player_draw(&pair->trainer);
            player_draw(guest);
        }
    }
    wait_for(pair, guest_can_act, "the step of acts");
    int32_t move = app(guest)->view->moves[0].index;
    player_type(guest, "1");
    assert_true(app(guest)->act.open);
    snprintf(path, sizeof path, "act.%d/send", move);
    assert_true(player_press(guest, path));
    wait_for(pair, guest_has_listed, "the act on the list");
    lead(pair, "undo");
    wait_for(pair, guest_has_it_back, "the sheet");
    assert_false(app(guest)->act.open);
    assert_true(player_press(guest, "away/returned.0/open"));
    assert_true(app(guest)->act.open && app(guest)->act.move == move);
    assert_int_equal(app(guest)->returned_count, 0);
    assert_true(player_press(guest, path));
    wait_for(pair, guest_has_listed, "the act again");
    lead(pair, "end");
    wait_for(pair, guest_at_end, "the end");
    assert_false(player_sees(guest, "Who had which means"));
    lead(pair, "debrief share 3");
    wait_for(pair, guest_is_shown, "a view of the debrief");
    assert_true(player_sees(guest, "means and influence"));
    pair_close(pair, folder);
}

static void test_who_watches_writes_lines(void **state) {
    (void)state;
    char folder[OWN_FOLDER_BYTES], code[16];
    Pair *pair = pair_open(folder, "window-watch");
    Player *guest = &pair->guest;
    snprintf(code, sizeof code, "%s", app(&pair->trainer)->console->join.pin);
    assert_true(player_press(&pair->trainer, "own/take")); // somebody has to play
    wait_for(pair, has_seat, "a seat at the laptop");
    go_in(pair, folder, code, true);
    for (int32_t i = 0; i < 200 && !app(guest)->seat->code[0]; i++) {
        usleep(LOOK_US);
        player_draw(&pair->trainer);
        player_draw(guest);
    }
    assert_true(player_press(&pair->trainer, "start"));
    wait_for(pair, guest_watches, "the table as everybody sees it");
    player_type(guest, "o");
    assert_int_equal(app(guest)->screen, SCREEN_OBSERVE);
    assert_true(player_press(guest, "observe/who.1/pick"));
    assert_true(player_press(guest, "observe/act.4/pick"));
    assert_true(player_press(guest, "observe/send"));
    wait_for(pair, guest_wrote_a_line, "the line");
    assert_int_equal(app(guest)->observe.who, 0);
    pair_close(pair, folder);
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
            cmocka_unit_test(test_notes_of_a_seat),
            cmocka_unit_test(test_a_window_that_is_opened_again),
            cmocka_unit_test(test_an_undone_act_comes_back),
            cmocka_unit_test(test_who_watches_writes_lines),
            cmocka_unit_test(test_what_is_no_address_is_said),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
