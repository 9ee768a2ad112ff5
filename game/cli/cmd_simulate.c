// cli/cmd_simulate.c — convene simulate: plays many seeded games of a pack and reports how it balances. Never: changes a pack.
#include "base/clock.h"
#include "cli/cli.h"
#include "cli/findings.h"
#include "cli/places.h"
#include "cli/terminal.h"
#include "sim/report.h"
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { GAMES_USUAL = 300, BAR_CELLS = 30, LOOK_MS = 100 };

static const ArgFlag flags[] = {
        {"--games",   "N",   "how many games; otherwise what the pack says, or 300"        },
        {"--seed",    "S",   "seed of the first game; the next ones count up"              },
        {"--players", "WHO",
         "random, persona, greedy (everybody balanced) or mixed (seats drawn)"             },
        {"--format",  "F",   "time plan, for example hour; otherwise the case's own"       },
        {"--set",     "K=V", "turn settings of the case, for example ease=7,public_cap=6"  },
        {"--report",  NULL,
         "every balance check, one line each: pass or FAIL, name, value, band"             },
        {"--threads", "T",   "1 to 16, otherwise one for each core; the result is the same"},
        {"--json",    NULL,  "one JSON object for tools"                                   },
        {"--quiet",   NULL,  "only expectations, no report and no bar"                     }
};

static const char *const players_names[] = {[BOT_RANDOM] = "random",
        [BOT_GREEDY] = "greedy",
        [BOT_PERSONA] = "persona",
        [BOT_MIXED] = "mixed"};

// One simulation: an author's, or the one the flags describe.
typedef struct Job {
    const ScenarioSimulate *simulate; // NULL: none in the pack
    BalanceSetup setup;
    bool judged; // its expectations speak of these players
} Job;

typedef struct Simulation {
    const char *pack;
    Scenario scenarios[BALANCE_THREADS_MAX];
    Scenario *list[BALANCE_THREADS_MAX];
    int32_t threads;
    Balance *balance;
    Report *report; // NULL without --report
    Buffer json;
    bool as_json, quiet, failed, interrupted;
} Simulation;

static void bar(int32_t done, int32_t games, int64_t start) {
    int64_t ms = (clock_bench_ns() - start) / 1000000;
    int32_t cells = (int32_t)((int64_t)BAR_CELLS * done / games);
    int64_t left = done > 0 ? ms * (games - done) / done / 1000 : 0;
    fprintf(stderr, "\r[%.*s%*s] %d of %d games, %lld s left ", cells,
            "##############################", BAR_CELLS - cells, "", done, games,
            (long long)left);
    fflush(stderr);
}

// Waits for the run; Ctrl-C lets the games under way end and reports what there is.
static void wait_for(
        Simulation *simulation, BalanceRun *run, int32_t games, int64_t start) {
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGINT);
    sigaddset(&signals, SIGTERM);
    bool shown = isatty(STDERR_FILENO) && !simulation->quiet;
    // Short looks first, so that a few games do not wait for the next one.
    for (int64_t ms = 1; !balance_over(run); ms = core_min((int32_t)(2 * ms), LOOK_MS)) {
        struct timespec time = {.tv_sec = 0, .tv_nsec = ms * 1000000};
        if (sigtimedwait(&signals, NULL, &time) > 0) {
            simulation->interrupted = true;
            balance_stop(run);
        }
        if (shown && ms >= LOOK_MS) bar(balance_done(run), games, start);
    }
    if (shown) fputs("\r\033[K", stderr);
}

// Blocked before the threads start, so that only wait_for takes them.
static void hold_signals(int how) {
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGINT);
    sigaddset(&signals, SIGTERM);
    pthread_sigmask(how, &signals, NULL);
}

