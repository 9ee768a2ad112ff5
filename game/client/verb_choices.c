// client/verb_choices.c — seats, actors, steps, numbers, times and words a facilitator picks from, one row for each kind of argument. Never: a thing the host did not send.
#include "client/verb_choices.h"
#include "model/option.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct Form {
    Ui *ui;
    const ConsoleView *console;
    const App *app;
    ConsoleVerb verb;
    const ConsoleArg *arg;
    Choices *out;
} Form;

static void add(const Form *form, const char *label, const char *word) {
    Choices *out = form->out;
    if (out->count == CHOICES_MOST) return;
    out->labels[out->count] = label;
    out->words[out->count++] = word;
}

static void add_number(const Form *form, const char *label, int32_t number) {
    add(form, label, ui_format(form->ui, "%d", number));
}

// ---- words -------------------------------------------------------------------------------------------------------

static const char *word_or(const App *app, const char *id, const char *otherwise) {
    Word word = word_of_id(id);
    return word == WORD_NONE ? otherwise : app_say(app, word);
}

const char *verb_title(const App *app, ConsoleVerb verb) {
    char id[64];
    snprintf(id, sizeof id, "client.verb_%s", console_row(verb)->name);
    return word_or(app, id, console_row(verb)->name);
}

ConsoleVerb verb_undoing(ConsoleVerb verb) {
    char name[32];
    const char *undo = console_row(verb)->undo;
    snprintf(name, sizeof name, "%.*s", (int)strcspn(undo, " "), undo);
    return *name ? console_of_name(name) : CONSOLE_COUNT;
}

// A word may mean something else for one argument: then it has a text of its own for it.
static const char *word_label(const Form *form, const char *word) {
    char own[80], plain[64];
    const char *name = form->arg->kind == ARG_OPTION ? "key" : form->arg->name;
    snprintf(own, sizeof own, "client.pick_%s_%s", name, word);
    snprintf(plain, sizeof plain, "client.pick_%s", word);
    if (form->verb == CONSOLE_START) snprintf(own, sizeof own, "client.pick_start_now");
    return word_or(form->app, own, word_or(form->app, plain, word));
}

const char *verb_option(const App *app, const char *key) {
    char id[64];
    snprintf(id, sizeof id, "client.pick_%s", key);
    return word_or(app, id, key);
}

const char *verb_value(const App *app, const char *value) {
    char own[64], plain[64];
    snprintf(own, sizeof own, "client.pick_value_%s", value);
    snprintf(plain, sizeof plain, "client.pick_%s", value);
    return word_or(app, own, word_or(app, plain, value));
}

// Each of "a|b|c".
static void add_words(const Form *form, const char *range) {
    for (const char *at = range; *at;) {
        int32_t length = (int32_t)strcspn(at, "|");
        const char *word = ui_format(form->ui, "%.*s", length, at);
        add(form, word_label(form, word), word);
        at += length + (at[length] == '|');
    }
}

static void fill_word(const Form *form) { add_words(form, form->arg->range); }

static void fill_option(const Form *form) {
    for (int32_t i = 0; i < OPTION_COUNT; i++) {
        const char *key = option_row((OptionId)i)->key;
        add(form, word_label(form, key), key);
    }
}

// The values of the option that was picked just before.
static void fill_value(const Form *form) {
    OptionId option = option_of_key(form->app->host.fields[0]);
    if (option < OPTION_COUNT) add_words(form, option_row(option)->values);
}

static void fill_knob(const Form *form) {
    for (int32_t i = 0; i < form->console->knobs_count; i++)
        add(form, form->console->knobs[i].name, form->console->knobs[i].id);
}

// ---- people ------------------------------------------------------------------------------------------------------

static void fill_seat(const Form *form) {
    for (int32_t i = 0; i < form->console->seats_count; i++) {
        const ConsoleSeat *seat = &form->console->seats[i];
        add_number(form, host_label(form->ui, form->app, seat), seat->seat);
    }
}

