// session/session.c — submit: judge, decide on scratch, record, then acknowledge. Never: lets State run ahead of the record.
#include "session/session.h"
#include "rules/check.h"
#include "rules/decide.h"
#include "rules/fold.h"
#include "session/held.h"
#include "session/own_words.h"
#include "session/record.h"
#include "session/timeline.h"
#include "session/turned.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void keep_snapshot(Session *session, int64_t seq) {
    if (session->snapshots_count == session->snapshots_capacity) {
        int32_t capacity =
                session->snapshots_capacity ? 2 * session->snapshots_capacity : 32;
        Snapshot *grown = realloc(session->snapshots, (size_t)capacity * sizeof *grown);
        ASSERT(grown != NULL);
        session->snapshots = grown;
        session->snapshots_capacity = capacity;
    }
    State *copy = malloc(sizeof *copy);
    ASSERT(copy != NULL);
    *copy = session->state;
    session->snapshots[session->snapshots_count++] =
            (Snapshot){.seq = seq, .events_count = session->ledger.count, .state = copy};
}

typedef struct Where {
    int32_t status, round, phase, sub;
} Where;

static Where where_is(const State *state) {
    return (Where){state->status, state->round, state->phase, state->sub};
}

static bool same_step(Where a, Where b) {
    return a.status == b.status && a.round == b.round && a.phase == b.phase
           && a.sub == b.sub;
}

void session_retake(Session *session, int64_t seq, const EventList *events) {
    State *state = &session->state;
    Where before = where_is(state);
    for (int32_t i = 0; i < events->count; i++) {
        fold_event(session->def, state, &events->items[i]);
        turned_take(session, &events->items[i]);
        *event_list_add(&session->ledger) = events->items[i];
        const Event *event = &events->items[i];
        if (event->kind == EVENT_DONE && event->a)
            session->looked[event->actor] = session->ledger.count;
    }
    if (!same_step(before, where_is(state))) keep_snapshot(session, seq);
}

// The accepted batch becomes the past: State follows by folding the same events. A rewind leads
// to its place first; what it says after that is about people and settings.
static void take(Session *session, const EventList *events) {
    for (int32_t i = 0; i < events->count; i++) {
        const Event *event = &events->items[i];
        bool there = event->kind == EVENT_REWOUND && event->a >= 0
                     && event->a < session->marks_count;
        if (there) timeline_go(session, event->a);
        people_take(&session->people, session->seq, event);
    }
    session_retake(session, session->seq, events);
}

// Attempts that were closed out are debrief material: the ledger has them, State does not.
static void note_refusal(Session *session, const Command *command, Verdict verdict) {
    Event event = {.kind = EVENT_REFUSED,
            .actor = command->actor,
            .round = session->state.round,
            .phase = session->state.phase,
            .cell = UINT16_MAX,
            .flags = EVENT_SECRET};
    event.a = (int16_t)verdict.code; // what was needed and there is not in the record
    if (command->kind == COMMAND_ACT) event.act = command->act;
    *event_list_add(&session->ledger) = event;
}

void session_keep(Session *session, const Command *command, Verdict verdict,
        uint32_t game_ms, const EventList *events) {
    bool accepted = verdict.code == VERDICT_OK;
    bool back = accepted && timeline_is_rewind(command);
    int32_t first = session->ledger.count;
    if (accepted)
        take(session, events);
    else
        note_refusal(session, command, verdict);
    if (back) first = session->ledger.count - events->count;
    timeline_mark(session, command, accepted, game_ms, first);
}

static Txn begin(Session *session) {
    session->fresh.count = 0;
    return (Txn){.def = session->def,
            .state = &session->scratch,
            .events = &session->fresh,
            .hooks = session->hooks,
            .book = &session->book,
            .result = &session->result};
}

static bool fail(Session *session, Err *err) {
    held_drop(session);
    session->read_only = true;
    if (err) session->failure = *err;
    return false;
}

static void name_context(const Session *session) {
    char text[64];
    snprintf(text, sizeof text, "seq %lld", (long long)session_newest_seq(session) + 1);
    core_context(text);
}

const State *session_newest(const Session *session) { return &session->scratch; }

int64_t session_newest_seq(const Session *session) {
    return session->seq + session->held_count;
}

static bool commit(Session *session, Err *err) {
    if (session->held_count == 0) return true;
    if (!session->written && !held_write(session, err)) return fail(session, err);
    session->written = false;
    held_take(session);
    return true;
}

void session_hold(Session *session) { session->holds = true; }

void session_write(Session *session) {
    if (session->held_count == 0 || session->read_only) return;
    session->written = held_write(session, &session->failure);
    session->read_only = !session->written;
}

