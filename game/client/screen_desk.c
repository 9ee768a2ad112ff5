// client/screen_desk.c — cards of the console beside people and clock: inbox, happenings, board, words, notes, lamps, record. Never: a rule.
#include "client/charts.h"
#include "client/screen_host.h"
#include "wire/console.h"
#include <string.h>

// --- What waits ---

static void knock(Ui *ui, const ConsoleCall *call, App *app) {
    ui_open(ui, (UiBox){.flow = UI_WRAP, .gap = 8});
    if (ui_button(ui, (UiButton){.id = "admit",
                              .label = app_say(app, WORD_ADMIT),
                              .icon = ICON_CHECK,
                              .rank = UI_PRIMARY}))
        host_do(app, ui_format(ui, "admit %d", call->number));
    if (ui_button(ui, (UiButton){.id = "decline",
                              .label = app_say(app, WORD_TURN_AWAY),
                              .icon = ICON_CLOSE}))
        host_do(app, ui_format(ui, "decline %d", call->number));
    ui_close(ui);
}

static void help(Ui *ui, const ConsoleCall *call, App *app) {
    bool here = app->host.answers == call->number;
    if (!here) {
        ui_open(ui, (UiBox){.flow = UI_ROW});
        if (ui_button(ui, (UiButton){.id = "answer",
                                  .label = app_say(app, WORD_REPLY),
                                  .icon = ICON_SPEECH}))
            app->host.answers = call->number;
        ui_close(ui);
        return;
    }
    ui_field(ui, "field", app_say(app, WORD_ANSWER_FIELD), app->host.answer,
            sizeof app->host.answer);
    if (ui_button(ui, (UiButton){.id = "send",
                              .label = app_say(app, WORD_SEND),
                              .icon = ICON_CHECK,
                              .rank = UI_PRIMARY})
            && app->host.answer[0]) {
        host_do(app, ui_format(ui, "answer %d %s", call->number, app->host.answer));
        app->host.answer[0] = 0;
        app->host.answers = 0;
    }
}

// Both sides have said how it went, and differ.
static void ruling(Ui *ui, const ConsoleCall *call, App *app) {
    ui_open(ui, (UiBox){.flow = UI_WRAP, .gap = 8});
    if (ui_button(ui, (UiButton){.id = "kept",
                              .label = app_say(app, WORD_RULE_KEPT),
                              .icon = ICON_CHECK}))
        host_do(app, ui_format(ui, "rule %d %d kept", call->number, call->seat));
    if (ui_button(ui, (UiButton){.id = "broken",
                              .label = app_say(app, WORD_RULE_BROKEN),
                              .icon = ICON_CLOSE}))
        host_do(app, ui_format(ui, "rule %d %d broken", call->number, call->seat));
    ui_close(ui);
}

static void call_row(Ui *ui, const ConsoleCall *call, App *app) {
    static const IconKind ICONS[] = {
            ICON_PERSON, ICON_HELP, ICON_PAUSE, ICON_WARN, ICON_KNOT};
    ui_open(ui, (UiBox){.flow = UI_ROW, .gap = 8});
    ui_icon(ui, ICONS[call->kind % ARRAY_COUNT(ICONS)], 20, COLOR_ACCENT);
    ui_text(ui, call->text, (UiText){.type = TYPE_LABEL, .grow = 1});
    ui_close(ui);
    if (call->kind == CALL_KNOCK) knock(ui, call, app);
    if (call->kind == CALL_HELP) help(ui, call, app);
    if (call->kind == CALL_PROMISE) ruling(ui, call, app);
    ui_open(ui, (UiBox){.flow = UI_ROW});
    if (call->kind == CALL_PAUSE
            && ui_button(ui, (UiButton){.id = "pause",
                                     .label = app_say(app, WORD_PAUSE),
                                     .icon = ICON_PAUSE}))
        host_do(app, "pause");
    ui_close(ui);
}

