// client/screen_author.c — a pack somebody is writing: which one, and all that is to be mended in it. Never: reads or changes a file.
#include "client/screen_seat.h"
#include <stdio.h>
#include <string.h>

static void check(const App *app, const char *path) {
    app->ports.check_case(app->ports.context, path);
}

static void which_card(Ui *ui, const HomeView *home, App *app) {
    const AuthorView *author = app->author;
    bool again = author && strcmp(author->path, app->author_path) == 0;
    part_card_open(ui, app_say(app, WORD_AUTHOR_WHICH), ICON_NEWS);
    ui_field(ui, "path", app_say(app, WORD_AUTHOR_PATH), app->author_path,
            sizeof app->author_path);
    ui_open(ui, (UiBox){.flow = UI_WRAP, .gap = 8});
    if (ui_button(ui,
                (UiButton){.id = "check",
                        .label =
                                app_say(app, again ? WORD_AUTHOR_AGAIN : WORD_AUTHOR_CHECK),
                        .icon = ICON_CHECK,
                        .rank = UI_PRIMARY,
                        .key = 'r',
                        .closed = app->author_path[0] ? NULL
                                                      : app_say(app, WORD_AUTHOR_NO_PATH)}))
        check(app, app->author_path);
    ui_close(ui);
    ui_text(ui, app_say(app, WORD_AUTHOR_FOUND),
            (UiText){.type = TYPE_LABEL, .bold = true});
    ui_open(ui, (UiBox){.flow = UI_WRAP, .gap = 8});
    for (int32_t i = 0; i < home->packs_count; i++) {
        ui_scope(ui, "pack", i);
        if (ui_button(ui, (UiButton){.id = "check", .label = home->packs[i].title})) {
            snprintf(app->author_path, sizeof app->author_path, "%s", home->packs[i].id);
            check(app, home->packs[i].id);
        }
        ui_scope_end(ui);
    }
    ui_close(ui);
    part_card_close(ui);
}

static void finding_part(Ui *ui, const App *app, const AuthorFinding *finding) {
    ColorToken color = finding->error  ? COLOR_ALARM
                       : finding->note ? COLOR_MUTED
                                       : COLOR_CARE;
    IconKind icon = finding->error ? ICON_CLOSE : finding->note ? ICON_NEWS : ICON_WARN;
    ui_open(ui, (UiBox){.gap = 4, .pad_x = 10, .bar = color});
    ui_open(ui, (UiBox){.flow = UI_ROW, .gap = 8, .across = UI_START});
    ui_icon(ui, icon, 20, color);
    ui_text(ui, finding->place, (UiText){.type = TYPE_LABEL, .bold = true, .grow = 1});
    ui_close(ui);
    ui_text(ui, finding->message, (UiText){.type = TYPE_LABEL});
    if (*finding->source)
        ui_text(ui, finding->source, (UiText){.type = TYPE_CAPTION, .color = COLOR_MUTED});
    if (*finding->fix)
        ui_text(ui, app_say_with(ui, app, WORD_AUTHOR_FIX, "fix", finding->fix, NULL),
                (UiText){.type = TYPE_LABEL});
    ui_close(ui);
}

// Every role of the case stands on its card; from there it can be played as each of them.
static void open_button(Ui *ui, App *app) {
    ui_open(ui, (UiBox){.flow = UI_ROW});
    if (app->ports.show_case
            && ui_button(ui,
                    (UiButton){.id = "open",
                            .label = app_say(app, WORD_AUTHOR_OPEN),
                            .icon = ICON_NEXT,
                            .closed = app->author->errors ? app_say(app, WORD_AUTHOR_FIRST)
                                                          : NULL}))
        app->ports.show_case(app->ports.context, app->author->path);
    ui_close(ui);
}

static void answer_card(Ui *ui, App *app) {
    const AuthorView *author = app->author;
    const char *counts = app_say_with(ui, app, WORD_AUTHOR_COUNTS, "errors",
            ui_format(ui, "%d", author->errors), "warnings",
            ui_format(ui, "%d", author->warnings), "notes",
            ui_format(ui, "%d", author->notes), NULL);
    part_card_open(ui, author->path, ICON_CHECK);
    if (author->runs) {
        ui_text(ui, app_say(app, WORD_AUTHOR_RUNS), (UiText){.color = COLOR_MUTED});
        part_card_close(ui);
        return;
    }
    ui_text(ui, counts, (UiText){.bold = true});
    open_button(ui, app);
    for (int32_t i = 0; i < author->findings_count; i++) {
        ui_rule(ui);
        finding_part(ui, app, &author->findings[i]);
    }
    part_card_close(ui);
}

void screen_author_draw(Ui *ui, const HomeView *home, App *app) {
    bool low = frame_is_low(ui);
    const char *title = app_say(app, WORD_AUTHOR);
    if (!low) home_top_line(ui, app, title, true);
    ui_open(ui, (UiBox){.scroll = true, .grow = 1, .pad = 16, .gap = 16, .id = "author"});
    if (low) home_top_line(ui, app, title, true);
    ui_text(ui, app_say(app, WORD_AUTHOR_TEXT), (UiText){.color = COLOR_MUTED});
    if (app->notice[0])
        ui_text(ui, app->notice, (UiText){.type = TYPE_LABEL, .color = COLOR_CARE});
    ui_scope(ui, "author", -1);
    which_card(ui, home, app);
    if (app->author) answer_card(ui, app);
    ui_scope_end(ui);
    ui_close(ui);
}
