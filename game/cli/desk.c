// cli/desk.c — joins pack, session, computer players and app. Never: a rule, a drawing.
#include "cli/desk.h"
#include "base/entropy.h"
#include "base/file.h"
#include "cli/desk_author.h"
#include "cli/desk_host.h"
#include "cli/desk_overdue.h"
#include "cli/desk_record.h"
#include "cli/desk_seat.h"
#include "cli/desk_settings.h"
#include "cli/desk_whatif.h"
#include "cli/kept.h"
#include "cli/palette.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *say(void *context, const char *id) {
    const Desk *desk = context;
    return tongue_engine(&desk->tongue, id, NULL);
}

static DeskAsk *ask(Desk *desk, DeskAskKind kind, const char *name, const char *actor) {
    if (desk->asks_count == DESK_ASKS_MAX) return NULL;
    DeskAsk *wanted = &desk->asks[desk->asks_count++];
    *wanted = (DeskAsk){.kind = (uint8_t)kind};
    snprintf(wanted->name, sizeof wanted->name, "%s", name ? name : "");
    snprintf(wanted->actor, sizeof wanted->actor, "%s", actor ? actor : "");
    return wanted;
}

static void on_send(void *context, const Command *command, const char *words) {
    DeskAsk *wanted = ask(context, DESK_COMMAND, NULL, NULL);
    if (!wanted) return;
    wanted->command = *command;
    snprintf(wanted->words, sizeof wanted->words, "%s", words ? words : "");
}

static int32_t on_why(void *context, uint16_t cell, Region *region, const ViewWhy **lines) {
    Desk *desk = context;
    if (desk->seat) return desk_seat_why(desk, cell, region, lines);
    if (!desk->table) return 0;
    Language language = tongue_language(&desk->tongue);
    return view_why(desk->table->session, desk->actor, &language, cell, region, lines);
}

static const Forecast *on_foresee(void *context, const Command *command) {
    Desk *desk = context;
    if (desk->app.look && !desk->app.view) return desk_host_foresee(desk, command);
    if (desk->seat) return desk_seat_foresee(desk, command);
    return desk->table ? desk_foresee(desk, command) : NULL;
}

static void on_case(void *context, const char *pack) {
    (void)ask(context, DESK_CASE, pack, NULL);
}

static void on_plan(void *context, const char *pack, const char *plan) {
    (void)ask(context, DESK_PLAN, pack, plan);
}

static void on_play(void *context, const char *pack, const char *actor) {
    (void)ask(context, DESK_PLAY, pack, actor);
}

static void on_go_on(void *context, const char *session) {
    (void)ask(context, DESK_GO_ON, session, NULL);
}

static void on_leave(void *context) { (void)ask(context, DESK_LEAVE, NULL, NULL); }

// What who leads the debrief alone would say at a console.
static void lead_debrief(Desk *desk, int16_t what, int32_t which) {
    DeskAsk *wanted = ask(desk, DESK_LOOK_BACK, NULL, NULL);
    if (!wanted) return;
    wanted->command = (Command){.kind = COMMAND_DEBRIEF_STEP,
            .actor = NONE,
            .at_phase = NONE,
            .a = what,
            .b = (int16_t)which,
            .c = 1};
}

static void on_look_back(void *context, int32_t step) {
    lead_debrief(context, DEBRIEF_STEP, step);
}

static void on_tell(void *context, int32_t actor) {
    lead_debrief(context, DEBRIEF_TELL, actor);
}

static void on_quit(void *context) { ((Desk *)context)->app.quit = true; }

static void on_settings(void *context, const AppSettings *settings) {
    (void)settings;
    (void)ask(context, DESK_SETTINGS, NULL, NULL);
}

static void on_host(void *context, const char *pack) {
    (void)ask(context, DESK_HOST, pack, NULL);
}

static void on_console(void *context, const char *line) {
    DeskAsk *wanted = ask(context, DESK_VERB, NULL, NULL);
    if (wanted) snprintf(wanted->words, sizeof wanted->words, "%s", line);
}

static void on_console_held(void *context, const char *line) {
    DeskAsk *wanted = ask(context, DESK_VERB_HELD, NULL, NULL);
    if (wanted) snprintf(wanted->words, sizeof wanted->words, "%s", line);
}

