// session/journal.c — the formulas of the chain, the same for every store and for exported sessions. Never: reads or writes.
#include "session/journal.h"
#include <string.h>

static const char *const FIXED[] = {
        "session", "pack", "plugins", "seed", "rules", "parent"};

bool journal_is_fixed(const char *key) {
    for (size_t i = 0; i < ARRAY_COUNT(FIXED); i++) {
        if (strcmp(FIXED[i], key) == 0) return true;
    }
    return false;
}

static void add_text(DigestStream *stream, const char *text) {
    digest_add_piece(stream, text, strlen(text));
}

static void add_bytes(DigestStream *stream, Bytes bytes) {
    digest_add_piece(stream, bytes.length ? bytes.data : (const uint8_t *)"", bytes.length);
}

// Eight bytes, the lowest first: the same on every machine.
static void add_number(DigestStream *stream, int64_t number) {
    uint8_t bytes[8];
    for (int i = 0; i < 8; i++)
        bytes[i] = (uint8_t)((uint64_t)number >> (8 * i));
    digest_add_piece(stream, bytes, sizeof bytes);
}

static Bytes fact_of(const JournalFact *facts, int32_t facts_count, const char *key) {
    for (int32_t i = 0; i < facts_count; i++) {
        if (strcmp(facts[i].key, key) == 0) return facts[i].value;
    }
    return (Bytes){0};
}

Digest journal_first(const JournalFact *facts, int32_t facts_count) {
    DigestStream stream;
    digest_start(&stream);
    add_text(&stream, "convene/meta/1");
    for (size_t i = 0; i < ARRAY_COUNT(FIXED); i++) {
        add_text(&stream, FIXED[i]);
        add_bytes(&stream, fact_of(facts, facts_count, FIXED[i]));
    }
    return digest_end(&stream);
}

Digest journal_link(const Digest *prev, const JournalBatch *batch) {
    DigestStream stream;
    digest_start(&stream);
    add_text(&stream, "convene/batch/1");
    digest_add_piece(&stream, prev->bytes, DIGEST_BYTES);
    add_number(&stream, batch->seq);
    add_number(&stream, batch->at_ms);
    add_number(&stream, batch->game_ms);
    add_number(&stream, batch->rules);
    add_number(&stream, batch->format);
    add_number(&stream, batch->source);
    add_number(&stream, batch->device);
    add_bytes(&stream, batch->action);
    add_bytes(&stream, batch->command);
    add_bytes(&stream, batch->verdict);
    add_bytes(&stream, batch->events);
    add_bytes(&stream, batch->rng);
    add_bytes(&stream, batch->digest);
    return digest_end(&stream);
}

Digest journal_commitment(const uint8_t salt[JOURNAL_SALT_BYTES], Bytes kind, Bytes text) {
    DigestStream stream;
    digest_start(&stream);
    add_text(&stream, "convene/words/1");
    digest_add_piece(&stream, salt, JOURNAL_SALT_BYTES);
    add_bytes(&stream, kind);
    add_bytes(&stream, text);
    return digest_end(&stream);
}
