// store/claims.h — places, devices and consents that wait to be written with the next batches, in one commit. Never: outlives a commit that failed.
#ifndef STORE_CLAIMS_H
#define STORE_CLAIMS_H
#include "session/roster.h"
#include "store/sql.h"

typedef struct StoreClaim {
    RosterSeat seat;     // no 0: none
    RosterDevice device; // the same
    char purpose
            [ROSTER_PURPOSE_BYTES]; // "" = a place and its device; else a consent of this seat
    char fact[ROSTER_FACT_BYTES],
            value[ROSTER_FACT_BYTES]; // "" = one of those above; else a fact of the session
    bool given;
    int64_t at_ms;
} StoreClaim;

void claims_add(Store *store, const StoreClaim *claim);
// Writes all that wait, inside a transaction. They go on waiting until they are forgotten: written or lost.
MUST_USE bool claims_put(Store *store, Err *err);
void claims_forget(Store *store);
// Writes what waits in a transaction of its own; nothing happens when nothing does. Once it failed it goes on failing
// until the store is told that they are lost.
MUST_USE bool claims_keep(Store *store, Err *err);

#endif // STORE_CLAIMS_H
