// sim/author.h — plays the tests an author wrote, step by step, on a bare table. Never: reads a file.
#ifndef SIM_AUTHOR_H
#define SIM_AUTHOR_H
#include "scenario/tests.h"
#include "sim/game.h"

typedef struct AuthorResult {
    bool passed;
    int32_t line;               // of the step or expectation that failed
    char what[400];             // "step 2: expected refused, but quiet_deal was open"
    uint64_t tried[MOVE_WORDS]; // moves the test used
    uint16_t answer;            // VerdictCode of the last move of the test
} AuthorResult;

// Plays one test from a fresh state. moves is or-ed into by the caller to list what no test tries.
void author_run(SimGame *game, const ScenarioTest *test, AuthorResult *result);

#endif // SIM_AUTHOR_H
