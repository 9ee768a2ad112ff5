// client/screen_home.c — home, and the card of a case with its roles. Never: a rule.
#include "client/charts.h"
#include "client/screen_seat.h"
#include <string.h>

// --- Home ---

void home_top_line(Ui *ui, App *app, const char *title, bool back) {
    ui_open(ui, (UiBox){.flow = UI_ROW,
                        .gap = 12,
                        .pad_x = 16,
                        .pad_y = 6,
                        .fill = COLOR_SURFACE});
    if (back
            && ui_button(ui, (UiButton){.id = "back",
                                     .label = app_say(app, WORD_BACK),
                                     .icon = ICON_BACK,
                                     .rank = UI_QUIET})) {
        app->screen = app->view      ? SCREEN_TABLE
                      : app->console ? SCREEN_CONSOLE
                                     : SCREEN_HOME;
        if (app->console && !app->view) app_set_console(app, app->console);
    }
    ui_text(ui, title,
            (UiText){.type = TYPE_HEAD, .bold = true, .heading = true, .grow = 1});
    bool compact = ui_size(ui) == UI_COMPACT;
    if (app->screen != SCREEN_SETTINGS
            && ui_button(ui, (UiButton){.id = "settings",
                                     .label = compact ? "" : app_say(app, WORD_SETTINGS),
                                     .hint = app_say(app, WORD_SETTINGS),
                                     .icon = ICON_SETTINGS,
                                     .rank = UI_QUIET})) {
        app->screen = SCREEN_SETTINGS;
    }
    if (ui_button(ui, (UiButton){.id = "help",
                              .label = compact ? "" : app_say(app, WORD_HELP),
                              .hint = app_say(app, WORD_HELP),
                              .icon = ICON_HELP,
                              .rank = UI_QUIET})) {
        app->help_open = true;
    }
    ui_close(ui);
    ui_rule(ui);
}

static void sessions_card(Ui *ui, const HomeView *home, App *app) {
    part_card_open(ui, app_say(app, WORD_CONTINUE_TITLE), ICON_CLOCK);
    if (home->sessions_count == 0) part_empty(ui, app_say(app, WORD_NO_SESSIONS));
    for (int32_t i = 0; i < home->sessions_count && i < 5; i++) {
        const HomeSession *session = &home->sessions[i];
        ui_scope(ui, "session", i);
        if (ui_button(ui, (UiButton){.id = "go_on",
                                  .label = session->title,
                                  .note = session->facts,
                                  .icon = ICON_NEXT,
                                  .key = (char)('1' + i),
                                  .closed = *session->problem ? session->problem : NULL,
                                  .rank = i == 0 && !*session->problem ? UI_PRIMARY
                                                                       : UI_SECONDARY})
                && app->ports.go_on) {
            app->ports.go_on(app->ports.context, session->id);
        }
        ui_scope_end(ui);
    }
    part_card_close(ui);
}

// The case that the two ways to begin open: the first that can be played.
static const char *first_case(const HomeView *home) {
    for (int32_t i = 0; i < home->packs_count; i++) {
        if (!*home->packs[i].problem) return home->packs[i].id;
    }
    return NULL;
}

static bool way(
        Ui *ui, const App *app, const char *id, Word word, IconKind icon, char key) {
    return ui_button(ui,
            (UiButton){.id = id, .label = app_say(app, word), .icon = icon, .key = key});
}

static void begin_case(App *app, const char *id, int32_t mode) {
    app->host.mode = mode;
    app->ports.show_case(app->ports.context, id);
}

// All that can be done here, each by a letter. True when the cases below are wanted.
static bool ways(Ui *ui, const HomeView *home, App *app) {
    const AppPorts *ports = &app->ports;
    const char *first = ports->show_case ? first_case(home) : NULL;
    ui_open(ui, (UiBox){.flow = UI_WRAP, .gap = 8});
    if (ports->host && first && way(ui, app, "way_host", WORD_HOST, ICON_PEOPLE, 'h'))
        begin_case(app, first, 1);
    if (first && way(ui, app, "way_learn", WORD_PLAY_ALONE, ICON_PERSON, 'l'))
        begin_case(app, first, 0);
    const HomeSession *last = home->sessions_count ? &home->sessions[0] : NULL;
    if (last && !*last->problem && ports->go_on
            && way(ui, app, "way_on", WORD_CONTINUE_TITLE, ICON_CLOCK, 'c'))
        ports->go_on(ports->context, last->id);
    bool wanted = home->packs_count > 0
                  && way(ui, app, "way_packs", WORD_PACKS_TITLE, ICON_KNOW, 'p');
    if (ports->check_case && way(ui, app, "way_author", WORD_AUTHOR, ICON_CHECK, 'o'))
        app->screen = SCREEN_AUTHOR;
    ui_close(ui);
    return wanted;
}

