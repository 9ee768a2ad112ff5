// cli/desk_whatif.c — a thread that plays a game that is over again, a few games at a time, on its own copy of case and record. Never: touches the session, draws.
#include "cli/desk_whatif.h"
#include "base/crowd.h"
#include "cli/desk_host.h"
#include "cli/kept.h"
#include "cli/record_file.h"
#include "session/whatif.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { ASKED_MS = 40, PIECE_MS = 150 };

struct DeskWhatIf {
    Crowd *crowd;
    Scenario scenario; // its own: scripts of a case run in one thread only
    ScriptHooks script;
    Hooks hooks;
    WhatIf *whatif;
    // In the thread while a piece is given: games played again, in the order played, teams, deeds, subsets.
    int32_t at, of, teams, deeds_count, subsets;
    int32_t *deeds; // places in the record
    WhatIfEnd played, without[ACTORS_MAX];
    WhatIfMoment best[WHATIF_MOMENTS];
    uint8_t *passes; // of each subset
    // The window's.
    bool runs, polls; // polls: the window is woken only for this
    char lang[LANGUAGE_BYTES];
    Region region; // of the texts
    WhatIfClause clauses[CLAUSES_MAX];
    WhatIfView view;
};
typedef struct DeskWhatIf DeskWhatIf;

// ---- in the thread -------------------------------------------------------------------------------------------------

static void weigh(DeskWhatIf *again, int32_t place) {
    WhatIfMoment moment = {.place = place};
    whatif_play(again->whatif, 0, place, &moment.end);
    moment.weight = whatif_difference(again->scenario.def, &again->played, &moment.end);
    if (moment.weight > 0) whatif_moments_keep(again->best, &moment);
}

static void play_one(DeskWhatIf *again) {
    int32_t team = again->at - 1, deed = team - again->teams;
    int32_t subset = deed - again->deeds_count;
    if (team < 0)
        whatif_play(again->whatif, 0, -1, &again->played);
    else if (deed < 0)
        whatif_play(again->whatif, (uint16_t)(1u << team), -1, &again->without[team]);
    else if (subset < 0)
        weigh(again, again->deeds[deed]);
    else
        again->passes[subset] = whatif_passes(again->whatif, (uint16_t)subset);
    again->at++;
}

// A piece is short, so that an answer shows as soon as it is there, and whoever closes the window waits for little.
static void play_some(void *about) {
    DeskWhatIf *again = about;
    Clock clock = clock_system();
    int64_t until = clock.now_ms(clock.context) + PIECE_MS;
    while (again->at < again->of) {
        play_one(again);
        if (clock.now_ms(clock.context) >= until) break;
    }
}

// ---- what is shown -------------------------------------------------------------------------------------------------

static const char *words_of(const DeskWhatIf *again, TextId id) {
    return catalog_words(again->scenario.catalogs, again->scenario.def, again->lang, id);
}

static const char *name_of(const DeskWhatIf *again, Thing thing) {
    return words_of(again, def_names(again->scenario.def, thing)->name);
}

static const char *places_passed(DeskWhatIf *again, uint16_t passed) {
    const char *all = "";
    for (uint8_t i = 0; i < def_count(again->scenario.def, KIND_ARENA); i++) {
        if (!((passed >> i) & 1)) continue;
        all = region_format(&again->region, "%s%s%s", all, *all ? " \xC2\xB7 " : "",
                name_of(again, (Thing){KIND_ARENA, i}));
    }
    return all;
}

static WhatIfRow row_of(DeskWhatIf *again, const WhatIfEnd *end) {
    const Def *def = again->scenario.def;
    WhatIfRow row = {.known = true, .actor = NONE, .what = ""};
    row.passed = places_passed(again, end->passed);
    row.ending = end->ending == NONE
                         ? ""
                         : words_of(again, def->endings[end->ending].names.name);
    memcpy(row.law, end->law, sizeof row.law);
    return row;
}

