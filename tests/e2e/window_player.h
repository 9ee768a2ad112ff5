// tests/e2e/window_player.h — a first-time player at an off-screen window: looks at every frame, finds things by Tab and arrows, presses them. Never: a click, a command past the window.
#ifndef WINDOW_PLAYER_H
#define WINDOW_PLAYER_H
#include "base/digest.h"
#include "cli/desk.h"
#include "client/picture.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

// Things met that are no screen of their own.
enum { MET_ACT = 16, MET_DEAL, MET_COALITION, MET_WHY, MET_HELP, MET_ACTOR };

typedef struct Glasses {
    const char *name, *lang;
    int32_t width, height, scale;
    ThemeKind theme;
} Glasses;

typedef struct Player {
    const Glasses *glasses;
    Desk *desk;
    Paint *paint;
    Ui *ui;
    int64_t now_ms;
    uint64_t seen_frame;    // of the last frame that was looked at
    uint32_t met;           // bits of ScreenKind and MET_…
    int32_t findings, lost; // what the audit found; how often the focus was out of sight
    int32_t frames, refused, pictures;
    uint64_t pictured[256];
} Player;

static inline bool player_open(
        Player *player, const Glasses *glasses, const char *data, Err *err) {
    *player = (Player){.glasses = glasses};
    AppSettings settings = {.scale_percent = glasses->scale,
            .theme = glasses->theme,
            .reduced_motion = true};
    player->desk = desk_open(data, glasses->lang, &settings, err);
    if (!player->desk) return false;
    player->desk->seed = 7;
    desk_show_home(player->desk);
    UiSetup ui = {.scale_percent = glasses->scale,
            .rtl = player->desk->app.right_to_left,
            .reduced_motion = true,
            .theme = theme_default(glasses->theme)};
    return paint_create(&player->paint, glasses->width, glasses->height, err)
           && ui_create(&player->ui, player->paint, &ui, err);
}

static inline void player_close(Player *player) {
    ui_destroy(player->ui);
    paint_destroy(player->paint);
    desk_close(player->desk);
    player->ui = NULL;
    player->desk = NULL;
}

// --- Looking ---

static inline const char *player_place(const Player *player) {
    const App *app = &player->desk->app;
    if (app->why_open) return "why";
    if (app->actor_open >= 0) return "actor";
    if (app->act.open) return "act";
    if (app->deal.open) return "deal";
    if (app->coalition.open) return "coalition";
    if (app->help_open) return "help";
    return app_screen_name(app->screen);
}

static inline void player_remember(Player *player) {
    const App *app = &player->desk->app;
    player->met |=
            1u << (app->view || app->screen == SCREEN_CASE || app->screen == SCREEN_SETTINGS
                            ? app->screen
                            : SCREEN_HOME);
    player->met |= (uint32_t)app->why_open << MET_WHY;
    player->met |= (uint32_t)(app->actor_open >= 0) << MET_ACTOR;
    player->met |= (uint32_t)app->act.open << MET_ACT;
    player->met |= (uint32_t)app->deal.open << MET_DEAL;
    player->met |= (uint32_t)app->coalition.open << MET_COALITION;
    player->met |= (uint32_t)app->help_open << MET_HELP;
}

// With CONVENE_SHOTS=folder one picture of each place in each step is kept for a look.
static inline void player_picture(Player *player) {
    const char *folder = getenv("CONVENE_SHOTS");
    const View *view = player->desk->app.view;
    if (!folder || player->pictures == (int32_t)ARRAY_COUNT(player->pictured)) return;
    char name[200], path[500];
    snprintf(name, sizeof name, "%s-r%d-p%d-%d-%s", player->glasses->name,
            view ? view->round : 0, view ? view->phase : 0, view ? view->sub : 0,
            player_place(player));
    uint64_t mark = digest_fast(name, strlen(name), 1);
    for (int32_t i = 0; i < player->pictures; i++) {
        if (player->pictured[i] == mark) return;
    }
    player->pictured[player->pictures++] = mark;
    snprintf(path, sizeof path, "%s/%s.png", folder, name);
    size_t bytes = (size_t)player->glasses->width * (size_t)player->glasses->height * 4;
    uint8_t *pixels = malloc(bytes);
    Err err = {0};
    if (pixels && paint_read(player->paint, pixels, &err))
        (void)!picture_write_png(
                path, pixels, player->glasses->width, player->glasses->height, &err);
    free(pixels);
}

// True when the words stand in the present frame.
static inline bool player_sees(const Player *player, const char *words) {
    Buffer frame = {0};
    ui_dump(player->ui, &frame);
    bool found = frame.length && strstr(frame.data, words);
    buffer_free(&frame);
    return found;
}

