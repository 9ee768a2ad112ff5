// sim/storm_plan.c — which faults a seed brings and when, and the search for the few of them that matter. Never: plays.
#include "sim/storm_parts.h"

const char *storm_kind_name(StormKind kind) {
    static const char *const names[STORM_KINDS] = {
            [STORM_NOTHING] = "",
#define STORM(id, name, help) [STORM_##id] = name,
#include "sim/storm.def"
#undef STORM
    };
    return kind < STORM_KINDS ? names[kind] : "";
}

const char *storm_kind_help(StormKind kind) {
    static const char *const helps[STORM_KINDS] = {
            [STORM_NOTHING] = "",
#define STORM(id, name, help) [STORM_##id] = help,
#include "sim/storm.def"
#undef STORM
    };
    return kind < STORM_KINDS ? helps[kind] : "";
}

void storm_plan_draw(uint64_t seed, int32_t steps, StormPlan *plan) {
    Rng rng = rng_seed(seed, 77);
    *plan = (StormPlan){.count = storm_draw(&rng, STORM_FAULTS_MAX - 3)};
    for (int32_t i = 0; i < plan->count; i++)
        plan->faults[i] = (StormFault){.step = storm_draw(&rng, steps),
                .kind = (uint8_t)(1 + storm_draw(&rng, STORM_KINDS - 1)),
                .draw = rng_next(&rng)};
    for (int32_t i = 1; i < plan->count; i++) { // in the order they come
        StormFault one = plan->faults[i];
        int32_t at = i;
        for (; at > 0 && plan->faults[at - 1].step > one.step; at--)
            plan->faults[at] = plan->faults[at - 1];
        plan->faults[at] = one;
    }
}

static StormPlan without(const StormPlan *plan, int32_t from, int32_t count) {
    StormPlan less = {0};
    for (int32_t i = 0; i < plan->count; i++) {
        if (i < from || i >= from + count) less.faults[less.count++] = plan->faults[i];
    }
    return less;
}

void storm_shrink(const StormConfig *config, StormResult *result, int32_t runs) {
    StormConfig less = *config;
    for (int32_t size = core_max(1, result->plan.count / 2); size >= 1; size /= 2) {
        for (int32_t from = 0; from < result->plan.count && runs > 0;) {
            StormPlan plan = without(&result->plan, from, size);
            StormResult again;
            less.plan = &plan;
            less.steps = result->step + 1; // what comes later is not needed to fail
            storm_run(&less, &again);
            runs--;
            if (again.good || again.kind != result->kind)
                from += size;
            else
                *result = again;
        }
    }
}
