// client/screen_look.c — the facilitator's logged look at one seat: what it alone sees, or what it can do so that one acts for it. Never: keeps any of it, judges an act.
#include "client/screen_host.h"
#include "wire/action_write.h"
#include "wire/console.h"

static const char *who_of(Ui *ui, const ConsoleView *console, const App *app) {
    const ConsoleSeat *seat = host_seat(console, app->look->seat);
    if (!seat) return ui_format(ui, "%d", app->look->seat);
    const char *label = host_label(ui, app, seat);
    if (seat->actor >= console->actors_count) return label;
    return ui_format(ui, "%s \xC2\xB7 %s", label, console->actors[seat->actor].name);
}

void look_begin(Ui *ui, App *app, int32_t seat, bool acts) {
    app->host.picked = 0;
    app->act.open = false;
    host_do(app, ui_format(ui, "peek %d %s", seat, acts ? "acts" : "open"));
}

static void look_end(Ui *ui, App *app) {
    app->act.open = false;
    host_do(app, ui_format(ui, "peek %d shut", app->look->seat));
}

static void quiet(Ui *ui, const char *text) {
    ui_text(ui, text, (UiText){.type = TYPE_CAPTION, .color = COLOR_MUTED});
}

// That it is logged, and how long it lasts, before anything else.
static void logged(Ui *ui, const App *app) {
    const char *seconds = ui_format(ui, "%d", app->look->left_s);
    ui_open(ui, (UiBox){.flow = UI_ROW,
                        .gap = 8,
                        .pad = 10,
                        .radius = 6,
                        .fill = COLOR_SUNK,
                        .bar = COLOR_CARE,
                        .across = UI_START});
    ui_icon(ui, ICON_EYE, 20, COLOR_CARE);
    ui_open(ui, (UiBox){.grow = 1});
    ui_text(ui, app_say(app, WORD_LOOK_LOGGED), (UiText){.type = TYPE_LABEL, .bold = true});
    quiet(ui, app_say_with(ui, app, WORD_LOOK_ENDS, "seconds", seconds, NULL));
    ui_close(ui);
    ui_close(ui);
}

// ---- what the seat alone sees ------------------------------------------------------------------------------------

// Returns whether there was something.
static bool told(Ui *ui, const App *app, Word title, const char *text) {
    if (!*text) return false;
    ui_text(ui, app_say(app, title),
            (UiText){.type = TYPE_CAPTION, .bold = true, .color = COLOR_MUTED});
    ui_text(ui, text, (UiText){.type = TYPE_LABEL});
    return true;
}

static bool red_lines(Ui *ui, const View *view) {
    for (int32_t i = 0; i < view->red_lines_count; i++) {
        ui_open(ui, (UiBox){.flow = UI_ROW, .gap = 8, .across = UI_START});
        ui_icon(ui, ICON_WARN, 18, COLOR_ALARM);
        ui_text(ui, view->red_lines[i], (UiText){.type = TYPE_LABEL, .grow = 1});
        ui_close(ui);
    }
    return view->red_lines_count > 0;
}

static bool plan(Ui *ui, const View *view, const App *app) {
    if (view->plan_count == 0) return false;
    ui_text(ui, app_say(app, WORD_MY_PLAN), (UiText){.type = TYPE_LABEL, .bold = true});
    for (int32_t i = 0; i < view->plan_count; i++)
        ui_textf(ui, (UiText){.type = TYPE_LABEL}, "%d  %s", i + 1, view->plan[i].text);
    return true;
}

static void deal(Ui *ui, const View *view, const App *app, const ViewDeal *deal) {
    ui_open(ui, (UiBox){.gap = 2, .pad = 10, .radius = 6, .edge = COLOR_LINE});
    ui_open(ui, (UiBox){.flow = UI_WRAP, .gap = 8});
    part_deal_parties(ui, view, deal);
    ui_chip(ui, app_say(app, deal->is_public ? WORD_PUBLIC : WORD_PRIVATE),
            deal->is_public ? ICON_PUBLIC : ICON_LOCK, COLOR_TEXT, NULL);
    ui_close(ui);
    ui_text(ui, deal->text, (UiText){.type = TYPE_LABEL});
    for (int32_t i = 0; i < deal->promises_count; i++)
        quiet(ui, deal->promises[i].text);
    ui_close(ui);
}

static bool deals(Ui *ui, const View *view, const App *app) {
    bool any = false;
    for (int32_t i = 0; i < view->deals_count; i++) {
        const ViewDeal *one = &view->deals[i];
        if (!one->mine && !one->waits_for_me) continue;
        if (!any)
            ui_text(ui, app_say(app, WORD_LOOK_DEALS),
                    (UiText){.type = TYPE_LABEL, .bold = true});
        deal(ui, view, app, one);
        any = true;
    }
    return any;
}

