// client/discreet.c — what of the screens is for one person only, so that no picture of it is kept. Never: draws.
#include "client/screens.h"

static bool is_of_seat(ScreenKind screen) {
    return screen == SCREEN_JOURNAL || screen == SCREEN_OBSERVE;
}

static bool sheet_is_open(const App *app) {
    return app->act.open || app->deal.open || app->coalition.open || app->group.open;
}

// Codes that open places, calls, whispers and notes of people stand on these pages.
static Word refusal_outside(const App *app) {
    bool public_page = app->screen == SCREEN_SETTINGS || app->screen == SCREEN_BOARD;
    if (app->console && !public_page) return WORD_PICTURE_CONSOLE;
    bool typed = app->join.open && app->join.code[0];
    return typed && app->screen == SCREEN_HOME ? WORD_PICTURE_CODE : WORD_NONE;
}

// A seat of a hosted session: what was said to it, its code, its own notes.
static bool shows_own_words(const App *app) {
    if (is_of_seat(app->screen)) return true;
    if (!app->seat || !app->seat->shown) return false;
    return app->help_open || app->seat->news.lines_count > 0 || app->away.tells
           || !app->view;
}

Word discreet_refusal(const App *app) {
    const View *view = app->view;
    if (app->curtain) return WORD_NONE;
    if (app->look) return WORD_PICTURE_CONSOLE; // a seat, seen from the console
    if (app->screen == SCREEN_SETTINGS) return WORD_NONE;
    if (shows_own_words(app)) return WORD_PICTURE_SEAT;
    if (!view) return refusal_outside(app);
    bool has_private = *view->private_brief || *view->hidden;
    if (app->screen == SCREEN_DEALS) return WORD_PICTURE_DEALS;
    if (app->screen == SCREEN_TABLE && app->private_open && has_private)
        return WORD_PICTURE_PRIVATE;
    if (sheet_is_open(app) || view->plan_count > 0) return WORD_PICTURE_DRAFT;
    // News and causes tell this seat things that others may not know.
    if (app->screen == SCREEN_NEWS || app->why_open) return WORD_PICTURE_NEWS;
    return WORD_NONE;
}
