// client/screen_console.c — the running workshop for who leads it: what is now, people, inbox, happenings, board, notes. Never: a plan, a brief, a rule.
#include "client/charts.h"
#include "client/screen_host.h"
#include "client/screen_seat.h"
#include <stdio.h>
#include <string.h>

void host_do(App *app, const char *line) {
    app->notice[0] = 0;
    if (app->ports.console) app->ports.console(app->ports.context, line);
}

// The same in five seconds, so that a slip can be taken back.
static void do_soon(App *app, const char *line) {
    app->notice[0] = 0;
    if (app->ports.console_held)
        app->ports.console_held(app->ports.context, line);
    else
        host_do(app, line);
}

IconKind host_presence_icon(uint8_t presence) {
    static const IconKind ICONS[] = {ICON_CHECK, ICON_CLOCK, ICON_CLOSE};
    return ICONS[presence < ARRAY_COUNT(ICONS) ? presence : 0];
}

const char *host_presence_word(const App *app, uint8_t presence) {
    static const Word WORDS[] = {WORD_HERE, WORD_ASLEEP, WORD_GONE};
    return app_say(app, WORDS[presence < ARRAY_COUNT(WORDS) ? presence : 0]);
}

const char *host_label(Ui *ui, const App *app, const ConsoleSeat *seat) {
    if (*seat->label) return seat->label;
    return app_say_with(
            ui, app, WORD_SEAT_NUMBER, "seat", ui_format(ui, "%d", seat->seat), NULL);
}

const char *host_now(Ui *ui, const App *app, const StepView *step) {
    if (step->round == 0) return step->phase;
    const char *round =
            app_say_with(ui, app, WORD_ROUND_OF, "round", ui_format(ui, "%d", step->round),
                    "rounds", ui_format(ui, "%d", step->rounds), NULL);
    const char *now = ui_format(ui, "%s \xC2\xB7 %s", round, step->phase);
    return *step->part ? ui_format(ui, "%s \xC2\xB7 %s", now, step->part) : now;
}

// What the next step would do, in a sentence.
static const char *effect(Ui *ui, const App *app, const StepView *step) {
    const char *what = *step->part ? step->part : step->phase;
    if (step->of == 0) return app_say_with(ui, app, WORD_NEXT_CLOSES, "step", what, NULL);
    return app_say_with(ui, app, WORD_NEXT_CLOSES_SENT, "step", what, "sent",
            ui_format(ui, "%d", step->sent), "of", ui_format(ui, "%d", step->of), NULL);
}

// --- The frame ---

static const char *time_left(Ui *ui, const App *app, const StepView *step) {
    if (!step->clock_on) return app_say(app, WORD_CLOCK_NONE);
    const char *time = ui_format(ui, "%d:%02d", step->left_s / 60, step->left_s % 60);
    return app_say_with(ui, app, WORD_CLOCK_LEFT, "time", time, NULL);
}

static void status(Ui *ui, const ConsoleView *console, App *app) {
    const StepView *step = &console->step;
    bool compact = ui_size(ui) == UI_COMPACT;
    ui_open(ui, (UiBox){.flow = UI_ROW,
                        .gap = 12,
                        .pad_x = 16,
                        .pad_y = 6,
                        .fill = COLOR_SURFACE});
    ui_text(ui, step->title,
            (UiText){.type = TYPE_TITLE, .bold = true, .heading = true, .grow = 1});
    if (step->paused) ui_chip(ui, app_say(app, WORD_PAUSED), ICON_PAUSE, COLOR_CARE, NULL);
    if (!compact)
        ui_text(ui,
                app_say_with(ui, app, WORD_JOIN_PEOPLE, "people",
                        ui_format(ui, "%d", console->join.people), "waiting",
                        ui_format(ui, "%d", console->join.waiting), NULL),
                (UiText){.type = TYPE_LABEL, .color = COLOR_MUTED});
    if (ui_button(ui, (UiButton){.id = "settings",
                              .label = compact ? "" : app_say(app, WORD_SETTINGS),
                              .hint = app_say(app, WORD_SETTINGS),
                              .icon = ICON_SETTINGS,
                              .rank = UI_QUIET}))
        app->screen = SCREEN_SETTINGS;
    if (ui_button(ui, (UiButton){.id = "help",
                              .label = compact ? "" : app_say(app, WORD_HELP),
                              .hint = app_say(app, WORD_HELP),
                              .icon = ICON_HELP,
                              .rank = UI_QUIET}))
        app->help_open = true;
    ui_close(ui);
    ui_rule(ui);
}

