// cli/bench_acts.c — the benchmark game: acts of random legal players, recorded once and then replayed, and whole random games. Never: a pass or a fail.
#include "base/clock.h"
#include "cli/bench.h"
#include "rules/fold.h"
#include "rules/options.h"
#include "script/hooks.h"
#include "sim/game.h"
#include <stdlib.h>

enum { GAMES = 40, ACTS_MAX = 1000, SECOND_NS = 1000000000 };

typedef struct Bench {
    ScriptHooks script;
    Hooks hooks;
    SimGame *game;
    State *starts;     // of each game, set up
    Command *commands; // of all games, in a row
    int32_t counts[GAMES];
    Act options[OPTIONS_MAX];
} Bench;

static Bench *bench_make(const BenchCase *at) {
    Bench *bench = calloc(1, sizeof *bench);
    ASSERT(bench != NULL);
    bench->script = (ScriptHooks){.machines = at->scenario->machines,
            .function_machine = at->scenario->function_machine,
            .function_number = at->scenario->function_number};
    bench->hooks = script_hooks(&bench->script);
    bench->game = sim_game_make(at->scenario->def, &bench->hooks);
    bench->starts = calloc(GAMES, sizeof *bench->starts);
    bench->commands = calloc((size_t)GAMES * ACTS_MAX, sizeof *bench->commands);
    ASSERT(bench->starts != NULL && bench->commands != NULL);
    return bench;
}

static void bench_free(Bench *bench) {
    sim_game_free(bench->game);
    free(bench->starts);
    free(bench->commands);
    free(bench);
}

static bool give(
        SimGame *game, const char *track, int32_t row, int32_t column, int32_t value) {
    int32_t id = def_find_track(game->def, track);
    if (id < 0) return false;
    Command command = {.kind = COMMAND_GIVEN,
            .actor = NONE,
            .at_phase = NONE,
            .a = (int16_t)def_cell(game->def, id, row, column),
            .b = (int16_t)(10 * value)};
    return sim_game_send(game, &command).code == VERDICT_OK;
}

// Stance, holdings, power and aims as the benchmark draws them.
static bool set_up(SimGame *game, Rng *rng) {
    const Def *def = game->def;
    bool good = true;
    uint32_t deciders = (uint32_t)def_count(def, KIND_DECIDER);
    for (int32_t i = 0; i < def_count(def, KIND_DECIDER); i++)
        good &= give(game, "stance", i, 0, (int32_t)rng_draw(rng, 41) - 20);
    for (int32_t i = 0; i < def_count(def, KIND_ACTOR); i++) {
        for (int32_t j = 0; j < def_count(def, KIND_RESOURCE); j++) {
            good &= give(game, "resource", i, j, 1 + (int32_t)rng_draw(rng, 3));
        }
        good &= give(game, "power", i, 0, 4 + (int32_t)rng_draw(rng, 5));
        good &= give(game, "aim", i, (int32_t)rng_draw(rng, deciders),
                rng_draw(rng, 2) ? 1 : -1);
    }
    return good;
}

static bool begin(SimGame *game, uint64_t seed, Rng *rng) {
    Command start = {.kind = COMMAND_START, .actor = NONE, .at_phase = NONE};
    game->ledger.count = 0;
    fold_begin(game->def, &game->state, seed);
    return sim_game_send(game, &start).code == VERDICT_OK && set_up(game, rng);
}

static bool over(const SimGame *game) { return game->state.status != STATUS_RUNNING; }

// One act of a random legal player; false when there is none.
static bool random_legal(Bench *bench, Rng *rng, Command *out) {
    SimGame *game = bench->game;
    uint8_t actor = game->state.turn_actor;
    if (actor == NONE) return false;
    int32_t count =
            options_list(game->def, &game->state, actor, bench->options, OPTIONS_MAX);
    if (count == 0) return false;
    *out = (Command){.kind = COMMAND_ACT,
            .actor = actor,
            .at_phase = NONE,
            .act = bench->options[rng_draw(rng, (uint32_t)count)]};
    return sim_game_send(game, out).code == VERDICT_OK;
}

static bool prepare(Bench *bench, Err *err) {
    bench->game->check = false;
    for (int32_t i = 0; i < GAMES; i++) {
        Rng rng = rng_seed((uint64_t)i + 1, 77);
        bool good = begin(bench->game, (uint64_t)i + 1, &rng);
        bench->starts[i] = bench->game->state;
        while (good && !over(bench->game) && bench->counts[i] < ACTS_MAX) {
            good = random_legal(
                    bench, &rng, &bench->commands[i * ACTS_MAX + bench->counts[i]]);
            bench->counts[i]++;
        }
        if (good && over(bench->game)) continue;
        err_set(err, ERR_PACK, "A game of the benchmark did not end.");
        return false;
    }
    return true;
}

static bool replay(Bench *bench, int32_t game) {
    bench->game->ledger.count = 0;
    bench->game->state = bench->starts[game];
    for (int32_t i = 0; i < bench->counts[game]; i++) {
        if (sim_game_send(bench->game, &bench->commands[game * ACTS_MAX + i]).code
                != VERDICT_OK)
            return false;
    }
    return over(bench->game);
}

static int64_t acts(const BenchCase *at, bool check, Err *err) {
    Bench *bench = bench_make(at);
    bool good = prepare(bench, err);
    bench->game->check = check;
    int64_t count = 0, start = clock_bench_cpu_ns();
    for (int32_t i = 0; good && i < GAMES; i++) {
        good = replay(bench, i);
        count += bench->counts[i];
    }
    int64_t ns = clock_bench_cpu_ns() - start;
    if (!good && err->kind == ERR_NONE)
        err_set(err, ERR_PACK, "A recorded act of the benchmark was refused: %s",
                bench->game->fault);
    bench_free(bench);
    return good ? count * 1000 * SECOND_NS / ns : -1;
}

int64_t bench_acts(const BenchCase *at, Err *err) { return acts(at, false, err); }

int64_t bench_acts_checked(const BenchCase *at, Err *err) { return acts(at, true, err); }

int64_t bench_random_games(const BenchCase *at, Err *err) {
    Bench *bench = bench_make(at);
    bool good = prepare(bench, err);
    int64_t start = clock_bench_cpu_ns();
    for (int32_t i = 0; good && i < GAMES; i++) {
        Rng rng = rng_seed((uint64_t)i + 1, 78);
        bench->game->ledger.count = 0;
        bench->game->state = bench->starts[i];
        while (good && !over(bench->game))
            good = random_legal(bench, &rng, &bench->commands[0]);
    }
    int64_t ns = clock_bench_cpu_ns() - start;
    if (!good && err->kind == ERR_NONE)
        err_set(err, ERR_PACK, "A random game of the benchmark did not end.");
    bench_free(bench);
    return good ? (int64_t)GAMES * 1000 * SECOND_NS / ns : -1;
}
