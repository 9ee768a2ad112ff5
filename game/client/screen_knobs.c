// client/screen_knobs.c — the options of the case over the lobby: what each asks, how far it goes, its value and the way back. Never: a rule; a setting the host did not send.
#include "client/screen_host.h"

// The question it answers, or else its name.
static const char *title_of(const ConsoleKnob *knob) {
    return *knob->ask ? knob->ask : knob->name;
}

static const char *bounds(Ui *ui, const App *app, const ConsoleKnob *knob) {
    const char *range = app_say_with(ui, app, WORD_KNOB_RANGE, "least",
            ui_signed(ui, knob->least), "most", ui_signed(ui, knob->most), NULL);
    return app_say_with(ui, app, WORD_KNOB_START, "range", range, "start",
            ui_signed(ui, knob->start), NULL);
}

static void set(Ui *ui, App *app, const ConsoleKnob *knob, int32_t value) {
    host_do(app, ui_format(ui, "set %s %d", knob->id, value));
}

static void knob_row(Ui *ui, App *app, const ConsoleKnob *knob) {
    int32_t value = knob->value;
    ui_open(ui, (UiBox){.gap = 6});
    if (ui_stepper(ui, "value", title_of(knob), &value, knob->least, knob->most))
        set(ui, app, knob, value);
    ui_text(ui, bounds(ui, app, knob),
            (UiText){.type = TYPE_CAPTION, .color = COLOR_MUTED});
    ui_open(ui, (UiBox){.flow = UI_ROW});
    if (knob->value != knob->start) {
        const char *label = app_say_with(
                ui, app, WORD_OPTIONS_AGAIN, "value", ui_signed(ui, knob->start), NULL);
        if (ui_button(ui, (UiButton){.id = "again",
                                  .label = label,
                                  .icon = ICON_BACK,
                                  .rank = UI_QUIET}))
            set(ui, app, knob, knob->start);
    }
    ui_close(ui);
    ui_close(ui);
}

// First what asks a question or was changed; the rest only when it is wished.
static bool comes_first(const ConsoleKnob *knob) {
    return *knob->ask || knob->value != knob->start;
}

static int32_t rows(Ui *ui, const ConsoleView *console, App *app, bool first) {
    int32_t left = 0;
    for (int32_t i = 0; i < console->knobs_count; i++) {
        const ConsoleKnob *knob = &console->knobs[i];
        if (comes_first(knob) != first) continue;
        left++;
        if (!first && !app->host.knobs_all) continue;
        ui_scope(ui, "knob", i);
        knob_row(ui, app, knob);
        ui_scope_end(ui);
    }
    return left;
}

// What was set already, as the card of options shows it.
void part_knobs_set(Ui *ui, const ConsoleView *console) {
    for (int32_t i = 0; i < console->knobs_count; i++) {
        const ConsoleKnob *knob = &console->knobs[i];
        if (knob->value == knob->start) continue;
        ui_open(ui, (UiBox){.flow = UI_ROW, .gap = 12});
        ui_text(ui, knob->name,
                (UiText){.type = TYPE_LABEL, .color = COLOR_MUTED, .grow = 1});
        ui_text(ui, ui_signed(ui, knob->value), (UiText){.type = TYPE_LABEL, .bold = true});
        ui_close(ui);
    }
}

static void rest(Ui *ui, const ConsoleView *console, App *app) {
    int32_t left = rows(ui, console, app, false);
    if (left == 0 || app->host.knobs_all) return;
    const char *label = app_say_with(
            ui, app, WORD_KNOBS_MORE, "count", ui_format(ui, "%d", left), NULL);
    ui_open(ui, (UiBox){.flow = UI_ROW});
    if (ui_button(ui, (UiButton){.id = "more", .label = label, .icon = ICON_SETTINGS}))
        app->host.knobs_all = true;
    ui_close(ui);
}

void sheet_knobs_draw(Ui *ui, const ConsoleView *console, App *app) {
    if (console->knobs_count == 0
            || !ui_sheet_open(ui, "knobs", app_say(app, WORD_KNOBS_TITLE),
                    app_say(app, WORD_CLOSE))) {
        app->host.knobs = false;
        return;
    }
    ui_text(ui, app_say(app, WORD_KNOBS_TEXT),
            (UiText){.type = TYPE_LABEL, .color = COLOR_MUTED});
    (void)rows(ui, console, app, true);
    rest(ui, console, app);
    ui_sheet_close(ui);
}
