// client/screen_meeting.c — a meeting: agenda, who holds which role, what was said and minuted, and one's points of power. Never: a rule.
#include "client/charts.h"
#include "client/screens.h"
#include <string.h>

static const ViewClause *clause_of(const View *view, int32_t index) {
    for (int32_t i = 0; i < view->clauses_count; i++) {
        if (view->clauses[i].index == index) return &view->clauses[i];
    }
    return NULL;
}

static void agenda_card(Ui *ui, const View *view, const App *app) {
    const ViewMeeting *meeting = &view->meeting;
    part_card_open(ui, app_say(app, WORD_AGENDA_TITLE), ICON_KNOW);
    for (int32_t i = 0; i < meeting->agenda_count; i++) {
        const ViewClause *clause = clause_of(view, meeting->agenda[i]);
        if (!clause) continue;
        if (i == meeting->agenda_open) {
            ui_text(ui, app_say(app, WORD_NOT_TODAY),
                    (UiText){.type = TYPE_LABEL, .bold = true, .color = COLOR_MUTED});
        }
        if (i < meeting->agenda_open) {
            part_clause(ui, view, app, clause);
        } else {
            ui_text(ui, clause->name, (UiText){.type = TYPE_LABEL, .color = COLOR_MUTED});
        }
    }
    part_card_close(ui);
}

static void role_line(Ui *ui, const char *label, const char *holder) {
    if (!*holder) return;
    ui_open(ui, (UiBox){.flow = UI_ROW, .gap = 8});
    ui_text(ui, label, (UiText){.type = TYPE_LABEL, .color = COLOR_MUTED, .grow = 1});
    ui_text(ui, holder, (UiText){.type = TYPE_LABEL, .bold = true});
    ui_close(ui);
}

static void roles_card(Ui *ui, const View *view, const App *app) {
    const ViewMeeting *meeting = &view->meeting;
    part_card_open(ui, meeting->arena, ICON_MEETING);
    if (*view->sub_name)
        ui_text(ui, view->sub_name, (UiText){.type = TYPE_LABEL, .bold = true});
    for (int32_t i = 0; i < view->arenas_count; i++) {
        if (view->arenas[i].index == meeting->arena_index && *view->arenas[i].how) {
            ui_text(ui, view->arenas[i].how,
                    (UiText){.type = TYPE_LABEL, .color = COLOR_MUTED});
        }
    }
    if (meeting->roles_count == 0) {
        role_line(ui, app_say(app, WORD_CHAIR), meeting->chair);
        role_line(ui, app_say(app, WORD_TAKER), meeting->taker);
    }
    part_roles(ui, view, app);
    if (!meeting->present)
        ui_chip(ui, app_say(app, WORD_NOT_PRESENT), ICON_LOCK, COLOR_CARE, NULL);
    part_card_close(ui);
}

static void said_row(Ui *ui, const View *view, const App *app, const ViewSaid *said) {
    ui_open(ui, (UiBox){.flow = UI_ROW, .gap = 8, .across = UI_START});
    if (said->author < view->actors_count)
        chart_actor_mark(ui, view->actors[said->author].index, 24);
    ui_text(ui, said->text, (UiText){.type = TYPE_LABEL, .bold = said->mine, .grow = 1});
    if (said->direction)
        ui_icon(ui, said->direction > 0 ? ICON_UP : ICON_DOWN, 18, COLOR_TEXT);
    if (said->strength) {
        ui_text(ui,
                app_say_with(ui, app, WORD_STRENGTH, "strength",
                        ui_format(ui, "%d", said->strength), NULL),
                (UiText){.type = TYPE_CAPTION, .color = COLOR_MUTED});
    }
    ui_close(ui);
}