static void expectations(Simulation *simulation, const Job *job) {
    const Def *def = simulation->scenarios[0].def;
    if (!job->judged || simulation->interrupted) return;
    if (simulation->as_json) buffer_add_text(&simulation->json, ",\"expect\":[");
    for (int32_t i = 0; i < job->simulate->expects_count; i++) {
        const TestExpect *expect = &job->simulate->expects[i];
        char found[160];
        bool good = balance_meets(def, simulation->balance, expect, found);
        simulation->failed |= !good;
        if (simulation->as_json) {
            buffer_add_text(&simulation->json, i ? ",{\"words\":" : "{\"words\":");
            cli_json_text(&simulation->json, expect->words);
            buffer_format(&simulation->json,
                    ",\"line\":%d,\"ok\":%s,\"found\":", expect->line,
                    good ? "true" : "false");
            cli_json_text(&simulation->json, found);
            buffer_add_text(&simulation->json, "}");
        } else if (good) {
            if (!simulation->quiet)
                terminal_print(stdout, "pass  %s: %s\n", expect->words, found);
        } else {
            terminal_print(stdout, "FAIL  %s  %s:%d  found %s\n", expect->words,
                    job->simulate->file, expect->line, found);
        }
    }
    if (simulation->as_json) buffer_add_text(&simulation->json, "]");
}

static void fault(Simulation *simulation, const Job *job) {
    const Balance *balance = simulation->balance;
    if (balance->fault_games > 0 || balance->script_faults > 0) simulation->failed = true;
    if (balance->first_fault < 0) return;
    char replay[400];
    snprintf(replay, sizeof replay,
            "convene simulate %s --games 1 --seed %llu --players %s", simulation->pack,
            (unsigned long long)(job->setup.seed + (uint64_t)balance->first_fault),
            players_names[job->setup.players]);
    if (simulation->as_json) {
        buffer_add_text(&simulation->json, ",\"fault\":");
        cli_json_text(&simulation->json, balance->fault);
        buffer_add_text(&simulation->json, ",\"replay\":");
        cli_json_text(&simulation->json, replay);
    } else {
        terminal_print(
                stdout, "FAULT %s\n      play it again: %s\n", balance->fault, replay);
    }
}

static void show_json(Simulation *simulation, const Job *job, int64_t ns) {
    Buffer *json = &simulation->json;
    if (json->length) buffer_add_text(json, ",");
    buffer_add_text(json, "{\"name\":");
    cli_json_text(json, job->simulate ? job->simulate->name : "");
    buffer_format(json, ",\"players\":\"%s\",\"seed\":%llu,\"stopped\":%s,",
            players_names[job->setup.players], (unsigned long long)job->setup.seed,
            simulation->interrupted ? "true" : "false");
    balance_json(simulation->scenarios[0].def, simulation->balance, json);
    buffer_format(json, ",\"ms\":%lld", (long long)(ns / 1000000));
    fault(simulation, job);
    expectations(simulation, job);
    buffer_add_text(json, "}");
}

static void whole_report(Simulation *simulation, const Job *job, int64_t ns) {
    const Scenario *scenario = &simulation->scenarios[0];
    Buffer text = {0};
    printf("%d seeds of %s from %llu: random players, once with and once without points of "
           "power; personas;\neach seat by its persona among random players; six groups of "
           "scripted reformers\n",
            (int)simulation->balance->games, simulation->pack,
            (unsigned long long)job->setup.seed);
    int32_t failed = report_text(scenario->def, simulation->balance, simulation->report,
            &scenario->tests, &text);
    fwrite(text.data, 1, text.length, stdout);
    buffer_free(&text);
    fault(simulation, job);
    if (simulation->report->faults > 0 || failed > 0) simulation->failed = true;
    if (simulation->report->faults > 0)
        printf("FAULT %lld games of the report broke\n",
                (long long)simulation->report->faults);
    if (simulation->interrupted)
        puts("Stopped early; no digest.");
    else
        printf("%d checks failed; digest %016llx\n", failed,
                (unsigned long long)simulation->balance->digest);
    fprintf(stderr, "%lld.%lld s on %d threads\n", (long long)(ns / 1000000000),
            (long long)(ns / 100000000 % 10), simulation->threads);
}