void part_inbox(Ui *ui, const ConsoleView *console, App *app) {
    part_card_open(ui, app_say(app, WORD_INBOX_TITLE), ICON_ENVELOPE);
    if (console->calls_count == 0) part_empty(ui, app_say(app, WORD_INBOX_EMPTY));
    for (int32_t i = 0; i < console->calls_count; i++) {
        ui_scope(ui, "call", i);
        call_row(ui, &console->calls[i], app);
        ui_scope_end(ui);
    }
    part_card_close(ui);
}

// --- Happenings ---

static void happening(Ui *ui, const ConsoleHappening *happening, App *app) {
    ui_text(ui, happening->name, (UiText){.type = TYPE_LABEL, .bold = true});
    if (*happening->about)
        ui_text(ui, happening->about, (UiText){.type = TYPE_CAPTION, .color = COLOR_MUTED});
    ui_open(ui, (UiBox){.flow = UI_WRAP, .gap = 8});
    if (ui_button(ui, (UiButton){.id = "look",
                              .label = app_say(app, WORD_LOOK_FIRST),
                              .icon = ICON_EYE,
                              .rank = UI_QUIET}))
        host_do(app, ui_format(ui, "preview %s", happening->id));
    if (ui_button(ui, (UiButton){.id = "play",
                              .label = app_say(app, WORD_PLAY_NOW),
                              .icon = ICON_NEXT,
                              .closed = *happening->closed ? happening->closed : NULL}))
        host_do(app, ui_format(ui, "inject %s", happening->id));
    ui_close(ui);
}

void part_deck(Ui *ui, const ConsoleView *console, App *app) {
    part_card_open(ui, app_say(app, WORD_DECK_TITLE), ICON_NEWS);
    if (console->deck_count == 0) part_empty(ui, app_say(app, WORD_DECK_EMPTY));
    for (int32_t i = 0; i < console->deck_count; i++) {
        ui_scope(ui, "happening", i);
        happening(ui, &console->deck[i], app);
        ui_scope_end(ui);
    }
    part_card_close(ui);
}

// --- The board ---

typedef struct BoardButton {
    Word word;
    const char *line;
    IconKind icon;
    char key;
} BoardButton;

static const BoardButton BOARD_BUTTONS[] = {
        {WORD_BOARD_PLAY,      "board show",            ICON_NEXT,   0  },
        {WORD_BOARD_TABLE,     "board show table",      ICON_HOME,   0  },
        {WORD_BOARD_MINUTES,   "board show meeting",    ICON_KNOW,   0  },
        {WORD_BOARD_NEWS,      "board show news",       ICON_NEWS,   0  },
        {WORD_BOARD_DECISIONS, "board show decisions",  ICON_FLAG,   0  },
        {WORD_BOARD_GROUPS,    "board show coalitions", ICON_PEOPLE, 0  },
        {WORD_BOARD_JOIN,      "board show join",       ICON_PERSON, 0  },
        {WORD_BOARD_END,       "board show end",        ICON_STAR,   0  },
        {WORD_BOARD_BLANK,     "board blank",           ICON_CLOSE,  'b'},
};

void part_board_remote(Ui *ui, const ConsoleView *console, App *app) {
    part_card_open(ui, app_say(app, WORD_BOARD_TITLE), ICON_EYE);
    if (*console->board) part_empty(ui, console->board);
    ui_open(ui, (UiBox){.flow = UI_WRAP, .gap = 8});
    for (size_t i = 0; i < ARRAY_COUNT(BOARD_BUTTONS); i++) {
        const BoardButton *page = &BOARD_BUTTONS[i];
        if (ui_button(ui, (UiButton){.id = word_id(page->word),
                                  .label = app_say(app, page->word),
                                  .icon = page->icon,
                                  .key = page->key}))
            host_do(app, page->line);
    }
    ui_close(ui);
    if (ui_button(ui, (UiButton){.id = "point",
                              .label = app_say(app, WORD_BOARD_POINT),
                              .icon = ICON_STAR,
                              .rank = UI_QUIET,
                              .key = 'd'}))
        app->host.points = true;
    Word window = app->board_open ? WORD_BOARD_CLOSE : WORD_BOARD_WINDOW;
    if (ui_button(ui, (UiButton){.id = "window",
                              .label = app_say(app, window),
                              .icon = ICON_EYE,
                              .rank = UI_QUIET}))
        app->board_open = !app->board_open;
    if (app->board_open)
        ui_text(ui, app_say(app, WORD_BOARD_KEYS),
                (UiText){.type = TYPE_CAPTION, .color = COLOR_MUTED});
    part_card_close(ui);
}

