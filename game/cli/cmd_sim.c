// cli/cmd_sim.c — convene sim: whole workshops under faults drawn from seeds, each checked after every step. Never: touches a session of yours.
#include "base/clock.h"
#include "base/file.h"
#include "cli/cli.h"
#include "cli/findings.h"
#include "cli/places.h"
#include "sim/storm.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { CASES_MAX = 8, SHRINK_RUNS = 120, LIST_BYTES = 1 << 16, SEEDS_MOST = 1000000 };

static const ArgFlag flags[] = {
        {"--seed",    "N",    "first seed; the next ones count up"                         },
        {"--seeds",   "M",    "how many, otherwise one"                                    },
        {"--seconds", "S",    "no new seed after so long"                                  },
        {"--list",    "FILE", "the seeds of a file, one a line, # begins a remark"         },
        {"--steps",   "K",    "steps before the faults end, otherwise 240"                 },
        {"--pack",    "PACK", "this case alone; otherwise the seed draws one of those here"},
        {"--carry",   "HOW",
         "what connections carry: messages, frames (in pieces); otherwise drawn"           },
        {"--faults",  NULL,   "say what can happen, and end"                               }
};

typedef struct Sim {
    Scenario scenarios[CASES_MAX];
    Scenario *cases[CASES_MAX];
    int32_t cases_count, failed;
    StormConfig config;
    StormCounts counts;
    uint64_t tried;
    int64_t runs, in_bytes, began_ns, until_ns;
} Sim;

static void tell_faults(void) {
    for (int32_t i = STORM_NOTHING + 1; i < STORM_KINDS; i++)
        printf("%-12s %s\n", storm_kind_name((StormKind)i), storm_kind_help((StormKind)i));
}

// What failed, the fewest faults with which it still does, and how to see it again.
static void tell_failure(Sim *sim, StormResult *result) {
    printf("FAILED seed %llu, step %d, %s with %d people: %s\n",
            (unsigned long long)sim->config.seed, (int)result->step,
            def_text(sim->cases[result->pack]->def, sim->cases[result->pack]->def->id),
            (int)result->people, result->what);
    storm_shrink(&sim->config, result, SHRINK_RUNS);
    printf("  needs %d faults:", (int)result->plan.count);
    for (int32_t i = 0; i < result->plan.count; i++)
        printf(" %s at %d (%08x)%s",
                storm_kind_name((StormKind)result->plan.faults[i].kind),
                (int)result->plan.faults[i].step, (unsigned)result->plan.faults[i].draw,
                i + 1 < result->plan.count ? "," : "");
    printf("\n  then: %s\n  again: convene sim --seed %llu\n", result->what,
            (unsigned long long)sim->config.seed);
}

static void add(StormCounts *sum, const StormCounts *more) {
    sum->messages += more->messages;
    sum->acts += more->acts;
    sum->refused += more->refused;
    sum->verbs += more->verbs;
    sum->boots += more->boots;
    sum->failures += more->failures;
    sum->looks += more->looks;
    sum->replays += more->replays;
    sum->batches += more->batches;
    sum->offers += more->offers;
    sum->bad_calls += more->bad_calls;
}

// False when the time is over.
static bool run_seed(Sim *sim, uint64_t seed) {
    StormResult *result = calloc(1, sizeof *result);
    ASSERT(result != NULL);
    if (sim->until_ns > 0 && clock_bench_ns() > sim->until_ns) {
        free(result);
        return false;
    }
    sim->config.seed = seed;
    storm_run(&sim->config, result);
    sim->runs++;
    add(&sim->counts, &result->counts);
    sim->tried |= result->verbs_tried;
    sim->in_bytes += result->in_bytes;
    sim->failed += !result->good;
    if (!result->good) tell_failure(sim, result);
    fflush(stdout);
    free(result);
    return true;
}

static void run_list(Sim *sim, const char *text) {
    while (*text) {
        char *end = NULL;
        unsigned long long seed = strtoull(text, &end, 10);
        if (end != text && !run_seed(sim, seed)) return;
        text += strcspn(text, "\n");
        text += *text == '\n';
    }
}

static void tell_sum(const Sim *sim) {
    const StormCounts *counts = &sim->counts;
    int64_t ms = (clock_bench_ns() - sim->began_ns) / 1000000;
    printf("%lld messages, %lld acts and %lld verbs acknowledged, %lld refused, %lld "
           "batches; "
           "%lld starts, %lld failures of the record, %lld views compared, %lld acts found "
           "in "
           "their views, %lld records folded again; %d of the facilitator's verbs tried\n",
            (long long)counts->messages, (long long)counts->acts, (long long)counts->verbs,
            (long long)counts->refused, (long long)counts->batches,
            (long long)counts->boots, (long long)counts->failures, (long long)counts->looks,
            (long long)counts->offers, (long long)counts->replays,
            __builtin_popcountll(sim->tried));
    printf("%lld seeds (%lld of them as frames in pieces) in %lld.%lld s: %d failed\n",
            (long long)sim->runs, (long long)sim->in_bytes, (long long)(ms / 1000),
            (long long)(ms / 100 % 10), (int)sim->failed);
}

