// client/screen_influence.c — the map of influence as its arrows, strongest first: who moved whom, by means or by words, and through what. Never: a winner; a sum over everybody.
#include "client/charts.h"
#include "client/screens.h"

enum { ARROWS_SHOWN = 12, PARTS = 3, PER_UNIT = 10 };

// What an arrow is made of; parts that are nothing are left out.
static const char *made_of(Ui *ui, const App *app, const ViewArrow *arrow) {
    static const Word WORDS[PARTS] = {
            WORD_ARROW_DECIDERS, WORD_ARROW_WORDS, WORD_ARROW_PROMISES};
    const int32_t parts[PARTS] = {arrow->deciders, arrow->words, arrow->promises};
    const char *text = "";
    for (int32_t i = 0; i < PARTS; i++) {
        if (parts[i] == 0) continue;
        const char *n = ui_format(ui, "%d.%d", parts[i] / PER_UNIT, parts[i] % PER_UNIT);
        const char *part = app_say_with(ui, app, WORDS[i], "n", n, NULL);
        text = *text ? ui_format(ui, "%s \xC2\xB7 %s", text, part) : part;
    }
    return text;
}

static void who(Ui *ui, const View *view, uint8_t actor) {
    if (actor >= view->actors_count) return;
    chart_actor_mark(ui, view->actors[actor].index, 22);
    ui_text(ui, view->actors[actor].name, (UiText){.type = TYPE_LABEL, .bold = true});
}

static void arrow_row(
        Ui *ui, const View *view, const App *app, const ViewArrow *arrow, int32_t most) {
    ui_open(ui, (UiBox){.gap = 3});
    ui_open(ui, (UiBox){.flow = UI_WRAP, .gap = 8, .across = UI_CENTER});
    who(ui, view, arrow->from);
    ui_icon(ui, ICON_NEXT, 20, COLOR_MUTED);
    who(ui, view, arrow->to);
    ui_close(ui);
    chart_split(ui, arrow->all, arrow->all * arrow->by_words / 100, most,
            ui_format(ui, "%d.%d", arrow->all / PER_UNIT, arrow->all % PER_UNIT));
    ui_text(ui, made_of(ui, app, arrow),
            (UiText){.type = TYPE_CAPTION, .color = COLOR_MUTED});
    ui_close(ui);
}

void part_influence(Ui *ui, const View *view, App *app) {
    const ViewEnd *end = &view->end;
    part_card_open(ui, app_say(app, WORD_INFLUENCE_TITLE), ICON_PEER);
    ui_text(ui, app_say(app, WORD_INFLUENCE_TEXT),
            (UiText){.type = TYPE_CAPTION, .color = COLOR_MUTED});
    if (end->arrows_count == 0) part_empty(ui, app_say(app, WORD_INFLUENCE_NONE));
    if (end->arrows_count > 0)
        chart_split_legend(ui, app_say(app, WORD_INFLUENCE_BY_MEANS),
                app_say(app, WORD_INFLUENCE_BY_WORDS));
    for (int32_t i = 0; i < core_min(end->arrows_count, ARROWS_SHOWN); i++)
        arrow_row(ui, view, app, &end->arrows[i], core_max(1, end->arrows[0].all));
    part_card_close(ui);
}
