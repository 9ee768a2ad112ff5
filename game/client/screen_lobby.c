// client/screen_lobby.c — before the first round: how people come in, who plays whom, and the start. Never: casts by itself, a rule.
#include "client/charts.h"
#include "client/screen_host.h"
#include "client/screen_seat.h"
#include <string.h>

// --- The code to scan ---

typedef struct QrPicture {
    int32_t side;
    uint8_t modules[CODE_SIDE_MAX * CODE_SIDE_MAX];
} QrPicture;

// Black on white in every theme, with the quiet edge of four modules that scanners need.
static void draw_qr(const UiPen *pen, Rect r, const void *data) {
    const QrPicture *picture = data;
    static const Color WHITE = {255, 255, 255, 255}, BLACK = {0, 0, 0, 255};
    int32_t module = core_max(1, core_min(r.w, r.h) / (picture->side + 8));
    int32_t edge = (core_min(r.w, r.h) - module * picture->side) / 2;
    paint_fill(pen->paint, r, WHITE);
    for (int32_t i = 0; i < picture->side * picture->side; i++) {
        if (!picture->modules[i]) continue;
        Rect at = {r.x + edge + i % picture->side * module,
                r.y + edge + i / picture->side * module, module, module};
        paint_fill(pen->paint, at, BLACK);
    }
}

static void picture(
        Ui *ui, const char *spoken, int32_t side, const uint8_t *modules, int32_t size_dp) {
    if (side == 0) return;
    QrPicture picture = {.side = side};
    memcpy(picture.modules, modules, (size_t)(side * side));
    ui_drawing(ui, spoken, size_dp, size_dp, draw_qr, &picture, sizeof picture);
}

void part_qr(Ui *ui, const App *app, const JoinView *join, int32_t size_dp) {
    picture(ui, app_say_with(ui, app, WORD_JOIN_QR, "url", join->url, NULL), join->qr_side,
            join->qr, size_dp);
}

void part_check_qr(Ui *ui, const App *app, const JoinView *join, int32_t size_dp) {
    picture(ui, app_say_with(ui, app, WORD_JOIN_QR, "url", join->check_url, NULL),
            join->check_side, join->check, size_dp);
}

static void address(Ui *ui, const App *app, const JoinView *join) {
    ui_open(ui, (UiBox){.gap = 8, .grow = 1, .least = 220});
    ui_text(ui, join->pin, (UiText){.type = TYPE_HUGE, .bold = true});
    if (*join->network)
        ui_text(ui,
                app_say_with(ui, app, WORD_JOIN_NETWORK, "network", join->network, NULL),
                (UiText){.type = TYPE_LABEL, .color = COLOR_MUTED});
    ui_open(ui, (UiBox){.flow = UI_ROW, .gap = 8});
    ui_icon(ui, join->reached ? ICON_CHECK : ICON_WARN, 20,
            join->reached ? COLOR_GOOD : COLOR_CARE);
    Word sentence = join->reached ? WORD_JOIN_REACHED : WORD_JOIN_NOT_REACHED;
    ui_text(ui, app_say(app, sentence), (UiText){.type = TYPE_LABEL, .grow = 1});
    ui_close(ui);
    ui_close(ui);
}

static void join_buttons(Ui *ui, App *app, const JoinView *join) {
    ui_open(ui, (UiBox){.flow = UI_WRAP, .gap = 8});
    if (ui_button(ui, (UiButton){.id = "check",
                              .label = app_say(app, WORD_CHECK_TITLE),
                              .icon = ICON_CHECK,
                              .key = 'c'})) {
        app->host.check = HOST_CHECK;
        host_do(app, "board show check");
    }
    Word label = join->locked ? WORD_UNLOCK_JOIN : WORD_LOCK_JOIN;
    if (ui_button(ui, (UiButton){.id = "lock",
                              .label = app_say(app, label),
                              .icon = ICON_LOCK,
                              .key = 'l'}))
        host_do(app, join->locked ? "lock off" : "lock on");
    if (ui_button(ui, (UiButton){.id = "code",
                              .label = app_say(app, WORD_NEW_CODE),
                              .icon = ICON_ACCESS,
                              .rank = UI_QUIET}))
        host_do(app, "code new");
    if (ui_button(ui, (UiButton){.id = "address",
                              .label = app_say(app, WORD_NEW_ADDRESS),
                              .icon = ICON_BACK,
                              .rank = UI_QUIET}))
        host_do(app, "address");
    ui_close(ui);
}

