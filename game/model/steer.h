// model/steer.h — the facilitator's part of a State: clocks, stand-ins, settings, the plan for the day. Never: written outside rules/fold*.c.
#ifndef MODEL_STEER_H
#define MODEL_STEER_H
#include "model/limits.h"
#include "model/option.h"

// Why the game stands still.
typedef enum PauseWhy {
    PAUSE_BY_FACILITATOR,
    PAUSE_CONNECTION, // many people vanished at once
    PAUSE_RESTARTED,  // the host was started again
    PAUSE_ADDRESS,    // people must come back by another address
    PAUSE_NOBODY,     // the last person left; the computer does not play on alone unasked
    PAUSE_WHY_COUNT,
} PauseWhy;

typedef enum Paused { PAUSED_NOT, PAUSED_STANDS, PAUSED_COUNTS_DOWN } Paused;

// Ready actions of the time plan.
typedef enum PilotAction {
    PILOT_SHORTEN =
            1, // every phase that is left takes this many percent of its planned length
    PILOT_SKIP_ROUND, // the round that goes on now
    PILOT_DEBRIEF,    // straight to the debrief
    PILOT_COUNT,
} PilotAction;

enum {
    STEP_LEAST_S = 15, // nobody is asked to act quicker than this
    PACE_LEAST = 40,   // percent of the planned lengths
    PACE_MOST = 200,
};

enum {                  // Steer.closing
    CLOSING_SOON = 1,   // it was said that the step closes soon
    CLOSING_ALL_IN = 2, // everybody is ready: a moment is left to take it back
};

// Times are of the session clock, which stands still in pauses.
typedef struct Steer {
    uint32_t ends_ms;             // when the clock of the step acts next, 0 = it has none
    uint32_t base_ms;             // when it closes for who has no time of his own
    uint16_t length_s;            // of the step as it was given, for who has twice the time
    uint16_t shut;                // actors whose time in this step is over
    uint8_t closing;              // CLOSING_ bits
    uint8_t pace;                 // percent of the planned lengths, 0 = 100
    uint16_t back;                // actors whose person plays again from the next step on
    uint16_t leaving;             // actors whose stand-in begins with the next step
    uint16_t retired;             // actors that left the story
    uint16_t grace_twice;         // actors with twice the time
    uint16_t grace_s[ACTORS_MAX]; // seconds more in every timed step
    uint16_t extra_s[ACTORS_MAX]; // seconds more in this one
    uint8_t leave_with[ACTORS_MAX]; // SeatPolicy of those who leave
    uint8_t stood_in[ACTORS_MAX];   // last round a stand-in played the actor in, 0 = never
    uint64_t numbers_open[ACTORS_MAX]; // tracks the facilitator lets a team read exactly
    uint16_t plan_finish;              // 1 + minute of the day to be over by, 0 = no plan
    uint16_t plan_debrief_s;
    uint8_t option[OPTION_COUNT];
    uint8_t pause_why;     // PauseWhy
    uint8_t countdown;     // seconds until it goes on, of PAUSED_COUNTS_DOWN
    uint16_t pause_reason; // id of the facilitator's words, 0 = none
} Steer;

// When the clock closes the step for one actor; 0 without a clock.
uint32_t steer_own_end(const Steer *steer, int32_t actor);

#endif // MODEL_STEER_H
