// client/screen_verbs.c — every verb of the facilitator as a button and its arguments as a form, from the table of verbs. Never: judges; what is sent is the line one could type.
#include "client/screen_host.h"
#include "model/option.h"
#include "wire/console.h"
#include <stdio.h>
#include <string.h>

enum { CHOICES_MOST = 64, LINE_MOST = 600, OPTION_ROOM = 24 };

// What can be picked for one argument: what is shown, and what is written in the line.
typedef struct Choices {
    const char *labels[CHOICES_MOST], *words[CHOICES_MOST];
    int32_t count;
} Choices;

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
    return *arg->help ? said(app, id, arg->help) : arg->name;
}

// ---- what can be picked ----------------------------------------------------------------------------------------

static void add(Choices *choices, const char *label, const char *word) {
    if (choices->count == CHOICES_MOST) return;
    choices->labels[choices->count] = label;
    choices->words[choices->count++] = word;
}

// Each of "a|b|c".
static void add_words(Ui *ui, Choices *choices, const char *range) {
    for (const char *at = range; *at;) {
        int32_t length = (int32_t)strcspn(at, "|");
        const char *word = ui_format(ui, "%.*s", length, at);
        add(choices, word, word);
        at += length + (at[length] == '|');
    }
}

static void add_seats(
        Ui *ui, const ConsoleView *console, const App *app, Choices *choices) {
    for (int32_t i = 0; i < console->seats_count; i++)
        add(choices, host_label(ui, app, &console->seats[i]),
                ui_format(ui, "%d", console->seats[i].seat));
}

static void add_actors(const ConsoleView *console, Choices *choices) {
    for (int32_t i = 0; i < console->actors_count; i++)
        add(choices, console->actors[i].name, console->actors[i].id);
}

static void add_options(Choices *choices) {
    for (int32_t i = 0; i < OPTION_COUNT; i++)
        add(choices, option_row((OptionId)i)->key, option_row((OptionId)i)->key);
}

// The values of the option that was picked just before.
static void add_values(Ui *ui, const App *app, Choices *choices) {
    int32_t option = app->host.picks[0] - 1;
    if (option >= 0 && option < OPTION_COUNT)
        add_words(ui, choices, option_row((OptionId)option)->values);
}

static void choices_of(Ui *ui, const ConsoleView *console, const App *app,
        const ConsoleArg *arg, Choices *choices) {
    choices->count = 0;
    switch ((ConsoleKind)arg->kind) {
    case ARG_WHO:
        add_seats(ui, console, app, choices);
        add_actors(console, choices);
        break;
    case ARG_SEAT: add_seats(ui, console, app, choices); break;
    case ARG_ACTOR: add_actors(console, choices); break;
    case ARG_HAPPENING:
        for (int32_t i = 0; i < console->deck_count; i++)
            add(choices, console->deck[i].name, console->deck[i].id);
        break;
    case ARG_WORD: add_words(ui, choices, arg->range); break;
    case ARG_OPTION: add_options(choices); break;
    case ARG_VALUE: add_values(ui, app, choices); break;
    case ARG_SEATS:
    case ARG_COUNT:
    case ARG_TIME:
    case ARG_HOUR:
    case ARG_GRACE:
    case ARG_CELL:
    case ARG_TRACK:
    case ARG_STEP:
    case ARG_ACT:
    case ARG_TEXT: break;
    }
}

static bool is_written(const ConsoleArg *arg) {
    switch ((ConsoleKind)arg->kind) {
    case ARG_WHO:
    case ARG_SEAT:
    case ARG_ACTOR:
    case ARG_HAPPENING:
    case ARG_WORD:
    case ARG_OPTION:
    case ARG_VALUE: return false;
    case ARG_SEATS:
    case ARG_COUNT:
    case ARG_TIME:
    case ARG_HOUR:
    case ARG_GRACE:
    case ARG_CELL:
    case ARG_TRACK:
    case ARG_STEP:
    case ARG_ACT:
    case ARG_TEXT: return true;
    }
    return true;
}

