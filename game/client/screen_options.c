// client/screen_options.c — settings of the session and how long it is kept: what stands there, what each means, and another item. Never: a rule; a setting the host did not tell.
#include "client/verb_choices.h"
#include <string.h>

enum { VALUES_MAX = 6 };

static const char *value_at(Ui *ui, const char *values, int32_t place) {
    const char *at = values;
    for (int32_t i = 0; i < place && *at; i++) {
        at += strcspn(at, "|");
        at += *at == '|';
    }
    return ui_format(ui, "%.*s", (int)strcspn(at, "|"), at);
}

static const char *option_about(Ui *ui, const App *app, const OptionRow *row) {
    Word word = word_of_id(ui_format(ui, "client.option_%s", row->key));
    return word == WORD_NONE ? row->help : app_say(app, word);
}

// ---- how long it is kept -----------------------------------------------------------------------------------------

static const char *days(Ui *ui, const App *app, int32_t count) {
    if (count == 0) return app_say(app, WORD_KEEPING_ALWAYS);
    return app_say_with(
            ui, app, WORD_KEEPING_DAYS, "days", ui_format(ui, "%d", count), NULL);
}

const char *host_keeping(Ui *ui, const ConsoleView *console, const App *app) {
    if (console->keeping_days == 0) return app_say(app, WORD_KEEPING_LINE_ALWAYS);
    return app_say_with(ui, app, WORD_KEEPING_LINE, "days",
            ui_format(ui, "%d", console->keeping_days), NULL);
}

// ---- the card ----------------------------------------------------------------------------------------------------

static void line(Ui *ui, const char *name, const char *value) {
    ui_open(ui, (UiBox){.flow = UI_ROW, .gap = 12});
    ui_text(ui, name, (UiText){.type = TYPE_LABEL, .color = COLOR_MUTED, .grow = 1});
    ui_text(ui, value, (UiText){.type = TYPE_LABEL, .bold = true});
    ui_close(ui);
}

void part_options(Ui *ui, const ConsoleView *console, App *app) {
    ui_scope(ui, "options", -1);
    part_card_open(ui, app_say(app, WORD_OPTIONS_TITLE), ICON_SETTINGS);
    for (int32_t i = 0; i < OPTION_COUNT; i++) {
        const OptionRow *row = option_row((OptionId)i);
        line(ui, verb_option(app, row->key),
                verb_value(app, value_at(ui, row->values, console->options[i])));
    }
    line(ui, app_say(app, WORD_KEEPING_TITLE), days(ui, app, console->keeping_days));
    part_knobs_set(ui, console);
    ui_open(ui, (UiBox){.flow = UI_WRAP, .gap = 8});
    if (ui_button(ui, (UiButton){.id = "change",
                              .label = app_say(app, WORD_OPTIONS_CHANGE),
                              .icon = ICON_SETTINGS}))
        app->host.options = true;
    if (console->knobs_count > 0
            && ui_button(ui, (UiButton){.id = "knobs",
                                     .label = app_say(app, WORD_KNOBS_TITLE),
                                     .icon = ICON_SETTINGS}))
        app->host.knobs = true;
    ui_close(ui);
    part_card_close(ui);
    ui_scope_end(ui);
}

// ---- the sheet ---------------------------------------------------------------------------------------------------

// A name, what it changes, its values, and what stood there before it was changed at this window.
typedef struct OptionItem {
    const char *name, *about;
    const char *labels[VALUES_MAX], *words[VALUES_MAX]; // words: as the verb takes them
    int32_t count, chosen;
    uint8_t *before; // 1 + its place, 0 = it was not changed
} OptionItem;

static void set(Ui *ui, App *app, const char *verb, const OptionItem *item, int32_t place) {
    *item->before = (uint8_t)(1 + item->chosen);
    host_do(app, ui_format(ui, "%s %s", verb, item->words[place]));
}