// ---- what is played --------------------------------------------------------------------------------------------

static bool load_one(Sim *sim, const Places *places, const char *name, Err *err) {
    Diags *diags = calloc(1, sizeof *diags);
    ASSERT(diags != NULL);
    Scenario *scenario = &sim->scenarios[sim->cases_count];
    bool good = places_load(places, name, false, false, scenario, diags, err);
    if (!good && err->kind == ERR_NONE) findings_print(diags, false);
    if (good) sim->cases[sim->cases_count++] = scenario;
    free(diags);
    return good;
}

static bool load_cases(Sim *sim, const Args *args, const Places *places, Err *err) {
    static const char *const shipped[] = {
            "riverside-link", "safe-homes-bill", "a-wage-to-live-on"};
    const char *own = args_text(args, "--pack", NULL);
    if (own) return load_one(sim, places, own, err);
    for (size_t i = 0; i < ARRAY_COUNT(shipped); i++) {
        if (!load_one(sim, places, shipped[i], err)) return false;
    }
    return true;
}

// In memory where there is such a place: files come and go thousands of times.
static const char *where(void) {
    return access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp";
}

static bool run_all(Sim *sim, const Args *args, Err *err) {
    int64_t seed = 1, seeds = 1, seconds = 0, steps = STORM_STEPS;
    const char *list = args_text(args, "--list", NULL);
    Region region = {0};
    Bytes text = {0};
    if (!args_number(args, "--seed", 0, INT64_MAX, seed, &seed, err)
            || !args_number(args, "--seeds", 1, SEEDS_MOST, seeds, &seeds, err)
            || !args_number(args, "--seconds", 1, SEEDS_MOST, 0, &seconds, err)
            || !args_number(args, "--steps", 1, STORM_STEPS_MAX, steps, &steps, err)
            || (list && !file_read(&region, list, LIST_BYTES, &text, err)))
        return false;
    const char *carry = args_text(args, "--carry", "drawn");
    StormBytes bytes = strcmp(carry, "frames") == 0     ? STORM_BYTES_ALWAYS
                       : strcmp(carry, "messages") == 0 ? STORM_BYTES_NEVER
                                                        : STORM_BYTES_DRAWN;
    sim->config = (StormConfig){.packs = sim->cases,
            .packs_count = sim->cases_count,
            .folder = where(),
            .power = power_install(),
            .steps = (int32_t)steps,
            .bytes = bytes};
    sim->began_ns = clock_bench_ns();
    if (seconds) sim->until_ns = sim->began_ns + seconds * 1000000000;
    if (list)
        run_list(sim, region_copy_text(&region, (const char *)text.data, text.length));
    for (int64_t i = 0; i < seeds && !list; i++) {
        if (!run_seed(sim, (uint64_t)(seed + i))) break;
    }
    power_remove(sim->config.power);
    region_clear(&region);
    tell_sum(sim);
    return true;
}

static int run_sim(const Args *args, Err *err) {
    if (args_on(args, "--faults")) {
        tell_faults();
        return EXIT_FINE;
    }
    Places places;
    if (!places_find(&places, NULL, err)) return EXIT_SYSTEM;
    Sim *sim = calloc(1, sizeof *sim);
    ASSERT(sim != NULL);
    int code = EXIT_FINDINGS;
    if (load_cases(sim, args, &places, err) && run_all(sim, args, err) && !sim->failed)
        code = EXIT_FINE;
    for (int32_t i = 0; i < CASES_MAX; i++)
        scenario_free(&sim->scenarios[i]);
    free(sim);
    places_free(&places);
    return code;
}

const CliCommand CLI_SIM = {"sim", "sim [--seed N] [--seeds M]",
        "Play whole workshops under faults, drawn from seeds",
        "  convene sim --seed 7               one workshop with cuts, crashes, a failing "
        "disk "
        "…\n"
        "  convene sim --seeds 500            the seeds 1 to 500\n"
        "  convene sim --seconds 60 --seeds 100000 --seed 5000\n"
        "  convene sim --faults               what can happen\n",
        flags, (int32_t)ARRAY_COUNT(flags), run_sim, NULL};
