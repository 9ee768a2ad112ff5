// client/screen_check.c — over the lobby: one phone tries itself out, what to ask when none comes, how to make a hotspot. Never: looks at a network.
#include "client/screen_host.h"

static const Word HOTSPOT[] = {WORD_HOTSPOT_1, WORD_HOTSPOT_2, WORD_HOTSPOT_3,
        WORD_HOTSPOT_4, WORD_HOTSPOT_5, WORD_HOTSPOT_6};

static void numbered(Ui *ui, int32_t number, const char *text) {
    ui_open(ui, (UiBox){.flow = UI_ROW, .gap = 10, .across = UI_START});
    ui_textf(ui, (UiText){.type = TYPE_LABEL, .bold = true, .color = COLOR_ACCENT}, "%d",
            number);
    ui_text(ui, text, (UiText){.type = TYPE_LABEL, .grow = 1});
    ui_close(ui);
}

static void guide(Ui *ui, App *app) {
    for (size_t i = 0; i < ARRAY_COUNT(HOTSPOT); i++)
        numbered(ui, (int32_t)i + 1, app_say(app, HOTSPOT[i]));
    UiButton papers = {
            .id = "papers", .label = app_say(app, WORD_PAPERS_PRINT), .icon = ICON_KNOW};
    if (!ui_button(ui, papers)) return;
    app->host.check = HOST_NO_CHECK; // where they are stands in the lobby
    host_do(app, "board show");
    host_do(app, "export papers aggregate");
}

static void lamp_line(Ui *ui, const ConsoleView *console, const App *app) {
    bool reached = console->join.reached, late = console->asks_count > 0;
    Word word = reached ? WORD_CHECK_GOOD : late ? WORD_CHECK_LATE : WORD_CHECK_WAITS;
    ui_open(ui, (UiBox){.flow = UI_ROW, .gap = 8});
    ui_icon(ui,
            reached ? ICON_CHECK
            : late  ? ICON_WARN
                    : ICON_CLOCK,
            24,
            reached ? COLOR_GOOD
            : late  ? COLOR_ALARM
                    : COLOR_MUTED);
    ui_text(ui, app_say(app, word), (UiText){.bold = true, .grow = 1});
    ui_close(ui);
    for (int32_t i = 0; i < console->asks_count && !reached; i++)
        numbered(ui, i + 1, console->asks[i]);
}

static void square(Ui *ui, const ConsoleView *console, const App *app) {
    const JoinView *join = &console->join;
    bool wide = ui_size(ui) != UI_COMPACT;
    ui_open(ui, (UiBox){.flow = wide ? UI_ROW : UI_COLUMN, .gap = 16});
    ui_open(ui, (UiBox){.flow = UI_ROW});
    part_check_qr(ui, app, join, 180);
    ui_close(ui);
    ui_open(ui, (UiBox){.gap = 10, .grow = 1, .least = 220});
    ui_text(ui, app_say(app, WORD_CHECK_TEXT), (UiText){.type = TYPE_LABEL});
    ui_text(ui, join->check_url, (UiText){.bold = true});
    if (*join->network)
        ui_text(ui,
                app_say_with(ui, app, WORD_JOIN_NETWORK, "network", join->network, NULL),
                (UiText){.type = TYPE_LABEL, .color = COLOR_MUTED});
    lamp_line(ui, console, app);
    ui_close(ui);
    ui_close(ui);
}

void sheet_check_draw(Ui *ui, const ConsoleView *console, App *app) {
    bool spot = app->host.check == HOST_HOTSPOT;
    const char *title = app_say(app, spot ? WORD_HOTSPOT_TITLE : WORD_CHECK_TITLE);
    if (!ui_sheet_open(ui, "check", title, app_say(app, WORD_CLOSE))) {
        app->host.check = HOST_NO_CHECK;
        host_do(app, "board show");
        return;
    }
    if (spot)
        guide(ui, app);
    else
        square(ui, console, app);
    ui_sheet_footer(ui);
    if (ui_button(ui,
                (UiButton){.id = "other",
                        .label = app_say(app, spot ? WORD_CHECK_TITLE : WORD_HOTSPOT_TITLE),
                        .icon = spot ? ICON_CHECK : ICON_HELP}))
        app->host.check = spot ? HOST_CHECK : HOST_HOTSPOT;
    if (ui_button(ui, (UiButton){.id = "elsewhere",
                              .label = app_say(app, WORD_NEW_ADDRESS),
                              .icon = ICON_BACK,
                              .rank = UI_QUIET}))
        host_do(app, "address");
    ui_sheet_close(ui);
}