// What the last verb was answered; a refusal stands out.
static void answer_line(Ui *ui, const ConsoleView *console) {
    if (!*console->answer) return;
    bool no = console->answer_is_refusal;
    ui_open(ui, (UiBox){.flow = UI_ROW,
                        .gap = 10,
                        .pad_x = 16,
                        .pad_y = 4,
                        .fill = COLOR_SUNK});
    ui_icon(ui, no ? ICON_WARN : ICON_CHECK, 20, no ? COLOR_CARE : COLOR_GOOD);
    ui_text(ui, console->answer, (UiText){.type = TYPE_LABEL, .grow = 1, .most = 1400});
    ui_close(ui);
}

void host_frame_open(Ui *ui, const ConsoleView *console, App *app) {
    bool low = frame_is_low(ui);
    if (!low) status(ui, console, app);
    if (!low) answer_line(ui, console);
    ui_open(ui, (UiBox){.scroll = true,
                        .grow = 1,
                        .pad = 16,
                        .gap = 16,
                        .id = ui_format(ui, "host.%d", (int32_t)app->screen)});
    if (low) status(ui, console, app);
    if (low) answer_line(ui, console);
}

// --- Now ---

static void verb(Ui *ui, App *app, const char *id, Word label, IconKind icon, char letter,
        const char *line) {
    if (ui_button(ui, (UiButton){.id = id,
                              .label = app_say(app, label),
                              .icon = icon,
                              .key = letter}))
        host_do(app, line);
}

static void clock_buttons(Ui *ui, const StepView *step, App *app) {
    ui_open(ui, (UiBox){.flow = UI_WRAP, .gap = 8});
    if (step->paused) {
        verb(ui, app, "resume", WORD_RESUME, ICON_NEXT, 'p', "resume in 5s");
    } else {
        verb(ui, app, "pause", WORD_PAUSE, ICON_PAUSE, 'p', "pause");
    }
    verb(ui, app, "extend", WORD_MINUTE_MORE, ICON_PLUS, 'e', "extend 1m");
    verb(ui, app, "extend5", WORD_MINUTES_MORE, ICON_PLUS, 'r', "extend 5m");
    verb(ui, app, "soft", WORD_SOFT_CLOSE, ICON_CLOCK, 's', "soft_close 60s");
    if (ui_button(ui, (UiButton){.id = "slowest",
                              .label = app_say(app, WORD_SLOWEST),
                              .icon = ICON_NEXT,
                              .key = 'a'}))
        do_soon(app, "advance_slowest");
    verb(ui, app, "undo", WORD_UNDO, ICON_BACK, 'u', "undo");
    if (ui_button(ui, (UiButton){.id = "end",
                              .label = app_say(app, WORD_END_SESSION),
                              .icon = ICON_FLAG,
                              .rank = UI_QUIET}))
        app->host.sure = HOST_SURE_END;
    ui_close(ui);
}

// What was asked for waits, because the step of everybody would be over.
static void held_line(Ui *ui, const ConsoleView *console, App *app) {
    if (console->held_s == 0) return;
    const char *seconds = ui_format(ui, "%d", console->held_s);
    ui_open(ui, (UiBox){.flow = UI_WRAP, .gap = 10});
    ui_chip(ui, app_say_with(ui, app, WORD_HELD, "seconds", seconds, NULL), ICON_CLOCK,
            COLOR_CARE, NULL);
    if (ui_button(ui, (UiButton){.id = "not",
                              .label = app_say(app, WORD_HELD_BACK),
                              .icon = ICON_BACK,
                              .key = 'x'}))
        do_soon(app, "");
    ui_close(ui);
}

static void quiet_line(Ui *ui, const char *text) {
    if (*text) ui_text(ui, text, (UiText){.type = TYPE_LABEL, .color = COLOR_MUTED});
}

static void plan_lines(Ui *ui, const ConsoleView *console, App *app) {
    static const ColorToken COLORS[] = {COLOR_GOOD, COLOR_CARE, COLOR_ALARM};
    quiet_line(ui, console->spent);
    quiet_line(ui, console->left);
    if (!*console->plan) return;
    ui_open(ui, (UiBox){.flow = UI_ROW, .gap = 8});
    ui_icon(ui, ICON_CLOCK, 20, COLORS[console->plan_level % 3]);
    ui_text(ui, console->plan, (UiText){.type = TYPE_LABEL, .grow = 1});
    ui_close(ui);
    for (int32_t i = 0; i < console->ready_count; i++) {
        ui_scope(ui, "pilot", i);
        if (ui_button(ui, (UiButton){.id = "use",
                                  .label = console->ready_actions[i],
                                  .rank = UI_QUIET}))
            host_do(app, ui_format(ui, "pilot %d", console->ready_numbers[i]));
        ui_scope_end(ui);
    }
}

