// sim/storm.c — one run: steps of virtual time with faults between them, then calm, everybody current, and the way to the end. Never: what a fault does, what must hold.
#include "host/care.h"
#include "sim/storm_parts.h"
#include <ftw.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

enum {
    TICK_MS = 250,
    STEP_MS = 900,
    CALM_MS = 2000, // by then every seat is current
    CALM_STEP_MS = 50,
    BACK_MS = 15000, // by then every telephone is in its place
    WALL_START = 1700000000,
    NEXTS_MAX = 400,
    FILES_OPEN = 8,
};

void storm_fail(Storm *storm, const char *format, ...) {
    StormResult *result = storm->result;
    if (!result->good) return;
    result->good = false;
    result->step = storm->step;
    result->kind = format;
    va_list args;
    va_start(args, format);
    vsnprintf(result->what, sizeof result->what, format, args);
    va_end(args);
}

// ---- time ------------------------------------------------------------------------------------------------------

static void tick(Storm *storm) {
    if (storm->dead || storm->now_ms - storm->ticked_ms < TICK_MS) return;
    storm->ticked_ms = storm->now_ms;
    storm->events.tick(storm->events.context, storm->now_ms);
    storm_fault_after(storm);
}

static void pass(Storm *storm, int32_t ms) {
    storm->now_ms += ms;
    storm->wall_ms += ms;
}

// Whoever was killed starts again at once.
static bool lives(Storm *storm) {
    if (storm->dead && storm->result->good) {
        storm_host_kill(storm);
        (void)storm_host_open(storm);
    }
    return storm->result->good;
}

static bool step(Storm *storm, int32_t ms) {
    pass(storm, ms);
    for (int32_t i = 0; i < storm->persons_count && !storm->dead; i++)
        storm_person_step(storm, i);
    if (!storm->dead) storm_line_deliver(storm);
    tick(storm);
    if (!storm->dead) storm_line_collect(storm);
    if (!lives(storm)) return false;
    storm_check(storm);
    return storm->result->good;
}

// ---- in the storm ----------------------------------------------------------------------------------------------

static void weather(Storm *storm) {
    const StormPlan *plan = &storm->result->plan;
    for (int32_t i = 0; i < plan->count && storm->result->good; i++) {
        if (plan->faults[i].step == storm->step) storm_fault(storm, &plan->faults[i]);
    }
}

// People eat, a machine stands in a corner: only the clocks go on.
static void lull(Storm *storm) {
    enum { OFTEN = 8, LOOK_MS = 30000 };
    int32_t most = storm->config->lull_ms;
    if (most == 0 || storm_draw(&storm->ways, OFTEN) > 0) return;
    for (int32_t left = storm_draw(&storm->ways, most); left > 0 && !storm->dead;
            left -= LOOK_MS) {
        pass(storm, core_min(left, LOOK_MS));
        tick(storm);
    }
}

// ---- after it --------------------------------------------------------------------------------------------------

// The disk works, connections are quick, and a host whose record failed was started again, also when it does not know
// yet: what could not be written last may be a draft, or a place that nobody was told of.
static bool calm_down(Storm *storm) {
    Power *power = storm->config->power;
    bool failed = storm_session(storm)->read_only || power_struck(power);
    storm->calm = true;
    power_arm(power, POWER_GOES_ON, 0);
    storm->pending = STORM_NOTHING;
    for (int32_t i = 0; i < STORM_LINES_MAX; i++)
        storm->lines[i].slow_until_ms = storm->lines[i].deaf_until_ms = 0;
    for (int32_t i = 0; i < storm->persons_count; i++)
        storm->persons[i].calls_ms = storm->now_ms;
    if (failed) {
        storm_host_kill(storm);
        (void)storm_host_open(storm);
    }
    return storm->result->good;
}

static bool all_back(const Storm *storm) {
    for (int32_t i = 0; i < storm->persons_count; i++) {
        const StormPerson *person = &storm->persons[i];
        bool placed =
                person->persona >= STORM_CHIEF || (person->token[0] && !person->replaced);
        if (placed && (!person->inside || person->open_count > 0)) return false;
    }
    return true;
}

static void tell_who_is_missing(Storm *storm) {
    for (int32_t i = 0; i < storm->persons_count; i++) {
        const StormPerson *person = &storm->persons[i];
        bool placed =
                person->persona >= STORM_CHIEF || (person->token[0] && !person->replaced);
        if (placed && !person->inside)
            storm_fail(storm,
                    "person %d is not back after %d virtual seconds: welcome %d, asked %d, "
                    "line %d, last refusal %s",
                    (int)i, BACK_MS / 1000, person->welcome, person->asked,
                    person->line != NULL, person->refusal);
        if (placed && person->open_count > 0)
            storm_fail(
                    storm, "act %s of person %d has no answer", person->open[0].id, (int)i);
    }
}

static bool wait_for(Storm *storm, int32_t most_ms, bool (*done)(const Storm *)) {
    for (int32_t ms = 0; ms < most_ms && !done(storm); ms += CALM_STEP_MS) {
        if (!step(storm, CALM_STEP_MS)) return false;
    }
    return true;
}

static bool all_quiet(const Storm *storm) {
    if (storm->work.about || storm->party->changed) return false;
    for (int32_t i = 0; i < STORM_LINES_MAX; i++) {
        const StormLine *line = &storm->lines[i];
        if (line->peer && !line->lost && !storm_line_is_quiet(line)) return false;
    }
    return true;
}