static void pack_card(Ui *ui, App *app, const HomePack *pack, bool primary) {
    ui_open(ui, (UiBox){.gap = 6,
                        .pad = 14,
                        .radius = 6,
                        .fill = COLOR_SURFACE,
                        .edge = COLOR_LINE});
    ui_text(ui, pack->title, (UiText){.type = TYPE_TITLE, .bold = true, .heading = true});
    if (*pack->about) ui_text(ui, pack->about, (UiText){.type = TYPE_LABEL});
    if (*pack->facts)
        ui_text(ui, pack->facts, (UiText){.type = TYPE_CAPTION, .color = COLOR_MUTED});
    if (!pack->reviewed)
        ui_chip(ui, app_say(app, WORD_UNREVIEWED), ICON_WARN, COLOR_CARE, NULL);
    ui_space(ui, 1);
    if (ui_button(ui, (UiButton){.id = "show",
                              .label = app_say(app, WORD_CHOOSE_CASE),
                              .icon = ICON_NEXT,
                              .closed = *pack->problem ? pack->problem : NULL,
                              .rank = primary ? UI_PRIMARY : UI_SECONDARY})
            && app->ports.show_case) {
        app->ports.show_case(app->ports.context, pack->id);
    }
    ui_close(ui);
}

void screen_home_draw(Ui *ui, const HomeView *home, App *app) {
    bool low = frame_is_low(ui);
    if (!low) home_top_line(ui, app, "Convene", false);
    ui_open(ui, (UiBox){.scroll = true, .grow = 1, .pad = 16, .gap = 16, .id = "home"});
    if (low) home_top_line(ui, app, "Convene", false);
    ui_text(ui, app_say(app, WORD_WELCOME), (UiText){.color = COLOR_MUTED});
    if (app->notice[0])
        ui_text(ui, app->notice, (UiText){.type = TYPE_LABEL, .color = COLOR_CARE});
    bool to_packs = ways(ui, home, app);
    part_overdue(ui, home, app);
    sessions_card(ui, home, app);
    if (app->ports.join) part_join(ui, app);
    ui_heading(ui, app_say(app, WORD_PACKS_TITLE), TYPE_TITLE);
    ui_open(ui, (UiBox){.flow = UI_GRID, .cell = 300, .cell_most = 460, .gap = 16});
    for (int32_t i = 0; i < home->packs_count; i++) {
        ui_scope(ui, "pack", i);
        pack_card(ui, app, &home->packs[i], i == 0 && home->sessions_count == 0);
        if (i == 0 && to_packs) ui_focus_on(ui, "show");
        ui_scope_end(ui);
    }
    ui_close(ui);
    if (app->ports.quit
            && ui_button(ui, (UiButton){.id = "quit",
                                     .label = app_say(app, WORD_QUIT),
                                     .rank = UI_QUIET})) {
        app->ports.quit(app->ports.context);
    }
    ui_close(ui);
    sheet_overdue_draw(ui, home, app);
}

// --- Case card ---

static void role_card(Ui *ui, const CaseView *card, App *app, int32_t place) {
    const CaseActor *actor = &card->actors[place];
    bool pressed = false;
    ui_scope(ui, "role", place);
    ui_card_open(ui, "choose", actor->name, app->role == place, NULL, &pressed);
    chart_actor(ui, actor->index, actor->name, 0);
    ui_text(ui, actor->brief, (UiText){.type = TYPE_LABEL});
    if (place == card->best)
        ui_chip(ui, app_say(app, WORD_FIRST_GAME), ICON_STAR, COLOR_ACCENT, NULL);
    if (*actor->closed)
        ui_text(ui, actor->closed, (UiText){.type = TYPE_CAPTION, .color = COLOR_CARE});
    ui_close(ui);
    ui_scope_end(ui);
    if (pressed && !*actor->closed) app->role = place;
}

