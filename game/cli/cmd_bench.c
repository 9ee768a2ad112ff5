// cli/cmd_bench.c — convene bench: figures of speed and size, each the median of several measurements. Never: a pass or a fail.
#include "base/file.h"
#include "cli/bench.h"
#include "cli/cli.h"
#include "cli/findings.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { TIMES = 7 };

typedef struct Figure {
    const char *name, *unit;
    const char *pack; // NULL: the usual case
    BenchMeasure measure;
} Figure;

static const char usual[] = "riverside-link", largest[] = "a-wage-to-live-on",
                  benchmark[] = "tests/packs/reform8", turns[] = "tests/packs/load-turns";

static const Figure figures[] = {
        {"commands_per_second",             "commands/s", NULL,      bench_commands      },
        {"games_per_second",                "games/s",    NULL,      bench_games         },
        {"gate_us",                         "us",         NULL,      bench_gate          },
        {"options_us",                      "us",         NULL,      bench_options       },
        {"state_bytes",                     "bytes",      NULL,      bench_state_bytes   },
        {"state_copy_us",                   "us",         NULL,      bench_state_copy    },
        {"pack_load_ms",                    "ms",         NULL,      bench_pack_load     },
        {"persona_game_ms",                 "ms",         NULL,      bench_persona       },
        {"persona_decision_ms_max",         "ms",         largest,   bench_decision_most },
        {"persona_decision_ms_p99",         "ms",         largest,   bench_decision_usual},
        {"journal_commits_per_second",      "commits/s",  NULL,      bench_commits       },
        {"view_full_us",                    "us",         NULL,      bench_view_full     },
        {"hall_ready_us",                   "us",         NULL,      bench_hall_ready    },
        {"hall_step_us",                    "us",         NULL,      bench_hall_step     },
        {"hall_act_us",                     "us",         turns,     bench_hall_act      },
        {"reform8_acts_per_second",         "acts/s",     benchmark, bench_acts          },
        {"reform8_acts_checked_per_second", "acts/s",     benchmark, bench_acts_checked  },
        {"reform8_games_per_second",        "games/s",    benchmark, bench_random_games  },
};

static const ArgFlag flags[] = {
        {"--spread", NULL, "also how far the measurements lie apart, in percent"}
};

static int by_size(const void *a, const void *b) {
    int64_t one = *(const int64_t *)a, two = *(const int64_t *)b;
    return (one > two) - (one < two);
}

// Figures are kept in thousandths; large ones are shown whole.
static void print(const Figure *figure, const int64_t *sorted, bool spread) {
    int64_t value = sorted[TIMES / 2];
    if (value >= 1000000 || value % 1000 == 0)
        printf("%s %lld %s\n", figure->name, (long long)(value / 1000), figure->unit);
    else
        printf("%s %lld.%03lld %s\n", figure->name, (long long)(value / 1000),
                (long long)(value % 1000), figure->unit);
    int64_t apart = value > 0 ? 100 * (sorted[TIMES - 1] - sorted[0]) / value : 0;
    if (spread) printf("%s_spread %lld percent\n", figure->name, (long long)apart);
    fflush(stdout);
}

static bool run(const Figure *figure, const BenchCase *at, bool spread, Err *err) {
    int64_t values[TIMES];
    for (int32_t i = 0; i < TIMES; i++) {
        values[i] = figure->measure(at, err);
        if (values[i] < 0) return false;
    }
    qsort(values, TIMES, sizeof values[0], by_size);
    print(figure, values, spread);
    return true;
}

static bool wanted(const Args *args, const Figure *figure) {
    return args->names_count == 0 || strstr(figure->name, args->names[0]) != NULL;
}

// The figures of one pack; it is loaded only when one is wanted.
static bool run_pack(const Args *args, const Places *places, const char *pack,
        const char *path, Err *err) {
    Diags *diags = calloc(1, sizeof *diags);
    Scenario scenario = {0};
    BenchCase at = {.places = places, .scenario = &scenario, .path = path};
    ASSERT(diags != NULL);
    bool good = true, loaded = false;
    for (size_t i = 0; good && i < ARRAY_COUNT(figures); i++) {
        if (figures[i].pack != pack || !wanted(args, &figures[i])) continue;
        if (!loaded) good = places_load(places, path, false, false, &scenario, diags, err);
        if (!good && err->kind == ERR_NONE) findings_print(diags, false);
        loaded = true;
        good = good && run(&figures[i], &at, args_on(args, "--spread"), err);
    }
    scenario_free(&scenario);
    free(diags);
    return good;
}

static bool known(const Args *args, Err *err) {
    for (size_t i = 0; i < ARRAY_COUNT(figures); i++) {
        if (wanted(args, &figures[i])) return true;
    }
    const char *names[ARRAY_COUNT(figures)];
    for (size_t i = 0; i < ARRAY_COUNT(figures); i++)
        names[i] = figures[i].name;
    const char *near = diag_nearest(args->names[0], names, ARRAY_COUNT(figures));
    err_set(err, ERR_USAGE, "No figure is called \"%s\".", args->names[0]);
    return err_fix(err, "write for example: convene bench %s", near ? near : "gate_us");
}

// Packs for measuring belong to the tests, which are not on every machine.
static bool run_tests_pack(const Args *args, Places *places, const char *pack, Err *err) {
    const char *path = region_format(&places->region, "%s/%s", places->home, pack);
    if (file_is_folder(path)) return run_pack(args, places, pack, path, err);
    fprintf(stderr,
            "A game for measuring is not on this machine (%s): its figures are "
            "left out.\n",
            path);
    return true;
}

static int bench(const Args *args, Err *err) {
    if (args->names_count > 1) {
        err_set(err, ERR_USAGE, "bench takes one name, or none for all figures.");
        err_fix(err, "write for example: convene bench reform8");
        return EXIT_USAGE;
    }
    if (!known(args, err)) return EXIT_USAGE;
    Places places;
    if (!places_find(&places, NULL, err)) return EXIT_SYSTEM;
    bool good = run_pack(args, &places, NULL, usual, err)
                && run_pack(args, &places, largest, largest, err);
    good = good && run_tests_pack(args, &places, turns, err)
           && run_tests_pack(args, &places, benchmark, err);
    places_free(&places);
    return good ? EXIT_FINE : EXIT_FINDINGS;
}

const CliCommand CLI_BENCH = {"bench", "bench [NAME] [--spread]",
        "Measure speed and size on this machine",
        "  convene bench                 all figures, one line each: name, value, unit\n"
        "  convene bench gate_us         one of them\n"
        "  convene bench reform8 --spread\n",
        flags, (int32_t)ARRAY_COUNT(flags), bench, NULL};
