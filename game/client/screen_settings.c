// client/screen_settings.c — the page of what a person may choose for this window; everything applies at once. Never: writes a file.
#include "client/screens.h"
#include <stdio.h>
#include <stdlib.h>

enum { SHOWN_MAX = 40, TRIAL_MS = 10000, PORT_LEAST = 1024, PORT_MOST = 65535 };

static void language_choice(Ui *ui, App *app, bool *changed) {
    const HomeView *home = app->home;
    if (!home || home->languages_count < 2) return;
    const char *labels[SHOWN_MAX];
    int32_t count = core_min(home->languages_count, SHOWN_MAX);
    for (int32_t i = 0; i < count; i++)
        labels[i] = home->languages[i];
    part_card_open(ui, app_say(app, WORD_LANGUAGE), ICON_SPEECH);
    *changed |= ui_radio(ui, "language", labels, NULL, count, &app->settings.language);
    part_card_close(ui);
}

static void theme_choice(Ui *ui, App *app, bool *changed) {
    const char *themes[THEMES_COUNT] = {app_say(app, WORD_THEME_LIGHT),
            app_say(app, WORD_THEME_DARK), app_say(app, WORD_THEME_CONTRAST)};
    int32_t theme = (int32_t)app->settings.theme;
    part_card_open(ui, app_say(app, WORD_THEME), ICON_EYE);
    *changed |= ui_radio(ui, "theme", themes, NULL, THEMES_COUNT, &theme);
    *changed |= ui_check(
            ui, "motion", app_say(app, WORD_LESS_MOTION), &app->settings.reduced_motion);
    part_card_close(ui);
    app->settings.theme = (ThemeKind)theme;
}

// --- Sizes, tried out for ten seconds ---

static int32_t text_size(const App *app) {
    return core_max(100, app->settings.text_percent);
}

static void trial_begin(Ui *ui, App *app) {
    if (!app->trial.on)
        app->trial =
                (SizeTrial){.scale_percent = ui_scale(ui), .text_percent = text_size(app)};
    app->trial.on = true;
    app->trial.until_ms = ui_now_ms(ui) + TRIAL_MS;
}

static void tell_settings(App *app) {
    if (app->ports.settings_changed)
        app->ports.settings_changed(app->ports.context, &app->settings);
}

static void use_sizes(Ui *ui, App *app, int32_t scale, int32_t text) {
    ui_set_scale(ui, scale);
    app->settings.text_percent = core_clamp(text, 100, 200);
    ui_set_text_size(ui, app->settings.text_percent);
    app->settings.scale_percent = ui_scale(ui);
}

static void trial_back(Ui *ui, App *app) {
    use_sizes(ui, app, app->trial.scale_percent, app->trial.text_percent);
    app->trial.on = false;
    tell_settings(app);
}

// Who goes on to another page could read this one.
void settings_trial_turn(Ui *ui, App *app) {
    if (!app->trial.on) return;
    if (app->screen != SCREEN_SETTINGS) {
        app->trial.on = false;
    } else if (ui_now_ms(ui) >= app->trial.until_ms) {
        trial_back(ui, app);
    } else {
        int64_t left = app->trial.until_ms - ui_now_ms(ui);
        ui_wake_at(ui, ui_now_ms(ui) + (left % 1000 ? left % 1000 : 1000));
    }
}

static void trial_line(Ui *ui, App *app) {
    if (!app->trial.on) return;
    int32_t left = (int32_t)((app->trial.until_ms - ui_now_ms(ui) + 999) / 1000);
    ui_text(ui,
            app_say_with(ui, app, WORD_TRIAL, "seconds", ui_format(ui, "%d", left), NULL),
            (UiText){.type = TYPE_LABEL, .bold = true});
    ui_open(ui, (UiBox){.flow = UI_WRAP, .gap = 8});
    if (ui_button(ui, (UiButton){.id = "keep",
                              .label = app_say(app, WORD_TRIAL_KEEP),
                              .icon = ICON_CHECK,
                              .rank = UI_PRIMARY}))
        app->trial.on = false;
    if (ui_button(ui, (UiButton){.id = "undo",
                              .label = app_say(app, WORD_TRIAL_BACK),
                              .icon = ICON_BACK}))
        trial_back(ui, app);
    ui_close(ui);
}

static int32_t size_buttons(
        Ui *ui, const App *app, Word now, int32_t percent, const char *scope) {
    int32_t step = 0;
    ui_scope(ui, scope, -1);
    ui_text(ui, app_say_with(ui, app, now, "percent", ui_format(ui, "%d", percent), NULL),
            (UiText){.type = TYPE_LABEL});
    ui_open(ui, (UiBox){.flow = UI_WRAP, .gap = 8});
    if (ui_button(ui, (UiButton){.id = "smaller",
                              .label = app_say(app, WORD_SMALLER),
                              .icon = ICON_MINUS}))
        step = -25;
    if (ui_button(ui, (UiButton){.id = "larger",
                              .label = app_say(app, WORD_LARGER),
                              .icon = ICON_PLUS}))
        step = 25;
    ui_close(ui);
    ui_scope_end(ui);
    return step;
}

static void size_choice(Ui *ui, App *app, bool *changed) {
    part_card_open(ui, app_say(app, WORD_SIZE), ICON_PLUS);
    int32_t size = size_buttons(ui, app, WORD_SIZE_NOW, ui_scale(ui), "size");
    int32_t text = size_buttons(ui, app, WORD_TEXT_NOW, text_size(app), "text");
    if (size || text) {
        trial_begin(ui, app);
        use_sizes(ui, app, ui_scale(ui) + size, text_size(app) + text);
        *changed = true;
    }
    trial_line(ui, app);
    part_card_close(ui);
}

