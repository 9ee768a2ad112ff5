// rules/effect.h — carries out the changes of packs: numbers are booked, change words are done. Never: judges whether an act is open.
#ifndef RULES_EFFECT_H
#define RULES_EFFECT_H
#include "rules/delta.h"
#include "rules/scope.h"

// Percentages on flagged changes, worked out by who knows the other acts (rules/pressure.c).
typedef struct EffectFactors {
    int32_t standing, own, breadth, repeat, together; // percent; 100 = no change
    int32_t sense; // of every change of a number that is not whole, the last one
} EffectFactors;

typedef struct Effect {
    Scope *scope;
    Cause cause;
    uint8_t flags; // EVENT_ flags for what is booked
    EffectFactors factors;
    const int32_t
            *amounts; // tenths given by a Lua function instead of Change.amount, or NULL
    const int32_t *given; // the one of the change being done; set by effect.c
} Effect;

EffectFactors effect_plain(void);
// Runs a span of Def.changes: numbers go into the book, words happen at once through txn.
void effect_run(Txn *txn, Book *book, Effect *effect, ChangeSpan span);
// The same for changes outside the Def (results of functions).
void effect_run_list(
        Txn *txn, Book *book, Effect *effect, const Change *changes, int32_t count);
// Tenths one change would move, with its factors and sign, for the scope's move; no booking. Used
// for forecasts, repeat ranks and costs.
int32_t effect_amount(Effect *effect, const Change *change);
// Calls use(context, cell) for every cell a change touches.
void effect_cells(const Effect *effect, const Change *change, void (*use)(void *, uint16_t),
        void *context);

#endif // RULES_EFFECT_H