static void way_back(Ui *ui, App *app, const char *verb, const OptionItem *item) {
    int32_t before = *item->before - 1;
    if (before < 0 || before >= item->count || before == item->chosen) return;
    const char *label =
            app_say_with(ui, app, WORD_OPTIONS_AGAIN, "value", item->labels[before], NULL);
    if (ui_button(ui, (UiButton){.id = "again",
                              .label = label,
                              .icon = ICON_BACK,
                              .rank = UI_QUIET}))
        set(ui, app, verb, item, before);
}

static void item_row(Ui *ui, App *app, const char *verb, const OptionItem *item) {
    ui_open(ui, (UiBox){.gap = 6});
    ui_text(ui, item->name, (UiText){.type = TYPE_LABEL, .bold = true, .heading = true});
    ui_text(ui, item->about, (UiText){.type = TYPE_CAPTION, .color = COLOR_MUTED});
    ui_open(ui, (UiBox){.flow = UI_WRAP, .gap = 6});
    for (int32_t i = 0; i < item->count; i++) {
        bool chosen = i == item->chosen;
        ui_scope(ui, "value", i);
        if (ui_button(ui, (UiButton){.id = "set",
                                  .label = item->labels[i],
                                  .icon = chosen ? ICON_CHECK : ICON_NONE,
                                  .chosen = chosen})
                && !chosen)
            set(ui, app, verb, item, i);
        ui_scope_end(ui);
    }
    way_back(ui, app, verb, item);
    ui_close(ui);
    ui_close(ui);
}

static void option_choice(Ui *ui, const ConsoleView *console, App *app, OptionId id) {
    const OptionRow *row = option_row(id);
    OptionItem item = {.name = verb_option(app, row->key),
            .about = option_about(ui, app, row),
            .count = core_min(option_values(row->values), VALUES_MAX),
            .before = &app->host.option_before[id],
            .chosen = console->options[id]};
    for (int32_t i = 0; i < item.count; i++) {
        item.words[i] = value_at(ui, row->values, i);
        item.labels[i] = verb_value(app, item.words[i]);
    }
    ui_scope(ui, "option", (int32_t)id);
    item_row(ui, app, ui_format(ui, "option %s", row->key), &item);
    ui_scope_end(ui);
}

// What was typed elsewhere is one more choice among the usual ones.
static void keeping_choice(Ui *ui, const ConsoleView *console, App *app) {
    static const int32_t DAYS[] = {7, KEEPING_DAYS, 90, 365, 0};
    OptionItem item = {.name = app_say(app, WORD_KEEPING_TITLE),
            .about = app_say(app, WORD_KEEPING_ABOUT),
            .chosen = -1,
            .before = &app->host.keeping_before};
    for (size_t i = 0; i < ARRAY_COUNT(DAYS); i++) {
        if (DAYS[i] == console->keeping_days) item.chosen = (int32_t)i;
        item.words[item.count] = ui_format(ui, "%d", DAYS[i]);
        item.labels[item.count++] = days(ui, app, DAYS[i]);
    }
    if (item.chosen < 0) {
        item.chosen = item.count;
        item.words[item.count] = ui_format(ui, "%d", console->keeping_days);
        item.labels[item.count++] = days(ui, app, console->keeping_days);
    }
    ui_scope(ui, "keeping", -1);
    item_row(ui, app, "keep", &item);
    ui_scope_end(ui);
}

void sheet_options_draw(Ui *ui, const ConsoleView *console, App *app) {
    if (!ui_sheet_open(ui, "options", app_say(app, WORD_OPTIONS_TITLE),
                app_say(app, WORD_CLOSE))) {
        app->host.options = false;
        return;
    }
    ui_text(ui, app_say(app, WORD_OPTIONS_TEXT),
            (UiText){.type = TYPE_LABEL, .color = COLOR_MUTED});
    for (int32_t i = 0; i < OPTION_COUNT; i++)
        option_choice(ui, console, app, (OptionId)i);
    keeping_choice(ui, console, app);
    ui_sheet_close(ui);
}
