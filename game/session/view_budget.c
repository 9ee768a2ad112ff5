// session/view_budget.c — what the money of a budget can go to, and the points a seat may see and set. Never: another seat's points before they are counted.
#include "rules/budget.h"
#include "rules/gate.h"
#include "session/view_parts.h"

void view_budget(const Viewer *viewer, ViewDecision *card) {
    const Def *def = viewer->def;
    const DecisionRule *rule = budget_of(def, viewer->state, card->arena);
    if (!rule) return;
    ViewBudgetOption *list = view_array(viewer, rule->options_count, sizeof *list);
    for (int32_t i = 0; i < rule->options_count; i++) {
        const BudgetOption *option = &def->options[rule->options_first + i];
        bool funded = card->done && ((viewer->state->funded[card->arena] >> i) & 1);
        int32_t points = card->done ? 0 : -1;
        for (int32_t d = 0; card->done && d < def_count(def, KIND_DECIDER); d++) {
            if (def->deciders[d].arena == card->arena)
                points += viewer->state->spread[d][i];
        }
        list[i] = (ViewBudgetOption){.name = say_text(&viewer->say, option->text),
                .brings = view_changes_text(viewer, option->changes),
                .cost = option->cost,
                .points = (int16_t)points,
                .funded = funded};
        card->spent = (int16_t)(card->spent + (funded ? option->cost : 0));
    }
    card->options = list;
    card->options_count = rule->options_count;
    card->points = rule->points;
    card->money = rule->budget;
}

void view_budget_voter(const Viewer *viewer, const ViewDecision *card, ViewVoter *voter) {
    if (!voter->mine && !card->done) return;
    uint8_t *points = view_array(viewer, BUDGET_OPTIONS_MAX, sizeof *points);
    int32_t sum = 0;
    for (int32_t i = 0; i < BUDGET_OPTIONS_MAX; i++)
        sum += points[i] = viewer->state->spread[voter->decider][i];
    voter->spread = points;
    voter->points_left = (int16_t)(card->points - sum);
    Command nothing = {.kind = COMMAND_SPREAD,
            .actor = viewer->me,
            .at_phase = NONE,
            .a = voter->decider};
    voter->may_spread =
            voter->mine
            && gate_check(viewer->def, viewer->state, &nothing).code == VERDICT_OK;
}