static void now_card(Ui *ui, const ConsoleView *console, App *app) {
    const StepView *step = &console->step;
    part_card_open(ui, app_say(app, WORD_RUN_TITLE), ICON_FLAG);
    ui_text(ui, host_now(ui, app, step), (UiText){.type = TYPE_TITLE, .bold = true});
    if (*step->prompt) ui_text(ui, step->prompt, (UiText){.type = TYPE_LABEL});
    ui_open(ui, (UiBox){.flow = UI_WRAP, .gap = 10});
    ui_text(ui, time_left(ui, app, step),
            (UiText){.type = step->clock_on ? TYPE_HEAD : TYPE_LABEL,
                    .bold = step->clock_on});
    if (step->closing)
        ui_chip(ui, app_say(app, WORD_CLOSING), ICON_CLOCK, COLOR_CARE, NULL);
    ui_close(ui);
    if (ui_button(ui, (UiButton){.id = "next",
                              .label = app_say(app, WORD_NEXT_STEP),
                              .note = effect(ui, app, step),
                              .icon = ICON_NEXT,
                              .rank = UI_PRIMARY,
                              .key = 'n'}))
        do_soon(app, "next");
    held_line(ui, console, app);
    quiet_line(ui, console->waiting);
    clock_buttons(ui, step, app);
    plan_lines(ui, console, app);
    if (step->stage >= STAGE_DEBRIEF) quiet_line(ui, host_keeping(ui, console, app));
    part_card_close(ui);
}

// --- People ---

static void seat_chips(Ui *ui, const App *app, const ConsoleSeat *seat) {
    ui_open(ui, (UiBox){.flow = UI_WRAP, .gap = 6});
    ui_chip(ui, host_presence_word(app, seat->presence), host_presence_icon(seat->presence),
            seat->presence == PRESENCE_HERE ? COLOR_GOOD : COLOR_CARE, NULL);
    if (seat->actor != NONE)
        ui_chip(ui, app_say(app, seat->sent ? WORD_SENT : WORD_NOT_SENT),
                seat->sent ? ICON_ENVELOPE : ICON_CLOCK, COLOR_MUTED, NULL);
    if (seat->stand_in)
        ui_chip(ui, app_say(app, WORD_STANDS_IN), ICON_MASK, COLOR_CARE, NULL);
    if (seat->help) ui_chip(ui, app_say(app, WORD_ASKS_HELP), ICON_HELP, COLOR_ALARM, NULL);
    if (seat->observes)
        ui_chip(ui, app_say(app, WORD_WATCHES), ICON_EYE, COLOR_MUTED, NULL);
    if (seat->waits) ui_chip(ui, app_say(app, WORD_WAITS), ICON_CLOCK, COLOR_CARE, NULL);
    ui_close(ui);
}

static void seat_row(
        Ui *ui, const ConsoleView *console, const ConsoleSeat *seat, App *app) {
    bool pressed = false, chosen = app->host.picked == seat->seat;
    ui_scope(ui, "seat", seat->seat);
    ui_card_open(ui, "row", host_label(ui, app, seat), chosen, NULL, &pressed);
    ui_open(ui, (UiBox){.flow = UI_ROW, .gap = 8});
    if (seat->actor < console->actors_count) {
        chart_actor_mark(ui, seat->actor, 22);
    } else {
        ui_icon(ui, ICON_EYE, 22, COLOR_MUTED);
    }
    ui_text(ui, host_label(ui, app, seat),
            (UiText){.type = TYPE_LABEL, .bold = true, .grow = 1});
    ui_close(ui);
    if (seat->actor < console->actors_count)
        ui_text(ui, console->actors[seat->actor].name,
                (UiText){.type = TYPE_CAPTION, .color = COLOR_MUTED});
    seat_chips(ui, app, seat);
    if (*seat->note)
        ui_text(ui, seat->note, (UiText){.type = TYPE_CAPTION, .color = COLOR_MUTED});
    ui_close(ui);
    ui_scope_end(ui);
    if (pressed) app->host.picked = chosen ? 0 : seat->seat;
}

