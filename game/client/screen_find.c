// client/screen_find.c — a line above the page in which one types what to find on it. Never: changes the page.
#include "client/screens.h"

static void count_text(Ui *ui, const App *app) {
    int32_t count = ui_seek_count(ui);
    const char *text = app_say(app, WORD_FIND_NONE);
    if (count > 0)
        text = app_say_with(ui, app, WORD_FIND_COUNT, "at",
                ui_format(ui, "%d", app->find.at % count + 1), "of",
                ui_format(ui, "%d", count), NULL);
    if (!app->find.words[0]) text = "";
    ui_text(ui, text, (UiText){.type = TYPE_LABEL, .color = COLOR_MUTED, .grow = 1});
}

void find_bar_end(Ui *ui, App *app) {
    ui_seek(ui, app->find.words, app->find.at);
    ui_seek_take(ui);
    app->find.open = false;
}

void find_bar_draw(Ui *ui, App *app) {
    FindDraft *find = &app->find;
    ui_seek_skip(ui, true);
    ui_scope(ui, "find", -1);
    ui_open(ui, (UiBox){.flow = ui_size(ui) == UI_COMPACT ? UI_WRAP : UI_ROW,
                        .gap = 12,
                        .pad_x = 16,
                        .pad_y = 6,
                        .fill = COLOR_SURFACE,
                        .edge = COLOR_EDGE});
    if (find->asks_focus) ui_focus_on(ui, "words");
    find->asks_focus = false;
    if (ui_field(ui, "words", app_say(app, WORD_FIND_LABEL), find->words,
                sizeof find->words))
        find->at = 0;
    count_text(ui, app);
    if (ui_button(ui, (UiButton){.id = "next",
                              .label = app_say(app, WORD_FIND_NEXT),
                              .icon = ICON_DOWN,
                              .rank = UI_PRIMARY}))
        find->at++;
    bool closes = ui_button(ui, (UiButton){.id = "close",
                                        .label = app_say(app, WORD_CLOSE),
                                        .icon = ICON_CLOSE,
                                        .rank = UI_QUIET});
    ui_close(ui);
    ui_scope_end(ui);
    ui_seek_skip(ui, false);
    if (closes) {
        find_bar_end(ui, app);
    } else {
        ui_seek(ui, find->words, find->at);
    }
}