// Of hidden goals those that are closed can be opened, and those that are told closed again.
static bool fits(const Form *form, int32_t actor) {
    bool told = (form->console->told >> actor) & 1;
    const char *what = form->app->host.fields[0];
    return form->verb != CONSOLE_MANDATE || !*what || told == (strcmp(what, "close") == 0);
}

static void fill_actor(const Form *form) {
    for (int32_t i = 0; i < form->console->actors_count; i++) {
        if (fits(form, i))
            add(form, form->console->actors[i].name, form->console->actors[i].id);
    }
}

static void fill_who(const Form *form) {
    fill_seat(form);
    fill_actor(form);
}

static void fill_seats(const Form *form) {
    fill_seat(form);
    form->out->many = true;
}

static void fill_calls(const Form *form, CallKind kind) {
    for (int32_t i = 0; i < form->console->calls_count; i++) {
        const ConsoleCall *call = &form->console->calls[i];
        if (call->kind == kind) add_number(form, call->text, call->number);
    }
}

// Who knocks, and for "let in" also who sits and waits for a part.
static void fill_door(const Form *form) {
    fill_calls(form, CALL_KNOCK);
    for (int32_t i = 0; form->verb == CONSOLE_ADMIT && i < form->console->seats_count;
            i++) {
        const ConsoleSeat *seat = &form->console->seats[i];
        if (seat->waits)
            add_number(form, host_label(form->ui, form->app, seat), seat->seat);
    }
}

// ---- the game ----------------------------------------------------------------------------------------------------

static void fill_happening(const Form *form) {
    for (int32_t i = 0; i < form->console->deck_count; i++)
        add(form, form->console->deck[i].name, form->console->deck[i].id);
}

static void fill_cell(const Form *form) {
    for (int32_t i = 0; i < form->console->numbers_count; i++)
        add_number(form, form->console->numbers[i].name, form->console->numbers[i].cell);
}

// Those of every case have words of their own here.
static void fill_track(const Form *form) {
    for (int32_t i = 0; i < form->console->items_count; i++) {
        const ConsoleThing *item = &form->console->items[i];
        add(form, *item->name ? item->name : word_label(form, item->id), item->id);
    }
}

// The phases that were played, the newest first.
static void fill_step(const Form *form) {
    const ConsoleView *console = form->console;
    for (int32_t round = console->step.round; round > 0; round--) {
        const char *number = ui_format(form->ui, "%d", round);
        const char *name =
                app_say_with(form->ui, form->app, WORD_ROUND, "round", number, NULL);
        int32_t last =
                round == console->step.round ? console->phase : console->phases_count - 1;
        for (int32_t i = core_min(last, console->phases_count - 1); i >= 0; i--)
            add(form, ui_format(form->ui, "%s: %s", name, console->phases[i]),
                    ui_format(form->ui, "%d.%d", round, i));
    }
}

static void fill_act(const Form *form) {
    add(form, app_say(form->app, WORD_ACT_READY), "seat.done");
}

// ---- times -------------------------------------------------------------------------------------------------------

static bool in_range(const char *range, int32_t value) {
    int32_t least = 0, most = INT32_MAX;
    if (*range && sscanf(range, "%d..%d", &least, &most) != 2) return true;
    return value >= least && value <= most;
}

static const char *time_label(const Form *form, int32_t seconds) {
    if (seconds == 0) return app_say(form->app, WORD_TIME_ZERO);
    if (seconds == 60) return app_say(form->app, WORD_TIME_MINUTE);
    bool minutes = seconds % 60 == 0;
    const char *n = ui_format(form->ui, "%d", minutes ? seconds / 60 : seconds);
    return app_say_with(form->ui, form->app,
            minutes ? WORD_TIME_MINUTES : WORD_TIME_SECONDS, "n", n, NULL);
}

static void fill_time(const Form *form) {
    static const int32_t TIMES[] = {10, 30, 60, 120, 300, 600, 1200},
                         DEBRIEFS[] = {600, 900, 1200, 1800, 2700};
    bool plan = form->verb == CONSOLE_PLAN;
    const int32_t *times = plan ? DEBRIEFS : TIMES;
    size_t count = plan ? ARRAY_COUNT(DEBRIEFS) : ARRAY_COUNT(TIMES);
    for (size_t i = 0; i < count; i++) {
        if (in_range(form->arg->range, times[i]))
            add(form, time_label(form, times[i]), ui_format(form->ui, "%ds", times[i]));
    }
}

