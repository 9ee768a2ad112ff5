// client/screen_why.c — the sheets that explain: why a number is what it is, who an actor is, and help. Never: a rule.
#include "client/charts.h"
#include "client/screen_seat.h"

// --- Why this number ---

// The number and its name, wherever in the view it stands.
static const ViewNamed *named_in(const ViewNamed *numbers, int32_t count, uint16_t cell) {
    for (int32_t i = 0; i < count; i++) {
        if (numbers[i].number.cell == cell) return &numbers[i];
    }
    return NULL;
}

static const char *actor_number(Ui *ui, const View *view, uint16_t cell) {
    for (int32_t i = 0; i < view->actors_count; i++) {
        const ViewActor *actor = &view->actors[i];
        const ViewNamed *found = named_in(actor->holds, actor->holds_count, cell);
        if (!found) found = named_in(actor->standing, actor->standing_count, cell);
        if (found) return ui_format(ui, "%s: %s", actor->name, found->name);
    }
    return NULL;
}

static const char *name_of_cell(Ui *ui, const View *view, const App *app, uint16_t cell) {
    const ViewNamed *found = named_in(view->mine, view->mine_count, cell);
    if (!found) found = named_in(view->world, view->world_count, cell);
    if (found) return found->name;
    const char *of_actor = actor_number(ui, view, cell);
    if (of_actor) return of_actor;
    for (int32_t i = 0; i < view->deciders_count; i++) {
        const ViewDecider *decider = &view->deciders[i];
        if (decider->stance.cell == cell)
            return ui_format(ui, "%s: %s", decider->name, app_say(app, WORD_STANCE));
        if (decider->heat.cell == cell)
            return ui_format(ui, "%s: %s", decider->name, app_say(app, WORD_HEAT));
    }
    for (int32_t i = 0; i < view->frames_count; i++) {
        found = named_in(view->frames[i].adoption, view->frames[i].adoption_count, cell);
        if (found) return ui_format(ui, "%s: %s", view->frames[i].name, found->name);
    }
    return app_say(app, WORD_WHY_NUMBER);
}

// The line carries its own figure; the mark says at a glance which way it pushed.
static void why_line(Ui *ui, const App *app, const ViewWhy *line) {
    bool up = line->tenths >= 0;
    ui_open(ui, (UiBox){.flow = UI_ROW, .gap = 10, .across = UI_START});
    ui_icon(ui, up ? ICON_PLUS : ICON_MINUS, 20, up ? COLOR_GOOD : COLOR_ALARM);
    ui_text(ui, line->text, (UiText){.type = TYPE_LABEL, .grow = 1});
    ui_text(ui,
            app_say_with(
                    ui, app, WORD_ROUND, "round", ui_format(ui, "%d", line->round), NULL),
            (UiText){.type = TYPE_CAPTION, .color = COLOR_MUTED});
    ui_close(ui);
}

void sheet_why_draw(Ui *ui, const View *view, App *app) {
    const char *name = name_of_cell(ui, view, app, app->why_cell);
    ui_scope(ui, "why", app->why_cell);
    if (!ui_sheet_open(ui, "sheet",
                app_say_with(ui, app, WORD_WHY_TITLE, "number", name, NULL),
                app_say(app, WORD_CLOSE))) {
        app->why_open = false;
        ui_scope_end(ui);
        return;
    }
    Region region = {0};
    const ViewWhy *lines = NULL;
    int32_t count = app->ports.why ? app->ports.why(
                            app->ports.context, app->why_cell, &region, &lines)
                                   : 0;
    if (count == 0) part_empty(ui, app_say(app, WORD_WHY_NOTHING));
    for (int32_t i = 0; i < count; i++)
        why_line(ui, app, &lines[i]);
    region_clear(&region);
    ui_sheet_close(ui);
    ui_scope_end(ui);
}

// --- One actor ---

void sheet_actor_draw(Ui *ui, const View *view, App *app) {
    if (app->actor_open >= view->actors_count) {
        app->actor_open = -1;
        return;
    }
    const ViewActor *actor = &view->actors[app->actor_open];
    ui_scope(ui, "who", app->actor_open);
    if (!ui_sheet_open(ui, "sheet", actor->name, app_say(app, WORD_CLOSE))) {
        app->actor_open = -1;
        ui_scope_end(ui);
        return;
    }
    ui_open(ui, (UiBox){.flow = UI_ROW, .gap = 12, .across = UI_START});
    chart_actor_mark(ui, actor->index, 44);
    ui_text(ui, actor->brief, (UiText){.type = TYPE_LABEL, .grow = 1});
    ui_close(ui);
    ui_text(ui, app_say(app, WORD_HOLDS), (UiText){.type = TYPE_LABEL, .bold = true});
    part_numbers(ui, app, "holds", actor->holds, actor->holds_count);
    ui_text(ui, app_say(app, WORD_STANDING), (UiText){.type = TYPE_LABEL, .bold = true});
    part_numbers(ui, app, "standing", actor->standing, actor->standing_count);
    if (!actor->is_me) {
        ui_text(ui, app_say(app, WORD_TRUST), (UiText){.type = TYPE_LABEL, .bold = true});
        ui_open(ui, (UiBox){.flow = UI_GRID, .cell = 200, .gap = 4});
        ui_scope(ui, "mine", -1);
        part_view_number(ui, app, app_say(app, WORD_MY_TRUST), &actor->my_trust, "");
        ui_scope_end(ui);
        ui_scope(ui, "theirs", -1);
        part_view_number(ui, app, app_say(app, WORD_THEIR_TRUST), &actor->trust_in_me, "");
        ui_scope_end(ui);
        ui_close(ui);
    }
    ui_sheet_close(ui);
    ui_scope_end(ui);
}