static void on_lead(void *context, const char *session) {
    (void)ask(context, DESK_LEAD, session, NULL);
}

static void on_take_seat(void *context) { (void)ask(context, DESK_SEAT_TAKE, NULL, NULL); }

static void on_sit(void *context, bool at_seat) {
    (void)ask(context, at_seat ? DESK_SEAT_SIT : DESK_SEAT_RISE, NULL, NULL);
}

static void on_join(void *context, const JoinDraft *join) {
    (void)ask(context, DESK_SEAT_JOIN, join->address, join->code);
}

static void on_ask_beside(void *context, const char *act, const char *words) {
    DeskAsk *wanted = ask(context, DESK_SEAT_ASK, act, NULL);
    if (wanted) snprintf(wanted->words, sizeof wanted->words, "%s", words ? words : "");
}

static void on_keep_notes(void *context) {
    (void)ask(context, DESK_SEAT_NOTES, NULL, NULL);
}

static void on_forget_seat(void *context) {
    (void)ask(context, DESK_SEAT_FORGET, NULL, NULL);
}

static void on_answer_overdue(void *context, const char *session, bool erases) {
    (void)ask(context, erases ? DESK_OVERDUE_ERASE : DESK_OVERDUE_KEEP, session, NULL);
}

static void on_check_case(void *context, const char *path) {
    (void)ask(context, DESK_CHECK, path, NULL);
}

static void on_what_if(void *context) { (void)ask(context, DESK_WHAT_IF, NULL, NULL); }

static AppPorts ports(Desk *desk) {
    return (AppPorts){.context = desk,
            .say = say,
            .send = on_send,
            .why = on_why,
            .foresee = on_foresee,
            .show_case = on_case,
            .choose_plan = on_plan,
            .play = on_play,
            .check_case = on_check_case,
            .go_on = on_go_on,
            .look_back = on_look_back,
            .answer_overdue = on_answer_overdue,
            .tell = on_tell,
            .what_if = on_what_if,
            .leave = on_leave,
            .quit = on_quit,
            .settings_changed = on_settings,
            .host = on_host,
            .console = on_console,
            .console_held = on_console_held,
            .lead = on_lead,
            .take_seat = on_take_seat,
            .sit = on_sit,
            .join = on_join,
            .ask_beside = on_ask_beside,
            .keep_notes = on_keep_notes,
            .forget_seat = on_forget_seat};
}

// A palette that cannot be read stops nobody: the built-in colours are shown, and what is wrong is said.
static void read_palette(Desk *desk) {
    Err err = {0};
    const char *path =
            region_format(&desk->places.region, "%s/assets/theme.lua", desk->places.home);
    desk->app.themes = desk->themes;
    if (palette_read(path, desk->themes, &err)) return;
    char text[700];
    snprintf(text, sizeof text, "%s (%s) The built-in colours are used; %s", err.what,
            err.where[0] ? err.where : path, err.fix);
    app_set_notice(&desk->app, text);
    fprintf(stderr, "%s\n", text);
}

Desk *desk_open(const char *data, const char *lang, const AppSettings *settings, Err *err) {
    Desk *desk = calloc(1, sizeof *desk);
    ASSERT(desk != NULL);
    if (!places_find(&desk->places, data, err)) {
        free(desk);
        return NULL;
    }
    tongue_open(&desk->tongue, desk->places.home, lang);
    app_init(&desk->app, ports(desk), *settings);
    read_palette(desk);
    desk->app.role = -1;
    desk->app.right_to_left = language_is_rtl(desk->tongue.code);
    return desk;
}

// Goes on with a session of the data folder.
static void desk_leave(Desk *desk) {
    desk_whatif_close(desk);
    if (desk->table) desk_keep_summary(desk, true);
    desk->app.view = NULL;
    table_close(desk->table);
    desk->table = NULL;
}

static void unload(Desk *desk) {
    desk->tongue.scenario = NULL;
    desk->app.card = NULL;
    scenario_free(&desk->scenario);
    desk->scenario = (Scenario){0};
    desk->pack[0] = 0;
}

