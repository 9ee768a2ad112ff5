// session/record.c — the record of a session: identify, fold, verify; what was seen before. Never: decides on load.
#include "session/record.h"
#include "session/own_words.h"
#include "session/timeline.h"
#include "wire/event_json.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { DIGEST_FAST_BYTES = 8, READ_AT_ONCE = 16 };

static void put_u64(uint64_t value, uint8_t *out) {
    for (int i = 0; i < 8; i++)
        out[i] = (uint8_t)(value >> (8 * i));
}

static Bytes text_bytes(const char *text) {
    return (Bytes){(const uint8_t *)text, strlen(text)};
}

static VerdictCode code_of(Bytes verdict) {
    char code[32] = "";
    size_t length = verdict.length < sizeof code ? verdict.length : sizeof code - 1;
    if (length > 0) memcpy(code, verdict.data, length);
    return verdict_of_code(code);
}

bool record_seen(const Session *session, const Submission *submission, bool *seen,
        Verdict *verdict, Err *err) {
    const Journal *journal = &session->journal;
    *seen = false;
    if (!journal->self || !submission->action || !*submission->action) return true;
    Region region = {0};
    JournalBatch batch;
    int64_t seq = 0;
    int32_t count = 0;
    bool good = journal->find_action(
            journal->self, submission->device, text_bytes(submission->action), &seq, err);
    if (good && seq > 0)
        good = journal->read(journal->self, seq, &batch, 1, &count, &region, err);
    if (good && count == 1) {
        *seen = true;
        *verdict = verdict_no(code_of(batch.verdict));
    }
    region_clear(&region);
    return good;
}

static bool wrong_pack(const Session *session, Err *err) {
    err_set(err, ERR_DAMAGED,
            "This session was started with another pack than \"%s\" as it is now.",
            def_text(session->def, session->def->id));
    return err_fix(err, "put the pack back as it was, or start a new session.");
}

bool record_identify(Session *session, Err *err) {
    Region region = {0};
    Bytes seed = {0}, hash = {0};
    Journal *journal = &session->journal;
    bool good = journal->fact_get(journal->self, "seed", &seed, &region, err)
                && journal->fact_get(journal->self, "pack", &hash, &region, err);
    if (good && seed.length > 0)
        session->seed = strtoull((const char *)seed.data, NULL, 10);
    char own[2 * DIGEST_BYTES + 1];
    digest_hex(&session->def->hash, own);
    bool same =
            good && hash.length == strlen(own) && memcmp(hash.data, own, hash.length) == 0;
    if (good && !same) good = wrong_pack(session, err);
    region_clear(&region);
    return good;
}

typedef struct Reading {
    Session *session;
    Err *err;
    bool good;
} Reading;

static bool same_text(Bytes bytes, const char *text) {
    return bytes.length == strlen(text) && memcmp(bytes.data, text, bytes.length) == 0;
}

static bool same_digest(Bytes bytes, uint64_t digest) {
    uint8_t own[DIGEST_FAST_BYTES];
    put_u64(digest, own);
    return bytes.length == sizeof own && memcmp(bytes.data, own, sizeof own) == 0;
}

static bool differs(const Reading *reading, int64_t seq, const char *how) {
    err_set(reading->err, ERR_DAMAGED, "Batch %lld of this session %s.", (long long)seq,
            how);
    return err_fix(
            reading->err, "open the newest backup, or keep this file and report it.");
}

// Nobody can know what a later version meant; the chain has shown that the batch is whole.
static bool is_newer(const Reading *reading, const JournalBatch *batch) {
    if (batch->format <= SESSION_FORMAT
            && batch->rules >> SESSION_SIZE_BITS <= SESSION_VERSION) {
        return false;
    }
    err_set(reading->err, ERR_SYSTEM,
            "This session was played with a newer Convene from batch %lld on. Nothing was "
            "changed in it.",
            (long long)batch->seq);
    return !err_fix(reading->err, "open it with that version, or update Convene.");
}

