// cli/look_host.c — opens a host for a picture, seats invented people by the same messages as telephones, and waits for what is shown. Never: a network beyond this machine.
#include "cli/look_host.h"
#include "cli/desk_host.h"
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

enum { LOOKS_MOST = 400, LOOK_US = 5000, FOLDER_FILES = 16 };

static const char *const PEOPLE[] = {"Amina", "Ravi", "María", "Seat by the door", "Jo"};

bool look_host_is(ScreenKind screen) {
    return screen == SCREEN_LOBBY || screen == SCREEN_CONSOLE || screen == SCREEN_BOARD;
}

bool look_host_folder(char out[LOOK_FOLDER_BYTES], Err *err) {
    snprintf(out, LOOK_FOLDER_BYTES, "/tmp/convene-look-XXXXXX");
    if (mkdtemp(out)) return true;
    err_set(err, ERR_SYSTEM, "No folder could be made for the picture's session.");
    return err_fix(err, "See whether /tmp is full or read-only.");
}

static int remove_one(const char *path, const struct stat *info, int kind, struct FTW *at) {
    (void)info;
    (void)kind;
    (void)at;
    return remove(path);
}

void look_host_remove(const char *folder) {
    nftw(folder, remove_one, FOLDER_FILES, FTW_DEPTH | FTW_PHYS);
}

typedef bool (*Sees)(const App *app);

static bool sees_code(const App *app) { return app->console && app->console->join.pin[0]; }
static bool sees_people(const App *app) {
    return app->console->seats_count == (int32_t)ARRAY_COUNT(PEOPLE);
}
static bool sees_game(const App *app) {
    return app->console->step.stage == STAGE_RUNNING
           && app->board->step.stage == STAGE_RUNNING;
}
static bool sees_board(const App *app) { return app->board && *app->board->step.title; }

static bool wait_for(Desk *desk, Sees sees, Err *err) {
    for (int32_t i = 0; i < LOOKS_MOST && !sees(&desk->app); i++) {
        (void)desk_poll(desk);
        usleep(LOOK_US);
    }
    if (sees(&desk->app)) return true;
    err_set(err, ERR_SYSTEM, "The host did not answer in time.");
    return err_fix(err, "Try again; if it stays so, see: convene host --headless");
}

// The lamps look at the machine every two seconds.
static void look_on(Desk *desk) {
    enum { LAMPS_LOOKS = 500 };
    for (int32_t i = 0; i < LAMPS_LOOKS; i++) {
        (void)desk_poll(desk);
        usleep(LOOK_US);
    }
}

bool look_host_to(Desk *desk, const char *pack, ScreenKind screen, Err *err) {
    desk->host_only_here = true;
    if (!desk_host_case(desk, pack, err) || !wait_for(desk, sees_code, err)) return false;
    for (size_t i = 0; i < ARRAY_COUNT(PEOPLE); i++)
        desk_host_seat(desk, PEOPLE[i]);
    if (!wait_for(desk, sees_people, err) || !wait_for(desk, sees_board, err)) return false;
    if (screen == SCREEN_LOBBY) return true;
    desk_host_verb(desk, "care"); // some cases ask for it first
    desk_host_verb(desk, "start now");
    if (!wait_for(desk, sees_game, err)) return false;
    if (screen == SCREEN_CONSOLE) look_on(desk);
    return true;
}