void desk_close(Desk *desk) {
    if (!desk) return;
    desk_author_close(desk);
    desk_seat_close(desk);
    desk_host_close(desk);
    desk_leave(desk);
    unload(desk);
    view_free(&desk->view);
    region_clear(&desk->home_region);
    region_clear(&desk->foresee_region);
    region_clear(&desk->card_region);
    tongue_close(&desk->tongue);
    places_free(&desk->places);
    free(desk);
}

static bool findings_as_err(const Desk *desk, const char *pack, Err *err) {
    if (err->kind != ERR_NONE || desk->diags.count == 0) return false;
    const Diag *diag = &desk->diags.items[0];
    err_set(err, ERR_PACK, "%s (%s)", diag->message, diag->code);
    err_where(err, "%s, line %d", diag->file, diag->line);
    return err_fix(err, "%s See all findings with: convene check %s", diag->fix, pack);
}

static void use_scenario(Desk *desk) {
    desk->script = (ScriptHooks){.machines = desk->scenario.machines,
            .function_machine = desk->scenario.function_machine,
            .function_number = desk->scenario.function_number};
    desk->hooks = script_hooks(&desk->script);
    desk->tongue.scenario = &desk->scenario;
}

bool desk_load(Desk *desk, const char *pack, Err *err) {
    const char *format = desk->places.format ? desk->places.format : "";
    if (strcmp(desk->pack, pack) == 0 && strcmp(desk->format, format) == 0) return true;
    desk_leave(desk);
    unload(desk);
    memset(&desk->diags, 0, sizeof desk->diags);
    if (!places_load(
                &desk->places, pack, false, false, &desk->scenario, &desk->diags, err)) {
        return findings_as_err(desk, pack, err);
    }
    snprintf(desk->pack, sizeof desk->pack, "%s", pack);
    snprintf(desk->format, sizeof desk->format, "%s", format);
    use_scenario(desk);
    return true;
}

// What the session itself keeps. It is no pack of the library: nothing else may use it by its name.
static bool load_kept(Desk *desk, const Journal *journal, const KeptGame *kept, Err *err) {
    unload(desk);
    memset(&desk->diags, 0, sizeof desk->diags);
    // A game goes on in the time plan it was started in, whatever new ones are asked for.
    const char *asked = desk->places.format;
    desk->places.format = kept->format[0] ? kept->format : NULL;
    bool good = kept_load(
            &desk->places, journal, kept->pack, &desk->scenario, &desk->diags, err);
    desk->places.format = asked;
    if (!good) return findings_as_err(desk, kept->pack, err);
    use_scenario(desk);
    return true;
}

void desk_refresh(Desk *desk) {
    Language language = tongue_language(&desk->tongue);
    view_build(desk->table->session, desk->actor, &language, &desk->view);
    app_set_view(&desk->app, &desk->view);
    desk_keep_summary(desk, false);
}

// The seat's own actor, or the one proposed: core roles first, then the first that people may play.
static uint8_t actor_named(const Def *def, const char *name) {
    if (name && *name) return def_find(def, KIND_ACTOR, name).index;
    for (uint8_t pass = 0; pass < 2; pass++) {
        for (uint8_t i = 0; i < def_count(def, KIND_ACTOR); i++) {
            bool playable = def->actors[i].seat != SEAT_COMPUTER;
            if (playable && (pass == 1 || def->actors[i].cast == CAST_CORE)) return i;
        }
    }
    return 0;
}

static bool unknown_actor(const Desk *desk, const char *actor, Err *err) {
    const Def *def = desk->scenario.def;
    const char *names[ACTORS_MAX];
    int32_t count = def_count(def, KIND_ACTOR);
    for (uint8_t i = 0; i < count; i++)
        names[i] = def_id(def, (Thing){KIND_ACTOR, i});
    const char *near = diag_nearest(actor, names, (size_t)count);
    err_set(err, ERR_USAGE, "There is no actor \"%s\" in this case.", actor);
    return err_fix(err, "write --actor %s.", near ? near : names[0]);
}

