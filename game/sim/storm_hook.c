// sim/storm_hook.c — functions of packs between the rules and the script: now and then one fails. Never: calls what it lets fail.
#include "sim/storm_parts.h"

enum { OUT_OF_STEPS = 301 };

static void call(void *context, const Def *def, const State *state, uint16_t rule,
        uint8_t function, const HookMoment *moment, HookResult *result) {
    Storm *storm = context;
    const Hooks *hooks = &storm->script_hooks;
    if (storm->bad_calls == 0) {
        hooks->call(hooks->context, def, state, rule, function, moment, result);
        return;
    }
    storm->bad_calls--;
    storm->result->counts.bad_calls++;
    result->count = 0;
    result->fault = OUT_OF_STEPS;
}

void storm_hook_begin(Storm *storm) {
    storm->script_hooks = script_hooks(&storm->script);
    storm->hooks = (Hooks){storm, call, storm->script_hooks.roll};
}
