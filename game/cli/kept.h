// cli/kept.h — what a session plays, loaded from the bytes its own file keeps. Never: writes to it.
#ifndef CLI_KEPT_H
#define CLI_KEPT_H
#include "cli/places.h"
#include "session/journal.h"

// The hashes of the packs of a scenario, the case first, as the fact "packs" of a session.
const char *kept_packs(const Scenario *scenario, Region *region);
// As places_load, but from the session: a pack that was changed or deleted since does not matter.
// Sessions of earlier versions did not say what they keep; for them the pack is looked up by name.
MUST_USE bool kept_load(const Places *places, const Journal *journal, const char *pack,
        Scenario *out, Diags *diags, Err *err);

#endif // CLI_KEPT_H
