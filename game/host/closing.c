// host/closing.c — the hour a session was closed, and how long it is kept from then on, as facts beside its record. Never: a part of the chain; erases anything.
#include "host/closing.h"
#include "host/guest.h"
#include <stdio.h>
#include <stdlib.h>

enum { DIGITS = 24, STAMP = 40 };

static int64_t number(const Journal *journal, const char *key, int64_t otherwise) {
    Region region = {0};
    Bytes value = {0};
    Err ignored = {0};
    char digits[DIGITS] = "";
    if (journal->fact_get(journal->self, key, &value, &region, &ignored)
            && value.length < sizeof digits)
        snprintf(
                digits, sizeof digits, "%.*s", (int)value.length, (const char *)value.data);
    region_clear(&region);
    return digits[0] ? strtoll(digits, NULL, 10) : otherwise;
}

static bool put(const Journal *journal, const char *key, int64_t value, Err *err) {
    char digits[DIGITS];
    int length = snprintf(digits, sizeof digits, "%lld", (long long)value);
    Bytes bytes = {(const uint8_t *)digits, (size_t)length};
    return !journal->self || journal->fact_put(journal->self, key, bytes, err);
}

static int64_t kept(const Journal *journal) { return number(journal, "closed_ms", 0); }

int32_t closing_days(const Journal *journal, int64_t wall_ms, char *stamp) {
    enum { DAY_MS = 24 * 3600 * 1000 };
    int64_t closed = kept(journal);
    if (!clock_stamp(closed, stamp, STAMP) || wall_ms < closed) return -1;
    return (int32_t)((wall_ms - closed) / DAY_MS);
}

void closing_note(Party *party) {
    const Session *session = party_session(party);
    const Journal *journal = &session->journal;
    Err ignored = {0};
    if (session->state.status != STATUS_CLOSED || party->closed_wall_ms != 0) return;
    if (journal->self) party->closed_wall_ms = kept(journal);
    if (party->closed_wall_ms != 0) return;
    const Clock *clock = &party->seats.clock;
    party->closed_wall_ms = clock->wall_ms(clock->context);
    (void)!put(journal, "closed_ms", party->closed_wall_ms, &ignored);
}

int32_t closing_keeping(const Journal *journal) {
    return (int32_t)number(journal, "keeping_days", KEEPING_DAYS);
}

bool closing_keep(const Journal *journal, int32_t days, Err *err) {
    return put(journal, "keeping_days", days, err);
}

bool closing_is_over(int32_t days, int32_t keeping) {
    return keeping > 0 && days >= keeping;
}

bool guest_keeping(Hall *hall, Guest *guest, const ConsoleAsk *ask) {
    Err err = {0};
    bool again;
    if (ask->verb != CONSOLE_KEEP) return false;
    int32_t days = ask->value[0];
    Command command = guest_command(COMMAND_KEEPING, days, 0, 0, 0);
    if (!guest_submit(hall, guest, ask->message, &command, "", &again)) return true;
    if (!closing_keep(&party_session(guest->party)->journal, days, &err)) {
        guest_failed(hall, guest, ask->message, &err);
        return true;
    }
    party_touch(guest->party, SECTION_RUN);
    guest_answer(hall, guest, ask->message, again,
            days ? SAY_DID_KEEPING : SAY_DID_KEEPING_ALWAYS, (SayWith){.n = days});
    return true;
}

bool guest_too_late(
        Hall *hall, const Guest *guest, const Party *party, const Message *message) {
    char stamp[STAMP];
    if (party_session(party)->state.status != STATUS_CLOSED) return false;
    bool known = clock_stamp(party->closed_wall_ms, stamp, sizeof stamp);
    guest_refuse_about(hall, guest, message->cid, known ? "over" : "over_once", stamp);
    return true;
}
