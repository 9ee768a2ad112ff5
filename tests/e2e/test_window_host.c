// tests/e2e/test_window_host.c — a trainer opens the doors from the window, a phone comes in, the game starts, stands still and goes on. Never: a click, a look past the window.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "e2e/window_player.h"
#include "unit/net_client.h"
#include "unit/own_folder.h"
#include <signal.h>
#include <sys/wait.h>

enum { LOOKS_MOST = 3000, LOOK_US = 5000 };

static const Glasses ENGLISH = {"host-en", "en", 1280, 800, 100, THEME_LIGHT};
static const Glasses ARABIC = {"host-ar", "ar", 1024, 768, 100, THEME_DARK};

static const ConsoleView *console(const Player *player) {
    const ConsoleView *view = player->desk->app.console;
    assert_non_null(view);
    return view;
}

typedef bool (*Sees)(const Player *player);

// Looks until it is so, as somebody would who waits for it.
static void wait_for(Player *player, Sees sight, const char *what) {
    for (int32_t i = 0; i < LOOKS_MOST && !sight(player); i++) {
        usleep(LOOK_US);
        player_draw(player);
    }
    if (!sight(player))
        fail_msg("never came: %s. The last answer: %s", what,
                player->desk->app.console ? player->desk->app.console->answer : "none");
}

static bool has_code(const Player *player) {
    return player->desk->app.console && strlen(player->desk->app.console->join.pin) == 6;
}
static bool has_person(const Player *player) {
    return console(player)->seats_count == 1 && console(player)->seats[0].actor != NONE;
}
static bool runs(const Player *player) {
    return console(player)->step.stage == STAGE_RUNNING
           && player->desk->app.screen == SCREEN_CONSOLE;
}
static bool stands(const Player *player) { return console(player)->step.paused; }
static bool goes_on(const Player *player) { return !console(player)->step.paused; }
static bool was_told(const Player *player) { return *console(player)->answer != 0; }

// ---- the phone: another process, over the network ------------------------------------------------------------

static uint16_t port_of(const char *url) {
    const char *colon = strrchr(url, ':');
    return colon ? (uint16_t)strtol(colon + 1, NULL, 10) : 0;
}

static _Noreturn void be_a_phone(uint16_t port, const char *pin) {
    char claim[160], got[70000];
    int fd = client_connect(port);
    if (fd < 0) _exit(2);
    client_upgrade(fd, port);
    if (client_read(fd, got, sizeof got, 5000) <= 0) _exit(3);
    client_say(fd, "{\"t\":\"hello\",\"v\":1,\"kind\":\"seat\"}");
    snprintf(claim, sizeof claim,
            "{\"t\":\"claim\",\"cid\":\"abcdefghijklmnopqrstu1\",\"pin\":\"%s\",\"as\":"
            "\"play\","
            "\"name\":\"Amina\"}",
            pin);
    client_say(fd, claim);
    while (client_read(fd, got, sizeof got, 60000) > 0) {
    }
    _exit(0); // the host said good-bye
}

static pid_t send_a_phone(const Player *player) {
    uint16_t port = port_of(console(player)->join.url);
    char pin[16];
    snprintf(pin, sizeof pin, "%s", console(player)->join.pin);
    assert_true(port > 0);
    pid_t pid = fork();
    if (pid == 0) be_a_phone(port, pin);
    return pid;
}

// ---- the workshop ----------------------------------------------------------------------------------------------

static void open_doors(Player *player, const Glasses *glasses, const char *folder) {
    Err err = {0};
    if (!player_open(player, glasses, folder, &err)) fail_msg("%s", err.what);
    player->desk->host_only_here = true;
    player_draw(player);
    assert_true(player_press(player, "pack.0/show"));
    assert_int_equal(player->desk->app.screen, SCREEN_CASE);
    assert_true(player_choose(player, "mode", 1));
    assert_true(player_press(player, "host"));
    wait_for(player, has_code, "the code to join");
    assert_int_equal(player->desk->app.screen, SCREEN_LOBBY);
    assert_true(console(player)->join.qr_side > 0);
    assert_true(player_sees(player, console(player)->join.pin));
}

// What "Go on" of the first page does with it: the doors are open again, and no seat is looked into.
static bool stands_there(const Player *player) {
    return player->desk->app.console && console(player)->step.stage == STAGE_RUNNING
           && console(player)->seats_count == 1;
}

