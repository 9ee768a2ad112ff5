// cli/bench_case.c — figures of a case: rules, gate, State, loading, personas, journal. Never: a pass or a fail.
#include "base/clock.h"
#include "base/file.h"
#include "cli/bench.h"
#include "rules/gate.h"
#include "rules/options.h"
#include "script/hooks.h"
#include "session/session.h"
#include "sim/balance.h"
#include "store/store.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum {
    GAMES = 300,
    PERSONA_GAMES = 8,
    LOOKS = 2000,
    COPIES = 4000,
    COPY_BUFFERS = 8,
    SECOND_NS = 1000000000
};

typedef struct Table {
    ScriptHooks script;
    Hooks hooks;
    SimGame *game;
} Table;

static void open_table(Table *table, const BenchCase *at) {
    const Scenario *scenario = at->scenario;
    table->script = (ScriptHooks){.machines = scenario->machines,
            .function_machine = scenario->function_machine,
            .function_number = scenario->function_number};
    table->hooks = script_hooks(&table->script);
    table->game = sim_game_make(scenario->def, &table->hooks);
}

static int64_t broke(const SimGame *game, Err *err) {
    err_set(err, ERR_PACK, "A game broke while it was measured: %s", game->fault);
    return -1;
}

// Thousandths of a second's worth: how many of `count` fit into a second.
static int64_t each_second(int64_t count, int64_t ns) {
    return count * 1000 * SECOND_NS / (ns > 0 ? ns : 1);
}

int64_t bench_commands(const BenchCase *at, Err *err) {
    Table table;
    open_table(&table, at);
    bool good = true;
    int64_t start = clock_bench_cpu_ns();
    for (uint64_t seed = 1; good && seed <= GAMES; seed++)
        good = sim_game_play(table.game, BOT_RANDOM, seed);
    int64_t ns = clock_bench_cpu_ns() - start;
    int64_t figure = good ? each_second(table.game->commands, ns) : broke(table.game, err);
    sim_game_free(table.game);
    return figure;
}

// What `simulate --players random --threads 1` plays, report included; each seed counts twice because
// it is played twice.
int64_t bench_games(const BenchCase *at, Err *err) {
    Balance *balance = malloc(sizeof *balance);
    ASSERT(balance != NULL);
    BalanceSetup setup = {.seed = 1, .games = GAMES, .players = BOT_RANDOM};
    int64_t start = clock_bench_cpu_ns();
    balance_finish(balance_start(&(Scenario *){at->scenario}, 1, &setup), balance);
    int64_t ns = clock_bench_cpu_ns() - start;
    bool good = balance->fault_games == 0;
    if (!good)
        err_set(err, ERR_PACK, "A game broke while it was measured: %s", balance->fault);
    free(balance);
    return good ? each_second(2 * GAMES, ns) : -1;
}

// Keeps the State in which the first sealed or in-turn step of round 2 begins.
typedef struct Kept {
    State state;
    bool found;
} Kept;

static void keep(void *context, const SimGame *game) {
    Kept *kept = context;
    const State *state = &game->state;
    if (kept->found || state->status != STATUS_RUNNING || state->round < 2) return;
    uint8_t kind = game->def->phases[state->phase].kind;
    if (kind != PHASE_SEALED && kind != PHASE_IN_TURN) return;
    kept->state = *state;
    kept->found = true;
}

static Kept *mid_game(const BenchCase *at, Err *err) {
    Table table;
    Kept *kept = calloc(1, sizeof *kept);
    ASSERT(kept != NULL);
    open_table(&table, at);
    table.game->watch = (SimWatch){kept, keep};
    bool good = sim_game_play(table.game, BOT_RANDOM, 1) && kept->found;
    if (!good) (void)broke(table.game, err);
    sim_game_free(table.game);
    if (good) return kept;
    free(kept);
    return NULL;
}

int64_t bench_gate(const BenchCase *at, Err *err) {
    const Def *def = at->scenario->def;
    Kept *kept = mid_game(at, err);
    if (!kept) return -1;
    int64_t open = 0, lists = 0, start = clock_bench_cpu_ns();
    for (int32_t i = 0; i < LOOKS; i++) {
        uint8_t actor = (uint8_t)(i % def_count(def, KIND_ACTOR));
        for (int32_t move = 0; move < def->moves_count; move++) {
            open += gate_move(def, &kept->state, actor, (uint8_t)move).code == VERDICT_OK;
        }
        lists++;
    }
    int64_t ns = clock_bench_cpu_ns() - start;
    free(kept);
    return open > 0 ? ns / lists : -1; // thousandths of a microsecond
}

int64_t bench_options(const BenchCase *at, Err *err) {
    const Def *def = at->scenario->def;
    Kept *kept = mid_game(at, err);
    if (!kept) return -1;
    Act *acts = calloc(OPTIONS_MAX, sizeof *acts);
    ASSERT(acts != NULL);
    int64_t start = clock_bench_cpu_ns();
    for (int32_t i = 0; i < LOOKS / 4; i++) {
        (void)options_list(def, &kept->state, (uint8_t)(i % def_count(def, KIND_ACTOR)),
                acts, OPTIONS_MAX);
    }
    int64_t ns = clock_bench_cpu_ns() - start;
    free(acts);
    free(kept);
    return ns / (LOOKS / 4);
}