// --- Keys, controller, board, privacy, port, folder ---

static void keys_choice(Ui *ui, App *app, bool *changed) {
    const char *ways[3] = {app_say(app, WORD_LETTERS_ALONE), app_say(app, WORD_LETTERS_ALT),
            app_say(app, WORD_LETTERS_OFF)};
    bool pad = !app->settings.no_pad;
    part_card_open(ui, app_say(app, WORD_LETTERS), ICON_ACCESS);
    ui_text(ui, app_say(app, WORD_LETTERS_NOTE),
            (UiText){.type = TYPE_LABEL, .color = COLOR_MUTED});
    *changed |= ui_radio(ui, "letters", ways, NULL, 3, &app->settings.letters);
    *changed |= ui_check(ui, "pad", app_say(app, WORD_PAD_USE), &pad);
    part_card_close(ui);
    app->settings.no_pad = !pad;
}

static void board_choice(Ui *ui, App *app, bool *changed) {
    const char *labels[SHOWN_MAX];
    int32_t count = core_min(app->screens_count, SHOWN_MAX - 1);
    if (count < 2) return; // one screen: nothing to choose
    labels[0] = app_say(app, WORD_BOARD_AUTO);
    for (int32_t i = 1; i <= count; i++)
        labels[i] = app_say_with(ui, app, WORD_BOARD_ON, "n", ui_format(ui, "%d", i), NULL);
    part_card_open(ui, app_say(app, WORD_BOARD_SCREEN), ICON_PUBLIC);
    *changed |= ui_radio(ui, "board", labels, NULL, count + 1, &app->settings.board_screen);
    part_card_close(ui);
}

static void privacy_choice(Ui *ui, App *app, bool *changed) {
    part_card_open(ui, app_say(app, WORD_PRIVACY), ICON_LOCK);
    *changed |= ui_check(
            ui, "private", app_say(app, WORD_PRIVACY_OPEN), &app->settings.open_private);
    part_card_close(ui);
}

// What is typed counts once it is a port; until then the old one does.
static void port_choice(Ui *ui, App *app, bool *changed) {
    char *text = app->port_text;
    if (!text[0] && app->settings.port && !*ui_focused(ui))
        snprintf(text, sizeof app->port_text, "%d", app->settings.port);
    part_card_open(ui, app_say(app, WORD_PORT_TITLE), ICON_PEER);
    if (ui_field(ui, "port", app_say(app, WORD_PORT), text, sizeof app->port_text)) {
        char *end = text;
        long port = strtol(text, &end, 10);
        bool good = *text && !*end && port >= PORT_LEAST && port <= PORT_MOST;
        app->settings.port = good ? (int32_t)port : *text ? app->settings.port : 0;
        *changed = true;
    }
    bool wrong = *text && strtol(text, NULL, 10) != app->settings.port;
    ui_text(ui, app_say(app, wrong ? WORD_PORT_WRONG : WORD_PORT_NOTE),
            (UiText){.type = TYPE_CAPTION, .color = wrong ? COLOR_CARE : COLOR_MUTED});
    part_card_close(ui);
}

static void folder_note(Ui *ui, const App *app) {
    if (!app->data_folder) return;
    part_card_open(ui, app_say(app, WORD_FOLDER_TITLE), ICON_HOME);
    ui_text(ui, app->data_folder, (UiText){.type = TYPE_LABEL, .bold = true});
    ui_text(ui, app_say(app, WORD_FOLDER_NOTE),
            (UiText){.type = TYPE_LABEL, .color = COLOR_MUTED});
    part_card_close(ui);
}

static void leave_button(Ui *ui, const App *app) {
    if (app->view && app->ports.leave
            && ui_button(ui, (UiButton){.id = "leave",
                                     .label = app_say(app, WORD_LEAVE_GAME),
                                     .note = app_say(app, WORD_LEAVE_NOTE),
                                     .icon = ICON_HOME})) {
        app->ports.leave(app->ports.context);
    }
}

static void find_button(Ui *ui, App *app) {
    if (!app->find.open
            && ui_button(ui, (UiButton){.id = "find",
                                     .label = app_say(app, WORD_FIND_SETTING),
                                     .icon = ICON_EYE,
                                     .key = '/',
                                     .rank = UI_QUIET}))
        app->find = (FindDraft){.open = true, .asks_focus = true};
}

void screen_settings_draw(Ui *ui, App *app) {
    bool changed = false, low = frame_is_low(ui);
    if (!low) home_top_line(ui, app, app_say(app, WORD_SETTINGS), true);
    ui_open(ui, (UiBox){.scroll = true,
                        .grow = 1,
                        .pad = 16,
                        .gap = 16,
                        .id = "settings_page"});
    if (low) home_top_line(ui, app, app_say(app, WORD_SETTINGS), true);
    find_button(ui, app);
    ui_open(ui, (UiBox){.flow = UI_GRID, .cell = 320, .cell_most = 520, .gap = 16});
    size_choice(ui, app, &changed);
    theme_choice(ui, app, &changed);
    language_choice(ui, app, &changed);
    keys_choice(ui, app, &changed);
    privacy_choice(ui, app, &changed);
    board_choice(ui, app, &changed);
    port_choice(ui, app, &changed);
    folder_note(ui, app);
    ui_close(ui);
    leave_button(ui, app);
    ui_close(ui);
    app->settings.scale_percent = ui_scale(ui);
    if (!changed) return;
    *ui_theme(ui) = app_theme(app);
    ui_set_motion(ui, app->settings.reduced_motion);
    ui_set_letters(ui, (UiLetters)app->settings.letters);
    tell_settings(app);
}