// Audits a frame that differs from the last one; says where each finding was.
static inline void player_look(Player *player) {
    Buffer frame = {0};
    ui_dump(player->ui, &frame);
    uint64_t mark = digest_fast(frame.data, frame.length, 1);
    buffer_free(&frame);
    player_remember(player);
    if (mark == player->seen_frame) return;
    player->seen_frame = mark;
    player_picture(player);
    UiFinding findings[4];
    int32_t count = ui_audit(player->ui, findings, 4);
    player->findings += count;
    const View *view = player->desk->app.view;
    for (int32_t i = 0; i < count && i < 4 && player->findings < 40; i++) {
        fprintf(stderr, "%s, round %d, %s, %s: %s\n", player->glasses->name,
                view ? view->round : 0, view ? view->phase_name : "", player_place(player),
                findings[i].text);
    }
}

// Draws until nothing is asked of the desk any more, as the window's loop does.
static inline void player_draw(Player *player) {
    do {
        player->now_ms += 200;
        player->frames++;
        ui_run(player->ui, app_draw, &player->desk->app, player->now_ms);
        player_look(player);
    } while (desk_poll(player->desk));
}

// --- Keys ---

static inline void player_key(Player *player, UiKey key, bool shift) {
    UiInput input = {.kind = UI_INPUT_KEY, .key = key, .shift = shift};
    ui_input(player->ui, &input);
    player_draw(player);
    const char *at = ui_focused(player->ui);
    int32_t x = 0, y = 0;
    bool seen = !*at
                || (ui_find(player->ui, at, &x, &y) && x >= 0 && y >= 0
                        && x < player->glasses->width && y < player->glasses->height);
    if (seen) return;
    player->lost++;
    fprintf(stderr, "%s, %s: the focus is out of sight at %s\n", player->glasses->name,
            player_place(player), at);
}

static inline void player_type(Player *player, const char *letters) {
    for (; *letters; letters++) {
        UiInput input = {.kind = UI_INPUT_TEXT, .text = {*letters}};
        ui_input(player->ui, &input);
        player_draw(player);
    }
}

static inline bool player_is_at(const Player *player, const char *path, bool whole) {
    const char *at = ui_focused(player->ui);
    return whole ? strcmp(at, path) == 0 : strncmp(at, path, strlen(path)) == 0;
}

// Place of the path (or of the first that begins with it) in the order of Tab; -1 = nowhere.
static inline int32_t player_stop(
        const Player *player, const char *path, bool whole, int32_t *count) {
    Buffer order = {0};
    ui_dump_focus(player->ui, &order);
    int32_t found = -1;
    *count = 0;
    for (const char *at = order.length ? order.data : ""; *at; (*count)++) {
        const char *end = strchr(at, '\n');
        size_t length = (size_t)(end - at);
        bool same = length >= strlen(path) && strncmp(at, path, strlen(path)) == 0
                    && (!whole || length == strlen(path));
        if (same && found < 0) found = *count;
        at = end + 1;
    }
    buffer_free(&order);
    return found;
}

// Goes by Tab, the shorter way round. whole false: to the first stop whose path begins so.
static inline bool player_tab_to(Player *player, const char *path, bool whole) {
    int32_t count = 0, ignored = 0, goal = player_stop(player, path, whole, &count);
    if (goal < 0) return false;
    const char *now = ui_focused(player->ui);
    int32_t at = *now ? player_stop(player, now, true, &ignored) : -1;
    int32_t ahead = (goal - at + count) % count;
    bool back = ahead > count / 2;
    for (int32_t i = 0; i <= count + 1; i++) {
        if (player_is_at(player, path, whole)) return true;
        player_key(player, UI_KEY_TAB, back);
    }
    return false;
}

// True when there was such a widget and Enter was pressed on it.
static inline bool player_press(Player *player, const char *path) {
    if (!player_tab_to(player, path, true)) return false;
    player_key(player, UI_KEY_ENTER, false);
    return true;
}

// Option `place` of a list of which one is chosen: Tab to the list, arrows in it.
static inline bool player_choose(Player *player, const char *list, int32_t place) {
    char stem[120], goal[140];
    snprintf(stem, sizeof stem, "%s.", list);
    snprintf(goal, sizeof goal, "%s%d", stem, place);
    if (!player_tab_to(player, stem, false)) return false;
    int32_t at = atoi(ui_focused(player->ui) + strlen(stem));
    for (int32_t i = 0; i < 80 && !player_is_at(player, goal, true); i++)
        player_key(player, at < place ? UI_KEY_DOWN : UI_KEY_UP, false);
    return player_is_at(player, goal, true);
}

#endif // WINDOW_PLAYER_H
