// client/screen_guide.c — the guided first round: one card that says what to do in this step and why. Never: blocks anything.
#include "client/screens.h"

typedef struct Coach {
    Word title, lines[3];
} Coach;

static Coach coach_of(const View *view) {
    if (view->status == STATUS_BRIEF) {
        return (Coach){
                WORD_GUIDE_BRIEF,
                {WORD_GUIDE_BRIEF_1, WORD_GUIDE_BRIEF_2, WORD_GUIDE_BRIEF_3}
        };
    }
    if (view->meeting.open && view->sub == MEET_ROLES) {
        return (Coach){
                WORD_GUIDE_ROLES,
                {WORD_GUIDE_ROLES_1, WORD_GUIDE_ROLES_2, WORD_GUIDE_READY}
        };
    }
    if (view->meeting.open && view->sub == MEET_RECORD) {
        return (Coach){
                WORD_GUIDE_RECORD,
                {WORD_GUIDE_RECORD_1, WORD_GUIDE_RECORD_2, WORD_GUIDE_READY}
        };
    }
    if (view->meeting.open) {
        return (Coach){
                WORD_GUIDE_SPEECH,
                {WORD_GUIDE_SPEECH_1, WORD_GUIDE_SPEECH_2, WORD_GUIDE_SPEECH_3}
        };
    }
    switch ((PhaseDoes)view->phase_does) {
    case DOES_NEWS:
        return (Coach){
                WORD_GUIDE_NEWS, {WORD_GUIDE_NEWS_1, WORD_GUIDE_NEWS_2, WORD_GUIDE_READY}
        };
    case DOES_BACKSTAGE:
        return (Coach){
                WORD_GUIDE_BACK, {WORD_GUIDE_BACK_1, WORD_GUIDE_BACK_2, WORD_GUIDE_READY}
        };
    case DOES_ACTION:
        return (Coach){
                WORD_GUIDE_ACTION,
                {WORD_GUIDE_ACTION_1, WORD_GUIDE_ACTION_2, WORD_GUIDE_ACTION_3}
        };
    case DOES_RESOLUTION:
        return (Coach){
                WORD_GUIDE_RESULT,
                {WORD_GUIDE_RESULT_1, WORD_GUIDE_RESULT_2, WORD_GUIDE_READY}
        };
    case DOES_REFLECT:
        return (Coach){
                WORD_GUIDE_REFLECT,
                {WORD_GUIDE_REFLECT_1, WORD_GUIDE_REFLECT_2, WORD_GUIDE_READY}
        };
    case DOES_NOTHING: break;
    }
    return (Coach){
            WORD_GUIDE_ANY, {WORD_GUIDE_ANY_1, WORD_GUIDE_ANY_2, WORD_GUIDE_READY}
    };
}

void part_guide(Ui *ui, const View *view, App *app) {
    if (!view->first_round || app->guide_off) return;
    Coach coach = coach_of(view);
    ui_scope(ui, "guide", -1);
    ui_open(ui, (UiBox){.pad = 14,
                        .gap = 8,
                        .radius = 6,
                        .fill = COLOR_SURFACE,
                        .edge = COLOR_ACCENT,
                        .edge_dp = 2});
    ui_open(ui, (UiBox){.flow = UI_ROW, .gap = 8});
    ui_icon(ui, ICON_HELP, 22, COLOR_ACCENT);
    ui_text(ui, app_say(app, coach.title),
            (UiText){.type = TYPE_TITLE, .bold = true, .heading = true, .grow = 1});
    if (ui_button(ui, (UiButton){.id = "off",
                              .label = app_say(app, WORD_GUIDE_OFF),
                              .rank = UI_QUIET}))
        app->guide_off = true;
    ui_close(ui);
    for (int32_t i = 0; i < 3; i++) {
        ui_open(ui, (UiBox){.flow = UI_ROW, .gap = 10, .across = UI_START});
        ui_textf(ui, (UiText){.type = TYPE_LABEL, .bold = true, .color = COLOR_ACCENT},
                "%d", i + 1);
        ui_text(ui, app_say(app, coach.lines[i]), (UiText){.type = TYPE_LABEL, .grow = 1});
        ui_close(ui);
    }
    ui_close(ui);
    ui_scope_end(ui);
}
