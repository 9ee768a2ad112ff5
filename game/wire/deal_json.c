// wire/deal_json.c — the text of a deal as the journal keeps it, and back. Never: whether it may be offered (rules/gate_deal.c).
#include "wire/deal_json.h"
#include "base/core.h"
#include <string.h>

enum {
    HEAD = 8,
    GIFT_FIELDS = 4,
    PROMISE_FIELDS = 9,
    PACT_MAX = HEAD + PARTIES_MAX + GIFTS_MAX * GIFT_FIELDS + PROMISES_MAX * PROMISE_FIELDS,
    // Of deals between two, in records before version 3 of the rules.
    OLD_HEAD = 7,
    OLD_PROMISE_FIELDS = 8,
    OLD_FIELDS = OLD_HEAD + 2 * RESOURCES_MAX + PROMISES_MAX * OLD_PROMISE_FIELDS,
};

// ---- deals of two to four ----------------------------------------------------------------------------------------

static int32_t *add_gift(int32_t *n, const Gift *gift) {
    const int32_t fields[GIFT_FIELDS] = {
            gift_giver(gift), gift_taker(gift), gift->resource, gift->amount};
    memcpy(n, fields, sizeof fields);
    return n + GIFT_FIELDS;
}

static int32_t *add_promise(int32_t *n, const Promise *p) {
    const int32_t fields[PROMISE_FIELDS] = {p->kind, p->by, p->what, p->target, p->amount,
            p->due, p->size, p->state, p->marks};
    memcpy(n, fields, sizeof fields);
    return n + PROMISE_FIELDS;
}

void deal_json_write(const Deal *deal, Buffer *out) {
    int32_t parties = core_min(deal->parties, PARTIES_MAX),
            gifts = core_min(deal->gifts_count, GIFTS_MAX),
            promises = core_min(deal->promises_count, PROMISES_MAX);
    int32_t numbers[PACT_MAX] = {deal->state, deal->is_public, deal->round, deal->words,
            deal->accepted, parties, gifts, promises};
    int32_t *n = numbers + HEAD;
    for (int32_t i = 0; i < parties; i++)
        *n++ = deal->party[i];
    for (int32_t i = 0; i < gifts; i++)
        n = add_gift(n, &deal->gifts[i]);
    for (int32_t i = 0; i < promises; i++)
        n = add_promise(n, &deal->promises[i]);
    numbers_write(out, "pact", numbers, (int32_t)(n - numbers));
}

// How many numbers a list of this head has, 0 if no deal is like that.
static size_t length_of(const int32_t *n) {
    static const uint8_t head[HEAD] = {
            FIT_U8, FIT_U8, FIT_U8, FIT_U16, FIT_U8, FIT_U8, FIT_U8, FIT_U8};
    bool good = numbers_fit(n, head, HEAD) && n[5] <= PARTIES_MAX && n[6] <= GIFTS_MAX
                && n[7] <= PROMISES_MAX;
    if (!good) return 0;
    return (size_t)(HEAD + n[5] + n[6] * GIFT_FIELDS + n[7] * PROMISE_FIELDS);
}

static Promise promise_of(const int32_t *n) {
    return (Promise){(uint8_t)n[0], (uint8_t)n[1], (uint8_t)n[2], (uint8_t)n[3],
            (uint8_t)n[4], (uint8_t)n[5], (uint8_t)n[6], (uint8_t)n[7], (uint8_t)n[8]};
}

static bool pact_of(const int32_t *n, Deal *deal) {
    *deal = (Deal){.state = (uint8_t)n[0],
            .is_public = (uint8_t)n[1],
            .round = (uint8_t)n[2],
            .words = (uint16_t)n[3],
            .accepted = (uint8_t)n[4],
            .promises_count = (uint8_t)n[7]};
    int32_t parties = n[5], gifts = n[6];
    n += HEAD;
    for (int32_t i = 0; i < parties; i++)
        deal_join(deal, (uint8_t)*n++);
    for (int32_t i = 0; i < gifts; i++, n += GIFT_FIELDS) {
        bool good = n[3] > 0
                    && deal_give(deal, (uint8_t)n[0], (uint8_t)n[1], (uint8_t)n[2],
                            (uint8_t)n[3]);
        if (!good) return false;
    }
    for (int32_t i = 0; i < deal->promises_count; i++, n += PROMISE_FIELDS)
        deal->promises[i] = promise_of(n);
    return true;
}

static bool read_pact(const json_t *object, Deal *deal) {
    size_t count = json_array_size(json_object_get(object, "pact"));
    int32_t numbers[PACT_MAX];
    if (count < HEAD || count > PACT_MAX
            || !numbers_read(object, "pact", numbers, count, NULL))
        return false;
    return length_of(numbers) == count
           && numbers_fit_all(numbers + HEAD, count - HEAD, FIT_U8)
           && pact_of(numbers, deal);
}

// ---- deals of two, as they were written before -------------------------------------------------------------------

static bool old_fits(const int32_t *n) {
    static const uint8_t head[OLD_HEAD] = {
            FIT_U8, FIT_U8, FIT_U8, FIT_U8, FIT_U8, FIT_U8, FIT_U16};
    return numbers_fit(n, head, OLD_HEAD) && n[5] <= PROMISES_MAX
           && numbers_fit_all(n + OLD_HEAD, OLD_FIELDS - OLD_HEAD, FIT_U8);
}

// All that each of the two gives goes to the other.
static bool old_of(const int32_t *n, Deal *deal) {
    const uint8_t ends[2] = {(uint8_t)n[1], (uint8_t)n[2]};
    *deal = deal_between(ends[0], ends[1]);
    deal->state = (uint8_t)n[0];
    deal->accepted = 1;
    deal->is_public = (uint8_t)n[3];
    deal->round = (uint8_t)n[4];
    deal->promises_count = (uint8_t)n[5];
    deal->words = (uint16_t)n[6];
    n += OLD_HEAD;
    for (int32_t side = 0; side < 2; side++) {
        for (uint8_t r = 0; r < RESOURCES_MAX; r++) {
            if (!deal_give(deal, ends[side], ends[1 - side], r, (uint8_t)*n++))
                return false;
        }
    }
    for (int32_t i = 0; i < PROMISES_MAX; i++, n += OLD_PROMISE_FIELDS) {
        const int32_t fields[PROMISE_FIELDS] = {
                n[0], n[1], n[2], n[3], n[4], n[5], n[6], n[7] & 15, n[7] >> 4};
        deal->promises[i] = promise_of(fields);
    }
    return true;
}

bool deal_json_read(const json_t *object, bool allowed, Deal *deal) {
    if (json_object_get(object, "pact"))
        return allowed && !json_object_get(object, "deal") && read_pact(object, deal);
    int32_t numbers[OLD_FIELDS];
    bool found;
    if (!numbers_read(object, "deal", numbers, OLD_FIELDS, &found)) return false;
    if (!found) return true;
    return allowed && old_fits(numbers) && old_of(numbers, deal);
}