// From now on, on full five minutes: "in 60 minutes, at 16:05".
static void fill_hour(const Form *form) {
    enum { HOUR = 60, DAY = 24 * HOUR, STEP = 5 };
    static const int32_t AHEAD[] = {20, 30, 45, 60, 90, 120, 180};
    int32_t now = form->console->minute_of_day;
    for (size_t i = 0; now >= 0 && i < ARRAY_COUNT(AHEAD); i++) {
        int32_t at = (now + AHEAD[i] + STEP - 1) / STEP * STEP % DAY;
        const char *time = ui_format(form->ui, "%02d:%02d", at / HOUR, at % HOUR);
        const char *n = ui_format(form->ui, "%d", AHEAD[i]);
        add(form,
                app_say_with(
                        form->ui, form->app, WORD_TIME_AHEAD, "n", n, "time", time, NULL),
                time);
    }
}

static void fill_grace(const Form *form) {
    add(form, time_label(form, 30), "30s");
    add(form, time_label(form, 60), "60s");
    add(form, app_say(form->app, WORD_TIME_TWICE), "x2");
    add(form, time_label(form, 0), "0");
}

// ---- numbers that stand for something ----------------------------------------------------------------------------

static void fill_promise(const Form *form) {
    static const Word WHICH[] = {
            WORD_FIRST_PROMISE, WORD_SECOND_PROMISE, WORD_THIRD_PROMISE};
    if (strcmp(form->arg->name, "deal") == 0) {
        fill_calls(form, CALL_PROMISE);
        return;
    }
    for (int32_t i = 0; i < (int32_t)ARRAY_COUNT(WHICH); i++)
        add_number(form, app_say(form->app, WHICH[i]), i);
}

// A step of the script, or a view, as it was picked just before.
static void fill_debrief(const Form *form) {
    enum { STEPS = 7, VIEWS = 15 };
    bool step = strcmp(form->app->host.fields[0], "step") == 0;
    int32_t count = !form->app->host.fields[0][0] ? 0 : step ? STEPS : VIEWS;
    Word first = step ? WORD_DEBRIEF_1 : WORD_VIEW_TIMELINE;
    for (int32_t i = 0; i < count; i++)
        add_number(form, app_say(form->app, (Word)((int32_t)first + i)), i + 1);
}

static void fill_lines(const Form *form, const ConsoleLine *lines, int32_t count) {
    enum { SHOWN = 12 };
    for (int32_t i = 0; i < count && i < SHOWN; i++) {
        if (lines[i].seq > 0) add_number(form, lines[i].text, lines[i].seq);
    }
    form->out->written = true;
}

static void fill_steps_of(const Form *form, const int32_t *numbers, size_t count) {
    for (size_t i = 0; i < count; i++)
        add_number(form, ui_format(form->ui, "%+d", numbers[i]), numbers[i]);
    form->out->written = true;
}

static void fill_few(const Form *form, int32_t from, int32_t to) {
    for (int32_t i = from; i <= to; i++)
        add_number(form, ui_format(form->ui, "%d", i), i);
    form->out->written = form->verb == CONSOLE_UNDO;
}

