// script/hooks.h — fills rules/hooks.h: calls the functions of packs and gives back what they change. Never: changes a State.
#ifndef SCRIPT_HOOKS_H
#define SCRIPT_HOOKS_H
#include "rules/hooks.h"
#include "script/audit.h"
#include "script/machine.h"

// The functions of all packs of one session. Zero it, fill the first part, keep it while it is used.
// One thread at a time.
typedef struct ScriptHooks {
    Machine *const *machines;        // borrowed
    const uint8_t *function_machine; // for Def.functions[i]: which machine
    const uint16_t *function_number; // and the number of the function in it
    // Draws instead of the engine's own; NULL: expr_roll.
    int32_t (*roll)(const State *state, uint16_t rule, uint16_t *draws, int32_t n);
    bool fresh; // a new machine for every call: what a function kept shows as another result (E311)
    bool audit; // compare what a function remembers around every call
    // What the last call left.
    Diag fault; // code "" when it went well; the sentence for the facilitator
    uint64_t audited[FUNCTIONS_MAX / 64]; // functions looked at in this round of play
    uint8_t audited_round;
} ScriptHooks;

// The table for the rules; context is hooks.
Hooks script_hooks(ScriptHooks *hooks);

#endif // SCRIPT_HOOKS_H