static void come_back(const Glasses *glasses, const char *folder) {
    Err err = {0};
    Player player;
    if (!player_open(&player, glasses, folder, &err)) fail_msg("%s", err.what);
    player.desk->host_only_here = true;
    player_draw(&player);
    assert_int_equal(player.desk->home.sessions_count, 1);
    assert_true(player_sees(&player, player.desk->home.sessions[0].facts));
    assert_true(player_press(&player, "session.0/go_on"));
    assert_null(player.desk->table);
    assert_null(player.desk->app.view);
    wait_for(&player, stands_there, "the workshop again");
    assert_true(console(&player)->step.paused);
    assert_int_equal(player.desk->app.screen, SCREEN_CONSOLE);
    assert_true(player_sees(&player, "Amina"));
    assert_null(player.desk->app.view);
    assert_true(player_press(&player, "resume"));
    wait_for(&player, goes_on, "that it goes on");
    assert_int_equal(player.findings, 0);
    player_close(&player);
}

static void hold_a_workshop(const Glasses *glasses) {
    char folder[OWN_FOLDER_BYTES];
    assert_true(own_folder_make(folder, "window-host"));
    Player player;
    open_doors(&player, glasses, folder);
    pid_t phone = send_a_phone(&player);
    wait_for(&player, has_person, "a person with a place");
    assert_true(player_sees(&player, "Amina"));
    assert_true(player_press(&player, "start"));
    wait_for(&player, runs, "the first step");
    assert_true(player_press(&player, "pause"));
    wait_for(&player, stands, "the pause");
    assert_true(player_press(&player, "resume"));
    wait_for(&player, goes_on, "that it goes on");
    assert_true(player_tab_to(&player, "line/field", true));
    player_type(&player, "dance");
    assert_true(player_press(&player, "line/send"));
    wait_for(&player, was_told, "that nobody knows the verb");
    assert_true(console(&player)->answer_is_refusal);
    assert_int_equal(player.findings, 0);
    assert_int_equal(player.lost, 0);
    player_close(&player);
    int status = 0;
    assert_int_equal(waitpid(phone, &status, 0), phone);
    assert_int_equal(WEXITSTATUS(status), 0);
    come_back(glasses, folder);
    own_folder_remove(folder);
}

static bool has_two(const Player *player) { return console(player)->sessions_count == 2; }
static bool is_the_second(const Player *player) {
    return has_two(player) && console(player)->sessions[1].here
           && console(player)->seats_count == 0;
}
static bool is_locked(const Player *player) { return console(player)->join.locked; }
static bool is_the_first(const Player *player) {
    return has_two(player) && console(player)->sessions[0].here && has_person(player);
}

// A second session of the same case, led from the same window: its own code and people, each with its own verbs.
static void lead_two(const Glasses *glasses) {
    char folder[OWN_FOLDER_BYTES], pin[16];
    assert_true(own_folder_make(folder, "window-host"));
    Player player;
    open_doors(&player, glasses, folder);
    pid_t phone = send_a_phone(&player);
    wait_for(&player, has_person, "a person with a place");
    snprintf(pin, sizeof pin, "%s", console(&player)->join.pin);
    assert_true(player_tab_to(&player, "line/field", true));
    player_type(&player, "second");
    assert_true(player_press(&player, "line/send"));
    wait_for(&player, has_two, "the second session");
    assert_true(player_press(&player, "session.2/lead"));
    wait_for(&player, is_the_second, "the second session on the console");
    assert_string_not_equal(console(&player)->join.pin, pin);
    assert_int_equal(player.desk->app.screen, SCREEN_LOBBY);
    assert_true(player_press(&player, "lock")); // this one alone
    wait_for(&player, is_locked, "the locked door of the second session");
    assert_true(player_press(&player, "session.1/lead"));
    wait_for(&player, is_the_first, "the first session on the console");
    assert_string_equal(console(&player)->join.pin, pin);
    assert_false(is_locked(&player));
    assert_int_equal(player.desk->app.screen, SCREEN_LOBBY);
    assert_int_equal(player.findings, 0);
    player_close(&player);
    int status = 0;
    assert_int_equal(waitpid(phone, &status, 0), phone);
    assert_int_equal(WEXITSTATUS(status), 0);
    own_folder_remove(folder);
}

static void test_two_sessions_are_led_from_one_window(void **state) {
    (void)state;
    lead_two(&ENGLISH);
}

static void test_two_sessions_in_arabic(void **state) {
    (void)state;
    lead_two(&ARABIC);
}

static void test_a_workshop_is_led_by_keys_alone(void **state) {
    (void)state;
    hold_a_workshop(&ENGLISH);
}

static void test_and_in_arabic(void **state) {
    (void)state;
    hold_a_workshop(&ARABIC);
}

int main(void) {
    const struct CMUnitTest tests[] = {
            cmocka_unit_test(test_a_workshop_is_led_by_keys_alone),
            cmocka_unit_test(test_and_in_arabic),
            cmocka_unit_test(test_two_sessions_are_led_from_one_window),
            cmocka_unit_test(test_two_sessions_in_arabic),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