int64_t bench_state_bytes(const BenchCase *at, Err *err) {
    (void)at;
    (void)err;
    return (int64_t)sizeof(State) * 1000;
}

int64_t bench_state_copy(const BenchCase *at, Err *err) {
    (void)err;
    State *states = calloc(COPY_BUFFERS, sizeof *states);
    ASSERT(states != NULL && at != NULL);
    for (int32_t i = 0; i < COPY_BUFFERS; i++)
        states[i].seed = (uint64_t)i;
    uint64_t sum = 0;
    int64_t start = clock_bench_cpu_ns();
    for (int32_t i = 0; i < COPIES; i++) {
        states[(i + 3) % COPY_BUFFERS] = states[i % COPY_BUFFERS];
        states[i % COPY_BUFFERS].seed += states[(i + 3) % COPY_BUFFERS].seed + (uint64_t)i;
        sum += states[i % COPY_BUFFERS].seed;
    }
    int64_t ns = clock_bench_cpu_ns() - start;
    free(states);
    return sum ? ns / COPIES : -1;
}

int64_t bench_pack_load(const BenchCase *at, Err *err) {
    Scenario scenario = {0};
    Diags *diags = calloc(1, sizeof *diags);
    ASSERT(diags != NULL);
    int64_t start = clock_bench_cpu_ns();
    bool good = places_load(at->places, at->path, false, false, &scenario, diags, err);
    int64_t ns = clock_bench_cpu_ns() - start;
    scenario_free(&scenario);
    free(diags);
    return good ? ns / 1000 : -1; // thousandths of a millisecond
}

int64_t bench_persona(const BenchCase *at, Err *err) {
    Table table;
    open_table(&table, at);
    bool good = true;
    int64_t start = clock_bench_cpu_ns();
    for (uint64_t seed = 1; good && seed <= PERSONA_GAMES; seed++)
        good = sim_game_play(table.game, BOT_PERSONA, seed);
    int64_t ns = clock_bench_cpu_ns() - start;
    int64_t figure = good ? ns / PERSONA_GAMES / 1000 : broke(table.game, err);
    sim_game_free(table.game);
    return figure;
}

// ---- the journal ------------------------------------------------------------------------------------

typedef struct Door {
    Session *session;
    Err *err;
} Door;

static const State *state_of(void *context) { return &((Door *)context)->session->state; }

static bool submit(void *context, const Command *command, Verdict *verdict) {
    Door *door = context;
    return session_do(door->session, command, verdict, door->err);
}

static Bytes text_bytes(const char *text) {
    return (Bytes){(const uint8_t *)text, strlen(text)};
}

// One random game on a session with a record on disk; commits a second.
static int64_t play_recorded(const BenchCase *at, const Journal *journal, Err *err) {
    Table table;
    open_table(&table, at);
    SessionConfig config = {.def = at->scenario->def,
            .hooks = &table.hooks,
            .journal = *journal,
            .clock = clock_system(),
            .seed = 1};
    Door door = {session_open(&config, err), err};
    int64_t figure = -1;
    if (door.session) {
        CrewDoor crew_door = {&door, state_of, submit};
        Verdict verdict;
        Command start = {.kind = COMMAND_START, .actor = NONE, .at_phase = NONE};
        int64_t from = clock_bench_ns();
        bool good =
                submit(&door, &start, &verdict) && crew_play(table.game->crew, &crew_door);
        if (good) figure = each_second(door.session->seq, clock_bench_ns() - from);
        session_close(door.session); // and the journal with it
    } else {
        journal->close(journal->self);
    }
    sim_game_free(table.game);
    return figure;
}

int64_t bench_commits(const BenchCase *at, Err *err) {
    char folder[] = "/tmp/convene-bench-XXXXXX", path[64], hash[2 * DIGEST_BYTES + 1];
    if (!mkdtemp(folder)) {
        err_set(err, ERR_SYSTEM,
                "No folder could be made in /tmp for the bench of the journal.");
        return -1;
    }
    digest_hex(&at->scenario->def->hash, hash);
    snprintf(path, sizeof path, "%s/bench.session", folder);
    const JournalFact facts[] = {
            {"session", text_bytes("bench")},
            {"pack",    text_bytes(hash)   },
            {"seed",    text_bytes("1")    }
    };
    Journal journal;
    int64_t figure = -1;
    if (store_create(path, facts, (int32_t)ARRAY_COUNT(facts), &journal, err)) {
        figure = play_recorded(at, &journal, err);
    }
    static const char *const ends[] = {"", "-wal", "-shm"};
    for (size_t i = 0; i < ARRAY_COUNT(ends); i++) {
        char name[80];
        snprintf(name, sizeof name, "%s%s", path, ends[i]);
        unlink(name);
    }
    rmdir(folder);
    return figure;
}