static bool fold_batch(Reading *reading, const JournalBatch *batch) {
    Session *session = reading->session;
    Command command;
    session->fresh.count = 0;
    if (is_newer(reading, batch)) return false;
    bool good =
            command_json_read(batch->command, &command, reading->err)
            && event_json_read(session->def, batch->events, &session->fresh, reading->err);
    if (!good) return false;
    session->seq = batch->seq;
    Verdict verdict = verdict_no(code_of(batch->verdict));
    session_keep(session, &command, verdict, (uint32_t)batch->game_ms, &session->fresh);
    bool same = batch->rules != SESSION_RULES
                || same_digest(batch->digest, state_digest(session->def, &session->state));
    return same
           || differs(reading, batch->seq, "does not fold to the state that was recorded");
}

// Visits every batch in order.
static bool each_batch(Reading *reading, bool (*visit)(Reading *, const JournalBatch *)) {
    Journal *journal = &reading->session->journal;
    JournalBatch batches[READ_AT_ONCE];
    int64_t from = 1;
    int32_t count = 1;
    while (reading->good && count > 0) {
        Region region = {0};
        reading->good = journal->read(
                journal->self, from, batches, READ_AT_ONCE, &count, &region, reading->err);
        for (int32_t i = 0; reading->good && i < count; i++)
            reading->good = visit(reading, &batches[i]);
        from += count;
        region_clear(&region);
    }
    return reading->good;
}

bool record_fold(Session *session, Err *err) {
    Reading reading = {.session = session, .err = err, .good = true};
    return each_batch(&reading, fold_batch);
}

// The words row an accepted batch speaks of is the one it meant. Sessions of earlier versions do not say.
static bool means_its_words(
        Reading *reading, const JournalBatch *batch, const Command *command) {
    Journal *journal = &reading->session->journal;
    Region region = {0};
    JournalWords words = {0};
    char mark[OWN_WORDS_MARK];
    uint16_t id = own_words_id(command);
    Bytes json = batch->command;
    bool says = json.length > OWN_WORDS_MARK && json.data[json.length - 2] == '"';
    if (id == 0 || !says) return true;
    bool good = journal->words_get(journal->self, id, &words, &region, reading->err);
    own_words_mark(&words.commitment, mark);
    size_t length = strlen(mark);
    bool same = memcmp(json.data + json.length - length, mark, length) == 0;
    region_clear(&region);
    if (!good) return false;
    return same || differs(reading, batch->seq, "speaks of other words than are kept");
}

static bool other_rules(const Reading *reading, const JournalBatch *batch) {
    if (batch->rules == SESSION_RULES) return false;
    err_set(reading->err, ERR_SYSTEM,
            "Batch %lld was decided by the rules of another Convene: it can be read, but "
            "not "
            "decided again.",
            (long long)batch->seq);
    return !err_fix(
            reading->err, "leave out --verify, or use the version it was played with.");
}

static bool decide_batch(Reading *reading, const JournalBatch *batch) {
    Session *session = reading->session;
    Command command;
    if (is_newer(reading, batch) || other_rules(reading, batch)) return false;
    bool good = command_json_read(batch->command, &command, reading->err);
    if (!good || !means_its_words(reading, batch, &command)) return false;
    command.stamp = timeline_stamp(session, &command, batch->device > 0);
    if (!timeline_is_rewind(&command)) command.stamp.game_ms = (uint32_t)batch->game_ms;
    Verdict verdict = session_judge(session, &command);
    session->seq = batch->seq;
    session_keep(session, &command, verdict, (uint32_t)batch->game_ms, &session->fresh);
    if (!same_text(batch->verdict, verdict_code((VerdictCode)verdict.code))) {
        return differs(reading, batch->seq, "is judged differently now");
    } else if (!same_digest(batch->digest, state_digest(session->def, &session->scratch))) {
        return differs(reading, batch->seq, "is decided differently now");
    }
    return true;
}

bool session_verify(const SessionConfig *config, int64_t *batches, Err *err) {
    Session *session = calloc(1, sizeof *session);
    ASSERT(session != NULL);
    session->def = config->def;
    session->hooks = config->hooks;
    session->journal = config->journal;
    bool good = config->journal.verify(config->journal.self, err)
                && record_identify(session, err);
    if (good) {
        session_begin(session);
        Reading reading = {.session = session, .err = err, .good = true};
        good = each_batch(&reading, decide_batch);
    }
    *batches = session->seq;
    session->journal.self = NULL;
    session_close(session);
    return good;
}
