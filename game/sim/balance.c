// sim/balance.c — plays the games of a balance report on a few threads. Never: adds in an order that shows in the result.
#include "sim/balance.h"
#include "base/digest.h"
#include "script/hooks.h"
#include "sim/report.h"
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct Worker {
    BalanceRun *run;
    const Scenario *scenario;
    pthread_t thread;
    Balance balance;
    Report *report; // NULL without one
} Worker;

struct BalanceRun {
    BalanceSetup setup;
    int32_t workers_count;
    Worker workers[BALANCE_THREADS_MAX];
    uint64_t *digests; // of each game, by its number
    atomic_int next, done, ended;
    atomic_bool stop;
};

static bool same_text(const Def *def, const State *a, const State *b) {
    for (int32_t arena = 0; arena < def_count(def, KIND_ARENA); arena++) {
        const Decision *one = &a->decision[arena], *two = &b->decision[arena];
        if (one->done != two->done || memcmp(one->text, two->text, sizeof one->text) != 0)
            return false;
    }
    return true;
}

// The same seed once with everything and once without points of power.
static void play_pair(Worker *worker, SimGame *game, State *with, int32_t number) {
    Balance *balance = &worker->balance;
    const BalanceSetup *setup = &worker->run->setup;
    BalanceWatch watch = {0};
    uint64_t seed = setup->seed + (uint64_t)number;
    game->watch = (SimWatch){&watch, balance_look};
    game->crew->holds = 0;
    game->commands = 0;
    bool good = sim_game_play(game, (BotKind)setup->players, seed);
    balance->commands += game->commands;
    worker->run->digests[number] = state_digest(game->def, &game->state);
    if (!good && (balance->first_fault < 0 || number < balance->first_fault)) {
        balance->first_fault = number;
        snprintf(balance->fault, sizeof balance->fault, "%s", game->fault);
    }
    balance->fault_games += !good;
    balance_count(balance, game, &watch);
    *with = game->state;
    if (worker->report) report_plain(worker->report, game);
    game->watch.look = NULL;
    game->crew->holds = BOT_HOLDS_POINTS;
    bool again = sim_game_play(game, (BotKind)setup->players, seed);
    bool before = balance_passed(game->def, with),
         after = balance_passed(game->def, &game->state);
    balance->passed_without += again && after;
    balance->flips += before != after;
    balance->text_changed += !same_text(game->def, with, &game->state);
    game->crew->holds = 0;
    if (worker->report) report_play(worker->report, game, with, seed);
}

static void play_rest(Worker *worker, SimGame *game) {
    game->crew->holds = BOT_HOLDS_ALL;
    game->watch.look = NULL;
    bool good = sim_game_play(game, BOT_RANDOM, worker->run->setup.seed);
    worker->balance.rest_passes = good && balance_passed(game->def, &game->state);
}

static void *work(void *context) {
    Worker *worker = context;
    BalanceRun *run = worker->run;
    const Scenario *scenario = worker->scenario;
    ScriptHooks script = {.machines = scenario->machines,
            .function_machine = scenario->function_machine,
            .function_number = scenario->function_number};
    Hooks hooks = script_hooks(&script);
    SimGame *game = sim_game_make(scenario->def, &hooks);
    State *with = malloc(sizeof *with);
    ASSERT(with != NULL);
    if (worker == &run->workers[0]) {
        if (worker->report) report_start(worker->report, game, run->setup.seed);
        play_rest(worker, game);
    }
    while (!atomic_load(&run->stop)) {
        int32_t number = atomic_fetch_add(&run->next, 1);
        if (number >= run->setup.games) break;
        play_pair(worker, game, with, number);
        atomic_fetch_add(&run->done, 1);
    }
    free(with);
    sim_game_free(game);
    atomic_fetch_add(&run->ended, 1);
    return NULL;
}

BalanceRun *balance_start(
        Scenario *const *scenarios, int32_t count, const BalanceSetup *setup) {
    BalanceRun *run = calloc(1, sizeof *run);
    ASSERT(run != NULL && count >= 1 && setup->games >= 1
            && setup->games <= BALANCE_GAMES_MAX);
    run->setup = *setup;
    run->workers_count = core_min(count, BALANCE_THREADS_MAX);
    run->digests = calloc((size_t)setup->games, sizeof *run->digests);
    ASSERT(run->digests != NULL);
    for (int32_t i = 0; i < run->workers_count; i++) {
        Worker *worker = &run->workers[i];
        worker->run = run;
        worker->scenario = scenarios[i];
        worker->balance.first_fault = -1;
        if (setup->report) worker->report = report_make();
        ASSERT(pthread_create(&worker->thread, NULL, work, worker) == 0);
    }
    return run;
}

int32_t balance_done(const BalanceRun *run) { return atomic_load(&run->done); }

bool balance_over(const BalanceRun *run) {
    return atomic_load(&run->ended) == run->workers_count;
}

void balance_stop(BalanceRun *run) { atomic_store(&run->stop, true); }

void balance_finish_report(BalanceRun *run, Balance *out, Report *report) {
    *out = (Balance){.first_fault = -1};
    for (int32_t i = 0; i < run->workers_count; i++) {
        Worker *worker = &run->workers[i];
        ASSERT(pthread_join(worker->thread, NULL) == 0);
        balance_add(out, &worker->balance);
        if (report && worker->report) report_add(report, worker->report);
        free(worker->report);
    }
    bool all = out->games == run->setup.games;
    if (all)
        out->digest = digest_fast(
                run->digests, sizeof *run->digests * (size_t)run->setup.games, 1);
    free(run->digests);
    free(run);
}

void balance_finish(BalanceRun *run, Balance *out) {
    balance_finish_report(run, out, NULL);
}
