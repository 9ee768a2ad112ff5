// client/screen_seat.c — the seat of a hosted session at this window, beside the screens of the game. Never: shows what is private before somebody asks for it.
#include "client/screen_seat.h"
#include "client/charts.h"
#include <string.h>

void app_sit(App *app, bool at_seat, const View *view) {
    app->private_open = app->help_open = app->why_open = app->act.open = false;
    app->notice[0] = 0;
    app->view = NULL;
    app->screen = at_seat ? SCREEN_TABLE : SCREEN_HOME;
    if (!at_seat) app_went_away(app);
    if (view) {
        app->seen_phase = NONE; // the screen of this step, not the one of last time
        app_set_view(app, view);
    }
    if (!at_seat && app->console) app_set_console(app, app->console);
}

// ---- taking it ---------------------------------------------------------------------------------------------------

static void sit_button(Ui *ui, App *app) {
    ui_text(ui, app_say(app, WORD_SEAT_LOOK),
            (UiText){.type = TYPE_CAPTION, .color = COLOR_MUTED});
    ui_open(ui, (UiBox){.flow = UI_ROW});
    if (ui_button(ui, (UiButton){.id = "sit",
                              .label = app_say(app, WORD_SEAT_SIT),
                              .icon = ICON_EYE})
            && app->ports.sit)
        app->ports.sit(app->ports.context, true);
    ui_close(ui);
}

static void take_button(Ui *ui, const App *app) {
    ui_text(ui, app_say(app, WORD_SEAT_OFFER),
            (UiText){.type = TYPE_LABEL, .color = COLOR_MUTED});
    ui_open(ui, (UiBox){.flow = UI_ROW});
    if (ui_button(ui, (UiButton){.id = "take",
                              .label = app_say(app, WORD_SEAT_TAKE),
                              .icon = ICON_PERSON}))
        app->ports.take_seat(app->ports.context);
    ui_close(ui);
}

void part_own_seat(Ui *ui, App *app) {
    if (!app->ports.take_seat) return;
    const AppSeat *seat = app->seat;
    ui_scope(ui, "own", -1);
    part_card_open(ui, app_say(app, WORD_SEAT_TITLE), ICON_PERSON);
    if (seat && *seat->note)
        ui_text(ui, seat->note, (UiText){.type = TYPE_LABEL, .color = COLOR_CARE});
    if (seat && !seat->waits && !seat->lost)
        sit_button(ui, app);
    else if (!seat || seat->lost)
        take_button(ui, app);
    part_card_close(ui);
    ui_scope_end(ui);
}

// ---- a session somewhere else ------------------------------------------------------------------------------------

// How one comes in: by a name of one's own choice or none, to play or to watch, in which language, agreeing to what.
static void join_wishes(Ui *ui, App *app) {
    const HomeView *home = app->home;
    const char *how[2] = {app_say(app, WORD_AS_PLAY), app_say(app, WORD_AS_OBSERVE)};
    int32_t watches = app->join.watches;
    ui_field(ui, "name", app_say(app, WORD_NAME), app->join.name, sizeof app->join.name);
    ui_text(ui, app_say(app, WORD_NAME_HINT),
            (UiText){.type = TYPE_CAPTION, .color = COLOR_MUTED});
    ui_text(ui, app_say(app, WORD_JOIN_HOW), (UiText){.type = TYPE_LABEL, .bold = true});
    ui_radio(ui, "how", how, NULL, 2, &watches);
    app->join.watches = watches == 1;
    ui_text(ui, app_say(app, WORD_CONSENT_TITLE),
            (UiText){.type = TYPE_LABEL, .bold = true});
    ui_text(ui, app_say(app, WORD_CONSENT_PLAY), (UiText){.type = TYPE_LABEL});
    ui_check(ui, "report", app_say(app, WORD_CONSENT_REPORT), &app->join.in_report);
    ui_check(ui, "research", app_say(app, WORD_CONSENT_RESEARCH), &app->join.in_research);
    if (!home || home->languages_count < 2) return;
    ui_text(ui, app_say(app, WORD_JOIN_LANGUAGE),
            (UiText){.type = TYPE_LABEL, .bold = true});
    if (ui_radio(ui, "language", home->languages, NULL, home->languages_count,
                &app->settings.language)
            && app->ports.settings_changed)
        app->ports.settings_changed(app->ports.context, &app->settings);
}

