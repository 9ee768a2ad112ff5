// tests/e2e/test_window_game.c — first-time players go from the first page to an ending by keyboard alone; leaves or is cut off in the middle and goes on. Never: a click, a time limit.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "e2e/window_game.h"
#include "store/store.h"
#include <ftw.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

static const Glasses ENGLISH = {"en-1280", "en", 1280, 800, 100, THEME_LIGHT};
static const Glasses ENLARGED = {"en-1024-150", "en", 1024, 768, 150, THEME_DARK};
static const Glasses ARABIC = {"ar-1280", "ar", 1280, 800, 100, THEME_LIGHT};
static const Glasses SMALL = {"en-800", "en", 800, 600, 100, THEME_HIGH_CONTRAST};
static const char PACK[] = "riverside-link";

typedef struct Folder {
    char path[64];
} Folder;

static Folder folder_make(void) {
    Folder folder = {"/tmp/convene-window-XXXXXX"};
    assert_non_null(mkdtemp(folder.path));
    return folder;
}

static int remove_one(const char *path, const struct stat *info, int kind, struct FTW *at) {
    (void)info, (void)kind, (void)at;
    return remove(path);
}

static void folder_remove(const Folder *folder) {
    nftw(folder->path, remove_one, 16, FTW_DEPTH | FTW_PHYS);
}

static void open_window(Play *play, const Glasses *glasses, const Folder *folder) {
    Err err = {0};
    *play = (Play){0};
    if (!player_open(&play->player, glasses, folder->path, &err))
        fail_msg("%s %s", err.what, err.fix);
}

static void start_game(
        Play *play, const Glasses *glasses, const Folder *folder, const char *actor) {
    open_window(play, glasses, folder);
    if (!play_sit_down(play, PACK, actor))
        fail_msg("no game began: %s", play->player.desk->app.notice);
}

static void play_until(Play *play, int32_t round) {
    if (play_on(play, round)) return;
    const View *view = play_view(play);
    fail_msg("%s: the game stands still in round %d, %s: %s %s", play->player.glasses->name,
            view->round, view->phase_name, view->expected, play->player.desk->app.notice);
}

// Everything a person saw on the way was drawn without a fault, and the focus never left the picture.
static void assert_well_drawn(const Play *play) {
    print_message("%s: %d steps, %d frames, %d refusals\n", play->player.glasses->name,
            play->steps, play->player.frames, play->player.refused);
    assert_int_equal(play->player.findings, 0);
    assert_int_equal(play->player.lost, 0);
}

static void assert_ending_shown(const Play *play) {
    const View *view = play_view(play);
    assert_true(view->end.reached);
    assert_int_equal(play->player.desk->app.screen, SCREEN_END);
    assert_true(strlen(view->end.title) > 0);
    assert_true(player_sees(&play->player, view->end.title));
}

static void assert_did(const Play *play, int32_t deed, const char *what) {
    if (!play_did(play, deed)) fail_msg("%s: nobody %s", play->player.glasses->name, what);
}

static void assert_all_seen(const Play *play) {
    // The screens of who leads a workshop come after these: test_window_host.c.
    for (int32_t i = 0; i < SCREEN_LOBBY; i++) {
        if (!(play->player.met & (1u << i)))
            fail_msg("the screen \"%s\" was not seen", app_screen_name((ScreenKind)i));
    }
    static const char *const SHEETS[] = {
            "act", "deal", "coalition", "why", "help", "actor"};
    for (int32_t i = MET_ACT; i <= MET_ACTOR; i++) {
        if (!(play->player.met & (1u << i)))
            fail_msg("the sheet \"%s\" was not seen", SHEETS[i - MET_ACT]);
    }
}

// Every command of the one session in the folder is decided again; each batch must come out the same.
static void assert_verified(const Folder *folder) {
    char path[200];
    Err err = {0};
    AppSettings settings = {0};
    snprintf(path, sizeof path, "%s/sessions/%s-1.convene-session", folder->path, PACK);
    Desk *desk = desk_open(folder->path, "en", &settings, &err);
    assert_non_null(desk);
    assert_true(desk_load(desk, PACK, &err));
    SessionConfig config = {.def = desk->scenario.def, .hooks = &desk->hooks};
    if (!store_open(path, STORE_READ, &config.journal, &err)) fail_msg("%s", err.what);
    int64_t batches = 0;
    if (!session_verify(&config, &batches, &err)) fail_msg("%s", err.what);
    assert_true(batches > 50);
    config.journal.close(config.journal.self);
    desk_close(desk);
}

