// client/screen_overdue.c — workshops that are over their time: keep them longer, or erase what people wrote, asked twice. Never: erases without a yes.
#include "client/screens.h"

static void answer(App *app, const HomeOverdue *one, bool erases) {
    if (app->ports.answer_overdue)
        app->ports.answer_overdue(app->ports.context, one->id, erases);
}

static void row(Ui *ui, App *app, const HomeOverdue *one, int32_t place) {
    const char *days = ui_format(ui, "%d", one->days);
    ui_scope(ui, "overdue", place);
    ui_text(ui, one->title, (UiText){.type = TYPE_LABEL, .bold = true});
    ui_text(ui,
            app_say_with(ui, app, WORD_OVERDUE_SINCE, "name", one->id, "days", days, NULL),
            (UiText){.type = TYPE_CAPTION, .color = COLOR_MUTED});
    ui_open(ui, (UiBox){.flow = UI_WRAP, .gap = 8});
    if (ui_button(ui, (UiButton){.id = "keep",
                              .label = app_say(app, WORD_OVERDUE_KEEP),
                              .icon = ICON_CLOCK}))
        answer(app, one, false);
    if (ui_button(ui, (UiButton){.id = "erase",
                              .label = app_say(app, WORD_OVERDUE_ERASE),
                              .icon = ICON_CLOSE}))
        app->overdue_sure = 1 + place;
    ui_close(ui);
    ui_scope_end(ui);
}

void part_overdue(Ui *ui, const HomeView *home, App *app) {
    if (home->overdue_count == 0 || !app->ports.answer_overdue) return;
    part_card_open(ui, app_say(app, WORD_OVERDUE_TITLE), ICON_WARN);
    part_empty(ui, app_say(app, WORD_OVERDUE_TEXT));
    for (int32_t i = 0; i < home->overdue_count; i++)
        row(ui, app, &home->overdue[i], i);
    part_card_close(ui);
}

void sheet_overdue_draw(Ui *ui, const HomeView *home, App *app) {
    int32_t place = app->overdue_sure - 1;
    if (place < 0 || place >= home->overdue_count) return;
    const HomeOverdue *one = &home->overdue[place];
    if (!ui_sheet_open(
                ui, "overdue", app_say(app, WORD_SURE_TITLE), app_say(app, WORD_CLOSE))) {
        app->overdue_sure = 0;
        return;
    }
    ui_text(ui, one->title, (UiText){.bold = true});
    ui_text(ui, app_say(app, WORD_OVERDUE_SURE), (UiText){0});
    ui_sheet_footer(ui);
    if (ui_button(ui, (UiButton){.id = "yes",
                              .label = app_say(app, WORD_OVERDUE_ERASE),
                              .icon = ICON_CHECK,
                              .rank = UI_PRIMARY})) {
        answer(app, one, true);
        app->overdue_sure = 0;
    }
    ui_sheet_close(ui);
}
