// model/def.c — finds things in a Def and lays out its cells. Never: reads a pack.
#include "model/def.h"
#include <string.h>

#define NAMES_CASE(kind_id, table)                                                         \
    case KIND_##kind_id:                                                                   \
        return thing.index < def->counts[KIND_##kind_id] ? &def->table : NULL

const Names *def_names(const Def *def, Thing thing) {
    switch ((Kind)thing.kind) {
        NAMES_CASE(ACTOR, actors[thing.index].names);
        NAMES_CASE(RESOURCE, resources[thing.index].names);
        NAMES_CASE(AUDIENCE, audiences[thing.index]);
        NAMES_CASE(DECIDER, deciders[thing.index].names);
        NAMES_CASE(ARENA, arenas[thing.index].names);
        NAMES_CASE(ISSUE, issues[thing.index].names);
        NAMES_CASE(CLAUSE, clauses[thing.index].names);
        NAMES_CASE(FRAME, frames[thing.index].names);
        NAMES_CASE(COALITION, coalitions[thing.index].names);
    case KIND_READING: return def_names(def, (Thing){KIND_FRAME, thing.index});
    case KIND_ITEM:
    case KIND_CLAIM: return def_names(def, (Thing){KIND_CLAUSE, thing.index});
    case KIND_OFFER:
        return thing.index < def->happenings_count ? &def->happenings[thing.index].names
                                                   : NULL;
    case KIND_NONE:
    case KIND_POSITION:
    case KIND_LINE:
    case KIND_COUNT: return NULL;
    }
    return NULL;
}

int32_t def_targets(const Def *def, Kind kind) {
    switch (kind) {
    case KIND_COALITION: return COALITIONS_MAX;
    case KIND_LINE: return UTTERANCES_MAX;
    case KIND_POSITION: return LOANS_MAX;
    case KIND_ITEM:
    case KIND_CLAIM: return def_count(def, KIND_CLAUSE);
    case KIND_READING: return def_count(def, KIND_FRAME);
    case KIND_OFFER: return def->happenings_count;
    case KIND_NONE:
    case KIND_COUNT: return 0;
    case KIND_ACTOR:
    case KIND_RESOURCE:
    case KIND_AUDIENCE:
    case KIND_DECIDER:
    case KIND_ARENA:
    case KIND_ISSUE:
    case KIND_CLAUSE:
    case KIND_FRAME: return def_count(def, kind);
    }
    return 0;
}

const char *def_id(const Def *def, Thing thing) {
    const Names *names = def_names(def, thing);
    return names ? def_text(def, names->id) : "";
}

Thing def_find(const Def *def, Kind kind, const char *id) {
    for (int32_t i = 0; i < def_count(def, kind); i++) {
        Thing thing = {(uint8_t)kind, (uint8_t)i};
        if (core_same(def_id(def, thing), id)) return thing;
    }
    return (Thing){(uint8_t)kind, NONE};
}

#define FIND(function, table, count, field)                                                \
    int32_t function(const Def *def, const char *id) {                                     \
        for (int32_t i = 0; i < def->count; i++) {                                         \
            if (core_same(def_text(def, def->table[i].field), id)) return i;               \
        }                                                                                  \
        return -1;                                                                         \
    }

FIND(def_find_move, moves, moves_count, id)
FIND(def_find_happening, happenings, happenings_count, names.id)
FIND(def_find_ending, endings, endings_count, names.id)
FIND(def_find_track, tracks, tracks_count, id)

void def_cell_place(
        const Def *def, uint16_t cell, int32_t *track, int32_t *row, int32_t *column) {
    *track = def->cell_track[cell];
    const Track *t = &def->tracks[*track];
    *row = (cell - t->base) / t->columns;
    *column = (cell - t->base) % t->columns;
}

static uint16_t owners(const Def *def, uint8_t kind) {
    if (kind == KIND_NONE) return 1;
    if (kind == KIND_COALITION) return COALITIONS_MAX; // they are founded in play
    return def->counts[kind];
}

static PoolId pool_add(Def *def, const char *text) {
    size_t length = strlen(text) + 1;
    ASSERT(def->pool_used + length <= sizeof def->pool);
    if (def->pool_used == 0) def->pool_used = 1;
    PoolId at = def->pool_used;
    memcpy(def->pool + at, text, length);
    def->pool_used += (uint32_t)length;
    return at;
}

static void built_in(Def *def, int32_t id) {
    const TrackRow *row = track_row((TrackId)id);
    Track *track = &def->tracks[id];
    *track = (Track){.id = pool_add(def, row->name),
            .row = row->row,
            .column = row->column,
            .min = row->min,
            .max = row->max,
            .whole = row->whole,
            .settle = row->settle,
            .sight = row->sight};
}

static bool capped(const Track *track) {
    return track->settle == SETTLE_CAP_STANCE || track->settle == SETTLE_CAP_PUBLIC
           || track->settle == SETTLE_CAP_TRUST || track->settle == SETTLE_CAP_TIRED;
}

static void place_moved(Def *def, Track *track) {
    track->moved_base = UINT16_MAX;
    if (!capped(track)) return;
    track->moved_base = def->moved_count;
    def->moved_count = (uint16_t)(def->moved_count + track->rows * track->columns);
}

static bool place(Def *def, int32_t id, int16_t start) {
    Track *track = &def->tracks[id];
    track->rows = owners(def, track->row);
    track->columns = owners(def, track->column);
    uint32_t cells = (uint32_t)track->rows * track->columns;
    if (def->cells_count + cells > CELLS_MAX) return false;
    track->base = def->cells_count;
    for (uint32_t i = 0; i < cells; i++) {
        size_t cell = track->base + i;
        def->cell_min[cell] = track->min;
        def->cell_max[cell] = track->max;
        def->cell_track[cell] = (uint8_t)id;
        def->start[cell] = start;
    }
    def->cells_count = (uint16_t)(def->cells_count + cells);
    place_moved(def, track);
    return true;
}

bool def_lay_out(Def *def) {
    def->cells_count = def->moved_count = 0;
    for (int32_t id = 0; id < TRACK_MEMORY; id++) {
        built_in(def, id);
        if (!place(def, id, track_row((TrackId)id)->start)) return false;
    }
    if (def->tracks_count < TRACK_MEMORY) def->tracks_count = TRACK_MEMORY;
    for (int32_t id = TRACK_MEMORY; id < def->tracks_count; id++) {
        if (!place(def, id, 0)) return false;
    }
    return def->moved_count <= MOVED_CELLS_MAX;
}

static const struct {
    const char *name;
    int16_t neutral;
} coefs[COEF_COUNT] = {
#define COEF(id, name, neutral, min, max, help) {name, neutral},
#include "model/coefs.def"
#undef COEF
};

void def_neutral(Def *def) {
    for (int32_t i = 0; i < COEF_COUNT; i++)
        def->coef[i] = coefs[i].neutral;
}
