// client/frame.c — status line, phase bar, tabs and the line of the next step around every screen of a game. Never: a rule.
#include "client/charts.h"
#include "client/screen_seat.h"
#include <string.h>

enum { LOW_WINDOW_DP = 480, FIND_LINE_DP = 140 };

// In a low window only the tabs and the next step stay; the rest scrolls with the page.
bool frame_is_low(const Ui *ui) { return ui_height_dp(ui) < LOW_WINDOW_DP; }

// The line that finds words takes its height from the page below it.
static bool page_is_low(const Ui *ui, const App *app) {
    return ui_height_dp(ui) < LOW_WINDOW_DP + (app->find.open ? FIND_LINE_DP : 0);
}

static void status_line(Ui *ui, const View *view, App *app) {
    ui_open(ui, (UiBox){.flow = UI_ROW,
                        .gap = 12,
                        .pad_x = 16,
                        .pad_y = 4,
                        .fill = COLOR_SURFACE});
    bool low = page_is_low(ui, app);
    if (view->me < view->actors_count && !low) part_actor_name(ui, view, view->me, 0);
    if (view->me < view->actors_count && low)
        chart_actor_mark(ui, view->actors[view->me].index, 24);
    // Before the first round the name of the step says more than "round 0".
    const char *where = view->phase_name;
    if (view->round > 0) {
        where = app_say_with(ui, app, WORD_ROUND_OF, "round",
                ui_format(ui, "%d", view->round), "rounds",
                ui_format(ui, "%d", view->rounds), NULL);
    }
    ui_text(ui, where, (UiText){.type = TYPE_LABEL, .color = COLOR_MUTED, .grow = 1});
    if (app->seat) seat_status(ui, app);
    if (view->paused) ui_chip(ui, app_say(app, WORD_PAUSED), ICON_PAUSE, COLOR_CARE, NULL);
    if (view->of > 0 && !low) {
        ui_text(ui,
                app_say_with(ui, app, WORD_READY_COUNT, "done",
                        ui_format(ui, "%d", view->done), "of",
                        ui_format(ui, "%d", view->of), NULL),
                (UiText){.type = TYPE_LABEL, .color = COLOR_MUTED});
    }
    bool compact = ui_size(ui) == UI_COMPACT;
    if (ui_button(ui, (UiButton){.id = "settings",
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
                              .rank = UI_QUIET,
                              .why = "help"})) {
        app->help_open = true;
    }
    ui_close(ui);
}

// The phases of a round in order; the present one stands out by weight, fill and a mark.
static void phase_bar(Ui *ui, const View *view, const App *app) {
    (void)app;
    if (ui_size(ui) == UI_COMPACT) {
        ui_open(ui, (UiBox){.flow = UI_ROW,
                            .gap = 8,
                            .pad_x = 16,
                            .pad_y = 2,
                            .fill = COLOR_SURFACE});
        bool inside = view->phase < view->phases_count;
        if (inside)
            ui_text(ui, ui_format(ui, "%d / %d", view->phase + 1, view->phases_count),
                    (UiText){.type = TYPE_CAPTION, .color = COLOR_MUTED});
        ui_text(ui, view->phase_name, (UiText){.type = TYPE_LABEL, .bold = true});
        ui_close(ui);
        return;
    }
    ui_open(ui, (UiBox){.flow = UI_WRAP,
                        .gap = 6,
                        .pad_x = 16,
                        .pad_y = 2,
                        .fill = COLOR_SURFACE});
    for (int32_t i = 0; i < view->phases_count; i++) {
        bool now = i == view->phase && view->status != STATUS_DEBRIEF;
        ui_open(ui, (UiBox){.flow = UI_ROW,
                            .gap = 6,
                            .pad_x = 8,
                            .pad_y = 2,
                            .radius = 6,
                            .fill = now ? COLOR_ACCENT : COLOR_NONE});
        ui_text(ui, view->phase_names[i],
                (UiText){.type = TYPE_CAPTION,
                        .bold = now,
                        .color = now ? COLOR_ON_ACCENT : COLOR_MUTED});
        ui_close(ui);
        if (i + 1 < view->phases_count) ui_icon(ui, ICON_NEXT, 12, COLOR_MUTED);
    }
    ui_close(ui);
}

