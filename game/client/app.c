// client/app.c — which screen is shown, what opens over it, and how clicks leave as commands. Never: a rule of the game.
#include "client/app.h"
#include "client/screen_host.h"
#include "client/screen_seat.h"
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void app_init(App *app, AppPorts ports, AppSettings settings) {
    *app = (App){.ports = ports,
            .settings = settings,
            .actor_open = -1,
            .role = -1,
            .seen_phase = NONE};
    app->tap.influence = app->tap.credit_to = -1;
    app->minutes.sharpen = -1;
    app->private_open = settings.open_private;
}

const char *app_say(const App *app, Word word) {
    const char *text = NULL;
    if (app->ports.say) text = app->ports.say(app->ports.context, word_id(word));
    return text ? text : word_english(word);
}

const char *app_say_with(Ui *ui, const App *app, Word word, ...) {
    enum { PAIRS_MAX = 12 };
    const char *pairs[2 * PAIRS_MAX + 1] = {0};
    va_list args;
    va_start(args, word);
    for (int32_t i = 0; i < 2 * PAIRS_MAX; i++) {
        pairs[i] = va_arg(args, const char *);
        if (!pairs[i]) break;
    }
    va_end(args);
    char text[1024];
    if (!word_fill(text, sizeof text, app_say(app, word), pairs)) text[sizeof text - 1] = 0;
    return ui_format(ui, "%s", text);
}

void app_set_notice(App *app, const char *text) {
    snprintf(app->notice, sizeof app->notice, "%s", text);
}

void app_set_refusal(
        App *app, const Command *command, const char *words, const char *sentence) {
    app_set_notice(app, sentence);
    if (command->kind == COMMAND_DEAL_OFFER) app->deal.open = true;
    if (command->kind == COMMAND_COALITION_PROPOSE && command->a == NONE)
        app->coalition.open = true;
    bool act = command->kind == COMMAND_ACT || command->kind == COMMAND_CONSENT_ASK;
    if (!act || app->act.move != command->act.move) return;
    app->act.open = true;
    snprintf(app->act.label, sizeof app->act.label, "%s", words ? words : "");
}

void app_take_back(App *app, const Returned *returned) {
    if (app->returned_count == RETURNED_MAX) {
        memmove(app->returned, app->returned + 1, sizeof *returned * (RETURNED_MAX - 1));
        app->returned_count--;
    }
    app->returned[app->returned_count++] = *returned;
}

// A new step empties what was about to be done in the old one, but never words a person typed.
static void enter_step(App *app, const View *view) {
    bool new_phase = view->phase != app->seen_phase || view->round != app->seen_round;
    app->seen_round = view->round;
    app->seen_phase = view->phase;
    app->seen_sub = view->sub;
    app->minutes = (MinutesDraft){.sharpen = -1};
    app->lead = (LeadDraft){0};
    app->act.open = false;
    app->private_open = app->settings.open_private;
    if (!new_phase) return;
    app->group.open = false;
    app->notice[0] = 0;
    app->tap = (TapDraft){.influence = -1, .credit_to = -1};
    if (view->meeting.open) app->screen = SCREEN_MEETING;
    if (!view->meeting.open && app->screen == SCREEN_MEETING) app->screen = SCREEN_TABLE;
}

void app_set_view(App *app, const View *view) {
    bool outside = app->screen == SCREEN_HOME || app->screen == SCREEN_CASE;
    app->view = view;
    if (view) app->right_to_left = view->right_to_left;
    if (!view) {
        if (!outside) app->screen = SCREEN_HOME;
        return;
    }
    if (app->seat && app->seat->shown && !app->seat->lost) away_look(app, view);
    if (outside) app->screen = SCREEN_TABLE;
    bool moved = view->phase != app->seen_phase || view->round != app->seen_round
                 || view->sub != app->seen_sub;
    if (moved || outside) enter_step(app, view);
    if (view->end.reached && !app->seen_end) {
        app->screen = SCREEN_END;
        app->end_actor = view->me;
    }
    app->seen_end = view->end.reached;
}