// How it is written, for who has never typed one.
static const char *example_of(const ConsoleArg *arg) {
    switch ((ConsoleKind)arg->kind) {
    case ARG_TIME: return "2m, 90s";
    case ARG_HOUR: return "16:05";
    case ARG_GRACE: return "30s, x2, 0";
    case ARG_STEP: return "2.meeting";
    case ARG_SEATS: return "1,3";
    case ARG_ACT: return "verb.engage target=whip side=for";
    case ARG_CELL: return "legitimacy.union.base";
    case ARG_TRACK: return "legitimacy";
    case ARG_COUNT: return arg->range;
    case ARG_WHO:
    case ARG_SEAT:
    case ARG_ACTOR:
    case ARG_HAPPENING:
    case ARG_WORD:
    case ARG_OPTION:
    case ARG_VALUE:
    case ARG_TEXT: break;
    }
    return "";
}

// ---- the form --------------------------------------------------------------------------------------------------

// One argument. Returns what stands for it in the line, "" = nothing yet.
static const char *argument(
        Ui *ui, const ConsoleView *console, App *app, ConsoleVerb verb, int32_t place) {
    const ConsoleArg *arg = &console_args(verb, &(int32_t){0})[place];
    const char *name = arg_says(ui, app, verb, arg), *example = example_of(arg);
    Choices choices;
    if (*example) name = ui_format(ui, "%s (%s)", name, example);
    if (!arg->must)
        name = ui_format(ui, "%s \xC2\xB7 %s", name, app_say(app, WORD_IF_WISHED));
    if (is_written(arg)) {
        ui_field(
                ui, "field", name, app->host.fields[place], sizeof app->host.fields[place]);
        return app->host.fields[place];
    }
    choices_of(ui, console, app, arg, &choices);
    ui_text(ui, name, (UiText){.type = TYPE_LABEL, .bold = true});
    if (choices.count == 0) part_empty(ui, app_say(app, WORD_NOBODY_YET));
    ui_open(ui, (UiBox){.flow = UI_WRAP, .gap = 6});
    for (int32_t i = 0; i < choices.count; i++) {
        bool chosen = app->host.picks[place] == i + 1;
        ui_scope(ui, "pick", i);
        if (ui_button(ui, (UiButton){.id = "one",
                                  .label = choices.labels[i],
                                  .icon = chosen ? ICON_CHECK : ICON_NONE,
                                  .chosen = chosen}))
            app->host.picks[place] = chosen ? 0 : i + 1;
        ui_scope_end(ui);
    }
    ui_close(ui);
    int32_t pick = app->host.picks[place];
    return pick > 0 && pick <= choices.count ? choices.words[pick - 1] : "";
}

static void form_close(App *app) {
    app->host.verb = 0;
    memset(app->host.picks, 0, sizeof app->host.picks);
    memset(app->host.fields, 0, sizeof app->host.fields);
}

static void form(Ui *ui, const ConsoleView *console, App *app) {
    ConsoleVerb verb = (ConsoleVerb)(app->host.verb - 1);
    const ConsoleRow *row = console_row(verb);
    char line[LINE_MOST];
    int32_t count = 0, missing = 0;
    const ConsoleArg *args = console_args(verb, &count);
    if (!ui_sheet_open(ui, ui_format(ui, "verb.%s", row->name), row->name,
                app_say(app, WORD_CLOSE)))
        form_close(app);
    ui_text(ui, verb_says(ui, app, verb), (UiText){.type = TYPE_LABEL});
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
    if (ui_button(
                ui, (UiButton){.id = "send",
                            .label = app_say(app, WORD_SEND),
                            .icon = ICON_CHECK,
                            .rank = UI_PRIMARY,
                            .closed = missing ? app_say(app, WORD_VERB_MISSING) : NULL})) {
        host_do(app, line);
        form_close(app);
        app->host.verbs = false;
    }
    ui_sheet_close(ui);
}

// ---- the list --------------------------------------------------------------------------------------------------

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
                ui, "verbs", app_say(app, WORD_VERBS_TITLE), app_say(app, WORD_CLOSE)))
        app->host.verbs = false;
    for (int32_t verb = 0; verb < CONSOLE_COUNT; verb++) {
        Word group = group_of((ConsoleVerb)verb);
        const ConsoleRow *row = console_row((ConsoleVerb)verb);
        if (group) ui_heading(ui, app_say(app, group), TYPE_HEAD);
        ui_scope(ui, "verb", verb);
        if (ui_button(ui, (UiButton){.id = "open",
                                  .label = verb_says(ui, app, (ConsoleVerb)verb),
                                  .note = row->name,
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