static void show_text(Simulation *simulation, const Job *job, int64_t ns) {
    const Balance *balance = simulation->balance;
    Buffer text = {0};
    if (!simulation->quiet) {
        printf("%s%s%d games of %s, players %s, seeds from %llu\n",
                job->simulate ? job->simulate->name : "", job->simulate ? ": " : "",
                (int)balance->games, simulation->pack, players_names[job->setup.players],
                (unsigned long long)job->setup.seed);
        balance_text(simulation->scenarios[0].def, balance, &text);
        fwrite(text.data, 1, text.length, stdout);
        buffer_free(&text);
    }
    fault(simulation, job);
    expectations(simulation, job);
    if (job->simulate && !job->judged && !simulation->quiet)
        puts("Its expectations speak of other players.");
    if (simulation->interrupted)
        puts("Stopped early; no digest.");
    else
        printf("digest %016llx\n", (unsigned long long)balance->digest);
    if (simulation->quiet) return;
    int64_t ms = ns / 1000000;
    printf("%lld.%03lld s, %lld games/s (each seed twice: with and without points of "
           "power)\n",
            (long long)(ms / 1000), (long long)(ms % 1000),
            (long long)(2 * balance->games * 1000000000 / (ns > 0 ? ns : 1)));
}

static void run_job(Simulation *simulation, const Job *job) {
    int64_t start = clock_bench_ns();
    hold_signals(SIG_BLOCK);
    BalanceRun *run = balance_start(simulation->list, simulation->threads, &job->setup);
    wait_for(simulation, run, job->setup.games, start);
    balance_finish_report(run, simulation->balance, simulation->report);
    hold_signals(SIG_UNBLOCK);
    int64_t ns = clock_bench_ns() - start;
    if (simulation->report)
        whole_report(simulation, job, ns);
    else if (simulation->as_json)
        show_json(simulation, job, ns);
    else
        show_text(simulation, job, ns);
}

static BotKind players_of(uint8_t kind) {
    switch ((SimPlayers)kind) {
    case SIM_RANDOM: return BOT_RANDOM;
    case SIM_GREEDY: return BOT_GREEDY;
    case SIM_PERSONA: return BOT_PERSONA;
    case SIM_MIXED: break;
    }
    return BOT_MIXED;
}

static bool read_players(const Args *args, const char **name, BotKind *out, Err *err) {
    *name = args_text(args, "--players", NULL);
    for (size_t i = 0; *name && i < ARRAY_COUNT(players_names); i++) {
        *out = (BotKind)i;
        if (strcmp(players_names[i], *name) == 0) return true;
    }
    if (!*name) return true;
    err_set(err, ERR_USAGE, "There are no players \"%s\".", *name);
    return err_fix(err, "write --players random, persona, greedy or mixed.");
}

static bool make_job(
        const Args *args, const ScenarioSimulate *simulate, Job *job, Err *err) {
    int64_t games = simulate && simulate->games > 0 ? simulate->games : GAMES_USUAL;
    int64_t seed = simulate ? simulate->seed : 1;
    const char *name = NULL;
    BotKind own = simulate ? players_of(simulate->players) : BOT_RANDOM, kind = own;
    if (!args_number(args, "--games", 1, BALANCE_GAMES_MAX, games, &games, err))
        return false;
    if (!args_number(args, "--seed", 0, INT64_MAX, seed, &seed, err)) return false;
    if (!read_players(args, &name, &kind, err)) return false;
    *job = (Job){.simulate = simulate, .judged = simulate && kind == own};
    job->setup = (BalanceSetup){
            .seed = (uint64_t)seed, .games = (int32_t)games, .players = (uint8_t)kind};
    return true;
}

// The report has its own bands and players; of the pack it takes games and seed from the flags alone.
static bool run_report(Simulation *simulation, const Args *args, Err *err) {
    Job job;
    if (!make_job(args, NULL, &job, err)) return false;
    job.setup.players = BOT_RANDOM;
    job.setup.report = true;
    simulation->report = report_make();
    run_job(simulation, &job);
    free(simulation->report);
    return true;
}

static bool run_jobs(Simulation *simulation, const Args *args, Err *err) {
    const ScenarioTests *tests = &simulation->scenarios[0].tests;
    if (args_on(args, "--report")) return run_report(simulation, args, err);
    for (int32_t i = 0; i < core_max(1, tests->simulates_count) && !simulation->interrupted;
            i++) {
        Job job;
        if (!make_job(
                    args, tests->simulates_count ? &tests->simulates[i] : NULL, &job, err))
            return false;
        run_job(simulation, &job);
    }
    if (simulation->as_json) {
        bool ok = !simulation->failed && !simulation->interrupted;
        printf("{\"convene\":\"%s\",\"verb\":\"simulate\",\"pack\":\"%s\",\"ok\":%s,"
               "\"runs\":[%s]}\n",
                CONVENE_VERSION,
                def_text(simulation->scenarios[0].def, simulation->scenarios[0].def->id),
                ok ? "true" : "false",
                simulation->json.data ? (const char *)simulation->json.data : "");
    }
    return true;
}

