// store/claims.c — a row of what changed about places, put down in the order it came. Never: its own commit where batches make one.
#include "store/claims.h"
#include "store/places.h"
#include "store/rows.h"
#include <stdlib.h>
#include <string.h>

void claims_add(Store *store, const StoreClaim *claim) {
    if (store->claims_count == store->claims_capacity) {
        int32_t capacity = store->claims_capacity ? 2 * store->claims_capacity : 8;
        StoreClaim *grown = realloc(store->claims, (size_t)capacity * sizeof *grown);
        ASSERT(grown != NULL);
        store->claims = grown;
        store->claims_capacity = capacity;
    }
    store->claims[store->claims_count++] = *claim;
}

static bool put(Store *store, const StoreClaim *claim, Err *err) {
    if (claim->fact[0])
        return rows_put_fact(store, claim->fact,
                (Bytes){(const uint8_t *)claim->value, strlen(claim->value)}, err);
    if (claim->purpose[0])
        return places_put_consent(
                store, claim->seat.no, claim->purpose, claim->given, claim->at_ms, err);
    return (!claim->seat.no || places_put_seat(store, &claim->seat, err))
           && (!claim->device.no || places_put_device(store, &claim->device, err));
}

bool claims_put(Store *store, Err *err) {
    for (int32_t i = 0; i < store->claims_count; i++) {
        if (!put(store, &store->claims[i], err)) return false;
    }
    return true;
}

// Many come at once, and rarely: the memory is not kept.
void claims_forget(Store *store) {
    free(store->claims);
    store->claims = NULL;
    store->claims_count = store->claims_capacity = 0;
}

// Anybody's question may be what writes them; who asked for them learns that they are lost all the same.
static bool are_lost(Store *store, Err *err) {
    if (!store->claims_lost) return false;
    if (sql_writable(store, err))
        err_set(err, ERR_SYSTEM, "What changed about places could not be saved.");
    return true;
}

bool claims_keep(Store *store, Err *err) {
    if (are_lost(store, err)) return false;
    if (store->claims_count == 0) return true;
    bool good = sql_writable(store, err) && sql_begin(store, err) && claims_put(store, err)
                && sql_commit(store, err);
    if (!good) sql_rollback(store);
    store->claims_lost = !good;
    claims_forget(store);
    return good;
}