static Command stamped(const View *view, Command command) {
    command.actor = view->me;
    command.at_round = view->round;
    command.at_phase = view->round == 0 ? (uint8_t)AT_BEFORE : view->phase;
    command.at_sub = view->sub;
    return command;
}

void app_send(App *app, Command command, const char *words) {
    if (!app->ports.send || !app->view) return;
    command = stamped(app->view, command);
    app->notice[0] = 0;
    app->ports.send(app->ports.context, &command, words);
}

const Forecast *app_foresee(App *app, const View *view, Command command) {
    if (!app->ports.foresee) return NULL;
    command = stamped(view, command);
    return app->ports.foresee(app->ports.context, &command);
}

void app_send_plain(App *app, CommandKind kind, int32_t a, int32_t b, int32_t c) {
    app_send(app,
            (Command){.kind = (uint8_t)kind,
                    .a = (int16_t)a,
                    .b = (int16_t)b,
                    .c = (int16_t)c},
            "");
}

const ViewMove *app_move(const View *view, int32_t index) {
    for (int32_t i = 0; i < view->moves_count; i++) {
        if (view->moves[i].index == index) return &view->moves[i];
    }
    return NULL;
}

static int32_t first_open_target(const ViewMove *move) {
    for (int32_t i = 0; i < move->targets_count; i++) {
        if (move->targets[i].open) return i;
    }
    return 0;
}

static int32_t first_open_answer(const ViewQuestion *question) {
    for (int32_t i = 0; i < question->options_count; i++) {
        if (question->options[i].open) return i;
    }
    return 0;
}

void app_open_act(App *app, int32_t move_index) {
    if (app->view) app_open_act_of(app, app->view, move_index);
}

void app_open_act_of(App *app, const View *view, int32_t move_index) {
    const ViewMove *move = app_move(view, move_index);
    if (!move) return;
    bool same = app->act.move == move_index;
    app->notice[0] = 0;
    char label[LABEL_BYTES];
    memcpy(label, app->act.label, sizeof label);
    app->act =
            (ActDraft){.open = true, .move = move_index, .side = 1, .bid = move->bid_min};
    app->act.target = first_open_target(move);
    for (int32_t i = 0; i < move->asks_count && i < ASKS_MAX; i++) {
        int32_t answer = app->act.answers[i] = first_open_answer(&move->asks[i]);
        if (move->asks[i].many && answer < move->asks[i].options_count)
            app->act.guests[i] = (uint16_t)move->asks[i].options[answer].value;
    }
    if (same) memcpy(app->act.label, label, sizeof label);
}

void app_set_look(App *app, const AppLook *look) {
    if (app->look && !look && !app->view) app->act.open = false;
    app->look = look;
}

void app_set_console(App *app, const ConsoleView *console) {
    app->console = console;
    if (!console) {
        if (app->screen == SCREEN_LOBBY || app->screen == SCREEN_CONSOLE)
            app->screen = SCREEN_HOME;
        return;
    }
    bool lobby = console->step.stage == STAGE_LOBBY;
    bool outside = app->screen == SCREEN_HOME || app->screen == SCREEN_CASE;
    if (outside || app->screen == SCREEN_LOBBY || (lobby && app->screen == SCREEN_CONSOLE))
        app->screen = lobby ? SCREEN_LOBBY : SCREEN_CONSOLE;
}

// --- Drawing ---

static bool is_of_seat(ScreenKind screen) {
    return screen == SCREEN_JOURNAL || screen == SCREEN_OBSERVE;
}

// The menu is the page of settings; the same key leads back to where it was asked for.
static void menu(App *app) {
    bool there = app->screen == SCREEN_SETTINGS;
    ScreenKind from = app->screen;
    app->screen = there ? app->menu_from : SCREEN_SETTINGS;
    app->menu_from = there ? SCREEN_HOME : from;
    if (there && app->console && !app->view) app_set_console(app, app->console);
}