static void plan_choice(Ui *ui, const CaseView *card, App *app) {
    if (card->plans_count < 2 || !app->ports.choose_plan) return;
    int32_t chosen = card->plan;
    part_card_open(ui, app_say(app, WORD_CHOOSE_PLAN), ICON_CLOCK);
    bool changed = ui_radio(ui, "plan", card->plans, NULL, card->plans_count, &chosen);
    part_card_close(ui);
    if (changed)
        app->ports.choose_plan(app->ports.context, card->id, card->plan_ids[chosen]);
}

static void roles(Ui *ui, const CaseView *card, App *app) {
    ui_heading(ui, app_say(app, WORD_CHOOSE_ROLE), TYPE_TITLE);
    ui_open(ui, (UiBox){.flow = UI_GRID, .cell = 290, .cell_most = 460, .gap = 12});
    for (int32_t i = 0; i < card->actors_count; i++)
        role_card(ui, card, app, i);
    ui_close(ui);
}

static void play_button(Ui *ui, const CaseView *card, App *app) {
    const char *others = frame_is_low(ui) ? "" : app_say(app, WORD_OTHERS_PLAYED);
    ui_text(ui, others, (UiText){.type = TYPE_LABEL, .color = COLOR_MUTED, .grow = 1});
    bool chosen = app->role >= 0 && app->role < card->actors_count;
    const char *name = chosen ? card->actors[app->role].name : "";
    const char *label = chosen ? app_say_with(ui, app, WORD_PLAY_AS, "actor", name, NULL)
                               : app_say(app, WORD_PLAY);
    if (ui_button(ui, (UiButton){.id = "play",
                              .label = label,
                              .icon = ICON_CHECK,
                              .rank = UI_PRIMARY,
                              .closed = chosen ? NULL : app_say(app, WORD_CHOOSE_FIRST)})
            && app->ports.play) {
        app->ports.play(app->ports.context, card->id, card->actors[app->role].id);
    }
}

static void host_button(Ui *ui, const CaseView *card, App *app) {
    ui_space(ui, 1);
    if (ui_button(ui, (UiButton){.id = "host",
                              .label = app_say(app, WORD_HOST_OPEN),
                              .icon = ICON_PEOPLE,
                              .rank = UI_PRIMARY}))
        app->ports.host(app->ports.context, card->id);
}

void screen_case_draw(Ui *ui, const CaseView *card, App *app) {
    if (app->role < 0) app->role = card->best;
    bool low = frame_is_low(ui);
    if (!low) home_top_line(ui, app, card->title, true);
    ui_open(ui, (UiBox){.scroll = true, .grow = 1, .pad = 16, .gap = 12, .id = "case"});
    if (low) home_top_line(ui, app, card->title, true);
    ui_text(ui, card->opening, (UiText){0});
    if (*card->goal)
        ui_text(ui, card->goal, (UiText){.type = TYPE_LABEL, .color = COLOR_MUTED});
    if (*card->content_note)
        ui_text(ui,
                app_say_with(ui, app, WORD_CONTENT_NOTE, "note", card->content_note, NULL),
                (UiText){.type = TYPE_LABEL, .color = COLOR_CARE});
    ui_text(ui, card->facts, (UiText){.type = TYPE_CAPTION, .color = COLOR_MUTED});
    plan_choice(ui, card, app);
    if (app->ports.host) {
        const char *modes[2] = {app_say(app, WORD_PLAY_ALONE), app_say(app, WORD_HOST)};
        static const IconKind ICONS[2] = {ICON_PERSON, ICON_PEOPLE};
        ui_tabs(ui, "mode", modes, ICONS, NULL, 2, &app->host.mode);
    }
    if (app->host.mode) {
        ui_text(ui, app_say(app, WORD_HOST_TEXT), (UiText){0});
        if (app->notice[0])
            ui_text(ui, app->notice, (UiText){.type = TYPE_LABEL, .color = COLOR_CARE});
    } else {
        roles(ui, card, app);
    }
    ui_close(ui);
    if (app->find.open && low) return;
    ui_rule(ui);
    ui_open(ui, (UiBox){.flow = UI_ROW,
                        .gap = 12,
                        .pad_x = 16,
                        .pad_y = 6,
                        .fill = COLOR_SURFACE});
    if (app->host.mode) {
        host_button(ui, card, app);
    } else {
        play_button(ui, card, app);
    }
    ui_close(ui);
}