static void fill_count(const Form *form) {
    static const int32_t CHANGES[] = {-10, -5, -1, 1, 5, 10};
    const ConsoleView *console = form->console;
    switch ((int)form->verb) {
    case CONSOLE_PILOT:
        for (int32_t i = 0; i < console->ready_count; i++)
            add_number(form, console->ready_actions[i], console->ready_numbers[i]);
        break;
    case CONSOLE_ANSWER: fill_calls(form, CALL_HELP); break;
    case CONSOLE_ADMIT:
    case CONSOLE_DECLINE: fill_door(form); break;
    case CONSOLE_RULE: fill_promise(form); break;
    case CONSOLE_DEBRIEF: fill_debrief(form); break;
    case CONSOLE_TO: fill_lines(form, console->lines, console->lines_count); break;
    case CONSOLE_HIDE: fill_lines(form, console->words, console->words_count); break;
    case CONSOLE_ADJUST: fill_steps_of(form, CHANGES, ARRAY_COUNT(CHANGES)); break;
    case CONSOLE_ADVANCE_SLOWEST:
    case CONSOLE_UNDO: fill_few(form, 1, 5); break;
    case CONSOLE_PREVIEW:
    case CONSOLE_INJECT: fill_few(form, 0, 3); break;
    default: form->out->written = true;
    }
}

// A page of the board, or what it points at, as it was picked just before.
static void fill_item(const Form *form) {
    static const struct {
        Word word;
        const char *page;
    } PAGES[] = {
            {WORD_BOARD_TABLE,     "table"     },
            {WORD_MEETING,         "meeting"   },
            {WORD_BOARD_NEWS,      "news"      },
            {WORD_BOARD_GROUPS,    "coalitions"},
            {WORD_BOARD_DECISIONS, "decisions" },
            {WORD_BOARD_JOIN,      "join"      },
            {WORD_BOARD_END,       "end"       }
    };
    const char *what = form->app->host.fields[0];
    bool page = strcmp(what, "show") == 0, one = strcmp(what, "spotlight") == 0;
    for (size_t i = 0; page && i < ARRAY_COUNT(PAGES); i++)
        add(form, app_say(form->app, PAGES[i].word), PAGES[i].page);
    for (int32_t i = 0; one && i < form->console->things_count; i++)
        add(form, form->console->things[i].name, form->console->things[i].id);
}

static void fill_text(const Form *form) {
    bool item = form->verb == CONSOLE_BOARD;
    form->out->written = !item;
    if (item) fill_item(form);
}

// ---- one row for each kind ---------------------------------------------------------------------------------------

typedef struct KindRow {
    void (*fill)(const Form *form); // NULL: nothing to pick
    bool written;
    const char *example;
} KindRow;

// clang-format off
static const KindRow KINDS[] = {
    [ARG_WHO] = {fill_who,       false, ""                               },
    [ARG_SEAT] = {fill_seat,      false, ""                               },
    [ARG_SEATS] = {fill_seats,     false, ""                               },
    [ARG_ACTOR] = {fill_actor,     false, ""                               },
    [ARG_HAPPENING] = {fill_happening, false, ""                               },
    [ARG_COUNT] = {fill_count,     false, ""                               },
    [ARG_TIME] = {fill_time,      true,  "2m, 90s"                        },
    [ARG_HOUR] = {fill_hour,      true,  "16:05"                          },
    [ARG_WORD] = {fill_word,      false, ""                               },
    [ARG_GRACE] = {fill_grace,     false, ""                               },
    [ARG_CELL] = {fill_cell,      true,  "legitimacy.union.base"          },
    [ARG_TRACK] = {fill_track,     false, ""                               },
    [ARG_STEP] = {fill_step,      false, ""                               },
    [ARG_ACT] = {fill_act,       true,  "verb.engage target=whip side=for"},
    [ARG_OPTION] = {fill_option,    false, ""                               },
    [ARG_VALUE] = {fill_value,     false, ""                               },
    [ARG_KNOB] = {fill_knob,      false, ""                               },
    [ARG_TEXT] = {fill_text,      true,  ""                               },
};
// clang-format on

void verb_choices(Ui *ui, const ConsoleView *console, const App *app, ConsoleVerb verb,
        const ConsoleArg *arg, Choices *out) {
    const KindRow *row = &KINDS[arg->kind];
    Form form = {ui, console, app, verb, arg, out};
    out->count = 0;
    out->many = false;
    out->written = row->written;
    out->example = row->example;
    if (row->fill) row->fill(&form);
    // What is a plain number shows its bounds where it is written.
    if (arg->kind == ARG_COUNT && out->written) out->example = arg->range;
}