void part_join(Ui *ui, App *app) {
    ui_scope(ui, "join", -1);
    part_card_open(ui, app_say(app, WORD_GO_JOIN), ICON_PEOPLE);
    if (!app->join.open) {
        ui_open(ui, (UiBox){.flow = UI_WRAP, .gap = 12});
        if (ui_button(ui, (UiButton){.id = "open",
                                  .label = app_say(app, WORD_GO_JOIN_OPEN),
                                  .icon = ICON_ACCESS}))
            app->join.open = true;
        ui_close(ui);
    } else {
        ui_text(ui, app_say(app, WORD_GO_JOIN_TEXT),
                (UiText){.type = TYPE_LABEL, .color = COLOR_MUTED});
        ui_field(ui, "address", app_say(app, WORD_GO_JOIN_ADDRESS), app->join.address,
                sizeof app->join.address);
        ui_field(ui, "code", app_say(app, WORD_GO_JOIN_CODE), app->join.code,
                sizeof app->join.code);
        join_wishes(ui, app);
        ui_open(ui, (UiBox){.flow = UI_ROW});
        if (ui_button(ui, (UiButton){.id = "go",
                                  .label = app_say(app, WORD_GO_JOIN_NOW),
                                  .icon = ICON_CHECK,
                                  .rank = UI_PRIMARY})
                && app->join.address[0])
            app->ports.join(app->ports.context, &app->join);
        ui_close(ui);
    }
    part_card_close(ui);
    ui_scope_end(ui);
}

// ---- before there is a part --------------------------------------------------------------------------------------

bool seat_has_screens(const App *app) {
    const SeatNews *news = &app->seat->news;
    bool watches = news->role && strcmp(news->role, "observes") == 0;
    return app->view->me != NONE || (watches && app->view->status >= STATUS_BRIEF);
}

static Word standing_of(const App *app) {
    const AppSeat *seat = app->seat;
    if (seat->lost) return WORD_SEAT_LOST;
    if (seat->waits || !app->view) return WORD_SEAT_WAITS;
    return strcmp(seat->news.role, "observes") == 0 ? WORD_SEAT_WATCHES : WORD_SEAT_NO_PART;
}

static void leave_button(Ui *ui, App *app) {
    bool alone = app->seat->alone;
    if (ui_button(ui,
                (UiButton){.id = "console",
                        .label = app_say(app, alone ? WORD_TO_HOME : WORD_SEAT_TO_CONSOLE),
                        .icon = ICON_BACK})) {
        if (alone && app->ports.leave) app->ports.leave(app->ports.context);
        if (!alone && app->ports.sit) app->ports.sit(app->ports.context, false);
    }
}

void screen_seat_draw(Ui *ui, App *app) {
    const AppSeat *seat = app->seat;
    ui_open(ui, (UiBox){.scroll = true, .grow = 1, .pad = 24, .gap = 16, .id = "seat"});
    ui_open(ui, (UiBox){.gap = 16, .most = 700});
    ui_text(ui, app->view ? app->view->title : app_say(app, WORD_SEAT_COMING),
            (UiText){.type = TYPE_HEAD, .bold = true, .heading = true});
    ui_text(ui, app_say(app, standing_of(app)), (UiText){0});
    if (*seat->note)
        ui_text(ui, seat->note, (UiText){.type = TYPE_LABEL, .color = COLOR_CARE});
    ui_open(ui, (UiBox){.flow = UI_ROW, .gap = 12});
    leave_button(ui, app);
    ui_close(ui);
    if (app->seat->code[0])
        ui_text(ui, app_say_with(ui, app, WORD_SEAT_CODE, "code", app->seat->code, NULL),
                (UiText){.type = TYPE_LABEL, .bold = true});
    part_shown(ui, app);
    seat_heard(ui, app);
    ui_close(ui);
    ui_close(ui);
}

// ---- on its screens ----------------------------------------------------------------------------------------------

static void clock_chip(Ui *ui, const App *app) {
    int32_t left = app->seat->clock_s;
    if (left < 0) return;
    bool closing = app->view && app->view->clock.closing;
    ui_icon(ui, ICON_CLOCK, 20, closing ? COLOR_CARE : COLOR_MUTED);
    ui_text(ui, ui_format(ui, "%d:%02d", left / 60, left % 60),
            (UiText){.type = TYPE_LABEL, .bold = closing});
}

void seat_status(Ui *ui, App *app) {
    const AppSeat *seat = app->seat;
    clock_chip(ui, app);
    if (seat->lost)
        ui_chip(ui, app_say(app, WORD_SEAT_LOST_SHORT), ICON_WARN, COLOR_CARE, NULL);
    if (seat->alone) return;
    bool calls = app->console && app->console->calls_count > 0;
    bool compact = ui_size(ui) == UI_COMPACT;
    if (ui_button(ui, (UiButton){.id = "console",
                              .label = compact ? "" : app_say(app, WORD_SEAT_TO_CONSOLE),
                              .hint = app_say(app, WORD_SEAT_TO_CONSOLE),
                              .icon = calls ? ICON_HELP : ICON_BACK,
                              .rank = calls ? UI_SECONDARY : UI_QUIET})
            && app->ports.sit)
        app->ports.sit(app->ports.context, false);
}