static uint8_t kind_of(const Command *command) {
    static const uint8_t KINDS[COMMAND_COUNT] = {[COMMAND_ACT] = WHAT_IF_MOVE,
            [COMMAND_VOTE] = WHAT_IF_VOTE,
            [COMMAND_SPREAD] = WHAT_IF_VOTE,
            [COMMAND_AMEND] = WHAT_IF_VOTE,
            [COMMAND_CHAIR_VOTE] = WHAT_IF_VOTE,
            [COMMAND_DEAL_OFFER] = WHAT_IF_DEAL,
            [COMMAND_DEAL_ACCEPT] = WHAT_IF_DEAL,
            [COMMAND_DEAL_DECLINE] = WHAT_IF_DEAL,
            [COMMAND_DEAL_WITHDRAW] = WHAT_IF_DEAL,
            [COMMAND_PROMISE_WAIVE] = WHAT_IF_DEAL,
            [COMMAND_PROMISE_MARK] = WHAT_IF_DEAL,
            [COMMAND_COALITION_PROPOSE] = WHAT_IF_GROUP,
            [COMMAND_COALITION_SAY] = WHAT_IF_GROUP,
            [COMMAND_COALITION_LEAVE] = WHAT_IF_GROUP,
            [COMMAND_COALITION_ASK] = WHAT_IF_GROUP,
            [COMMAND_COALITION_FRAME] = WHAT_IF_GROUP,
            [COMMAND_COALITION_FLAGS] = WHAT_IF_GROUP,
            [COMMAND_COALITION_PURSE] = WHAT_IF_GROUP,
            [COMMAND_RECORD] = WHAT_IF_TALK,
            [COMMAND_ANSWER] = WHAT_IF_TALK,
            [COMMAND_INVITE] = WHAT_IF_TALK,
            [COMMAND_ORDER] = WHAT_IF_TALK,
            [COMMAND_OBJECT] = WHAT_IF_TALK,
            [COMMAND_HAND] = WHAT_IF_TALK,
            [COMMAND_SUM_UP] = WHAT_IF_TALK,
            [COMMAND_ASIDE_SAY] = WHAT_IF_TALK};
    return KINDS[command->kind];
}

static const char *move_words(DeskWhatIf *again, const Act *act) {
    const Def *def = again->scenario.def;
    const char *name =
            act->move < def->moves_count ? words_of(again, def->moves[act->move].name) : "";
    Thing target = act->target;
    // What a game made itself has no name in the case.
    if (target.kind == KIND_NONE || target.index >= def_count(def, (Kind)target.kind))
        return name;
    if (!def_names(def, target)) return name;
    return region_format(&again->region, "%s \xC2\xB7 %s", name, name_of(again, target));
}

static void show_acts(DeskWhatIf *again) {
    WhatIfView *view = &again->view;
    view->acts_known = true;
    for (int32_t i = 0; i < WHATIF_MOMENTS && again->best[i].weight > 0; i++) {
        const Command *command = whatif_command(again->whatif, again->best[i].place);
        WhatIfRow *row = &view->acts[view->acts_count++];
        *row = row_of(again, &again->best[i].end);
        row->actor = command->actor;
        row->round = whatif_round(again->whatif, again->best[i].place);
        row->deed = kind_of(command);
        if (row->deed == WHAT_IF_MOVE) row->what = move_words(again, &command->act);
    }
}

// Only what is new; texts that are shown stay where they are.
static void show(DeskWhatIf *again) {
    WhatIfView *view = &again->view;
    view->done = again->at;
    if (again->at > 0 && !view->played.known) view->played = row_of(again, &again->played);
    for (int32_t i = 0; i < again->teams && i + 1 < again->at; i++) {
        if (view->teams[i].known) continue;
        view->teams[i] = row_of(again, &again->without[i]);
        view->teams[i].actor = (uint8_t)i;
    }
    if (!view->acts_known && again->at > again->teams + again->deeds_count)
        show_acts(again);
    if (again->at < again->of || view->shares_known || again->subsets == 0) return;
    whatif_share_out(again->whatif, again->passes, view->shares);
    view->shares_known = true;
}

// In whatever language the desk speaks now.
static void name_all(DeskWhatIf *again, const char *lang) {
    const Def *def = again->scenario.def;
    snprintf(again->lang, sizeof again->lang, "%s", lang);
    region_clear(&again->region);
    again->view = (WhatIfView){.of = again->of,
            .teams_count = again->teams,
            .clauses = again->clauses,
            .clauses_count = def_count(def, KIND_CLAUSE),
            .shares_never = again->subsets == 0};
    for (uint8_t i = 0; i < again->teams; i++)
        again->view.names[i] = name_of(again, (Thing){KIND_ACTOR, i});
    for (uint8_t i = 0; i < again->view.clauses_count; i++) {
        WhatIfClause *clause = &again->clauses[i];
        clause->name = name_of(again, (Thing){KIND_CLAUSE, i});
        clause->levels_count = def->clauses[i].levels_count;
        for (int32_t level = 0; level < clause->levels_count; level++)
            clause->levels[level] = words_of(again, def->clauses[i].levels[level]);
    }
    show(again);
}

// ---- what may be shown ---------------------------------------------------------------------------------------------

// The session that is led from here; NULL while there is none, or while it is being written.
static const Session *session_of(const Desk *desk) {
    if (desk->table) return desk->table->session;
    const Party *party = desk_host_party(desk);
    return party && !party->writing ? party_session(party) : NULL;
}

// The acts that decided give away what each kept to itself: nothing of it before that was told of all.
static bool all_is_told(const Session *session) {
    uint16_t all = (uint16_t)((1u << def_count(session->def, KIND_ACTOR)) - 1);
    if (session->state.status == STATUS_CLOSED) return true;
    return session->state.status == STATUS_DEBRIEF
           && session->people.debrief_step >= DEBRIEF_FACTS
           && (session->people.told & all) == all;
}

