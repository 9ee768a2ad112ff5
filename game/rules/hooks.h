// rules/hooks.h — the table through which Lua functions of packs take part. Never: called on load, rewind or report.
#ifndef RULES_HOOKS_H
#define RULES_HOOKS_H
#include "model/command.h"
#include "model/state.h"

// What a function is told beside g: the move, the arena and result of a decision, the choice made.
typedef struct HookMoment {
    uint8_t moment;            // Moment
    const Act *act;            // before_move, move_made
    uint8_t arena, passed;     // decision_made, meeting_ends
    uint8_t happening, choice; // happening_chosen
} HookMoment;

// Changes a function returned, checked and compiled like those of declarations, with constants for
// amounts. Owned by the caller, filled by the hook.
typedef struct HookResult {
    Change changes[CHANGES_OF_A_CALL_MAX];
    int32_t amounts[CHANGES_OF_A_CALL_MAX]; // by, in tenths; used instead of Change.amount
    int32_t count;
    uint16_t refused_text; // before_move: a text id that refuses the move, 0 = none
    uint16_t fault;        // 0 or the number of the fault, 301 for E301
    uint16_t draws;        // draws of this rule after the call
} HookResult;

typedef struct Hooks {
    void *context;
    // Runs one function (index into Def.functions, belonging to Def.rules[rule]). Never changes state.
    void (*call)(void *context, const Def *def, const State *state, uint16_t rule,
            uint8_t function, const HookMoment *moment, HookResult *result);
    // Draws instead of the engine's own, behind roll and g.roll and g.pick: tests bring the draws of
    // another engine. NULL: expr_roll.
    int32_t (*roll)(const State *state, uint16_t rule, uint16_t *draws, int32_t n);
} Hooks;

#endif // RULES_HOOKS_H