static void said_card(Ui *ui, const View *view, const App *app) {
    const ViewMeeting *meeting = &view->meeting;
    part_card_open(ui, app_say(app, WORD_SAID_TITLE), ICON_SPEECH);
    if (meeting->said_count == 0) part_empty(ui, app_say(app, WORD_SAID_EMPTY));
    for (int32_t i = 0; i < meeting->said_count; i++)
        said_row(ui, view, app, &meeting->said[i]);
    part_card_close(ui);
}

void part_minutes(Ui *ui, const View *view, const App *app) {
    const ViewMeeting *meeting = &view->meeting;
    part_card_open(ui, app_say(app, WORD_MINUTES_TITLE), ICON_NEWS);
    ui_text(ui, app_say(app, WORD_MINUTES_TEXT),
            (UiText){.type = TYPE_CAPTION, .color = COLOR_MUTED});
    if (meeting->minutes_count == 0) part_empty(ui, app_say(app, WORD_MINUTES_EMPTY));
    for (int32_t i = 0; i < meeting->minutes_count; i++)
        said_row(ui, view, app, &meeting->minutes[i]);
    part_card_close(ui);
}

static void asked_card(Ui *ui, const View *view, App *app) {
    for (int32_t i = 0; i < view->meeting.asked_count; i++) {
        const ViewAsked *asked = &view->meeting.asked[i];
        ui_scope(ui, "asked", i);
        part_card_open(ui, app_say(app, WORD_ASKED_TITLE), ICON_WHY);
        part_actor_name(ui, view, asked->from, 0);
        ui_text(ui, asked->text, (UiText){.type = TYPE_LABEL});
        ui_open(ui, (UiBox){.flow = UI_WRAP, .gap = 8});
        if (ui_button(ui,
                    (UiButton){.id = "answer",
                            .label = app_say(app, WORD_ANSWER),
                            .note = *view->meeting.answer_note ? view->meeting.answer_note
                                                               : NULL,
                            .icon = ICON_SPEECH})) {
            app_send_plain(app, COMMAND_ANSWER, 1, asked->from, 0);
        }
        if (ui_button(ui,
                    (UiButton){.id = "deflect",
                            .label = app_say(app, WORD_DEFLECT),
                            .note = *view->meeting.deflect_note ? view->meeting.deflect_note
                                                                : NULL})) {
            app_send_plain(app, COMMAND_ANSWER, 2, asked->from, 0);
        }
        ui_close(ui);
        part_card_close(ui);
        ui_scope_end(ui);
    }
}

// --- The minute-taker's choice ---

static int32_t chosen_lines(const ViewMeeting *meeting, const MinutesDraft *draft) {
    int32_t count = 0;
    for (int32_t i = 0; i < meeting->said_count && i < UTTERANCES_MAX; i++)
        count += draft->chosen[i];
    return count;
}

static void send_minutes(const ViewMeeting *meeting, App *app) {
    Command command = {.kind = COMMAND_RECORD, .a = NONE, .b = NONE, .c = NONE, .d = NONE};
    int16_t *const places[3] = {&command.a, &command.b, &command.c};
    int32_t used = 0;
    for (int32_t i = 0; i < meeting->said_count && i < UTTERANCES_MAX && used < 3; i++) {
        if (app->minutes.chosen[i]) *places[used++] = meeting->said[i].slot;
    }
    int32_t sharpen = app->minutes.sharpen;
    if (sharpen >= 0 && sharpen < meeting->said_count)
        command.d = meeting->said[sharpen].slot;
    app_send(app, command, "");
}

static void sharpen_choice(Ui *ui, const ViewMeeting *meeting, App *app) {
    enum { SHOWN_MAX = 9 };
    const char *labels[SHOWN_MAX];
    int32_t places[SHOWN_MAX] = {-1}, count = 1, chosen = 0;
    labels[0] = app_say(app, WORD_SHARPEN_NONE);
    for (int32_t i = 0; i < meeting->said_count && i < UTTERANCES_MAX && count < SHOWN_MAX;
            i++) {
        if (!app->minutes.chosen[i]) continue;
        if (app->minutes.sharpen == i) chosen = count;
        labels[count] = meeting->said[i].text;
        places[count++] = i;
    }
    ui_text(ui, app_say(app, WORD_SHARPEN), (UiText){.type = TYPE_LABEL, .bold = true});
    ui_radio(ui, "sharpen", labels, NULL, count, &chosen);
    app->minutes.sharpen = places[chosen];
}