static void private_page(Ui *ui, const ConsoleView *console, App *app) {
    const View *view = app->look->view;
    const char *title =
            app_say_with(ui, app, WORD_LOOK_TITLE, "who", who_of(ui, console, app), NULL);
    if (!ui_sheet_open(ui, "look", title, app_say(app, WORD_CLOSE))) {
        look_end(ui, app);
        return;
    }
    logged(ui, app);
    bool any = told(ui, app, WORD_PRIVATE_TITLE, view->private_brief);
    any |= told(ui, app, WORD_MANDATE, view->mandate);
    any |= told(ui, app, WORD_HIDDEN_MANDATE, view->hidden);
    any |= red_lines(ui, view);
    part_numbers(ui, app, "mine", view->mine, view->mine_count);
    any |= plan(ui, view, app);
    any |= deals(ui, view, app);
    if (!any) part_empty(ui, app_say(app, WORD_LOOK_NOTHING));
    ui_sheet_footer(ui);
    if (ui_button(ui, (UiButton){.id = "acts",
                              .label = app_say(app, WORD_VERB_ACT_FOR),
                              .icon = ICON_MASK,
                              .key = 'f'}))
        look_begin(ui, app, app->look->seat, true);
    ui_sheet_close(ui);
}

// ---- what it can do ----------------------------------------------------------------------------------------------

static void act_button(Ui *ui, App *app, const ViewMove *move) {
    LineStyle line = part_style_line(move->style);
    const char *reason = *move->closed ? move->closed : app_say(app, WORD_NOT_NOW);
    ui_scope(ui, "move", move->index);
    if (ui_button(ui, (UiButton){.id = "open",
                              .label = move->name,
                              .note = move->costs,
                              .closed = move->open ? NULL : reason,
                              .has_style = true,
                              .style_line = line,
                              .across = UI_STRETCH}))
        app_open_act_of(app, app->look->view, move->index);
    ui_scope_end(ui);
}

// What is open first.
static void acts_page(Ui *ui, const ConsoleView *console, App *app) {
    const View *view = app->look->view;
    const char *title = app_say_with(
            ui, app, WORD_LOOK_ACTS_TITLE, "who", who_of(ui, console, app), NULL);
    if (!ui_sheet_open(ui, "acts", title, app_say(app, WORD_CLOSE))) {
        look_end(ui, app);
        return;
    }
    logged(ui, app);
    ui_text(ui, app_say(app, WORD_LOOK_ACTS_TEXT), (UiText){.type = TYPE_LABEL});
    if (view->moves_count == 0) part_empty(ui, app_say(app, WORD_LOOK_ACTS_NONE));
    for (int32_t pass = 0; pass < 2; pass++) {
        for (int32_t i = 0; i < view->moves_count; i++) {
            if (view->moves[i].open == (pass == 0)) act_button(ui, app, &view->moves[i]);
        }
    }
    ui_sheet_close(ui);
}

void part_because(Ui *ui, App *app) {
    ui_field(ui, "because", app_say(app, WORD_LOOK_BECAUSE), app->host.because,
            sizeof app->host.because);
}

// The line one could type; with it the look is over.
static void send_for(Ui *ui, App *app, const Command *command) {
    Buffer act = {0};
    int32_t seat = app->look->seat;
    if (action_write_line(app->look->view, command, &act)) {
        host_do(app, ui_format(ui, "act_for %d %s because %s", seat, act.data,
                             app->host.because));
        app->host.done = 1 + (int32_t)CONSOLE_ACT_FOR;
        app->host.because[0] = 0;
        look_end(ui, app);
    }
    buffer_free(&act);
}

void part_send_for(Ui *ui, App *app, const Command *command, const char *closed) {
    bool why = app->host.because[0] != 0;
    sheet_footer_open(ui, app, app_say(app, WORD_LOOK_LOGGED));
    if (ui_button(ui,
                (UiButton){.id = "send",
                        .label = app_say(app, WORD_LOOK_SEND),
                        .icon = ICON_CHECK,
                        .rank = UI_PRIMARY,
                        .closed = closed || why ? closed
                                                : app_say(app, WORD_LOOK_BECAUSE_OPEN)}))
        send_for(ui, app, command);
}

void sheet_look_draw(Ui *ui, const ConsoleView *console, App *app) {
    if (!app->look->acts) {
        private_page(ui, console, app);
    } else if (app->act.open) {
        sheet_act_draw(ui, app->look->view, app);
    } else {
        acts_page(ui, console, app);
    }
}