static bool begin(Desk *desk, Err *err) {
    Verdict verdict;
    Command seat = {.kind = COMMAND_SEAT,
            .actor = NONE,
            .at_phase = NONE,
            .a = desk->actor,
            .b = BY_PERSON};
    Command start = {.kind = COMMAND_START, .actor = NONE, .at_phase = NONE};
    Session *session = desk->table->session;
    return session_do(session, &seat, &verdict, err)
           && session_do(session, &start, &verdict, err);
}

static uint8_t seat_of(const Session *session) {
    for (uint8_t i = 0; i < def_count(session->def, KIND_ACTOR); i++) {
        if (session->state.seat_by[i] == BY_PERSON) return i;
    }
    return 0;
}

bool desk_start(Desk *desk, const char *actor, bool kept, Err *err) {
    desk_leave(desk);
    uint8_t chosen = actor_named(desk->scenario.def, actor);
    if (chosen == NONE) return unknown_actor(desk, actor, err);
    desk->actor = chosen;
    SessionConfig config = {.def = desk->scenario.def,
            .hooks = &desk->hooks,
            .clock = clock_system(),
            .entropy = entropy_system(),
            .seed = desk->seed};
    if (config.seed == 0) {
        Entropy entropy = entropy_system();
        entropy.fill(entropy.context, &config.seed, sizeof config.seed);
        config.seed &= INT64_MAX;
    }
    if (kept && !desk_record_create(desk, config.seed, &config.journal, err)) return false;
    desk->table = table_open(&config, BOT_PERSONA, err);
    if (!desk->table) {
        if (config.journal.self) config.journal.close(config.journal.self);
        return false;
    }
    if (!begin(desk, err) || !table_run(desk->table, err)) return false;
    desk_refresh(desk);
    return true;
}

bool desk_go_on(Desk *desk, const char *name, Err *err) {
    Journal journal;
    KeptGame kept;
    desk_leave(desk);
    if (!desk_record_open(desk, name, &journal, &kept, err)) return false;
    if (kept.hosted) { // no seat of it is this window's
        journal.close(journal.self);
        return desk_host_go_on(desk, name, err);
    }
    if (!load_kept(desk, &journal, &kept, err)) {
        journal.close(journal.self);
        return false;
    }
    SessionConfig config = {.def = desk->scenario.def,
            .hooks = &desk->hooks,
            .journal = journal,
            .clock = clock_system(),
            .entropy = entropy_system()};
    desk->table = table_open(&config, BOT_PERSONA, err);
    if (!desk->table) {
        journal.close(journal.self);
        return false;
    }
    desk->actor = seat_of(desk->table->session);
    bool started = desk->table->session->state.status != STATUS_LOBBY;
    if ((!started && !begin(desk, err)) || !table_run(desk->table, err)) return false;
    desk_refresh(desk);
    return true;
}

static bool desk_send(Desk *desk, const Command *command, const char *words, Err *err) {
    Verdict verdict;
    if (!table_send(desk->table, desk->actor, command, words, &verdict, err)) return false;
    desk_refresh(desk);
    if (verdict.code != VERDICT_OK) {
        Say say_it = {
                desk->scenario.def, tongue_language(&desk->tongue), &desk->view.region};
        app_set_refusal(&desk->app, command, words, say_verdict(&say_it, verdict));
    }
    return true;
}

static void tell(Desk *desk, const Err *err) {
    char text[640];
    snprintf(text, sizeof text, "%s %s", err->what, err->fix);
    app_set_notice(&desk->app, text);
}

void desk_speak(Desk *desk, const char *code) {
    char wanted[LANGUAGE_BYTES];
    snprintf(wanted, sizeof wanted, "%s", code);
    if (strcmp(wanted, desk->tongue.code) == 0) return;
    const Scenario *scenario = desk->tongue.scenario;
    tongue_close(&desk->tongue);
    tongue_open(&desk->tongue, desk->places.home, wanted);
    desk->tongue.scenario = scenario;
    desk->app.right_to_left = language_is_rtl(wanted);
    desk_host_language(desk);
    desk_seat_language(desk);
    if (desk->table) desk_refresh(desk);
}

