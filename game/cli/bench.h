// cli/bench.h — what convene bench measures, one function for each figure. Never: a pass or a fail.
#ifndef CLI_BENCH_H
#define CLI_BENCH_H
#include "cli/places.h"

// What a figure needs: a pack that was loaded for it, and the folders.
typedef struct BenchCase {
    const Places *places;
    Scenario *scenario;
    const char *path; // of the pack
} BenchCase;

// One measurement of one figure, in thousandths of its unit; -1 with err. Time is what one core worked,
// so that other programs disturb little; the journal's is time on the wall, because it waits for the disk.
typedef int64_t (*BenchMeasure)(const BenchCase *at, Err *err);

// bench_case.c: Riverside Link, or any other case.
int64_t bench_commands(const BenchCase *at, Err *err);
int64_t bench_games(const BenchCase *at, Err *err);
int64_t bench_gate(const BenchCase *at, Err *err);
int64_t bench_options(const BenchCase *at, Err *err);
int64_t bench_state_bytes(const BenchCase *at, Err *err);
int64_t bench_state_copy(const BenchCase *at, Err *err);
int64_t bench_pack_load(const BenchCase *at, Err *err);
int64_t bench_persona(const BenchCase *at, Err *err);
int64_t bench_commits(const BenchCase *at, Err *err);

// bench_decide.c: the slowest decision of computer players, and the one that 99 of 100 stay under.
int64_t bench_decision_most(const BenchCase *at, Err *err);
int64_t bench_decision_usual(const BenchCase *at, Err *err);

// bench_hall.c: a whole view of one seat; a message of one of eight people, until all are sent their news.
int64_t bench_view_full(const BenchCase *at, Err *err);
int64_t bench_hall_ready(const BenchCase *at, Err *err);
int64_t bench_hall_step(const BenchCase *at, Err *err);
int64_t bench_hall_act(const BenchCase *at, Err *err);

// bench_acts.c: the benchmark game of tests/packs/reform8.
int64_t bench_acts(const BenchCase *at, Err *err);
int64_t bench_acts_checked(const BenchCase *at, Err *err);
int64_t bench_random_games(const BenchCase *at, Err *err);

#endif // CLI_BENCH_H