// The pack once for each thread: a Lua machine belongs to one.
static bool load_all(Simulation *simulation, const Places *places, Diags *diags, Err *err) {
    for (int32_t i = 0; i < simulation->threads; i++) {
        simulation->list[i] = &simulation->scenarios[i];
        *diags = (Diags){0};
        if (!places_load(
                    places, simulation->pack, true, false, simulation->list[i], diags, err))
            return false;
    }
    if (def_count(simulation->scenarios[0].def, KIND_ACTOR) > 0) return true;
    err_set(err, ERR_PACK, "%s has no actors: it is a plugin, not a case to play.",
            simulation->pack);
    return err_fix(err, "simulate a case that uses it.");
}

static int simulate_in(
        Simulation *simulation, const Args *args, const Places *places, Err *err) {
    Diags *diags = calloc(1, sizeof *diags);
    simulation->balance = calloc(1, sizeof *simulation->balance);
    ASSERT(diags != NULL && simulation->balance != NULL);
    int code = EXIT_FINDINGS;
    if (load_all(simulation, places, diags, err)) {
        bool done = run_jobs(simulation, args, err);
        if (done && !simulation->failed && !simulation->interrupted) code = EXIT_FINE;
    } else if (err->kind == ERR_NONE && simulation->as_json) {
        findings_json("simulate", NULL, diags, false, 0);
    } else if (err->kind == ERR_NONE) {
        findings_print(diags, false);
    }
    for (int32_t i = 0; i < BALANCE_THREADS_MAX; i++)
        scenario_free(&simulation->scenarios[i]);
    buffer_free(&simulation->json);
    free(simulation->balance);
    free(diags);
    return code;
}

static int simulate(const Args *args, Err *err) {
    if (args->names_count != 1) {
        err_set(err, ERR_USAGE, "simulate needs the name or folder of one pack.");
        err_fix(err, "write for example: convene simulate riverside-link --games 300");
        return EXIT_USAGE;
    }
    int64_t cores = sysconf(_SC_NPROCESSORS_ONLN);
    int64_t threads = core_clamp((int32_t)cores, 1, BALANCE_THREADS_MAX);
    if (!args_number(args, "--threads", 1, BALANCE_THREADS_MAX, threads, &threads, err))
        return EXIT_USAGE;
    if (args_on(args, "--report")
            && (args_on(args, "--json") || args_on(args, "--players"))) {
        err_set(err, ERR_USAGE, "--report chooses its own players and is text.");
        err_fix(err, "leave out --json and --players, or leave out --report.");
        return EXIT_USAGE;
    }
    Places places;
    if (!places_find(&places, NULL, err)) return EXIT_SYSTEM;
    char plan[PLACES_PLAN_BYTES];
    places.format = places_plan(
            args_text(args, "--format", NULL), args_text(args, "--set", NULL), plan);
    Simulation *simulation = calloc(1, sizeof *simulation);
    ASSERT(simulation != NULL);
    simulation->pack = args->names[0];
    simulation->threads = (int32_t)threads;
    simulation->as_json = args_on(args, "--json");
    simulation->quiet = args_on(args, "--quiet");
    int code = simulate_in(simulation, args, &places, err);
    free(simulation);
    places_free(&places);
    return code;
}

const CliCommand CLI_SIMULATE = {"simulate", "simulate PACK [--games N] [--players WHO]",
        "Play many seeded games of a pack and see how it balances",
        "  convene simulate riverside-link                     what its author asks for\n"
        "  convene simulate riverside-link --games 1000 --players random --seed 7\n"
        "  convene simulate riverside-link --format hour       in its shorter time plan\n"
        "  convene simulate riverside-link --games 300 --report        every balance "
        "check\n"
        "  convene simulate ~/my-cases/hall-keys --players persona --json\n",
        flags, (int32_t)ARRAY_COUNT(flags), simulate, NULL};