static void join_card(Ui *ui, const ConsoleView *console, App *app) {
    const JoinView *join = &console->join;
    part_card_open(ui, app_say(app, WORD_JOIN_TITLE), ICON_PEOPLE);
    if (!join->open) {
        part_empty(ui, app_say(app, WORD_JOIN_CLOSED));
    } else {
        bool wide = ui_size(ui) == UI_WIDE;
        ui_text(ui, app_say(app, WORD_JOIN_SCAN), (UiText){.type = TYPE_LABEL});
        ui_text(ui, join->url, (UiText){.type = TYPE_TITLE, .bold = true});
        ui_open(ui, (UiBox){.flow = wide ? UI_ROW : UI_COLUMN, .gap = 16});
        ui_open(ui, (UiBox){.flow = UI_ROW});
        part_qr(ui, app, join, 240);
        ui_close(ui);
        address(ui, app, join);
        ui_close(ui);
    }
    join_buttons(ui, app, join);
    ui_text(ui, app_say_with(ui, app, WORD_KEEP_CODE, "key", console->key, NULL),
            (UiText){.type = TYPE_CAPTION, .color = COLOR_MUTED});
    part_card_close(ui);
}

// --- Who plays whom ---

static const ConsoleSeat *picked(const ConsoleView *console, const App *app) {
    for (int32_t i = 0; i < console->seats_count; i++) {
        if (console->seats[i].seat == app->host.picked) return &console->seats[i];
    }
    return NULL;
}

// One person as a button: chosen, and chosen again to let go.
static void person(Ui *ui, const ConsoleSeat *seat, App *app) {
    ui_scope(ui, "person", seat->seat);
    bool chosen = app->host.picked == seat->seat;
    if (ui_button(ui, (UiButton){.id = "pick",
                              .label = host_label(ui, app, seat),
                              .note = *seat->note ? seat->note : NULL,
                              .icon = host_presence_icon(seat->presence),
                              .hint = host_presence_word(app, seat->presence),
                              .chosen = chosen}))
        app->host.picked = chosen ? 0 : seat->seat;
    ui_scope_end(ui);
}

static void people_of(Ui *ui, const ConsoleView *console, App *app, int32_t actor) {
    ui_open(ui, (UiBox){.flow = UI_WRAP, .gap = 6});
    for (int32_t i = 0; i < console->seats_count; i++) {
        const ConsoleSeat *seat = &console->seats[i];
        if (seat->actor == actor) person(ui, seat, app);
    }
    ui_close(ui);
}

static const char *how_full(Ui *ui, const App *app, const ConsoleActor *actor) {
    if (actor->people == 0 && actor->computer) return app_say(app, WORD_CASTING_COMPUTER);
    return app_say_with(ui, app, WORD_CASTING_PEOPLE, "people",
            ui_format(ui, "%d", actor->people), "most",
            ui_format(ui, "%d", actor->people_most), NULL);
}

