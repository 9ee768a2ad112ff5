// client/screen_debrief.c — looking back part by part at a table of one, and why the computer's seats did what they did. Never: what is not told yet.
#include "client/charts.h"
#include "client/screen_seat.h"
#include "model/people.h"

enum { STEPS = 7 };

static const Word STEP_WORDS[STEPS] = {WORD_DEBRIEF_1, WORD_DEBRIEF_2, WORD_DEBRIEF_3,
        WORD_DEBRIEF_4, WORD_DEBRIEF_5, WORD_DEBRIEF_6, WORD_DEBRIEF_7};

const char *debrief_question(const App *app, int32_t step) {
    return step >= 1 && step <= STEPS ? app_say(app, STEP_WORDS[step - 1]) : "";
}

static void step_button(Ui *ui, App *app, const UiButton *button, int32_t to) {
    if (ui_button(ui, *button)) app->ports.look_back(app->ports.context, to);
}

static void tell_alone(Ui *ui, const View *view, App *app) {
    TellList list = {
            .count = core_min(view->actors_count, ACTORS_MAX), .told = view->end.told};
    for (int32_t i = 0; i < list.count; i++)
        list.names[i] = view->actors[i].name;
    int32_t picked = app->ports.tell ? part_tell(ui, app, &list) : -1;
    if (picked >= 0) app->ports.tell(app->ports.context, picked);
}

static bool all_told(const View *view) {
    uint16_t all = (uint16_t)((1u << core_min(view->actors_count, ACTORS_MAX)) - 1);
    return (view->end.told & all) == all;
}

// Who plays alone goes on by itself: what each kept to itself is told in the third part, in the order it likes.
void part_steps(Ui *ui, const View *view, App *app) {
    if (!app->ports.look_back || !view->end.reached) return;
    int32_t step = core_clamp(view->end.step, 0, STEPS);
    const char *title = step == 0 ? app_say(app, WORD_DEBRIEF_TITLE)
                                  : app_say_with(ui, app, WORD_DEBRIEF_STEP, "step",
                                          ui_format(ui, "%d", step), NULL);
    part_card_open(ui, title, ICON_PEOPLE);
    if (step > 0) ui_text(ui, debrief_question(app, step), (UiText){.bold = true});
    if (view->end.locked && step < DEBRIEF_FACTS)
        ui_text(ui, app_say(app, WORD_DEBRIEF_LOCKED),
                (UiText){.type = TYPE_LABEL, .color = COLOR_MUTED});
    if (step >= DEBRIEF_FACTS) {
        tell_alone(ui, view, app);
        part_what_if(ui, app, all_told(view));
    }
    ui_open(ui, (UiBox){.flow = UI_ROW, .gap = 10});
    if (step < STEPS)
        step_button(ui, app,
                &(UiButton){.id = "next_part",
                        .label =
                                app_say(app, step ? WORD_DEBRIEF_NEXT : WORD_DEBRIEF_BEGIN),
                        .icon = ICON_CHECK},
                step + 1);
    if (step > 1)
        step_button(ui, app,
                &(UiButton){.id = "part_before",
                        .label = app_say(app, WORD_DEBRIEF_BACK),
                        .icon = ICON_BACK},
                step - 1);
    ui_close(ui);
    part_card_close(ui);
}

static int32_t lines_of(const View *view, uint8_t actor) {
    int32_t count = 0;
    for (int32_t i = 0; i < view->end.reasons_count; i++)
        count += view->end.reasons[i].actor == actor;
    return count;
}

static void reasons_of(Ui *ui, const View *view, const App *app, uint8_t actor) {
    int32_t round = -1;
    for (int32_t i = 0; i < view->end.reasons_count; i++) {
        const ViewNews *news = &view->end.reasons[i];
        if (news->actor != actor) continue;
        if (news->round != round)
            ui_text(ui,
                    app_say_with(ui, app, WORD_ROUND, "round",
                            ui_format(ui, "%d", news->round), NULL),
                    (UiText){.type = TYPE_LABEL, .bold = true, .color = COLOR_MUTED});
        round = news->round;
        part_news_line(ui, view, app, news);
    }
}

void part_reasons(Ui *ui, const View *view, App *app) {
    const char *labels[ACTORS_MAX];
    uint8_t places[ACTORS_MAX] = {0};
    int32_t count = 0;
    for (int32_t i = 0; i < view->actors_count && count < ACTORS_MAX; i++) {
        if (lines_of(view, (uint8_t)i) == 0) continue;
        labels[count] = view->actors[i].name;
        places[count++] = (uint8_t)i;
    }
    if (count == 0) return;
    app->reasons_of = core_clamp(app->reasons_of, 0, count - 1);
    part_card_open(ui, app_say(app, WORD_REASONS_TITLE), ICON_WHY);
    ui_text(ui, app_say(app, WORD_REASONS_TEXT),
            (UiText){.type = TYPE_CAPTION, .color = COLOR_MUTED});
    ui_tabs(ui, "reasons", labels, NULL, NULL, count, &app->reasons_of);
    reasons_of(ui, view, app, places[app->reasons_of]);
    part_card_close(ui);
}
