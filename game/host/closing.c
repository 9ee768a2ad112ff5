// host/closing.c — the hour a session was closed, as a fact beside its record. Never: a part of the chain; erases anything.
#include "host/closing.h"
#include "host/guest.h"
#include <stdio.h>
#include <stdlib.h>

enum { DIGITS = 24, STAMP = 40 };

static int64_t kept(const Journal *journal) {
    Region region = {0};
    Bytes value = {0};
    Err ignored = {0};
    char digits[DIGITS] = "";
    if (journal->fact_get(journal->self, "closed_ms", &value, &region, &ignored)
            && value.length < sizeof digits)
        snprintf(
                digits, sizeof digits, "%.*s", (int)value.length, (const char *)value.data);
    region_clear(&region);
    return strtoll(digits, NULL, 10);
}

int32_t closing_days(const Journal *journal, int64_t wall_ms, char *stamp) {
    enum { DAY_MS = 24 * 3600 * 1000 };
    int64_t closed = kept(journal);
    if (!clock_stamp(closed, stamp, STAMP) || wall_ms < closed) return -1;
    return (int32_t)((wall_ms - closed) / DAY_MS);
}

void closing_note(Party *party) {
    const Session *session = party_session(party);
    const Journal *journal = &session->journal;
    char digits[DIGITS];
    Err ignored = {0};
    if (session->state.status != STATUS_CLOSED || party->closed_wall_ms != 0) return;
    if (journal->self) party->closed_wall_ms = kept(journal);
    if (party->closed_wall_ms != 0) return;
    const Clock *clock = &party->seats.clock;
    party->closed_wall_ms = clock->wall_ms(clock->context);
    int length = snprintf(digits, sizeof digits, "%lld", (long long)party->closed_wall_ms);
    if (journal->self)
        (void)!journal->fact_put(journal->self, "closed_ms",
                (Bytes){(const uint8_t *)digits, (size_t)length}, &ignored);
}

bool guest_too_late(
        Hall *hall, const Guest *guest, const Party *party, const Message *message) {
    char stamp[STAMP];
    if (party_session(party)->state.status != STATUS_CLOSED) return false;
    bool known = clock_stamp(party->closed_wall_ms, stamp, sizeof stamp);
    guest_refuse_about(hall, guest, message->cid, known ? "over" : "over_once", stamp);
    return true;
}
