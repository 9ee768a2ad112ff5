// cli/look.c — how a screen looks, and getting a game to a screen. Never: a rule.
#include "cli/look.h"
#include <stdio.h>
#include <stdlib.h>

enum { STEPS_MAX = 5000 };

bool look_settings(const Args *args, AppSettings *out, Err *err) {
    *out = (AppSettings){0};
    int64_t scale = 0;
    if (!args_number(args, "--scale", 75, 300, 100, &scale, err)) return false;
    out->scale_percent = args_on(args, "--scale") ? (int32_t)scale : 0;
    const char *theme = args_text(args, "--theme", "light");
    if (theme_kind_of(theme, &out->theme)) return true;
    err_set(err, ERR_USAGE, "There is no theme \"%s\".", theme);
    return err_fix(err, "write --theme light, --theme dark or --theme contrast.");
}

bool look_size(const Args *args, int32_t *width, int32_t *height, Err *err) {
    const char *size = args_text(args, "--size", "1280x800");
    int w = 0, h = 0;
    char rest = 0;
    bool good = sscanf(size, "%dx%d%c", &w, &h, &rest) == 2 && w >= 320 && h >= 200
                && w <= 7680 && h <= 4320;
    *width = w;
    *height = h;
    if (good) return true;
    err_set(err, ERR_USAGE, "--size takes width x height in pixels, not \"%s\".", size);
    return err_fix(err, "write for example --size 1280x800.");
}

static bool there(const Desk *desk, ScreenKind screen, int32_t round) {
    const State *state = &desk->table->session->state;
    const Def *def = desk->scenario.def;
    if (screen == SCREEN_END) return state->status >= STATUS_DEBRIEF;
    if (state->status >= STATUS_DEBRIEF) return true;
    if (state->status != STATUS_RUNNING || state->round < round) return false;
    const Phase *phase = &def->phases[state->phase];
    switch (screen) {
    case SCREEN_MEETING: return phase->kind == PHASE_MEETING && state->sub == MEET_SPEECH;
    case SCREEN_DEALS: return phase->kind == PHASE_OPEN;
    case SCREEN_NEWS: return phase->does == DOES_NEWS || phase->does == DOES_RESOLUTION;
    case SCREEN_TABLE: return phase->kind == PHASE_SEALED || phase->kind == PHASE_IN_TURN;
    case SCREEN_HOME:
    case SCREEN_CASE:
    case SCREEN_SETTINGS:
    case SCREEN_END:
    case SCREEN_LOBBY:
    case SCREEN_CONSOLE:
    case SCREEN_BOARD:
    case SCREEN_JOURNAL:
    case SCREEN_OBSERVE:
    case SCREEN_AUTHOR:
    case SCREENS_COUNT: break;
    }
    return true;
}

bool look_play_to(Desk *desk, ScreenKind screen, int32_t round, Err *err) {
    Bot bot = bot_make(desk->actor, BOT_PERSONA, desk->table->session->seed);
    BotDesk *paper = calloc(1, sizeof *paper);
    ASSERT(paper != NULL);
    bool good = true;
    for (int32_t i = 0; good && i < STEPS_MAX && !there(desk, screen, round); i++) {
        Command command;
        BotWhy why;
        if (!bot_next(&bot, paper, desk->scenario.def, &desk->table->session->state,
                    &command, &why))
            break;
        Verdict verdict;
        good = table_send(desk->table, desk->actor, &command, NULL, &verdict, err);
    }
    event_list_free(&paper->events);
    free(paper);
    if (good) desk_refresh(desk);
    return good;
}
