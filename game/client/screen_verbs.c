// client/screen_verbs.c — every verb of the facilitator as a button and its arguments as a form, and the way back of the last one. Never: judges; what is sent is the line one could type.
#include "client/verb_choices.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { LINE_MOST = 600 };

static const char *said(const App *app, const char *id, const char *english) {
    const char *text = app->ports.say ? app->ports.say(app->ports.context, id) : NULL;
    return text && *text ? text : english;
}

static const char *verb_says(Ui *ui, const App *app, ConsoleVerb verb) {
    const ConsoleRow *row = console_row(verb);
    return said(app, ui_format(ui, "console.%s", row->name), row->help);
}

static const char *arg_says(
        Ui *ui, const App *app, ConsoleVerb verb, const ConsoleArg *arg) {
    const char *id = ui_format(ui, "console.%s.%s", console_row(verb)->name, arg->name);
    const char *text = *arg->help ? said(app, id, arg->help) : "";
    // The help of the command line begins small; a label does not.
    bool small = text[0] >= 'a' && text[0] <= 'z';
    return small ? ui_format(ui, "%c%s", text[0] - 'a' + 'A', text + 1) : text;
}

static void form_close(App *app) {
    app->host.verb = 0;
    memset(app->host.fields, 0, sizeof app->host.fields);
}

// ---- one argument ------------------------------------------------------------------------------------------------

// Where the word stands in "1,3,12", NULL = nowhere.
static const char *place_in(const char *list, const char *word) {
    size_t length = strlen(word);
    for (const char *at = list; *at;) {
        size_t piece = strcspn(at, ",");
        if (piece == length && strncmp(at, word, length) == 0) return at;
        at += piece + (at[piece] == ',');
    }
    return NULL;
}

static void toggle_in(char list[LABEL_BYTES], const char *word) {
    const char *found = place_in(list, word);
    size_t used = strlen(list);
    if (!found) {
        snprintf(list + used, LABEL_BYTES - used, "%s%s", used ? "," : "", word);
        return;
    }
    char *at = list + (found - list);
    size_t gone = strlen(word) + (at[strlen(word)] == ',');
    memmove(at, at + gone, strlen(at + gone) + 1);
    used = strlen(list);
    if (used && list[used - 1] == ',') list[used - 1] = 0;
}

static void press(
        HostDraft *host, int32_t place, const Choices *choices, const char *word) {
    char *field = host->fields[place];
    if (choices->many) {
        toggle_in(field, word);
        return;
    }
    bool chosen = strcmp(field, word) == 0;
    snprintf(field, LABEL_BYTES, "%s", chosen ? "" : word);
    // What is picked after it may depend on it.
    if (place == 0 && host->verb - 1 != CONSOLE_RULE) host->fields[1][0] = 0;
}

static void buttons(Ui *ui, App *app, int32_t place, const Choices *choices) {
    ui_open(ui, (UiBox){.flow = UI_WRAP, .gap = 6});
    for (int32_t i = 0; i < choices->count; i++) {
        const char *field = app->host.fields[place];
        bool chosen = choices->many ? place_in(field, choices->words[i]) != NULL
                                    : strcmp(field, choices->words[i]) == 0;
        ui_scope(ui, "pick", i);
        if (ui_button(ui, (UiButton){.id = "one",
                                  .label = choices->labels[i],
                                  .icon = chosen ? ICON_CHECK : ICON_NONE,
                                  .chosen = chosen}))
            press(&app->host, place, choices, choices->words[i]);
        ui_scope_end(ui);
    }
    ui_close(ui);
}

// A seat by its number, or who plays the actor; 0 = nobody here.
static int32_t picked_seat(const ConsoleView *console, const char *word) {
    for (int32_t i = 0; i < console->seats_count; i++) {
        const ConsoleSeat *seat = &console->seats[i];
        bool plays = seat->actor < console->actors_count;
        if (strtol(word, NULL, 10) == seat->seat) return plays ? seat->seat : 0;
        if (plays && strcmp(console->actors[seat->actor].id, word) == 0) return seat->seat;
    }
    return 0;
}

