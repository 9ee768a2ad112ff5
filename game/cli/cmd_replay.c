// cli/cmd_replay.c — convene replay: folds a session's record and tells how it went; --verify decides it again. Never: changes the file.
#include "base/file.h"
#include "cli/cli.h"
#include "cli/findings.h"
#include "cli/kept.h"
#include "cli/whatif_text.h"
#include "script/hooks.h"
#include "session/view.h"
#include "store/store.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const ArgFlag flags[] = {
        {"--verify", NULL,   "decide every command again and compare each batch"          },
        {"--why",    NULL,   "why the computer's seats did what they did, once it is over"},
        {"--whatif", NULL,   "what would be different without each actor and each act"    },
        {"--pack",   "PACK", "another pack than the one it keeps"                         },
        {"--data",   "DIR",  "where sessions lie"                                         },
        {"--json",   NULL,   "one JSON object"                                            }
};

// A path, or the name of a session in the data folder.
static const char *session_path(Region *region, const Places *places, const char *name) {
    if (file_exists(name)) return name;
    return region_format(region, "%s/sessions/%s.convene-session", places->data, name);
}

static bool fact_text(const Journal *journal, Region *region, const char *key,
        const char **out, Err *err) {
    Bytes value = {0};
    if (!journal->fact_get(journal->self, key, &value, region, err)) return false;
    *out = region_copy_text(region, (const char *)value.data, value.length);
    return true;
}

static void tell(const Session *session, bool verified, int64_t batches, bool json) {
    const Def *def = session->def;
    const State *state = &session->state;
    const char *ending = state->ending == NONE
                                 ? ""
                                 : def_text(def, def->endings[state->ending].names.id);
    if (json) {
        printf("{\"convene\":\"%s\",\"verb\":\"replay\",\"pack\":\"%s\",\"batches\":%lld,"
               "\"events\":%d,\"round\":%d,"
               "\"status\":%d,\"ending\":\"%s\",\"verified\":%s,\"digest\":\"%016llx\"}\n",
                CONVENE_VERSION, def_text(def, def->id), (long long)session->seq,
                session->ledger.count, state->round, state->status, ending,
                verified ? "true" : "false", (unsigned long long)state_digest(def, state));
        return;
    }
    printf("%s: %lld batches, %d events, round %d of %d%s%s.\n", def_text(def, def->id),
            (long long)session->seq, session->ledger.count, state->round, def->rounds,
            *ending ? ", ending " : "", ending);
    if (verified) printf("identical to batch %lld.\n", (long long)batches);
}

// Played again many times: without each actor, without each act, and by every part of the table.
static int tell_whatif(const SessionConfig *config, Err *err) {
    WhatIf *whatif = whatif_open(config, err);
    if (whatif) whatif_tell(whatif, config->def);
    config->journal.close(config->journal.self);
    whatif_free(whatif);
    return whatif ? EXIT_FINE : EXIT_SYSTEM;
}

// The record is its owner's: what people are told late in the debrief is told here as soon as the game is over.
static void tell_reasons(Session *session) {
    Language language = say_source(session->def);
    View *view = calloc(1, sizeof *view);
    ASSERT(view != NULL);
    session->people.debrief_step = DEBRIEF_FACTS;
    session->people.told = UINT16_MAX;
    view_build_some(session, VIEW_CONSOLE, &language,
            (uint32_t)(1 << SECTION_END | 1 << SECTION_WORDS | 1 << SECTION_TABLE
                       | VIEW_IN_FULL),
            view);
    if (!view->end.reached)
        printf("The game is not over: why the computer's seats do something is told "
               "then.\n");
    if (view->end.reached && view->end.reasons_count == 0)
        printf("No reasons are kept here: people played all of it, or an older Convene.\n");
    for (int32_t i = 0; i < view->end.reasons_count; i++) {
        const ViewNews *one = &view->end.reasons[i];
        printf("round %d  %s: %s\n", one->round, view->actors[one->actor].name, one->text);
    }
    view_free(view);
    free(view);
}

static int replay_with(
        const Args *args, const Scenario *scenario, Journal journal, Err *err) {
    ScriptHooks script = {.machines = scenario->machines,
            .function_machine = scenario->function_machine,
            .function_number = scenario->function_number};
    Hooks hooks = script_hooks(&script);
    SessionConfig config = {.def = scenario->def, .hooks = &hooks, .journal = journal};
    int64_t batches = 0;
    bool verify = args_on(args, "--verify");
    if (verify && !session_verify(&config, &batches, err)) {
        journal.close(journal.self);
        return EXIT_FINDINGS;
    }
    if (args_on(args, "--whatif")) return tell_whatif(&config, err);
    Session *session = session_open(&config, err);
    if (!session) {
        journal.close(journal.self);
        return EXIT_SYSTEM;
    }
    tell(session, verify, batches, args_on(args, "--json"));
    if (args_on(args, "--why")) tell_reasons(session);
    session_close(session);
    return EXIT_FINE;
}

static int replay_in(const Args *args, Places *places, Region *region, Err *err) {
    Journal journal;
    const char *name = NULL, *format = NULL;
    if (!store_open(
                session_path(region, places, args->names[0]), STORE_READ, &journal, err))
        return EXIT_SYSTEM;
    if (!fact_text(&journal, region, "pack_name", &name, err)
            || !fact_text(&journal, region, "format", &format, err)) {
        journal.close(journal.self);
        return EXIT_SYSTEM;
    }
    Diags *diags = calloc(1, sizeof *diags);
    Scenario scenario = {0};
    ASSERT(diags != NULL);
    int code = EXIT_FINDINGS;
    places->format = format[0] ? format : NULL;
    const char *other = args_text(args, "--pack", NULL);
    bool loaded = other ? places_load(places, other, false, false, &scenario, diags, err)
                        : kept_load(places, &journal, name, &scenario, diags, err);
    if (loaded) {
        code = replay_with(args, &scenario, journal, err);
    } else {
        journal.close(journal.self);
        findings_print(diags, false);
    }
    scenario_free(&scenario);
    free(diags);
    return code;
}

static int replay(const Args *args, Err *err) {
    if (args->names_count != 1) {
        err_set(err, ERR_USAGE, "replay needs one session: a file or its name.");
        err_fix(err, "write for example: convene replay "
                     "~/.local/share/convene/sessions/riverside-link-1.convene-session");
        return EXIT_USAGE;
    }
    Places places;
    Region region = {0};
    if (!places_find(&places, args_text(args, "--data", NULL), err)) return EXIT_SYSTEM;
    int code = replay_in(args, &places, &region, err);
    region_clear(&region);
    places_free(&places);
    return code;
}

const CliCommand CLI_REPLAY = {"replay", "replay SESSION [--verify] [--json]",
        "Fold the record of a session, or decide it again",
        "  convene replay riverside-link-1             how far it came, and how it ended\n"
        "  convene replay riverside-link-1 --verify    decide every command again: "
        "\"identical to batch 214\"\n"
        "  convene replay riverside-link-1 --why       why the computer's seats did what "
        "they did\n"
        "  convene replay riverside-link-1 --whatif    without each actor and each act, "
        "others as they were\n",
        flags, (int32_t)ARRAY_COUNT(flags), replay, NULL};
