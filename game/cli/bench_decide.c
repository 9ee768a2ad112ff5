// cli/bench_decide.c — how long a computer player thinks about one decision. Never: a pass or a fail.
#include "base/clock.h"
#include "cli/bench.h"
#include "rules/fold.h"
#include "script/hooks.h"
#include "sim/game.h"
#include <stdlib.h>

enum { GAMES = 6, DECISIONS_MAX = 200000, VISIT_MOST = 64, PERCENTILE = 99 };

typedef struct Times {
    int32_t *ns; // of each decision
    int32_t count;
} Times;

static bool decide_once(SimGame *game, uint8_t actor, Times *times) {
    Command command;
    BotWhy why;
    int64_t start = clock_bench_cpu_ns();
    bool sends = bot_next(&game->crew->bots[actor], &game->crew->desk, game->def,
            &game->state, &command, &why);
    int64_t ns = clock_bench_cpu_ns() - start;
    if (!sends) return false;
    if (times->count < DECISIONS_MAX) times->ns[times->count++] = (int32_t)ns;
    if (sim_game_send(game, &command).code == VERDICT_OK)
        return command.kind != COMMAND_DONE;
    Command done = {.kind = COMMAND_DONE, .actor = actor, .at_phase = NONE};
    (void)sim_game_send(game, &done);
    return false;
}

static bool visit_all(SimGame *game, Times *times) {
    int32_t before = times->count;
    for (uint8_t actor = 0; actor < def_count(game->def, KIND_ACTOR); actor++) {
        for (int32_t i = 0; i < VISIT_MOST; i++) {
            if (!decide_once(game, actor, times)) break;
        }
    }
    return times->count > before;
}

static bool measure(SimGame *game, Times *times, Err *err) {
    for (uint64_t seed = 1; seed <= GAMES; seed++) {
        game->ledger.count = 0;
        fold_begin(game->def, &game->state, seed);
        crew_reset(game->crew, BOT_PERSONA, seed);
        Command start = {.kind = COMMAND_START, .actor = NONE, .at_phase = NONE};
        bool good = sim_game_send(game, &start).code == VERDICT_OK;
        while (good && visit_all(game, times)) {
        }
        if (good && game->state.status == STATUS_DEBRIEF) continue;
        err_set(err, ERR_PACK, "A game broke while it was measured: %s", game->fault);
        return false;
    }
    return true;
}

static int by_size(const void *a, const void *b) {
    int32_t x = *(const int32_t *)a, y = *(const int32_t *)b;
    return (x > y) - (x < y);
}

// The time in thousandths of a millisecond that so many of a hundred decisions stay under.
static int64_t decision_time(const BenchCase *at, int32_t percent, Err *err) {
    ScriptHooks script = {.machines = at->scenario->machines,
            .function_machine = at->scenario->function_machine,
            .function_number = at->scenario->function_number};
    Hooks hooks = script_hooks(&script);
    SimGame *game = sim_game_make(at->scenario->def, &hooks);
    Times times = {.ns = calloc(DECISIONS_MAX, sizeof *times.ns)};
    ASSERT(times.ns != NULL);
    bool good = measure(game, &times, err) && times.count > 0;
    qsort(times.ns, (size_t)times.count, sizeof *times.ns, by_size);
    int32_t place = core_min(times.count - 1, times.count * percent / 100);
    int64_t figure = good ? times.ns[core_max(0, place)] / 1000 : -1;
    free(times.ns);
    sim_game_free(game);
    return figure;
}

int64_t bench_decision_most(const BenchCase *at, Err *err) {
    return decision_time(at, 100, err);
}

int64_t bench_decision_usual(const BenchCase *at, Err *err) {
    return decision_time(at, PERCENTILE, err);
}
