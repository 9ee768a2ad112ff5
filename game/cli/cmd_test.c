// cli/cmd_test.c — convene test: plays the author's tests of a pack. Never: changes a pack.
#include "base/clock.h"
#include "cli/cli.h"
#include "cli/findings.h"
#include "cli/places.h"
#include "cli/terminal.h"
#include "script/hooks.h"
#include "sim/author.h"
#include <stdio.h>
#include <stdlib.h>

static const ArgFlag flags[] = {
        {"--json",  NULL, "one JSON object for editors"},
        {"--quiet", NULL, "only failures"              }
};

typedef struct Report {
    const Scenario *scenario;
    Buffer json;
    int32_t failed;
    uint64_t tried[MOVE_WORDS];
    bool as_json, quiet;
} Report;

static void add_json(
        Report *report, const ScenarioTest *test, const AuthorResult *result, int64_t ms) {
    if (report->json.length) buffer_add_text(&report->json, ",");
    buffer_add_text(&report->json, "{\"name\":");
    cli_json_text(&report->json, test->name);
    buffer_format(&report->json,
            ",\"passed\":%s,\"line\":%d,\"what\":", result->passed ? "true" : "false",
            result->line);
    cli_json_text(&report->json, result->what);
    buffer_format(&report->json, ",\"ms\":%lld}", (long long)ms);
}

static void run_one(Report *report, SimGame *game, const ScenarioTest *test) {
    AuthorResult result;
    int64_t start = clock_bench_ns();
    author_run(game, test, &result);
    int64_t ms = (clock_bench_ns() - start) / 1000000;
    for (int32_t i = 0; i < MOVE_WORDS; i++)
        report->tried[i] |= result.tried[i];
    report->failed += !result.passed;
    if (report->as_json)
        add_json(report, test, &result, ms);
    else if (!result.passed)
        terminal_print(stdout, "FAIL  %s  %s:%d  %s\n", test->name, test->file, result.line,
                result.what);
    else if (!report->quiet)
        terminal_print(stdout, "ok    %s (%lld ms)\n", test->name, (long long)ms);
}

static void untried(const Report *report) {
    const Def *def = report->scenario->def;
    bool first = true;
    for (int32_t i = 0; i < def->moves_count; i++) {
        if (!(def->moves[i].flags & MOVE_OWN) || def_has_move(report->tried, i)) continue;
        printf("%s%s", first ? "Moves no test tries: " : ", ",
                def_text(def, def->moves[i].id));
        first = false;
    }
    if (!first) puts("");
}

static void summary(Report *report, int32_t count) {
    if (report->as_json) {
        printf("{\"convene\":\"%s\",\"verb\":\"test\",\"ok\":%s,\"tests\":[%s],\"counts\":{"
               "\"tests\":%d,\"failed\":%d}}\n",
                CONVENE_VERSION, report->failed ? "false" : "true",
                report->json.data ? report->json.data : "", count, report->failed);
        return;
    }
    printf("%d test%s, %d failed.\n", count, count == 1 ? "" : "s", report->failed);
    untried(report);
}

static int run_all(const Scenario *scenario, const Args *args) {
    ScriptHooks script = {.machines = scenario->machines,
            .function_machine = scenario->function_machine,
            .function_number = scenario->function_number,
            .audit = true};
    Hooks hooks = script_hooks(&script);
    SimGame *game = sim_game_make(scenario->def, &hooks);
    Report report = {.scenario = scenario,
            .as_json = args_on(args, "--json"),
            .quiet = args_on(args, "--quiet")};
    for (int32_t i = 0; i < scenario->tests.tests_count; i++)
        run_one(&report, game, &scenario->tests.tests[i]);
    summary(&report, scenario->tests.tests_count);
    sim_game_free(game);
    buffer_free(&report.json);
    return report.failed ? EXIT_FINDINGS : EXIT_FINE;
}

static int test(const Args *args, Err *err) {
    if (args->names_count != 1) {
        err_set(err, ERR_USAGE, "test needs the name or folder of one pack.");
        err_fix(err, "write for example: convene test riverside-link");
        return EXIT_USAGE;
    }
    Places places;
    if (!places_find(&places, NULL, err)) return EXIT_SYSTEM;
    Diags *diags = calloc(1, sizeof *diags);
    Scenario scenario = {0};
    ASSERT(diags != NULL);
    bool loaded = places_load(&places, args->names[0], true, false, &scenario, diags, err);
    int code = EXIT_FINDINGS;
    if (loaded)
        code = run_all(&scenario, args);
    else if (err->kind == ERR_NONE && args_on(args, "--json"))
        findings_json("test", NULL, diags, false, 0);
    else if (err->kind == ERR_NONE)
        findings_print(diags, false);
    scenario_free(&scenario);
    free(diags);
    places_free(&places);
    return code;
}

const CliCommand CLI_TEST = {"test", "test PACK [--json] [--quiet]",
        "Play the tests an author wrote for a pack",
        "  convene test riverside-link\n  convene test ~/my-cases/hall-keys --json\n",
        flags, (int32_t)ARRAY_COUNT(flags), test, NULL};