// Whom one acts for is picked; then the seat's own sheet is the way to say what.
static void choose_by_sheet(Ui *ui, const ConsoleView *console, App *app) {
    int32_t seat = picked_seat(console, app->host.fields[0]);
    if (seat == 0) return;
    if (!ui_button(ui, (UiButton){.id = "choose",
                               .label = app_say(app, WORD_LOOK_CHOOSE),
                               .note = app_say(app, WORD_LOOK_LOGGED),
                               .icon = ICON_MASK}))
        return;
    snprintf(app->host.because, sizeof app->host.because, "%.140s", app->host.fields[2]);
    form_close(app);
    app->host.verbs = false;
    look_begin(ui, app, seat, true);
}

// Returns what stands for it in the line, "" = nothing yet.
static const char *argument(
        Ui *ui, const ConsoleView *console, App *app, ConsoleVerb verb, int32_t place) {
    const ConsoleArg *arg = &console_args(verb, &(int32_t){0})[place];
    Choices choices;
    verb_choices(ui, console, app, verb, arg, &choices);
    const char *name = arg_says(ui, app, verb, arg);
    if (!*name) name = choices.count ? verb_title(app, verb) : arg->name;
    if (!arg->must)
        name = ui_format(ui, "%s \xC2\xB7 %s", name, app_say(app, WORD_IF_WISHED));
    if (choices.count > 0 || !choices.written)
        ui_text(ui, name, (UiText){.type = TYPE_LABEL, .bold = true});
    if (verb == CONSOLE_ACT_FOR && arg->kind == ARG_ACT) choose_by_sheet(ui, console, app);
    if (choices.count > 0) buttons(ui, app, place, &choices);
    if (choices.count == 0 && !choices.written)
        part_empty(ui, app_say(app, WORD_BOARD_NOTHING));
    if (choices.written) {
        if (choices.count > 0) name = app_say(app, WORD_OR_WRITE);
        if (*choices.example) name = ui_format(ui, "%s (%s)", name, choices.example);
        ui_field(
                ui, "field", name, app->host.fields[place], sizeof app->host.fields[place]);
    }
    return app->host.fields[place];
}

// ---- the form ----------------------------------------------------------------------------------------------------

// How it is taken back is said before it is done.
static void way_back(Ui *ui, const App *app, ConsoleVerb verb) {
    ConsoleVerb undo = verb_undoing(verb);
    if (console_row(verb)->how == CONSOLE_ASK) return;
    const char *text = undo == CONSOLE_COUNT ? app_say(app, WORD_VERB_FOR_GOOD)
                                             : app_say_with(ui, app, WORD_VERB_UNDONE_BY,
                                                     "verb", verb_title(app, undo), NULL);
    ui_text(ui, text, (UiText){.type = TYPE_CAPTION, .color = COLOR_MUTED});
}

static void send(App *app, ConsoleVerb verb, const char *line) {
    host_do(app, line);
    app->host.done = 1 + (int32_t)verb;
    snprintf(app->host.done_about, sizeof app->host.done_about, "%s", app->host.fields[0]);
    form_close(app);
    app->host.verbs = false;
}

static void form(Ui *ui, const ConsoleView *console, App *app) {
    ConsoleVerb verb = (ConsoleVerb)(app->host.verb - 1);
    const ConsoleRow *row = console_row(verb);
    char line[LINE_MOST];
    int32_t count = 0, missing = 0;
    const ConsoleArg *args = console_args(verb, &count);
    if (!ui_sheet_open(ui, ui_format(ui, "verb.%s", row->name), verb_title(app, verb),
                app_say(app, WORD_CLOSE))) {
        form_close(app);
        return;
    }
    ui_text(ui, verb_says(ui, app, verb), (UiText){.type = TYPE_LABEL});
    way_back(ui, app, verb);
    int32_t length = snprintf(line, sizeof line, "%s", row->name);
    for (int32_t i = 0; i < count && i < VERB_ARGS_MAX; i++) {
        ui_scope(ui, "arg", i);
        const char *word = argument(ui, console, app, verb, i);
        ui_scope_end(ui);
        missing += args[i].must && !*word;
        if (*word && length < LINE_MOST)
            length += snprintf(line + length, (size_t)(LINE_MOST - length), " %s %s",
                    args[i].name, word);
    }
    ui_sheet_footer(ui);
    if (ui_button(ui, (UiButton){.id = "send",
                              .label = app_say(app, WORD_SEND),
                              .icon = ICON_CHECK,
                              .rank = UI_PRIMARY,
                              .closed = missing ? app_say(app, WORD_VERB_MISSING) : NULL}))
        send(app, verb, line);
    ui_sheet_close(ui);
}

