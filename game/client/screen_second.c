// client/screen_second.c — several sessions of one case that one person leads: the offer of a second one, and a button for each. Never: who moves.
#include "client/screen_host.h"

static void offer(Ui *ui, const ConsoleView *console, App *app) {
    if (console->unplaced == 0) return;
    Word word = console->second_open ? WORD_SECOND_MOVE : WORD_SECOND_WAIT;
    ui_text(ui,
            app_say_with(
                    ui, app, word, "count", ui_format(ui, "%d", console->unplaced), NULL),
            (UiText){.type = TYPE_LABEL});
    if (console->second_open || console->step.stage >= STAGE_DEBRIEF) return;
    ui_open(ui, (UiBox){.flow = UI_ROW});
    if (ui_button(ui, (UiButton){.id = "second",
                              .label = app_say(app, WORD_SECOND_OPEN),
                              .icon = ICON_PLUS,
                              .rank = UI_PRIMARY,
                              .key = '+'}))
        host_do(app, "second");
    ui_close(ui);
}

static void session_button(Ui *ui, const ConsoleSession *session, App *app) {
    Word word = session->waiting ? WORD_SECOND_WAITING : WORD_SECOND_PEOPLE;
    const char *label = app_say_with(ui, app, word, "n", ui_format(ui, "%d", session->n),
            "count", ui_format(ui, "%d", session->people), "waiting",
            ui_format(ui, "%d", session->waiting), NULL);
    ui_scope(ui, "session", session->n);
    bool pressed =
            ui_button(ui, (UiButton){.id = "lead",
                                  .label = label,
                                  .icon = ICON_PEOPLE,
                                  .key = session->n <= 9 ? (char)('0' + session->n) : 0,
                                  .chosen = session->here});
    ui_scope_end(ui);
    if (pressed && !session->here && app->ports.lead)
        app->ports.lead(app->ports.context, session->name);
}

void part_second(Ui *ui, const ConsoleView *console, App *app) {
    bool offers = console->unplaced > 0 && console->step.stage < STAGE_DEBRIEF;
    if (!offers && console->sessions_count == 0) return;
    part_card_open(ui, app_say(app, WORD_SECOND_TITLE), ICON_PEOPLE);
    offer(ui, console, app);
    ui_open(ui, (UiBox){.flow = UI_WRAP, .gap = 8});
    for (int32_t i = 0; i < console->sessions_count; i++)
        session_button(ui, &console->sessions[i], app);
    ui_close(ui);
    part_card_close(ui);
}