// Actors, deciders, clauses, rooms, ways of seeing it: one tap and the board shows it.
void sheet_point_draw(Ui *ui, const ConsoleView *console, App *app) {
    const char *title = app_say(app, WORD_BOARD_POINT);
    if (!ui_sheet_open(ui, "point", title, app_say(app, WORD_CLOSE))) {
        app->host.points = false;
        return;
    }
    ui_text(ui, app_say(app, WORD_BOARD_POINT_TEXT),
            (UiText){.type = TYPE_LABEL, .color = COLOR_MUTED});
    ui_open(ui, (UiBox){.flow = UI_GRID, .cell = 220, .gap = 8});
    for (int32_t i = 0; i < console->things_count; i++) {
        const ConsoleThing *thing = &console->things[i];
        ui_scope(ui, "thing", i);
        if (ui_button(ui, (UiButton){.id = "show", .label = thing->name})) {
            host_do(app, ui_format(ui, "board spotlight %s", thing->id));
            app->host.points = false;
        }
        ui_scope_end(ui);
    }
    ui_close(ui);
    ui_sheet_close(ui);
}

// --- Words of one's own ---

// A field with a button: the line is the verb and what was typed.
static void spoken(Ui *ui, App *app, const char *verb, Word field, Word send, char *text,
        size_t capacity) {
    ui_field(ui, "field", app_say(app, field), text, capacity);
    ui_open(ui, (UiBox){.flow = UI_ROW});
    if (ui_button(ui, (UiButton){.id = "send",
                              .label = app_say(app, send),
                              .icon = ICON_CHECK,
                              .grow = 0})
            && text[0]) {
        host_do(app, ui_format(ui, "%s %s", verb, text));
        text[0] = 0;
    }
    ui_close(ui);
}

void part_say(Ui *ui, App *app) {
    ui_scope(ui, "say", -1);
    part_card_open(ui, app_say(app, WORD_SAY_TITLE), ICON_SPEECH);
    spoken(ui, app, "broadcast", WORD_SAY_FIELD, WORD_SEND, app->host.broadcast,
            sizeof app->host.broadcast);
    part_card_close(ui);
    ui_scope_end(ui);
}

void part_note(Ui *ui, App *app) {
    ui_scope(ui, "note", -1);
    part_card_open(ui, app_say(app, WORD_NOTE_TITLE), ICON_KNOW);
    spoken(ui, app, "note", WORD_NOTE_FIELD, WORD_NOTE_KEEP, app->host.note,
            sizeof app->host.note);
    if (ui_button(ui, (UiButton){.id = "mark",
                              .label = app_say(app, WORD_MARK_MOMENT),
                              .icon = ICON_STAR,
                              .rank = UI_QUIET,
                              .key = 'k'}))
        host_do(app, "mark");
    part_card_close(ui);
    ui_scope_end(ui);
}