static void people_card(Ui *ui, const ConsoleView *console, App *app) {
    part_card_open(ui, app_say(app, WORD_PEOPLE_TITLE), ICON_PEOPLE);
    if (console->seats_count == 0) part_empty(ui, app_say(app, WORD_NOBODY_YET));
    ui_open(ui, (UiBox){.flow = UI_GRID, .cell = 200, .cell_most = 400, .gap = 8});
    for (int32_t i = 0; i < console->seats_count; i++)
        seat_row(ui, console, &console->seats[i], app);
    ui_close(ui);
    part_card_close(ui);
}

const ConsoleSeat *host_seat(const ConsoleView *console, int32_t number) {
    for (int32_t i = 0; i < console->seats_count; i++) {
        if (console->seats[i].seat == number) return &console->seats[i];
    }
    return NULL;
}

static void seat_verb(Ui *ui, App *app, Word label, IconKind icon, const char *line) {
    if (ui_button(ui,
                (UiButton){
                        .id = word_id(label), .label = app_say(app, label), .icon = icon}))
        host_do(app, line);
}

// Who watches has no private page.
static void look_buttons(Ui *ui, const ConsoleSeat *seat, App *app) {
    if (seat->actor == NONE) return;
    if (ui_button(ui, (UiButton){.id = "peek",
                              .label = app_say(app, WORD_VERB_PEEK),
                              .icon = ICON_LOCK,
                              .key = 'h'}))
        look_begin(ui, app, seat->seat, false);
    if (ui_button(ui, (UiButton){.id = "act_for",
                              .label = app_say(app, WORD_VERB_ACT_FOR),
                              .icon = ICON_MASK,
                              .key = 'f'}))
        look_begin(ui, app, seat->seat, true);
}

// What can be done for one seat, over the page.
static void seat_sheet(Ui *ui, const ConsoleView *console, App *app) {
    const ConsoleSeat *seat = host_seat(console, app->host.picked);
    if (!seat) return;
    int32_t number = seat->seat;
    if (!ui_sheet_open(ui, "seat", host_label(ui, app, seat), app_say(app, WORD_CLOSE))) {
        app->host.picked = 0;
        return;
    }
    seat_chips(ui, app, seat);
    ui_open(ui, (UiBox){.flow = UI_WRAP, .gap = 8});
    if (seat->stand_in) {
        seat_verb(
                ui, app, WORD_SEAT_RETURN, ICON_PERSON, ui_format(ui, "return %d", number));
    } else {
        seat_verb(ui, app, WORD_SEAT_STANDIN, ICON_MASK,
                ui_format(ui, "standin %d hold", number));
    }
    seat_verb(ui, app, WORD_SEAT_NUDGE, ICON_FLAG, ui_format(ui, "nudge %d", number));
    seat_verb(ui, app, WORD_SEAT_MORE_TIME, ICON_CLOCK,
            ui_format(ui, "grace %d 30s", number));
    seat_verb(
            ui, app, WORD_SEAT_CODE_NEW, ICON_ACCESS, ui_format(ui, "reissue %d", number));
    look_buttons(ui, seat, app);
    ui_close(ui);
    if (seat->actor != NONE)
        ui_text(ui, app_say(app, WORD_LOOK_LOGGED),
                (UiText){.type = TYPE_CAPTION, .color = COLOR_MUTED});
    ui_field(ui, "whisper", app_say(app, WORD_SEAT_WHISPER), app->host.whisper,
            sizeof app->host.whisper);
    bool empty = app->host.whisper[0] == 0;
    if (!empty
            && ui_button(ui, (UiButton){.id = "send_whisper",
                                     .label = app_say(app, WORD_SEND),
                                     .icon = ICON_SPEECH})) {
        host_do(app, ui_format(ui, "whisper %d %s", number, app->host.whisper));
        app->host.whisper[0] = 0;
    }
    ui_sheet_footer(ui);
    if (ui_button(ui, (UiButton){.id = "remove",
                              .label = app_say(app, WORD_SEAT_REMOVE),
                              .icon = ICON_CLOSE,
                              .rank = UI_QUIET}))
        app->host.sure = HOST_SURE_REMOVE;
    ui_sheet_close(ui);
}