static void do_settings(Desk *desk) {
    int32_t place = desk->app.settings.language;
    bool known = place >= 0 && place < desk->home.languages_count;
    desk_speak(desk, known ? desk->home.language_ids[place] : "en");
    desk_settings_keep(desk);
}

// From the screens of a seat back to the console, or out of a session that somebody else hosts.
static void do_leave(Desk *desk) {
    if (desk->host) {
        desk_seat_sit(desk, false);
        return;
    }
    desk_seat_close(desk);
    desk_leave(desk);
    desk->app.poll_ms = 0;
    desk_show_home(desk);
}

static bool do_command(Desk *desk, const DeskAsk *wanted, Err *err) {
    if (desk->seat) {
        desk_seat_send(desk, &wanted->command, wanted->words);
        return true;
    }
    return !desk->table || desk_send(desk, &wanted->command, wanted->words, err);
}

// Who plays alone leads its own looking back.
static bool do_look_back(Desk *desk, const Command *command, Err *err) {
    Submission submission = {.command = *command, .source = -1};
    Verdict verdict;
    if (!desk->table) return true;
    if (!session_submit(desk->table->session, &submission, &verdict, err)) return false;
    desk_refresh(desk);
    return true;
}

static bool do_ask(Desk *desk, const DeskAsk *wanted, Err *err) {
    switch ((DeskAskKind)wanted->kind) {
    case DESK_COMMAND: return do_command(desk, wanted, err);
    case DESK_LOOK_BACK: return do_look_back(desk, &wanted->command, err);
    case DESK_CASE:
        desk->places.format =
                NULL; // another case, its own time plan, its own proposed role
        desk->app.role = -1;
        return desk_show_case(desk, wanted->name, err);
    case DESK_PLAN:
        snprintf(desk->chosen, sizeof desk->chosen, "%.32s", wanted->actor);
        desk->places.format = desk->chosen;
        return desk_show_case(desk, wanted->name, err);
    case DESK_PLAY:
        return desk_load(desk, wanted->name, err)
               && desk_start(desk, wanted->actor, true, err);
    case DESK_GO_ON: return desk_go_on(desk, wanted->name, err);
    case DESK_LEAVE: do_leave(desk); return true;
    case DESK_SETTINGS: do_settings(desk); return true;
    case DESK_HOST: return desk_host_case(desk, wanted->name, err);
    case DESK_VERB: desk_host_verb(desk, wanted->words); return true;
    case DESK_VERB_HELD: desk_host_hold(desk, wanted->words); return true;
    case DESK_LEAD: desk_host_lead(desk, wanted->name); return true;
    case DESK_SEAT_TAKE: desk_host_take_seat(desk); return true;
    case DESK_SEAT_SIT: desk_seat_sit(desk, true); return true;
    case DESK_SEAT_RISE: desk_seat_sit(desk, false); return true;
    case DESK_SEAT_JOIN: return desk_seat_join(desk, wanted->name, wanted->actor, err);
    case DESK_SEAT_ASK: desk_seat_ask(desk, wanted->name, wanted->words); return true;
    case DESK_OVERDUE_KEEP: return desk_overdue_answer(desk, wanted->name, false, err);
    case DESK_OVERDUE_ERASE: return desk_overdue_answer(desk, wanted->name, true, err);
    case DESK_SEAT_NOTES: desk_seat_keep_notes(desk); return true;
    case DESK_SEAT_FORGET:
        desk_seat_forget(desk);
        do_leave(desk);
        return true;
    case DESK_WHAT_IF: return desk_whatif_begin(desk, err);
    case DESK_CHECK: desk_author_check(desk, wanted->name); return true;
    }
    return true;
}

bool desk_poll(void *context) {
    Desk *desk = context;
    bool came = desk_host_poll(desk);
    came |= desk_seat_poll(desk);
    came |= desk_author_poll(desk);
    came |= desk_whatif_poll(desk);
    if (desk->asks_count == 0 || desk_author_runs(desk)) return came;
    int32_t count = desk->asks_count;
    for (int32_t i = 0; i < count; i++) {
        Err err = {0};
        DeskAsk wanted = desk->asks[i];
        if (!do_ask(desk, &wanted, &err)) tell(desk, &err);
    }
    desk->asks_count = 0;
    return true;
}
