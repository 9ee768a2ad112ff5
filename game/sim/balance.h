// sim/balance.h — many seeded games of a pack, added up into one balance report. Never: one game's story, wall-clock time.
#ifndef SIM_BALANCE_H
#define SIM_BALANCE_H
#include "base/bytes.h"
#include "rules/criteria.h"
#include "scenario/load.h"
#include "sim/game.h"

enum {
    BALANCE_GAMES_MAX = 1000000,
    BALANCE_THREADS_MAX = 16,
    BALANCE_STYLES = 5, // Style, and one for actors that lean to none
};

typedef struct BalanceSetup {
    uint64_t seed; // of the first game; the next ones count up
    int32_t games;
    uint8_t players; // BotKind
    bool report;     // plays what a whole report needs (report.h)
} BalanceSetup;

// What one actor brought home, summed over games.
typedef struct BalanceActor {
    int64_t hidden, mandate; // games in which it was met
    int64_t legitimacy_start[AUDIENCES_MAX], legitimacy[AUDIENCES_MAX]; // tenths
    int64_t exercised, macro;          // per mille of all, at the end
    int64_t criteria[CRITERION_COUNT]; // over the games in criteria_known
    int64_t criteria_known[CRITERION_COUNT];
} BalanceActor;

typedef struct BalanceMove {
    int64_t made, won; // acts; points that took effect
    int64_t games;     // in which it was made
    int64_t asked,
            closed; // steps and seats that had it on the table; of these, closed to the seat
    int64_t games_closed; // in which it was never open to anybody
    int64_t lines, worth; // ledger lines it caused; their units of influence, times 100
} BalanceMove;

typedef struct BalanceStyle {
    int64_t criteria[CRITERION_COUNT], known[CRITERION_COUNT];
} BalanceStyle;

// Sums over games. They do not depend on the order in which games are added.
typedef struct Balance {
    int64_t games, commands, events, acts;
    int64_t passed, passed_without;      // without: the same seeds, no points of power used
    int64_t flips, text_changed;         // of the pair of games
    int64_t playbacks, importance_moved; // games
    int64_t fault_games, script_faults;
    int32_t first_fault;              // number of the game, -1 = none
    char fault[96];                   // what broke there
    bool rest_passes;                 // when everybody rests
    int64_t endings[ENDINGS_MAX + 1]; // the last one: no ending
    int64_t law[CLAUSES_MAX][LEVELS_MAX];
    int64_t happened[HAPPENINGS_MAX];
    BalanceActor actors[ACTORS_MAX];
    BalanceMove moves[MOVES_MAX];
    BalanceStyle styles[BALANCE_STYLES];
    uint64_t digest; // of the last State of every game, in order; 0 when stopped early
} Balance;

typedef struct BalanceRun BalanceRun;

// Plays on as many threads as there are scenarios (the same pack loaded once for each; borrowed until
// balance_finish). The result does not depend on their number.
BalanceRun *balance_start(
        Scenario *const *scenarios, int32_t count, const BalanceSetup *setup);
// Games finished so far; the run is over when it is setup.games or after balance_stop.
int32_t balance_done(const BalanceRun *run);
bool balance_over(const BalanceRun *run);
// Lets every thread finish its game and stop.
void balance_stop(BalanceRun *run);
// Waits, adds up and frees the run.
void balance_finish(BalanceRun *run, Balance *out);
// The same with what was counted for a report; report comes from report_make.
struct Report;
void balance_finish_report(BalanceRun *run, Balance *out, struct Report *report);

// balance_count.c: adds one finished game to the sums; closed_for_all and asked come from watching it.
typedef struct BalanceWatch {
    int64_t asked[MOVES_MAX], closed[MOVES_MAX];
} BalanceWatch;
void balance_look(void *watch, const SimGame *game);
void balance_count(Balance *balance, const SimGame *game, const BalanceWatch *watch);
void balance_add(Balance *sum, const Balance *part);
// Did a deciding arena pass a text.
bool balance_passed(const Def *def, const State *state);

// balance_expect.c: one expectation of an author's `simulate`. found (at least 160 bytes) says what was
// found instead.
MUST_USE bool balance_meets(
        const Def *def, const Balance *balance, const TestExpect *expect, char *found);

// balance_text.c: the report for people, and the members of its JSON object (without braces).
void balance_text(const Def *def, const Balance *balance, Buffer *out);
void balance_json(const Def *def, const Balance *balance, Buffer *out);

#endif // SIM_BALANCE_H