// Only what hurts somebody is asked twice, and it says whom.
static void sure_sheet(Ui *ui, const ConsoleView *console, App *app) {
    const ConsoleSeat *seat = host_seat(console, app->host.picked);
    bool ends = app->host.sure == HOST_SURE_END;
    if (!ends && !seat) app->host.sure = HOST_SURE_NOTHING;
    if (!ends && !seat) return;
    const char *sentence = ends ? app_say(app, WORD_SURE_END)
                                : app_say_with(ui, app, WORD_SURE_REMOVE, "person",
                                        host_label(ui, app, seat), NULL);
    if (!ui_sheet_open(
                ui, "sure", app_say(app, WORD_SURE_TITLE), app_say(app, WORD_CLOSE))) {
        app->host.sure = HOST_SURE_NOTHING;
        return;
    }
    ui_text(ui, sentence, (UiText){0});
    ui_sheet_footer(ui);
    if (ui_button(ui,
                (UiButton){.id = "yes",
                        .label = app_say(app, ends ? WORD_END_SESSION : WORD_SEAT_REMOVE),
                        .icon = ICON_CHECK,
                        .rank = UI_PRIMARY})) {
        host_do(app, ends ? "end" : ui_format(ui, "remove %d", seat->seat));
        app->host.sure = HOST_SURE_NOTHING;
        app->host.picked = 0;
    }
    ui_sheet_close(ui);
}

// --- Columns ---

static UiBox column(int32_t grow) {
    return (UiBox){.grow = grow, .equal = true, .least = 250, .gap = 16};
}

static void in_columns(Ui *ui, const ConsoleView *console, App *app) {
    bool wide = ui_size(ui) == UI_WIDE;
    ui_open(ui, (UiBox){.flow = UI_ROW, .gap = 16, .across = UI_START});
    ui_open(ui, column(4));
    part_script(ui, console, app); // in the debrief it is what goes on
    now_card(ui, console, app);
    part_inbox(ui, console, app);
    part_say(ui, app);
    part_note(ui, app);
    ui_close(ui);
    ui_open(ui, column(4));
    people_card(ui, console, app);
    part_own_seat(ui, app);
    part_lamps(ui, console, app);
    part_notes(ui, console, app);
    part_options(ui, console, app);
    if (wide) {
        ui_close(ui);
        ui_open(ui, column(3));
    }
    part_board_remote(ui, console, app);
    part_quick(ui, app);
    part_deck(ui, console, app);
    part_line(ui, app);
    part_log(ui, console, app);
    ui_close(ui);
    ui_close(ui);
}

static void in_tabs(Ui *ui, const ConsoleView *console, App *app) {
    const char *labels[4] = {app_say(app, WORD_RUN_TITLE), app_say(app, WORD_PEOPLE_TITLE),
            app_say(app, WORD_DECK_TITLE), app_say(app, WORD_BOARD_TITLE)};
    ui_tabs(ui, "parts", labels, NULL, NULL, 4, &app->host.tab);
    switch (app->host.tab) {
    case 1:
        people_card(ui, console, app);
        part_own_seat(ui, app);
        break;
    case 2:
        part_quick(ui, app);
        part_deck(ui, console, app);
        part_lamps(ui, console, app);
        part_notes(ui, console, app);
        part_options(ui, console, app);
        part_line(ui, app);
        part_log(ui, console, app);
        break;
    case 3:
        part_board_remote(ui, console, app);
        part_say(ui, app);
        part_note(ui, app);
        break;
    default:
        part_script(ui, console, app);
        now_card(ui, console, app);
        part_inbox(ui, console, app);
        break;
    }
}

void screen_console_draw(Ui *ui, const ConsoleView *console, App *app) {
    host_frame_open(ui, console, app);
    part_second(ui, console, app);
    if (ui_size(ui) == UI_COMPACT) {
        in_tabs(ui, console, app);
    } else {
        in_columns(ui, console, app);
    }
    ui_close(ui);
    if (app->look) {
        sheet_look_draw(ui, console, app);
    } else if (app->host.sure) {
        sure_sheet(ui, console, app);
    } else if (app->host.picked) {
        seat_sheet(ui, console, app);
    } else if (app->host.notes) {
        sheet_notes_draw(ui, console, app);
    } else if (app->host.options) {
        sheet_options_draw(ui, console, app);
    } else if (app->host.verbs || app->host.verb) {
        sheet_verbs_draw(ui, console, app);
    } else if (app->host.points) {
        sheet_point_draw(ui, console, app);
    } else if (app->what_if_open && app->what_if) {
        sheet_what_if_draw(ui, app);
    }
}