static void open_what_was_asked(Ui *ui, App *app) {
    const char *why = ui_take_why(ui);
    if (!why) return;
    if (strncmp(why, "cell.", 5) == 0) {
        app->why_open = true;
        app->why_cell = (uint16_t)strtol(why + 5, NULL, 10);
    } else if (strcmp(why, "curtain") == 0) {
        app->curtain = !app->curtain;
    } else if (strcmp(why, "find") == 0) {
        app->find = (FindDraft){.open = true, .asks_focus = true};
    } else if (strcmp(why, "menu") == 0) {
        menu(app);
    } else if (strncmp(why, "move.", 5) == 0) {
        app_open_act(app, (int32_t)strtol(why + 5, NULL, 10));
    } else if (strncmp(why, "actor.", 6) == 0) {
        app->actor_open = (int32_t)strtol(why + 6, NULL, 10);
    } else {
        app->help_open = true;
    }
}

static void go_back(Ui *ui, App *app) {
    if (!ui_take_back(ui)) return;
    if (app->find.open) {
        find_bar_end(ui, app);
        return;
    }
    if (app->screen == SCREEN_SETTINGS && app->seat && app->seat->shown) {
        app->screen = SCREEN_TABLE;
    } else if (app->screen == SCREEN_SETTINGS && app->console && !app->view) {
        app->screen = SCREEN_CONSOLE;
        app_set_console(app, app->console);
    } else if (app->screen == SCREEN_CASE || app->screen == SCREEN_SETTINGS
               || app->screen == SCREEN_AUTHOR) {
        app->screen = app->view ? SCREEN_TABLE : SCREEN_HOME;
    } else if (app->view) {
        app->screen = app->view->meeting.open && app->screen != SCREEN_MEETING
                              ? SCREEN_MEETING
                              : SCREEN_TABLE;
    }
}

static void draw_outside(Ui *ui, App *app) {
    bool own_notice = app->screen == SCREEN_HOME || app->screen == SCREEN_CASE;
    if (!own_notice || app->console) frame_notice(ui, app);
    if (app->screen == SCREEN_SETTINGS) {
        screen_settings_draw(ui, app);
    } else if (app->screen == SCREEN_BOARD && app->board) {
        screen_board_draw(ui, app->board, app);
    } else if (app->screen == SCREEN_LOBBY && app->console) {
        screen_lobby_draw(ui, app->console, app);
    } else if (app->console) {
        screen_console_draw(ui, app->console, app);
    } else if (app->screen == SCREEN_CASE && app->card) {
        screen_case_draw(ui, app->card, app);
    } else if (app->screen == SCREEN_AUTHOR && app->home) {
        screen_author_draw(ui, app->home, app);
    } else if (app->home) {
        screen_home_draw(ui, app->home, app);
    }
}

static void draw_inside(Ui *ui, App *app) {
    const View *view = app->view;
    // Notes and lines belong to a seat of a workshop; a game alone has none.
    if (is_of_seat(app->screen) && !app->seat) app->screen = SCREEN_TABLE;
    switch (app->screen) {
    case SCREEN_MEETING: screen_meeting_draw(ui, view, app); break;
    case SCREEN_DEALS: screen_deals_draw(ui, view, app); break;
    case SCREEN_NEWS: screen_news_draw(ui, view, app); break;
    case SCREEN_END: screen_end_draw(ui, view, app); break;
    case SCREEN_JOURNAL: screen_journal_draw(ui, view, app); break;
    case SCREEN_OBSERVE: screen_observe_draw(ui, view, app); break;
    case SCREEN_SETTINGS:
        frame_notice(ui, app);
        screen_settings_draw(ui, app);
        break;
    case SCREEN_LOBBY:
    case SCREEN_CONSOLE:
    case SCREEN_BOARD:
    case SCREEN_HOME:
    case SCREEN_CASE:
    case SCREEN_AUTHOR:
    case SCREEN_TABLE:
    case SCREENS_COUNT: screen_table_draw(ui, view, app); break;
    }
    // One sheet at a time; the latest question is on top.
    if (app->why_open) {
        sheet_why_draw(ui, view, app);
    } else if (app->actor_open >= 0) {
        sheet_actor_draw(ui, view, app);
    } else if (app->act.open) {
        sheet_act_draw(ui, view, app);
    } else if (app->deal.open) {
        sheet_deal_draw(ui, view, app);
    } else if (app->coalition.open) {
        sheet_coalition_draw(ui, view, app);
    } else if (app->group.open) {
        sheet_group_draw(ui, view, app);
    } else if (app->what_if_open && app->what_if) {
        sheet_what_if_draw(ui, app);
    }
}

