// cli/cmd_check.c — convene check: all findings of a pack. Never: changes a file.
#include "base/clock.h"
#include "cli/cli.h"
#include "cli/findings.h"
#include "cli/places.h"
#include "script/trial.h"
#include <stdio.h>
#include <stdlib.h>

static const ArgFlag flags[] = {
        {"--format",   "F",   "in another time plan of the case, for example hour"     },
        {"--set",      "K=V", "with settings turned, for example ease=7,public_cap=6"  },
        {"--settings", NULL,  "which settings can be turned before a game, and how far"},
        {"--json",     NULL,  "one JSON object for editors"                            },
        {"--strict",   NULL,  "warnings count as findings too"                         },
        {"--quiet",    NULL,  "only the exit code"                                     }
};

static void count(const char *before, int32_t number, const char *what) {
    printf("%s%d %s%s", before, number, what, number == 1 ? "" : "s");
}

static void count_findings(const Diags *diags) {
    count("", diags->errors, "error");
    count(", ", diags->warnings, "warning");
}

static void summary(const Def *def, const Diags *diags, int64_t ms) {
    if (!def) {
        count_findings(diags);
        puts(".");
        return;
    }
    int32_t own = 0;
    for (int32_t i = 0; i < def->moves_count; i++)
        own += (def->moves[i].flags & MOVE_OWN) != 0;
    printf("%s %s: ", def_text(def, def->id), def_text(def, def->version));
    static const Kind kinds[] = {
            KIND_ACTOR, KIND_ISSUE, KIND_CLAUSE, KIND_FRAME, KIND_ARENA, KIND_DECIDER};
    for (size_t i = 0; i < ARRAY_COUNT(kinds); i++)
        count(i ? ", " : "", def_count(def, kinds[i]), kind_word(kinds[i]));
    count(", ", own, "own move");
    count(", ", def->endings_count, "ending");
    printf(". ");
    count_findings(diags);
    printf(". %lld ms\n", (long long)ms);
}

// Knobs that host, play and simulate turn with --set.
static void settings(const Scenario *scenario) {
    const Def *def = scenario->def;
    for (int32_t i = 0; i < def->settings_count; i++) {
        const Setting *setting = &def->settings[i];
        if (!setting->open) continue;
        TextId words = setting->ask ? setting->ask : setting->name;
        printf("%-24s %5d  (%d to %d)  %s\n", def_text(def, setting->id), setting->value,
                setting->min, setting->max,
                words ? catalog_words(scenario->catalogs, def, "", words) : "");
    }
}

// What only shows when a function runs: names g does not have, loops without end, own memory.
static void try_functions(const Scenario *scenario, Diags *diags) {
    ScriptHooks hooks = {.machines = scenario->machines,
            .function_machine = scenario->function_machine,
            .function_number = scenario->function_number};
    if (!trial_run(&hooks, scenario->def, diags)) diags_sort(diags);
}

static int check(const Args *args, Err *err) {
    if (args->names_count != 1) {
        err_set(err, ERR_USAGE, "check needs the name or folder of one pack.");
        err_fix(err, "write for example: convene check riverside-link");
        return EXIT_USAGE;
    }
    Places places;
    if (!places_find(&places, NULL, err)) return EXIT_SYSTEM;
    char plan[PLACES_PLAN_BYTES];
    places.format = places_plan(
            args_text(args, "--format", NULL), args_text(args, "--set", NULL), plan);
    Diags *diags = calloc(1, sizeof *diags);
    Scenario scenario = {0};
    ASSERT(diags != NULL);
    int64_t start = clock_bench_ns();
    bool loaded = places_load(&places, args->names[0], true, true, &scenario, diags, err);
    if (loaded) try_functions(&scenario, diags);
    int64_t ms = (clock_bench_ns() - start) / 1000000;
    bool ok = loaded && diags->errors == 0
              && (!args_on(args, "--strict") || diags->warnings == 0);
    if (err->kind == ERR_NONE && !args_on(args, "--quiet")) {
        if (args_on(args, "--json"))
            findings_json("check", scenario.def, diags, ok, ms);
        else {
            findings_print(diags, true);
            if (loaded && args_on(args, "--settings")) settings(&scenario);
            summary(scenario.def, diags, ms);
        }
    }
    scenario_free(&scenario);
    free(diags);
    places_free(&places);
    return ok ? EXIT_FINE : EXIT_FINDINGS;
}

const CliCommand CLI_CHECK = {"check", "check PACK [--json] [--strict]",
        "Find the mistakes in a pack",
        "  convene check riverside-link          a pack that came with the program\n"
        "  convene check ~/my-cases/hall-keys    a folder or a .convene file of your own\n"
        "  convene check riverside-link --json   for editors\n"
        "  convene check riverside-link --settings  what a game can be started with\n",
        flags, (int32_t)ARRAY_COUNT(flags), check, NULL};
