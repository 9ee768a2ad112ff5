// script/trial.c — calls the functions of a pack in the state a game begins with. Never: touches a session.
#include "script/trial.h"
#include "rules/fold.h"
#include <stdlib.h>

enum { TRIES = 3 };

// A thing the move could point at; none if it points at nothing.
static Thing first_target(const Def *def, const Move *move) {
    for (int32_t kind = 1; kind <= KIND_COALITION; kind++) {
        if (((move->targets >> kind) & 1) && def_count(def, (Kind)kind) > 0) {
            return (Thing){(uint8_t)kind, 0};
        }
    }
    return (Thing){KIND_NONE, NONE};
}

static Act first_act(const Def *def) {
    Act act = {.id = 1, .move = 0, .actor = 0, .arena = NONE};
    act.target = first_target(def, &def->moves[0]);
    act.side = def->moves[0].flags & MOVE_SIDES ? 1 : 0;
    return act;
}

static uint8_t deciding_arena(const Def *def) {
    for (int32_t i = 0; i < def_count(def, KIND_ARENA); i++) {
        if (def->arenas[i].decides != NONE) return (uint8_t)i;
    }
    return def_count(def, KIND_ARENA) > 0 ? 0 : NONE;
}

static int32_t happening_with_choices(const Def *def) {
    for (int32_t i = 0; i < def->happenings_count; i++) {
        if (def->happenings[i].choices_count > 0) return i;
    }
    return -1;
}

// What the rules would tell a function at its moment. False when this pack never comes to it.
static bool moment_of(const Def *def, uint8_t which, const Act *act, HookMoment *moment) {
    *moment = (HookMoment){.moment = which, .arena = NONE};
    if (which == MOMENT_BEFORE_MOVE || which == MOMENT_MOVE_MADE) {
        moment->act = act;
        return def->moves_count > 0;
    }
    if (which == MOMENT_DECISION_MADE || which == MOMENT_MEETING_ENDS) {
        moment->arena = deciding_arena(def);
        moment->passed = which == MOMENT_DECISION_MADE;
        return moment->arena != NONE;
    }
    if (which != MOMENT_HAPPENING_CHOSEN) return true;
    int32_t happening = happening_with_choices(def);
    moment->happening = (uint8_t)happening;
    return happening >= 0;
}

static void tell(const Diag *fault, Diags *diags) {
    Diag *diag = diags_add(diags, fault->code, fault->file, fault->line, fault->column,
            "%s", fault->message);
    DiagSeverity severity = diag->severity;
    *diag = *fault;
    diag->severity = severity;
}

static void step_to(const Def *def, State *state, int32_t round) {
    Event step = {
            .kind = EVENT_STEP, .actor = NONE, .a = STATUS_RUNNING, .b = (int16_t)round};
    fold_event(def, state, &step);
}

// False after the first fault.
static bool try_function(ScriptHooks *hooks, const Def *def, uint16_t rule, State *state,
        HookResult *result, Diags *diags) {
    Hooks table = script_hooks(hooks);
    Act act = first_act(def);
    HookMoment moment;
    if (!moment_of(def, def->rules[rule].moment, &act, &moment)) return true;
    for (int32_t i = 0; i < TRIES; i++) {
        step_to(def, state, core_min(i + 1, core_max(1, def->rounds)));
        table.call(table.context, def, state, rule, def->rules[rule].function, &moment,
                result);
        if (result->fault == 0) continue;
        tell(&hooks->fault, diags);
        return false;
    }
    return true;
}

bool trial_run(const ScriptHooks *hooks, const Def *def, Diags *diags) {
    ScriptHooks own = *hooks;
    own.audit = true;
    State *state = malloc(sizeof *state);
    HookResult *result = malloc(sizeof *result);
    ASSERT(state != NULL && result != NULL);
    fold_begin(def, state, 1);
    bool good = true;
    for (uint16_t rule = 0; rule < def->rules_count; rule++) {
        if (def->rules[rule].function == NONE) continue;
        good = try_function(&own, def, rule, state, result, diags) && good;
    }
    free(state);
    free(result);
    return good;
}