static void actor_card(Ui *ui, const ConsoleView *console, App *app, int32_t index) {
    const ConsoleActor *actor = &console->actors[index];
    const ConsoleSeat *who = picked(console, app);
    ui_scope(ui, "actor", index);
    ui_open(ui, (UiBox){.gap = 6,
                        .pad = 10,
                        .radius = 6,
                        .fill = COLOR_SURFACE,
                        .edge = COLOR_LINE});
    chart_actor(ui, index, actor->name, 0);
    ui_open(ui, (UiBox){.flow = UI_WRAP, .gap = 8});
    ui_text(ui, how_full(ui, app, actor),
            (UiText){.type = TYPE_CAPTION, .color = COLOR_MUTED});
    if (actor->core && actor->people == 0)
        ui_chip(ui, app_say(app, WORD_CASTING_CORE), ICON_WARN, COLOR_CARE, NULL);
    ui_close(ui);
    people_of(ui, console, app, index);
    bool other = who && who->actor != index;
    if (other
            && ui_button(ui, (UiButton){.id = "put",
                                     .label = app_say(app, WORD_CASTING_HERE),
                                     .icon = ICON_DOWN,
                                     .rank = UI_PRIMARY})) {
        host_do(app, ui_format(ui, "seat %d %s", who->seat, actor->id));
        app->host.picked = 0;
    }
    ui_close(ui);
    ui_scope_end(ui);
}

static int32_t without_actor(const ConsoleView *console) {
    int32_t count = 0;
    for (int32_t i = 0; i < console->seats_count; i++)
        count += console->seats[i].actor == NONE;
    return count;
}

static void watchers(Ui *ui, const ConsoleView *console, App *app) {
    const ConsoleSeat *who = picked(console, app);
    if (!without_actor(console) && !who) return;
    ui_text(ui, app_say(app, WORD_WATCHES),
            (UiText){.type = TYPE_CAPTION, .bold = true, .color = COLOR_MUTED});
    people_of(ui, console, app, NONE);
    ui_open(ui, (UiBox){.flow = UI_ROW});
    if (who && !who->observes
            && ui_button(ui, (UiButton){.id = "watch",
                                     .label = app_say(app, WORD_LET_WATCH),
                                     .icon = ICON_EYE})) {
        host_do(app, ui_format(ui, "observe %d", who->seat));
        app->host.picked = 0;
    }
    ui_close(ui);
}

// When people came or went, the parts are proposed anew for all who are here.
static void cast_buttons(Ui *ui, const ConsoleView *console, App *app) {
    ui_open(ui, (UiBox){.flow = UI_WRAP, .gap = 8});
    if (ui_button(ui, (UiButton){.id = "cast",
                              .label = app_say(app, WORD_CAST_ANEW),
                              .icon = ICON_PEOPLE,
                              .key = 'a'}))
        host_do(app, "cast");
    if (console->recast
            && ui_button(ui, (UiButton){.id = "cast_back",
                                     .label = app_say(app, WORD_CAST_BACK),
                                     .icon = ICON_BACK,
                                     .rank = UI_QUIET}))
        host_do(app, "cast back");
    ui_close(ui);
}

static void casting_card(Ui *ui, const ConsoleView *console, App *app) {
    const ConsoleSeat *who = picked(console, app);
    part_card_open(ui, app_say(app, WORD_CASTING_TITLE), ICON_PERSON);
    const char *hint = app_say(app, WORD_CASTING_PICK);
    if (console->seats_count == 0) hint = app_say(app, WORD_NOBODY_YET);
    if (who)
        hint = app_say_with(
                ui, app, WORD_CASTING_PUT, "person", host_label(ui, app, who), NULL);
    part_empty(ui, hint);
    if (console->seats_count > 0) cast_buttons(ui, console, app);
    watchers(ui, console, app);
    ui_open(ui, (UiBox){.flow = UI_GRID, .cell = 250, .cell_most = 460, .gap = 10});
    for (int32_t i = 0; i < console->actors_count; i++)
        actor_card(ui, console, app, i);
    ui_close(ui);
    part_card_close(ui);
}

// --- Care before the start ---