static const SeatLine *newest_line(const App *app) {
    const SeatNews *news = &app->seat->news;
    for (int32_t i = news->lines_count - 1; i >= 0; i--) {
        const SeatLine *line = &news->lines[i];
        if (!line->mine) return line->id > app->heard ? line : NULL;
    }
    return NULL;
}

void seat_heard(Ui *ui, App *app) {
    const SeatLine *line = newest_line(app);
    if (!line) return;
    ui_scope(ui, "heard", -1);
    ui_open(ui, (UiBox){.flow = UI_ROW,
                        .gap = 10,
                        .pad_x = 16,
                        .pad_y = 2,
                        .fill = COLOR_SURFACE,
                        .edge = COLOR_ACCENT,
                        .edge_dp = 2});
    ui_icon(ui, ICON_SPEECH, 20, COLOR_ACCENT);
    ui_text(ui, app_say_with(ui, app, WORD_SEAT_HEARD, "text", line->text, NULL),
            (UiText){.type = TYPE_LABEL, .grow = 1, .most = 1400});
    if (ui_button(ui, (UiButton){.id = "close",
                              .label = app_say(app, WORD_CLOSE),
                              .rank = UI_QUIET}))
        app->heard = line->id;
    ui_close(ui);
    ui_scope_end(ui);
}

static void ask_button(Ui *ui, App *app, Word label, IconKind icon, const char *act) {
    if (!ui_button(ui,
                (UiButton){
                        .id = word_id(label), .label = app_say(app, label), .icon = icon}))
        return;
    app->ports.ask_beside(app->ports.context, act, app->help_words);
    app->help_words[0] = 0;
    app->help_open = false;
    app_set_notice(app, app_say(app, WORD_SEAT_ASKED));
}

// What was agreed to can be changed at any time.
static void consents(Ui *ui, const App *app) {
    const SeatOwn *own = &app->seat->news.own;
    bool report = own->in_report, research = own->in_research;
    ui_text(ui, app_say(app, WORD_CONSENT_TITLE),
            (UiText){.type = TYPE_LABEL, .bold = true});
    if (ui_check(ui, "report", app_say(app, WORD_CONSENT_REPORT), &report))
        app->ports.ask_beside(app->ports.context,
                ui_format(ui, "seat.consent purpose=report given=%d", report), "");
    if (ui_check(ui, "research", app_say(app, WORD_CONSENT_RESEARCH), &research))
        app->ports.ask_beside(app->ports.context,
                ui_format(ui, "seat.consent purpose=research given=%d", research), "");
    ui_text(ui, app_say(app, WORD_CONSENT_LATER),
            (UiText){.type = TYPE_CAPTION, .color = COLOR_MUTED});
}

// What this seat and the facilitator said to each other, newest first.
static void talk(Ui *ui, const App *app) {
    const SeatNews *news = &app->seat->news;
    if (news->lines_count == 0) return;
    ui_text(ui, app_say(app, WORD_SEAT_TALK), (UiText){.type = TYPE_LABEL, .bold = true});
    for (int32_t i = news->lines_count - 1; i >= 0; i--) {
        const SeatLine *line = &news->lines[i];
        ui_open(ui, (UiBox){.flow = UI_ROW, .gap = 8, .across = UI_START});
        ui_icon(ui, line->mine ? ICON_PERSON : ICON_SPEECH, 18,
                line->mine ? COLOR_MUTED : COLOR_ACCENT);
        ui_text(ui, line->text, (UiText){.type = TYPE_LABEL, .grow = 1});
        ui_close(ui);
    }
}

static void forget_button(Ui *ui, App *app) {
    if (!app->seat->alone || !app->ports.forget_seat) return;
    ui_open(ui, (UiBox){.flow = UI_ROW});
    if (ui_button(ui, (UiButton){.id = "forget",
                              .label = app_say(app, WORD_FORGET_SEAT),
                              .note = app_say(app, WORD_FORGET_SEAT_TEXT),
                              .icon = ICON_CLOSE,
                              .rank = UI_QUIET}))
        app->ports.forget_seat(app->ports.context);
    ui_close(ui);
}

void seat_help(Ui *ui, App *app) {
    if (!app->ports.ask_beside) return;
    ui_field(ui, "words", app_say(app, WORD_HELP_WORDS), app->help_words,
            sizeof app->help_words);
    ui_open(ui, (UiBox){.flow = UI_WRAP, .gap = 8});
    ask_button(ui, app, WORD_SEAT_CALL, ICON_HELP, "seat.help");
    ask_button(ui, app, WORD_SEAT_STOP, ICON_PAUSE, "seat.pause_please");
    ui_close(ui);
    if (app->seat->code[0])
        ui_text(ui, app_say_with(ui, app, WORD_SEAT_CODE, "code", app->seat->code, NULL),
                (UiText){.type = TYPE_LABEL, .bold = true});
    talk(ui, app);
    consents(ui, app);
    forget_button(ui, app);
}
