// store/places.h — one row each: a place, a device, a consent. Never: a transaction.
#ifndef STORE_PLACES_H
#define STORE_PLACES_H
#include "session/roster.h"
#include "store/sql.h"

MUST_USE bool places_put_seat(Store *store, const RosterSeat *seat, Err *err);
MUST_USE bool places_put_device(Store *store, const RosterDevice *device, Err *err);
MUST_USE bool places_put_consent(Store *store, int32_t seat, const char *purpose,
        bool given, int64_t at_ms, Err *err);

#endif // STORE_PLACES_H