static const char *const SCREEN_NAMES[SCREENS_COUNT] = {[SCREEN_HOME] = "home",
        [SCREEN_CASE] = "case",
        [SCREEN_TABLE] = "table",
        [SCREEN_MEETING] = "meeting",
        [SCREEN_DEALS] = "deals",
        [SCREEN_NEWS] = "news",
        [SCREEN_END] = "end",
        [SCREEN_SETTINGS] = "settings",
        [SCREEN_LOBBY] = "lobby",
        [SCREEN_CONSOLE] = "console",
        [SCREEN_BOARD] = "board",
        [SCREEN_JOURNAL] = "journal",
        [SCREEN_OBSERVE] = "observe",
        [SCREEN_AUTHOR] = "author"};

MUST_USE bool app_screen_of(const char *name, ScreenKind *out) {
    for (int32_t i = 0; i < SCREENS_COUNT; i++) {
        if (strcmp(name, SCREEN_NAMES[i]) == 0) {
            *out = (ScreenKind)i;
            return true;
        }
    }
    return false;
}

const char *app_screen_name(ScreenKind screen) { return SCREEN_NAMES[screen]; }

Theme app_theme(const App *app) {
    ThemeKind kind = app->settings.theme;
    return app->themes ? app->themes[kind] : theme_default(kind);
}

// Somebody stands behind the laptop: nothing is shown, and nothing is lost.
static void draw_curtain(Ui *ui, App *app) {
    (void)ui_take_back(ui);
    ui_open(ui, (UiBox){.grow = 1,
                        .gap = 24,
                        .pad = 28,
                        .across = UI_CENTER,
                        .along = UI_CENTER});
    ui_text(ui, app_say(app, WORD_CURTAIN), (UiText){.type = TYPE_TITLE, .heading = true});
    if (ui_button(ui, (UiButton){.id = "curtain",
                              .label = app_say(app, WORD_CURTAIN_AWAY),
                              .icon = ICON_EYE}))
        app->curtain = false;
    ui_close(ui);
}

void app_draw(void *context, Ui *ui) {
    App *app = context;
    ui_set_direction(ui, app->right_to_left);
    open_what_was_asked(ui, app);
    if (app->curtain) {
        draw_curtain(ui, app);
        return;
    }
    go_back(ui, app);
    settings_trial_turn(ui, app);
    if (app->find.open) find_bar_draw(ui, app);
    bool at_seat = app->seat && app->seat->shown, settings = app->screen == SCREEN_SETTINGS;
    if (at_seat && !settings && (!app->view || !seat_has_screens(app))) {
        screen_seat_draw(ui, app);
    } else if (app->view) {
        draw_inside(ui, app);
    } else {
        draw_outside(ui, app);
    }
    bool other_sheet = app->why_open || app->actor_open >= 0 || app->act.open
                       || app->deal.open || app->coalition.open || app->group.open;
    if (app->help_open && !other_sheet) sheet_help_draw(ui, app);
}

void app_draw_board(const App *app, Ui *ui) {
    if (app->board) screen_board_draw(ui, app->board, app);
}
