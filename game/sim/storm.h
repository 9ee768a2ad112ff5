// sim/storm.h — a whole workshop in one thread under faults drawn from a seed: played, checked after every step, and on failure made small. Never: a socket, real time, a test's expectation of one game.
#ifndef SIM_STORM_H
#define SIM_STORM_H
#include "scenario/load.h"
#include "store/power.h"

enum {
    STORM_FAULTS_MAX = 32,
    STORM_STEPS = 240, // usual length of a run
    STORM_STEPS_MAX = 2000,
    STORM_WHAT_BYTES = 700,
};

typedef enum StormKind {
    STORM_NOTHING,
#define STORM(id, name, help) STORM_##id,
#include "sim/storm.def"
#undef STORM
    STORM_KINDS
} StormKind;

// One fault: before which step, and a number from which everything else about it is drawn.
typedef struct StormFault {
    int32_t step;
    uint8_t kind; // StormKind
    uint32_t draw;
} StormFault;

typedef struct StormPlan {
    StormFault faults[STORM_FAULTS_MAX];
    int32_t count;
} StormPlan;

// Whether connections carry frames in pieces, or messages.
typedef enum StormBytes {
    STORM_BYTES_DRAWN,
    STORM_BYTES_ALWAYS,
    STORM_BYTES_NEVER
} StormBytes;

typedef struct StormConfig {
    Scenario *const *packs; // the seed draws one
    int32_t packs_count;
    const char *folder; // session files come and go in a folder there
    Power *power;       // the disk under them
    uint64_t seed;
    int32_t steps;
    StormBytes bytes;
    int32_t lull_ms;       // now and then nothing happens for up to so long; 0 = never
    const StormPlan *plan; // NULL: drawn from the seed
} StormConfig;

typedef struct StormCounts {
    int64_t messages, acts, refused,
            verbs; // sent; acknowledged; refused; of the console acknowledged
    int64_t boots, failures, looks,
            replays; // starts of the host; records that failed; views compared
    int64_t batches;
    int64_t offers,
            bad_calls; // acts of people found open in their views; functions that failed
} StormCounts;

typedef struct StormResult {
    bool good;
    int32_t step; // where it failed
    char what[STORM_WHAT_BYTES];
    const char *kind; // what without its numbers: equal for failures of the same kind
    StormPlan plan;
    int32_t pack, people;
    bool in_bytes;
    uint64_t digest;                  // of the record: the same seed gives the same
    uint64_t verbs_tried, verbs_done; // of the console, bits by ConsoleVerb
    int64_t lasted_ms;                // virtual
    StormCounts counts;
} StormResult;

// What a kind is called, and what it means.
const char *storm_kind_name(StormKind kind);
const char *storm_kind_help(StormKind kind);
// Plays one seed to its end or to the first thing that is wrong.
void storm_run(const StormConfig *config, StormResult *result);
// The smallest list of faults found with which the seed still fails; `runs` bounds the search.
void storm_shrink(const StormConfig *config, StormResult *result, int32_t runs);

#endif // SIM_STORM_H