// --- Help ---

static Word help_of(ScreenKind screen) {
    switch (screen) {
    case SCREEN_MEETING: return WORD_HELP_MEETING;
    case SCREEN_DEALS: return WORD_HELP_DEALS;
    case SCREEN_NEWS: return WORD_HELP_NEWS;
    case SCREEN_END: return WORD_HELP_END;
    case SCREEN_TABLE: return WORD_HELP_TABLE;
    case SCREEN_JOURNAL: return WORD_HELP_JOURNAL;
    case SCREEN_OBSERVE: return WORD_HELP_OBSERVE;
    case SCREEN_LOBBY: return WORD_HELP_LOBBY;
    case SCREEN_CONSOLE:
    case SCREEN_BOARD: return WORD_HELP_CONSOLE;
    case SCREEN_HOME:
    case SCREEN_CASE:
    case SCREEN_AUTHOR:
    case SCREEN_SETTINGS:
    case SCREENS_COUNT: break;
    }
    return WORD_HELP_HOME;
}

static void key_line(Ui *ui, const char *keys, const char *what) {
    ui_open(ui, (UiBox){.flow = UI_ROW, .gap = 10, .across = UI_START});
    ui_open(ui, (UiBox){.width = 130});
    ui_text(ui, keys, (UiText){.type = TYPE_LABEL, .bold = true});
    ui_close(ui);
    ui_text(ui, what, (UiText){.type = TYPE_LABEL, .grow = 1});
    ui_close(ui);
}

static void style_help(Ui *ui, const App *app) {
    ui_text(ui, app_say(app, WORD_HELP_STYLES), (UiText){.type = TYPE_LABEL, .bold = true});
    ui_open(ui, (UiBox){.flow = UI_WRAP, .gap = 6});
    for (uint8_t style = 0; style < 4; style++) {
        LineStyle line = part_style_line(style);
        ui_chip(ui, part_style_word(app, style), ICON_NONE, COLOR_TEXT, &line);
    }
    ui_close(ui);
}

// What the case says of care, and whom to call: as near in play as before it.
static void help_lines(Ui *ui, const App *app) {
    const View *view = app->view;
    if (view->helplines_count == 0) return;
    ui_text(ui, app_say(app, WORD_HELP_LINES), (UiText){.type = TYPE_LABEL, .bold = true});
    for (int32_t i = 0; i < view->helplines_count; i++)
        ui_text(ui, view->helplines[i], (UiText){.type = TYPE_LABEL});
}

void sheet_help_draw(Ui *ui, App *app) {
    ui_scope(ui, "help", -1);
    if (!ui_sheet_open(ui, "sheet", app_say(app, WORD_HELP), app_say(app, WORD_CLOSE))) {
        app->help_open = false;
        ui_scope_end(ui);
        return;
    }
    ui_text(ui, app_say(app, help_of(app->screen)), (UiText){.type = TYPE_LABEL});
    if (app->seat && app->seat->shown) seat_help(ui, app);
    if (app->view) help_lines(ui, app);
    if (app->view) style_help(ui, app);
    ui_text(ui, app_say(app, WORD_HELP_KEYS), (UiText){.type = TYPE_LABEL, .bold = true});
    key_line(ui, "Tab", app_say(app, WORD_KEY_TAB));
    key_line(ui, "Enter, Space", app_say(app, WORD_KEY_ENTER));
    bool watches = app->view && app->view->me == NONE;
    bool letters = ui_letters(ui) != UI_LETTERS_OFF;
    const char *alt = ui_letters(ui) == UI_LETTERS_ALT ? "Alt + " : "";
    if (app->view && app->seat && letters)
        key_line(ui, ui_format(ui, "%s%s", alt, watches ? "T M O R J" : "T M D R J"),
                app_say(app, watches ? WORD_KEY_TABS_WATCH : WORD_KEY_TABS_SEAT));
    else if (app->view && letters)
        key_line(ui, ui_format(ui, "%sT M D R", alt), app_say(app, WORD_KEY_TABS));
    if (app->view && letters)
        key_line(ui, ui_format(ui, "%s1 - 9", alt), app_say(app, WORD_KEY_ACTS));
    if (!letters)
        ui_text(ui, app_say(app, WORD_LETTERS_ARE_OFF), (UiText){.type = TYPE_LABEL});
    key_line(ui, ui_letters(ui) == UI_LETTERS_ALONE ? "F1, ?" : "F1",
            app_say(app, WORD_KEY_WHY));
    key_line(ui, "Ctrl F", app_say(app, WORD_KEY_FIND));
    key_line(ui, "F6", app_say(app, WORD_KEY_GROUPS));
    key_line(ui, "F10", app_say(app, WORD_KEY_MENU));
    key_line(ui, "Esc", app_say(app, WORD_KEY_ESCAPE));
    key_line(ui, "Ctrl +, -, 0", app_say(app, WORD_KEY_SIZE));
    key_line(ui, "F9", app_say(app, WORD_KEY_CURTAIN));
    key_line(ui, "F11, F12", app_say(app, WORD_KEY_SCREEN));
    if (app->guide_off
            && ui_button(ui, (UiButton){.id = "guide",
                                     .label = app_say(app, WORD_GUIDE_AGAIN),
                                     .icon = ICON_HELP})) {
        app->guide_off = false;
    }
    ui_sheet_close(ui);
    ui_scope_end(ui);
}
