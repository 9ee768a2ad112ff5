// store/places.c — a place, a device or a consent becomes a row. Never: a token or a code in clear.
#include "store/places.h"
#include <string.h>

static Bytes text_bytes(const char *text) {
    return (Bytes){(const uint8_t *)text, strlen(text)};
}

static Bytes digest_bytes(const Digest *digest) {
    return (Bytes){digest->bytes, DIGEST_BYTES};
}

bool places_put_seat(Store *store, const RosterSeat *seat, Err *err) {
    Query query = sql_query(store, SQL_SEAT_PUT);
    sql_bind_number(&query, 1, seat->no);
    sql_bind_blob(&query, 2, digest_bytes(&seat->code));
    sql_bind_text(&query, 3, text_bytes(seat->lang));
    sql_bind_number(&query, 4, seat->made_ms);
    return sql_run(&query, err);
}

bool places_put_device(Store *store, const RosterDevice *device, Err *err) {
    Query query = sql_query(store, SQL_DEVICE_PUT);
    sql_bind_number(&query, 1, device->no);
    sql_bind_number(&query, 2, device->seat);
    sql_bind_blob(&query, 3, digest_bytes(&device->token));
    sql_bind_blob(&query, 4, digest_bytes(&device->claim));
    sql_bind_number(&query, 5, device->seen_ms);
    if (device->revoked)
        sql_bind_number(&query, 6, device->seen_ms);
    else
        sql_bind_null(&query, 6);
    return sql_run(&query, err);
}

bool places_put_consent(Store *store, int32_t seat, const char *purpose, bool given,
        int64_t at_ms, Err *err) {
    Query query = sql_query(store, SQL_CONSENT_PUT);
    sql_bind_number(&query, 1, seat);
    sql_bind_text(&query, 2, text_bytes(purpose));
    sql_bind_number(&query, 3, given);
    sql_bind_number(&query, 4, at_ms);
    return sql_run(&query, err);
}
