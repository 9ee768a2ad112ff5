// script/trial.h — every function of a pack is called a few times before anybody plays. Never: touches a session.
#ifndef SCRIPT_TRIAL_H
#define SCRIPT_TRIAL_H
#include "script/hooks.h"

// Calls each function at its moment in the first three rounds of a game that has just begun, looking
// at what it remembers. A fault becomes a finding with its place, once for each function. hooks are
// those of the loaded pack. False when there was a finding. Sorts nothing.
bool trial_run(const ScriptHooks *hooks, const Def *def, Diags *diags);

#endif // SCRIPT_TRIAL_H
