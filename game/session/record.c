// session/record.c — the record of a session: append, identify, fold, verify. Never: decides on load.
#include "session/record.h"
#include "rules/decide.h"
#include "rules/fold.h"
#include "wire/event_json.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void put_rng(const Rng *rng, uint8_t out[JOURNAL_RNG_BYTES]) {
    for (int i = 0; i < 8; i++) {
        out[i] = (uint8_t)(rng->state >> (8 * i));
        out[8 + i] = (uint8_t)(rng->stream >> (8 * i));
    }
}

bool record_append(Session *session, const Submission *submission, Verdict verdict, Err *err) {
    buffer_reset(&session->command_json);
    buffer_reset(&session->events_json);
    command_json_write(&submission->command, &session->command_json);
    event_json_write(session->def, session->fresh.items, session->fresh.count, &session->events_json);
    const Clock *clock = &session->clock;
    Batch batch = {.seq = session->seq + 1, .rules = SESSION_RULES, .format = SESSION_FORMAT,
            .source = submission->source, .device = submission->device,
            .command = {(const uint8_t *)session->command_json.data, session->command_json.length},
            .events = {(const uint8_t *)session->events_json.data, session->events_json.length},
            .digest = state_digest(session->def, &session->scratch)};
    batch.at_ms = clock->wall_ms ? clock->wall_ms(clock->context) : 0;
    batch.game_ms = clock->now_ms ? clock->now_ms(clock->context) : 0;
    snprintf(batch.action, sizeof batch.action, "%s", submission->action ? submission->action : "");
    snprintf(batch.verdict, sizeof batch.verdict, "%s", verdict_code((VerdictCode)verdict.code));
    put_rng(&session->scratch.rng, batch.rng);
    return session->journal.append(session->journal.self, &batch, 1, err);
}

static bool put_text(Session *session, const char *key, const char *text, Err *err) {
    return session->journal.meta_put(session->journal.self, key, (Bytes){(const uint8_t *)text, strlen(text)}, err);
}

static bool identify_new(Session *session, Err *err) {
    char hash[2 * DIGEST_BYTES + 1], seed[32];
    digest_hex(&session->def->hash, hash);
    snprintf(seed, sizeof seed, "%llu", (unsigned long long)session->seed);
    return put_text(session, "pack", def_text(session->def, session->def->id), err)
            && put_text(session, "pack_version", def_text(session->def, session->def->version), err)
            && put_text(session, "pack_hash", hash, err) && put_text(session, "seed", seed, err);
}

static bool wrong_pack(const char *found, const Session *session, Err *err) {
    err_set(err, ERR_DAMAGED, "This session plays the pack \"%s\"; the pack given is \"%s\" or has changed since.",
            found, def_text(session->def, session->def->id));
    return err_fix(err, "open it with the pack it was started with, or start a new session.");
}

bool record_identify(Session *session, Err *err) {
    Region region = {0};
    Bytes value = {0};
    Journal *journal = &session->journal;
    bool known = journal->meta_get(journal->self, &region, "seed", &value, err);
    bool good = known || identify_new(session, err);
    if (known) {
        session->seed = strtoull((const char *)value.data, NULL, 10);
        char hash[2 * DIGEST_BYTES + 1];
        digest_hex(&session->def->hash, hash);
        Bytes kept = {0}, pack = {0};
        good = journal->meta_get(journal->self, &region, "pack_hash", &kept, err)
                && journal->meta_get(journal->self, &region, "pack", &pack, err);
        if (good && (kept.length != strlen(hash) || memcmp(kept.data, hash, kept.length) != 0)) {
            char *name = region_copy_text(&region, (const char *)pack.data, pack.length);
            good = wrong_pack(name, session, err);
        }
    }
    region_clear(&region);
    return good;
}

typedef struct Reading {
    Session *session;
    Err *err;
    bool good;
} Reading;

static bool differs(const Reading *reading, int64_t seq, const char *how) {
    err_set(reading->err, ERR_DAMAGED, "Batch %lld of this session %s.", (long long)seq, how);
    return err_fix(reading->err, "open the newest backup, or keep this file and report it.");
}

static bool fold_batch(void *context, const Batch *batch) {
    Reading *reading = context;
    Session *session = reading->session;
    Command command;
    session->fresh.count = 0;
    reading->good = command_json_read(batch->command, &command, reading->err)
            && event_json_read(session->def, batch->events, &session->fresh, reading->err);
    if (!reading->good) return false;
    session->seq = batch->seq;
    Verdict verdict = verdict_no(verdict_of_code(batch->verdict));
    if (strcmp(batch->verdict, "ok") == 0) session_take(session, &session->fresh);
    else session_note_refusal(session, &command, verdict);
    bool same = state_digest(session->def, &session->state) == batch->digest;
    if (!same) reading->good = differs(reading, batch->seq, "does not fold to the state that was recorded");
    return reading->good;
}

bool record_fold(Session *session, Err *err) {
    Reading reading = {.session = session, .err = err, .good = true};
    bool read = session->journal.read(session->journal.self, 1, fold_batch, &reading, err);
    return read && reading.good;
}

static bool decide_batch(void *context, const Batch *batch) {
    Reading *reading = context;
    Session *session = reading->session;
    Command command;
    reading->good = command_json_read(batch->command, &command, reading->err);
    if (!reading->good) return false;
    session->fresh.count = 0;
    Txn txn = {.def = session->def, .state = &session->scratch, .events = &session->fresh,
            .hooks = session->hooks, .book = &session->book, .result = &session->result};
    Verdict verdict = decide(&txn, &command);
    if (verdict.code != VERDICT_OK) session->scratch = session->state;
    else session->state = session->scratch;
    session->seq = batch->seq;
    if (strcmp(verdict_code((VerdictCode)verdict.code), batch->verdict) != 0) {
        reading->good = differs(reading, batch->seq, "is judged differently now");
    } else if (state_digest(session->def, &session->scratch) != batch->digest) {
        reading->good = differs(reading, batch->seq, "is decided differently now");
    }
    return reading->good;
}

bool session_verify(const SessionConfig *config, int64_t *batches, Err *err) {
    Session *session = calloc(1, sizeof *session);
    ASSERT(session != NULL);
    session->def = config->def;
    session->hooks = config->hooks;
    session->journal = config->journal;
    bool good = config->journal.verify(config->journal.self, err) && record_identify(session, err);
    if (good) {
        fold_begin(session->def, &session->state, session->seed);
        session->scratch = session->state;
        Reading reading = {.session = session, .err = err, .good = true};
        good = config->journal.read(config->journal.self, 1, decide_batch, &reading, err) && reading.good;
    }
    *batches = session->seq;
    session->journal.self = NULL;
    session_close(session);
    return good;
}
