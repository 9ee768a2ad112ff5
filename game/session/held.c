// session/held.c — keeps the batches of a turn, writes them together, lets them become the past. Never: acknowledges.
#include "session/held.h"
#include "base/defect.h"
#include "rules/fold.h"
#include "session/own_words.h"
#include "session/record.h"
#include "wire/event_json.h"
#include <stdlib.h>
#include <string.h>

static void put_u64(uint64_t value, uint8_t *out) {
    for (int i = 0; i < 8; i++)
        out[i] = (uint8_t)(value >> (8 * i));
}

static const char *action_of(const Submission *submission) {
    return submission->action ? submission->action : "";
}

static void make_room(Session *session) {
    ASSERT(session->held_count < HELD_MAX);
    if (session->held_count < session->held_capacity) return;
    int32_t capacity = session->held_capacity ? 2 * session->held_capacity : 4;
    Held *grown = realloc(session->held, (size_t)capacity * sizeof *grown);
    ASSERT(grown != NULL);
    session->held = grown;
    session->held_capacity = capacity;
}

static void add_mark(Buffer *command_json, const JournalWords *words) {
    char mark[OWN_WORDS_MARK];
    own_words_mark(&words->commitment, mark);
    command_json->length--; // the closing brace
    buffer_add_text(command_json, mark);
}

void held_add(Session *session, const Submission *submission, const JournalWords *words,
        Verdict verdict) {
    make_room(session);
    const Clock *clock = &session->clock;
    Buffer *bytes = &session->held_bytes;
    Held *held = &session->held[session->held_count++];
    *held = (Held){.command = submission->command,
            .verdict = verdict,
            .source = submission->source,
            .device = submission->device,
            .events_count = session->fresh.count};
    if (words) held->words = *words;
    held->at_ms = clock->wall_ms ? clock->wall_ms(clock->context) : 0;
    held->game_ms = submission->command.stamp.game_ms;
    for (int32_t i = 0; i < session->fresh.count; i++)
        event_list_push(&session->held_events, &session->fresh.items[i]);
    if (!session->journal.self) return;
    size_t start = bytes->length;
    buffer_add_text(bytes, action_of(submission));
    if (DEFECT(DEFECT_TWICE) && action_of(submission)[0])
        buffer_format(bytes, "-%lld", (long long)session->seq);
    held->action_length = bytes->length - start;
    start = bytes->length;
    command_json_write(&submission->command, bytes);
    if (words) add_mark(bytes, words);
    held->command_length = bytes->length - start;
    start = bytes->length;
    event_json_write(session->def, session->fresh.items, session->fresh.count, bytes);
    held->events_length = bytes->length - start;
    put_u64(session->scratch.rng.state, held->rng);
    put_u64(session->scratch.rng.stream, held->rng + 8);
    put_u64(state_digest(session->def, &session->scratch), held->digest);
}

bool held_seen(const Session *session, const Submission *submission, Verdict *verdict) {
    const char *action = action_of(submission), *at = session->held_bytes.data;
    size_t length = strlen(action);
    if (length == 0 || !session->journal.self) return false;
    for (int32_t i = 0; i < session->held_count; i++) {
        const Held *held = &session->held[i];
        bool same = held->device == submission->device && held->action_length == length
                    && memcmp(at, action, length) == 0;
        at += held->action_length + held->command_length + held->events_length;
        if (!same) continue;
        *verdict = verdict_no((VerdictCode)held->verdict.code);
        return true;
    }
    return false;
}

static Bytes take(const uint8_t **at, size_t length) {
    Bytes bytes = {*at, length};
    *at += length;
    return bytes;
}

static JournalBatch batch_of(const Held *held, int64_t seq, const uint8_t **at) {
    const char *code = verdict_code((VerdictCode)held->verdict.code);
    JournalBatch batch = {
            .seq = seq,
            .at_ms = held->at_ms,
            .game_ms = held->game_ms,
            .rules = SESSION_RULES,
            .format = SESSION_FORMAT,
            .source = held->source,
            .device = held->device,
            .verdict = {(const uint8_t *)code, strlen(code)     },
            .rng = {held->rng,             HELD_RNG_BYTES   },
            .digest = {held->digest,          HELD_DIGEST_BYTES}
    };
    batch.action = take(at, held->action_length);
    batch.command = take(at, held->command_length);
    batch.events = take(at, held->events_length);
    return batch;
}

bool held_write(Session *session, Err *err) {
    JournalBatch batches[HELD_MAX];
    JournalWords words[HELD_MAX];
    int32_t words_count = 0;
    const uint8_t *at = (const uint8_t *)session->held_bytes.data;
    if (!session->journal.self) return true;
    for (int32_t i = 0; i < session->held_count; i++) {
        const Held *held = &session->held[i];
        batches[i] = batch_of(held, session->seq + 1 + i, &at);
        if (held->words.id > 0) words[words_count++] = held->words;
    }
    return session->journal.append(
            session->journal.self, batches, session->held_count, words, words_count, err);
}

static void empty(Session *session) {
    session->held_count = 0;
    session->held_events.count = 0;
    if (session->held_bytes.capacity > HELD_BYTES_KEPT)
        buffer_free(&session->held_bytes);
    else if (session->held_bytes.data)
        buffer_reset(&session->held_bytes);
}

void held_take(Session *session) {
    EventList events = {.items = session->held_events.items};
    for (int32_t i = 0; i < session->held_count; i++) {
        const Held *held = &session->held[i];
        session->seq++;
        events.count = held->events_count;
        session_keep(
                session, &held->command, held->verdict, (uint32_t)held->game_ms, &events);
        events.items += held->events_count;
    }
    empty(session);
}

void held_refold(Session *session) {
    session->scratch = session->state;
    for (int32_t i = 0; i < session->held_events.count; i++)
        fold_event(session->def, &session->scratch, &session->held_events.items[i]);
}

void held_keep_clock(Session *session) {
    if (session->held_count > 0) return;
    session->held_game_base_ms = session->game_base_ms;
    session->held_real_base_ms = session->real_base_ms;
    session->held_frozen = session->frozen;
}

static void put_clock_back(Session *session) {
    if (session->held_count == 0) return;
    session->game_base_ms = session->held_game_base_ms;
    session->real_base_ms = session->held_real_base_ms;
    session->frozen = session->held_frozen;
}

void held_drop(Session *session) {
    put_clock_back(session);
    for (int32_t i = 0; i < session->held_count; i++)
        session->words_count -= session->held[i].words.id > 0;
    session->scratch = session->state;
    empty(session);
}

void held_free(Session *session) {
    free(session->held);
    event_list_free(&session->held_events);
    buffer_free(&session->held_bytes);
}
