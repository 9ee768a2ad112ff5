// session/timeline.c — goes back and forth between batches; what a rewind leaves behind waits in a branch. Never: erases a batch.
#include "session/timeline.h"
#include "rules/fold.h"
#include "session/record.h"
#include "session/turned.h"
#include <stdlib.h>
#include <string.h>

static const Mark *mark_of(const Session *session, int32_t seq) {
    ASSERT(seq >= 0 && seq < session->marks_count);
    return &session->marks[seq];
}

static Mark *next_mark(Session *session) {
    if (session->marks_count == session->marks_capacity) {
        int32_t capacity = session->marks_capacity ? 2 * session->marks_capacity : 64;
        Mark *grown = realloc(session->marks, (size_t)capacity * sizeof *grown);
        ASSERT(grown != NULL);
        session->marks = grown;
        session->marks_capacity = capacity;
    }
    return &session->marks[session->marks_count++];
}

// The clock running out closes a step like anybody's act.
static bool is_act(const Session *session, const Command *command) {
    switch (command->kind) {
    case COMMAND_START:
    case COMMAND_ADVANCE:
    case COMMAND_CLOCK:
    case COMMAND_SLOWEST:
    case COMMAND_SKIP:
    case COMMAND_FINISH:
    case COMMAND_PILOT:
    case COMMAND_HAPPEN:
    case COMMAND_ADJUST:
    case COMMAND_KNOB:
    case COMMAND_RETIRE: return true;
    case COMMAND_SEAT_BACK:
    case COMMAND_OBJECT_AWAY: return false;
    default: break;
    }
    if (command->kind == COMMAND_CHOOSE && command->actor == NONE) return true;
    if (command_is_console((CommandKind)command->kind) || command->actor >= ACTORS_MAX)
        return false;
    return command->by == SENT_BY_CONSOLE
           || session->state.seat_by[command->actor] == BY_PERSON;
}

bool timeline_is_rewind(const Command *command) {
    return command->kind == COMMAND_UNDO || command->kind == COMMAND_REWIND
           || command->kind == COMMAND_TO;
}

void timeline_begin(Session *session) {
    *next_mark(session) = (Mark){.parent = -1, .on = 1};
}

void timeline_mark(Session *session, const Command *command, bool accepted,
        uint32_t game_ms, int32_t first) {
    bool back = accepted && timeline_is_rewind(command);
    int32_t before = session->marks_count - 1;
    Mark mark = {.parent = back ? session->fresh_to : before,
            .first = first,
            .count = session->ledger.count - first,
            .game_ms = game_ms,
            .act = accepted && is_act(session, command),
            .on = 1};
    *next_mark(session) = mark;
}

// ---- the clock ---------------------------------------------------------------------------------------------

static int64_t real_now(const Session *session) {
    return session->clock.now_ms ? session->clock.now_ms(session->clock.context) : 0;
}

uint32_t session_now(const Session *session) {
    if (session->frozen) return session->game_base_ms;
    int64_t gone = real_now(session) - session->real_base_ms;
    return session->game_base_ms + (uint32_t)(gone > 0 ? gone : 0);
}

void timeline_tick(Session *session, uint32_t game_ms, bool paused) {
    session->game_base_ms = game_ms;
    session->real_base_ms = real_now(session);
    session->frozen = paused;
}

uint32_t timeline_time(const Session *session, int32_t seq) {
    return mark_of(session, seq)->game_ms;
}

// ---- where a rewind leads ----------------------------------------------------------------------------------

// Before the last n acts of the present timeline, -1 when there are fewer.
static int32_t before_acts(const Session *session, int32_t n) {
    for (int32_t seq = session->marks_count - 1; seq > 0;
            seq = mark_of(session, seq)->parent) {
        const Mark *mark = mark_of(session, seq);
        if (mark->act && --n == 0) return mark->parent;
    }
    return -1;
}

// After the end round and phase stay as they were then.
static int32_t order_of(const State *state) {
    if (state->status < STATUS_RUNNING) return 0;
    return state->round * PHASES_MAX + state->phase;
}

// Where the phase began; where it passed by in the middle of a batch, the last step before it.
static int32_t begin_of(const Session *session, int32_t round, int32_t phase) {
    int32_t wanted = round * PHASES_MAX + phase, found = -1;
    if (wanted > order_of(&session->state)) return -1;
    for (int32_t i = 0; i < session->snapshots_count; i++) {
        int32_t order = order_of(session->snapshots[i].state);
        if (order > wanted) break;
        found = (int32_t)session->snapshots[i].seq;
        if (order == wanted) break;
    }
    return found;
}

static int32_t leads_to(const Session *session, const Command *command) {
    switch (command->kind) {
    case COMMAND_UNDO:
        return before_acts(session, command->a > 0 && command->a != NONE ? command->a : 1);
    case COMMAND_REWIND: return begin_of(session, command->a, command->b);
    case COMMAND_TO: return command->a < session->marks_count ? command->a : -1;
    default: return -1;
    }
}

