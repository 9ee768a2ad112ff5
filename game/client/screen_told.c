// client/screen_told.c — what each team kept to itself, told one after the other: by the facilitator, or by who plays alone. Never: a sentence that is not told yet.
#include "client/charts.h"
#include "client/screen_host.h"
#include "client/screen_seat.h"
#include "model/people.h"

enum { STEPS = 7 };

static void told_row(
        Ui *ui, const App *app, const TellList *list, int32_t i, int32_t *picked) {
    bool told = (list->told >> i) & 1;
    ui_scope(ui, "team", i);
    ui_open(ui, (UiBox){.flow = UI_ROW, .gap = 8});
    chart_actor_mark(ui, i, 22);
    ui_text(ui, list->names[i], (UiText){.type = TYPE_LABEL, .grow = 1});
    if (told)
        ui_chip(ui, app_say(app, WORD_TOLD), ICON_CHECK, COLOR_GOOD, NULL);
    else if (ui_button(ui, (UiButton){.id = "tell",
                                   .label = app_say(app, WORD_TELL_ONE),
                                   .icon = ICON_MASK}))
        *picked = i;
    ui_close(ui);
    ui_scope_end(ui);
}

int32_t part_tell(Ui *ui, const App *app, const TellList *list) {
    int32_t picked = -1;
    uint16_t all = (uint16_t)((1u << list->count) - 1);
    if (list->count == 0 || (list->told & all) == all) return -1;
    ui_text(ui, app_say(app, WORD_TELL_TEXT),
            (UiText){.type = TYPE_LABEL, .color = COLOR_MUTED});
    for (int32_t i = 0; i < list->count; i++)
        told_row(ui, app, list, i, &picked);
    ui_open(ui, (UiBox){.flow = UI_ROW});
    if (ui_button(ui, (UiButton){.id = "tell_rest",
                              .label = app_say(app, WORD_TELL_REST),
                              .icon = ICON_MASK,
                              .rank = UI_QUIET}))
        picked = NONE;
    ui_close(ui);
    return picked;
}

static void step_button(Ui *ui, App *app, Word label, IconKind icon, int32_t to) {
    UiButton button = {.id = word_id(label), .label = app_say(app, label), .icon = icon};
    if (ui_button(ui, button)) host_do(app, ui_format(ui, "debrief step %d", to));
}

static void tell_buttons(Ui *ui, const ConsoleView *console, App *app) {
    TellList list = {
            .count = core_min(console->actors_count, ACTORS_MAX), .told = console->told};
    for (int32_t i = 0; i < list.count; i++)
        list.names[i] = console->actors[i].name;
    int32_t picked = part_tell(ui, app, &list);
    if (picked == NONE) host_do(app, "mandate open");
    if (picked >= 0 && picked < list.count)
        host_do(app, ui_format(ui, "mandate open %s", console->actors[picked].id));
}

// The script of the debrief, part by part, as the facilitator leads it.
void part_script(Ui *ui, const ConsoleView *console, App *app) {
    int32_t step = console->debrief_step;
    if (console->step.stage != STAGE_DEBRIEF) return;
    ui_scope(ui, "script", -1);
    part_card_open(ui,
            step == 0 ? app_say(app, WORD_DEBRIEF_TITLE)
                      : app_say_with(ui, app, WORD_DEBRIEF_STEP, "step",
                              ui_format(ui, "%d", step), NULL),
            ICON_PEOPLE);
    if (step > 0) ui_text(ui, debrief_question(app, step), (UiText){.bold = true});
    if (step == DEBRIEF_FACTS) tell_buttons(ui, console, app);
    uint16_t all = (uint16_t)((1u << core_min(console->actors_count, ACTORS_MAX)) - 1);
    if (step >= DEBRIEF_FACTS) part_what_if(ui, app, (console->told & all) == all);
    ui_open(ui, (UiBox){.flow = UI_WRAP, .gap = 8});
    if (step < STEPS)
        step_button(ui, app, step ? WORD_DEBRIEF_NEXT : WORD_DEBRIEF_BEGIN, ICON_CHECK,
                step + 1);
    if (step > 1) step_button(ui, app, WORD_DEBRIEF_BACK, ICON_BACK, step - 1);
    ui_close(ui);
    part_card_close(ui);
    ui_scope_end(ui);
}
