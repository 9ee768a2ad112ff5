// model/track.c — tracks.def as a table. Never: a second list of tracks.
#include "model/track.h"

#define KIND_OF(name)   KIND_##name
#define SETTLE_OF(name) SETTLE_##name
#define SIGHT_OF(name)  SIGHT_##name

static const TrackRow rows[TRACK_MEMORY] = {
#define TRACK(id, name, row, column, min, max, start, whole, settle, sight, word, help)    \
    {name, word, help, min, max, start, KIND_OF(row), KIND_OF(column), whole,              \
            SETTLE_OF(settle), SIGHT_OF(sight)},
#include "model/tracks.def"
#undef TRACK
};

const TrackRow *track_row(TrackId id) {
    ASSERT(id < TRACK_MEMORY);
    return &rows[id];
}
