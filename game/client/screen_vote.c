// client/screen_vote.c — my vote for a decider of mine, the reason of an objection, and what my group may amend. Never: counts a vote.
#include "client/screens.h"

static void caption(Ui *ui, const char *text) {
    if (*text) ui_text(ui, text, (UiText){.type = TYPE_CAPTION, .color = COLOR_MUTED});
}

static const ViewDecider *decider_of(const View *view) {
    for (int32_t i = 0; i < view->deciders_count; i++) {
        if (view->deciders[i].index == view->vote_decider) return &view->deciders[i];
    }
    return NULL;
}

// Where consent is asked, a no stands only with its reason.
static bool needs_reason(const View *view, const ViewDecider *decider) {
    for (int32_t i = 0; decider && i < view->decisions_count; i++) {
        const ViewDecision *decision = &view->decisions[i];
        if (decision->arena == decider->arena_index) return decision->needs_reason;
    }
    return false;
}

static void answers(Ui *ui, const View *view, App *app, bool reason) {
    static const Word ANSWERS[3] = {WORD_VOTE_YES, WORD_VOTE_ABSTAIN, WORD_VOTE_NO};
    bool silent = reason && app->tap.reason[0] == 0;
    ui_open(ui, (UiBox){.flow = UI_WRAP, .gap = 8});
    for (int32_t i = 0; i < 3; i++) {
        bool chosen = app->tap.voted == i + 1;
        ui_scope(ui, "answer", i);
        UiButton button = {.id = "tap",
                .label = app_say(app, ANSWERS[i]),
                .chosen = chosen,
                .closed = i == 2 && silent ? app_say(app, WORD_VOTE_NEEDS_REASON) : NULL,
                .icon = chosen ? ICON_CHECK : ICON_NONE};
        if (ui_button(ui, button)) {
            app->tap.voted = i + 1;
            Command vote = {
                    .kind = COMMAND_VOTE, .a = view->vote_decider, .b = (int16_t)(1 - i)};
            app_send(app, vote, i == 2 ? app->tap.reason : "");
        }
        ui_scope_end(ui);
    }
    ui_close(ui);
}

static void noted(Ui *ui, const App *app) {
    if (app->tap.voted == 0) return;
    ui_open(ui, (UiBox){.flow = UI_ROW, .gap = 8});
    ui_icon(ui, ICON_CHECK, 18, COLOR_GOOD);
    ui_text(ui, app_say(app, WORD_NOTED),
            (UiText){.type = TYPE_CAPTION, .color = COLOR_GOOD, .grow = 1});
    ui_close(ui);
}

void part_vote(Ui *ui, const View *view, App *app) {
    static const Word HINTS[3] = {
            WORD_VOTE_HINT_NO, WORD_VOTE_HINT_ABSTAIN, WORD_VOTE_HINT_YES};
    const ViewDecider *decider = decider_of(view);
    bool reason = needs_reason(view, decider);
    ui_scope(ui, "vote", -1);
    part_card_open(ui,
            app_say_with(ui, app, WORD_VOTE_TITLE, "decider", decider ? decider->name : "",
                    NULL),
            ICON_VOTE);
    ui_text(ui, app_say(app, HINTS[core_clamp(view->vote_hint, -1, 1) + 1]),
            (UiText){.type = TYPE_LABEL});
    if (reason)
        ui_field(ui, "reason", app_say(app, WORD_VOTE_REASON), app->tap.reason,
                sizeof app->tap.reason);
    answers(ui, view, app, reason);
    noted(ui, app);
    part_card_close(ui);
    ui_scope_end(ui);
}

static void amend_card(Ui *ui, App *app, const ViewDecision *decision) {
    ui_scope(ui, "amend", decision->arena);
    part_card_open(ui,
            app_say_with(ui, app, WORD_AMEND_TITLE, "arena", decision->name, NULL),
            ICON_SPEECH);
    caption(ui, app_say(app, WORD_AMEND_TEXT));
    for (int32_t i = 0; i < decision->amendments_count; i++) {
        const ViewAmendment *one = &decision->amendments[i];
        ui_scope(ui, "way", i);
        if (ui_button(ui, (UiButton){.id = "choose",
                                  .label = one->text,
                                  .chosen = one->mine,
                                  .icon = one->mine ? ICON_CHECK : ICON_NONE}))
            app_send_plain(
                    app, COMMAND_AMEND, decision->arena, one->clause, one->direction);
        ui_scope_end(ui);
    }
    part_card_close(ui);
    ui_scope_end(ui);
}

void part_amend(Ui *ui, const View *view, App *app) {
    for (int32_t i = 0; i < view->decisions_count; i++) {
        if (view->decisions[i].amendments_count > 0)
            amend_card(ui, app, &view->decisions[i]);
    }
}