// ---- the last one, and its way back ------------------------------------------------------------------------------

static bool takes_the_same(ConsoleVerb verb, ConsoleVerb undo) {
    int32_t count = 0, count_undo = 0;
    const ConsoleArg *args = console_args(verb, &count),
                     *back = console_args(undo, &count_undo);
    return count > 0 && count_undo > 0 && args[0].kind == back[0].kind
           && args[0].kind != ARG_TEXT && args[0].kind != ARG_COUNT;
}

// The form of the verb that takes it back, filled in with whom or what it was about.
static void open_way_back(App *app, ConsoleVerb verb, ConsoleVerb undo) {
    form_close(app);
    app->host.verb = 1 + (int32_t)undo;
    if (takes_the_same(verb, undo))
        snprintf(app->host.fields[0], LABEL_BYTES, "%s", app->host.done_about);
}

static void last_verb(Ui *ui, App *app) {
    ConsoleVerb verb = (ConsoleVerb)(app->host.done - 1);
    if (app->host.done <= 0) return;
    ConsoleVerb undo = verb_undoing(verb);
    ui_text(ui, app_say_with(ui, app, WORD_VERB_LAST, "verb", verb_title(app, verb), NULL),
            (UiText){.type = TYPE_LABEL, .bold = true});
    if (undo == CONSOLE_COUNT) {
        part_empty(ui, app_say(app, WORD_VERB_FOR_GOOD));
        return;
    }
    const char *label =
            app_say_with(ui, app, WORD_VERB_TAKE_BACK, "verb", verb_title(app, undo), NULL);
    ui_open(ui, (UiBox){.flow = UI_ROW});
    if (ui_button(ui, (UiButton){.id = "way_back", .label = label, .icon = ICON_BACK}))
        open_way_back(app, verb, undo);
    ui_close(ui);
}

// ---- the list ----------------------------------------------------------------------------------------------------

// Where another group begins, by its first verb.
static Word group_of(ConsoleVerb verb) {
    switch ((int)verb) {
    case CONSOLE_START: return WORD_VERBS_TIME;
    case CONSOLE_OPTION: return WORD_SETTINGS;
    case CONSOLE_STANDIN: return WORD_VERBS_GAME;
    case CONSOLE_UNDO: return WORD_VERBS_BACK;
    case CONSOLE_LOCK: return WORD_PEOPLE_TITLE;
    case CONSOLE_BROADCAST: return WORD_VERBS_WORDS;
    case CONSOLE_BOARD: return WORD_BOARD_TITLE;
    case CONSOLE_NOTE: return WORD_VERBS_DEBRIEF;
    case CONSOLE_BACKUP: return WORD_VERBS_KEEP;
    default: return WORD_NONE;
    }
}

static void list(Ui *ui, App *app) {
    if (!ui_sheet_open(
                ui, "verbs", app_say(app, WORD_VERBS_TITLE), app_say(app, WORD_CLOSE))) {
        app->host.verbs = false;
        return;
    }
    last_verb(ui, app);
    for (int32_t verb = 0; verb < CONSOLE_COUNT; verb++) {
        Word group = group_of((ConsoleVerb)verb);
        if (group) ui_heading(ui, app_say(app, group), TYPE_HEAD);
        ui_scope(ui, "verb", verb);
        if (ui_button(ui, (UiButton){.id = "open",
                                  .label = verb_title(app, (ConsoleVerb)verb),
                                  .note = verb_says(ui, app, (ConsoleVerb)verb),
                                  .across = UI_STRETCH}))
            app->host.verb = verb + 1;
        ui_scope_end(ui);
    }
    ui_sheet_close(ui);
}

void sheet_verbs_draw(Ui *ui, const ConsoleView *console, App *app) {
    if (app->host.verb > 0) {
        form(ui, console, app);
    } else {
        list(ui, app);
    }
}