static void expected_line(Ui *ui, const View *view) {
    if (!*view->expected) return;
    ui_open(ui, (UiBox){.flow = UI_ROW,
                        .gap = 10,
                        .pad_x = 16,
                        .pad_y = 6,
                        .fill = COLOR_SUNK});
    ui_icon(ui, ICON_FLAG, 20, COLOR_ACCENT);
    ui_text(ui, view->expected,
            (UiText){.type = TYPE_LABEL, .bold = true, .grow = 1, .most = 1400});
    ui_close(ui);
}

static int32_t new_news(const View *view) {
    int32_t count = 0;
    for (int32_t i = 0; i < view->news_count; i++)
        count += view->news[i].is_new;
    return count;
}

enum { TABS_MOST = 7 };

typedef struct TabList {
    const char *labels[TABS_MOST];
    IconKind icons[TABS_MOST];
    ScreenKind screens[TABS_MOST];
    char keys[TABS_MOST];
    int32_t count, chosen;
} TabList;

static void add_tab(TabList *tabs, const App *app, const char *label, IconKind icon,
        ScreenKind screen, char key) {
    tabs->keys[tabs->count] = key;
    if (app->screen == screen) tabs->chosen = tabs->count;
    tabs->labels[tabs->count] = label;
    tabs->icons[tabs->count] = icon;
    tabs->screens[tabs->count++] = screen;
}

// Who watches has no deals and writes down what it sees; a seat of a workshop has a journal.
static void fill_tabs(Ui *ui, const View *view, const App *app, TabList *tabs) {
    int32_t fresh = new_news(view);
    bool watches = view->me == NONE;
    const char *news = app_say(app, WORD_NEWS);
    if (fresh) news = ui_format(ui, "%s (%d)", news, fresh);
    if (view->end.reached)
        add_tab(tabs, app, app_say(app, WORD_END), ICON_STAR, SCREEN_END, 'e');
    add_tab(tabs, app, app_say(app, WORD_TABLE), ICON_HOME, SCREEN_TABLE, 't');
    add_tab(tabs, app, app_say(app, WORD_MEETING), ICON_MEETING, SCREEN_MEETING, 'm');
    if (!watches)
        add_tab(tabs, app, app_say(app, WORD_DEALS), ICON_KNOT, SCREEN_DEALS, 'd');
    if (watches)
        add_tab(tabs, app, app_say(app, WORD_TAB_OBSERVE), ICON_EYE, SCREEN_OBSERVE, 'o');
    add_tab(tabs, app, news, ICON_NEWS, SCREEN_NEWS, 'r');
    if (app->seat)
        add_tab(tabs, app, app_say(app, WORD_TAB_JOURNAL), ICON_KNOW, SCREEN_JOURNAL, 'j');
}

static void tab_line(Ui *ui, const View *view, App *app) {
    TabList tabs = {0};
    fill_tabs(ui, view, app, &tabs);
    ui_open(ui, (UiBox){.pad_x = 8, .fill = COLOR_SURFACE});
    bool icons = ui_size(ui) != UI_COMPACT;
    if (ui_tabs(ui, "tabs", tabs.labels, icons ? tabs.icons : NULL, tabs.keys, tabs.count,
                &tabs.chosen)) {
        app->screen = tabs.screens[tabs.chosen];
    }
    ui_close(ui);
    ui_rule(ui);
}

void frame_notice(Ui *ui, App *app) {
    if (!app->notice[0]) return;
    ui_open(ui, (UiBox){.flow = UI_ROW,
                        .gap = 10,
                        .pad_x = 16,
                        .pad_y = 2,
                        .fill = COLOR_SURFACE,
                        .edge = COLOR_CARE,
                        .edge_dp = 2});
    ui_icon(ui, ICON_WARN, 20, COLOR_CARE);
    ui_text(ui, app->notice, (UiText){.type = TYPE_LABEL, .grow = 1, .most = 1400});
    if (ui_button(ui, (UiButton){.id = "notice",
                              .label = app_say(app, WORD_CLOSE),
                              .rank = UI_QUIET}))
        app->notice[0] = 0;
    ui_close(ui);
}