static void test_a_whole_game_by_keyboard(void **state) {
    (void)state;
    Folder folder = folder_make();
    Play play;
    start_game(&play, &ENGLISH, &folder, "link");
    play_until(&play, 0);
    assert_ending_shown(&play);
    assert_all_seen(&play);
    assert_did(&play, DID_ACT, "put an act on the list");
    assert_true(play.foreseen > 0);
    assert_did(&play, DID_TAKE_BACK, "took an act back");
    assert_did(&play, DID_SPEAK, "spoke in a meeting");
    assert_did(&play, DID_OFFER, "offered a deal");
    assert_did(&play, DID_READ_OWN_WORDS, "found their own words in the deal");
    assert_did(&play, DID_FOUND, "proposed a coalition");
    assert_did(&play, DID_TAP, "tapped what was asked");
    assert_did(&play, DID_WHY, "asked why");
    assert_did(&play, DID_HELP, "opened the help");
    assert_did(&play, DID_ACTOR, "read about another actor");
    assert_did(&play, DID_SETTINGS, "changed a setting");
    player_press(&play.player, "leave");
    assert_null(play.player.desk->app.view);
    assert_int_equal(play.player.desk->home.sessions_count, 1);
    assert_well_drawn(&play);
    player_close(&play.player);
    assert_verified(&folder);
    folder_remove(&folder);
}

// Other seats meet what the first did not: the pen, a guest, a choice.
static void test_other_seats(void **state) {
    (void)state;
    static const struct {
        const char *actor, *what;
        int32_t deed;
    } seats[] = {
            {"parents", "wrote minutes",   DID_RECORD},
            {"council", "brought a guest", DID_INVITE}
    };
    for (size_t i = 0; i < ARRAY_COUNT(seats); i++) {
        Folder folder = folder_make();
        Play play;
        start_game(&play, &SMALL, &folder, seats[i].actor);
        play_until(&play, 0);
        assert_ending_shown(&play);
        assert_did(&play, seats[i].deed, seats[i].what);
        assert_well_drawn(&play);
        player_close(&play.player);
        folder_remove(&folder);
    }
}

// The same seat again after the window was closed: the first page lists the session, Enter goes on.
static void go_on(
        Play *play, const Glasses *glasses, const Folder *folder, uint64_t digest) {
    open_window(play, glasses, folder);
    player_draw(&play->player);
    assert_int_equal(play->player.desk->home.sessions_count, 1);
    if (!player_press(&play->player, "session.0/go_on"))
        fail_msg("the session cannot be found by Tab");
    if (!play_view(play)) fail_msg("%s", play->player.desk->app.notice);
    if (play_digest(play) != digest) fail_msg("it goes on from another state");
}

static void test_quit_in_the_middle_and_go_on(void **state) {
    (void)state;
    Folder folder = folder_make();
    Play play;
    start_game(&play, &ENLARGED, &folder, "link");
    play_until(&play, 2);
    play_acts(&play, 1, DID_ACT);
    uint64_t digest = play_digest(&play);
    assert_well_drawn(&play);
    player_close(&play.player);
    go_on(&play, &ENLARGED, &folder, digest);
    play_until(&play, 0);
    assert_ending_shown(&play);
    assert_well_drawn(&play);
    player_close(&play.player);
    assert_verified(&folder);
    folder_remove(&folder);
}

// Plays to the middle, tells the State's digest, and waits to be killed.
static void play_and_wait(const Folder *folder, int out) {
    Play play = {0};
    Err err = {0};
    bool good = player_open(&play.player, &ARABIC, folder->path, &err)
                && play_sit_down(&play, PACK, "link") && play_on(&play, 2);
    if (!good) _exit(1);
    play_acts(&play, 1, DID_ACT);
    uint64_t digest = play_digest(&play);
    bool clean = play.player.findings == 0 && play.player.lost == 0;
    if (!clean || write(out, &digest, sizeof digest) != (ssize_t)sizeof digest) _exit(1);
    for (;;)
        pause();
}

static void test_killed_in_the_middle_and_go_on(void **state) {
    (void)state;
    Folder folder = folder_make();
    int ends[2];
    assert_int_equal(pipe(ends), 0);
    pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0) play_and_wait(&folder, ends[1]);
    close(ends[1]);
    uint64_t digest = 0;
    ssize_t got = read(ends[0], &digest, sizeof digest);
    close(ends[0]);
    kill(child, SIGKILL);
    int status = 0;
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_int_equal(got, (ssize_t)sizeof digest);
    assert_true(WIFSIGNALED(status));
    Play play;
    go_on(&play, &ARABIC, &folder, digest);
    play_until(&play, 0);
    assert_ending_shown(&play);
    assert_well_drawn(&play);
    player_close(&play.player);
    assert_verified(&folder);
    folder_remove(&folder);
}

int main(void) {
    const struct CMUnitTest tests[] = {
            cmocka_unit_test(test_a_whole_game_by_keyboard),
            cmocka_unit_test(test_other_seats),
            cmocka_unit_test(test_quit_in_the_middle_and_go_on),
            cmocka_unit_test(test_killed_in_the_middle_and_go_on),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