CommandStamp timeline_stamp(const Session *session, const Command *command, bool person) {
    return (CommandStamp){.person = person,
            .game_ms = session_now(session),
            .seq = (int32_t)session_newest_seq(session),
            .to = leads_to(session, command)};
}

// ---- states of the past ------------------------------------------------------------------------------------

static const Event *events_of(const Session *session, const Mark *mark) {
    const EventList *list =
            mark->branch ? &session->branches[mark->branch - 1] : &session->ledger;
    return list->items + mark->first;
}

// The last batch before this one, or itself, that is on the present timeline.
static int32_t fork_of(const Session *session, int32_t seq) {
    while (!mark_of(session, seq)->on)
        seq = mark_of(session, seq)->parent;
    return seq;
}

static int32_t end_of(const Session *session, int32_t seq) {
    const Mark *mark = mark_of(session, seq);
    return mark->first + mark->count;
}

static const Snapshot *snapshot_before(const Session *session, int32_t seq) {
    const Snapshot *found = &session->snapshots[0];
    for (int32_t i = 0; i < session->snapshots_count; i++) {
        if (session->snapshots[i].seq <= seq) found = &session->snapshots[i];
    }
    return found;
}

// The State after a batch of the present timeline.
static void state_on(const Session *session, int32_t seq, State *out) {
    const Snapshot *from = snapshot_before(session, seq);
    *out = *from->state;
    for (int32_t i = from->events_count; i < end_of(session, seq); i++)
        fold_event(session->def, out, &session->ledger.items[i]);
}

// Batches after the fork up to `to`, newest first. Returns how many; the list is the caller's to free.
static int32_t path_from(const Session *session, int32_t fork, int32_t to, int32_t **out) {
    int32_t count = 0, *path = calloc((size_t)session->marks_count, sizeof *path);
    ASSERT(path != NULL);
    for (int32_t seq = to; seq != fork; seq = mark_of(session, seq)->parent)
        path[count++] = seq;
    *out = path;
    return count;
}

void timeline_state(const Session *session, int32_t to, State *out) {
    int32_t *path = NULL, fork = fork_of(session, to);
    int32_t count = path_from(session, fork, to, &path);
    state_on(session, fork, out);
    while (count-- > 0) {
        const Mark *mark = mark_of(session, path[count]);
        const Event *events = events_of(session, mark);
        for (int32_t i = 0; i < mark->count; i++)
            fold_event(session->def, out, &events[i]);
    }
    free(path);
}

int32_t timeline_end(const Session *session, int32_t seq) {
    return end_of(session, fork_of(session, seq));
}

// ---- going -------------------------------------------------------------------------------------------------

static void keep_branch(Session *session, int32_t fork, int32_t keep) {
    EventList branch = {0};
    for (int32_t i = keep; i < session->ledger.count; i++)
        event_list_push(&branch, &session->ledger.items[i]);
    size_t size = (size_t)(session->branches_count + 1) * sizeof branch;
    EventList *grown = realloc(session->branches, size);
    ASSERT(grown != NULL);
    session->branches = grown;
    session->branches[session->branches_count++] = branch;
    for (int32_t seq = fork + 1; seq < session->marks_count; seq++) {
        Mark *mark = &session->marks[seq];
        if (!mark->on) continue;
        mark->on = 0;
        mark->branch = (int16_t)session->branches_count;
        mark->first -= keep;
    }
}

static void cut(Session *session, int32_t fork) {
    int32_t keep = end_of(session, fork);
    state_on(session, fork, &session->state);
    keep_branch(session, fork, keep);
    session->ledger.count = keep;
    turned_again(session);
    while (session->snapshots_count > 1
            && session->snapshots[session->snapshots_count - 1].seq > fork)
        free(session->snapshots[--session->snapshots_count].state);
    for (int32_t i = 0; i < ACTORS_MAX; i++)
        session->looked[i] = core_min(session->looked[i], keep);
}

// A batch of a branch is on the timeline again.
static void walk(Session *session, int32_t seq) {
    Mark *mark = &session->marks[seq];
    const Event *events = events_of(session, mark);
    int32_t first = session->ledger.count;
    EventList list = {.items = (Event *)(uintptr_t)events, .count = mark->count};
    session_retake(session, seq, &list);
    *mark = (Mark){.parent = mark->parent,
            .first = first,
            .count = mark->count,
            .game_ms = mark->game_ms,
            .act = mark->act,
            .on = 1};
}

void timeline_go(Session *session, int32_t to) {
    int32_t *path = NULL, fork = fork_of(session, to);
    int32_t count = path_from(session, fork, to, &path);
    cut(session, fork);
    while (count-- > 0)
        walk(session, path[count]);
    free(path);
    session->fresh_to = to;
    session->rewinds++;
}

void timeline_free(Session *session) {
    for (int32_t i = 0; i < session->branches_count; i++)
        event_list_free(&session->branches[i]);
    free(session->branches);
    free(session->marks);
}
