// scenario/tests.h — author tests and simulations of a pack as plain data. Never: runs them (cli/).
#ifndef SCENARIO_TESTS_H
#define SCENARIO_TESTS_H
#include "model/command.h"
#include "model/def.h"

typedef enum PlayKind {
    PLAY_MOVE,       // an actor uses a move
    PLAY_ROUND_ENDS, // up to the end of the round
    PLAY_PHASE,      // up to the phase `index`
    PLAY_HAPPEN,     // the happening `index` comes, with `choice` (or -1 for its default)
    PLAY_DECIDE,     // the arena `index` decides now
    PLAY_VOTE,       // the owner of decider `index` votes: vote 1 yes, -1 no, 0 abstains
    PLAY_SPREAD, // the owner of decider `index` spreads `points` over the options of its budget
    PLAY_COMMAND, // `command` is sent as a client sends it, in the step that is open
    PLAY_JOIN,    // the actor joins the pack's coalition `index`
    PLAY_FOUND, // the actor founds a coalition of the actors in mask `choice`; all say yes
} PlayKind;

typedef struct TestStep {
    uint8_t kind;    // PlayKind
    uint8_t refused; // 1: must be refused
    uint8_t actor, index;
    int8_t vote;
    int16_t choice;
    uint8_t points[BUDGET_OPTIONS_MAX]; // PLAY_SPREAD
    Command command;                    // PLAY_COMMAND
    Act act;                            // PLAY_MOVE; act.id is 0
    int32_t line;
} TestStep;

// A cell set before the first step.
typedef struct TestGiven {
    uint16_t cell;
    int16_t tenths;
} TestGiven;

typedef enum ExpectKind {
    EXPECT_CONDITION, // expr holds
    EXPECT_ENDING,    // the game ends with ending `index`
    EXPECT_FAULTS,    // `least` faults
    // of simulations, in percent:
    EXPECT_PASSES,
    EXPECT_ENDING_SHARE,
    EXPECT_FLIPS,
    EXPECT_TEXT_CHANGED,
    EXPECT_HIDDEN, // actor `index`
    EXPECT_NO_ENDING_ABOVE,
    EXPECT_EVERY_MOVE,
    EXPECT_EVERY_ENDING,
    EXPECT_NO_STYLE_BEST,
    EXPECT_NO_FAULTS,
} ExpectKind;

typedef struct TestExpect {
    uint8_t kind; // ExpectKind
    uint8_t index;
    int16_t least, most;
    ExprId expr;
    const char *words; // as written
    int32_t line;
} TestExpect;

// Everything lives in the Scenario's region.
typedef struct ScenarioTest {
    const char *name, *file;
    int32_t line;
    uint32_t seed;
    uint8_t seats;       // 0 = as few as possible
    uint8_t given_round; // 0 = the first
    const TestGiven *given;
    const TestStep *steps;
    const TestExpect *expects;
    int32_t given_count, steps_count, expects_count;
} ScenarioTest;

typedef enum SimPlayers { SIM_MIXED, SIM_RANDOM, SIM_GREEDY, SIM_PERSONA } SimPlayers;

typedef struct ScenarioSimulate {
    const char *name, *file;
    int32_t line, games;
    uint32_t seed;
    uint8_t players, seats;
    const TestExpect *expects;
    int32_t expects_count;
} ScenarioSimulate;

typedef struct ScenarioTests {
    ScenarioTest *tests;
    ScenarioSimulate *simulates;
    int32_t tests_count, simulates_count;
} ScenarioTests;

#endif // SCENARIO_TESTS_H