static bool is_over(const Desk *desk) {
    const Party *party = desk_host_party(desk);
    const Session *session = session_of(desk);
    // While it is being written it is asked again soon.
    if (!session) return !party || !party->writing;
    return !all_is_told(session);
}

// ---- beginning and ending ------------------------------------------------------------------------------------------

// The case out of the record itself, a second time.
static bool load_case(Desk *desk, DeskWhatIf *again, const Journal *journal, Err *err) {
    const char *pack = "", *format = "", *asked = desk->places.format;
    if (!record_file_fact(journal, &again->region, "pack_name", &pack, err)
            || !record_file_fact(journal, &again->region, "format", &format, err))
        return false;
    Diags *diags = calloc(1, sizeof *diags);
    ASSERT(diags != NULL);
    desk->places.format = *format ? format : NULL;
    bool good = kept_load(&desk->places, journal, pack, &again->scenario, diags, err);
    desk->places.format = asked;
    if (!good && diags->count > 0) err_set(err, ERR_PACK, "%s", diags->items[0].message);
    free(diags);
    again->script = (ScriptHooks){.machines = again->scenario.machines,
            .function_machine = again->scenario.function_machine,
            .function_number = again->scenario.function_number};
    again->hooks = script_hooks(&again->script);
    return good;
}

static void list_games(DeskWhatIf *again) {
    int32_t count = whatif_count(again->whatif);
    again->teams = def_count(again->scenario.def, KIND_ACTOR);
    again->subsets = whatif_subsets(again->whatif);
    again->deeds = calloc((size_t)core_max(1, count), sizeof *again->deeds);
    again->passes = calloc((size_t)core_max(1, again->subsets), 1);
    ASSERT(again->deeds && again->passes);
    for (int32_t i = 0; i < count; i++)
        if (whatif_is_deed(again->whatif, i)) again->deeds[again->deeds_count++] = i;
    again->of = 1 + again->teams + again->deeds_count + again->subsets;
}

static void give(DeskWhatIf *again) {
    Work work = crowd_work(again->crowd);
    again->runs = true;
    work.give(work.context, play_some, again);
}

static void let_go(DeskWhatIf *again) {
    if (again->crowd) crowd_free(again->crowd);
    whatif_free(again->whatif);
    scenario_free(&again->scenario);
    region_clear(&again->region);
    free(again->deeds);
    free(again->passes);
    free(again);
}

// Read at once, while nobody writes: from then on the record may grow, and the copy stays as it is.
static bool read_record(Desk *desk, DeskWhatIf *again, const Session *session, Err *err) {
    if (!load_case(desk, again, &session->journal, err)) return false;
    SessionConfig config = {.def = again->scenario.def,
            .hooks = &again->hooks,
            .journal = session->journal};
    again->whatif = whatif_open(&config, err);
    return again->whatif != NULL;
}

bool desk_whatif_begin(Desk *desk, Err *err) {
    if (desk->host) desk_host_settle(desk);
    const Session *session = session_of(desk);
    if (desk->whatif) return true;
    desk->app.what_if_open = false;
    if (!session || !session->journal.self || !all_is_told(session)) return true;
    DeskWhatIf *again = calloc(1, sizeof *again);
    ASSERT(again != NULL);
    if (!read_record(desk, again, session, err)) {
        let_go(again);
        return false;
    }
    list_games(again);
    name_all(again, desk->tongue.code);
    again->crowd = crowd_make(1, NULL, NULL);
    desk->whatif = again;
    desk->app.what_if = &again->view;
    desk->app.what_if_open = true;
    desk->app.what_if_of = 0;
    again->polls = desk->app.poll_ms == 0;
    if (again->polls) desk->app.poll_ms = ASKED_MS;
    give(again);
    return true;
}

bool desk_whatif_runs(const Desk *desk) { return desk->whatif && desk->whatif->runs; }

static void rest(Desk *desk) {
    if (desk->whatif->polls) desk->app.poll_ms = 0;
    desk->whatif->polls = false;
}

bool desk_whatif_poll(Desk *desk) {
    DeskWhatIf *again = desk->whatif;
    if (!again) return false;
    if (is_over(desk)) {
        desk_whatif_close(desk);
        return true;
    }
    Work work = crowd_work(again->crowd);
    if (again->runs && !work.ended(work.context)) return false;
    bool spoken = strcmp(again->lang, desk->tongue.code) == 0;
    if (!again->runs && spoken) return false;
    again->runs = false;
    if (spoken)
        show(again);
    else
        name_all(again, desk->tongue.code);
    if (again->at < again->of)
        give(again);
    else
        rest(desk);
    return true;
}

void desk_whatif_close(Desk *desk) {
    DeskWhatIf *again = desk->whatif;
    if (!again) return;
    Work work = crowd_work(again->crowd);
    if (again->runs) {
        while (!work.ended(work.context))
            work.wait(work.context);
    }
    rest(desk);
    desk->whatif = NULL;
    desk->app.what_if = NULL;
    desk->app.what_if_open = false;
    let_go(again);
}
