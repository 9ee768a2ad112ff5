// client/screen_budget.c — points of a budget: spread over what the money can go to, and what came of it. Never: counts them.
#include "client/screens.h"

static void caption(Ui *ui, const char *text) {
    if (*text) ui_text(ui, text, (UiText){.type = TYPE_CAPTION, .color = COLOR_MUTED});
}

static const char *numbered(
        Ui *ui, const App *app, Word word, const char *name, int32_t number) {
    return app_say_with(ui, app, word, name, ui_format(ui, "%d", number), NULL);
}

static void result(Ui *ui, const App *app, const ViewBudgetOption *option) {
    if (option->points < 0) return;
    ui_chip(ui,
            numbered(ui, app, option->funded ? WORD_BUDGET_FUNDED : WORD_BUDGET_NOT,
                    "points", option->points),
            option->funded ? ICON_CHECK : ICON_CLOSE,
            option->funded ? COLOR_GOOD : COLOR_MUTED, NULL);
}

void part_budget(Ui *ui, const App *app, const ViewDecision *decision) {
    if (decision->options_count == 0) return;
    ui_text(ui, numbered(ui, app, WORD_BUDGET_TITLE, "money", decision->money),
            (UiText){.type = TYPE_LABEL, .bold = true});
    for (int32_t i = 0; i < decision->options_count; i++) {
        const ViewBudgetOption *option = &decision->options[i];
        ui_open(ui, (UiBox){.gap = 2, .pad = 10, .radius = 6, .edge = COLOR_LINE});
        ui_open(ui, (UiBox){.flow = UI_ROW, .gap = 8});
        ui_text(ui, option->name, (UiText){.type = TYPE_LABEL, .bold = true, .grow = 1});
        caption(ui, numbered(ui, app, WORD_BUDGET_COST, "cost", option->cost));
        ui_close(ui);
        caption(ui, option->brings);
        ui_open(ui, (UiBox){.flow = UI_WRAP, .gap = 6});
        result(ui, app, option);
        ui_close(ui);
        ui_close(ui);
    }
}

// What one voter gave, once it may be known: "Lift 6 · Hall 4".
void part_budget_voter(Ui *ui, const ViewDecision *decision, const ViewVoter *voter) {
    if (!voter->spread) return;
    const char *line = "";
    for (int32_t i = 0; i < decision->options_count; i++) {
        if (voter->spread[i] == 0) continue;
        line = ui_format(ui, "%s%s%s %d", line, *line ? " · " : "",
                decision->options[i].name, voter->spread[i]);
    }
    caption(ui, line);
}

static void spread_card(
        Ui *ui, App *app, const ViewDecision *decision, const ViewVoter *voter) {
    ui_scope(ui, "spread", voter->decider);
    part_card_open(ui,
            app_say_with(ui, app, WORD_SPREAD_TITLE, "decider", voter->name, NULL),
            ICON_MONEY);
    ui_text(ui,
            app_say_with(ui, app, WORD_SPREAD_TEXT, "points",
                    ui_format(ui, "%d", decision->points), "left",
                    ui_format(ui, "%d", voter->points_left), NULL),
            (UiText){.type = TYPE_LABEL});
    for (int32_t i = 0; i < decision->options_count; i++) {
        const ViewBudgetOption *option = &decision->options[i];
        int32_t points = voter->spread[i];
        ui_scope(ui, "option", i);
        if (ui_stepper(ui, "points", option->name, &points, 0,
                    voter->spread[i] + voter->points_left))
            app_send_plain(app, COMMAND_SPREAD, voter->decider, i, points);
        caption(ui, *option->brings ? ui_format(ui, "%s · %s",
                            numbered(ui, app, WORD_BUDGET_COST, "cost", option->cost),
                            option->brings)
                                    : numbered(ui, app, WORD_BUDGET_COST, "cost",
                                            option->cost));
        ui_scope_end(ui);
    }
    caption(ui, app_say(app, WORD_SPREAD_SILENCE));
    part_card_close(ui);
    ui_scope_end(ui);
}

void part_spread(Ui *ui, const View *view, App *app) {
    for (int32_t i = 0; i < view->decisions_count; i++) {
        const ViewDecision *decision = &view->decisions[i];
        for (int32_t k = 0; k < decision->voters_count; k++) {
            if (decision->voters[k].may_spread)
                spread_card(ui, app, decision, &decision->voters[k]);
        }
    }
}
