// client/screen_found.c — the sheet that proposes a new coalition. Never: a rule (the host refuses with a sentence).
#include "client/screens.h"

static int32_t member_mask(const View *view, const CoalitionDraft *draft) {
    int32_t mask = 1 << view->me;
    for (int32_t i = 0; i < view->actors_count && i < ACTORS_MAX; i++)
        mask |= draft->members[i] ? 1 << i : 0;
    return mask;
}

void sheet_coalition_draw(Ui *ui, const View *view, App *app) {
    static const Word RULES[4] = {[COALITION_CONSENT] = WORD_RULE_CONSENT,
            [COALITION_LEAD] = WORD_RULE_LEAD,
            [COALITION_MAJORITY] = WORD_RULE_MAJORITY,
            [COALITION_CONSENSUS] = WORD_RULE_CONSENSUS};
    CoalitionDraft *draft = &app->coalition;
    const char *rules[4];
    for (int32_t i = 0; i < 4; i++)
        rules[i] = app_say(app, RULES[i]);
    ui_scope(ui, "found", -1);
    if (!ui_sheet_open(
                ui, "sheet", app_say(app, WORD_NEW_COALITION), app_say(app, WORD_CLOSE))) {
        draft->open = false;
        ui_scope_end(ui);
        return;
    }
    ui_text(ui, app_say(app, WORD_COALITION_NOTE), (UiText){.type = TYPE_LABEL});
    ui_field(
            ui, "name", app_say(app, WORD_COALITION_NAME), draft->name, sizeof draft->name);
    int32_t chosen = 0;
    for (int32_t i = 0; i < view->actors_count && i < ACTORS_MAX; i++) {
        if (view->actors[i].is_me) continue;
        ui_scope(ui, "member", i);
        ui_check(ui, "in", view->actors[i].name, &draft->members[i]);
        ui_scope_end(ui);
        chosen += draft->members[i];
    }
    ui_text(ui, app_say(app, WORD_RULE), (UiText){.type = TYPE_LABEL, .bold = true});
    ui_radio(ui, "rule", rules, NULL, 4, &draft->rule);
    sheet_footer_open(ui, app, "");
    const char *closed = chosen ? NULL : app_say(app, WORD_COALITION_EMPTY);
    if (ui_button(ui, (UiButton){.id = "send",
                              .label = app_say(app, WORD_PROPOSE),
                              .icon = ICON_CHECK,
                              .rank = UI_PRIMARY,
                              .closed = closed})) {
        Command command = {.kind = COMMAND_COALITION_PROPOSE,
                .a = NONE,
                .b = (int16_t)member_mask(view, draft),
                .c = (int16_t)draft->rule};
        app_send(app, command, draft->name);
        draft->name[0] = 0;
        draft->open = false;
    }
    ui_sheet_close(ui);
    ui_scope_end(ui);
}