bool session_commit(Session *session, Err *err) {
    bool lost = session->holds && session->read_only;
    session->holds = false;
    if (!lost) return commit(session, err);
    *err = session->failure;
    held_drop(session);
    return false;
}

void session_stop(Session *session, Err *err) { (void)fail(session, err); }

bool session_move(Session *session, const char *path, Err *err) {
    held_drop(session);
    if (!session->journal.self || !session->journal.move(session->journal.self, path, err))
        return false;
    session->read_only = session->written = false;
    session->failure = (Err){0};
    return true;
}

// Decides on scratch. A refused command leaves nothing there.
Verdict session_judge(Session *session, const Command *command) {
    Txn txn = begin(session);
    Verdict verdict = decide(&txn, command);
    if (verdict.code == VERDICT_OK && timeline_is_rewind(command))
        timeline_carry(session, &txn, command->stamp.to);
    if (verdict.code != VERDICT_OK && session->fresh.count > 0) held_refold(session);
    if (verdict.code != VERDICT_OK) session->fresh.count = 0;
    char what[96] = "";
    bool possible = state_check(session->def, &session->scratch, what);
    if (!possible) fprintf(stderr, "convene: %s\n", what);
    ASSERT(possible);
    return verdict;
}

static bool seen_before(Session *session, const Submission *submission, bool *seen,
        Verdict *verdict, Err *err) {
    *seen = held_seen(session, submission, verdict);
    return *seen || record_seen(session, submission, seen, verdict, err);
}

bool session_submit(
        Session *session, const Submission *submission, Verdict *verdict, Err *err) {
    if (session->read_only) {
        *err = session->failure;
        return false;
    }
    bool seen = false;
    if (!seen_before(session, submission, &seen, verdict, err)) return fail(session, err);
    if (seen) return true;
    name_context(session);
    Submission asked = *submission;
    JournalWords words = {0};
    bool back = timeline_is_rewind(&asked.command);
    bool alone =
            back
            || asked.command.kind == COMMAND_KNOB; // what follows it is decided on its Def
    if (alone && !commit(session, err)) return false;
    bool worded = own_words_take(session, submission, &asked.command, &words);
    CommandStamp *stamp = &asked.command.stamp;
    *stamp = timeline_stamp(session, &asked.command, submission->device > 0);
    *verdict = session_judge(session, &asked.command);
    bool accepted = verdict->code == VERDICT_OK;
    if (back && accepted) stamp->game_ms = timeline_time(session, stamp->to);
    held_keep_clock(session);
    timeline_tick(session, stamp->game_ms, session->scratch.paused != PAUSED_NOT);
    if (!accepted) own_words_drop(&asked.command);
    worded = worded && accepted;
    held_add(session, &asked, worded ? &words : NULL, *verdict);
    if (worded) own_words_keep(session, &words);
    core_context(NULL);
    bool full = session->held_count == HELD_MAX;
    return (session->holds && !full && !alone) || commit(session, err);
}

bool session_do(Session *session, const Command *command, Verdict *verdict, Err *err) {
    Submission submission = {.command = *command,
            .source = command->actor == NONE ? -1 : command->actor + 1};
    return session_submit(session, &submission, verdict, err);
}

void session_begin(Session *session) {
    fold_begin(session->def, &session->state, session->seed);
    session->scratch = session->state;
    keep_snapshot(session, 0);
    timeline_begin(session);
}

Session *session_open(const SessionConfig *config, Err *err) {
    Session *session = calloc(1, sizeof *session);
    ASSERT(session != NULL);
    session->def = config->def;
    session->hooks = config->hooks;
    session->journal = config->journal;
    session->clock = config->clock;
    session->entropy = config->entropy;
    session->seed = config->seed;
    bool good = !session->journal.self || record_identify(session, err);
    if (good) {
        session_begin(session);
        good = !session->journal.self
               || (record_fold(session, err) && own_words_load(session, err));
    }
    if (!good) {
        session->journal.self = NULL; // the caller's to close
        session_close(session);
        return NULL;
    }
    session->scratch = session->state;
    uint32_t last_ms = timeline_time(session, session->marks_count - 1);
    timeline_tick(session, last_ms, session->state.paused != PAUSED_NOT);
    return session;
}

void session_close(Session *session) {
    if (!session) return;
    if (session->journal.self) session->journal.close(session->journal.self);
    for (int32_t i = 0; i < session->snapshots_count; i++)
        free(session->snapshots[i].state);
    free(session->snapshots);
    timeline_free(session);
    turned_free(session);
    event_list_free(&session->ledger);
    event_list_free(&session->fresh);
    region_clear(&session->words_region);
    held_free(session);
    people_free(&session->people);
    free(session);
}
