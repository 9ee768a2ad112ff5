// store/roster.c — places, devices and consents in a session file. Never: a token or a code in clear.
#include "store/roster.h"
#include "store/claims.h"
#include "store/places.h"
#include "store/rows.h"
#include <stdio.h>
#include <string.h>

static Bytes text_bytes(const char *text) {
    return (Bytes){(const uint8_t *)text, strlen(text)};
}

static void put(void *self, const RosterSeat *seat, const RosterDevice *device) {
    StoreClaim claim = {0};
    if (seat) claim.seat = *seat;
    if (device) claim.device = *device;
    claims_add(self, &claim);
}

static void put_consent(
        void *self, int32_t seat, const char *purpose, bool given, int64_t at_ms) {
    StoreClaim claim = {.seat = {.no = seat}, .given = given, .at_ms = at_ms};
    snprintf(claim.purpose, sizeof claim.purpose, "%s", purpose);
    claims_add(self, &claim);
}

static void put_fact(void *self, const char *key, const char *value) {
    StoreClaim claim = {0};
    ASSERT(!journal_is_fixed(key) && strlen(value) < sizeof claim.value);
    snprintf(claim.fact, sizeof claim.fact, "%s", key);
    snprintf(claim.value, sizeof claim.value, "%s", value);
    claims_add(self, &claim);
}

static bool waits(const void *self) { return ((const Store *)self)->claims_count > 0; }

static bool keep(void *self, Err *err) { return claims_keep(self, err); }

static void lose(void *self) {
    claims_forget(self);
    ((Store *)self)->claims_lost = false;
}

static bool consent(void *self, int32_t seat, const char *purpose, bool given,
        int64_t at_ms, Err *err) {
    Store *store = self;
    if (!sql_writable(store, err)) return false;
    return claims_keep(store, err)
           && places_put_consent(store, seat, purpose, given, at_ms, err);
}

static bool consents(
        void *self, int32_t seat, RosterConsent *out, int32_t *count, Err *err) {
    *count = 0;
    if (!claims_keep(self, err)) return false;
    Query query = sql_query(self, SQL_CONSENT_OF);
    sql_bind_number(&query, 1, seat);
    while (*count < ROSTER_CONSENTS_MAX && sql_row(&query)) {
        Bytes purpose = sql_bytes(&query, 0);
        RosterConsent *one = &out[*count];
        if (purpose.length >= sizeof one->purpose) continue;
        *one = (RosterConsent){.given = sql_number(&query, 1) != 0};
        memcpy(one->purpose, purpose.data ? (const void *)purpose.data : "",
                purpose.length);
        (*count)++;
    }
    return sql_end(&query, err);
}

static bool draft(void *self, int32_t seat, const char *key, const char *text,
        int64_t at_ms, Err *err) {
    Store *store = self;
    if (!sql_writable(store, err)) return false;
    Query query = sql_query(store, *text ? SQL_DRAFT_PUT : SQL_DRAFT_CUT);
    sql_bind_number(&query, 1, seat);
    sql_bind_text(&query, 2, text_bytes(key));
    if (*text) {
        sql_bind_text(&query, 3, text_bytes(text));
        sql_bind_number(&query, 4, at_ms);
    }
    return sql_run(&query, err);
}

static bool drafts(void *self, int32_t seat, RosterDraft *out, int32_t *count,
        Region *region, Err *err) {
    Query query = sql_query(self, SQL_DRAFT_OF);
    sql_bind_number(&query, 1, seat);
    *count = 0;
    while (*count < ROSTER_DRAFTS_MAX && sql_row(&query)) {
        out[(*count)++] =
                (RosterDraft){(const char *)rows_keep(sql_bytes(&query, 0), region).data,
                        (const char *)rows_keep(sql_bytes(&query, 1), region).data};
    }
    return sql_end(&query, err);
}

static bool drop(Store *store, Statement statement, int32_t seat, Err *err) {
    Query query = sql_query(store, statement);
    sql_bind_number(&query, 1, seat);
    return sql_run(&query, err);
}

static bool forget(void *self, int32_t seat, Err *err) {
    Store *store = self;
    if (!sql_writable(store, err) || !claims_keep(store, err) || !sql_begin(store, err))
        return false;
    if (drop(store, SQL_CONSENT_DROP, seat, err) && drop(store, SQL_DRAFT_DROP, seat, err)
            && sql_commit(store, err)) {
        return true;
    }
    sql_rollback(store);
    return false;
}

static bool read_seat(const Query *row, RosterSeat *seat) {
    Bytes lang = sql_bytes(row, 2);
    *seat = (RosterSeat){.made_ms = sql_number(row, 3)};
    if (lang.length >= sizeof seat->lang) return false;
    memcpy(seat->lang, lang.data ? (const void *)lang.data : "", lang.length);
    return sql_small(row, 0, &seat->no) && sql_digest(row, 1, &seat->code) && seat->no >= 1
           && seat->no <= SEATS_MAX;
}

static bool read_device(const Query *row, RosterDevice *device) {
    *device = (RosterDevice){.seen_ms = sql_number(row, 4), .revoked = sql_number(row, 5)};
    return sql_small(row, 0, &device->no) && sql_small(row, 1, &device->seat)
           && sql_digest(row, 2, &device->token) && sql_digest(row, 3, &device->claim)
           && device->seat >= 1 && device->seat <= SEATS_MAX;
}

static bool read_seats(Store *store, RosterSeat *seats, int32_t *count, Err *err) {
    bool sound = true;
    *count = 0;
    Query query = sql_query(store, SQL_SEAT_ALL);
    while (sound && *count < SEATS_MAX && sql_row(&query))
        sound = read_seat(&query, &seats[(*count)++]);
    return sql_end(&query, err)
           && (sound || sql_damaged(store, err, "the list of places was changed"));
}

static bool read_devices(Store *store, RosterDevice *devices, int32_t *count, Err *err) {
    bool sound = true;
    *count = 0;
    Query query = sql_query(store, SQL_DEVICE_ALL);
    while (sound && *count < ROSTER_DEVICES_MAX && sql_row(&query))
        sound = read_device(&query, &devices[(*count)++]);
    return sql_end(&query, err)
           && (sound || sql_damaged(store, err, "the list of devices was changed"));
}

static bool read_all(void *self, RosterSeat *seats, int32_t *seats_count,
        RosterDevice *devices, int32_t *devices_count, Err *err) {
    return read_seats(self, seats, seats_count, err)
           && read_devices(self, devices, devices_count, err);
}

Roster store_roster(const Journal *journal) {
    return (Roster){.self = journal->self,
            .put = put,
            .put_consent = put_consent,
            .put_fact = put_fact,
            .waits = waits,
            .keep = keep,
            .lose = lose,
            .consent = consent,
            .consents = consents,
            .draft = draft,
            .drafts = drafts,
            .forget = forget,
            .read = read_all};
}