// A new step begins at the top of its page; within a step each screen stays where it was scrolled to.
static const char *page_of(Ui *ui, const View *view, const App *app) {
    return ui_format(ui, "page.%d.%d.%d.%d", (int32_t)app->screen, view->round, view->phase,
            view->sub);
}

void frame_open(Ui *ui, const View *view, App *app) {
    bool low = page_is_low(ui, app);
    if (!low) status_line(ui, view, app);
    if (!low) phase_bar(ui, view, app);
    // In a low window the line that finds words takes the place of the tabs.
    if (!low || !app->find.open) tab_line(ui, view, app);
    if (!low) expected_line(ui, view);
    if (app->seat && !low) seat_heard(ui, app);
    frame_notice(ui, app);
    ui_open(ui, (UiBox){.scroll = true,
                        .grow = 1,
                        .pad = 16,
                        .gap = 16,
                        .id = page_of(ui, view, app)});
    if (app->seat && low) seat_heard(ui, app);
    if (low) expected_line(ui, view);
    if (low) status_line(ui, view, app);
    if (low) phase_bar(ui, view, app);
}

static void left_over(Ui *ui, const View *view, const App *app) {
    bool meeting = view->meeting.open;
    bool spends = meeting || (view->phase_kind == PHASE_SEALED && view->moves_count > 0);
    if (!spends || view->end.reached) return;
    ui_icon(ui, meeting ? ICON_SPEECH : ICON_CLOCK, 20, COLOR_MUTED);
    const char *left = ui_format(ui, "%d", meeting ? view->voice : view->time);
    ui_text(ui,
            app_say_with(ui, app, meeting ? WORD_VOICE_LEFT : WORD_TIME_LEFT, "left", left,
                    NULL),
            (UiText){.type = TYPE_LABEL});
}

// The one primary action of the screen stands at the end of the last line, always at the same place.
void frame_close(Ui *ui, const View *view, App *app) {
    ui_close(ui);
    bool has_ready = view->may_be_ready || view->ready;
    bool leaves = view->end.reached && app->ports.leave;
    if ((!has_ready && !leaves) || (app->find.open && page_is_low(ui, app))) return;
    ui_rule(ui);
    ui_open(ui, (UiBox){.flow = UI_ROW,
                        .gap = 12,
                        .pad_x = 16,
                        .pad_y = 6,
                        .fill = COLOR_SURFACE});
    left_over(ui, view, app);
    ui_space(ui, 1);
    if (view->ready) {
        if (!frame_is_low(ui))
            ui_text(ui, app_say(app, WORD_WAITING),
                    (UiText){.type = TYPE_LABEL, .color = COLOR_MUTED});
        if (ui_button(ui, (UiButton){.id = "not_ready",
                                  .label = app_say(app, WORD_CHANGE),
                                  .icon = ICON_BACK})) {
            app_send_plain(app, COMMAND_NOT_DONE, 0, 0, 0);
        }
    } else if (view->may_be_ready) {
        if (ui_button(ui, (UiButton){.id = "ready",
                                  .label = app_say(app, WORD_READY),
                                  .icon = ICON_CHECK,
                                  .rank = UI_PRIMARY})) {
            app_send_plain(app, COMMAND_DONE, 0, 0, 0);
        }
    } else if (ui_button(ui, (UiButton){.id = "leave",
                                     .label = app_say(app, WORD_TO_HOME),
                                     .icon = ICON_HOME,
                                     .rank = UI_PRIMARY})) {
        app->ports.leave(app->ports.context);
    }
    ui_close(ui);
}

void sheet_footer_open(Ui *ui, const App *app, const char *note) {
    bool low = frame_is_low(ui), refused = app->notice[0];
    UiText how = {.type = refused ? TYPE_LABEL : TYPE_CAPTION,
            .color = refused ? COLOR_CARE : COLOR_MUTED};
    // Sending clears the notice in the middle of a frame, so the frame keeps its own copy.
    const char *text = ui_format(ui, "%s", refused ? app->notice : note);
    if (low && *text) ui_text(ui, text, how);
    ui_sheet_footer(ui);
    how.grow = 1;
    ui_text(ui, low ? "" : text, how);
}
