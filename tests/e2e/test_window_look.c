// tests/e2e/test_window_look.c — at the window of who leads: a logged look at one seat begins and ends, and an act is sent for that seat from its own sheet, by keys alone. Never: a click, a message past the window.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "cli/desk_host.h"
#include "e2e/window_player.h"
#include "unit/own_folder.h"
#include <unistd.h>

enum { LOOKS_MOST = 3000, LOOK_US = 5000, STEPS_MOST = 14 };

static const Glasses ENGLISH = {"look-en", "en", 1280, 800, 100, THEME_LIGHT};
static const Glasses ARABIC = {"look-ar", "ar", 1024, 768, 100, THEME_DARK};

static const App *app(const Player *player) { return &player->desk->app; }

typedef bool (*Sees)(const Player *player);

static void wait_for(Player *player, Sees sight, const char *what) {
    for (int32_t i = 0; i < LOOKS_MOST && !sight(player); i++) {
        usleep(LOOK_US);
        player_draw(player);
    }
    if (sight(player)) return;
    const ConsoleView *console = app(player)->console;
    fail_msg("never came: %s. Console: %s", what, console ? console->answer : "none");
}

static bool has_code(const Player *player) {
    return app(player)->console && strlen(app(player)->console->join.pin) == 6;
}
static bool has_seat(const Player *player) {
    const AppSeat *seat = app(player)->seat;
    return seat && !seat->waits && app(player)->console->seats_count == 1;
}
static bool runs(const Player *player) {
    return app(player)->console->step.stage == STAGE_RUNNING;
}
static bool looks(const Player *player) { return app(player)->look != NULL; }
static bool looks_away(const Player *player) { return app(player)->look == NULL; }
static bool foresees(const Player *player) {
    return player_sees(player, word_english(WORD_FORESEEN_LIKELY))
           || player_sees(player, word_english(WORD_FORESEEN_NOTHING));
}
static bool foresees_in_arabic(const Player *player) {
    return player_sees(player, "المرجّح") || player_sees(player, "لا يتحرك أي رقم");
}
static bool at_seat(const Player *player) { return app(player)->view != NULL; }
static bool has_plan(const Player *player) {
    return app(player)->view && app(player)->view->plan_count > 0;
}

static void open_doors(Player *player, const Glasses *glasses, const char *folder) {
    Err err = {0};
    if (!player_open(player, glasses, folder, &err)) fail_msg("%s", err.what);
    player->desk->host_only_here = true;
    player_draw(player);
    assert_true(player_press(player, "pack.1/show"));
    assert_true(player_choose(player, "mode", 1));
    assert_true(player_press(player, "host"));
    wait_for(player, has_code, "the code to join");
    assert_true(player_press(player, "own/take"));
    wait_for(player, has_seat, "a seat");
    assert_true(player_press(player, "start"));
    wait_for(player, runs, "the first step");
}

static void lead(Player *player, const char *line) {
    assert_true(player_tab_to(player, "line/field", true));
    player_type(player, line);
    assert_true(player_press(player, "line/send"));
}

// Opens the seat's sheet and asks there for a look, or for what it can do.
static void look_at_seat(Player *player, const char *button) {
    char row[40];
    snprintf(row, sizeof row, "seat.%d/row", app(player)->console->seats[0].seat);
    assert_true(player_press(player, row));
    assert_true(player_press(player, button));
    wait_for(player, looks, "the look");
}

static void look_away(Player *player) {
    player_key(player, UI_KEY_ESCAPE, false);
    wait_for(player, looks_away, "the end of the look");
}

static const ViewMove *open_move(const View *view) {
    for (int32_t i = 0; i < view->moves_count; i++) {
        const ViewMove *move = &view->moves[i];
        bool target = move->targets_count == 0;
        for (int32_t t = 0; t < move->targets_count; t++)
            target |= move->targets[t].open;
        if (move->open && target && move->kind == MOVE_VERB && !move->is_request)
            return move;
    }
    return NULL;
}

// Steps go by until the seat has an act it could send.
static const ViewMove *find_act(Player *player) {
    for (int32_t i = 0; i < STEPS_MOST; i++) {
        look_at_seat(player, "act_for");
        assert_true(app(player)->look->acts);
        assert_int_equal(app(player)->look->view->plan_count, 0);
        assert_string_equal(app(player)->look->view->private_brief, "");
        const ViewMove *move = open_move(app(player)->look->view);
        if (move) return move;
        look_away(player);
        lead(player, "next");
        for (int32_t k = 0; k < 20; k++) {
            usleep(LOOK_US);
            player_draw(player);
        }
    }
    fail_msg("no act was ever open");
    return NULL;
}

static void look_and_act(const Glasses *glasses, Sees foreseen) {
    char folder[OWN_FOLDER_BYTES], brief[48], path[60];
    assert_true(own_folder_make(folder, "window-look"));
    Player *player = calloc(1, sizeof *player);
    assert_non_null(player);
    open_doors(player, glasses, folder);
    // What is private stands there while the look lasts.
    look_at_seat(player, "peek");
    const View *view = app(player)->look->view;
    assert_true(strlen(view->private_brief) > 40 && view->me != NONE);
    snprintf(brief, sizeof brief, "%.30s", view->private_brief);
    assert_true(player_sees(player, brief));
    look_away(player);
    assert_false(player_sees(player, brief));
    // An act of the seat, from its own sheet.
    const ViewMove *move = find_act(player);
    int32_t index = move->index;
    snprintf(path, sizeof path, "move.%d/open", index);
    assert_true(player_press(player, path));
    wait_for(player, foreseen, "what can be foreseen");
    snprintf(path, sizeof path, "act.%d/because", index);
    assert_true(player_tab_to(player, path, true));
    player_type(player, "The phone is flat");
    snprintf(path, sizeof path, "act.%d/send", index);
    assert_true(player_press(player, path));
    wait_for(player, looks_away, "the end of the look");
    assert_false(app(player)->console->answer_is_refusal);
    assert_true(player_press(player, "own/sit"));
    wait_for(player, at_seat, "the seat's table");
    wait_for(player, has_plan, "the act on the seat's list");
    assert_int_equal(player->findings, 0);
    assert_int_equal(player->lost, 0);
    player_close(player);
    free(player);
    own_folder_remove(folder);
}

static void test_a_look_and_an_act(void **state) {
    (void)state;
    look_and_act(&ENGLISH, foresees);
}
static void test_and_in_arabic(void **state) {
    (void)state;
    look_and_act(&ARABIC, foresees_in_arabic);
}

int main(void) {
    const struct CMUnitTest tests[] = {
            cmocka_unit_test(test_a_look_and_an_act),
            cmocka_unit_test(test_and_in_arabic),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