void part_quick(Ui *ui, App *app) {
    static const struct {
        Word word;
        IconKind icon;
        uint8_t verb; // ConsoleVerb
        char key;
    } QUICK[] = {
            {WORD_QUICK_ACT_FOR, ICON_MASK,   CONSOLE_ACT_FOR,   'f'},
            {WORD_VERB_PEEK,     ICON_LOCK,   CONSOLE_PEEK,      'h'},
            {WORD_QUICK_INJECT,  ICON_NEWS,   CONSOLE_INJECT,    'i'},
            {WORD_SEAT_WHISPER,  ICON_SPEECH, CONSOLE_WHISPER,   'w'},
            {WORD_SAY_TITLE,     ICON_PEOPLE, CONSOLE_BROADCAST, 'm'},
            {WORD_QUICK_NOTE,    ICON_KNOW,   CONSOLE_NOTE,      't'},
            {WORD_QUICK_NUMBERS, ICON_EYE,    CONSOLE_NUMBERS,   'o'},
    };
    ui_scope(ui, "quick", -1);
    part_card_open(ui, app_say(app, WORD_QUICK_TITLE), ICON_FLAG);
    ui_open(ui, (UiBox){.flow = UI_WRAP, .gap = 8});
    for (size_t i = 0; i < ARRAY_COUNT(QUICK); i++) {
        if (ui_button(ui, (UiButton){.id = word_id(QUICK[i].word),
                                  .label = app_say(app, QUICK[i].word),
                                  .icon = QUICK[i].icon,
                                  .rank = UI_QUIET,
                                  .key = QUICK[i].key}))
            app->host.verb = 1 + QUICK[i].verb;
    }
    ui_close(ui);
    part_card_close(ui);
    ui_scope_end(ui);
}

void part_line(Ui *ui, App *app) {
    ui_scope(ui, "line", -1);
    part_card_open(ui, app_say(app, WORD_LINE_TITLE), ICON_NEXT);
    ui_field(ui, "field", app_say(app, WORD_LINE_FIELD), app->host.line,
            sizeof app->host.line);
    if (ui_button(ui,
                (UiButton){
                        .id = "send", .label = app_say(app, WORD_SEND), .icon = ICON_CHECK})
            && app->host.line[0]) {
        host_do(app, ui_format(ui, "%s", app->host.line));
        app->host.line[0] = 0;
    }
    if (ui_button(ui, (UiButton){.id = "all",
                              .label = app_say(app, WORD_VERBS_TITLE),
                              .icon = ICON_KNOW,
                              .rank = UI_QUIET}))
        app->host.verbs = true;
    part_card_close(ui);
    ui_scope_end(ui);
}

// --- How things are ---

void part_lamps(Ui *ui, const ConsoleView *console, const App *app) {
    static const IconKind ICONS[] = {ICON_CHECK, ICON_WARN, ICON_CLOSE};
    static const ColorToken COLORS[] = {COLOR_GOOD, COLOR_CARE, COLOR_ALARM};
    if (console->lamps_count == 0) return;
    part_card_open(ui, app_say(app, WORD_LAMPS_TITLE), ICON_CHECK);
    for (int32_t i = 0; i < console->lamps_count; i++) {
        const ConsoleLamp *lamp = &console->lamps[i];
        ui_open(ui, (UiBox){.flow = UI_ROW, .gap = 8});
        ui_icon(ui, ICONS[lamp->level % 3], 18, COLORS[lamp->level % 3]);
        ui_text(ui, lamp->name, (UiText){.type = TYPE_LABEL, .bold = true});
        ui_text(ui, lamp->text,
                (UiText){.type = TYPE_LABEL, .color = COLOR_MUTED, .grow = 1});
        ui_close(ui);
    }
    part_card_close(ui);
}

void part_log(Ui *ui, const ConsoleView *console, const App *app) {
    if (console->lines_count == 0) return;
    part_card_open(ui, app_say(app, WORD_LOG_TITLE), ICON_KNOW);
    for (int32_t i = 0; i < console->lines_count; i++) {
        ui_open(ui, (UiBox){.flow = UI_ROW, .gap = 8});
        ui_textf(ui, (UiText){.type = TYPE_CAPTION, .color = COLOR_MUTED}, "%d",
                console->lines[i].seq);
        ui_text(ui, console->lines[i].text, (UiText){.type = TYPE_CAPTION, .grow = 1});
        ui_close(ui);
    }
    part_card_close(ui);
}