// What is read aloud, and the word of who leads that it was.
static void care_card(Ui *ui, const ConsoleView *console, App *app) {
    if (console->care_count == 0) return;
    part_card_open(ui, app_say(app, WORD_CARE_TITLE), ICON_WARN);
    part_empty(ui, app_say(app, console->care_done ? WORD_CARE_DONE : WORD_CARE_READ));
    for (int32_t i = 0; i < console->care_count; i++)
        ui_text(ui, console->care[i], (UiText){.type = TYPE_LABEL, .bold = i == 1});
    if (!console->care_done) {
        ui_text(ui, console->care_spoken,
                (UiText){.type = TYPE_LABEL, .color = COLOR_MUTED});
        ui_open(ui, (UiBox){.flow = UI_ROW});
        if (ui_button(ui, (UiButton){.id = "care",
                                  .label = app_say(app, WORD_CARE_CONFIRM),
                                  .icon = ICON_CHECK,
                                  .rank = console->care_due ? UI_PRIMARY : UI_QUIET}))
            host_do(app, "care");
        ui_close(ui);
    }
    part_card_close(ui);
}

// --- The start ---

static int32_t core_missing(const ConsoleView *console) {
    int32_t count = 0;
    for (int32_t i = 0; i < console->actors_count; i++)
        count += console->actors[i].core && console->actors[i].people == 0;
    return count;
}

static void start_line(Ui *ui, const ConsoleView *console, App *app) {
    if (app->find.open && frame_is_low(ui)) return;
    int32_t missing = core_missing(console);
    ui_rule(ui);
    ui_open(ui, (UiBox){.flow = UI_ROW,
                        .gap = 12,
                        .pad_x = 16,
                        .pad_y = 6,
                        .fill = COLOR_SURFACE});
    const char *sentence = app_say(app, WORD_START_READY);
    if (missing)
        sentence = app_say_with(
                ui, app, WORD_START_STANDINS, "count", ui_format(ui, "%d", missing), NULL);
    ui_text(ui, sentence, (UiText){.type = TYPE_LABEL, .color = COLOR_MUTED, .grow = 1});
    if (ui_button(ui,
                (UiButton){.id = "start",
                        .label = app_say(app, WORD_START_SESSION),
                        .icon = ICON_NEXT,
                        .rank = UI_PRIMARY,
                        .closed = console->care_due ? app_say(app, WORD_CARE_READ) : NULL,
                        .key = 's'}))
        host_do(app, missing ? "start now" : "start");
    ui_close(ui);
}

void screen_lobby_draw(Ui *ui, const ConsoleView *console, App *app) {
    host_frame_open(ui, console, app);
    part_second(ui, console, app);
    bool compact = ui_size(ui) == UI_COMPACT;
    ui_open(ui, (UiBox){.flow = compact ? UI_COLUMN : UI_ROW,
                        .gap = 16,
                        .across = compact ? UI_STRETCH : UI_START});
    ui_open(ui, (UiBox){.grow = 2, .equal = true, .gap = 16});
    join_card(ui, console, app);
    part_inbox(ui, console, app);
    part_notes(ui, console, app);
    part_options(ui, console, app);
    part_lamps(ui, console, app);
    part_line(ui, app);
    ui_close(ui);
    ui_open(ui, (UiBox){.grow = 3, .equal = true, .gap = 16});
    care_card(ui, console, app);
    casting_card(ui, console, app);
    part_own_seat(ui, app);
    ui_close(ui);
    ui_close(ui);
    ui_close(ui);
    start_line(ui, console, app);
    if (app->host.check) {
        sheet_check_draw(ui, console, app);
    } else if (app->host.notes) {
        sheet_notes_draw(ui, console, app);
    } else if (app->host.options) {
        sheet_options_draw(ui, console, app);
    } else if (app->host.knobs) {
        sheet_knobs_draw(ui, console, app);
    } else if (app->host.verbs || app->host.verb) {
        sheet_verbs_draw(ui, console, app);
    }
}
