// session/preview.c — runs a command on a copy and lists what differs; lists what a rewind would take back. Never: submits.
#include "session/preview.h"
#include "rules/decide.h"
#include "session/timeline.h"
#include "session/view_parts.h"
#include <stdio.h>
#include <stdlib.h>

typedef struct Bench {
    State state;
    EventList events;
    Book book;
    HookResult result;
} Bench;

static void weigh(const Def *def, uint16_t cell, int32_t delta, int32_t *sums) {
    int32_t track, row, column;
    def_cell_place(def, cell, &track, &row, &column);
    if (track == TRACK_RESOURCE) sums[row] += 10 * delta;
    if (track == TRACK_LEGITIMACY) sums[row] += delta;
}

static void compare(const Def *def, const State *before, const State *after, Preview *out) {
    int32_t sums[ACTORS_MAX] = {0};
    for (int32_t cell = 0; cell < def->cells_count; cell++) {
        int32_t delta = after->cell[cell] - before->cell[cell];
        if (delta == 0) continue;
        weigh(def, (uint16_t)cell, delta, sums);
        if (out->lines_count < PREVIEW_LINES_MAX)
            out->lines[out->lines_count++] = (PreviewLine){(uint16_t)cell, (int16_t)delta};
    }
    for (int32_t i = 0; i < ACTORS_MAX; i++) {
        if (sums[i] > 0) out->gains |= (uint16_t)(1u << i);
        if (sums[i] < 0) out->loses |= (uint16_t)(1u << i);
    }
}

void preview_try(const Session *session, const Command *command, Preview *out) {
    Bench *bench = calloc(1, sizeof *bench);
    ASSERT(bench != NULL);
    Command tried = *command;
    bench->state = session->state;
    tried.stamp = timeline_stamp(session, command, false);
    Txn txn = {.def = session->def,
            .state = &bench->state,
            .events = &bench->events,
            .hooks = session->hooks,
            .book = &bench->book,
            .result = &bench->result};
    *out = (Preview){.to = -1};
    out->verdict = decide(&txn, &tried);
    if (out->verdict.code == VERDICT_OK)
        compare(session->def, &session->state, &bench->state, out);
    event_list_free(&bench->events);
    free(bench);
}

// What the board has told of the events that would be taken back.
static void list_seen(const Session *session, int32_t first, const Language *language,
        Region *region, Preview *out) {
    View view = {0};
    Viewer viewer = {
            .session = session,
            .def = session->def,
            .state = &session->state,
            .me = VIEW_BOARD,
            .say = {session->def, *language, region},
            .out = &view
    };
    for (int32_t i = first; i < session->ledger.count && out->seen_count < PREVIEW_SEEN_MAX;
            i++) {
        const Event *event = &session->ledger.items[i];
        uint8_t tone;
        if (!view_event_visible(&viewer, event)) continue;
        const char *text = view_event_text(&viewer, event, &tone);
        if (text && *text) out->seen[out->seen_count++] = text;
    }
}

void preview_back(const Session *session, const Command *command, const Language *language,
        Region *region, Preview *out) {
    Bench *bench = calloc(1, sizeof *bench);
    ASSERT(bench != NULL);
    Command tried = *command;
    tried.stamp = timeline_stamp(session, command, false);
    *out = (Preview){.to = tried.stamp.to};
    bench->state = session->state;
    Txn txn = {.def = session->def, .state = &bench->state, .events = &bench->events};
    out->verdict = decide(&txn, &tried);
    if (out->verdict.code == VERDICT_OK) {
        timeline_state(session, out->to, &bench->state);
        compare(session->def, &session->state, &bench->state, out);
        list_seen(session, timeline_end(session, out->to), language, region, out);
    }
    event_list_free(&bench->events);
    free(bench);
}

void preview_path(const Def *def, uint16_t cell, char *out, size_t room) {
    int32_t track, row, column;
    def_cell_place(def, cell, &track, &row, &column);
    const Track *t = &def->tracks[track];
    const char *name = def_text(def, t->id);
    const char *of = t->row ? def_id(def, (Thing){t->row, (uint8_t)row}) : "";
    const char *toward = t->column ? def_id(def, (Thing){t->column, (uint8_t)column}) : "";
    snprintf(out, room, "%s%s%s%s%s", name, *of ? "." : "", of, *toward ? "." : "", toward);
}
