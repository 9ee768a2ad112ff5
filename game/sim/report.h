// sim/report.h — what a balance report counts beside the games of a simulation: personas, scripts, pairs. Never: a band (report_checks.c).
#ifndef SIM_REPORT_H
#define SIM_REPORT_H
#include "sim/balance.h"

// One seat played by its persona and, from the same seed, by a sensible random player; the others are
// sensible random players in both games. A pair is won by whose public goal is met when only one of
// them meets it, else by the larger sum of text and standing as the persona weighs them.
typedef struct ReportPairs {
    int64_t won, lost,
            even; // pairs, from the persona's side; even: the same goal and the same sum
    int64_t met, met_random;   // games in which the public goal was met
    int64_t better, worse;     // pairs decided by the goal alone
    int64_t text, text_random; // substance 0..100, summed
    int64_t standing[AUDIENCES_MAX], standing_random[AUDIENCES_MAX]; // tenths, summed
} ReportPairs;

// Scripted reformers against sensible random opponents.
typedef struct ReportScript {
    int64_t games, passed;
    int64_t durability;         // summed over passed games
    int64_t draft[CLAUSES_MAX]; // levels of the draft at the end, summed
    int64_t base_fallen;        // tenths, of the reformer whose own people fell most
    int64_t criteria[CRITERION_COUNT], known[CRITERION_COUNT]; // of all reformers
} ReportScript;

typedef struct Report {
    Balance personas; // all seats by their personas
    ReportPairs pairs[ACTORS_MAX];
    ReportScript scripts[SCRIPT_COUNT];
    int64_t small_ahead; // games in which the actor of the smallest means at the start exercised more than its share of means
    int64_t lines_at_start; // red lines crossed before the first round
    int64_t faults;         // games of the report that broke
} Report;

// On the heap, empty; free() it.
Report *report_make(void);
// Before the first game: what holds at the start.
void report_start(Report *report, SimGame *game, uint64_t seed);

// Everything beside the plain game of this seed. game: a table of this worker.
void report_play(Report *report, SimGame *game, const State *random, uint64_t seed);
// After the plain game, while its ledger is there.
void report_plain(Report *report, const SimGame *game);
void report_add(Report *sum, const Report *part);
// Mask of the actors that want most beyond the first draft: at least as much as the mean of all.
uint16_t report_reformers(const Def *def);

// report_checks.c: one line for each check; returns how many failed. tests: the pack's own bands.
int32_t report_checks(const Def *def, const Balance *balance, const Report *report,
        const ScenarioTests *tests, Buffer *out);
// Writes the whole report; returns how many checks failed.
int32_t report_text(const Def *def, const Balance *balance, const Report *report,
        const ScenarioTests *tests, Buffer *out);

#endif // SIM_REPORT_H
