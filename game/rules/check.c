// rules/check.c — invariants of a State after every batch. Never: repairs one.
#include "rules/check.h"
#include <stdio.h>

static bool wrong(char *what, const char *name, int32_t where) {
    if (what) snprintf(what, 96, "%s at %d is outside its range", name, where);
    return false;
}

// One straight pass over all cells, written so that the compiler can use wide registers.
static bool cells_in_range(const Def *def, const State *state) {
    int32_t bad = 0;
    for (int32_t i = 0; i < def->cells_count; i++) {
        bad |= (state->cell[i] < def->cell_min[i]) | (state->cell[i] > def->cell_max[i]);
    }
    return bad == 0;
}

static bool check_cells(const Def *def, const State *state, char *what) {
    if (cells_in_range(def, state)) return true;
    for (int32_t i = 0; i < def->cells_count; i++) {
        bool good =
                state->cell[i] >= def->cell_min[i] && state->cell[i] <= def->cell_max[i];
        if (!good) return wrong(what, def_text(def, def->tracks[def->cell_track[i]].id), i);
    }
    return true;
}

static bool check_place(const Def *def, const State *state, char *what) {
    if (state->status > STATUS_CLOSED) return wrong(what, "status", state->status);
    if (state->round > def->rounds) return wrong(what, "round", state->round);
    if (state->status == STATUS_RUNNING && state->phase >= def->phases_count)
        return wrong(what, "phase", state->phase);
    if (state->ending != NONE && state->ending >= def->endings_count)
        return wrong(what, "ending", state->ending);
    return true;
}

static bool check_plans(const Def *def, const State *state, char *what) {
    for (int32_t actor = 0; actor < def_count(def, KIND_ACTOR); actor++) {
        if (state->plan_count[actor] > PLAN_MAX) return wrong(what, "plan", actor);
        for (int32_t i = 0; i < state->plan_count[actor]; i++) {
            const Act *act = &state->plan[actor][i];
            if (act->actor != actor || act->move >= def->moves_count)
                return wrong(what, "act", actor);
        }
    }
    return true;
}

static bool check_coalitions(const Def *def, const State *state, char *what) {
    uint32_t all = (1u << def_count(def, KIND_ACTOR)) - 1;
    for (int32_t slot = 0; slot < COALITIONS_MAX; slot++) {
        const Coalition *coalition = &state->coalition[slot];
        if (coalition->members & ~all) return wrong(what, "members", slot);
        bool led = coalition->lead == NONE || ((coalition->members >> coalition->lead) & 1);
        if (coalition->members && !led) return wrong(what, "lead", slot);
    }
    return true;
}

bool state_check(const Def *def, const State *state, char *what) {
    return check_cells(def, state, what) && check_place(def, state, what)
           && check_plans(def, state, what) && check_coalitions(def, state, what);
}