static void record_card(Ui *ui, const View *view, App *app) {
    const ViewMeeting *meeting = &view->meeting;
    part_card_open(ui, app_say(app, WORD_RECORD_TITLE), ICON_ENVELOPE);
    const char *most = ui_format(ui, "%d", meeting->record_lines);
    ui_text(ui, app_say_with(ui, app, WORD_RECORD_TEXT, "count", most, NULL),
            (UiText){.type = TYPE_LABEL});
    for (int32_t i = 0; i < meeting->said_count && i < UTTERANCES_MAX; i++) {
        if (meeting->said[i].strength < 1) continue;
        ui_scope(ui, "line", i);
        ui_check(ui, "choose", meeting->said[i].text, &app->minutes.chosen[i]);
        ui_scope_end(ui);
    }
    if (meeting->may_slant) sharpen_choice(ui, meeting, app);
    int32_t count = chosen_lines(meeting, &app->minutes);
    bool too_many = count > meeting->record_lines;
    const char *closed =
            too_many ? app_say_with(ui, app, WORD_RECORD_TOO_MANY, "count", most, NULL)
                     : NULL;
    if (ui_button(ui, (UiButton){.id = "record",
                              .label = app_say(app, WORD_RECORD_SEND),
                              .icon = ICON_CHECK,
                              .closed = closed})) {
        send_minutes(meeting, app);
    }
    part_card_close(ui);
}

static void act_column(Ui *ui, const View *view, App *app) {
    const ViewMeeting *meeting = &view->meeting;
    part_guide(ui, view, app);
    asked_card(ui, view, app);
    part_lead(ui, view, app);
    if (meeting->i_am_taker && meeting->sub == MEET_RECORD) record_card(ui, view, app);
    if (meeting->sub != MEET_RECORD)
        part_moves(ui, view, app, app_say(app, WORD_POINTS_TITLE));
    if (view->plan_count > 0) part_plan(ui, view, app);
}

static void open_meeting(Ui *ui, const View *view, App *app) {
    bool compact = ui_size(ui) == UI_COMPACT;
    ui_open(ui, (UiBox){.flow = compact ? UI_COLUMN : UI_ROW,
                        .gap = 16,
                        .across = compact ? UI_AUTO : UI_START});
    ui_open(ui, (UiBox){.grow = 5, .equal = true, .least = 260, .gap = 16});
    act_column(ui, view, app);
    ui_close(ui);
    ui_open(ui, (UiBox){.grow = 5, .equal = true, .least = 260, .gap = 16});
    roles_card(ui, view, app);
    said_card(ui, view, app);
    if (ui_size(ui) == UI_WIDE) {
        ui_close(ui);
        ui_open(ui, (UiBox){.grow = 4, .equal = true, .least = 260, .gap = 16});
    }
    agenda_card(ui, view, app);
    part_minutes(ui, view, app);
    ui_close(ui);
    ui_close(ui);
}

void screen_meeting_draw(Ui *ui, const View *view, App *app) {
    frame_open(ui, view, app);
    if (view->meeting.open) {
        open_meeting(ui, view, app);
    } else {
        part_card_open(ui, app_say(app, WORD_NO_MEETING), ICON_MEETING);
        ui_text(ui, app_say(app, WORD_NO_MEETING_TEXT), (UiText){.type = TYPE_LABEL});
        part_card_close(ui);
        part_minutes(ui, view, app);
    }
    frame_close(ui, view, app);
}
