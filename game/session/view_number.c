// session/view_number.c — one number for one viewer: closed, a band, or open. Never: a number the track's sight forbids.
#include "rules/fold.h"
#include "session/view_parts.h"
#include <string.h>

void *view_array(const Viewer *viewer, int32_t count, size_t size) {
    return region_take(&viewer->out->region, (size_t)core_max(1, count) * size);
}

static bool is_member(const Viewer *viewer, int32_t slot) {
    return slot < COALITIONS_MAX && view_in(viewer, viewer->state->coalition[slot].members);
}

// The console reads every number of the table; a curtain on its screen hides them.
static bool debrief(const Viewer *viewer) {
    return viewer->state->status >= STATUS_DEBRIEF || viewer->me == VIEW_CONSOLE;
}

// A pack may close a resource that is open by the table of tracks.
static Sight sight_of(const Viewer *viewer, int32_t track, int32_t column) {
    if (track != TRACK_RESOURCE && track != TRACK_INCOME)
        return (Sight)viewer->def->tracks[track].sight;
    return (Sight)viewer->def->resources[column].sight;
}

// The team has measured this number, or the facilitator opened it.
static bool reads_exactly(const Viewer *viewer, int32_t track) {
    if (!view_is_seat(viewer)) return false;
    const State *state = viewer->state;
    uint64_t open = state->measured[viewer->me] | state->steer.numbers_open[viewer->me];
    return track < 64 && ((open >> track) & 1);
}

bool view_may_read(
        const Viewer *viewer, int32_t track, int32_t row, int32_t column, bool *exact) {
    const Track *t = &viewer->def->tracks[track];
    bool own = (t->row == KIND_ACTOR && row == viewer->me);
    bool everywhere = debrief(viewer) || viewer->def->numbers_exact;
    *exact = own || everywhere;
    switch (sight_of(viewer, track, column)) {
    case SIGHT_EVERYONE: *exact = true; return true;
    case SIGHT_BANDS: *exact |= reads_exactly(viewer, track); return true;
    case SIGHT_OWNER:
        *exact = own || viewer->me == VIEW_CONSOLE;
        if (view_is_seat(viewer) && track == TRACK_TRUST && column == viewer->me
                && viewer->state->learned_trust[viewer->me][row])
            *exact = true;
        return *exact || debrief(viewer);
    case SIGHT_BOTH:
        *exact = own || viewer->me == VIEW_CONSOLE
                 || (t->column == KIND_ACTOR && column == viewer->me);
        return *exact || debrief(viewer);
    case SIGHT_MEMBERS:
        *exact = is_member(viewer, row) || viewer->me == VIEW_CONSOLE;
        return *exact || debrief(viewer);
    case SIGHT_REVEALED: {
        const Decider *decider = &viewer->def->deciders[row];
        bool learned = view_learned(viewer, row) & FACT_STANCE;
        *exact = everywhere || reads_exactly(viewer, track);
        return debrief(viewer) || learned || decider->known || decider->owner == viewer->me;
    }
    case SIGHT_NOBODY: *exact = debrief(viewer); return *exact;
    }
    return false;
}

static int32_t band_of(int32_t value, int32_t min, int32_t max) {
    return max <= min ? 3 : core_clamp((value - min) * 5 / (max - min) + 1, 1, 5);
}

static const char *memory_word(
        const Viewer *viewer, const Track *track, int32_t value, uint16_t cell) {
    int32_t min = viewer->def->cell_min[cell], max = viewer->def->cell_max[cell];
    if (track->words_count == 0 || max <= min) return NULL;
    int32_t place = core_clamp(
            (value - min) * track->words_count / (max - min), 0, track->words_count - 1);
    return say_text(&viewer->say, track->words[place]);
}

const State *view_round_start(const Session *session) {
    for (int32_t i = session->snapshots_count - 1; i >= 0; i--) {
        const State *state = session->snapshots[i].state;
        bool here = state->round == session->state.round && state->status == STATUS_RUNNING;
        bool first = i == 0 || session->snapshots[i - 1].state->round != state->round
                     || session->snapshots[i - 1].state->status != STATUS_RUNNING;
        if (here && first) return state;
        if (state->round < session->state.round) break;
    }
    return &session->state;
}

const char *view_number_word(const Viewer *viewer, const ViewNumber *number) {
    return number->kind[0] ? say_band(&viewer->say, number->kind, number->band)
                           : number->word;
}

static int32_t floor_points(int32_t tenths) {
    return tenths >= 0 ? tenths / 10 : -((9 - tenths) / 10);
}

ViewNumber view_number(const Viewer *viewer, int32_t track, int32_t row, int32_t column) {
    ViewNumber number = {.cell = UINT16_MAX, .word = "", .kind = ""};
    bool exact = false;
    if (!view_may_read(viewer, track, row, column, &exact)) return number;
    const Def *def = viewer->def;
    const Track *t = &def->tracks[track];
    uint16_t cell = def_cell(def, track, row, column);
    int16_t value = viewer->state->cell[cell];
    number.cell = cell;
    number.band = (uint8_t)band_of(value, def->cell_min[cell], def->cell_max[cell]);
    number.open = exact;
    if (exact) {
        number.value = (int16_t)floor_points(value);
        int16_t before = viewer->round_start->cell[cell];
        number.change = (int16_t)(floor_points(value) - floor_points(before));
    }
    const char *word = track >= TRACK_MEMORY ? memory_word(viewer, t, value, cell) : NULL;
    const char *kind =
            track < TRACK_MEMORY ? track_row((TrackId)track)->band_word : "plain";
    number.word = word ? word : "";
    number.kind = word ? "" : kind;
    if (view_wants(viewer, VIEW_IN_FULL)) number.word = view_number_word(viewer, &number);
    Sight sight = sight_of(viewer, track, column);
    number.fixed = sight == SIGHT_EVERYONE || sight == SIGHT_BANDS;
    return number;
}

const State *view_supposed(Viewer *viewer) {
    if (viewer->supposed) return viewer->supposed;
    State *known = view_array(viewer, 1, sizeof *known);
    fold_forget(viewer->def, viewer->state, viewer->me, known);
    viewer->supposed = known;
    return known;
}