static bool everybody_is_current(Storm *storm) {
    if (!wait_for(storm, BACK_MS, all_back)) return false;
    tell_who_is_missing(storm);
    if (!wait_for(storm, CALM_MS, all_quiet)) return false;
    if (!all_quiet(storm)) storm_fail(storm, "something is still on its way");
    storm_check_all(storm);
    for (int32_t i = 0; i < storm->persons_count; i++)
        storm_person_ask_all(storm, i);
    if (!wait_for(storm, CALM_MS, all_quiet)) return false;
    storm_check_anew(storm);
    return storm->result->good;
}

static bool is_over(const Storm *storm) {
    return storm_session(storm)->state.status >= STATUS_DEBRIEF;
}

static bool chief_is_free(const Storm *storm) { return storm->persons[0].open_count == 0; }

// The facilitator leads it to its end, whatever stands in the way.
static bool reach_the_end(Storm *storm) {
    for (int32_t i = 0; i < NEXTS_MAX && !is_over(storm); i++) {
        const State *state = &storm_session(storm)->state;
        bool lobby = state->status == STATUS_LOBBY;
        bool care = care_is_due(storm->party);
        const char *line = care            ? "care"
                           : lobby         ? "start now"
                           : state->paused ? "resume"
                                           : "next";
        (void)storm_chief_say(storm, 0, line);
        if (!wait_for(storm, CALM_MS, chief_is_free)) return false;
    }
    if (!is_over(storm)) {
        const State *state = &storm_session(storm)->state;
        storm_fail(storm, "the session cannot reach its end: status %d, round %d, phase %d",
                state->status, state->round, state->phase);
    }
    return wait_for(storm, CALM_MS, all_quiet) && storm->result->good;
}

// ---- the whole -------------------------------------------------------------------------------------------------

static void begin(Storm *storm) {
    const StormConfig *config = storm->config;
    storm->ways = rng_seed(config->seed, 1);
    storm->people = rng_seed(config->seed, 2);
    storm->chief = rng_seed(config->seed, 3);
    storm->secrets = rng_seed(config->seed, 4);
    storm->weather = rng_seed(config->seed, 5);
    storm->disk = rng_seed(config->seed, 6);
    storm->writes_late = storm_draw(&storm->disk, 3) > 0;
    storm->now_ms = 1000;
    storm->wall_ms = WALL_START * INT64_C(1000);
    storm->closes_late = storm_draw(&storm->ways, 2);
    storm->masks = rng_seed(config->seed, 7);
    storm->in_bytes = config->bytes == STORM_BYTES_DRAWN
                              ? storm_draw(&storm->masks, 3) == 0
                              : config->bytes == STORM_BYTES_ALWAYS;
    storm->closes_late |= storm->in_bytes; // as sockets do
    storm->result->in_bytes = storm->in_bytes;
    storm->result->pack = storm_draw(&storm->people, config->packs_count);
    storm->scenario = config->packs[storm->result->pack];
    storm->script = (ScriptHooks){.machines = storm->scenario->machines,
            .function_machine = storm->scenario->function_machine,
            .function_number = storm->scenario->function_number};
    storm_hook_begin(storm);
    storm->language = say_source(storm->scenario->def);
    storm->codes[0] = "en";
    storm->actions = calloc(STORM_ACTIONS, sizeof *storm->actions);
    ASSERT(storm->actions != NULL);
    power_begin(config->power, POWER_GOES_ON, 0);
    storm_person_make(storm);
}

static void play(Storm *storm) {
    if (!storm_host_create(storm)) return;
    for (; storm->step < storm->config->steps; storm->step++) {
        weather(storm);
        if (!storm->dead && storm->result->good) lull(storm);
        if (!lives(storm) || !step(storm, 1 + storm_draw(&storm->ways, STEP_MS))) return;
    }
    if (calm_down(storm) && everybody_is_current(storm) && reach_the_end(storm))
        storm_check_all(storm);
}

static int remove_one(
        const char *path, const struct stat *info, int kind, struct FTW *where) {
    (void)info;
    (void)kind;
    (void)where;
    return remove(path);
}

static bool make_folder(Storm *storm) {
    snprintf(storm->folder, sizeof storm->folder, "%.150s/storm-XXXXXX",
            storm->config->folder);
    if (mkdtemp(storm->folder)) return true;
    storm_fail(storm, "no folder in %s", storm->config->folder);
    return false;
}

void storm_run(const StormConfig *config, StormResult *result) {
    Storm *storm = calloc(1, sizeof *storm);
    ASSERT(storm != NULL);
    *result = (StormResult){.good = true};
    if (config->plan)
        result->plan = *config->plan;
    else
        storm_plan_draw(config->seed, config->steps, &result->plan);
    storm->config = config;
    storm->result = result;
    begin(storm);
    if (make_folder(storm)) play(storm);
    result->lasted_ms = storm->now_ms;
    storm_host_close(storm);
    (void)nftw(storm->folder, remove_one, FILES_OPEN, FTW_DEPTH | FTW_PHYS);
    memcpy(&result->digest, storm->head.bytes, sizeof result->digest);
    storm_person_free(storm);
    region_clear(&storm->fresh.region);
    buffer_free(&storm->text);
    free(storm->actions);
    free(storm);
}
